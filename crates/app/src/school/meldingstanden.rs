//! Where the reports of a school stand, for its own system: no contents, no names.

use crate::{App, Fout};
use policy::Principal;
use policy::handeling::MeldingstandInzien;
use store::rows::Meldingstand;

/// Reports per page.
const PER_BLADZIJDE: i64 = 50;

/// One page, newest first; `pagina` counts from 1.
///
/// # Errors
/// A role without this right, or a fault.
pub async fn bladzijde(app: &App, wie: &Principal, pagina: i64) -> Result<Vec<Meldingstand>, Fout> {
    let mut r = app.store.list(policy::scope::<MeldingstandInzien>(wie)?, app.nu(), &app.spoor()).await?;
    let rijen = r.meldingstanden(PER_BLADZIJDE, (pagina - 1).max(0) * PER_BLADZIJDE).await?;
    Ok(r.open(rijen).await?)
}

/// One report by its number in the school.
///
/// # Errors
/// `NietGevonden` when this school has no such report, or a fault.
pub async fn een(app: &App, wie: &Principal, nummer: &str) -> Result<Meldingstand, Fout> {
    let mut r = app.store.list(policy::scope::<MeldingstandInzien>(wie)?, app.nu(), &app.spoor()).await?;
    let rij = r.meldingstand(nummer).await?;
    Ok(r.open(rij).await?)
}
