//! Parquet's hybrid of runs and packed bits: small numbers, used for definition levels and for places in a dictionary.

/// Bytes that must follow the coded bytes, so that a number can always be read with one load of eight bytes.
pub(crate) const RAND: usize = 8;

/// Where we are in a hybrid stream.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Hybride {
    /// Next byte, and the end, as places in the page.
    pos: usize,
    tot: usize,
    breedte: u32,
    /// A run: how often this number still comes.
    rest: usize,
    waarde: u32,
    /// Packed: how many numbers are still in this group, and where the next one starts, in bits from `pos`.
    verpakt: usize,
    bit: usize,
}

impl Hybride {
    /// A stream of numbers of `breedte` bits (0…32) in the bytes from `pos` up to `tot`.
    pub(crate) fn nieuw(pos: usize, tot: usize, breedte: u32) -> Option<Self> {
        (pos <= tot && breedte <= 32).then_some(Self { pos, tot, breedte, ..Self::default() })
    }

    /// Reads the next run or group; `None` when the stream is broken or used up.
    fn volgende(&mut self, bytes: &[u8]) -> Option<()> {
        if self.bit > 0 {
            self.pos += self.bit.div_ceil(8);
            self.bit = 0;
        }
        let (mut kop, mut schuif) = (0_u64, 0);
        loop {
            let b = *bytes.get(..self.tot)?.get(self.pos)?;
            self.pos += 1;
            kop |= u64::from(b & 0x7F) << schuif;
            if b & 0x80 == 0 {
                break;
            }
            schuif += 7;
            if schuif > 28 {
                return None;
            }
        }
        if kop & 1 == 1 {
            self.verpakt = usize::try_from(kop >> 1).ok()?.checked_mul(8)?;
            // The last group may be cut short by writers that leave out the padding: what is missing is never asked for.
            let bits = (self.tot - self.pos) * 8;
            if self.breedte > 0 {
                self.verpakt = self.verpakt.min(bits / self.breedte as usize);
            }
        } else {
            let n = self.breedte.div_ceil(8) as usize;
            let mut waarde = 0_u32;
            for (i, b) in bytes.get(self.pos..self.tot)?.get(..n)?.iter().enumerate() {
                waarde |= u32::from(*b) << (8 * i);
            }
            self.pos += n;
            self.waarde = waarde;
            self.rest = usize::try_from(kop >> 1).ok()?;
        }
        (self.rest > 0 || self.verpakt > 0).then_some(())
    }

    /// Adds `n` numbers to `uit`, each through `als`. `bytes` is the page with [`RAND`] bytes after it.
    pub(crate) fn lees<T: Copy>(
        &mut self,
        bytes: &[u8],
        mut n: usize,
        uit: &mut Vec<T>,
        als: impl Fn(u32) -> T,
    ) -> Option<()> {
        while n > 0 {
            if self.rest > 0 {
                let m = self.rest.min(n);
                uit.resize(uit.len() + m, als(self.waarde));
                self.rest -= m;
                n -= m;
            } else if self.verpakt > 0 {
                let m = self.verpakt.min(n);
                self.pak_uit(bytes, m, uit, &als)?;
                self.verpakt -= m;
                n -= m;
            } else {
                self.volgende(bytes)?;
            }
        }
        Some(())
    }

    #[inline]
    fn pak_uit<T: Copy>(&mut self, bytes: &[u8], m: usize, uit: &mut Vec<T>, als: &impl Fn(u32) -> T) -> Option<()> {
        macro_rules! breedtes {
            ($($w:literal)*) => {
                match self.breedte {
                    $($w => verpakt::<T, $w>(bytes.get(self.pos..self.tot + RAND)?, self.bit, m, uit, als)?,)*
                    w => los(bytes.get(self.pos..self.tot + RAND)?, self.bit, w as usize, m, uit, als)?,
                }
            };
        }
        breedtes!(1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20);
        self.bit += m * self.breedte as usize;
        Some(())
    }
}

/// Numbers of a width that the compiler knows.
fn verpakt<T: Copy, const W: usize>(
    bytes: &[u8],
    mut bit: usize,
    mut m: usize,
    uit: &mut Vec<T>,
    als: &impl Fn(u32) -> T,
) -> Option<()> {
    // Up to the border of a byte one by one, then eight at a time: eight numbers of W bits are W bytes.
    while m > 0 && !bit.is_multiple_of(8) {
        uit.push(als(een(bytes, bit, W)?));
        bit += W;
        m -= 1;
    }
    let begin = bit / 8;
    let groepen = m / 8;
    let alle = bytes.get(begin..begin + groepen * W + RAND)?;
    let gehad = uit.len();
    uit.resize(gehad + groepen * 8, als(0));
    let (doel, _) = uit.get_mut(gehad..)?.as_chunks_mut::<8>();
    for (g, acht) in doel.iter_mut().enumerate() {
        let b = alle.get(g * W..g * W + W + RAND)?;
        *acht = if W <= 8 {
            // All eight in one load.
            let woord = u64::from_le_bytes(*b.first_chunk()?);
            std::array::from_fn(|i| als(onderste(woord >> (i * W)) & masker(W)))
        } else if W <= 16 {
            // Four in the first load, four in a second one that begins in their middle.
            let (a, b) = (u64::from_le_bytes(*b.first_chunk()?), u64::from_le_bytes(*b.get(W / 2..)?.first_chunk()?));
            std::array::from_fn(|i| {
                let woord = if i < 4 { a >> (i * W) } else { b >> ((i - 4) * W + 4 * W % 8) };
                als(onderste(woord) & masker(W))
            })
        } else {
            std::array::from_fn(|i| {
                let plek = i * W / 8;
                let woord = b.get(plek..plek + 8).and_then(|x| x.try_into().ok()).map_or(0, u64::from_le_bytes);
                als(onderste(woord >> (i * W % 8)) & masker(W))
            })
        };
    }
    bit += groepen * 8 * W;
    for _ in 0..m % 8 {
        uit.push(als(een(bytes, bit, W)?));
        bit += W;
    }
    Some(())
}

