//! A demo person in a browser without script: signs in, looks at pages, sends forms.
#![expect(clippy::unwrap_used, reason = "een toets mag vallen")]

use crate::gemeen::{Antwoord, stuur};
use app::App;
use app::sessie::{demo_inloggen, wie};
use axum::http::Method;

/// Somebody who is signed in: cookie and token of the forms.
pub struct Iemand {
    pub koekje: String,
    pub csrf: String,
}

pub async fn als(app: &App, code: &str) -> Iemand {
    let koekje = demo_inloggen(app, code).await.unwrap();
    let csrf = wie(app, &koekje).await.unwrap().unwrap().csrf;
    Iemand { koekje: format!("leerrecht_sessie={koekje}"), csrf }
}

pub async fn get(app: &App, i: &Iemand, pad: &str) -> Antwoord {
    stuur(app, Method::GET, pad, &[("cookie", &i.koekje)], "").await
}

pub async fn post(app: &App, i: &Iemand, pad: &str, velden: &str) -> Antwoord {
    let koppen = [("cookie", i.koekje.as_str()), ("content-type", "application/x-www-form-urlencoded")];
    stuur(app, Method::POST, pad, &koppen, format!("csrf={}&{velden}", i.csrf)).await
}
