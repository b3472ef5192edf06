//! People who can sign in, their roles, and keys of systems.

use crate::{StoreError, WriteTx, on};
use uuid::Uuid;

/// A new account.
#[derive(Debug, Clone)]
pub struct NieuweGebruiker<'a> {
    /// Key.
    pub id: Uuid,
    /// Sign-in code, unique.
    pub code: &'a str,
    /// Name.
    pub naam: &'a str,
    /// Person in the BRP copy, for parents and pupils.
    pub persoon: Option<Uuid>,
    /// Invented person of the demo: signs in without password, only in demo mode.
    pub demo: bool,
    /// Argon2id hash.
    pub wachtwoord: Option<&'a str>,
    /// Secret of the one-time code.
    pub totp: Option<&'a [u8]>,
}

impl WriteTx {
    /// Add an account.
    ///
    /// # Errors
    /// `Conflict` when the code is taken.
    pub async fn gebruiker_toevoegen(&mut self, g: &NieuweGebruiker<'_>) -> Result<(), StoreError> {
        let totp = match g.totp {
            Some(t) => Some(self.db.bos.sluit(&format!("gebruiker.totp/{}", g.id), t)?),
            None => None,
        };
        on!(self.tx()?, |c| sqlx::query(include_str!("gebruiker/toevoegen.sql"))
            .bind(g.id)
            .bind(g.code)
            .bind(g.naam)
            .bind(g.persoon)
            .bind(g.demo)
            .bind(g.wachtwoord)
            .bind(totp)
            .execute(c)
            .await
            .map(|_| ()))
        .map_err(|e| StoreError::from(e).uniek())
    }

    /// Give an account a role at an organisation.
    ///
    /// # Errors
    /// `Conflict` when it has it already.
    pub async fn rol_toekennen(
        &mut self,
        gebruiker: Uuid,
        organisatie: Uuid,
        rol: &str,
        van: &str,
        tot: Option<&str>,
    ) -> Result<(), StoreError> {
        on!(self.tx()?, |c| sqlx::query(include_str!("gebruiker/rol.sql"))
            .bind(gebruiker)
            .bind(organisatie)
            .bind(rol)
            .bind(van)
            .bind(tot)
            .execute(c)
            .await
            .map(|_| ()))
        .map_err(|e| StoreError::from(e).uniek())
    }

    /// Bind a mentor or teacher to a class.
    ///
    /// # Errors
    /// When the database is not available.
    pub async fn klas_medewerker_toevoegen(&mut self, klas: Uuid, gebruiker: Uuid) -> Result<(), StoreError> {
        on!(self.tx()?, |c| sqlx::query(include_str!("gebruiker/klas.sql"))
            .bind(klas)
            .bind(gebruiker)
            .bind(None::<String>)
            .bind(None::<String>)
            .execute(c)
            .await
            .map(|_| ()))?;
        Ok(())
    }

    /// Store the hash of a key for a system of an organisation; the key itself is never stored.
    ///
    /// # Errors
    /// When the database is not available.
    pub async fn api_sleutel_toevoegen(
        &mut self,
        hash: &[u8],
        organisatie: Uuid,
        naam: &str,
    ) -> Result<(), StoreError> {
        let nu = self.nu().micros();
        on!(self.tx()?, |c| sqlx::query(include_str!("gebruiker/sleutel.sql"))
            .bind(hash.to_vec())
            .bind(organisatie)
            .bind(naam)
            .bind(nu)
            .execute(c)
            .await
            .map(|_| ()))?;
        Ok(())
    }
}
