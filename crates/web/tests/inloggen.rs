//! Signing in outside the demo: password and one-time code, each used once; roles that begin and end.
#![expect(clippy::unwrap_used, reason = "een toets mag vallen")]

mod gemeen;

use app::beheer::{Toegang, eerste};
use app::{App, Omgeving};
use axum::http::Method;
use data_encoding::BASE32_NOPAD;
use domain::waarden::Tijdstip;
use gemeen::{Antwoord, sqlite, stuur};
use jiff::civil::date;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use totp_rs::{Algorithm, TOTP};

/// A product outside the demo with a clock that the test moves, in seconds.
async fn echt() -> (tempfile::TempDir, App, Arc<AtomicI64>) {
    let map = tempfile::tempdir().unwrap();
    let db = store::Db::sqlite(map.path(), store::Sleutelbos::uit(&[3; 32])).await.unwrap();
    let (app, verder) = met_klok(db);
    (map, app, verder)
}

fn met_klok(db: store::Db) -> (App, Arc<AtomicI64>) {
    let verder = Arc::new(AtomicI64::new(0));
    let (begin, klok) = (Tijdstip::lokaal(date(2026, 11, 23), 10, 20).micros(), Arc::clone(&verder));
    let klok = Arc::new(move || Tijdstip::uit_micros(begin + klok.load(Ordering::SeqCst) * 1_000_000));
    (App::nieuw(db, Omgeving { klok, demo: false }), verder)
}

fn code(app: &App, t: &Toegang) -> String {
    let totp = TOTP::new(Algorithm::SHA1, 6, 1, 30, BASE32_NOPAD.decode(t.geheim.as_bytes()).unwrap()).unwrap();
    totp.generate(u64::try_from(app.nu().micros() / 1_000_000).unwrap())
}

async fn post(app: &App, koekje: &str, pad: &str, velden: &str) -> Antwoord {
    let koppen = [("cookie", koekje), ("content-type", "application/x-www-form-urlencoded")];
    stuur(app, Method::POST, pad, &koppen, velden.to_owned()).await
}

async fn in_met(app: &App, naam: &str, wachtwoord: &str, code: &str) -> Option<String> {
    let a = post(app, "", "/inloggen", &format!("code={naam}&wachtwoord={wachtwoord}&inlogcode={code}")).await;
    if a.status.as_u16() == 422 {
        assert!(a.lijf.contains("Naam, wachtwoord of inlogcode klopt niet"), "{naam}");
        return None;
    }
    assert_eq!(a.status.as_u16(), 303);
    Some(a.koppen["set-cookie"].to_str().unwrap().split(';').next().unwrap().to_owned())
}

async fn get(app: &App, koekje: &str, pad: &str) -> Antwoord {
    stuur(app, Method::GET, pad, &[("cookie", koekje)], "").await
}

fn tussen(tekst: &str, begin: &str, einde: &str) -> String {
    let van = tekst.find(begin).unwrap() + begin.len();
    tekst[van..].split(einde).next().unwrap().to_owned()
}

#[tokio::test]
async fn nobody_signs_in_until_there_is_a_beheerder_and_every_code_works_once() {
    let (_map, app, verder) = echt().await;
    eerste_beheerder(app, verder).await;
    if let Some(db) = gemeen::postgres_leeg().await {
        let (app, verder) = met_klok(db);
        eerste_beheerder(app, verder).await;
    }
}

async fn eerste_beheerder(app: App, verder: Arc<AtomicI64>) {
    assert!(get(&app, "", "/inloggen").await.lijf.contains("Inlognaam"));
    assert_eq!(in_met(&app, "wie", "dan", "ook").await, None);
    let t = eerste(&app, "beheer.een", "Eerste Beheerder").await.unwrap();
    assert!(eerste(&app, "beheer.een", "Nog een").await.is_err(), "de inlognaam is al in gebruik");
    assert!(t.wachtwoord.len() == 20 && t.geheim.len() == 32);
    let nu = code(&app, &t);
    for (naam, w, c) in [
        ("beheer.een", "verkeerd", nu.as_str()),
        ("beheer.een", t.wachtwoord.as_str(), "000000"),
        ("niemand", t.wachtwoord.as_str(), nu.as_str()),
        ("beheer.een", "", ""),
    ] {
        assert_eq!(in_met(&app, naam, w, c).await, None, "{naam}");
    }
    let koekje = in_met(&app, "beheer.een", &t.wachtwoord, &nu).await.expect("alles klopt");
    assert_eq!(in_met(&app, "beheer.een", &t.wachtwoord, &nu).await, None, "dezelfde code werkt niet twee keer");
    assert!(get(&app, &koekje, "/beheer").await.lijf.contains("Eerste Beheerder"));
    assert_eq!(get(&app, &koekje, "/school").await.status.as_u16(), 403, "een beheerder ziet geen leerlingen");

    // Five failures: even the right answer waits a quarter of an hour.
    for _ in 0..5 {
        assert_eq!(in_met(&app, "beheer.een", "verkeerd", "123456").await, None);
    }
    verder.store(60, Ordering::SeqCst);
    assert_eq!(in_met(&app, "beheer.een", &t.wachtwoord, &code(&app, &t)).await, None, "te veel pogingen");
    verder.store(16 * 60, Ordering::SeqCst);
    assert!(in_met(&app, "beheer.een", &t.wachtwoord, &code(&app, &t)).await.is_some());
}

