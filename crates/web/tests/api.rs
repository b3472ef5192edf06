//! The API for systems: its document, its chain, its errors.
#![expect(clippy::unwrap_used, reason = "een toets mag vallen")]

mod gemeen;

use app::App;
use axum::http::{Method, StatusCode};
use gemeen::{Antwoord, sqlite, stuur};
use serde_json::{Value, json};
use web::{Access, document, tabel};

fn sleutel<'a>(sleutels: &'a [(String, String)], wie: &str) -> &'a str {
    &sleutels.iter().find(|s| s.0 == wie).unwrap().1
}

async fn post(app: &App, sleutel: &str, idem: &str, pad: &str, lijf: &Value) -> (StatusCode, Value) {
    let bearer = format!("Bearer {sleutel}");
    let koppen = [("authorization", bearer.as_str()), ("idempotency-key", idem), ("content-type", "application/json")];
    let a = stuur(app, Method::POST, pad, &koppen, lijf.to_string()).await;
    (a.status, serde_json::from_str(&a.lijf).unwrap())
}

async fn get(app: &App, sleutel: &str, pad: &str) -> (StatusCode, Value) {
    let bearer = format!("Bearer {sleutel}");
    let a = stuur(app, Method::GET, pad, &[("authorization", bearer.as_str())], "").await;
    (a.status, serde_json::from_str(&a.lijf).unwrap())
}

fn kebab(t: &str) -> bool {
    !t.is_empty() && t.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
}
fn camel(t: &str) -> bool {
    t.starts_with(|c: char| c.is_ascii_lowercase()) && t.chars().all(|c| c.is_ascii_alphanumeric())
}

/// Every operation: path, method, operation.
fn operaties() -> Vec<(String, String, Value)> {
    let paden = document()["paths"].as_object().unwrap();
    paden
        .iter()
        .flat_map(|(p, m)| m.as_object().unwrap().iter().map(move |(m, o)| (p.clone(), m.clone(), o.clone())))
        .collect()
}

#[test]
fn the_document_follows_the_api_design_rules() {
    let d = document();
    let versie = d["openapi"].as_str().unwrap();
    assert!(versie.starts_with("3.1"), "OpenAPI {versie}");
    let delen: Vec<&str> = d["info"]["version"].as_str().unwrap().split('.').collect();
    assert!(delen.len() == 3 && delen.iter().all(|d| d.parse::<u32>().is_ok()), "info.version is semver");
    for veld in ["name", "email", "url"] {
        assert!(d["info"]["contact"][veld].as_str().is_some_and(|w| !w.is_empty()), "info.contact.{veld}");
    }
    for server in d["servers"].as_array().unwrap() {
        assert!(
            server["url"].as_str().unwrap().ends_with(&format!("/v{}", delen[0])),
            "major version in the server URL"
        );
    }
    assert!(!operaties().is_empty());
    for (pad, methode, o) in operaties() {
        let plek = format!("{methode} {pad}");
        assert!(!pad.ends_with('/') && !pad.contains('.'), "{plek}: no trailing slash, no extension");
        for deel in pad.split('/').skip(1) {
            let naam = deel.trim_start_matches('{').trim_end_matches('}');
            assert!(kebab(naam), "{plek}: kebab-case");
            assert!(
                !naam.contains("bsn") && !naam.contains("burgerservicenummer"),
                "{plek}: nothing sensitive in a URL"
            );
        }
        assert!(o["operationId"].as_str().is_some_and(camel), "{plek}: operationId");
        assert!(!o["tags"].as_array().unwrap().is_empty() && o["summary"].is_string(), "{plek}: tag and summary");
        let parameters = o["parameters"].as_array().cloned().unwrap_or_default();
        for p in &parameters {
            if p["in"] == "query" {
                assert!(camel(p["name"].as_str().unwrap()), "{plek}: camelCase query keys");
            }
        }
        let antwoorden = o["responses"].as_object().unwrap();
        if methode != "get" || !parameters.is_empty() {
            assert!(antwoorden.contains_key("400"), "{plek}: 400 is documented");
        }
        for (code, a) in antwoorden {
            if code.starts_with('2') || code.starts_with('3') {
                assert!(a["headers"]["API-Version"]["schema"].is_object(), "{plek} {code}: API-Version");
            } else {
                assert!(a["content"]["application/problem+json"].is_object(), "{plek} {code}: problem+json");
            }
        }
        if o["security"].is_array() {
            assert!(antwoorden.contains_key("401") && antwoorden.contains_key("403"), "{plek}: 401 and 403");
        }
        if methode == "post" && o["security"].is_array() {
            let idem = parameters.iter().find(|p| p["name"] == "Idempotency-Key").expect("idempotent");
            assert_eq!(idem["required"], true, "{plek}");
        }
    }
    for (naam, s) in d["components"]["schemas"].as_object().unwrap() {
        for (veld, eigen) in s["properties"].as_object().into_iter().flatten() {
            assert!(camel(veld), "{naam}.{veld}: camelCase");
            let dag = [
                "datum",
                "begin",
                "einde",
                "geboortedatum",
                "ingeschreven",
                "uitgeschreven",
                "uiterlijk",
                "startkwalificatieOp",
            ];
            if dag.contains(&veld.as_str()) {
                assert_eq!(eigen["format"], "date", "{naam}.{veld}: format date");
            }
            assert!(
                eigen["description"].is_string() || eigen["$ref"].is_string() || eigen["oneOf"].is_array(),
                "{naam}.{veld}: described"
            );
        }
    }
    for veld in ["type", "title", "status", "detail"] {
        assert!(d["components"]["schemas"]["Probleem"]["properties"][veld].is_object(), "RFC 9457: {veld}");
    }
}

