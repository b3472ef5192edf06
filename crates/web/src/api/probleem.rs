//! Errors as `application/problem+json` (RFC 9457), with what can be done; never the value that was sent.

use app::{App, Fout};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use utoipa::ToSchema;

/// Wat er mis is met één veld.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub(crate) struct Veldfout {
    /// JSON Pointer naar het veld, of de naam van een kop of parameter.
    pub(crate) veld: String,
    /// Wat er mis is en wat u kunt doen.
    pub(crate) melding: String,
}

/// Waarom een verzoek niet is uitgevoerd.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = Probleem)]
pub(crate) struct Probleem {
    /// Soort probleem, als URI.
    #[serde(rename = "type")]
    soort: String,
    /// Kort: wat er mis is.
    title: String,
    /// De HTTP-status.
    status: u16,
    /// Langer: wat er mis is.
    detail: String,
    /// Artikel of afspraak die het tegenhoudt.
    #[serde(skip_serializing_if = "Option::is_none")]
    grond: Option<String>,
    /// Wat er wel kan.
    #[serde(skip_serializing_if = "Option::is_none")]
    wat_wel: Option<String>,
    /// Code om bij vragen te noemen.
    #[serde(skip_serializing_if = "Option::is_none")]
    spoor: Option<String>,
    /// De velden die niet kloppen.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    fouten: Vec<Veldfout>,
}

impl Probleem {
    pub(crate) fn nieuw(status: StatusCode, code: &str, title: &str, detail: impl Into<String>) -> Self {
        Self {
            soort: format!("urn:leerrecht:probleem:{code}"),
            title: title.to_owned(),
            status: status.as_u16(),
            detail: detail.into(),
            grond: None,
            wat_wel: None,
            spoor: None,
            fouten: Vec::new(),
        }
    }

    pub(crate) fn met(mut self, veld: impl Into<String>, melding: impl Into<String>) -> Self {
        self.fouten.push(Veldfout { veld: veld.into(), melding: melding.into() });
        self
    }

    /// The request cannot be read.
    pub(crate) fn onleesbaar(veld: impl Into<String>, melding: impl Into<String>) -> Self {
        let detail = "Het verzoek kan niet worden gelezen. Er is niets opgeslagen.";
        Self::nieuw(StatusCode::BAD_REQUEST, "onleesbaar", "Het verzoek klopt niet", detail).met(veld, melding)
    }

    /// The request can be read, but its contents are wrong.
    pub(crate) fn invoer(fouten: Vec<(String, String)>) -> Self {
        let detail = "Een of meer velden kloppen niet. Er is niets opgeslagen.";
        fouten.into_iter().take(100).fold(
            Self::nieuw(StatusCode::UNPROCESSABLE_ENTITY, "invoer", "De inhoud klopt niet", detail),
            |p, (v, m)| p.met(v, m),
        )
    }

    pub(crate) fn zonder_sleutel() -> Self {
        let detail = "Stuur uw sleutel mee in de kop Authorization, als «Bearer» en de sleutel.";
        Self::nieuw(StatusCode::UNAUTHORIZED, "sleutel", "Geen geldige sleutel", detail)
    }

    pub(crate) fn niet_voor_u() -> Self {
        let detail = "Deze sleutel is van een organisatie die dit niet mag.";
        Self::nieuw(StatusCode::FORBIDDEN, "rol", "Dit mag niet met deze sleutel", detail)
    }

    pub(crate) fn niet_gevonden() -> Self {
        let detail = "Het adres klopt niet, of dit is niet van uw organisatie.";
        Self::nieuw(StatusCode::NOT_FOUND, "niet-gevonden", "Niet gevonden", detail)
    }

    /// For an outcome of a use case.
    pub(crate) fn uit(app: &App, fout: Fout) -> Self {
        match fout {
            Fout::Weigering(w) => Self {
                grond: Some(w.grond),
                wat_wel: Some(w.wat_wel),
                ..Self::nieuw(StatusCode::CONFLICT, "weigering", "Dit kan nu niet", w.wat)
            },
            Fout::Rol(_) => Self::niet_voor_u(),
            Fout::NietGevonden => Self::niet_gevonden(),
            Fout::Conflict => Self::nieuw(
                StatusCode::CONFLICT,
                "conflict",
                "Iets anders was u voor",
                "Dit is intussen gewijzigd of bestaat al. Er is niets opgeslagen. Vraag de stand op en probeer het opnieuw.",
            ),
            Fout::Invoer(velden) => Self::invoer(velden),
            Fout::Storing(e) => {
                let spoor = app.spoor();
                tracing::error!(%spoor, fout = %e, "storing");
                Self { spoor: Some(spoor), ..Self::storing() }
            }
        }
    }

    fn storing() -> Self {
        let detail =
            "Er ging iets mis bij ons. Er is niets opgeslagen. Probeer het later opnieuw met dezelfde sleutel.";
        Self::nieuw(StatusCode::INTERNAL_SERVER_ERROR, "storing", "Storing", detail)
    }
}

impl IntoResponse for Probleem {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let tekst = serde_json::to_string(&self).unwrap_or_default();
        let mut antwoord = (status, [(header::CONTENT_TYPE, PROBLEEM)], tekst).into_response();
        if status == StatusCode::UNAUTHORIZED {
            antwoord.headers_mut().insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        antwoord
    }
}

/// Media type of RFC 9457.
pub(crate) const PROBLEEM: &str = "application/problem+json";

/// Whatever the framework answered itself becomes a problem too; `Allow` stays.
pub(crate) fn vang(antwoord: Response) -> Response {
    let status = antwoord.status();
    let soort = antwoord.headers().get(header::CONTENT_TYPE).and_then(|w| w.to_str().ok()).unwrap_or_default();
    if status.as_u16() < 400 || soort.starts_with(PROBLEEM) {
        return antwoord;
    }
    let (code, titel, detail) = match status {
        StatusCode::METHOD_NOT_ALLOWED => ("methode", "Deze methode kan hier niet", "Zie de kop Allow."),
        StatusCode::NOT_FOUND => return Probleem::niet_gevonden().into_response(),
        StatusCode::PAYLOAD_TOO_LARGE => {
            ("te-groot", "Het verzoek is te groot", "Stuur hoogstens 256 KiB per verzoek.")
        }
        StatusCode::UNSUPPORTED_MEDIA_TYPE => ("soort", "Dit soort inhoud kan niet", "Stuur application/json."),
        s if s.is_server_error() => return Probleem::storing().into_response(),
        _ => ("onleesbaar", "Het verzoek klopt niet", "Het verzoek kan niet worden gelezen."),
    };
    let toegestaan = antwoord.headers().get(header::ALLOW).cloned();
    let mut nieuw = Probleem::nieuw(status, code, titel, detail).into_response();
    if let Some(a) = toegestaan {
        nieuw.headers_mut().insert(header::ALLOW, a);
    }
    nieuw
}
