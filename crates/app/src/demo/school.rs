//! One invented school: its classes with their timetable, its pupils, and what was recorded in its lessons.

use super::{Sleutels, past_niet, sleutel};
use crate::school::aanwezigheid_vastleggen::{Laadrij, Lading, laad};
use crate::{App, Fout};
use data_encoding::BASE64URL_NOPAD;
use domain::id::OrganisatieId;
use policy::Principal;
use rand::RngCore;
use store::WriteTx;
use store::leerling::NieuweLeerling;
use synthese::Wereld;
use uuid::Uuid;

/// The classes of a school; their keys by code.
pub(super) async fn klassen<'a>(
    app: &App,
    tx: &mut WriteTx,
    w: &'a Wereld,
    school: &str,
) -> Result<Sleutels<'a>, Fout> {
    let mut klassen = Sleutels::new();
    for k in w.klassen.iter().filter(|k| k.school == school) {
        let id = app.sleutel();
        let lessen: Vec<(i64, i64, &str)> =
            k.rooster.iter().map(|(dag, les, vak)| (*dag, *les, vak.as_str())).collect();
        tx.klas_toevoegen(id, &k.naam, &k.opleiding, &lessen).await?;
        klassen.insert(&k.code, id);
    }
    Ok(klassen)
}

/// The pupils of a school.
pub(super) async fn leerlingen(
    app: &App,
    tx: &mut WriteTx,
    w: &Wereld,
    school: &str,
    (klassen, personen): (&Sleutels<'_>, &Sleutels<'_>),
) -> Result<(), Fout> {
    for l in w.leerlingen.iter().filter(|l| l.school == school) {
        tx.leerling_toevoegen(&NieuweLeerling {
            id: app.sleutel(),
            persoon: sleutel(personen, &l.persoon)?,
            klas: sleutel(klassen, &l.klas)?,
            leerlingnummer: &l.leerlingnummer,
            ingeschreven: &l.ingeschreven.to_string(),
            uitgeschreven: l.uitgeschreven.map(|d| d.to_string()).as_deref(),
            startkwalificatie: l.startkwalificatie.map(|d| d.to_string()).as_deref(),
        })
        .await?;
    }
    Ok(())
}

/// A key with which a system of the school may load; only its hash is kept.
pub(super) async fn api_sleutel(tx: &mut WriteTx, school: Uuid) -> Result<String, Fout> {
    let mut b = [0u8; 24];
    rand::rng().fill_bytes(&mut b);
    let sleutel = BASE64URL_NOPAD.encode(&b);
    tx.api_sleutel_toevoegen(&crate::sessie::hash(&sleutel), school, "demo").await?;
    Ok(sleutel)
}

/// All marks of a school in one load.
pub(super) async fn aanwezigheid(app: &App, w: &Wereld, school: &str, id: Uuid) -> Result<(), Fout> {
    let rijen = w
        .markeringen
        .iter()
        .filter(|m| m.school == school)
        .map(|m| {
            Ok(Laadrij {
                leerlingnummer: m.leerlingnummer.clone(),
                datum: m.datum,
                lesuur: u8::try_from(m.lesuur).map_err(past_niet)?,
                minuten: u16::try_from(m.minuten).map_err(past_niet)?,
                status: m.status,
                minuten_te_laat: u16::try_from(m.minuten_te_laat).map_err(past_niet)?,
            })
        })
        .collect::<Result<Vec<_>, Fout>>()?;
    let lading = Lading { rijen: &rijen, bron: "demo", alles_of_niets: true, herhaling: None };
    laad(app, &Principal::systeem("demo", OrganisatieId(id)), lading).await?;
    Ok(())
}
