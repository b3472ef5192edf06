//! One column of a file as a stream of values, a few thousand at a time.

use super::anders::Anders;
use super::bestand::{Parket, Plek};
use super::hybride::{Hybride, RAND};
use super::thrift::{Paginakop, paginakop};
use super::uitpakken::{PAGINA_HOOGSTENS, begrensd, kennen_wij, uitpakken};
use crate::fout::Fout;
use parquet::basic::{CompressionCodec, Encoding, Type};
use std::fs::File;
use std::hint;
use std::ops::Range;
use std::os::unix::fs::FileExt;

/// Values in a block at most.
pub(crate) const BLOK: usize = 16 << 10;
/// Bytes that are read ahead for a page header.
const KOP: usize = 512;
/// A dictionary of at most this many words is filled up to it: a place of 8 or 14 bits is then always in it.
const KLEIN: usize = 1 << 8;
const MIDDEN: usize = 1 << 14;
const STUK: &str = "een pagina is beschadigd";

/// From what is in the file to what the engine uses. With a dictionary this happens once per word.
pub(crate) trait Vertaling {
    /// What comes out.
    type Uit: Copy;
    /// A number or a date.
    fn getal(&self, waarde: i64) -> Self::Uit;
    /// A word.
    fn tekst(&self, waarde: &[u8]) -> Self::Uit;
    /// No value.
    fn leeg(&self) -> Self::Uit;
    /// A value that is not allowed.
    fn fout(&self) -> Self::Uit;
}

/// How the values of a page are written.
#[derive(Debug, Clone, Copy)]
enum Vorm {
    /// One after the other, from this byte.
    Plat(usize),
    /// Places in the dictionary.
    Woordenboek(Hybride),
}

#[derive(Debug)]
struct Pagina {
    /// Unpacked, with at least [`RAND`] bytes after it; never made smaller, so that nothing is cleared twice.
    bytes: Vec<u8>,
    /// Where the page ends in `bytes`.
    einde: usize,
    /// Values still to come.
    rest: usize,
    /// Which values are there.
    niveaus: Option<Hybride>,
    vorm: Vorm,
}

/// A column, read forwards.
pub(crate) struct Kolom<V: Vertaling> {
    parket: Parket,
    plek: Plek,
    naam: &'static str,
    vertaling: V,
    bestand: File,
    /// Row groups still to be read; the one that is being read comes just before.
    groepen: Range<usize>,
    /// Bytes of this column chunk that were not read yet.
    deel: Range<u64>,
    /// Values of this row group still to be decoded.
    rest: u64,
    codec: CompressionCodec,
    woordenboek: Vec<V::Uit>,
    pagina: Pagina,
    kop: Vec<u8>,
    ingepakt: Vec<u8>,
    niveaus: Vec<u8>,
    waarden: Vec<V::Uit>,
    klaar: Vec<V::Uit>,
    gebruikt: usize,
    anders: Option<Anders>,
}

impl<V: Vertaling> Kolom<V> {
    /// The column of this name over these row groups.
    pub(crate) fn open(
        parket: &Parket,
        naam: &'static str,
        soort: super::Soort,
        groepen: Range<usize>,
        vertaling: V,
    ) -> Result<Self, Fout> {
        let plek = parket.plek(naam, soort)?;
        let bestand = File::open(&parket.pad).map_err(|e| Fout::io(&parket.pad, &e))?;
        let gewoon = parket.meta.row_groups().iter().all(|g| {
            let k = g.column(plek.index);
            kennen_wij(k.compression_codec())
                && k.encodings().all(|e| {
                    matches!(e, Encoding::PLAIN | Encoding::PLAIN_DICTIONARY | Encoding::RLE_DICTIONARY | Encoding::RLE)
                        || e == bit_packed()
                })
        });
        let mut z = Self {
            parket: parket.clone(),
            plek,
            naam,
            vertaling,
            bestand,
            groepen,
            deel: 0..0,
            rest: 0,
            codec: CompressionCodec::UNCOMPRESSED,
            woordenboek: Vec::new(),
            pagina: Pagina { bytes: Vec::new(), einde: 0, rest: 0, niveaus: None, vorm: Vorm::Plat(0) },
            kop: Vec::new(),
            ingepakt: Vec::new(),
            niveaus: Vec::new(),
            waarden: Vec::new(),
            klaar: Vec::new(),
            gebruikt: 0,
            anders: None,
        };
        if let Some(k) =
            parket.meta.row_groups().iter().map(|g| g.column(plek.index)).find(|k| !begrensd(k.compression_codec()))
        {
            let mut f = z.fout(format!("de inpakwijze {:?} kennen wij hier niet", k.compression_codec()));
            "Schrijf het bestand met SNAPPY of ZSTD.".clone_into(&mut f.herstel);
            return Err(f);
        }
        if !gewoon {
            z.loop_langs_paginas()?;
            z.anders = Some(Anders::open(parket, plek, z.groepen.clone()).map_err(|m| z.fout(m))?);
        }
        Ok(z)
    }

