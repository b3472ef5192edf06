//! What the data protection officer sees: who did what, with keys instead of names of pupils.

use crate::{App, Fout};
use policy::Principal;
use policy::handeling::LogInzien;
use store::LogRow;

/// The newest log lines.
///
/// # Errors
/// A role without this page, or a fault.
pub async fn logboek(app: &App, wie: &Principal) -> Result<Vec<LogRow>, Fout> {
    let mut r = app.store.list(policy::scope::<LogInzien>(wie)?, app.nu(), &app.spoor()).await?;
    Ok(r.logboek(200).await?)
}
