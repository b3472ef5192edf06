//! One pupil: the strip of the school year, why there is a signal, and correcting a lesson.

use super::{MeldingRegel, mag_melden, meldingregel, sleutel};
use crate::fout::{Antwoord, Pagina, bladzijde, kader, keur_csrf};
use crate::kader::Kader;
use crate::strook::{Gegevens, maak};
use crate::toon::{datum_lang, iso_kort, soort, termijn};
use app::school::aanwezigheid_vastleggen::{Verbetering, verbeter as verbeter_les};
use app::school::inzien;
use app::school::melding_opstellen::{Vrij, zonder_signaal};
use app::sessie::Sessie;
use app::{App, Fout};
use askama::Template;
use axum::extract::{Extension, Form, Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect};
use beeld::{strook, strook_tabel, teken, uren};
use domain::aanwezigheid::Status;
use domain::waarden::lees_dag;
use serde::Deserialize;
use uuid::Uuid;

struct Uitleg {
    kop: String,
    soort: &'static str,
    termijn: String,
    toelichting: Vec<String>,
    pad: Vec<(String, String)>,
    lessen: Vec<String>,
    id: String,
    melding: Option<String>,
}

#[derive(Template)]
#[template(path = "leerling.html")]
struct LeerlingBlad {
    k: Kader,
    id: String,
    klas: String,
    opleiding: String,
    geboren: String,
    leeftijd: i16,
    plicht: String,
    nummer: String,
    uitleg: Option<Uitleg>,
    legenda: Vec<(String, &'static str, usize)>,
    strook: String,
    tabel: String,
    meldingen: Vec<MeldingRegel>,
    mag_melden: bool,
    mag_verbeteren: bool,
    statussen: Vec<(&'static str, &'static str)>,
    invoer: VerbeterForm,
    fouten: Vec<(String, String)>,
    lesuur_minuten: i64,
    zelf: ZelfForm,
}

async fn leerling_blad(
    app: &App,
    s: &Sessie,
    id: Uuid,
    invoer: VerbeterForm,
    zelf: ZelfForm,
    fouten: Vec<(String, String)>,
) -> Antwoord {
    let d = inzien::leerling(app, &s.wie, id).await.map_err(|f| Pagina::uit(app, Some(s), f))?;
    let lesuur = d.school.lesuur_minuten;
    let open = d.signalen.iter().find(|x| x.stand != "gemeld");
    let venster = open.and_then(|x| Some((x.begin_dag.parse().ok()?, x.einde_dag.parse().ok()?)));
    let naam = d.leerling.naam();
    let beeld = maak(&Gegevens {
        naam: &naam,
        school: &d.school,
        kalender: &d.kalender,
        rooster: &d.rooster,
        markeringen: &d.markeringen,
        meldingen: &d.meldingen,
        vandaag: app.vandaag(),
        venster,
    });
    let aantal = |code: &str| beeld.weken.iter().flat_map(|w| &w.cellen).filter(|c| c.status == code).count();
    let legenda =
        Status::ALLE.iter().map(|x| (teken(x.code()), x.woord(), aantal(x.code()))).filter(|x| x.2 > 0).collect();
    let uitleg = open.map(|x| {
        let b: serde_json::Value = serde_json::from_str(&x.bewijs).unwrap_or_default();
        let lijst = |naam: &str| b.get(naam).and_then(|l| l.as_array().cloned()).unwrap_or_default();
        let tekst = |v: &serde_json::Value| v.as_str().unwrap_or_default().to_owned();
        Uitleg {
            kop: format!(
                "{} uur bereikt op {}",
                if x.soort.starts_with("zestien") { "16".to_owned() } else { uren(x.minuten, lesuur) },
                x.bereikt_op.parse().map_or_else(|_| String::new(), datum_lang)
            ),
            soort: soort(&x.soort),
            termijn: x.uiterlijk.as_deref().map_or_else(String::new, |u| termijn(u, app.vandaag())),
            toelichting: lijst("toelichting").iter().map(tekst).collect(),
            pad: lijst("pad").iter().map(|p| (tekst(&p["vraag"]), tekst(&p["antwoord"]))).collect(),
            lessen: lijst("lessen")
                .iter()
                .map(|l| format!("{}, les {}", iso_kort(l[0].as_str().unwrap_or_default()), l[1]))
                .collect(),
            id: x.id.to_string(),
            melding: x.melding.map(|m| m.to_string()),
        }
    });
    let geboren: Option<domain::Datum> = d.leerling.geboortedatum.parse().ok();
    let status = if fouten.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let blad = LeerlingBlad {
        k: kader(app, s, &naam, "/school/leerlingen", &[("School", "/school"), ("Leerlingen", "/school/leerlingen")])
            .await?,
        id: id.to_string(),
        klas: d.leerling.klas.clone(),
        opleiding: d.leerling.opleiding.clone(),
        geboren: geboren.map_or_else(String::new, datum_lang),
        leeftijd: geboren.map_or(0, |g| rules::leeftijd(g, app.vandaag())),
        plicht: d.plicht.toelichting.first().cloned().unwrap_or_default(),
        nummer: d.leerling.leerlingnummer.clone(),
        uitleg,
        legenda,
        strook: strook(&beeld),
        tabel: strook_tabel(&beeld),
        meldingen: d.meldingen.iter().map(|m| meldingregel(m, naam.clone(), lesuur, app.vandaag())).collect(),
        mag_melden: mag_melden(s),
        mag_verbeteren: s.wie.rol == policy::Rol::Verzuimmedewerker,
        statussen: Status::ALLE.iter().filter(|x| **x != Status::GeenRegister).map(|x| (x.code(), x.woord())).collect(),
        invoer,
        fouten,
        lesuur_minuten: lesuur,
        zelf,
    };
    bladzijde(app, status, &blad)
}

pub(crate) async fn leerling(
    State(app): State<App>,
    Extension(s): Extension<Sessie>,
    Path(id): Path<String>,
) -> Antwoord {
    let id = sleutel(&id)?;
    leerling_blad(&app, &s, id, VerbeterForm::default(), ZelfForm::default(), Vec::new()).await
}

#[derive(Deserialize, Default, Clone)]
pub(crate) struct VerbeterForm {
    #[serde(default)]
    csrf: String,
    #[serde(default)]
    datum: String,
    #[serde(default)]
    lesuur: String,
    #[serde(default)]
    status: String,
    #[serde(default)]
    minuten_te_laat: String,
    #[serde(default)]
    waarom: String,
}

impl VerbeterForm {
    fn lees(&self, leerling: Uuid) -> Result<Verbetering, Vec<(String, String)>> {
        let mut fouten = Vec::new();
        let mut fout = |veld: &str, melding: &str| fouten.push((veld.to_owned(), melding.to_owned()));
        let datum = lees_dag(self.datum.trim());
        if datum.is_none() {
            fout("datum", "Kies een dag.");
        }
        let lesuur = self.lesuur.trim().parse().ok();
        if lesuur.is_none() {
            fout("lesuur", "Vul het lesuur in als getal.");
        }
        let status = Status::uit_code(&self.status).filter(|s| *s != Status::GeenRegister);
        if status.is_none() {
            fout("status", "Kies wat er moet staan.");
        }
        let minuten =
            if self.minuten_te_laat.trim().is_empty() { Some(0) } else { self.minuten_te_laat.trim().parse().ok() };
        if minuten.is_none() {
            fout("minuten_te_laat", "Vul de minuten in als getal.");
        }
        match (datum, lesuur, status, minuten) {
            (Some(datum), Some(lesuur), Some(status), Some(minuten_te_laat)) => Ok(Verbetering {
                leerling,
                datum,
                lesuur,
                status,
                minuten_te_laat,
                waarom: self.waarom.trim().to_owned(),
            }),
            _ => Err(fouten),
        }
    }
}

pub(crate) async fn verbeter(
    State(app): State<App>,
    Extension(s): Extension<Sessie>,
    Path(id): Path<String>,
    Form(f): Form<VerbeterForm>,
) -> Antwoord {
    keur_csrf(&s, &f.csrf)?;
    let id = sleutel(&id)?;
    let opdracht = match f.lees(id) {
        Ok(o) => o,
        Err(fouten) => return leerling_blad(&app, &s, id, f, ZelfForm::default(), fouten).await,
    };
    match verbeter_les(&app, &s.wie, opdracht).await {
        Ok(()) => Ok(Redirect::to(&format!("/school/leerlingen/{id}")).into_response()),
        Err(Fout::Invoer(fouten)) => leerling_blad(&app, &s, id, f, ZelfForm::default(), fouten).await,
        Err(fout) => Err(Pagina::uit(&app, Some(&s), fout)),
    }
}

/// A report that a person starts: luxe or overig.
#[derive(Deserialize, Default, Clone)]
#[serde(default)]
pub(crate) struct ZelfForm {
    csrf: String,
    soort: String,
    begin: String,
    einde: String,
}

impl ZelfForm {
    fn lees(&self) -> Result<Vrij, Vec<(String, String)>> {
        let mut fouten = Vec::new();
        let mut dag = |veld: &str, tekst: &str| {
            let d = lees_dag(tekst.trim());
            if d.is_none() {
                fouten.push((veld.to_owned(), "Kies een dag.".to_owned()));
            }
            d
        };
        match (dag("begin", &self.begin), dag("einde", &self.einde)) {
            (Some(begin), Some(einde)) => Ok(Vrij { soort: self.soort.clone(), begin, einde }),
            _ => Err(fouten),
        }
    }
}

pub(crate) async fn zelf_melden(
    State(app): State<App>,
    Extension(s): Extension<Sessie>,
    Path(id): Path<String>,
    Form(f): Form<ZelfForm>,
) -> Antwoord {
    keur_csrf(&s, &f.csrf)?;
    let id = sleutel(&id)?;
    let uitslag = match f.lees() {
        Ok(v) => zonder_signaal(&app, &s.wie, id, v).await,
        Err(fouten) => Err(Fout::Invoer(fouten)),
    };
    match uitslag {
        Ok(melding) => Ok(Redirect::to(&format!("/school/meldingen/{melding}")).into_response()),
        Err(Fout::Invoer(fouten)) => leerling_blad(&app, &s, id, VerbeterForm::default(), f, fouten).await,
        Err(fout) => Err(Pagina::uit(&app, Some(&s), fout)),
    }
}
