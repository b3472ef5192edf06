//! The same columns as text: CSV with a header, comma or semicolon.

use super::aanwezigheid::Grenzen;
use super::sorteer::Sorteerder;
use super::vertaling::{Bezwaar, Dag, FOUT, Lesuur, Minuten, School, Streng, Woord, herstel};
use crate::fout::Fout;
use crate::kalender::dagnummer;
use jiff::civil::Date;
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;

/// A CSV file of which the header has been read.
pub(super) struct Tabel<const N: usize> {
    pub(super) lezer: csv::Reader<BufReader<File>>,
    pub(super) plek: [usize; N],
}

impl<const N: usize> Tabel<N> {
    /// Opens the file and finds the columns.
    pub(super) fn open(pad: &Path, namen: [&str; N]) -> Result<Self, Fout> {
        let mut bestand = BufReader::with_capacity(256 << 10, File::open(pad).map_err(|e| Fout::io(pad, &e))?);
        let begin = bestand.fill_buf().map_err(|e| Fout::io(pad, &e))?;
        let eerste = begin.split(|b| *b == b'\n').next().unwrap_or_default();
        let scheiding = if eerste.contains(&b';') { b';' } else { b',' };
        let mut lezer = csv::ReaderBuilder::new().delimiter(scheiding).from_reader(bestand);
        let koppen = lezer
            .byte_headers()
            .map_err(|_| {
                Fout::van(pad, "de eerste regel is geen lijst van kolommen", "Zet de namen van de kolommen bovenaan.")
            })?
            .clone();
        let mut plek = [0; N];
        for (p, naam) in plek.iter_mut().zip(namen) {
            let schoon = |k: &[u8]| k.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(k).trim_ascii() == naam.as_bytes();
            *p = koppen.iter().position(schoon).ok_or_else(|| {
                let er_zijn: Vec<String> =
                    koppen.iter().take(20).map(|k| String::from_utf8_lossy(k).chars().take(30).collect()).collect();
                Fout::van(pad, "deze kolom ontbreekt", format!("Er zijn wel: {}.", er_zijn.join(", "))).in_kolom(naam)
            })?;
        }
        Ok(Self { lezer, plek })
    }

    /// The next line into `cellen`; false at the end.
    pub(super) fn volgende(&mut self, pad: &Path, cellen: &mut csv::ByteRecord) -> Result<bool, Fout> {
        let rij = self.lezer.position().record().saturating_sub(1);
        self.lezer.read_byte_record(cellen).map_err(|_| {
            Fout::van(pad, "deze regel heeft een ander aantal kolommen", "Maak het bestand opnieuw.").in_rij(rij)
        })
    }
}

/// A number in a cell.
pub(super) fn getal(cel: &[u8]) -> Option<u64> {
    std::str::from_utf8(cel).ok()?.trim().parse().ok()
}

/// Says that a cell holds no number.
fn geen_getal(cel: &[u8]) -> String {
    let woord: String = String::from_utf8_lossy(cel).chars().take(30).collect();
    format!("«{woord}» is geen heel getal van 0 of hoger")
}

/// A date in a cell, in days since 1970.
pub(super) fn dag(cel: &[u8]) -> Option<i32> {
    std::str::from_utf8(cel).ok()?.trim().parse::<Date>().ok().map(dagnummer)
}

/// A fault in a cell.
pub(super) fn fout(pad: &Path, rij: u64, kolom: &str, melding: impl Into<String>) -> Fout {
    Fout::van(pad, melding, herstel(kolom)).in_kolom(kolom).in_rij(rij)
}

const NAMEN: [&str; 6] = ["leerling", "school", "datum", "lesuur", "minuten", "status"];

/// Reads attendance from CSV: every row to the sorter.
pub(super) fn lees(pad: &Path, g: Grenzen, s: &mut Sorteerder) -> Result<(), Fout> {
    let mut t = Tabel::open(pad, NAMEN)?;
    let b = Bezwaar::default;
    let (school, lesuur, minuten, status) =
        (School { bezwaar: b() }, Lesuur { bezwaar: b() }, Minuten { bezwaar: b() }, Woord::default());
    let datum = Dag { jaar: g.jaar, tot_en_met: g.tot_en_met, bezwaar: b() };
    let mut cellen = csv::ByteRecord::new();
    let mut rij = 0;
    while t.volgende(pad, &mut cellen)? {
        let cel = |i: usize| t.plek.get(i).and_then(|p| cellen.get(*p)).unwrap_or_default();
        let leerling = getal(cel(0)).filter(|l| *l != u64::MAX);
        let leerling = leerling.ok_or_else(|| fout(pad, rij, "leerling", "dit is geen nummer van een leerling"))?;
        let nummer = |i: usize, kolom: &str| {
            let n = getal(cel(i)).and_then(|n| i64::try_from(n).ok());
            n.ok_or_else(|| fout(pad, rij, kolom, geen_getal(cel(i))))
        };
        let dagnummer = dag(cel(2)).map_or(i64::MAX, i64::from);
        let c = mag(&school, crate::parket::Vertaling::getal(&school, nummer(1, "school")?), pad, rij, "school")?;
        let d = mag(&datum, crate::parket::Vertaling::getal(&datum, dagnummer), pad, rij, "datum")?;
        let u = mag(&lesuur, crate::parket::Vertaling::getal(&lesuur, nummer(3, "lesuur")?), pad, rij, "lesuur")?;
        let m = mag(&minuten, crate::parket::Vertaling::getal(&minuten, nummer(4, "minuten")?), pad, rij, "minuten")?;
        let w = mag(&status, crate::parket::Vertaling::tekst(&status, cel(5).trim_ascii()), pad, rij, "status")?;
        s.erbij(leerling, c, d | u | m | w)?;
        rij += 1;
    }
    Ok(())
}

fn mag<V: Streng>(v: &V, waarde: u32, pad: &Path, rij: u64, kolom: &str) -> Result<u32, Fout> {
    if waarde == FOUT { Err(fout(pad, rij, kolom, v.bezwaar().neem())) } else { Ok(waarde) }
}

/// The last day with a lesson.
pub(super) fn laatste_dag(pad: &Path) -> Result<Option<i32>, Fout> {
    let mut t = Tabel::open(pad, NAMEN)?;
    let mut cellen = csv::ByteRecord::new();
    let mut laatste = None;
    while t.lezer.read_byte_record(&mut cellen).is_ok_and(|meer| meer) {
        laatste = laatste.max(t.plek.get(2).and_then(|p| cellen.get(*p)).and_then(dag));
    }
    Ok(laatste)
}
