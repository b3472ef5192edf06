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
    let mut s = Sorteerder::nieuw(werkmap);
    for pad in paden {
        if is_csv(pad) {
            tabel::lees(pad, g, &mut s)?;
        } else {
            gesorteerd::lees_los(&Parket::open(pad)?, g, &mut s)?;
        }
    }
    let bron = paden.first().map_or(werkmap, PathBuf::as_path);
    s.geef(ontvanger, bron, g)
}
