//! The two engines, their start conditions and migrations.

use crate::Sleutelbos;
use sqlx::pool::PoolConnection;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{Pool, Postgres, Sqlite};
use std::path::Path;
use std::str::FromStr;
use std::sync::Arc;
use std::time::Duration;

/// What can go wrong below the use cases. Never contains personal data.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The database answered with an error.
    #[error("database: {0}")]
    Db(#[from] sqlx::Error),
    /// A migration failed.
    #[error("migratie: {0}")]
    Migratie(#[from] sqlx::migrate::MigrateError),
    /// Something that should exist does not, or is out of the scope of the grant.
    #[error("niet gevonden")]
    NietGevonden,
    /// Somebody else changed it first, or it exists already.
    #[error("al gewijzigd of al aanwezig")]
    Conflict,
    /// A sealed field does not open.
    #[error("een versleuteld veld gaat niet open")]
    Versleuteling,
    /// A stored value is not what this version writes.
    #[error("onleesbare waarde in {0}")]
    Onleesbaar(&'static str),
    /// The installation does not meet a condition; the text names the cure.
    #[error("{0}")]
    Voorwaarde(String),
}

impl StoreError {
    /// Turns a broken unique constraint into [`StoreError::Conflict`].
    #[must_use]
    pub fn uniek(self) -> Self {
        match &self {
            Self::Db(sqlx::Error::Database(d)) if d.is_unique_violation() => Self::Conflict,
            _ => self,
        }
    }
}

/// One database: SQLite in a folder, or PostgreSQL.
#[derive(Clone)]
pub struct Db {
    pub(crate) engine: Arc<Engine>,
    pub(crate) bos: Sleutelbos,
    /// PostgreSQL: connections for log lines about reads that are still open.
    pub(crate) naast: Option<Pool<Postgres>>,
}

/// The engine behind [`Db`].
pub enum Engine {
    /// Embedded: many readers, one writer that groups commits.
    Sqlite {
        /// Read connections.
        lezers: Pool<Sqlite>,
        /// The one write connection.
        schrijver: crate::write::Writer,
    },
    /// A server.
    Postgres(Pool<Postgres>),
}

/// A transaction on either engine.
pub(crate) enum Tx {
    Sqlite(PoolOrOwned),
    Postgres(sqlx::Transaction<'static, Postgres>),
}

/// The SQLite connection of a transaction: a pooled reader, or the writer.
pub(crate) enum PoolOrOwned {
    Lezer(PoolConnection<Sqlite>),
    Vast(sqlx::Transaction<'static, Sqlite>),
    Schrijver(tokio::sync::OwnedMutexGuard<crate::write::WriterState>),
}

impl PoolOrOwned {
    pub(crate) fn conn(&mut self) -> &mut sqlx::SqliteConnection {
        match self {
            Self::Lezer(c) => c,
            Self::Vast(t) => t,
            Self::Schrijver(s) => &mut s.conn,
        }
    }
}

/// Run one expression against whichever database the transaction holds.
macro_rules! on {
    ($tx:expr, |$c:ident| $body:expr) => {
        match $tx {
            $crate::Tx::Sqlite(t) => {
                let $c = t.conn();
                $body
            }
            $crate::Tx::Postgres(t) => {
                let $c = &mut **t;
                $body
            }
        }
    };
}
pub(crate) use on;

/// What the database says of itself, for `doctor`.
#[derive(Debug, Clone)]
pub struct Verslag {
    /// Engine and version.
    pub motor: String,
    /// Result of the integrity check; empty when nothing is wrong.
    pub fouten: Vec<String>,
}

impl Db {
    /// Open (and create) the embedded database in a folder.
    ///
    /// # Errors
    /// A SQLite older than 3.51.3 (lost-write bug in WAL), an unusable folder, or a failed migration.
    pub async fn sqlite(map: &Path, bos: Sleutelbos) -> Result<Self, StoreError> {
        std::fs::create_dir_all(map)
            .map_err(|e| StoreError::Voorwaarde(format!("de map {} kan niet worden gemaakt: {e}", map.display())))?;
        let opties = SqliteConnectOptions::new()
            .filename(map.join("leerrecht.db"))
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true)
            .busy_timeout(Duration::from_secs(5))
            .pragma("secure_delete", "ON")
            .pragma("trusted_schema", "OFF")
            .pragma("cell_size_check", "ON");
        let migraties = SqlitePoolOptions::new().max_connections(1).connect_with(opties.clone()).await?;
        let (versie,): (String,) = sqlx::query_as(include_str!("db/versie.sqlite.sql")).fetch_one(&migraties).await?;
        eis_versie(&versie)?;
        sqlx::migrate!("./migrations/sqlite").run(&migraties).await?;
        migraties.close().await;
        let lezers =
            SqlitePoolOptions::new().max_connections(6).connect_with(opties.clone().pragma("query_only", "ON")).await?;
        let schrijver = crate::write::Writer::open(&opties).await?;
        Ok(Self { engine: Arc::new(Engine::Sqlite { lezers, schrijver }), bos, naast: None })
    }

    /// Connect to PostgreSQL 15 or newer.
    ///
    /// # Errors
    /// No connection, too old a server, or a failed migration.
    pub async fn postgres(url: &str, bos: Sleutelbos) -> Result<Self, StoreError> {
        let opties = PgConnectOptions::from_str(url)?;
        let pool = PgPoolOptions::new().max_connections(8).connect_with(opties.clone()).await?;
        let (versie,): (i32,) = sqlx::query_as(include_str!("db/versie.postgres.sql")).fetch_one(&pool).await?;
        if versie < 150_000 {
            return Err(StoreError::Voorwaarde(format!("PostgreSQL {versie} is te oud: gebruik versie 15 of nieuwer")));
        }
        sqlx::migrate!("./migrations/postgres").run(&pool).await?;
        let naast = PgPoolOptions::new().max_connections(4).connect_lazy_with(opties);
        Ok(Self { engine: Arc::new(Engine::Postgres(pool)), bos, naast: Some(naast) })
    }

    /// The engine, for tests of the store itself.
    #[must_use]
    pub fn engine(&self) -> &Engine {
        &self.engine
    }

    pub(crate) async fn lees(&self) -> Result<Tx, StoreError> {
        Ok(match &*self.engine {
            Engine::Sqlite { lezers, .. } => Tx::Sqlite(PoolOrOwned::Lezer(lezers.acquire().await?)),
            Engine::Postgres(p) => Tx::Postgres(p.begin().await?),
        })
    }

    /// Read one moment: what is written meanwhile stays out of sight.
    pub(crate) async fn lees_vast(&self) -> Result<Tx, StoreError> {
        Ok(match &*self.engine {
            Engine::Sqlite { lezers, .. } => Tx::Sqlite(PoolOrOwned::Vast(lezers.begin().await?)),
            Engine::Postgres(p) => {
                Tx::Postgres(p.begin_with("BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY").await?)
            }
        })
    }

    /// Integrity and foreign keys.
    ///
    /// # Errors
    /// When the database cannot be asked.
    pub async fn controleer(&self) -> Result<Verslag, StoreError> {
        match &*self.engine {
            Engine::Sqlite { lezers, .. } => {
                let (versie,): (String,) =
                    sqlx::query_as(include_str!("db/versie.sqlite.sql")).fetch_one(lezers).await?;
                let regels: Vec<(String,)> =
                    sqlx::query_as(include_str!("db/heel.sqlite.sql")).fetch_all(lezers).await?;
                let fouten = regels.into_iter().map(|r| r.0).filter(|r| r != "ok").collect();
                Ok(Verslag { motor: format!("SQLite {versie}"), fouten })
            }
            Engine::Postgres(p) => {
                let (versie,): (i32,) = sqlx::query_as(include_str!("db/versie.postgres.sql")).fetch_one(p).await?;
                Ok(Verslag { motor: format!("PostgreSQL {}", versie / 10_000), fouten: Vec::new() })
            }
        }
    }

    /// Write a consistent copy of the embedded database while it is in use.
    ///
    /// # Errors
    /// On PostgreSQL (use its own tools), or when the target exists.
    pub async fn kopie(&self, doel: &Path) -> Result<(), StoreError> {
        match &*self.engine {
            Engine::Sqlite { schrijver, .. } => schrijver.kopie(doel).await,
            Engine::Postgres(_) => {
                Err(StoreError::Voorwaarde("gebruik pg_dump voor een reservekopie van PostgreSQL".to_owned()))
            }
        }
    }

    /// Finish open commits and close the files.
    pub async fn sluit(&self) {
        match &*self.engine {
            Engine::Sqlite { lezers, schrijver } => {
                schrijver.leeg().await;
                lezers.close().await;
            }
            Engine::Postgres(p) => {
                if let Some(naast) = &self.naast {
                    naast.close().await;
                }
                p.close().await;
            }
        }
    }
}

fn eis_versie(versie: &str) -> Result<(), StoreError> {
    let delen: Vec<u32> = versie.split('.').filter_map(|d| d.parse().ok()).collect();
    if delen.as_slice() >= [3, 51, 3].as_slice() {
        Ok(())
    } else {
        Err(StoreError::Voorwaarde(format!(
            "SQLite {versie} kan bevestigde gegevens verliezen: minimaal 3.51.3 is nodig"
        )))
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn an_old_engine_is_refused() {
        assert!(super::eis_versie("3.51.2").is_err());
        assert!(super::eis_versie("3.40.1").is_err());
        assert!(super::eis_versie("3.51.3").is_ok());
        assert!(super::eis_versie("3.54.0").is_ok());
        assert!(super::eis_versie("iets").is_err());
    }
}
