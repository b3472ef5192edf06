//! What a night costs for one very large school, with the rules one by one and with the engine looking first:
//! `cargo run --release -p app --example nacht_tempo`. The pupils of one demo school are copied until there are more than a
//! million marks; both ways must give the same counts and signals.

use app::{App, Omgeving, nachttaak_vanaf};
use domain::waarden::Tijdstip;
use jiff::civil::date;
use sqlx::{AssertSqlSafe, Executor, SqlitePool};
use std::error::Error;
use std::sync::Arc;
use std::time::Instant;

const SCHOOL: &str = "(SELECT id FROM organisatie WHERE code = 'lyceum')";

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let map = tempfile::tempdir()?;
    let db = store::Db::sqlite(map.path(), store::Sleutelbos::uit(&[3; 32])).await?;
    let dag = date(2026, 11, 23);
    let nu = Tijdstip::lokaal(dag, 10, 20);
    let app = App::nieuw(db, Omgeving { klok: Arc::new(move || nu), demo: true });
    app::demo::vul(&app).await?;
    let los = SqlitePool::connect(&format!("sqlite://{}", map.path().join("leerrecht.db").display())).await?;
    let lessen = "SELECT DISTINCT datum, lesuur FROM aanwezigheid JOIN leerling ON leerling.id = leerling";
    for stap in [
        format!("CREATE TABLE oud AS SELECT * FROM leerling WHERE organisatie = {SCHOOL}"),
        "CREATE TABLE kopie AS WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500) \
         SELECT oud.id AS van, randomblob(16) AS id, i FROM oud, n"
            .to_owned(),
        "INSERT INTO leerling SELECT kopie.id, organisatie, persoon, klas, leerlingnummer || '-' || i, ingeschreven, \
         uitgeschreven, startkwalificatie FROM kopie JOIN oud ON oud.id = kopie.van"
            .to_owned(),
        "INSERT INTO aanwezigheid SELECT kopie.id, datum, lesuur, minuten, status, minuten_te_laat, bron FROM kopie \
         JOIN aanwezigheid ON leerling = kopie.van"
            .to_owned(),
        format!(
            "INSERT OR IGNORE INTO aanwezigheid SELECT kopie.id, datum, lesuur, 50, 'aanwezig', 0, 'proef' FROM kopie, \
             ({lessen} WHERE organisatie = {SCHOOL}) LIMIT 1500000"
        ),
    ] {
        los.execute(AssertSqlSafe(stap)).await?;
    }
    let tel = |wat: &'static str| sqlx::query_scalar::<_, i64>(wat).fetch_one(&los);
    println!(
        "{} leerlingen, {} markeringen",
        tel("SELECT count(*) FROM leerling").await?,
        tel("SELECT count(*) FROM aanwezigheid").await?
    );
    let mut uitkomsten = Vec::new();
    for (naam, veel) in [("de regels een voor een", i64::MAX), ("de motor eerst", 1_000_000)] {
        let begin = Instant::now();
        let n = nachttaak_vanaf(&app, dag, veel).await?;
        println!("{naam}: {n} leerlingen in {:.2} s", begin.elapsed().as_secs_f64());
        let standen = "SELECT hex(leerling) || zeker || ' ' || mogelijk || ' ' || keren_te_laat || ' ' || dagen_weg FROM stand ORDER BY leerling";
        let signalen = "SELECT hex(leerling) || soort || begin_dag || minuten || stand FROM signaal ORDER BY 1";
        let mut uit: Vec<String> = sqlx::query_scalar(standen).fetch_all(&los).await?;
        uit.extend(sqlx::query_scalar::<_, String>(signalen).fetch_all(&los).await?);
        uitkomsten.push(uit);
    }
    assert_eq!(uitkomsten.first(), uitkomsten.get(1));
    println!("{} standen en signalen, gelijk", uitkomsten.first().map_or(0, Vec::len));
    Ok(())
}
