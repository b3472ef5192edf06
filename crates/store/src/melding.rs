//! The school's own side of a report: draft, sent, and what came back.

use crate::rows::{MeldingRow, Meldingstand};
use crate::{ReadTx, Sealed, StoreError, WriteTx, on};
use policy::handeling::{LeerlingInzien, MeldingstandInzien, MijnInzien};
use policy::{Grant, Handeling, Scope};
use serde::Serialize;
use serde::de::DeserializeOwned;
use uuid::Uuid;

/// A new draft.
#[derive(Debug, Clone)]
pub struct NieuweMelding<'a> {
    /// Key.
    pub id: Uuid,
    /// Pupil.
    pub leerling: Uuid,
    /// Number in the school.
    pub nummer: &'a str,
    /// Kind.
    pub soort: &'a str,
    /// First day.
    pub begin: &'a str,
    /// Last day.
    pub einde: Option<&'a str>,
    /// Minutes.
    pub minuten: i64,
    /// Last day to report.
    pub uiterlijk: Option<&'a str>,
}

pub(crate) fn plek(id: Uuid) -> String {
    format!("melding.inhoud/{id}")
}

impl<H: Handeling> ReadTx<Grant<H>> {
    async fn meldingen_van_leerling(&mut self) -> Result<Sealed<Vec<MeldingRow>>, StoreError> {
        let id = self.mag.leerling().ok_or(StoreError::NietGevonden)?.0;
        let rijen: Vec<MeldingRow> = on!(&mut self.tx, |c| sqlx::query_as(include_str!("melding/van_leerling.sql"))
            .bind(id)
            .fetch_all(c)
            .await)?;
        Ok(Sealed::over(rijen, format!("meldingen van leerling {id}"), vec![id]))
    }
}

impl ReadTx<Grant<LeerlingInzien>> {
    /// Reports about the pupil of this grant.
    ///
    /// # Errors
    /// When the database is not available.
    pub async fn meldingen(&mut self) -> Result<Sealed<Vec<MeldingRow>>, StoreError> {
        self.meldingen_van_leerling().await
    }

    /// One report with its contents.
    ///
    /// # Errors
    /// `NietGevonden` when it is another school's or another pupil's.
    pub async fn melding<T: DeserializeOwned>(&mut self, id: Uuid) -> Result<Sealed<(MeldingRow, T)>, StoreError> {
        let org = self.mag.organisatie().0;
        let rij: Option<MeldingRow> = on!(&mut self.tx, |c| sqlx::query_as(include_str!("melding/een.sql"))
            .bind(id)
            .bind(org)
            .fetch_optional(c)
            .await)?;
        let rij =
            rij.filter(|r| Some(r.leerling) == self.mag.leerling().map(|l| l.0)).ok_or(StoreError::NietGevonden)?;
        let inhoud = serde_json::from_slice(&self.db.bos.open(&plek(id), &rij.inhoud)?)
            .map_err(|_| StoreError::Onleesbaar("melding"))?;
        let wie = rij.leerling;
        Ok(Sealed::over((rij, inhoud), format!("melding {id}"), vec![wie]))
    }
}

impl ReadTx<Grant<MijnInzien>> {
    /// Reports about oneself or one's child.
    ///
    /// # Errors
    /// When the database is not available.
    pub async fn meldingen(&mut self) -> Result<Sealed<Vec<MeldingRow>>, StoreError> {
        self.meldingen_van_leerling().await
    }
}

impl ReadTx<Scope<LeerlingInzien>> {
    /// Reports of the school, newest first.
    ///
    /// # Errors
    /// When the database is not available.
    pub async fn meldingen(&mut self) -> Result<Sealed<Vec<MeldingRow>>, StoreError> {
        let org = self.mag.organisatie().0;
        let rijen: Vec<MeldingRow> =
            on!(&mut self.tx, |c| sqlx::query_as(include_str!("melding/lijst.sql")).bind(org).fetch_all(c).await)?;
        let wie = rijen.iter().map(|r| r.leerling).collect();
        Ok(Sealed::over(rijen, "lijst meldingen", wie))
    }
}

