//! Willekeurige dagen en mensen.

use jiff::ToSpan;
use jiff::civil::{Date, date};
use proptest::prelude::*;
use proptest::test_runner::Config;

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
