//! The register of a lesson: what a docent sees and can do, and what becomes of it.
#![expect(clippy::unwrap_used, reason = "een toets mag vallen")]

mod gemeen;
#[path = "gemeen/iemand.rs"]
mod iemand;

use app::App;
use axum::http::Method;
use gemeen::{sqlite, stuur};
use iemand::{als, get, post};

/// The key of the pupil with this name, in the list of a lesson.
fn van(blad: &str, naam: &str) -> String {
    let tot = blad.find(&format!("<b>{naam}</b>")).unwrap_or_else(|| panic!("{naam} staat niet in de les"));
    let begin = blad[..tot].rfind("id=\"wat-").unwrap() + 8;
    blad[begin..begin + 36].to_owned()
}

#[tokio::test]
async fn a_docent_takes_the_register_and_the_office_sees_it() {
    let (_map, app, _) = sqlite().await;
    register_van_een_les(app).await;
    if let Some((app, _)) = gemeen::postgres().await {
        register_van_een_les(app).await;
    }
}

async fn register_van_een_les(app: App) {
    let docent = als(&app, "docent-maasveld").await;
    let lessen = get(&app, &docent, "/les").await.lijf;
    let begin = lessen.find("href=\"/les/").unwrap() + 6;
    let pad = lessen[begin..].split('"').next().unwrap().to_owned();
    let blad = get(&app, &docent, &pad).await.lijf;
    assert!(blad.contains("Klas 3B, les 1"));
    let (luuk, kwame, ravi, selin) = (
        van(&blad, "Luuk Hendriks"),
        van(&blad, "Kwame Asante"),
        van(&blad, "Ravi Ramdin"),
        van(&blad, "Selin Aydoğan"),
    );
    // Kwame is ill: the docent sees that he is excused, and not why.
    let van_kwame = &blad[blad.find(&kwame).unwrap()..][..400];
    assert!(van_kwame.contains("Afgemeld") && !blad.to_lowercase().contains("ziek"));
    assert!(!blad.contains("16 uur") && !blad.contains("ongeoorloofd"), "geen uren en geen signalen");

    let slecht = format!("wat-{luuk}=afwezig&wat-{selin}=te_laat&min-{selin}=51");
    let a = post(&app, &docent, &pad, &slecht).await;
    assert_eq!(a.status.as_u16(), 422);
    assert!(
        a.lijf.contains(&format!("href=\"#min-{selin}\"")) && a.lijf.contains("value=\"51\""),
        "niets gaat verloren"
    );
    let vm = als(&app, "vm-maasveld").await;
    let zonder = |blad: String| blad[..blad.find("Op weg naar 16 uur").unwrap()].to_owned();
    assert!(!zonder(get(&app, &vm, "/school").await.lijf).contains("Luuk Hendriks"), "er is niets opgeslagen");
    assert_eq!(post(&app, &docent, &pad, &format!("wat-{luuk}=spijbelt")).await.status.as_u16(), 422);

    let goed =
        format!("wat-{luuk}=afwezig&wat-{selin}=te_laat&min-{selin}=10&wat-{kwame}=aanwezig&wat-{ravi}=aanwezig");
    for _ in 0..2 {
        let a = post(&app, &docent, &pad, &goed).await;
        assert_eq!(a.status.as_u16(), 303, "twee keer opslaan mag");
        assert!(a.koppen["location"].to_str().unwrap().ends_with("afwezig=2"), "Luuk, en Kwame die is afgemeld");
    }
    let vandaag = get(&app, &vm, "/school").await.lijf;
    assert!(zonder(vandaag.clone()).contains("Luuk Hendriks"), "afwezig in de les is nu zonder verklaring");
    assert!(vandaag.contains("ziek"), "wat elders is vastgelegd, blijft");
    let blad = get(&app, &docent, &pad).await.lijf;
    assert!(blad[blad.find(&kwame).unwrap()..][..400].contains("Afgemeld"));
}

#[tokio::test]
async fn not_a_lesson_of_mine_is_not_a_lesson() {
    let (_map, app, _) = sqlite().await;
    let docent = als(&app, "docent-maasveld").await;
    let lessen = get(&app, &docent, "/les").await.lijf;
    let begin = lessen.find("href=\"/les/").unwrap() + 6;
    let pad = lessen[begin..].split('"').next().unwrap().to_owned();
    let klas = pad.rsplit_once('/').unwrap().0.to_owned();
    for slecht in ["0", "9", "16", "17", "-1", "x", "1e9"] {
        let a = stuur(&app, Method::GET, &format!("{klas}/{slecht}"), &[("cookie", &docent.koekje)], "").await;
        assert_eq!(a.status.as_u16(), 404, "les {slecht}: op maandag zijn er zeven");
        assert_eq!(post(&app, &docent, &format!("{klas}/{slecht}"), "").await.status.as_u16(), 404);
    }
    let ander = als(&app, "docent-anker").await;
    assert_eq!(post(&app, &ander, &pad, "").await.status.as_u16(), 404);
}
