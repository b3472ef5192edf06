//! Record or correct marks; the signals follow in the same transaction.

use crate::rekenen::{Schoolfeiten, herreken, herreken_geraakt};
use crate::{App, Fout, Herhaling, herhaling};
use domain::Datum;
use domain::aanwezigheid::Status;
use policy::Principal;
use policy::handeling::{AanwezigheidVastleggen, BestandLaden};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap};
use store::aanwezigheid::BulkMarkering;
use store::rows::MarkeringRow;
use store::{Event, WriteTx};
use uuid::Uuid;

/// One corrected lesson.
#[derive(Debug, Clone)]
pub struct Verbetering {
    /// Pupil.
    pub leerling: Uuid,
    /// Day.
    pub datum: Datum,
    /// Lesson, 1 to 16.
    pub lesuur: u8,
    /// New status.
    pub status: Status,
    /// Minutes late, only with late.
    pub minuten_te_laat: u16,
    /// Why.
    pub waarom: String,
}

/// Correct one lesson.
///
/// # Errors
/// Wrong input per field, `NietGevonden`, or a fault.
pub async fn verbeter(app: &App, wie: &Principal, v: Verbetering) -> Result<(), Fout> {
    let grant = app.mag_leerling::<AanwezigheidVastleggen>(wie, v.leerling).await?;
    let feiten = Schoolfeiten::van(app, wie.organisatie.0).await?;
    keur(app, &feiten, &v)?;
    let mut tx = app.store.write(&grant, app.nu(), &app.spoor()).await?;
    let dag = v.datum.to_string();
    let was = tx.status_nu(v.leerling, &dag, i64::from(v.lesuur)).await?;
    let rij = MarkeringRow {
        datum: dag.clone(),
        lesuur: i64::from(v.lesuur),
        minuten: feiten.school.lesuur_minuten,
        status: v.status.code().to_owned(),
        minuten_te_laat: i64::from(v.minuten_te_laat),
    };
    tx.markeringen_zetten(&[BulkMarkering { leerling: v.leerling, rij }], "scherm").await?;
    tx.historie(v.leerling, (&dag, i64::from(v.lesuur)), was.as_deref(), v.status.code(), &wie.naam, &v.waarom).await?;
    herreken(&mut tx, &feiten, v.leerling, app.vandaag(), || app.sleutel()).await?;
    tx.record(Event::geschreven(format!("les {dag} {}", v.lesuur), Some(v.leerling))).await?;
    Ok(())
}

fn keur(app: &App, feiten: &Schoolfeiten, v: &Verbetering) -> Result<(), Fout> {
    let mut fouten = Vec::new();
    let mut fout = |veld: &str, melding: &str| fouten.push((veld.to_owned(), melding.to_owned()));
    let (begin, _) = rules::schooljaar(app.vandaag());
    if v.datum > app.vandaag() {
        fout("datum", "Deze dag is nog niet geweest.");
    } else if v.datum < begin {
        fout("datum", "Deze dag valt buiten dit schooljaar.");
    }
    if !(1..=16).contains(&v.lesuur) {
        fout("lesuur", "Kies een lesuur van 1 tot en met 16.");
    }
    let te_laat = v.status == Status::TeLaat;
    if te_laat && (v.minuten_te_laat == 0 || i64::from(v.minuten_te_laat) > feiten.school.lesuur_minuten) {
        fout("minuten_te_laat", "Vul in hoeveel minuten te laat, niet meer dan de les duurt.");
    }
    if !te_laat && v.minuten_te_laat != 0 {
        fout("minuten_te_laat", "Vul alleen minuten in bij te laat.");
    }
    if v.waarom.trim().is_empty() {
        fout("waarom", "Schrijf op waarom u dit verbetert.");
    } else if v.waarom.chars().count() > 200 || v.waarom.chars().any(char::is_control) {
        fout("waarom", "Gebruik hoogstens 200 gewone tekens.");
    } else if domain::melding::gezondheidswoord(&v.waarom).is_some() {
        fout("waarom", "Schrijf niets over gezondheid op (AVG, artikel 9).");
    }
    if fouten.is_empty() { Ok(()) } else { Err(Fout::Invoer(fouten)) }
}

/// A mark of a load, by pupil number.
#[derive(Debug, Clone)]
pub struct Laadrij {
    /// Number in the school's administration.
    pub leerlingnummer: String,
    /// Day.
    pub datum: Datum,
    /// Lesson.
    pub lesuur: u8,
    /// Length.
    pub minuten: u16,
    /// Status.
    pub status: Status,
    /// Minutes late.
    pub minuten_te_laat: u16,
}

/// A load: many marks at once.
#[derive(Debug, Clone, Copy)]
pub struct Lading<'a> {
    /// The marks.
    pub rijen: &'a [Laadrij],
    /// Where they came from: `bestand`, `api`, `demo`.
    pub bron: &'a str,
    /// One wrong row refuses all (a system can try again); otherwise good rows load and bad rows are named.
    pub alles_of_niets: bool,
    /// The request, when it may come twice.
    pub herhaling: Option<&'a Herhaling>,
}

