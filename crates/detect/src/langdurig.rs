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

/// Follows the absence that goes on since `begin` over the next lessons of a pupil, whose last day was `vorige`: its first day
/// afterwards, if it still goes on. Nothing when one lasted the whole period, or will with time alone.
pub(crate) fn spoor(
    begin: Option<u16>,
    vorige: Option<u16>,
    rijen: &[u32],
    kalender: &Jaarkalender,
    periode: u16,
) -> Option<Option<u16>> {
    let lopend = begin.map(|begin| Lopend { begin, vol_op: kalender.na_lesdagen(begin, periode), minuten: 0 });
    let mut stand = Stand { lopend, vorige };
    let mut vol = Vec::new();
    for lessen in rijen.chunk_by(|a, b| Rij(*a).dag() == Rij(*b).dag()) {
        let Some(nummer) = lessen.first().map(|r| Rij(*r).dag()) else { continue };
        let dag = u16::try_from(nummer).unwrap_or(u16::MAX);
        if let Some(lesdag) = kalender.lesdag(nummer) {
            let weg = lessen.iter().all(|r| Rij(*r).weg());
            stand.dag(Dag { dag, lesdag, zeker: 0, weg }, kalender, periode, &mut vol);
        } else {
            // A lesson on a day that does not count says nothing, but time went on.
            stand.verder(dag, kalender, &mut vol);
            stand.vorige = Some(dag);
        }
    }
    (vol.is_empty() && stand.wekker(kalender).is_none()).then(|| stand.lopend.map(|l| l.begin))
}
