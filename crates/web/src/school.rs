//! The space School.

use crate::fout::{Antwoord, Pagina, bladzijde, kader, keur_csrf};
use crate::kader::Kader;
use crate::strook::{Gegevens, maak};
use crate::toon::{datum_lang, iso_kort, moment, soort, stand_melding, store_rows::MeldingRow, termijn};
use app::school::aanwezigheid_vastleggen::{
    Laadrij, Lading, Verbetering, laad as laad_rijen, verbeter as verbeter_les,
};
use app::school::melding_opstellen::{Invulling, REDENEN, uit_signaal};
use app::school::{inzien, melding_versturen, overzicht_geven};
use app::sessie::Sessie;
use app::{App, Fout};
use askama::Template;
use axum::extract::{Extension, Form, Multipart, Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect};
use beeld::{afstand, strook, strook_tabel, teken, uren};
use domain::aanwezigheid::Status;
use domain::melding::Meldingdossier;
use serde::Deserialize;
use uuid::Uuid;

struct Rij {
    id: String,
    naam: String,
    klas: String,
    balk: String,
    uren: String,
    extra: String,
}

struct SignaalRegel {
    leerling: String,
    naam: String,
    soort: &'static str,
    bereikt: String,
    termijn: String,
    id: String,
    melding: Option<String>,
}

struct MeldingRegel {
    id: String,
    naam: String,
    soort: &'static str,
    periode: String,
    uren: String,
    stand: (&'static str, &'static str),
    nummer: String,
    termijn: String,
    overzicht: bool,
    terugkoppeling: String,
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
    signalen: Vec<SignaalRegel>,
    meldingen: Vec<MeldingRegel>,
    mag_melden: bool,
    alleen_signalen: bool,
}

fn meldingregel(m: &MeldingRow, naam: String, lesuur: i64, vandaag: domain::Datum) -> MeldingRegel {
    MeldingRegel {
        id: m.id.to_string(),
        naam,
        soort: soort(&m.soort),
        periode: match &m.einde_dag {
            Some(e) => format!("{} t/m {}", iso_kort(&m.begin_dag), iso_kort(e)),
            None => format!("vanaf {}", iso_kort(&m.begin_dag)),
        },
        uren: uren(m.minuten, lesuur),
        stand: stand_melding(m),
        nummer: m.registernummer.clone().unwrap_or_else(|| m.nummer.clone()),
        termijn: if m.stand == "concept" {
            m.uiterlijk.as_deref().map_or(String::new(), |u| termijn(u, vandaag))
        } else {
            String::new()
        },
        overzicht: m.overzicht_gevraagd.is_some(),
        terugkoppeling: m.terugkoppeling.clone().unwrap_or_default(),
    }
}

fn mag_melden(s: &Sessie) -> bool {
    matches!(s.wie.rol, policy::Rol::Verzuimmedewerker | policy::Rol::Schoolleider)
}

async fn vandaag_blad(app: &App, s: &Sessie, titel: &str, hier: &str, alleen_signalen: bool) -> Antwoord {
    let v = inzien::vandaag(app, &s.wie).await.map_err(|f| Pagina::uit(app, Some(s), f))?;
    let lesuur = v.school.lesuur_minuten;
    let naam = |id: Uuid| v.leerlingen.iter().find(|l| l.id == id).map_or_else(String::new, store_naam);
    let mut rijen: Vec<Vandaagrij> = Vec::new();
    for (id, voornamen, tussen, achter, klas, les, status) in &v.dag {
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
        signalen: v
            .signalen
            .iter()
            .map(|x| SignaalRegel {
                leerling: x.leerling.to_string(),
                naam: naam(x.leerling),
                soort: soort(&x.soort),
                bereikt: iso_kort(&x.bereikt_op),
                termijn: x.uiterlijk.as_deref().map_or_else(String::new, |u| termijn(u, vandaag)),
                id: x.id.to_string(),
                melding: x.melding.map(|m| m.to_string()),
            })
            .collect(),
        meldingen: v.meldingen.iter().map(|m| meldingregel(m, naam(m.leerling), lesuur, vandaag)).collect(),
        mag_melden: mag_melden(s),
        alleen_signalen,
    };
    bladzijde(app, StatusCode::OK, &blad)
}

fn store_naam(l: &crate::toon::store_rows::LeerlingRow) -> String {
    l.naam()
}

