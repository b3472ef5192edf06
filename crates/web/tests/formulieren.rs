//! Security.md 3.9 at the forms and the files: a clear message at the right field, 4xx, nothing stored, nothing lost.
#![expect(clippy::unwrap_used, reason = "een toets mag vallen")]

mod gemeen;
#[path = "gemeen/iemand.rs"]
mod iemand;

use app::App;
use axum::http::Method;
use gemeen::{sqlite, stuur};
use iemand::{Iemand, als, get, post};

/// What a pupil's page and the list of reports show: the same before and after, when nothing was stored.
async fn geschreven(app: &App, i: &Iemand, leerling: &str) -> (String, String) {
    let blad = get(app, i, leerling).await.lijf;
    let meldingen = get(app, i, "/school/meldingen").await.lijf;
    let deel = |t: &str| t[t.find("<main").unwrap()..t.find("</main").unwrap()].replace(&i.csrf, "");
    (deel(&blad), deel(&meldingen))
}

fn sleutel(tekst: &str, naam: &str, begin: &str) -> String {
    let tot = tekst.find(naam).unwrap();
    let van = tekst[..tot].rfind(begin).unwrap() + begin.len();
    tekst[van..van + 36].to_owned()
}

/// Field, what is sent, and a part of the message.
type Geval<'a> = (&'a str, String, &'a str);

