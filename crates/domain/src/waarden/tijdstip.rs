//! Een moment, met Nederlandse kalenderdag.

use super::super::Datum;
use jiff::{Timestamp, civil::DateTime, tz::TimeZone};

/// Een moment in hele microseconden sinds 1970 (UTC); de kalenderdag is die van Europe/Amsterdam.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub struct Tijdstip(i64);

impl Tijdstip {
    /// Uit microseconden sinds 1970-01-01T00:00:00Z.
    #[must_use]
    pub const fn uit_micros(micros: i64) -> Self {
        Self(micros)
    }

    /// Microseconden sinds 1970-01-01T00:00:00Z.
    #[must_use]
    pub const fn micros(self) -> i64 {
        self.0
    }

    /// Uit een `Timestamp` van jiff.
    #[must_use]
    pub fn uit_timestamp(t: Timestamp) -> Self {
        Self(t.as_microsecond())
    }

    /// Het begin van een lokale minuut in Nederland, bijvoorbeeld 23 november 2026, 10.20 uur.
    #[must_use]
    pub fn lokaal(datum: Datum, uur: i8, minuut: i8) -> Self {
        let moment: DateTime = datum.at(uur, minuut, 0, 0);
        let zone = amsterdam();
        Self(moment.to_zoned(zone).map_or(0, |z| z.timestamp().as_microsecond()))
    }

    /// Kalenderdag in Europe/Amsterdam.
    #[must_use]
    pub fn datum(self) -> Datum {
        self.lokale_tijd().date()
    }

    /// Datum en tijd op de Nederlandse klok.
    #[must_use]
    pub fn lokale_tijd(self) -> DateTime {
        Timestamp::from_microsecond(self.0).unwrap_or(Timestamp::UNIX_EPOCH).to_zoned(amsterdam()).datetime()
    }

    /// RFC 3339 in UTC.
    #[must_use]
    pub fn rfc3339(self) -> String {
        Timestamp::from_microsecond(self.0).unwrap_or(Timestamp::UNIX_EPOCH).to_string()
    }

    /// Zoveel seconden later (of eerder, bij een negatief getal).
    #[must_use]
    pub const fn plus_seconden(self, seconden: i64) -> Self {
        Self(self.0.saturating_add(seconden.saturating_mul(1_000_000)))
    }
}

fn amsterdam() -> TimeZone {
    TimeZone::get("Europe/Amsterdam").unwrap_or(TimeZone::UTC)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn de_dag_wisselt_om_middernacht_in_nederland() {
        let t = Tijdstip::lokaal(date(2026, 11, 23), 0, 0);
        assert_eq!(t.rfc3339(), "2026-11-22T23:00:00Z");
        assert_eq!(t.datum(), date(2026, 11, 23));
        assert_eq!(t.plus_seconden(-1).datum(), date(2026, 11, 22));
    }
}