pub(crate) async fn vandaag(State(app): State<App>, Extension(s): Extension<Sessie>) -> Antwoord {
    let titel = format!("Vandaag, {}", datum_lang(app.vandaag()));
    vandaag_blad(&app, &s, &titel, "/school", false).await
}

pub(crate) async fn signalen(State(app): State<App>, Extension(s): Extension<Sessie>) -> Antwoord {
    vandaag_blad(&app, &s, "Signalen", "/school/signalen", true).await
}

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
}

async fn leerling_blad(
    app: &App,
    s: &Sessie,
    id: Uuid,
    invoer: VerbeterForm,
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
    };
    bladzijde(app, status, &blad)
}

pub(crate) async fn leerling(
    State(app): State<App>,
    Extension(s): Extension<Sessie>,
    Path(id): Path<String>,
) -> Antwoord {
    let id = sleutel(&id)?;
    leerling_blad(&app, &s, id, VerbeterForm::default(), Vec::new()).await
}

/// A key in an address that is no key is a page that does not exist.
pub(crate) fn sleutel(tekst: &str) -> Result<Uuid, Pagina> {
    Uuid::parse_str(tekst).map_err(|_| Pagina::niet_gevonden())
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
        let datum = self.datum.trim().parse().ok();
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
        Err(fouten) => return leerling_blad(&app, &s, id, f, fouten).await,
    };
    match verbeter_les(&app, &s.wie, opdracht).await {
        Ok(()) => Ok(Redirect::to(&format!("/school/leerlingen/{id}")).into_response()),
        Err(Fout::Invoer(fouten)) => leerling_blad(&app, &s, id, f, fouten).await,
        Err(fout) => Err(Pagina::uit(&app, Some(&s), fout)),
    }
}

