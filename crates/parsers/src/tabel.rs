//! A file of a school as a table: kind, encoding and separator are recognised, limits are kept.

use domain::Datum;
use std::fmt;

/// Largest file in bytes.
const MAX_BYTES: usize = 20_000_000;
/// Most rows.
const MAX_RIJEN: usize = 250_000;
/// Most columns.
const MAX_KOLOMMEN: usize = 64;
/// Longest field in bytes.
const MAX_VELD: usize = 4096;

/// Why a file cannot be read, with its cure, in Dutch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bestandsfout(pub String);

impl fmt::Display for Bestandsfout {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Bestandsfout {}

/// One cell. Cells of a CSV file are only ever `Leeg` or `Tekst`.
#[derive(Debug, Clone, PartialEq)]
pub enum Cel {
    /// Nothing, or only white space.
    Leeg,
    /// Text, trimmed.
    Tekst(String),
    /// A number; may be any float.
    Getal(f64),
    /// A day.
    Datum(Datum),
    /// Minutes after midnight.
    Tijd(u16),
}

impl Cel {
    /// Text to a cell, trimmed.
    fn tekst(t: &str) -> Self {
        let t = t.trim();
        if t.is_empty() { Self::Leeg } else { Self::Tekst(t.to_owned()) }
    }
}

/// One row below the heading.
#[derive(Debug, Clone, PartialEq)]
pub struct Rij {
    /// Line in the file; the first line is 1.
    pub nummer: usize,
    /// The cells; a row can be shorter or longer than the heading.
    pub cellen: Vec<Cel>,
}

/// A file.
#[derive(Debug, Clone, PartialEq)]
pub struct Tabel {
    /// The headings.
    pub kop: Vec<String>,
    /// The rows that are not blank.
    pub rijen: Vec<Rij>,
    /// `UTF-8` or `Windows-1252`.
    pub codering: &'static str,
    /// The separator of a CSV file.
    pub scheiding: Option<char>,
}

fn fout<T>(tekst: &str) -> Result<T, Bestandsfout> {
    Err(Bestandsfout(tekst.to_owned()))
}

const TE_VEEL_RIJEN: &str = "Het bestand heeft meer dan 250.000 regels. Maak de export per maand.";
const TE_BREED: &str = "Een regel heeft meer dan 64 kolommen. Maak een export met alleen de kolommen die nodig zijn.";
const AANHALING: &str = "Een veld is te lang of niet afgesloten. Misschien staat er een aanhalingsteken te veel of te weinig. Controleer \
     het bestand of maak de export opnieuw.";

/// Read a CSV file. The content decides what it is, never the name.
///
/// # Errors
/// A file of another kind, a file that is too large, or a file without a usable heading.
pub fn lees_tabel(bytes: &[u8]) -> Result<Tabel, Bestandsfout> {
    if bytes.trim_ascii().is_empty() {
        return fout("Het bestand is leeg. Kies een ander bestand.");
    }
    if bytes.len() > MAX_BYTES {
        return fout("Het bestand is groter dan 20 MB. Maak de export per maand.");
    }
    if bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") {
        return fout("Dit bestand is in UTF-16 bewaard. Bewaar het als CSV in UTF-8.");
    }
    if bytes.starts_with(b"PK") {
        return lees_werkblad(bytes);
    }
    for (begin, naam) in [
        (&b"%PDF"[..], "een PDF"),
        (b"\xD0\xCF\x11\xE0", "een oud Excel-bestand (.xls)"),
        (b"<", "een webpagina of XML-bestand"),
        (b"{", "een JSON-bestand"),
    ] {
        if bytes.trim_ascii_start().starts_with(begin) {
            return Err(Bestandsfout(format!("Dit is {naam}. Bewaar het als CSV en kies dat bestand.")));
        }
    }
    if bytes.iter().any(|b| *b < 0x20 && !matches!(*b, b'\t' | b'\n' | b'\r' | 0x0C)) {
        return fout("In dit bestand staan tekens die niet in een CSV horen. Maak de export opnieuw, als CSV.");
    }
    lees_csv(bytes)
}

