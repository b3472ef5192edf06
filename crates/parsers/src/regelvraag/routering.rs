//! Question and answer of `routering`.

use super::lezer::{Lezer, fout};
use super::{Fout, antwoord};
use rules::routering::{Vraag, routering};
use rules::verzuimsoort::Verzuimsoort;
use serde_json::{Value, json};

const VELDEN: [&str; 8] = [
    "brp_gemeente",
    "verblijf_gemeente",
    "leeftijd_eerste_verzuimdag",
    "soort",
    "gemeenschappelijke_regeling",
    "alternatieve_routering",
    "peildatum",
    "beleid",
];

pub(super) fn toets(waarde: &Value) -> Result<Value, Fout> {
    let l = Lezer::nieuw(waarde, String::new(), &VELDEN)?;
    l.geen_beleid()?;
    l.peildatum_of(None)?;
    let leeftijd = i16::try_from(l.getal("leeftijd_eerste_verzuimdag")?)
        .map_err(|_| l.fout("ongeldige_waarde", "leeftijd_eerste_verzuimdag"))?;
    let regeling = match l.object_of("gemeenschappelijke_regeling", &["gemeenten", "orgaan"])? {
        Some(r) => {
            let tekst = |(v, pad): (&Value, String)| v.as_str().map(str::to_owned).ok_or_else(|| fout("ongeldige_waarde", pad));
            let gemeenten = r.lijst_verplicht("gemeenten")?.into_iter().map(tekst).collect::<Result<Vec<_>, _>>()?;
            let orgaan = r.tekst_of("orgaan")?.filter(|t| !t.trim().is_empty());
            Some((gemeenten, orgaan.ok_or_else(|| r.fout("ontbreekt", "orgaan"))?))
        }
        None => None,
    };
    let (alternatief_leerplicht, alternatief_doorstroompunt) =
        match l.object_of("alternatieve_routering", &["leerplicht", "doorstroompunt"])? {
            Some(r) => (r.tekst_of("leerplicht")?, r.tekst_of("doorstroompunt")?),
            None => (None, None),
        };
    let o = routering(&Vraag {
        brp_gemeente: l.tekst_of("brp_gemeente")?,
        verblijf_gemeente: l.tekst_of("verblijf_gemeente")?,
        leeftijd_eerste_verzuimdag: leeftijd,
        soort: Some(l.keuze("soort", &Verzuimsoort::ALLE.map(|s| (s.code(), s)))?),
        regeling: regeling.as_ref().map(|(g, o)| (g.as_slice(), *o)),
        alternatief_leerplicht,
        alternatief_doorstroompunt,
    })
    .ok_or_else(|| l.fout("ontbreekt", "brp_gemeente"))?;
    let a = &o.uitkomst;
    let velden = json!({ "ontvanger": a.ontvanger, "zonder_brp": a.zonder_brp });
    Ok(antwoord("routering", if a.doorstroompunt { "doorstroompunt" } else { "leerplicht" }, &o, velden))
}
