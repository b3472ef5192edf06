//! Namen, standen en termijnen van de registers.

use super::Zekerheid::{Bevestigd, TeBevestigen, UitPraktijk};
use super::{EERSTE, Gedateerd, Parameter, Versie};
use crate::Grondslag;
use jiff::civil::date;

const WRO: &str = "Wet register onderwijsdeelnemers";
const WOT: &str = "Wet op het onderwijstoezicht";

/// De naam van het register met verzuimmeldingen.
pub static NAAM: Parameter<&str> = Parameter::vast(
    "naam_register_verzuim",
    "Hoe het register heet waar verzuimmeldingen in staan.",
    "",
    "meldingsregister relatief verzuim",
    Grondslag::wet(WOT, "24h"),
    Bevestigd,
)
.met(&[Versie {
    vanaf: date(2020, 7, 1),
    waarde: "register onderwijsdeelnemers",
    bron: Grondslag::wet(WRO, "5 lid 4"),
    zekerheid: Bevestigd,
}]);

/// De wet van de registers.
pub static WET: Parameter<Grondslag> = Parameter {
    naam: "wet_registers",
    wat: "De wet waarin de registers met meldingen en vrijstellingen staan.",
    eenheid: "",
    eerste: Versie {
        vanaf: EERSTE,
        waarde: Grondslag::wet(WOT, "hoofdstuk 6a"),
        bron: Grondslag::wet(WOT, "hoofdstuk 6a"),
        zekerheid: Bevestigd,
    },
    later: &[Versie {
        vanaf: date(2020, 7, 1),
        waarde: Grondslag::wet(WRO, "5"),
        bron: Grondslag::wet(WRO, "5"),
        zekerheid: Bevestigd,
    }],
    voorstel: None,
};

/// Het artikel waarlangs een school levert.
pub static ARTIKEL_LEVERING: Parameter<Grondslag> = Parameter {
    naam: "artikel_levering",
    wat: "Het artikel dat zegt wie de verzuimgegevens aan het register levert.",
    eenheid: "",
    eerste: Versie {
        vanaf: EERSTE,
        waarde: Grondslag::wet(WOT, "24h en 24i"),
        bron: Grondslag::wet(WOT, "24h en 24i"),
        zekerheid: Bevestigd,
    },
    later: &[Versie {
        vanaf: date(2020, 7, 1),
        waarde: Grondslag::wet(WRO, "12 lid 3"),
        bron: Grondslag::wet(WRO, "12 lid 3"),
        zekerheid: Bevestigd,
    }],
    voorstel: None,
};

/// Het artikel waarlangs de gemeente krijgt.
pub static ARTIKEL_VERSTREKKING: Parameter<Grondslag> = Parameter {
    naam: "artikel_verstrekking",
    wat: "Het artikel dat zegt welke gemeente een melding krijgt.",
    eenheid: "",
    eerste: Versie {
        vanaf: EERSTE,
        waarde: Grondslag::wet(WOT, "24k lid 5"),
        bron: Grondslag::wet(WOT, "24k lid 5"),
        zekerheid: Bevestigd,
    },
    later: &[Versie {
        vanaf: date(2020, 7, 1),
        waarde: Grondslag::besluit("Besluit register onderwijsdeelnemers", "46"),
        bron: Grondslag::besluit("Besluit register onderwijsdeelnemers", "46"),
        zekerheid: Bevestigd,
    }],
    voorstel: None,
};

/// De standen die een gemeente aan een melding kan geven.
pub static STANDEN_GEMEENTE: Parameter<&str> = Parameter::vast(
    "standen_gemeente",
    "De standen die een gemeente aan een melding kan geven.",
    "",
    "in behandeling, afgesloten, ter kennisgeving aangenomen, overgedragen aan derden",
    Grondslag::protocol("DUO, status van een verzuimmelding"),
    UitPraktijk,
)
.met(&[Versie {
    vanaf: date(2020, 8, 3),
    waarde: "in behandeling, afgesloten, ter kennisgeving aangenomen",
    bron: Grondslag::protocol("DUO, wijziging van 3 augustus 2020"),
    zekerheid: UitPraktijk,
}]);

/// Schooljaren dat een melding blijft staan na het schooljaar zelf.
pub static BEWAREN_MELDING_SCHOOLJAREN: Parameter<i16> = Parameter::vast(
    "bewaren_melding_schooljaren",
    "Een melding blijft staan tot en met zoveel schooljaren na het schooljaar van de melding.",
    "schooljaar",
    1,
    Grondslag::wet(WOT, "24i lid 2"),
    Bevestigd,
)
.met(&[Versie { vanaf: date(2020, 7, 1), waarde: 1, bron: Grondslag::wet(WRO, "30 lid 5"), zekerheid: Bevestigd }]);

/// Jaren na de laatste uitschrijving dat basisgegevens blijven staan.
pub static BEWAREN_BASISREGISTER_JAREN: Parameter<i16> = Parameter::vast(
    "bewaren_basisregister_jaren",
    "Basisgegevens van een onderwijsdeelnemer blijven zoveel jaar na de laatste inschrijving.",
    "jaar",
    5,
    Grondslag::wet(WOT, "24c lid 3"),
    Bevestigd,
)
.met(&[Versie { vanaf: date(2020, 7, 1), waarde: 5, bron: Grondslag::wet(WRO, "30 lid 1"), zekerheid: Bevestigd }]);

/// Jaren dat enkele gegevens van oud-studenten in het hoger onderwijs blijven.
pub static BEWAREN_BASISREGISTER_HO_JAREN: Parameter<i16> = Parameter::vast(
    "bewaren_basisregister_ho_jaren",
    "Zeven gegevens van oud-studenten in het hoger onderwijs blijven zoveel jaar.",
    "jaar",
    50,
    Grondslag::wet(WOT, "24c lid 3"),
    Bevestigd,
)
.met(&[Versie { vanaf: date(2020, 7, 1), waarde: 50, bron: Grondslag::wet(WRO, "30"), zekerheid: TeBevestigen }]);

/// Jaren na het einde van een vrijstelling dat zij blijft staan.
pub static BEWAREN_VRIJSTELLING_JAREN: Parameter<i16> = Parameter::vast(
    "bewaren_vrijstelling_jaren",
    "Een vrijstelling of vervangende leerplicht blijft zoveel jaar na haar einde staan.",
    "jaar",
    1,
    Grondslag::wet(WOT, "24k3 lid 2"),
    Bevestigd,
)
.met(&[Versie { vanaf: date(2020, 7, 1), waarde: 1, bron: Grondslag::wet(WRO, "30 lid 4"), zekerheid: Bevestigd }]);

/// Alle parameters van dit bestand.
pub const ALLE: &[&dyn Gedateerd] = &[
    &NAAM,
    &WET,
    &ARTIKEL_LEVERING,
    &ARTIKEL_VERSTREKKING,
    &STANDEN_GEMEENTE,
    &BEWAREN_MELDING_SCHOOLJAREN,
    &BEWAREN_BASISREGISTER_JAREN,
    &BEWAREN_BASISREGISTER_HO_JAREN,
    &BEWAREN_VRIJSTELLING_JAREN,
];
