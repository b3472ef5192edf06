//! Every route of the table, as nobody, as every wrong role, and with another organisation's keys.
#![expect(clippy::unwrap_used, reason = "een toets mag vallen")]

mod gemeen;

use app::{App, Omgeving};
use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};
use domain::waarden::Tijdstip;
use jiff::civil::date;
use std::sync::Arc;
use tower::ServiceExt;
use web::{Access, maak_router, tabel};

async fn sqlite() -> (tempfile::TempDir, App) {
    let (map, app, _) = gemeen::sqlite().await;
    (map, app)
}

async fn vraag(
    app: &App,
    methode: Method,
    pad: &str,
    koekje: Option<&str>,
    lijf: &str,
) -> (StatusCode, String, String) {
    let koekje = koekje.map(|k| format!("leerrecht_sessie={k}"));
    let mut koppen = vec![("content-type", "application/x-www-form-urlencoded")];
    koppen.extend(koekje.iter().map(|k| ("cookie", k.as_str())));
    let a = gemeen::stuur(app, methode, pad, &koppen, lijf.to_owned()).await;
    let naar = a.koppen.get(header::LOCATION).map(|h| h.to_str().unwrap().to_owned()).unwrap_or_default();
    (a.status, naar, a.lijf)
}

fn echt_pad(pad: &str) -> String {
    let sleutel = "01890000-0000-7000-8000-000000000001";
    ["{leerling}", "{melding}", "{signaal}", "{zaak}", "{meldingsnummer}", "{regel}", "{bestand}", "{klas}"]
        .iter()
        .fold(pad.to_owned(), |p, n| p.replace(n, sleutel))
        .replace("{*pad}", "app.css")
        .replace("{lesuur}", "1")
}

#[tokio::test]
async fn every_route_refuses_nobody_and_every_wrong_role() {
    let (_map, app) = sqlite().await;
    let personen = app::sessie::demopersonen(&app).await.unwrap();
    let mut cellen = 0;
    for route in tabel(app.clone()) {
        let pad = echt_pad(route.pad);
        let (status, naar, _) = vraag(&app, route.methode.clone(), &pad, None, "").await;
        match route.toegang {
            Access::Open => assert!(!status.is_server_error(), "{pad} {status}"),
            Access::Koppeling(_) => assert_eq!(status, StatusCode::UNAUTHORIZED, "{pad}"),
            _ if route.methode == Method::GET => {
                assert_eq!((status, naar.as_str()), (StatusCode::SEE_OTHER, "/inloggen"), "{pad}")
            }
            _ => assert_eq!(status, StatusCode::UNAUTHORIZED, "{pad}"),
        }
        let Access::Rollen(rollen) = route.toegang else { continue };
        for p in &personen {
            let koekje = app::sessie::demo_inloggen(&app, &p.code).await.unwrap();
            let (status, _, lijf) = vraag(&app, route.methode.clone(), &pad, Some(&koekje), "csrf=verkeerd").await;
            cellen += 1;
            if rollen.iter().any(|r| r.woord() == p.rol) {
                assert!(!status.is_server_error(), "{pad} als {} gaf {status}", p.code);
                if route.methode == Method::POST {
                    assert!(status.is_client_error(), "{pad} als {} nam een vals formulier aan", p.code);
                }
                if route.pad.contains('{') && route.methode == Method::GET {
                    assert_eq!(status, StatusCode::NOT_FOUND, "{pad} als {}", p.code);
                }
            } else {
                assert_eq!(status, StatusCode::FORBIDDEN, "{pad} als {}", p.code);
                assert!(!lijf.contains("Verhoeven"), "{pad} als {}", p.code);
            }
        }
    }
    assert!(cellen > 300, "te weinig gevraagd: {cellen}");
}

