//! Times the queries inside DataFusion: `tempo MAP` with the files of `maak`, in one partition.

use datafusion::arrow::util::pretty::pretty_format_batches;
use datafusion::error::{DataFusionError, Result};
use datafusion::prelude::{SessionConfig, SessionContext};
use jiff::civil::date;
use leerrecht_datafusion::{Schooljaar, registreer};
use std::path::Path;
use std::time::Instant;

const KOLOMMEN: &str = "datum, lesuur, minuten, status, vakantieregio, lesuur_minuten";
const OVER: &str = "left join scholen using (school) group by leerling, school";

/// Seconds that all threads of this program have been at work.
fn aan_het_werk() -> f64 {
    let s = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let velden: Vec<&str> = s.rsplit(") ").next().unwrap_or_default().split(' ').collect();
    let tikken: f64 = velden.get(11..13).unwrap_or_default().iter().filter_map(|n| n.parse::<f64>().ok()).sum();
    tikken / 100.0
}

async fn meet(s: &SessionContext, naam: &str, sql: &str) -> Result<()> {
    let (werk, klok) = (aan_het_werk(), Instant::now());
    let blokken = s.sql(sql).await?.collect().await?;
    let (werk, klok) = (aan_het_werk() - werk, klok.elapsed().as_secs_f64());
    let uit = pretty_format_batches(&blokken)?.to_string();
    let n = uit.lines().nth(3).unwrap_or_default().trim_matches(['|', ' ']).to_owned();
    println!("{naam:<24} {n:>8} {werk:6.2} s processor {klok:6.2} s klok");
    Ok(())
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let map = std::env::args().nth(1).ok_or_else(|| DataFusionError::Execution("gebruik: tempo MAP".to_owned()))?;
    let s = SessionContext::new_with_config(SessionConfig::new().with_target_partitions(1));
    let tot = date(2026, 7, 31);
    registreer(&s, Schooljaar::van(tot), tot)?;
    for (tabel, bestand, orde) in [
        ("aanwezigheid", "aanwezigheid", ""),
        ("gesorteerd", "aanwezigheid", "with order (leerling, school)"),
        ("scholen", "scholen", ""),
    ] {
        let pad = Path::new(&map).join(bestand).with_extension("parquet");
        let sql = format!("create external table {tabel} stored as parquet location '{}' {orde}", pad.display());
        s.sql(&sql).await?;
    }
    let eerste = |tabel: &str| {
        format!(
            "select count(*) from (select eerste_zestien_uur({KOLOMMEN}) u from {tabel} {OVER}) where u is not null"
        )
    };
    let alle = format!("select count(u) from (select unnest(zestien_uur({KOLOMMEN})) u from aanwezigheid {OVER})");
    // What DataFusion itself needs to bring the same columns to the same groups.
    let kaal = format!(
        "select count(*) from (select max(datum) a, sum(lesuur) b, sum(minuten) c, count(status) d,
         count(vakantieregio) e, sum(lesuur_minuten) f from aanwezigheid {OVER}) where a is not null and b + c + d + e + f > 0"
    );
    for _ in 0..3 {
        meet(&s, "eerste", &eerste("aanwezigheid")).await?;
        meet(&s, "eerste, gesorteerd", &eerste("gesorteerd")).await?;
        meet(&s, "alle", &alle).await?;
        meet(&s, "zonder kern", &kaal).await?;
    }
    Ok(())
}
