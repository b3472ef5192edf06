//! For a school with very many marks the engine looks first; what comes out is what the rules would give one by one.
//! PostgreSQL takes part when `LEERRECHT_TEST_POSTGRES` is set (see `ci/postgres.sh`).
#![expect(clippy::unwrap_used, reason = "een toets mag vallen")]

use app::{App, Omgeving, nachttaak_vanaf};
use domain::Datum;
use domain::waarden::Tijdstip;
use jiff::civil::date;
use sqlx::postgres::PgPoolOptions;
use sqlx::{AssertSqlSafe, Executor, SqlitePool};
use std::path::Path;
use std::sync::Arc;
use store::{Db, Engine, Sleutelbos};
use uuid::Uuid;

fn bos() -> Sleutelbos {
    Sleutelbos::uit(&[3; 32])
}

async fn postgres() -> Option<Db> {
    let Ok(url) = std::env::var("LEERRECHT_TEST_POSTGRES") else {
        assert_ne!(std::env::var("CI").as_deref(), Ok("true"), "LEERRECHT_TEST_POSTGRES is required in CI");
        return None;
    };
    let naam = format!("velen_{}", Uuid::new_v4().simple());
    let beheer = PgPoolOptions::new().max_connections(1).connect(&url).await.unwrap();
    beheer.execute(AssertSqlSafe(format!("CREATE DATABASE {naam}"))).await.unwrap();
    beheer.close().await;
    Some(Db::postgres(&format!("{}/{naam}", url.rsplit_once('/').unwrap().0), bos()).await.unwrap())
}

/// Every running count and every signal, without the keys that are new each time.
async fn uitkomst(db: &Db, map: &Path) -> Vec<String> {
    let stand =
        "CAST(peildatum || ' ' || zeker || ' ' || mogelijk || ' ' || keren_te_laat || ' ' || dagen_weg AS TEXT)";
    let signaal = "CAST(soort || ' ' || begin_dag || ' ' || einde_dag || ' ' || bereikt_op || ' ' || minuten || ' ' || stand AS TEXT)";
    let mut uit = Vec::new();
    for (tabel, wat) in [("stand", stand), ("signaal", signaal)] {
        let vraag = format!("SELECT leerling, {wat} FROM {tabel} ORDER BY leerling, 2");
        let rijen: Vec<(Uuid, String)> = if let Engine::Postgres(p) = db.engine() {
            sqlx::query_as(AssertSqlSafe(vraag)).fetch_all(p).await.unwrap()
        } else {
            let pad = format!("sqlite://{}?mode=ro", map.join("leerrecht.db").display());
            let los = SqlitePool::connect(&pad).await.unwrap();
            let rijen = sqlx::query_as(AssertSqlSafe(vraag)).fetch_all(&los).await.unwrap();
            los.close().await;
            rijen
        };
        uit.extend(rijen.into_iter().map(|(l, w)| format!("{l} {w}")));
    }
    uit
}

#[tokio::test]
async fn de_motor_geeft_elke_leerling_de_stand_die_de_regels_geven() {
    let map = tempfile::tempdir().unwrap();
    let mut beide = vec![Db::sqlite(map.path(), bos()).await.unwrap()];
    beide.extend(postgres().await);
    for db in beide {
        let nu = Tijdstip::lokaal(date(2026, 11, 23), 10, 20);
        let app = App::nieuw(db.clone(), Omgeving { klok: Arc::new(move || nu), demo: true });
        app::demo::vul(&app).await.unwrap();
        let (mut geteld, mut signalen, mut weg) = (0, 0, 0);
        let november = (12..=18).map(|d| date(2026, 11, d));
        for dag in [date(2026, 8, 1), date(2026, 10, 7)].into_iter().chain(november) {
            let alle = nachttaak_vanaf(&app, dag, i64::MAX).await.unwrap();
            let regels = uitkomst(&db, map.path()).await;
            // From a day with nothing: the engine must not find its answer ready.
            nachttaak_vanaf(&app, Datum::constant(2026, 8, 1), i64::MAX).await.unwrap();
            assert_eq!(nachttaak_vanaf(&app, dag, -1).await.unwrap(), alle);
            assert_eq!(uitkomst(&db, map.path()).await, regels, "{dag}");
            geteld += regels.iter().filter(|r| !r.ends_with(" 0 0 0 0")).count();
            weg += regels.iter().take(alle).filter(|r| !r.ends_with(" 0")).count();
            signalen += regels.len() - alle;
        }
        assert!(geteld > 200 && signalen > 20 && weg > 20, "{geteld} {signalen} {weg}");
    }
}
