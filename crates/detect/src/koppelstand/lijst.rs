//! The list of a kept state: which files count. A few lines of text, replaced as a whole.

use super::bestand::{Deel, HERSTEL};
use crate::fout::Fout;
use std::fs::{File, TryLockError};
use std::io::{ErrorKind, Read, Write};
use std::path::Path;
use xxhash_rust::xxh3::xxh3_64;

const NAAM: &str = "STAND";
const IN_WORDING: &str = "STAND.deel";
const SLOT: &str = "SLOT";
const KOP: &str = "leerrecht koppelstand 1";
const BASIS: &str = "basis-";
const NIEUWS: &str = "nieuws-";
const NA: &str = ".ks1";
/// A list is three short lines and a checksum.
const HOOGSTENS: u64 = 1 << 10;

/// What the list says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Lijst {
    pub(super) basis: Deel,
    pub(super) nieuws: Deel,
}

/// The number in the name of a file of ours.
fn nummer(naam: &str) -> Option<u64> {
    let n = naam.strip_prefix(BASIS).or_else(|| naam.strip_prefix(NIEUWS))?.strip_suffix(NA)?;
    n.bytes().all(|b| b.is_ascii_digit()).then(|| n.parse().ok())?
}

impl Lijst {
    /// Reads the list of a folder.
    pub(super) fn lees(map: &Path) -> Result<Self, Fout> {
        let pad = map.join(NAAM);
        let mut tekst = String::new();
        match File::open(&pad).and_then(|b| b.take(HOOGSTENS).read_to_string(&mut tekst)) {
            Ok(_) => {}
            Err(e) if e.kind() == ErrorKind::NotFound => {
                let herstel = "Maak er een: `leerrecht koppel` met alle bestanden en --stand.";
                return Err(Fout::van(map, "hier staat geen koppelstand", herstel));
            }
            Err(e) if e.kind() == ErrorKind::InvalidData => {}
            Err(e) => return Err(Fout::io(&pad, &e)),
        }
        let deel = |regel: Option<&str>, voor: &str| {
            let mut woorden = regel?.split(' ');
            let naam = woorden.next().filter(|n| n.starts_with(voor) && nummer(n).is_some())?;
            let (lengte, som) = (woorden.next()?.parse().ok()?, u64::from_str_radix(woorden.next()?, 16).ok()?);
            Some(Deel { naam: naam.to_owned(), lengte, som })
        };
        let mut regels = tekst.lines().skip(1);
        let gelezen = deel(regels.next(), BASIS)
            .and_then(|basis| Some(Self { basis, nieuws: deel(regels.next(), NIEUWS)? }))
            // Every byte is as we would write it.
            .filter(|l| l.tekst() == tekst);
        gelezen.ok_or_else(|| Fout::van(&pad, "de lijst van de koppelstand is beschadigd", HERSTEL))
    }

    fn tekst(&self) -> String {
        let regel = |d: &Deel| format!("{} {} {:016x}\n", d.naam, d.lengte, d.som);
        let regels = format!("{KOP}\n{}{}", regel(&self.basis), regel(&self.nieuws));
        let som = xxh3_64(regels.as_bytes());
        format!("{regels}{som:016x}\n")
    }

    /// Replaces the list: after this the new state counts, before it the old one.
    pub(super) fn schrijf(&self, map: &Path) -> Result<(), Fout> {
        let deel = map.join(IN_WORDING);
        let klaar = || {
            let mut bestand = File::create(&deel)?;
            bestand.write_all(self.tekst().as_bytes())?;
            bestand.sync_all()?;
            // The files themselves must be in the folder before the list that names them is.
            let folder = File::open(map)?;
            folder.sync_all()?;
            std::fs::rename(&deel, map.join(NAAM))?;
            folder.sync_all()
        };
        klaar().map_err(|e| Fout::io(map, &e))
    }

    /// Removes what counts no more and what an interrupted writer left. The state is safe already, so a file that cannot
    /// be removed is left for the next time.
    pub(super) fn ruim_op(&self, map: &Path) {
        for naam in onze(map) {
            if naam != self.basis.naam && naam != self.nieuws.naam {
                let _ = std::fs::remove_file(map.join(naam));
            }
        }
    }
}

/// Is there a list, whole or not?
pub(super) fn bestaat(map: &Path) -> bool {
    map.join(NAAM).exists()
}

fn onze(map: &Path) -> Vec<String> {
    let namen = std::fs::read_dir(map).into_iter().flatten().flatten().filter_map(|b| b.file_name().into_string().ok());
    namen.filter(|n| nummer(n).is_some() || n == IN_WORDING).collect()
}

/// Names for a new base and new news that no file has.
pub(super) fn nieuwe_namen(map: &Path) -> (String, String) {
    let n = onze(map).iter().filter_map(|n| nummer(n)).max().unwrap_or(0).saturating_add(1);
    (format!("{BASIS}{n:06}{NA}"), format!("{NIEUWS}{n:06}{NA}"))
}

/// One writer at a time.
pub(super) fn vergrendel(map: &Path) -> Result<File, Fout> {
    let pad = map.join(SLOT);
    let slot = File::create(&pad).map_err(|e| Fout::io(&pad, &e))?;
    match slot.try_lock() {
        Ok(()) => Ok(slot),
        Err(TryLockError::WouldBlock) => {
            Err(Fout::van(map, "er werkt al iemand met deze koppelstand", "Wacht tot die klaar is."))
        }
        Err(TryLockError::Error(e)) => Err(Fout::io(&pad, &e)),
    }
}
