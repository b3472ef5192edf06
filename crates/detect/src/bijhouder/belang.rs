//! Whose lessons of a new day need a thought.
//!
//! Who was ill, had leave or was there has as little absence as who has no lesson on that day, and a school day without lessons
//! ends an absence as well. Their lessons are kept and nobody looks them up. That holds for lessons of the day itself,
//! as long as nothing was said about that day before, and when it is a school day.

use super::lessen::Lessen;
use super::{Bijhouder, opdracht};
use crate::fout::Fout;
use crate::rij::Rij;

impl Bijhouder {
    /// The pupils who have to be looked up, as places in `nieuwe`.
    pub(super) fn van_belang(&self, tot: u16, nieuwe: &Lessen, uit: &mut Vec<u32>) -> Result<(), Fout> {
        let bits = Bits::van(nieuwe.rijen(), tot);
        // A second word about a day is always looked at.
        let vers = tot > self.gezien;
        let mut leerlingen = (0_u32..).zip(nieuwe.tot().iter().map(|t| *t as usize));
        uit.resize(nieuwe.scholen().len(), 0);
        let (mut aantal, mut begin) = (0, 0);
        for van_school in nieuwe.scholen().chunk_by(|a, b| a == b) {
            let Some(school) = van_school.first() else { continue };
            let altijd = !(vers && opdracht(&self.wet, *school, tot, &self.basis.pad)?.wet.kalender.is_schooldag(tot));
            for (i, einde) in leerlingen.by_ref().take(van_school.len()) {
                // Written always, kept or not: who comes next cannot be foreseen, and a wrong guess costs more than this.
                if let Some(plek) = uit.get_mut(aantal) {
                    *plek = i;
                }
                aantal += usize::from(altijd | bits.misschien(begin, einde));
                begin = einde;
            }
        }
        uit.truncate(aantal);
        Ok(())
    }
}

/// So many bits can be read anywhere.
const PASSEN: usize = 56;

/// One bit per lesson: does it have to be looked at? Behind the last are eight bytes more, so that a word can be read anywhere.
struct Bits(Vec<u8>);

impl Bits {
    /// Set for every lesson that is not ill, with leave or present on day `tot`.
    fn van(rijen: &[u32], tot: u16) -> Self {
        // Each lesson its own bit, and then together: lanes can do both.
        let acht = |r: &[u32; 8]| {
            let mut bits = [1, 2, 4, 8, 16, 32, 64, 128_u8];
            for (bit, r) in bits.iter_mut().zip(r) {
                *bit = if Rij(*r).rustig_op(tot) { 0 } else { *bit };
            }
            bits.iter().fold(0, |a, b| a | b)
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

    /// Is one of these set, or are there more of them than fit in a word?
    #[inline]
    fn misschien(&self, begin: usize, einde: usize) -> bool {
        let woord =
            self.0.get(begin / 8..).and_then(|b| b.first_chunk::<8>()).map_or(u64::MAX, |b| u64::from_le_bytes(*b));
        let lengte = einde.saturating_sub(begin);
        let ervan = woord >> (begin % 8) & !(u64::MAX << lengte.min(PASSEN));
        (ervan != 0) | (lengte > PASSEN)
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
                for tot in [van, van + 1, van + 5, van + 55, van + 56, van + 57, 200] {
                    if (van..=200).contains(&tot) {
                        let verwacht = (van..tot).contains(&plek) || tot - van > PASSEN;
                        assert_eq!(bits.misschien(van, tot), verwacht, "{plek} {van} {tot}");
                    }
                }
            }
        }
    }
}
