//! Rollen, doelen en de handelende persoon.

use domain::id::{GebruikerId, OrganisatieId, PersoonId};

macro_rules! lijst {
    ($(#[$d:meta])* $naam:ident { $($variant:ident = $code:literal / $woord:literal),+ $(,)? }) => {
        $(#[$d])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $naam { $(#[doc = $woord] $variant),+ }
        impl $naam {
            /// Alle waarden.
            pub const ALLE: &'static [Self] = &[$(Self::$variant),+];
            /// Vaste code.
            #[must_use]
            pub const fn code(self) -> &'static str { match self { $(Self::$variant => $code),+ } }
            /// Het woord op het scherm.
            #[must_use]
            pub const fn woord(self) -> &'static str { match self { $(Self::$variant => $woord),+ } }
            /// De waarde bij een code.
            #[must_use]
            pub fn uit_code(code: &str) -> Option<Self> { Self::ALLE.iter().copied().find(|v| v.code() == code) }
        }
    };
}

lijst! {
    /// De rol waarin iemand nu handelt; één tegelijk (A-004…A-018).
    Rol {
        Docent = "docent" / "docent",
        Mentor = "mentor" / "mentor",
        Verzuimmedewerker = "verzuimmedewerker" / "verzuimmedewerker",
        Schoolleider = "schoolleider" / "schoolleider",
        AdministratieLeerplicht = "administratie_leerplicht" / "administratie leerplicht",
        Leerplichtambtenaar = "leerplichtambtenaar" / "leerplichtambtenaar",
        LeerplichtambtenaarBoa = "leerplichtambtenaar_boa" / "leerplichtambtenaar (BOA)",
        TeamleiderLeerplicht = "teamleider_leerplicht" / "teamleider leerplicht",
        Doorstroomcoach = "doorstroomcoach" / "doorstroomcoach",
        Registerbeheerder = "registerbeheerder" / "registerbeheerder",
        Fg = "fg" / "functionaris gegevensbescherming",
        Ouder = "ouder" / "ouder",
        Leerling = "leerling" / "leerling",
        Beheerder = "beheerder" / "beheerder",
        Koppeling = "koppeling" / "koppeling van een schoolsysteem",
        KoppelingLeerplicht = "koppeling_leerplicht" / "koppeling van een zaaksysteem",
        Systeem = "systeem" / "het systeem zelf",
    }
}

lijst! {
    /// Waarvoor gegevens worden gebruikt (doelbinding, AVG artikel 5 lid 1 onder b).
    Doel {
        Verzuim = "verzuim" / "verzuim vastleggen en melden",
        Routering = "routering" / "meldingen ontvangen en doorsturen",
        Leerplicht = "leerplicht" / "toezicht op de Leerplichtwet",
        Doorstroompunt = "doorstroompunt" / "begeleiding door het Doorstroompunt",
        Eigen = "eigen" / "uw eigen gegevens",
        Toezicht = "toezicht" / "toezicht op het gebruik van gegevens",
        Beheer = "beheer" / "beheer van het systeem",
    }
}

impl Rol {
    /// Het doel waarvoor deze rol bestaat.
    #[must_use]
    pub const fn doel(self) -> Doel {
        match self {
            Self::Docent | Self::Mentor | Self::Verzuimmedewerker | Self::Schoolleider | Self::Koppeling => {
                Doel::Verzuim
            }
            Self::AdministratieLeerplicht
            | Self::Leerplichtambtenaar
            | Self::LeerplichtambtenaarBoa
            | Self::KoppelingLeerplicht
            | Self::TeamleiderLeerplicht => Doel::Leerplicht,
            Self::Doorstroomcoach => Doel::Doorstroompunt,
            Self::Registerbeheerder => Doel::Routering,
            Self::Fg => Doel::Toezicht,
            Self::Ouder | Self::Leerling => Doel::Eigen,
            Self::Beheerder | Self::Systeem => Doel::Beheer,
        }
    }
}

/// Wie er handelt: één persoon in één rol bij één organisatie.
#[derive(Debug, Clone)]
pub struct Principal {
    /// De gebruiker; bij het systeem zelf de lege sleutel.
    pub gebruiker: GebruikerId,
    /// Naam op het scherm en in het dossier.
    pub naam: String,
    /// De actieve rol.
    pub rol: Rol,
    /// De organisatie waarvoor wordt gehandeld.
    pub organisatie: OrganisatieId,
    /// De persoon in de BRP-kopie, bij ouders en leerlingen.
    pub persoon: Option<PersoonId>,
}

impl Principal {
    /// Het systeem, handelend voor een organisatie (nachtelijke taak, bericht, opdrachtregel).
    #[must_use]
    pub fn systeem(taak: &str, organisatie: OrganisatieId) -> Self {
        Self {
            gebruiker: GebruikerId(uuid_nul()),
            naam: taak.to_owned(),
            rol: Rol::Systeem,
            organisatie,
            persoon: None,
        }
    }
}

fn uuid_nul() -> uuid::Uuid {
    uuid::Uuid::nil()
}
