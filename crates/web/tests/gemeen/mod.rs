//! What the tests over HTTP share: the demo on a fresh database, and one request.
#![expect(clippy::unwrap_used, reason = "een toets mag vallen")]

use app::{App, Omgeving};
use axum::body::Body;
use axum::http::{HeaderMap, Method, Request, StatusCode, header};
use domain::waarden::Tijdstip;
use http_body_util::BodyExt;
use jiff::civil::date;
use std::sync::Arc;
use tower::ServiceExt;
use web::maak_router;

/// The demo at Monday 23 November 2026, 10.20; with the keys of its systems.
pub async fn demo(db: store::Db) -> (App, Vec<(String, String)>) {
    let nu = Tijdstip::lokaal(date(2026, 11, 23), 10, 20);
    let app = App::nieuw(db, Omgeving { klok: Arc::new(move || nu), demo: true });
    let sleutels = app::demo::vul(&app).await.unwrap();
    (app, sleutels)
}

/// The demo on SQLite in a folder of its own.
pub async fn sqlite() -> (tempfile::TempDir, App, Vec<(String, String)>) {
    let map = tempfile::tempdir().unwrap();
    let db = store::Db::sqlite(map.path(), store::Sleutelbos::uit(&[3; 32])).await.unwrap();
    let (app, sleutels) = demo(db).await;
    (map, app, sleutels)
}

/// The demo on a PostgreSQL database of its own; `None` where there is no PostgreSQL, but never in CI.
pub async fn postgres() -> Option<(App, Vec<(String, String)>)> {
    let db = postgres_leeg().await?;
    Some(demo(db).await)
}

/// An empty PostgreSQL database.
pub async fn postgres_leeg() -> Option<store::Db> {
    let Ok(url) = std::env::var("LEERRECHT_TEST_POSTGRES") else {
        assert!(std::env::var_os("CI").is_none(), "in CI hoort PostgreSQL te draaien");
        return None;
    };
    let naam = format!("proef_{}", uuid::Uuid::new_v4().simple());
    let gemaakt = std::process::Command::new("psql")
        .args([&url, "--quiet", "--command", &format!("CREATE DATABASE {naam}")])
        .status()
        .unwrap();
    assert!(gemaakt.success());
    let (server, _) = url.rsplit_once('/').unwrap();
    Some(store::Db::postgres(&format!("{server}/{naam}"), store::Sleutelbos::uit(&[3; 32])).await.unwrap())
}

/// What came back.
pub struct Antwoord {
    pub status: StatusCode,
    pub koppen: HeaderMap,
    pub lijf: String,
}

/// One request.
pub async fn stuur(app: &App, methode: Method, pad: &str, koppen: &[(&str, &str)], lijf: impl Into<Body>) -> Antwoord {
    let mut r = Request::builder().method(methode).uri(pad).header(header::HOST, "leerrecht.example");
    for (naam, waarde) in koppen {
        r = r.header(*naam, *waarde);
    }
    let a = maak_router(app.clone()).oneshot(r.body(lijf.into()).unwrap()).await.unwrap();
    let (status, koppen) = (a.status(), a.headers().clone());
    let lijf = a.into_body().collect().await.unwrap().to_bytes();
    Antwoord { status, koppen, lijf: String::from_utf8_lossy(&lijf).into_owned() }
}
