//! What a school sees: the day, the list, one pupil, the reports.

use crate::rekenen::{Schoolfeiten, plicht_van};
use crate::{App, Fout};
use domain::Datum;
use domain::melding::Meldingdossier;
use policy::Principal;
use policy::handeling::LeerlingInzien;
use rules::Kalender;
use store::aanwezigheid::DagRow;
use store::rows::{LeerlingRow, MarkeringRow, MeldingRow, OrganisatieRow, SignaalRow, StandRow};
use uuid::Uuid;

/// The page Vandaag.
pub struct Vandaag {
    /// The school.
    pub school: OrganisatieRow,
    /// Everybody with a mark today.
    pub dag: Vec<DagRow>,
    /// Pupils near or over the threshold.
    pub standen: Vec<StandRow>,
    /// Signals that wait.
    pub signalen: Vec<SignaalRow>,
    /// Reports.
    pub meldingen: Vec<MeldingRow>,
    /// All pupils of the scope, for their names.
    pub leerlingen: Vec<LeerlingRow>,
}

/// The page of one pupil.
pub struct Leerlingdossier {
    /// The school.
    pub school: OrganisatieRow,
    /// The calendar.
    pub kalender: Kalender,
    /// The pupil.
    pub leerling: LeerlingRow,
    /// Lessons of the timetable: weekday from 0, lesson.
    pub rooster: Vec<(i64, i64)>,
    /// Marks of this school year.
    pub markeringen: Vec<MarkeringRow>,
    /// Signals.
    pub signalen: Vec<SignaalRow>,
    /// Reports.
    pub meldingen: Vec<MeldingRow>,
    /// The duty today, with its reason.
    pub plicht: rules::Oordeel<rules::plicht::Antwoord>,
}

/// The day at a school.
///
/// # Errors
/// A role without this page, or a fault.
pub async fn vandaag(app: &App, wie: &Principal) -> Result<Vandaag, Fout> {
    let scope = policy::scope::<LeerlingInzien>(wie)?;
    let school = app.organisatie(wie.organisatie.0).await?;
    let mut r = app.store.list(scope, app.nu(), &app.spoor()).await?;
    let (dag, standen) = (r.dag(&app.vandaag().to_string()).await?, r.standen(6 * school.lesuur_minuten).await?);
    let (signalen, meldingen, leerlingen) = (r.open_signalen().await?, r.meldingen().await?, r.leerlingen().await?);
    let leerlingen = r.open(leerlingen).await?;
    // A mentor sees own pupils only, in every block of the page.
    let mijn = |id: &Uuid| leerlingen.iter().any(|l| l.id == *id);
    Ok(Vandaag {
        dag: r.open(dag).await?.into_iter().filter(|d| mijn(&d.0)).collect(),
        standen: r.open(standen).await?,
        signalen: r.open(signalen).await?.into_iter().filter(|s| mijn(&s.leerling)).collect(),
        meldingen: r.open(meldingen).await?.into_iter().filter(|m| mijn(&m.leerling)).collect(),
        school,
        leerlingen,
    })
}

/// One pupil, this school year.
///
/// # Errors
/// `NietGevonden` when there is no relation, or a fault.
pub async fn leerling(app: &App, wie: &Principal, id: Uuid) -> Result<Leerlingdossier, Fout> {
    let grant = app.mag_leerling::<LeerlingInzien>(wie, id).await?;
    let feiten = Schoolfeiten::van(app, wie.organisatie.0).await?;
    let (begin, einde) = rules::schooljaar(app.vandaag());
    let mut r = app.store.read(grant, app.nu(), &app.spoor()).await?;
    let (l, m) = (r.leerling().await?, r.markeringen(&begin.to_string(), &einde.to_string()).await?);
    let (s, d) = (r.signalen().await?, r.meldingen().await?);
    let rooster = r.lesrooster().await?;
    let leerling = r.open(l).await?;
    let plicht = plicht_van(&leerling, &feiten.school, app.vandaag())?;
    Ok(Leerlingdossier {
        markeringen: r.open(m).await?,
        signalen: r.open(s).await?,
        meldingen: r.open(d).await?,
        school: feiten.school,
        kalender: feiten.kalender,
        leerling,
        rooster,
        plicht,
    })
}

/// One report with its contents.
///
/// # Errors
/// `NietGevonden` when it is another school's, or a fault.
pub async fn melding(app: &App, wie: &Principal, id: Uuid) -> Result<(LeerlingRow, MeldingRow, Meldingdossier), Fout> {
    let (_, leerling) = app.store.melding_facts(id).await?.ok_or(Fout::NietGevonden)?;
    let grant = app.mag_leerling::<LeerlingInzien>(wie, leerling).await?;
    let mut r = app.store.read(grant, app.nu(), &app.spoor()).await?;
    let (l, m) = (r.leerling().await?, r.melding::<Meldingdossier>(id).await?);
    let (rij, dossier) = r.open(m).await?;
    Ok((r.open(l).await?, rij, dossier))
}

/// The lessons that a window counts, for the picture.
#[must_use]
pub fn schooljaar_tot(app: &App) -> (Datum, Datum) {
    (rules::schooljaar(app.vandaag()).0, app.vandaag())
}
