//! A segment: the lessons of many pupils in one file that never changes. The format is in `docs/lesregister.md`.
//!
//! Blocks of whole pupils, each with its own checksum, then a directory of the blocks. Reading is in blocks with ordinary
//! reads: no mapped memory, so a file that is cut off underneath us is a message and not a crash, and the memory in use does
//! not depend on the file.

use crate::fout::Fout;
use crate::kalender::Schooljaar;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::os::unix::fs::FileExt;
use std::path::{Path, PathBuf};
use xxhash_rust::xxh3::{Xxh3, xxh3_64};

const _: () = assert!(cfg!(target_endian = "little"), "the format is little-endian and read in place");

const BEGIN: u64 = u64::from_le_bytes(*b"LEERLES1");
const EINDE: u64 = u64::from_le_bytes(*b"EINDLES1");
/// Lessons in a block, about: a block holds whole pupils.
const BLOK: usize = 64 << 10;
/// Numbers of eight bytes in the header, in an entry of the directory, and in the trailer.
const KOP: usize = 4;
const PLAATS: usize = 8;
const SLOT: usize = 6;
const STUK: &str = "het lesregister is beschadigd";
const HERSTEL: &str = "Zet een reservekopie terug, of bouw het lesregister opnieuw.";

/// Where a block is and what it holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Plaats {
    pub(crate) begin: u64,
    pub(crate) lengte: u64,
    /// Pupils; one who is at two schools counts twice.
    pub(crate) leerlingen: usize,
    pub(crate) rijen: usize,
    pub(crate) eerste: u64,
    pub(crate) laatste: u64,
    /// Lessons in the blocks before.
    pub(crate) voor: u64,
    som: u64,
}

impl Plaats {
    fn woorden(&self) -> [u64; PLAATS] {
        let n = |x: usize| u64::try_from(x).unwrap_or(u64::MAX);
        [self.begin, self.lengte, n(self.leerlingen), n(self.rijen), self.eerste, self.laatste, self.voor, self.som]
    }

    fn uit([begin, lengte, leerlingen, rijen, eerste, laatste, voor, som]: [u64; PLAATS]) -> Option<Self> {
        let (leerlingen, rijen) = (usize::try_from(leerlingen).ok()?, usize::try_from(rijen).ok()?);
        let woorden = leerlingen.checked_mul(2)?.checked_add(rijen.div_ceil(2))?;
        // A block that claims more than it has room for is refused before any memory is asked for.
        (u64::try_from(woorden.checked_mul(8)?).ok()? == lengte).then_some(())?;
        Some(Self { begin, lengte, leerlingen, rijen, eerste, laatste, voor, som })
    }
}

/// A file that is being written: gone again when that stops half-way.
struct Onaf {
    pad: PathBuf,
    blijft: bool,
}

impl Drop for Onaf {
    fn drop(&mut self) {
        if !self.blijft {
            let _ = std::fs::remove_file(&self.pad);
        }
    }
}

/// Writes a segment.
pub(crate) struct Schrijver {
    bestand: Onaf,
    uit: BufWriter<File>,
    jaar: Schooljaar,
    positie: u64,
    leerlingen: Vec<u64>,
    scholen: Vec<u32>,
    aantallen: Vec<u32>,
    rijen: Vec<u32>,
    plaatsen: Vec<Plaats>,
    totaal: u64,
    blok: Vec<u64>,
}

impl Schrijver {
    /// A new file; one that is there is replaced.
    pub(crate) fn maak(pad: &Path, jaar: Schooljaar) -> Result<Self, Fout> {
        let bestand = File::create(pad).map_err(|e| Fout::io(pad, &e))?;
        let mut z = Self {
            bestand: Onaf { pad: pad.to_owned(), blijft: false },
            uit: BufWriter::with_capacity(1 << 20, bestand),
            jaar,
            positie: 0,
            leerlingen: Vec::new(),
            scholen: Vec::new(),
            aantallen: Vec::new(),
            rijen: Vec::new(),
            plaatsen: Vec::new(),
            totaal: 0,
            blok: Vec::new(),
        };
        z.schrijf(&kop(jaar))?;
        Ok(z)
    }

    /// Stops here; the file stays, for who writes it again.
    pub(crate) fn laat(&mut self) {
        self.bestand.blijft = true;
    }

    fn schrijf(&mut self, woorden: &[u64]) -> Result<(), Fout> {
        let bytes: &[u8] = bytemuck::cast_slice(woorden);
        self.uit.write_all(bytes).map_err(|e| Fout::io(&self.bestand.pad, &e))?;
        self.positie += u64::try_from(bytes.len()).unwrap_or(0);
        Ok(())
    }

