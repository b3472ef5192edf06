//! From an outcome of a use case to a page: the one place.

use crate::kader::Kader;
use app::sessie::Sessie;
use app::{App, Fout};
use askama::Template;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};

/// A page that stands alone: refusal, not found, fault.
#[derive(Template)]
#[template(path = "alleen.html")]
pub(crate) struct Pagina {
    titel: String,
    uitleg: String,
    wat_wel: String,
    status: StatusCode,
}

impl Pagina {
    fn nieuw(status: StatusCode, titel: &str, uitleg: impl Into<String>, wat_wel: impl Into<String>) -> Self {
        Self { titel: titel.to_owned(), uitleg: uitleg.into(), wat_wel: wat_wel.into(), status }
    }
    pub(crate) fn niet_gevonden() -> Self {
        Self::nieuw(
            StatusCode::NOT_FOUND,
            "Deze bladzijde is er niet",
            "Het adres klopt niet, of u mag dit niet zien.",
            "Ga terug, of begin bij de eerste bladzijde.",
        )
    }
    pub(crate) fn geweigerd(uitleg: &str, wat_wel: &str) -> Self {
        Self::nieuw(StatusCode::FORBIDDEN, "Dit mag niet", uitleg, wat_wel)
    }
    pub(crate) fn inloggen() -> Self {
        Self::nieuw(
            StatusCode::UNAUTHORIZED,
            "Log eerst in",
            "U bent niet meer ingelogd. Er is niets opgeslagen.",
            "Log in en doe het nog een keer.",
        )
    }
    pub(crate) fn storing(code: &str) -> Self {
        Self::nieuw(
            StatusCode::INTERNAL_SERVER_ERROR,
            "Er ging iets mis bij ons",
            format!("Wat u deed is niet opgeslagen. Noem bij vragen code {code}."),
            "Probeer het over een minuut nog een keer.",
        )
    }
    /// The page for an outcome.
    pub(crate) fn uit(app: &App, _sessie: Option<&Sessie>, fout: Fout) -> Self {
        match fout {
            Fout::Weigering(w) => {
                Self::nieuw(StatusCode::CONFLICT, "Dit kan nog niet", format!("{} ({})", w.wat, w.grond), w.wat_wel)
            }
            Fout::Rol(_) => Self::geweigerd("Dit hoort niet bij uw rol.", "Ga terug, of log in met een andere rol."),
            Fout::NietGevonden => Self::niet_gevonden(),
            Fout::Conflict => Self::nieuw(
                StatusCode::CONFLICT,
                "Iemand was u voor",
                "Dit is intussen gewijzigd. Uw wijziging is niet opgeslagen.",
                "Ga terug, ververs de bladzijde en kijk wat er nu staat.",
            ),
            Fout::Invoer(velden) => {
                let uitleg = velden.into_iter().map(|(_, m)| m).collect::<Vec<_>>().join(" ");
                Self::nieuw(StatusCode::UNPROCESSABLE_ENTITY, "Dit klopt nog niet", uitleg, "Ga terug en verbeter het.")
            }
            Fout::Storing(e) => {
                let spoor = app.spoor();
                tracing::error!(%spoor, fout = %e, "storing");
                Self::storing(&spoor)
            }
        }
    }
}

impl IntoResponse for Pagina {
    fn into_response(self) -> Response {
        let status = self.status;
        let tekst = self.render().unwrap_or_else(|_| "Er ging iets mis.".to_owned());
        (status, Html(tekst)).into_response()
    }
}

/// What a handler returns.
pub(crate) type Antwoord = Result<Response, Pagina>;

/// Render a page with a status.
pub(crate) fn bladzijde<T: Template>(app: &App, status: StatusCode, t: &T) -> Antwoord {
    match t.render() {
        Ok(tekst) => Ok((status, Html(tekst)).into_response()),
        Err(fout) => {
            let spoor = app.spoor();
            tracing::error!(%spoor, %fout, "bladzijde");
            Err(Pagina::storing(&spoor))
        }
    }
}

/// The frame, or the page that says why not.
pub(crate) async fn kader(
    app: &App,
    s: &Sessie,
    titel: &str,
    hier: &str,
    kruimels: &[(&str, &str)],
) -> Result<Kader, Pagina> {
    Kader::voor(app, s, titel, hier, kruimels).await.map_err(|f| Pagina::uit(app, Some(s), f))
}

/// The token of the form must be the token of the session.
pub(crate) fn keur_csrf(s: &Sessie, token: &str) -> Result<(), Pagina> {
    use subtle::ConstantTimeEq;
    if s.csrf.as_bytes().ct_eq(token.as_bytes()).into() {
        Ok(())
    } else {
        Err(Pagina::geweigerd("Dit formulier is verlopen.", "Ga terug, ververs de bladzijde en doe het nog een keer."))
    }
}
