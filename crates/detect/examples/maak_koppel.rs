//! Makes the data of the matching benchmark from a seed: `maak_koppel MAP PERSONEN ZAAD` gives the four files of `koppel`, in
//! order of person, and `begin_van_plicht.parquet`, the first day of the duty per birth date, for engines that do not know it.

use arrow_array::{ArrayRef, Date32Array, RecordBatch, StringArray, UInt32Array};
use detect::koppel::{Artikel, begin_van_plicht};
use jiff::civil::date;
use parquet::arrow::ArrowWriter;
use parquet::basic::Compression;
use parquet::file::properties::WriterProperties;
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;
use rules::Vakantieregio;
use std::error::Error;
use std::fs::File;
use std::path::Path;
use std::sync::Arc;

type Uitslag<T> = Result<T, Box<dyn Error>>;

fn schrijf<const N: usize>(pad: &Path, kolommen: [(&str, ArrayRef); N]) -> Uitslag<()> {
    let blok = RecordBatch::try_from_iter(kolommen)?;
    let hoe = WriterProperties::builder()
        .set_compression(Compression::SNAPPY)
        .set_max_row_group_row_count(Some(1 << 20))
        .build();
    let mut w = ArrowWriter::try_new(File::create(pad)?, blok.schema(), Some(hoe))?;
    w.write(&blok)?;
    w.close()?;
    Ok(())
}

fn main() -> Uitslag<()> {
    let mut args = std::env::args().skip(1);
    let (Some(map), Some(personen), Some(zaad)) = (args.next(), args.next(), args.next()) else {
        return Err("gebruik: maak_koppel MAP PERSONEN ZAAD".into());
    };
    let (personen, zaad): (u32, u64) = (personen.parse()?, zaad.parse()?);
    let map = Path::new(&map);
    std::fs::create_dir_all(map)?;
    let mut r = ChaCha8Rng::seed_from_u64(zaad);
    let peil = detect::dagnummer(date(2026, 11, 2));
    let gemeenten: Vec<String> = (0..342).map(|g| format!("GM{g:04}")).collect();
    let (mut wie, mut geboren, mut waar) = (Vec::new(), Vec::new(), Vec::new());
    let (mut i_wie, mut i_begin, mut i_einde) = (Vec::new(), Vec::new(), Vec::new());
    let (mut v_wie, mut v_artikel, mut v_begin, mut v_einde) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let (mut d_wie, mut d_op) = (Vec::new(), Vec::new());
    let mut nummer = 100_u32;
    for _ in 0..personen {
        nummer += r.random_range(1..=2);
        let dag = peil - r.random_range(4 * 365..23 * 365);
        wie.push(nummer);
        geboren.push(dag);
        waar.push(gemeenten[r.random_range(0..gemeenten.len())].as_str());
        // Schools one after the other from the fourth year on; some with a gap, some never, some still to come.
        let mut begin = dag + 4 * 365 + r.random_range(0..200);
        while begin < peil + 60 && !r.random_bool(0.004) {
            let einde = begin + r.random_range(900..4200);
            i_wie.push(nummer);
            i_begin.push(begin);
            i_einde.push((einde <= peil || r.random_bool(0.1)).then_some(einde));
            if einde > peil {
                break;
            }
            begin = einde + if r.random_bool(0.02) { r.random_range(2..200) } else { 1 };
        }
        if r.random_range(0..330) == 0 {
            let begin = peil - r.random_range(0..1500);
            v_wie.push(nummer);
            v_artikel.push(Artikel::ALLE[r.random_range(0..Artikel::ALLE.len())].code());
            v_begin.push(begin);
            v_einde.push(r.random_bool(0.6).then(|| begin + r.random_range(30..900)));
        }
        if dag < peil - 17 * 365 && r.random_bool(0.6) {
            d_wie.push(nummer);
            d_op.push(dag + r.random_range(16 * 365..20 * 365));
        }
    }
    let tel = [wie.len(), i_wie.len(), v_wie.len(), d_wie.len()];
    schrijf(
        &map.join("personen.parquet"),
        [
            ("persoon", Arc::new(UInt32Array::from(wie)) as ArrayRef),
            ("geboortedatum", Arc::new(Date32Array::from(geboren))),
            ("gemeente", Arc::new(StringArray::from(waar))),
        ],
    )?;
    schrijf(
        &map.join("inschrijvingen.parquet"),
        [
            ("persoon", Arc::new(UInt32Array::from(i_wie)) as ArrayRef),
            ("begin", Arc::new(Date32Array::from(i_begin))),
            ("einde", Arc::new(Date32Array::from(i_einde))),
        ],
    )?;
    schrijf(
        &map.join("vrijstellingen.parquet"),
        [
            ("persoon", Arc::new(UInt32Array::from(v_wie)) as ArrayRef),
            ("artikel", Arc::new(StringArray::from(v_artikel))),
            ("begin", Arc::new(Date32Array::from(v_begin))),
            ("einde", Arc::new(Date32Array::from(v_einde))),
        ],
    )?;
    schrijf(
        &map.join("diplomas.parquet"),
        [
            ("persoon", Arc::new(UInt32Array::from(d_wie)) as ArrayRef),
            ("startkwalificatie_op", Arc::new(Date32Array::from(d_op))),
        ],
    )?;
    // The duty per birth date: first day, last day of leerplicht, and the last day before 18.
    let dagen: Vec<i32> = (peil - 24 * 365..peil).collect();
    let grenzen = detect::koppel::Grenzen::op(date(2026, 11, 2), Vakantieregio::Midden);
    let einde = dagen.iter().map(|d| grenzen.periode(*d).map_or(i32::MAX, |p| p.1)).collect::<Vec<_>>();
    let begin =
        dagen.iter().map(|d| begin_van_plicht(*d, date(2026, 11, 2), Vakantieregio::Midden)).collect::<Vec<_>>();
    schrijf(
        &map.join("plicht.parquet"),
        [
            ("geboortedatum", Arc::new(Date32Array::from(dagen)) as ArrayRef),
            ("begin", Arc::new(Date32Array::from(begin))),
            ("leerplicht_einde", Arc::new(Date32Array::from(einde))),
        ],
    )?;
    println!("{} personen, {} inschrijvingen, {} vrijstellingen, {} diploma's", tel[0], tel[1], tel[2], tel[3]);
    Ok(())
}
