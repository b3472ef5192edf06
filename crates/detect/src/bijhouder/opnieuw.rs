//! Judging one pupil: from all lessons, or from the days that its state does not know yet.

use super::lessen::{Wie, laatste_woord};
use super::plek::dag;
use super::{Bijhouder, Werk, opdracht, plaats};
use crate::fout::Fout;
use crate::register::loper::leg_op;
use crate::signaal::{Opdracht, Standen};
use std::sync::Arc;

impl Bijhouder {
    /// Judges a pupil again from all lessons.
    pub(super) fn opnieuw(&mut self, i: usize, werk: &mut Werk) -> Result<(), Fout> {
        let mut rijen = std::mem::take(&mut werk.rijen);
        self.lessen(i, werk, &mut rijen)?;
        let (wet, school) = (Arc::clone(&self.wet), self.wie(i).map_or(0, |w| w.1));
        let o = opdracht(&wet, school, self.tot, &self.basis.pad)?;
        self.opnieuw_uit(i, &rijen, o, werk);
        werk.rijen = rijen;
        Ok(())
    }

    /// The lessons of a pupil as they stand.
    fn lessen(&mut self, i: usize, werk: &mut Werk, rijen: &mut Vec<u32>) -> Result<(), Fout> {
        let Some(wie) = self.wie(i) else { return Ok(()) };
        werk.onder.clear();
        if let Some([van, tot]) = self.basisrijen.get(i..i + 2) {
            werk.onder.resize((tot - van) as usize, 0);
            self.basis.lees_rijen(u64::from(*van), &mut werk.onder)?;
        }
        self.stapel.woorden(wie, &mut werk.boven);
        laatste_woord(&mut werk.boven);
        leg_op(&werk.onder, &werk.boven, rijen);
        Ok(())
    }

    /// Judges a pupil from these lessons, which are all of them.
    pub(super) fn opnieuw_uit(&mut self, i: usize, rijen: &[u32], o: Opdracht<'_>, werk: &mut Werk) {
        let Some(wie) = self.wie(i) else { return };
        let Some(p) = self.plekken.get_mut(i) else { return };
        if let Some(later) = rijen.iter().find(|r| dag(**r) > self.tot) {
            self.later.entry(dag(*later)).or_default().push(plaats(i));
        }
        let rijen = rijen.get(..rijen.partition_point(|r| dag(*r) <= self.tot)).unwrap_or_default();
        let stil = p.bij.is_stil() && p.stil_met(rijen, o.wet, o.periode, self.tot);
        if stil && !p.lang(o.wet) && !p.halverwege(o.wet) {
            return;
        }
        let mut standen = Standen::default();
        let mut gevonden = Vec::new();
        werk.beoordelaar.erbij(&mut standen, wie, rijen, o, &mut |s| gevonden.push(s));
        werk.beoordelaar.verder(&mut standen, wie, o, &mut |s| gevonden.push(s));
        if stil && gevonden.is_empty() && !p.halverwege(o.wet) {
            return;
        }
        p.zet_laatste(rijen.last().map(|r| dag(*r)));
        let stand = self.logboek.lees(p.bij, &mut werk.dagen).unwrap_or(plaats(self.standen.len()));
        p.bijgewerkt(stand, standen.kort(o.wet));
        if let Some(dag) = standen.wekker(&o.wet.kalender) {
            self.wekkers.entry(dag).or_default().push(stand);
        }
        if let Some(plek) = self.standen.get_mut(stand as usize) {
            plek.1 = standen;
        } else {
            self.standen.push((plaats(i), standen));
        }
        if gevonden.is_empty() {
            self.signalen.remove(&wie);
        } else {
            self.signalen.insert(wie, gevonden);
        }
    }

    /// Brings the state of a pupil up to date; `tijd` when it is also certain that nothing more happened until today.
    pub(super) fn bijwerken(&mut self, i: usize, wie: Wie, tijd: bool, werk: &mut Werk) -> Result<(), Fout> {
        let Some(p) = self.plekken.get_mut(i) else { return Ok(()) };
        let Some(stand) = self.logboek.lees(p.bij, &mut werk.dagen) else { return Ok(()) };
        let Some((_, standen)) = self.standen.get_mut(stand as usize) else { return Ok(()) };
        let o = opdracht(&self.wet, wie.1, self.tot, &self.basis.pad)?;
        let signalen = &mut self.signalen;
        let mut uit = |s| signalen.entry(wie).or_default().push(s);
        werk.beoordelaar.dagen_erbij(standen, wie, &werk.dagen, o, &mut uit);
        if tijd {
            werk.beoordelaar.verder(standen, wie, o, &mut uit);
        }
        p.bijgewerkt(stand, standen.kort(o.wet));
        // Another day can follow, also when this one was one: the sixteen hours can be due before the period is full.
        if let Some(dag) = standen.wekker(&o.wet.kalender).filter(|d| !tijd || *d > self.tot) {
            self.wekkers.entry(dag).or_default().push(stand);
        }
        Ok(())
    }
}
