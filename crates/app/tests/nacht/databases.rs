//! Both databases for a test, and a look behind the store's back.

use domain::waarden::Tijdstip;
use jiff::civil::Date;
use sqlx::postgres::{PgPoolOptions, PgRow};
use sqlx::sqlite::SqliteRow;
use sqlx::{AssertSqlSafe, Executor, FromRow, SqlitePool};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use store::{Db, Engine, Sleutelbos};
use tempfile::TempDir;
use uuid::Uuid;

/// A database with the demo in it, and a clock that a test can move.
pub struct Proef {
    pub app: app::App,
    db: Db,
    map: TempDir,
    dagen: Arc<AtomicI64>,
}

/// The demo on SQLite, and on PostgreSQL when `LEERRECHT_TEST_POSTGRES` is set (see `ci/postgres.sh`).
pub async fn beide(begin: Date) -> Vec<Proef> {
    let mut uit = Vec::new();
    for postgres in [false, true] {
        let map = TempDir::new().unwrap();
        let bos = Sleutelbos::uit(&[3; 32]);
        let db = if postgres {
            let Some(adres) = nieuwe_postgres().await else { continue };
            Db::postgres(&adres, bos).await.unwrap()
        } else {
            Db::sqlite(map.path(), bos).await.unwrap()
        };
        let dagen = Arc::new(AtomicI64::new(0));
        let (nu, d) = (Tijdstip::lokaal(begin, 10, 20).micros(), Arc::clone(&dagen));
        let klok = Arc::new(move || Tijdstip::uit_micros(nu + d.load(Ordering::SeqCst) * 86_400_000_000));
        let app = app::App::nieuw(db.clone(), app::Omgeving { klok, demo: true });
        app::demo::vul(&app).await.unwrap();
        uit.push(Proef { app, db, map, dagen });
    }
    uit
}

async fn nieuwe_postgres() -> Option<String> {
    let Ok(url) = std::env::var("LEERRECHT_TEST_POSTGRES") else {
        assert_ne!(std::env::var("CI").as_deref(), Ok("true"), "LEERRECHT_TEST_POSTGRES is required in CI");
        return None;
    };
    let naam = format!("app_{}", Uuid::new_v4().simple());
    let beheer = PgPoolOptions::new().max_connections(1).connect(&url).await.unwrap();
    beheer.execute(AssertSqlSafe(format!("CREATE DATABASE {naam}"))).await.unwrap();
    beheer.close().await;
    Some(format!("{}/{naam}", url.rsplit_once('/').unwrap().0))
}

impl Proef {
    /// A day later.
    pub fn morgen(&self) {
        self.dagen.fetch_add(1, Ordering::SeqCst);
    }

    async fn los(&self) -> SqlitePool {
        SqlitePool::connect(&format!("sqlite://{}", self.map.path().join("leerrecht.db").display())).await.unwrap()
    }

    /// The rows of a question.
    pub async fn rijen<T>(&self, vraag: &str) -> Vec<T>
    where
        T: Send + Unpin + for<'r> FromRow<'r, SqliteRow> + for<'r> FromRow<'r, PgRow>,
    {
        let vraag = AssertSqlSafe(vraag.to_owned());
        if let Engine::Postgres(p) = self.db.engine() {
            return sqlx::query_as(vraag).fetch_all(p).await.unwrap();
        }
        let los = self.los().await;
        let rijen = sqlx::query_as(vraag).fetch_all(&los).await.unwrap();
        los.close().await;
        rijen
    }

    /// A key as the database writes it.
    pub fn sleutel(&self, id: Uuid) -> String {
        let id = id.simple();
        if matches!(self.db.engine(), Engine::Postgres(_)) {
            format!("CAST('{id}' AS UUID)")
        } else {
            format!("x'{id}'")
        }
    }

    /// Changes the database behind the store's back.
    pub async fn direct(&self, opdracht: &str) {
        let opdracht = AssertSqlSafe(opdracht.to_owned());
        if let Engine::Postgres(p) = self.db.engine() {
            p.execute(opdracht).await.unwrap();
            return;
        }
        let los = self.los().await;
        los.execute(opdracht).await.unwrap();
        los.close().await;
    }
}
