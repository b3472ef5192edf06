//! Getallen en namen van de Leerplichtwet 1969.

use super::Zekerheid::{Bevestigd, TeBevestigen, UitPraktijk};
use super::{EERSTE, Gedateerd, Parameter, Versie};
use crate::Grondslag;
use jiff::civil::date;

/// De leeftijd waarna de leerplicht begint.
pub static LEERPLICHT_BEGIN_LEEFTIJD: Parameter<i16> = Parameter::vast(
    "leerplicht_begin_leeftijd",
    "De leerplicht begint op de eerste schooldag van de maand na de maand waarin een kind zo oud wordt.",
    "jaar",
    5,
    Grondslag::lpw("3 lid 1"),
    Bevestigd,
);

/// De leeftijd in wier schooljaar de leerplicht eindigt.
pub static LEERPLICHT_EINDE_LEEFTIJD: Parameter<i16> = Parameter::vast(
    "leerplicht_einde_leeftijd",
    "De leerplicht eindigt met het schooljaar waarin de jongere zo oud wordt.",
    "jaar",
    16,
    Grondslag::lpw("3 lid 1"),
    Bevestigd,
);

/// Zoveel volle schooljaren beëindigen de leerplicht ook.
pub static LEERPLICHT_SCHOOLJAREN: Parameter<i16> = Parameter::vast(
    "leerplicht_schooljaren",
    "Na zoveel volle schooljaren eindigt de leerplicht ook, als dat eerder is.",
    "schooljaren",
    12,
    Grondslag::lpw("3 lid 1"),
    Bevestigd,
);

/// De leeftijd waarop de kwalificatieplicht ophoudt.
pub static KWALIFICATIEPLICHT_EINDE_LEEFTIJD: Parameter<i16> = Parameter::vast(
    "kwalificatieplicht_einde_leeftijd",
    "De kwalificatieplicht duurt tot deze verjaardag, of tot de startkwalificatie.",
    "jaar",
    18,
    Grondslag::lpw("4a lid 1"),
    Bevestigd,
);

/// Vanaf deze leeftijd is de jongere zelf medeverantwoordelijk.
pub static MEDEVERANTWOORDELIJK_LEEFTIJD: Parameter<i16> = Parameter::vast(
    "medeverantwoordelijk_leeftijd",
    "Vanaf deze leeftijd is de jongere samen met de ouders verantwoordelijk voor het schoolbezoek.",
    "jaar",
    12,
    Grondslag::lpw("2 lid 3"),
    Bevestigd,
);

/// De drempel van het wettelijk verzuim.
pub static DREMPEL_UREN: Parameter<i64> = Parameter::vast(
    "drempel_uren",
    "Vanaf zoveel uur les- of praktijktijd zonder geldige reden moet de school melden.",
    "uur",
    16,
    Grondslag::lpw("21a lid 1"),
    Bevestigd,
);

/// De lengte van het venster, in lesweken.
pub static VENSTER_LESWEKEN: Parameter<i64> = Parameter::vast(
    "venster_lesweken",
    "De uren worden geteld in zoveel opeenvolgende lesweken; een lesweek telt zeven dagen van de leskalender.",
    "lesweken",
    4,
    Grondslag::lpw("21a lid 1"),
    Bevestigd,
);

/// Het artikel van de meldplicht bij verzuim.
pub static ARTIKEL_VERZUIMMELDING: Parameter<Grondslag> = Parameter {
    naam: "artikel_verzuimmelding",
    wat: "Het artikel dat de school verplicht verzuim te melden. Particuliere scholen meldden tot 1 augustus 2023 aan de gemeente zelf.",
    eenheid: "",
    eerste: Versie {
        vanaf: EERSTE,
        waarde: Grondslag::lpw("21 en 21a"),
        bron: Grondslag::lpw("21 en 21a"),
        zekerheid: UitPraktijk,
    },
    later: &[Versie {
        vanaf: date(2023, 8, 1),
        waarde: Grondslag::lpw("21a lid 1"),
        bron: Grondslag::wet("Staatsblad 2022, 177", "inwerkingtreding"),
        zekerheid: UitPraktijk,
    }],
    voorstel: None,
};

