//! A mark in a column: the lesson counts as this, or not.

/// Is the cell marked? `None` for a cell that says neither.
#[must_use]
pub(crate) fn lees_merk(cel: &str) -> Option<bool> {
    match cel.to_lowercase().as_str() {
        "" | "0" | "nee" | "n" | "-" | "false" | "onwaar" => Some(false),
        "1" | "x" | "ja" | "j" | "true" | "waar" => Some(true),
        getal => aantal(getal),
    }
}

/// A number of lessons: 0 is no mark, 1 or more is one, a part of a lesson says neither.
fn aantal(s: &str) -> Option<bool> {
    let (heel, deel) = s.split_once([',', '.']).unwrap_or((s, "0"));
    let cijfers = |s: &str| (1..=4).contains(&s.len()) && s.bytes().all(|b| b.is_ascii_digit());
    if !cijfers(heel) || !cijfers(deel) {
        return None;
    }
    match (heel.parse::<u16>().ok()?, deel.parse::<u16>().ok()?) {
        (0, 0) => Some(false),
        (0, _) => None,
        _ => Some(true),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn merken() {
        for (cel, merk) in [
            ("1", Some(true)),
            ("X", Some(true)),
            ("Ja", Some(true)),
            ("j", Some(true)),
            ("TRUE", Some(true)),
            ("3", Some(true)),
            ("2,5", Some(true)),
            ("1.0", Some(true)),
            ("", Some(false)),
            ("0", Some(false)),
            ("0,00", Some(false)),
            ("Nee", Some(false)),
            ("n", Some(false)),
            ("-", Some(false)),
            ("0.5", None),
            ("-1", None),
            ("1e9", None),
            ("NaN", None),
            ("inf", None),
            ("#FOUT!", None),
            ("misschien", None),
            ("1.", None),
            ("٣", None),
        ] {
            assert_eq!(lees_merk(cel), merk, "{cel}");
        }
    }
}
