#![doc = include_str!("halt.md")]

use crate::codes::codes;
use crate::oordeel::{Pad, getal_nl};
use crate::recht::{Recht, Regel, Regelversie, beleid, middelen};
use crate::{Grondslag, Oordeel, leeftijd};
use jiff::civil::{Date, date};

codes! {
    /// Waarom een verwijzing nu niet kan.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum Beletsel {
        /// Jonger dan 12, of 18 of ouder.
        Leeftijd = "leeftijd",
        /// Minder dan het minimum aan uren én keren te laat.
        TeWeinig = "te_weinig",
        /// Meer dan het maximum aan uren of keren te laat.
        TeVeel = "te_veel",
        /// Het verzuim is de jongere niet te verwijten.
        NietVerwijtbaar = "niet_verwijtbaar",
        /// De jongere stemt niet in.
        InstemmingJongere = "instemming_jongere",
        /// De ouders stemmen niet in, onder de 16.
        InstemmingOuders = "instemming_ouders",
        /// Eerder verwezen voor verzuim.
        EerderVerwezen = "eerder_verwezen",
        /// De school heeft de jongere niet gewaarschuwd.
        SchoolNietGewaarschuwd = "school_niet_gewaarschuwd",
        /// De ouders zijn niet ingelicht.
        OudersNietGeinformeerd = "ouders_niet_geinformeerd",
        /// Het verzuim is langdurig of blijvend.
        Langdurig = "langdurig",
        /// Ernstig gebrek aan motivatie.
        Motivatie = "motivatie",
        /// Er zijn problemen waarvoor nog geen hulp is.
        ProblemenZonderHulp = "problemen_zonder_hulp",
        /// De ambtenaar is geen BOA.
        GeenBoa = "geen_boa",
    }
}

impl Beletsel {
    /// De reden in dit geval.
    fn zin(self, v: &Vraag, jaren: i16, recht: Recht) -> String {
        let g = v.grenzen;
        let (uren, keren) = (getal_nl(v.uren), v.keren_te_laat);
        match self {
            Self::Leeftijd => format!(
                "De jongere is {jaren} jaar. Halt is voor {} tot en met {} jaar.",
                middelen::STRAFRECHT_LEEFTIJD.waarde(recht),
                middelen::MIDDELEN_TOT_LEEFTIJD.waarde(recht).saturating_sub(1)
            ),
            Self::TeWeinig => format!(
                "Er is {uren} uur gemist en de jongere kwam {keren} keer te laat. Verwijzen kan vanaf {} uur of {} keer te laat.",
                getal_nl(g.min_uren),
                g.min_te_laat
            ),
            Self::TeVeel => format!(
                "Er is {uren} uur gemist en de jongere kwam {keren} keer te laat. Verwijzen kan tot en met {} uur en {} keer te laat.",
                getal_nl(g.max_uren),
                g.max_te_laat
            ),
            Self::NietVerwijtbaar => "Het verzuim is de jongere niet te verwijten.".to_owned(),
            Self::InstemmingJongere => "De jongere stemt niet in.".to_owned(),
            Self::InstemmingOuders => format!(
                "De ouders stemmen niet in. Dat moet tot {} jaar.",
                middelen::HALT_OUDERS_TOT_LEEFTIJD.waarde(recht)
            ),
            Self::EerderVerwezen => "De jongere is al eerder voor verzuim naar Halt verwezen.".to_owned(),
            Self::SchoolNietGewaarschuwd => "De school heeft de jongere nog niet gewaarschuwd.".to_owned(),
            Self::OudersNietGeinformeerd => "De school heeft de ouders nog niet ingelicht.".to_owned(),
            Self::Langdurig => "Het verzuim is langdurig of blijvend.".to_owned(),
            Self::Motivatie => "Er is een ernstig gebrek aan motivatie.".to_owned(),
            Self::ProblemenZonderHulp => "Er zijn problemen waarvoor nog geen hulp is.".to_owned(),
            Self::GeenBoa => "De ambtenaar is geen BOA.".to_owned(),
        }
    }
}

/// Grenzen van het beleid: uren en keren te laat (B-204, B-205).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Grenzen {
    /// Vanaf zoveel uur: 0 of meer, gewoon 9.
    pub min_uren: f64,
    /// Of vanaf zoveel keer te laat: 0 of meer, gewoon 12.
    pub min_te_laat: i64,
    /// Tot en met zoveel uur: 0 of meer, gewoon 60.
    pub max_uren: f64,
    /// En tot en met zoveel keer te laat: 0 of meer, gewoon 60.
    pub max_te_laat: i64,
}

