//! Leeftijden en bewaartermijnen uit privacywetten en selectielijsten.

use super::Zekerheid::{Bevestigd, TeBevestigen, UitPraktijk};
use super::{EERSTE, Gedateerd, Parameter, Versie};
use crate::Grondslag as G;
use jiff::civil::date;

const SELECTIELIJST: &str = "Selectielijst gemeenten 2020";

const AVG: &str = "Algemene verordening gegevensbescherming";
const WBP: &str = "Wet bescherming persoonsgegevens";

/// Een artikel dat met de AVG een ander werd.
const fn sinds_avg(naam: &'static str, wat: &'static str, wbp: G, later: &'static [Versie<G>]) -> Parameter<G> {
    let eerste = Versie { vanaf: EERSTE, waarde: wbp, bron: wbp, zekerheid: TeBevestigen };
    Parameter { naam, wat, eenheid: "", eerste, later, voorstel: None }
}

const fn avg(artikel: &'static str) -> Versie<G> {
    let waarde = G::wet(AVG, artikel);
    Versie { vanaf: date(2018, 5, 25), waarde, bron: waarde, zekerheid: Bevestigd }
}

/// Het artikel over inzage in eigen gegevens.
pub static ARTIKEL_INZAGE: Parameter<G> = sinds_avg(
    "artikel_inzage",
    "Het artikel dat iemand inzage geeft in zijn eigen gegevens.",
    G::wet(WBP, "35"),
    &[avg("15")],
);

/// Het artikel dat vraagt of inzage nodig is.
pub static ARTIKEL_NOODZAAK: Parameter<G> = sinds_avg(
    "artikel_noodzaak",
    "Het artikel dat zegt dat iemand alleen ziet wat voor zijn werk nodig is.",
    G::wet(WBP, "8 en 11"),
    &[avg("5 lid 1 en 6")],
);

/// Het artikel over toestemming.
pub static ARTIKEL_TOESTEMMING: Parameter<G> = sinds_avg(
    "artikel_toestemming",
    "Het artikel dat een vrije, intrekbare toestemming vraagt.",
    G::wet(WBP, "5 en 8 onder a"),
    &[avg("6 lid 1 onder a en 7")],
);

/// Het artikel over gegevens over gezondheid.
pub static ARTIKEL_GEZONDHEID: Parameter<G> = sinds_avg(
    "artikel_gezondheid",
    "Het artikel dat gegevens over gezondheid extra beschermt.",
    G::wet(WBP, "16 en 21"),
    &[avg("9")],
);

/// Het artikel over niet langer bewaren dan nodig.
pub static ARTIKEL_BEWAREN: Parameter<G> = sinds_avg(
    "artikel_bewaren",
    "Het artikel dat zegt dat gegevens niet langer blijven dan nodig is.",
    G::wet(WBP, "10"),
    &[avg("5 lid 1")],
);

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

/// Jaren na de geboorte dat een dossier over de kwalificatieplicht bleef onder de vorige selectielijst.
pub static SELECTIELIJST_2017_KWALIFICATIEPLICHT_JAREN: Parameter<i16> = Parameter::vast(
    "selectielijst_2017_kwalificatieplicht_jaren",
    "Onder de vorige selectielijst bleef een dossier over de kwalificatieplicht zoveel jaar na de geboorte.",
    "jaar",
    21,
    G::protocol_van("Selectielijst gemeenten 2017", "kwalificatieplicht"),
    UitPraktijk,
);

/// De verjaardag waar de selectielijst van uitgaat bij een dossier van het Doorstroompunt.
pub static SELECTIELIJST_DOORSTROOMPUNT_LEEFTIJD: Parameter<i16> = Parameter::vast(
    "selectielijst_doorstroompunt_leeftijd",
    "De selectielijst rekent een dossier van het Doorstroompunt vanaf deze verjaardag, ook nu de doelgroep ouder mag zijn.",
    "jaar",
    23,
    G::protocol_van(SELECTIELIJST, "12.1.4"),
    UitPraktijk,
);

/// Alle parameters van dit bestand.
pub const ALLE: &[&dyn Gedateerd] = &[
    &ARTIKEL_INZAGE,
    &ARTIKEL_NOODZAAK,
    &ARTIKEL_TOESTEMMING,
    &ARTIKEL_GEZONDHEID,
    &ARTIKEL_BEWAREN,
    &EIGEN_PARTIJ_LEEFTIJD,
    &TOESTEMMING_LEEFTIJD,
    &MEERDERJARIG_LEEFTIJD,
    &BEWAREN_LEERPLICHTDOSSIER_JAREN,
    &BEWAREN_KWALIFICATIEPLICHT_JAREN,
    &BEWAREN_DOORSTROOMPUNT_JAREN,
    &BEWAREN_BIJZONDER_JAREN,
    &WPG_DAGELIJKS_JAREN,
    &WPG_VERWIJDERD_JAREN,
    &SELECTIELIJST_2017_KWALIFICATIEPLICHT_JAREN,
    &SELECTIELIJST_DOORSTROOMPUNT_LEEFTIJD,
];
