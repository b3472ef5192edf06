//! Organisations, their calendar and their absence codes.

use crate::rows::OrganisatieRow;
use crate::{StoreError, WriteTx, on};

impl WriteTx {
    /// Add an organisation.
    ///
    /// # Errors
    /// `Conflict` when the code is taken.
    pub async fn organisatie_toevoegen(&mut self, o: &OrganisatieRow) -> Result<(), StoreError> {
        on!(self.tx()?, |c| sqlx::query(include_str!("organisatie/toevoegen.sql"))
            .bind(o.id)
            .bind(&o.code)
            .bind(&o.soort)
            .bind(&o.naam)
            .bind(&o.brin)
            .bind(&o.gemeente_code)
            .bind(&o.onderwijssoort)
            .bind(&o.vakantieregio)
            .bind(o.lesuur_minuten)
            .bind(o.te_laat_heel_lesuur)
            .bind(&o.email)
            .bind(&o.telefoon)
            .bind(o.regeling)
            .execute(c)
            .await
            .map(|_| ()))
        .map_err(|e| StoreError::from(e).uniek())
    }

    /// Replace the school's own calendar by these vacations (`vakantie`) and free days (`vrij`);
    /// an empty list means: follow the region.
    ///
    /// # Errors
    /// When the database is not available.
    pub async fn kalender_vervangen(&mut self, dagen: &[(String, String, String)]) -> Result<(), StoreError> {
        let organisatie = self.organisatie().0;
        on!(self.tx()?, |c| sqlx::query(include_str!("organisatie/kalender_leeg.sql"))
            .bind(organisatie)
            .execute(c)
            .await
            .map(|_| ()))?;
        for (soort, begin, einde) in dagen {
            on!(self.tx()?, |c| sqlx::query(include_str!("organisatie/kalender_toevoegen.sql"))
                .bind(organisatie)
                .bind(soort)
                .bind(begin)
                .bind(einde)
                .execute(c)
                .await
                .map(|_| ()))?;
        }
        Ok(())
    }

    /// Replace the times of the lessons: lesson, begin, end in minutes after midnight; empty means the usual times.
    ///
    /// # Errors
    /// When the database is not available.
    pub async fn lestijden_vervangen(&mut self, tijden: &[(i64, i64, i64)]) -> Result<(), StoreError> {
        let organisatie = self.organisatie().0;
        on!(self.tx()?, |c| sqlx::query(include_str!("organisatie/lestijden_leeg.sql"))
            .bind(organisatie)
            .execute(c)
            .await
            .map(|_| ()))?;
        for (lesuur, begin, einde) in tijden {
            on!(self.tx()?, |c| sqlx::query(include_str!("organisatie/lestijd_toevoegen.sql"))
                .bind(organisatie)
                .bind(*lesuur)
                .bind(*begin)
                .bind(*einde)
                .execute(c)
                .await
                .map(|_| ()))?;
        }
        Ok(())
    }

    /// Take back what one absence code means from a day on.
    ///
    /// # Errors
    /// When the database is not available.
    pub async fn verzuimcode_verwijderen(&mut self, code: &str, vanaf: &str) -> Result<(), StoreError> {
        let organisatie = self.organisatie().0;
        on!(self.tx()?, |c| sqlx::query(include_str!("organisatie/code_verwijderen.sql"))
            .bind(organisatie)
            .bind(code)
            .bind(vanaf)
            .execute(c)
            .await
            .map(|_| ()))?;
        Ok(())
    }

    /// Set what one absence code means from a day on.
    ///
    /// # Errors
    /// When the database is not available.
    pub async fn verzuimcode_zetten(
        &mut self,
        code: &str,
        status: &str,
        vanaf: &str,
        tot: Option<&str>,
    ) -> Result<(), StoreError> {
        let organisatie = self.organisatie().0;
        on!(self.tx()?, |c| sqlx::query(include_str!("organisatie/code_zetten.sql"))
            .bind(organisatie)
            .bind(code)
            .bind(status)
            .bind(vanaf)
            .bind(tot)
            .execute(c)
            .await
            .map(|_| ()))?;
        Ok(())
    }
}