impl Grenzen {
    /// De grenzen, met de sleutels van het beleid.
    #[must_use]
    pub fn uit(uren: impl Fn(&str) -> f64, keren: impl Fn(&str) -> i64) -> Self {
        Self {
            min_uren: uren("halt_min_uren"),
            min_te_laat: keren("halt_min_te_laat"),
            max_uren: uren("halt_max_uren"),
            max_te_laat: keren("halt_max_te_laat"),
        }
    }

    /// De grenzen als niemand iets kiest.
    #[must_use]
    pub fn gewoon() -> Self {
        Self::uit(|n| beleid::gewoon_getal(n).unwrap_or(0.0), |n| beleid::gewoon(n).unwrap_or(0))
    }

    /// Genoeg verzuim, en niet te veel?
    fn past(&self, v: &Vraag) -> (bool, bool) {
        (
            v.uren >= self.min_uren || v.keren_te_laat >= self.min_te_laat,
            v.uren <= self.max_uren && v.keren_te_laat <= self.max_te_laat,
        )
    }

    /// De sleutels van het beleid die maken dat het antwoord anders is dan zonder beleid.
    fn beslissend(&self, v: &Vraag) -> Vec<&'static str> {
        let gewoon = Self::gewoon();
        if self.past(v) == gewoon.past(v) {
            return Vec::new();
        }
        let zonder = [
            ("halt_min_uren", Self { min_uren: gewoon.min_uren, ..*self }),
            ("halt_min_te_laat", Self { min_te_laat: gewoon.min_te_laat, ..*self }),
            ("halt_max_uren", Self { max_uren: gewoon.max_uren, ..*self }),
            ("halt_max_te_laat", Self { max_te_laat: gewoon.max_te_laat, ..*self }),
        ];
        let alleen: Vec<_> = zonder.iter().filter(|(_, g)| g.past(v) != self.past(v)).map(|z| z.0).collect();
        // Twee keuzes kunnen hetzelfde doen: dan verandert het antwoord niet als er één wegvalt.
        if alleen.is_empty() { zonder.iter().filter(|(_, g)| g != self).map(|z| z.0).collect() } else { alleen }
    }
}

/// De feiten. Of het verzuim te verwijten is, bepaalt een mens.
#[derive(Debug, Clone, Copy)]
pub struct Vraag {
    /// Geboortedatum.
    pub geboortedatum: Date,
    /// De dag van de verwijzing.
    pub peildatum: Date,
    /// Uren zonder geldige reden: 0 of meer.
    pub uren: f64,
    /// Keren te laat.
    pub keren_te_laat: i64,
    /// Te verwijten aan de jongere.
    pub verwijtbaar: bool,
    /// De jongere stemt in.
    pub instemming_jongere: bool,
    /// De ouders stemmen in.
    pub instemming_ouders: bool,
    /// Eerder naar Halt verwezen voor verzuim.
    pub eerder_halt: bool,
    /// De school sprak met de jongere en waarschuwde.
    pub school_gewaarschuwd: bool,
    /// De school lichtte de ouders in.
    pub ouders_geinformeerd: bool,
    /// Langdurig of blijvend verzuim.
    pub langdurig: bool,
    /// Ernstig gebrek aan motivatie.
    pub motivatiegebrek: bool,
    /// Problemen zonder passende hulp.
    pub problemen_zonder_hulp: bool,
    /// De ambtenaar is BOA.
    pub boa: bool,
    /// Grenzen van het beleid.
    pub grenzen: Grenzen,
}

/// Het antwoord; leeg betekent: mogelijk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Antwoord {
    /// Alles wat de verwijzing tegenhoudt.
    pub beletselen: Vec<Beletsel>,
}

