//! A file of a school system, from receipt to report. It is kept sealed until it is loaded, and then thrown away.

mod instellingen;
mod laden;
mod ontvangen;

pub use instellingen::instellingen;
pub use laden::{draai, hervat, start};
pub use ontvangen::{Ontvangen, bekijk, lijst, ontvang};

use parsers::kolommen::Kolommen;
use serde::{Deserialize, Serialize};

/// What a file looks like: its headings, and which column means what.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Indeling {
    /// The headings.
    pub kop: Vec<String>,
    /// Code of a meaning to position, as JSON of [`Kolommen`].
    velden: String,
}

impl Indeling {
    fn nieuw(kop: Vec<String>, kolommen: &Kolommen) -> Self {
        Self { kop, velden: kolommen.to_json() }
    }

    /// Which column means what.
    #[must_use]
    pub fn kolommen(&self) -> Kolommen {
        Kolommen::from_json(&self.velden).unwrap_or_default()
    }

    fn uit(tekst: &str) -> Self {
        serde_json::from_str(tekst).unwrap_or_default()
    }

    fn json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}

/// A row that was not loaded, without its value.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Foutregel {
    /// Line in the file.
    pub rij: usize,
    /// Column.
    pub kolom: String,
    /// What is wrong.
    pub melding: String,
    /// What to do.
    pub oplossing: String,
}

/// Most row errors that are kept.
const MEESTE_FOUTEN: usize = 500;

/// What came of a file.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Verslag {
    /// Same as before.
    pub gelijk: usize,
    /// Pupils whose signals were recomputed.
    pub herrekend: usize,
    /// Rows that were not loaded.
    pub fout: usize,
    /// The first of them.
    pub fouten: Vec<Foutregel>,
    /// Why nothing could be loaded.
    #[serde(default)]
    pub mislukt: Option<String>,
}

impl Verslag {
    fn voeg(&mut self, f: Foutregel) {
        self.fout += 1;
        if self.fouten.len() < MEESTE_FOUTEN {
            self.fouten.push(f);
        }
    }

    /// From storage.
    #[must_use]
    pub fn uit(tekst: &str) -> Self {
        serde_json::from_str(tekst).unwrap_or_default()
    }

    fn json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}
