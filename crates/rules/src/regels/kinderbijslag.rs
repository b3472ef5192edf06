#![doc = include_str!("kinderbijslag.md")]

use crate::oordeel::Pad;
use crate::recht::{Recht, Regel, Regelversie, middelen};
use crate::{Grondslag, Oordeel, leeftijd};
use jiff::civil::Date;

/// Wat er kan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Uitkomst {
    /// De ambtenaar kan de SVB vragen te stoppen.
    StopzettingMogelijk,
    /// Dat kan niet.
    NietMogelijk,
    /// Het verzuim is gestopt: de SVB moet dat horen.
    HervattingMelden,
}

impl Uitkomst {
    /// Code in het regelcontract.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::StopzettingMogelijk => "stopzetting_mogelijk",
            Self::NietMogelijk => "niet_mogelijk",
            Self::HervattingMelden => "hervatting_melden",
        }
    }
}

/// De feiten. Of het de ouders te verwijten is, bepaalt een mens.
#[derive(Debug, Clone, Copy)]
pub struct Vraag {
    /// Geboortedatum.
    pub geboortedatum: Date,
    /// De dag waarop wordt gekeken.
    pub peildatum: Date,
    /// Te verwijten aan de ouders.
    pub verwijtbaar_ouders: bool,
    /// De gemeente heeft een overeenkomst met de SVB.
    pub samenwerkingsovereenkomst: bool,
    /// Het verzuim is gestopt.
    pub verzuim_gestopt: bool,
    /// De kinderbijslag is al gestopt.
    pub lopende_stop: bool,
}

/// Het antwoord.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Antwoord {
    /// Wat er kan.
    pub uitkomst: Uitkomst,
    /// Wat stopzetting tegenhoudt, als code.
    pub beletselen: Vec<&'static str>,
}

/// Wat deze regel over zichzelf vertelt.
pub static REGEL: Regel = Regel {
    naam: "kinderbijslag",
    titel: "Kinderbijslag stoppen of hervatten",
    doel: "Kan de kinderbijslag worden stopgezet, of moet hervatting worden gemeld?",
    lezing: include_str!("kinderbijslag.md"),
    versies: &[Regelversie {
        vanaf: crate::recht::EERSTE,
        naam: "2009-08-01",
        wat: "Kinderbijslag voor 16 en 17 jaar hangt af van schoolbezoek.",
    }],
    voorstel: None,
    parameters: &[&middelen::KINDERBIJSLAG_LEEFTIJD, &middelen::KINDERBIJSLAG_TOT_LEEFTIJD],
    bronnen: &[Grondslag::wet("Algemene Kinderbijslagwet", "7"), Grondslag::lpw("4a")],
    uitkomsten: &[
        crate::recht::Uitkomst { code: "stopzetting_mogelijk", wat: "De ambtenaar kan de SVB vragen te stoppen." },
        crate::recht::Uitkomst { code: "niet_mogelijk", wat: "Stoppen kan nu niet; er staat bij waarom." },
        crate::recht::Uitkomst { code: "hervatting_melden", wat: "Het verzuim is voorbij: meld dat bij de SVB." },
    ],
};

/// Kan de kinderbijslag worden stopgezet, of moet hervatting worden gemeld (B-270…B-274, BR-36)?
pub fn kinderbijslag(v: &Vraag, recht: Recht) -> Oordeel<Antwoord> {
    let mut pad = Pad::default();
    let akw = Grondslag::wet("Algemene Kinderbijslagwet", "7");
    let grond = vec![akw, Grondslag::lpw("4a")];
    let klaar = |pad: Pad, uitkomst, beletselen, zinnen: Vec<String>| {
        pad.klaar(Antwoord { uitkomst, beletselen }, REGEL.versie(recht), grond.clone(), zinnen)
    };
    if pad.ja_nee("Is de kinderbijslag gestopt en is het verzuim voorbij?", v.lopende_stop && v.verzuim_gestopt) {
        let zin = "Meld bij de SVB dat het verzuim is gestopt, zodat de kinderbijslag weer begint.";
        return klaar(pad, Uitkomst::HervattingMelden, Vec::new(), vec![zin.to_owned()]);
    }
    let jaren = leeftijd(v.geboortedatum, v.peildatum);
    let voorwaarden = [
        (
            "leeftijd",
            "Is de jongere 16 of 17 jaar?",
            (middelen::KINDERBIJSLAG_LEEFTIJD.waarde(recht)..middelen::KINDERBIJSLAG_TOT_LEEFTIJD.waarde(recht))
                .contains(&jaren),
            format!("De jongere is {jaren} jaar. Stoppen kan alleen bij 16 en 17 jaar."),
        ),
        (
            "niet_verwijtbaar_ouders",
            "Is het de ouders te verwijten?",
            v.verwijtbaar_ouders,
            "Het verzuim is de ouders niet te verwijten.".to_owned(),
        ),
        (
            "geen_samenwerkingsovereenkomst",
            "Is er een overeenkomst met de SVB?",
            v.samenwerkingsovereenkomst,
            "De gemeente heeft geen overeenkomst met de SVB.".to_owned(),
        ),
        ("verzuim_gestopt", "Duurt het verzuim voort?", !v.verzuim_gestopt, "Het verzuim is gestopt.".to_owned()),
        ("loopt_al", "Is er nog geen stopzetting?", !v.lopende_stop, "De kinderbijslag is al stopgezet.".to_owned()),
    ];
    let gevonden: Vec<(&'static str, String)> =
        voorwaarden.into_iter().filter(|b| !pad.ja_nee(b.1, b.2)).map(|b| (b.0, b.3)).collect();
    let (beletselen, redenen): (Vec<&'static str>, Vec<String>) = gevonden.into_iter().unzip();
    if !pad.ja_nee("Staat iets hiervan het stopzetten in de weg?", !beletselen.is_empty()) {
        let zin = "De ambtenaar kan de SVB vragen de kinderbijslag te stoppen. Weeg eerst of iets lichters kan.";
        // Alleen hier is er iets af te wegen.
        klaar(pad, Uitkomst::StopzettingMogelijk, beletselen, vec![zin.to_owned()])
            .met_open_norm(&crate::open_norm::VERWIJTBAARHEID)
    } else {
        let zin = "De kinderbijslag kan nu niet worden stopgezet.".to_owned();
        klaar(pad, Uitkomst::NietMogelijk, beletselen, std::iter::once(zin).chain(redenen).collect())
    }
}