    /// The translator, for a message about a value that is not allowed.
    pub(crate) fn vertaling(&self) -> &V {
        &self.vertaling
    }

    /// A fault in this column.
    pub(crate) fn fout(&self, melding: impl Into<String>) -> Fout {
        let f = Fout::van(&self.parket.pad, melding, "Maak het bestand opnieuw.").in_kolom(self.naam);
        match self.groepen.start.checked_sub(1) {
            Some(g) => f.in_rijgroep(g),
            None => f,
        }
    }

    /// The values that are ready; decodes more when there are none. Empty at the end.
    pub(crate) fn vul(&mut self) -> Result<&[V::Uit], Fout> {
        if self.gebruikt == self.klaar.len() {
            self.klaar.clear();
            self.gebruikt = 0;
            if self.anders.is_some() { self.vul_anders()? } else { self.decodeer()? }
        }
        Ok(self.klaar.get(self.gebruikt..).unwrap_or_default())
    }

    /// The values that are ready.
    pub(crate) fn klaar(&self) -> &[V::Uit] {
        self.klaar.get(self.gebruikt..).unwrap_or_default()
    }

    /// These values have been used.
    pub(crate) fn neem(&mut self, n: usize) {
        self.gebruikt = (self.gebruikt + n).min(self.klaar.len());
    }

    fn vul_anders(&mut self) -> Result<(), Fout> {
        let Some(anders) = &mut self.anders else { return Ok(()) };
        anders.vul(&self.vertaling, &mut self.klaar).map_err(|m| self.fout(m))
    }

    fn decodeer(&mut self) -> Result<(), Fout> {
        while self.pagina.rest == 0 {
            if self.rest == 0 {
                if self.deel.start < self.deel.end && self.heeft_nog_waarden()? {
                    return Err(self.fout("er zijn meer waarden dan de inhoudsopgave zegt"));
                }
                if !self.volgende_groep()? {
                    return Ok(());
                }
                continue;
            }
            self.volgende_pagina()?;
        }
        let n = self.pagina.rest.min(BLOK);
        self.waarden_van_pagina(n).ok_or_else(|| self.fout(STUK))?;
        self.pagina.rest -= n;
        Ok(())
    }

    /// Decodes the next `n` values of the page into `klaar`.
    fn waarden_van_pagina(&mut self, n: usize) -> Option<()> {
        let mut gevuld = n;
        if let Some(niveaus) = &mut self.pagina.niveaus {
            self.niveaus.clear();
            niveaus.lees(&self.pagina.bytes, n, &mut self.niveaus, |w| u8::from(w != 0))?;
            // Additions that wrap can be done in lanes; there are at most as many as fit in a block.
            let er = self.niveaus.iter().fold(0_u32, |n, x| n.wrapping_add(u32::from(*x)));
            gevuld = usize::try_from(er).ok()?;
        }
        if gevuld == n {
            return lees(&self.plek, &mut self.pagina, n, &self.woordenboek, &self.vertaling, &mut self.klaar);
        }
        self.waarden.clear();
        lees(&self.plek, &mut self.pagina, gevuld, &self.woordenboek, &self.vertaling, &mut self.waarden)?;
        // Which rows are empty is anybody's guess: no branches. One value more, so that there always is a next one.
        let leeg = self.vertaling.leeg();
        self.waarden.push(leeg);
        let (waarden, mut volgende) = (self.waarden.as_slice(), 0_usize);
        self.klaar.extend(self.niveaus.iter().map(|er| {
            let waarde = waarden.get(volgende).copied().unwrap_or(leeg);
            volgende = volgende.wrapping_add(usize::from(*er));
            hint::select_unpredictable(*er != 0, waarde, leeg)
        }));
        Some(())
    }

