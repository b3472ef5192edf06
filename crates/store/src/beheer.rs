//! What a beheerder sees: who can sign in, and as what. Never pupils.

use crate::{Db, ReadTx, StoreError, WriteTx, on};
use policy::Grant;
use policy::handeling::Beheren;
use uuid::Uuid;

/// An account in one role: code, name, role, organisation, last day.
pub type Mens = (String, String, String, String, Option<String>);

impl ReadTx<Grant<Beheren>> {
    /// Everybody who can sign in, per role.
    ///
    /// # Errors
    /// When the database is not available.
    pub async fn mensen(&mut self) -> Result<Vec<Mens>, StoreError> {
        Ok(on!(&mut self.tx, |c| sqlx::query_as(include_str!("beheer/mensen.sql")).fetch_all(c).await)?)
    }
}

impl WriteTx {
    /// End a role of an account after a day; its sessions end with it.
    ///
    /// # Errors
    /// When the database is not available.
    pub async fn rol_beeindigen(&mut self, gebruiker: Uuid, rol: &str, tot: &str) -> Result<(), StoreError> {
        on!(self.tx()?, |c| sqlx::query(include_str!("beheer/rol_einde.sql"))
            .bind(gebruiker)
            .bind(rol)
            .bind(tot)
            .execute(c)
            .await
            .map(|_| ()))?;
        Ok(())
    }
}

impl Db {
    /// Open the sealed secret of the one-time code of an account.
    ///
    /// # Errors
    /// When the sealed field does not open.
    pub fn totp(&self, gebruiker: Uuid, dicht: &[u8]) -> Result<Vec<u8>, StoreError> {
        self.bos.open(&format!("gebruiker.totp/{gebruiker}"), dicht)
    }
}
