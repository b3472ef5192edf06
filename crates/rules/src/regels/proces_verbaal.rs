#![doc = include_str!("proces_verbaal.md")]

use crate::codes::codes;
use crate::oordeel::{Pad, getal_nl};
use crate::recht::{Recht, Regel, Regelversie, middelen};
use crate::{Grondslag, Oordeel, datum_nl, leeftijd};
use jiff::civil::{Date, date};

codes! {
    /// Welk verzuim.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum Soort {
        /// Niet ingeschreven.
        Absoluut = "absoluut",
        /// Zestien uur in vier lesweken.
        ZestienUur = "zestien_uur",
        /// Langdurig relatief verzuim.
        Langdurig = "langdurig",
        /// Vakantie zonder verlof.
        Luxe = "luxe",
        /// Overig verzuim: geen wettelijk verzuim.
        Overig = "overig",
    }
}

codes! {
    /// Wie verdacht wordt.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum Wie {
        /// Een ouder of verzorger.
        Ouder = "ouder",
        /// De jongere.
        Jongere = "jongere",
    }
}

/// De feiten. Verwijtbaarheid bepaalt een mens, per verdachte.
#[derive(Debug, Clone)]
pub struct Vraag {
    /// Welk verzuim.
    pub soort: Soort,
    /// Uren zonder geldige reden in vier lesweken: 0 of meer. Alleen bij `ZestienUur` gebruikt, en daar nodig.
    pub uren: Option<f64>,
    /// Vanaf zoveel uur: beleid, 16 of meer; gewoon 16.
    pub min_uren: i64,
    /// Geboortedatum.
    pub geboortedatum: Date,
    /// De dag waarop wordt gekeken.
    pub peildatum: Date,
    /// De verdachten, met of het hun te verwijten is.
    pub verdachten: Vec<(Wie, bool)>,
    /// Er is hulp geboden.
    pub hulp_geboden: bool,
    /// Er zijn afspraken gemaakt.
    pub afspraken_gemaakt: bool,
    /// Er is gewaarschuwd.
    pub waarschuwing_gegeven: bool,
    /// Het verzuimoverzicht is er.
    pub overzicht_aanwezig: bool,
    /// Er is een motivering om direct proces-verbaal te maken.
    pub motivering: bool,
    /// Laatste dag waarop de ambtenaar BOA is.
    pub boa_geldig_tot: Option<Date>,
}

/// Wat er kan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Uitkomst {
    /// Proces-verbaal kan.
    Mogelijk,
    /// Het kan, met de motivering waarom eerdere stappen ontbreken.
    MetMotivering,
    /// Het kan niet.
    NietMogelijk,
}

impl Uitkomst {
    /// Code in het regelcontract.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Mogelijk => "mogelijk",
            Self::MetMotivering => "mogelijk_met_motivering",
            Self::NietMogelijk => "niet_mogelijk",
        }
    }
}

/// Het antwoord.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Antwoord {
    /// Wat er kan.
    pub uitkomst: Uitkomst,
    /// Wat het tegenhoudt, als code.
    pub beletselen: Vec<&'static str>,
    /// Tegen wie het kan.
    pub verdachten: Vec<Wie>,
    /// Eerdere stappen die ontbreken, als code.
    pub ontbrekende_stappen: Vec<&'static str>,
}

/// Wat deze regel over zichzelf vertelt.
pub static REGEL: Regel = Regel {
    naam: "proces_verbaal",
    titel: "Proces-verbaal",
    doel: "Kan er proces-verbaal worden gemaakt, en tegen wie?",
    lezing: include_str!("proces_verbaal.md"),
    versies: &[
        Regelversie {
            vanaf: crate::recht::EERSTE,
            naam: "2009-08-01",
            wat: "Een proces-verbaal volgt de strafrechtelijke aanpak van schoolverzuim.",
        },
        Regelversie {
            vanaf: date(2017, 3, 16),
            naam: "2017-03-16",
            wat: "De methodische aanpak schoolverzuim: eerst hulp, afspraken en een waarschuwing.",
        },
    ],
    voorstel: None,
    parameters: &[&middelen::STRAFRECHT_LEEFTIJD, &middelen::MIDDELEN_TOT_LEEFTIJD, &middelen::PV_UREN],
    bronnen: &[
        Grondslag::lpw("2, 4, 22 en 26"),
        Grondslag::protocol_van("Methodische aanpak schoolverzuim", "proces-verbaal"),
    ],
    uitkomsten: &[
        crate::recht::Uitkomst { code: "mogelijk", wat: "Het kan; de ambtenaar beslist of het ook moet." },
        crate::recht::Uitkomst {
            code: "mogelijk_met_motivering",
            wat: "Het kan, met de reden waarom eerdere stappen ontbreken.",
        },
        crate::recht::Uitkomst { code: "niet_mogelijk", wat: "Het kan nu niet; er staat bij waarom." },
    ],
};

