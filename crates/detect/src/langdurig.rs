//! Four lesson weeks away without interruption (CR-40), in one sweep over the days of a pupil.
//!
//! A school day goes on being missed when it has lessons and all of them were missed without a valid reason, or without a
//! reason that is known or agreed (CR-34); a lesson that was attended, an excused one, or a school day without any lesson ends
//! it. The age of the pupil is not in a register: below 18 and from 18 on the period is the same 28 days, unless a
//! school agreed a shorter one (CR-43); then the case is the rule's.

use crate::dagen::Dag;
use crate::kalender::{GEEN, Jaarkalender};

/// One absence that lasted the whole period; days are days of the school year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Afwezigheid {
    /// First school day away: day 1 of the count.
    pub begin: u16,
    /// The day on which the period was full.
    pub bereikt_op: u16,
    /// Certain minutes from the first day up to and including the last.
    pub minuten: u32,
}

/// Every absence that reached the period up to and including `tot`, in order.
pub(crate) fn alle(dagen: &[Dag], kalender: &Jaarkalender, periode: u16, tot: u16, uit: &mut Vec<Afwezigheid>) {
    let mut begin: Option<usize> = None;
    let mut vorige: Option<u16> = None;
    for (i, d) in dagen.iter().enumerate() {
        let leeg = kalender.volgende_schooldag(vorige.map_or(0, |v| v + 1));
        if leeg < d.dag {
            sluit(dagen, begin.take(), leeg - 1, kalender, periode, uit);
        }
        if !d.weg {
            sluit(dagen, begin.take(), d.dag.saturating_sub(1), kalender, periode, uit);
        } else if begin.is_none() && kalender.is_schooldag(d.dag) {
            begin = Some(i);
        }
        vorige = Some(d.dag);
    }
    let leeg = kalender.volgende_schooldag(vorige.map_or(0, |v| v + 1));
    let einde = if leeg != GEEN && leeg <= tot { leeg - 1 } else { tot };
    sluit(dagen, begin, einde, kalender, periode, uit);
}

/// The absence from the day at `begin` up to and including `einde`, when it is long enough.
fn sluit(
    dagen: &[Dag],
    begin: Option<usize>,
    einde: u16,
    kalender: &Jaarkalender,
    periode: u16,
    uit: &mut Vec<Afwezigheid>,
) {
    let Some(rest) = begin.and_then(|b| dagen.get(b..)) else { return };
    let Some(eerste) = rest.first() else { return };
    let Some(bereikt_op) = kalender.na_lesdagen(eerste.dag, periode).filter(|b| *b <= einde) else { return };
    let minuten = rest.iter().take_while(|d| d.dag <= bereikt_op).map(|d| d.zeker).sum();
    uit.push(Afwezigheid { begin: eerste.dag, bereikt_op, minuten });
}
