//! Makes the data of the benchmarks from a seed: `maak MAP RIJEN ZAAD` gives `aanwezigheid.parquet` and `scholen.parquet`.
//!
//! Pupils of schools with different lesson hours and regions; spells of illness, late arrivals, truancy with a heavy tail,
//! days off around vacations, and pupils who stay away for weeks. The shares are ours, not statistics.

use arrow_array::builder::{Date32Builder, StringDictionaryBuilder, UInt8Builder, UInt16Builder, UInt32Builder};
use arrow_array::types::Int8Type;
use arrow_array::{ArrayRef, RecordBatch, StringArray, UInt16Array, UInt32Array};
use detect::Schooljaar;
use jiff::civil::date;
use parquet::arrow::ArrowWriter;
use parquet::basic::Compression;
use parquet::file::properties::WriterProperties;
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;
use rules::{Kalender, Vakantieregio};
use std::error::Error;
use std::fs::File;
use std::path::Path;
use std::sync::Arc;

type Uitslag<T> = Result<T, Box<dyn Error>>;

const REGIOS: [Vakantieregio; 3] = [Vakantieregio::Noord, Vakantieregio::Midden, Vakantieregio::Zuid];

/// Lessons away per pupil, about.
const PER_LEERLING: u64 = 57;
const PER_GROEP: usize = 1 << 20;

struct Tabel {
    leerling: UInt32Builder,
    school: UInt32Builder,
    datum: Date32Builder,
    lesuur: UInt8Builder,
    minuten: UInt16Builder,
    status: StringDictionaryBuilder<Int8Type>,
    n: usize,
}

impl Tabel {
    fn nieuw() -> Self {
        Self {
            leerling: UInt32Builder::new(),
            school: UInt32Builder::new(),
            datum: Date32Builder::new(),
            lesuur: UInt8Builder::new(),
            minuten: UInt16Builder::new(),
            status: StringDictionaryBuilder::new(),
            n: 0,
        }
    }

    fn kolommen(&mut self) -> Vec<(&'static str, ArrayRef)> {
        self.n = 0;
        vec![
            ("leerling", Arc::new(self.leerling.finish())),
            ("school", Arc::new(self.school.finish())),
            ("datum", Arc::new(self.datum.finish())),
            ("lesuur", Arc::new(self.lesuur.finish())),
            ("minuten", Arc::new(self.minuten.finish())),
            ("status", Arc::new(self.status.finish())),
        ]
    }
}

fn schrijver(pad: &Path, blok: &RecordBatch) -> Uitslag<ArrowWriter<File>> {
    let hoe = WriterProperties::builder()
        .set_compression(Compression::SNAPPY)
        .set_max_row_group_row_count(Some(PER_GROEP))
        .build();
    Ok(ArrowWriter::try_new(File::create(pad)?, blok.schema(), Some(hoe))?)
}

/// A spell in somebody's year: what, from which school day, how many days, which lessons.
struct Spel {
    status: &'static str,
    van: usize,
    dagen: usize,
    uren: std::ops::RangeInclusive<u8>,
}

fn spellen(r: &mut ChaCha8Rng, n: usize) -> Vec<Spel> {
    let mut uit = Vec::new();
    let mut erbij = |status, van: usize, dagen, uren| uit.push(Spel { status, van: van.min(n - 1), dagen, uren });
    for _ in 0..r.random_range(0..6) {
        erbij(
            if r.random_bool(0.8) { "ziek" } else { "geoorloofd" },
            r.random_range(0..n),
            r.random_range(1..5),
            1..=7,
        );
    }
    for _ in 0..r.random_range(0..6) {
        let u = r.random_range(1..=5);
        erbij("geoorloofd", r.random_range(0..n), 1, u..=u + 1);
    }
    for _ in 0..r.random_range(0..9) {
        erbij("te_laat", r.random_range(0..n), 1, 1..=1);
    }
    // Truancy: most pupils hardly, some a lot.
    let zwaarte: f64 = r.random();
    for _ in 0..(if zwaarte > 0.97 {
        r.random_range(10..60)
    } else if zwaarte > 0.7 {
        r.random_range(1..8)
    } else {
        0
    }) {
        let u = r.random_range(1..=6);
        let status = match r.random_range(0..20) {
            0 => "onbekend",
            1 => "betwist",
            _ => "ongeoorloofd",
        };
        erbij(status, r.random_range(0..n), 1, u..=(u + r.random_range(0..3)).min(8));
    }
    if r.random_bool(0.01) {
        erbij("ongeoorloofd", r.random_range(0..n), 4, 1..=7);
    }
    if r.random_bool(0.004) {
        erbij("ongeoorloofd", r.random_range(0..n), r.random_range(10..60), 1..=7);
    }
    uit
}

