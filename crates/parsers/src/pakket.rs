//! The zip around an XLSX or ODS file: checked before anything is unpacked, counted while it is unpacked once.
//!
//! What a zip says of itself may be a lie. So the central directory is only the first gate; after it every entry is
//! unpacked once to nowhere, with a count, and only parts that came through whole go on in a fresh zip of our own.

use crate::tabel::{Bestandsfout, fout};
use crate::xmlwacht::Wacht;
use quick_xml::events::Event;
use std::collections::HashSet;
use std::io::{Cursor, Read};
use zip::{CompressionMethod, ZipArchive, ZipWriter};

/// Most entries.
const MAX_DELEN: usize = 2000;
/// Most bytes after unpacking, all entries together.
const MAX_UITGEPAKT: u64 = 200_000_000;
/// Largest growth of one entry…
const MAX_VERHOUDING: u64 = 100;
/// …when it is larger than this.
const VRIJ_VAN_VERHOUDING: u64 = 1_000_000;
/// Most shared texts that a workbook may announce: calamine reserves room for all of them at once.
const MAX_TEKSTEN: u64 = 2_000_000;
/// Elements in the table of shared texts; each text takes at least one and costs memory.
const MAX_ELEMENTEN_TEKSTEN: usize = 5_000_000;
/// Elements in a sheet. A full sheet of `MAX_UITGEPAKT` bytes has fewer; only empty elements come above it.
const MAX_ELEMENTEN_BLAD: usize = 12_000_000;
/// Elements in a part that describes the workbook itself.
const MAX_ELEMENTEN_OVERIG: usize = 200_000;
/// What the mimetype of an ODS begins with.
const ODS: &[u8] = b"application/vnd.oasis.opendocument.spreadsheet";

const NIET_HEEL: &str =
    "Dit werkblad is niet heel. Open het in Excel of LibreOffice, bewaar het opnieuw en laad het dan.";
const TE_GROOT: &str =
    "Dit werkblad wordt te groot bij het uitpakken. Maak de export per maand, of bewaar het als CSV.";
const WACHTWOORD: &str =
    "Dit werkblad is beveiligd met een wachtwoord. Bewaar het zonder wachtwoord, of bewaar het als CSV.";
const TE_VEEL_CELLEN: &str = "Dit werkblad heeft te veel cellen. Maak de export per maand, of bewaar het als CSV.";
const VREEMD: &str = "In dit werkblad staan onderdelen die er niet in horen. Bewaar het als CSV en laad dat bestand.";

/// A workbook that is safe to read.
pub(crate) enum Pakket {
    /// XLSX: a zip that holds only checked parts, and the number of elements in the largest one.
    Xlsx(Vec<u8>, usize),
    /// ODS: the checked original.
    Ods,
}

/// Does this file begin as a zip?
pub(crate) fn is_zip(bytes: &[u8]) -> bool {
    [&b"PK\x03\x04"[..], b"PK\x05\x06", b"PK\x07\x08"].iter().any(|b| bytes.starts_with(b))
}

/// Check the zip.
pub(crate) fn keur(bytes: &[u8]) -> Result<Pakket, Bestandsfout> {
    // Counted by hand, because opening the archive already takes memory for each entry.
    if bytes.windows(4).filter(|w| *w == b"PK\x01\x02").count() > MAX_DELEN {
        return fout("Dit ZIP-bestand heeft te veel onderdelen. Bewaar het werkblad als CSV en laad dat bestand.");
    }
    let Ok(mut archief) = ZipArchive::new(Cursor::new(bytes)) else { return fout(NIET_HEEL) };
    let namen = keur_inhoudsopgave(&mut archief)?;
    let heeft = |n: &str| namen.iter().any(|naam| naam == n);
    let ods = match () {
        () if heeft("encrypted-package") => return fout(WACHTWOORD),
        () if heeft("content.xml") && heeft("mimetype") => {
            keur_ods(&mut archief)?;
            true
        }
        () if namen.iter().any(|n| n.ends_with("workbook.bin")) => {
            return fout("Dit is een binair Excel-bestand (XLSB). Bewaar het als XLSX of CSV en laad dat bestand.");
        }
        () if heeft("word/document.xml") => {
            return fout("Dit is een Word-document. Zet de tabel in een werkblad en bewaar dat als XLSX of CSV.");
        }
        () if heeft("_rels/.rels") && namen.iter().any(|n| n.ends_with("workbook.xml")) => false,
        () => {
            return fout("Dit is een ZIP-bestand zonder werkblad. Pak het uit en laad het XLSX-, ODS- of CSV-bestand.");
        }
    };
    let (goed, grootste) = tel_en_bewaak(&mut archief, &namen, ods)?;
    if ods {
        return Ok(Pakket::Ods);
    }
    let mut schoon = ZipWriter::new(Cursor::new(Vec::new()));
    for i in goed {
        let Ok(deel) = archief.by_index_raw(i) else { return fout(NIET_HEEL) };
        if schoon.raw_copy_file(deel).is_err() {
            return fout(NIET_HEEL);
        }
    }
    match schoon.finish() {
        Ok(z) => Ok(Pakket::Xlsx(z.into_inner(), grootste)),
        Err(_) => fout(NIET_HEEL),
    }
}

