//! Pupils from a seed, as Parquet and as a session with both functions.

use datafusion::arrow::array::types::{Date32Type, Int8Type, UInt32Type};
use datafusion::arrow::array::{
    Array, ArrayRef, AsArray, Date32Array, DictionaryArray, RecordBatch, StringArray, StructArray, UInt8Array,
    UInt16Array, UInt32Array,
};
use datafusion::error::Result;
use datafusion::execution::runtime_env::RuntimeEnv;
use datafusion::parquet::arrow::ArrowWriter;
use datafusion::parquet::file::properties::WriterProperties;
use datafusion::prelude::{ParquetReadOptions, SessionConfig, SessionContext};
use detect::{Schooljaar, Status};
use jiff::civil::{Date, date};
use leerrecht_datafusion::registreer;
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;
use std::fs::File;
use std::path::Path;
use std::sync::Arc;

const REGIOS: [&str; 3] = ["noord", "midden", "zuid"];
const LESUREN: [u16; 4] = [60, 50, 45, 30];
/// Every region with every lesson hour.
const SCHOLEN: u32 = 12;

pub fn jaar() -> Schooljaar {
    Schooljaar::van(date(2025, 9, 1))
}

/// One line of the attendance file.
#[derive(Debug, Clone, Copy)]
pub struct Les {
    pub leerling: u32,
    pub school: u32,
    pub datum: i32,
    pub lesuur: u8,
    pub minuten: u16,
    pub status: &'static str,
}

/// Pupils with calm weeks, bad weeks and long stretches away, also in weekends and vacations; some change school.
pub fn lessen(zaad: u64, leerlingen: u32) -> Vec<Les> {
    let r = &mut ChaCha8Rng::seed_from_u64(zaad);
    let mut uit = Vec::new();
    for leerling in 0..leerlingen {
        let mut school = r.random_range(0..SCHOLEN);
        let (mut weg, dicht, wissel) = (r.random_bool(0.2), r.random_range(1..30), r.random_range(5..60));
        let volledig = r.random_bool(0.1);
        let begin = r.random_range(0..300);
        let einde = jaar().dagen.min(begin + r.random_range(20..330));
        let overstap = if r.random_bool(0.05) { r.random_range(begin..einde) } else { u16::MAX };
        for dag in begin..einde {
            if dag == overstap {
                school = (school + 5) % SCHOLEN;
            }
            if r.random_range(0..wissel) == 0 {
                weg = !weg;
            }
            let weekend = matches!(jaar().datum(dag).weekday().to_monday_zero_offset(), 5 | 6);
            if weekend && !r.random_bool(0.05) {
                continue;
            }
            for lesuur in 1..=r.random_range(1..=7) {
                let status = match r.random_range(0..100) {
                    0..3 if weg => Status::IN_BESTAND[r.random_range(0..7)],
                    _ if weg => Status::IN_BESTAND[[0, 0, 2, 3][r.random_range(0..4)]],
                    k if k < dicht => Status::IN_BESTAND[r.random_range(0..7)],
                    _ if volledig => Status::Aanwezig,
                    _ => continue,
                };
                let minuten = r.random_range(1..if status == Status::TeLaat { 25 } else { 61 });
                let datum = jaar().eerste + i32::from(dag);
                uit.push(Les { leerling, school, datum, lesuur, minuten, status: status.code() });
            }
        }
    }
    uit
}

fn schrijf(pad: &Path, kolommen: Vec<(&str, ArrayRef)>) {
    let blok = RecordBatch::try_from_iter(kolommen).unwrap();
    // Small row groups, so that every partition has its share.
    let hoe = WriterProperties::builder().set_max_row_group_row_count(Some(20_000)).build();
    let mut w = ArrowWriter::try_new(File::create(pad).unwrap(), blok.schema(), Some(hoe)).unwrap();
    w.write(&blok).unwrap();
    w.close().unwrap();
}

pub fn schrijf_lessen(pad: &Path, lessen: &[Les]) {
    let status: DictionaryArray<Int8Type> = lessen.iter().map(|l| l.status).collect();
    let getal = |f: fn(&Les) -> u32| Arc::new(UInt32Array::from_iter_values(lessen.iter().map(f))) as ArrayRef;
    schrijf(
        pad,
        vec![
            ("leerling", getal(|l| l.leerling)),
            ("school", getal(|l| l.school)),
            ("datum", Arc::new(Date32Array::from_iter_values(lessen.iter().map(|l| l.datum)))),
            ("lesuur", Arc::new(UInt8Array::from_iter_values(lessen.iter().map(|l| l.lesuur)))),
            ("minuten", Arc::new(UInt16Array::from_iter_values(lessen.iter().map(|l| l.minuten)))),
            ("status", Arc::new(status)),
        ],
    );
}

