//! One file per use case. The screens, the API, the jobs and the command line all come through here.

mod context;
mod fout;
mod herhaling;
mod rekenen;

pub mod beheer;
pub mod demo;
pub mod gemeente;
pub mod inloggen;
pub mod koppeling;
pub mod mijn;
pub mod ontvangst;
pub mod register;
pub mod school;
pub mod sessie;
pub mod toezicht;

pub use context::{App, Klok, Omgeving};
pub use fout::{Fout, Weigering};
pub use herhaling::Herhaling;
pub use rekenen::{kalender_van, leskalender, nachtronde, nachttaak, nachttaak_vanaf};
pub use store::rows as rijen;
