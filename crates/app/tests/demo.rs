//! The demo is the believable region: who is in it, what they can see, and what the rules found.
#![expect(clippy::unwrap_used, reason = "een toets mag vallen")]

use app::rijen::LeerlingRow;
use app::school::inzien;
use app::{App, Omgeving, gemeente, mijn};
use domain::Datum;
use domain::waarden::Tijdstip;
use jiff::civil::date;
use std::collections::BTreeSet;
use std::sync::Arc;

const SCHOLEN: [&str; 8] = ["klimboom", "horizon", "maasveld", "anker", "lyceum", "roc", "vavo", "leerhof"];
const VANDAAG: Datum = date(2026, 11, 23);

async fn demo(dag: Datum) -> (tempfile::TempDir, App) {
    let map = tempfile::tempdir().unwrap();
    let db = store::Db::sqlite(map.path(), store::Sleutelbos::uit(&[3; 32])).await.unwrap();
    let nu = Tijdstip::lokaal(dag, 10, 20);
    let app = App::nieuw(db, Omgeving { klok: Arc::new(move || nu), demo: true });
    app::demo::vul(&app).await.unwrap();
    (map, app)
}

async fn als(app: &App, code: &str) -> policy::Principal {
    let koekje = app::sessie::demo_inloggen(app, code).await.unwrap();
    app::sessie::wie(app, &koekje).await.unwrap().unwrap().wie
}

async fn vandaag(app: &App, school: &str) -> inzien::Vandaag {
    inzien::vandaag(app, &als(app, &format!("vm-{school}")).await).await.unwrap()
}

fn naam(leerlingen: &[LeerlingRow], id: uuid::Uuid) -> String {
    leerlingen.iter().find(|l| l.id == id).unwrap().naam()
}

/// Name and kind of each signal, once.
fn signalen(v: &inzien::Vandaag) -> BTreeSet<(String, String)> {
    v.signalen.iter().map(|s| (naam(&v.leerlingen, s.leerling), s.soort.clone())).collect()
}

fn heeft(v: &inzien::Vandaag, wie: &str, soort: &str) -> bool {
    signalen(v).contains(&(wie.to_owned(), soort.to_owned()))
}

fn standen(v: &inzien::Vandaag) -> BTreeSet<(String, i64, i64)> {
    v.standen.iter().map(|s| (naam(&v.leerlingen, s.leerling), s.zeker, s.mogelijk)).collect()
}

#[tokio::test]
async fn the_known_schools_show_what_they_always_showed() {
    let (_map, app) = demo(VANDAAG).await;
    let maasveld = vandaag(&app, "maasveld").await;
    let te_melden: BTreeSet<_> = [
        "Amina Warsame",
        "Daan Verhoeven",
        "Isa de Graaf",
        "Luuk Hendriks",
        "Mohamed El Amrani",
        "Olivia Nowak",
        "Selin Aydoğan",
        "Tigist Haile",
    ]
    .map(|n| (n.to_owned(), "zestien_uur".to_owned()))
    .into();
    assert_eq!(signalen(&maasveld), te_melden);
    assert_eq!(maasveld.signalen.len(), 14);
    let op_weg = [
        ("Tigist Haile", 1350, 1350),
        ("Luuk Hendriks", 1000, 1000),
        ("Mohamed El Amrani", 850, 850),
        ("Amina Warsame", 850, 850),
        ("Selin Aydoğan", 825, 825),
        ("Daan Verhoeven", 820, 920),
        ("Isa de Graaf", 800, 800),
        ("Olivia Nowak", 800, 800),
        ("Kwame Asante", 795, 795),
        ("Rayan Ait Lahcen", 700, 850),
    ];
    assert_eq!(standen(&maasveld), op_weg.map(|(n, z, m)| (n.to_owned(), z, m)).into());
    let nu: Vec<(&str, &str)> =
        maasveld.dag.iter().filter(|d| d.6 == "onbekend").map(|d| (d.1.as_str(), d.4.as_str())).collect();
    assert_eq!(nu.len(), 4, "drie leerlingen zonder verklaring: {nu:?}");
    let zoe: BTreeSet<_> = [("Zoë Mertens".to_owned(), 350, 350)].into();
    let lyceum = vandaag(&app, "lyceum").await;
    assert_eq!((signalen(&lyceum), standen(&lyceum)), (BTreeSet::new(), zoe));
    let roc = vandaag(&app, "roc").await;
    assert_eq!(signalen(&roc), [("Sharon Pinas".to_owned(), "rmc".to_owned())].into());
}

