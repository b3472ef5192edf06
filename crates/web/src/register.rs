//! The space Register: numbers, addressees, states.

use crate::fout::{Antwoord, Pagina, bladzijde, kader};
use crate::kader::Kader;
use crate::toon::{moment, soort, stand_register};
use app::App;
use app::sessie::Sessie;
use askama::Template;
use axum::extract::{Extension, State};
use axum::http::StatusCode;

#[derive(Template)]
#[template(path = "register.html")]
struct Register {
    k: Kader,
    meldingen: Vec<(String, String, &'static str, String, String, String, &'static str)>,
    berichten: Vec<(String, String, String, String, String)>,
}

pub(crate) async fn overzicht(State(app): State<App>, Extension(s): Extension<Sessie>) -> Antwoord {
    let (m, b) = app::register::inzien::overzicht(&app, &s.wie).await.map_err(|f| Pagina::uit(&app, Some(&s), f))?;
    let organisaties = app.organisaties().await.map_err(|f| Pagina::uit(&app, Some(&s), f))?;
    let naam = |id| organisaties.iter().find(|o| o.id == id).map_or_else(String::new, |o| o.naam.clone());
    let route = |r: &str| {
        serde_json::from_str::<serde_json::Value>(r)
            .ok()
            .and_then(|v| v["toelichting"][0].as_str().map(str::to_owned))
            .unwrap_or_default()
    };
    let meldingen = m
        .iter()
        .map(|r| {
            (
                r.nummer.clone(),
                naam(r.school),
                soort(&r.soort),
                moment(r.ontvangen),
                format!("{} ({})", naam(r.ontvanger), r.afdeling),
                route(&r.route),
                stand_register(&r.stand).1,
            )
        })
        .collect();
    let berichten = b
        .into_iter()
        .map(|(soort, van, naar, stand, gemaakt, _)| {
            (soort.replace('_', " "), naam(van), naam(naar), stand, moment(gemaakt))
        })
        .collect();
    let k = kader(&app, &s, "Meldingen", "/register", &[("Register", "/register")]).await?;
    bladzijde(&app, StatusCode::OK, &Register { k, meldingen, berichten })
}
