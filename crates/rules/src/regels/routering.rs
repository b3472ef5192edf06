#![doc = include_str!("routering.md")]

use super::verzuimsoort::Verzuimsoort;
use crate::oordeel::Pad;
use crate::recht::{Recht, Regel, Regelversie, Uitkomst, doorstroompunt, leerplichtwet as lpw, register};
use crate::{Grondslag, Oordeel};
use jiff::civil::date;

/// De feiten.
#[derive(Debug, Clone, Default)]
pub struct Vraag<'a> {
    /// Gemeente van inschrijving in de BRP: haar code; leeg is hetzelfde als weglaten.
    pub brp_gemeente: Option<&'a str>,
    /// Gemeente van feitelijk verblijf: haar code, voor wie niet in de BRP staat.
    pub verblijf_gemeente: Option<&'a str>,
    /// Leeftijd op de eerste verzuimdag in hele jaren: 0 of meer.
    pub leeftijd_eerste_verzuimdag: i16,
    /// Soort melding: de uitkomst van de regel verzuimsoort. Alleen of het `Rmc` is, telt; `None` is dat niet.
    pub soort: Option<Verzuimsoort>,
    /// Gemeenschappelijke regeling die de Leerplichtwet uitvoert: de codes van haar gemeenten, en haar orgaan.
    pub regeling: Option<(&'a [String], &'a str)>,
    /// Andere ontvanger voor leerplicht, die de gemeente heeft opgegeven; gaat voor al het andere.
    pub alternatief_leerplicht: Option<&'a str>,
    /// Andere ontvanger voor het Doorstroompunt, die de gemeente heeft opgegeven; gaat voor al het andere.
    pub alternatief_doorstroompunt: Option<&'a str>,
}

/// Het antwoord.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Antwoord {
    /// Naar het Doorstroompunt, of anders naar leerplicht.
    pub doorstroompunt: bool,
    /// Code van de ontvanger.
    pub ontvanger: String,
    /// Zonder inschrijving in de BRP.
    pub zonder_brp: bool,
}

/// Wat deze regel over zichzelf vertelt.
pub static REGEL: Regel = Regel {
    naam: "routering",
    titel: "Naar wie gaat de melding",
    doel: "Naar wie gaat deze melding?",
    lezing: include_str!("routering.md"),
    versies: &[
        Regelversie {
            vanaf: crate::recht::EERSTE,
            naam: "2009-08-01",
            wat: "Het meldingsregister stuurt door naar de gemeente van inschrijving.",
        },
        Regelversie {
            vanaf: date(2020, 7, 1),
            naam: "2020-07-01",
            wat: "Het register onderwijsdeelnemers stuurt door.",
        },
        Regelversie {
            vanaf: date(2026, 1, 1),
            naam: "2026-01-01",
            wat: "Meldingen voor 18 jaar en ouder gaan naar het Doorstroompunt.",
        },
    ],
    voorstel: None,
    parameters: &[&lpw::KWALIFICATIEPLICHT_EINDE_LEEFTIJD, &doorstroompunt::NAAM, &register::ARTIKEL_VERSTREKKING],
    bronnen: &[Grondslag::besluit("Besluit register onderwijsdeelnemers", "46"), Grondslag::lpw("18 lid 5 en 21")],
    uitkomsten: &[
        Uitkomst { code: "leerplicht", wat: "De melding gaat naar leerplicht." },
        Uitkomst { code: "doorstroompunt", wat: "De melding gaat naar het Doorstroompunt." },
    ],
};

/// Naar wie gaat deze melding? `None` als er geen gemeente bekend is.
#[must_use]
pub fn routering(v: &Vraag<'_>, recht: Recht) -> Option<Oordeel<Antwoord>> {
    let vol = |t: Option<&'_ str>| t.filter(|t| !t.trim().is_empty()).map(str::to_owned);
    let mut pad = Pad::default();
    let brp = vol(v.brp_gemeente);
    let zonder_brp = !pad.ja_nee("Ingeschreven in de BRP?", brp.is_some());
    let gemeente = brp.or_else(|| vol(v.verblijf_gemeente))?;
    let volwassen = v.leeftijd_eerste_verzuimdag >= lpw::KWALIFICATIEPLICHT_EINDE_LEEFTIJD.waarde(recht);
    let doorstroompunt = pad.ja_nee(
        "18 jaar of ouder, of een melding aan het Doorstroompunt?",
        volwassen || v.soort == Some(Verzuimsoort::Rmc),
    );
    let ander = vol(if doorstroompunt { v.alternatief_doorstroompunt } else { v.alternatief_leerplicht });
    let regeling =
        v.regeling.filter(|(g, _)| !doorstroompunt && g.contains(&gemeente)).map(|(_, orgaan)| orgaan.to_owned());
    let mut grondslag =
        vec![if zonder_brp { Grondslag::lpw("21") } else { register::ARTIKEL_VERSTREKKING.waarde(recht) }];
    let afgesproken = pad.ja_nee("Is er een andere routering afgesproken?", ander.is_some());
    if afgesproken {
        grondslag.push(Grondslag::beleid("alternatieve_routering"));
    } else if !doorstroompunt {
        pad.ja_nee("Heeft een gemeenschappelijke regeling de taak?", regeling.is_some());
    }
    let (ontvanger, waarom) = match (ander, regeling) {
        (Some(a), _) => (a, "De gemeente heeft een andere ontvanger opgegeven"),
        (None, Some(o)) => (o, "Een gemeenschappelijke regeling voert de Leerplichtwet uit voor deze gemeente"),
        _ if zonder_brp => (gemeente, "Zonder inschrijving in de BRP gaat de melding naar de gemeente van verblijf"),
        _ => (gemeente, "De melding gaat naar de gemeente waar de jongere is ingeschreven"),
    };
    let voor_wie = if volwassen {
        format!("De melding is voor {}: de jongere was 18 jaar of ouder op de eerste verzuimdag.", dienst(recht))
    } else if doorstroompunt {
        format!("De melding is voor {}: dat volgt uit de soort melding.", dienst(recht))
    } else {
        "De melding is voor leerplicht.".to_owned()
    };
    let toelichting = vec![voor_wie, format!("{waarom}: {ontvanger}.")];
    Some(pad.klaar(Antwoord { doorstroompunt, ontvanger, zonder_brp }, REGEL.versie(recht), grondslag, toelichting))
}

/// De dienst voor jongeren zonder startkwalificatie, met haar lidwoord: tot 2026 heette die anders.
fn dienst(recht: Recht) -> String {
    match doorstroompunt::NAAM.waarde(recht) {
        "RMC" => "de RMC".to_owned(),
        naam => format!("het {naam}"),
    }
}
