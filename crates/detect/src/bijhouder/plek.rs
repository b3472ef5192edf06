//! What is known of one pupil at one school: sixteen bytes, which is all that a new day of most pupils looks at.
//!
//! Of nearly everybody it is enough to know that no signal is possible: the certain minutes that stand stay under the threshold,
//! and no long absence is near. Two bounds and the absence that goes on say so. Bounds, because time and corrections may leave
//! them too high: who was judged too close is judged again from the lessons, and nothing is lost but time.
//!
//! The minutes are those that stood in the window when the pupil was last judged, and all that came since. Who comes halfway, or
//! had a signal before, has a state (see [`Standen`](crate::signaal::Standen)) that can be brought up to date without the lessons.

use super::logboek::Bij;
use crate::dagen::Dag;
use crate::langdurig;
use crate::rij::{Rij, zekere_som, zekere_som_en_weg};
use crate::wet::Schoolwet;

const GEEN_DAG: u16 = u16::MAX;
/// Whether an absence goes on is not known: a day before the last was corrected.
const ONBEKEND: u16 = u16::MAX - 1;
/// Bits of `kern` for the minutes; the lessons that were missed are above them.
const SOM: u32 = 24;
const SOM_HOOGST: u32 = (1 << SOM) - 1;

#[derive(Debug, Clone, Copy)]
pub(super) struct Plek {
    pub(super) school: u32,
    /// Bounds of the certain minutes (24 bits) and, of a quiet pupil, of the missed lessons (8 bits, 255 is that many or more).
    kern: u32,
    /// The state, and what is not in it yet.
    pub(super) bij: Bij,
    /// Last day on which something that matters was said.
    laatste: u16,
    /// First day of the absence that goes on.
    begin: u16,
}

const _: () = assert!(size_of::<Plek>() == 16, "a line of the cache holds four whole pupils");

impl Plek {
    /// A pupil without lessons.
    pub(super) fn nieuw(school: u32) -> Self {
        Self { school, kern: 0, bij: Bij::STIL, laatste: GEEN_DAG, begin: GEEN_DAG }
    }

    /// There is a state, up to date to `laatste`; `grens` and `loopt` are [`Standen::kort`](crate::signaal::Standen::kort).
    pub(super) fn bijgewerkt(&mut self, stand: u32, (grens, loopt): (u32, Option<u16>)) {
        self.bij = Bij::stand(stand);
        self.kern = grens.min(SOM_HOOGST);
        self.begin = loopt.unwrap_or(GEEN_DAG);
    }

    /// The last day with something that matters.
    #[inline]
    pub(super) fn laatste(self) -> Option<u16> {
        Some(self.laatste).filter(|d| *d != GEEN_DAG)
    }

    #[inline]
    pub(super) fn zet_laatste(&mut self, dag: Option<u16>) {
        self.laatste = dag.unwrap_or(GEEN_DAG);
    }

    /// Are the minutes halfway sixteen hours, or more?
    pub(super) fn halverwege(self, wet: &Schoolwet) -> bool {
        self.kern & SOM_HOOGST >= wet.maat.drempel / 2
    }

    /// Could the minutes make sixteen hours?
    #[inline]
    fn veel(self, wet: &Schoolwet) -> bool {
        self.kern & SOM_HOOGST >= wet.maat.drempel
    }

    /// Could the missed lessons of this quiet pupil make a long absence?
    #[inline]
    pub(super) fn lang(self, wet: &Schoolwet) -> bool {
        self.kern >> SOM >= wet.kalender.minst_schooldagen().min(0xFF)
    }

    /// All lessons of a quiet pupil up to and including day `tot`, exactly. False when the pupil is not quiet.
    pub(super) fn stil_met(&mut self, rijen: &[u32], wet: &Schoolwet, periode: u16, tot: u16) -> bool {
        self.kern = 0;
        self.begin = GEEN_DAG;
        self.tel(zekere_som_en_weg(rijen));
        self.zet_laatste(rijen.last().map(|r| dag(*r)));
        if self.veel(wet) {
            return false;
        }
        // Most pupils are so far from the limit that it does not matter which of their lessons are still in the window.
        if self.halverwege(wet) {
            let begin = wet.kalender.begin_venster(tot, wet.maat.lengte);
            let som = zekere_som(rijen.get(rijen.partition_point(|r| dag(*r) < begin)..).unwrap_or_default());
            self.kern = self.kern >> SOM << SOM | som;
        }
        // What went on before the last day on which the pupil was there has ended.
        let er = rijen.iter().rev().map(|r| Rij(*r)).find(|r| !r.weg() && wet.kalender.lesdag(r.dag()).is_some());
        let vanaf = er.map_or(0, |er| rijen.partition_point(|r| Rij(*r).dag() <= er.dag()));
        let vorige = er.map(|r| dag(r.0));
        self.spoor(rijen.get(vanaf..).unwrap_or_default(), vorige, wet, periode)
    }

