//! Enrolments that a school system hands in: look up, and change what is there.

use crate::rows::LeerlingRow;
use crate::{StoreError, WriteTx, on};
use domain::waarden::Pgn;
use uuid::Uuid;

impl WriteTx {
    /// The pupil with this number at the school of this transaction.
    ///
    /// # Errors
    /// When the database is not available.
    pub async fn leerling_op_nummer(&mut self, nummer: &str) -> Result<Option<LeerlingRow>, StoreError> {
        let org = self.organisatie().0;
        Ok(on!(self.tx()?, |c| sqlx::query_as(include_str!("inschrijving/op_nummer.sql"))
            .bind(nummer)
            .bind(org)
            .fetch_optional(c)
            .await)?)
    }

    /// The class with this name at the school of this transaction.
    ///
    /// # Errors
    /// When the database is not available.
    pub async fn klas_op_naam(&mut self, naam: &str) -> Result<Option<Uuid>, StoreError> {
        let org = self.organisatie().0;
        let rij: Option<(Uuid,)> = on!(self.tx()?, |c| sqlx::query_as(include_str!("inschrijving/klas.sql"))
            .bind(org)
            .bind(naam)
            .fetch_optional(c)
            .await)?;
        Ok(rij.map(|r| r.0))
    }

    /// The person with this number, and the birth date that belongs to it: whoever does not know that date gets nothing.
    ///
    /// # Errors
    /// When the database is not available.
    pub async fn persoon_op_nummer(&mut self, pgn: &Pgn) -> Result<Option<(Uuid, String)>, StoreError> {
        let index = self.db.bos.index(&pgn.onthul());
        Ok(on!(self.tx()?, |c| sqlx::query_as(include_str!("inschrijving/persoon.sql"))
            .bind(index)
            .fetch_optional(c)
            .await)?)
    }

    /// Change class and dates of a pupil of this school.
    ///
    /// # Errors
    /// `NietGevonden` when it is another school's.
    pub async fn leerling_wijzigen(
        &mut self,
        id: Uuid,
        klas: Uuid,
        ingeschreven: &str,
        uitgeschreven: Option<&str>,
        startkwalificatie: Option<&str>,
    ) -> Result<(), StoreError> {
        let org = self.organisatie().0;
        let n = on!(self.tx()?, |c| sqlx::query(include_str!("inschrijving/wijzigen.sql"))
            .bind(id)
            .bind(org)
            .bind(klas)
            .bind(ingeschreven)
            .bind(uitgeschreven)
            .bind(startkwalificatie)
            .execute(c)
            .await
            .map(|u| u.rows_affected()))?;
        if n == 1 { Ok(()) } else { Err(StoreError::NietGevonden) }
    }
}