    fn volgende_groep(&mut self) -> Result<bool, Fout> {
        let Some(g) = self.groepen.next() else { return Ok(false) };
        let meta = std::sync::Arc::clone(&self.parket.meta);
        let groep = meta.row_group(g);
        let kolom = groep.column(self.plek.index);
        self.rest = u64::try_from(groep.num_rows()).unwrap_or(0);
        self.codec = kolom.compression_codec();
        self.woordenboek.clear();
        let eerste = kolom.dictionary_page_offset().filter(|d| *d > 0).unwrap_or_else(|| kolom.data_page_offset());
        let begin = u64::try_from(eerste.min(kolom.data_page_offset()));
        let lengte = u64::try_from(kolom.compressed_size());
        match (begin, lengte) {
            (Ok(b), Ok(l)) if b.checked_add(l).is_some_and(|e| e <= self.parket.lengte) => {
                self.deel = b..b + l;
                Ok(true)
            }
            _ => Err(self.fout("de inhoudsopgave wijst buiten het bestand")),
        }
    }

    /// Reads the header at the front of what is left of this chunk.
    fn kop(&mut self) -> Result<Paginakop, Fout> {
        let over = self.deel.end - self.deel.start;
        let mut ruimte = KOP;
        loop {
            let n = usize::try_from(over).unwrap_or(usize::MAX).min(ruimte);
            self.kop.resize(n, 0);
            let gelezen = self.bestand.read_exact_at(&mut self.kop, self.deel.start);
            gelezen.map_err(|_| self.fout("het bestand is afgebroken"))?;
            match paginakop(&self.kop) {
                Some(k) => return self.toegestaan(k, over),
                // Statistics in the header can be long.
                None if n == ruimte && ruimte < (1 << 20) => ruimte *= 8,
                None => return Err(self.fout(STUK)),
            }
        }
    }

    fn toegestaan(&self, k: Paginakop, over: u64) -> Result<Paginakop, Fout> {
        let groot = |n: i32| usize::try_from(n).map_or(true, |n| n > PAGINA_HOOGSTENS);
        let samen =
            u64::try_from(k.lengte).unwrap_or(u64::MAX).saturating_add(u64::try_from(k.ingepakt).unwrap_or(u64::MAX));
        if samen > over {
            return Err(self.fout(STUK));
        }
        if groot(k.uitgepakt) || groot(k.ingepakt) || groot(k.waarden) {
            let melding =
                format!("een pagina wordt uitgepakt {} bytes; hoogstens {PAGINA_HOOGSTENS} is toegestaan", k.uitgepakt);
            let mut f = self.fout(melding);
            "Schrijf het bestand met kleinere pagina's (gewoon is 1 MB).".clone_into(&mut f.herstel);
            return Err(f);
        }
        Ok(k)
    }

    /// Reads the packed bytes of a page to the front of `ingepakt`.
    fn lees_bytes(&mut self, n: usize, van: u64) -> Result<(), Fout> {
        if self.ingepakt.len() < n {
            self.ingepakt.resize(n, 0);
        }
        let hier = self.ingepakt.get_mut(..n).unwrap_or_default();
        let gelezen = self.bestand.read_exact_at(hier, van);
        gelezen.map_err(|_| self.fout("het bestand is afgebroken"))
    }

    fn sla_over(&mut self, k: Paginakop) {
        self.deel.start += u64::try_from(k.lengte).unwrap_or(0) + u64::try_from(k.ingepakt).unwrap_or(0);
    }

    /// After the last value: is there another page with values?
    fn heeft_nog_waarden(&mut self) -> Result<bool, Fout> {
        let k = self.kop()?;
        self.sla_over(k);
        Ok(matches!(k.soort, 0 | 3) && k.waarden > 0)
    }

