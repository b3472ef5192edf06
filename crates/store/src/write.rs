//! Writing: one way in (a grant), one way out (`record`).
//!
//! On SQLite a durable commit costs milliseconds, so writers share it: every [`WriteTx`] is a
//! savepoint inside one physical transaction; the last writer in the queue commits for all, and
//! nobody is told "done" before that commit is on disk (ADR 0003).

use crate::db::PoolOrOwned;
use crate::log::{self, Event};
use crate::{Db, Engine, StoreError, Tx, on};
use domain::id::OrganisatieId;
use domain::waarden::Tijdstip;
use policy::{Grant, Handeling};
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions, Executor};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use tokio::sync::{Mutex, OwnedMutexGuard, oneshot};

/// At most this many transactions share one commit; keeps the wait of the first one bounded.
const MAX_SAMEN: usize = 64;

/// The one write connection of SQLite.
pub struct Writer {
    state: Arc<Mutex<WriterState>>,
    wachtenden: Arc<AtomicUsize>,
}

/// What the writer holds between transactions.
pub struct WriterState {
    pub(crate) conn: sqlx::SqliteConnection,
    open: bool,
    wachten_op_commit: Vec<oneshot::Sender<bool>>,
}

impl WriterState {
    async fn begin(&mut self) -> Result<(), StoreError> {
        if !self.open {
            self.conn.execute("BEGIN IMMEDIATE").await?;
            self.open = true;
        }
        self.conn.execute("SAVEPOINT wtx").await?;
        Ok(())
    }

    /// Undo the open savepoint. When even that fails SQLite has undone the whole group (disk full, for
    /// instance): end it now, so that everybody in it hears that nothing was stored.
    async fn terug(&mut self) {
        let terug = self.conn.execute("ROLLBACK TO wtx").await.and(self.conn.execute("RELEASE wtx").await);
        if let Err(fout) = terug {
            tracing::error!(%fout, "terugdraaien mislukt");
            let _ = self.commit().await;
        }
    }

    async fn commit(&mut self) -> Result<(), StoreError> {
        if !self.open {
            return Ok(());
        }
        let uitslag = self.conn.execute("COMMIT").await;
        self.open = false;
        let gelukt = uitslag.is_ok();
        if !gelukt {
            // Before anybody hears of it: the next transaction starts clean.
            let _ = self.conn.execute("ROLLBACK").await;
        }
        for w in self.wachten_op_commit.drain(..) {
            // Whoever stopped waiting loses nothing: the commit itself has happened.
            let _ = w.send(gelukt);
        }
        uitslag.map(|_| ()).map_err(Into::into)
    }
}

/// Counts a waiting writer, also when it gives up.
struct Wacht(Arc<AtomicUsize>);
impl Drop for Wacht {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::SeqCst);
    }
}

impl Writer {
    pub(crate) async fn open(opties: &SqliteConnectOptions) -> Result<Self, StoreError> {
        let conn = opties.connect().await?;
        let state = WriterState { conn, open: false, wachten_op_commit: Vec::new() };
        Ok(Self { state: Arc::new(Mutex::new(state)), wachtenden: Arc::new(AtomicUsize::new(0)) })
    }

    async fn begin(&self) -> Result<RawTx, StoreError> {
        self.wachtenden.fetch_add(1, Ordering::SeqCst);
        let wacht = Wacht(Arc::clone(&self.wachtenden));
        // On a task of its own: a caller that goes away while queueing must not strand the group, whose last
        // member counted on this one to commit. The unclaimed result is a `RawTx`, and dropping that lets the group go on.
        let schrijver = self.clone_parts();
        let taak = tokio::spawn(async move {
            let mut s = Arc::clone(&schrijver.state).lock_owned().await;
            drop(wacht);
            if let Err(fout) = s.begin().await {
                // Those before us wait for a commit that nobody else may come to do.
                schrijver.klaar(s, false).await?;
                return Err(fout);
            }
            Ok(RawTx { tx: Some(Tx::Sqlite(PoolOrOwned::Schrijver(s))), schrijver: Some(schrijver) })
        });
        taak.await.map_err(|_| StoreError::Voorwaarde("de schrijver is gestopt".to_owned()))?
    }

    /// Let the group go on: commit when nobody queues behind us or the group is full.
    async fn klaar(&self, mut s: OwnedMutexGuard<WriterState>, melden: bool) -> Result<(), StoreError> {
        let mut wacht = None;
        if melden {
            let (tx, rx) = oneshot::channel();
            s.wachten_op_commit.push(tx);
            wacht = Some(rx);
        }
        if self.wachtenden.load(Ordering::SeqCst) == 0 || s.wachten_op_commit.len() >= MAX_SAMEN {
            s.commit().await?;
        }
        drop(s);
        let Some(rx) = wacht else { return Ok(()) };
        if rx.await.unwrap_or(false) {
            Ok(())
        } else {
            Err(StoreError::Voorwaarde("het vastleggen op schijf is mislukt".to_owned()))
        }
    }

    pub(crate) async fn leeg(&self) {
        let mut s = self.state.lock().await;
        let _ = s.commit().await;
    }

    pub(crate) async fn kopie(&self, doel: &Path) -> Result<(), StoreError> {
        let mut s = self.state.lock().await;
        s.commit().await?;
        sqlx::query(include_str!("db/kopie.sqlite.sql"))
            .bind(doel.to_string_lossy().into_owned())
            .execute(&mut s.conn)
            .await?;
        Ok(())
    }

    fn clone_parts(&self) -> Self {
        Self { state: Arc::clone(&self.state), wachtenden: Arc::clone(&self.wachtenden) }
    }
}