/// Numbers of any width.
fn los<T: Copy>(
    bytes: &[u8],
    mut bit: usize,
    breedte: usize,
    m: usize,
    uit: &mut Vec<T>,
    als: &impl Fn(u32) -> T,
) -> Option<()> {
    for _ in 0..m {
        uit.push(als(een(bytes, bit, breedte)?));
        bit += breedte;
    }
    Some(())
}

#[inline]
const fn masker(breedte: usize) -> u32 {
    if breedte >= 32 { u32::MAX } else { (1 << breedte) - 1 }
}

#[inline]
fn een(bytes: &[u8], bit: usize, breedte: usize) -> Option<u32> {
    let plek = bit / 8;
    let woord = u64::from_le_bytes(bytes.get(plek..plek + 8)?.try_into().ok()?);
    Some(onderste(woord >> (bit % 8)) & masker(breedte))
}

/// The lower half of a number.
#[inline]
const fn onderste(woord: u64) -> u32 {
    let [a, b, c, d, ..] = woord.to_le_bytes();
    u32::from_le_bytes([a, b, c, d])
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Writes numbers the plain way: one packed group per eight, or a run.
    fn schrijf(waarden: &[u32], breedte: usize, runs: bool) -> Vec<u8> {
        let mut uit = Vec::new();
        let mut i = 0;
        while i < waarden.len() {
            let gelijk = waarden[i..].iter().take_while(|w| **w == waarden[i]).count();
            if runs && gelijk >= 8 {
                let mut kop = gelijk << 1;
                while kop >= 128 {
                    uit.push(u8::try_from(kop & 0x7F).unwrap() | 0x80);
                    kop >>= 7;
                }
                uit.push(u8::try_from(kop).unwrap());
                uit.extend_from_slice(&waarden[i].to_le_bytes()[..breedte.div_ceil(8)]);
                i += gelijk;
                continue;
            }
            uit.push(3);
            let mut bits = 0_u128;
            let mut rest = Vec::new();
            for k in 0..8 {
                let w = waarden.get(i + k).copied().unwrap_or(0);
                for b in 0..breedte {
                    rest.push(w >> b & 1);
                }
                bits += 1;
            }
            assert_eq!(bits, 8);
            uit.extend(
                rest.chunks(8).map(|c| c.iter().enumerate().map(|(j, b)| u8::try_from(b << j).unwrap()).sum::<u8>()),
            );
            i += 8;
        }
        uit
    }

    #[test]
    fn elke_breedte_in_brokken_van_elke_maat() {
        let mut zaad = 11_u64;
        let mut kans = move || {
            zaad = zaad.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            u32::try_from(zaad >> 32).unwrap()
        };
        for breedte in 1..=32_usize {
            for runs in [false, true] {
                let mut waarden = Vec::new();
                while waarden.len() < 400 {
                    let w = kans() & masker(breedte);
                    // A run of which the start is on the border of a group, as writers do.
                    let n = if kans() % 3 == 0 { 8 * (1 + kans() as usize % 4) } else { 1 };
                    if waarden.len() % 8 == 0 || n == 1 {
                        waarden.extend(std::iter::repeat_n(w, n));
                    }
                }
                let mut bytes = schrijf(&waarden, breedte, runs);
                let tot = bytes.len();
                bytes.extend([0; RAND]);
                for stap in [1, 3, 8, 13, 400] {
                    let mut h = Hybride::nieuw(0, tot, u32::try_from(breedte).unwrap()).unwrap();
                    let mut uit = Vec::new();
                    while uit.len() < waarden.len() {
                        let n = stap.min(waarden.len() - uit.len());
                        h.lees(&bytes, n, &mut uit, |w| w).unwrap();
                    }
                    assert_eq!(uit, waarden, "breedte {breedte} stap {stap} runs {runs}");
                }
            }
        }
    }

    #[test]
    fn een_stroom_die_te_kort_is_geeft_niets() {
        let mut bytes = schrijf(&[1, 2, 3, 4, 5, 6, 7, 0], 3, false);
        let tot = bytes.len();
        bytes.extend([0; RAND]);
        let mut h = Hybride::nieuw(0, tot, 3).unwrap();
        let mut uit = Vec::new();
        assert!(h.lees(&bytes, 9, &mut uit, |w| w).is_none());
        assert!(Hybride::nieuw(5, 4, 3).is_none() && Hybride::nieuw(0, 4, 33).is_none());
    }
}
