//! What a school does.

pub mod aanwezigheid_vastleggen;
pub mod bestand;
pub mod inrichten;
pub mod inschrijvingen_vastleggen;
pub mod inzien;
pub mod les;
pub mod melding_aanleveren;
pub mod melding_intrekken;
pub mod melding_opstellen;
pub mod melding_versturen;
pub mod meldingstanden;
pub mod overzicht_geven;
