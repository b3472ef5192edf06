#![doc = include_str!("thuiszitter.md")]

use super::plicht::Plicht;
use crate::oordeel::Pad;
use crate::recht::{Recht, Regel, Regelversie, beleid, protocol as normen};
use crate::{Grondslag, Oordeel};

/// De feiten.
#[derive(Debug, Clone, Copy)]
pub struct Vraag {
    /// Ingeschreven op een school.
    pub ingeschreven: bool,
    /// Uitkomst van de regel plicht.
    pub plicht: Plicht,
    /// Dagen aaneengesloten afwezig op de leskalender: 0 of meer.
    pub dagen_aaneengesloten: i64,
    /// Vrijgesteld.
    pub vrijgesteld: bool,
    /// Vanaf zoveel dagen dreigt thuiszitten: beleid, 1 tot en met 28; gewoon 14.
    pub dreigend_vanaf_dagen: i64,
}

/// De uitkomst.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Uitkomst {
    /// Geen thuiszitter.
    Geen,
    /// Dreigend thuiszitten.
    Dreigend,
    /// Thuiszitter.
    Thuiszitter,
    /// Absoluut verzuim: niet ingeschreven.
    Absoluut,
}

impl Uitkomst {
    /// Code in het regelcontract.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Geen => "geen",
            Self::Dreigend => "dreigend",
            Self::Thuiszitter => "thuiszitter",
            Self::Absoluut => "absoluut",
        }
    }
}

/// Het antwoord.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Antwoord {
    /// De uitkomst.
    pub uitkomst: Uitkomst,
    /// Langer dan drie maanden thuis.
    pub langer_dan_3_maanden: bool,
}

/// Wat deze regel over zichzelf vertelt.
pub static REGEL: Regel = Regel {
    naam: "thuiszitter",
    titel: "Thuiszitter, of dreigend",
    doel: "Is deze jongere een thuiszitter, of dreigt dat?",
    lezing: include_str!("thuiszitter.md"),
    versies: &[Regelversie {
        vanaf: crate::recht::EERSTE,
        naam: "2009-08-01",
        wat: "De omschrijving uit het protocol: ingeschreven en meer dan vier weken thuis.",
    }],
    voorstel: None,
    parameters: &[&normen::THUISZITTER_BOVEN_DAGEN, &normen::THUISZITTER_LANG_BOVEN_DAGEN],
    bronnen: &[Grondslag::lpw("2 lid 1"), Grondslag::protocol("thuiszitters")],
    uitkomsten: &[
        crate::recht::Uitkomst { code: "geen", wat: "Geen thuiszitter." },
        crate::recht::Uitkomst { code: "dreigend", wat: "Thuiszitten dreigt." },
        crate::recht::Uitkomst { code: "thuiszitter", wat: "Ingeschreven en meer dan vier weken thuis." },
        crate::recht::Uitkomst { code: "absoluut", wat: "Niet ingeschreven op een school: absoluut verzuim." },
    ],
};

/// Is deze jongere een thuiszitter?
pub fn thuiszitter(v: &Vraag, recht: Recht) -> Oordeel<Antwoord> {
    let mut pad = Pad::default();
    let dagen = v.dagen_aaneengesloten;
    let plichtig = matches!(v.plicht, Plicht::Leerplichtig | Plicht::Kwalificatieplichtig) && !v.vrijgesteld;
    let (uitkomst, grond, zin) = if pad.ja_nee("Leerplichtig of kwalificatieplichtig, en niet vrijgesteld?", plichtig) {
        pad.met("Hoeveel dagen weg?", format!("{dagen} dagen"), dagen.to_string());
        met_plicht(v, &mut pad, recht)
    } else {
        (Uitkomst::Geen, Grondslag::lpw("2 lid 1"), "Er rust geen plicht om naar school te gaan.".to_owned())
    };
    let langer_dan_3_maanden = matches!(uitkomst, Uitkomst::Thuiszitter | Uitkomst::Absoluut)
        && dagen > normen::THUISZITTER_LANG_BOVEN_DAGEN.waarde(recht);
    let mut grondslag = vec![grond];
    let gewoon = beleid::gewoon("dreigend_vanaf_dagen").unwrap_or(v.dreigend_vanaf_dagen);
    let beleid_besliste = match uitkomst {
        Uitkomst::Dreigend => dagen < gewoon,
        Uitkomst::Geen => plichtig && dagen >= gewoon,
        Uitkomst::Thuiszitter | Uitkomst::Absoluut => false,
    };
    if beleid_besliste {
        grondslag.push(Grondslag::beleid("dreigend_vanaf_dagen"));
    }
    pad.klaar(Antwoord { uitkomst, langer_dan_3_maanden }, REGEL.versie(recht), grondslag, vec![zin])
}

/// De uitkomst voor wie naar school moet.
fn met_plicht(v: &Vraag, pad: &mut Pad, recht: Recht) -> (Uitkomst, Grondslag, String) {
    let dagen = v.dagen_aaneengesloten;
    let protocol = Grondslag::protocol("thuiszitters");
    if !pad.ja_nee("Ingeschreven op een school?", v.ingeschreven) {
        let zin = "De jongere staat niet ingeschreven: absoluut verzuim.".to_owned();
        (Uitkomst::Absoluut, Grondslag::lpw("2 lid 1"), zin)
    } else if pad
        .ja_nee("Meer dan vier weken aaneengesloten weg?", dagen > normen::THUISZITTER_BOVEN_DAGEN.waarde(recht))
    {
        (Uitkomst::Thuiszitter, protocol, format!("De jongere is {dagen} dagen weg, meer dan vier weken."))
    } else if pad.ja_nee("Dreigt thuiszitten volgens het beleid?", dagen >= v.dreigend_vanaf_dagen) {
        let zin =
            format!("De jongere is {dagen} dagen weg; vanaf {} dagen dreigt thuiszitten.", v.dreigend_vanaf_dagen);
        (Uitkomst::Dreigend, protocol, zin)
    } else {
        (Uitkomst::Geen, protocol, format!("De jongere is {dagen} dagen weg; dat is geen thuiszitten."))
    }
}
