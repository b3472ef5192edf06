//! Werkdagen volgens de Algemene termijnenwet (CR-08).

use crate::Grondslag;
use crate::kalender::doordeweeks;
use crate::recht::Zekerheid::{self, Bevestigd, TeBevestigen, UitPraktijk};
use jiff::ToSpan;
use jiff::civil::{Date, Weekday, date};
use std::collections::BTreeSet;

/// Een dag die bij koninklijk besluit gelijk is gesteld met een feestdag (Algemene termijnenwet artikel 3 lid 3).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gelijkgesteld {
    /// De dag.
    pub dag: Date,
    /// Het besluit.
    pub bron: Grondslag,
    /// Hoe zeker deze dag is.
    pub zekerheid: Zekerheid,
}

const fn gelijk(dag: Date, van: &'static str, zekerheid: Zekerheid) -> Gelijkgesteld {
    let bron = Grondslag::besluit("Besluit gelijkstelling van dagen met een algemeen erkende feestdag", van);
    Gelijkgesteld { dag, bron, zekerheid }
}

const KB_2016: &str = "24 oktober 2016, nr. 2016001827";
const KB_2020: &str = "dagen van 2020 tot en met 2022";
const KB_2023: &str = "dagen van 2023 tot en met 2025";
const KB_2026: &str = "dagen van 2026 tot en met 2028";

/// De gelijkgestelde dagen, op volgorde (CR-08). Die van 2028 moeten nog worden bevestigd.
pub static GELIJKGESTELD: &[Gelijkgesteld] = &[
    gelijk(date(2019, 5, 31), KB_2016, Bevestigd),
    gelijk(date(2019, 12, 27), KB_2016, Bevestigd),
    gelijk(date(2020, 5, 22), KB_2020, UitPraktijk),
    gelijk(date(2021, 5, 14), KB_2020, UitPraktijk),
    gelijk(date(2022, 5, 27), KB_2020, UitPraktijk),
    gelijk(date(2023, 4, 28), KB_2023, UitPraktijk),
    gelijk(date(2023, 5, 19), KB_2023, UitPraktijk),
    gelijk(date(2024, 5, 10), KB_2023, UitPraktijk),
    gelijk(date(2024, 12, 27), KB_2023, UitPraktijk),
    gelijk(date(2025, 5, 30), KB_2023, UitPraktijk),
    gelijk(date(2026, 1, 2), KB_2026, UitPraktijk),
    gelijk(date(2026, 5, 15), KB_2026, UitPraktijk),
    gelijk(date(2027, 5, 7), KB_2026, UitPraktijk),
    gelijk(date(2028, 4, 28), KB_2026, TeBevestigen),
    gelijk(date(2028, 5, 26), KB_2026, TeBevestigen),
];

/// Paaszondag volgens de gregoriaanse computus.
fn pasen(jaar: i16) -> Date {
    let j = i32::from(jaar);
    let (a, b, c) = (j % 19, j / 100, j % 100);
    let (d, e) = (b / 4, b % 4);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    let maand = i8::try_from(n / 31).unwrap_or(4);
    let dag = i8::try_from(n % 31 + 1).unwrap_or(1);
    Date::new(jaar, maand, dag).unwrap_or(Date::MAX)
}

/// Naam van de officiële feestdag; 5 mei hoort er hier niet bij.
pub(crate) fn feestdag(d: Date) -> Option<&'static str> {
    let koningsdag = if date(d.year(), 4, 27).weekday() == Weekday::Sunday { 26 } else { 27 };
    match (d.month(), d.day()) {
        (1, 1) => return Some("Nieuwjaarsdag"),
        (4, k) if k == koningsdag => return Some("Koningsdag"),
        (12, 25) => return Some("Eerste kerstdag"),
        (12, 26) => return Some("Tweede kerstdag"),
        _ => {}
    }
    let afstand = pasen(d.year()).until(d).map_or(i32::MAX, |s| s.get_days());
    match afstand {
        -2 => Some("Goede Vrijdag"),
        1 => Some("Tweede paasdag"),
        39 => Some("Hemelvaartsdag"),
        50 => Some("Tweede pinksterdag"),
        _ => None,
    }
}

/// Is dit een werkdag voor een wettelijke termijn?
#[must_use]
pub fn is_werkdag(d: Date) -> bool {
    doordeweeks(d)
        && feestdag(d).is_none()
        && (d.month(), d.day()) != (5, 5)
        && GELIJKGESTELD.iter().all(|g| g.dag != d)
}

/// De n-de werkdag na een dag.
#[must_use]
pub fn werkdag_na(vanaf: Date, n: u32) -> Date {
    let mut d = vanaf;
    let mut geteld = 0;
    while geteld < n {
        d = d.saturating_add(1.day());
        if is_werkdag(d) {
            geteld += 1;
        }
        if d == Date::MAX {
            break;
        }
    }
    d
}

/// Aantal werkdagen na `van` tot en met `tm`; 0 als `tm` niet later is.
#[must_use]
pub fn werkdagen_tussen(van: Date, tm: Date) -> i64 {
    if tm <= van {
        return 0;
    }
    let dagen = van.until(tm).map_or(0, |s| i64::from(s.get_days()));
    let rest = dagen % 7;
    let los = (0..rest).filter(|i| doordeweeks(tm.saturating_sub(i.days()))).count();
    let vrij = (van.year()..=tm.year())
        .flat_map(feestdagen_atw)
        .chain(GELIJKGESTELD.iter().map(|g| g.dag))
        .filter(|d| van < *d && *d <= tm && doordeweeks(*d))
        .collect::<BTreeSet<_>>()
        .len();
    dagen / 7 * 5 + i64::try_from(los).unwrap_or(0) - i64::try_from(vrij).unwrap_or(0)
}

