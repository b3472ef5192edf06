//! A report that a school system hands in whole: drafted, checked and sent in one transaction, or not at all.

use super::melding_opstellen::{Invulling, Vrij, concept_van_signaal, concept_vrij};
use super::melding_versturen::verzend;
use crate::rekenen::Schoolfeiten;
use crate::{App, Fout, Herhaling, herhaling};
use domain::Datum;
use domain::melding::{GemeldeLes, Meldingdossier};
use policy::Principal;
use policy::handeling::MeldingIndienen;
use serde::{Deserialize, Serialize};
use store::Event;

/// What the system hands in.
#[derive(Debug, Clone)]
pub struct Aanlevering {
    /// Pupil number in the school.
    pub leerlingnummer: String,
    /// Kind.
    pub soort: String,
    /// First day.
    pub begin: Datum,
    /// Last day.
    pub einde: Datum,
    /// The claim, in minutes.
    pub minuten: i64,
    /// The lessons that make up the claim.
    pub verzuimoverzicht: Vec<GemeldeLes>,
    /// Texts and wishes; the version is not used.
    pub invulling: Invulling,
}

/// The receipt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ontvangst {
    /// Number of the report in the school.
    pub meldingsnummer: String,
}

/// Take the report in. What comes back is durable.
///
/// # Errors
/// Wrong input per field, a refusal when the recorded lessons do not lead to this report, or a fault; nothing is stored then.
pub async fn lever_aan(
    app: &App,
    wie: &Principal,
    a: Aanlevering,
    herhaal: Option<&Herhaling>,
) -> Result<Ontvangst, Fout> {
    let grant = app.mag::<MeldingIndienen>(wie, wie.organisatie.0)?;
    let feiten = Schoolfeiten::van(app, wie.organisatie.0).await?;
    let mut tx = app.store.write(&grant, app.nu(), &app.spoor()).await?;
    if let Some(eerder) = herhaling::eerder(&mut tx, herhaal).await? {
        tx.gezien().await?;
        return Ok(eerder);
    }
    let Some(l) = tx.leerling_op_nummer(&a.leerlingnummer).await? else {
        return Err(Fout::veld("/leerlingnummer", "Dit nummer kennen we niet op deze school."));
    };
    let id = if matches!(a.soort.as_str(), "overig" | "luxe") {
        let vrij = Vrij { soort: a.soort.clone(), begin: a.begin, einde: a.einde };
        concept_vrij(app, wie, &feiten, &mut tx, &l, &vrij).await.map_err(met_streep)?
    } else {
        let begin = a.begin.to_string();
        let signaal = tx.signalen_van(l.id).await?.into_iter().find(|s| s.soort == a.soort && s.begin_dag == begin);
        match signaal {
            Some(s) if s.stand == "gemeld" => {
                return Err(Fout::weigering(
                    "Dit verzuim is al gemeld.",
                    "Leerplichtwet 1969, artikel 21a",
                    "Vraag de stand van die melding op.",
                ));
            }
            Some(s) => match s.melding {
                Some(id) => id,
                None => concept_van_signaal(app, wie, &feiten, &mut tx, &l, &s).await?,
            },
            None => {
                return Err(Fout::weigering(
                    "Uit de vastgelegde lessen volgt deze melding niet op deze begindag.",
                    "Leerplichtwet 1969, artikel 21a",
                    "Lever eerst alle lessen aan, en gebruik de begindag van het signaal.",
                ));
            }
        }
    };
    let (rij, dossier): (_, Meldingdossier) = tx.melding(id).await?;
    klopt(&a, &dossier)?;
    let nummer = dossier.gegevens.meldingsnummer.clone();
    let invulling = Invulling { versie: rij.versie, ..a.invulling };
    verzend(app, &feiten, &mut tx, &rij, dossier, &invulling).await.map_err(met_streep)?;
    let ontvangst = Ontvangst { meldingsnummer: nummer };
    herhaling::onthoud(&mut tx, herhaal, &ontvangst).await?;
    tx.record(Event::geschreven(format!("melding {id} aangeleverd"), Some(l.id))).await?;
    Ok(ontvangst)
}

/// The claim and its lessons must be what the recorded lessons say.
fn klopt(a: &Aanlevering, dossier: &Meldingdossier) -> Result<(), Fout> {
    let mut fouten = Vec::new();
    let som: i64 = a.verzuimoverzicht.iter().map(|l| l.minuten).sum();
    if som != a.minuten {
        fouten.push((
            "/minuten".to_owned(),
            format!("U meldt {} minuten, maar het verzuimoverzicht telt op tot {som}. (A-329)", a.minuten),
        ));
    }
    for (i, les) in a.verzuimoverzicht.iter().enumerate() {
        if !dossier.gegevens.verzuimoverzicht.contains(les) {
            let tekst = "Deze les is niet zo vastgelegd, of telt niet mee. (A-329)";
            fouten.push((format!("/verzuimoverzicht/{i}"), tekst.to_owned()));
        }
    }
    if a.verzuimoverzicht.len() < dossier.gegevens.verzuimoverzicht.len() {
        let tekst = "Het verzuimoverzicht is niet volledig: in deze periode tellen meer lessen mee. (A-329)";
        fouten.push(("/verzuimoverzicht".to_owned(), tekst.to_owned()));
    }
    if fouten.is_empty() { Ok(()) } else { Err(Fout::Invoer(fouten)) }
}

/// Field names of the forms as JSON Pointers.
fn met_streep(f: Fout) -> Fout {
    match f {
        Fout::Invoer(v) => Fout::Invoer(
            v.into_iter().map(|(veld, m)| (if veld.starts_with('/') { veld } else { format!("/{veld}") }, m)).collect(),
        ),
        andere => andere,
    }
}
