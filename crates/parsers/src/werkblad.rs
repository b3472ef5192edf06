//! XLSX and ODS as a table: the first visible sheet that has a heading and rows.
//!
//! Values become the text that the same export would have as CSV, so that one reader serves all formats.

use crate::pakket::{self, Pakket};
use crate::tabel::{Bestandsfout, Tabel, fout};
use crate::verzamelaar::{Bladkeuze, FOUTCEL, Verzamelaar};
use calamine::{DataRef, ExcelDateTime, Reader, SheetType, SheetVisible, Xlsx, XlsxError};
use std::borrow::Cow;
use std::io::Cursor;

/// Most sheets we look at: each one costs a walk through the file.
pub(crate) const MAX_BLADEN: usize = 8;
/// Most elements we walk through in all sheets: many sheets can point to the same large part.
const MAX_WERK: usize = 24_000_000;

pub(crate) const KAPOT: &str =
    "Dit werkblad kan niet worden gelezen. Open het in Excel of LibreOffice, bewaar het opnieuw en laad het dan.";

/// Read a zip that may be a workbook.
pub(crate) fn lees(bytes: &[u8]) -> Result<Tabel, Bestandsfout> {
    match pakket::keur(bytes)? {
        // calamine counts without a check (a cell called ZZZZZZ99999999999 overflows), and a panic is no answer.
        Pakket::Xlsx(schoon, grootste) => {
            std::panic::catch_unwind(|| lees_xlsx(schoon, grootste)).unwrap_or_else(|_| fout(KAPOT))
        }
        Pakket::Ods => crate::ods::lees(bytes),
    }
}

fn lees_xlsx(schoon: Vec<u8>, grootste: usize) -> Result<Tabel, Bestandsfout> {
    let Ok(mut boek) = Xlsx::new(Cursor::new(schoon)) else { return fout(KAPOT) };
    // A hidden sheet holds what the user did not see and so did not mean to load.
    let bladen: Vec<String> = boek
        .sheets_metadata()
        .iter()
        .filter(|b| b.typ == SheetType::WorkSheet && b.visible == SheetVisible::Visible)
        .map(|b| b.name.clone())
        .take(MAX_BLADEN.min(MAX_WERK / grootste.max(1)))
        .collect();
    let mut keuze = Bladkeuze::default();
    for naam in bladen {
        let mut cellen = match boek.worksheet_cells_reader(&naam) {
            Ok(c) => c,
            Err(XlsxError::NotAWorksheet(_)) => continue,
            Err(_) => return fout(KAPOT),
        };
        let mut verzamelaar = Verzamelaar::default();
        loop {
            let Ok(cel) = cellen.next_cell() else { return fout(KAPOT) };
            let Some(cel) = cel else { break };
            let (rij, kolom) = cel.get_position();
            let plek = |n: u32| usize::try_from(n).unwrap_or(usize::MAX);
            verzamelaar.cel(plek(rij), plek(kolom), &tekst(cel.get_value()))?;
        }
        if let Some(t) = keuze.blad(verzamelaar)? {
            return Ok(t);
        }
    }
    Err(keuze.geen())
}

fn tekst<'a>(waarde: &'a DataRef<'a>) -> Cow<'a, str> {
    match waarde {
        DataRef::Empty => Cow::Borrowed(""),
        DataRef::String(s) => Cow::Borrowed(s),
        DataRef::SharedString(s) => Cow::Borrowed(s),
        DataRef::Int(i) => Cow::Owned(i.to_string()),
        DataRef::Float(f) => Cow::Owned(getal(*f)),
        DataRef::Bool(b) => Cow::Borrowed(ja_nee(*b)),
        DataRef::DateTime(m) => Cow::Owned(moment(*m)),
        DataRef::DateTimeIso(s) => Cow::Owned(iso_moment(s)),
        DataRef::DurationIso(s) => Cow::Owned(iso_duur(s)),
        DataRef::Error(_) => Cow::Borrowed(FOUTCEL),
    }
}

/// A number without `.0`.
pub(crate) fn getal(f: f64) -> String {
    if f.is_finite() { f.to_string() } else { FOUTCEL.to_owned() }
}

/// A boolean.
pub(crate) fn ja_nee(b: bool) -> &'static str {
    if b { "ja" } else { "nee" }
}

