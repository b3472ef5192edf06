//! Lesson marks, the running count per pupil, and signals.

use crate::rows::{MarkeringRow, SignaalRow};
use crate::{ReadTx, Sealed, StoreError, Tx, WriteTx, on};
use policy::handeling::{LeerlingInzien, MijnInzien};
use policy::{Grant, Handeling, Scope};
use uuid::Uuid;

/// One mark of a bulk load.
#[derive(Debug, Clone)]
pub struct BulkMarkering {
    /// Pupil.
    pub leerling: Uuid,
    /// The mark.
    pub rij: MarkeringRow,
}

/// A signal as the rules found it.
#[derive(Debug, Clone)]
pub struct NieuwSignaal {
    /// Key.
    pub id: Uuid,
    /// Kind.
    pub soort: String,
    /// First day.
    pub begin: String,
    /// Last day.
    pub einde: String,
    /// Threshold reached.
    pub bereikt_op: String,
    /// Last day to report.
    pub uiterlijk: Option<String>,
    /// Minutes.
    pub minuten: i64,
    /// Evidence, JSON.
    pub bewijs: String,
}

/// The running count.
#[derive(Debug, Clone)]
pub struct NieuweStand {
    /// Evaluated on.
    pub peildatum: String,
    /// Certain minutes.
    pub zeker: i64,
    /// With unknown and disputed.
    pub mogelijk: i64,
    /// Times late.
    pub keren_te_laat: i64,
    /// Days away in a row.
    pub dagen_weg: i64,
}

/// Absent somewhere today: pupil, names, class, lesson, status.
pub type DagRow = (Uuid, String, String, String, String, i64, String);

async fn periode(tx: &mut Tx, leerling: Uuid, van: &str, tm: &str) -> Result<Vec<MarkeringRow>, StoreError> {
    Ok(on!(tx, |c| sqlx::query_as(include_str!("aanwezigheid/periode.sql"))
        .bind(leerling)
        .bind(van)
        .bind(tm)
        .fetch_all(c)
        .await)?)
}

impl<H: Handeling> ReadTx<Grant<H>> {
    async fn eigen_markeringen(&mut self, van: &str, tm: &str) -> Result<Sealed<Vec<MarkeringRow>>, StoreError> {
        let id = self.mag.leerling().ok_or(StoreError::NietGevonden)?.0;
        let rijen = periode(&mut self.tx, id, van, tm).await?;
        Ok(Sealed::over(rijen, format!("aanwezigheid van leerling {id}"), vec![id]))
    }
    async fn eigen_signalen(&mut self) -> Result<Sealed<Vec<SignaalRow>>, StoreError> {
        let id = self.mag.leerling().ok_or(StoreError::NietGevonden)?.0;
        let rijen: Vec<SignaalRow> = on!(&mut self.tx, |c| sqlx::query_as(include_str!("aanwezigheid/signalen.sql"))
            .bind(id)
            .fetch_all(c)
            .await)?;
        Ok(Sealed::over(rijen, format!("signalen van leerling {id}"), vec![id]))
    }
}

impl ReadTx<Grant<LeerlingInzien>> {
    /// Marks in a period.
    ///
    /// # Errors
    /// When the database is not available.
    pub async fn markeringen(&mut self, van: &str, tm: &str) -> Result<Sealed<Vec<MarkeringRow>>, StoreError> {
        self.eigen_markeringen(van, tm).await
    }
    /// Signals of the pupil.
    ///
    /// # Errors
    /// When the database is not available.
    pub async fn signalen(&mut self) -> Result<Sealed<Vec<SignaalRow>>, StoreError> {
        self.eigen_signalen().await
    }
}

impl ReadTx<Grant<MijnInzien>> {
    /// Marks in a period.
    ///
    /// # Errors
    /// When the database is not available.
    pub async fn markeringen(&mut self, van: &str, tm: &str) -> Result<Sealed<Vec<MarkeringRow>>, StoreError> {
        self.eigen_markeringen(van, tm).await
    }
}

impl ReadTx<Scope<LeerlingInzien>> {
    /// Everybody of the school with a mark on this day.
    ///
    /// # Errors
    /// When the database is not available.
    pub async fn dag(&mut self, dag: &str) -> Result<Sealed<Vec<DagRow>>, StoreError> {
        let org = self.mag.organisatie().0;
        let rijen: Vec<DagRow> = on!(&mut self.tx, |c| sqlx::query_as(include_str!("aanwezigheid/dag.sql"))
            .bind(org)
            .bind(dag)
            .fetch_all(c)
            .await)?;
        let mut wie: Vec<Uuid> = rijen.iter().map(|r| r.0).collect();
        wie.dedup();
        Ok(Sealed::over(rijen, "lijst vandaag", wie))
    }
    /// Signals that are not reported yet, first deadline first.
    ///
    /// # Errors
    /// When the database is not available.
    pub async fn open_signalen(&mut self) -> Result<Sealed<Vec<SignaalRow>>, StoreError> {
        let org = self.mag.organisatie().0;
        let rijen: Vec<SignaalRow> =
            on!(&mut self.tx, |c| sqlx::query_as(include_str!("aanwezigheid/signalen_open.sql"))
                .bind(org)
                .fetch_all(c)
                .await)?;
        let wie = rijen.iter().map(|r| r.leerling).collect();
        Ok(Sealed::over(rijen, "lijst signalen", wie))
    }
}

