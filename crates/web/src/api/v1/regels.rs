//! The rules: who asks, and about whom, is unknown here, and stays so.

use crate::api::{Lijf, Probleem, Uitkomst};
use app::App;
use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;

use regelvraag::{RegelInfo, schema};
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;

/// Most questions in one request.
const MEEST: usize = 1000;

/// Een regel die gesteld kan worden.
#[derive(Serialize, ToSchema)]
pub(crate) struct Regel {
    /// Naam in het adres.
    naam: &'static str,
    /// Wat de regel beantwoordt.
    doel: &'static str,
    /// De gedateerde versies, oudste eerst.
    versies: Vec<&'static str>,
    /// Waar de regel op rust.
    bronnen: Vec<String>,
    /// JSON Schema van een vraag.
    vraag: Value,
    /// JSON Schema van een antwoord.
    antwoord: Value,
}

/// Alle regels.
#[derive(Serialize, ToSchema)]
pub(crate) struct Regellijst {
    /// De regels.
    regels: Vec<Regel>,
}

/// Noem alle regels.
#[utoipa::path(get, path = "/regels", operation_id = "regelsOphalen", tag = "regels",
    responses((status = 200, description = "De regels", body = Regellijst)))]
pub(crate) async fn lijst() -> Json<Regellijst> {
    let regels = regelvraag::regels()
        .iter()
        .map(|r| Regel {
            naam: r.regel.naam,
            doel: r.regel.doel,
            versies: r.regel.versies.iter().map(|v| v.naam).collect(),
            bronnen: r.regel.bronnen.iter().map(ToString::to_string).collect(),
            vraag: schema::vraag(r),
            antwoord: schema::antwoord(r),
        })
        .collect();
    Json(Regellijst { regels })
}

/// Beantwoord één vraag, of een lijst van hoogstens 1.000 vragen. Er wordt niets bewaard.
#[utoipa::path(post, path = "/regels/{regel}", operation_id = "regelToetsen", tag = "regels",
    params(("regel" = String, Path, description = "Naam van de regel")),
    request_body(content = Value, description = "Een vraag als object, of een lijst van vragen"),
    responses((status = 200, description = "Het antwoord, of een antwoord per vraag in dezelfde volgorde", body = Value)))]
pub(crate) async fn toets(
    State(app): State<App>,
    Path(regel): Path<String>,
    Lijf(vraag, _): Lijf<Value>,
) -> Uitkomst<Json<Value>> {
    let vandaag = app.vandaag();
    let regel = regelvraag::zoek(&regel).ok_or_else(Probleem::niet_gevonden)?;
    // Counting lessons takes time: not on the threads that serve others.
    tokio::task::spawn_blocking(move || beantwoord(regel, vraag, vandaag))
        .await
        .unwrap_or_else(|_| Err(Probleem::onleesbaar("", "Deze vraag kan niet worden beantwoord.")))
}

fn beantwoord(regel: &RegelInfo, vraag: Value, vandaag: domain::Datum) -> Uitkomst<Json<Value>> {
    match vraag {
        Value::Array(vragen) => {
            if vragen.len() > MEEST {
                return Err(Probleem::invoer(vec![(
                    String::new(),
                    "Stel hoogstens 1.000 vragen per verzoek.".to_owned(),
                )]));
            }
            let een = |v: &Value| regel.vraag(v, vandaag).map_or_else(|f| f.json(), |a| a.json());
            let antwoorden = vragen.iter().map(een).collect();
            Ok(Json(Value::Array(antwoorden)))
        }
        enkel => match regel.vraag(&enkel, vandaag) {
            Ok(a) => Ok(Json(a.json())),
            Err(f) => Err(Probleem::nieuw(
                StatusCode::UNPROCESSABLE_ENTITY,
                &format!("vraag-{}", f.code.replace('_', "-")),
                "De vraag klopt niet",
                "De regel is niet toegepast.",
            )
            .met(f.veld, f.melding)),
        },
    }
}
