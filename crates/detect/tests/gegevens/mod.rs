//! Random pupils, and files of them in every shape that a supplier could write.

use arrow_array::types::{Int8Type, Int32Type};
use arrow_array::{
    ArrayRef, Date32Array, DictionaryArray, Int64Array, LargeStringArray, RecordBatch, StringArray, StringViewArray,
    UInt8Array, UInt16Array, UInt32Array, UInt64Array,
};
use detect::{School, Schooljaar, Status};
use jiff::civil::date;
use parquet::arrow::ArrowWriter;
use parquet::file::properties::WriterProperties;
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;
use rules::Vakantieregio;
use std::fmt::Write as _;
use std::fs::File;
use std::path::Path;
use std::sync::Arc;

#[derive(Debug, Clone, Copy)]
pub struct Les {
    pub leerling: u32,
    pub school: u32,
    pub datum: i32,
    pub lesuur: u8,
    pub minuten: u16,
    pub status: Status,
}

pub fn jaar() -> Schooljaar {
    Schooljaar::van(date(2025, 9, 1))
}

pub fn scholen() -> Vec<School> {
    [Vakantieregio::Noord, Vakantieregio::Midden, Vakantieregio::Zuid]
        .into_iter()
        .zip([60, 50, 40])
        .zip(10..)
        .map(|((regio, lesuur_minuten), school)| School { school, regio, lesuur_minuten })
        .collect()
}

/// Pupils in order; one in ten changes school half-way, and goes back now and then.
pub fn leerlingen(n: u32, zaad: u64) -> Vec<Les> {
    let mut r = ChaCha8Rng::seed_from_u64(zaad);
    let mut lessen = Vec::new();
    for leerling in (0..n).map(|l| l * 7 + 3) {
        let (mut weg, dicht) = (false, r.random_range(1..20));
        for dag in 20..340 {
            if r.random_range(0..40) == 0 {
                weg = !weg;
            }
            let school = if r.random_bool(0.1) && leerling % 10 == 3 { 11 } else { 10 + leerling % 3 };
            for lesuur in 1..=6 {
                let status = match r.random_range(0..100) {
                    _ if weg => Status::Ongeoorloofd,
                    k if k < dicht => Status::IN_BESTAND[r.random_range(0..7)],
                    _ => continue,
                };
                let datum = jaar().eerste + dag;
                lessen.push(Les { leerling, school, datum, lesuur, minuten: r.random_range(1..=60), status });
            }
        }
    }
    lessen
}

fn kolommen(lessen: &[Les]) -> [(&'static str, ArrayRef); 6] {
    let status: DictionaryArray<Int8Type> = lessen.iter().map(|l| l.status.code()).collect();
    [
        ("leerling", Arc::new(UInt32Array::from_iter_values(lessen.iter().map(|l| l.leerling)))),
        ("school", Arc::new(UInt32Array::from_iter_values(lessen.iter().map(|l| l.school)))),
        ("datum", Arc::new(Date32Array::from_iter_values(lessen.iter().map(|l| l.datum)))),
        ("lesuur", Arc::new(UInt8Array::from_iter_values(lessen.iter().map(|l| l.lesuur)))),
        ("minuten", Arc::new(UInt16Array::from_iter_values(lessen.iter().map(|l| l.minuten)))),
        ("status", Arc::new(status)),
    ]
}

fn schrijf(pad: &Path, blok: &RecordBatch, hoe: WriterProperties) {
    let mut w = ArrowWriter::try_new(File::create(pad).unwrap(), blok.schema(), Some(hoe)).unwrap();
    w.write(blok).unwrap();
    w.close().unwrap();
}

pub fn parquet(pad: &Path, lessen: &[Les], hoe: WriterProperties) {
    schrijf(pad, &RecordBatch::try_from_iter(kolommen(lessen)).unwrap(), hoe);
}

/// Another type for some of the columns.
#[derive(Debug, Clone, Copy)]
pub enum Vorm {
    Lang,
    MetTeken,
    Tekst,
    GroteTekst,
    Zicht,
    Woordenboek32,
    MagLeeg,
    AndereVolgorde,
}

impl Vorm {
    pub const ALLE: [Self; 8] = [
        Self::Lang,
        Self::MetTeken,
        Self::Tekst,
        Self::GroteTekst,
        Self::Zicht,
        Self::Woordenboek32,
        Self::MagLeeg,
        Self::AndereVolgorde,
    ];
}

pub fn parquet_in_vorm(pad: &Path, lessen: &[Les], vorm: Vorm) {
    let mut k = kolommen(lessen).to_vec();
    let codes = || lessen.iter().map(|l| l.status.code());
    match vorm {
        Vorm::Lang => k[0].1 = Arc::new(UInt64Array::from_iter_values(lessen.iter().map(|l| u64::from(l.leerling)))),
        Vorm::MetTeken => {
            k[0].1 = Arc::new(Int64Array::from_iter_values(lessen.iter().map(|l| i64::from(l.leerling))));
            k[4].1 = Arc::new(Int64Array::from_iter_values(lessen.iter().map(|l| i64::from(l.minuten))));
        }
        Vorm::Tekst => k[5].1 = Arc::new(StringArray::from_iter_values(codes())),
        Vorm::GroteTekst => k[5].1 = Arc::new(LargeStringArray::from_iter_values(codes())),
        Vorm::Zicht => k[5].1 = Arc::new(StringViewArray::from_iter_values(codes())),
        Vorm::Woordenboek32 => k[5].1 = Arc::new(codes().collect::<DictionaryArray<Int32Type>>()),
        Vorm::MagLeeg | Vorm::AndereVolgorde => {}
    }
    if matches!(vorm, Vorm::AndereVolgorde) {
        k.reverse();
        k.push(("opmerking", Arc::new(StringArray::from_iter_values(codes()))));
    }
    let nullable = matches!(vorm, Vorm::MagLeeg);
    let blok = RecordBatch::try_from_iter_with_nullable(k.into_iter().map(|(n, a)| (n, a, nullable))).unwrap();
    schrijf(pad, &blok, WriterProperties::builder().build());
}

pub fn csv(pad: &Path, lessen: &[Les], scheiding: char) {
    let mut uit = "leerling,school,datum,lesuur,minuten,status\n".to_owned();
    for l in lessen {
        let datum = detect::datum(l.datum);
        writeln!(uit, "{},{},{datum},{},{},{}", l.leerling, l.school, l.lesuur, l.minuten, l.status.code()).unwrap();
    }
    std::fs::write(pad, uit.replace(',', &scheiding.to_string())).unwrap();
}