    /// The lessons of the next pupil at one school: after the ones before, and not empty.
    pub(crate) fn leerling(&mut self, leerling: u64, school: u32, rijen: &[u32]) -> Result<(), Fout> {
        if rijen.is_empty() {
            return Ok(());
        }
        if !self.rijen.is_empty() && self.rijen.len() + rijen.len() > BLOK {
            self.blok_klaar()?;
        }
        self.leerlingen.push(leerling);
        self.scholen.push(school);
        self.aantallen.push(u32::try_from(rijen.len()).unwrap_or(u32::MAX));
        self.rijen.extend_from_slice(rijen);
        Ok(())
    }

    fn blok_klaar(&mut self) -> Result<(), Fout> {
        let (Some(eerste), Some(laatste)) = (self.leerlingen.first().copied(), self.leerlingen.last().copied()) else {
            return Ok(());
        };
        let mut blok = std::mem::take(&mut self.blok);
        blok.clear();
        blok.extend_from_slice(&self.leerlingen);
        let paren = self.scholen.iter().chain(&self.aantallen).chain(&self.rijen).copied();
        let halven: Vec<u32> = paren.chain((self.rijen.len() % 2 == 1).then_some(0)).collect();
        blok.extend(halven.chunks_exact(2).map(|p| match p {
            [a, b] => u64::from(*a) | u64::from(*b) << 32,
            _ => 0,
        }));
        self.plaatsen.push(Plaats {
            begin: self.positie,
            lengte: u64::try_from(blok.len() * 8).unwrap_or(0),
            leerlingen: self.leerlingen.len(),
            rijen: self.rijen.len(),
            eerste,
            laatste,
            voor: self.totaal,
            som: xxh3_64(bytemuck::cast_slice(&blok)),
        });
        self.totaal += u64::try_from(self.rijen.len()).unwrap_or(0);
        self.schrijf(&blok)?;
        self.blok = blok;
        self.leerlingen.clear();
        self.scholen.clear();
        self.aantallen.clear();
        self.rijen.clear();
        Ok(())
    }

    /// Writes the directory and makes sure that it is all on disk. The length and checksum go into the list of the register.
    pub(crate) fn sluit(mut self) -> Result<(u64, u64), Fout> {
        self.blok_klaar()?;
        let gids: Vec<u64> = self.plaatsen.iter().flat_map(Plaats::woorden).collect();
        let begin = self.positie;
        self.schrijf(&gids)?;
        let mut slot = [
            begin,
            u64::try_from(self.plaatsen.len()).unwrap_or(0),
            self.totaal,
            begin + u64::try_from(gids.len() * 8).unwrap_or(0),
            0,
            EINDE,
        ];
        let som = slotsom(&kop(self.jaar), &gids, &slot);
        slot[4] = som;
        self.schrijf(&slot)?;
        let pad = &self.bestand.pad;
        let bestand = self.uit.into_inner().map_err(|e| Fout::io(pad, e.error()))?;
        bestand.sync_all().map_err(|e| Fout::io(pad, &e))?;
        self.bestand.blijft = true;
        Ok((self.positie, som))
    }
}

fn kop(jaar: Schooljaar) -> [u64; KOP] {
    [BEGIN, 1, u64::from(jaar.jaar.unsigned_abs()), 0]
}

/// One checksum over header, directory and the trailer without its checksum.
fn slotsom(kop: &[u64], gids: &[u64], slot: &[u64; SLOT]) -> u64 {
    let mut h = Xxh3::new();
    h.update(bytemuck::cast_slice(kop));
    h.update(bytemuck::cast_slice(gids));
    let [a, b, c, d, _, f] = *slot;
    h.update(bytemuck::cast_slice(&[a, b, c, d, f]));
    h.digest()
}

/// An open segment.
#[derive(Debug)]
pub(crate) struct Segment {
    pub(crate) pad: PathBuf,
    bestand: File,
    pub(crate) plaatsen: Vec<Plaats>,
    /// Lessons in the file.
    pub(crate) rijen: u64,
    /// Bytes of the file.
    pub(crate) lengte: u64,
    /// The checksum that stands in the trailer.
    pub(crate) som: u64,
    /// Calendar year in which the school year begins.
    pub(crate) jaar: u64,
}

/// A block in memory, used again for the next.
#[derive(Debug, Default)]
pub(crate) struct Blok {
    woorden: Vec<u64>,
    leerlingen: usize,
    rijen: usize,
}