/// A transaction on the engine that either commits durably or did not happen.
pub(crate) struct RawTx {
    tx: Option<Tx>,
    schrijver: Option<Writer>,
}

impl RawTx {
    pub(crate) async fn begin(db: &Db) -> Result<Self, StoreError> {
        Ok(match &*db.engine {
            Engine::Sqlite { schrijver, .. } => schrijver.begin().await?,
            Engine::Postgres(p) => Self { tx: Some(Tx::Postgres(p.begin().await?)), schrijver: None },
        })
    }

    /// For the log line about a read, while the read itself still holds a connection: waiting here for one
    /// of the same pool would have all readers wait for each other.
    pub(crate) async fn begin_naast(db: &Db) -> Result<Self, StoreError> {
        match &db.naast {
            Some(p) => Ok(Self { tx: Some(Tx::Postgres(p.begin().await?)), schrijver: None }),
            None => Self::begin(db).await,
        }
    }

    pub(crate) fn tx(&mut self) -> Result<&mut Tx, StoreError> {
        self.tx.as_mut().ok_or(StoreError::Conflict)
    }

    /// Durable when this returns `Ok`.
    pub(crate) async fn commit(mut self) -> Result<(), StoreError> {
        match (self.tx.take(), self.schrijver.take()) {
            (Some(Tx::Sqlite(PoolOrOwned::Schrijver(mut s))), Some(schrijver)) => {
                // On a task of its own: from here the outcome no longer depends on the caller's patience.
                let taak = tokio::spawn(async move {
                    if let Err(fout) = s.conn.execute("RELEASE wtx").await {
                        s.terug().await;
                        schrijver.klaar(s, false).await?;
                        return Err(fout.into());
                    }
                    schrijver.klaar(s, true).await
                });
                taak.await.map_err(|_| StoreError::Voorwaarde("de schrijver is gestopt".to_owned()))?
            }
            (Some(Tx::Postgres(t)), _) => Ok(t.commit().await?),
            _ => Err(StoreError::Conflict),
        }
    }
}

impl RawTx {
    /// Undo this one, and wait until what it saw is on disk.
    async fn gezien(mut self) -> Result<(), StoreError> {
        match (self.tx.take(), self.schrijver.take()) {
            (Some(Tx::Sqlite(PoolOrOwned::Schrijver(mut s))), Some(schrijver)) => {
                let taak = tokio::spawn(async move {
                    s.terug().await;
                    schrijver.klaar(s, true).await
                });
                taak.await.map_err(|_| StoreError::Voorwaarde("de schrijver is gestopt".to_owned()))?
            }
            (Some(Tx::Postgres(t)), _) => Ok(t.rollback().await?),
            _ => Err(StoreError::Conflict),
        }
    }
}

impl Drop for RawTx {
    fn drop(&mut self) {
        let (Some(Tx::Sqlite(PoolOrOwned::Schrijver(mut s))), Some(schrijver)) =
            (self.tx.take(), self.schrijver.take())
        else {
            return;
        };
        let Ok(draait) = tokio::runtime::Handle::try_current() else { return };
        draait.spawn(async move {
            s.terug().await;
            if let Err(fout) = schrijver.klaar(s, false).await {
                tracing::error!(%fout, "commit na terugdraaien mislukt");
            }
        });
    }
}

/// A write transaction for one organisation. Dropped without `record`: nothing happened.
#[must_use = "a write that is not recorded is rolled back"]
pub struct WriteTx {
    pub(crate) db: Db,
    raw: RawTx,
    organisatie: OrganisatieId,
    wie: log::Wie,
    nu: Tijdstip,
}

impl Db {
    /// Open a write transaction; only a grant opens one.
    ///
    /// # Errors
    /// When the database is not available.
    pub async fn write<H: Handeling>(
        &self,
        grant: &Grant<H>,
        nu: Tijdstip,
        spoor: &str,
    ) -> Result<WriteTx, StoreError> {
        let raw = RawTx::begin(self).await?;
        Ok(WriteTx { db: self.clone(), raw, organisatie: grant.organisatie(), wie: log::Wie::uit(grant, spoor), nu })
    }
}

impl WriteTx {
    pub(crate) fn tx(&mut self) -> Result<&mut Tx, StoreError> {
        self.raw.tx()
    }

    /// The organisation whose rows can be written.
    #[must_use]
    pub const fn organisatie(&self) -> OrganisatieId {
        self.organisatie
    }

    /// The moment of this transaction.
    #[must_use]
    pub const fn nu(&self) -> Tijdstip {
        self.nu
    }

    /// The only way to commit: put the event in the chained log, then make all of it durable.
    ///
    /// # Errors
    /// When anything fails nothing is stored.
    pub async fn record(mut self, event: Event) -> Result<(), StoreError> {
        log::schrijf(self.raw.tx()?, self.organisatie, &self.wie, &event, self.nu).await?;
        self.raw.commit().await
    }

    /// End without writing. A transaction may see what others in its group wrote before that is on disk;
    /// whoever answers with what was seen here waits for that first.
    ///
    /// # Errors
    /// When what was seen could not be stored.
    pub async fn gezien(self) -> Result<(), StoreError> {
        self.raw.gezien().await
    }

    /// Next number of a counter, starting at 1; gaps are possible, doubles are not.
    ///
    /// # Errors
    /// When the database is not available.
    pub async fn volgend_nummer(&mut self, naam: &str) -> Result<i64, StoreError> {
        let (waarde,): (i64,) =
            on!(self.tx()?, |c| sqlx::query_as(include_str!("db/teller.sql")).bind(naam).fetch_one(c).await)?;
        Ok(waarde)
    }
}
