//! Reports: the list, the draft that checks itself, and the overview for the municipality.

use super::{AlleenCsrf, MeldingRegel, mag_melden, meldingregel, sleutel, store_naam};
use crate::fout::{Antwoord, Pagina, bladzijde, kader, keur_csrf};
use crate::kader::Kader;
use crate::toon::{datum_lang, iso_kort, moment, soort, stand_melding, termijn};
use app::school::melding_opstellen::{Invulling, REDENEN, uit_signaal};
use app::school::{inzien, melding_intrekken, melding_versturen, overzicht_geven};
use app::sessie::Sessie;
use app::{App, Fout};
use askama::Template;
use axum::extract::{Extension, Form, Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect};
use beeld::{teken, uren};
use domain::aanwezigheid::Status;
use domain::melding::Meldingdossier;
use serde::Deserialize;
use uuid::Uuid;

#[derive(Template)]
#[template(path = "meldingen.html")]
struct MeldingenBlad {
    k: Kader,
    meldingen: Vec<MeldingRegel>,
}

pub(crate) async fn meldingen(State(app): State<App>, Extension(s): Extension<Sessie>) -> Antwoord {
    let v = inzien::vandaag(&app, &s.wie).await.map_err(|f| Pagina::uit(&app, Some(&s), f))?;
    let naam = |id: Uuid| v.leerlingen.iter().find(|l| l.id == id).map_or_else(String::new, store_naam);
    let blad = MeldingenBlad {
        k: kader(&app, &s, "Meldingen", "/school/meldingen", &[("School", "/school")]).await?,
        meldingen: v
            .meldingen
            .iter()
            .map(|m| meldingregel(m, naam(m.leerling), v.school.lesuur_minuten, app.vandaag()))
            .collect(),
    };
    bladzijde(&app, StatusCode::OK, &blad)
}

pub(crate) async fn concept(
    State(app): State<App>,
    Extension(s): Extension<Sessie>,
    Path(id): Path<String>,
    Form(f): Form<AlleenCsrf>,
) -> Antwoord {
    keur_csrf(&s, &f.csrf)?;
    let melding = uit_signaal(&app, &s.wie, sleutel(&id)?).await.map_err(|f| Pagina::uit(&app, Some(&s), f))?;
    Ok(Redirect::to(&format!("/school/meldingen/{melding}")).into_response())
}

