//! Getallen uit protocollen en afspraken van de keten.

use super::Zekerheid::UitPraktijk;
use super::{Gedateerd, Parameter};
use crate::Grondslag;

/// Werkdagen voor een verzuimmelding.
pub static MELDING_WERKDAGEN: Parameter<u32> = Parameter::vast(
    "melding_werkdagen",
    "Een verzuimmelding gaat binnen zoveel werkdagen de deur uit.",
    "werkdagen",
    5,
    Grondslag::protocol("vijf werkdagen"),
    UitPraktijk,
);

/// Kalenderdagen voor een verzuimmelding.
pub static MELDING_DAGEN: Parameter<i64> = Parameter::vast(
    "melding_dagen",
    "Een verzuimmelding gaat ook met feestdagen binnen zoveel dagen de deur uit.",
    "dagen",
    7,
    Grondslag::protocol("binnen een week"),
    UitPraktijk,
);

/// Bij doorlopend verzuim hooguit één melding van zestien uur per zoveel dagen.
pub static MELDPAUZE_DAGEN: Parameter<i64> = Parameter::vast(
    "meldpauze_dagen",
    "Wie zonder onderbreking wegblijft, wordt hooguit eens in zoveel dagen opnieuw gemeld.",
    "dagen",
    7,
    Grondslag::protocol("wekelijkse melding"),
    UitPraktijk,
);

/// Dagen van de leskalender waarna wegblijven langdurig is.
pub static LANGDURIG_DAGEN: Parameter<i64> = Parameter::vast(
    "langdurig_dagen",
    "Wie zoveel dagen van de leskalender achter elkaar wegblijft, is langdurig weg: vier schoolweken.",
    "dagen van de leskalender",
    28,
    Grondslag::protocol("langdurig relatief verzuim"),
    UitPraktijk,
);

/// Vanaf zoveel uur mag een school overig verzuim melden.
pub static OVERIG_VANAF_UREN: Parameter<i64> = Parameter::vast(
    "overig_vanaf_uren",
    "Overig verzuim kan worden gemeld vanaf zoveel uur zonder geldige reden.",
    "uur",
    1,
    Grondslag::protocol("overig verzuim"),
    UitPraktijk,
);

/// Of vanaf zoveel keer te laat.
pub static OVERIG_VANAF_KEREN_TE_LAAT: Parameter<i64> = Parameter::vast(
    "overig_vanaf_keren_te_laat",
    "Overig verzuim kan ook worden gemeld vanaf zoveel keer te laat.",
    "keer",
    1,
    Grondslag::protocol("overig verzuim"),
    UitPraktijk,
);

/// Boven zoveel dagen is iemand thuiszitter.
pub static THUISZITTER_BOVEN_DAGEN: Parameter<i64> = Parameter::vast(
    "thuiszitter_boven_dagen",
    "Wie ingeschreven is en meer dan zoveel dagen achter elkaar thuis is, is thuiszitter.",
    "dagen",
    28,
    Grondslag::protocol("thuiszitters"),
    UitPraktijk,
);

/// Boven zoveel dagen duurt het langer dan drie maanden.
pub static THUISZITTER_LANG_BOVEN_DAGEN: Parameter<i64> = Parameter::vast(
    "thuiszitter_lang_boven_dagen",
    "Boven zoveel dagen zit iemand langer dan drie maanden thuis: dertien weken.",
    "dagen",
    91,
    Grondslag::protocol("thuiszitters, langer dan drie maanden"),
    UitPraktijk,
);

/// Zoveel ziekmeldingen zijn een signaal.
pub static ZIEK_KEREN: Parameter<i64> = Parameter::vast(
    "ziek_keren",
    "Zoveel ziekmeldingen in de periode zijn een reden om de jeugdarts te betrekken.",
    "ziekmeldingen",
    4,
    Grondslag::protocol("ziekteverzuim en jeugdarts"),
    UitPraktijk,
);

/// De periode waarin ziekmeldingen worden geteld.
pub static ZIEK_PERIODE_DAGEN: Parameter<i64> = Parameter::vast(
    "ziek_periode_dagen",
    "Ziekmeldingen worden geteld over zoveel dagen, de laatste meegeteld: twaalf weken.",
    "dagen",
    84,
    Grondslag::protocol("ziekteverzuim en jeugdarts"),
    UitPraktijk,
);