fn moment(m: ExcelDateTime) -> String {
    let waarde = m.as_f64();
    if !waarde.is_finite() || waarde < 0.0 {
        return FOUTCEL.to_owned();
    }
    let (jaar, maand, dag, uur, minuut, seconde, _) = m.to_ymd_hms_milli();
    let tijd = klok(uur.into(), minuut.into(), seconde.into());
    if waarde < 1.0 {
        return tijd;
    }
    if m.is_duration() {
        // More than a day is no time of day; the text shows the hours, and no reader accepts it.
        return format!("{:.2} uur", waarde * 24.0);
    }
    let datum = format!("{jaar:04}-{maand:02}-{dag:02}");
    if tijd == "00:00" { datum } else { format!("{datum} {tijd}") }
}

fn klok(uur: u32, minuut: u32, seconde: u32) -> String {
    if seconde == 0 { format!("{uur:02}:{minuut:02}") } else { format!("{uur:02}:{minuut:02}:{seconde:02}") }
}

/// `2026-11-19T08:30:00` to `2026-11-19 08:30`, without a time that is 0.
pub(crate) fn iso_moment(s: &str) -> String {
    let Some((datum, tijd)) = s.split_once('T') else { return s.to_owned() };
    let tijd = tijd.trim_end_matches('Z');
    let tijd = tijd.split_once(['.', ',']).map_or(tijd, |(t, _)| t);
    let delen: Option<Vec<u32>> = tijd.split(':').map(|d| d.parse().ok()).collect();
    match delen.as_deref() {
        Some([u, m]) | Some([u, m, 0]) if (*u, *m) == (0, 0) => datum.to_owned(),
        Some([u, m]) => format!("{datum} {}", klok(*u, *m, 0)),
        Some([u, m, s]) => format!("{datum} {}", klok(*u, *m, *s)),
        _ => s.to_owned(),
    }
}

/// `PT08H30M00S` to `08:30`.
pub(crate) fn iso_duur(s: &str) -> String {
    let Some(mut rest) = s.strip_prefix("PT") else { return s.to_owned() };
    let mut delen = [0_u32; 3];
    for (deel, teken) in delen.iter_mut().zip(['H', 'M', 'S']) {
        if let Some((getal, na)) = rest.split_once(teken) {
            let heel = getal.split_once(['.', ',']).map_or(getal, |(h, _)| h);
            let Ok(n) = heel.parse() else { return s.to_owned() };
            *deel = n;
            rest = na;
        }
    }
    let [uur, minuut, seconde] = delen;
    if rest.is_empty() { klok(uur, minuut, seconde) } else { s.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use calamine::ExcelDateTimeType;

    #[test]
    fn waarden_worden_de_tekst_van_een_csv() {
        let d = |v: f64, sinds_1904| moment(ExcelDateTime::new(v, ExcelDateTimeType::DateTime, sinds_1904));
        let gevallen = [
            (d(46345.0, false), "2026-11-19"),
            (d(46345.0 - 1462.0, true), "2026-11-19"),
            (d(46345.0 + 8.5 / 24.0, false), "2026-11-19 08:30"),
            (d(8.5 / 24.0, false), "08:30"),
            (d(0.0, false), "00:00"),
            (d(-1.0, false), FOUTCEL),
            (d(f64::NAN, false), FOUTCEL),
            (moment(ExcelDateTime::new(9.25 / 24.0, ExcelDateTimeType::TimeDelta, false)), "09:15"),
            (moment(ExcelDateTime::new(1.5, ExcelDateTimeType::TimeDelta, false)), "36.00 uur"),
            (getal(30001.0), "30001"),
            (getal(1.5), "1.5"),
            (getal(f64::INFINITY), FOUTCEL),
            (iso_moment("2026-11-19"), "2026-11-19"),
            (iso_moment("2026-11-19T00:00:00"), "2026-11-19"),
            (iso_moment("2026-11-19T08:30:00.000"), "2026-11-19 08:30"),
            (iso_moment("2026-11-19Tx"), "2026-11-19Tx"),
            (iso_duur("PT08H30M00S"), "08:30"),
            (iso_duur("PT8H"), "08:00"),
            (iso_duur("PT08H30M15.5S"), "08:30:15"),
            (iso_duur("P1D"), "P1D"),
            (iso_duur("PTxH"), "PTxH"),
        ];
        for (is, hoort) in gevallen {
            assert_eq!(is, hoort);
        }
    }
}