/// Wat deze regel over zichzelf vertelt.
pub static REGEL: Regel = Regel {
    naam: "halt",
    titel: "Verwijzing naar Halt",
    doel: "Kan deze jongere naar Halt worden verwezen?",
    lezing: include_str!("halt.md"),
    versies: &[
        Regelversie {
            vanaf: crate::recht::EERSTE,
            naam: "2009-08-01",
            wat: "Verwijzing naar Halt voor schoolverzuim.",
        },
        Regelversie {
            vanaf: date(2017, 3, 16),
            naam: "2017-03-16",
            wat: "De methodische aanpak schoolverzuim vervangt de strafrechtelijke aanpak.",
        },
    ],
    voorstel: None,
    parameters: &[
        &middelen::STRAFRECHT_LEEFTIJD,
        &middelen::MIDDELEN_TOT_LEEFTIJD,
        &middelen::HALT_OUDERS_TOT_LEEFTIJD,
    ],
    bronnen: &[
        Grondslag::wet("Wetboek van Strafrecht", "77e"),
        Grondslag::protocol_van("Methodische aanpak schoolverzuim", "Halt"),
    ],
    uitkomsten: &[
        crate::recht::Uitkomst { code: "mogelijk", wat: "Verwijzen kan; de ambtenaar beslist of het ook past." },
        crate::recht::Uitkomst { code: "niet_mogelijk", wat: "Verwijzen kan nu niet; er staat bij waarom." },
    ],
};

/// Kan deze jongere naar Halt worden verwezen? Elke voorwaarde wordt nagegaan, ook als er al een niet klopt.
pub fn halt(v: &Vraag, recht: Recht) -> Oordeel<Antwoord> {
    use Beletsel::{
        EerderVerwezen, GeenBoa, InstemmingJongere, InstemmingOuders, Langdurig, Leeftijd, Motivatie, NietVerwijtbaar,
        OudersNietGeinformeerd, ProblemenZonderHulp, SchoolNietGewaarschuwd, TeVeel, TeWeinig,
    };
    let mut pad = Pad::default();
    let jaren = leeftijd(v.geboortedatum, v.peildatum);
    let (genoeg, niet_te_veel) = v.grenzen.past(v);
    let voorwaarden = [
        (
            Leeftijd,
            "Is de jongere 12 tot en met 17 jaar?",
            (middelen::STRAFRECHT_LEEFTIJD.waarde(recht)..middelen::MIDDELEN_TOT_LEEFTIJD.waarde(recht))
                .contains(&jaren),
        ),
        (TeWeinig, "Genoeg uren of keren te laat?", genoeg),
        (TeVeel, "Niet te veel uren of keren te laat?", niet_te_veel),
        (NietVerwijtbaar, "Is het de jongere te verwijten?", v.verwijtbaar),
        (InstemmingJongere, "Stemt de jongere in?", v.instemming_jongere),
        (
            InstemmingOuders,
            "Stemmen de ouders in, of is de jongere 16?",
            v.instemming_ouders || jaren >= middelen::HALT_OUDERS_TOT_LEEFTIJD.waarde(recht),
        ),
        (EerderVerwezen, "Nog niet eerder verwezen voor verzuim?", !v.eerder_halt),
        (SchoolNietGewaarschuwd, "Heeft de school de jongere gewaarschuwd?", v.school_gewaarschuwd),
        (OudersNietGeinformeerd, "Zijn de ouders ingelicht?", v.ouders_geinformeerd),
        (Langdurig, "Is het verzuim niet langdurig of blijvend?", !v.langdurig),
        (Motivatie, "Is er geen ernstig gebrek aan motivatie?", !v.motivatiegebrek),
        (ProblemenZonderHulp, "Is er hulp voor problemen die spelen?", !v.problemen_zonder_hulp),
        (GeenBoa, "Verwijst een BOA?", v.boa),
    ];
    let beletselen: Vec<Beletsel> =
        voorwaarden.into_iter().filter(|(_, vraag, klopt)| !pad.ja_nee(vraag, *klopt)).map(|b| b.0).collect();
    pad.ja_nee("Staat iets hiervan de verwijzing in de weg?", !beletselen.is_empty());
    let mut toelichting = vec![
        if beletselen.is_empty() {
            "Verwijzen naar Halt kan. De ambtenaar beslist of het ook past."
        } else {
            "Verwijzen naar Halt kan nu niet."
        }
        .to_owned(),
    ];
    toelichting.extend(beletselen.iter().map(|b| b.zin(v, jaren, recht)));
    let sr = Grondslag::wet("Wetboek van Strafrecht", "77e");
    let mas = Grondslag::protocol_van("Methodische aanpak schoolverzuim", "Halt");
    let mut grondslag = vec![sr, mas];
    grondslag.extend(v.grenzen.beslissend(v).into_iter().map(Grondslag::beleid));
    pad.klaar(Antwoord { beletselen }, REGEL.versie(recht), grondslag, toelichting)
        .met_open_norm(&crate::open_norm::VERWIJTBAARHEID)
}
