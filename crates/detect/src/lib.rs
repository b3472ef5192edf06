//! Signals and matching at the scale of the country.
//!
//! The law is that of `rules`: this crate takes its calendar and its numbers from there and gives the same answers, for
//! millions of pupils at a time. It explains nothing; whoever must explain a signal puts the lessons of that one pupil to the
//! rule, with [`Beoordelaar`] and the rule agreeing on every pupil in the tests.
//!
//! The only crate that knows Arrow and Parquet.

mod bijhouder;
mod dagen;
mod fout;
mod invoer;
mod kalender;
pub mod koppel;
mod koppelbestand;
mod koppelstand;
mod langdurig;
mod parket;
mod pas;
mod register;
mod rij;
mod signaal;
mod telling;
mod uitvoer;
mod venster;
mod wet;

pub use bijhouder::{Bijhouder, Lessen};
pub use fout::Fout;
pub use invoer::personen::Gemeenten;
pub use invoer::{Grenzen, Ontvanger, laatste_dag, lees_aanwezigheid, lees_scholen, lees_wijzigingen, tel_rijen};
pub use kalender::{Jaarkalender, Schooljaar, dagnummer, datum};
pub use koppelbestand::{Koppelbestanden, schrijf_koppeling};
pub use koppelstand::Koppelstand;
pub use pas::{signaleer, signaleer_bestanden};
pub use register::{Bevinding, Bouw, Register};
pub use rij::{MINUTEN_HOOGSTENS, Rij, Status};
pub use signaal::{Beoordelaar, Opdracht, Signaal, Soort, Vraag};
pub use telling::{Telling, telling};
pub use uitvoer::{schrijf_heel, schrijf_signalen};
pub use venster::Maat;
pub use wet::{School, Schoolwet, Wet};
