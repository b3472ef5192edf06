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

use crate::recht::Regel;

/// Alle regels van het contract, in de volgorde van de keten.
pub static REGELS: [&Regel; 14] = [
    &plicht::REGEL,
    &verzuimsoort::REGEL,
    &venster::REGEL,
    &langdurig::REGEL,
    &ziekteverzuim::REGEL,
    &schorsing::REGEL,
    &termijn::REGEL,
    &routering::REGEL,
    &thuiszitter::REGEL,
    &halt::REGEL,
    &proces_verbaal::REGEL,
    &kinderbijslag::REGEL,
    &studiefinanciering::REGEL,
    &grondslag::REGEL,
];
