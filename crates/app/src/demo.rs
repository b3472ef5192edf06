//! The invented world of the demo: the region of `synthese`, the same at every start. Nobody in it exists.

mod eerder;
mod school;

use crate::{App, Fout, nachttaak};
use domain::id::OrganisatieId;
use policy::Principal;
use policy::handeling::Beheren;
use std::collections::HashMap;
use store::gebruiker::NieuweGebruiker;
use store::leerling::NieuwePersoon;
use store::rows::OrganisatieRow;
use store::{Event, StoreError, WriteTx};
use synthese::Wereld;
use uuid::Uuid;

/// Which of the possible worlds the demo shows, and how many pupils it has.
const ZAAD: u64 = 9901;
const LEERLINGEN: usize = 150;

/// Keys that the store gave to the codes of the invented world.
type Sleutels<'a> = HashMap<&'a str, Uuid>;

/// Fill an empty database; a filled one is left alone. Returns keys of systems, shown once.
///
/// # Errors
/// When the database is not available.
pub async fn vul(app: &App) -> Result<Vec<(String, String)>, Fout> {
    if !app.organisaties().await?.is_empty() {
        return Ok(Vec::new());
    }
    let w = synthese::maak(ZAAD, LEERLINGEN, app.vandaag());
    let org: Sleutels = w.organisaties.iter().map(|o| (o.code.as_str(), app.sleutel())).collect();
    let personen: Sleutels = w.personen.iter().map(|p| (p.code.as_str(), app.sleutel())).collect();
    let mut tx = schrijf(app, sleutel(&org, "register")?).await?;
    organisaties(&mut tx, &w, &org).await?;
    mensen(&mut tx, &w, &personen).await?;
    tx.record(Event::geschreven("demo: organisaties en personen", None)).await?;

    // One transaction per organisation: a start should not wait for hundreds of small ones.
    let mut sleutels = Vec::new();
    for o in &w.organisaties {
        let id = sleutel(&org, &o.code)?;
        let mut tx = schrijf(app, id).await?;
        let mut klassen = Sleutels::new();
        if o.soort == "school" {
            klassen = school::klassen(app, &mut tx, &w, &o.code).await?;
            school::leerlingen(app, &mut tx, &w, &o.code, (&klassen, &personen)).await?;
        }
        if matches!(o.soort.as_str(), "school" | "gemeente" | "regeling") {
            sleutels.push((o.code.clone(), school::api_sleutel(&mut tx, id).await?));
        }
        gebruikers(app, &mut tx, &w, &o.code, id, (&klassen, &personen)).await?;
        tx.record(Event::geschreven("demo: klassen, leerlingen en medewerkers", None)).await?;
    }
    for o in w.organisaties.iter().filter(|o| o.soort == "school") {
        school::aanwezigheid(app, &w, &o.code, sleutel(&org, &o.code)?).await?;
    }
    eerder::melding(app, &w, &org).await?;
    nachttaak(app, app.vandaag()).await?;
    Ok(sleutels)
}

fn sleutel(sleutels: &Sleutels<'_>, code: &str) -> Result<Uuid, Fout> {
    sleutels.get(code).copied().ok_or(Fout::NietGevonden)
}

/// The invented world holds a number that the store cannot: a fault of ours.
fn past_niet<E>(_: E) -> Fout {
    Fout::Storing(StoreError::Onleesbaar("demo"))
}

async fn schrijf(app: &App, organisatie: Uuid) -> Result<WriteTx, Fout> {
    let systeem = Principal::systeem("demo", OrganisatieId(organisatie));
    Ok(app.store.write(&app.mag::<Beheren>(&systeem, organisatie)?, app.nu(), "demo").await?)
}

async fn organisaties(tx: &mut WriteTx, w: &Wereld, org: &Sleutels<'_>) -> Result<(), Fout> {
    for o in &w.organisaties {
        tx.organisatie_toevoegen(&OrganisatieRow {
            id: sleutel(org, &o.code)?,
            code: o.code.clone(),
            soort: o.soort.clone(),
            naam: o.naam.clone(),
            brin: o.brin.clone(),
            gemeente_code: o.gemeente_code.clone(),
            onderwijssoort: o.onderwijssoort.map(|s| s.code().to_owned()),
            vakantieregio: o.vakantieregio.clone(),
            lesuur_minuten: o.lesuur_minuten,
            te_laat_heel_lesuur: o.te_laat_heel_lesuur,
            email: o.email.clone(),
            telefoon: o.telefoon.clone(),
            regeling: o.regeling.as_deref().map(|r| sleutel(org, r)).transpose()?,
        })
        .await?;
    }
    Ok(())
}

async fn mensen(tx: &mut WriteTx, w: &Wereld, personen: &Sleutels<'_>) -> Result<(), Fout> {
    for p in &w.personen {
        let pgn = p.bsn.clone().map(domain::waarden::Pgn::Bsn);
        tx.persoon_toevoegen(&NieuwePersoon {
            id: sleutel(personen, &p.code)?,
            voornamen: &p.voornamen,
            tussenvoegsel: p.tussenvoegsel.as_deref().unwrap_or_default(),
            achternaam: &p.achternaam,
            geboortedatum: &p.geboortedatum.to_string(),
            geslacht: &p.geslacht,
            pgn: pgn.as_ref(),
            adres: p.adres.as_deref(),
            gemeente_code: p.gemeente.as_deref(),
            verblijf_gemeente: p.verblijf_gemeente.as_deref(),
            geheim: p.geheim,
        })
        .await?;
    }
    for g in &w.gezag {
        let tot = g.tot.map(|d| d.to_string());
        let (ouder, kind) = (sleutel(personen, &g.ouder)?, sleutel(personen, &g.kind)?);
        tx.gezag_toevoegen(ouder, kind, &g.soort, &g.van.to_string(), tot.as_deref()).await?;
    }
    Ok(())
}

async fn gebruikers(
    app: &App,
    tx: &mut WriteTx,
    w: &Wereld,
    code: &str,
    organisatie: Uuid,
    (klassen, personen): (&Sleutels<'_>, &Sleutels<'_>),
) -> Result<(), Fout> {
    for (u, rol) in w.gebruikers.iter().flat_map(|u| u.rollen.iter().map(move |r| (u, r))).filter(|(_, r)| r.1 == code)
    {
        let id = app.sleutel();
        tx.gebruiker_toevoegen(&NieuweGebruiker {
            id,
            code: &u.code,
            naam: &u.naam,
            persoon: u.persoon.as_deref().map(|p| sleutel(personen, p)).transpose()?,
            demo: true,
            wachtwoord: None,
            totp: None,
        })
        .await?;
        tx.rol_toekennen(id, organisatie, &rol.0, "2020-01-01", None).await?;
        for k in &u.klassen {
            tx.klas_medewerker_toevoegen(sleutel(klassen, k)?, id).await?;
        }
    }
    Ok(())
}
