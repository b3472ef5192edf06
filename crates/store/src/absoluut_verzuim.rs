//! The daily set of a municipality: who must be at school and is enrolled nowhere (B-050).

use crate::{StoreError, WriteTx, on};
use uuid::Uuid;

/// Person, first day, last day if it has one, and the day of the startkwalificatie if there is one.
pub type InschrijvingRij = (Uuid, String, Option<String>, Option<String>);

impl WriteTx {
    /// Who lives in this municipality and was born after a day, with the birth date; in order of person.
    ///
    /// # Errors
    /// When the database is not available.
    pub async fn inwoners(&mut self, geboren_na: &str) -> Result<Vec<(Uuid, String)>, StoreError> {
        let org = self.organisatie().0;
        Ok(on!(self.tx()?, |c| sqlx::query_as(include_str!("absoluut_verzuim/inwoners.sql"))
            .bind(org)
            .bind(geboren_na)
            .fetch_all(c)
            .await)?)
    }

    /// Their enrolments at schools here, in order of person.
    ///
    /// # Errors
    /// When the database is not available.
    pub async fn inschrijvingen_van_inwoners(&mut self, geboren_na: &str) -> Result<Vec<InschrijvingRij>, StoreError> {
        let org = self.organisatie().0;
        Ok(on!(self.tx()?, |c| sqlx::query_as(include_str!("absoluut_verzuim/inschrijvingen.sql"))
            .bind(org)
            .bind(geboren_na)
            .fetch_all(c)
            .await)?)
    }

    /// The set as it was determined last: person and since when, in order of person.
    ///
    /// # Errors
    /// When the database is not available.
    pub async fn absoluut_verzuim(&mut self) -> Result<Vec<(Uuid, String)>, StoreError> {
        let org = self.organisatie().0;
        Ok(on!(self.tx()?, |c| sqlx::query_as(include_str!("absoluut_verzuim/gisteren.sql"))
            .bind(org)
            .fetch_all(c)
            .await)?)
    }

    /// Somebody is in the set, since a day; found on a day.
    ///
    /// # Errors
    /// When the database is not available.
    pub async fn absoluut_verzuim_erbij(&mut self, persoon: Uuid, sinds: &str, op: &str) -> Result<(), StoreError> {
        let org = self.organisatie().0;
        Ok(on!(self.tx()?, |c| sqlx::query(include_str!("absoluut_verzuim/erbij.sql"))
            .bind(org)
            .bind(persoon)
            .bind(sinds)
            .bind(op)
            .execute(c)
            .await
            .map(|_| ()))?)
    }

    /// Somebody is not in the set any more.
    ///
    /// # Errors
    /// When the database is not available.
    pub async fn absoluut_verzuim_eraf(&mut self, persoon: Uuid) -> Result<(), StoreError> {
        let org = self.organisatie().0;
        Ok(on!(self.tx()?, |c| sqlx::query(include_str!("absoluut_verzuim/eraf.sql"))
            .bind(org)
            .bind(persoon)
            .execute(c)
            .await
            .map(|_| ()))?)
    }
}
