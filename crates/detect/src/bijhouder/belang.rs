//! Whose lessons of a new day need a thought.
//!
//! Who was ill, had leave or was there has as little absence as who has no lesson on that day, and a school day without lessons
//! ends an absence as well. Their lessons are kept and nobody looks them up. That holds for lessons of the day itself,
//! as long as nothing was said about that day before, and when it is a school day.

use super::Bijhouder;
use super::lessen::Lessen;
use crate::fout::Fout;
use crate::rij::Rij;
use std::ops::Range;

impl Bijhouder {
    /// The pupils who have to be looked up, as places in `nieuwe`.
    pub(super) fn van_belang(&self, tot: u16, nieuwe: &Lessen) -> Result<Vec<u32>, Fout> {
        let bits = Bits::van(nieuwe.rijen(), tot);
        // A second word about a day is always looked at.
        let vers = tot > self.gezien;
        let (mut vorige, mut stil_mag) = (None, false);
        let mut uit = vec![0; nieuwe.wie().len()];
        let mut aantal = 0;
        for (i, (_, school)) in (0_u32..).zip(nieuwe.wie()) {
            if vorige != Some(*school) {
                stil_mag = vers && self.schoolwet(*school)?.kalender.is_schooldag(tot);
                vorige = Some(*school);
            }
            // Written always, kept or not: who comes next cannot be foreseen.
            if let Some(plek) = uit.get_mut(aantal) {
                *plek = i;
            }
            aantal += usize::from(!stil_mag | bits.een_van(nieuwe.bereik(i as usize)));
        }
        uit.truncate(aantal);
        Ok(uit)
    }
}

/// One bit per lesson: does it have to be looked at? Behind the last are eight bytes more, so that a word can be read anywhere.
struct Bits(Vec<u8>);

impl Bits {
    /// Set for every lesson that is not ill, with leave or present on day `tot`.
    fn van(rijen: &[u32], tot: u16) -> Self {
        // Eight lessons give eight bytes of 0 or 1, and a multiplication brings their bits together: lanes can do both.
        let acht = |r: &[u32; 8]| {
            let bytes = r.map(|r| u8::from(!Rij(r).rustig_op(tot)));
            u64::from_le_bytes(bytes).wrapping_mul(0x0102_0408_1020_4080).to_be_bytes()[0]
        };
        let (achten, rest) = rijen.as_chunks::<8>();
        let mut laatste = [0; 8];
        laatste.iter_mut().zip(rest).for_each(|(l, r)| *l = *r);
        let mut bytes = Vec::with_capacity(achten.len() + 9);
        bytes.extend(achten.iter().map(acht));
        bytes.push(acht(&laatste));
        bytes.extend([0; 8]);
        Self(bytes)
    }

    /// Is one of these set?
    #[inline]
    fn een_van(&self, bereik: Range<usize>) -> bool {
        let (plek, bit) = (bereik.start / 8, bereik.start % 8);
        if (1..=56).contains(&bereik.len())
            && let Some(woord) = self.0.get(plek..).and_then(|b| b.first_chunk::<8>())
        {
            return u64::from_le_bytes(*woord) >> bit & (u64::MAX >> (64 - bereik.len())) != 0;
        }
        bereik.into_iter().any(|i| self.0.get(i / 8).is_some_and(|b| b >> (i % 8) & 1 != 0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rij::Status;

    #[test]
    fn een_les_die_telt_of_van_een_andere_dag_is_wordt_overal_gezien() {
        let rustig = [Status::Ziek, Status::Geoorloofd, Status::Aanwezig];
        for (plek, anders) in (0..200).map(|i| (i, Rij::nieuw(9, 1, Status::IN_BESTAND[i % 4], 0))).chain([
            (3, Rij::nieuw(9, 1, Status::Ingetrokken, 0)),
            (63, Rij::nieuw(8, 1, Status::Ziek, 0)),
            (64, Rij::nieuw(10, 1, Status::Aanwezig, 0)),
        ]) {
            let mut rijen: Vec<u32> = (0..200).map(|i| Rij::nieuw(9, 2, rustig[i % 3], 50).0).collect();
            rijen[plek] = anders.0;
            let bits = Bits::van(&rijen, 9);
            for van in 0..=200 {
                for tot in [van, van + 1, van + 5, van + 64, van + 65, 200] {
                    if (van..=200).contains(&tot) {
                        assert_eq!(bits.een_van(van..tot), (van..tot).contains(&plek), "{plek} {van} {tot}");
                    }
                }
            }
        }
    }
}
