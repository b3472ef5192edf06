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

/// Een geboortedatum zoals de BRP haar kent: volledig, alleen jaar en maand, of alleen een jaar (B-018).
///
/// Is de dag niet bekend, dan wordt gerekend met de laatste dag die kan: wie zeker 18 is, is dat dan ook echt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Geboren {
    eerste: Date,
    laatste: Date,
}

impl Geboren {
    /// Een volledige geboortedatum.
    #[must_use]
    pub const fn volledig(dag: Date) -> Self {
        Self { eerste: dag, laatste: dag }
    }

    /// `JJJJ` of `JJJJ-MM`; anders niets.
    #[must_use]
    pub fn onvolledig(tekst: &str) -> Option<Self> {
        let (jaar, maand) = tekst.split_once('-').map_or((tekst, None), |(j, m)| (j, Some(m)));
        let cijfers = |t: &str, n: usize| t.len() == n && t.bytes().all(|b| b.is_ascii_digit());
        if !cijfers(jaar, 4) || maand.is_some_and(|m| !cijfers(m, 2)) {
            return None;
        }
        let jaar: i16 = jaar.parse().ok()?;
        let (van, tm) = match maand {
            Some(m) => (m.parse().ok()?, m.parse().ok()?),
            None => (1, 12),
        };
        Some(Self { eerste: Date::new(jaar, van, 1).ok()?, laatste: Date::new(jaar, tm, 1).ok()?.last_of_month() })
    }

    /// De dag waarmee wordt gerekend: de laatste die kan.
    #[must_use]
    pub const fn rekendag(self) -> Date {
        self.laatste
    }

    /// De eerste en de laatste dag die kunnen, als de geboortedag niet bekend is.
    #[must_use]
    pub fn ruimte(self) -> Option<(Date, Date)> {
        (self.eerste != self.laatste).then_some((self.eerste, self.laatste))
    }

    /// Geboren op 29 februari?
    #[must_use]
    pub fn schrikkeldag(self) -> bool {
        self.ruimte().is_none() && (self.laatste.month(), self.laatste.day()) == (2, 29)
    }
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

    #[test]
    fn een_onvolledige_geboortedatum_rekent_met_de_laatste_dag_die_kan() {
        for (tekst, eerste, laatste) in [
            ("2008", "2008-01-01", "2008-12-31"),
            ("2008-02", "2008-02-01", "2008-02-29"),
            ("2009-02", "2009-02-01", "2009-02-28"),
            ("2008-12", "2008-12-01", "2008-12-31"),
        ] {
            let g = Geboren::onvolledig(tekst).unwrap();
            assert_eq!(g.ruimte(), Some((eerste.parse().unwrap(), laatste.parse().unwrap())), "{tekst}");
            assert_eq!(g.rekendag().to_string(), laatste);
            assert!(!g.schrikkeldag());
        }
        for fout in ["", "208", "2008-13", "2008-00", "2008-1", "2008-02-03", "-208", "20a8", "2008-"] {
            assert_eq!(Geboren::onvolledig(fout), None, "{fout}");
        }
        let vol = Geboren::volledig(date(2008, 2, 29));
        assert!(vol.ruimte().is_none() && vol.schrikkeldag() && vol.rekendag() == date(2008, 2, 29));
        assert!(
            !Geboren::volledig(date(2008, 2, 28)).schrikkeldag()
                && !Geboren::volledig(date(2008, 3, 29)).schrikkeldag()
        );
    }
}
