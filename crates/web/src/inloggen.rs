//! Signing in: the invented people of the demo.

use crate::fout::{Antwoord, Pagina, bladzijde, kader, keur_csrf};
use crate::kader::{Kader, thuis};
use app::sessie::{self, Demopersoon, Sessie};
use app::{App, Fout};
use askama::Template;
use axum::extract::{Extension, Form, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Json, Redirect, Response};
use serde::Deserialize;

/// Name of the cookie. The demo runs on plain http, where a browser refuses the prefix `__Host-` (ADR 0006).
pub(crate) fn koekjesnaam(app: &App) -> &'static str {
    if app.demo() { "leerrecht_sessie" } else { "__Host-leerrecht_sessie" }
}

/// The header that sets or removes the cookie; outside the demo only over https.
fn zet_koekje(app: &App, waarde: &str, extra: &str) -> String {
    let veilig = if app.demo() { "" } else { "; Secure" };
    format!("{}={waarde}; Path=/; HttpOnly; SameSite=Lax{veilig}{extra}", koekjesnaam(app))
}

#[derive(Template)]
#[template(path = "inloggen.html")]
struct Inloggen {
    k: Kader,
    groepen: Vec<(String, Vec<Demopersoon>)>,
    code: String,
    fouten: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "rol.html")]
struct Rolkeuze {
    k: Kader,
    /// Code, word, organisation key, is this the present one, organisation.
    rollen: Vec<(String, String, String, bool, String)>,
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
    bladzijde(
        &app,
        StatusCode::OK,
        &Inloggen { k: Kader::los(&app, "Inloggen"), groepen, code: String::new(), fouten: Vec::new() },
    )
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
    Ok(met_koekje(&app, &koekje))
}

fn met_koekje(app: &App, koekje: &str) -> Response {
    ([(header::SET_COOKIE, zet_koekje(app, koekje, ""))], Redirect::to("/")).into_response()
}

#[derive(Deserialize)]
pub(crate) struct Aanmelding {
    code: String,
    wachtwoord: String,
    inlogcode: String,
}

/// Sign in with password and one-time code; not in the demo, where nobody has a password.
pub(crate) async fn aanmelden(State(app): State<App>, Form(f): Form<Aanmelding>) -> Antwoord {
    if app.demo() {
        return Err(Pagina::niet_gevonden());
    }
    match app::inloggen::met_wachtwoord(&app, f.code.trim(), &f.wachtwoord, &f.inlogcode).await {
        Ok(koekje) => Ok(met_koekje(&app, &koekje)),
        Err(Fout::Invoer(fouten)) => {
            let k = Kader::los(&app, "Inloggen");
            let blad = Inloggen { k, groepen: Vec::new(), code: f.code, fouten };
            bladzijde(&app, StatusCode::UNPROCESSABLE_ENTITY, &blad)
        }
        Err(fout) => Err(Pagina::uit(&app, None, fout)),
    }
}

pub(crate) async fn rollen(State(app): State<App>, Extension(s): Extension<Sessie>) -> Antwoord {
    let rijen = sessie::rollen(&app, &s).await.map_err(|f| Pagina::uit(&app, Some(&s), f))?;
    let rollen = rijen
        .into_iter()
        .map(|(rol, organisatie, naam)| {
            let woord = policy::Rol::uit_code(&rol).map_or_else(|| rol.clone(), |r| r.woord().to_owned());
            let nu = rol == s.wie.rol.code() && organisatie == s.wie.organisatie.0;
            (rol, woord, organisatie.to_string(), nu, naam)
        })
        .collect();
    let k = kader(&app, &s, "Rol kiezen", "", &[]).await?;
    bladzijde(&app, StatusCode::OK, &Rolkeuze { k, rollen })
}

#[derive(Deserialize)]
pub(crate) struct Keuze {
    csrf: String,
    rol: String,
    organisatie: String,
}

pub(crate) async fn wissel(
    State(app): State<App>,
    Extension(s): Extension<Sessie>,
    koppen: HeaderMap,
    Form(f): Form<Keuze>,
) -> Antwoord {
    keur_csrf(&s, &f.csrf)?;
    let organisatie = crate::school::sleutel(&f.organisatie)?;
    let oud = crate::routes::koekje(&app, &koppen).unwrap_or_default();
    let nieuw =
        sessie::wissel(&app, &s, &oud, &f.rol, organisatie).await.map_err(|f| Pagina::uit(&app, Some(&s), f))?;
    Ok(met_koekje(&app, &nieuw))
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
    if let Some(k) = crate::routes::koekje(&app, &koppen) {
        sessie::uitloggen(&app, &k).await.map_err(|f| Pagina::uit(&app, None, f))?;
    }
    let weg = zet_koekje(&app, "", "; Max-Age=0");
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
