//! Beheer: organisations, people who sign in, and keys of systems.

use crate::fout::{Antwoord, Pagina, bladzijde, kader, keur_csrf};
use crate::kader::Kader;
use crate::toon::iso_kort;
use app::beheer::{self, NieuwMens, NieuweOrganisatie, SOORTEN};
use app::rijen::OrganisatieRow;
use app::sessie::Sessie;
use app::{App, Fout};
use askama::Template;
use axum::extract::{Extension, Form, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect};
use domain::onderwijs::Onderwijssoort;
use policy::Rol;
use serde::Deserialize;

struct Mensregel {
    code: String,
    naam: String,
    rol: String,
    woord: String,
    organisatie: String,
    tot: String,
}

/// What is shown once: label and value.
type Eenmalig = Vec<(&'static str, String)>;

#[derive(Template)]
#[template(path = "beheer.html")]
struct Blad {
    k: Kader,
    organisaties: Vec<OrganisatieRow>,
    mensen: Vec<Mensregel>,
    rollen: Vec<(&'static str, &'static str)>,
    soorten: &'static [(&'static str, &'static str)],
    onderwijs: Vec<(&'static str, &'static str)>,
    fouten: Vec<(String, String)>,
    eenmalig: Eenmalig,
    f: Formulier,
}

/// All forms of the page; what was typed stays.
#[derive(Deserialize, Default, Clone)]
#[serde(default)]
pub(crate) struct Formulier {
    csrf: String,
    code: String,
    naam: String,
    rol: String,
    organisatie: String,
    soort: String,
    brin: String,
    gemeente: String,
    onderwijssoort: String,
    regio: String,
    lesuur_minuten: String,
    email: String,
    telefoon: String,
    systeem: String,
}

async fn blad(app: &App, s: &Sessie, f: Formulier, fouten: Vec<(String, String)>, eenmalig: Eenmalig) -> Antwoord {
    let fout = |f| Pagina::uit(app, Some(s), f);
    let mensen = beheer::mensen(app, &s.wie).await.map_err(fout)?;
    let organisaties = app.organisaties().await.map_err(fout)?;
    let mut rollen: Vec<(&'static str, &'static str)> =
        organisaties.iter().flat_map(|o| beheer::rollen_bij(&o.soort)).map(|r| (r.code(), r.woord())).collect();
    rollen.sort_unstable();
    rollen.dedup();
    let status = if fouten.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let blad = Blad {
        k: kader(app, s, "Beheer", "/beheer", &[]).await?,
        mensen: mensen
            .into_iter()
            .map(|(code, naam, rol, organisatie, tot)| Mensregel {
                woord: Rol::uit_code(&rol).map_or_else(|| rol.clone(), |r| r.woord().to_owned()),
                tot: tot.as_deref().map_or(String::new(), iso_kort),
                code,
                naam,
                rol,
                organisatie,
            })
            .collect(),
        organisaties,
        rollen,
        soorten: SOORTEN,
        onderwijs: Onderwijssoort::ALLE.iter().map(|o| (o.code(), o.woord())).collect(),
        fouten,
        eenmalig,
        f,
    };
    bladzijde(app, status, &blad)
}

pub(crate) async fn pagina(State(app): State<App>, Extension(s): Extension<Sessie>) -> Antwoord {
    blad(&app, &s, Formulier::default(), Vec::new(), Vec::new()).await
}

/// Back to the page: with what is shown once, with what is wrong, or done.
async fn na(app: &App, s: &Sessie, f: Formulier, uitslag: Result<Eenmalig, Fout>) -> Antwoord {
    match uitslag {
        Ok(e) if e.is_empty() => Ok(Redirect::to("/beheer").into_response()),
        Ok(e) => blad(app, s, Formulier::default(), Vec::new(), e).await,
        Err(Fout::Invoer(fouten)) => blad(app, s, f, fouten, Vec::new()).await,
        Err(fout) => Err(Pagina::uit(app, Some(s), fout)),
    }
}

pub(crate) async fn mens(
    State(app): State<App>,
    Extension(s): Extension<Sessie>,
    Form(f): Form<Formulier>,
) -> Antwoord {
    keur_csrf(&s, &f.csrf)?;
    let m = NieuwMens {
        code: f.code.clone(),
        naam: f.naam.clone(),
        rol: f.rol.clone(),
        organisatie: f.organisatie.clone(),
    };
    let uitslag = beheer::maak_mens(&app, &s.wie, &m)
        .await
        .map(|t| vec![("Inlognaam", t.code), ("Wachtwoord", t.wachtwoord), ("Geheim voor de app", t.geheim)]);
    na(&app, &s, f, uitslag).await
}

pub(crate) async fn einde(
    State(app): State<App>,
    Extension(s): Extension<Sessie>,
    Form(f): Form<Formulier>,
) -> Antwoord {
    keur_csrf(&s, &f.csrf)?;
    let uitslag = beheer::beeindig(&app, &s.wie, &f.code, &f.rol).await.map(|()| Vec::new());
    na(&app, &s, f, uitslag).await
}

pub(crate) async fn organisatie(
    State(app): State<App>,
    Extension(s): Extension<Sessie>,
    Form(f): Form<Formulier>,
) -> Antwoord {
    keur_csrf(&s, &f.csrf)?;
    let o = NieuweOrganisatie {
        code: f.code.clone(),
        soort: f.soort.clone(),
        naam: f.naam.clone(),
        brin: f.brin.clone(),
        gemeente: f.gemeente.clone(),
        onderwijssoort: f.onderwijssoort.clone(),
        regio: f.regio.clone(),
        lesuur_minuten: f.lesuur_minuten.clone(),
        email: f.email.clone(),
        telefoon: f.telefoon.clone(),
    };
    let uitslag = beheer::maak_organisatie(&app, &s.wie, &o).await.map(|()| Vec::new()).map_err(org_velden);
    na(&app, &s, f, uitslag).await
}

/// The page has two fields `code` and `naam`; those of the organisation have their own place.
fn org_velden(f: Fout) -> Fout {
    match f {
        Fout::Invoer(v) => Fout::Invoer(
            v.into_iter()
                .map(|(veld, m)| {
                    (if matches!(veld.as_str(), "code" | "naam") { format!("org-{veld}") } else { veld }, m)
                })
                .collect(),
        ),
        andere => andere,
    }
}

pub(crate) async fn sleutel(
    State(app): State<App>,
    Extension(s): Extension<Sessie>,
    Form(f): Form<Formulier>,
) -> Antwoord {
    keur_csrf(&s, &f.csrf)?;
    let uitslag = beheer::maak_sleutel(&app, &s.wie, &f.organisatie, &f.systeem)
        .await
        .map(|sleutel| vec![("Organisatie", f.organisatie.clone()), ("Sleutel", sleutel)]);
    na(&app, &s, f, uitslag).await
}
