//! Every route with a key in its address, for everybody whose role may use the route: whoever has no relation with that
//! one thing gets the answer of something that does not exist. A new placeholder without an example here fails.
#![expect(clippy::unwrap_used, reason = "een toets mag vallen")]

mod gemeen;

use app::App;
use app::sessie::{demo_inloggen, demopersonen, wie};
use axum::http::{Method, StatusCode};
use gemeen::{sqlite, stuur};
use web::{Access, Route, tabel};

/// One thing: the placeholder, its key, and who may see it.
struct Ding {
    plek: &'static str,
    sleutel: String,
    mag: &'static [&'static str],
    /// Addresses in which this kind of thing is meant; empty means all.
    alleen: &'static str,
}

async fn als(app: &App, code: &str) -> (String, String) {
    let koekje = demo_inloggen(app, code).await.unwrap();
    let csrf = wie(app, &koekje).await.unwrap().unwrap().csrf;
    (koekje, csrf)
}

async fn vraag(
    app: &App,
    methode: Method,
    pad: &str,
    wie: &(String, String),
    velden: &str,
) -> (StatusCode, String, String) {
    let koekje = format!("leerrecht_sessie={}", wie.0);
    let koppen = [("cookie", koekje.as_str()), ("content-type", "application/x-www-form-urlencoded")];
    let a = stuur(app, methode, pad, &koppen, format!("csrf={}&{velden}", wie.1)).await;
    let naar = a.koppen.get("location").map(|l| l.to_str().unwrap().to_owned()).unwrap_or_default();
    (a.status, naar, a.lijf)
}

fn na(tekst: &str, begin: &str) -> String {
    let van = tekst.find(begin).unwrap_or_else(|| panic!("{begin} staat niet op de bladzijde")) + begin.len();
    tekst[van..van + 36].to_owned()
}

fn voor(tekst: &str, naam: &str, begin: &str) -> String {
    let tot = tekst.find(naam).unwrap();
    let van = tekst[..tot].rfind(begin).unwrap() + begin.len();
    tekst[van..van + 36].to_owned()
}

/// Make one of each thing, through the product itself.
async fn dingen(app: &App) -> Vec<Ding> {
    let vm = als(app, "vm-maasveld").await;
    let (_, _, leerlingen) = vraag(app, Method::GET, "/school/leerlingen", &vm, "").await;
    let leerling = |naam: &str| voor(&leerlingen, naam, "/school/leerlingen/");
    let (_, _, blad) = vraag(app, Method::GET, "/school/signalen", &vm, "").await;
    let signalen = &blad[blad.find("<aside").unwrap()..];
    // Olivia Nowak is in class 3C, the class of the mentor, and lives in Heuveloord.
    let bij_olivia = &signalen[signalen.find("Olivia Nowak").unwrap()..];
    let signaal = na(bij_olivia, "/school/signalen/");
    let (_, melding, _) = vraag(app, Method::POST, &format!("/school/signalen/{signaal}/melding"), &vm, "").await;
    let (status, _, _) = vraag(app, Method::POST, &melding, &vm, "versie=1&actie_gewenst=ja&doe=versturen").await;
    assert_eq!(status, StatusCode::SEE_OTHER);
    let lpa = als(app, "lpa-heuveloord").await;
    let (_, _, voorraad) = vraag(app, Method::GET, "/leerplicht", &lpa, "").await;
    let zaak = voor(&voorraad, "Olivia Nowak", "/leerplicht/zaken/");
    let ander = na(&signalen[signalen.find("Kwame").or(signalen.find("Luuk")).unwrap()..], "/school/signalen/");
    let vm_wie = wie(app, &vm.0).await.unwrap().unwrap().wie;
    let bestand = app::school::bestand::ontvang(
        app,
        &vm_wie,
        "x.csv",
        b"leerlingnummer;datum;lesuur;code\n30001;19-11-2026;1;Z\n".to_vec(),
    )
    .await
    .unwrap()
    .id
    .to_string();
    let docent = als(app, "docent-maasveld").await;
    let (_, _, lessen) = vraag(app, Method::GET, "/les", &docent, "").await;
    let klas = na(&lessen, "/les/");
    let school = &["vm-maasveld", "sl-maasveld"];
    vec![
        Ding {
            plek: "{leerling}",
            sleutel: leerling("Daan Verhoeven"),
            mag: &["vm-maasveld", "sl-maasveld", "mentor-maasveld"],
            alleen: "/school",
        },
        Ding { plek: "{leerling}", sleutel: leerling("Selin Aydo"), mag: school, alleen: "/school" },
        Ding {
            plek: "{leerling}",
            sleutel: leerling("Daan Verhoeven"),
            mag: &["ouder-verhoeven", "ouder-smit"],
            alleen: "/mijn",
        },
        Ding {
            plek: "{leerling}",
            sleutel: leerling("Selin Aydo"),
            mag: &["ouder-aydogan", "leerling-15"],
            alleen: "/mijn",
        },
        Ding { plek: "{signaal}", sleutel: ander, mag: school, alleen: "" },
        Ding {
            plek: "{melding}",
            sleutel: melding.rsplit('/').next().unwrap().to_owned(),
            mag: &["vm-maasveld", "sl-maasveld", "mentor-maasveld"],
            alleen: "",
        },
        Ding { plek: "{zaak}", sleutel: zaak, mag: &["lpa-heuveloord", "adm-heuveloord"], alleen: "" },
        Ding { plek: "{klas}", sleutel: klas, mag: &["docent-maasveld"], alleen: "" },
        Ding { plek: "{bestand}", sleutel: bestand, mag: &["vm-maasveld"], alleen: "" },
    ]
}

