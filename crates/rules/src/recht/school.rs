//! Schorsen en verwijderen, met de nummers van de Wet op het voortgezet onderwijs en haar opvolger van 2020.

use super::Zekerheid::{Bevestigd, UitPraktijk};
use super::{EERSTE, Gedateerd, Parameter, Versie};
use crate::{Grondslag, Grondslag as G};
use jiff::civil::{Date, date};

const WVO2020: Date = date(2022, 8, 1);
const NIEUW: &str = "Wet voortgezet onderwijs 2020";
const OUD: &str = "Wet op het voortgezet onderwijs";

/// Het artikel over schorsen.
pub static ARTIKEL_SCHORSING: Parameter<Grondslag> = Parameter {
    naam: "artikel_schorsing",
    wat: "Het artikel dat zegt hoe lang een leerling in het voortgezet onderwijs mag worden geschorst.",
    eenheid: "",
    eerste: Versie {
        vanaf: EERSTE,
        waarde: G::besluit("Inrichtingsbesluit WVO", "13"),
        bron: G::besluit("Inrichtingsbesluit WVO", "13"),
        zekerheid: UitPraktijk,
    },
    later: &[Versie {
        vanaf: WVO2020,
        waarde: G::wet(NIEUW, "8.14"),
        bron: G::wet(NIEUW, "8.14"),
        zekerheid: Bevestigd,
    }],
    voorstel: None,
};

/// Het artikel over verwijderen.
pub static ARTIKEL_VERWIJDERING: Parameter<Grondslag> = Parameter {
    naam: "artikel_verwijdering",
    wat: "Het artikel dat zegt dat een leerling pas wordt verwijderd als een andere school hem toelaat.",
    eenheid: "",
    eerste: Versie { vanaf: EERSTE, waarde: G::wet(OUD, "27"), bron: G::wet(OUD, "27"), zekerheid: UitPraktijk },
    later: &[Versie {
        vanaf: WVO2020,
        waarde: G::wet(NIEUW, "8.15 lid 2"),
        bron: G::wet(NIEUW, "8.15 lid 2"),
        zekerheid: Bevestigd,
    }],
    voorstel: None,
};

/// Het artikel waarlangs een vo-school een jongere zonder startkwalificatie meldt.
pub static ARTIKEL_VO_MELDING: Parameter<Grondslag> = Parameter {
    naam: "artikel_vo_melding",
    wat: "Het artikel dat een vo-school verplicht te melden dat een jongere zonder startkwalificatie wegblijft.",
    eenheid: "",
    eerste: Versie { vanaf: EERSTE, waarde: G::wet(OUD, "28a"), bron: G::wet(OUD, "28a"), zekerheid: UitPraktijk },
    later: &[Versie {
        vanaf: WVO2020,
        waarde: G::wet(NIEUW, "8.20"),
        bron: G::wet(NIEUW, "8.20"),
        zekerheid: Bevestigd,
    }],
    voorstel: None,
};

/// De langste schorsing.
pub static SCHORSING_DAGEN: Parameter<i64> = Parameter::vast(
    "schorsing_dagen",
    "Een schorsing duurt hoogstens zoveel dagen, de eerste en de laatste meegeteld.",
    "dagen",
    7,
    G::besluit("Inrichtingsbesluit WVO", "13"),
    UitPraktijk,
)
.met(&[Versie { vanaf: WVO2020, waarde: 7, bron: G::wet(NIEUW, "8.14"), zekerheid: Bevestigd }]);

/// Boven zoveel schooldagen hoort de inspectie van een schorsing.
pub static SCHORSING_MELDEN_BOVEN_DAGEN: Parameter<i64> = Parameter::vast(
    "schorsing_melden_boven_dagen",
    "Een schorsing van meer dan zoveel schooldagen meldt de school bij de inspectie.",
    "schooldag",
    1,
    Grondslag::protocol("schorsing langer dan een dag"),
    UitPraktijk,
);

/// Alle parameters van dit bestand.
pub const ALLE: &[&dyn Gedateerd] =
    &[&ARTIKEL_SCHORSING, &ARTIKEL_VERWIJDERING, &ARTIKEL_VO_MELDING, &SCHORSING_DAGEN, &SCHORSING_MELDEN_BOVEN_DAGEN];
