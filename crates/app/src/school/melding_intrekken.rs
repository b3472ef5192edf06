//! Withdraw a report: a draft disappears, a sent one is withdrawn in the register and at the municipality.
//! The lessons count again, so a signal that still holds comes back.

use crate::rekenen::{Schoolfeiten, herreken};
use crate::{App, Fout};
use domain::melding::{Meldingdossier, StandBericht, gezondheidswoord, mag_naar};
use policy::Principal;
use policy::handeling::MeldingIndienen;
use store::Event;
use uuid::Uuid;

/// Withdraw; `waarom` is sent along when the report was sent.
///
/// # Errors
/// Wrong input, a refusal when the municipality has closed it, `NietGevonden`, or a fault.
pub async fn trek_in(app: &App, wie: &Principal, id: Uuid, waarom: &str) -> Result<Uuid, Fout> {
    let (_, leerling) = app.store.melding_facts(id).await?.ok_or(Fout::NietGevonden)?;
    let grant = app.mag_leerling::<MeldingIndienen>(wie, leerling).await?;
    let feiten = Schoolfeiten::van(app, wie.organisatie.0).await?;
    let mut tx = app.store.write(&grant, app.nu(), &app.spoor()).await?;
    let (rij, dossier): (_, Meldingdossier) = tx.melding(id).await?;
    if rij.stand == "ingetrokken" {
        tx.gezien().await?;
        return Ok(leerling);
    }
    let waarom = waarom.trim();
    if rij.stand == "verzonden" {
        keur(waarom)?;
        let (Some(registernummer), Some(stand)) = (rij.registernummer.clone(), rij.registerstand.as_deref()) else {
            return Err(Fout::weigering(
                "Deze melding heeft nog geen registernummer.",
                "A-327",
                "Wacht tot het register de melding heeft bevestigd.",
            ));
        };
        if !mag_naar(stand, "ingetrokken") {
            return Err(Fout::weigering(
                "De gemeente heeft deze melding al afgerond.",
                "A-237",
                "Bel de gemeente als de melding niet klopte.",
            ));
        }
        let register = app.organisatie_bij_code("register").await?;
        let bericht = StandBericht {
            meldingsnummer: dossier.gegevens.meldingsnummer.clone(),
            registernummer: registernummer.clone(),
            moment: app.nu().micros(),
            stand: "ingetrokken".to_owned(),
            reden: Some(waarom.to_owned()),
            terugkoppeling: None,
        };
        let sleutel = format!("intrekken {registernummer}");
        tx.bericht_versturen(app.sleutel(), register.id, "stand", &sleutel, &bericht).await?;
    }
    tx.melding_intrekken(id, Some(waarom).filter(|w| !w.is_empty())).await?;
    herreken(&mut tx, &feiten, leerling, app.vandaag(), || app.sleutel()).await?;
    tx.record(Event::geschreven(format!("melding {id} ingetrokken"), Some(leerling))).await?;
    Ok(leerling)
}

fn keur(waarom: &str) -> Result<(), Fout> {
    if waarom.is_empty() {
        return Err(Fout::veld("waarom", "Schrijf op waarom u de melding intrekt. De gemeente leest dit."));
    }
    if waarom.chars().count() > 200 || waarom.chars().any(char::is_control) {
        return Err(Fout::veld("waarom", "Gebruik hoogstens 200 gewone tekens."));
    }
    if gezondheidswoord(waarom).is_some() {
        return Err(Fout::veld("waarom", "Schrijf niets over gezondheid op (AVG, artikel 9)."));
    }
    Ok(())
}
