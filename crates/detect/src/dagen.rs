//! The days of one pupil: lessons brought together per day, for the pupils that could have a signal.

use crate::kalender::Jaarkalender;
use crate::rij::Rij;

/// One day with lessons that count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Dag {
    /// Day of the school year.
    pub(crate) dag: u16,
    /// Day of the lesson calendar.
    pub(crate) lesdag: u16,
    /// Certain minutes.
    pub(crate) zeker: u32,
    /// Every lesson of this day was missed without a valid reason, or without a reason that is known or agreed (CR-34).
    pub(crate) weg: bool,
}

/// Fills `uit` with the days up to and including `tot`; lessons on days that do not count are left out (CR-31).
pub(crate) fn verzamel(rijen: &[u32], kalender: &Jaarkalender, tot: u16, uit: &mut Vec<Dag>) {
    uit.clear();
    for r in rijen.iter().map(|r| Rij(*r)) {
        let Some(lesdag) = kalender.lesdag(r.dag()) else { continue };
        let dag = u16::try_from(r.dag()).unwrap_or(u16::MAX);
        if dag > tot {
            break;
        }
        match uit.last_mut().filter(|d| d.dag == dag) {
            Some(d) => {
                d.zeker += r.zeker();
                d.weg &= r.weg();
            }
            None => uit.push(Dag { dag, lesdag, zeker: r.zeker(), weg: r.weg() }),
        }
    }
}
