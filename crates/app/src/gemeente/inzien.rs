//! The worklist and one case, with the steps that are possible and those that are not, and why.

use crate::{App, Fout, Weigering};
use domain::melding::{GemeldeLes, VerzuimmeldingBericht};
use policy::handeling::{AantallenInzien, DoorstroomzaakInzien, ZaakInzien};
use policy::{Principal, Rol};
use store::rows::ZaakRow;
use store::zaak::Tijdlijnregel;
use uuid::Uuid;

/// One case.
pub struct Zaak {
    /// The row.
    pub rij: ZaakRow,
    /// What the school reported.
    pub melding: VerzuimmeldingBericht,
    /// The overview of the school.
    pub overzicht: Option<Vec<GemeldeLes>>,
    /// The timeline.
    pub tijdlijn: Vec<Tijdlijnregel>,
    /// Steps that cannot be taken yet.
    pub geblokkeerd: Vec<(&'static str, Weigering)>,
}

/// The worklist of the department of this role.
///
/// # Errors
/// A role without a worklist, or a fault.
pub async fn werkvoorraad(app: &App, wie: &Principal) -> Result<Vec<(ZaakRow, VerzuimmeldingBericht)>, Fout> {
    if wie.rol == Rol::Doorstroomcoach {
        let mut r = app.store.list(policy::scope::<DoorstroomzaakInzien>(wie)?, app.nu(), &app.spoor()).await?;
        let z = r.zaken().await?;
        return Ok(r.open(z).await?);
    }
    let mut r = app.store.list(policy::scope::<ZaakInzien>(wie)?, app.nu(), &app.spoor()).await?;
    let z = r.zaken().await?;
    Ok(r.open(z).await?)
}

/// Counts per state, without persons.
///
/// # Errors
/// A role without this page, or a fault.
pub async fn aantallen(app: &App, wie: &Principal) -> Result<Vec<(String, i64)>, Fout> {
    let mut r = app.store.list(policy::scope::<AantallenInzien>(wie)?, app.nu(), &app.spoor()).await?;
    Ok(r.aantallen().await?)
}

/// One case.
///
/// # Errors
/// `NietGevonden` when it is another organisation's, or a fault.
pub async fn zaak(app: &App, wie: &Principal, id: Uuid) -> Result<Zaak, Fout> {
    let (organisatie, _, _) = app.store.zaak_facts(id).await?.ok_or(Fout::NietGevonden)?;
    let d = if wie.rol == Rol::Doorstroomcoach {
        let grant = app.mag::<DoorstroomzaakInzien>(wie, organisatie)?;
        let mut r = app.store.read(grant, app.nu(), &app.spoor()).await?;
        let z = r.zaak::<VerzuimmeldingBericht>(id).await?;
        r.open(z).await?
    } else {
        let grant = app.mag::<ZaakInzien>(wie, organisatie)?;
        let mut r = app.store.read(grant, app.nu(), &app.spoor()).await?;
        let z = r.zaak::<VerzuimmeldingBericht>(id).await?;
        r.open(z).await?
    };
    let overzicht: Option<Vec<GemeldeLes>> = d.overzicht.as_deref().and_then(|o| serde_json::from_slice(o).ok());
    let mut geblokkeerd = Vec::new();
    if overzicht.is_none() && d.zaak.afdeling == "leerplicht" {
        let waarom = |wat: &str| Weigering {
            wat: wat.to_owned(),
            grond: "Methodische aanpak schoolverzuim, stap 1 (B-101)".to_owned(),
            wat_wel: "Wacht op het verzuimoverzicht van de school, of bel de school.".to_owned(),
        };
        geblokkeerd.push(("Kennisgevingsbrief", waarom("Zonder verzuimoverzicht staat niet vast wat er is gemist.")));
        geblokkeerd.push(("Gesprek plannen", waarom("Zonder verzuimoverzicht is er niets om te bespreken.")));
        geblokkeerd.push((
            "Zaak afsluiten",
            waarom("Zonder verzuimoverzicht is niet te beoordelen of het verzuim is gestopt."),
        ));
    }
    Ok(Zaak { rij: d.zaak, melding: d.inhoud, overzicht, tijdlijn: d.tijdlijn, geblokkeerd })
}