#[derive(Deserialize)]
pub(crate) struct AlleenCsrf {
    #[serde(default)]
    csrf: String,
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
    let invoer = invoer.unwrap_or_else(|| MeldingForm {
        csrf: String::new(),
        versie: rij.versie.to_string(),
        reden: g.reden.clone().unwrap_or_default(),
        toelichting: g.toelichting.clone().unwrap_or_default(),
        ondernomen_acties: g.ondernomen_acties.clone().unwrap_or_default(),
        actie_gewenst: if g.actie_gewenst { "ja" } else { "nee" }.to_owned(),
        toelichting_actie: g.toelichting_actie.clone().unwrap_or_default(),
        doe: String::new(),
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
    let blad = MeldingBlad {
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
            if versturen && let Err(fout) = app::register::verwerk(&app).await {
                tracing::warn!(%fout, "post blijft wachten");
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
    if let Err(fout) = app::register::verwerk(&app).await {
        tracing::warn!(%fout, "post blijft wachten");
    }
    Ok(Redirect::to(&format!("/school/meldingen/{id}")).into_response())
}

struct Verslag {
    nieuw: usize,
    gewijzigd: usize,
    gelijk: usize,
    herrekend: usize,
    fouten: Vec<(usize, String, String, String)>,
    meer: usize,
}

#[derive(Template)]
#[template(path = "bestanden.html")]
struct BestandenBlad {
    k: Kader,
    fout: String,
    verslag: Option<Verslag>,
    kolommen: Vec<(String, String)>,
}

pub(crate) async fn bestanden(State(app): State<App>, Extension(s): Extension<Sessie>) -> Antwoord {
    bestanden_blad(&app, &s, String::new(), None, Vec::new()).await
}

async fn bestanden_blad(
    app: &App,
    s: &Sessie,
    fout: String,
    verslag: Option<Verslag>,
    kolommen: Vec<(String, String)>,
) -> Antwoord {
    let status = if fout.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let k = kader(app, s, "Bestand laden", "/school/bestanden", &[("School", "/school")]).await?;
    bladzijde(app, status, &BestandenBlad { k, fout, verslag, kolommen })
}

pub(crate) async fn laad(State(app): State<App>, Extension(s): Extension<Sessie>, mut m: Multipart) -> Antwoord {
    let (mut csrf, mut bytes) = (String::new(), Vec::new());
    loop {
        match m.next_field().await {
            Ok(Some(veld)) => {
                let naam = veld.name().unwrap_or_default().to_owned();
                let Ok(inhoud) = veld.bytes().await else {
                    return bestanden_blad(
                        &app,
                        &s,
                        "Het bestand is te groot of kwam niet heel aan. Kies een bestand van hoogstens 20 MB."
                            .to_owned(),
                        None,
                        Vec::new(),
                    )
                    .await;
                };
                match naam.as_str() {
                    "csrf" => csrf = String::from_utf8_lossy(&inhoud).into_owned(),
                    "bestand" => bytes = inhoud.to_vec(),
                    _ => {}
                }
            }
            Ok(None) => break,
            Err(_) => {
                return bestanden_blad(
                    &app,
                    &s,
                    "Het formulier kwam niet heel aan. Probeer het opnieuw.".to_owned(),
                    None,
                    Vec::new(),
                )
                .await;
            }
        }
    }
    keur_csrf(&s, &csrf)?;
    let school = app.organisatie(s.wie.organisatie.0).await.map_err(|f| Pagina::uit(&app, Some(&s), f))?;
    let instellingen = parsers::aanwezigheid::Instellingen {
        codes: parsers::aanwezigheid::standaard_codes(),
        lesuur_minuten: u16::try_from(school.lesuur_minuten).unwrap_or(60),
        schooljaar: rules::schooljaar(app.vandaag()),
        vandaag: app.vandaag(),
        brin: school.brin.clone(),
    };
    let gelezen = tokio::task::spawn_blocking(move || {
        let tabel = parsers::tabel::lees_tabel(&bytes).map_err(|f| f.to_string())?;
        let kolommen = parsers::kolommen::herken(&tabel);
        let ontbreekt = kolommen.ontbreekt();
        if !ontbreekt.is_empty() {
            return Err(format!("In dit bestand ontbreekt: {}. Controleer de kopregel.", ontbreekt.join(", ")));
        }
        let namen = kolommen
            .velden
            .iter()
            .map(|(v, i)| (v.woord().to_owned(), tabel.kop.get(*i).cloned().unwrap_or_default()))
            .collect();
        Ok((parsers::aanwezigheid::lees(&tabel, &kolommen, &instellingen), namen))
    })
    .await;
    let (gelezen, kolommen): (parsers::aanwezigheid::Gelezen, Vec<(String, String)>) = match gelezen {
        Ok(Ok(g)) => g,
        Ok(Err(fout)) => return bestanden_blad(&app, &s, fout, None, Vec::new()).await,
        Err(_) => {
            return bestanden_blad(&app, &s, "Dit bestand kan niet worden gelezen.".to_owned(), None, Vec::new()).await;
        }
    };
    let rijen: Vec<Laadrij> = gelezen
        .rijen
        .iter()
        .map(|r| Laadrij {
            leerlingnummer: r.leerlingnummer.clone(),
            datum: r.datum,
            lesuur: r.lesuur,
            minuten: r.minuten,
            status: r.status,
            minuten_te_laat: r.minuten_te_laat,
        })
        .collect();
    let (a, wie) = (app.clone(), s.wie.clone());
    let uitslag = tokio::spawn(async move {
        laad_rijen(&a, &wie, Lading { rijen: &rijen, bron: "bestand", alles_of_niets: false, herhaling: None }).await
    })
    .await;
    let v = match uitslag {
        Ok(Ok(v)) => v,
        Ok(Err(f)) => return Err(Pagina::uit(&app, Some(&s), f)),
        Err(_) => return Err(Pagina::storing("taak")),
    };
    let mut fouten: Vec<(usize, String, String, String)> = gelezen
        .fouten
        .iter()
        .map(|f| (f.rij, f.kolom.to_string(), f.melding.to_string(), f.oplossing.to_string()))
        .collect();
    for i in &v.onbekende_leerling {
        let rij = gelezen.rijen.get(*i).map_or(0, |r| r.rij);
        fouten.push((
            rij,
            "leerlingnummer".to_owned(),
            "Dit nummer kennen we niet op deze school.".to_owned(),
            "Controleer het nummer, of schrijf de leerling eerst in.".to_owned(),
        ));
    }
    fouten.sort();
    let meer = fouten.len().saturating_sub(100);
    fouten.truncate(100);
    let verslag =
        Verslag { nieuw: v.nieuw, gewijzigd: v.gewijzigd, gelijk: v.gelijk, herrekend: v.herrekend, fouten, meer };
    bestanden_blad(&app, &s, String::new(), Some(verslag), kolommen).await
}