fn lees_csv(bytes: &[u8]) -> Result<Tabel, Bestandsfout> {
    let bom = bytes.strip_prefix(b"\xEF\xBB\xBF");
    let (tekst, codering) = match (std::str::from_utf8(bom.unwrap_or(bytes)), bom) {
        (Ok(t), _) => (t.to_owned(), "UTF-8"),
        (Err(_), Some(_)) => {
            return fout(
                "Dit bestand zegt dat het UTF-8 is, maar dat klopt niet. Bewaar het opnieuw als CSV in UTF-8.",
            );
        }
        (Err(_), None) => (encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned(), "Windows-1252"),
    };
    // One kind of line end, so that line numbers are right.
    let tekst = if tekst.contains('\r') { tekst.replace("\r\n", "\n").replace('\r', "\n") } else { tekst };
    let (eerste, rest) = tekst.split_once('\n').unwrap_or((&tekst, ""));
    let sep = eerste.trim_matches([' ', '"']).strip_prefix("sep=").or_else(|| eerste.trim().strip_prefix("SEP="));
    let (tekst, gekozen, extra) = match sep {
        Some(s) => (rest, s.chars().next().or(Some('\0')), 1),
        None => (tekst.as_str(), None, 0),
    };
    let kopregel = tekst.lines().find(|l| !l.trim().is_empty()).unwrap_or_default();
    let scheiding = gekozen.unwrap_or_else(|| kies_scheiding(kopregel));
    let byte = match scheiding {
        ';' => b';',
        ',' => b',',
        '\t' => b'\t',
        _ => return fout("Op de regel met sep= staat een ander teken. Gebruik ; of , of een tab tussen de kolommen."),
    };
    let Some(begin) = regelbegin(tekst.as_bytes(), byte) else { return fout(AANHALING) };
    let mut lezer =
        csv::ReaderBuilder::new().delimiter(byte).flexible(true).has_headers(false).from_reader(tekst.as_bytes());
    let mut records = lezer.records();
    let kop: Vec<String> = match records.next() {
        Some(Ok(k)) => k.iter().map(|c| c.trim().to_owned()).collect(),
        _ => return fout("De kopregel kan niet worden gelezen. Controleer de eerste regel."),
    };
    keur_kop(&kop)?;
    let mut rijen = Vec::new();
    for (i, record) in records.enumerate() {
        let Ok(r) = record else { return fout("Een regel kan niet worden gelezen. Maak de export opnieuw.") };
        if i >= MAX_RIJEN {
            return fout(TE_VEEL_RIJEN);
        }
        if r.len() > MAX_KOLOMMEN {
            return fout(TE_BREED);
        }
        if r.iter().any(|c| c.len() > MAX_VELD) {
            return fout(AANHALING);
        }
        let cellen: Vec<Cel> = r.iter().map(Cel::tekst).collect();
        if cellen.iter().any(|c| *c != Cel::Leeg) {
            rijen.push(Rij { nummer: begin.get(i + 1).copied().unwrap_or(0) + extra, cellen });
        }
    }
    maak(kop, rijen, codering, Some(scheiding))
}

/// The separator that the heading has most of, outside quotes.
fn kies_scheiding(kopregel: &str) -> char {
    let tel = |s: char| {
        let mut binnen = false;
        kopregel
            .chars()
            .filter(|c| {
                binnen ^= *c == '"';
                !binnen && *c == s
            })
            .count()
    };
    [',', '\t', ';'].into_iter().max_by_key(|s| tel(*s)).unwrap_or(';')
}

/// The line on which each record begins; `None` when a quote is never closed.
/// Empty lines are no record, as in the `csv` crate.
fn regelbegin(tekst: &[u8], scheiding: u8) -> Option<Vec<usize>> {
    let (mut uit, mut regel) = (Vec::new(), 1_usize);
    let (mut in_record, mut veldbegin, mut binnen, mut na_quote) = (false, true, false, false);
    for b in tekst {
        if !in_record && *b != b'\n' {
            uit.push(regel);
            in_record = true;
        }
        if binnen {
            if *b == b'"' {
                (binnen, na_quote) = (false, true);
            }
        } else if *b == b'"' && (veldbegin || na_quote) {
            (binnen, na_quote, veldbegin) = (true, false, false);
        } else {
            na_quote = false;
            veldbegin = *b == scheiding || *b == b'\n';
            in_record &= *b != b'\n';
        }
        regel += usize::from(*b == b'\n');
    }
    (!binnen).then_some(uit)
}

fn keur_kop(kop: &[String]) -> Result<(), Bestandsfout> {
    if kop.len() > MAX_KOLOMMEN {
        return fout(TE_BREED);
    }
    if kop.iter().any(|k| k.len() > MAX_VELD) {
        return fout(AANHALING);
    }
    let mut namen: Vec<String> = kop.iter().map(|k| k.to_lowercase()).filter(|k| !k.is_empty()).collect();
    if namen.len() < 2 {
        return fout(
            "De eerste regel hoort de namen van 2 tot 64 kolommen te geven. Zet ; of , of een tab tussen de namen.",
        );
    }
    let aantal = namen.len();
    namen.sort();
    namen.dedup();
    if namen.len() < aantal {
        return fout("Twee kolommen hebben dezelfde naam. Geef elke kolom een eigen naam.");
    }
    Ok(())
}

