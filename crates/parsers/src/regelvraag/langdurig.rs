//! Question and answer of `langdurig`.

use super::lezer::Lezer;
use super::{Fout, antwoord, dag};
use rules::langdurig::{Onderbreking, Vraag, langdurig};
use serde_json::{Value, json};

const VELDEN: [&str; 10] = [
    "vakantieregio",
    "kalender",
    "geboortedatum",
    "startkwalificatie",
    "eerste_verzuimdag",
    "laatste_aanwezig",
    "onderbrekingen",
    "laatste_melding_einde",
    "peildatum",
    "beleid",
];

pub(super) fn toets(waarde: &Value) -> Result<Value, Fout> {
    let l = Lezer::nieuw(waarde, String::new(), &VELDEN)?;
    let kalender = l.kalender()?;
    let datum_of = |naam| {
        let d = l.datum_of(naam)?;
        l.in_bereik(&kalender, naam, d)?;
        Ok(d)
    };
    let geboortedatum = l.datum("geboortedatum")?;
    let peildatum = l.peildatum(geboortedatum)?;
    let eerste_verzuimdag = l.datum("eerste_verzuimdag")?;
    l.in_bereik(&kalender, "peildatum", Some(peildatum))?;
    l.in_bereik(&kalender, "eerste_verzuimdag", Some(eerste_verzuimdag))?;
    l.span("peildatum", eerste_verzuimdag, peildatum)?;
    let mut onderbrekingen = Vec::new();
    for (waarde, pad) in l.lijst("onderbrekingen")? {
        let x = Lezer::nieuw(waarde, pad, &["datum", "soort"])?;
        let datum = x.datum("datum")?;
        x.in_bereik(&kalender, "datum", Some(datum))?;
        let aanwezig = x.keuze("soort", &[("aanwezig", true), ("geoorloofd", false)])?;
        onderbrekingen.push(Onderbreking { datum, aanwezig });
    }
    onderbrekingen.extend(datum_of("laatste_aanwezig")?.map(|datum| Onderbreking { datum, aanwezig: true }));
    let o = langdurig(&Vraag {
        kalender: &kalender,
        geboortedatum,
        startkwalificatie: l.waar("startkwalificatie")?,
        eerste_verzuimdag,
        onderbrekingen: &onderbrekingen,
        laatste_melding_einde: datum_of("laatste_melding_einde")?,
        peildatum,
        rmc_periode_dagen: l.rmc_periode()?,
    });
    let a = &o.uitkomst;
    let velden = json!({
        "geteld_dagen": a.geteld_dagen,
        "bereikt_op": dag(a.bereikt_op),
        "begin_melding": dag(a.begin_melding),
        "einddatum_toegestaan": a.einddatum_toegestaan,
    });
    Ok(antwoord("langdurig", a.uitkomst.code(), &o, velden))
}
