//! Kleine waarden die zichzelf bewaken: wie er een heeft, hoeft niet meer te controleren.

mod brin;
mod dag;
mod gemeentecode;
mod pgn;
mod tijdstip;

pub use brin::Brin;
pub use dag::lees_dag;
pub use gemeentecode::Gemeentecode;
pub use pgn::{Bsn, Onderwijsnummer, Pgn};
pub use tijdstip::Tijdstip;

/// Waarom een tekst geen geldige waarde is; bevat nooit de tekst zelf.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Waardefout {
    /// Niets ingevuld.
    #[error("vul dit in")]
    Leeg,
    /// Andere tekens of een andere lengte dan de vorm vraagt.
    #[error("dit heeft niet de juiste vorm")]
    Vorm,
    /// De controle op het getal (elfproef) klopt niet.
    #[error("dit nummer klopt niet: controleer de cijfers")]
    Elfproef,
}
