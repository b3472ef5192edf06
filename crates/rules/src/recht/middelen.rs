//! Grenzen van de middelen: Halt, proces-verbaal en kinderbijslag.

use super::Zekerheid::{Bevestigd, UitPraktijk};
use super::{Gedateerd, Parameter};
use crate::Grondslag as G;

const MAS: &str = "Methodische aanpak schoolverzuim";

/// Laagste leeftijd voor Halt, en om zelf verdachte te kunnen zijn.
pub static STRAFRECHT_LEEFTIJD: Parameter<i16> = Parameter::vast(
    "strafrecht_leeftijd",
    "Jonger dan deze leeftijd kan een jongere niet naar Halt en geen verdachte zijn.",
    "jaar",
    12,
    G::wet("Wetboek van Strafrecht", "77a en 77e"),
    Bevestigd,
);

/// Leeftijd waarop de middelen van de Leerplichtwet ophouden.
pub static MIDDELEN_TOT_LEEFTIJD: Parameter<i16> = Parameter::vast(
    "middelen_tot_leeftijd",
    "Vanaf deze leeftijd kan er geen Halt-verwijzing en geen proces-verbaal voor schoolverzuim meer zijn.",
    "jaar",
    18,
    G::lpw("4a lid 1"),
    Bevestigd,
);

/// Tot deze leeftijd stemmen ook de ouders in met Halt.
pub static HALT_OUDERS_TOT_LEEFTIJD: Parameter<i16> = Parameter::vast(
    "halt_ouders_tot_leeftijd",
    "Tot deze leeftijd moeten ook de ouders instemmen met een Halt-verwijzing.",
    "jaar",
    16,
    G::protocol_van(MAS, "Halt, instemming"),
    UitPraktijk,
);

/// Uren vanaf waar proces-verbaal voor relatief verzuim kan.
pub static PV_UREN: Parameter<i64> = Parameter::vast(
    "pv_uren",
    "Voor zestien uur in vier lesweken kan proces-verbaal pas vanaf zoveel uur.",
    "uur",
    16,
    G::lpw("21a lid 1"),
    Bevestigd,
);

/// Maanden na het verhoor waarin een proces-verbaal klaar is.
pub static PV_NA_VERHOOR_MAANDEN: Parameter<i64> = Parameter::vast(
    "pv_na_verhoor_maanden",
    "Een proces-verbaal is binnen zoveel maanden na het eerste verhoor bij de officier van justitie.",
    "maand",
    1,
    G::protocol_van("Aanwijzing strafrechtelijke aanpak schoolverzuim", "termijnen"),
    UitPraktijk,
);

/// Maanden na de melding waarin een proces-verbaal klaar is.
pub static PV_NA_MELDING_MAANDEN: Parameter<i64> = Parameter::vast(
    "pv_na_melding_maanden",
    "Een proces-verbaal is binnen zoveel maanden na de melding bij de officier van justitie.",
    "maanden",
    2,
    G::protocol_van("Aanwijzing strafrechtelijke aanpak schoolverzuim", "termijnen"),
    UitPraktijk,
);

/// Leeftijd vanaf wanneer kinderbijslag kan worden stopgezet.
pub static KINDERBIJSLAG_LEEFTIJD: Parameter<i16> = Parameter::vast(
    "kinderbijslag_leeftijd",
    "Vanaf deze leeftijd hangt kinderbijslag af van schoolbezoek.",
    "jaar",
    16,
    G::wet("Algemene Kinderbijslagwet", "7 lid 2"),
    UitPraktijk,
);

/// Leeftijd tot wanneer er kinderbijslag is.
pub static KINDERBIJSLAG_TOT_LEEFTIJD: Parameter<i16> = Parameter::vast(
    "kinderbijslag_tot_leeftijd",
    "Vanaf deze leeftijd is er geen kinderbijslag meer.",
    "jaar",
    18,
    G::wet("Algemene Kinderbijslagwet", "7 lid 1"),
    UitPraktijk,
);

/// Alle parameters van dit bestand.
pub const ALLE: &[&dyn Gedateerd] = &[
    &STRAFRECHT_LEEFTIJD,
    &MIDDELEN_TOT_LEEFTIJD,
    &HALT_OUDERS_TOT_LEEFTIJD,
    &PV_UREN,
    &PV_NA_VERHOOR_MAANDEN,
    &PV_NA_MELDING_MAANDEN,
    &KINDERBIJSLAG_LEEFTIJD,
    &KINDERBIJSLAG_TOT_LEEFTIJD,
];
