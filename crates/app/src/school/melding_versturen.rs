//! Send a draft to the register: checked, once, and acknowledged only when durable.

use super::melding_opstellen::{Invulling, vul_in};
use crate::rekenen::{Schoolfeiten, herreken};
use crate::{App, Fout};
use domain::melding::{Meldingdossier, VerzuimmeldingBericht};
use policy::Principal;
use policy::handeling::MeldingIndienen;
use store::rows::MeldingRow;
use store::{Event, StoreError, WriteTx};
use uuid::Uuid;

/// Save the draft and, when `versturen`, send it.
///
/// # Errors
/// The defects per field (nothing is sent), `Conflict` when somebody else changed it, or a fault.
pub async fn bewaar(app: &App, wie: &Principal, id: Uuid, invulling: Invulling, versturen: bool) -> Result<(), Fout> {
    let (_, leerling) = app.store.melding_facts(id).await?.ok_or(Fout::NietGevonden)?;
    let grant = app.mag_leerling::<MeldingIndienen>(wie, leerling).await?;
    let feiten = Schoolfeiten::van(app, wie.organisatie.0).await?;
    let mut tx = app.store.write(&grant, app.nu(), &app.spoor()).await?;
    let (rij, mut dossier): (_, Meldingdossier) = tx.melding(id).await?;
    if rij.stand == "verzonden" && versturen {
        // A second click or a repeat after a lost answer: it has been sent, once.
        tx.gezien().await?;
        return Ok(());
    }
    if versturen {
        verzend(app, &feiten, &mut tx, &rij, dossier, &invulling).await?;
        tx.record(Event::geschreven(format!("melding {id} verstuurd"), Some(leerling))).await?;
        return Ok(());
    }
    vul_in(&mut dossier, &invulling)?;
    let mut gebreken = gebreken(&mut tx, &rij, &dossier).await?;
    gebreken.retain(|(veld, _)| veld != "ondernomen_acties");
    if !gebreken.is_empty() {
        return Err(Fout::Invoer(gebreken));
    }
    tx.melding_wijzigen(id, invulling.versie, rij.minuten, &dossier).await?;
    tx.record(Event::geschreven(format!("melding {id} bewaard"), Some(leerling))).await?;
    Ok(())
}

/// Fill in, check and send, inside a transaction.
pub(crate) async fn verzend(
    app: &App,
    feiten: &Schoolfeiten,
    tx: &mut WriteTx,
    rij: &MeldingRow,
    mut dossier: Meldingdossier,
    invulling: &Invulling,
) -> Result<(), Fout> {
    vul_in(&mut dossier, invulling)?;
    let gebreken = gebreken(tx, rij, &dossier).await?;
    if !gebreken.is_empty() {
        return Err(Fout::Invoer(gebreken));
    }
    dossier.gegevens.melddatum = Some(app.nu().rfc3339());
    tx.melding_verzenden(rij.id, invulling.versie, &dossier).await?;
    let register = app.organisatie_bij_code("register").await?;
    let bericht = VerzuimmeldingBericht {
        gegevens: dossier.gegevens.clone(),
        leeftijd: dossier.leeftijd,
        minuten: dossier.minuten,
        lesuur_minuten: dossier.lesuur_minuten,
    };
    let sleutel = format!("verzuimmelding {} {}", feiten.school.code, dossier.gegevens.meldingsnummer);
    tx.bericht_versturen(app.sleutel(), register.id, "verzuimmelding", &sleutel, &bericht).await?;
    if let Some(s) = signaal_van(tx, rij.leerling, rij.id).await? {
        tx.signaal_zetten(s, "gemeld", Some(rij.id)).await?;
    }
    herreken(tx, feiten, rij.leerling, app.vandaag(), || app.sleutel()).await
}

/// What stops this report, per field; also when a reported lesson has changed since.
async fn gebreken(tx: &mut WriteTx, rij: &MeldingRow, dossier: &Meldingdossier) -> Result<Vec<(String, String)>, Fout> {
    let actueel =
        tx.markeringen(rij.leerling, &rij.begin_dag, rij.einde_dag.as_deref().unwrap_or("9999-12-31")).await?;
    let gewijzigd = dossier
        .gegevens
        .verzuimoverzicht
        .iter()
        .find(|l| !actueel.iter().any(|m| m.datum == l.datum && m.lesuur == l.lesuur && m.status == l.status));
    let mut uit: Vec<(String, String)> =
        dossier.gebreken().into_iter().map(|g| (g.veld.to_owned(), format!("{} ({})", g.melding, g.grond))).collect();
    if let Some(l) = gewijzigd {
        uit.push((
            "verzuimoverzicht".to_owned(),
            format!(
                "Les {} op {} is intussen gewijzigd. Trek dit concept in en maak een nieuw concept. (A-329)",
                l.lesuur, l.datum
            ),
        ));
    }
    Ok(uit)
}

async fn signaal_van(tx: &mut WriteTx, leerling: Uuid, melding: Uuid) -> Result<Option<Uuid>, StoreError> {
    Ok(tx.signalen_van(leerling).await?.into_iter().find(|s| s.melding == Some(melding)).map(|s| s.id))
}
