//! What a parent or a student sees of themselves.

use crate::{App, Fout, leskalender};
use policy::Principal;
use policy::handeling::MijnInzien;
use rules::Kalender;
use store::rows::{LeerlingRow, MarkeringRow, MeldingRow, OrganisatieRow};
use uuid::Uuid;

/// One child, or oneself.
pub struct MijnDossier {
    /// The school.
    pub school: OrganisatieRow,
    /// Its calendar.
    pub kalender: Kalender,
    /// The pupil.
    pub leerling: LeerlingRow,
    /// Lessons of the timetable: weekday from 0, lesson.
    pub rooster: Vec<(i64, i64)>,
    /// Marks of this school year.
    pub markeringen: Vec<MarkeringRow>,
    /// Reports that were sent, and what became of them.
    pub meldingen: Vec<MeldingRow>,
}

/// The children over whom one has authority and who are under 18, or oneself.
///
/// # Errors
/// A role without this page, or a fault.
pub async fn lijst(app: &App, wie: &Principal) -> Result<Vec<LeerlingRow>, Fout> {
    let mut r = app.store.list(policy::scope::<MijnInzien>(wie)?, app.nu(), &app.spoor()).await?;
    let rijen = r.mijn_leerlingen(&app.vandaag().to_string()).await?;
    let rijen = r.open(rijen).await?;
    let mut uit = Vec::new();
    for l in rijen {
        // The list asks the same decision as the page behind it.
        if app.mag_leerling::<MijnInzien>(wie, l.id).await.is_ok() {
            uit.push(l);
        }
    }
    Ok(uit)
}

/// The school year of one child, or of oneself.
///
/// # Errors
/// `NietGevonden` without authority or from the 18th birthday on.
pub async fn dossier(app: &App, wie: &Principal, id: Uuid) -> Result<MijnDossier, Fout> {
    let grant = app.mag_leerling::<MijnInzien>(wie, id).await?;
    let leerling = lijst(app, wie).await?.into_iter().find(|l| l.id == id).ok_or(Fout::NietGevonden)?;
    let school = app.organisatie(leerling.organisatie).await?;
    let kalender = leskalender(app, &school).await?;
    let (begin, einde) = rules::schooljaar(app.vandaag());
    let mut r = app.store.read(grant, app.nu(), &app.spoor()).await?;
    let (m, d) = (r.markeringen(&begin.to_string(), &einde.to_string()).await?, r.meldingen().await?);
    let rooster = r.lesrooster().await?;
    let meldingen = r.open(d).await?.into_iter().filter(|m| m.stand == "verzonden").collect();
    Ok(MijnDossier { markeringen: r.open(m).await?, meldingen, school, kalender, leerling, rooster })
}
