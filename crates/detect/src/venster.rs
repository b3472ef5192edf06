//! Sixteen hours in four lesson weeks, in one sweep over the days of a pupil (CR-30…CR-36).
//!
//! The rule `rules::venster` walks every day of a question and explains itself; this kernel gives the same reports by walking
//! only the days with lessons. Between two of those days one thing can happen: a report that was held back becomes due,
//! because a school day without any lesson breaks the absence (CR-34).

use crate::dagen::Dag;
use crate::kalender::{GEEN, Jaarkalender};
use crate::rij::Rij;

/// The numbers of the law that the sweep needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Maat {
    /// The threshold, in minutes: 16 times the lesson hour of the school.
    pub drempel: u32,
    /// Days of the lesson calendar in a window: 28.
    pub lengte: u16,
    /// Fewer days than this after a report a new one is held back while the absence goes on: 7.
    pub meldpauze: u16,
}

/// One report that became due; days are days of the school year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Melding {
    /// First counted day.
    pub begin: u16,
    /// The day on which the threshold was reached.
    pub bereikt_op: u16,
    /// Last counted day.
    pub einde: u16,
    /// All certain minutes of the window.
    pub minuten: u32,
}

struct Loop<'a> {
    dagen: &'a [Dag],
    maat: Maat,
    /// First day of the window, as a place in `dagen`.
    van: usize,
    /// Certain minutes from `van` on.
    som: u32,
    /// Last day with certain minutes since the last report.
    laatste: Option<usize>,
    /// Threshold reached on this day, report held back.
    vastgehouden: Option<u16>,
    /// Last day of the last report.
    gemeld: Option<u16>,
}

impl Loop<'_> {
    fn tel(&mut self, i: usize) {
        let dag = self.dagen[i];
        self.som += dag.zeker;
        self.laatste = Some(i);
        while dag.lesdag - self.dagen[self.van].lesdag >= self.maat.lengte {
            self.som -= self.dagen[self.van].zeker;
            self.van += 1;
        }
    }

    /// The report of the window as it stands; counting starts again after its last day (CR-33).
    fn meld(&mut self, bereikt_op: u16) -> Option<Melding> {
        let tm = self.laatste?;
        let begin = self.dagen.get(self.van..=tm)?.iter().find(|d| d.zeker > 0)?.dag;
        let melding = Melding { begin, bereikt_op, einde: self.dagen[tm].dag, minuten: self.som };
        (self.van, self.som, self.laatste, self.vastgehouden) = (tm + 1, 0, None, None);
        self.gemeld = Some(melding.einde);
        Some(melding)
    }
}

/// The first report of a pupil without earlier reports, straight from the lessons in order of day; most lessons do not count
/// and cost one comparison.
pub(crate) fn eerste(rijen: &[u32], kalender: &Jaarkalender, maat: Maat, tot: u16) -> Option<Melding> {
    let telt = |r: Rij| if r.zeker() > 0 { kalender.lesdag(r.dag()).map(|l| (l, r.zeker())) } else { None };
    let (mut van, mut som) = (0, 0);
    for (i, r) in rijen.iter().map(|r| Rij(*r)).enumerate() {
        let Some((lesdag, zeker)) = telt(r) else { continue };
        if r.dag() > u32::from(tot) {
            return None;
        }
        som += zeker;
        while let Some(oud) = rijen.get(van).map(|r| telt(Rij(*r))) {
            match oud {
                Some((l, _)) if lesdag - l < maat.lengte => break,
                Some((_, z)) => som -= z,
                None => {}
            }
            van += 1;
        }
        if som >= maat.drempel {
            // The other lessons of this day belong to the report too (CR-33).
            let rest = rijen.get(i + 1..).unwrap_or_default().iter().map(|r| Rij(*r));
            let dag = u16::try_from(r.dag()).unwrap_or(u16::MAX);
            let minuten = som + rest.take_while(|x| x.dag() == r.dag()).map(Rij::zeker).sum::<u32>();
            let begin = rijen.get(van).map_or(dag, |r| u16::try_from(Rij(*r).dag()).unwrap_or(dag));
            return Some(Melding { begin, bereikt_op: dag, einde: dag, minuten });
        }
    }
    None
}

/// Every report that became due, in order. `gemeld` is the last day of a 16-hour report that was made before; lessons up to
/// that day are used up. `tot` is the day up to which we look.
pub(crate) fn alle(
    dagen: &[Dag],
    kalender: &Jaarkalender,
    maat: Maat,
    gemeld: Option<u16>,
    tot: u16,
    uit: &mut Vec<Melding>,
) {
    let van = gemeld.map_or(0, |g| dagen.partition_point(|d| d.dag <= g));
    let mut l = Loop { dagen, maat, van, som: 0, laatste: None, vastgehouden: None, gemeld };
    // The last school day that was not missed as a whole: no lesson on it, or one that was attended or excused.
    let mut onderbroken: Option<u16> = None;
    let mut vorige: Option<u16> = None;
    for (i, d) in dagen.iter().enumerate() {
        let na = vorige.map_or(0, |v| v + 1);
        let lege = kalender.volgende_schooldag(na) < d.dag;
        if lege {
            if let Some(b) = l.vastgehouden {
                uit.extend(l.meld(b));
            }
            onderbroken = d.dag.checked_sub(1).and_then(|g| kalender.vorige_schooldag(g));
        }
        if kalender.is_schooldag(d.dag) && !d.weg {
            onderbroken = Some(d.dag);
        }
        vorige = Some(d.dag);
        if i < van {
            continue;
        }
        if d.zeker > 0 {
            l.tel(i);
        }
        if l.som >= maat.drempel
            && let Some(laatste) = l.laatste
        {
            let bereikt_op = *l.vastgehouden.get_or_insert(dagen[laatste].dag);
            let wacht = l.gemeld.is_some_and(|g| d.dag - g < maat.meldpauze && onderbroken.is_none_or(|o| o <= g));
            if !wacht {
                uit.extend(l.meld(bereikt_op));
            }
        }
    }
    let na = vorige.map_or(0, |v| v + 1);
    let rest = kalender.volgende_schooldag(na);
    if rest != GEEN
        && rest <= tot
        && let Some(b) = l.vastgehouden
    {
        uit.extend(l.meld(b));
    }
}
