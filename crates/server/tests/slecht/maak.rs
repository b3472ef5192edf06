//! Good files, and the same with one column changed.

use arrow_array::{ArrayRef, Date32Array, RecordBatch, StringArray, UInt8Array, UInt16Array, UInt32Array, make_array};
use arrow_schema::{Field, Schema};
use parquet::arrow::ArrowWriter;
use parquet::basic::Compression;
use parquet::file::properties::{WriterProperties, WriterPropertiesBuilder};
use std::fs::File;
use std::path::Path;
use std::sync::Arc;

pub(crate) type Kolommen = Vec<(&'static str, ArrayRef)>;

pub(crate) const RIJEN: u32 = 1000;
/// 1 September 2025, in days since 1970.
pub(crate) const SEPTEMBER: i32 = 20_332;

pub(crate) fn woord(i: u32) -> &'static str {
    ["ongeoorloofd", "ziek", "te_laat", "onbekend", "ongeoorloofd"][i as usize % 5]
}

pub(crate) fn dag(i: u32) -> i32 {
    SEPTEMBER + i32::try_from(i % 50 / 5).unwrap()
}

/// The good rows in this order.
fn rijen(volgorde: impl Fn(u32) -> u32) -> Kolommen {
    let i = || (0..RIJEN).map(&volgorde);
    let klein = |i: u32| u8::try_from(i % 5).unwrap();
    vec![
        ("leerling", Arc::new(UInt32Array::from_iter_values(i().map(|i| i / 50)))),
        ("school", Arc::new(UInt32Array::from_iter_values(i().map(|i| i / 500)))),
        ("datum", Arc::new(Date32Array::from_iter_values(i().map(dag)))),
        ("lesuur", Arc::new(UInt8Array::from_iter_values(i().map(klein)))),
        ("minuten", Arc::new(UInt16Array::from_iter_values(i().map(|i| 40 + u16::from(klein(i)))))),
        ("status", Arc::new(StringArray::from_iter_values(i().map(woord)))),
    ]
}

/// Twenty pupils at two schools with fifty lessons each, five a day, in order.
pub(crate) fn goed() -> Kolommen {
    rijen(|i| i)
}

/// The same rows in another order.
pub(crate) fn door_elkaar() -> Kolommen {
    rijen(|i| (i * 619 + 7) % RIJEN)
}

pub(crate) fn scholen() -> Kolommen {
    vec![
        ("school", Arc::new(UInt32Array::from(vec![0, 1]))),
        ("vakantieregio", Arc::new(StringArray::from(vec!["noord", "zuid"]))),
        ("lesuur_minuten", Arc::new(UInt16Array::from(vec![50, 60]))),
    ]
}

/// These columns, with another one in the place of the one of that name.
pub(crate) fn met(mut kolommen: Kolommen, naam: &str, nieuw: ArrayRef) -> Kolommen {
    kolommen.iter_mut().filter(|(n, _)| *n == naam).for_each(|k| k.1 = Arc::clone(&nieuw));
    kolommen
}

/// These columns without the one of that name.
pub(crate) fn zonder(mut kolommen: Kolommen, naam: &str) -> Kolommen {
    kolommen.retain(|(n, _)| *n != naam);
    kolommen
}

/// These columns, with nothing in row 700 of one of them.
pub(crate) fn met_leeg(kolommen: Kolommen, naam: &str) -> Kolommen {
    let oud = kolommen.iter().find(|(n, _)| *n == naam).map(|(_, k)| Arc::clone(k)).unwrap();
    let gaten: Vec<bool> = (0..oud.len()).map(|i| i != 700 % oud.len()).collect();
    let data = oud.to_data().into_builder().nulls(Some(gaten.into())).build().unwrap();
    met(kolommen, naam, make_array(data))
}

/// The good rows as text.
pub(crate) fn csv(scheiding: char) -> String {
    let mut uit = "leerling,school,datum,lesuur,minuten,status\n".to_owned();
    for i in 0..RIJEN {
        let d = 1 + i % 50 / 5;
        uit += &format!("{},{},2025-09-{d:02},{},{},{}\n", i / 50, i / 500, i % 5, 40 + i % 5, woord(i));
    }
    uit.replace(',', &scheiding.to_string())
}

pub(crate) fn gewoon() -> WriterPropertiesBuilder {
    WriterProperties::builder().set_compression(Compression::SNAPPY)
}

pub(crate) fn schrijf(pad: &Path, kolommen: Kolommen) {
    schrijf_zo(pad, kolommen, gewoon());
}

/// Writes a file in this way; a column without any value can be empty.
pub(crate) fn schrijf_zo(pad: &Path, kolommen: Kolommen, hoe: WriterPropertiesBuilder) {
    let velden: Vec<Field> =
        kolommen.iter().map(|(n, k)| Field::new(*n, k.data_type().clone(), k.null_count() > 0)).collect();
    let schema = Arc::new(Schema::new(velden));
    let blok = RecordBatch::try_new(Arc::clone(&schema), kolommen.into_iter().map(|(_, k)| k).collect()).unwrap();
    let mut w = ArrowWriter::try_new(File::create(pad).unwrap(), schema, Some(hoe.build())).unwrap();
    w.write(&blok).unwrap();
    w.close().unwrap();
}
