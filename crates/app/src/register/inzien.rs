//! Numbers, addressees and states; never the contents.

use crate::{App, Fout};
use policy::Principal;
use policy::handeling::RegisterInzien;
use store::rows::RegistermeldingRow;
use uuid::Uuid;

/// A message: kind, from, to, state, made, handled.
pub type Berichtregel = (String, Uuid, Uuid, String, i64, Option<i64>);

/// The register's page.
///
/// # Errors
/// A role without this page, or a fault.
pub async fn overzicht(app: &App, wie: &Principal) -> Result<(Vec<RegistermeldingRow>, Vec<Berichtregel>), Fout> {
    let mut r = app.store.list(policy::scope::<RegisterInzien>(wie)?, app.nu(), &app.spoor()).await?;
    Ok((r.registermeldingen().await?, r.berichten().await?))
}
