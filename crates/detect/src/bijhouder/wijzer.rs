//! Where a pupil at a school is kept.
//!
//! Numbers of pupils mostly follow each other. Then one bit per number says who is there, and counting bits says where: that
//! table is so small that it stays near. Numbers with large gaps are looked up in the list itself, from where the last one was.

use super::lessen::{Wie, vanaf_hint};
use super::plaats;
use super::plek::Plek;
use std::cmp::Ordering;
use std::collections::BTreeMap;

/// Numbers per pupil, at most, for the table to be worth its memory: four bytes per pupil.
const RUIM: u64 = 16;

/// Sixty-four numbers that follow each other.
#[derive(Clone, Copy, Default)]
struct Veld {
    /// Who is there.
    wie: u64,
    /// The place of the first pupil from here on.
    plek: u32,
    /// Somebody here is at more schools: places have to be looked up.
    meer: bool,
}

/// The numbers of the pupils, in the order of their places.
#[derive(Default)]
pub(super) struct Wijzer {
    /// The pupils of the base, in order; behind them those who came later.
    leerlingen: Vec<u64>,
    basis: usize,
    /// From the first number on; empty when the gaps are large.
    velden: Vec<Veld>,
    /// Pupils at a school who were not in the base, and where they are.
    nieuw: BTreeMap<Wie, u32>,
}

impl Wijzer {
    /// Room for this many pupils.
    pub(super) fn ruimte(&mut self, aantal: usize) {
        self.leerlingen.reserve_exact(aantal);
    }

    /// The next pupil of the base.
    pub(super) fn in_basis(&mut self, leerling: u64) {
        self.leerlingen.push(leerling);
        self.basis = self.leerlingen.len();
    }

    /// The base is whole.
    pub(super) fn basis_klaar(&mut self) {
        let (Some(eerste), Some(laatste)) = (self.leerlingen.first(), self.leerlingen.last()) else { return };
        let velden = (laatste - eerste) / 64 + 1;
        if velden > (self.basis as u64).saturating_mul(RUIM) / 64 + 1 {
            return;
        }
        self.velden = vec![Veld::default(); usize::try_from(velden).unwrap_or(0)];
        let mut vorige = None;
        let mut volgende = 0;
        for (plek, leerling) in (0_u32..).zip(&self.leerlingen) {
            let nummer = leerling - eerste;
            let veld = usize::try_from(nummer / 64).unwrap_or(usize::MAX);
            while volgende <= veld
                && let Some(v) = self.velden.get_mut(volgende)
            {
                v.plek = plek;
                volgende += 1;
            }
            if let Some(v) = self.velden.get_mut(veld) {
                v.wie |= 1 << (nummer % 64);
                v.meer |= vorige == Some(leerling);
            }
            vorige = Some(leerling);
        }
    }

    /// The number of the pupil at a place.
    pub(super) fn leerling(&self, plek: usize) -> Option<u64> {
        self.leerlingen.get(plek).copied()
    }

    /// Where a pupil is in the base, looked for from `hint` on.
    #[inline]
    pub(super) fn eerste(&self, leerling: u64, hint: usize) -> Vindplaats {
        let Some((veld, bit)) = self.veld(leerling) else {
            let basis = self.leerlingen.get(..self.basis).unwrap_or_default();
            return Vindplaats { plek: vanaf_hint(basis, hint, |l| *l < leerling), enige: false };
        };
        let plek = veld.plek as usize;
        if veld.meer {
            let vanaf = self.leerlingen.get(plek..self.basis).unwrap_or_default();
            return Vindplaats { plek: plek + vanaf_hint(vanaf, 0, |l| *l < leerling), enige: false };
        }
        let ervoor = (veld.wie & ((1 << bit) - 1)).count_ones() as usize;
        Vindplaats { plek: plek + ervoor, enige: veld.wie >> bit & 1 != 0 }
    }

