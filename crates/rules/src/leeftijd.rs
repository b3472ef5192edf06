//! Leeftijden en schooljaren.

use jiff::ToSpan;
use jiff::civil::Date;

/// De dag waarop iemand zoveel jaar wordt; wie op 29 februari is geboren, is in een gewoon jaar op 1 maart jarig (CR-05).
#[must_use]
pub fn jaren_bereikt_op(geboortedatum: Date, jaren: i16) -> Date {
    let jaar = geboortedatum.year().saturating_add(jaren);
    Date::new(jaar, geboortedatum.month(), geboortedatum.day()).or_else(|_| Date::new(jaar, 3, 1)).unwrap_or(Date::MAX)
}

/// Leeftijd in hele jaren op een dag; 0 vóór de geboorte.
#[must_use]
pub fn leeftijd(geboortedatum: Date, op: Date) -> i16 {
    let verschil = op.year().saturating_sub(geboortedatum.year());
    if op >= jaren_bereikt_op(geboortedatum, verschil) { verschil.max(0) } else { verschil.saturating_sub(1).max(0) }
}

/// Eerste en laatste dag van het schooljaar waarin een dag valt: 1 augustus tot en met 31 juli.
#[must_use]
pub fn schooljaar(op: Date) -> (Date, Date) {
    let begin = if op.month() >= 8 { op.year() } else { op.year().saturating_sub(1) };
    (Date::new(begin, 8, 1).unwrap_or(Date::MIN), Date::new(begin.saturating_add(1), 7, 31).unwrap_or(Date::MAX))
}

/// Eerste dag van de maand na de maand van deze dag.
pub(crate) fn eerste_van_volgende_maand(d: Date) -> Date {
    d.first_of_month().checked_add(1.month()).unwrap_or(Date::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn verjaardagen() {
        for (geboren, op, jaar) in [
            (date(2011, 2, 12), date(2026, 2, 11), 14),
            (date(2011, 2, 12), date(2026, 2, 12), 15),
            (date(2020, 2, 29), date(2025, 2, 28), 4),
            (date(2020, 2, 29), date(2025, 3, 1), 5),
            (date(2020, 2, 29), date(2028, 2, 29), 8),
            (date(2026, 11, 1), date(2026, 10, 1), 0),
        ] {
            assert_eq!(leeftijd(geboren, op), jaar, "{geboren} {op}");
        }
        assert_eq!(schooljaar(date(2026, 7, 31)), (date(2025, 8, 1), date(2026, 7, 31)));
        assert_eq!(schooljaar(date(2026, 8, 1)).0, date(2026, 8, 1));
    }
}
