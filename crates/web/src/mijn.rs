//! Mijn Leerrecht: the plain story for a parent or a student.

use crate::fout::{Antwoord, Pagina, bladzijde, kader};
use crate::kader::Kader;
use crate::school::sleutel;
use crate::strook::{Gegevens, maak};
use crate::toon::{iso_kort, moment, soort, stand_melding};
use app::App;
use app::sessie::Sessie;
use askama::Template;
use axum::extract::{Extension, Path, State};
use axum::http::StatusCode;
use beeld::{strook, strook_tabel, teken, uren};
use domain::aanwezigheid::Status;

#[derive(Template)]
#[template(path = "mijn.html")]
struct Lijst {
    k: Kader,
    kinderen: Vec<(String, String, String, String)>,
    ouder: bool,
}

pub(crate) async fn lijst(State(app): State<App>, Extension(s): Extension<Sessie>) -> Antwoord {
    let rijen = app::mijn::lijst(&app, &s.wie).await.map_err(|f| Pagina::uit(&app, Some(&s), f))?;
    let organisaties = app.organisaties().await.map_err(|f| Pagina::uit(&app, Some(&s), f))?;
    let school = |id| organisaties.iter().find(|o| o.id == id).map_or_else(String::new, |o| o.naam.clone());
    let kinderen = rijen.iter().map(|l| (l.id.to_string(), l.naam(), school(l.organisatie), l.klas.clone())).collect();
    let k = kader(&app, &s, "Overzicht", "/mijn", &[]).await?;
    bladzijde(&app, StatusCode::OK, &Lijst { k, kinderen, ouder: s.wie.rol == policy::Rol::Ouder })
}

struct Gemeld {
    soort: &'static str,
    periode: String,
    uren: String,
    nummer: String,
    verzonden: String,
    stand: (&'static str, &'static str),
    terugkoppeling: String,
}

#[derive(Template)]
#[template(path = "mijn_kind.html")]
struct Kind {
    k: Kader,
    voornaam: String,
    school: String,
    telefoon: String,
    klas: String,
    strook: String,
    tabel: String,
    legenda: Vec<(String, &'static str, usize)>,
    gemeld: Vec<Gemeld>,
    lesuur_minuten: i64,
}

pub(crate) async fn dossier(
    State(app): State<App>,
    Extension(s): Extension<Sessie>,
    Path(id): Path<String>,
) -> Antwoord {
    let d = app::mijn::dossier(&app, &s.wie, sleutel(&id)?).await.map_err(|f| Pagina::uit(&app, Some(&s), f))?;
    let naam = d.leerling.naam();
    let beeld = maak(&Gegevens {
        naam: &naam,
        school: &d.school,
        kalender: &d.kalender,
        rooster: &d.rooster,
        markeringen: &d.markeringen,
        meldingen: &d.meldingen,
        vandaag: app.vandaag(),
        venster: None,
    });
    let aantal = |code: &str| beeld.weken.iter().flat_map(|w| &w.cellen).filter(|c| c.status == code).count();
    let blad = Kind {
        k: kader(&app, &s, &naam, "/mijn", &[("Mijn Leerrecht", "/mijn")]).await?,
        voornaam: d.leerling.voornamen.clone(),
        school: d.school.naam.clone(),
        telefoon: d.school.telefoon.clone(),
        klas: d.leerling.klas.clone(),
        strook: strook(&beeld),
        tabel: strook_tabel(&beeld),
        legenda: Status::ALLE
            .iter()
            .map(|x| (teken(x.code()), x.woord(), aantal(x.code())))
            .filter(|x| x.2 > 0)
            .collect(),
        gemeld: d
            .meldingen
            .iter()
            .map(|m| Gemeld {
                soort: soort(&m.soort),
                periode: m.einde_dag.as_deref().map_or_else(
                    || format!("vanaf {}", iso_kort(&m.begin_dag)),
                    |e| format!("{} t/m {}", iso_kort(&m.begin_dag), iso_kort(e)),
                ),
                uren: uren(m.minuten, d.school.lesuur_minuten),
                nummer: m.registernummer.clone().unwrap_or_default(),
                verzonden: m.verzonden.map_or_else(String::new, moment),
                stand: stand_melding(m),
                terugkoppeling: m.terugkoppeling.clone().unwrap_or_default(),
            })
            .collect(),
        lesuur_minuten: d.school.lesuur_minuten,
    };
    bladzijde(&app, StatusCode::OK, &blad)
}
