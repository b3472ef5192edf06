//! Four lesson weeks away without interruption (CR-40), in one sweep over the days of a pupil.
//!
//! A school day goes on being missed when it has lessons and all of them were missed without a valid reason, or without a
//! reason that is known or agreed (CR-34); a lesson that was attended, an excused one, or a school day without any lesson ends
//! it. The age of the pupil is not in a register: below 18 and from 18 on the period is the same 28 days, unless a
//! school agreed a shorter one (CR-43); then the case is the rule's.

use crate::dagen::Dag;
use crate::kalender::Jaarkalender;
use crate::rij::Rij;

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

/// An absence that goes on.
#[derive(Debug, Clone, Copy)]
struct Lopend {
    begin: u16,
    /// The day on which the period is full; nothing when the school year ends before that.
    vol_op: Option<u16>,
    minuten: u32,
}

/// Where a pupil stands.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Stand {
    lopend: Option<Lopend>,
    vorige: Option<u16>,
}

impl Stand {
    /// The first day of the absence that goes on, or [`VERTELD`]; see [`spoor`].
    pub(crate) fn loopt(&self) -> Option<u16> {
        self.lopend.map(|l| if l.vol_op.is_some() { l.begin } else { VERTELD })
    }

    /// The day on which time alone brings a signal, when no lessons come: the period can be full in a weekend.
    pub(crate) fn wekker(&self, kalender: &Jaarkalender) -> Option<u16> {
        let leeg = kalender.volgende_schooldag(self.vorige.map_or(0, |v| v + 1));
        self.lopend.and_then(|l| l.vol_op).filter(|v| *v < leeg)
    }

    /// Nothing happened up to and including `tm`; full is full, and a school day without a lesson ends it.
    fn leegte(&mut self, tm: u16, kalender: &Jaarkalender, uit: &mut Vec<Afwezigheid>) {
        let leeg = kalender.volgende_schooldag(self.vorige.map_or(0, |v| v + 1));
        let weg_tm = if leeg <= tm { leeg.saturating_sub(1) } else { tm };
        if let Some(l) = &mut self.lopend
            && let Some(bereikt_op) = l.vol_op.filter(|v| *v <= weg_tm)
        {
            uit.push(Afwezigheid { begin: l.begin, bereikt_op, minuten: l.minuten });
            // Told once.
            l.vol_op = None;
        }
        if leeg <= tm {
            self.lopend = None;
        }
    }

    /// It is `tot`, and there were no lessons since the last day.
    pub(crate) fn verder(&mut self, tot: u16, kalender: &Jaarkalender, uit: &mut Vec<Afwezigheid>) {
        self.leegte(tot, kalender, uit);
    }

    /// The next day with lessons.
    pub(crate) fn dag(&mut self, d: Dag, kalender: &Jaarkalender, periode: u16, uit: &mut Vec<Afwezigheid>) {
        if let Some(gisteren) = d.dag.checked_sub(1) {
            self.leegte(gisteren, kalender, uit);
        }
        self.vorige = Some(d.dag);
        if !d.weg {
            self.lopend = None;
            return;
        }
        if self.lopend.is_none() && kalender.is_schooldag(d.dag) {
            self.lopend = Some(Lopend { begin: d.dag, vol_op: kalender.na_lesdagen(d.dag, periode), minuten: 0 });
        }
        if let Some(l) = &mut self.lopend {
            l.minuten += d.zeker;
        }
    }
}

/// Instead of the first day of an absence that goes on: one of which nothing more can come before it ends.
pub(crate) const VERTELD: u16 = u16::MAX - 2;

/// The absence that goes on, and no more than that: enough to know that there is no signal.
struct Spoor<'a> {
    begin: Option<u16>,
    vorige: Option<u16>,
    kalender: &'a Jaarkalender,
    periode: u16,
}

impl Spoor<'_> {
    fn vol_op(&self) -> Option<u16> {
        self.begin.filter(|b| *b != VERTELD).and_then(|b| self.kalender.na_lesdagen(b, self.periode))
    }

    fn leeg(&self) -> u16 {
        self.kalender.volgende_schooldag(self.vorige.map_or(0, |v| v + 1))
    }

    /// As [`Stand::leegte`]. False when a period was full.
    #[inline]
    fn leegte(&mut self, tm: u16) -> bool {
        if self.begin.is_none() {
            return true;
        }
        let leeg = self.leeg();
        let weg_tm = if leeg <= tm { leeg.saturating_sub(1) } else { tm };
        if self.vol_op().is_some_and(|v| v <= weg_tm) {
            return false;
        }
        if leeg <= tm {
            self.begin = None;
        }
        true
    }

    /// What goes on now. Nothing when time alone will make it full.
    #[inline]
    fn klaar(self) -> Option<Option<u16>> {
        let vol = self.begin.is_some() && self.vol_op().is_some_and(|v| v < self.leeg());
        (!vol).then_some(self.begin)
    }

    /// The next lessons, all of one day. False when a period was full before it.
    fn dag(&mut self, dag: u16, weg: bool, telt: bool) -> bool {
        // A lesson on a day that does not count says nothing, but time went on.
        if !telt {
            let verder = self.leegte(dag);
            self.vorige = Some(dag);
            return verder;
        }
        if !dag.checked_sub(1).is_none_or(|gisteren| self.leegte(gisteren)) {
            return false;
        }
        self.vorige = Some(dag);
        if !weg {
            self.begin = None;
        } else if self.begin.is_none() && self.kalender.is_schooldag(dag) {
            self.begin = Some(dag);
        }
        true
    }
}

/// Follows the absence that goes on since `begin` over the next lessons of a pupil, whose last day was `vorige`: its first day
/// afterwards, if it still goes on. Nothing when one lasted the whole period, or will with time alone.
pub(crate) fn spoor(
    begin: Option<u16>,
    vorige: Option<u16>,
    rijen: &[u32],
    kalender: &Jaarkalender,
    periode: u16,
) -> Option<Option<u16>> {
    let mut spoor = Spoor { begin, vorige, kalender, periode };
    for lessen in rijen.chunk_by(|a, b| Rij(*a).dag() == Rij(*b).dag()) {
        let Some(nummer) = lessen.first().map(|r| Rij(*r).dag()) else { continue };
        let dag = u16::try_from(nummer).unwrap_or(u16::MAX);
        if !spoor.dag(dag, lessen.iter().all(|r| Rij(*r).weg()), kalender.lesdag(nummer).is_some()) {
            return None;
        }
    }
    spoor.klaar()
}

/// As [`spoor`], for lessons of one day that counts.
#[inline]
pub(crate) fn spoor_van_dag(
    begin: Option<u16>,
    vorige: Option<u16>,
    (dag, weg): (u16, bool),
    kalender: &Jaarkalender,
    periode: u16,
) -> Option<Option<u16>> {
    let mut spoor = Spoor { begin, vorige, kalender, periode };
    if spoor.dag(dag, weg, true) { spoor.klaar() } else { None }
}
