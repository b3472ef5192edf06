//! Signals and matching at the scale of the country.
//!
//! The law is that of `rules`: this crate takes its calendar and its numbers from there and gives the same answers, for
//! millions of pupils at a time. It explains nothing; whoever must explain a signal puts the lessons of that one pupil to the
//! rule, with [`Beoordelaar`] and the rule agreeing on every pupil in the tests.
//!
//! The only crate that knows Arrow and Parquet.

mod dagen;
mod kalender;
pub mod koppel;
mod langdurig;
mod rij;
mod signaal;
mod venster;
mod wet;

pub use kalender::{Jaarkalender, Schooljaar, dagnummer, datum};
pub use rij::{MINUTEN_HOOGSTENS, Rij, Status};
pub use signaal::{Beoordelaar, Signaal, Soort, Vraag};
pub use venster::Maat;
pub use wet::{School, Schoolwet, Wet};