#[tokio::test]
async fn the_region_has_every_kind_of_school_pupil_and_role() {
    let (_map, app) = demo(VANDAAG).await;
    let organisaties = app.organisaties().await.unwrap();
    let soorten: BTreeSet<&str> = organisaties.iter().filter_map(|o| o.onderwijssoort.as_deref()).collect();
    assert_eq!(soorten, ["havo", "mbo_bol", "particulier", "po", "pro", "so", "vavo", "vmbo"].into());
    assert_eq!(organisaties.iter().filter(|o| o.soort == "school").count(), 8);
    assert_eq!(organisaties.iter().filter(|o| o.soort == "gemeente").count(), 3);
    assert_eq!(organisaties.iter().filter(|o| o.regeling.is_some()).count(), 1);

    let mut leerlingen = Vec::new();
    for school in SCHOLEN {
        let v = vandaag(&app, school).await;
        assert!(v.leerlingen.len() >= 10, "{school}");
        leerlingen.extend(v.leerlingen);
    }
    assert!((140..=160).contains(&leerlingen.len()), "{}", leerlingen.len());
    let jaren = |l: &LeerlingRow| rules::leeftijd(l.geboortedatum.parse().unwrap(), VANDAAG);
    let leeftijden: BTreeSet<i16> = leerlingen.iter().map(jaren).collect();
    assert_eq!((leeftijden.first(), leeftijden.last()), (Some(&4), Some(&27)));
    assert!(leerlingen.iter().any(|l| l.geheim));
    assert!(leerlingen.iter().any(|l| l.gemeente_code.is_none() && l.verblijf_gemeente.is_some()));
    for gemeente in ["9901", "9902", "9903"] {
        assert!(leerlingen.iter().any(|l| l.gemeente_code.as_deref() == Some(gemeente)), "{gemeente}");
    }

    let personen = app::sessie::demopersonen(&app).await.unwrap();
    let aantal = |rol: policy::Rol| personen.iter().filter(|p| p.rol == rol.woord()).count();
    use policy::Rol;
    assert_eq!(aantal(Rol::Verzuimmedewerker), 8);
    assert_eq!((aantal(Rol::Mentor), aantal(Rol::Docent), aantal(Rol::Schoolleider)), (2, 2, 2));
    assert_eq!((aantal(Rol::LeerplichtambtenaarBoa), aantal(Rol::Leerplichtambtenaar)), (1, 2));
    assert_eq!((aantal(Rol::AdministratieLeerplicht), aantal(Rol::TeamleiderLeerplicht)), (1, 1));
    assert_eq!((aantal(Rol::Registerbeheerder), aantal(Rol::Fg)), (1, 1));
    assert!(aantal(Rol::Ouder) >= 3);
    let coaches: Vec<&str> =
        personen.iter().filter(|p| p.rol == Rol::Doorstroomcoach.woord()).map(|p| p.organisatie.as_str()).collect();
    assert_eq!(coaches, ["Gemeente Heuveloord"; 2]);
}

#[tokio::test]
async fn parents_guardian_and_pupils_find_their_own() {
    let (_map, app) = demo(VANDAAG).await;
    for (wie, ziet) in [
        ("ouder-verhoeven", &["Daan Verhoeven"][..]),
        ("ouder-smit", &["Daan Verhoeven"]),
        ("ouder-mertens", &["Zoë Mertens"]),
        ("ouder-zonder-gezag", &[]),
        ("voogd-rozendal", &["Jesse Rozendal"]),
        ("ouder-ter-braak", &["Mila ter Braak"]),
    ] {
        let lijst = mijn::lijst(&app, &als(&app, wie).await).await.unwrap();
        assert_eq!(lijst.iter().map(LeerlingRow::naam).collect::<Vec<_>>(), ziet, "{wie}");
        assert_eq!(lijst.iter().any(|l| l.geheim), wie == "ouder-ter-braak");
    }
    for (wie, jaren) in [("leerling-15", 15), ("leerling-17", 17), ("leerling-19", 19)] {
        let lijst = mijn::lijst(&app, &als(&app, wie).await).await.unwrap();
        let leeftijden: Vec<i16> =
            lijst.iter().map(|l| rules::leeftijd(l.geboortedatum.parse().unwrap(), VANDAAG)).collect();
        assert_eq!(leeftijden, [jaren], "{wie}");
    }
}

