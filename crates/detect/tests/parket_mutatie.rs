//! One changed byte in a good Parquet file: signals or a fault that names the file, never a panic and never much memory.
//!
//! `PARKET_MUTATIES` sets how many per way of writing.
#![expect(clippy::unwrap_used, reason = "een toets mag vallen")]

use arrow_array::builder::StringDictionaryBuilder;
use arrow_array::types::Int8Type;
use arrow_array::{ArrayRef, Date32Array, RecordBatch, StringArray, UInt8Array, UInt16Array, UInt32Array, UInt64Array};
use detect::{Fout, Grenzen, School, Schooljaar, Signaal, Soort, Vraag, Wet};
use jiff::civil::date;
use parquet::arrow::ArrowWriter;
use parquet::basic::{Compression, Encoding};
use parquet::file::properties::{WriterProperties, WriterPropertiesBuilder, WriterVersion};
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

const RIJEN: u32 = 1000;
/// The whole test, all ways of writing together, in this much memory.
const HOOGSTENS_KB: u64 = 400 << 10;

fn jaar() -> Schooljaar {
    Schooljaar::van(date(2025, 9, 1))
}

/// Twenty pupils with fifty lessons each, five a day.
fn blok(woordenboek: bool) -> RecordBatch {
    let begin = detect::dagnummer(date(2025, 9, 1));
    let i = || 0..RIJEN;
    let woord = |i: u32| ["ongeoorloofd", "ziek", "te_laat", "onbekend", "ongeoorloofd"][i as usize % 5];
    let status: ArrayRef = if woordenboek {
        let mut b = StringDictionaryBuilder::<Int8Type>::new();
        i().for_each(|i| b.append_value(woord(i)));
        Arc::new(b.finish())
    } else {
        Arc::new(StringArray::from_iter_values(i().map(woord)))
    };
    let leerling: ArrayRef = if woordenboek {
        Arc::new(UInt32Array::from_iter_values(i().map(|i| i / 50)))
    } else {
        Arc::new(UInt64Array::from_iter_values(i().map(|i| u64::from(i / 50) << 40)))
    };
    let dag = |i: u32| begin + i32::try_from(i % 50 / 5).unwrap();
    RecordBatch::try_from_iter([
        ("leerling", leerling),
        ("school", Arc::new(UInt32Array::from_iter_values(i().map(|i| i / 500))) as ArrayRef),
        ("datum", Arc::new(Date32Array::from_iter_values(i().map(dag)))),
        ("lesuur", Arc::new(UInt8Array::from_iter_values(i().map(|i| u8::try_from(i % 5).unwrap())))),
        ("minuten", Arc::new(UInt16Array::from_iter_values(i().map(|i| u16::try_from(40 + i % 21).unwrap())))),
        ("status", status),
    ])
    .unwrap()
}

fn schrijf(pad: &Path, blok: &RecordBatch, hoe: WriterPropertiesBuilder) {
    let hoe = hoe.set_max_row_group_row_count(Some(400)).set_data_page_row_count_limit(150).set_write_batch_size(50);
    let mut w = ArrowWriter::try_new(std::fs::File::create(pad).unwrap(), blok.schema(), Some(hoe.build())).unwrap();
    w.write(blok).unwrap();
    w.close().unwrap();
}

/// The ways of writing, with and without our own decoding.
fn manieren() -> Vec<(&'static str, bool, WriterPropertiesBuilder)> {
    let hoe = |c: Compression| WriterProperties::builder().set_compression(c);
    let mut delta = hoe(Compression::UNCOMPRESSED).set_dictionary_enabled(false);
    for k in ["leerling", "school", "datum", "lesuur", "minuten"] {
        delta = delta.set_column_encoding(k.into(), Encoding::DELTA_BINARY_PACKED);
    }
    let tekst = |b: WriterPropertiesBuilder, e| b.set_column_encoding("status".into(), e);
    vec![
        ("snappy", true, hoe(Compression::SNAPPY)),
        ("kaal", true, hoe(Compression::UNCOMPRESSED)),
        ("plat", false, hoe(Compression::UNCOMPRESSED).set_dictionary_enabled(false)),
        (
            "zstd v2",
            false,
            hoe(Compression::ZSTD(parquet::basic::ZstdLevel::default())).set_writer_version(WriterVersion::PARQUET_2_0),
        ),
        ("lz4", false, hoe(Compression::LZ4_RAW)),
        ("gzip", true, hoe(Compression::GZIP(parquet::basic::GzipLevel::default()))),
        ("delta", false, tekst(delta.clone(), Encoding::DELTA_BYTE_ARRAY)),
        ("delta lengte", false, tekst(delta.clone(), Encoding::DELTA_LENGTH_BYTE_ARRAY)),
        (
            "delta gzip",
            false,
            tekst(
                delta.set_compression(Compression::GZIP(parquet::basic::GzipLevel::default())),
                Encoding::DELTA_BYTE_ARRAY,
            ),
        ),
    ]
}