#[tokio::test]
async fn the_document_and_the_route_table_name_the_same_operations() {
    let (_map, app, _) = sqlite().await;
    let mut routes: Vec<(String, String)> = tabel(app)
        .into_iter()
        .filter_map(|r| Some((r.methode.as_str().to_lowercase(), r.pad.strip_prefix("/api/v1")?.to_owned())))
        .filter(|r| r.1 != "/openapi.json")
        .collect();
    let mut document: Vec<(String, String)> = operaties().into_iter().map(|(p, m, _)| (m, p)).collect();
    routes.sort();
    document.sort();
    assert_eq!(routes, document);
}

#[tokio::test]
async fn keys_open_only_what_their_organisation_may() {
    let (_map, app, sleutels) = sqlite().await;
    let (school, gemeente) = (sleutel(&sleutels, "maasveld"), sleutel(&sleutels, "g9901"));
    let koekje = app::sessie::demo_inloggen(&app, "vm-maasveld").await.unwrap();
    let koekje = format!("leerrecht_sessie={koekje}");
    let mut cellen = 0;
    for r in tabel(app.clone()) {
        let Access::Koppeling(rollen) = r.toegang else { continue };
        let pad = r.pad.replace("{meldingsnummer}", "99ZC-2026-0001");
        let vreemde = if rollen.contains(&policy::Rol::Koppeling) { gemeente } else { school };
        let geval = |kop: Option<(&'static str, String)>, verwacht: StatusCode| (kop, verwacht);
        for (kop, verwacht) in [
            geval(None, StatusCode::UNAUTHORIZED),
            geval(Some(("cookie", koekje.clone())), StatusCode::UNAUTHORIZED),
            geval(Some(("authorization", "Bearer ".to_owned())), StatusCode::UNAUTHORIZED),
            geval(Some(("authorization", "Bearer onbekend".to_owned())), StatusCode::UNAUTHORIZED),
            geval(Some(("authorization", format!("Basic {school}"))), StatusCode::UNAUTHORIZED),
            geval(Some(("authorization", format!("Bearer {vreemde}"))), StatusCode::FORBIDDEN),
        ] {
            let koppen: Vec<(&str, &str)> = kop.iter().map(|(n, w)| (*n, w.as_str())).collect();
            let a = stuur(&app, r.methode.clone(), &pad, &koppen, "{}").await;
            assert_eq!(a.status, verwacht, "{} {pad} {:?}", r.methode, kop.map(|k| k.0));
            problem(&a);
            cellen += 1;
        }
    }
    assert!(cellen >= 36, "te weinig gevraagd: {cellen}");
    let (status, _) = get(&app, school, "/api/v1/verzuimmeldingen/99ZD-2026-0001").await;
    assert_eq!(status, StatusCode::NOT_FOUND, "een melding van een andere school");
}

fn problem(a: &Antwoord) {
    assert_eq!(a.koppen["content-type"], "application/problem+json", "{}", a.lijf);
    assert_eq!(a.koppen["api-version"], web::VERSIE);
    assert_eq!(a.koppen["cache-control"], "no-store");
    let j: Value = serde_json::from_str(&a.lijf).unwrap();
    assert_eq!(j["status"], a.status.as_u16());
    assert!(j["type"].is_string() && j["title"].is_string() && j["detail"].is_string());
}

#[tokio::test]
async fn unknown_addresses_and_methods_are_problems_too() {
    let (_map, app, _) = sqlite().await;
    for (methode, pad, verwacht) in [
        (Method::GET, "/api/v1/bestaat-niet", 404),
        (Method::GET, "/api/", 404),
        (Method::POST, "/api/v1/regels/bestaat-niet", 415),
        (Method::DELETE, "/api/v1/verzuimmeldingen", 405),
        (Method::PUT, "/api/v1/regels", 405),
        (Method::PATCH, "/api/v1/aanwezigheid", 405),
        (Method::TRACE, "/api/v1/zaken", 405),
    ] {
        let a = stuur(&app, methode.clone(), pad, &[], "").await;
        assert_eq!(a.status.as_u16(), verwacht, "{methode} {pad}");
        problem(&a);
        if verwacht == 405 {
            assert!(!a.koppen["allow"].is_empty(), "{methode} {pad}");
        }
    }
}

#[tokio::test]
async fn the_rules_answer_without_a_key_as_the_command_does() {
    let (_map, app, _) = sqlite().await;
    let json = [("content-type", "application/json")];
    let vraag = json!({ "geboortedatum": "2011-02-12", "peildatum": "2026-11-23" });
    let a = stuur(&app, Method::POST, "/api/v1/regels/plicht", &json, vraag.to_string()).await;
    let een: Value = serde_json::from_str(&a.lijf).unwrap();
    assert_eq!((a.status, &een["uitkomst"]), (StatusCode::OK, &json!("leerplichtig")));
    let fout = json!({ "geboortedatum": "2011-02-30" });
    let a = stuur(&app, Method::POST, "/api/v1/regels/plicht", &json, json!([vraag, fout]).to_string()).await;
    let twee: Value = serde_json::from_str(&a.lijf).unwrap();
    assert_eq!((a.status, &twee[0], &twee[1]["fout"]["veld"]), (StatusCode::OK, &een, &json!("/geboortedatum")));
    let a = stuur(&app, Method::POST, "/api/v1/regels/plicht", &json, fout.to_string()).await;
    assert_eq!(a.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(a.lijf.contains("/geboortedatum"));
    let veel = Value::Array(vec![vraag; 1001]);
    let a = stuur(&app, Method::POST, "/api/v1/regels/plicht", &json, veel.to_string()).await;
    assert_eq!(a.status, StatusCode::UNPROCESSABLE_ENTITY);
    let a = stuur(&app, Method::GET, "/api/v1/regels", &[], "").await;
    for r in ["plicht", "venster", "langdurig", "verzuimsoort", "termijn", "routering", "grondslag", "thuiszitter"] {
        assert!(a.lijf.contains(&format!("\"naam\":\"{r}\"")), "{r}");
    }
}

fn les(nummer: &str, datum: &str, lesuur: u8) -> Value {
    json!({ "leerlingnummer": nummer, "datum": datum, "lesuur": lesuur, "status": "ongeoorloofd" })
}

/// From enrolment to the municipality, by systems only; each request sent twice.
#[tokio::test]
async fn the_chain_between_systems() {
    let (_map, app, sleutels) = sqlite().await;
    keten(app, sleutels).await;
    if let Some((app, sleutels)) = gemeen::postgres().await {
        keten(app, sleutels).await;
    }
}

async fn keten(app: App, sleutels: Vec<(String, String)>) {
    let (school, gemeente) = (sleutel(&sleutels, "maasveld"), sleutel(&sleutels, "g9902"));
    let nieuw = json!({ "inschrijvingen": [{
        "leerlingnummer": "39001", "voornamen": "Nour", "achternaam": "d'Hondt", "geboortedatum": "2012-05-06", "geslacht": "vrouw",
        "gemeente": "9902", "klas": "3Q", "opleiding": "vmbo-tl", "ingeschreven": "2026-08-01" }] });
    for _ in 0..2 {
        let (status, a) = post(&app, school, "i-1", "/api/v1/inschrijvingen", &nieuw).await;
        assert_eq!((status, &a["nieuw"]), (StatusCode::OK, &json!(1)), "het tweede antwoord is het eerste");
    }
    let (_, a) = post(&app, school, "i-2", "/api/v1/inschrijvingen", &nieuw).await;
    assert_eq!((&a["nieuw"], &a["gelijk"]), (&json!(0), &json!(1)));

    let dagen = ["2026-11-09", "2026-11-10", "2026-11-16", "2026-11-17"];
    let lessen: Vec<Value> = dagen.iter().flat_map(|d| (1..=4).map(|u| les("39001", d, u))).collect();
    for _ in 0..2 {
        let (status, a) = post(&app, school, "a-1", "/api/v1/aanwezigheid", &json!({ "markeringen": lessen })).await;
        assert_eq!((status, &a["nieuw"], &a["herrekend"]), (StatusCode::OK, &json!(16), &json!(1)));
    }
    let (status, a) =
        post(&app, school, "a-1", "/api/v1/aanwezigheid", &json!({ "markeringen": [les("39001", "2026-11-18", 1)] }))
            .await;
    assert_eq!((status, &a["fouten"][0]["veld"]), (StatusCode::UNPROCESSABLE_ENTITY, &json!("Idempotency-Key")));

    let overzicht: Vec<Value> = dagen
        .iter()
        .flat_map(|d| (1..=4).map(move |u| json!({ "datum": d, "lesuur": u, "minuten": 50, "status": "ongeoorloofd" })))
        .collect();
    let melding = |minuten: i64, lessen: &[Value]| {
        json!({ "leerlingnummer": "39001", "soort": "zestien_uur", "begin": "2026-11-09", "einde": "2026-11-17",
                "minuten": minuten, "verzuimoverzicht": lessen, "actieGewenst": true })
    };
    let (status, a) = post(&app, school, "m-0", "/api/v1/verzuimmeldingen", &melding(850, &overzicht)).await;
    assert_eq!((status, &a["fouten"][0]["veld"]), (StatusCode::UNPROCESSABLE_ENTITY, &json!("/minuten")), "A-329");
    let (status, _) = post(&app, school, "m-0", "/api/v1/verzuimmeldingen", &melding(750, &overzicht[1..])).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "er ontbreekt een les");
    let mut nummers = Vec::new();
    for _ in 0..2 {
        let (status, a) = post(&app, school, "m-1", "/api/v1/verzuimmeldingen", &melding(800, &overzicht)).await;
        assert_eq!(status, StatusCode::CREATED, "{a}");
        assert!(a["registernummer"].as_str().unwrap().starts_with("R2026-"));
        nummers.push(a["meldingsnummer"].as_str().unwrap().to_owned());
    }
    assert_eq!(nummers[0], nummers[1]);
    let (status, a) = post(&app, school, "m-2", "/api/v1/verzuimmeldingen", &melding(800, &overzicht)).await;
    assert_eq!((status, &a["type"]), (StatusCode::CONFLICT, &json!("urn:leerrecht:probleem:weigering")), "al gemeld");
    let (_, a) = get(&app, school, "/api/v1/verzuimmeldingen").await;
    let van_ons = a["meldingen"].as_array().unwrap().iter().filter(|m| m["leerlingnummer"] == "39001").count();
    assert_eq!(van_ons, 1);
    let (status, a) = get(&app, gemeente, "/api/v1/zaken").await;
    assert_eq!(status, StatusCode::OK);
    let zaak =
        a["zaken"].as_array().unwrap().iter().find(|z| z["naam"] == "Nour d'Hondt").expect("bij de woongemeente");
    assert_eq!((&zaak["minuten"], &zaak["stand"]), (&json!(800), &json!("nieuw")));
    let (_, a) = get(&app, sleutel(&sleutels, "g9901"), "/api/v1/zaken").await;
    assert!(!a.to_string().contains("d'Hondt"), "niet bij een andere gemeente");
}

#[tokio::test]
async fn requests_at_the_same_moment_make_one_report() {
    let (_map, app, sleutels) = sqlite().await;
    tegelijk(app, sleutels).await;
    if let Some((app, sleutels)) = gemeen::postgres().await {
        tegelijk(app, sleutels).await;
    }
}

async fn tegelijk(app: App, sleutels: Vec<(String, String)>) {
    let school = sleutel(&sleutels, "lyceum").to_owned();
    let lessen: Vec<Value> =
        (1..=7).map(|u| les("50001", "2026-11-18", u)).chain((1..=5).map(|u| les("50001", "2026-11-19", u))).collect();
    let (status, a) = post(&app, &school, "a", "/api/v1/aanwezigheid", &json!({ "markeringen": lessen })).await;
    assert_eq!(status, StatusCode::OK, "{a}");
    let overzicht: Vec<Value> = [("2026-11-18", 1..=7), ("2026-11-19", 1..=5)]
        .into_iter()
        .flat_map(|(d, u)| u.map(move |u| json!({ "datum": d, "lesuur": u, "minuten": 50, "status": "ongeoorloofd" })))
        .collect();
    let m = json!({ "leerlingnummer": "50001", "soort": "luxe", "begin": "2026-11-18", "einde": "2026-11-19", "minuten": 600,
                    "verzuimoverzicht": overzicht, "actieGewenst": true });
    let taken: Vec<_> = (0..8)
        .map(|i| {
            let (app, school, m) = (app.clone(), school.clone(), m.clone());
            tokio::spawn(
                async move { post(&app, &school, &format!("m-{}", i % 2), "/api/v1/verzuimmeldingen", &m).await },
            )
        })
        .collect();
    let mut gelukt = 0;
    for t in taken {
        let (status, a) = t.await.unwrap();
        assert!(!status.is_server_error(), "{a}");
        gelukt += usize::from(status == StatusCode::CREATED);
    }
    assert_eq!(gelukt, 4, "elke herhaling van het eerste verzoek krijgt hetzelfde antwoord, het andere niet");
    let (_, a) = get(&app, &school, "/api/v1/verzuimmeldingen").await;
    assert_eq!(a["meldingen"].as_array().unwrap().iter().filter(|m| m["soort"] == "luxe").count(), 1, "{a}");
}

/// Security.md 3.9 at the API: refused, on the right field, nothing stored.
#[tokio::test]
async fn bad_bodies_are_refused_on_the_right_field_and_store_nothing() {
    let (_map, app, sleutels) = sqlite().await;
    let school = sleutel(&sleutels, "maasveld");
    let bearer = format!("Bearer {school}");
    let goed = les("30010", "2026-11-19", 1);
    let met = |veld: &str, waarde: Value| {
        let mut m = goed.clone();
        m[veld] = waarde;
        json!({ "markeringen": [m] }).to_string()
    };
    let kind = |veld: &str, waarde: Value| {
        let mut s = json!({ "leerlingnummer": "39002", "voornamen": "A", "achternaam": "B", "geboortedatum": "2012-05-06",
            "geslacht": "man", "klas": "3Q", "opleiding": "vmbo", "ingeschreven": "2026-08-01" });
        s[veld] = waarde;
        json!({ "inschrijvingen": [s] }).to_string()
    };
    let a = "/api/v1/aanwezigheid";
    let i = "/api/v1/inschrijvingen";
    let diep = format!("{}1{}", "[".repeat(40), "]".repeat(40));
    let groot = format!("{{\"markeringen\":\"{}\"}}", "x".repeat(300 * 1024));
    let gevallen: Vec<(&str, String, u16, &str)> = vec![
        (a, met("datum", json!("2026-02-30")), 422, "/markeringen/0/datum"),
        (a, met("datum", json!("2027-02-29")), 422, "/markeringen/0/datum"),
        (a, met("datum", json!("19-11-2026")), 422, "/markeringen/0/datum"),
        (a, met("datum", json!("2026-11-19T00:00:00Z")), 422, "/markeringen/0/datum"),
        (a, met("datum", json!("9999-12-31")), 422, "/markeringen/0/datum"),
        (a, met("datum", json!("0000-00-00")), 422, "/markeringen/0/datum"),
        (a, met("datum", json!("2026-11-24")), 422, "/markeringen/0/datum"),
        (a, met("datum", json!("2026-07-31")), 422, "/markeringen/0/datum"),
        (a, met("datum", json!(44000)), 400, "/markeringen/0/datum"),
        (a, met("lesuur", json!(0)), 422, "/markeringen/0/lesuur"),
        (a, met("lesuur", json!(17)), 422, "/markeringen/0/lesuur"),
        (a, met("lesuur", json!(-1)), 400, "/markeringen/0/lesuur"),
        (a, met("lesuur", json!(1e9)), 400, "/markeringen/0/lesuur"),
        (a, met("lesuur", json!(15.99)), 400, "/markeringen/0/lesuur"),
        (a, met("lesuur", json!("16 uur")), 400, "/markeringen/0/lesuur"),
        (a, met("lesuur", json!(null)), 400, "/markeringen/0/lesuur"),
        (a, met("status", json!("spijbelen")), 422, "/markeringen/0/status"),
        (a, met("status", json!("geen_register")), 422, "/markeringen/0/status"),
        (a, met("minutenTeLaat", json!(5)), 422, "/markeringen/0/minutenTeLaat"),
        (a, met("leerlingnummer", json!("")), 422, "/markeringen/0/leerlingnummer"),
        (a, met("leerlingnummer", json!("=cmd|'/c calc'!A1")), 422, "/markeringen/0/leerlingnummer"),
        (a, met("leerlingnummer", json!("<script>alert(1)</script>")), 422, "/markeringen/0/leerlingnummer"),
        (a, met("leerlingnummer", json!("99999")), 422, "/markeringen/0/leerlingnummer"),
        (a, met("leerlingnummer", json!("50001")), 422, "/markeringen/0/leerlingnummer"),
        (a, met("extra", json!(1)), 400, "/markeringen/0/extra"),
        (a, json!({ "markeringen": [goed, goed] }).to_string(), 422, "/markeringen/1"),
        (a, json!({ "markeringen": [] }).to_string(), 422, "/markeringen"),
        (a, "{\"markeringen\":[],\"markeringen\":[]}".to_owned(), 400, ""),
        (a, "{}".to_owned(), 400, ""),
        (a, String::new(), 400, ""),
        (a, "null".to_owned(), 400, ""),
        (a, "{\"markeringen\": NaN}".to_owned(), 400, ""),
        (a, "{\"markeringen\": \"\\ud800\"}".to_owned(), 400, ""),
        (a, diep, 400, ""),
        (a, groot, 413, ""),
        (i, kind("persoonsgebondenNummer", json!("12345678")), 422, "/inschrijvingen/0/persoonsgebondenNummer"),
        (i, kind("persoonsgebondenNummer", json!("1234567890")), 422, "/inschrijvingen/0/persoonsgebondenNummer"),
        (i, kind("persoonsgebondenNummer", json!("000000000")), 422, "/inschrijvingen/0/persoonsgebondenNummer"),
        (
            i,
            kind("persoonsgebondenNummer", json!("１１１２２２３３３")),
            422,
            "/inschrijvingen/0/persoonsgebondenNummer",
        ),
        (i, kind("persoonsgebondenNummer", json!(111_222_333)), 400, "/inschrijvingen/0/persoonsgebondenNummer"),
        (i, kind("geboortedatum", json!("2026-11-24")), 422, "/inschrijvingen/0/geboortedatum"),
        (i, kind("geboortedatum", json!("1929-01-01")), 422, "/inschrijvingen/0/geboortedatum"),
        (i, kind("geboortedatum", json!("00-00-2010")), 422, "/inschrijvingen/0/geboortedatum"),
        (i, kind("achternaam", json!("   ")), 422, "/inschrijvingen/0/achternaam"),
        (i, kind("achternaam", json!("x".repeat(10_000))), 422, "/inschrijvingen/0/achternaam"),
        (i, kind("achternaam", json!("a\u{202E}b")), 422, "/inschrijvingen/0/achternaam"),
        (i, kind("achternaam", json!("a\u{200B}b")), 422, "/inschrijvingen/0/achternaam"),
        (i, kind("achternaam", json!("a\u{0}b")), 422, "/inschrijvingen/0/achternaam"),
        (i, kind("uitgeschreven", json!("2026-07-01")), 422, "/inschrijvingen/0/uitgeschreven"),
        (i, kind("gemeente", json!("12")), 422, "/inschrijvingen/0/gemeente"),
        (i, kind("geslacht", json!("x")), 422, "/inschrijvingen/0/geslacht"),
        (i, kind("leerlingnummer", json!("30001")), 422, "/inschrijvingen/0/geboortedatum"),
    ];
    let voor = store::verifieer(app.db()).await.unwrap().iter().map(|k| k.1).sum::<i64>();
    for (nr, (pad, lijf, status, veld)) in gevallen.iter().enumerate() {
        let idem = format!("slecht-{nr}");
        let koppen =
            [("authorization", bearer.as_str()), ("idempotency-key", &idem), ("content-type", "application/json")];
        let antwoord = stuur(&app, Method::POST, pad, &koppen, lijf.clone()).await;
        let kort: String = lijf.chars().take(120).collect();
        assert_eq!(antwoord.status.as_u16(), *status, "{kort}: {}", antwoord.lijf);
        problem(&antwoord);
        let j: Value = serde_json::from_str(&antwoord.lijf).unwrap();
        if !veld.is_empty() {
            assert_eq!(j["fouten"][0]["veld"], *veld, "{kort}");
        }
        assert!(
            !antwoord.lijf.contains("script") && !antwoord.lijf.contains("111222333"),
            "de waarde staat in het antwoord: {kort}"
        );
    }
    for (naam, waarde, status) in
        [("idempotency-key", "", 400), ("idempotency-key", "met spatie", 400), ("content-type", "text/plain", 415)]
    {
        let mut koppen =
            vec![("authorization", bearer.as_str()), ("idempotency-key", "k"), ("content-type", "application/json")];
        koppen.retain(|k| k.0 != naam);
        koppen.push((naam, waarde));
        let antwoord = stuur(&app, Method::POST, a, &koppen, met("lesuur", json!(1))).await;
        assert_eq!(antwoord.status.as_u16(), status, "{naam}: {waarde:?}");
    }
    let na = store::verifieer(app.db()).await.unwrap().iter().map(|k| k.1).sum::<i64>();
    assert_eq!(voor, na, "er is iets opgeslagen");
    println!("{} slechte verzoeken geweigerd", gevallen.len() + 3);
}
