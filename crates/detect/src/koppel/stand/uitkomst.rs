//! Everybody in absolute absence, in order of person, with a sieve before it.
//!
//! A day asks of thousands of people whether they were in it, and nearly nobody was: one bit per person says so, without
//! looking them up.

use crate::koppel::feiten::Verzuim;
use std::collections::BTreeMap;

/// Bits of the sieve, as a power of two: 128 KB, one in sixty set when there are 17,000 people.
const BITS: u32 = 20;

#[derive(Debug, Default)]
pub(super) struct Uitkomst {
    lijst: BTreeMap<u64, Verzuim>,
    /// A bit for everybody who was put in since it was made; empty until somebody is.
    zeef: Vec<u64>,
    /// How many were put in since.
    erin: usize,
}

impl Uitkomst {
    pub fn aantal(&self) -> usize {
        self.lijst.len()
    }

    pub fn iter(&self) -> impl ExactSizeIterator<Item = Verzuim> + '_ {
        self.lijst.values().copied()
    }

    /// The last person.
    pub fn laatste(&self) -> Option<u64> {
        self.lijst.last_key_value().map(|(p, _)| *p)
    }

    /// Puts somebody in; gives what was there.
    pub fn zet(&mut self, v: Verzuim) -> Option<Verzuim> {
        // Whoever is out again leaves a bit behind: after many of them the sieve is made anew.
        if self.zeef.is_empty() || self.erin > 4 * self.lijst.len() + (1 << BITS) / 16 {
            self.zeef = vec![0; 1 << (BITS - 6)];
            self.erin = self.lijst.len();
            for persoon in self.lijst.keys() {
                zet(&mut self.zeef, *persoon);
            }
        }
        self.erin += 1;
        zet(&mut self.zeef, v.persoon);
        self.lijst.insert(v.persoon, v)
    }

    /// Takes somebody out; gives what was there.
    #[inline]
    pub fn weg(&mut self, persoon: u64) -> Option<Verzuim> {
        let (woord, bit) = plek(persoon);
        let misschien = self.zeef.get(woord).is_some_and(|w| w >> bit & 1 != 0);
        if misschien { self.lijst.remove(&persoon) } else { None }
    }
}

fn zet(zeef: &mut [u64], persoon: u64) {
    let (woord, bit) = plek(persoon);
    if let Some(w) = zeef.get_mut(woord) {
        *w |= 1 << bit;
    }
}

/// Where the bit of a person is: numbers that follow each other are spread.
fn plek(persoon: u64) -> (usize, u32) {
    let bits = persoon.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> (64 - BITS);
    (usize::try_from(bits >> 6).unwrap_or(usize::MAX), u32::try_from(bits & 63).unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn erin_en_eruit_zoals_een_gewone_lijst_ook_na_heel_veel_keren() {
        let (mut u, mut model) = (Uitkomst::default(), BTreeMap::new());
        let v = |persoon, sinds| Verzuim { persoon, gemeente: 1, sinds };
        assert_eq!((u.weg(3), u.aantal(), u.laatste()), (None, 0, None));
        let mut getal = 1_u64;
        for keer in 0..400_000 {
            getal ^= getal << 13;
            getal ^= getal >> 7;
            getal ^= getal << 17;
            let persoon = getal % 3000;
            if getal >> 32 & 1 == 0 {
                assert_eq!(u.zet(v(persoon, keer)), model.insert(persoon, v(persoon, keer)));
            } else {
                assert_eq!(u.weg(persoon), model.remove(&persoon));
            }
            // Far from each other too, and out at once: they must not fill the sieve for ever.
            assert_eq!((u.zet(v(getal, 0)), u.weg(getal)), (None, Some(v(getal, 0))));
        }
        assert!(u.iter().eq(model.values().copied()) && u.aantal() == model.len());
        assert_eq!(u.laatste(), model.keys().last().copied());
        let gezet: u32 = u.zeef.iter().map(|w| w.count_ones()).sum();
        assert!(gezet < 1 << (BITS - 2), "{gezet}");
    }
}
