//! The rules: who asks, and about whom, is unknown here, and stays so.

use crate::api::{Lijf, Probleem, Uitkomst};
use app::App;
use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use parsers::regelvraag;
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
    versies: &'static [&'static str],
    /// Waar de regel op rust.
    bronnen: &'static [&'static str],
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
        .map(|r| Regel { naam: r.naam, doel: r.doel, versies: r.versies, bronnen: r.bronnen })
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
    if !regelvraag::regels().iter().any(|r| r.naam == regel) {
        return Err(Probleem::niet_gevonden());
    }
    // Counting lessons takes time: not on the threads that serve others.
    tokio::task::spawn_blocking(move || beantwoord(&regel, vraag, vandaag))
        .await
        .unwrap_or_else(|_| Err(Probleem::onleesbaar("", "Deze vraag kan niet worden beantwoord.")))
}

fn beantwoord(regel: &str, vraag: Value, vandaag: domain::Datum) -> Uitkomst<Json<Value>> {
    let een = |v: &Value| regelvraag::toets_value(regel, v, vandaag).ok_or_else(Probleem::niet_gevonden);
    match vraag {
        Value::Array(vragen) => {
            if vragen.len() > MEEST {
                return Err(Probleem::invoer(vec![(
                    String::new(),
                    "Stel hoogstens 1.000 vragen per verzoek.".to_owned(),
                )]));
            }
            let antwoorden =
                vragen.iter().map(|v| Ok(een(v)?.unwrap_or_else(|f| f.json()))).collect::<Uitkomst<_>>()?;
            Ok(Json(Value::Array(antwoorden)))
        }
        enkel => match een(&enkel)? {
            Ok(a) => Ok(Json(a)),
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
