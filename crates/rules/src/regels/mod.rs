//! Eén regel per bestand, met de leeswijzer en de gevallen ernaast.

pub mod bewaartermijn;
pub mod grondslag;
pub mod halt;
pub mod inzage;
pub mod kinderbijslag;
pub mod langdurig;
pub mod plicht;
pub mod proces_verbaal;
pub mod routering;
pub mod schorsing;
pub mod studiefinanciering;
pub mod termijn;
pub mod thuiszitter;
pub mod uitschrijving;
pub mod venster;
pub mod verlof;
pub mod verzuimsoort;
pub mod vrijstelling;
pub mod vsv;
pub mod ziekteverzuim;

use crate::recht::Regel;

/// Alle regels van het contract, in de volgorde van de keten.
pub static REGELS: [&Regel; 20] = [
    &plicht::REGEL,
    &vrijstelling::REGEL,
    &verzuimsoort::REGEL,
    &venster::REGEL,
    &langdurig::REGEL,
    &ziekteverzuim::REGEL,
    &verlof::REGEL,
    &schorsing::REGEL,
    &uitschrijving::REGEL,
    &termijn::REGEL,
    &routering::REGEL,
    &thuiszitter::REGEL,
    &halt::REGEL,
    &proces_verbaal::REGEL,
    &kinderbijslag::REGEL,
    &vsv::REGEL,
    &studiefinanciering::REGEL,
    &grondslag::REGEL,
    &inzage::REGEL,
    &bewaartermijn::REGEL,
];
