//! Load a file that was taken in. Pupil by pupil, some thousands of lessons per transaction, progress in that same
//! transaction: a crash leaves whole pupils, and the work goes on at the next start.

use super::ontvangen::lees;
use super::{Foutregel, Indeling, Verslag, instellingen};
use crate::rekenen::Schoolfeiten;
use crate::school::aanwezigheid_vastleggen::{Laadrij, Lading, laad_in};
use crate::{App, Fout};
use parsers::aanwezigheid::{Gelezen, lees as lees_rijen};
use parsers::kolommen::{Kolommen, handtekening};
use policy::Principal;
use policy::handeling::BestandLaden;
use store::Event;
use uuid::Uuid;

/// About so many lessons per transaction: others wait no longer than it takes.
const PER_KEER: usize = 2_000;

/// Confirm the columns and begin. The work itself is [`draai`].
///
/// # Errors
/// What is wrong with the choice of columns, a refusal when it was loaded before, `NietGevonden`, or a fault.
pub async fn start(app: &App, wie: &Principal, id: Uuid, kolommen: &Kolommen) -> Result<(), Fout> {
    let grant = app.mag::<BestandLaden>(wie, wie.organisatie.0)?;
    let mut tx = app.store.write(&grant, app.nu(), &app.spoor()).await?;
    let rij = tx.bestand(id).await?;
    if rij.stand != "gezien" {
        // A second click: the work is under way or done.
        tx.gezien().await?;
        return Ok(());
    }
    let kop = Indeling::uit(&rij.kolommen).kop;
    let mut fouten = Vec::new();
    let mist = kolommen.ontbreekt();
    if !mist.is_empty() {
        fouten.push(("kolommen".to_owned(), format!("Kies nog een kolom voor: {}.", mist.join(", "))));
    }
    let dubbel = kolommen.dubbel();
    if !dubbel.is_empty() {
        fouten.push(("kolommen".to_owned(), format!("Dezelfde kolom is twee keer gekozen: {}.", dubbel.join(", "))));
    }
    if !kolommen.past(kop.len()) {
        fouten.push(("kolommen".to_owned(), "Kies kolommen uit dit bestand.".to_owned()));
    }
    if !fouten.is_empty() {
        return Err(Fout::Invoer(fouten));
    }
    tx.kolommen_onthoud(&handtekening(&kop), &kolommen.to_json()).await?;
    tx.bestand_start(id, &Indeling::nieuw(kop, kolommen).json()).await?;
    tx.record(Event::geschreven(format!("bestand {id} begonnen"), None)).await?;
    Ok(())
}

