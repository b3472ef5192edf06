//! Question and answer of `plicht`.

use super::lezer::Lezer;
use super::{Fout, antwoord, dag};
use domain::Datum;
use rules::plicht::{Vraag, Vrijstelling, Vrijstellingsgrond};
use rules::{Oordeel, Vakantieregio};
use serde_json::{Value, json};

/// The facts that `verzuimsoort` may also give as `plicht`.
pub(super) const FEITEN: [&str; 6] =
    ["vakantieregio", "voltooide_schooljaren", "startkwalificatie_op", "onderwijs", "vrijstellingen", "vervangende_leerplicht"];

#[derive(Clone, Copy, PartialEq)]
enum Onderwijs {
    Pro,
    Vso,
    Anders,
}

const ONDERWIJS: [(&str, Onderwijs); 12] = [
    ("po", Onderwijs::Anders),
    ("sbo", Onderwijs::Anders),
    ("so", Onderwijs::Anders),
    ("vso", Onderwijs::Vso),
    ("vmbo", Onderwijs::Anders),
    ("havo", Onderwijs::Anders),
    ("vwo", Onderwijs::Anders),
    ("pro", Onderwijs::Pro),
    ("mbo_bol", Onderwijs::Anders),
    ("mbo_bbl", Onderwijs::Anders),
    ("vavo", Onderwijs::Anders),
    ("particulier", Onderwijs::Anders),
];

const GRONDEN: [(&str, Vrijstellingsgrond); 5] = [
    ("5a", Vrijstellingsgrond::Artikel5),
    ("5b", Vrijstellingsgrond::Artikel5),
    ("5c", Vrijstellingsgrond::Artikel5),
    ("5a_trekkend", Vrijstellingsgrond::Artikel5a),
    ("15", Vrijstellingsgrond::Artikel15),
];

pub(super) fn toets(waarde: &Value) -> Result<Value, Fout> {
    let velden: Vec<&str> = ["geboortedatum", "peildatum", "beleid"].into_iter().chain(FEITEN).collect();
    let l = Lezer::nieuw(waarde, String::new(), &velden)?;
    let geboortedatum = l.datum("geboortedatum")?;
    let peildatum = l.peildatum(geboortedatum)?;
    let zml_mg = match l.object_of("beleid", &["zml_mg_vrijstelling"])? {
        Some(b) => b.waar_of("zml_mg_vrijstelling")?.unwrap_or(false),
        None => false,
    };
    let o = oordeel(&l, geboortedatum, peildatum, zml_mg)?;
    let a = &o.uitkomst;
    let velden = json!({
        "leerplicht_begin": dag(a.leerplicht_begin),
        "leerplicht_einde": dag(Some(a.leerplicht_einde)),
        "kwalificatieplicht_begin": dag(a.kwalificatieplicht_begin),
        "kwalificatieplicht_einde": dag(a.kwalificatieplicht_einde),
        "doorstroompunt_tot": dag(a.doorstroompunt_tot),
        "verantwoordelijk": a.verantwoordelijk.code(),
    });
    Ok(antwoord("plicht", a.plicht.code(), &o, velden))
}

/// Reads the facts of the duty and decides.
pub(super) fn oordeel(
    l: &Lezer<'_>,
    geboortedatum: Datum,
    peildatum: Datum,
    zml_mg: bool,
) -> Result<Oordeel<rules::plicht::Antwoord>, Fout> {
    let mut v = Vraag::nieuw(geboortedatum, peildatum);
    v.vakantieregio = l.regio_of()?.unwrap_or(Vakantieregio::Midden);
    v.voltooide_schooljaren = l.getal_of("voltooide_schooljaren", 0, 99)?.and_then(|n| i16::try_from(n).ok());
    v.startkwalificatie_op = l.datum_of("startkwalificatie_op")?;
    let mut indicatie = None;
    if let Some(o) = l.object_of("onderwijs", &["soort", "uitstroomprofiel", "getuigschrift_op", "indicatie"])? {
        let soort = o.keuze("soort", &ONDERWIJS)?;
        let profiel =
            o.keuze_of("uitstroomprofiel", &[("vervolgonderwijs", false), ("arbeidsmarkt", true), ("dagbesteding", true)])?;
        let getuigschrift = o.datum_of("getuigschrift_op")?.is_some_and(|d| d <= peildatum);
        indicatie = o.keuze_of("indicatie", &[("zml", "zml"), ("mg", "mg")])?;
        v.artikel_4a_lid_2 = (soort == Onderwijs::Pro && getuigschrift)
            || (soort == Onderwijs::Vso && profiel == Some(true))
            || (zml_mg && indicatie.is_some());
    }
    for (waarde, pad) in l.lijst("vrijstellingen")? {
        let x = Lezer::nieuw(waarde, pad, &["artikel", "begin", "einde"])?;
        let (grond, begin) = (x.keuze("artikel", &GRONDEN)?, x.datum("begin")?);
        v.vrijstellingen.push(Vrijstelling { grond, begin, einde: x.open_einde("einde", begin)? });
    }
    for (waarde, pad) in l.lijst("vervangende_leerplicht")? {
        let x = Lezer::nieuw(waarde, pad, &["artikel", "begin", "einde"])?;
        let (artikel, begin) = (x.keuze("artikel", &[("3a", "3a"), ("3b", "3b")])?, x.datum("begin")?);
        let einde = x.open_einde("einde", begin)?.ok_or_else(|| x.fout("ontbreekt", "einde"))?;
        if begin <= peildatum && peildatum <= einde {
            v.vervangend = Some(artikel);
        }
    }
    let mut o = rules::plicht::plicht(&v);
    if let Some(i) = indicatie {
        let gevolg = if zml_mg { "het beleid van de gemeente volgt die" } else { "die geeft op zichzelf geen vrijstelling" };
        o.toelichting.push(format!("Er is een indicatie {i}; {gevolg}."));
    }
    Ok(o)
}
