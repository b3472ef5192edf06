#![doc = include_str!("vsv.md")]

use crate::oordeel::Pad;
use crate::plicht::{self, Plicht};
use crate::recht::{Recht, Regel, Regelversie, doorstroompunt, leerplichtwet as lpw};
use crate::{Grondslag, Oordeel, datum_nl, jaren_bereikt_op};
use jiff::ToSpan;
use jiff::civil::{Date, date};

/// De feiten.
#[derive(Debug, Clone, Copy)]
pub struct Vraag {
    /// Geboortedatum.
    pub geboortedatum: Date,
    /// De dag waarop wordt gekeken.
    pub peildatum: Date,
    /// Is er een startkwalificatie: havo, vwo of mbo niveau 2 of hoger?
    pub startkwalificatie: bool,
    /// Eerste dag zonder inschrijving.
    pub uitgeschreven_op: Option<Date>,
    /// Dag van verwijdering.
    pub verwijderd_op: Option<Date>,
    /// Dag van een nieuwe inschrijving.
    pub nieuwe_inschrijving_op: Option<Date>,
    /// Dagen achter elkaar zonder geldige reden weg, bij de inschrijving van nu.
    pub dagen_afwezig: i64,
    /// Praktijkonderwijs met getuigschrift, of vso zonder vervolgonderwijs (artikel 4a lid 2).
    pub artikel_4a_lid_2: bool,
    /// Praktijkonderwijs, of vso zonder vervolgonderwijs.
    pub kwetsbaar_onderwijs: bool,
    /// Dag van het laatste contact met de jongere.
    pub laatste_contact_op: Option<Date>,
    /// Na zoveel dagen wegblijven; nooit meer dan de wet.
    pub periode_dagen: i64,
}

/// Het antwoord.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Antwoord {
    /// Heeft de jongere de school voortijdig verlaten?
    pub vsv: bool,
    /// Hoort de jongere bij de doelgroep?
    pub doelgroep: bool,
    /// Is het een jongere in een kwetsbare positie?
    pub kwetsbare_positie: bool,
    /// Dag van het volgende contact; kan al voorbij zijn.
    pub eerstvolgend_contact: Option<Date>,
}

/// Wat deze regel over zichzelf vertelt.
pub static REGEL: Regel = Regel {
    naam: "vsv",
    titel: "Voortijdig schoolverlaten",
    doel: "Heeft deze jongere de school voortijdig verlaten, en wanneer is er weer contact?",
    lezing: include_str!("vsv.md"),
    versies: &[
        Regelversie {
            vanaf: crate::recht::EERSTE,
            naam: "2009-08-01",
            wat: "Wie zonder startkwalificatie wegblijft, hoort tot 23 jaar bij de RMC.",
        },
        Regelversie {
            vanaf: date(2026, 1, 1),
            naam: "2026-01-01",
            wat: "De doelgroep heet Doorstroompunt en loopt tot 27 jaar.",
        },
    ],
    voorstel: None,
    parameters: &[
        &lpw::LEERPLICHT_EINDE_LEEFTIJD,
        &lpw::KWALIFICATIEPLICHT_EINDE_LEEFTIJD,
        &doorstroompunt::DOELGROEP_TOT_LEEFTIJD,
        &doorstroompunt::PERIODE_DAGEN,
        &doorstroompunt::CONTACT_MAANDEN,
        &doorstroompunt::NAAM,
        &doorstroompunt::ARTIKEL_DOELGROEP,
        &doorstroompunt::ARTIKEL_MELDING,
    ],
    bronnen: &[
        Grondslag::web("9.2.1 en 9.2.2"),
        Grondslag::lpw("4a lid 2"),
        Grondslag::protocol("Doorstroompunt, jaarlijks contact"),
    ],
    uitkomsten: &[
        crate::recht::Uitkomst {
            code: "vsv",
            wat: "De jongere heeft de school zonder startkwalificatie verlaten; er hoort contact te zijn.",
        },
        crate::recht::Uitkomst { code: "geen_vsv", wat: "De jongere is geen voortijdig schoolverlater." },
    ],
};

/// Vanaf 18 zonder startkwalificatie, of jonger en vrijgesteld door praktijkonderwijs of vso (BR-51).
fn doelgroep(v: &Vraag, recht: Recht) -> bool {
    let mut p = plicht::Vraag::nieuw(v.geboortedatum, v.peildatum);
    p.startkwalificatie_op = v.startkwalificatie.then(|| v.peildatum.saturating_sub(1.day()));
    p.artikel_4a_lid_2 = v.artikel_4a_lid_2;
    matches!(plicht::plicht(&p, recht).uitkomst.plicht, Plicht::Doorstroompunt | Plicht::Vrijgesteld)
}

