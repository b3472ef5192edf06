//! Lessons: the docent's day, and the register of one lesson.

use super::sleutel;
use crate::fout::{Antwoord, Pagina, bladzijde, kader, keur_csrf};
use crate::kader::Kader;
use app::school::les::{self, Keuze};
use app::sessie::Sessie;
use app::{App, Fout};
use askama::Template;
use axum::extract::{Extension, Form, Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect};
use serde::Deserialize;
use std::collections::HashMap;
use uuid::Uuid;

#[derive(Template)]
#[template(path = "lessen.html")]
struct Lessen {
    k: Kader,
    /// Class key, its name, lesson, subject.
    lessen: Vec<(String, String, i64, String)>,
}

pub(crate) async fn lessen(State(app): State<App>, Extension(s): Extension<Sessie>) -> Antwoord {
    let rijen = les::lessen(&app, &s.wie).await.map_err(|f| Pagina::uit(&app, Some(&s), f))?;
    let titel = format!("Uw lessen, {}", crate::toon::datum_lang(app.vandaag()));
    let blad = Lessen {
        k: kader(&app, &s, &titel, "/les", &[]).await?,
        lessen: rijen.into_iter().map(|(id, klas, uur, vak)| (id.to_string(), klas, uur, vak)).collect(),
    };
    bladzijde(&app, StatusCode::OK, &blad)
}

struct Regel {
    id: String,
    naam: String,
    wat: &'static str,
    minuten: String,
    fout: bool,
}

#[derive(Template)]
#[template(path = "les.html")]
struct Blad {
    k: Kader,
    klas: String,
    lesuur: i64,
    lesuur_minuten: i64,
    regels: Vec<Regel>,
    fouten: Vec<(String, String)>,
    opgeslagen: Option<String>,
}

type Velden = HashMap<String, String>;

async fn blad(
    app: &App,
    s: &Sessie,
    (klas, lesuur): (Uuid, i64),
    velden: &Velden,
    fouten: Vec<(String, String)>,
    opgeslagen: Option<String>,
) -> Antwoord {
    let l = les::les(app, &s.wie, klas, lesuur).await.map_err(|f| Pagina::uit(app, Some(s), f))?;
    let regels = l
        .leerlingen
        .iter()
        .map(|a| {
            let (mut wat, mut minuten) = match a.keuze {
                Keuze::Aanwezig => ("aanwezig", String::new()),
                Keuze::TeLaat(m) => ("te_laat", m.to_string()),
                Keuze::Afwezig => ("afwezig", String::new()),
                Keuze::Afgemeld => ("afgemeld", String::new()),
            };
            // What was typed stays when something was wrong.
            if let Some(getypt) = velden.get(&format!("wat-{}", a.leerling)).filter(|_| wat != "afgemeld") {
                wat = ["aanwezig", "te_laat", "afwezig"].into_iter().find(|w| w == getypt).unwrap_or(wat);
                minuten = velden.get(&format!("min-{}", a.leerling)).cloned().unwrap_or_default();
            }
            let veld = format!("min-{}", a.leerling);
            Regel {
                id: a.leerling.to_string(),
                naam: a.naam.clone(),
                wat,
                minuten,
                fout: fouten.iter().any(|f| f.0 == veld),
            }
        })
        .collect();
    let titel = format!("Klas {}, les {lesuur}: {}", l.klas, l.vak);
    let status = if fouten.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let blad = Blad {
        k: kader(app, s, &titel, "/les", &[("Lessen", "/les")]).await?,
        klas: klas.to_string(),
        lesuur,
        lesuur_minuten: l.lesuur_minuten,
        regels,
        fouten,
        opgeslagen,
    };
    bladzijde(app, status, &blad)
}

/// Keys in the address that are no keys are a page that does not exist.
fn plek(klas: &str, lesuur: &str) -> Result<(Uuid, i64), Pagina> {
    let uur = lesuur.parse().ok().filter(|u| (1..=16).contains(u)).ok_or_else(Pagina::niet_gevonden)?;
    Ok((sleutel(klas)?, uur))
}

#[derive(Deserialize)]
pub(crate) struct Gedaan {
    #[serde(default)]
    afwezig: Option<u16>,
}

pub(crate) async fn les(
    State(app): State<App>,
    Extension(s): Extension<Sessie>,
    Path((klas, lesuur)): Path<(String, String)>,
    gedaan: Result<Query<Gedaan>, axum::extract::rejection::QueryRejection>,
) -> Antwoord {
    let opgeslagen = gedaan.ok().and_then(|g| g.0.afwezig).map(|n| {
        let t = app.nu().lokale_tijd();
        let wie = match n {
            0 => "iedereen is er of is afgemeld".to_owned(),
            1 => "1 leerling is er niet".to_owned(),
            n => format!("{n} leerlingen zijn er niet"),
        };
        format!("Om {}.{:02} uur: {wie}.", t.hour(), t.minute())
    });
    blad(&app, &s, plek(&klas, &lesuur)?, &Velden::new(), Vec::new(), opgeslagen).await
}

pub(crate) async fn opslaan(
    State(app): State<App>,
    Extension(s): Extension<Sessie>,
    Path((klas, lesuur)): Path<(String, String)>,
    Form(velden): Form<Velden>,
) -> Antwoord {
    keur_csrf(&s, velden.get("csrf").map_or("", String::as_str))?;
    let plek = plek(&klas, &lesuur)?;
    let mut keuzes = HashMap::new();
    let mut fouten = Vec::new();
    for (veld, waarde) in &velden {
        let Some(id) = veld.strip_prefix("wat-").and_then(|k| Uuid::parse_str(k).ok()) else { continue };
        let keuze = match waarde.as_str() {
            "aanwezig" => Keuze::Aanwezig,
            "afwezig" => Keuze::Afwezig,
            "te_laat" => {
                let getypt = velden.get(&format!("min-{id}")).map_or("", |m| m.trim());
                match getypt.parse::<u16>() {
                    Ok(m) => Keuze::TeLaat(m),
                    // Zero minutes is refused with the name of the pupil.
                    Err(_) => Keuze::TeLaat(0),
                }
            }
            _ => {
                fouten.push((format!("wat-{id}"), "Kies aanwezig, te laat of afwezig.".to_owned()));
                continue;
            }
        };
        keuzes.insert(id, keuze);
    }
    if !fouten.is_empty() {
        return blad(&app, &s, plek, &velden, fouten, None).await;
    }
    match les::opslaan(&app, &s.wie, plek.0, plek.1, &keuzes).await {
        Ok(afwezig) => Ok(Redirect::to(&format!("/les/{}/{}?afwezig={afwezig}", plek.0, plek.1)).into_response()),
        Err(Fout::Invoer(fouten)) => blad(&app, &s, plek, &velden, fouten, None).await,
        Err(fout) => Err(Pagina::uit(&app, Some(&s), fout)),
    }
}
