//! Per regel een deur: de velden van de vraag, de velden van het antwoord en de weg ertussen.

mod bewaartermijn;
mod grondslag;
mod halt;
mod inzage;
mod kalender;
mod kinderbijslag;
mod langdurig;
mod plicht;
mod proces_verbaal;
mod routering;
mod schorsing;
mod studiefinanciering;
mod termijn;
mod thuiszitter;
mod uitschrijving;
mod venster;
mod verlof;
mod verzuimsoort;
mod vrijstelling;
mod vsv;
mod ziekteverzuim;

use crate::RegelInfo;

/// Alle deuren, in de volgorde van [`rules::REGELS`].
pub(crate) static ALLE: [&RegelInfo; 20] = [
    &plicht::INFO,
    &vrijstelling::INFO,
    &verzuimsoort::INFO,
    &venster::INFO,
    &langdurig::INFO,
    &ziekteverzuim::INFO,
    &verlof::INFO,
    &schorsing::INFO,
    &uitschrijving::INFO,
    &termijn::INFO,
    &routering::INFO,
    &thuiszitter::INFO,
    &halt::INFO,
    &proces_verbaal::INFO,
    &kinderbijslag::INFO,
    &vsv::INFO,
    &studiefinanciering::INFO,
    &grondslag::INFO,
    &inzage::INFO,
    &bewaartermijn::INFO,
];

/// Zoekt een woord in een gesloten lijst.
pub(crate) fn een_van(codes: &'static [&'static str]) -> impl Fn(&str) -> Option<&'static str> {
    move |c| codes.iter().copied().find(|k| *k == c)
}