    /// The field of a number and its bit in it.
    #[inline]
    fn veld(&self, leerling: u64) -> Option<(&Veld, u64)> {
        let nummer = leerling.checked_sub(*self.leerlingen.first()?)?;
        Some((self.velden.get(usize::try_from(nummer / 64).ok()?)?, nummer % 64))
    }

    /// Where a pupil at a school is; somebody new gets a place.
    #[inline]
    pub(super) fn zoek(&mut self, wie: Wie, vindplaats: Vindplaats, plekken: &mut Vec<Plek>) -> usize {
        let Vindplaats { plek, enige } = vindplaats;
        if enige && plekken.get(plek).is_some_and(|p| p.school == wie.1) {
            return plek;
        }
        self.zoek_verder(wie, plek, plekken)
    }

    /// A pupil at more schools has as many places, in order of school; behind the base everybody is looked up.
    fn zoek_verder(&mut self, wie: Wie, eerste: usize, plekken: &mut Vec<Plek>) -> usize {
        let (leerling, school) = wie;
        let mut plek = eerste;
        while plek < self.basis && self.leerlingen.get(plek) == Some(&leerling) {
            match plekken.get(plek).map(|p| p.school.cmp(&school)) {
                Some(Ordering::Equal) => return plek,
                Some(Ordering::Less) => plek += 1,
                _ => break,
            }
        }
        if let Some(i) = self.nieuw.get(&wie) {
            return *i as usize;
        }
        let i = plekken.len();
        plekken.push(Plek::nieuw(school));
        self.leerlingen.push(leerling);
        self.nieuw.insert(wie, plaats(i));
        i
    }
}

/// Where a pupil is in the base, or where the next one is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Vindplaats {
    pub(super) plek: usize,
    /// It is this pupil, at one school.
    enige: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every pupil of `basis` is found at its own place, and everybody else gets one.
    fn vindt_iedereen(basis: &[Wie], anderen: &[Wie]) -> bool {
        let (mut w, mut plekken) = (Wijzer::default(), Vec::new());
        for (leerling, school) in basis {
            w.in_basis(*leerling);
            plekken.push(Plek::nieuw(*school));
        }
        w.basis_klaar();
        for hint in [0, 1, basis.len()] {
            for (i, wie) in basis.iter().enumerate() {
                let eerste = w.eerste(wie.0, hint);
                assert_eq!(eerste.plek, basis.iter().position(|b| b.0 == wie.0).unwrap(), "{wie:?}");
                assert_eq!(w.zoek(*wie, eerste, &mut plekken), i, "{wie:?}");
            }
            for (i, wie) in anderen.iter().enumerate() {
                let eerste = w.eerste(wie.0, hint);
                assert_eq!(w.zoek(*wie, eerste, &mut plekken), basis.len() + i, "{wie:?}");
                assert_eq!(w.leerling(basis.len() + i), Some(wie.0));
            }
        }
        !w.velden.is_empty()
    }

    #[test]
    fn wie_er_is_wordt_gevonden_en_wie_nieuw_is_krijgt_een_plek() {
        let opeen: Vec<Wie> = (100..400).filter(|l| l % 3 != 0).map(|l| (l, 7)).collect();
        assert!(vindt_iedereen(&opeen, &[(102, 7), (101, 8), (101, 6), (5, 7), (399, 7), (400, 1), (u64::MAX, 7)]));
        // Somebody at three schools, also on the edge of a field.
        let mut meer = opeen.clone();
        meer.extend([(163, 2), (163, 9), (164, 1), (227, 8), (228, 9)]);
        meer.sort_unstable();
        assert!(vindt_iedereen(&meer, &[(163, 3), (165, 7), (227, 1)]));
        // Numbers with large gaps.
        let ruim: Vec<Wie> = (1..200).map(|l| (l * 1_000_003, 7)).chain([(u64::MAX, 3)]).collect();
        assert!(!vindt_iedereen(&ruim, &[(0, 7), (1_000_003, 8), (1_000_004, 7), (u64::MAX, 4)]));
        assert!(!vindt_iedereen(&[], &[(1, 1), (0, 0)]));
    }
}
