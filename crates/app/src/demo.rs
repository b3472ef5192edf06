//! The invented world of the demo: a small region, the same at every start. Nobody in it exists.

use crate::school::aanwezigheid_vastleggen::{Laadrij, Lading, laad};
use crate::{App, Fout, nachttaak};
use data_encoding::BASE64URL_NOPAD;
use domain::Datum;
use domain::aanwezigheid::Status;
use domain::id::OrganisatieId;
use domain::waarden::{Bsn, Pgn};
use jiff::ToSpan;
use jiff::civil::date;
use policy::Principal;
use policy::handeling::Beheren;
use rand::RngCore;
use std::collections::HashMap;
use store::Event;
use store::gebruiker::NieuweGebruiker;
use store::leerling::{NieuweLeerling, NieuwePersoon};
use store::rows::OrganisatieRow;
use uuid::Uuid;

/// code, kind, name, BRIN, municipality code, kind of education, lesson length, arrangement.
type Org = (
    &'static str,
    &'static str,
    &'static str,
    Option<&'static str>,
    Option<&'static str>,
    Option<&'static str>,
    i64,
    Option<&'static str>,
);

const ORGANISATIES: &[Org] = &[
    ("maasrand", "regeling", "Regio Maasrand", None, None, None, 60, None),
    ("g9901", "gemeente", "Gemeente Heuveloord", None, Some("9901"), None, 60, None),
    ("g9902", "gemeente", "Gemeente Waterdonk", None, Some("9902"), None, 60, None),
    ("g9903", "gemeente", "Gemeente Lindeveen", None, Some("9903"), None, 60, Some("maasrand")),
    ("register", "register", "Register", None, None, None, 60, None),
    ("toezicht", "toezicht", "Toezicht", None, None, None, 60, None),
    ("mijn", "mijn", "Mijn Leerrecht", None, None, None, 60, None),
    ("maasveld", "school", "Maasveld College", Some("99ZC"), Some("9901"), Some("vmbo"), 50, None),
    ("lyceum", "school", "Lyceum Waterdonk", Some("99ZD"), Some("9902"), Some("havo"), 50, None),
    ("roc", "school", "ROC Maasrand", Some("99ZF"), Some("9901"), Some("mbo_bol"), 60, None),
];

