//! Getallen en namen van het Doorstroompunt, tot 2026 RMC.

use super::Zekerheid::{Bevestigd, UitPraktijk};
use super::{EERSTE, Gedateerd, Parameter, Versie};
use crate::Grondslag;
use jiff::civil::date;

/// De verjaardag waarop de doelgroep eindigt.
pub static DOELGROEP_TOT_LEEFTIJD: Parameter<i16> = Parameter::vast(
    "doelgroep_tot_leeftijd",
    "Wie geen startkwalificatie heeft, hoort tot deze verjaardag bij de doelgroep.",
    "jaar",
    23,
    Grondslag::web("8.3.1"),
    UitPraktijk,
)
.met(&[Versie { vanaf: date(2026, 1, 1), waarde: 27, bron: Grondslag::web("9.2.1"), zekerheid: Bevestigd }]);

/// De naam op het scherm en in brieven.
pub static NAAM: Parameter<&str> = Parameter::vast(
    "naam_doorstroompunt",
    "Hoe de dienst heet die jongeren zonder startkwalificatie helpt.",
    "",
    "RMC",
    Grondslag::web("8.3.1"),
    UitPraktijk,
)
.met(&[Versie {
    vanaf: date(2026, 1, 1),
    waarde: "Doorstroompunt",
    bron: Grondslag::web("9.2.1"),
    zekerheid: Bevestigd,
}]);

/// Het artikel met de doelgroep.
pub static ARTIKEL_DOELGROEP: Parameter<Grondslag> = Parameter {
    naam: "artikel_doelgroep",
    wat: "Het artikel dat zegt wie bij de doelgroep hoort.",
    eenheid: "",
    eerste: Versie {
        vanaf: EERSTE,
        waarde: Grondslag::web("8.3.1"),
        bron: Grondslag::web("8.3.1"),
        zekerheid: UitPraktijk,
    },
    later: &[Versie {
        vanaf: date(2026, 1, 1),
        waarde: Grondslag::web("9.2.1"),
        bron: Grondslag::web("9.2.1"),
        zekerheid: Bevestigd,
    }],
    voorstel: None,
};

/// Het artikel met de plicht van de instelling om te melden.
pub static ARTIKEL_MELDING: Parameter<Grondslag> = Parameter {
    naam: "artikel_melding_doorstroompunt",
    wat: "Het artikel dat een instelling verplicht te melden dat een jongere zonder startkwalificatie wegblijft.",
    eenheid: "",
    eerste: Versie {
        vanaf: EERSTE,
        waarde: Grondslag::web("8.1.8a"),
        bron: Grondslag::web("8.1.8a"),
        zekerheid: UitPraktijk,
    },
    later: &[Versie {
        vanaf: date(2026, 1, 1),
        waarde: Grondslag::web("9.2.2"),
        bron: Grondslag::web("9.2.2"),
        zekerheid: Bevestigd,
    }],
    voorstel: None,
};

/// De hoogste waarde van de periode waarna een melding aan het Doorstroompunt moet.
pub static PERIODE_DAGEN: Parameter<i64> = Parameter::vast(
    "doorstroompunt_periode_dagen",
    "Wie zoveel dagen achter elkaar wegblijft, wordt gemeld; een instelling mag een kortere periode kiezen.",
    "dagen van de leskalender",
    28,
    Grondslag::web("8.1.8a"),
    UitPraktijk,
)
.met(&[Versie { vanaf: date(2026, 1, 1), waarde: 28, bron: Grondslag::web("9.2.2"), zekerheid: Bevestigd }]);

/// Maanden tussen twee contacten met wie de school voortijdig verliet.
pub static CONTACT_MAANDEN: Parameter<i64> = Parameter::vast(
    "contact_maanden",
    "Zolang een voortijdig schoolverlater bij de doelgroep hoort, is er om de zoveel maanden contact.",
    "maanden",
    12,
    Grondslag::protocol("Doorstroompunt, jaarlijks contact"),
    UitPraktijk,
);

/// Dagen waarna een school met de student over zijn studiefinanciering begint.
pub static STUDIEFINANCIERING_MELDEN_DAGEN: Parameter<i64> = Parameter::vast(
    "studiefinanciering_melden_dagen",
    "Na zoveel dagen ongeoorloofd wegblijven legt de school dat vast en stuurt zij de student een brief.",
    "dagen",
    28,
    Grondslag::web("8.1.7 lid 2"),
    UitPraktijk,
);

/// Dagen waarna de toelage een lening wordt.
pub static STUDIEFINANCIERING_LENING_DAGEN: Parameter<i64> = Parameter::vast(
    "studiefinanciering_lening_dagen",
    "Na zoveel dagen ongeoorloofd wegblijven meldt de school het bij DUO en wordt de toelage een lening.",
    "dagen",
    35,
    Grondslag::web("8.1.7 lid 5"),
    UitPraktijk,
);

/// De leeftijd vanaf wanneer de regels voor studiefinanciering gelden.
pub static STUDIEFINANCIERING_LEEFTIJD: Parameter<i16> = Parameter::vast(
    "studiefinanciering_leeftijd",
    "Vanaf deze leeftijd kan een toelage een lening worden.",
    "jaar",
    18,
    Grondslag::web("8.1.7"),
    UitPraktijk,
);

/// Alle parameters van dit bestand.
pub const ALLE: &[&dyn Gedateerd] = &[
    &DOELGROEP_TOT_LEEFTIJD,
    &NAAM,
    &ARTIKEL_DOELGROEP,
    &ARTIKEL_MELDING,
    &PERIODE_DAGEN,
    &CONTACT_MAANDEN,
    &STUDIEFINANCIERING_LEEFTIJD,
    &STUDIEFINANCIERING_MELDEN_DAGEN,
    &STUDIEFINANCIERING_LENING_DAGEN,
];
