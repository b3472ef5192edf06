//! The space Toezicht: the log.

use crate::fout::{Antwoord, Pagina, bladzijde, kader};
use crate::kader::Kader;
use crate::toon::moment;
use app::App;
use app::sessie::Sessie;
use askama::Template;
use axum::extract::{Extension, State};
use axum::http::StatusCode;

#[derive(Template)]
#[template(path = "logboek.html")]
struct Logboek {
    k: Kader,
    regels: Vec<(String, String, String, String, String, String)>,
}

pub(crate) async fn logboek(State(app): State<App>, Extension(s): Extension<Sessie>) -> Antwoord {
    let regels = app::toezicht::logboek(&app, &s.wie).await.map_err(|f| Pagina::uit(&app, Some(&s), f))?;
    let organisaties = app.organisaties().await.map_err(|f| Pagina::uit(&app, Some(&s), f))?;
    let naam = |id| organisaties.iter().find(|o| o.id == id).map_or_else(String::new, |o| o.naam.clone());
    let regels = regels
        .into_iter()
        .map(|r| (moment(r.moment), naam(r.organisatie), r.rol.replace('_', " "), r.handeling, r.soort, r.voorwerp))
        .collect();
    let k = kader(&app, &s, "Logboek", "/toezicht", &[]).await?;
    bladzijde(&app, StatusCode::OK, &Logboek { k, regels })
}
