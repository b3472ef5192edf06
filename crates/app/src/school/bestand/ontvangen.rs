//! Take a file in: read its headings, recognise its columns, and keep it sealed until it is loaded.

use super::{Indeling, Verslag};
use crate::{App, Fout};
use parsers::kolommen::{Kolommen, handtekening, herken};
use parsers::tabel::{Tabel, lees_tabel};
use policy::Principal;
use policy::handeling::BestandLaden;
use sha2::{Digest, Sha256};
use store::Event;
use store::rows::BestandRow;
use uuid::Uuid;

/// A file that was taken in.
#[derive(Debug, Clone)]
pub struct Ontvangen {
    /// Key.
    pub id: Uuid,
    /// The school confirmed these headings before, so it can be loaded at once.
    pub bekend: Option<Kolommen>,
}

/// Read a file on a thread of its own; a file that makes the reader stop is a file that cannot be read.
pub(crate) async fn lees(bytes: Vec<u8>) -> Result<Tabel, Fout> {
    tokio::task::spawn_blocking(move || lees_tabel(&bytes).map_err(|f| Fout::veld("bestand", f.to_string())))
        .await
        .unwrap_or_else(|_| Err(Fout::veld("bestand", "Dit bestand kan niet worden gelezen. Maak de export opnieuw.")))
}

/// Take a file in.
///
/// # Errors
/// What is wrong with the file (nothing is stored), a role that may not load, or a fault.
pub async fn ontvang(app: &App, wie: &Principal, naam: &str, bytes: Vec<u8>) -> Result<Ontvangen, Fout> {
    let grant = app.mag::<BestandLaden>(wie, wie.organisatie.0)?;
    let vingerafdruk = Sha256::digest(&bytes).to_vec();
    let tabel = lees(bytes.clone()).await?;
    let kolommen = herken(&tabel);
    let handtekening = handtekening(&tabel.kop);
    let naam: String = naam.chars().filter(|c| !c.is_control()).take(120).collect();
    let mut r = app.store.list(policy::scope::<BestandLaden>(wie)?, app.nu(), &app.spoor()).await?;
    let bekend = r
        .kolommen_onthouden(&handtekening)
        .await?
        .and_then(|k| Kolommen::from_json(&k))
        .filter(|k| k.past(tabel.kop.len()) && k.ontbreekt().is_empty() && k.dubbel().is_empty());
    drop(r);
    let indeling = Indeling::nieuw(tabel.kop.clone(), bekend.as_ref().unwrap_or(&kolommen));
    let id = app.sleutel();
    let rijen = i64::try_from(tabel.rijen.len()).unwrap_or(i64::MAX);
    let mut tx = app.store.write(&grant, app.nu(), &app.spoor()).await?;
    tx.bestand_toevoegen(id, &naam, &vingerafdruk, &bytes, &indeling.json(), rijen, wie.gebruiker.0).await?;
    tx.record(Event::geschreven(format!("bestand {id} ontvangen"), None)).await?;
    Ok(Ontvangen { id, bekend })
}

/// Files of the school, newest first; names and counts only.
///
/// # Errors
/// A role that may not load, or a fault.
pub async fn lijst(app: &App, wie: &Principal) -> Result<Vec<BestandRow>, Fout> {
    let mut r = app.store.list(policy::scope::<BestandLaden>(wie)?, app.nu(), &app.spoor()).await?;
    Ok(r.bestanden().await?)
}

/// One file with its columns and its report.
///
/// # Errors
/// `NietGevonden` when it is another school's, or a fault.
pub async fn bekijk(app: &App, wie: &Principal, id: Uuid) -> Result<(BestandRow, Indeling, Verslag), Fout> {
    let mut r = app.store.list(policy::scope::<BestandLaden>(wie)?, app.nu(), &app.spoor()).await?;
    let rij = r.bestand(id).await?;
    let (indeling, verslag) = (Indeling::uit(&rij.kolommen), Verslag::uit(&rij.verslag));
    Ok((rij, indeling, verslag))
}