/// What the zip says of itself. Gives the names in lower case.
fn keur_inhoudsopgave(archief: &mut ZipArchive<Cursor<&[u8]>>) -> Result<Vec<String>, Bestandsfout> {
    let mut namen = Vec::new();
    let mut uniek = HashSet::new();
    let mut samen = 0_u64;
    for i in 0..archief.len() {
        let Ok(deel) = archief.by_index_raw(i) else { return fout(NIET_HEEL) };
        if deel.encrypted() {
            return fout(WACHTWOORD);
        }
        let naam = String::from_utf8_lossy(deel.name_raw()).to_lowercase().replace('\\', "/");
        if [".zip", ".xlsx", ".xlsm", ".xlsb", ".ods", ".odt", ".docx", ".jar", ".7z", ".rar", ".gz"]
            .iter()
            .any(|e| naam.ends_with(e))
        {
            return fout("In dit werkblad zit een ander ingepakt bestand. Haal het eruit, of bewaar het blad als CSV.");
        }
        samen = samen.saturating_add(deel.size());
        if samen > MAX_UITGEPAKT || te_sterk(deel.size(), deel.compressed_size()) {
            return fout(TE_GROOT);
        }
        let methode = matches!(deel.compression(), CompressionMethod::Stored | CompressionMethod::Deflated);
        if !methode || !uniek.insert(naam.clone()) {
            return fout(VREEMD);
        }
        namen.push(naam);
    }
    Ok(namen)
}

fn te_sterk(uitgepakt: u64, ingepakt: u64) -> bool {
    uitgepakt > VRIJ_VAN_VERHOUDING && uitgepakt > ingepakt.saturating_mul(MAX_VERHOUDING)
}

/// The kind of OpenDocument, and whether it has a password: then its parts are no XML, which the guard would call damage.
fn keur_ods(archief: &mut ZipArchive<Cursor<&[u8]>>) -> Result<(), Bestandsfout> {
    let mut lees = |naam: &str| -> Vec<u8> {
        let mut uit = Vec::new();
        if let Ok(deel) = archief.by_name(naam) {
            // A damaged part is found when everything is counted.
            let _ = deel.take(1_000_000).read_to_end(&mut uit);
        }
        uit
    };
    if !lees("mimetype").starts_with(ODS) {
        return fout(
            "Dit is een OpenDocument, maar geen werkblad. Zet de tabel in een werkblad en bewaar dat als ODS of CSV.",
        );
    }
    if String::from_utf8_lossy(&lees("META-INF/manifest.xml")).contains("encryption-data") {
        return fout(WACHTWOORD);
    }
    Ok(())
}

