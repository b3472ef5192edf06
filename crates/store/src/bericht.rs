//! Messages between organisations: written in the transaction of the sender, handled in one of the addressee.

use crate::rows::BerichtRow;
use crate::write::RawTx;
use crate::{Db, StoreError, WriteTx, on};
use serde::Serialize;
use uuid::Uuid;

fn plek(sleutel: &str) -> String {
    format!("bericht.inhoud/{sleutel}")
}

impl WriteTx {
    /// Send a message. The key makes it arrive once, however often it is sent.
    ///
    /// # Errors
    /// When the database is not available.
    pub async fn bericht_versturen<T: Serialize>(
        &mut self,
        id: Uuid,
        naar: Uuid,
        soort: &str,
        sleutel: &str,
        inhoud: &T,
    ) -> Result<(), StoreError> {
        let (van, nu) = (self.organisatie().0, self.nu().micros());
        let json = serde_json::to_vec(inhoud).map_err(|_| StoreError::Onleesbaar("bericht"))?;
        let dicht = self.db.bos.sluit(&plek(sleutel), &json)?;
        on!(self.tx()?, |c| sqlx::query(include_str!("bericht/toevoegen.sql"))
            .bind(id)
            .bind(van)
            .bind(naar)
            .bind(soort)
            .bind(sleutel)
            .bind(dicht)
            .bind(nu)
            .execute(c)
            .await
            .map(|_| ()))?;
        Ok(())
    }

    /// Mark a message as handled in this very transaction; false when somebody else did it first.
    ///
    /// # Errors
    /// When the database is not available.
    pub async fn bericht_verwerkt(&mut self, id: Uuid) -> Result<bool, StoreError> {
        let nu = self.nu().micros();
        let n = on!(self.tx()?, |c| sqlx::query(include_str!("bericht/verwerkt.sql"))
            .bind(id)
            .bind(nu)
            .execute(c)
            .await
            .map(|r| r.rows_affected()))?;
        Ok(n == 1)
    }
}

impl Db {
    /// Messages that wait, oldest first, with opened contents, for the dispatcher only.
    ///
    /// # Errors
    /// When the database is not available.
    pub async fn open_berichten(&self, hoeveel: i64) -> Result<Vec<(BerichtRow, Vec<u8>)>, StoreError> {
        let mut tx = self.lees().await?;
        let rijen: Vec<BerichtRow> =
            on!(&mut tx, |c| sqlx::query_as(include_str!("bericht/open.sql")).bind(hoeveel).fetch_all(c).await)?;
        rijen.into_iter().map(|r| self.bos.open(&plek(&r.sleutel), &r.inhoud).map(|i| (r, i))).collect()
    }

    /// Count a failed attempt; after twenty the message waits for a person.
    ///
    /// # Errors
    /// When the database is not available.
    pub async fn bericht_mislukt(&self, id: Uuid) -> Result<(), StoreError> {
        let mut raw = RawTx::begin(self).await?;
        on!(raw.tx()?, |c| sqlx::query(include_str!("bericht/mislukt.sql")).bind(id).execute(c).await.map(|_| ()))?;
        raw.commit().await
    }
}