/// Uitgeschreven of verwijderd, en daarna niet opnieuw ingeschreven (BR-54).
fn zonder_inschrijving(v: &Vraag) -> bool {
    let gebeurd = |d: Option<Date>| d.filter(|d| *d <= v.peildatum);
    let weg = gebeurd(v.uitgeschreven_op).max(gebeurd(v.verwijderd_op));
    weg.is_some() && gebeurd(v.nieuwe_inschrijving_op) < weg
}

/// Heeft deze jongere de school voortijdig verlaten (B-415…B-423, BR-50…BR-54)?
pub fn vsv(v: &Vraag, recht: Recht) -> Oordeel<Antwoord> {
    let mut pad = Pad::default();
    let naam = doorstroompunt::NAAM.waarde(recht);
    let grens = doorstroompunt::DOELGROEP_TOT_LEEFTIJD.waarde(recht);
    let periode = v.periode_dagen.min(doorstroompunt::PERIODE_DAGEN.waarde(recht));
    let diploma = pad.ja_nee("Is er een startkwalificatie?", v.startkwalificatie);
    let doelgroep = pad.ja_nee("Hoort de jongere bij de doelgroep?", doelgroep(v, recht));
    let kwetsbare_positie =
        doelgroep && pad.ja_nee("Volgt of volgde de jongere praktijkonderwijs of vso?", v.kwetsbaar_onderwijs);
    pad.met("Hoeveel dagen achter elkaar weg?", v.dagen_afwezig.to_string(), v.dagen_afwezig.to_string());
    let lang_weg = pad.ja_nee("Lang genoeg weg?", v.dagen_afwezig >= periode);
    let uitgeschreven = pad.ja_nee("Uitgeschreven of verwijderd, zonder nieuwe inschrijving?", zonder_inschrijving(v));
    let vsv = pad.ja_nee("Doelgroep, en lang genoeg weg of uitgeschreven?", doelgroep && (lang_weg || uitgeschreven));
    let einde = jaren_bereikt_op(v.geboortedatum, grens);
    let eerstvolgend_contact = if vsv {
        match v.laatste_contact_op.filter(|d| *d <= v.peildatum) {
            None => Some(v.peildatum),
            Some(d) => {
                Some(d.saturating_add(doorstroompunt::CONTACT_MAANDEN.waarde(recht).months())).filter(|d| *d < einde)
            }
        }
    } else {
        None
    };
    let mut grondslag = vec![doorstroompunt::ARTIKEL_DOELGROEP.waarde(recht)];
    let mut toelichting = vec![match (doelgroep, vsv) {
        (_, true) if uitgeschreven => {
            "De jongere heeft geen startkwalificatie, is van school af en staat nergens anders ingeschreven.".to_owned()
        }
        (_, true) => format!("De jongere heeft geen startkwalificatie en is {periode} dagen of langer weg."),
        (true, false) => {
            format!(
                "De jongere hoort bij de doelgroep van {naam}, maar volgt onderwijs of is nog geen {periode} dagen weg."
            )
        }
        (false, _) if diploma => {
            format!("De jongere heeft een startkwalificatie en hoort niet bij de doelgroep van {naam}.")
        }
        (false, _) if v.peildatum >= einde => {
            format!("De jongere is {grens} jaar of ouder en hoort niet meer bij de doelgroep van {naam}.")
        }
        (false, _) => {
            "De Leerplichtwet geldt nog. Wegblijven of uitschrijven is dan een zaak van leerplicht.".to_owned()
        }
    }];
    if vsv {
        grondslag.push(doorstroompunt::ARTIKEL_MELDING.waarde(recht));
        if !uitgeschreven && v.dagen_afwezig < doorstroompunt::PERIODE_DAGEN.waarde(recht) {
            grondslag.push(Grondslag::beleid("rmc_periode_dagen"));
        }
    }
    if doelgroep
        && v.peildatum < jaren_bereikt_op(v.geboortedatum, lpw::KWALIFICATIEPLICHT_EINDE_LEEFTIJD.waarde(recht))
    {
        grondslag.push(Grondslag::lpw("4a lid 2"));
    }
    if kwetsbare_positie {
        toelichting.push("Het is een jongere in een kwetsbare positie. Kijk samen wat er kan.".to_owned());
    }
    match eerstvolgend_contact {
        Some(d) if d < v.peildatum => {
            toelichting.push(format!("U had contact moeten hebben op {}. Doe dat nu.", datum_nl(d)));
        }
        Some(d) => toelichting.push(format!("Het volgende contact is op {}.", datum_nl(d))),
        None if vsv => {
            toelichting.push(format!("Er is geen volgend contact: de jongere is dan {grens} jaar of ouder."))
        }
        None => {}
    }
    let antwoord = Antwoord { vsv, doelgroep, kwetsbare_positie, eerstvolgend_contact };
    pad.klaar(antwoord, REGEL.versie(recht), grondslag, toelichting)
}
