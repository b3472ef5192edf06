//! Een dag zoals een formulier of systeem hem stuurt: precies `jjjj-mm-dd`, en niets erachter.

use crate::Datum;

/// Leest een bestaande dag van 1900 tot en met 2099; een tijd, zone of teken erbij is geen dag.
#[must_use]
pub fn lees_dag(tekst: &str) -> Option<Datum> {
    let b = tekst.as_bytes();
    let vorm = b.len() == 10
        && b.iter().enumerate().all(|(i, c)| if matches!(i, 4 | 7) { *c == b'-' } else { c.is_ascii_digit() });
    if !vorm {
        return None;
    }
    tekst.parse().ok().filter(|d: &Datum| (1900..2100).contains(&d.year()))
}

#[cfg(test)]
mod tests {
    use super::lees_dag;

    #[test]
    fn alleen_een_dag_is_een_dag() {
        for goed in ["2026-11-19", "2028-02-29", "1900-01-01", "2099-12-31"] {
            assert_eq!(lees_dag(goed).unwrap().to_string(), goed);
        }
        for slecht in [
            "",
            "2026-02-30",
            "2027-02-29",
            "2026-11-19T02:30",
            "2026-11-19Z",
            "20261119",
            "19-11-2026",
            "+012026-01-01",
            "9999-12-31",
            "0000-01-01",
            "2026-1-1",
            "2026-11-1९",
            " 2026-11-19",
        ] {
            assert_eq!(lees_dag(slecht), None, "{slecht}");
        }
    }
}