#[tokio::test]
async fn bad_values_in_forms_get_a_message_at_the_field_and_store_nothing() {
    let (_map, app, _) = sqlite().await;
    let vm = als(&app, "vm-maasveld").await;
    let lijst = get(&app, &vm, "/school/leerlingen").await.lijf;
    let daan = format!("/school/leerlingen/{}", sleutel(&lijst, "Daan Verhoeven", "/school/leerlingen/"));
    let signalen = get(&app, &vm, "/school/signalen").await.lijf;
    let signalen = &signalen[signalen.find("<aside").unwrap()..];
    let olivia = &signalen[signalen.find("Olivia Nowak").unwrap()..];
    let van = olivia.find("/school/signalen/").unwrap() + "/school/signalen/".len();
    let a = post(&app, &vm, &format!("/school/signalen/{}/melding", &olivia[van..van + 36]), "").await;
    let melding = a.koppen["location"].to_str().unwrap().to_owned();
    let voor = geschreven(&app, &vm, &daan).await;

    let lessen = format!("{daan}/lessen");
    let les = |veld: &str, waarde: &str| {
        let mut v: Vec<(&str, &str)> = vec![
            ("datum", "2026-11-19"),
            ("lesuur", "1"),
            ("status", "ziek"),
            ("minuten_te_laat", ""),
            ("waarom", "vergissing"),
        ];
        v.iter_mut().filter(|x| x.0 == veld).for_each(|x| x.1 = waarde);
        v.iter().map(|(n, w)| format!("{n}={w}")).collect::<Vec<_>>().join("&")
    };
    let tekst = |veld: &str, waarde: &str| format!("versie=1&actie_gewenst=ja&doe=versturen&{veld}={waarde}");
    let lang = "x".repeat(10_000);
    let gevallen: Vec<(&str, Geval<'_>)> = vec![
        (&lessen, ("datum", les("datum", ""), "Kies een dag")),
        (&lessen, ("datum", les("datum", "30-02-2026"), "Kies een dag")),
        (&lessen, ("datum", les("datum", "2027-02-29"), "Kies een dag")),
        (&lessen, ("datum", les("datum", "2026-11-19T02:30"), "Kies een dag")),
        (&lessen, ("datum", les("datum", "44000"), "Kies een dag")),
        (&lessen, ("datum", les("datum", "%2B012026-01-01"), "Kies een dag")),
        (&lessen, ("datum", les("datum", "9999-12-31"), "Kies een dag")),
        (&lessen, ("datum", les("datum", "2026-11-24"), "nog niet geweest")),
        (&lessen, ("datum", les("datum", "2026-07-31"), "schooljaar")),
        (&lessen, ("lesuur", les("lesuur", ""), "als getal")),
        (&lessen, ("lesuur", les("lesuur", "-1"), "als getal")),
        (&lessen, ("lesuur", les("lesuur", "0"), "1 tot en met 16")),
        (&lessen, ("lesuur", les("lesuur", "17"), "1 tot en met 16")),
        (&lessen, ("lesuur", les("lesuur", "16+uur"), "als getal")),
        (&lessen, ("lesuur", les("lesuur", "1e9"), "als getal")),
        (&lessen, ("lesuur", les("lesuur", "%EF%BC%91"), "als getal")),
        (&lessen, ("lesuur", les("lesuur", "NaN"), "als getal")),
        (&lessen, ("status", les("status", "geen_register"), "Kies wat er moet staan")),
        (&lessen, ("status", les("status", "spijbelen"), "Kies wat er moet staan")),
        (&lessen, ("status", les("status", "%27+OR+1%3D1"), "Kies wat er moet staan")),
        (&lessen, ("minuten_te_laat", les("minuten_te_laat", "5"), "alleen minuten in bij te laat")),
        (&lessen, ("minuten_te_laat", les("minuten_te_laat", "15%2C99"), "als getal")),
        (&lessen, ("waarom", les("waarom", ""), "Schrijf op waarom")),
        (&lessen, ("waarom", les("waarom", "+++"), "Schrijf op waarom")),
        (&lessen, ("waarom", les("waarom", &lang), "hoogstens 200")),
        (&lessen, ("waarom", les("waarom", "a%00b"), "gewone tekens")),
        (&lessen, ("waarom", les("waarom", "zij+was+ziek"), "gezondheid")),
        (&melding, ("toelichting", tekst("toelichting", "heeft+ADHD"), "gezondheid")),
        (&melding, ("toelichting", tekst("toelichting", &lang), "1.000 tekens")),
        (&melding, ("toelichting", tekst("toelichting", "a%00b"), "niet kunnen worden gelezen")),
        (&melding, ("ondernomen_acties", tekst("ondernomen_acties", "gesprek+met+psycholoog"), "gezondheid")),
        (&melding, ("toelichting_actie", tekst("toelichting_actie", "hulp+bij+depressie"), "gezondheid")),
        (&melding, ("reden", tekst("reden", "omdat"), "Kies een reden")),
        (&melding, ("actie_gewenst", "versie=1&actie_gewenst=misschien&doe=versturen".to_owned(), "ja of nee")),
    ];
    for (pad, (veld, velden, bericht)) in &gevallen {
        let a = post(&app, &vm, pad, velden).await;
        let kort: String = velden.chars().take(150).collect();
        assert_eq!(a.status.as_u16(), 422, "{kort}");
        assert!(a.lijf.contains(bericht), "{kort}: «{bericht}» staat er niet");
        assert!(a.lijf.contains(&format!("href=\"#{veld}\"")), "{kort}: de melding wijst niet naar {veld}");
    }
    // Not a field but the form itself is wrong.
    let dubbel = format!("{}&datum=2026-11-18", les("", ""));
    let breed = (0..2000).map(|i| format!("v{i}=1")).collect::<Vec<_>>().join("&");
    for (pad, velden, status) in [
        (melding.as_str(), "actie_gewenst=ja&doe=versturen".to_owned(), 403),
        (melding.as_str(), "versie=x&actie_gewenst=ja".to_owned(), 403),
        (melding.as_str(), "versie=7&actie_gewenst=ja&doe=versturen".to_owned(), 409),
        (lessen.as_str(), dubbel, 422),
        (lessen.as_str(), breed, 422),
        (lessen.as_str(), "%FF%FE=%ZZ".to_owned(), 422),
        (lessen.as_str(), format!("waarom={}", "x".repeat(100_000)), 413),
    ] {
        let a = post(&app, &vm, pad, &velden).await;
        let kort: String = velden.chars().take(80).collect();
        assert_eq!(a.status.as_u16(), status, "{kort}");
    }
    // Wrong or no token, and a token of somebody else.
    let ander = als(&app, "sl-maasveld").await;
    for token in ["", "verkeerd", &ander.csrf] {
        let koppen = [("cookie", vm.koekje.as_str()), ("content-type", "application/x-www-form-urlencoded")];
        let a = stuur(&app, Method::POST, &lessen, &koppen, format!("csrf={token}&{}", les("", ""))).await;
        assert_eq!(a.status.as_u16(), 403, "token {token:?}");
    }
    assert_eq!(geschreven(&app, &vm, &daan).await, voor, "er is iets opgeslagen");
    println!("{} slechte formulieren geweigerd", gevallen.len() + 10);
}

#[tokio::test]
async fn bad_settings_of_a_school_store_nothing() {
    let (_map, app, _) = sqlite().await;
    slechte_inrichting(app).await;
    if let Some((app, _)) = gemeen::postgres().await {
        slechte_inrichting(app).await;
    }
}

