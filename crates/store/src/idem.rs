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

    /// Take a key for this request; `false` when it was taken before. Whoever takes the same key at the same moment waits
    /// until this transaction ends, and then sees its answer, or takes the key when there is none.
    ///
    /// # Errors
    /// When the database is not available.
    pub async fn idem_nemen(&mut self, sleutel: &str, vingerafdruk: &[u8]) -> Result<bool, StoreError> {
        let (org, nu) = (self.organisatie().0, self.nu().micros());
        let n = on!(self.tx()?, |c| sqlx::query(include_str!("idem/toevoegen.sql"))
            .bind(org)
            .bind(sleutel)
            .bind(vingerafdruk.to_vec())
            .bind(nu)
            .execute(c)
            .await
            .map(|r| r.rows_affected()))?;
        Ok(n == 1)
    }

    /// Keep the answer under a key that was taken, in the same transaction as what it answers; without personal data.
    ///
    /// # Errors
    /// When the database is not available.
    pub async fn idem_antwoord(&mut self, sleutel: &str, status: i64, antwoord: &str) -> Result<(), StoreError> {
        let org = self.organisatie().0;
        on!(self.tx()?, |c| sqlx::query(include_str!("idem/antwoord.sql"))
            .bind(org)
            .bind(sleutel)
            .bind(status)
            .bind(antwoord)
            .execute(c)
            .await
            .map(|_| ()))?;
        Ok(())
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
