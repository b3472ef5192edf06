//! The only crate with SQL. Everything it hands out needs a `Grant` or a `Scope`; everything it
//! writes ends in one event in the hash-chained log.

mod crypto;
mod db;
pub mod facts;
mod log;
mod read;
pub mod rows;
mod write;

pub mod aanwezigheid;
pub mod aanwezigheid_velen;
pub mod absoluut_verzuim;
pub mod beheer;
pub mod bericht;
pub mod bestand;
pub mod gebruiker;
pub mod idem;
pub mod inschrijving;
pub mod leerling;
pub mod les;
pub mod melding;
pub mod ontvangst;
pub mod organisatie;
pub mod registermelding;
pub mod taak;
pub mod zaak;

pub use crypto::Sleutelbos;
pub use db::{Db, Engine, StoreError, Verslag};
pub use log::{Event, LogRow, verifieer};
pub use read::{ReadTx, Sealed};
pub use write::WriteTx;

pub(crate) use db::{Tx, on};