/// Dagen verlof van artikel 11 onder f.
pub static VERLOF_F_DAGEN: Parameter<i64> = Parameter::vast(
    "verlof_f_dagen",
    "Verlof vanwege het beroep van een ouder duurt hoogstens zoveel schooldagen, eenmaal per schooljaar.",
    "schooldagen",
    10,
    Grondslag::lpw("13a"),
    Bevestigd,
);

/// In zoveel eerste lesweken is er geen verlof van artikel 11 onder f.
pub static VERLOF_F_EERSTE_LESWEKEN: Parameter<i64> = Parameter::vast(
    "verlof_f_eerste_lesweken",
    "In zoveel lesweken na de zomervakantie kan dit verlof niet.",
    "lesweken",
    2,
    Grondslag::lpw("13a"),
    Bevestigd,
);

/// Dagen verlof die het hoofd zelf mag geven.
pub static VERLOF_G_DAGEN: Parameter<i64> = Parameter::vast(
    "verlof_g_dagen",
    "Bij andere gewichtige omstandigheden beslist het hoofd tot en met zoveel schooldagen per schooljaar; daarboven beslist de leerplichtambtenaar.",
    "schooldagen",
    10,
    Grondslag::lpw("14 lid 1 en 3"),
    Bevestigd,
);

/// Dagen waarbinnen ouders ziekte melden.
pub static ZIEKMELDING_DAGEN: Parameter<i64> = Parameter::vast(
    "ziekmelding_dagen",
    "Ouders melden ziekte binnen zoveel dagen nadat de verhindering ontstond.",
    "dagen",
    2,
    Grondslag::lpw("12"),
    Bevestigd,
);

/// Dagen waarvoor ouders een religieuze plicht melden.
pub static RELIGIE_DAGEN_TEVOREN: Parameter<i64> = Parameter::vast(
    "religie_dagen_tevoren",
    "Ouders melden een plicht uit godsdienst of levensovertuiging uiterlijk zoveel dagen tevoren.",
    "dagen",
    2,
    Grondslag::lpw("13"),
    Bevestigd,
);

/// Dagen waarbinnen een late aanvraag van gewichtige omstandigheden nog kan.
pub static VERLOF_G_ACHTERAF_DAGEN: Parameter<i64> = Parameter::vast(
    "verlof_g_achteraf_dagen",
    "Een aanvraag wegens gewichtige omstandigheden kan nog zoveel dagen nadat de verhindering ontstond.",
    "dagen",
    2,
    Grondslag::lpw("14 lid 2"),
    Bevestigd,
);

/// Dagen van een volle schoolweek, om verlof bij kwalificatieplicht naar rato te geven.
pub static VERLOF_SCHOOLWEEK_DAGEN: Parameter<i64> = Parameter::vast(
    "verlof_schoolweek_dagen",
    "Wie kwalificatieplichtig is, krijgt verlof naar rato van de dagen onderwijs in een week van zoveel dagen.",
    "dagen",
    5,
    Grondslag::lpw("14 lid 3"),
    UitPraktijk,
);

/// Dagen waarbinnen de gemeente over vervangende leerplicht beslist.
pub static VERVANGENDE_LEERPLICHT_DAGEN: Parameter<i64> = Parameter {
    naam: "vervangende_leerplicht_dagen",
    wat: "Binnen zoveel dagen beslist de gemeente op een verzoek om vervangende leerplicht. In 2015 stond er nog vier weken; wanneer het zes werd, is niet gevonden.",
    eenheid: "dagen",
    eerste: Versie { vanaf: EERSTE, waarde: 42, bron: Grondslag::lpw("3a en 3b"), zekerheid: TeBevestigen },
    later: &[Versie { vanaf: date(2023, 8, 1), waarde: 42, bron: Grondslag::lpw("3a en 3b"), zekerheid: Bevestigd }],
    voorstel: None,
};

/// Dagen waarbinnen een in- of uitschrijving wordt gemeld.
pub static MUTATIE_DAGEN: Parameter<i64> = Parameter::vast(
    "mutatie_dagen",
    "Een in- of uitschrijving wordt binnen zoveel dagen gemeld aan het register.",
    "dagen",
    7,
    Grondslag::lpw("18"),
    UitPraktijk,
);

/// Maanden waarvoor de eerste kennisgeving van een vrijstelling er moet zijn.
pub static KENNISGEVING_MAANDEN: Parameter<i64> = Parameter::vast(
    "kennisgeving_maanden",
    "De eerste kennisgeving van een vrijstelling komt zoveel maanden voordat de plicht begint.",
    "maand",
    1,
    Grondslag::lpw("6 lid 2"),
    Bevestigd,
);

