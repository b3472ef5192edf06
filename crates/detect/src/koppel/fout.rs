//! What can be wrong with the streams.

use std::fmt::{Display, Formatter, Result};

/// Which stream.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Welke {
    /// The persons.
    Personen,
    /// The enrolments.
    Inschrijvingen,
    /// The exemptions.
    Vrijstellingen,
    /// The diplomas.
    Diplomas,
    /// The outcome of yesterday.
    Gisteren,
    /// The outcome of today.
    Vandaag,
}

impl Display for Welke {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        f.write_str(match self {
            Self::Personen => "personen",
            Self::Inschrijvingen => "inschrijvingen",
            Self::Vrijstellingen => "vrijstellingen",
            Self::Diplomas => "diplomas",
            Self::Gisteren => "gisteren",
            Self::Vandaag => "vandaag",
        })
    }
}

/// Why there is no outcome.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Fout<E> {
    /// The stream itself failed.
    #[error("{stroom} niet te lezen: {fout}")]
    Lezen {
        /// The stream.
        stroom: Welke,
        /// What it said.
        fout: E,
    },
    /// A row comes after a row of a person with a higher number.
    #[error("{stroom} niet gesorteerd: persoon {persoon} komt te laat")]
    NietGesorteerd {
        /// The stream.
        stroom: Welke,
        /// The person of the row that comes too late.
        persoon: u64,
    },
    /// A second row of a person where there can be one only.
    #[error("{stroom}: persoon {persoon} staat er tweemaal in")]
    Dubbel {
        /// The stream.
        stroom: Welke,
        /// The person.
        persoon: u64,
    },
    /// More rows than can be numbered.
    #[error("{stroom}: meer rijen dan er te nummeren zijn")]
    TeVeel {
        /// The stream.
        stroom: Welke,
    },
}
