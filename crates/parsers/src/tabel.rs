//! A file as a table: CSV here, XLSX and ODS in `werkblad`. Format, encoding and separator are recognised by content,
//! limits are kept.

use crate::{pakket, werkblad};
use std::fmt;

/// Largest file in bytes.
const MAX_BYTES: usize = 20_000_000;
/// Most rows.
pub(crate) const MAX_RIJEN: usize = 250_000;
/// Most columns.
pub(crate) const MAX_KOLOMMEN: usize = 64;
/// Longest field in bytes.
pub(crate) const MAX_VELD: usize = 4096;

/// Only a heading.
pub(crate) const GEEN_RIJEN: &str = "Onder de kopregel staat niets. Maak de export opnieuw.";

/// Why a file cannot be read, with its cure, in Dutch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bestandsfout(pub String);

impl fmt::Display for Bestandsfout {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// One row below the heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rij {
    /// Line in the file; the heading is 1.
    pub nummer: usize,
    /// The cells, trimmed.
    pub cellen: Vec<String>,
}

/// A file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tabel {
    /// The headings.
    pub kop: Vec<String>,
    /// The rows.
    pub rijen: Vec<Rij>,
    /// `UTF-8`, `Windows-1252` or `werkblad`.
    pub codering: &'static str,
    /// The separator; a space for a workbook.
    pub scheiding: char,
}

pub(crate) fn fout<T>(tekst: &str) -> Result<T, Bestandsfout> {
    Err(Bestandsfout(tekst.to_owned()))
}

/// Read a CSV, XLSX or ODS file.
///
/// # Errors
/// A file that is none of these, is too large, or has no usable heading.
pub fn lees_tabel(bytes: &[u8]) -> Result<Tabel, Bestandsfout> {
    if bytes.is_empty() {
        return fout("Het bestand is leeg. Kies een ander bestand.");
    }
    if bytes.len() > MAX_BYTES {
        return fout("Het bestand is groter dan 20 MB. Maak de export per maand.");
    }
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        return fout("Dit bestand is in UTF-16 bewaard. Bewaar het als CSV in UTF-8.");
    }
    if pakket::is_zip(bytes) {
        return werkblad::lees(bytes);
    }
    if bytes.starts_with(b"\xD0\xCF\x11\xE0") && heeft_wachtwoord(bytes) {
        return fout(
            "Dit bestand is beveiligd met een wachtwoord. Bewaar het zonder wachtwoord, of bewaar het als CSV.",
        );
    }
    for (begin, naam) in
        [(&b"%PDF"[..], "een PDF"), (b"\xD0\xCF\x11\xE0", "een oud Excel-bestand"), (b"<", "een webpagina")]
    {
        if bytes.starts_with(begin) {
            return Err(Bestandsfout(format!("Dit is {naam}. Bewaar het als CSV en laad dat bestand.")));
        }
    }
    if bytes.contains(&0) {
        return fout("In dit bestand staan tekens die niet in een CSV horen. Maak de export opnieuw.");
    }
    let zonder_bom = bytes.strip_prefix(&[0xEF, 0xBB, 0xBF]).unwrap_or(bytes);
    let (tekst, codering) = match std::str::from_utf8(zonder_bom) {
        Ok(t) => (t.to_owned(), "UTF-8"),
        Err(_) => (encoding_rs::WINDOWS_1252.decode(zonder_bom).0.into_owned(), "Windows-1252"),
    };
    let (eerste, rest) = tekst.split_once('\n').unwrap_or((&tekst, ""));
    let (tekst, gekozen, extra) = match eerste.trim().strip_prefix("sep=") {
        Some(s) => (rest, s.chars().next(), 1),
        None => (tekst.as_str(), None, 0),
    };
    let kopregel = tekst.lines().next().unwrap_or_default();
    let scheiding = gekozen.unwrap_or_else(|| {
        [';', ',', '\t'].into_iter().max_by_key(|s| (kopregel.matches(*s).count(), *s == ';')).unwrap_or(';')
    });
    let Ok(scheiding_byte) = u8::try_from(scheiding) else {
        return fout("Gebruik ; of , of een tab tussen de kolommen.");
    };
    let mut lezer = csv::ReaderBuilder::new()
        .delimiter(scheiding_byte)
        .flexible(true)
        .trim(csv::Trim::All)
        .from_reader(tekst.as_bytes());
    let kop: Vec<String> = match lezer.headers() {
        Ok(k) => k.iter().map(str::to_owned).collect(),
        Err(_) => return fout("De kopregel kan niet worden gelezen. Controleer de eerste regel."),
    };
    if kop.len() < 2 || kop.len() > MAX_KOLOMMEN {
        return fout("De eerste regel hoort de namen van 2 tot 64 kolommen te geven, met ; of , of een tab ertussen.");
    }
    keur_namen(&kop)?;
    let mut rijen = Vec::new();
    for record in lezer.records() {
        let Ok(r) = record else {
            return fout(
                "Een regel kan niet worden gelezen: misschien staat er een aanhalingsteken te veel of te weinig.",
            );
        };
        if rijen.len() >= MAX_RIJEN {
            return fout("Het bestand heeft meer dan 250.000 regels. Maak de export per maand.");
        }
        if r.iter().any(|c| c.len() > MAX_VELD) {
            return fout("Een veld is te lang: misschien staat er een aanhalingsteken te veel of te weinig.");
        }
        let nummer = r.position().map_or(0, |p| {
            // The reader gives the place before the empty lines that it skips; the user counts those lines.
            let rest = usize::try_from(p.byte()).ok().and_then(|b| tekst.as_bytes().get(b..)).unwrap_or_default();
            let leeg = rest.iter().take_while(|b| matches!(b, b'\r' | b'\n')).filter(|b| **b == b'\n').count();
            usize::try_from(p.line()).unwrap_or(0) + leeg
        }) + extra;
        rijen.push(Rij { nummer, cellen: r.iter().map(str::to_owned).collect() });
    }
    if rijen.is_empty() {
        return fout(GEEN_RIJEN);
    }
    Ok(Tabel { kop, rijen, codering, scheiding })
}

