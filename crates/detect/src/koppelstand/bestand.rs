//! The files of a kept state: written whole under a new name, read with length and checksum.

use crate::fout::Fout;
use std::fs::File;
use std::io::{BufWriter, Read, Result, Write};
use std::path::Path;
use xxhash_rust::xxh3::Xxh3;

pub(super) const STUK: &str = "de koppelstand is beschadigd";
pub(super) const HERSTEL: &str =
    "Zet een reservekopie terug, of haal de map weg en maak de stand opnieuw met alle bestanden.";
/// Bytes that are read and counted at a time: they are still at hand when they are counted.
const PER_KEER: usize = 256 << 10;

/// A file that counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Deel {
    pub(super) naam: String,
    pub(super) lengte: u64,
    pub(super) som: u64,
}

/// Everything that passes is counted.
struct Teller<T> {
    onder: T,
    lengte: u64,
    som: Xxh3,
}

impl<T> Teller<T> {
    fn nieuw(onder: T) -> Self {
        Self { onder, lengte: 0, som: Xxh3::new() }
    }

    fn tel(&mut self, bytes: &[u8]) {
        self.lengte = self.lengte.saturating_add(u64::try_from(bytes.len()).unwrap_or(u64::MAX));
        self.som.update(bytes);
    }
}

impl<T: Write> Write for Teller<T> {
    fn write(&mut self, bytes: &[u8]) -> Result<usize> {
        let n = self.onder.write(bytes)?;
        self.tel(bytes.get(..n).unwrap_or_default());
        Ok(n)
    }
    fn flush(&mut self) -> Result<()> {
        self.onder.flush()
    }
}

impl<T: Read> Read for Teller<T> {
    fn read(&mut self, bytes: &mut [u8]) -> Result<usize> {
        let hoogstens = bytes.len().min(PER_KEER);
        let n = self.onder.read(bytes.get_mut(..hoogstens).unwrap_or_default())?;
        self.tel(bytes.get(..n).unwrap_or_default());
        Ok(n)
    }
}

/// A file in the making.
pub(super) struct Schrijver(Teller<BufWriter<File>>);

impl Write for Schrijver {
    fn write(&mut self, bytes: &[u8]) -> Result<usize> {
        self.0.write(bytes)
    }
    fn flush(&mut self) -> Result<()> {
        self.0.flush()
    }
}

impl Deel {
    /// Writes a new file and makes sure that it is all on disk; on a fault nothing of it stays.
    pub(super) fn schrijf(
        map: &Path,
        naam: String,
        schrijf: impl FnOnce(&mut Schrijver) -> Result<()>,
    ) -> std::result::Result<Self, Fout> {
        let pad = map.join(&naam);
        let op_schijf = || {
            let mut w = Schrijver(Teller::nieuw(BufWriter::with_capacity(1 << 20, File::create(&pad)?)));
            schrijf(&mut w)?;
            w.flush()?;
            w.0.onder.get_ref().sync_all()?;
            Ok((w.0.lengte, w.0.som.digest()))
        };
        op_schijf().map(|(lengte, som)| Self { naam, lengte, som }).map_err(|e: std::io::Error| {
            let _ = std::fs::remove_file(&pad);
            Fout::io(&pad, &e)
        })
    }

    /// Reads the file through `lees`, which gets its length too; nothing when it is not the file that was written.
    pub(super) fn lees<T>(
        &self,
        map: &Path,
        lees: impl FnOnce(&mut dyn Read, u64) -> Result<Option<T>>,
    ) -> std::result::Result<T, Fout> {
        let pad = map.join(&self.naam);
        let stuk = || Fout::van(&pad, STUK, HERSTEL);
        let bestand = File::open(&pad).map_err(|e| match e.kind() {
            std::io::ErrorKind::NotFound => Fout::van(&pad, "dit bestand van de koppelstand is weg", HERSTEL),
            _ => Fout::io(&pad, &e),
        })?;
        if bestand.metadata().map_err(|e| Fout::io(&pad, &e))?.len() != self.lengte {
            return Err(stuk());
        }
        let mut r = Teller::nieuw(bestand);
        let gelezen = lees(&mut r, self.lengte).map_err(|e| match e.kind() {
            std::io::ErrorKind::UnexpectedEof => stuk(),
            _ => Fout::io(&pad, &e),
        })?;
        gelezen.filter(|_| r.lengte == self.lengte && r.som.digest() == self.som).ok_or_else(stuk)
    }
}
