//! What a school does.

pub mod aanwezigheid_vastleggen;
pub mod inzien;
pub mod melding_opstellen;
pub mod melding_versturen;
pub mod overzicht_geven;