/// A body that every form of the product can read, so that only the right decides.
const VELDEN: &str = "versie=1&actie_gewenst=ja&doe=bewaren&datum=2026-11-19&lesuur=1&status=ziek&waarom=proef&minuten_te_laat=&stand=in_behandeling&reden=&terugkoppeling=x&leerlingnummer=0&code=3&soort=overig&begin=2026-11-19&einde=2026-11-19";

fn met_sleutel(r: &Route) -> bool {
    r.pad.contains('{') && !r.pad.contains("{*")
}

#[tokio::test]
async fn without_a_relation_it_does_not_exist() {
    let (_map, app, _) = sqlite().await;
    zonder_band(app).await;
    if let Some((app, _)) = gemeen::postgres().await {
        zonder_band(app).await;
    }
}

async fn zonder_band(app: App) {
    let dingen = dingen(&app).await;
    let personen = demopersonen(&app).await.unwrap();
    let (mut geweigerd, mut gezien) = (0, 0);
    for route in tabel(app.clone()).into_iter().filter(met_sleutel) {
        let Access::Rollen(rollen) = route.toegang else { continue };
        let hier: Vec<&Ding> =
            dingen.iter().filter(|d| route.pad.contains(d.plek) && route.pad.starts_with(d.alleen)).collect();
        assert!(!hier.is_empty(), "{}: maak een voorbeeld voor deze sleutel", route.pad);
        for d in hier {
            let pad = route.pad.replace(d.plek, &d.sleutel).replace("{lesuur}", "1");
            for p in personen.iter().filter(|p| rollen.iter().any(|r| r.woord() == p.rol)) {
                let mag = d.mag.contains(&p.code.as_str());
                if mag && route.methode != Method::GET {
                    // Doing it is for the other tests.
                    continue;
                }
                let (status, _, lijf) =
                    vraag(&app, route.methode.clone(), &pad, &als(&app, &p.code).await, VELDEN).await;
                if mag {
                    assert_eq!(status, StatusCode::OK, "{} {} als {}", route.methode, route.pad, p.code);
                    gezien += 1;
                } else {
                    assert_eq!(status, StatusCode::NOT_FOUND, "{} {} als {}", route.methode, route.pad, p.code);
                    for naam in ["Daan", "Selin", "Olivia", "Verhoeven", "Nowak"] {
                        assert!(!lijf.contains(naam), "{} als {} noemt een naam", route.pad, p.code);
                    }
                    geweigerd += 1;
                }
            }
        }
    }
    println!("{geweigerd} keer geweigerd zonder band, {gezien} keer gezien met band");
    assert!(geweigerd >= 100 && gezien >= 10, "{geweigerd} en {gezien}");
}

#[tokio::test]
async fn a_key_of_another_organisation_finds_nothing_in_the_api() {
    let (_map, app, sleutels) = sqlite().await;
    dingen(&app).await;
    let eigen = format!("Bearer {}", sleutels.iter().find(|s| s.0 == "maasveld").unwrap().1);
    let a = stuur(&app, Method::GET, "/api/v1/verzuimmeldingen", &[("authorization", &eigen)], "").await;
    let j: serde_json::Value = serde_json::from_str(&a.lijf).unwrap();
    let nummer = j["meldingen"][0]["meldingsnummer"].as_str().unwrap().to_owned();
    let mut cellen = 0;
    for route in tabel(app.clone()).into_iter().filter(met_sleutel) {
        let Access::Koppeling(rollen) = route.toegang else { continue };
        assert!(route.pad.contains("{meldingsnummer}"), "{}: maak een voorbeeld voor deze sleutel", route.pad);
        let pad = route.pad.replace("{meldingsnummer}", &nummer);
        for (wie, sleutel) in &sleutels {
            let bearer = format!("Bearer {sleutel}");
            let a = stuur(&app, route.methode.clone(), &pad, &[("authorization", &bearer)], "").await;
            let school = rollen.contains(&policy::Rol::Koppeling) && !wie.starts_with('g') && wie != "maasrand";
            let verwacht = match (wie.as_str(), school) {
                ("maasveld", _) => StatusCode::OK,
                (_, true) => StatusCode::NOT_FOUND,
                _ => StatusCode::FORBIDDEN,
            };
            assert_eq!(a.status, verwacht, "{pad} als {wie}");
            cellen += 1;
        }
    }
    assert!(cellen >= 8, "{cellen}");
}
