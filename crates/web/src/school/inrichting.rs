//! What is particular to this school: calendar, codes, lesson times.

use crate::fout::{Antwoord, Pagina, bladzijde, kader, keur_csrf};
use crate::kader::Kader;
use crate::toon::datum_kort;
use app::school::bestand::instellingen;
use app::school::inrichten::{self, Code, Vrij, Wijziging};
use app::sessie::Sessie;
use app::{App, Fout};
use askama::Template;
use axum::extract::{Extension, Form, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect};
use domain::aanwezigheid::Status;
use parsers::aanwezigheid::{lees_tijd, standaard_codes};
use serde::Deserialize;
use std::collections::HashMap;

struct Dag {
    naam: String,
    periode: String,
    soort: String,
    begin: String,
    einde: String,
}

struct Eigen {
    code: String,
    woord: &'static str,
    vanaf: String,
    tot: String,
    iso: String,
}

#[derive(Template)]
#[template(path = "inrichting.html")]
struct Blad {
    k: Kader,
    eigen_kalender: bool,
    regio: String,
    dagen: Vec<Dag>,
    codes: Vec<Eigen>,
    standaard: Vec<(String, &'static str)>,
    statussen: Vec<(&'static str, &'static str)>,
    tijden: Vec<(u8, String, String)>,
    fouten: Vec<(String, String)>,
    f: Formulier,
}

/// All forms of the page; what was typed stays.
#[derive(Deserialize, Default, Clone)]
#[serde(default)]
pub(crate) struct Formulier {
    csrf: String,
    doe: String,
    soort: String,
    begin: String,
    einde: String,
    code: String,
    status: String,
    vanaf: String,
    tot: String,
}

fn tijd(m: u16) -> String {
    format!("{:02}:{:02}", m / 60, m % 60)
}

async fn blad(app: &App, s: &Sessie, f: Formulier, fouten: Vec<(String, String)>) -> Antwoord {
    let fout = |f| Pagina::uit(app, Some(s), f);
    let kalender = inrichten::kalender(app, &s.wie).await.map_err(fout)?;
    let codes = inrichten::codes(app, &s.wie).await.map_err(fout)?;
    let inst = instellingen(app, s.wie.organisatie.0).await.map_err(fout)?;
    let mut standaard: Vec<(String, &'static str)> = standaard_codes()
        .into_iter()
        .filter(|c| !c.code.is_empty() && Status::uit_code(&c.code.to_lowercase()).is_none())
        .map(|c| (c.code, c.status.woord()))
        .collect();
    standaard.sort();
    let status = if fouten.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let blad = Blad {
        k: kader(app, s, "Inrichting van de school", "/school/inrichting", &[("School", "/school")]).await?,
        eigen_kalender: kalender.eigen,
        regio: kalender.regio,
        dagen: kalender
            .dagen
            .into_iter()
            .map(|d| Dag {
                periode: if d.begin == d.einde {
                    datum_kort(d.begin)
                } else {
                    format!("{} t/m {}", datum_kort(d.begin), datum_kort(d.einde))
                },
                naam: d.naam,
                soort: d.soort,
                begin: d.begin.to_string(),
                einde: d.einde.to_string(),
            })
            .collect(),
        codes: codes
            .into_iter()
            .map(|c| Eigen {
                code: c.code,
                woord: c.status.woord(),
                vanaf: datum_kort(c.vanaf),
                tot: c.tot.map_or_else(|| "nu".to_owned(), datum_kort),
                iso: c.vanaf.to_string(),
            })
            .collect(),
        standaard,
        statussen: Status::ALLE.iter().filter(|x| **x != Status::GeenRegister).map(|x| (x.code(), x.woord())).collect(),
        tijden: inst.lestijden.iter().map(|l| (l.lesuur, tijd(l.begin), tijd(l.einde))).collect(),
        fouten,
        f,
    };
    bladzijde(app, status, &blad)
}

pub(crate) async fn pagina(State(app): State<App>, Extension(s): Extension<Sessie>) -> Antwoord {
    blad(&app, &s, Formulier::default(), Vec::new()).await
}

async fn na(app: &App, s: &Sessie, f: Formulier, uitslag: Result<(), Fout>) -> Antwoord {
    match uitslag {
        Ok(()) => Ok(Redirect::to("/school/inrichting").into_response()),
        Err(Fout::Invoer(fouten)) => blad(app, s, f, fouten).await,
        Err(fout) => Err(Pagina::uit(app, Some(s), fout)),
    }
}

fn dag(veld: &str, tekst: &str) -> Result<domain::Datum, Fout> {
    domain::waarden::lees_dag(tekst.trim()).ok_or_else(|| Fout::veld(veld, "Kies een dag."))
}

pub(crate) async fn kalender(
    State(app): State<App>,
    Extension(s): Extension<Sessie>,
    Form(f): Form<Formulier>,
) -> Antwoord {
    keur_csrf(&s, &f.csrf)?;
    let lees = || -> Result<Wijziging, Fout> {
        if f.doe == "regio" {
            return Ok(Wijziging::Regio);
        }
        let begin = dag("begin", &f.begin)?;
        let einde = if f.einde.trim().is_empty() { begin } else { dag("einde", &f.einde)? };
        let v = Vrij { begin, einde, soort: f.soort.clone(), naam: String::new() };
        Ok(if f.doe == "weg" { Wijziging::Weg(v) } else { Wijziging::Erbij(v) })
    };
    let uitslag = match lees() {
        Ok(w) => inrichten::kalender_wijzigen(&app, &s.wie, w).await,
        Err(fout) => Err(fout),
    };
    na(&app, &s, f, uitslag).await
}

pub(crate) async fn code(
    State(app): State<App>,
    Extension(s): Extension<Sessie>,
    Form(f): Form<Formulier>,
) -> Antwoord {
    keur_csrf(&s, &f.csrf)?;
    let lees = || -> Result<Code, Fout> {
        let vanaf = dag("vanaf", &f.vanaf)?;
        let tot = if f.tot.trim().is_empty() { None } else { Some(dag("tot", &f.tot)?) };
        let status = Status::uit_code(&f.status)
            .filter(|s| *s != Status::GeenRegister)
            .or((f.doe == "weg").then_some(Status::Onbekend))
            .ok_or_else(|| Fout::veld("status_code", "Kies wat de code betekent."))?;
        Ok(Code { code: f.code.clone(), status, vanaf, tot })
    };
    let uitslag = match lees() {
        Ok(c) if f.doe == "weg" => inrichten::code_weg(&app, &s.wie, &c.code, c.vanaf).await,
        Ok(c) => inrichten::code_zetten(&app, &s.wie, c).await,
        Err(fout) => Err(fout),
    };
    na(&app, &s, f, uitslag).await
}

pub(crate) async fn lestijden(
    State(app): State<App>,
    Extension(s): Extension<Sessie>,
    Form(f): Form<HashMap<String, String>>,
) -> Antwoord {
    keur_csrf(&s, f.get("csrf").map_or("", String::as_str))?;
    let (mut tijden, mut fouten) = (Vec::new(), Vec::new());
    if f.get("doe").map(String::as_str) != Some("standaard") {
        for les in 1..=16_u8 {
            let cel = |naam: &str| f.get(&format!("{naam}-{les}")).map_or("", |t| t.trim());
            match (cel("begin"), cel("einde")) {
                ("", "") => {}
                (b, e) => match (lees_tijd(b), lees_tijd(e)) {
                    (Some(b), Some(e)) => tijden.push((les, b, e)),
                    _ => fouten.push((format!("les-{les}"), format!("Les {les}: schrijf begin en einde als 08:30."))),
                },
            }
        }
    }
    let uitslag = if fouten.is_empty() {
        inrichten::lestijden_zetten(&app, &s.wie, &tijden).await
    } else {
        Err(Fout::Invoer(fouten))
    };
    na(&app, &s, Formulier::default(), uitslag).await
}
