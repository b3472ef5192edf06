//! The register's own tables. Schools and municipalities reach them only by message.

use crate::rows::RegistermeldingRow;
use crate::{ReadTx, StoreError, WriteTx, on};
use policy::Scope;
use policy::handeling::RegisterInzien;
use uuid::Uuid;

impl ReadTx<Scope<RegisterInzien>> {
    /// Reports with number, addressee and state; the contents stay sealed (BR-70), so nobody's data are read.
    ///
    /// # Errors
    /// When the database is not available.
    pub async fn registermeldingen(&mut self) -> Result<Vec<RegistermeldingRow>, StoreError> {
        Ok(on!(&mut self.tx, |c| sqlx::query_as(include_str!("registermelding/lijst.sql")).fetch_all(c).await)?)
    }

    /// Messages between organisations: kind, from, to, state, made, handled.
    ///
    /// # Errors
    /// When the database is not available.
    pub async fn berichten(&mut self) -> Result<Vec<(String, Uuid, Uuid, String, i64, Option<i64>)>, StoreError> {
        Ok(on!(&mut self.tx, |c| sqlx::query_as(include_str!("bericht/lijst.sql")).fetch_all(c).await)?)
    }
}

impl WriteTx {
    /// Register a report once; a repeat of the same school and number changes nothing.
    /// Returns whether it was new.
    ///
    /// # Errors
    /// When the database is not available.
    pub async fn registermelding_toevoegen(
        &mut self,
        r: &RegistermeldingRow,
        inhoud: &[u8],
    ) -> Result<bool, StoreError> {
        let dicht = self.db.bos.sluit(&format!("registermelding.inhoud/{}", r.id), inhoud)?;
        let n = on!(self.tx()?, |c| sqlx::query(include_str!("registermelding/toevoegen.sql"))
            .bind(r.id)
            .bind(&r.nummer)
            .bind(r.school)
            .bind(&r.meldingnummer)
            .bind(&r.soort)
            .bind(r.ontvangen)
            .bind(r.ontvanger)
            .bind(&r.afdeling)
            .bind(r.zonder_brp)
            .bind(&r.route)
            .bind(dicht)
            .execute(c)
            .await
            .map(|r| r.rows_affected()))?;
        Ok(n == 1)
    }

    /// The register's copy of a school's report.
    ///
    /// # Errors
    /// When the database is not available.
    pub async fn registermelding_van(
        &mut self,
        school: Uuid,
        meldingnummer: &str,
    ) -> Result<Option<RegistermeldingRow>, StoreError> {
        Ok(on!(self.tx()?, |c| sqlx::query_as(include_str!("registermelding/van_school.sql"))
            .bind(school)
            .bind(meldingnummer)
            .fetch_optional(c)
            .await)?)
    }

    /// The register's copy by register number.
    ///
    /// # Errors
    /// When the database is not available.
    pub async fn registermelding_op_nummer(&mut self, nummer: &str) -> Result<Option<RegistermeldingRow>, StoreError> {
        Ok(on!(self.tx()?, |c| sqlx::query_as(include_str!("registermelding/op_nummer.sql"))
            .bind(nummer)
            .fetch_optional(c)
            .await)?)
    }

    /// Set the state of a report in the register.
    ///
    /// # Errors
    /// When the database is not available.
    pub async fn registermelding_stand(&mut self, nummer: &str, stand: &str) -> Result<(), StoreError> {
        on!(self.tx()?, |c| sqlx::query(include_str!("registermelding/stand.sql"))
            .bind(nummer)
            .bind(stand)
            .execute(c)
            .await
            .map(|_| ()))?;
        Ok(())
    }
}
