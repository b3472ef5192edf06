//! Files that a school loads: sealed until they are processed, then only the report stays.

use crate::rows::BestandRow;
use crate::{ReadTx, StoreError, WriteTx, on};
use policy::Scope;
use policy::handeling::BestandLaden;
use uuid::Uuid;

impl ReadTx<Scope<BestandLaden>> {
    /// Files of this school, newest first; names and counts only.
    ///
    /// # Errors
    /// When the database is not available.
    pub async fn bestanden(&mut self) -> Result<Vec<BestandRow>, StoreError> {
        let org = self.mag.organisatie().0;
        Ok(on!(&mut self.tx, |c| sqlx::query_as(include_str!("bestand/lijst.sql")).bind(org).fetch_all(c).await)?)
    }

    /// One file of this school.
    ///
    /// # Errors
    /// `NietGevonden` when it is another school's.
    pub async fn bestand(&mut self, id: Uuid) -> Result<BestandRow, StoreError> {
        let org = self.mag.organisatie().0;
        let r: Option<BestandRow> = on!(&mut self.tx, |c| sqlx::query_as(include_str!("bestand/een.sql"))
            .bind(id)
            .bind(org)
            .fetch_optional(c)
            .await)?;
        r.ok_or(StoreError::NietGevonden)
    }

    /// How this school laid out a file with these headings before.
    ///
    /// # Errors
    /// When the database is not available.
    pub async fn kolommen_onthouden(&mut self, handtekening: &str) -> Result<Option<String>, StoreError> {
        let org = self.mag.organisatie().0;
        let r: Option<(String,)> = on!(&mut self.tx, |c| sqlx::query_as(include_str!("bestand/onthouden.sql"))
            .bind(org)
            .bind(handtekening)
            .fetch_optional(c)
            .await)?;
        Ok(r.map(|r| r.0))
    }
}

impl WriteTx {
    /// Keep an uploaded file, sealed.
    ///
    /// # Errors
    /// When the database is not available.
    pub async fn bestand_toevoegen(
        &mut self,
        id: Uuid,
        naam: &str,
        vingerafdruk: &[u8],
        inhoud: &[u8],
        kolommen: &str,
        rijen: i64,
        door: Uuid,
    ) -> Result<(), StoreError> {
        let (org, nu) = (self.organisatie().0, self.nu().micros());
        let dicht = self.db.bos.sluit(&format!("bestand.inhoud/{id}"), inhoud)?;
        on!(self.tx()?, |c| sqlx::query(include_str!("bestand/toevoegen.sql"))
            .bind(id)
            .bind(org)
            .bind(naam)
            .bind(vingerafdruk.to_vec())
            .bind(dicht)
            .bind(kolommen)
            .bind(rijen)
            .bind(door)
            .bind(nu)
            .execute(c)
            .await
            .map(|_| ()))?;
        Ok(())
    }

    /// An earlier load of the very same bytes: key and moment.
    ///
    /// # Errors
    /// When the database is not available.
    pub async fn bestand_gelijk(&mut self, vingerafdruk: &[u8]) -> Result<Option<(Uuid, i64)>, StoreError> {
        let org = self.organisatie().0;
        Ok(on!(self.tx()?, |c| sqlx::query_as(include_str!("bestand/gelijk.sql"))
            .bind(org)
            .bind(vingerafdruk.to_vec())
            .fetch_optional(c)
            .await)?)
    }

    /// One file of this school, to work on.
    ///
    /// # Errors
    /// `NietGevonden` when it is another school's.
    pub async fn bestand(&mut self, id: Uuid) -> Result<BestandRow, StoreError> {
        let org = self.organisatie().0;
        let r: Option<BestandRow> = on!(self.tx()?, |c| sqlx::query_as(include_str!("bestand/een.sql"))
            .bind(id)
            .bind(org)
            .fetch_optional(c)
            .await)?;
        r.ok_or(StoreError::NietGevonden)
    }

    /// The bytes of a file that is not processed yet.
    ///
    /// # Errors
    /// `NietGevonden` when there is no such file or its contents are gone.
    pub async fn bestand_inhoud(&mut self, id: Uuid) -> Result<Vec<u8>, StoreError> {
        let org = self.organisatie().0;
        let r: Option<(Option<Vec<u8>>,)> = on!(self.tx()?, |c| sqlx::query_as(include_str!("bestand/inhoud.sql"))
            .bind(id)
            .bind(org)
            .fetch_optional(c)
            .await)?;
        let dicht = r.and_then(|r| r.0).ok_or(StoreError::NietGevonden)?;
        self.db.bos.open(&format!("bestand.inhoud/{id}"), &dicht)
    }

    /// Begin processing with these columns.
    ///
    /// # Errors
    /// When the database is not available.
    pub async fn bestand_start(&mut self, id: Uuid, kolommen: &str) -> Result<(), StoreError> {
        let org = self.organisatie().0;
        on!(self.tx()?, |c| sqlx::query(include_str!("bestand/start.sql"))
            .bind(id)
            .bind(org)
            .bind("bezig")
            .bind(kolommen)
            .execute(c)
            .await
            .map(|_| ()))?;
        Ok(())
    }

    /// Progress or result of a file.
    ///
    /// # Errors
    /// When the database is not available.
    pub async fn bestand_voortgang(
        &mut self,
        id: Uuid,
        stand: &str,
        gedaan: i64,
        nieuw: i64,
        gewijzigd: i64,
        verslag: &str,
    ) -> Result<(), StoreError> {
        let org = self.organisatie().0;
        on!(self.tx()?, |c| sqlx::query(include_str!("bestand/voortgang.sql"))
            .bind(id)
            .bind(org)
            .bind(stand)
            .bind(gedaan)
            .bind(nieuw)
            .bind(gewijzigd)
            .bind(verslag)
            .execute(c)
            .await
            .map(|_| ()))?;
        Ok(())
    }

    /// Remember how this school lays out a file with these headings.
    ///
    /// # Errors
    /// When the database is not available.
    pub async fn kolommen_onthoud(&mut self, handtekening: &str, kolommen: &str) -> Result<(), StoreError> {
        let org = self.organisatie().0;
        on!(self.tx()?, |c| sqlx::query(include_str!("bestand/onthoud.sql"))
            .bind(org)
            .bind(handtekening)
            .bind(kolommen)
            .execute(c)
            .await
            .map(|_| ()))?;
        Ok(())
    }
}
