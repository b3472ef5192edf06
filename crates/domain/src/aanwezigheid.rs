//! Aanwezigheid per les.

use crate::Datum;

/// Wat er over één leerling in één les is vastgelegd.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// Was er.
    Aanwezig,
    /// Kwam te laat; telt als verzuim.
    TeLaat,
    /// Afwezig zonder geldige reden; tot het oordeel van de leerplichtambtenaar «vermoedelijk».
    Ongeoorloofd,
    /// Afwezig met verlof, schorsing of een andere geldige reden.
    Geoorloofd,
    /// Ziek gemeld; wordt nooit gemeld.
    Ziek,
    /// Afwezig, reden nog niet bekend.
    Onbekend,
    /// De leerling of ouder zegt dat het niet klopt.
    Betwist,
    /// De docent heeft nog geen register ingevuld: niemand weet wie er was.
    GeenRegister,
}

impl Status {
    /// Alle statussen, in de volgorde van de legenda.
    pub const ALLE: [Self; 8] = [
        Self::Aanwezig,
        Self::Ongeoorloofd,
        Self::TeLaat,
        Self::Ziek,
        Self::Geoorloofd,
        Self::Onbekend,
        Self::Betwist,
        Self::GeenRegister,
    ];

    /// Vaste code in bestanden, berichten en tabellen.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Aanwezig => "aanwezig",
            Self::TeLaat => "te_laat",
            Self::Ongeoorloofd => "ongeoorloofd",
            Self::Geoorloofd => "geoorloofd",
            Self::Ziek => "ziek",
            Self::Onbekend => "onbekend",
            Self::Betwist => "betwist",
            Self::GeenRegister => "geen_register",
        }
    }

    /// De status bij een vaste code.
    #[must_use]
    pub fn uit_code(code: &str) -> Option<Self> {
        Self::ALLE.into_iter().find(|s| s.code() == code)
    }

    /// Het woord op het scherm.
    #[must_use]
    pub const fn woord(self) -> &'static str {
        match self {
            Self::TeLaat => "te laat",
            Self::GeenRegister => "geen register",
            andere => andere.code(),
        }
    }
}

/// Eén lesuur op één dag.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Les {
    /// Dag van de les.
    pub datum: Datum,
    /// Nummer op het lesrooster, 1 tot en met 16.
    pub lesuur: u8,
}

/// Wat er in één les is vastgelegd.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lesmarkering {
    /// De les.
    pub les: Les,
    /// Wat er is vastgelegd.
    pub status: Status,
    /// Duur van de les in minuten.
    pub minuten: u16,
    /// Gemiste minuten bij te laat; 0 bij de andere statussen.
    pub minuten_te_laat: u16,
}