impl ReadTx<Scope<MeldingstandInzien>> {
    /// States of the reports of the school for its system: row and pupil number, newest first, a page at a time.
    ///
    /// # Errors
    /// When the database is not available.
    pub async fn meldingstanden(&mut self, aantal: i64, vanaf: i64) -> Result<Sealed<Vec<Meldingstand>>, StoreError> {
        let org = self.mag.organisatie().0;
        let rijen: Vec<Meldingstand> = on!(&mut self.tx, |c| sqlx::query_as(include_str!("melding/standen.sql"))
            .bind(org)
            .bind(aantal)
            .bind(vanaf)
            .fetch_all(c)
            .await)?;
        let wie = rijen.iter().map(|r| r.leerling).collect();
        Ok(Sealed::over(rijen, "standen van meldingen", wie))
    }

    /// The state of one report by its number in the school.
    ///
    /// # Errors
    /// `NietGevonden` when this school has no such report.
    pub async fn meldingstand(&mut self, nummer: &str) -> Result<Sealed<Meldingstand>, StoreError> {
        let org = self.mag.organisatie().0;
        let rij: Option<Meldingstand> = on!(&mut self.tx, |c| sqlx::query_as(include_str!("melding/stand_een.sql"))
            .bind(org)
            .bind(nummer)
            .fetch_optional(c)
            .await)?;
        let rij = rij.ok_or(StoreError::NietGevonden)?;
        let wie = rij.leerling;
        Ok(Sealed::over(rij, "stand van een melding", vec![wie]))
    }
}

impl WriteTx {
    /// Reports about a pupil, for the rules (restart of the count).
    ///
    /// # Errors
    /// When the database is not available.
    pub async fn meldingen_over(&mut self, leerling: Uuid) -> Result<Vec<MeldingRow>, StoreError> {
        Ok(on!(self.tx()?, |c| sqlx::query_as(include_str!("melding/van_leerling.sql"))
            .bind(leerling)
            .fetch_all(c)
            .await)?)
    }

    /// One report of this school with its contents.
    ///
    /// # Errors
    /// `NietGevonden` when it is another school's.
    pub async fn melding<T: DeserializeOwned>(&mut self, id: Uuid) -> Result<(MeldingRow, T), StoreError> {
        let org = self.organisatie().0;
        let rij: Option<MeldingRow> = on!(self.tx()?, |c| sqlx::query_as(include_str!("melding/een.sql"))
            .bind(id)
            .bind(org)
            .fetch_optional(c)
            .await)?;
        let rij = rij.ok_or(StoreError::NietGevonden)?;
        let inhoud = serde_json::from_slice(&self.db.bos.open(&plek(id), &rij.inhoud)?)
            .map_err(|_| StoreError::Onleesbaar("melding"))?;
        Ok((rij, inhoud))
    }

    /// Add a draft.
    ///
    /// # Errors
    /// `Conflict` when there is one already for this pupil, kind and first day.
    pub async fn melding_toevoegen<T: Serialize>(
        &mut self,
        m: &NieuweMelding<'_>,
        inhoud: &T,
    ) -> Result<(), StoreError> {
        let (org, nu) = (self.organisatie().0, self.nu().micros());
        let dicht = self.sluit_melding(m.id, inhoud)?;
        on!(self.tx()?, |c| sqlx::query(include_str!("melding/toevoegen.sql"))
            .bind(m.id)
            .bind(org)
            .bind(m.leerling)
            .bind(m.nummer)
            .bind(m.soort)
            .bind(m.begin)
            .bind(m.einde)
            .bind(m.minuten)
            .bind(m.uiterlijk)
            .bind(nu)
            .bind(dicht)
            .execute(c)
            .await
            .map(|_| ()))
        .map_err(|e| StoreError::from(e).uniek())
    }