    /// Reads every page header, so that a page that is too big is refused before another reader unpacks it. GZIP does not
    /// say how big it becomes, and the other reader does not ask: such a page is unpacked here first.
    fn loop_langs_paginas(&mut self) -> Result<(), Fout> {
        let groepen = self.groepen.clone();
        while self.volgende_groep()? {
            while self.deel.start < self.deel.end {
                let k = self.kop()?;
                if self.codec == CompressionCodec::GZIP && matches!(k.soort, 0 | 2 | 3) {
                    self.lees_pagina(k)?;
                }
                self.sla_over(k);
            }
        }
        (self.pagina.bytes, self.pagina.einde) = (Vec::new(), 0);
        self.groepen = groepen;
        self.rest = 0;
        self.deel = 0..0;
        Ok(())
    }

    fn volgende_pagina(&mut self) -> Result<(), Fout> {
        if self.deel.start >= self.deel.end {
            return Err(self.fout("er zijn minder waarden dan de inhoudsopgave zegt"));
        }
        let k = self.kop()?;
        if matches!(k.soort, 0 | 2 | 3) {
            self.lees_pagina(k)?;
        }
        self.sla_over(k);
        match k.soort {
            2 => self.maak_woordenboek(k).ok_or_else(|| self.fout(STUK)),
            0 | 3 => {
                let waarden = u64::try_from(k.waarden).unwrap_or(0);
                if waarden > self.rest {
                    return Err(self.fout("er zijn meer waarden dan de inhoudsopgave zegt"));
                }
                self.rest -= waarden;
                self.begin_pagina(k).ok_or_else(|| self.fout(STUK))
            }
            _ => Ok(()),
        }
    }

    /// Reads and unpacks the page of this header.
    fn lees_pagina(&mut self, k: Paginakop) -> Result<(), Fout> {
        let n = usize::try_from(k.ingepakt).unwrap_or(0);
        let van = self.deel.start + u64::try_from(k.lengte).unwrap_or(0);
        self.lees_bytes(n, van)?;
        self.pak_uit(k).map_err(|m| self.fout(m))
    }

    fn pak_uit(&mut self, k: Paginakop) -> Result<(), &'static str> {
        let lengte = usize::try_from(k.uitgepakt).map_err(|_| STUK)?;
        // In the second version the levels come first and are never packed.
        let voor =
            if k.soort == 3 { usize::try_from(k.niveaus.saturating_add(k.herhaling)).map_err(|_| STUK)? } else { 0 };
        let n = usize::try_from(k.ingepakt).map_err(|_| STUK)?;
        let (niveaus, waarden) = self.ingepakt.get(..n).and_then(|b| b.split_at_checked(voor)).ok_or(STUK)?;
        if lengte < voor {
            return Err(STUK);
        }
        if self.pagina.bytes.len() < lengte + RAND {
            self.pagina.bytes.resize(lengte + RAND, 0);
        }
        self.pagina.einde = lengte;
        let (eerst, rest) = self.pagina.bytes.split_at_mut(voor);
        eerst.copy_from_slice(niveaus);
        let codec = if k.soort == 3 && k.onverpakt { CompressionCodec::UNCOMPRESSED } else { self.codec };
        let naar = rest.get_mut(..lengte - voor).ok_or(STUK)?;
        if !naar.is_empty() || !waarden.is_empty() {
            uitpakken(codec, waarden, naar)?;
        }
        Ok(())
    }

    fn maak_woordenboek(&mut self, k: Paginakop) -> Option<()> {
        let n = usize::try_from(k.waarden).ok()?;
        self.woordenboek.clear();
        self.pagina.vorm = Vorm::Plat(0);
        plat(&self.plek, &mut self.pagina, n, &self.vertaling, &mut self.woordenboek)?;
        if let Some(vol) = [KLEIN, MIDDEN].into_iter().find(|vol| n <= *vol) {
            self.woordenboek.resize(vol, self.vertaling.fout());
        }
        Some(())
    }

    fn begin_pagina(&mut self, k: Paginakop) -> Option<()> {
        let einde = self.pagina.einde;
        let mut pos = 0;
        self.pagina.niveaus = None;
        if k.soort == 3 {
            if k.herhaling != 0 {
                return None;
            }
            let n = usize::try_from(k.niveaus).ok()?;
            if self.plek.mag_leeg && n > 0 {
                self.pagina.niveaus = Some(Hybride::nieuw(0, n.min(einde), 1)?);
            }
            pos = n;
        } else if self.plek.mag_leeg {
            let n = u32::from_le_bytes(self.pagina.bytes.get(..4.min(einde))?.try_into().ok()?);
            let tot = usize::try_from(n).ok()?.checked_add(4)?;
            self.pagina.niveaus = Some(Hybride::nieuw(4, tot.min(einde), 1)?);
            pos = tot;
        }
        self.pagina.vorm = match k.codering {
            0 => Vorm::Plat(pos),
            2 | 8 if pos < einde => {
                let breedte = u32::from(*self.pagina.bytes.get(pos)?);
                Vorm::Woordenboek(Hybride::nieuw(pos + 1, einde, breedte)?)
            }
            // A page without a single value has no width either.
            2 | 8 => Vorm::Plat(pos.min(einde)),
            _ => return None,
        };
        self.pagina.rest = usize::try_from(k.waarden).ok()?;
        Some(())
    }
}