impl Blok {
    fn halven(&self) -> &[u32] {
        bytemuck::cast_slice(self.woorden.get(self.leerlingen..).unwrap_or_default())
    }
    /// The pupils.
    pub(crate) fn leerlingen(&self) -> &[u64] {
        self.woorden.get(..self.leerlingen).unwrap_or_default()
    }
    /// The school of each.
    pub(crate) fn scholen(&self) -> &[u32] {
        self.halven().get(..self.leerlingen).unwrap_or_default()
    }
    /// How many lessons each has.
    pub(crate) fn aantallen(&self) -> &[u32] {
        self.halven().get(self.leerlingen..2 * self.leerlingen).unwrap_or_default()
    }
    /// The lessons of all.
    pub(crate) fn rijen(&self) -> &[u32] {
        self.halven().get(2 * self.leerlingen..2 * self.leerlingen + self.rijen).unwrap_or_default()
    }

    /// Each pupil at a school with the lessons.
    pub(crate) fn per_leerling(&self) -> impl Iterator<Item = (u64, u32, &[u32])> {
        let mut rest = self.rijen();
        self.leerlingen().iter().zip(self.scholen()).zip(self.aantallen()).map_while(move |((l, s), n)| {
            let (deze, na) = rest.split_at_checked(usize::try_from(*n).ok()?)?;
            rest = na;
            Some((*l, *s, deze))
        })
    }
}

impl Segment {
    /// Opens a segment and checks its directory.
    pub(crate) fn open(pad: &Path) -> Result<Self, Fout> {
        let stuk = || Fout::van(pad, STUK, HERSTEL);
        let bestand = File::open(pad).map_err(|e| Fout::io(pad, &e))?;
        let lengte = bestand.metadata().map_err(|e| Fout::io(pad, &e))?.len();
        let mut slot = [0_u64; SLOT];
        let achteraan = lengte.checked_sub(8 * 6).ok_or_else(stuk)?;
        lees_woorden(&bestand, achteraan, &mut slot).map_err(|_| stuk())?;
        let [begin, aantal, rijen, na, som, einde] = slot;
        let gids_bytes = achteraan.checked_sub(begin).ok_or_else(stuk)?;
        if einde != EINDE || na != achteraan || aantal.checked_mul(8 * 8) != Some(gids_bytes) || begin < 8 * 4 {
            return Err(stuk());
        }
        let mut k = [0_u64; KOP];
        lees_woorden(&bestand, 0, &mut k).map_err(|_| stuk())?;
        let mut gids = vec![0_u64; usize::try_from(gids_bytes / 8).map_err(|_| stuk())?];
        lees_woorden(&bestand, begin, &mut gids).map_err(|_| stuk())?;
        if slotsom(&k, &gids, &slot) != som || k[0] != BEGIN || k[1] != 1 {
            return Err(stuk());
        }
        let (per_plaats, _) = gids.as_chunks::<PLAATS>();
        let plaatsen: Vec<Plaats> =
            per_plaats.iter().map(|p| Plaats::uit(*p)).collect::<Option<_>>().ok_or_else(stuk)?;
        Ok(Self { pad: pad.to_owned(), bestand, plaatsen, rijen, lengte, som, jaar: k[2] })
    }

    /// The same segment for another thread.
    pub(crate) fn nog_een(&self) -> Result<Self, Fout> {
        Self::open(&self.pad)
    }

    /// Reads a block and checks it.
    pub(crate) fn lees(&self, i: usize, blok: &mut Blok) -> Result<(), Fout> {
        let stuk = || Fout::van(&self.pad, STUK, HERSTEL);
        let p = self.plaatsen.get(i).ok_or_else(stuk)?;
        let n = usize::try_from(p.lengte / 8).map_err(|_| stuk())?;
        blok.woorden.resize(n, 0);
        (blok.leerlingen, blok.rijen) = (p.leerlingen, p.rijen);
        lees_woorden(&self.bestand, p.begin, &mut blok.woorden).map_err(|_| stuk())?;
        if xxh3_64(bytemuck::cast_slice(&blok.woorden)) != p.som {
            return Err(stuk());
        }
        Ok(())
    }

    /// Reads some lessons of a block without its checksum: `vanaf` and the length of `uit` count lessons of this segment.
    pub(crate) fn lees_rijen(&self, vanaf: u64, uit: &mut [u32]) -> Result<(), Fout> {
        let stuk = || Fout::van(&self.pad, STUK, HERSTEL);
        let i = self.plaatsen.partition_point(|p| p.voor <= vanaf).checked_sub(1).ok_or_else(stuk)?;
        let p = self.plaatsen.get(i).ok_or_else(stuk)?;
        let voor_rijen = 16 * u64::try_from(p.leerlingen).unwrap_or(0);
        let positie = p.begin + voor_rijen + 4 * (vanaf - p.voor);
        self.bestand.read_exact_at(bytemuck::cast_slice_mut(uit), positie).map_err(|_| stuk())
    }
}

fn lees_woorden(bestand: &File, van: u64, woorden: &mut [u64]) -> std::io::Result<()> {
    bestand.read_exact_at(bytemuck::cast_slice_mut(woorden), van)
}
