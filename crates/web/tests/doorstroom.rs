//! A student of 19 who stays away: from the school to the Doorstroompunt, and not to leerplicht.
#![expect(clippy::unwrap_used, reason = "een toets mag vallen")]

mod gemeen;
#[path = "gemeen/iemand.rs"]
mod iemand;

use app::App;
use gemeen::sqlite;
use iemand::{als, get, post};

fn na(tekst: &str, begin: &str) -> String {
    let van = tekst.find(begin).unwrap() + begin.len();
    tekst[van..van + 36].to_owned()
}

#[tokio::test]
async fn from_the_school_to_the_doorstroompunt_and_back() {
    let (_map, app, _) = sqlite().await;
    keten(app).await;
    if let Some((app, _)) = gemeen::postgres().await {
        keten(app).await;
    }
}

async fn keten(app: App) {
    let school = als(&app, "vm-roc").await;
    let blad = get(&app, &school, "/school/signalen").await.lijf;
    let kaarten = &blad[blad.find("<aside").unwrap()..];
    let signaal = na(&kaarten[kaarten.find("Sharon Pinas").unwrap()..], "/school/signalen/");
    let a = post(&app, &school, &format!("/school/signalen/{signaal}/melding"), "").await;
    let melding = a.koppen["location"].to_str().unwrap().to_owned();
    let a = post(&app, &school, &melding, "versie=1&actie_gewenst=ja&doe=versturen").await;
    assert_eq!(a.status.as_u16(), 303, "{}", a.lijf);

    let (coach, lpa) = (als(&app, "dsp-heuveloord").await, als(&app, "lpa-heuveloord").await);
    let voorraad = get(&app, &coach, "/leerplicht").await.lijf;
    let zaak = na(&voorraad, "/leerplicht/zaken/");
    assert!(voorraad.contains("Sharon Pinas"));
    assert!(
        !get(&app, &lpa, "/leerplicht").await.lijf.contains("Sharon Pinas"),
        "18 jaar of ouder is niet voor leerplicht"
    );
    let pad = format!("/leerplicht/zaken/{zaak}");
    assert_eq!(get(&app, &lpa, &pad).await.status.as_u16(), 404);
    let stand = format!("{pad}/stand");
    assert_eq!(post(&app, &lpa, &stand, "versie=1&stand=in_behandeling").await.status.as_u16(), 404);
    let blad = get(&app, &coach, &pad).await;
    assert!(blad.status.as_u16() == 200 && blad.lijf.contains("In behandeling nemen"));
    let a =
        post(&app, &coach, &stand, "versie=1&stand=in_behandeling&terugkoppeling=Wij+bellen+Sharon+deze+week.").await;
    assert_eq!(a.status.as_u16(), 303, "{}", a.lijf);
    let a = post(&app, &coach, &stand, "versie=2&stand=afgesloten&reden=hulp_ingezet").await;
    assert_eq!(a.status.as_u16(), 303, "{}", a.lijf);
    let bij_school = get(&app, &school, &melding).await.lijf;
    assert!(bij_school.contains("afgesloten") && bij_school.contains("er is hulp ingezet"));
}
