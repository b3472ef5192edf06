//! Signing in: the invented people of the demo.

use crate::fout::{Antwoord, Pagina, bladzijde, keur_csrf};
use crate::kader::{Kader, thuis};
use app::App;
use app::sessie::{self, Demopersoon, Sessie};
use askama::Template;
use axum::extract::{Extension, Form, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Json, Redirect, Response};
use serde::Deserialize;

/// Name of the cookie. Without the `__Host-` prefix: that needs https, and the demo runs on plain http (ADR 0006).
pub(crate) const KOEKJE: &str = "leerrecht_sessie";

#[derive(Template)]
#[template(path = "inloggen.html")]
struct Inloggen {
    k: Kader,
    groepen: Vec<(String, Vec<Demopersoon>)>,
}

#[derive(Template)]
#[template(path = "tekst.html")]
struct Tekst {
    k: Kader,
    alineas: &'static [&'static str],
}

pub(crate) async fn begin(sessie: Option<Extension<Sessie>>) -> Redirect {
    Redirect::to(sessie.map_or("/inloggen", |s| thuis(s.0.wie.rol)))
}

pub(crate) async fn levend() -> &'static str {
    "ok"
}

pub(crate) async fn pagina(State(app): State<App>) -> Antwoord {
    let personen = sessie::demopersonen(&app).await.map_err(|f| Pagina::uit(&app, None, f))?;
    let mut groepen: Vec<(String, Vec<Demopersoon>)> = Vec::new();
    for p in personen
        .into_iter()
        .filter(|p| policy::Rol::ALLE.iter().any(|r| r.woord() == p.rol && thuis(*r) != "/inloggen"))
    {
        let naam = p.organisatie.clone();
        match groepen.iter_mut().find(|g| g.0 == naam) {
            Some(g) => g.1.push(p),
            None => groepen.push((naam, vec![p])),
        }
    }
    bladzijde(&app, StatusCode::OK, &Inloggen { k: Kader::los(&app, "Inloggen"), groepen })
}

pub(crate) async fn personen(State(app): State<App>) -> Result<Json<Vec<Demopersoon>>, Pagina> {
    if !app.demo() {
        return Err(Pagina::niet_gevonden());
    }
    sessie::demopersonen(&app).await.map(Json).map_err(|f| Pagina::uit(&app, None, f))
}

#[derive(Deserialize)]
pub(crate) struct Wie {
    persoon: String,
}

pub(crate) async fn inloggen(State(app): State<App>, Form(f): Form<Wie>) -> Antwoord {
    let koekje = sessie::demo_inloggen(&app, &f.persoon).await.map_err(|f| Pagina::uit(&app, None, f))?;
    Ok(([(header::SET_COOKIE, format!("{KOEKJE}={koekje}; Path=/; HttpOnly; SameSite=Lax"))], Redirect::to("/"))
        .into_response())
}

#[derive(Deserialize)]
pub(crate) struct Uit {
    csrf: String,
}

pub(crate) async fn uitloggen(
    State(app): State<App>,
    Extension(s): Extension<Sessie>,
    koppen: HeaderMap,
    Form(f): Form<Uit>,
) -> Antwoord {
    keur_csrf(&s, &f.csrf)?;
    if let Some(k) = crate::routes::koekje(&koppen) {
        sessie::uitloggen(&app, &k).await.map_err(|f| Pagina::uit(&app, None, f))?;
    }
    let weg = format!("{KOEKJE}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax");
    Ok((
        [(header::SET_COOKIE, weg), (header::HeaderName::from_static("clear-site-data"), "\"cache\"".to_owned())],
        Redirect::to("/inloggen"),
    )
        .into_response())
}

pub(crate) async fn privacy(State(app): State<App>) -> Result<Response, Pagina> {
    let alineas = &[
        "Leerrecht laat elke organisatie alleen zien wat de wet haar laat zien. Wie welke gegevens bekeek, staat in een logboek dat niet ongemerkt kan worden veranderd.",
        "Een school ziet haar eigen leerlingen. Een gemeente ziet alleen meldingen van jongeren die daar wonen. Ouders zien gegevens van hun kind tot het kind 18 jaar is.",
        "Klopt er iets niet? Vraag de school om het te verbeteren (AVG, artikel 16).",
    ];
    bladzijde(&app, StatusCode::OK, &Tekst { k: Kader::los(&app, "Privacy"), alineas })
}

pub(crate) async fn toegankelijkheid(State(app): State<App>) -> Result<Response, Pagina> {
    let alineas = &[
        "Leerrecht is gemaakt om voor iedereen te werken: met het toetsenbord, met een schermlezer, op een telefoon en zonder script.",
        "Elke bladzijde wordt met een programma gecontroleerd op de regels van WCAG 2.2, niveau AA. Een onderzoek door mensen is nog niet gedaan.",
    ];
    bladzijde(&app, StatusCode::OK, &Tekst { k: Kader::los(&app, "Toegankelijkheid"), alineas })
}
