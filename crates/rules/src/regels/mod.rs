//! Eén regel per bestand, met de leeswijzer en de gevallen ernaast.

pub mod grondslag;
pub mod halt;
pub mod kinderbijslag;
pub mod langdurig;
pub mod plicht;
pub mod proces_verbaal;
pub mod routering;
pub mod schorsing;
pub mod studiefinanciering;
pub mod termijn;
pub mod thuiszitter;
pub mod venster;
pub mod verzuimsoort;
pub mod ziekteverzuim;

#[cfg(test)]
mod tabel;
