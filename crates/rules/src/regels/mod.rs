//! Eén regel per bestand, met de leeswijzer en de gevallen ernaast.

pub mod grondslag;
pub mod langdurig;
pub mod plicht;
pub mod routering;
pub mod termijn;
pub mod thuiszitter;
pub mod venster;
pub mod verzuimsoort;

#[cfg(test)]
mod tabel;
