//! Set the state of a case and tell the school (A-348, law-and-data 1.4).

use crate::{App, Fout};
use domain::melding::{StandBericht, gezondheidswoord, mag_naar};
use jiff::ToSpan;
use policy::handeling::ZaakBehandelen;
use policy::{Principal, Rol};
use store::Event;
use uuid::Uuid;

/// Why a case is closed.
pub const REDENEN: &[(&str, &str)] = &[
    ("verzuim_gestopt", "het verzuim is gestopt"),
    ("afspraken_gemaakt", "er zijn afspraken gemaakt"),
    ("hulp_ingezet", "er is hulp ingezet"),
    ("niet_verwijtbaar", "het verzuim is niet verwijtbaar"),
    ("verhuisd", "de jongere is verhuisd"),
    ("anders", "anders"),
];

/// The new state.
#[derive(Debug, Clone)]
pub struct Status {
    /// Version that the person saw.
    pub versie: i64,
    /// `in_behandeling`, `ter_kennisgeving`, `afgesloten`.
    pub stand: String,
    /// Reason when closing.
    pub reden: String,
    /// One sentence for the school; parents see the same.
    pub terugkoppeling: String,
}

/// Set the state.
///
/// # Errors
/// A refusal with its rule, wrong input, `Conflict`, `NietGevonden`, or a fault.
pub async fn zet(app: &App, wie: &Principal, id: Uuid, s: Status) -> Result<(), Fout> {
    let (organisatie, _, _) = app.store.zaak_facts(id).await?.ok_or(Fout::NietGevonden)?;
    let grant = app.mag::<ZaakBehandelen>(wie, organisatie)?;
    let mut tx = app.store.write(&grant, app.nu(), &app.spoor()).await?;
    let coach = wie.rol == Rol::Doorstroomcoach;
    let zaak = tx.zaak(id, if coach { "doorstroompunt" } else { "leerplicht" }).await?;
    let nu = if zaak.stand == "nieuw" { "geregistreerd" } else { zaak.stand.as_str() };
    if !matches!(s.stand.as_str(), "in_behandeling" | "ter_kennisgeving" | "afgesloten") {
        return Err(Fout::veld("stand", "Kies een stand uit de lijst."));
    }
    if zaak.stand == s.stand {
        tx.gezien().await?;
        return Ok(());
    }
    if !mag_naar(nu, &s.stand) {
        return Err(Fout::weigering(
            format!("Van «{nu}» kan deze zaak niet naar «{}».", s.stand),
            "A-237",
            "Neem de zaak eerst in behandeling.",
        ));
    }
    if s.stand == "afgesloten" && !coach && zaak.overzicht_ontvangen.is_none() {
        return Err(Fout::weigering(
            "Afsluiten kan nog niet: het verzuimoverzicht van de school ontbreekt.",
            "B-101",
            "Wacht op het overzicht, of bel de school.",
        ));
    }
    let reden = REDENEN.iter().find(|r| r.0 == s.reden);
    if s.stand == "afgesloten" && reden.is_none() {
        return Err(Fout::veld("reden", "Kies waarom u de zaak afsluit."));
    }
    let zin = s.terugkoppeling.trim();
    if s.stand == "ter_kennisgeving" && zin.is_empty() {
        return Err(Fout::veld("terugkoppeling", "Schrijf één zin voor de school."));
    }
    if zin.chars().count() > 300 || zin.chars().any(char::is_control) {
        return Err(Fout::veld("terugkoppeling", "Gebruik hoogstens 300 gewone tekens."));
    }
    if gezondheidswoord(zin).is_some() {
        return Err(Fout::veld("terugkoppeling", "De school hoort niets over gezondheid (AVG, artikel 9)."));
    }
    let uiterlijk = app.vandaag().saturating_add(21.days()).to_string();
    tx.zaak_stand(id, s.versie, &s.stand, Some(&wie.naam), &uiterlijk).await?;
    let grond = if coach { "Wet educatie en beroepsonderwijs, art. 9.2.2" } else { "Leerplichtwet, art. 16" };
    let woord = domain::melding::STANDEN.iter().find(|x| x.0 == s.stand).map_or("", |x| x.1);
    let tekst = [reden.map_or("", |r| r.1), zin].into_iter().filter(|t| !t.is_empty()).collect::<Vec<_>>().join(": ");
    tx.zaak_gebeurtenis(id, &format!("Stand: {woord}"), &wie.naam, grond, &tekst).await?;
    let register = app.organisatie_bij_code("register").await?;
    let bericht = StandBericht {
        meldingsnummer: String::new(),
        registernummer: zaak.registernummer.clone(),
        moment: app.nu().micros(),
        stand: s.stand.clone(),
        reden: reden.map(|r| r.1.to_owned()),
        terugkoppeling: Some(zin.to_owned()).filter(|t| !t.is_empty()),
    };
    tx.bericht_versturen(
        app.sleutel(),
        register.id,
        "stand",
        &format!("stand {} {}", zaak.registernummer, s.stand),
        &bericht,
    )
    .await?;
    tx.record(Event::geschreven(format!("zaak {id} {}", s.stand), Some(id))).await?;
    Ok(())
}
