//! Attendance files: sorted ones straight through, others sorted first.

use super::gesorteerd::{self, Gestopt, Verdeling};
use super::sorteer::Sorteerder;
use super::tabel;
use crate::fout::Fout;
use crate::kalender::Schooljaar;
use crate::parket::Parket;
use std::path::{Path, PathBuf};

/// Between which days a lesson must lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Grenzen {
    /// The school year.
    pub jaar: Schooljaar,
    /// The last day that can have happened, in days since 1970.
    pub tot_en_met: i32,
}

/// Who takes the lessons, one pupil at one school at a time, in order of pupil and school.
pub trait Ontvanger {
    /// The lessons of one pupil at one school: in order, each lesson once.
    ///
    /// # Errors
    /// Whatever the receiver cannot do with them.
    fn leerling(&mut self, leerling: u64, school: u32, rijen: &[u32]) -> Result<(), Fout>;
}

impl<F: FnMut(u64, u32, &[u32]) -> Result<(), Fout>> Ontvanger for F {
    fn leerling(&mut self, leerling: u64, school: u32, rijen: &[u32]) -> Result<(), Fout> {
        self(leerling, school, rijen)
    }
}

/// Is this a CSV file, by its name?
pub(crate) fn is_csv(pad: &Path) -> bool {
    pad.extension().is_some_and(|e| e.eq_ignore_ascii_case("csv"))
}

/// Reads attendance files and hands them on in order. One file that is in order is read in one pass; `opnieuw` is called when
/// that pass turns out to be impossible half-way and everything starts again. Sorting uses files in `werkmap`.
///
/// # Errors
/// The first thing that is wrong with a file.
pub fn lees_aanwezigheid<O: Ontvanger>(
    paden: &[PathBuf],
    g: Grenzen,
    werkmap: &Path,
    ontvanger: &mut O,
    opnieuw: impl FnOnce(&mut O) -> Result<(), Fout>,
) -> Result<(), Fout> {
    if let [pad] = paden
        && !is_csv(pad)
    {
        let parket = Parket::open(pad)?;
        let alles = Verdeling { groepen: 0..parket.meta.num_row_groups(), overslaan: None };
        match gesorteerd::lees(&parket, &alles, g, ontvanger) {
            Ok(_) => return Ok(()),
            Err(Gestopt::Fout(f)) => return Err(f),
            Err(Gestopt::Ongesorteerd) => opnieuw(ontvanger)?,
        }
    }
    lees_wijzigingen(paden, &[], g, werkmap, ontvanger)
}

/// Reads attendance files in any order together with files of lessons that are withdrawn, and hands all of it on in order; a
/// withdrawn lesson is a row with [`crate::Status::Ingetrokken`].
///
/// # Errors
/// The first thing that is wrong with a file; a lesson that is both delivered and withdrawn is one.
pub fn lees_wijzigingen<O: Ontvanger>(
    paden: &[PathBuf],
    ingetrokken: &[PathBuf],
    g: Grenzen,
    werkmap: &Path,
    ontvanger: &mut O,
) -> Result<(), Fout> {
    let bronnen = paden.iter().chain(ingetrokken).cloned().collect();
    let mut s = Sorteerder::nieuw(werkmap, bronnen, g);
    for pad in paden {
        if is_csv(pad) {
            tabel::lees(pad, g, &mut s)?;
        } else {
            gesorteerd::lees_los(&Parket::open(pad)?, g, &mut s)?;
        }
    }
    for pad in ingetrokken {
        super::ingetrokken::lees(pad, g, &mut s)?;
    }
    s.geef(ontvanger)
}

/// How many rows the files claim to hold; text files count for nothing, they say so only at the end.
///
/// # Errors
/// A file that is not there, or is no Parquet.
pub fn tel_rijen(paden: &[PathBuf]) -> Result<u64, Fout> {
    paden.iter().filter(|p| !is_csv(p)).try_fold(0_u64, |n, p| Ok(n.saturating_add(Parket::open(p)?.rijen())))
}

/// The last day with a lesson in these files, as a day of the school year: from the footers when they say it, and otherwise
/// from the lessons.
///
/// # Errors
/// The first thing that is wrong with a file.
pub fn laatste_dag(paden: &[PathBuf], jaar: Schooljaar) -> Result<u16, Fout> {
    let mut laatste = 0;
    for pad in paden {
        let dag = if is_csv(pad) { tabel::laatste_dag(pad)? } else { gesorteerd::laatste_dag(&Parket::open(pad)?)? };
        // A day outside the year is a fault that the reading itself explains.
        laatste = laatste.max(dag.and_then(|d| jaar.dag(d)).unwrap_or(0));
    }
    Ok(laatste)
}
