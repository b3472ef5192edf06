//! Every outcome that is kept can be repeated, and comes out the same; the facts hold no sickness and no name.

use app::school::melding_opstellen::{self, Invulling};
use app::school::{inzien, melding_versturen};
use app::{App, Omgeving, ontvangst};
use domain::waarden::Tijdstip;
use jiff::civil::date;
use std::collections::BTreeSet;
use std::sync::Arc;

#[tokio::test]
async fn elke_bewaarde_uitkomst_komt_er_weer_zo_uit() {
    let map = tempfile::tempdir().unwrap();
    let db = store::Db::sqlite(map.path(), store::Sleutelbos::uit(&[3; 32])).await.unwrap();
    let nu = Tijdstip::lokaal(date(2026, 11, 23), 10, 20);
    let app = App::nieuw(db.clone(), Omgeving { klok: Arc::new(move || nu), demo: true });
    app::demo::vul(&app).await.unwrap();

    // One report of today, through the register.
    let koekje = app::sessie::demo_inloggen(&app, "vm-maasveld").await.unwrap();
    let wie = app::sessie::wie(&app, &koekje).await.unwrap().unwrap().wie;
    let signalen = inzien::vandaag(&app, &wie).await.unwrap().signalen;
    let signaal = signalen.iter().find(|s| s.soort == "zestien_uur" && s.stand == "open").unwrap();
    let melding = melding_opstellen::uit_signaal(&app, &wie, signaal.id).await.unwrap();
    let invulling = Invulling { versie: 1, actie_gewenst: true, ..Default::default() };
    melding_versturen::bewaar(&app, &wie, melding, invulling, true).await.unwrap();
    app::register::verwerk(&app).await.unwrap();

    let herhaald = ontvangst::herhaal(&app).await.unwrap();
    let anders: Vec<_> = herhaald.iter().filter(|h| !h.uitslag.gelijk()).collect();
    assert!(anders.is_empty(), "{anders:?}");
    let soorten: BTreeSet<&str> = herhaald.iter().map(|h| h.soort).collect();
    let regels: BTreeSet<&str> = herhaald.iter().map(|h| h.regel.as_str()).collect();
    assert!(soorten.contains("signaal") && soorten.contains("registermelding"), "{soorten:?}");
    for regel in ["venster", "verzuimsoort", "routering"] {
        assert!(regels.contains(regel), "{regels:?}");
    }
    assert!(herhaald.iter().all(|h| h.versie.len() == 10));
    // Whoever repeats has read, and that stands in the log.
    for (_, regels, heel) in store::verifieer(&db).await.unwrap() {
        assert!(heel.is_ok() && regels > 0);
    }
}
