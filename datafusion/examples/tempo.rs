//! Times the first report of every pupil inside DataFusion: `tempo MAP` with the files of `maak`, in one partition.

use datafusion::error::{DataFusionError, Result};
use datafusion::prelude::{ParquetReadOptions, SessionConfig, SessionContext};
use jiff::civil::date;
use leerrecht_datafusion::{Schooljaar, registreer};
use std::path::Path;
use std::time::Instant;

const KOLOMMEN: &str = "datum, lesuur, minuten, status, vakantieregio, lesuur_minuten";
const VAN: &str = "from aanwezigheid left join scholen using (school) group by leerling, school";

/// Seconds that all threads of this program have been at work.
fn aan_het_werk() -> f64 {
    let s = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let velden: Vec<&str> = s.rsplit(") ").next().unwrap_or_default().split(' ').collect();
    let tikken: f64 = velden.get(11..13).unwrap_or_default().iter().filter_map(|n| n.parse::<f64>().ok()).sum();
    tikken / 100.0
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let map = std::env::args().nth(1).ok_or_else(|| DataFusionError::Execution("gebruik: tempo MAP".to_owned()))?;
    let s = SessionContext::new_with_config(SessionConfig::new().with_target_partitions(1));
    let tot = date(2026, 7, 31);
    registreer(&s, Schooljaar::van(tot), tot)?;
    for tabel in ["aanwezigheid", "scholen"] {
        let pad = Path::new(&map).join(format!("{tabel}.parquet"));
        s.register_parquet(tabel, pad.to_string_lossy(), ParquetReadOptions::default()).await?;
    }
    for _ in 0..3 {
        for (naam, sql) in [
            (
                "eerste",
                format!("select count(*) from (select eerste_zestien_uur({KOLOMMEN}) u {VAN}) where u is not null"),
            ),
            ("alle", format!("select count(u) from (select unnest(zestien_uur({KOLOMMEN})) u {VAN})")),
            // What DataFusion itself needs for the same columns and groups.
            (
                "som",
                format!(
                    "select count(*) from (select min(datum), sum(lesuur), sum(minuten), min(status), min(vakantieregio), min(lesuur_minuten) {VAN})"
                ),
            ),
        ] {
            let (werk, klok) = (aan_het_werk(), Instant::now());
            let blokken = s.sql(&sql).await?.collect().await?;
            let (werk, klok) = (aan_het_werk() - werk, klok.elapsed().as_secs_f64());
            let uit = datafusion::arrow::util::pretty::pretty_format_batches(&blokken)?.to_string();
            let n = uit.lines().nth(3).unwrap_or_default().trim_matches(['|', ' ']).to_owned();
            println!("{naam:<8} {n:>8} {werk:6.2} s processor {klok:6.2} s klok");
        }
    }
    Ok(())
}
