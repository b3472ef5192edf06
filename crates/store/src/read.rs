//! Reading: personal data leaves only after the log line about it is durable.

use crate::log::{self, Event, LogRow, Wie};
use crate::write::RawTx;
use crate::{Db, StoreError, Tx, on};
use domain::id::OrganisatieId;
use domain::waarden::Tijdstip;
use policy::handeling::LogInzien;
use policy::{Grant, Handeling, Scope};
use uuid::Uuid;

/// A read transaction under a grant or scope `M`.
pub struct ReadTx<M> {
    pub(crate) db: Db,
    pub(crate) tx: Tx,
    pub(crate) mag: M,
    organisatie: OrganisatieId,
    wie: Wie,
    nu: Tijdstip,
}

/// Personal data that nobody has seen yet.
#[must_use = "sealed data has not been logged and cannot be shown"]
pub struct Sealed<T> {
    waarde: T,
    voorwerp: String,
    betrokkenen: Vec<Uuid>,
}

impl<T> Sealed<T> {
    pub(crate) fn over(waarde: T, voorwerp: impl Into<String>, betrokkenen: Vec<Uuid>) -> Self {
        Self { waarde, voorwerp: voorwerp.into(), betrokkenen }
    }
}

impl Db {
    /// Read under a grant: one thing.
    ///
    /// # Errors
    /// When the database is not available.
    pub async fn read<H: Handeling>(
        &self,
        mag: Grant<H>,
        nu: Tijdstip,
        spoor: &str,
    ) -> Result<ReadTx<Grant<H>>, StoreError> {
        let (organisatie, wie) = (mag.organisatie(), Wie::uit(&mag, spoor));
        Ok(ReadTx { db: self.clone(), tx: self.lees().await?, mag, organisatie, wie, nu })
    }

    /// Read under a scope: a list.
    ///
    /// # Errors
    /// When the database is not available.
    pub async fn list<H: Handeling>(
        &self,
        mag: Scope<H>,
        nu: Tijdstip,
        spoor: &str,
    ) -> Result<ReadTx<Scope<H>>, StoreError> {
        let (organisatie, wie) = (mag.organisatie(), Wie::uit_scope(&mag, spoor));
        Ok(ReadTx { db: self.clone(), tx: self.lees().await?, mag, organisatie, wie, nu })
    }
}

impl<M> ReadTx<M> {
    /// Log that these persons' data are read, wait until that is on disk, and only then hand them out.
    ///
    /// # Errors
    /// When the log cannot be written: then nothing is shown (fail closed).
    pub async fn open<T>(&self, dicht: Sealed<T>) -> Result<T, StoreError> {
        if dicht.betrokkenen.is_empty() {
            return Ok(dicht.waarde);
        }
        let mut raw = RawTx::begin_naast(&self.db).await?;
        let mut gezien = std::collections::HashSet::new();
        for b in dicht.betrokkenen.iter().filter(|b| gezien.insert(**b)) {
            let event = Event::gelezen(dicht.voorwerp.clone(), Some(*b));
            log::schrijf(raw.tx()?, self.organisatie, &self.wie, &event, self.nu).await?;
        }
        raw.commit().await?;
        Ok(dicht.waarde)
    }
}

impl ReadTx<Scope<LogInzien>> {
    /// The newest lines of all chains, newest first. Keys only, so nothing to seal.
    ///
    /// # Errors
    /// When the database is not available.
    pub async fn logboek(&mut self, hoeveel: i64) -> Result<Vec<LogRow>, StoreError> {
        Ok(on!(&mut self.tx, |c| sqlx::query_as(include_str!("log/laatste.sql")).bind(hoeveel).fetch_all(c).await)?)
    }
}