fn maak(
    kop: Vec<String>,
    rijen: Vec<Rij>,
    codering: &'static str,
    scheiding: Option<char>,
) -> Result<Tabel, Bestandsfout> {
    if rijen.is_empty() {
        return fout("Onder de kopregel staat niets. Maak de export opnieuw.");
    }
    Ok(Tabel { kop, rijen, codering, scheiding })
}

fn lees_werkblad(_bytes: &[u8]) -> Result<Tabel, Bestandsfout> {
    fout("Dit is een werkblad (XLSX of ODS) of een zip-bestand. Bewaar het als CSV en kies dat bestand.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bestanden_die_kunnen() {
        let goed: &[(&[u8], char, &str, usize)] = &[
            (b"a;b\n1;2\n", ';', "UTF-8", 2),
            (b"\xEF\xBB\xBFa,b\r\n1,2\r\n", ',', "UTF-8", 2),
            (b"a\tb\r1\t2", '\t', "UTF-8", 2),
            (b"sep=;\r\na;b\r\n1;2\r\n", ';', "UTF-8", 3),
            (b"sep=,\na,b;c\n1,2\n", ',', "UTF-8", 3),
            (b"\"a,,,\";b\n1;2\n", ';', "UTF-8", 2),
            (b"a;b\n\n;;\n\"1\";\"x\"\"y\nz\"\n", ';', "UTF-8", 4),
            (b"naam;b\nJos\xE9;2\n", ';', "Windows-1252", 2),
            (b"a;b\n1\n", ';', "UTF-8", 2),
            (b"a;b\n1;2;3\n", ';', "UTF-8", 2),
            (b"a;b\n5\" x;2\n", ';', "UTF-8", 2),
        ];
        for (bytes, scheiding, codering, nummer) in goed {
            let naam = String::from_utf8_lossy(bytes);
            let t = lees_tabel(bytes).unwrap();
            assert_eq!(
                (t.scheiding, t.codering, t.rijen.len(), t.kop.len()),
                (Some(*scheiding), *codering, 1, 2),
                "{naam}"
            );
            assert_eq!(t.rijen[0].nummer, *nummer, "{naam}");
        }
        let t = lees_tabel(b"naam;b\nJos\xE9 \x80;\xD6zg\xFCr\n").unwrap();
        assert_eq!(t.rijen[0].cellen, [Cel::Tekst("José €".into()), Cel::Tekst("Özgür".into())]);
    }

    #[test]
    fn bestanden_die_niet_kunnen() {
        let slecht: &[&[u8]] = &[
            b"",
            b" \n",
            b"a;b\n",
            b"a;b",
            b"a;b\n;\n",
            b"a;a\n1;2",
            b"A ;a\n1;2",
            b"alleen\n1",
            b";;\n1;2",
            b"\xFF\xFEa\0",
            b"\xFE\xFF\0a",
            b"PK\x03\x04abc",
            b"PK",
            b"%PDF-1.7",
            b"a;b\n1;\x002",
            b"a;b\n1;\x07",
            b" <html>",
            b"{\"a\":1}",
            b"\xD0\xCF\x11\xE0",
            b"\x89PNG\r\n\x1a\n",
            b"a;b\n1;\"x\n2;y\n",
            b"\xEF\xBB\xBFa;b\nJos\xE9;2\n",
            b"sep=\na;b\n1;2",
            b"sep=|\na|b\n1|2",
        ];
        for bytes in slecht {
            let f = lees_tabel(bytes).expect_err(&String::from_utf8_lossy(bytes)).to_string();
            assert!(f.ends_with('.') && f.contains(". "), "{f}");
        }
        assert!(lees_tabel(format!("a;b\n1;\"{}\"", "x".repeat(5000)).as_bytes()).is_err());
        let breed = (0..65).map(|i| format!("k{i}")).collect::<Vec<_>>().join(";");
        assert!(lees_tabel(format!("{breed}\n1;2\n").as_bytes()).is_err());
        assert!(lees_tabel(format!("a;b\n{breed}\n").as_bytes()).is_err());
        assert!(lees_tabel(&vec![b'a'; MAX_BYTES + 1]).is_err());
        assert!(lees_tabel(format!("a;b\n{}", "1;2\n".repeat(MAX_RIJEN + 1)).as_bytes()).is_err());
        assert_eq!(
            lees_tabel(format!("a;b\n{}", "1;2\n".repeat(MAX_RIJEN)).as_bytes()).unwrap().rijen.len(),
            MAX_RIJEN
        );
    }
}
