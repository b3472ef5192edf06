//! Leeftijden en bewaartermijnen uit privacywetten en selectielijsten.

use super::Zekerheid::{Bevestigd, UitPraktijk};
use super::{Gedateerd, Parameter, Versie};
use crate::Grondslag as G;
use jiff::civil::date;

const SELECTIELIJST: &str = "Selectielijst gemeenten 2020";

/// Vanaf deze leeftijd beslist de jongere zelf over zijn gegevens.
pub static TOESTEMMING_LEEFTIJD: Parameter<i16> = Parameter::vast(
    "toestemming_leeftijd",
    "Vanaf deze leeftijd geeft de jongere zelf toestemming en vraagt hij zelf inzage.",
    "jaar",
    16,
    G::wet("Algemene verordening gegevensbescherming", "8"),
    Bevestigd,
);

/// Vanaf deze leeftijd is iemand meerderjarig.
pub static MEERDERJARIG_LEEFTIJD: Parameter<i16> = Parameter::vast(
    "meerderjarig_leeftijd",
    "Vanaf deze leeftijd hebben ouders zonder toestemming geen inzage meer.",
    "jaar",
    18,
    G::wet("Burgerlijk Wetboek boek 1", "233"),
    Bevestigd,
);

/// Vanaf deze leeftijd is de jongere zelf partij bij het verzuimdossier.
pub static EIGEN_PARTIJ_LEEFTIJD: Parameter<i16> = Parameter::vast(
    "eigen_partij_leeftijd",
    "Vanaf deze leeftijd is de jongere naast de ouders zelf partij bij een leerplichtdossier.",
    "jaar",
    12,
    G::lpw("2 lid 3"),
    UitPraktijk,
);

/// Jaren na de geboorte dat een leerplichtdossier blijft.
pub static BEWAREN_LEERPLICHTDOSSIER_JAREN: Parameter<i16> = Parameter::vast(
    "bewaren_leerplichtdossier_jaren",
    "Een leerplichtdossier van de gemeente blijft zoveel jaar na de geboorte.",
    "jaar",
    19,
    G::protocol_van(SELECTIELIJST, "12.1.3"),
    UitPraktijk,
);

/// Jaren na het einde van de plicht dat een dossier over de kwalificatieplicht blijft.
pub static BEWAREN_KWALIFICATIEPLICHT_JAREN: Parameter<i16> = Parameter::vast(
    "bewaren_kwalificatieplicht_jaren",
    "Een dossier over de kwalificatieplicht blijft zoveel jaar na het einde van de plicht.",
    "jaar",
    2,
    G::protocol_van(SELECTIELIJST, "12.1.4"),
    UitPraktijk,
);

/// Jaren dat een dossier van het Doorstroompunt blijft.
pub static BEWAREN_DOORSTROOMPUNT_JAREN: Parameter<i16> = Parameter::vast(
    "bewaren_doorstroompunt_jaren",
    "Een dossier van het Doorstroompunt blijft zoveel jaar na de startkwalificatie of de leeftijdsgrens.",
    "jaar",
    2,
    G::protocol_van(SELECTIELIJST, "12.1.4"),
    UitPraktijk,
);

/// Jaren dat gegevens over gezondheid en strafrecht bij het Doorstroompunt blijven.
pub static BEWAREN_BIJZONDER_JAREN: Parameter<i16> = Parameter::vast(
    "bewaren_bijzonder_jaren",
    "Gegevens over gezondheid en strafrecht bij het Doorstroompunt blijven hoogstens zoveel jaar.",
    "jaar",
    2,
    G::web("9.2.7"),
    UitPraktijk,
)
.met(&[Versie { vanaf: date(2026, 1, 1), waarde: 2, bron: G::web("9.2.7"), zekerheid: Bevestigd }]);

/// Jaren na de eerste verwerking dat politiegegevens van de dagelijkse taak worden verwijderd.
pub static WPG_DAGELIJKS_JAREN: Parameter<i16> = Parameter::vast(
    "wpg_dagelijks_jaren",
    "Politiegegevens van een BOA worden uiterlijk zoveel jaar na de eerste verwerking verwijderd.",
    "jaar",
    5,
    G::wet("Wet politiegegevens", "8 lid 6"),
    Bevestigd,
);

/// Jaren dat verwijderde politiegegevens nog blijven voor verantwoording.
pub static WPG_VERWIJDERD_JAREN: Parameter<i16> = Parameter::vast(
    "wpg_verwijderd_jaren",
    "Verwijderde politiegegevens blijven nog zoveel jaar, alleen voor klachten en verantwoording.",
    "jaar",
    5,
    G::wet("Wet politiegegevens", "14"),
    UitPraktijk,
);

/// Alle parameters van dit bestand.
pub const ALLE: &[&dyn Gedateerd] = &[
    &EIGEN_PARTIJ_LEEFTIJD,
    &TOESTEMMING_LEEFTIJD,
    &MEERDERJARIG_LEEFTIJD,
    &BEWAREN_LEERPLICHTDOSSIER_JAREN,
    &BEWAREN_KWALIFICATIEPLICHT_JAREN,
    &BEWAREN_DOORSTROOMPUNT_JAREN,
    &BEWAREN_BIJZONDER_JAREN,
    &WPG_DAGELIJKS_JAREN,
    &WPG_VERWIJDERD_JAREN,
];