impl WriteTx {
    /// Add or change many marks; returns how many rows really changed.
    ///
    /// # Errors
    /// When the database is not available.
    pub async fn markeringen_zetten(&mut self, rijen: &[BulkMarkering], bron: &str) -> Result<u64, StoreError> {
        let mut geraakt = 0;
        for deel in rijen.chunks(2000) {
            let json = serde_json::Value::Array(
                deel.iter()
                    .map(|b| {
                        serde_json::json!({ "l": b.leerling.simple().to_string(), "d": b.rij.datum, "u": b.rij.lesuur, "m": b.rij.minuten, "s": b.rij.status, "t": b.rij.minuten_te_laat })
                    })
                    .collect(),
            )
            .to_string();
            geraakt += match self.tx()? {
                Tx::Sqlite(t) => sqlx::query(include_str!("aanwezigheid/bulk.sqlite.sql"))
                    .bind(json)
                    .bind(bron)
                    .execute(t.conn())
                    .await?
                    .rows_affected(),
                Tx::Postgres(t) => sqlx::query(include_str!("aanwezigheid/bulk.postgres.sql"))
                    .bind(json)
                    .bind(bron)
                    .execute(&mut **t)
                    .await?
                    .rows_affected(),
            };
        }
        Ok(geraakt)
    }

    /// What is recorded for one lesson now.
    ///
    /// # Errors
    /// When the database is not available.
    pub async fn status_nu(&mut self, leerling: Uuid, datum: &str, lesuur: i64) -> Result<Option<String>, StoreError> {
        let r: Option<(String,)> = on!(self.tx()?, |c| sqlx::query_as(include_str!("aanwezigheid/nu.sql"))
            .bind(leerling)
            .bind(datum)
            .bind(lesuur)
            .fetch_optional(c)
            .await)?;
        Ok(r.map(|r| r.0))
    }

    /// Keep the old value beside the new one.
    ///
    /// # Errors
    /// When the database is not available.
    pub async fn historie(
        &mut self,
        leerling: Uuid,
        les: (&str, i64),
        was: Option<&str>,
        werd: &str,
        wie: &str,
        waarom: &str,
    ) -> Result<(), StoreError> {
        let nu = self.nu().micros();
        on!(self.tx()?, |c| sqlx::query(include_str!("aanwezigheid/historie.sql"))
            .bind(leerling)
            .bind(les.0)
            .bind(les.1)
            .bind(nu)
            .bind(was)
            .bind(werd)
            .bind(wie)
            .bind(waarom)
            .execute(c)
            .await
            .map(|_| ()))?;
        Ok(())
    }

    /// Marks of one pupil in a period.
    ///
    /// # Errors
    /// When the database is not available.
    pub async fn markeringen(&mut self, leerling: Uuid, van: &str, tm: &str) -> Result<Vec<MarkeringRow>, StoreError> {
        periode(self.tx()?, leerling, van, tm).await
    }

    /// Replace the open signals and the running count of one pupil.
    ///
    /// # Errors
    /// When the database is not available.
    pub async fn stand_zetten(
        &mut self,
        leerling: Uuid,
        stand: &NieuweStand,
        signalen: &[NieuwSignaal],
    ) -> Result<(), StoreError> {
        let org = self.organisatie().0;
        on!(self.tx()?, |c| sqlx::query(include_str!("aanwezigheid/stand.sql"))
            .bind(leerling)
            .bind(org)
            .bind(&stand.peildatum)
            .bind(stand.zeker)
            .bind(stand.mogelijk)
            .bind(stand.keren_te_laat)
            .bind(stand.dagen_weg)
            .execute(c)
            .await
            .map(|_| ()))?;
        on!(self.tx()?, |c| sqlx::query(include_str!("aanwezigheid/signalen_leeg.sql"))
            .bind(leerling)
            .execute(c)
            .await
            .map(|_| ()))?;
        for s in signalen {
            on!(self.tx()?, |c| sqlx::query(include_str!("aanwezigheid/signaal.sql"))
                .bind(s.id)
                .bind(org)
                .bind(leerling)
                .bind(&s.soort)
                .bind(&s.begin)
                .bind(&s.einde)
                .bind(&s.bereikt_op)
                .bind(&s.uiterlijk)
                .bind(s.minuten)
                .bind(&s.bewijs)
                .execute(c)
                .await
                .map(|_| ()))?;
        }
        Ok(())
    }

    /// A signal of this school.
    ///
    /// # Errors
    /// `NietGevonden` when it is another school's.
    pub async fn signaal(&mut self, id: Uuid) -> Result<SignaalRow, StoreError> {
        let org = self.organisatie().0;
        let r: Option<SignaalRow> = on!(self.tx()?, |c| sqlx::query_as(include_str!("aanwezigheid/signaal_een.sql"))
            .bind(id)
            .bind(org)
            .fetch_optional(c)
            .await)?;
        r.ok_or(StoreError::NietGevonden)
    }

    /// Bind a signal to its report.
    ///
    /// # Errors
    /// When the database is not available.
    pub async fn signaal_zetten(&mut self, id: Uuid, stand: &str, melding: Option<Uuid>) -> Result<(), StoreError> {
        let org = self.organisatie().0;
        on!(self.tx()?, |c| sqlx::query(include_str!("aanwezigheid/signaal_stand.sql"))
            .bind(id)
            .bind(stand)
            .bind(melding)
            .bind(org)
            .execute(c)
            .await
            .map(|_| ()))?;
        Ok(())
    }
}

impl WriteTx {
    /// All signals of a pupil, also those that are reported.
    ///
    /// # Errors
    /// When the database is not available.
    pub async fn signalen_van(&mut self, leerling: Uuid) -> Result<Vec<SignaalRow>, StoreError> {
        Ok(on!(self.tx()?, |c| sqlx::query_as(include_str!("aanwezigheid/signalen.sql"))
            .bind(leerling)
            .fetch_all(c)
            .await)?)
    }
}