#[tokio::test]
async fn the_rules_find_each_kind_of_signal() {
    let (_map, app) = demo(VANDAAG).await;
    let anker = vandaag(&app, "anker").await;
    assert!(standen(&anker).contains(&("Dion Maduro".to_owned(), 800, 800)), "16 uur, over de herfstvakantie");
    assert!(heeft(&anker, "Dion Maduro", "zestien_uur"));
    assert!(heeft(&anker, "Kyano Leeflang", "zestien_uur"), "zestien keer te laat telt hier als 16 uur");
    assert!(heeft(&vandaag(&app, "vavo").await, "Naomi Tjon", "rmc"));
    let leerhof = vandaag(&app, "leerhof").await;
    assert!(heeft(&leerhof, "Juno Abrahams", "langdurig"));
    assert!(standen(&leerhof).contains(&("Teun Kooistra".to_owned(), 715, 715)), "15,9 uur");
    assert!(!heeft(&leerhof, "Teun Kooistra", "zestien_uur"));
    let luxe = vandaag(&app, "klimboom").await;
    assert!(standen(&luxe).contains(&("Noud van Beek".to_owned(), 900, 900)), "rond de herfstvakantie");

    // The first report lies at the school, the register and the municipality.
    let melding = leerhof.meldingen.iter().find(|m| m.stand == "verzonden").unwrap();
    assert_eq!(melding.registerstand.as_deref(), Some("in_behandeling"));
    let zaken = gemeente::inzien::werkvoorraad(&app, &als(&app, "lpa-maasrand").await).await.unwrap();
    assert_eq!(zaken.len(), 1);
    assert_eq!(Some(zaken[0].0.registernummer.clone()), melding.registernummer);
    let register = app::register::inzien::overzicht(&app, &als(&app, "register").await).await.unwrap();
    assert_eq!((register.0.len(), register.1.len()), (1, 0));
}

#[tokio::test]
async fn filling_again_changes_nothing() {
    let (_map, app) = demo(VANDAAG).await;
    let voor = (store::verifieer(app.db()).await.unwrap(), app.organisaties().await.unwrap().len());
    assert_eq!(app::demo::vul(&app).await.unwrap(), Vec::new());
    let na = (store::verifieer(app.db()).await.unwrap(), app.organisaties().await.unwrap().len());
    assert_eq!(format!("{voor:?}"), format!("{na:?}"));
    assert!(voor.0.iter().all(|(_, _, heel)| heel.is_ok()));
}

#[tokio::test]
async fn the_demo_can_start_on_another_day() {
    for dag in [date(2026, 9, 1), date(2027, 2, 1), date(2028, 3, 1)] {
        let (_map, app) = demo(dag).await;
        let mut alle = Vec::new();
        for school in SCHOLEN {
            let v = vandaag(&app, school).await;
            alle.extend(signalen(&v).into_iter().map(|(_, soort)| soort));
            let jong = |l: &LeerlingRow| rules::leeftijd(l.geboortedatum.parse().unwrap(), dag) < 4;
            assert!(!v.leerlingen.iter().any(jong), "{school} op {dag}");
            if school == "anker" && dag == date(2027, 2, 1) {
                assert!(heeft(&v, "Shania Bos", "zestien_uur"), "16 uur, over de kerstvakantie");
            }
        }
        assert_eq!(alle.is_empty(), dag != date(2027, 2, 1), "{dag}: {alle:?}");
        assert!(store::verifieer(app.db()).await.unwrap().iter().all(|(_, _, heel)| heel.is_ok()));
    }
}
