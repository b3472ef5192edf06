//! Version 1, a resource per file.

pub(crate) mod aanwezigheid;
pub(crate) mod inschrijvingen;
pub(crate) mod regels;
pub(crate) mod velden;
pub(crate) mod verzuimmeldingen;
pub(crate) mod zaken;