/// No two columns with the same name: then nobody knows which one counts.
pub(crate) fn keur_namen(kop: &[String]) -> Result<(), Bestandsfout> {
    let mut namen: Vec<String> = kop.iter().map(|k| k.to_lowercase()).filter(|k| !k.is_empty()).collect();
    namen.sort();
    if namen.windows(2).any(|w| w.first() == w.last()) {
        return fout("Twee kolommen hebben dezelfde naam. Geef elke kolom een eigen naam.");
    }
    Ok(())
}

/// Excel wraps a workbook with a password in the old format, with this name in UTF-16.
fn heeft_wachtwoord(bytes: &[u8]) -> bool {
    let naam: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    bytes.windows(naam.len()).any(|w| w == naam)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bestanden_die_wel_en_niet_kunnen() {
        let goed: &[(&[u8], char, &str)] = &[
            (b"a;b\n1;2\n", ';', "UTF-8"),
            (b"\xEF\xBB\xBFa,b\r\n1,2\r\n", ',', "UTF-8"),
            (b"a\tb\n1\t2", '\t', "UTF-8"),
            (b"sep=;\na;b\n1;2\n", ';', "UTF-8"),
            (b"naam;b\nJos\xE9;2\n", ';', "Windows-1252"),
        ];
        for (bytes, scheiding, codering) in goed {
            let t = lees_tabel(bytes).unwrap();
            assert_eq!((t.scheiding, t.codering, t.rijen.len(), t.kop.len()), (*scheiding, *codering, 1, 2));
        }
        assert_eq!(lees_tabel(b"naam;b\nJos\xE9;2\n").unwrap().rijen[0].cellen[0], "José");
        let slecht: &[&[u8]] = &[
            b"",
            b"a;b\n",
            b"a;a\n1;2",
            b"alleen\n1",
            b"\xFF\xFEa\0",
            b"PK\x03\x04abc",
            b"%PDF-1.7",
            b"a;b\n1;\x002",
            b"<html>",
            b"\xD0\xCF\x11\xE0",
        ];
        for bytes in slecht {
            assert!(lees_tabel(bytes).is_err(), "{bytes:?}");
        }
        let lang = format!("a;b\n1;\"{}", "x".repeat(5000));
        assert!(lees_tabel(lang.as_bytes()).is_err());
        let breed = ["k"; 65].iter().enumerate().map(|(i, k)| format!("{k}{i}")).collect::<Vec<_>>().join(";");
        assert!(lees_tabel(format!("{breed}\n1;2\n").as_bytes()).is_err());
    }
}