/// The schools of the lessons, the first `n` of them.
pub fn schrijf_scholen(pad: &Path, n: u32) {
    let regio = (0..n).map(|s| REGIOS[s as usize % 3]);
    let lesuur = (0..n).map(|s| LESUREN[s as usize / 3]);
    schrijf(
        pad,
        vec![
            ("school", Arc::new(UInt32Array::from_iter_values(0..n))),
            ("vakantieregio", Arc::new(StringArray::from_iter_values(regio))),
            ("lesuur_minuten", Arc::new(UInt16Array::from_iter_values(lesuur))),
        ],
    );
}

/// A folder with the lessons and all schools.
pub fn map_met(lessen: &[Les]) -> tempfile::TempDir {
    let map = tempfile::tempdir().unwrap();
    schrijf_lessen(&map.path().join("aanwezigheid.parquet"), lessen);
    schrijf_scholen(&map.path().join("scholen.parquet"), SCHOLEN);
    map
}

/// A session over the files of a folder.
pub async fn sessie(map: &Path, instellingen: &[(&str, &str)], tot: Date) -> SessionContext {
    sessie_met(map, instellingen, tot, Arc::default()).await
}

/// The same, with memory of its own.
pub async fn sessie_met(
    map: &Path,
    instellingen: &[(&str, &str)],
    tot: Date,
    geheugen: Arc<RuntimeEnv>,
) -> SessionContext {
    let mut hoe =
        SessionConfig::new().with_target_partitions(4).set_str("datafusion.optimizer.repartition_file_min_size", "1");
    for (naam, waarde) in instellingen {
        hoe = hoe.set_str(naam, waarde);
    }
    let s = SessionContext::new_with_config_rt(hoe, geheugen);
    registreer(&s, jaar(), tot).unwrap();
    for tabel in ["aanwezigheid", "scholen"] {
        let pad = map.join(format!("{tabel}.parquet"));
        s.register_parquet(tabel, pad.to_str().unwrap(), ParquetReadOptions::default()).await.unwrap();
    }
    s
}

/// The query of the README.
pub fn sql(functie: &str) -> String {
    format!(
        "select leerling, school, {functie}(datum, lesuur, minuten, status, vakantieregio, lesuur_minuten) as uur
         from aanwezigheid left join scholen using (school) group by leerling, school"
    )
}

/// Pupil, school, first day, day on which the limit was reached, minutes.
pub type Melding = (u32, u32, i32, i32, u32);

fn rij(wie: (u32, u32), s: &StructArray, i: usize) -> Melding {
    let dag = |k| s.column_by_name(k).unwrap().as_primitive::<Date32Type>().value(i);
    let minuten = s.column_by_name("minuten").unwrap().as_primitive::<UInt32Type>().value(i);
    (wie.0, wie.1, dag("begin"), dag("bereikt_op"), minuten)
}

/// The reports of an answer with `leerling`, `school` and `uur`, in order, and the number of groups.
pub async fn antwoord(s: &SessionContext, sql: &str) -> Result<(Vec<Melding>, usize)> {
    let (mut uit, mut groepen) = (Vec::new(), 0);
    for blok in s.sql(sql).await?.collect().await? {
        let getal = |k, i| blok.column_by_name(k).unwrap().as_primitive::<UInt32Type>().value(i);
        let uur = blok.column_by_name("uur").unwrap();
        for i in 0..blok.num_rows() {
            let wie = (getal("leerling", i), getal("school", i));
            if let Some(lijst) = uur.as_list_opt::<i32>() {
                assert!(lijst.is_valid(i), "een leerling zonder melding heeft een lege lijst");
                let meldingen = lijst.value(i);
                let m = meldingen.as_struct();
                uit.extend((0..m.len()).map(|j| rij(wie, m, j)));
            } else if uur.is_valid(i) {
                uit.push(rij(wie, uur.as_struct(), i));
            }
        }
        groepen += blok.num_rows();
    }
    uit.sort_unstable();
    Ok((uit, groepen))
}
