//! The day: who is missing, who is on the way to 16 hours, what waits to be reported.

use super::{MeldingRegel, mag_melden, meldingregel, store_naam};
use crate::fout::{Antwoord, Pagina, bladzijde, kader};
use crate::kader::Kader;
use crate::toon::{datum_lang, iso_kort, soort, termijn};
use app::App;
use app::school::inzien;
use app::sessie::Sessie;
use askama::Template;
use axum::extract::{Extension, State};
use axum::http::StatusCode;
use beeld::{afstand, teken, uren};
use domain::aanwezigheid::Status;
use uuid::Uuid;

struct Rij {
    id: String,
    naam: String,
    klas: String,
    balk: String,
    uren: String,
    extra: String,
}

/// What waits for one pupil: the first deadline, and the other periods.
struct Signaalkaart {
    leerling: String,
    naam: String,
    eerste: SignaalRegel,
    meer: Vec<SignaalRegel>,
}

struct SignaalRegel {
    soort: &'static str,
    bereikt: String,
    termijn: String,
    id: String,
    melding: Option<String>,
}

struct Vandaagrij {
    id: String,
    naam: String,
    klas: String,
    tekens: String,
    lessen: String,
    woord: &'static str,
}

#[derive(Template)]
#[template(path = "vandaag.html")]
struct VandaagBlad {
    k: Kader,
    onbekend: Vec<Vandaagrij>,
    overig: Vec<Vandaagrij>,
    standen: Vec<Rij>,
    signalen: Vec<Signaalkaart>,
    te_melden: usize,
    meldingen: Vec<MeldingRegel>,
    mag_melden: bool,
    alleen_signalen: bool,
}

async fn vandaag_blad(app: &App, s: &Sessie, titel: &str, hier: &str, alleen_signalen: bool) -> Antwoord {
    let v = inzien::vandaag(app, &s.wie).await.map_err(|f| Pagina::uit(app, Some(s), f))?;
    let lesuur = v.school.lesuur_minuten;
    let naam = |id: Uuid| v.leerlingen.iter().find(|l| l.id == id).map_or_else(String::new, store_naam);
    let mut rijen: Vec<Vandaagrij> = Vec::new();
    for (id, voornamen, tussen, achter, klas, les, status) in &v.dag {
        // No register taken, or present: nobody to look after.
        if matches!(status.as_str(), "geen_register" | "aanwezig") {
            continue;
        }
        let woord = Status::uit_code(status).map_or("onbekend", Status::woord);
        match rijen.iter_mut().find(|r| r.id == id.to_string() && r.woord == woord) {
            Some(r) => {
                r.tekens.push_str(&teken(status));
                r.lessen.push_str(&format!(", {les}"));
            }
            None => rijen.push(Vandaagrij {
                id: id.to_string(),
                naam: [voornamen.as_str(), tussen, achter]
                    .into_iter()
                    .filter(|d| !d.is_empty())
                    .collect::<Vec<_>>()
                    .join(" "),
                klas: klas.clone(),
                tekens: teken(status),
                lessen: format!("les {les}"),
                woord,
            }),
        }
    }
    let (onbekend, overig) = rijen.into_iter().partition(|r| r.woord == "onbekend");
    let vandaag = app.vandaag();
    let te_melden = v.signalen.len();
    let mut kaarten: Vec<Signaalkaart> = Vec::new();
    for x in &v.signalen {
        let regel = SignaalRegel {
            soort: soort(&x.soort),
            bereikt: iso_kort(&x.bereikt_op),
            termijn: x.uiterlijk.as_deref().map_or_else(String::new, |u| termijn(u, vandaag)),
            id: x.id.to_string(),
            melding: x.melding.map(|m| m.to_string()),
        };
        let leerling = x.leerling.to_string();
        match kaarten.iter_mut().find(|k| k.leerling == leerling) {
            Some(k) => k.meer.push(regel),
            None => kaarten.push(Signaalkaart { leerling, naam: naam(x.leerling), eerste: regel, meer: Vec::new() }),
        }
    }
    let blad = VandaagBlad {
        k: kader(app, s, titel, hier, &[("School", "/school")]).await?,
        onbekend,
        overig,
        standen: v
            .standen
            .iter()
            .map(|r| Rij {
                id: r.leerling.to_string(),
                naam: naam(r.leerling),
                klas: r.klas.clone(),
                balk: afstand(r.zeker, r.mogelijk, 16 * lesuur),
                uren: if r.mogelijk > r.zeker {
                    format!("{}–{}", uren(r.zeker, lesuur), uren(r.mogelijk, lesuur))
                } else {
                    uren(r.zeker, lesuur)
                },
                extra: if r.zeker >= 16 * lesuur {
                    "bereikt".to_owned()
                } else {
                    format!("nog {}", uren(16 * lesuur - r.zeker, lesuur))
                },
            })
            .collect(),
        signalen: kaarten,
        te_melden,
        meldingen: v.meldingen.iter().map(|m| meldingregel(m, naam(m.leerling), lesuur, vandaag)).collect(),
        mag_melden: mag_melden(s),
        alleen_signalen,
    };
    bladzijde(app, StatusCode::OK, &blad)
}

pub(crate) async fn vandaag(State(app): State<App>, Extension(s): Extension<Sessie>) -> Antwoord {
    let titel = format!("Vandaag, {}", datum_lang(app.vandaag()));
    vandaag_blad(&app, &s, &titel, "/school", false).await
}

pub(crate) async fn signalen(State(app): State<App>, Extension(s): Extension<Sessie>) -> Antwoord {
    vandaag_blad(&app, &s, "Signalen", "/school/signalen", true).await
}

#[derive(Template)]
#[template(path = "leerlingen.html")]
struct LeerlingenBlad {
    k: Kader,
    leerlingen: Vec<(String, String, String, String)>,
}

pub(crate) async fn leerlingen(State(app): State<App>, Extension(s): Extension<Sessie>) -> Antwoord {
    let v = inzien::vandaag(&app, &s.wie).await.map_err(|f| Pagina::uit(&app, Some(&s), f))?;
    let blad = LeerlingenBlad {
        k: kader(&app, &s, "Leerlingen", "/school/leerlingen", &[("School", "/school")]).await?,
        leerlingen: v
            .leerlingen
            .iter()
            .map(|l| (l.id.to_string(), l.naam(), l.klas.clone(), l.leerlingnummer.clone()))
            .collect(),
    };
    bladzijde(&app, StatusCode::OK, &blad)
}
