//! What is known of one pupil at one school: half a line of the cache, which is all that a new day of most pupils looks at.
//!
//! Nearly everybody is quiet: the certain minutes of the whole year stay under the threshold, and no long absence is near.
//! Of a quiet pupil two bounds and the absence that goes on are enough. Bounds, because a correction may leave them too high:
//! who was judged too close is judged again from the lessons, and nothing is lost but time.

use crate::langdurig;
use crate::rij::{Rij, zekere_som_en_weg};
use crate::wet::Schoolwet;

/// No lessons since the base, or no day.
pub(super) const GEEN: u32 = u32::MAX;
const GEEN_DAG: u16 = u16::MAX;
/// Whether an absence goes on is not known: a day before the last was corrected.
const ONBEKEND: u16 = u16::MAX - 1;
/// The bit of `laatste` that says that the pupil has a state.
const MET_STAND: u16 = 1 << 15;
/// Bits of `kern` for the minutes; the lessons that were missed are above them.
const SOM: u32 = 24;
const SOM_HOOGST: u32 = (1 << SOM) - 1;

#[derive(Debug, Clone, Copy)]
pub(super) struct Plek {
    pub(super) leerling: u64,
    pub(super) school: u32,
    /// First lesson in the base, and how many.
    pub(super) basis: u32,
    pub(super) aantal: u32,
    /// The last part of the lessons that were added since the base.
    pub(super) erbij: u32,
    /// Quiet: bounds of the certain minutes (24 bits) and of the missed lessons (8 bits, 255 is that many or more).
    /// Otherwise the place of the state.
    kern: u32,
    /// Last day with a lesson of any kind, and whether there is a state.
    laatste: u16,
    /// First day of the absence that goes on.
    begin: u16,
}

const _: () = assert!(size_of::<Plek>() == 32, "a line of the cache holds two whole pupils");

impl Plek {
    /// A pupil without lessons.
    pub(super) fn nieuw((leerling, school): (u64, u32)) -> Self {
        Self {
            leerling,
            school,
            basis: 0,
            aantal: 0,
            erbij: GEEN,
            kern: 0,
            laatste: GEEN_DAG & !MET_STAND,
            begin: GEEN_DAG,
        }
    }

    /// A pupil with lessons in the base.
    pub(super) fn in_basis(wie: (u64, u32), basis: u32, aantal: u32) -> Self {
        Self { basis, aantal, ..Self::nieuw(wie) }
    }

    /// Who it is.
    #[inline]
    pub(super) fn wie(self) -> (u64, u32) {
        (self.leerling, self.school)
    }

    /// The place of the state, of who is not quiet.
    #[inline]
    pub(super) fn stand(self) -> Option<u32> {
        (self.laatste & MET_STAND != 0).then_some(self.kern)
    }

    /// From now on there is a state.
    pub(super) fn met_stand(&mut self, plek: u32) {
        self.laatste |= MET_STAND;
        self.kern = plek;
    }

    /// The last day with a lesson.
    #[inline]
    pub(super) fn laatste(self) -> Option<u16> {
        Some(self.laatste & !MET_STAND).filter(|d| *d != GEEN_DAG & !MET_STAND)
    }

    #[inline]
    pub(super) fn zet_laatste(&mut self, dag: Option<u16>) {
        self.laatste = self.laatste & MET_STAND | dag.unwrap_or(GEEN_DAG) & !MET_STAND;
    }

    /// Could the minutes of this quiet pupil make sixteen hours?
    #[inline]
    fn veel(self, wet: &Schoolwet) -> bool {
        self.kern & SOM_HOOGST >= wet.maat.drempel
    }

    /// Could the missed lessons of this quiet pupil make a long absence?
    #[inline]
    fn lang(self, wet: &Schoolwet) -> bool {
        self.kern >> SOM >= wet.kalender.minst_schooldagen().min(0xFF)
    }

    /// All lessons of a quiet pupil, exactly. False when the pupil is not quiet.
    pub(super) fn stil_met(&mut self, rijen: &[u32], wet: &Schoolwet, periode: u16) -> bool {
        self.kern = 0;
        self.begin = GEEN_DAG;
        self.tel(zekere_som_en_weg(rijen));
        self.zet_laatste(rijen.last().map(|r| dag(*r)));
        if self.veel(wet) {
            return false;
        }
        // What went on before the last day on which the pupil was there has ended.
        let er = rijen.iter().rev().map(|r| Rij(*r)).find(|r| !r.weg() && wet.kalender.lesdag(r.dag()).is_some());
        let vanaf = er.map_or(0, |er| rijen.partition_point(|r| Rij(*r).dag() <= er.dag()));
        let vorige = er.map(|r| dag(r.0));
        self.spoor(rijen.get(vanaf..).unwrap_or_default(), vorige, wet, periode)
    }

    /// Could the lessons that were counted make a signal?
    pub(super) fn mogelijk(self, wet: &Schoolwet) -> bool {
        self.veel(wet) || self.lang(wet)
    }

    #[inline]
    fn tel(&mut self, (som, weg): (u32, u32)) {
        let som = (self.kern & SOM_HOOGST).saturating_add(som).min(SOM_HOOGST);
        self.kern = (self.kern >> SOM).saturating_add(weg).min(0xFF) << SOM | som;
    }

    /// Lessons on days after the last of a quiet pupil, none later than today. False when it is not certain any more that
    /// there is no signal.
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
    u16::try_from(Rij(rij).dag()).unwrap_or(GEEN_DAG & !MET_STAND)
}
