//! The packed facts as bytes, column after column. The format is in `docs/koppelstand.md`.

use super::Basis;
use crate::koppel::feiten::{Artikel, Periode};
use bytemuck::Pod;
use std::io::{Read, Result, Write};

const _: () = assert!(cfg!(target_endian = "little"), "the format is little-endian and read in place");

const BEGIN: u64 = u64::from_le_bytes(*b"LEERSTB1");
/// Bytes of the header: the word above and four numbers of rows.
const KOP: u64 = 40;
/// Rows that are written at a time.
const PER_KEER: usize = 8 << 10;

/// The number of an article in files.
pub(in crate::koppel::stand) const fn nummer(a: Artikel) -> u32 {
    match a {
        Artikel::A5a => 1,
        Artikel::A5b => 2,
        Artikel::A5c => 3,
        Artikel::A5aTrekkend => 4,
        Artikel::A15 => 5,
    }
}

pub(in crate::koppel::stand) fn artikel(n: u32) -> Option<Artikel> {
    Artikel::ALLE.iter().copied().find(|a| nummer(*a) == n)
}

impl Basis {
    pub fn naar(&self, w: &mut impl Write) -> Result<()> {
        let n = |lengte: usize| u64::try_from(lengte).unwrap_or(u64::MAX);
        let (i, v, d) = (&self.inschrijvingen, &self.vrijstellingen, &self.diplomas);
        w.write_all(bytemuck::cast_slice(&[BEGIN, n(self.persoon.len()), n(i.len()), n(v.len()), n(d.len())]))?;
        w.write_all(bytemuck::cast_slice(&self.persoon))?;
        w.write_all(bytemuck::cast_slice(&self.geboren))?;
        w.write_all(bytemuck::cast_slice(&self.gemeente))?;
        w.write_all(bytemuck::cast_slice(&self.tot))?;
        rijen(w, i, |p| [p.begin, p.einde])?;
        rijen(w, v, |(i, a, p)| [i.cast_signed(), nummer(*a).cast_signed(), p.begin, p.einde])?;
        rijen(w, d, |(i, op)| [i.cast_signed(), *op])
    }

    /// Facts from bytes of this length in all; nothing when they cannot be facts.
    pub fn uit(r: &mut impl Read, lengte: u64) -> Result<Option<Self>> {
        let mut kop = [0_u64; 5];
        r.read_exact(bytemuck::cast_slice_mut(&mut kop))?;
        let [begin, n, i, v, d] = kop;
        // What claims more than it has room for is refused before any memory is asked for.
        if begin != BEGIN || beslag(n, i, v, d) != Some(lengte) {
            return Ok(None);
        }
        let persoon = kolom(r, n)?;
        let geboren = kolom(r, n)?;
        let gemeente = kolom(r, n)?;
        let tot = kolom(r, n)?;
        let periode = |[begin, einde]: [i32; 2]| Periode { begin, einde };
        let inschrijvingen = kolom(r, i)?.into_iter().map(periode).collect();
        let vrijstelling = |[i, a, begin, einde]: [i32; 4]| {
            Some((i.cast_unsigned(), artikel(a.cast_unsigned())?, Periode { begin, einde }))
        };
        let Some(vrijstellingen) = kolom(r, v)?.into_iter().map(vrijstelling).collect() else { return Ok(None) };
        let diplomas = kolom(r, d)?.into_iter().map(|[i, op]: [i32; 2]| (i.cast_unsigned(), op)).collect();
        let zelf = Self { persoon, geboren, gemeente, tot, inschrijvingen, vrijstellingen, diplomas };
        Ok(zelf.klopt().then_some(zelf))
    }

    /// The highest number of a municipality.
    pub fn hoogste_gemeente(&self) -> Option<u32> {
        self.gemeente.iter().copied().max()
    }

    /// Everything is in order, and within what it points to.
    fn klopt(&self) -> bool {
        let n = self.persoon.len();
        let binnen = |i: Option<u32>| i.is_none_or(|i| (i as usize) < n);
        self.persoon.is_sorted_by(|a, b| a < b)
            && self.tot.is_sorted()
            && self.tot.last().map_or(0, |t| *t as usize) == self.inschrijvingen.len()
            && self.vrijstellingen.is_sorted_by_key(|v| v.0)
            && binnen(self.vrijstellingen.last().map(|v| v.0))
            && self.diplomas.is_sorted_by(|a, b| a.0 < b.0)
            && binnen(self.diplomas.last().map(|d| d.0))
    }
}

fn beslag(n: u64, i: u64, v: u64, d: u64) -> Option<u64> {
    let los = [n.checked_mul(20)?, i.checked_mul(8)?, v.checked_mul(16)?, d.checked_mul(8)?];
    los.iter().try_fold(KOP, |som, l| som.checked_add(*l)).filter(|_| n <= u64::from(u32::MAX))
}

fn rijen<T, const K: usize>(w: &mut impl Write, rijen: &[T], los: impl Fn(&T) -> [i32; K]) -> Result<()> {
    let mut blok: Vec<i32> = Vec::with_capacity(PER_KEER * K);
    for deel in rijen.chunks(PER_KEER) {
        blok.clear();
        blok.extend(deel.iter().flat_map(&los));
        w.write_all(bytemuck::cast_slice(&blok))?;
    }
    Ok(())
}

fn kolom<T: Pod>(r: &mut impl Read, n: u64) -> Result<Vec<T>> {
    let n = usize::try_from(n).map_err(|_| std::io::ErrorKind::OutOfMemory)?;
    let mut waarden = vec![T::zeroed(); n];
    r.read_exact(bytemuck::cast_slice_mut(&mut waarden))?;
    Ok(waarden)
}