async fn slechte_inrichting(app: App) {
    let vm = als(&app, "vm-maasveld").await;
    let blad = |t: String| t.replace(&vm.csrf, "");
    let voor = blad(get(&app, &vm, "/school/inrichting").await.lijf);
    let (k, c, l) = ("/school/inrichting/kalender", "/school/inrichting/codes", "/school/inrichting/lestijden");
    for (pad, velden, status, bericht) in [
        (k, "doe=erbij&soort=vrij&begin=&einde=", 422, "Kies een dag"),
        (k, "doe=erbij&soort=vrij&begin=2026-02-30", 422, "Kies een dag"),
        (k, "doe=erbij&soort=feest&begin=2026-11-27", 422, "Kies vakantie of vrije dag"),
        (k, "doe=erbij&soort=vakantie&begin=2026-11-27&einde=2026-11-26", 422, "voor de eerste dag"),
        (k, "doe=erbij&soort=vakantie&begin=2026-09-01&einde=2027-06-01", 422, "60 dagen"),
        (k, "doe=erbij&soort=vrij&begin=2030-01-01", 422, "dit schooljaar"),
        (k, "doe=erbij&soort=vakantie&begin=2026-10-20", 422, "al vrij"),
        (k, "doe=weg&soort=vakantie&begin=2026-11-20&einde=2026-11-21", 404, ""),
        (c, "doe=erbij&code=&status=ziek&vanaf=2026-08-01", 422, "Vul de code in"),
        (c, "doe=erbij&code=abcdefghijklmnopqrstuvwxyz&status=ziek&vanaf=2026-08-01", 422, "hoogstens 20"),
        (c, "doe=erbij&code=Q&status=geen_register&vanaf=2026-08-01", 422, "wat de code betekent"),
        (c, "doe=erbij&code=Q&status=ziek&vanaf=morgen", 422, "Kies een dag"),
        (c, "doe=erbij&code=Q&status=ziek&vanaf=2026-08-01&tot=2026-07-01", 422, "voor de eerste dag"),
        (l, "doe=bewaar&begin-1=8u30&einde-1=09:20", 422, "als 08:30"),
        (l, "doe=bewaar&begin-1=25:00&einde-1=26:00", 422, "als 08:30"),
        (l, "doe=bewaar&begin-1=09:00&einde-1=08:00", 422, "niet na het begin"),
        (l, "doe=bewaar&begin-1=08:30&einde-1=09:20&begin-2=09:00&einde-2=10:00", 422, "voor de vorige les"),
    ] {
        let a = post(&app, &vm, pad, velden).await;
        assert_eq!(a.status.as_u16(), status, "{velden}");
        assert!(a.lijf.contains(bericht), "{velden}: «{bericht}» staat er niet");
    }
    assert_eq!(blad(get(&app, &vm, "/school/inrichting").await.lijf), voor, "er is iets opgeslagen");
}

#[tokio::test]
async fn bad_files_are_refused_with_their_cure() {
    let (_map, app, _) = sqlite().await;
    let vm = als(&app, "vm-maasveld").await;
    let groot = vec![b'a'; 22 * 1024 * 1024];
    let breed = (0..65).map(|i| format!("k{i}")).collect::<Vec<_>>().join(";") + "\n1\n";
    let gevallen: Vec<(&str, Vec<u8>)> = vec![
        ("leeg", b"".to_vec()),
        ("alleen een kop", b"leerlingnummer;datum;lesuur;code\n".to_vec()),
        ("UTF-16", b"\xFF\xFEl\0e\0".to_vec()),
        ("PDF", b"%PDF-1.7 x".to_vec()),
        ("oud Excel", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec()),
        ("webpagina", b"<html><script>alert(1)</script>".to_vec()),
        ("SVG", b"<svg xmlns='http://www.w3.org/2000/svg'/>".to_vec()),
        ("kapot werkblad", b"PK\x03\x04kapot".to_vec()),
        ("nul-tekens", b"a;b\n1;\x002\n".to_vec()),
        ("dubbele kop", b"datum;datum;lesuur\n1;2;3\n".to_vec()),
        ("een kolom", b"alleen\n1\n".to_vec()),
        ("65 kolommen", breed.into_bytes()),
        ("open aanhalingsteken", format!("a;b\n1;\"{}", "x".repeat(9000)).into_bytes()),
        ("EICAR", b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*".to_vec()),
        ("22 MB", groot),
    ];
    for (naam, bytes) in &gevallen {
        let mut lijf = format!("--g\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n{}\r\n--g\r\nContent-Disposition: form-data; name=\"bestand\"; filename=\"x\"\r\n\r\n", vm.csrf).into_bytes();
        lijf.extend_from_slice(bytes);
        lijf.extend_from_slice(b"\r\n--g--\r\n");
        let koppen = [("cookie", vm.koekje.as_str()), ("content-type", "multipart/form-data; boundary=g")];
        let a = stuur(&app, Method::POST, "/school/bestanden", &koppen, lijf).await;
        assert_eq!(a.status.as_u16(), 422, "{naam}");
        assert!(
            a.lijf.contains("Dit bestand kan niet worden geladen") && a.lijf.contains("Er is niets opgeslagen"),
            "{naam}"
        );
        assert!(a.lijf.contains("href=\"#bestand\"") && !a.lijf.contains("alert(1)"), "{naam}");
    }
    for (soort, lijf) in [
        ("multipart/form-data; boundary=g", "--g\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\nafgeb"),
        ("multipart/form-data", "x"),
        ("text/plain", "x"),
    ] {
        let koppen = [("cookie", vm.koekje.as_str()), ("content-type", soort)];
        let a = stuur(&app, Method::POST, "/school/bestanden", &koppen, lijf).await;
        assert!(a.status.is_client_error(), "{soort}: {}", a.status);
    }
    assert!(
        get(&app, &vm, "/school/bestanden").await.lijf.contains("Er is nog geen bestand gestuurd"),
        "er is iets bewaard"
    );
}
