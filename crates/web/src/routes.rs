//! The route table: a route without an access rule does not compile, because there is no shorter overload.

use crate::api::{self, Probleem, VERSIE, vang};
use crate::fout::Pagina;
use crate::{beheer, gemeente, inloggen, mijn, regelboek, register, school, statisch, toezicht};
use app::App;
use app::sessie::Sessie;
use axum::Router;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::handler::Handler;
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::MethodRouter;
use policy::Rol;
use tower_http::catch_panic::CatchPanicLayer;

/// Largest form, in bytes.
const FORMULIER: usize = 64 * 1024;
/// Largest JSON body, in bytes.
const JSON: usize = 256 * 1024;
/// Largest upload, in bytes: a CSV of 20 MB and its wrapping.
const BESTAND: usize = 21 * 1024 * 1024;

/// Who may reach a route.
#[derive(Debug, Clone, Copy)]
pub enum Access {
    /// Everybody, also without signing in: nothing personal is shown.
    Open,
    /// Everybody who is signed in.
    Ingelogd,
    /// Only these roles.
    Rollen(&'static [Rol]),
    /// Systems with a key of an organisation that gives one of these roles; never a cookie.
    Koppeling(&'static [Rol]),
}

/// One line of the table.
#[derive(Debug, Clone)]
pub struct Route {
    /// `GET` or `POST`.
    pub methode: Method,
    /// Path with placeholders.
    pub pad: &'static str,
    /// Who.
    pub toegang: Access,
}

struct Routes {
    app: App,
    router: Router<App>,
    tabel: Vec<Route>,
}

impl Routes {
    fn get<H, T>(self, pad: &'static str, toegang: Access, handler: H) -> Self
    where
        H: Handler<T, App>,
        T: 'static,
    {
        self.voeg(Method::GET, pad, toegang, axum::routing::get(handler))
    }

    fn post<H, T>(self, pad: &'static str, toegang: Access, handler: H) -> Self
    where
        H: Handler<T, App>,
        T: 'static,
    {
        let grens = match pad {
            "/school/bestanden" => BESTAND,
            _ if pad.starts_with("/api/") => JSON,
            _ => FORMULIER,
        };
        let route = axum::routing::post(handler).layer(DefaultBodyLimit::max(grens));
        self.voeg(Method::POST, pad, toegang, route)
    }

    fn voeg(mut self, methode: Method, pad: &'static str, toegang: Access, route: MethodRouter<App>) -> Self {
        let route = route.route_layer(from_fn_with_state((self.app.clone(), toegang), bewaak));
        self.router = self.router.route(pad, route);
        self.tabel.push(Route { methode, pad, toegang });
        self
    }
}

const SCHOOL: Access = Access::Rollen(&[Rol::Verzuimmedewerker, Rol::Schoolleider, Rol::Mentor]);
const VASTLEGGEN: Access = Access::Rollen(&[Rol::Verzuimmedewerker]);
const MELDEN: Access = Access::Rollen(&[Rol::Verzuimmedewerker, Rol::Schoolleider]);
const ZAAK: Access = Access::Rollen(&[
    Rol::Leerplichtambtenaar,
    Rol::LeerplichtambtenaarBoa,
    Rol::AdministratieLeerplicht,
    Rol::Doorstroomcoach,
]);
const BEHANDELEN: Access =
    Access::Rollen(&[Rol::Leerplichtambtenaar, Rol::LeerplichtambtenaarBoa, Rol::Doorstroomcoach]);
const LES: Access = Access::Rollen(&[Rol::Docent]);
const BEHEER: Access = Access::Rollen(&[Rol::Beheerder]);
const MIJN: Access = Access::Rollen(&[Rol::Ouder, Rol::Leerling]);

const SCHOOLSYSTEEM: Access = Access::Koppeling(&[Rol::Koppeling]);
const ZAAKSYSTEEM: Access = Access::Koppeling(&[Rol::KoppelingLeerplicht]);

fn routes(app: App) -> Routes {
    Routes { app, router: Router::new(), tabel: Vec::new() }
        .get("/", Access::Open, inloggen::begin)
        .get("/inloggen", Access::Open, inloggen::pagina)
        .get("/demo/personen", Access::Open, inloggen::personen)
        .post("/inloggen", Access::Open, inloggen::aanmelden)
        .get("/rol", Access::Ingelogd, inloggen::rollen)
        .post("/rol", Access::Ingelogd, inloggen::wissel)
        .get("/beheer", BEHEER, beheer::pagina)
        .post("/beheer/mensen", BEHEER, beheer::mens)
        .post("/beheer/mensen/einde", BEHEER, beheer::einde)
        .post("/beheer/organisaties", BEHEER, beheer::organisatie)
        .post("/beheer/sleutels", BEHEER, beheer::sleutel)
        .post("/demo/inloggen", Access::Open, inloggen::inloggen)
        .post("/uitloggen", Access::Ingelogd, inloggen::uitloggen)
        .get("/privacy", Access::Open, inloggen::privacy)
        .get("/toegankelijkheid", Access::Open, inloggen::toegankelijkheid)
        .get("/regelboek", Access::Open, regelboek::lijst::lijst)
        .get("/regelboek/regels/{regel}", Access::Open, regelboek::regel::regel)
        .post("/regelboek/regels/{regel}", Access::Open, regelboek::proef::probeer)
        .get("/regelboek/getallen", Access::Open, regelboek::parameter::lijst)
        .get("/regelboek/getallen/{getal}", Access::Open, regelboek::parameter::een)
        .get("/regelboek/schooljaren", Access::Open, regelboek::schooljaar::pagina)
        .get("/keuzehulp", Access::Open, regelboek::keuzehulp::pagina)
        .get("/statisch/{*pad}", Access::Open, statisch::bestand)
        .get("/livez", Access::Open, inloggen::levend)
        .get("/school", SCHOOL, school::vandaag::vandaag)
        .get("/school/signalen", SCHOOL, school::vandaag::signalen)
        .get("/school/leerlingen", SCHOOL, school::vandaag::leerlingen)
        .get("/school/leerlingen/{leerling}", SCHOOL, school::leerling::leerling)
        .post("/school/leerlingen/{leerling}/lessen", VASTLEGGEN, school::leerling::verbeter)
        .post("/school/leerlingen/{leerling}/melding", MELDEN, school::leerling::zelf_melden)
        .post("/school/meldingen/{melding}/intrekken", MELDEN, school::melding::intrekken)
        .get("/les", LES, school::les::lessen)
        .get("/les/{klas}/{lesuur}", LES, school::les::les)
        .post("/les/{klas}/{lesuur}", LES, school::les::opslaan)
        .get("/school/bestanden", VASTLEGGEN, school::bestanden::lijst)
        .post("/school/bestanden", VASTLEGGEN, school::bestanden::ontvang)
        .get("/school/bestanden/{bestand}", VASTLEGGEN, school::bestanden::bekijk)
        .post("/school/bestanden/{bestand}", VASTLEGGEN, school::bestanden::laad)
        .get("/school/bestanden/{bestand}/voortgang", VASTLEGGEN, school::bestanden::voortgang)
        .get("/school/inrichting", MELDEN, school::inrichting::pagina)
        .post("/school/inrichting/kalender", MELDEN, school::inrichting::kalender)
        .post("/school/inrichting/codes", MELDEN, school::inrichting::code)
        .post("/school/inrichting/lestijden", MELDEN, school::inrichting::lestijden)
        .post("/school/signalen/{signaal}/melding", MELDEN, school::melding::concept)
        .get("/school/meldingen", SCHOOL, school::melding::meldingen)
        .get("/school/meldingen/{melding}", SCHOOL, school::melding::melding)
        .post("/school/meldingen/{melding}", MELDEN, school::melding::melding_bewaren)
        .post("/school/meldingen/{melding}/overzicht", MELDEN, school::melding::overzicht)
        .get("/leerplicht", ZAAK, gemeente::werkvoorraad)
        .get("/leerplicht/zaken/{zaak}", ZAAK, gemeente::zaak)
        .post("/leerplicht/zaken/{zaak}/stand", BEHANDELEN, gemeente::stand)
        .get("/leerplicht/aantallen", Access::Rollen(&[Rol::TeamleiderLeerplicht]), gemeente::aantallen)
        .get("/register", Access::Rollen(&[Rol::Registerbeheerder]), register::overzicht)
        .get("/mijn", MIJN, mijn::lijst)
        .get("/mijn/{leerling}", MIJN, mijn::dossier)
        .get("/toezicht", Access::Rollen(&[Rol::Fg]), toezicht::logboek)
        .get("/api/v1/openapi.json", Access::Open, api::openapi)
        .get("/api/v1/regels", Access::Open, api::v1::regels::lijst)
        .post("/api/v1/regels/{regel}", Access::Open, api::v1::regels::toets)
        .post("/api/v1/aanwezigheid", SCHOOLSYSTEEM, api::v1::aanwezigheid::vastleggen)
        .post("/api/v1/inschrijvingen", SCHOOLSYSTEEM, api::v1::inschrijvingen::vastleggen)
        .get("/api/v1/verzuimmeldingen", SCHOOLSYSTEEM, api::v1::verzuimmeldingen::lijst)
        .post("/api/v1/verzuimmeldingen", SCHOOLSYSTEEM, api::v1::verzuimmeldingen::doen)
        .get("/api/v1/verzuimmeldingen/{meldingsnummer}", SCHOOLSYSTEEM, api::v1::verzuimmeldingen::een)
        .get("/api/v1/zaken", ZAAKSYSTEEM, api::v1::zaken::lijst)
}

/// The whole table, for tests and for the generated page of rights.
#[must_use]
pub fn tabel(app: App) -> Vec<Route> {
    routes(app).tabel
}

/// The product over HTTP.
pub fn maak_router(app: App) -> Router {
    let r = routes(app.clone());
    r.router.fallback(onbekend).with_state(app).layer(CatchPanicLayer::custom(paniek)).layer(from_fn(koppen))
}

async fn onbekend() -> Response {
    Pagina::niet_gevonden().into_response()
}

fn paniek(_: Box<dyn std::any::Any + Send + 'static>) -> Response {
    Pagina::storing("onbekend").into_response()
}

/// The cookie of this request.
pub(crate) fn koekje(app: &App, verzoek: &axum::http::HeaderMap) -> Option<String> {
    let tekst = verzoek.get(header::COOKIE)?.to_str().ok()?;
    tekst
        .split(';')
        .filter_map(|d| d.trim().split_once('='))
        .find(|(n, _)| *n == inloggen::koekjesnaam(app))
        .map(|(_, w)| w.to_owned())
}

/// The key of a system in the header `Authorization`.
fn sleutel(koppen: &axum::http::HeaderMap) -> Option<&str> {
    let (soort, sleutel) = koppen.get(header::AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
    (soort.eq_ignore_ascii_case("bearer") && !sleutel.is_empty()).then_some(sleutel)
}

async fn bewaak_koppeling(app: App, rollen: &[Rol], mut verzoek: Request, verder: Next) -> Response {
    let Some(sleutel) = sleutel(verzoek.headers()) else { return Probleem::zonder_sleutel().into_response() };
    match app::koppeling::wie(&app, sleutel).await {
        Ok(Some(wie)) if rollen.contains(&wie.rol) => {
            verzoek.extensions_mut().insert(wie);
            verder.run(verzoek).await
        }
        Ok(Some(_)) => Probleem::niet_voor_u().into_response(),
        Ok(None) => Probleem::zonder_sleutel().into_response(),
        Err(fout) => Probleem::uit(&app, fout).into_response(),
    }
}

async fn bewaak(State((app, toegang)): State<(App, Access)>, mut verzoek: Request, verder: Next) -> Response {
    if let Access::Koppeling(rollen) = toegang {
        return bewaak_koppeling(app, rollen, verzoek, verder).await;
    }
    // The open part of the API has no cookie and no form, so other sites may ask too.
    if verzoek.uri().path().starts_with("/api/") {
        return verder.run(verzoek).await;
    }
    if !vreemd_vrij(&verzoek) {
        return Pagina::geweigerd(
            "Dit formulier kwam van een andere site.",
            "Open Leerrecht opnieuw en probeer het daar.",
        )
        .into_response();
    }
    let sessie: Option<Sessie> = match koekje(&app, verzoek.headers()) {
        Some(k) => match app::sessie::wie(&app, &k).await {
            Ok(s) => s,
            Err(fout) => return Pagina::uit(&app, None, fout).into_response(),
        },
        None => None,
    };
    let mag = match toegang {
        Access::Open => true,
        Access::Ingelogd => sessie.is_some(),
        Access::Rollen(rollen) => sessie.as_ref().is_some_and(|s| rollen.contains(&s.wie.rol)),
        Access::Koppeling(_) => false,
    };
    if !mag && sessie.is_none() {
        return if verzoek.method() == Method::GET {
            Redirect::to("/inloggen").into_response()
        } else {
            (StatusCode::UNAUTHORIZED, Pagina::inloggen()).into_response()
        };
    }
    if !mag {
        return Pagina::geweigerd("Deze bladzijde hoort niet bij uw rol.", "Ga terug, of log in met een andere rol.")
            .into_response();
    }
    if let Some(s) = sessie {
        verzoek.extensions_mut().insert(s);
    }
    verder.run(verzoek).await
}

/// A browser says where a form came from; one from elsewhere is refused (security.md 5.8).
fn vreemd_vrij(verzoek: &Request) -> bool {
    if matches!(*verzoek.method(), Method::GET | Method::HEAD) {
        return true;
    }
    let kop = |naam| verzoek.headers().get(naam).and_then(|w: &HeaderValue| w.to_str().ok());
    // With `Referrer-Policy: no-referrer` a browser sends `Origin: null`, so this header decides where it exists.
    if let Some(s) = kop("sec-fetch-site") {
        return matches!(s, "same-origin" | "none");
    }
    match (kop("origin"), kop("host")) {
        (Some(o), Some(h)) => o.strip_prefix("http://").or_else(|| o.strip_prefix("https://")) == Some(h),
        _ => true,
    }
}

const CSP: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

async fn koppen(verzoek: Request, verder: Next) -> Response {
    let statisch = verzoek.uri().path().starts_with("/statisch/");
    let api = verzoek.uri().path().starts_with("/api/");
    let mut antwoord = verder.run(verzoek).await;
    if api {
        antwoord = vang(antwoord);
        antwoord.headers_mut().insert("api-version", HeaderValue::from_static(VERSIE));
    }
    let h = antwoord.headers_mut();
    for (naam, waarde) in [
        ("content-security-policy", CSP),
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "no-referrer"),
        ("x-frame-options", "DENY"),
        ("cross-origin-opener-policy", "same-origin"),
        ("cross-origin-resource-policy", "same-origin"),
        ("permissions-policy", "camera=(), microphone=(), geolocation=()"),
        ("strict-transport-security", "max-age=31536000"),
    ] {
        h.insert(naam, HeaderValue::from_static(waarde));
    }
    if !statisch {
        h.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
    antwoord
}