fn main() -> Uitslag<()> {
    let mut args = std::env::args().skip(1);
    let (Some(map), Some(rijen), Some(zaad)) = (args.next(), args.next(), args.next()) else {
        return Err("gebruik: maak MAP RIJEN ZAAD".into());
    };
    let (rijen, zaad): (u64, u64) = (rijen.parse()?, zaad.parse()?);
    let map = Path::new(&map);
    std::fs::create_dir_all(map)?;
    let jaar = Schooljaar::van(date(2025, 9, 1));
    let aantal_scholen = u32::try_from((rijen / PER_LEERLING / 1000).max(3))?;
    let lesuren: Vec<u16> = (0..aantal_scholen).map(|s| [60, 50, 45, 40][s as usize / 3 % 4]).collect();
    let scholen = RecordBatch::try_from_iter([
        ("school", Arc::new(UInt32Array::from_iter_values(0..aantal_scholen)) as ArrayRef),
        (
            "vakantieregio",
            Arc::new(StringArray::from_iter_values((0..aantal_scholen).map(|s| REGIOS[s as usize % 3].code()))),
        ),
        ("lesuur_minuten", Arc::new(UInt16Array::from_iter_values(lesuren.iter().copied()))),
    ])?;
    let mut w = schrijver(&map.join("scholen.parquet"), &scholen)?;
    w.write(&scholen)?;
    w.close()?;

    let dagen: Vec<Vec<i32>> = REGIOS
        .iter()
        .map(|r| {
            let k = Kalender::regio(*r);
            (0..jaar.dagen).filter(|d| k.is_schooldag(jaar.datum(*d))).map(|d| jaar.eerste + i32::from(d)).collect()
        })
        .collect();
    let mut r = ChaCha8Rng::seed_from_u64(zaad);
    let mut tabel = Tabel::nieuw();
    let mut w: Option<ArrowWriter<File>> = None;
    let (mut geschreven, mut leerling) = (0_u64, 0_u32);
    let mut lessen: Vec<(i32, u8, u16, &'static str)> = Vec::new();
    while geschreven < rijen {
        let school = leerling / 1000 % aantal_scholen;
        let schooldagen = &dagen[school as usize % 3];
        let duur = lesuren[school as usize];
        lessen.clear();
        for s in spellen(&mut r, schooldagen.len()) {
            for d in schooldagen.iter().skip(s.van).take(s.dagen) {
                for u in s.uren.clone() {
                    let minuten = if s.status == "te_laat" { r.random_range(2..20) } else { duur };
                    lessen.push((*d, u, minuten, s.status));
                }
            }
        }
        lessen.sort_unstable();
        lessen.dedup_by_key(|l| (l.0, l.1));
        for (d, u, m, s) in &lessen {
            tabel.leerling.append_value(leerling);
            tabel.school.append_value(school);
            tabel.datum.append_value(*d);
            tabel.lesuur.append_value(*u);
            tabel.minuten.append_value(*m);
            tabel.status.append(s)?;
            tabel.n += 1;
        }
        geschreven += u64::try_from(lessen.len())?;
        leerling += 1;
        if tabel.n >= 1 << 18 || geschreven >= rijen {
            let blok = RecordBatch::try_from_iter(tabel.kolommen())?;
            if w.is_none() {
                w = Some(schrijver(&map.join("aanwezigheid.parquet"), &blok)?);
            }
            if let Some(w) = &mut w {
                w.write(&blok)?;
            }
        }
    }
    if let Some(w) = w {
        w.close()?;
    }
    println!("{leerling} leerlingen, {geschreven} rijen, {aantal_scholen} scholen");
    Ok(())
}
