//! Willekeurige dagen en mensen.

use jiff::ToSpan;
use jiff::civil::{Date, date};
use proptest::prelude::*;
use proptest::test_runner::Config;
use rules::Vakantieregio;

/// Zoveel gevallen per eigenschap, als niemand iets anders zegt.
const GEVALLEN: u32 = 100_000;

/// 100.000 gevallen, of wat `PROPTEST_CASES` zegt.
pub fn instelling() -> Config {
    let gewoon = Config::default();
    let cases = if std::env::var_os("PROPTEST_CASES").is_some() { gewoon.cases } else { GEVALLEN };
    Config { cases, failure_persistence: None, ..gewoon }
}

/// Een dag in het recht dat hier staat: 1 augustus 2009 tot en met 31 juli 2035.
pub fn dag() -> impl Strategy<Value = Date> {
    (0_i64..9_496).prop_map(|n| date(2009, 8, 1).saturating_add(n.days()))
}

/// Een geboortedatum van iemand die dan hoogstens dertig is.
pub fn geboren() -> impl Strategy<Value = Date> {
    (0_i64..18_000).prop_map(|n| date(1985, 1, 1).saturating_add(n.days()))
}

/// Een dag, zoveel dagen later.
pub fn later(d: Date, dagen: i64) -> Date {
    d.saturating_add(dagen.days())
}

/// Een vakantieregio.
pub fn regio() -> impl Strategy<Value = Vakantieregio> {
    (0_usize..3).prop_map(|i| [Vakantieregio::Noord, Vakantieregio::Midden, Vakantieregio::Zuid][i])
}

/// De dagen van en tot en met.
pub fn dagen(van: Date, tm: Date) -> impl Iterator<Item = Date> {
    van.series(1.day()).take_while(move |d| *d <= tm)
}

/// Maandag tot en met vrijdag.
pub fn doordeweeks(d: Date) -> bool {
    d.weekday().to_monday_zero_offset() < 5
}

/// Een wetsvoorstel dat een regel niet raakt, verandert geen enkele uitkomst en geen versie.
#[macro_export]
macro_rules! voorstel_verandert_niets {
    ($regel:expr, $dag:expr, $vraag:expr) => {{
        let recht = rules::Recht::op($dag);
        let (nu, straks) = ($vraag(recht), $vraag(recht.met_voorstel()));
        if $regel.voorstel.is_none() {
            prop_assert_eq!(&nu.uitkomst, &straks.uitkomst);
            prop_assert_eq!(nu.versie, straks.versie);
        }
    }};
}