#[derive(Template)]
#[template(path = "melding.html")]
struct MeldingBlad {
    k: Kader,
    id: String,
    leerling: String,
    naam: String,
    concept: bool,
    stand: (&'static str, &'static str),
    soort: &'static str,
    termijn: String,
    d: Meldingdossier,
    dagen: Vec<(String, String, String, &'static str, String)>,
    claim: String,
    som: String,
    klopt: bool,
    invoer: MeldingForm,
    redenen: &'static [&'static str],
    fouten: Vec<(String, String)>,
    velden: Vec<(&'static str, String)>,
    registernummer: String,
    terugkoppeling: String,
    reden_stand: String,
    overzicht: bool,
    mag_melden: bool,
    intrekbaar: bool,
    waarom: String,
    waarom_open: bool,
}

#[derive(Deserialize, Default, Clone)]
pub(crate) struct MeldingForm {
    #[serde(default)]
    csrf: String,
    #[serde(default)]
    versie: String,
    #[serde(default)]
    reden: String,
    #[serde(default)]
    toelichting: String,
    #[serde(default)]
    ondernomen_acties: String,
    #[serde(default)]
    actie_gewenst: String,
    #[serde(default)]
    toelichting_actie: String,
    #[serde(default)]
    doe: String,
    #[serde(default)]
    waarom: String,
}

async fn melding_blad(
    app: &App,
    s: &Sessie,
    id: Uuid,
    invoer: Option<MeldingForm>,
    fouten: Vec<(String, String)>,
) -> Antwoord {
    let (l, rij, d) = inzien::melding(app, &s.wie, id).await.map_err(|f| Pagina::uit(app, Some(s), f))?;
    let g = &d.gegevens;
    let som: i64 = g.verzuimoverzicht.iter().map(|x| x.minuten).sum();
    let leeg = |t: &Option<String>| t.clone().unwrap_or_else(|| "leeg".to_owned());
    let velden = vec![
        ("Nummer", g.meldingsnummer.clone()),
        ("Datum", g.melddatum.clone().unwrap_or_else(|| "bij versturen".to_owned())),
        ("School", g.meldende_instantie.clone()),
        ("Melder", g.melder_naam.clone()),
        ("Functie", g.melder_functie.clone()),
        ("E-mail", g.melder_email.clone()),
        ("Telefoon", g.melder_telefoon.clone()),
        (
            "BSN of onderwijsnummer",
            g.pgn.as_ref().map_or_else(
                || "leeg: identificatie nodig".to_owned(),
                |p| format!("•••••• {}", p.chars().skip(6).collect::<String>()),
            ),
        ),
        ("Naam", g.naam.clone()),
        ("Geboren", iso_lang(&g.geboortedatum)),
        ("Geslacht", g.geslacht.clone()),
        ("Adres (BRP)", leeg(&g.adres)),
        ("Gemeente", leeg(&g.gemeente)),
        ("Ander adres", leeg(&g.afwijkend_adres)),
        ("Telefoon leerling", leeg(&g.telefoon)),
        ("Locatie", g.onderwijslocatie.clone()),
        ("Opleiding", g.opleiding.clone()),
        ("Soort", soort(&g.soort).to_owned()),
        ("Reden (vermoeden)", leeg(&g.reden)),
        ("Begin", iso_lang(&g.begin)),
        ("Einde", g.einde.as_deref().map_or_else(|| "leeg".to_owned(), iso_lang)),
        ("Alle lessen gemist", if g.alle_lessen_gemist { "ja" } else { "nee" }.to_owned()),
        ("Toelichting", leeg(&g.toelichting)),
        ("Wat de school deed", leeg(&g.ondernomen_acties)),
        ("Actie gewenst", if g.actie_gewenst { "ja" } else { "nee" }.to_owned()),
        ("Welke actie", leeg(&g.toelichting_actie)),
        ("Registernummer", rij.registernummer.clone().unwrap_or_else(|| "komt terug".to_owned())),
        ("Registerdatum", rij.registerdatum.map_or_else(|| "komt terug".to_owned(), moment)),
        ("Overzicht", format!("{} lessen", g.verzuimoverzicht.len())),
    ];
    let invoer_waarom = invoer.as_ref().map_or_else(String::new, |i| i.waarom.clone());
    let invoer = invoer.filter(|i| !i.versie.is_empty()).unwrap_or_else(|| MeldingForm {
        csrf: String::new(),
        versie: rij.versie.to_string(),
        reden: g.reden.clone().unwrap_or_default(),
        toelichting: g.toelichting.clone().unwrap_or_default(),
        ondernomen_acties: g.ondernomen_acties.clone().unwrap_or_default(),
        actie_gewenst: if g.actie_gewenst { "ja" } else { "nee" }.to_owned(),
        toelichting_actie: g.toelichting_actie.clone().unwrap_or_default(),
        doe: String::new(),
        waarom: String::new(),
    });
    let titel = format!("Melding: {}", soort(&rij.soort));
    let status = if fouten.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let dagen = g
        .verzuimoverzicht
        .iter()
        .map(|x| {
            (
                iso_kort(&x.datum),
                x.lesuur.to_string(),
                teken(&x.status),
                Status::uit_code(&x.status).map_or("", Status::woord),
                uren(x.minuten, d.lesuur_minuten),
            )
        })
        .collect();
    let waarom_open = fouten.iter().any(|f| f.0 == "waarom");
    let blad = MeldingBlad {
        waarom_open,
        k: kader(app, s, &titel, "/school/meldingen", &[("School", "/school"), ("Meldingen", "/school/meldingen")])
            .await?,
        id: id.to_string(),
        leerling: rij.leerling.to_string(),
        naam: l.naam(),
        concept: rij.stand == "concept",
        stand: stand_melding(&rij),
        soort: soort(&rij.soort),
        termijn: rij.uiterlijk.as_deref().map_or_else(String::new, |u| termijn(u, app.vandaag())),
        dagen,
        claim: uren(d.minuten, d.lesuur_minuten),
        som: uren(som, d.lesuur_minuten),
        klopt: som == d.minuten,
        invoer,
        redenen: REDENEN,
        fouten,
        velden,
        registernummer: rij.registernummer.clone().unwrap_or_default(),
        terugkoppeling: rij.terugkoppeling.clone().unwrap_or_default(),
        reden_stand: rij.reden_stand.clone().unwrap_or_default(),
        overzicht: rij.overzicht_gevraagd.is_some(),
        mag_melden: mag_melden(s),
        intrekbaar: mag_melden(s)
            && (rij.stand == "concept"
                || rij.registerstand.as_deref().is_some_and(|r| domain::melding::mag_naar(r, "ingetrokken"))),
        waarom: invoer_waarom,
        d,
    };
    bladzijde(app, status, &blad)
}

fn iso_lang(iso: &str) -> String {
    iso.parse().map_or_else(|_| iso.to_owned(), datum_lang)
}

pub(crate) async fn melding(
    State(app): State<App>,
    Extension(s): Extension<Sessie>,
    Path(id): Path<String>,
) -> Antwoord {
    melding_blad(&app, &s, sleutel(&id)?, None, Vec::new()).await
}

pub(crate) async fn melding_bewaren(
    State(app): State<App>,
    Extension(s): Extension<Sessie>,
    Path(id): Path<String>,
    Form(f): Form<MeldingForm>,
) -> Antwoord {
    keur_csrf(&s, &f.csrf)?;
    let id = sleutel(&id)?;
    let Ok(versie) = f.versie.parse() else {
        return Err(Pagina::geweigerd("Dit formulier is niet van deze bladzijde.", "Ververs de bladzijde."));
    };
    if !matches!(f.actie_gewenst.as_str(), "ja" | "nee") {
        return melding_blad(&app, &s, id, Some(f), vec![("actie_gewenst".to_owned(), "Kies ja of nee.".to_owned())])
            .await;
    }
    let invulling = Invulling {
        versie,
        reden: f.reden.clone(),
        toelichting: f.toelichting.clone(),
        ondernomen_acties: f.ondernomen_acties.clone(),
        actie_gewenst: f.actie_gewenst == "ja",
        toelichting_actie: f.toelichting_actie.clone(),
    };
    let versturen = f.doe == "versturen";
    // On a task of its own: a reader who leaves cannot cut a write in half.
    let (a, wie) = (app.clone(), s.wie.clone());
    let uitslag =
        tokio::spawn(async move { melding_versturen::bewaar(&a, &wie, id, invulling, versturen).await }).await;
    match uitslag {
        Ok(Ok(())) => {
            if versturen {
                app::register::bezorg(&app).await;
            }
            Ok(Redirect::to(&format!("/school/meldingen/{id}")).into_response())
        }
        Ok(Err(Fout::Invoer(fouten))) => melding_blad(&app, &s, id, Some(f), fouten).await,
        Ok(Err(fout)) => Err(Pagina::uit(&app, Some(&s), fout)),
        Err(_) => Err(Pagina::storing("taak")),
    }
}

pub(crate) async fn overzicht(
    State(app): State<App>,
    Extension(s): Extension<Sessie>,
    Path(id): Path<String>,
    Form(f): Form<AlleenCsrf>,
) -> Antwoord {
    keur_csrf(&s, &f.csrf)?;
    let id = sleutel(&id)?;
    overzicht_geven::geef(&app, &s.wie, id).await.map_err(|f| Pagina::uit(&app, Some(&s), f))?;
    app::register::bezorg(&app).await;
    Ok(Redirect::to(&format!("/school/meldingen/{id}")).into_response())
}

pub(crate) async fn intrekken(
    State(app): State<App>,
    Extension(s): Extension<Sessie>,
    Path(id): Path<String>,
    Form(f): Form<MeldingForm>,
) -> Antwoord {
    keur_csrf(&s, &f.csrf)?;
    let id = sleutel(&id)?;
    match melding_intrekken::trek_in(&app, &s.wie, id, &f.waarom).await {
        Ok(leerling) => {
            app::register::bezorg(&app).await;
            Ok(Redirect::to(&format!("/school/leerlingen/{leerling}")).into_response())
        }
        Err(Fout::Invoer(fouten)) => melding_blad(&app, &s, id, Some(f), fouten).await,
        Err(fout) => Err(Pagina::uit(&app, Some(&s), fout)),
    }
}