    #[inline]
    fn tel(&mut self, (som, weg): (u32, u32)) {
        let som = (self.kern & SOM_HOOGST).saturating_add(som).min(SOM_HOOGST);
        self.kern = (self.kern >> SOM).saturating_add(weg).min(0xFF) << SOM | som;
    }

    /// Lessons on days after the last one, none later than today. False when it is not certain any more that they bring no
    /// signal.
    #[inline]
    pub(super) fn nog_stil_na(&mut self, rijen: &[u32], som: (u32, u32), wet: &Schoolwet, periode: u16) -> bool {
        self.tel(som);
        let vorige = self.laatste();
        self.zet_laatste(rijen.last().map(|r| dag(*r)));
        if self.veel(wet) {
            return false;
        }
        if self.begin == ONBEKEND {
            if self.lang(wet) {
                return false;
            }
            // A day on which the pupil was there ends whatever went on before.
            if rijen.iter().any(|r| !Rij(*r).weg() && wet.kalender.lesdag(Rij(*r).dag()).is_some()) {
                self.begin = GEEN_DAG;
                return self.spoor(rijen, None, wet, periode);
            }
            return true;
        }
        // Nothing goes on and nothing begins: most days of most pupils.
        (self.begin == GEEN_DAG && som.1 == 0) || self.spoor(rijen, vorige, wet, periode)
    }

    /// As [`Self::nog_stil_na`], for lessons of one day that counts, all of them missed or not.
    #[inline]
    pub(super) fn nog_stil_op(&mut self, d: &Dag, weg: u32, wet: &Schoolwet, periode: u16) -> bool {
        self.tel((d.zeker, weg));
        let vorige = self.laatste();
        self.zet_laatste(Some(d.dag));
        if self.veel(wet) {
            return false;
        }
        let begin = match self.begin {
            // Nothing goes on and nothing begins: most days of most pupils.
            GEEN_DAG if weg == 0 => return true,
            ONBEKEND if d.weg => return !self.lang(wet),
            // A day on which the pupil was there ends whatever went on before.
            ONBEKEND | GEEN_DAG => None,
            begin => Some(begin),
        };
        let loopt = langdurig::spoor_van_dag(begin, vorige, (d.dag, d.weg), &wet.kalender, periode);
        self.begin = loopt.flatten().unwrap_or(if loopt.is_some() { GEEN_DAG } else { self.begin });
        loopt.is_some()
    }

    /// Follows the absence that goes on. False when it is, or by time alone will be, a long one.
    fn spoor(&mut self, rijen: &[u32], vorige: Option<u16>, wet: &Schoolwet, periode: u16) -> bool {
        let begin = Some(self.begin).filter(|b| *b != GEEN_DAG);
        match langdurig::spoor(begin, vorige, rijen, &wet.kalender, periode) {
            Some(begin) => {
                self.begin = begin.unwrap_or(GEEN_DAG);
                true
            }
            None => false,
        }
    }

    /// A correction or withdrawal of lessons of a quiet pupil. False when it is not certain any more that there is no signal.
    #[inline]
    pub(super) fn nog_stil_met(&mut self, rijen: &[u32], som: (u32, u32), wet: &Schoolwet) -> bool {
        self.tel(som);
        let laatste = rijen.last().map(|r| dag(*r)).max(self.laatste());
        self.zet_laatste(laatste);
        self.begin = ONBEKEND;
        !self.veel(wet) && !self.lang(wet)
    }
}

/// Day of a lesson.
#[inline]
pub(super) fn dag(rij: u32) -> u16 {
    u16::try_from(Rij(rij).dag()).unwrap_or(GEEN_DAG)
}
