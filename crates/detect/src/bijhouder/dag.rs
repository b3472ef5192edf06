//! A new delivery: some dozens of pupils at a time.

use super::lessen::{Lessen, Wie};
use super::plek::dag;
use super::wijzer::Vindplaats;
use super::{Bijhouder, Vorige, Werk};
use crate::dagen::{Dag, verzamel};
use crate::fout::Fout;
use crate::rij::Rij;
use crate::signaal::Opdracht;
use std::hint::black_box;
use std::sync::Arc;

/// Pupils that are looked up before they are judged.
const GREEP: usize = 32;

impl Bijhouder {
    /// Where they are, then what is there, and only then what it means: the machine waits for all of them at once.
    pub(super) fn grepen(&mut self, nieuwe: &Lessen, van_belang: &[u32], werk: &mut Werk) -> Result<(), Fout> {
        let wet = Arc::clone(&self.wet);
        let mut school = Vorige::default();
        let mut hint = 0;
        for greep in van_belang.chunks(GREEP) {
            let wie = |i: &u32| nieuwe.wie(*i as usize).unwrap_or_default();
            let mut plekken = [Vindplaats::default(); GREEP];
            for (plek, i) in plekken.iter_mut().zip(greep) {
                *plek = self.wijzer.eerste(wie(i).0, hint);
                hint = plek.plek;
            }
            // Reading ahead brings them into the cache.
            let scholen = plekken.iter().take(greep.len()).map(|p| self.plekken.get(p.plek).map_or(0, |p| p.school));
            black_box(scholen.fold(0, u32::wrapping_add));
            for (plek, i) in plekken.iter().zip(greep) {
                let (wie, rijen) = (wie(i), nieuwe.van(*i as usize));
                let plek = self.wijzer.zoek(wie, *plek, &mut self.plekken);
                let o = school.opdracht(&wet, wie.1, self.tot, &self.basis.pad)?;
                self.een(plek, wie, rijen, o, werk)?;
            }
        }
        self.bijwerken_wie_achter_is(werk)
    }

    /// The lessons of one pupil.
    #[inline]
    fn een(&mut self, i: usize, wie: Wie, rijen: &[u32], o: Opdracht<'_>, werk: &mut Werk) -> Result<(), Fout> {
        let (Some(eerste), Some(laatste)) = (rijen.first(), rijen.last()) else { return Ok(()) };
        let (eerste, laatste) = (dag(*eerste), dag(*laatste));
        let Some(p) = self.plekken.get_mut(i) else { return Ok(()) };
        let (mut som, mut weg, mut ingetrokken) = (0, 0, false);
        for r in rijen.iter().map(|r| Rij(*r)) {
            som += r.zeker();
            weg += u32::from(r.weg());
            ingetrokken |= r.ingetrokken();
        }
        let na = !ingetrokken && p.laatste().is_none_or(|l| eerste > l);
        // Nearly every delivery is of one day.
        let van_dag = (eerste == laatste).then(|| o.wet.kalender.lesdag(u32::from(eerste))).flatten();
        let van_dag = van_dag.map(|lesdag| Dag { dag: eerste, lesdag, zeker: som, weg: weg as usize == rijen.len() });
        if p.bij.is_stil() {
            // What is later than today is judged when it is that day.
            let stil = laatste <= self.tot
                && match van_dag.filter(|_| na) {
                    Some(d) => p.nog_stil_op(&d, weg, o.wet, o.periode),
                    None if na => p.nog_stil_na(rijen, (som, weg), o.wet, o.periode),
                    None => p.nog_stil_met(rijen, (som, weg), o.wet),
                };
            return if stil { Ok(()) } else { self.opnieuw(i, werk) };
        }
        // A lesson of a day that was already counted as a day without any is late, also when no lesson lies after it.
        if !na || eerste <= self.gezien || laatste > self.tot {
            return self.opnieuw(i, werk);
        }
        let stil = if let Some(d) = van_dag {
            self.logboek.schrijf(&mut p.bij, &[d]);
            p.nog_stil_op(&d, weg, o.wet, o.periode)
        } else {
            verzamel(rijen, &o.wet.kalender, self.tot, &mut werk.dagen);
            self.logboek.schrijf(&mut p.bij, &werk.dagen);
            p.nog_stil_na(rijen, (som, weg), o.wet, o.periode)
        };
        if !stil {
            werk.achter.push((i, wie));
        }
        Ok(())
    }

    /// The states of whom a signal is possible now. They lie all over memory too.
    fn bijwerken_wie_achter_is(&mut self, werk: &mut Werk) -> Result<(), Fout> {
        let achter = std::mem::take(&mut werk.achter);
        for greep in achter.chunks(GREEP) {
            let standen = greep.iter().filter_map(|(i, _)| self.logboek.stand(self.plekken.get(*i)?.bij));
            let leeg = standen.filter_map(|s| self.standen.get(s as usize)).filter(|s| s.1.leeg());
            black_box(leeg.count());
            for (i, wie) in greep {
                self.bijwerken(*i, *wie, false, werk)?;
            }
        }
        werk.achter = achter;
        werk.achter.clear();
        Ok(())
    }
}