#[tokio::test]
async fn another_organisation_and_no_relation_get_the_same_answer_as_nothing() {
    let (_map, app) = sqlite().await;
    let eigen = app::sessie::demo_inloggen(&app, "vm-maasveld").await.unwrap();
    let (_, _, lijst) = vraag(&app, Method::GET, "/school/leerlingen", Some(&eigen), "").await;
    let sleutel = |naam: &str| {
        let tot = lijst.find(naam).unwrap();
        let van = lijst[..tot].rfind("/school/leerlingen/").unwrap() + "/school/leerlingen/".len();
        lijst[van..van + 36].to_owned()
    };
    let (daan, selin) = (sleutel("Daan Verhoeven"), sleutel("Selin Aydo"));
    for (wie, pad, verwacht) in [
        ("vm-maasveld", format!("/school/leerlingen/{daan}"), StatusCode::OK),
        ("vm-lyceum", format!("/school/leerlingen/{daan}"), StatusCode::NOT_FOUND),
        ("mentor-maasveld", format!("/school/leerlingen/{daan}"), StatusCode::OK),
        ("mentor-maasveld", format!("/school/leerlingen/{selin}"), StatusCode::NOT_FOUND),
        ("ouder-verhoeven", format!("/mijn/{daan}"), StatusCode::OK),
        ("ouder-smit", format!("/mijn/{daan}"), StatusCode::OK),
        ("ouder-aydogan", format!("/mijn/{daan}"), StatusCode::NOT_FOUND),
        ("ouder-zonder-gezag", format!("/mijn/{selin}"), StatusCode::NOT_FOUND),
        ("leerling-15", format!("/mijn/{selin}"), StatusCode::OK),
        ("leerling-17", format!("/mijn/{selin}"), StatusCode::NOT_FOUND),
    ] {
        let koekje = app::sessie::demo_inloggen(&app, wie).await.unwrap();
        let (status, _, lijf) = vraag(&app, Method::GET, &pad, Some(&koekje), "").await;
        assert_eq!(status, verwacht, "{wie} {pad}");
        if verwacht == StatusCode::NOT_FOUND {
            let (_, _, niets) = vraag(&app, Method::GET, &echt_pad("/mijn/{leerling}"), Some(&koekje), "").await;
            assert!(!lijf.contains("Daan") && !lijf.contains("Selin"), "{wie} {pad}");
            if wie.starts_with("ouder") {
                assert_eq!(lijf, niets, "{wie} {pad}: het antwoord verraadt dat iemand bestaat");
            }
        }
    }
}

#[tokio::test]
async fn a_form_from_another_site_is_refused_and_demo_sign_in_is_gone_outside_the_demo() {
    let (_map, app) = sqlite().await;
    let r = Request::builder()
        .method(Method::POST)
        .uri("/demo/inloggen")
        .header("sec-fetch-site", "cross-site")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(Body::from("persoon=vm-maasveld"))
        .unwrap();
    assert_eq!(maak_router(app.clone()).oneshot(r).await.unwrap().status(), StatusCode::FORBIDDEN);
    let echt = App::nieuw(
        app.db().clone(),
        Omgeving { klok: Arc::new(|| Tijdstip::lokaal(date(2026, 11, 23), 10, 20)), demo: false },
    );
    assert_eq!(
        vraag(&echt, Method::POST, "/demo/inloggen", None, "persoon=vm-maasveld").await.0,
        StatusCode::NOT_FOUND
    );
    assert_eq!(vraag(&echt, Method::GET, "/demo/personen", None, "").await.0, StatusCode::NOT_FOUND);
}

/// The chain without a browser, and what it must leave behind; the same on both engines.
async fn keten(app: &App) {
    let koekje = app::sessie::demo_inloggen(app, "vm-maasveld").await.unwrap();
    let s = app::sessie::wie(app, &koekje).await.unwrap().unwrap();
    let (_, _, blad) = vraag(app, Method::GET, "/school/signalen", Some(&koekje), "").await;
    let van = blad.find("/school/signalen/").expect("er is een signaal") + "/school/signalen/".len();
    let signaal = &blad[van..van + 36];
    let csrf = format!("csrf={}", s.csrf);
    let pad = format!("/school/signalen/{signaal}/melding");
    let (status, melding, _) = vraag(app, Method::POST, &pad, Some(&koekje), &csrf).await;
    assert_eq!(status, StatusCode::SEE_OTHER);
    let (_, nogmaals, _) = vraag(app, Method::POST, &pad, Some(&koekje), &csrf).await;
    assert_eq!(melding, nogmaals, "een tweede klik opent hetzelfde concept");
    let versturen = format!("{csrf}&versie=1&actie_gewenst=ja&doe=versturen");
    for _ in 0..3 {
        assert_eq!(vraag(app, Method::POST, &melding, Some(&koekje), &versturen).await.0, StatusCode::SEE_OTHER);
    }
    let (_, _, blad) = vraag(app, Method::GET, &melding, Some(&koekje), "").await;
    assert!(blad.contains("R2026-000001") && !blad.contains("R2026-000002"));
    for (organisatie, regels, heel) in store::verifieer(app.db()).await.unwrap() {
        assert!(heel.is_ok() && regels > 0, "{organisatie}");
    }
}

#[tokio::test]
async fn the_chain_on_sqlite() {
    let (_map, app) = sqlite().await;
    keten(&app).await;
}

#[tokio::test]
async fn the_chain_on_postgresql() {
    if let Some((app, _)) = gemeen::postgres().await {
        keten(&app).await;
    }
}
