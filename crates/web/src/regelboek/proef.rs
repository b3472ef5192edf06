//! Try a rule: one question, or the same facts under two laws or two policies side by side.

use super::formulier::{Groep, groepen, vraag};
use super::regel::{Gevonden, Proef, gevonden, toon};
use super::{Iemand, Tab, omlijsting, tabs, woorden};
use crate::fout::{Antwoord, Pagina, bladzijde};
use crate::kader::Kader;
use app::App;
use askama::Template;
use axum::extract::{Form, Path, State};
use axum::http::StatusCode;
use regelvraag::{Fout, RegelInfo};
use rules::recht::beleid::SLEUTELS;
use serde_json::{Value, json};
use std::collections::HashMap;

/// The form of «probeer het zelf».
pub(crate) async fn probeer(
    State(app): State<App>,
    iemand: Iemand,
    Path(naam): Path<String>,
    Form(ingevuld): Form<HashMap<String, String>>,
) -> Antwoord {
    let info = regelvraag::zoek(&naam).ok_or_else(Pagina::niet_gevonden)?;
    if ingevuld.contains_key("vergelijk") {
        return vergelijk(&app, &iemand, info, &ingevuld).await;
    }
    match vraag(info, &ingevuld).and_then(|v| Ok((info.vraag(&v, app.vandaag())?, v))) {
        Ok((a, v)) => {
            let proef = Proef { ingevuld, vraag: Some(v), antwoord: Some(a), fout: None };
            toon(&app, &iemand, info, StatusCode::OK, proef).await
        }
        Err(f) => {
            let proef = Proef { ingevuld, fout: Some(f), ..Proef::default() };
            toon(&app, &iemand, info, StatusCode::UNPROCESSABLE_ENTITY, proef).await
        }
    }
}

/// One side of a comparison.
struct Kant {
    letter: &'static str,
    recht_op: String,
    voorstel: bool,
    beleid: Vec<(String, String, String)>,
    gevonden: Option<Gevonden>,
    fout: Option<String>,
}

struct Verschil {
    wat: String,
    a: String,
    b: String,
    anders: bool,
}

#[derive(Template)]
#[template(path = "regelboek_vergelijk.html")]
struct Vergelijking {
    k: Kader,
    tabs: Vec<Tab>,
    naam: &'static str,
    kanten: Vec<Kant>,
    verschillen: Vec<Verschil>,
    anders: usize,
    feiten: Vec<Groep>,
    verborgen: Vec<(String, String)>,
    heeft_voorstel: bool,
}

/// The law and policy of one side, from fields that begin with its letter.
fn kant(
    info: &RegelInfo,
    letter: &'static str,
    ingevuld: &HashMap<String, String>,
) -> (Kant, Value, HashMap<String, String>) {
    let veld = |naam: &str| ingevuld.get(&format!("{letter}.{naam}")).map(|t| t.trim().to_owned()).unwrap_or_default();
    let mut eigen = ingevuld.clone();
    let mut beleid = Vec::new();
    for s in SLEUTELS.iter().filter(|s| s.regels.contains(&info.regel.naam)) {
        let naam = format!("beleid.{}", s.naam);
        let gekozen = veld(&naam);
        // Empty means: as in the facts above.
        let waarde = if gekozen.is_empty() { ingevuld.get(&naam).cloned().unwrap_or_default() } else { gekozen };
        eigen.insert(naam, waarde.clone());
        beleid.push((s.naam.to_owned(), woorden(s.naam), waarde));
    }
    let (recht_op, voorstel) = (veld("recht_op"), veld("voorstel") == "ja");
    let mut recht = json!({ "voorstel": voorstel });
    if !recht_op.is_empty() {
        recht["op"] = json!(recht_op);
    }
    (Kant { letter, recht_op, voorstel, beleid, gevonden: None, fout: None }, recht, eigen)
}

async fn vergelijk(
    app: &App,
    iemand: &Iemand,
    info: &'static RegelInfo,
    ingevuld: &HashMap<String, String>,
) -> Antwoord {
    let mut kanten = Vec::new();
    let mut goed = true;
    for letter in ["a", "b"] {
        let (mut kant, recht, eigen) = kant(info, letter, ingevuld);
        let antwoord = vraag(info, &eigen).and_then(|mut v| {
            v["recht"] = recht;
            info.vraag(&v, app.vandaag())
        });
        match antwoord {
            Ok(a) => kant.gevonden = Some(gevonden(info, &a)),
            Err(Fout { veld, melding, .. }) => {
                goed = false;
                kant.fout = Some(format!("{}: {melding}", woorden(veld.trim_start_matches('/')).replace('/', ", ")));
            }
        }
        kanten.push(kant);
    }
    let verschillen = verschillen(&kanten);
    let anders = verschillen.iter().filter(|v| v.anders).count();
    let mut verborgen: Vec<(String, String)> = ingevuld
        .iter()
        .filter(|(n, _)| !n.starts_with("a.") && !n.starts_with("b.") && *n != "vergelijk")
        .map(|(n, w)| (n.clone(), w.clone()))
        .collect();
    verborgen.sort();
    let adres = format!("/regelboek/regels/{}", info.regel.naam);
    let k = omlijsting(app, iemand, "Vergelijken", &[("Regelboek", "/regelboek"), (info.regel.titel, &adres)]).await?;
    let mut feiten = groepen(info, ingevuld, None);
    for g in &mut feiten {
        g.velden.retain(|v| !v.waarde.is_empty() && !v.naam.starts_with("beleid."));
    }
    feiten.retain(|g| !g.velden.is_empty());
    let heeft_voorstel = info.regel.voorstel.is_some();
    let blad = Vergelijking {
        k,
        tabs: tabs(""),
        naam: info.regel.naam,
        kanten,
        verschillen,
        anders,
        feiten,
        verborgen,
        heeft_voorstel,
    };
    bladzijde(app, if goed { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY }, &blad)
}

/// Both answers row by row.
fn verschillen(kanten: &[Kant]) -> Vec<Verschil> {
    let [Kant { gevonden: Some(a), .. }, Kant { gevonden: Some(b), .. }] = kanten else { return Vec::new() };
    let mut uit = Vec::new();
    let mut rij = |wat: &str, a: String, b: String| {
        let anders = a != b;
        uit.push(Verschil { wat: wat.to_owned(), a, b, anders });
    };
    rij("uitkomst", a.uitkomst.clone(), b.uitkomst.clone());
    rij("versie", a.versie.to_owned(), b.versie.to_owned());
    let waarde = |g: &Gevonden, naam: &str| {
        g.velden.iter().find(|(n, _)| n == naam).map_or_else(|| "–".to_owned(), |(_, w)| w.clone())
    };
    let mut namen: Vec<&String> = a.velden.iter().chain(&b.velden).map(|(n, _)| n).collect();
    namen.dedup();
    let mut gezien = std::collections::BTreeSet::new();
    for naam in namen.into_iter().filter(|n| gezien.insert((*n).clone())) {
        rij(naam, waarde(a, naam), waarde(b, naam));
    }
    rij("grond", a.grondslag.join("; "), b.grondslag.join("; "));
    rij("reden", a.toelichting.join(" "), b.toelichting.join(" "));
    uit
}
