//! Enrolments that a school system hands in: all or nothing, and the same twice changes nothing.

use crate::{App, Fout, Herhaling, herhaling};
use domain::Datum;
use domain::waarden::{Gemeentecode, Pgn};
use policy::Principal;
use policy::handeling::InschrijvingVastleggen;
use serde::{Deserialize, Serialize};
use store::leerling::{NieuweLeerling, NieuwePersoon};
use store::{Event, WriteTx};
use uuid::Uuid;

/// One enrolment.
#[derive(Debug, Clone)]
pub struct Inschrijving {
    /// Pupil number in the school.
    pub leerlingnummer: String,
    /// Personal number; without it the report is matched by hand later.
    pub pgn: Option<Pgn>,
    /// Given names.
    pub voornamen: String,
    /// Prefix.
    pub tussenvoegsel: String,
    /// Family name.
    pub achternaam: String,
    /// Birth date.
    pub geboortedatum: Datum,
    /// `man`, `vrouw`, `onbekend`.
    pub geslacht: String,
    /// BRP municipality.
    pub gemeente: Option<Gemeentecode>,
    /// Municipality of stay when there is no BRP address.
    pub verblijf_gemeente: Option<Gemeentecode>,
    /// Class.
    pub klas: String,
    /// Programme.
    pub opleiding: String,
    /// First day.
    pub ingeschreven: Datum,
    /// Last day.
    pub uitgeschreven: Option<Datum>,
    /// Day of the startkwalificatie.
    pub startkwalificatie_op: Option<Datum>,
}

/// What came of it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Inschrijfverslag {
    /// New pupils.
    pub nieuw: usize,
    /// Changed class or dates.
    pub gewijzigd: usize,
    /// Same as before.
    pub gelijk: usize,
}

/// Take the enrolments in.
///
/// # Errors
/// Wrong input by position, `Conflict`, or a fault; nothing is stored then.
pub async fn schrijf_in(
    app: &App,
    wie: &Principal,
    inschrijvingen: &[Inschrijving],
    herhaal: Option<&Herhaling>,
) -> Result<Inschrijfverslag, Fout> {
    let grant = app.mag::<InschrijvingVastleggen>(wie, wie.organisatie.0)?;
    let mut tx = app.store.write(&grant, app.nu(), &app.spoor()).await?;
    if let Some(eerder) = herhaling::eerder(&mut tx, herhaal).await? {
        tx.gezien().await?;
        return Ok(eerder);
    }
    let mut verslag = Inschrijfverslag::default();
    let mut fouten = Vec::new();
    for (i, s) in inschrijvingen.iter().enumerate() {
        match een(app, &mut tx, s).await {
            Ok(Wat::Nieuw) => verslag.nieuw += 1,
            Ok(Wat::Gewijzigd) => verslag.gewijzigd += 1,
            Ok(Wat::Gelijk) => verslag.gelijk += 1,
            Err(Fout::Invoer(v)) => {
                fouten.extend(v.into_iter().map(|(veld, m)| (format!("/inschrijvingen/{i}/{veld}"), m)));
            }
            Err(andere) => return Err(andere),
        }
    }
    if !fouten.is_empty() {
        return Err(Fout::Invoer(fouten));
    }
    herhaling::onthoud(&mut tx, herhaal, &verslag).await?;
    let wat = format!("inschrijvingen: {} nieuw, {} gewijzigd", verslag.nieuw, verslag.gewijzigd);
    tx.record(Event::geschreven(wat, None)).await?;
    Ok(verslag)
}

enum Wat {
    Nieuw,
    Gewijzigd,
    Gelijk,
}

async fn een(app: &App, tx: &mut WriteTx, s: &Inschrijving) -> Result<Wat, Fout> {
    let geboren = s.geboortedatum.to_string();
    let (begin, einde) = (s.ingeschreven.to_string(), s.uitgeschreven.map(|d| d.to_string()));
    let startkwalificatie = s.startkwalificatie_op.map(|d| d.to_string());
    if let Some(l) = tx.leerling_op_nummer(&s.leerlingnummer).await? {
        // Names, birth date and address come from the BRP; a school cannot change them here.
        if l.geboortedatum != geboren {
            return Err(Fout::veld("geboortedatum", NIET_DEZELFDE));
        }
        if (&l.klas, &l.ingeschreven, &l.uitgeschreven, &l.startkwalificatie)
            == (&s.klas, &begin, &einde, &startkwalificatie)
        {
            return Ok(Wat::Gelijk);
        }
        let klas = klas(app, tx, s).await?;
        tx.leerling_wijzigen(l.id, klas, &begin, einde.as_deref(), startkwalificatie.as_deref()).await?;
        return Ok(Wat::Gewijzigd);
    }
    let bekend = match &s.pgn {
        Some(p) => tx.persoon_op_nummer(p).await?,
        None => None,
    };
    let persoon = match bekend {
        Some((_, g)) if g != geboren => return Err(Fout::veld("geboortedatum", NIET_DEZELFDE)),
        Some((id, _)) => id,
        None => {
            let id = app.sleutel();
            tx.persoon_toevoegen(&NieuwePersoon {
                id,
                voornamen: &s.voornamen,
                tussenvoegsel: &s.tussenvoegsel,
                achternaam: &s.achternaam,
                geboortedatum: &geboren,
                geslacht: &s.geslacht,
                pgn: s.pgn.as_ref(),
                adres: None,
                gemeente_code: s.gemeente.as_ref().map(Gemeentecode::as_str),
                verblijf_gemeente: s.verblijf_gemeente.as_ref().map(Gemeentecode::as_str),
                geheim: false,
            })
            .await?;
            id
        }
    };
    let klas = klas(app, tx, s).await?;
    tx.leerling_toevoegen(&NieuweLeerling {
        id: app.sleutel(),
        persoon,
        klas,
        leerlingnummer: &s.leerlingnummer,
        ingeschreven: &begin,
        uitgeschreven: einde.as_deref(),
        startkwalificatie: startkwalificatie.as_deref(),
    })
    .await?;
    Ok(Wat::Nieuw)
}

/// The same words whether the number is known or not, so that nobody can ask whom a number belongs to.
const NIET_DEZELFDE: &str = "Nummer en geboortedatum horen niet bij elkaar. Controleer beide.";

async fn klas(app: &App, tx: &mut WriteTx, s: &Inschrijving) -> Result<Uuid, Fout> {
    if let Some(id) = tx.klas_op_naam(&s.klas).await? {
        return Ok(id);
    }
    let id = app.sleutel();
    tx.klas_toevoegen(id, &s.klas, &s.opleiding, &[]).await?;
    Ok(id)
}
