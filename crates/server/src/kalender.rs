//! `leerrecht kalender`: the school calendar of a region as a file, for whoever counts with an engine of their own.

use jiff::ToSpan;
use jiff::civil::Date;
use rules::{Kalender, Vakantieregio};
use std::fmt::Write as _;
use std::path::Path;

/// A school year as people write it: `2025-2026`; gives its first and last day.
pub(crate) fn schooljaar(tekst: &str) -> Result<(Date, Date), String> {
    let jaren = tekst.split_once('-').and_then(|(a, b)| Some((a.parse::<i16>().ok()?, b.parse::<i16>().ok()?)));
    match jaren {
        Some((a, b)) if tekst.len() == 9 && a.checked_add(1) == Some(b) => {
            Date::new(a, 8, 1).map(rules::schooljaar).map_err(|e| e.to_string())
        }
        _ => Err("schrijf het schooljaar als 2025-2026".to_owned()),
    }
}

/// The region by its word.
pub(crate) fn regio(tekst: &str) -> Result<Vakantieregio, String> {
    Vakantieregio::uit_code(tekst).ok_or_else(|| "kies noord, midden of zuid".to_owned())
}

/// A row for each day of the school year: `datum,schooldag,lesweek,lesdag` (CR-05, CR-06).
///
/// `lesweek` counts the weeks with at least one school day, from 0; `lesdag` is 7 × lesweek + weekday, Monday is 0.
/// Both are empty in a week without a school day.
fn csv(kalender: &Kalender, (van, tm): (Date, Date)) -> String {
    let nummering = kalender.nummering(van, tm);
    let mut uit = String::from("datum,schooldag,lesweek,lesdag\n");
    for d in van.series(1.day()).take_while(|d| *d <= tm) {
        let schooldag = u8::from(kalender.is_schooldag(d));
        // Writing to a string cannot fail.
        let _ = match nummering.dag(d) {
            Some(n) => writeln!(uit, "{d},{schooldag},{},{n}", n.div_euclid(7)),
            None => writeln!(uit, "{d},{schooldag},,"),
        };
    }
    uit
}

/// Writes the calendar. The file is there whole, or not.
///
/// # Errors
/// We do not know the vacations of this school year, or the file cannot be written.
pub(crate) fn doe(regio: Vakantieregio, jaar: (Date, Date), uit: &Path) -> Result<(), String> {
    let kalender = Kalender::regio(regio);
    if !kalender.in_bereik(jaar.0) || !kalender.in_bereik(jaar.1) {
        return Err(
            "Van dit schooljaar kennen wij niet alle schoolvakanties. Bekend zijn 2017-2018 tot en met 2029-2030."
                .to_owned(),
        );
    }
    let mut deel = uit.as_os_str().to_owned();
    deel.push(".deel");
    let deel = Path::new(&deel);
    std::fs::write(deel, csv(&kalender, jaar)).and_then(|()| std::fs::rename(deel, uit)).map_err(|e| {
        let _ = std::fs::remove_file(deel);
        format!("Schrijven in {} lukt niet: {e}", uit.display())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn een_schooljaar_wordt_gelezen_zoals_mensen_het_schrijven() {
        assert_eq!(schooljaar("2025-2026"), Ok((date(2025, 8, 1), date(2026, 7, 31))));
        for krom in
            ["2025", "2025-2027", "2026-2025", "25-26", "2025/2026", "", "-", "2025-2026 ", "+025-2026", "9999-10000"]
        {
            assert!(schooljaar(krom).is_err(), "{krom}");
        }
    }

    #[test]
    fn elke_dag_heeft_een_rij_en_de_leskalender_slaat_vakanties_over() {
        let jaar = schooljaar("2025-2026").unwrap_or_default();
        let csv = csv(&Kalender::regio(Vakantieregio::Noord), jaar);
        let rijen: Vec<&str> = csv.lines().collect();
        assert_eq!(rijen.len(), 1 + 365);
        // The summer ends on Sunday 24 August 2025, autumn is 18 to 26 October; Whit Monday is free in a lesson week.
        for rij in [
            "2025-08-01,0,,",
            "2025-08-25,1,0,0",
            "2025-08-30,0,0,5",
            "2025-10-17,1,7,53",
            "2025-10-20,0,,",
            "2025-10-27,1,8,56",
            "2026-05-25,0,34,238",
        ] {
            assert!(rijen.contains(&rij), "{rij}");
        }
    }
}