/// What a load did.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Laadverslag {
    /// New marks.
    pub nieuw: usize,
    /// Changed marks.
    pub gewijzigd: usize,
    /// Same as before.
    pub gelijk: usize,
    /// Positions (from 0) of rows whose pupil number is unknown.
    pub onbekende_leerling: Vec<usize>,
    /// Pupils whose signals were recomputed.
    pub herrekend: usize,
}

/// Load many marks at once: all good rows in one transaction, only the difference is written,
/// and only the touched pupils are recomputed. Loading the same twice changes nothing.
///
/// # Errors
/// A role that may not load, wrong rows when all or nothing was asked, or a fault; then nothing is stored.
pub async fn laad(app: &App, wie: &Principal, lading: Lading<'_>) -> Result<Laadverslag, Fout> {
    let grant = app.mag::<BestandLaden>(wie, wie.organisatie.0)?;
    let feiten = Schoolfeiten::van(app, wie.organisatie.0).await?;
    if lading.rijen.is_empty() {
        return Ok(Laadverslag::default());
    }
    let mut tx = app.store.write(&grant, app.nu(), &app.spoor()).await?;
    if let Some(eerder) = herhaling::eerder(&mut tx, lading.herhaling).await? {
        tx.gezien().await?;
        return Ok(eerder);
    }
    let verslag = laad_in(app, &mut tx, &feiten, &lading).await?;
    herhaling::onthoud(&mut tx, lading.herhaling, &verslag).await?;
    let wat = format!("{}: {} nieuw, {} gewijzigd", lading.bron, verslag.nieuw, verslag.gewijzigd);
    tx.record(Event::geschreven(wat, None)).await?;
    Ok(verslag)
}

/// The load inside a transaction: only the difference is written, only touched pupils are recomputed.
pub(crate) async fn laad_in(
    app: &App,
    tx: &mut WriteTx,
    feiten: &Schoolfeiten,
    lading: &Lading<'_>,
) -> Result<Laadverslag, Fout> {
    let (verslag, verschil) = vergelijk(tx, lading.rijen).await?;
    if lading.alles_of_niets && !verslag.onbekende_leerling.is_empty() {
        let fout = |i: &usize| {
            (format!("/markeringen/{i}/leerlingnummer"), "Dit nummer kennen we niet op deze school.".to_owned())
        };
        return Err(Fout::Invoer(verslag.onbekende_leerling.iter().map(fout).collect()));
    }
    tx.markeringen_zetten(&verschil, lading.bron).await?;
    // The difference is in order of pupil.
    let mut geraakt: Vec<Uuid> = verschil.iter().map(|v| v.leerling).collect();
    geraakt.dedup();
    herreken_geraakt(app, tx, feiten, &geraakt).await?;
    Ok(verslag)
}

/// What a load would change: the report, and the rows to write.
async fn vergelijk(tx: &mut WriteTx, rijen: &[Laadrij]) -> Result<(Laadverslag, Vec<BulkMarkering>), Fout> {
    let mut verslag = Laadverslag::default();
    let nummers: HashMap<String, Uuid> = tx.leerlingen_op_nummer().await?.into_iter().collect();
    let mut per_leerling: BTreeMap<Uuid, Vec<&Laadrij>> = BTreeMap::new();
    for (i, r) in rijen.iter().enumerate() {
        match nummers.get(&r.leerlingnummer) {
            Some(leerling) => per_leerling.entry(*leerling).or_default().push(r),
            None => verslag.onbekende_leerling.push(i),
        }
    }
    let mut verschil = Vec::new();
    for (leerling, zijn) in per_leerling {
        let (Some(van), Some(tm)) = (zijn.iter().map(|r| r.datum).min(), zijn.iter().map(|r| r.datum).max()) else {
            continue;
        };
        let bestaand: HashMap<(String, i64), MarkeringRow> = tx
            .markeringen(leerling, &van.to_string(), &tm.to_string())
            .await?
            .into_iter()
            .map(|m| ((m.datum.clone(), m.lesuur), m))
            .collect();
        let voor = verschil.len();
        for r in zijn {
            let rij = MarkeringRow {
                datum: r.datum.to_string(),
                lesuur: i64::from(r.lesuur),
                minuten: i64::from(r.minuten),
                status: r.status.code().to_owned(),
                minuten_te_laat: i64::from(r.minuten_te_laat),
            };
            match bestaand.get(&(rij.datum.clone(), rij.lesuur)) {
                Some(oud) if *oud == rij => {
                    verslag.gelijk += 1;
                    continue;
                }
                Some(_) => verslag.gewijzigd += 1,
                None => verslag.nieuw += 1,
            }
            verschil.push(BulkMarkering { leerling, rij });
        }
        verslag.herrekend += usize::from(verschil.len() > voor);
    }
    Ok((verslag, verschil))
}