/// Do the work, or the rest of it. Safe to call again.
///
/// # Errors
/// A fault; what was done stays, and the next call goes on.
pub async fn draai(app: &App, school: Uuid, id: Uuid) -> Result<(), Fout> {
    let _om_de_beurt = app.laadbeurt.lock().await;
    let systeem = App::systeem("bestand laden", school);
    let grant = app.mag::<BestandLaden>(&systeem, school)?;
    let mut tx = app.store.write(&grant, app.nu(), &app.spoor()).await?;
    let rij = tx.bestand(id).await?;
    if rij.stand != "bezig" {
        return Ok(tx.gezien().await?);
    }
    let bytes = tx.bestand_inhoud(id).await?;
    tx.gezien().await?;
    let feiten = Schoolfeiten::van(app, school).await?;
    let inst = instellingen(app, school).await?;
    let kolommen = Indeling::uit(&rij.kolommen).kolommen();
    let gelezen = match lees(bytes).await {
        Ok(tabel) => tokio::task::spawn_blocking(move || lees_rijen(&tabel, &kolommen, &inst)).await.ok(),
        Err(_) => None,
    };
    let Some(mut gelezen) = gelezen else {
        return mislukt(app, school, id, "Dit bestand kan niet worden gelezen. Maak de export opnieuw.").await;
    };
    // By pupil, so that nobody is ever half loaded; within a pupil the order of the file.
    gelezen.rijen.sort_by(|a, b| a.leerlingnummer.cmp(&b.leerlingnummer));
    let mut verslag = Verslag::uit(&rij.verslag);
    let (mut nieuw, mut gewijzigd) = (rij.nieuw, rij.gewijzigd);
    let mut klaar = usize::try_from(rij.gedaan).unwrap_or(0);
    loop {
        let einde = tot_hele_leerling(&gelezen, klaar);
        let deel = gelezen.rijen.get(klaar..einde).unwrap_or_default();
        let rijen: Vec<Laadrij> = deel.iter().map(laadrij).collect();
        let mut tx = app.store.write(&grant, app.nu(), &app.spoor()).await?;
        let lading = Lading { rijen: &rijen, bron: "bestand", alles_of_niets: false, herhaling: None };
        let v = laad_in(app, &mut tx, &feiten, &lading).await?;
        for i in &v.onbekende_leerling {
            verslag.voeg(Foutregel {
                rij: deel.get(*i).map_or(0, |r| r.rij),
                kolom: "leerlingnummer".to_owned(),
                melding: "Dit nummer kennen we niet op deze school.".to_owned(),
                oplossing: "Controleer het nummer, of schrijf de leerling eerst in.".to_owned(),
            });
        }
        verslag.gelijk += v.gelijk;
        verslag.herrekend += v.herrekend;
        nieuw += i64::try_from(v.nieuw).unwrap_or(0);
        gewijzigd += i64::try_from(v.gewijzigd).unwrap_or(0);
        klaar = einde;
        let af = klaar >= gelezen.rijen.len();
        if af {
            for f in &gelezen.fouten {
                verslag.voeg(Foutregel {
                    rij: f.rij,
                    kolom: f.kolom.to_owned(),
                    melding: f.melding.clone(),
                    oplossing: f.oplossing.clone(),
                });
            }
            verslag.fouten.sort();
        }
        let gedaan = i64::try_from(klaar).unwrap_or(i64::MAX);
        let stand = if af { "klaar" } else { "bezig" };
        tx.bestand_voortgang(id, stand, gedaan, nieuw, gewijzigd, &verslag.json()).await?;
        tx.record(Event::geschreven(format!("bestand {id}: {} nieuw, {} gewijzigd", v.nieuw, v.gewijzigd), None))
            .await?;
        if af {
            return Ok(());
        }
    }
}

/// Where the next part ends: after the last lesson of a pupil.
fn tot_hele_leerling(gelezen: &Gelezen, van: usize) -> usize {
    let rijen = &gelezen.rijen;
    let mut tot = (van + PER_KEER).min(rijen.len());
    while let (Some(vorige), Some(deze)) = (tot.checked_sub(1).and_then(|i| rijen.get(i)), rijen.get(tot)) {
        if vorige.leerlingnummer != deze.leerlingnummer {
            break;
        }
        tot += 1;
    }
    tot
}

fn laadrij(r: &parsers::aanwezigheid::Gelezenrij) -> Laadrij {
    Laadrij {
        leerlingnummer: r.leerlingnummer.clone(),
        datum: r.datum,
        lesuur: r.lesuur,
        minuten: r.minuten,
        status: r.status,
        minuten_te_laat: r.minuten_te_laat,
    }
}

async fn mislukt(app: &App, school: Uuid, id: Uuid, waarom: &str) -> Result<(), Fout> {
    let systeem = App::systeem("bestand laden", school);
    let grant = app.mag::<BestandLaden>(&systeem, school)?;
    let mut tx = app.store.write(&grant, app.nu(), &app.spoor()).await?;
    let verslag = Verslag { mislukt: Some(waarom.to_owned()), ..Verslag::default() };
    tx.bestand_voortgang(id, "mislukt", 0, 0, 0, &verslag.json()).await?;
    tx.record(Event::geschreven(format!("bestand {id} mislukt"), None)).await?;
    Ok(())
}

/// Go on with every file that a stop or a crash interrupted.
///
/// # Errors
/// A fault.
pub async fn hervat(app: &App) -> Result<usize, Fout> {
    let open = app.store.bestanden_bezig().await?;
    for (school, id) in &open {
        draai(app, *school, *id).await?;
    }
    Ok(open.len())
}
