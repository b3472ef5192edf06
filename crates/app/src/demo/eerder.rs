//! One report from before today: without it nobody in the region could be absent for long, because the law
//! asks for a first report before absence counts as long. It is written as it lies after six weeks,
//! in the school, the register and the municipality, so that the counters start at one for whoever tries the demo.

use super::{Sleutels, sleutel};
use crate::school::{inzien, melding_opstellen::uit_signaal};
use crate::{App, Fout, Omgeving};
use domain::Datum;
use domain::id::{GebruikerId, OrganisatieId};
use domain::melding::{Meldingdossier, VerzuimmeldingBericht};
use domain::waarden::Tijdstip;
use jiff::ToSpan;
use jiff::civil::date;
use policy::handeling::{BerichtVerwerken, MeldingIndienen};
use policy::{Principal, Rol};
use std::sync::Arc;
use store::rows::{MeldingRow, RegistermeldingRow};
use store::{Event, StoreError};
use synthese::Wereld;

const TOEN: Datum = date(2026, 10, 6);
/// Far from the numbers that the register of the demo gives out itself.
const REGISTERNUMMER: &str = "R2026-900001";
const STAND: &str = "in_behandeling";
const TERUGKOPPELING: &str = "Wij hebben de ouders gesproken en blijven in gesprek.";
const REGELING: &str = "maasrand";

/// Report the pupil of `synthese` who is away for long, and hand the case to the municipality, six weeks ago.
pub(super) async fn melding(app: &App, w: &Wereld, org: &Sleutels<'_>) -> Result<(), Fout> {
    let Some(l) = w.leerlingen.iter().find(|l| l.leerlingnummer == synthese::EERDER_GEMELD) else { return Ok(()) };
    if app.vandaag() <= TOEN {
        return Ok(());
    }
    let klok = Arc::new(|| Tijdstip::lokaal(TOEN, 9, 0));
    let toen = App::nieuw(app.store.clone(), Omgeving { klok, demo: app.demo() });
    let code = format!("vm-{}", l.school);
    let medewerker = app.store.gebruiker_bij_code(&code).await?.ok_or(Fout::NietGevonden)?;
    let wie = Principal {
        gebruiker: GebruikerId(medewerker.id),
        naam: medewerker.naam,
        rol: Rol::Verzuimmedewerker,
        organisatie: OrganisatieId(sleutel(org, &l.school)?),
        persoon: None,
    };
    if let Some((rij, dossier)) = verstuur(&toen, &wie, &l.leerlingnummer).await? {
        ontvang(&toen, org, &wie, &rij, dossier).await?;
    }
    Ok(())
}

/// The school's side: the first signal becomes a report that is sent.
async fn verstuur(toen: &App, wie: &Principal, nummer: &str) -> Result<Option<(MeldingRow, Meldingdossier)>, Fout> {
    let v = inzien::vandaag(toen, wie).await?;
    let leerling = v.leerlingen.iter().find(|l| l.leerlingnummer == nummer).ok_or(Fout::NietGevonden)?.id;
    let eerste = v.signalen.iter().filter(|s| s.leerling == leerling).min_by_key(|s| &s.begin_dag);
    let Some(signaal) = eerste else { return Ok(None) };
    let id = uit_signaal(toen, wie, signaal.id).await?;
    let grant = toen.mag_leerling::<MeldingIndienen>(wie, leerling).await?;
    let mut tx = toen.store.write(&grant, toen.nu(), "demo").await?;
    let (rij, mut dossier): (MeldingRow, Meldingdossier) = tx.melding(id).await?;
    dossier.gegevens.melddatum = Some(toen.nu().rfc3339());
    dossier.gegevens.reden = Some("thuissituatie".to_owned());
    dossier.gegevens.ondernomen_acties = Some("De mentor belde drie keer met de ouders.".to_owned());
    tx.melding_verzenden(id, rij.versie, &dossier).await?;
    tx.signaal_zetten(signaal.id, "gemeld", Some(id)).await?;
    let moment = toen.nu().micros();
    tx.registerstand_zetten(&rij.nummer, REGISTERNUMMER, moment, STAND, None, Some(TERUGKOPPELING)).await?;
    tx.record(Event::geschreven(format!("melding {id} verstuurd"), Some(leerling))).await?;
    Ok(Some((rij, dossier)))
}

/// The register's and the municipality's side.
async fn ontvang(
    toen: &App,
    org: &Sleutels<'_>,
    wie: &Principal,
    rij: &MeldingRow,
    dossier: Meldingdossier,
) -> Result<(), Fout> {
    let (register, regeling) = (sleutel(org, "register")?, sleutel(org, REGELING)?);
    let soort = rij.soort.clone();
    let mut gegevens = dossier.gegevens;
    gegevens.duo_nummer = Some(REGISTERNUMMER.to_owned());
    gegevens.duo_datum = Some(toen.nu().rfc3339());
    let bericht = VerzuimmeldingBericht {
        gegevens,
        leeftijd: dossier.leeftijd,
        minuten: dossier.minuten,
        lesuur_minuten: dossier.lesuur_minuten,
    };
    let json = serde_json::to_vec(&bericht).map_err(|_| Fout::Storing(StoreError::Onleesbaar("demo")))?;

    let grant = toen.mag::<BerichtVerwerken>(&App::systeem("post", register), register)?;
    let mut tx = toen.store.write(&grant, toen.nu(), "demo").await?;
    let nieuw = RegistermeldingRow {
        id: toen.sleutel(),
        nummer: REGISTERNUMMER.to_owned(),
        school: wie.organisatie.0,
        meldingnummer: rij.nummer.clone(),
        soort: soort.clone(),
        ontvangen: toen.nu().micros(),
        stand: STAND.to_owned(),
        ontvanger: regeling,
        afdeling: "leerplicht".to_owned(),
        zonder_brp: false,
        route: serde_json::json!({ "toelichting": [], "pad": [] }).to_string(),
    };
    tx.registermelding_toevoegen(&nieuw, &json).await?;
    tx.registermelding_stand(REGISTERNUMMER, STAND).await?;
    tx.record(Event::geschreven(format!("registermelding {REGISTERNUMMER}"), None)).await?;

    let grant = toen.mag::<BerichtVerwerken>(&App::systeem("post", regeling), regeling)?;
    let mut tx = toen.store.write(&grant, toen.nu(), "demo").await?;
    let nr = tx.volgend_nummer(&format!("zaak {REGELING}")).await?;
    let nummer = format!("LP-{}-{nr:04}", toen.vandaag().year());
    let (id, uiterlijk) = (toen.sleutel(), toen.vandaag().saturating_add(56.days()).to_string());
    tx.zaak_toevoegen(id, &nummer, REGISTERNUMMER, "leerplicht", &soort, &uiterlijk, &json).await?;
    let school = toen.organisatie(wie.organisatie.0).await?.naam;
    let tekst = format!("16 uur in vier lesweken, gemeld door {school}.");
    tx.zaak_gebeurtenis(id, "Melding ontvangen", "register", "Leerplichtwet, art. 21a", &tekst).await?;
    let ambtenaar = toen.store.gebruiker_bij_code("lpa-maasrand").await?.ok_or(Fout::NietGevonden)?.naam;
    tx.zaak_stand(id, 1, STAND, Some(&ambtenaar), &uiterlijk).await?;
    tx.zaak_gebeurtenis(id, "Stand: in behandeling", &ambtenaar, "Leerplichtwet, art. 16", TERUGKOPPELING).await?;
    tx.record(Event::geschreven(format!("zaak bij {REGISTERNUMMER}"), None)).await?;
    Ok(())
}
