//! Give the municipality the overview it asked for: only the reported period, reasons of lawful absence left out.

use crate::{App, Fout};
use domain::melding::{GemeldeLes, Meldingdossier, OverzichtBericht};
use policy::Principal;
use policy::handeling::OverzichtGeven;
use store::Event;
use uuid::Uuid;

/// Send the overview of one report.
///
/// # Errors
/// `NietGevonden`, a refusal when the report has no register number yet, or a fault.
pub async fn geef(app: &App, wie: &Principal, melding: Uuid) -> Result<(), Fout> {
    let (_, leerling) = app.store.melding_facts(melding).await?.ok_or(Fout::NietGevonden)?;
    let grant = app.mag_leerling::<OverzichtGeven>(wie, leerling).await?;
    let mut tx = app.store.write(&grant, app.nu(), &app.spoor()).await?;
    let (rij, dossier): (_, Meldingdossier) = tx.melding(melding).await?;
    let Some(registernummer) = rij.registernummer.clone() else {
        return Err(Fout::weigering(
            "Deze melding heeft nog geen registernummer.",
            "A-327",
            "Wacht tot het register de melding heeft bevestigd.",
        ));
    };
    let tot = rij.einde_dag.clone().unwrap_or_else(|| app.vandaag().to_string());
    let lessen: Vec<GemeldeLes> = tx
        .markeringen(leerling, &rij.begin_dag, &tot)
        .await?
        .into_iter()
        .filter(|m| !matches!(m.status.as_str(), "aanwezig" | "geen_register"))
        .map(|m| {
            let status = if m.status == "ziek" { "geoorloofd".to_owned() } else { m.status };
            let minuten = if status == "te_laat" { m.minuten_te_laat } else { m.minuten };
            GemeldeLes { datum: m.datum, lesuur: m.lesuur, minuten, status }
        })
        .collect();
    let register = app.organisatie_bij_code("register").await?;
    let bericht = OverzichtBericht { registernummer: registernummer.clone(), lessen };
    let sleutel = format!("overzicht {registernummer} {}", app.sleutel());
    tx.bericht_versturen(app.sleutel(), register.id, "overzicht", &sleutel, &bericht).await?;
    tx.record(Event::geschreven(
        format!("overzicht bij melding {} van {}", dossier.gegevens.meldingsnummer, rij.begin_dag),
        Some(leerling),
    ))
    .await?;
    Ok(())
}