/// Unpack every entry once, to nowhere. Gives the entries that a reader may see, and the elements in the largest.
fn tel_en_bewaak(
    archief: &mut ZipArchive<Cursor<&[u8]>>,
    namen: &[String],
    ods: bool,
) -> Result<(Vec<usize>, usize), Bestandsfout> {
    let (mut goed, mut grootste) = (Vec::new(), 0);
    let mut samen = 0_u64;
    let mut ruimte = vec![0_u8; 65_536];
    for (i, naam) in namen.iter().enumerate() {
        let Ok(mut deel) = archief.by_index(i) else { return fout(NIET_HEEL) };
        let (gezegd, ingepakt) = (deel.size(), deel.compressed_size());
        let mut wacht = gelezen_deel(naam, ods).then(|| Wacht::new(max_elementen(naam)));
        let mut eigen = 0_u64;
        let mut begin = Vec::new();
        loop {
            let n = match deel.read(&mut ruimte) {
                Ok(0) => break,
                Ok(n) => n,
                Err(_) => return fout(NIET_HEEL),
            };
            let stuk = ruimte.get(..n).unwrap_or_default();
            let lengte = u64::try_from(n).unwrap_or(u64::MAX);
            eigen = eigen.saturating_add(lengte);
            samen = samen.saturating_add(lengte);
            if samen > MAX_UITGEPAKT || te_sterk(eigen, ingepakt) {
                return fout(TE_GROOT);
            }
            if eigen > gezegd {
                return fout(NIET_HEEL);
            }
            if begin.len() < 4096 {
                begin.extend(stuk.iter().take(4096 - begin.len()));
            }
            if let Some(w) = &mut wacht
                && !w.verder(stuk)
            {
                return fout(if w.vol() { TE_VEEL_CELLEN } else { VREEMD });
            }
        }
        if eigen != gezegd {
            return fout(NIET_HEEL);
        }
        if is_zip(&begin) {
            return fout("In dit werkblad zit een ander ingepakt bestand. Haal het eruit, of bewaar het blad als CSV.");
        }
        if wacht.is_some() && !is_utf8(&begin) {
            return fout(VREEMD);
        }
        if naam.ends_with("sharedstrings.xml") && !aankondiging_mag(&begin) {
            return fout(VREEMD);
        }
        if let Some(w) = wacht {
            goed.push(i);
            grootste = grootste.max(w.elementen());
        }
    }
    Ok((goed, grootste))
}

/// The parts that a reader needs; pictures, macros, pivot tables and the like stay behind.
fn gelezen_deel(naam: &str, ods: bool) -> bool {
    if ods {
        return naam == "content.xml";
    }
    let xml = [".xml", ".rels"].iter().any(|e| naam.ends_with(e));
    let weg = ["docprops/", "customxml/", "xl/pivot", "xl/external", "xl/draw", "xl/chart", "xl/media", "xl/comment"];
    xml && !weg.iter().any(|w| naam.starts_with(w))
}

fn max_elementen(naam: &str) -> usize {
    match () {
        () if naam.ends_with("sharedstrings.xml") => MAX_ELEMENTEN_TEKSTEN,
        () if naam == "content.xml" || (naam.contains("sheet") && !naam.ends_with(".rels")) => MAX_ELEMENTEN_BLAD,
        () => MAX_ELEMENTEN_OVERIG,
    }
}

/// Only UTF-8: in another encoding the guard and the reader could see different characters.
fn is_utf8(begin: &[u8]) -> bool {
    let tekst = String::from_utf8_lossy(begin).to_lowercase();
    let verklaring = tekst.split_once("?>").map_or("", |(v, _)| v);
    !verklaring.contains("encoding") || verklaring.contains("utf-8")
}

/// `uniqueCount` is a promise that calamine believes at once; a huge one would stop the whole program. Read with the
/// same XML reader as calamine uses, so that both see the same element.
fn aankondiging_mag(begin: &[u8]) -> bool {
    let mut xml = quick_xml::Reader::from_reader(begin);
    xml.config_mut().expand_empty_elements = true;
    let mut ruimte = Vec::new();
    loop {
        ruimte.clear();
        match xml.read_event_into(&mut ruimte) {
            Ok(Event::Start(e)) if e.local_name().as_ref() == "sst" => {
                return e.attributes_raw().split("uniqueCount").skip(1).all(|na| {
                    let na = na.trim_start_matches(|c: char| !c.is_ascii_digit());
                    let cijfers = na.split(|c: char| !c.is_ascii_digit()).next().unwrap_or_default();
                    cijfers.is_empty() || cijfers.parse::<u64>().is_ok_and(|n| n <= MAX_TEKSTEN)
                });
            }
            Ok(Event::Eof) | Err(_) => return false,
            Ok(_) => {}
        }
    }
}
