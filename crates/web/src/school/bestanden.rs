//! Files: send one in, look at the columns, load it, and see what came of it.

use super::sleutel;
use crate::fout::{Antwoord, Pagina, bladzijde, kader, keur_csrf};
use crate::kader::Kader;
use crate::toon::moment;
use app::school::bestand::{self, Foutregel, Verslag};
use app::sessie::Sessie;
use app::{App, Fout};
use askama::Template;
use axum::extract::{Extension, Form, Multipart, Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Json, Redirect};
use parsers::kolommen::{Kolommen, Veld};
use serde_json::{Value, json};
use std::collections::{BTreeMap, HashMap};
use std::time::Duration;
use uuid::Uuid;

/// A small file is done before the answer leaves, so that nobody looks at a bar for nothing.
const GEDULD: Duration = Duration::from_secs(2);

struct Regel {
    id: String,
    naam: String,
    wanneer: String,
    stand: &'static str,
    tekst: String,
}

#[derive(Template)]
#[template(path = "bestanden.html")]
struct BestandenBlad {
    k: Kader,
    fout: String,
    bestanden: Vec<Regel>,
}

fn stand(code: &str) -> &'static str {
    match code {
        "gezien" => "wacht op u",
        "bezig" => "wordt geladen",
        "klaar" => "geladen",
        _ => "mislukt",
    }
}

pub(crate) async fn lijst(State(app): State<App>, Extension(s): Extension<Sessie>) -> Antwoord {
    lijst_blad(&app, &s, String::new()).await
}

async fn lijst_blad(app: &App, s: &Sessie, fout: String) -> Antwoord {
    let status = if fout.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let rijen = bestand::lijst(app, &s.wie).await.map_err(|f| Pagina::uit(app, Some(s), f))?;
    let bestanden = rijen
        .into_iter()
        .map(|b| Regel {
            id: b.id.to_string(),
            naam: b.naam,
            wanneer: moment(b.gemaakt),
            stand: stand(&b.stand),
            tekst: if b.stand == "klaar" {
                format!("{} nieuw, {} gewijzigd", b.nieuw, b.gewijzigd)
            } else {
                format!("{} regels", b.rijen)
            },
        })
        .collect();
    let k = kader(app, s, "Bestand laden", "/school/bestanden", &[("School", "/school")]).await?;
    bladzijde(app, status, &BestandenBlad { k, fout, bestanden })
}

const NIET_HEEL: &str = "Het bestand is te groot of kwam niet heel aan. Kies een bestand van hoogstens 20 MB.";

pub(crate) async fn ontvang(State(app): State<App>, Extension(s): Extension<Sessie>, mut m: Multipart) -> Antwoord {
    let (mut csrf, mut bytes, mut naam) = (String::new(), Vec::new(), String::new());
    loop {
        match m.next_field().await {
            Ok(Some(veld)) => {
                let soort = veld.name().unwrap_or_default().to_owned();
                let bestandsnaam = veld.file_name().unwrap_or_default().to_owned();
                let Ok(inhoud) = veld.bytes().await else { return lijst_blad(&app, &s, NIET_HEEL.to_owned()).await };
                match soort.as_str() {
                    "csrf" => csrf = String::from_utf8_lossy(&inhoud).into_owned(),
                    "bestand" => (bytes, naam) = (inhoud.to_vec(), bestandsnaam),
                    _ => {}
                }
            }
            Ok(None) => break,
            Err(_) => return lijst_blad(&app, &s, NIET_HEEL.to_owned()).await,
        }
    }
    keur_csrf(&s, &csrf)?;
    let ontvangen = match bestand::ontvang(&app, &s.wie, &naam, bytes).await {
        Ok(o) => o,
        Err(Fout::Invoer(v)) => {
            let tekst = v.into_iter().map(|(_, m)| m).collect::<Vec<_>>().join(" ");
            return lijst_blad(&app, &s, tekst).await;
        }
        Err(fout) => return Err(Pagina::uit(&app, Some(&s), fout)),
    };
    if let Some(kolommen) = &ontvangen.bekend {
        begin(&app, &s, ontvangen.id, kolommen).await.map_err(|f| Pagina::uit(&app, Some(&s), f))?;
    }
    Ok(Redirect::to(&format!("/school/bestanden/{}", ontvangen.id)).into_response())
}

/// Confirm, begin, and give it a moment; whoever leaves does not stop it.
async fn begin(app: &App, s: &Sessie, id: Uuid, kolommen: &Kolommen) -> Result<(), Fout> {
    bestand::start(app, &s.wie, id, kolommen).await?;
    let (a, school) = (app.clone(), s.wie.organisatie.0);
    let werk = tokio::spawn(async move {
        if let Err(fout) = bestand::draai(&a, school, id).await {
            tracing::error!(%fout, bestand = %id, "laden onderbroken; gaat bij de volgende start verder");
        }
    });
    // Not done in time is no fault: the page shows how far it is.
    let _ = tokio::time::timeout(GEDULD, werk).await;
    Ok(())
}

