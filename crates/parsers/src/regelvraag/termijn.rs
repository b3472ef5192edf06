//! Question and answer of `termijn`.

use super::lezer::Lezer;
use super::{Fout, antwoord, dag};
use domain::Datum;
use rules::termijn::{Termijnsoort, termijn};
use serde_json::{Value, json};

pub(super) fn toets(waarde: &Value, vandaag: Datum) -> Result<Value, Fout> {
    let l = Lezer::nieuw(waarde, String::new(), &["soort", "vanaf", "vakantieregio", "peildatum", "beleid"])?;
    l.geen_beleid()?;
    l.regio_of()?;
    let soort = l.keuze("soort", &Termijnsoort::ALLE.map(|s| (s.code(), s)))?;
    let o = termijn(soort, l.datum("vanaf")?, l.peildatum_of(None)?.unwrap_or(vandaag));
    let a = &o.uitkomst;
    let velden = json!({ "uiterlijk": dag(Some(a.uiterlijk)), "werkdagen_over": a.werkdagen_over });
    Ok(antwoord("termijn", if a.loopt { "loopt" } else { "verstreken" }, &o, velden))
}
