//! The space Leerplicht (and the worklist of the Doorstroompunt).

use crate::fout::{Antwoord, Pagina, bladzijde, kader, keur_csrf};
use crate::kader::Kader;
use crate::school::sleutel;
use crate::toon::{datum_lang, iso_kort, moment, soort, stand_register, termijn};
use app::gemeente::inzien;
use app::gemeente::status_zetten::{REDENEN, Status, zet};
use app::sessie::Sessie;
use app::{App, Fout, Weigering};
use askama::Template;
use axum::extract::{Extension, Form, Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect};
use beeld::{ouderdom, teken, uren};
use serde::Deserialize;
use uuid::Uuid;

struct Regel {
    id: String,
    naam: String,
    leeftijd: i16,
    school: String,
    soort: &'static str,
    sinds: String,
    stap: &'static str,
    termijn: String,
    stand: (&'static str, &'static str),
}

#[derive(Template)]
#[template(path = "werkvoorraad.html")]
struct Werkvoorraad {
    k: Kader,
    groepen: Vec<(&'static str, Vec<Regel>)>,
    aantal: usize,
    ouderdom: String,
}

pub(crate) async fn werkvoorraad(State(app): State<App>, Extension(s): Extension<Sessie>) -> Antwoord {
    let zaken = inzien::werkvoorraad(&app, &s.wie).await.map_err(|f| Pagina::uit(&app, Some(&s), f))?;
    let vandaag = app.vandaag();
    let mut groepen: Vec<(&'static str, Vec<Regel>)> = vec![
        ("Te laat", vec![]),
        ("Nieuw", vec![]),
        ("Wacht op school", vec![]),
        ("In behandeling", vec![]),
        ("Afgerond", vec![]),
    ];
    let mut oud = [0_i64; 4];
    let aantal = zaken.len();
    for (z, m) in zaken {
        let dagen =
            domain::waarden::Tijdstip::uit_micros(z.ontvangen).datum().until(vandaag).map_or(0, |x| x.get_days());
        let bak = match dagen {
            ..=7 => 0,
            8..=14 => 1,
            15..=28 => 2,
            _ => 3,
        };
        if let Some(b) = oud.get_mut(bak) {
            *b += 1;
        }
        let klaar = matches!(z.stand.as_str(), "afgesloten" | "ter_kennisgeving" | "ingetrokken");
        let te_laat = !klaar && z.uiterlijk.parse::<domain::Datum>().is_ok_and(|u| u < vandaag);
        let wacht = z.overzicht_gevraagd.is_some() && z.overzicht_ontvangen.is_none();
        let (groep, stap) = match (klaar, te_laat, z.stand.as_str(), wacht) {
            (true, ..) => (4, "Geen"),
            (_, true, ..) => (0, "Nu oppakken"),
            (_, _, "nieuw", false) => (1, "Beoordeel de melding"),
            (_, _, "nieuw", true) => (1, "Beoordeel; het overzicht is gevraagd"),
            (_, _, _, true) => (2, "Wacht op het overzicht"),
            _ => (3, "Bekijk het overzicht"),
        };
        let regel = Regel {
            id: z.id.to_string(),
            naam: m.gegevens.naam.clone(),
            leeftijd: m.gegevens.geboortedatum.parse().map_or(0, |g| rules::leeftijd(g, vandaag)),
            school: m.gegevens.onderwijslocatie.clone(),
            soort: soort(&z.soort),
            sinds: moment(z.ontvangen),
            stap,
            termijn: if klaar { String::new() } else { termijn(&z.uiterlijk, vandaag) },
            stand: stand_register(&z.stand),
        };
        if let Some(g) = groepen.get_mut(groep) {
            g.1.push(regel);
        }
    }
    groepen.retain(|g| !g.1.is_empty());
    let labels = ["t/m 7 dagen", "8–14 dagen", "15–28 dagen", "langer"];
    let beeld = ouderdom(&labels.iter().zip(oud).map(|(l, n)| ((*l).to_owned(), n)).collect::<Vec<_>>());
    let k = kader(&app, &s, "Werkvoorraad", "/leerplicht", &[]).await?;
    bladzijde(&app, StatusCode::OK, &Werkvoorraad { k, groepen, aantal, ouderdom: beeld })
}

/// Day, lesson, glyph, word, hours.
type Lesregel = (String, String, String, &'static str, String);

struct Moment {
    dag: String,
    soort: String,
    tekst: String,
    wie: String,
}

#[derive(Template)]
#[template(path = "zaak.html")]
struct ZaakBlad {
    k: Kader,
    id: String,
    versie: i64,
    nummer: String,
    registernummer: String,
    naam: String,
    leeftijd: i16,
    geboren: String,
    school: String,
    opleiding: String,
    soort: &'static str,
    periode: String,
    uren: String,
    stand: (&'static str, &'static str),
    termijn: String,
    tijdlijn: Vec<Moment>,
    overzicht: Option<Vec<Lesregel>>,
    telling: String,
    klopt: bool,
    gevraagd: String,
    geblokkeerd: Vec<(&'static str, Weigering)>,
    toelichting: String,
    reden: String,
    acties: String,
    actie_gewenst: bool,
    pgn: String,
    mag_behandelen: bool,
    standen: Vec<(&'static str, &'static str)>,
    redenen: &'static [(&'static str, &'static str)],
    invoer: StandForm,
    fouten: Vec<(String, String)>,
    contact: String,
}

#[derive(Deserialize, Default, Clone)]
pub(crate) struct StandForm {
    #[serde(default)]
    csrf: String,
    #[serde(default)]
    versie: String,
    #[serde(default)]
    stand: String,
    #[serde(default)]
    reden: String,
    #[serde(default)]
    terugkoppeling: String,
}

async fn zaak_blad(app: &App, s: &Sessie, id: Uuid, invoer: StandForm, fouten: Vec<(String, String)>) -> Antwoord {
    let z = inzien::zaak(app, &s.wie, id).await.map_err(|f| Pagina::uit(app, Some(s), f))?;
    let m = &z.melding;
    let g = &m.gegevens;
    let geboren: Option<domain::Datum> = g.geboortedatum.parse().ok();
    let lessen = z.overzicht.as_ref();
    let geteld: i64 = lessen.map_or(0, |l| {
        l.iter().filter(|x| matches!(x.status.as_str(), "ongeoorloofd" | "te_laat")).map(|x| x.minuten).sum()
    });
    let standen = match z.rij.stand.as_str() {
        "nieuw" => vec![("in_behandeling", "In behandeling nemen"), ("ter_kennisgeving", "Ter kennisgeving aannemen")],
        "in_behandeling" => vec![("afgesloten", "Afsluiten")],
        _ => vec![],
    };
    let status = if fouten.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let blad = ZaakBlad {
        k: kader(app, s, &format!("Zaak {}", z.rij.nummer), "/leerplicht", &[("Werkvoorraad", "/leerplicht")]).await?,
        id: id.to_string(),
        versie: z.rij.versie,
        nummer: z.rij.nummer.clone(),
        registernummer: z.rij.registernummer.clone(),
        naam: g.naam.clone(),
        leeftijd: geboren.map_or(0, |d| rules::leeftijd(d, app.vandaag())),
        geboren: geboren.map_or_else(String::new, datum_lang),
        school: g.onderwijslocatie.clone(),
        opleiding: g.opleiding.clone(),
        soort: soort(&z.rij.soort),
        periode: g.einde.as_deref().map_or_else(
            || format!("vanaf {}", iso_kort(&g.begin)),
            |e| format!("{} t/m {}", iso_kort(&g.begin), iso_kort(e)),
        ),
        uren: uren(m.minuten, m.lesuur_minuten),
        stand: stand_register(&z.rij.stand),
        termijn: termijn(&z.rij.uiterlijk, app.vandaag()),
        tijdlijn: z
            .tijdlijn
            .iter()
            .rev()
            .map(|t| Moment {
                dag: moment(t.moment),
                soort: t.soort.clone(),
                tekst: t.tekst.clone(),
                wie: format!("{} · {}", t.wie, t.grond),
            })
            .collect(),
        overzicht: lessen.map(|l| {
            l.iter()
                .map(|x| {
                    let woord = domain::aanwezigheid::Status::uit_code(&x.status)
                        .map_or("", domain::aanwezigheid::Status::woord);
                    (
                        iso_kort(&x.datum),
                        x.lesuur.to_string(),
                        teken(&x.status),
                        woord,
                        uren(x.minuten, m.lesuur_minuten),
                    )
                })
                .collect()
        }),
        telling: uren(geteld, m.lesuur_minuten),
        klopt: geteld == m.minuten,
        gevraagd: z.rij.overzicht_uiterlijk.as_deref().map_or_else(String::new, |u| termijn(u, app.vandaag())),
        geblokkeerd: z.geblokkeerd,
        toelichting: g.toelichting.clone().unwrap_or_else(|| "niets ingevuld".to_owned()),
        reden: g.reden.clone().unwrap_or_else(|| "niet ingevuld".to_owned()),
        acties: g.ondernomen_acties.clone().unwrap_or_else(|| "niets ingevuld".to_owned()),
        actie_gewenst: g.actie_gewenst,
        pgn: g.pgn.as_ref().map_or_else(
            || "ontbreekt: identificatie nodig".to_owned(),
            |p| format!("•••••• {}", p.chars().skip(6).collect::<String>()),
        ),
        mag_behandelen: matches!(
            s.wie.rol,
            policy::Rol::Leerplichtambtenaar | policy::Rol::LeerplichtambtenaarBoa | policy::Rol::Doorstroomcoach
        ),
        standen,
        redenen: REDENEN,
        invoer,
        fouten,
        contact: format!("{}, {} · {}", g.melder_naam, g.melder_functie, g.melder_telefoon),
    };
    bladzijde(app, status, &blad)
}

pub(crate) async fn zaak(State(app): State<App>, Extension(s): Extension<Sessie>, Path(id): Path<String>) -> Antwoord {
    zaak_blad(&app, &s, sleutel(&id)?, StandForm::default(), Vec::new()).await
}

pub(crate) async fn stand(
    State(app): State<App>,
    Extension(s): Extension<Sessie>,
    Path(id): Path<String>,
    Form(f): Form<StandForm>,
) -> Antwoord {
    keur_csrf(&s, &f.csrf)?;
    let id = sleutel(&id)?;
    let Ok(versie) = f.versie.parse() else {
        return Err(Pagina::geweigerd("Dit formulier is niet van deze bladzijde.", "Ververs de bladzijde."));
    };
    let opdracht =
        Status { versie, stand: f.stand.clone(), reden: f.reden.clone(), terugkoppeling: f.terugkoppeling.clone() };
    match zet(&app, &s.wie, id, opdracht).await {
        Ok(()) => {
            app::register::bezorg(&app).await;
            Ok(Redirect::to(&format!("/leerplicht/zaken/{id}")).into_response())
        }
        Err(Fout::Invoer(fouten)) => zaak_blad(&app, &s, id, f, fouten).await,
        Err(Fout::Weigering(w)) => {
            zaak_blad(&app, &s, id, f, vec![("stand".to_owned(), format!("{} ({}) {}", w.wat, w.grond, w.wat_wel))])
                .await
        }
        Err(fout) => Err(Pagina::uit(&app, Some(&s), fout)),
    }
}

#[derive(Template)]
#[template(path = "aantallen.html")]
struct Aantallen {
    k: Kader,
    rijen: Vec<(&'static str, i64)>,
    totaal: i64,
}

pub(crate) async fn aantallen(State(app): State<App>, Extension(s): Extension<Sessie>) -> Antwoord {
    let rijen = inzien::aantallen(&app, &s.wie).await.map_err(|f| Pagina::uit(&app, Some(&s), f))?;
    let totaal = rijen.iter().map(|r| r.1).sum();
    let k = kader(&app, &s, "Aantallen", "/leerplicht/aantallen", &[]).await?;
    let rijen = rijen.into_iter().map(|(stand, n)| (stand_register(&stand).1, n)).collect();
    bladzijde(&app, StatusCode::OK, &Aantallen { k, rijen, totaal })
}