/// Kan er proces-verbaal worden gemaakt, en tegen wie (B-240…B-247, BR-31…BR-35)?
pub fn proces_verbaal(v: &Vraag, recht: Recht) -> Oordeel<Antwoord> {
    let mut pad = Pad::default();
    let jaren = leeftijd(v.geboortedatum, v.peildatum);
    let mag = |w: Wie| match w {
        Wie::Ouder => true,
        // Nooit tegen de jongere bij absoluut verzuim: inschrijven is een plicht van de ouders.
        Wie::Jongere => jaren >= middelen::STRAFRECHT_LEEFTIJD.waarde(recht) && v.soort != Soort::Absoluut,
    };
    let verdachten: Vec<Wie> =
        [Wie::Ouder, Wie::Jongere].into_iter().filter(|w| mag(*w) && v.verdachten.contains(&(*w, true))).collect();
    let stappen =
        [("hulp", v.hulp_geboden), ("afspraken", v.afspraken_gemaakt), ("waarschuwing", v.waarschuwing_gegeven)];
    // Bij luxe verzuim wordt niet naar eerdere stappen gevraagd (BR-33).
    let ontbrekende_stappen: Vec<&'static str> =
        if v.soort == Soort::Luxe { Vec::new() } else { stappen.into_iter().filter(|s| !s.1).map(|s| s.0).collect() };
    // De wet zegt 16 uur; beleid kan alleen strenger zijn (BR-04).
    let wet = middelen::PV_UREN.waarde(recht);
    let min_uren = v.min_uren.max(wet);
    let bereikt = |uren: i64| v.uren.is_some_and(|u| u >= f64::from(i32::try_from(uren).unwrap_or(i32::MAX)));
    let wettelijk = match v.soort {
        Soort::Overig => false,
        Soort::ZestienUur => bereikt(min_uren),
        Soort::Absoluut | Soort::Langdurig | Soort::Luxe => true,
    };
    let zonder_stappen = !ontbrekende_stappen.is_empty();
    let geen_wettelijk = if v.soort == Soort::ZestienUur {
        format!("Er is {} uur gemist in vier lesweken. Het kan vanaf {min_uren} uur.", getal_nl(v.uren.unwrap_or(0.0)))
    } else {
        "Overig verzuim is geen wettelijk verzuim.".to_owned()
    };
    let voorwaarden = [
        ("geen_wettelijk_verzuim", "Is het wettelijk verzuim?", wettelijk, geen_wettelijk),
        (
            "overzicht_ontbreekt",
            "Is er een verzuimoverzicht?",
            v.overzicht_aanwezig || v.soort == Soort::Absoluut,
            "Er is nog geen verzuimoverzicht van de school.".to_owned(),
        ),
        (
            "leeftijd",
            "Is de jongere nog geen 18?",
            jaren < middelen::MIDDELEN_TOT_LEEFTIJD.waarde(recht),
            format!("De jongere is {jaren} jaar."),
        ),
        (
            "geen_boa",
            "Is de ambtenaar BOA?",
            v.boa_geldig_tot.is_some_and(|t| v.peildatum <= t),
            v.boa_geldig_tot.map_or_else(
                || "De ambtenaar is geen BOA.".to_owned(),
                |t| format!("De ambtenaar was BOA tot en met {}.", datum_nl(t)),
            ),
        ),
        (
            "geen_verdachte",
            "Is het iemand te verwijten?",
            !verdachten.is_empty(),
            "Er is niemand tegen wie het kan: het is niemand te verwijten, of de jongere kan geen verdachte zijn."
                .to_owned(),
        ),
        (
            "motivering_ontbreekt",
            "Zijn de eerdere stappen gezet, of is er een motivering?",
            !zonder_stappen || v.motivering,
            format!(
                "Eerst horen er nog te zijn: {}. Of schrijf op waarom het zonder moet.",
                ontbrekende_stappen.join(", ")
            ),
        ),
    ];
    let gevonden: Vec<(&'static str, String)> =
        voorwaarden.into_iter().filter(|b| !pad.ja_nee(b.1, b.2)).map(|b| (b.0, b.3)).collect();
    let (beletselen, redenen): (Vec<&'static str>, Vec<String>) = gevonden.into_iter().unzip();
    let (uitkomst, zin) = if pad.ja_nee("Staat iets hiervan een proces-verbaal in de weg?", !beletselen.is_empty()) {
        (Uitkomst::NietMogelijk, "Een proces-verbaal kan nu niet.")
    } else if pad.ja_nee("Ontbreken er stappen, zodat de motivering mee moet?", zonder_stappen) {
        (Uitkomst::MetMotivering, "Een proces-verbaal kan, met de motivering waarom eerdere stappen ontbreken.")
    } else {
        (Uitkomst::Mogelijk, "Een proces-verbaal kan. De ambtenaar beslist of het ook moet.")
    };
    let artikel = if v.soort == Soort::Absoluut { "2 en 26" } else { "4 en 26" };
    let mas = Grondslag::protocol_van("Methodische aanpak schoolverzuim", "proces-verbaal");
    let mut grondslag = vec![Grondslag::lpw(artikel), mas];
    if v.soort == Soort::ZestienUur && bereikt(wet) && !wettelijk {
        grondslag.push(Grondslag::beleid("pv_min_uren"));
    }
    let toelichting = std::iter::once(zin.to_owned()).chain(redenen).collect();
    let antwoord = Antwoord { uitkomst, beletselen, verdachten, ontbrekende_stappen };
    pad.klaar(antwoord, REGEL.versie(recht), grondslag, toelichting).met_open_norm(&crate::open_norm::VERWIJTBAARHEID)
}