struct Keuze {
    code: &'static str,
    woord: &'static str,
    uitleg: &'static str,
    gekozen: Option<usize>,
}

#[derive(Template)]
#[template(path = "bestand.html")]
struct BestandBlad {
    k: Kader,
    id: String,
    stand: String,
    rijen: i64,
    gedaan: i64,
    nieuw: i64,
    gewijzigd: i64,
    kop: Vec<(usize, String)>,
    keuzes: Vec<Keuze>,
    herkend: Vec<(String, String)>,
    verslag: Verslag,
    getoond: Vec<Foutregel>,
    meer: usize,
    fouten: Vec<(String, String)>,
}

fn uitleg(v: Veld) -> &'static str {
    match v {
        Veld::Lesuur => "Een nummer. Of kies hieronder van en tot.",
        Veld::Van => "Alleen als er geen lesuur in het bestand staat.",
        Veld::Code => "Bijvoorbeeld Z, L of S. Of kies hieronder de kolommen geoorloofd en ongeoorloofd.",
        Veld::Geoorloofd => "Alleen als er geen code in het bestand staat.",
        Veld::MinutenTeLaat => "Alleen bij te laat.",
        Veld::Brin => "Als die erin staat, laden we alleen regels van uw school.",
        _ => "",
    }
}

async fn blad(app: &App, s: &Sessie, id: Uuid, gekozen: Option<Kolommen>, fouten: Vec<(String, String)>) -> Antwoord {
    let (b, indeling, verslag) = bestand::bekijk(app, &s.wie, id).await.map_err(|f| Pagina::uit(app, Some(s), f))?;
    let kolommen = gekozen.unwrap_or_else(|| indeling.kolommen());
    let keuzes = Veld::ALLE
        .into_iter()
        .map(|v| Keuze {
            code: v.code(),
            woord: v.woord(),
            uitleg: uitleg(v),
            gekozen: kolommen.velden.get(&v).copied(),
        })
        .collect();
    let herkend = kolommen
        .velden
        .iter()
        .map(|(v, i)| (v.woord().to_owned(), indeling.kop.get(*i).cloned().unwrap_or_default()))
        .collect();
    let getoond: Vec<Foutregel> = verslag.fouten.iter().take(100).cloned().collect();
    let status = if fouten.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let titel = format!("Bestand: {}", if b.naam.is_empty() { "zonder naam" } else { &b.naam });
    let kruimels = [("School", "/school"), ("Bestand laden", "/school/bestanden")];
    let blad = BestandBlad {
        k: kader(app, s, &titel, "/school/bestanden", &kruimels).await?,
        id: id.to_string(),
        stand: b.stand,
        rijen: b.rijen,
        gedaan: b.gedaan,
        nieuw: b.nieuw,
        gewijzigd: b.gewijzigd,
        kop: indeling.kop.iter().cloned().enumerate().collect(),
        keuzes,
        herkend,
        meer: verslag.fout.saturating_sub(getoond.len()),
        getoond,
        verslag,
        fouten,
    };
    bladzijde(app, status, &blad)
}

pub(crate) async fn bekijk(
    State(app): State<App>,
    Extension(s): Extension<Sessie>,
    Path(id): Path<String>,
) -> Antwoord {
    blad(&app, &s, sleutel(&id)?, None, Vec::new()).await
}

/// How far the work is, for the bar.
pub(crate) async fn voortgang(
    State(app): State<App>,
    Extension(s): Extension<Sessie>,
    Path(id): Path<String>,
) -> Result<Json<Value>, Pagina> {
    let (b, _, _) = bestand::bekijk(&app, &s.wie, sleutel(&id)?).await.map_err(|f| Pagina::uit(&app, Some(&s), f))?;
    Ok(Json(json!({ "gedaan": b.gedaan, "totaal": b.rijen, "klaar": b.stand != "bezig" })))
}

pub(crate) async fn laad(
    State(app): State<App>,
    Extension(s): Extension<Sessie>,
    Path(id): Path<String>,
    Form(f): Form<HashMap<String, String>>,
) -> Antwoord {
    keur_csrf(&s, f.get("csrf").map_or("", String::as_str))?;
    let id = sleutel(&id)?;
    let mut velden = BTreeMap::new();
    for v in Veld::ALLE {
        match f.get(v.code()).map(|t| t.trim()).filter(|t| !t.is_empty()) {
            None => {}
            Some(t) => match t.parse::<usize>() {
                Ok(i) => drop(velden.insert(v, i)),
                Err(_) => {
                    let fout = (v.code().to_owned(), "Kies een kolom uit de lijst.".to_owned());
                    return blad(&app, &s, id, None, vec![fout]).await;
                }
            },
        }
    }
    let kolommen = Kolommen { velden };
    match begin(&app, &s, id, &kolommen).await {
        Ok(()) => Ok(Redirect::to(&format!("/school/bestanden/{id}")).into_response()),
        Err(Fout::Invoer(fouten)) => blad(&app, &s, id, Some(kolommen), fouten).await,
        Err(fout) => Err(Pagina::uit(&app, Some(&s), fout)),
    }
}
