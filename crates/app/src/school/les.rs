//! Taking the register in a lesson: two minutes, one class, today. A docent sees who is there, never why somebody is not.

use crate::rekenen::{Schoolfeiten, herreken};
use crate::{App, Fout};
use domain::aanwezigheid::Status;
use policy::handeling::{AanwezigheidVastleggen, LesInzien};
use policy::{Feiten, Grant, Handeling, Principal, Relatie};
use std::collections::HashMap;
use store::Event;
use store::aanwezigheid::BulkMarkering;
use store::les::{Lesregel, Roosterles};
use store::rows::MarkeringRow;
use uuid::Uuid;

/// What a docent can say of a pupil in a lesson.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keuze {
    /// There.
    Aanwezig,
    /// Late by so many minutes.
    TeLaat(u16),
    /// Not there, reason unknown.
    Afwezig,
    /// Known elsewhere; not for the docent to change.
    Afgemeld,
}

/// A pupil in the list.
#[derive(Debug, Clone)]
pub struct Aanwezige {
    /// Pupil.
    pub leerling: Uuid,
    /// Name.
    pub naam: String,
    /// What stands now.
    pub keuze: Keuze,
}

/// One lesson.
#[derive(Debug, Clone)]
pub struct Les {
    /// Name of the class.
    pub klas: String,
    /// Subject.
    pub vak: String,
    /// Length of a lesson.
    pub lesuur_minuten: i64,
    /// The pupils.
    pub leerlingen: Vec<Aanwezige>,
}

async fn mag_klas<H: Handeling>(app: &App, wie: &Principal, klas: Uuid) -> Result<(Grant<H>, String), Fout> {
    let (organisatie, naam) = app.store.klas_facts(klas).await?.ok_or(Fout::NietGevonden)?;
    let mut feiten = Feiten::van(domain::id::OrganisatieId(organisatie), app.vandaag());
    for (van, tot) in app.store.klas_band(klas, wie.gebruiker.0).await? {
        feiten
            .relaties
            .push(Relatie::EigenKlas { van: van.and_then(|d| d.parse().ok()), tot: tot.and_then(|d| d.parse().ok()) });
    }
    Ok((policy::decide::<H>(wie, &feiten)?, naam))
}

fn weekdag(app: &App) -> i64 {
    i64::from(app.vandaag().weekday().to_monday_zero_offset())
}

/// The lessons of one's own classes today.
///
/// # Errors
/// A role without this page, or a fault.
pub async fn lessen(app: &App, wie: &Principal) -> Result<Vec<Roosterles>, Fout> {
    let feiten = Schoolfeiten::van(app, wie.organisatie.0).await?;
    if !feiten.kalender.is_schooldag(app.vandaag()) {
        return Ok(Vec::new());
    }
    let mut r = app.store.list(policy::scope::<LesInzien>(wie)?, app.nu(), &app.spoor()).await?;
    Ok(r.lessen(weekdag(app), &app.vandaag().to_string()).await?)
}

/// The subject, when this class has this lesson today.
async fn vak(app: &App, wie: &Principal, klas: Uuid, lesuur: i64) -> Result<String, Fout> {
    let les = lessen(app, wie).await?.into_iter().find(|l| l.0 == klas && l.2 == lesuur);
    les.map(|l| l.3).ok_or(Fout::NietGevonden)
}

/// One lesson with its pupils.
///
/// # Errors
/// `NietGevonden` when it is not one's own class or not a lesson of today, or a fault.
pub async fn les(app: &App, wie: &Principal, klas: Uuid, lesuur: i64) -> Result<Les, Fout> {
    let (grant, naam) = mag_klas::<LesInzien>(app, wie, klas).await?;
    let vak = vak(app, wie, klas, lesuur).await?;
    let school = app.organisatie(wie.organisatie.0).await?;
    let mut r = app.store.read(grant, app.nu(), &app.spoor()).await?;
    let rijen = r.les(klas, &app.vandaag().to_string(), lesuur).await?;
    let leerlingen = r
        .open(rijen)
        .await?
        .into_iter()
        .map(|l| Aanwezige { leerling: l.leerling, keuze: keuze(&l), naam: volledig(&l) })
        .collect();
    Ok(Les { klas: naam, vak, lesuur_minuten: school.lesuur_minuten, leerlingen })
}

