//! Jobs that must run once per day.

use crate::{StoreError, WriteTx, on};

impl WriteTx {
    /// Claim a job for a day, in the same transaction as its work; `false` when it was done already.
    ///
    /// # Errors
    /// When the database is not available.
    pub async fn taak_nemen(&mut self, taak: &str, dag: &str) -> Result<bool, StoreError> {
        let n = on!(self.tx()?, |c| sqlx::query(include_str!("taak/klaar.sql"))
            .bind(taak)
            .bind(dag)
            .execute(c)
            .await
            .map(|r| r.rows_affected()))?;
        Ok(n == 1)
    }
}