#[tokio::test]
async fn a_beheerder_makes_a_school_and_somebody_who_works_there_until_that_ends() {
    let (_map, app, verder) = echt().await;
    school_en_mens(app, verder).await;
    if let Some(db) = gemeen::postgres_leeg().await {
        let (app, verder) = met_klok(db);
        school_en_mens(app, verder).await;
    }
}

async fn school_en_mens(app: App, _verder: Arc<AtomicI64>) {
    let t = eerste(&app, "beheer.een", "Eerste Beheerder").await.unwrap();
    let baas = in_met(&app, "beheer.een", &t.wachtwoord, &code(&app, &t)).await.unwrap();
    let csrf = tussen(&get(&app, &baas, "/beheer").await.lijf, "name=\"csrf\" value=\"", "\"");
    let school = format!(
        "csrf={csrf}&code=dijk&naam=De+Dijk&soort=school&gemeente=9901&brin=99ZZ&onderwijssoort=vmbo&regio=zuid&lesuur_minuten=50"
    );
    for (fout, bericht) in [
        (school.replace("99ZZ", "x"), "Vul de BRIN in"),
        (school.replace("=50", "=500"), "minuten een les duurt"),
        (school.replace("gemeente=9901", "gemeente=12"), "Vul de gemeentecode in"),
        (school.replace("naam=De+Dijk", "naam="), "Vul de naam in"),
        (school.replace("code=dijk", "code=De+Dijk"), "kleine letters"),
    ] {
        let a = post(&app, &baas, "/beheer/organisaties", &fout).await;
        assert!(a.status.as_u16() == 422 && a.lijf.contains(bericht), "{bericht}");
    }
    assert_eq!(post(&app, &baas, "/beheer/organisaties", &school).await.status.as_u16(), 303);
    let mens = format!("csrf={csrf}&code=sam&naam=Sam+Smit&organisatie=dijk&rol=verzuimmedewerker");
    let a = post(&app, &baas, "/beheer/mensen", &mens.replace("verzuimmedewerker", "fg")).await;
    assert!(a.lijf.contains("Deze rol hoort niet bij deze organisatie"));
    let a = post(&app, &baas, "/beheer/mensen", &mens).await;
    let toegang = Toegang {
        code: "sam".to_owned(),
        wachtwoord: tussen(&a.lijf, "<dt>Wachtwoord</dt><dd><code>", "<"),
        geheim: tussen(&a.lijf, "<dt>Geheim voor de app</dt><dd><code>", "<"),
    };
    assert!(
        !get(&app, &baas, "/beheer").await.lijf.contains(&toegang.wachtwoord),
        "het wachtwoord is één keer te zien"
    );
    let sam = in_met(&app, "sam", &toegang.wachtwoord, &code(&app, &toegang)).await.unwrap();
    assert_eq!(get(&app, &sam, "/school").await.status.as_u16(), 200);
    assert_eq!(get(&app, &sam, "/beheer").await.status.as_u16(), 403);
    assert!(get(&app, &sam, "/rol").await.lijf.contains("De Dijk"));

    let a = post(&app, &baas, "/beheer/sleutels", &format!("csrf={csrf}&organisatie=dijk&systeem=rooster")).await;
    let bearer = format!("Bearer {}", tussen(&a.lijf, "<dt>Sleutel</dt><dd><code>", "<"));
    let a = stuur(&app, Method::GET, "/api/v1/verzuimmeldingen", &[("authorization", &bearer)], "").await;
    assert_eq!(a.status.as_u16(), 200);

    let einde = format!("csrf={csrf}&code=sam&rol=verzuimmedewerker");
    assert_eq!(post(&app, &baas, "/beheer/mensen/einde", &einde).await.status.as_u16(), 303);
    assert_eq!(get(&app, &sam, "/school").await.status.as_u16(), 303, "de sessie eindigt met de rol");
    let zelf = format!("csrf={csrf}&code=beheer.een&rol=beheerder");
    assert_eq!(post(&app, &baas, "/beheer/mensen/einde", &zelf).await.status.as_u16(), 409);
}

#[tokio::test]
async fn in_the_demo_there_are_no_passwords() {
    let (_map, app, _) = sqlite().await;
    let a = post(&app, "", "/inloggen", "code=vm-maasveld&wachtwoord=x&inlogcode=1").await;
    assert_eq!(a.status.as_u16(), 404);
    if let Some((app, _)) = gemeen::postgres().await {
        let a = post(&app, "", "/inloggen", "code=vm-maasveld&wachtwoord=x&inlogcode=1").await;
        assert_eq!(a.status.as_u16(), 404);
    }
}
