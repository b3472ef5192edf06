//! Answers that were given before, so that a repeated request gets the same answer and does nothing twice.

use crate::{StoreError, WriteTx, on};

/// What was answered: fingerprint of the question, HTTP status, body.
pub type EerderAntwoord = (Vec<u8>, i64, String);

impl WriteTx {
    /// The answer that was given under this key to this organisation.
    ///
    /// # Errors
    /// When the database is not available.
    pub async fn idem(&mut self, sleutel: &str) -> Result<Option<EerderAntwoord>, StoreError> {
        let org = self.organisatie().0;
        Ok(on!(self.tx()?, |c| sqlx::query_as(include_str!("idem/zoek.sql"))
            .bind(org)
            .bind(sleutel)
            .fetch_optional(c)
            .await)?)
    }

    /// Keep an answer in the same transaction as what it answers; without personal data.
    ///
    /// # Errors
    /// `Conflict` when the same key is being handled at this moment.
    pub async fn idem_toevoegen(
        &mut self,
        sleutel: &str,
        vingerafdruk: &[u8],
        status: i64,
        antwoord: &str,
    ) -> Result<(), StoreError> {
        let (org, nu) = (self.organisatie().0, self.nu().micros());
        on!(self.tx()?, |c| sqlx::query(include_str!("idem/toevoegen.sql"))
            .bind(org)
            .bind(sleutel)
            .bind(vingerafdruk.to_vec())
            .bind(status)
            .bind(antwoord)
            .bind(nu)
            .execute(c)
            .await
            .map(|_| ()))
        .map_err(|e| StoreError::from(e).uniek())
    }

    /// Forget answers made before a moment (microseconds).
    ///
    /// # Errors
    /// When the database is not available.
    pub async fn idem_opruimen(&mut self, voor: i64) -> Result<(), StoreError> {
        let org = self.organisatie().0;
        on!(self.tx()?, |c| sqlx::query(include_str!("idem/opruimen.sql"))
            .bind(voor)
            .bind(org)
            .execute(c)
            .await
            .map(|_| ()))?;
        Ok(())
    }
}
