//! Absolute absence (absoluut verzuim): who has leerplicht or kwalificatieplicht on a day, and is neither enrolled nor exempt.
//!
//! The law is that of [`rules::plicht`]. All of its tests of age only ever go one way in the birth date, so for one day and
//! one holiday region it comes down to three birth dates ([`Grenzen`]), found by asking the rule itself. What is left per
//! person is comparing numbers, in one pass over streams sorted by person ([`absoluut`]). For the daily run a [`Stand`]
//! keeps the facts, and judges again only those for whom something changed.
//!
//! Days are days since 1 January 1970; every period holds its first and its last day.

mod feiten;
mod fout;
mod grenzen;
mod join;
mod lezer;
mod oordeel;
mod scholen;
mod stand;
mod toestand;

#[cfg(test)]
mod proef;

pub use feiten::{Artikel, Diploma, Inschrijving, Periode, Persoon, Stroom, Verzuim, Vrijstelling};
pub use fout::{Fout, Welke};
pub use grenzen::{Grenzen, begin_van_plicht};
pub use join::{Bronnen, absoluut};
pub use stand::{Feiten, Mutatie, Stand, Wijziging};
pub use toestand::{Rij, Toestand, toestanden};
