//! Sixteen hours in four lesson weeks, in one sweep over the days of a pupil (CR-30…CR-36).
//!
//! The rule `rules::venster` walks every day of a question and explains itself; this kernel gives the same reports by walking
//! only the days with lessons. Between two of those days one thing can happen: a report that was held back becomes due,
//! because a school day without any lesson breaks the absence (CR-34). The state after a day is small and complete: tomorrow's
//! lessons can be added to it as well as to the whole year.

use crate::dagen::Dag;
use crate::kalender::Jaarkalender;
use crate::rij::Rij;
use std::collections::VecDeque;

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
    /// All certain minutes of the window.
    pub minuten: u32,
}

/// Where a pupil stands: the window since the last report.
#[derive(Debug, Clone, Default)]
pub(crate) struct Stand {
    /// The days with certain minutes in the window.
    venster: VecDeque<Dag>,
    som: u32,
    /// Threshold reached on this day, report held back.
    vastgehouden: Option<u16>,
    /// Last day of the last report.
    gemeld: Option<u16>,
    /// The last school day that was not missed as a whole: no lesson on it, or one that was attended or excused.
    onderbroken: Option<u16>,
    /// Last day with lessons.
    vorige: Option<u16>,
}

impl Stand {
    pub(crate) fn begin(&mut self) {
        self.venster.clear();
        (self.som, self.vastgehouden, self.gemeld, self.onderbroken, self.vorige) = (0, None, None, None, None);
    }

    /// No counted day in the window.
    pub(crate) fn leeg(&self) -> bool {
        self.venster.front().is_none_or(|d| d.zeker == 0)
    }

    /// As long as no more than this comes short of the threshold in new minutes, no report can come: what is in the window, or
    /// the whole threshold when a report is held back.
    pub(crate) fn grens(&self, maat: Maat) -> u32 {
        if self.vastgehouden.is_some() { maat.drempel } else { self.som }
    }

    /// The day on which time alone brings a report, when no lessons come.
    pub(crate) fn wekker(&self, kalender: &Jaarkalender) -> Option<u16> {
        self.vastgehouden.map(|_| kalender.volgende_schooldag(self.vorige.map_or(0, |v| v + 1)))
    }

    /// Nothing happened until the day before `dag`: a school day in between is a break.
    fn leegte(&mut self, dag: u16, kalender: &Jaarkalender, uit: &mut Vec<Melding>) {
        if kalender.volgende_schooldag(self.vorige.map_or(0, |v| v + 1)) < dag {
            if let Some(b) = self.vastgehouden {
                self.meld(b, uit);
            }
            self.onderbroken = dag.checked_sub(1).and_then(|g| kalender.vorige_schooldag(g));
        }
    }

    /// It is `tot`, and there were no lessons since the last day.
    pub(crate) fn verder(&mut self, tot: u16, kalender: &Jaarkalender, uit: &mut Vec<Melding>) {
        self.leegte(tot.saturating_add(1), kalender, uit);
    }

    /// The next day with lessons.
    pub(crate) fn dag(&mut self, d: Dag, kalender: &Jaarkalender, maat: Maat, uit: &mut Vec<Melding>) {
        self.leegte(d.dag, kalender, uit);
        if !d.weg && kalender.is_schooldag(d.dag) {
            self.onderbroken = Some(d.dag);
        }
        self.vorige = Some(d.dag);
        if d.zeker > 0 {
            self.som += d.zeker;
            self.venster.push_back(d);
            while let Some(oud) = self.venster.front().filter(|oud| d.lesdag - oud.lesdag >= maat.lengte) {
                self.som -= oud.zeker;
                self.venster.pop_front();
            }
        }
        if self.som >= maat.drempel
            && let Some(laatste) = self.venster.back()
        {
            let bereikt_op = *self.vastgehouden.get_or_insert(laatste.dag);
            let wacht =
                self.gemeld.is_some_and(|g| d.dag - g < maat.meldpauze && self.onderbroken.is_none_or(|o| o <= g));
            if !wacht {
                self.meld(bereikt_op, uit);
            }
        }
    }

    /// The report of the window as it stands; counting starts again after its last day (CR-33).
    fn meld(&mut self, bereikt_op: u16, uit: &mut Vec<Melding>) {
        if let (Some(eerste), Some(laatste)) = (self.venster.front(), self.venster.back()) {
            uit.push(Melding { begin: eerste.dag, bereikt_op, minuten: self.som });
            self.gemeld = Some(laatste.dag);
        }
        self.venster.clear();
        (self.som, self.vastgehouden) = (0, None);
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
            return Some(Melding { begin, bereikt_op: dag, minuten });
        }
    }
    None
}