/// De maand waarvoor de jaarlijkse kennisgeving er moet zijn.
pub static KENNISGEVING_VOOR_MAAND: Parameter<i8> = Parameter::vast(
    "kennisgeving_voor_maand",
    "De jaarlijkse kennisgeving van een vrijstelling komt voor de eerste dag van deze maand van het jaar.",
    "maand van het jaar",
    7,
    Grondslag::lpw("6 lid 2"),
    Bevestigd,
);

/// Maanden dat een verklaring oud mag zijn.
pub static VERKLARING_MAANDEN: Parameter<i64> = Parameter::vast(
    "verklaring_maanden",
    "De verklaring van de arts, pedagoog of psycholoog is hoogstens zoveel maanden oud.",
    "maanden",
    3,
    Grondslag::lpw("7"),
    Bevestigd,
);

/// Maanden waarin een jongere niet op een school van de richting mag hebben gezeten.
pub static RICHTING_MAANDEN: Parameter<i64> = Parameter::vast(
    "richting_maanden",
    "Wie in zoveel maanden voor de kennisgeving op een school van de bezwaarde richting zat, kan zich niet op dat bezwaar beroepen.",
    "maanden",
    12,
    Grondslag::lpw("8 lid 2"),
    Bevestigd,
);

/// Moet er een onderwijskundig oordeel zijn bij een beroep op artikel 5 onder a?
pub static ONDERWIJSKUNDIG_OORDEEL: Parameter<bool> = Parameter {
    naam: "onderwijskundig_oordeel",
    wat: "Moet er naast de verklaring over de jongere een onderwijskundig oordeel zijn bij een beroep op artikel 5 onder a?",
    eenheid: "",
    eerste: Versie { vanaf: EERSTE, waarde: false, bron: Grondslag::lpw("7"), zekerheid: Bevestigd },
    later: &[],
    voorstel: Some(Versie {
        vanaf: date(2024, 11, 26),
        waarde: true,
        bron: Grondslag::voorstel("wijziging van artikel 7"),
        zekerheid: TeBevestigen,
    }),
};

/// Wordt al het verzuim, ook geoorloofd, landelijk in categorieën vastgelegd?
pub static AL_HET_VERZUIM_VASTLEGGEN: Parameter<bool> = Parameter {
    naam: "al_het_verzuim_vastleggen",
    wat: "Moet een school al het verzuim, ook het geoorloofde, vastleggen in landelijke categorieën?",
    eenheid: "",
    eerste: Versie { vanaf: EERSTE, waarde: false, bron: Grondslag::lpw("21a"), zekerheid: Bevestigd },
    later: &[],
    voorstel: Some(Versie {
        vanaf: date(2024, 11, 26),
        waarde: true,
        bron: Grondslag::voorstel("verzuim in categorieën"),
        zekerheid: TeBevestigen,
    }),
};

/// Alle parameters van dit bestand.
pub const ALLE: &[&dyn Gedateerd] = &[
    &LEERPLICHT_BEGIN_LEEFTIJD,
    &LEERPLICHT_EINDE_LEEFTIJD,
    &LEERPLICHT_SCHOOLJAREN,
    &KWALIFICATIEPLICHT_EINDE_LEEFTIJD,
    &MEDEVERANTWOORDELIJK_LEEFTIJD,
    &DREMPEL_UREN,
    &VENSTER_LESWEKEN,
    &ARTIKEL_VERZUIMMELDING,
    &VERLOF_F_DAGEN,
    &VERLOF_F_EERSTE_LESWEKEN,
    &VERLOF_G_DAGEN,
    &VERLOF_G_ACHTERAF_DAGEN,
    &VERLOF_SCHOOLWEEK_DAGEN,
    &ZIEKMELDING_DAGEN,
    &RELIGIE_DAGEN_TEVOREN,
    &VERVANGENDE_LEERPLICHT_DAGEN,
    &MUTATIE_DAGEN,
    &KENNISGEVING_MAANDEN,
    &KENNISGEVING_VOOR_MAAND,
    &VERKLARING_MAANDEN,
    &RICHTING_MAANDEN,
    &ONDERWIJSKUNDIG_OORDEEL,
    &AL_HET_VERZUIM_VASTLEGGEN,
];
