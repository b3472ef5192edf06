//! The header of a Parquet page: a small struct in Thrift's compact protocol.
//!
//! We read it ourselves so that a page can be refused on its claimed size before anything is unpacked.

/// What a page header says.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Paginakop {
    /// 0 data, 2 dictionary, 3 data (second version).
    pub(crate) soort: i32,
    /// Bytes after unpacking.
    pub(crate) uitgepakt: i32,
    /// Bytes in the file, after this header.
    pub(crate) ingepakt: i32,
    /// Values on the page, empty ones too.
    pub(crate) waarden: i32,
    /// How the values are written.
    pub(crate) codering: i32,
    /// Second version: bytes of definition levels, which are never packed.
    pub(crate) niveaus: i32,
    /// Second version: bytes of repetition levels.
    pub(crate) herhaling: i32,
    /// Second version: the values are not packed.
    pub(crate) onverpakt: bool,
    /// Bytes of this header.
    pub(crate) lengte: usize,
}

/// Deeper than this no page header goes; a made-up one could.
const DIEPTE: u8 = 8;

struct Lezer<'a> {
    bytes: &'a [u8],
    pos: usize,
}

impl Lezer<'_> {
    fn byte(&mut self) -> Option<u8> {
        let b = *self.bytes.get(self.pos)?;
        self.pos += 1;
        Some(b)
    }

    fn varint(&mut self) -> Option<u64> {
        let mut uit = 0_u64;
        for i in 0..10 {
            let b = self.byte()?;
            uit |= u64::from(b & 0x7F).checked_shl(7 * i)?;
            if b & 0x80 == 0 {
                return Some(uit);
            }
        }
        None
    }

    fn getal(&mut self) -> Option<i64> {
        let n = self.varint()?;
        Some(i64::from_ne_bytes((n >> 1).to_ne_bytes()) ^ -i64::from_ne_bytes((n & 1).to_ne_bytes()))
    }

    fn i32(&mut self) -> Option<i32> {
        i32::try_from(self.getal()?).ok()
    }

    /// The next field of a struct: its number and type; `Some(None)` at the end.
    #[expect(clippy::option_option, reason = "the outer one is a fault, the inner one the end")]
    fn veld(&mut self, vorig: &mut i64) -> Option<Option<(i64, u8)>> {
        let b = self.byte()?;
        if b == 0 {
            return Some(None);
        }
        let sprong = i64::from(b >> 4);
        *vorig = if sprong == 0 { self.getal()? } else { vorig.checked_add(sprong)? };
        Some(Some((*vorig, b & 0x0F)))
    }

    fn sla_over(&mut self, soort: u8, diepte: u8) -> Option<()> {
        let diepte = diepte.checked_sub(1)?;
        match soort {
            1 | 2 => {}
            3 => self.pos = self.pos.checked_add(1)?,
            4..=6 => drop(self.varint()?),
            7 => self.pos = self.pos.checked_add(8)?,
            8 => {
                let n = usize::try_from(self.varint()?).ok()?;
                self.pos = self.pos.checked_add(n)?;
            }
            9 | 10 => {
                let kop = self.byte()?;
                let mut n = u64::from(kop >> 4);
                if n == 15 {
                    n = self.varint()?;
                }
                for _ in 0..n {
                    // A list of booleans has a byte for each.
                    match kop & 0x0F {
                        1 | 2 => drop(self.byte()?),
                        s => self.sla_over(s, diepte)?,
                    }
                }
            }
            12 => {
                let mut vorig = 0;
                while let Some((_, s)) = self.veld(&mut vorig)? {
                    self.sla_over(s, diepte)?;
                }
            }
            _ => return None,
        }
        (self.pos <= self.bytes.len()).then_some(())
    }
}

/// Reads the header at the start of these bytes; nothing when it is no header, or runs past the end.
pub(crate) fn paginakop(bytes: &[u8]) -> Option<Paginakop> {
    let mut l = Lezer { bytes, pos: 0 };
    let mut k = Paginakop::default();
    let mut vorig = 0;
    while let Some((veld, soort)) = l.veld(&mut vorig)? {
        match (veld, soort) {
            (1, 5) => k.soort = l.i32()?,
            (2, 5) => k.uitgepakt = l.i32()?,
            (3, 5) => k.ingepakt = l.i32()?,
            (5 | 7 | 8, 12) => inhoud(&mut l, veld, &mut k)?,
            (_, s) => l.sla_over(s, DIEPTE)?,
        }
    }
    k.lengte = l.pos;
    let niet_negatief = [k.soort, k.uitgepakt, k.ingepakt, k.waarden, k.codering, k.niveaus, k.herhaling];
    niet_negatief.iter().all(|x| *x >= 0).then_some(k)
}

/// The struct of a data page (5), a dictionary (7) or a data page of the second version (8).
fn inhoud(l: &mut Lezer<'_>, welke: i64, k: &mut Paginakop) -> Option<()> {
    let mut vorig = 0;
    while let Some((veld, soort)) = l.veld(&mut vorig)? {
        match (welke, veld, soort) {
            (_, 1, 5) => k.waarden = l.i32()?,
            (5 | 7, 2, 5) | (8, 4, 5) => k.codering = l.i32()?,
            (8, 5, 5) => k.niveaus = l.i32()?,
            (8, 6, 5) => k.herhaling = l.i32()?,
            (8, 7, 1 | 2) => k.onverpakt = soort == 2,
            (_, _, s) => l.sla_over(s, DIEPTE)?,
        }
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn een_kop_met_de_hand_geschreven() {
        // type 0, 300 bytes unpacked, 20 packed, a data page of 7 values in plain.
        let kop = [0x15, 0x00, 0x15, 0xD8, 0x04, 0x15, 0x28, 0x2C, 0x15, 0x0E, 0x15, 0x00, 0x15, 0x06, 0x00, 0x00];
        let k = paginakop(&kop).unwrap();
        assert_eq!((k.soort, k.uitgepakt, k.ingepakt, k.waarden, k.codering), (0, 300, 20, 7, 0));
        assert_eq!(k.lengte, kop.len());
        for n in 0..kop.len() {
            assert_eq!(paginakop(&kop[..n]), None, "afgekapt op {n}");
        }
    }

    #[test]
    fn onzin_is_geen_kop_en_geen_paniek() {
        let mut zaad = 7_u64;
        for _ in 0..200_000 {
            let bytes: Vec<u8> = (0..24)
                .map(|_| {
                    zaad = zaad.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                    zaad.to_be_bytes()[0]
                })
                .collect();
            if let Some(k) = paginakop(&bytes) {
                assert!(k.lengte <= bytes.len() && k.waarden >= 0);
            }
        }
    }
}
