//! What can be wrong with a file, said so that whoever made it can mend it.

use std::fmt;
use std::path::{Path, PathBuf};

/// A file that cannot be used: which, where in it, what is wrong and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fout {
    /// The file or folder.
    pub bestand: PathBuf,
    /// Row group of a Parquet file, from 1.
    pub rijgroep: Option<usize>,
    /// The column.
    pub kolom: Option<String>,
    /// The row in the file, from 1.
    pub rij: Option<u64>,
    /// What is wrong, a sentence without full stop.
    pub melding: String,
    /// What to do about it, a sentence with full stop; empty when there is nothing to say.
    pub herstel: String,
}

impl Fout {
    /// A fault in a file as a whole.
    pub fn van(bestand: &Path, melding: impl Into<String>, herstel: impl Into<String>) -> Self {
        Self {
            bestand: bestand.to_owned(),
            rijgroep: None,
            kolom: None,
            rij: None,
            melding: melding.into(),
            herstel: herstel.into(),
        }
    }

    /// Reading or writing did not work.
    pub fn io(bestand: &Path, fout: &std::io::Error) -> Self {
        Self::van(
            bestand,
            format!("lezen of schrijven lukt niet ({fout})"),
            "Controleer de map, de rechten en de ruimte.",
        )
    }

    /// The same fault, in a column.
    #[must_use]
    pub fn in_kolom(mut self, kolom: &str) -> Self {
        self.kolom = Some(kolom.to_owned());
        self
    }

    /// The same fault, in a row group (from 0).
    #[must_use]
    pub fn in_rijgroep(mut self, groep: usize) -> Self {
        self.rijgroep = Some(groep + 1);
        self
    }

    /// The same fault, in a row (from 0).
    #[must_use]
    pub fn in_rij(mut self, rij: u64) -> Self {
        self.rij = Some(rij + 1);
        self
    }
}

impl fmt::Display for Fout {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.bestand.display())?;
        if let Some(g) = self.rijgroep {
            write!(f, ", rijgroep {g}")?;
        }
        if let Some(k) = &self.kolom {
            write!(f, ", kolom {k}")?;
        }
        if let Some(r) = self.rij {
            write!(f, ", rij {r}")?;
        }
        write!(f, ": {}.", self.melding)?;
        if self.herstel.is_empty() { Ok(()) } else { write!(f, " {}", self.herstel) }
    }
}

impl std::error::Error for Fout {}
