//! Which column is what.

use crate::tabel::Tabel;
use std::collections::BTreeMap;

/// A meaning that a column can have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Veld {
    /// Pupil number.
    Leerlingnummer,
    /// Day.
    Datum,
    /// Lesson.
    Lesuur,
    /// Absence code.
    Code,
    /// Minutes late.
    MinutenTeLaat,
    /// School code.
    Brin,
}

impl Veld {
    const ALLE: [(Self, &'static str, &'static [&'static str]); 6] = [
        (
            Self::Leerlingnummer,
            "leerlingnummer",
            &["leerlingnummer", "leerlingnr", "llnr", "stamnummer", "stamnr", "leerling"],
        ),
        (Self::Datum, "datum", &["datum", "dag", "lesdatum", "date"]),
        (Self::Lesuur, "lesuur", &["lesuur", "uur", "les", "lesnummer", "lesnr"]),
        (Self::Code, "code", &["code", "absentiecode", "verzuimcode", "reden", "status", "absentie"]),
        (Self::MinutenTeLaat, "minuten te laat", &["minutentelaat", "telaat", "minuten", "min"]),
        (Self::Brin, "schoolcode", &["brin", "schoolcode", "brinnummer", "vestiging"]),
    ];

    /// The word on the screen.
    #[must_use]
    pub fn woord(self) -> &'static str {
        Self::ALLE.iter().find(|v| v.0 == self).map_or("", |v| v.1)
    }
}

/// Columns by meaning.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Kolommen {
    /// Meaning to position, from 0.
    pub velden: BTreeMap<Veld, usize>,
}

/// Recognise columns by their headings.
#[must_use]
pub fn herken(tabel: &Tabel) -> Kolommen {
    let normaal = |k: &str| k.to_lowercase().chars().filter(char::is_ascii_alphanumeric).collect::<String>();
    let namen: Vec<String> = tabel.kop.iter().map(|k| normaal(k)).collect();
    let mut velden = BTreeMap::new();
    for (veld, _, woorden) in Veld::ALLE {
        if let Some(i) = woorden.iter().find_map(|w| namen.iter().position(|n| n == w)) {
            velden.insert(veld, i);
        }
    }
    Kolommen { velden }
}

impl Kolommen {
    /// What is missing, in words.
    #[must_use]
    pub fn ontbreekt(&self) -> Vec<&'static str> {
        [Veld::Leerlingnummer, Veld::Datum, Veld::Lesuur, Veld::Code]
            .into_iter()
            .filter(|v| !self.velden.contains_key(v))
            .map(Veld::woord)
            .collect()
    }
}
