//! What came in since the base, one delivery on top of the other.
//!
//! Deliveries are kept as they came: a day costs no more than its place on the pile. Whoever is judged again is looked up in
//! each of them; so that there are never many, sixty-four of them become one, and sixty-four of those again.

use super::lessen::{Lessen, Wie};
use std::sync::Arc;

/// So many deliveries become one.
const VOL: usize = 64;

/// A delivery, and where the last pupil was found.
struct Levering {
    lessen: Arc<Lessen>,
    hier: usize,
}

/// Deliveries, the oldest first.
#[derive(Default)]
pub(super) struct Stapel {
    /// From whole layers that became one, up to deliveries of which there is one each.
    lagen: Vec<Vec<Levering>>,
}

impl Stapel {
    /// Puts a delivery on top; it must be in order.
    pub(super) fn op(&mut self, lessen: Arc<Lessen>) {
        let mut lessen = lessen;
        for hoogte in 0.. {
            if self.lagen.len() == hoogte {
                self.lagen.push(Vec::new());
            }
            let Some(laag) = self.lagen.get_mut(hoogte) else { return };
            laag.push(Levering { lessen, hier: 0 });
            if laag.len() < VOL {
                return;
            }
            let alle: Vec<&Lessen> = laag.iter().map(|l| l.lessen.as_ref()).collect();
            lessen = Arc::new(Lessen::samen(&alle));
            laag.clear();
        }
    }

    /// Every word about the lessons of a pupil at a school, the oldest first.
    pub(super) fn woorden(&mut self, wie: Wie, uit: &mut Vec<u32>) {
        uit.clear();
        for l in self.lagen.iter_mut().rev().flatten() {
            match l.lessen.zoek(wie, l.hier) {
                Ok(i) => {
                    uit.extend_from_slice(l.lessen.van(i));
                    l.hier = i;
                }
                Err(i) => l.hier = i,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rij::{Rij, Status};

    #[test]
    fn hoe_hoog_de_stapel_ook_wordt_de_woorden_staan_op_volgorde_en_geen_raakt_kwijt() {
        let mut s = Stapel::default();
        for keer in 0..5000_u16 {
            let mut l = Lessen::default();
            // Every delivery another lesson of pupil 1, and of every third a new word about one of pupil 2.
            l.leerling(1, 0, &[Rij::nieuw(keer % 300, u8::try_from(keer / 300).unwrap(), Status::Ziek, 5).0]);
            if keer % 3 == 0 {
                l.leerling(2, 0, &[Rij::nieuw(7, 1, Status::Ziek, keer % 1000).0]);
            }
            s.op(Arc::new(l));
        }
        let mut uit = Vec::new();
        s.woorden((1, 0), &mut uit);
        assert_eq!(uit.len(), 5000);
        s.woorden((2, 0), &mut uit);
        assert_eq!(uit.last().map(|r| Rij(*r).minuten()), Some(998), "het woord van levering 4998");
        assert!(s.lagen.iter().all(|l| l.len() < VOL));
        s.woorden((3, 0), &mut uit);
        assert!(uit.is_empty());
    }
}