fn volledig(l: &Lesregel) -> String {
    let delen = [l.voornamen.as_str(), l.tussenvoegsel.as_str(), l.achternaam.as_str()];
    delen.into_iter().filter(|d| !d.is_empty()).collect::<Vec<_>>().join(" ")
}

/// What the docent may know: sickness, leave and what the office settled are all just «afgemeld».
fn keuze(l: &Lesregel) -> Keuze {
    match l.status.as_deref() {
        None | Some("aanwezig" | "geen_register") => Keuze::Aanwezig,
        Some("te_laat") => Keuze::TeLaat(l.minuten_te_laat.and_then(|m| u16::try_from(m).ok()).unwrap_or(0)),
        Some("onbekend") => Keuze::Afwezig,
        Some(_) => Keuze::Afgemeld,
    }
}

/// Save a lesson; counts and signals follow in the same transaction. Returns how many are absent.
///
/// # Errors
/// Wrong minutes per pupil (nothing is stored), `NietGevonden`, or a fault.
pub async fn opslaan(
    app: &App,
    wie: &Principal,
    klas: Uuid,
    lesuur: i64,
    keuzes: &HashMap<Uuid, Keuze>,
) -> Result<usize, Fout> {
    let (grant, _) = mag_klas::<AanwezigheidVastleggen>(app, wie, klas).await?;
    vak(app, wie, klas, lesuur).await?;
    let feiten = Schoolfeiten::van(app, wie.organisatie.0).await?;
    let dag = app.vandaag().to_string();
    let mut tx = app.store.write(&grant, app.nu(), &app.spoor()).await?;
    let (mut fouten, mut wijzigingen, mut afwezig) = (Vec::new(), Vec::new(), 0);
    for l in tx.les(klas, &dag, lesuur).await? {
        let nu = keuze(&l);
        // Whoever is not in the form, or was settled elsewhere, stays as is.
        let wil = keuzes.get(&l.leerling).copied().filter(|k| *k != Keuze::Afgemeld && nu != Keuze::Afgemeld);
        let wordt = wil.unwrap_or(nu);
        afwezig += usize::from(matches!(wordt, Keuze::Afwezig | Keuze::Afgemeld));
        if let Keuze::TeLaat(m) = wordt
            && (m == 0 || i64::from(m) > feiten.school.lesuur_minuten)
        {
            let melding = format!("{}: vul in hoeveel minuten te laat, niet meer dan de les duurt.", volledig(&l));
            fouten.push((format!("min-{}", l.leerling), melding));
        }
        if wordt != nu {
            wijzigingen.push((l, wordt));
        }
    }
    if !fouten.is_empty() {
        return Err(Fout::Invoer(fouten));
    }
    let marken: Vec<BulkMarkering> = wijzigingen
        .iter()
        .map(|(l, k)| {
            let (status, minuten_te_laat) = match k {
                Keuze::TeLaat(m) => (Status::TeLaat, i64::from(*m)),
                Keuze::Afwezig => (Status::Onbekend, 0),
                Keuze::Aanwezig | Keuze::Afgemeld => (Status::Aanwezig, 0),
            };
            let minuten = feiten.school.lesuur_minuten;
            let rij =
                MarkeringRow { datum: dag.clone(), lesuur, minuten, status: status.code().to_owned(), minuten_te_laat };
            BulkMarkering { leerling: l.leerling, rij }
        })
        .collect();
    tx.markeringen_zetten(&marken, "les").await?;
    for (m, (l, _)) in marken.iter().zip(&wijzigingen) {
        tx.historie(m.leerling, (&dag, lesuur), l.status.as_deref(), &m.rij.status, &wie.naam, "in de les").await?;
        herreken(&mut tx, &feiten, m.leerling, app.vandaag(), || app.sleutel()).await?;
    }
    tx.record(Event::geschreven(format!("les {dag} {lesuur} van klas {klas}"), None)).await?;
    Ok(afwezig)
}
