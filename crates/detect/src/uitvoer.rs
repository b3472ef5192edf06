//! What goes out: signals as Parquet or CSV, there whole or not at all.

use crate::fout::Fout;
use crate::invoer::is_csv;
use crate::kalender::Schooljaar;
use crate::signaal::{Signaal, Soort};
use arrow_array::{ArrayRef, Date32Array, RecordBatch, StringArray, UInt32Array, UInt64Array};
use arrow_schema::{DataType, Field, Schema};
use parquet::arrow::ArrowWriter;
use parquet::basic::Compression;
use parquet::file::properties::WriterProperties;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;
use std::sync::Arc;

const PER_KEER: usize = 64 << 10;

/// Writes a file beside its place and moves it there when it is whole; on a fault nothing stays behind.
///
/// # Errors
/// What `schrijf` says, or that the file cannot be written.
pub fn schrijf_heel(pad: &Path, schrijf: impl FnOnce(&File) -> Result<(), Fout>) -> Result<(), Fout> {
    let mut deel = pad.as_os_str().to_owned();
    deel.push(".deel");
    let deel = Path::new(&deel);
    let klaar = File::create(deel).map_err(|e| Fout::io(pad, &e)).and_then(|bestand| {
        schrijf(&bestand)?;
        bestand.sync_all().and_then(|()| std::fs::rename(deel, pad)).map_err(|e| Fout::io(pad, &e))
    });
    if klaar.is_err() {
        let _ = std::fs::remove_file(deel);
    }
    klaar
}

/// Writes signals: `leerling, school, begin, bereikt_op, minuten`, and `soort` when both kinds were asked for.
///
/// # Errors
/// The file cannot be written.
pub fn schrijf_signalen(pad: &Path, signalen: &[Signaal], jaar: Schooljaar, soort: Soort) -> Result<(), Fout> {
    let met_soort = soort == Soort::Beide;
    schrijf_heel(pad, |bestand| {
        if is_csv(pad) {
            csv(bestand, signalen, jaar, met_soort).map_err(|e| Fout::io(pad, &e))
        } else {
            parket(bestand, signalen, jaar, met_soort)
                .map_err(|e| Fout::van(pad, format!("schrijven lukt niet ({e})"), "Controleer de map en de ruimte."))
        }
    })
}

fn soortcode(s: &Signaal) -> &'static str {
    if s.langdurig { "langdurig" } else { "zestien_uur" }
}

fn csv(bestand: &File, signalen: &[Signaal], jaar: Schooljaar, met_soort: bool) -> std::io::Result<()> {
    let mut w = BufWriter::new(bestand);
    let kop = "leerling,school,begin,bereikt_op,minuten";
    writeln!(w, "{kop}{}", if met_soort { ",soort" } else { "" })?;
    for s in signalen {
        let (begin, bereikt) = (jaar.datum(s.begin), jaar.datum(s.bereikt_op));
        write!(w, "{},{},{begin},{bereikt},{}", s.leerling, s.school, s.minuten)?;
        if met_soort {
            write!(w, ",{}", soortcode(s))?;
        }
        writeln!(w)?;
    }
    w.flush()
}

fn parket(
    bestand: &File,
    signalen: &[Signaal],
    jaar: Schooljaar,
    met_soort: bool,
) -> Result<(), parquet::errors::ParquetError> {
    let veld = |naam: &str, t: DataType| Field::new(naam, t, false);
    let mut velden = vec![
        veld("leerling", DataType::UInt64),
        veld("school", DataType::UInt32),
        veld("begin", DataType::Date32),
        veld("bereikt_op", DataType::Date32),
        veld("minuten", DataType::UInt32),
    ];
    if met_soort {
        velden.push(veld("soort", DataType::Utf8));
    }
    let schema = Arc::new(Schema::new(velden));
    let hoe = WriterProperties::builder().set_compression(Compression::SNAPPY).build();
    let mut w = ArrowWriter::try_new(bestand, Arc::clone(&schema), Some(hoe))?;
    let dag = |d: u16| jaar.eerste + i32::from(d);
    for deel in signalen.chunks(PER_KEER) {
        let mut kolommen: Vec<ArrayRef> = vec![
            Arc::new(UInt64Array::from_iter_values(deel.iter().map(|s| s.leerling))),
            Arc::new(UInt32Array::from_iter_values(deel.iter().map(|s| s.school))),
            Arc::new(Date32Array::from_iter_values(deel.iter().map(|s| dag(s.begin)))),
            Arc::new(Date32Array::from_iter_values(deel.iter().map(|s| dag(s.bereikt_op)))),
            Arc::new(UInt32Array::from_iter_values(deel.iter().map(|s| s.minuten))),
        ];
        if met_soort {
            kolommen.push(Arc::new(StringArray::from_iter_values(deel.iter().map(soortcode))));
        }
        w.write(&RecordBatch::try_new(Arc::clone(&schema), kolommen)?)?;
    }
    w.close()?;
    Ok(())
}