/// The name of an encoding that is not used any more, but that old writers still list for levels.
#[expect(deprecated, reason = "old files name it")]
const fn bit_packed() -> Encoding {
    Encoding::BIT_PACKED
}

fn lees<V: Vertaling>(
    plek: &Plek,
    pagina: &mut Pagina,
    n: usize,
    woordenboek: &[V::Uit],
    vertaling: &V,
    uit: &mut Vec<V::Uit>,
) -> Option<()> {
    if let Vorm::Woordenboek(h) = &mut pagina.vorm {
        let fout = vertaling.fout();
        if let Ok(klein) = <&[V::Uit; KLEIN]>::try_from(woordenboek) {
            return h.lees(&pagina.bytes, n, uit, |w| klein.get(w as usize).copied().unwrap_or(fout));
        }
        if let Ok(midden) = <&[V::Uit; MIDDEN]>::try_from(woordenboek) {
            return h.lees(&pagina.bytes, n, uit, |w| midden.get(w as usize).copied().unwrap_or(fout));
        }
        return h.lees(&pagina.bytes, n, uit, |w| woordenboek.get(w as usize).copied().unwrap_or(fout));
    }
    plat(plek, pagina, n, vertaling, uit)
}

/// Values one after the other.
fn plat<V: Vertaling>(plek: &Plek, pagina: &mut Pagina, n: usize, vertaling: &V, uit: &mut Vec<V::Uit>) -> Option<()> {
    let Vorm::Plat(pos) = &mut pagina.vorm else { return None };
    let rest = pagina.bytes.get(*pos..pagina.einde)?;
    match plek.type_ {
        Type::INT32 => {
            let (waarden, _) = rest.get(..n.checked_mul(4)?)?.as_chunks::<4>();
            if plek.zonder_teken {
                uit.extend(waarden.iter().map(|w| vertaling.getal(i64::from(u32::from_le_bytes(*w)))));
            } else {
                uit.extend(waarden.iter().map(|w| vertaling.getal(i64::from(i32::from_le_bytes(*w)))));
            }
            *pos += n * 4;
        }
        Type::INT64 => {
            let (waarden, _) = rest.get(..n.checked_mul(8)?)?.as_chunks::<8>();
            uit.extend(waarden.iter().map(|w| vertaling.getal(i64::from_le_bytes(*w))));
            *pos += n * 8;
        }
        Type::BYTE_ARRAY => {
            let mut p = 0_usize;
            for _ in 0..n {
                let lengte = u32::from_le_bytes(rest.get(p..p.checked_add(4)?)?.try_into().ok()?);
                let van = p + 4;
                p = van.checked_add(usize::try_from(lengte).ok()?)?;
                uit.push(vertaling.tekst(rest.get(van..p)?));
            }
            *pos += p;
        }
        _ => return None,
    }
    Some(())
}
