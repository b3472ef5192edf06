//! What was kept of outcomes, to repeat them: the evidence of signals, the contents of reports, the routes of the register.

use crate::{ReadTx, Sealed, StoreError, on};
use policy::Scope;
use policy::handeling::UitkomstHerhalen;
use serde::de::DeserializeOwned;
use uuid::Uuid;

impl ReadTx<Scope<UitkomstHerhalen>> {
    /// Key and evidence of every signal of this school.
    ///
    /// # Errors
    /// When the database is not available.
    pub async fn bewijzen(&mut self) -> Result<Sealed<Vec<(Uuid, String)>>, StoreError> {
        let org = self.mag.organisatie().0;
        let rijen: Vec<(Uuid, Uuid, String)> =
            on!(&mut self.tx, |c| sqlx::query_as(include_str!("ontvangst/bewijzen.sql")).bind(org).fetch_all(c).await)?;
        let wie = rijen.iter().map(|r| r.1).collect();
        let uit = rijen.into_iter().map(|(id, _, bewijs)| (id, bewijs)).collect();
        Ok(Sealed::over(uit, "bewijs van signalen", wie))
    }

    /// Key and contents of every report of this school.
    ///
    /// # Errors
    /// When the database is not available or the contents cannot be read.
    pub async fn meldingen<T: DeserializeOwned>(&mut self) -> Result<Sealed<Vec<(Uuid, T)>>, StoreError> {
        let org = self.mag.organisatie().0;
        let rijen: Vec<(Uuid, Uuid, Vec<u8>)> =
            on!(&mut self.tx, |c| sqlx::query_as(include_str!("ontvangst/meldingen.sql"))
                .bind(org)
                .fetch_all(c)
                .await)?;
        let mut wie = Vec::new();
        let mut uit = Vec::new();
        for (id, leerling, dicht) in rijen {
            let open = self.db.bos.open(&crate::melding::plek(id), &dicht)?;
            uit.push((id, serde_json::from_slice(&open).map_err(|_| StoreError::Onleesbaar("melding"))?));
            wie.push(leerling);
        }
        Ok(Sealed::over(uit, "uitkomsten van meldingen", wie))
    }

    /// Key and route of every report in the register; a route holds codes of municipalities, nobody's data.
    ///
    /// # Errors
    /// When the database is not available.
    pub async fn routes(&mut self) -> Result<Vec<(Uuid, String)>, StoreError> {
        Ok(on!(&mut self.tx, |c| sqlx::query_as(include_str!("ontvangst/routes.sql")).fetch_all(c).await)?)
    }
}