/// De feestdagen van de Algemene termijnenwet in een jaar, ook in het weekend.
fn feestdagen_atw(jaar: i16) -> impl Iterator<Item = Date> {
    let paaszondag = pasen(jaar);
    let vast = [(1, 1), (4, 26), (4, 27), (5, 5), (12, 25), (12, 26)]
        .into_iter()
        .filter_map(move |(m, d)| Date::new(jaar, m, d).ok());
    let wisselend = [-2, 1, 39, 50].into_iter().map(move |n: i64| paaszondag.saturating_add(n.days()));
    vast.chain(wisselend).filter(|d| !is_werkdag(*d))
}

/// Doorschuiven naar de eerste dag die geen zaterdag, zondag of feestdag is (Algemene termijnenwet artikel 1).
pub(crate) fn atw(d: Date) -> Date {
    let mut d = d;
    // De laatste dag die er is, vrijdag 31 december 9999, is een werkdag: dit houdt op.
    while !is_werkdag(d) {
        d = d.saturating_add(1.day());
    }
    d
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn feestdagen() {
        for (d, naam) in [
            (date(2026, 4, 3), Some("Goede Vrijdag")),
            (date(2026, 4, 6), Some("Tweede paasdag")),
            (date(2026, 4, 27), Some("Koningsdag")),
            (date(2025, 4, 26), Some("Koningsdag")),
            (date(2025, 4, 27), None),
            (date(2026, 5, 14), Some("Hemelvaartsdag")),
            (date(2026, 5, 25), Some("Tweede pinksterdag")),
            (date(2026, 5, 5), None),
            (date(2025, 12, 24), None),
            (date(2025, 12, 25), Some("Eerste kerstdag")),
            (date(2025, 12, 26), Some("Tweede kerstdag")),
            (date(2026, 1, 1), Some("Nieuwjaarsdag")),
        ] {
            assert_eq!(feestdag(d), naam, "{d}");
        }
        assert!(!is_werkdag(date(2026, 5, 5)));
        assert!(!is_werkdag(date(2026, 5, 15)));
        assert!(is_werkdag(date(2026, 5, 18)));
    }

    #[test]
    fn een_gelijkgestelde_dag_heeft_een_besluit_en_is_pas_zeker_als_dat_is_gelezen() {
        assert!(GELIJKGESTELD.is_sorted_by_key(|g| g.dag));
        for g in GELIJKGESTELD {
            assert!(doordeweeks(g.dag) && !is_werkdag(g.dag), "{}", g.dag);
            assert_eq!((g.bron.soort.code(), g.bron.artikel.is_empty()), ("besluit", false), "{}", g.dag);
            assert_eq!(g.zekerheid == TeBevestigen, g.dag.year() >= 2028, "{}", g.dag);
        }
    }

    /// De maanmethode uit The Art of Computer Programming (deel 1, 1.3.2, opgave 14): een andere weg naar dezelfde dag.
    fn pasen_naar_de_maan(jaar: i16) -> Date {
        let j = i32::from(jaar);
        let (gulden, eeuw) = (j % 19 + 1, j / 100 + 1);
        let zonder_schrikkeljaar = 3 * eeuw / 4 - 12;
        let maan = (8 * eeuw + 5) / 25 - 5;
        let zondag = 5 * j / 4 - zonder_schrikkeljaar - 10;
        let mut epacta = (11 * gulden + 20 + maan - zonder_schrikkeljaar).rem_euclid(30);
        if epacta == 24 || epacta == 25 && gulden > 11 {
            epacta += 1;
        }
        let vol = if epacta > 23 { 74 - epacta } else { 44 - epacta };
        let na_1_maart = vol + 7 - (zondag + vol) % 7 - 1;
        date(jaar, 3, 1).saturating_add(na_1_maart.days())
    }

    #[test]
    fn pasen_valt_langs_twee_wegen_op_dezelfde_zondag() {
        for (jaar, maand, dag) in
            [(1954, 4, 18), (1981, 4, 19), (2008, 3, 23), (2011, 4, 24), (2026, 4, 5), (2038, 4, 25), (2285, 3, 22)]
        {
            assert_eq!(pasen(jaar), date(jaar, maand, dag));
        }
        for jaar in 1600..=4000 {
            assert_eq!(pasen(jaar), pasen_naar_de_maan(jaar), "{jaar}");
            assert_eq!(pasen(jaar).weekday(), Weekday::Sunday, "{jaar}");
        }
    }

    #[test]
    fn werkdagen_per_jaar_rekenen_geeft_hetzelfde_als_dag_voor_dag() {
        for (van, dagen) in
            [(date(2019, 4, 1), 900), (date(2024, 4, 20), 400), (date(2026, 12, 20), 60), (date(2008, 4, 1), 90)]
        {
            let mut geteld = 0;
            for i in 1..=dagen {
                let d = van.saturating_add(i64::from(i).days());
                geteld += i64::from(is_werkdag(d));
                assert_eq!(werkdagen_tussen(van, d), geteld, "{van} {d}");
            }
        }
        assert!(werkdagen_tussen(date(1, 1, 1), Date::MAX) > 2_000_000);
        // Van een feestdag af: die dag zelf telt niet mee en gaat er ook niet af.
        assert_eq!(werkdagen_tussen(date(2026, 4, 6), date(2026, 4, 7)), 1);
        assert_eq!(atw(Date::MAX), Date::MAX);
    }
}