/// Everything that the commands ask of a file.
fn vraag(pad: &Path, draden: usize) -> Result<Vec<Signaal>, Fout> {
    let scholen: Vec<School> =
        (0..2).map(|school| School { school, regio: rules::Vakantieregio::Zuid, lesuur_minuten: 60 }).collect();
    let paden = [PathBuf::from(pad)];
    detect::tel_rijen(&paden)?;
    let tot = detect::laatste_dag(&paden, jaar())?.max(60);
    let grenzen = Grenzen { jaar: jaar(), tot_en_met: detect::dagnummer(date(2026, 7, 1)) };
    let wet = Wet::nieuw(jaar(), &scholen, jaar().datum(tot));
    let vraag = Vraag { soort: Soort::Beide, eerste: false, tot };
    detect::signaleer_bestanden(&paden, grenzen, &wet, vraag, draden, pad.parent().unwrap())
}

/// The most memory that this process has ever used.
fn geheugen_kb() -> u64 {
    let tekst = std::fs::read_to_string("/proc/self/status").unwrap();
    let regel = tekst.lines().find_map(|r| r.strip_prefix("VmHWM:")).unwrap();
    regel.trim().trim_end_matches(" kB").parse().unwrap()
}

#[test]
fn een_andere_byte_geeft_nooit_paniek() {
    let keren: usize = std::env::var("PARKET_MUTATIES").ok().and_then(|n| n.parse().ok()).unwrap_or(300);
    let map = tempfile::tempdir().unwrap();
    let pad = map.path().join("les.parquet");
    let mut r = ChaCha8Rng::seed_from_u64(17);
    let mut paniek = Vec::new();
    // A panic on another thread counts too, even when it is caught there.
    static GEZIEN: AtomicUsize = AtomicUsize::new(0);
    std::panic::set_hook(Box::new(|wat| {
        GEZIEN.fetch_add(1, Ordering::SeqCst);
        eprintln!("{wat}");
    }));
    for (naam, woordenboek, hoe) in manieren() {
        schrijf(&pad, &blok(woordenboek), hoe);
        let heel = std::fs::read(&pad).unwrap();
        let goed = vraag(&pad, 1).unwrap();
        assert!(goed.len() >= 5, "{naam}: {} signalen", goed.len());
        assert_eq!(vraag(&pad, 2).as_ref(), Ok(&goed), "{naam}");
        let (mut gelijk, mut anders, mut fout) = (0, 0, 0);
        for keer in 0..keren {
            let plek = r.random_range(0..heel.len());
            let mut krom = heel.clone();
            krom[plek] ^= if keer % 2 == 0 { 1 << r.random_range(0..8) } else { r.random_range(1..=255) };
            std::fs::write(&pad, &krom).unwrap();
            let voor = GEZIEN.load(Ordering::SeqCst);
            match catch_unwind(AssertUnwindSafe(|| vraag(&pad, 1 + keer % 2))) {
                Ok(Ok(s)) if s == goed => gelijk += 1,
                Ok(Ok(_)) => anders += 1,
                Ok(Err(f)) => {
                    assert!(f.bestand == pad && !f.melding.is_empty(), "{naam} byte {plek}: {f}");
                    fout += 1;
                }
                Err(_) => {}
            }
            if GEZIEN.load(Ordering::SeqCst) > voor {
                paniek.push(format!("{naam} byte {plek}: {:02x} werd {:02x}", heel[plek], krom[plek]));
            }
        }
        println!("{naam}: {} bytes; {gelijk} gelijk, {anders} andere signalen, {fout} fout", heel.len());
    }
    println!("hoogstens {} MB", geheugen_kb() >> 10);
    assert!(paniek.is_empty(), "{} keer paniek: {paniek:#?}", paniek.len());
    assert!(geheugen_kb() < HOOGSTENS_KB, "{} kB", geheugen_kb());
}

#[test]
fn een_andere_byte_in_de_scholen_geeft_nooit_paniek() {
    let map = tempfile::tempdir().unwrap();
    let pad = map.path().join("scholen.parquet");
    let regio = ["noord", "midden", "zuid"];
    let scholen = RecordBatch::try_from_iter([
        ("school", Arc::new(UInt32Array::from_iter_values(0..60)) as ArrayRef),
        ("vakantieregio", Arc::new(StringArray::from_iter_values((0..60).map(|i| regio[i % 3])))),
        ("lesuur_minuten", Arc::new(UInt16Array::from_iter_values((0..60).map(|i| 40 + i % 20)))),
    ])
    .unwrap();
    schrijf(&pad, &scholen, WriterProperties::builder().set_compression(Compression::SNAPPY));
    let heel = std::fs::read(&pad).unwrap();
    assert_eq!(detect::lees_scholen(&pad).unwrap().len(), 60);
    for plek in 0..heel.len() {
        for bit in [0, 3, 7] {
            let mut krom = heel.clone();
            krom[plek] ^= 1 << bit;
            std::fs::write(&pad, &krom).unwrap();
            if let Err(f) = detect::lees_scholen(&pad) {
                assert!(f.bestand == pad && !f.melding.is_empty(), "byte {plek}: {f}");
            }
        }
    }
}

#[test]
fn een_afgekapt_bestand_is_overal_een_fout() {
    let map = tempfile::tempdir().unwrap();
    let pad = map.path().join("les.parquet");
    for (naam, woordenboek, hoe) in manieren() {
        schrijf(&pad, &blok(woordenboek), hoe);
        let heel = std::fs::read(&pad).unwrap();
        for tot in (0..heel.len()).step_by(heel.len() / 60) {
            std::fs::write(&pad, &heel[..tot]).unwrap();
            let f = vraag(&pad, 1).unwrap_err();
            assert!(f.bestand == pad && !f.herstel.is_empty(), "{naam} tot {tot}: {f}");
        }
    }
}