    /// Change a draft.
    ///
    /// # Errors
    /// `Conflict` when somebody changed or sent it first.
    pub async fn melding_wijzigen<T: Serialize>(
        &mut self,
        id: Uuid,
        versie: i64,
        minuten: i64,
        inhoud: &T,
    ) -> Result<(), StoreError> {
        let (dicht, org) = (self.sluit_melding(id, inhoud)?, self.organisatie().0);
        let n = on!(self.tx()?, |c| sqlx::query(include_str!("melding/wijzigen.sql"))
            .bind(id)
            .bind(versie)
            .bind(dicht)
            .bind(minuten)
            .bind(org)
            .execute(c)
            .await
            .map(|r| r.rows_affected()))?;
        if n == 1 { Ok(()) } else { Err(StoreError::Conflict) }
    }

    /// Freeze a draft as sent.
    ///
    /// # Errors
    /// `Conflict` when it is sent already or changed meanwhile.
    pub async fn melding_verzenden<T: Serialize>(
        &mut self,
        id: Uuid,
        versie: i64,
        inhoud: &T,
    ) -> Result<(), StoreError> {
        let dicht = self.sluit_melding(id, inhoud)?;
        let (org, nu) = (self.organisatie().0, self.nu().micros());
        let n = on!(self.tx()?, |c| sqlx::query(include_str!("melding/verzenden.sql"))
            .bind(id)
            .bind(versie)
            .bind(dicht)
            .bind(nu)
            .bind(org)
            .execute(c)
            .await
            .map(|r| r.rows_affected()))?;
        if n == 1 { Ok(()) } else { Err(StoreError::Conflict) }
    }

    /// Withdraw a report; its signal goes, so that its lessons count again.
    ///
    /// # Errors
    /// `Conflict` when it was withdrawn already.
    pub async fn melding_intrekken(&mut self, id: Uuid, reden: Option<&str>) -> Result<(), StoreError> {
        let org = self.organisatie().0;
        let n = on!(self.tx()?, |c| sqlx::query(include_str!("melding/intrekken.sql"))
            .bind(id)
            .bind(org)
            .bind(reden)
            .execute(c)
            .await
            .map(|r| r.rows_affected()))?;
        if n != 1 {
            return Err(StoreError::Conflict);
        }
        on!(self.tx()?, |c| sqlx::query(include_str!("melding/signaal_weg.sql"))
            .bind(id)
            .bind(org)
            .execute(c)
            .await
            .map(|_| ()))?;
        Ok(())
    }

    /// What the register says of a report: number and date once, state each time.
    ///
    /// # Errors
    /// `NietGevonden` when the school has no such report.
    pub async fn registerstand_zetten(
        &mut self,
        nummer: &str,
        registernummer: &str,
        datum: i64,
        stand: &str,
        reden: Option<&str>,
        terug: Option<&str>,
    ) -> Result<(), StoreError> {
        let org = self.organisatie().0;
        let n = on!(self.tx()?, |c| sqlx::query(include_str!("melding/registerstand.sql"))
            .bind(org)
            .bind(nummer)
            .bind(registernummer)
            .bind(datum)
            .bind(stand)
            .bind(reden)
            .bind(terug)
            .execute(c)
            .await
            .map(|r| r.rows_affected()))?;
        if n == 1 { Ok(()) } else { Err(StoreError::NietGevonden) }
    }

    /// Note that the municipality asks for the overview of a report.
    ///
    /// # Errors
    /// `NietGevonden` when the school has no such report.
    pub async fn overzicht_vraag_ontvangen(&mut self, registernummer: &str) -> Result<(), StoreError> {
        let (org, nu) = (self.organisatie().0, self.nu().micros());
        let n = on!(self.tx()?, |c| sqlx::query(include_str!("melding/overzicht_gevraagd.sql"))
            .bind(org)
            .bind(registernummer)
            .bind(nu)
            .execute(c)
            .await
            .map(|r| r.rows_affected()))?;
        if n == 1 { Ok(()) } else { Err(StoreError::NietGevonden) }
    }

    fn sluit_melding<T: Serialize>(&self, id: Uuid, inhoud: &T) -> Result<Vec<u8>, StoreError> {
        let json = serde_json::to_vec(inhoud).map_err(|_| StoreError::Onleesbaar("melding"))?;
        self.db.bos.sluit(&plek(id), &json)
    }
}