/// code, given names, prefix, family name, birth date, municipality.
type Mens = (&'static str, &'static str, &'static str, &'static str, Datum, Option<&'static str>);

/// Pupil: person, school, class, number.
const LEERLINGEN: &[(Mens, &str, &str, &str)] = &[
    (("daan", "Daan", "", "Verhoeven", date(2011, 2, 12), Some("9901")), "maasveld", "3C", "30001"),
    (("selin", "Selin", "", "Aydoğan", date(2011, 3, 14), Some("9901")), "maasveld", "3B", "30002"),
    (("olivia", "Olivia", "", "Nowak", date(2011, 5, 2), Some("9901")), "maasveld", "3C", "30003"),
    (("kwame", "Kwame", "", "Asante", date(2011, 9, 21), Some("9901")), "maasveld", "3B", "30004"),
    (("luuk", "Luuk", "", "Hendriks", date(2010, 12, 30), Some("9901")), "maasveld", "3B", "30005"),
    (("tigist", "Tigist", "", "Haile", date(2011, 1, 8), Some("9901")), "maasveld", "3B", "30006"),
    (("amina", "Amina", "", "Warsame", date(2012, 4, 17), Some("9902")), "maasveld", "3C", "30007"),
    (("isa", "Isa", "de", "Graaf", date(2011, 7, 31), Some("9903")), "maasveld", "3C", "30008"),
    (("mohamed", "Mohamed", "", "El Amrani", date(2011, 6, 6), None), "maasveld", "3B", "30009"),
    (("julia", "Julia", "", "Kowalska", date(2011, 8, 1), Some("9901")), "maasveld", "3C", "30010"),
    (("rayan", "Rayan", "", "Ait Lahcen", date(2011, 10, 10), Some("9901")), "maasveld", "3B", "30011"),
    (("femke", "Femke", "", "Dijkstra", date(2011, 11, 11), Some("9901")), "maasveld", "3C", "30012"),
    (("thijs", "Thijs", "", "Brouwer", date(2011, 4, 4), Some("9901")), "maasveld", "3C", "30013"),
    (("ravi", "Ravi", "", "Ramdin", date(2011, 3, 3), Some("9901")), "maasveld", "3B", "30014"),
    (("zoe", "Zoë", "", "Mertens", date(2009, 9, 9), Some("9902")), "lyceum", "5V", "50001"),
    (("bilal", "Bilal", "", "Osman", date(2009, 12, 1), Some("9902")), "lyceum", "5V", "50002"),
    (("sharon", "Sharon", "", "Pinas", date(2007, 6, 15), Some("9901")), "roc", "MZ2A", "60001"),
    (("liam", "Liam", "", "Janssen", date(2009, 2, 20), Some("9901")), "roc", "MZ2A", "60002"),
];

/// Parent: person, children with kind of authority.
const OUDERS: &[(Mens, &[(&str, &str)])] = &[
    (("marieke", "Marieke", "", "Verhoeven", date(1980, 5, 5), Some("9901")), &[("daan", "gezamenlijk")]),
    (("rob", "Rob", "", "Smit", date(1979, 1, 20), Some("9902")), &[("daan", "gezamenlijk")]),
    (("esra", "Esra", "", "Aydoğan", date(1983, 8, 8), Some("9901")), &[("selin", "eenhoofdig")]),
    (("hakan", "Hakan", "", "Yıldız", date(1981, 2, 2), Some("9902")), &[("selin", "geen")]),
    (("hodan", "Hodan", "", "Warsame", date(1985, 3, 3), Some("9902")), &[("amina", "eenhoofdig")]),
    (("lotte", "Lotte", "", "Mertens", date(1982, 10, 1), Some("9902")), &[("zoe", "eenhoofdig")]),
];

/// code, name, role, organisation, person, classes.
type Gebruiker =
    (&'static str, &'static str, &'static str, &'static str, Option<&'static str>, &'static [&'static str]);

const GEBRUIKERS: &[Gebruiker] = &[
    ("vm-maasveld", "Samira El Idrissi", "verzuimmedewerker", "maasveld", None, &[]),
    ("vm-lyceum", "Joost Terpstra", "verzuimmedewerker", "lyceum", None, &[]),
    ("vm-roc", "Anouk Sewpersad", "verzuimmedewerker", "roc", None, &[]),
    ("mentor-maasveld", "P. Nijssen", "mentor", "maasveld", None, &["3C"]),
    ("docent-maasveld", "F. Timmermans", "docent", "maasveld", None, &["3B", "3C"]),
    ("sl-maasveld", "H. Wolters", "schoolleider", "maasveld", None, &[]),
    ("lpa-heuveloord", "Ilse Schoenmakers", "leerplichtambtenaar_boa", "g9901", None, &[]),
    ("lpa-waterdonk", "Koen Bastiaans", "leerplichtambtenaar", "g9902", None, &[]),
    ("lpa-maasrand", "Noor van den Akker", "leerplichtambtenaar", "maasrand", None, &[]),
    ("adm-heuveloord", "Wendy Tuinstra", "administratie_leerplicht", "g9901", None, &[]),
    ("tl-heuveloord", "Farid Bouzid", "teamleider_leerplicht", "g9901", None, &[]),
    ("dsp-heuveloord", "Tessa Molenaar", "doorstroomcoach", "g9901", None, &[]),
    ("dsp2-heuveloord", "Winston Karijo", "doorstroomcoach", "g9901", None, &[]),
    ("register", "Beheer register", "registerbeheerder", "register", None, &[]),
    ("fg", "Rianne Postma", "fg", "toezicht", None, &[]),
    ("ouder-verhoeven", "Marieke Verhoeven", "ouder", "mijn", Some("marieke"), &[]),
    ("ouder-smit", "Rob Smit", "ouder", "mijn", Some("rob"), &[]),
    ("ouder-aydogan", "Esra Aydoğan", "ouder", "mijn", Some("esra"), &[]),
    ("ouder-zonder-gezag", "Hakan Yıldız", "ouder", "mijn", Some("hakan"), &[]),
    ("ouder-mertens", "Lotte Mertens", "ouder", "mijn", Some("lotte"), &[]),
    ("leerling-15", "Selin Aydoğan", "leerling", "mijn", Some("selin"), &[]),
    ("leerling-17", "Liam Janssen", "leerling", "mijn", Some("liam"), &[]),
    ("leerling-19", "Sharon Pinas", "leerling", "mijn", Some("sharon"), &[]),
];

/// Marks: pupil number, month, day, lessons, code (late: minutes).
type Mark = (&'static str, i8, i8, &'static [u8], Status, u16);
use Status::{Betwist, GeenRegister, Geoorloofd, Onbekend, Ongeoorloofd as O, TeLaat, Ziek};

const MARKERINGEN: &[Mark] = &[
    ("30001", 8, 25, &[2], TeLaat, 10),
    ("30001", 9, 1, &[1, 2, 3, 4, 5, 6, 7, 8], Ziek, 0),
    ("30001", 9, 2, &[1, 2, 3, 4, 5], Ziek, 0),
    ("30001", 9, 10, &[1], TeLaat, 5),
    ("30001", 9, 14, &[1], TeLaat, 10),
    ("30001", 9, 18, &[6], O, 0),
    ("30001", 9, 22, &[2], TeLaat, 5),
    ("30001", 9, 25, &[1, 2, 3, 4, 5, 6], Geoorloofd, 0),
    ("30001", 9, 28, &[1, 2, 3, 4, 5, 6, 7], Ziek, 0),
    ("30001", 10, 1, &[8], O, 0),
    ("30001", 10, 5, &[1], TeLaat, 15),
    ("30001", 10, 7, &[5], O, 0),
    ("30001", 10, 16, &[5, 6], O, 0),
    ("30001", 10, 27, &[7, 8], O, 0),
    ("30001", 10, 29, &[1], TeLaat, 10),
    ("30001", 11, 2, &[6, 7], O, 0),
    ("30001", 11, 3, &[4], Onbekend, 0),
    ("30001", 11, 5, &[1, 2, 3, 4, 6, 7, 8], Ziek, 0),
    ("30001", 11, 9, &[1], TeLaat, 5),
    ("30001", 11, 10, &[6, 7, 8], O, 0),
    ("30001", 11, 13, &[5, 6], O, 0),
    ("30001", 11, 16, &[6, 7], O, 0),
    ("30001", 11, 17, &[2], Betwist, 0),
    ("30001", 11, 18, &[3], TeLaat, 5),
    ("30001", 11, 19, &[6, 7, 8], O, 0),
    ("30002", 9, 11, &[5, 6], O, 0),
    ("30002", 9, 17, &[6, 7, 8], O, 0),
    ("30002", 9, 21, &[1], TeLaat, 15),
    ("30002", 9, 24, &[6, 7, 8], O, 0),
    ("30002", 9, 30, &[4, 5], O, 0),
    ("30002", 10, 1, &[7, 8], O, 0),
    ("30002", 10, 5, &[1], TeLaat, 10),
    ("30002", 10, 8, &[5, 6, 7, 8], O, 0),
    ("30002", 11, 12, &[7, 8], O, 0),
    ("30002", 11, 17, &[3], Betwist, 0),
    ("30003", 11, 3, &[5, 6, 7, 8], O, 0),
    ("30003", 11, 12, &[5, 6, 7, 8], O, 0),
    ("30003", 11, 19, &[5, 6, 7, 8], O, 0),
    ("30003", 11, 20, &[3, 4, 5, 6], O, 0),
    ("30004", 11, 3, &[5, 6, 7, 8], O, 0),
    ("30004", 11, 12, &[5, 6, 7, 8], O, 0),
    ("30004", 11, 19, &[5, 6, 7, 8], O, 0),
    ("30004", 11, 20, &[4, 5, 6], O, 0),
    ("30004", 11, 18, &[1], TeLaat, 45),
    ("30005", 11, 16, &[1, 2, 3, 4, 5, 6, 7], O, 0),
    ("30005", 11, 17, &[1, 2, 3, 4, 5, 6, 7, 8], O, 0),
    ("30005", 11, 18, &[1, 2, 3, 4, 5], O, 0),
    ("30007", 11, 2, &[4, 5, 6, 7], O, 0),
    ("30007", 11, 5, &[4, 6, 7, 8], O, 0),
    ("30007", 11, 12, &[4, 6, 7, 8], O, 0),
    ("30007", 11, 16, &[3, 4, 5, 6, 7], O, 0),
    ("30008", 11, 3, &[5, 6, 7, 8], O, 0),
    ("30008", 11, 10, &[5, 6, 7, 8], O, 0),
    ("30008", 11, 17, &[5, 6, 7, 8], O, 0),
    ("30008", 11, 19, &[4, 6, 7, 8], O, 0),
    ("30009", 11, 3, &[5, 6, 7, 8], O, 0),
    ("30009", 11, 10, &[5, 6, 7, 8], O, 0),
    ("30009", 11, 17, &[4, 5, 6, 7, 8], O, 0),
    ("30009", 11, 19, &[4, 6, 7, 8], O, 0),
    ("30011", 11, 3, &[5, 6, 7, 8], O, 0),
    ("30011", 11, 10, &[4, 5, 6, 7, 8], O, 0),
    ("30011", 11, 17, &[4, 5, 6, 7, 8], O, 0),
    ("30011", 11, 19, &[6, 7, 8], Onbekend, 0),
    ("30012", 9, 7, &[1], TeLaat, 5),
    ("30012", 9, 14, &[1], TeLaat, 5),
    ("30012", 9, 21, &[1], TeLaat, 5),
    ("30012", 9, 28, &[1], TeLaat, 5),
    ("30012", 10, 5, &[1], TeLaat, 5),
    ("30012", 10, 12, &[1], TeLaat, 5),
    ("30012", 10, 26, &[1], TeLaat, 5),
    ("30012", 11, 2, &[1], TeLaat, 5),
    ("30012", 11, 9, &[1], TeLaat, 5),
    ("30012", 11, 16, &[1], TeLaat, 5),
    ("30013", 11, 23, &[2], Onbekend, 0),
    ("30014", 11, 23, &[1, 2], Onbekend, 0),
    ("30010", 11, 23, &[1], Onbekend, 0),
    ("30004", 11, 23, &[1, 2], Ziek, 0),
    ("30006", 11, 20, &[1, 2, 3], GeenRegister, 0),
    ("50001", 11, 10, &[5, 6, 7], O, 0),
    ("50001", 11, 17, &[5, 6, 7, 8], O, 0),
    ("50002", 11, 12, &[6, 7, 8], O, 0),
    ("60002", 11, 16, &[1, 2, 3], O, 0),
];

/// Lessons on Monday to Friday.
const LESSEN: [i64; 5] = [7, 8, 5, 8, 6];

fn test_bsn(nr: u32) -> Option<Bsn> {
    (0..100).filter_map(|i| format!("9999{:05}", (nr * 97 + i) % 100_000).parse().ok()).next()
}

/// Fill an empty database; a filled one is left alone. Returns keys of systems, shown once.
///
/// # Errors
/// When the database is not available.
pub async fn vul(app: &App) -> Result<Vec<(String, String)>, Fout> {
    if !app.organisaties().await?.is_empty() {
        return Ok(Vec::new());
    }
    let mut org: HashMap<&str, Uuid> = HashMap::new();
    for o in ORGANISATIES {
        org.insert(o.0, app.sleutel());
    }
    let id = |m: &HashMap<&str, Uuid>, c: &str| m.get(c).copied().ok_or(Fout::NietGevonden);
    let systeem = |o: Uuid| Principal::systeem("demo", OrganisatieId(o));
    let mut sleutels = Vec::new();

    let eerste = id(&org, "register")?;
    let mut tx = app.store.write(&app.mag::<Beheren>(&systeem(eerste), eerste)?, app.nu(), "demo").await?;
    for (code, soort, naam, brin, gemeente, onderwijs, lesuur, regeling) in ORGANISATIES {
        let school = *soort == "school";
        tx.organisatie_toevoegen(&OrganisatieRow {
            id: id(&org, code)?,
            code: (*code).to_owned(),
            soort: (*soort).to_owned(),
            naam: (*naam).to_owned(),
            brin: brin.map(str::to_owned),
            gemeente_code: gemeente.map(str::to_owned),
            onderwijssoort: onderwijs.map(str::to_owned),
            vakantieregio: school.then(|| "zuid".to_owned()),
            lesuur_minuten: *lesuur,
            te_laat_heel_lesuur: false,
            email: format!("verzuim@{code}.example"),
            telefoon: "085 000 00 00".to_owned(),
            regeling: regeling.map(|r| id(&org, r)).transpose()?,
        })
        .await?;
    }
    let mut personen: HashMap<&str, Uuid> = HashMap::new();
    let mensen = LEERLINGEN.iter().map(|l| &l.0).chain(OUDERS.iter().map(|o| &o.0));
    for (nr, (code, voornamen, tussen, achter, geboren, gemeente)) in (1_u32..).zip(mensen) {
        let p = app.sleutel();
        personen.insert(code, p);
        let pgn = test_bsn(nr).map(Pgn::Bsn);
        tx.persoon_toevoegen(&NieuwePersoon {
            id: p,
            voornamen,
            tussenvoegsel: tussen,
            achternaam: achter,
            geboortedatum: &geboren.to_string(),
            geslacht: "onbekend",
            pgn: pgn.as_ref().filter(|_| *code != "ravi"),
            adres: gemeente.map(|_| "Voorbeeldstraat 1, Heuveloord"),
            gemeente_code: *gemeente,
            verblijf_gemeente: if gemeente.is_none() { Some("9901") } else { None },
            geheim: *code == "julia",
        })
        .await?;
    }
    for (ouder, kinderen) in OUDERS {
        for (kind, soort) in *kinderen {
            tx.gezag_toevoegen(id(&personen, ouder.0)?, id(&personen, kind)?, soort, "2012-01-01", None).await?;
        }
    }
    tx.record(Event::geschreven("demo: organisaties en personen", None)).await?;

    for school in ["maasveld", "lyceum", "roc"] {
        let o = id(&org, school)?;
        let mut tx = app.store.write(&app.mag::<Beheren>(&systeem(o), o)?, app.nu(), "demo").await?;
        let mut klassen: HashMap<&str, Uuid> = HashMap::new();
        for ((mens, waar, klas, nummer), _) in LEERLINGEN.iter().zip(0..).filter(|(l, _)| l.1 == school) {
            if !klassen.contains_key(klas) {
                let k = app.sleutel();
                let lessen: Vec<(i64, i64, &str)> =
                    (0_i64..).zip(LESSEN).flat_map(|(dag, n)| (1..=n).map(move |u| (dag, u, "les"))).collect();
                let opleiding = match *waar {
                    "maasveld" => "vmbo-tl",
                    "lyceum" => "vwo",
                    _ => "mbo bol, niveau 2",
                };
                tx.klas_toevoegen(k, klas, opleiding, &lessen).await?;
                klassen.insert(klas, k);
            }
            let nieuw = NieuweLeerling {
                id: app.sleutel(),
                persoon: id(&personen, mens.0)?,
                klas: id(&klassen, klas)?,
                leerlingnummer: nummer,
                ingeschreven: "2024-08-01",
                uitgeschreven: None,
                startkwalificatie: None,
            };
            tx.leerling_toevoegen(&nieuw).await?;
        }
        for (code, naam, rol, _, _, hun) in GEBRUIKERS.iter().filter(|g| g.3 == school) {
            let g = app.sleutel();
            tx.gebruiker_toevoegen(&NieuweGebruiker {
                id: g,
                code,
                naam,
                persoon: None,
                demo: true,
                wachtwoord: None,
                totp: None,
            })
            .await?;
            tx.rol_toekennen(g, o, rol, "2020-01-01", None).await?;
            for k in *hun {
                tx.klas_medewerker_toevoegen(id(&klassen, k)?, g).await?;
            }
        }
        let sleutel = nieuwe_sleutel();
        tx.api_sleutel_toevoegen(&crate::sessie::hash(&sleutel), o, "demo").await?;
        sleutels.push((school.to_owned(), sleutel));
        tx.record(Event::geschreven("demo: klassen, leerlingen en medewerkers", None)).await?;
    }
    for gemeente in ["g9901", "g9902", "maasrand"] {
        let o = id(&org, gemeente)?;
        let mut tx = app.store.write(&app.mag::<Beheren>(&systeem(o), o)?, app.nu(), "demo").await?;
        let sleutel = nieuwe_sleutel();
        tx.api_sleutel_toevoegen(&crate::sessie::hash(&sleutel), o, "demo").await?;
        sleutels.push((gemeente.to_owned(), sleutel));
        tx.record(Event::geschreven("demo: sleutel van een zaaksysteem", None)).await?;
    }
    for (code, naam, rol, waar, persoon, _) in
        GEBRUIKERS.iter().filter(|g| !matches!(g.3, "maasveld" | "lyceum" | "roc"))
    {
        let o = id(&org, waar)?;
        let mut tx = app.store.write(&app.mag::<Beheren>(&systeem(o), o)?, app.nu(), "demo").await?;
        let g = app.sleutel();
        let persoon = persoon.map(|p| id(&personen, p)).transpose()?;
        tx.gebruiker_toevoegen(&NieuweGebruiker {
            id: g,
            code,
            naam,
            persoon,
            demo: true,
            wachtwoord: None,
            totp: None,
        })
        .await?;
        tx.rol_toekennen(g, o, rol, "2020-01-01", None).await?;
        tx.record(Event::geschreven("demo: medewerker", None)).await?;
    }
    aanwezigheid(app, &org).await?;
    nachttaak(app, app.vandaag()).await?;
    Ok(sleutels)
}

/// A key of 24 random bytes; only its hash is stored.
fn nieuwe_sleutel() -> String {
    let mut b = [0u8; 24];
    rand::rng().fill_bytes(&mut b);
    BASE64URL_NOPAD.encode(&b)
}

async fn aanwezigheid(app: &App, org: &HashMap<&str, Uuid>) -> Result<(), Fout> {
    for (school, begin) in [("maasveld", "3"), ("lyceum", "5"), ("roc", "6")] {
        let o = org.get(school).copied().ok_or(Fout::NietGevonden)?;
        let minuten: u16 = if school == "roc" { 60 } else { 50 };
        let mut rijen: Vec<Laadrij> = MARKERINGEN
            .iter()
            .filter(|m| m.0.starts_with(begin))
            .flat_map(|(nummer, maand, dag, lessen, status, te_laat)| {
                lessen.iter().map(move |u| Laadrij {
                    leerlingnummer: (*nummer).to_owned(),
                    datum: date(2026, *maand, *dag),
                    lesuur: *u,
                    minuten,
                    status: *status,
                    minuten_te_laat: *te_laat,
                })
            })
            .filter(|r| r.datum <= app.vandaag())
            .collect();
        // Two who stay away altogether: one of compulsory age, one of 19.
        let weg = match school {
            "maasveld" => Some(("30006", date(2026, 10, 5))),
            "roc" => Some(("60001", date(2026, 10, 12))),
            _ => None,
        };
        if let Some((nummer, vanaf)) = weg {
            let kalender = rules::Kalender::regio(rules::Vakantieregio::Zuid);
            let mut d = vanaf;
            while d < app.vandaag() && d < date(2026, 11, 21) {
                if kalender.is_schooldag(d) {
                    let dag = usize::try_from(d.weekday().to_monday_zero_offset()).unwrap_or(0);
                    for u in 1..=LESSEN.get(dag).copied().and_then(|n| u8::try_from(n).ok()).unwrap_or(0) {
                        let r = Laadrij {
                            leerlingnummer: nummer.to_owned(),
                            datum: d,
                            lesuur: u,
                            minuten,
                            status: O,
                            minuten_te_laat: 0,
                        };
                        if !rijen.iter().any(|x| {
                            x.leerlingnummer == r.leerlingnummer && x.datum == d && x.lesuur == u && x.status == O
                        }) {
                            rijen.retain(|x| !(x.leerlingnummer == r.leerlingnummer && x.datum == d && x.lesuur == u));
                            rijen.push(r);
                        }
                    }
                }
                d = d.saturating_add(1.day());
            }
        }
        let lading = Lading { rijen: &rijen, bron: "demo", alles_of_niets: true, herhaling: None };
        laad(app, &Principal::systeem("demo", OrganisatieId(o)), lading).await?;
    }
    Ok(())
}