/// Zoveel schooldagen achter elkaar ziek zijn een signaal.
pub static ZIEK_SCHOOLDAGEN: Parameter<i64> = Parameter::vast(
    "ziek_schooldagen",
    "Zoveel schooldagen achter elkaar ziek zijn een reden om de jeugdarts te betrekken.",
    "schooldagen",
    7,
    Grondslag::protocol("ziekteverzuim en jeugdarts"),
    UitPraktijk,
);

/// Jaren die als jubileum gelden.
#[derive(Debug, Clone, Copy)]
pub struct Jubilea(&'static [f64]);

impl Jubilea {
    /// Geldt dit aantal jaren als jubileum?
    #[must_use]
    pub fn heeft(self, jaren: f64) -> bool {
        self.0.iter().any(|j| j.total_cmp(&jaren).is_eq())
    }
}

impl std::fmt::Display for Jubilea {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let jaren: Vec<String> = self.0.iter().map(|j| j.to_string().replace('.', ",")).collect();
        f.write_str(&jaren.join(" - "))
    }
}

/// Verlof voor een huwelijk tot en met deze graad.
pub static HUWELIJK_TOT_EN_MET_GRAAD: Parameter<i64> = Parameter::vast(
    "huwelijk_tot_en_met_graad",
    "Voor een huwelijk in de familie is er verlof tot en met deze graad.",
    "graad",
    3,
    Grondslag::protocol("verlofnormen"),
    UitPraktijk,
);

/// Verlof voor een levensbedreigende ziekte tot en met deze graad.
pub static ZIEKTE_TOT_EN_MET_GRAAD: Parameter<i64> = Parameter::vast(
    "ziekte_tot_en_met_graad",
    "Bij een ziekte in de familie die het leven bedreigt, is er verlof tot en met deze graad.",
    "graad",
    3,
    Grondslag::protocol("verlofnormen"),
    UitPraktijk,
);

/// Verlof voor een jubileum tot en met deze graad.
pub static JUBILEUM_TOT_EN_MET_GRAAD: Parameter<i64> = Parameter::vast(
    "jubileum_tot_en_met_graad",
    "Voor een jubileum is er verlof tot en met deze graad: ouders en grootouders.",
    "graad",
    2,
    Grondslag::protocol("verlofnormen"),
    UitPraktijk,
);

/// De jubilea in dienst.
pub static AMBTSJUBILEA: Parameter<Jubilea> = Parameter::vast(
    "ambtsjubilea",
    "Zoveel jaar in dienst geeft verlof voor een jubileum.",
    "jaar",
    Jubilea(&[25.0, 40.0, 50.0]),
    Grondslag::protocol("verlofnormen"),
    UitPraktijk,
);

/// De jubilea van een huwelijk.
pub static HUWELIJKSJUBILEA: Parameter<Jubilea> = Parameter::vast(
    "huwelijksjubilea",
    "Zoveel jaar getrouwd geeft verlof voor een jubileum.",
    "jaar",
    Jubilea(&[12.5, 25.0, 40.0, 50.0, 60.0]),
    Grondslag::protocol("verlofnormen"),
    UitPraktijk,
);

/// Alle parameters van dit bestand.
pub const ALLE: &[&dyn Gedateerd] = &[
    &MELDING_WERKDAGEN,
    &MELDING_DAGEN,
    &MELDPAUZE_DAGEN,
    &LANGDURIG_DAGEN,
    &OVERIG_VANAF_UREN,
    &OVERIG_VANAF_KEREN_TE_LAAT,
    &THUISZITTER_BOVEN_DAGEN,
    &THUISZITTER_LANG_BOVEN_DAGEN,
    &ZIEK_KEREN,
    &ZIEK_PERIODE_DAGEN,
    &ZIEK_SCHOOLDAGEN,
    &HUWELIJK_TOT_EN_MET_GRAAD,
    &ZIEKTE_TOT_EN_MET_GRAAD,
    &JUBILEUM_TOT_EN_MET_GRAAD,
    &AMBTSJUBILEA,
    &HUWELIJKSJUBILEA,
];
