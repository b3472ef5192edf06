//! The OpenAPI document, generated from the handlers; what holds for all of them is added once.

use super::probleem::{PROBLEEM, Probleem};
use super::v1;
use axum::Json;
use serde_json::{Map, Value, json};
use std::sync::LazyLock;
use utoipa::OpenApi;

/// Version of the API (semver), in the document and in the header `API-Version`.
pub const VERSIE: &str = "1.0.0";

#[derive(OpenApi)]
#[openapi(
    paths(
        v1::regels::lijst,
        v1::regels::toets,
        v1::aanwezigheid::vastleggen,
        v1::inschrijvingen::vastleggen,
        v1::verzuimmeldingen::doen,
        v1::verzuimmeldingen::lijst,
        v1::verzuimmeldingen::een,
        v1::zaken::lijst,
    ),
    components(schemas(Probleem)),
    tags(
        (name = "regels", description = "De regels van de wet, zonder inloggen"),
        (name = "school", description = "Voor systemen van een school"),
        (name = "gemeente", description = "Voor systemen van een gemeente"),
    )
)]
struct Handlers;

static DOCUMENT: LazyLock<Value> = LazyLock::new(maak);

/// The document.
#[must_use]
pub fn document() -> &'static Value {
    &DOCUMENT
}

pub(crate) async fn openapi() -> Json<&'static Value> {
    Json(document())
}

/// Status codes that every operation can give, with their meaning.
const PROBLEMEN: &[(&str, &str)] = &[
    ("400", "Het verzoek kan niet worden gelezen"),
    ("404", "Niet gevonden"),
    ("405", "Deze methode kan hier niet"),
    ("500", "Storing"),
];
/// More codes for operations with a key.
const MET_SLEUTEL: &[(&str, &str)] = &[("401", "Geen geldige sleutel"), ("403", "Dit mag niet met deze sleutel")];
/// More codes for operations with a body.
const MET_LIJF: &[(&str, &str)] = &[
    ("409", "Dit kan nu niet, of iets anders was u voor"),
    ("413", "Het verzoek is te groot"),
    ("415", "Dit soort inhoud kan niet"),
    ("422", "De inhoud klopt niet"),
];

fn maak() -> Value {
    let mut d = serde_json::to_value(Handlers::openapi()).unwrap_or_default();
    d["info"] = json!({
        "title": "Leerrecht",
        "version": VERSIE,
        "description": "Aanwezigheid, inschrijvingen en verzuimmeldingen van scholen; zaken van gemeenten; en de regels van de wet. Fouten zijn application/problem+json. Schrijven vraagt een Idempotency-Key: hetzelfde verzoek twee keer sturen doet één keer iets.",
        "contact": { "name": "Leerrecht", "email": "api@leerrecht.example", "url": "https://leerrecht.example/api" },
        "license": { "name": "EUPL-1.2", "identifier": "EUPL-1.2" },
    });
    d["servers"] = json!([{ "url": "/api/v1", "description": "Deze server" }]);
    d["components"]["securitySchemes"] = json!({
        "sleutel": { "type": "http", "scheme": "bearer", "description": "Sleutel van uw organisatie" }
    });
    let namen: Vec<&str> = regelvraag::regels().iter().map(|r| r.regel.naam).collect();
    d["paths"]["/regels/{regel}"]["post"]["parameters"][0]["schema"]["enum"] = json!(namen);
    let Some(paden) = d["paths"].as_object_mut() else { return d };
    for methoden in paden.values_mut() {
        for (methode, operatie) in methoden.as_object_mut().into_iter().flat_map(Map::iter_mut) {
            vul_aan(methode, operatie);
        }
    }
    d
}

/// Headers and problems that hold for every operation.
fn vul_aan(methode: &str, operatie: &mut Value) {
    let versie =
        json!({ "description": "Volledige versie van de API", "schema": { "type": "string", "example": VERSIE } });
    let met_sleutel = operatie.get("security").is_some();
    let met_lijf = methode == "post";
    let lijsten = [(PROBLEMEN, true), (MET_SLEUTEL, met_sleutel), (MET_LIJF, met_lijf)];
    let Some(antwoorden) = operatie["responses"].as_object_mut() else { return };
    for antwoord in antwoorden.values_mut() {
        antwoord["headers"]["API-Version"] = versie.clone();
    }
    for (code, uitleg) in lijsten.iter().filter(|(_, aan)| *aan).flat_map(|(l, _)| l.iter()) {
        let mut schema = Map::new();
        schema.insert(PROBLEEM.to_owned(), json!({ "schema": { "$ref": "#/components/schemas/Probleem" } }));
        let problem = json!({
            "description": uitleg,
            "headers": { "API-Version": versie },
            "content": schema,
        });
        antwoorden.insert((*code).to_owned(), problem);
    }
}
