#![doc = include_str!("schorsing.md")]

use crate::kalender::doordeweeks;
use crate::oordeel::Pad;
use crate::recht::{Recht, Regel, Regelversie, school};
use crate::{Grondslag, Oordeel};
use jiff::ToSpan;
use jiff::civil::{Date, date};

/// De feiten. Het einde ligt niet voor het begin, een vorige schorsing wel.
#[derive(Debug, Clone, Copy)]
pub struct Vraag {
    /// Eerste dag.
    pub begin: Date,
    /// Laatste dag.
    pub einde: Date,
    /// Laatste dag van een eerdere schorsing in dit schooljaar.
    pub vorige_einde: Option<Date>,
    /// De schorsing wacht op een verwijdering.
    pub in_afwachting_verwijdering: bool,
    /// Schooldagen in de schorsing: 1 of meer.
    pub schooldagen: i64,
}

/// Het antwoord.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Antwoord {
    /// Mag deze schorsing?
    pub toegestaan: bool,
    /// Moet de inspectie het weten (meer dan één schooldag)?
    pub melden_inspectie: bool,
    /// Waar de school op moet letten, als code.
    pub waarschuwingen: Vec<&'static str>,
}

/// Wat deze regel over zichzelf vertelt.
pub static REGEL: Regel = Regel {
    naam: "schorsing",
    titel: "Schorsen",
    doel: "Mag een school zo schorsen, en moet de inspectie het weten?",
    lezing: include_str!("schorsing.md"),
    versies: &[
        Regelversie {
            vanaf: crate::recht::EERSTE,
            naam: "2009-08-01",
            wat: "Schorsen volgens het Inrichtingsbesluit.",
        },
        Regelversie {
            vanaf: date(2022, 8, 1),
            naam: "2022-08-01",
            wat: "De Wet voortgezet onderwijs 2020 met nieuwe nummers.",
        },
    ],
    voorstel: None,
    parameters: &[
        &school::SCHORSING_DAGEN,
        &school::SCHORSING_MELDEN_BOVEN_DAGEN,
        &school::ARTIKEL_SCHORSING,
        &school::ARTIKEL_VERWIJDERING,
    ],
    bronnen: &[
        Grondslag::wet("Wet voortgezet onderwijs 2020", "8.14 en 8.15"),
        Grondslag::protocol("schorsing langer dan een dag"),
    ],
    uitkomsten: &[
        crate::recht::Uitkomst { code: "toegestaan", wat: "Deze schorsing mag." },
        crate::recht::Uitkomst { code: "niet_toegestaan", wat: "Deze schorsing mag niet." },
    ],
};

/// Mag een school zo schorsen (A-416…A-419, BR-45…BR-47)?
pub fn schorsing(v: &Vraag, recht: Recht) -> Oordeel<Antwoord> {
    let mut pad = Pad::default();
    let dagen = v.begin.until(v.einde).map_or(i64::MAX, |s| i64::from(s.get_days()) + 1);
    pad.met("Hoeveel dagen duurt de schorsing?", dagen.to_string(), dagen.to_string());
    let kort = pad.ja_nee("Hoogstens een week?", dagen <= school::SCHORSING_DAGEN.waarde(recht));
    let tweede = v.in_afwachting_verwijdering && v.vorige_einde.is_some();
    let eerste = !pad.ja_nee("Een tweede schorsing in afwachting van verwijdering?", tweede);
    let melden_inspectie =
        pad.ja_nee("Meer dan één schooldag?", v.schooldagen > school::SCHORSING_MELDEN_BOVEN_DAGEN.waarde(recht));
    let aansluitend = v
        .vorige_einde
        .is_some_and(|vorige| !vorige.series(1.day()).skip(1).take_while(|d| *d < v.begin).any(doordeweeks));
    let waarschuwingen = if v.vorige_einde.is_some() && pad.ja_nee("Sluit de schorsing aan op de vorige?", aansluitend)
    {
        vec!["aansluitend"]
    } else {
        Vec::new()
    };
    let toegestaan = kort && eerste;
    let mut toelichting = Vec::new();
    if toegestaan {
        toelichting.push("Deze schorsing mag. Een geschorste leerling is geoorloofd afwezig.".to_owned());
    }
    if !kort {
        toelichting.push(format!("Deze schorsing duurt {dagen} dagen. Langer dan een week mag niet."));
    }
    if !eerste {
        let zin = "Een leerling mag niet nog een keer worden geschorst in afwachting van verwijdering.";
        toelichting.push(zin.to_owned());
    }
    if !waarschuwingen.is_empty() {
        toelichting.push("Deze schorsing sluit direct aan op de vorige. Samen kunnen zij te lang zijn.".to_owned());
    }
    if melden_inspectie {
        toelichting.push("De school meldt de schorsing bij de inspectie.".to_owned());
    }
    let mut grond = vec![school::ARTIKEL_SCHORSING.waarde(recht)];
    if !eerste {
        grond.push(school::ARTIKEL_VERWIJDERING.waarde(recht));
    }
    pad.klaar(Antwoord { toegestaan, melden_inspectie, waarschuwingen }, REGEL.versie(recht), grond, toelichting)
}
