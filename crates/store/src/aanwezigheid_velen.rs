//! Marks and running counts of many pupils at a time, for schools with very many marks.

use crate::rows::MarkeringRow;
use crate::{StoreError, Tx, WriteTx, on};
use uuid::Uuid;

/// The running count of a pupil for whom no signal is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StilleStand {
    /// Pupil.
    pub leerling: Uuid,
    /// Certain minutes.
    pub zeker: i64,
    /// With unknown and disputed.
    pub mogelijk: i64,
    /// Times late.
    pub keren_te_laat: i64,
}

/// A mark with its pupil, as it comes from the database.
type Rij = (Uuid, String, i64, i64, String, i64);

impl WriteTx {
    /// Does this school have more marks than this in a period?
    ///
    /// # Errors
    /// When the database is not available.
    pub async fn meer_markeringen_dan(&mut self, veel: i64, van: &str, tm: &str) -> Result<bool, StoreError> {
        let org = self.organisatie().0;
        let n: i64 = on!(self.tx()?, |c| sqlx::query_scalar(include_str!("aanwezigheid/tel.sql"))
            .bind(org)
            .bind(van)
            .bind(tm)
            .bind(veel.saturating_add(1))
            .fetch_one(c)
            .await)?;
        Ok(n > veel)
    }

    /// Pupils of this school about whom there is a report of any kind.
    ///
    /// # Errors
    /// When the database is not available.
    pub async fn leerlingen_met_melding(&mut self) -> Result<Vec<Uuid>, StoreError> {
        let org = self.organisatie().0;
        Ok(on!(self.tx()?, |c| sqlx::query_scalar(include_str!("aanwezigheid/met_melding.sql"))
            .bind(org)
            .fetch_all(c)
            .await)?)
    }

    /// The marks of these pupils of this school in a period, in order of pupil, day and lesson.
    ///
    /// # Errors
    /// When the database is not available.
    pub async fn markeringen_van_velen(
        &mut self,
        leerlingen: &[Uuid],
        van: &str,
        tm: &str,
    ) -> Result<Vec<(Uuid, MarkeringRow)>, StoreError> {
        let org = self.organisatie().0;
        let wie = serde_json::json!(leerlingen.iter().map(|l| l.simple().to_string()).collect::<Vec<_>>()).to_string();
        let rijen: Vec<Rij> = match self.tx()? {
            Tx::Sqlite(t) => {
                let q = sqlx::query_as(include_str!("aanwezigheid/velen.sqlite.sql"));
                q.bind(org).bind(van).bind(tm).bind(wie).fetch_all(t.conn()).await?
            }
            Tx::Postgres(t) => {
                let q = sqlx::query_as(include_str!("aanwezigheid/velen.postgres.sql"));
                q.bind(org).bind(van).bind(tm).bind(wie).fetch_all(&mut **t).await?
            }
        };
        let uit = |(leerling, datum, lesuur, minuten, status, minuten_te_laat): Rij| {
            (leerling, MarkeringRow { datum, lesuur, minuten, status, minuten_te_laat })
        };
        Ok(rijen.into_iter().map(uit).collect())
    }

    /// Sets the running count of many pupils of this school for whom no signal is due; their open signals go.
    ///
    /// # Errors
    /// When the database is not available.
    pub async fn stille_standen_zetten(&mut self, peildatum: &str, standen: &[StilleStand]) -> Result<(), StoreError> {
        let org = self.organisatie().0;
        for deel in standen.chunks(2000) {
            let een = |s: &StilleStand| {
                let l = s.leerling.simple().to_string();
                serde_json::json!({ "l": l, "z": s.zeker, "m": s.mogelijk, "t": s.keren_te_laat })
            };
            let json = serde_json::Value::Array(deel.iter().map(een).collect()).to_string();
            match self.tx()? {
                Tx::Sqlite(t) => {
                    let q = sqlx::query(include_str!("aanwezigheid/standen.sqlite.sql"));
                    q.bind(org).bind(peildatum).bind(&json).execute(t.conn()).await?;
                    let q = sqlx::query(include_str!("aanwezigheid/signalen_leeg_velen.sqlite.sql"));
                    q.bind(org).bind(&json).execute(t.conn()).await?;
                }
                Tx::Postgres(t) => {
                    let q = sqlx::query(include_str!("aanwezigheid/standen.postgres.sql"));
                    q.bind(org).bind(peildatum).bind(&json).execute(&mut **t).await?;
                    let q = sqlx::query(include_str!("aanwezigheid/signalen_leeg_velen.postgres.sql"));
                    q.bind(org).bind(&json).execute(&mut **t).await?;
                }
            }
        }
        Ok(())
    }
}
