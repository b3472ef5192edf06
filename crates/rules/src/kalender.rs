//! De leskalender: schooldagen, lesweken en de afstand daartussen (CR-06, CR-07).

use crate::codes::codes;
use crate::recht::Zekerheid;
use crate::werkdag::feestdag;
use jiff::ToSpan;
use jiff::civil::{Date, Weekday, date};
use std::collections::{BTreeSet, HashMap};
use std::sync::{Arc, OnceLock};

codes! {
    /// Vakantieregio van een school.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
    pub enum Vakantieregio {
        /// Regio noord.
        Noord = "noord",
        /// Regio midden.
        Midden = "midden",
        /// Regio zuid.
        Zuid = "zuid",
    }
}

/// Een periode, eerste en laatste dag inbegrepen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Periode {
    /// Eerste dag.
    pub begin: Date,
    /// Laatste dag.
    pub einde: Date,
}

/// Een schoolvakantie.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Vakantie {
    /// Naam, bijvoorbeeld `herfstvakantie`.
    pub naam: String,
    /// Wanneer.
    pub periode: Periode,
    /// Schooljaar, zoals `2026-2027`; leeg bij een eigen vakantie van een school.
    pub schooljaar: &'static str,
    /// Stelt de minister de dagen vast? Anders is het een advies waarvan een school mag afwijken.
    pub vastgesteld: bool,
    /// Hoe zeker de dagen zijn.
    pub zekerheid: Zekerheid,
}

impl Vakantie {
    fn van_school(periode: Periode) -> Self {
        let naam = "vakantie".to_owned();
        Self { naam, periode, schooljaar: "", vastgesteld: false, zekerheid: Zekerheid::UitPraktijk }
    }
}

/// Een leskalender van een regio of van één school. Goedkoop te kopiëren.
#[derive(Debug, Clone)]
pub struct Kalender(Arc<Binnen>);

#[derive(Debug)]
struct Binnen {
    /// De regio; een eigen kalender heeft er geen.
    regio: Option<Vakantieregio>,
    vrij: BTreeSet<Date>,
    vakanties: Vec<Vakantie>,
    /// De vakantieperioden op volgorde, overlap samengevoegd.
    dicht: Vec<Periode>,
}

impl Binnen {
    fn nieuw(regio: Option<Vakantieregio>, vrij: BTreeSet<Date>, vakanties: Vec<Vakantie>) -> Self {
        let mut perioden: Vec<Periode> = vakanties.iter().map(|v| v.periode).filter(|p| p.begin <= p.einde).collect();
        perioden.sort_by_key(|p| p.begin);
        let mut dicht: Vec<Periode> = Vec::new();
        for p in perioden {
            match dicht.last_mut().filter(|d| p.begin <= d.einde) {
                Some(d) => d.einde = d.einde.max(p.einde),
                None => dicht.push(p),
            }
        }
        Self { regio, vrij, vakanties, dicht }
    }
}

const GEGEVENS: &str = include_str!("../data/schoolvakanties.csv");
const EERSTE: Date = date(2017, 8, 1);
const LAATSTE: Date = date(2030, 7, 31);

fn regios() -> &'static HashMap<&'static str, Kalender> {
    static REGIOS: OnceLock<HashMap<&'static str, Kalender>> = OnceLock::new();
    REGIOS.get_or_init(|| {
        let lees = |regio: Vakantieregio| {
            let vakanties = GEGEVENS
                .lines()
                .filter(|r| !r.starts_with('#'))
                .skip(1)
                .filter_map(|r| {
                    let v: Vec<&str> = r.split(',').collect();
                    let [schooljaar, naam, waar, begin, einde, status, zeker] = v.as_slice() else { return None };
                    (*waar == regio.code()).then_some(())?;
                    let periode = Periode { begin: begin.parse().ok()?, einde: einde.parse().ok()? };
                    let zekerheid = match *zeker {
                        "confirmed" => Zekerheid::Bevestigd,
                        "secondary-single-source" => Zekerheid::TeBevestigen,
                        _ => Zekerheid::UitPraktijk,
                    };
                    let naam = format!("{naam}vakantie");
                    Some(Vakantie { naam, periode, schooljaar, vastgesteld: *status == "verplicht", zekerheid })
                })
                .collect();
            Kalender(Arc::new(Binnen::nieuw(Some(regio), BTreeSet::new(), vakanties)))
        };
        [Vakantieregio::Noord, Vakantieregio::Midden, Vakantieregio::Zuid]
            .into_iter()
            .map(|r| (r.code(), lees(r)))
            .collect()
    })
}

impl Kalender {
    /// De kalender van een vakantieregio, met de officiële feestdagen.
    #[must_use]
    pub fn regio(regio: Vakantieregio) -> Self {
        regios().get(regio.code()).cloned().unwrap_or_else(|| Self::eigen(Vec::new(), Vec::new()))
    }

    /// Een eigen kalender: alleen deze vrije dagen en vakanties tellen (CR-06).
    #[must_use]
    pub fn eigen(vrije_dagen: Vec<Date>, vakanties: Vec<Periode>) -> Self {
        let vakanties = vakanties.into_iter().map(Vakantie::van_school).collect();
        Self(Arc::new(Binnen::nieuw(None, vrije_dagen.into_iter().collect(), vakanties)))
    }

    /// Valt deze dag binnen de gegevens (1 augustus 2017 tot en met 31 juli 2030 bij een regio)?
    #[must_use]
    pub fn in_bereik(&self, d: Date) -> bool {
        self.0.regio.is_none() || (EERSTE <= d && d <= LAATSTE)
    }

    /// De vakantieregio; een eigen kalender van een school heeft er geen.
    #[must_use]
    pub fn vakantieregio(&self) -> Option<Vakantieregio> {
        self.0.regio
    }

    /// De vrije dagen en vakanties van een eigen kalender.
    #[must_use]
    pub fn eigen_dagen(&self) -> (Vec<Date>, Vec<Periode>) {
        (self.0.vrij.iter().copied().collect(), self.0.vakanties.iter().map(|v| v.periode).collect())
    }

    /// De vakantie waarin deze dag valt.
    #[must_use]
    pub fn vakantie(&self, d: Date) -> Option<&Vakantie> {
        self.0.vakanties.iter().find(|v| v.periode.begin <= d && d <= v.periode.einde)
    }

    /// Valt deze dag in een vakantie?
    #[must_use]
    pub fn in_vakantie(&self, d: Date) -> bool {
        let dicht = &self.0.dicht;
        let voor = dicht.partition_point(|p| p.begin <= d);
        voor.checked_sub(1).and_then(|i| dicht.get(i)).is_some_and(|p| d <= p.einde)
    }

    /// Is deze dag vrij zonder vakantie te zijn: feestdag, of vrije dag van de school?
    #[must_use]
    pub fn is_vrije_dag(&self, d: Date) -> bool {
        if self.0.regio.is_some() {
            feestdag(d).is_some() || ((d.month(), d.day()) == (5, 5) && d.year() % 5 == 0)
        } else {
            self.0.vrij.contains(&d)
        }
    }

    /// Naam van de officiële feestdag waarop de scholen van een regio dicht zijn; `None` bij een eigen vrije dag.
    #[must_use]
    pub fn naam_vrije_dag(&self, d: Date) -> Option<&'static str> {
        self.0.regio?;
        feestdag(d).or_else(|| self.is_vrije_dag(d).then_some("Bevrijdingsdag"))
    }

    /// Vrije dagen op een doordeweekse dag buiten de vakanties, op volgorde.
    #[must_use]
    pub fn vrije_dagen(&self, van: Date, tm: Date) -> Vec<Date> {
        van.series(1.day())
            .take_while(|d| *d <= tm)
            .filter(|d| doordeweeks(*d) && self.is_vrije_dag(*d) && !self.in_vakantie(*d))
            .collect()
    }

    /// Maandag tot en met vrijdag, geen vakantie, geen vrije dag (CR-06).
    #[must_use]
    pub fn is_schooldag(&self, d: Date) -> bool {
        doordeweeks(d) && !self.in_vakantie(d) && !self.is_vrije_dag(d)
    }

    /// Heeft de week van deze dag ten minste één schooldag (CR-07)?
    #[must_use]
    pub fn is_lesweek(&self, d: Date) -> bool {
        let maandag = maandag(d);
        (0..5).any(|i| self.is_schooldag(maandag.saturating_add(i.days())))
    }

    /// Eerste schooldag op of na een dag; `None` als die buiten de gegevens valt.
    #[must_use]
    pub fn eerste_schooldag(&self, vanaf: Date) -> Option<Date> {
        (0..400)
            .map(|i| vanaf.saturating_add(i.days()))
            .take_while(|d| self.in_bereik(*d))
            .find(|d| self.is_schooldag(*d))
    }

    /// De schooldagen op en na een dag.
    pub fn schooldagen(&self, vanaf: Date) -> impl Iterator<Item = Date> + '_ {
        self.schooldagen_in(vanaf, Date::MAX)
    }

    /// De schooldagen van en tot en met een dag; geen als de eerste later is.
    pub fn schooldagen_in(&self, van: Date, tm: Date) -> impl Iterator<Item = Date> + '_ {
        van.series(1.day()).take_while(move |d| *d <= tm).filter(|d| self.is_schooldag(*d))
    }

    /// Valt deze dag in de eerste lesweken na een zomervakantie (CR-07)? Zonder zomervakantie in de gegevens: nee.
    #[must_use]
    pub fn in_eerste_lesweken(&self, d: Date, weken: i64) -> bool {
        let weken = usize::try_from(weken).unwrap_or(0);
        let zomers = self.0.vakanties.iter().filter(|v| v.naam == "zomervakantie").map(|v| v.periode.einde);
        zomers.filter(|einde| *einde < d).max().is_some_and(|einde| {
            let weken_tot = maandag(einde).series(7.days()).take_while(|m| *m <= d).filter(|m| self.is_lesweek(*m));
            weken_tot.take(weken.saturating_add(1)).count() <= weken
        })
    }

    /// Vakanties die deze periode raken, op volgorde.
    #[must_use]
    pub fn vakanties(&self, van: Date, tm: Date) -> Vec<&Vakantie> {
        let mut v: Vec<_> =
            self.0.vakanties.iter().filter(|v| v.periode.begin <= tm && van <= v.periode.einde).collect();
        v.sort_by_key(|v| v.periode.begin);
        v
    }

    /// Nummert de dagen van de leskalender vanaf de maandag van `van`: 7 per lesweek, buiten een lesweek niets.
    #[must_use]
    pub fn nummering(&self, van: Date, tm: Date) -> Nummering {
        let begin = maandag(van);
        let mut weken = Vec::new();
        let (mut d, mut lesweek) = (begin, 0_i64);
        while d <= tm {
            if self.is_lesweek(d) {
                weken.push(Some(lesweek));
                lesweek += 1;
            } else {
                weken.push(None);
            }
            let Ok(volgende) = d.checked_add(7.days()) else { break };
            d = volgende;
        }
        Nummering { begin, weken }
    }

    /// Afstand tussen twee dagen op de leskalender; de eerste hoort niet later te zijn (CR-07).
    #[must_use]
    pub fn afstand(&self, van: Date, tot: Date) -> i64 {
        let n = self.nummering(van, tot);
        let weken = i64::try_from(n.weken.iter().take(n.weken.len().saturating_sub(1)).flatten().count()).unwrap_or(0);
        7 * weken + weekdag(tot) - weekdag(van)
    }
}

/// Dagnummers op de leskalender over een periode.
#[derive(Debug, Clone)]
pub struct Nummering {
    begin: Date,
    weken: Vec<Option<i64>>,
}

impl Nummering {
    /// Het nummer van een dag: 7 × lesweek + weekdag; `None` buiten de periode of in een week zonder schooldag.
    #[must_use]
    pub fn dag(&self, d: Date) -> Option<i64> {
        let dagen = self.begin.until(d).ok()?.get_days();
        let week = usize::try_from(dagen.div_euclid(7)).ok()?;
        (*self.weken.get(week)?).map(|w| 7 * w + weekdag(d))
    }
}

pub(crate) fn doordeweeks(d: Date) -> bool {
    !matches!(d.weekday(), Weekday::Saturday | Weekday::Sunday)
}

fn weekdag(d: Date) -> i64 {
    i64::from(d.weekday().to_monday_zero_offset())
}

fn maandag(d: Date) -> Date {
    d.saturating_sub(weekdag(d).days())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn een_vakantieweek_bestaat_niet_op_de_leskalender() {
        let k = Kalender::eigen(vec![], vec![Periode { begin: date(2026, 10, 17), einde: date(2026, 10, 25) }]);
        assert_eq!(k.afstand(date(2026, 10, 16), date(2026, 10, 26)), 3);
        assert_eq!(k.afstand(date(2026, 10, 16), date(2026, 11, 19)), 27);
        assert!(!k.is_lesweek(date(2026, 10, 20)));
        let midden = Kalender::eigen(vec![], vec![Periode { begin: date(2026, 10, 14), einde: date(2026, 10, 20) }]);
        assert_eq!(midden.afstand(date(2026, 10, 12), date(2026, 10, 26)), 14);
        assert_eq!(k.afstand(date(2026, 10, 12), date(2026, 10, 12)), 0);
    }

    #[test]
    fn een_vakantie_zegt_of_zij_vaststaat_en_hoe_zeker_dat_is() {
        let k = Kalender::regio(Vakantieregio::Noord);
        assert_eq!(k.vakantieregio(), Some(Vakantieregio::Noord));
        let op = |d: Date| k.vakantie(d).map(|v| (v.naam.as_str(), v.vastgesteld, v.zekerheid));
        assert_eq!(op(date(2018, 12, 25)), Some(("kerstvakantie", true, Zekerheid::Bevestigd)));
        assert_eq!(op(date(2027, 10, 20)), Some(("herfstvakantie", false, Zekerheid::TeBevestigen)));
        assert_eq!(op(date(2027, 12, 27)), Some(("kerstvakantie", true, Zekerheid::TeBevestigen)));
        assert_eq!(op(date(2017, 10, 20)), None);
        assert_eq!(op(date(2017, 10, 23)), Some(("herfstvakantie", false, Zekerheid::UitPraktijk)));
    }

    #[test]
    fn vakanties_die_een_periode_raken_tellen_hun_eerste_en_laatste_dag_mee() {
        let herfst = Periode { begin: date(2026, 10, 17), einde: date(2026, 10, 25) };
        let kerst = Periode { begin: date(2026, 12, 19), einde: date(2027, 1, 3) };
        let k = Kalender::eigen(vec![], vec![kerst, herfst]);
        let raakt = |van, tm| k.vakanties(van, tm).into_iter().map(|v| v.periode).collect::<Vec<_>>();
        assert_eq!(raakt(date(2026, 9, 1), date(2027, 1, 31)), [herfst, kerst]);
        assert_eq!(raakt(date(2026, 9, 1), date(2026, 10, 17)), [herfst]);
        assert_eq!(raakt(date(2026, 9, 1), date(2026, 10, 16)), []);
        assert_eq!(raakt(date(2026, 10, 25), date(2026, 11, 1)), [herfst]);
        assert_eq!(raakt(date(2026, 10, 26), date(2026, 11, 1)), []);
        assert_eq!(raakt(date(2027, 1, 4), date(2027, 2, 1)), []);
    }

    #[test]
    fn een_eigen_kalender_geeft_haar_dagen_terug_en_heeft_geen_regio() {
        let herfst = Periode { begin: date(2026, 10, 17), einde: date(2026, 10, 25) };
        let k = Kalender::eigen(vec![date(2026, 9, 3)], vec![herfst]);
        assert_eq!(k.eigen_dagen(), (vec![date(2026, 9, 3)], vec![herfst]));
        assert_eq!(k.vakantieregio(), None);
    }

    #[test]
    fn elke_regio_heeft_elk_schooljaar_een_zomervakantie_en_de_feestdagen() {
        for r in [Vakantieregio::Noord, Vakantieregio::Midden, Vakantieregio::Zuid] {
            let k = Kalender::regio(r);
            for jaar in 2018..=2030 {
                assert!(
                    k.vakanties(date(jaar, 7, 1), date(jaar, 7, 31)).iter().any(|v| v.naam == "zomervakantie"),
                    "{r:?} {jaar}"
                );
            }
            assert!(!k.is_schooldag(date(2026, 4, 6)));
            assert!(k.is_schooldag(date(2026, 5, 15)));
            assert!(
                !k.is_schooldag(date(2025, 5, 5)) && k.in_bereik(date(2030, 7, 31)) && !k.in_bereik(date(2030, 8, 1))
            );
        }
        assert_eq!(
            Kalender::regio(Vakantieregio::Zuid).vakantie(date(2026, 10, 20)).map(|v| v.naam.as_str()),
            Some("herfstvakantie")
        );
    }

    #[test]
    fn de_eerste_lesweken_na_een_zomervakantie() {
        let k = Kalender::regio(Vakantieregio::Midden);
        let weken = |d| (1..5).find(|n| k.in_eerste_lesweken(d, *n));
        assert_eq!(weken(date(2026, 8, 30)), None);
        assert_eq!((weken(date(2026, 8, 31)), weken(date(2026, 9, 6))), (Some(1), Some(1)));
        assert_eq!((weken(date(2026, 9, 7)), weken(date(2026, 9, 13))), (Some(2), Some(2)));
        assert_eq!((weken(date(2026, 9, 14)), weken(date(2026, 9, 28))), (Some(3), None));
        assert!(!k.in_eerste_lesweken(date(2026, 8, 31), 0) && !k.in_eerste_lesweken(date(2026, 8, 31), -1));
        assert!(!k.in_eerste_lesweken(date(2017, 5, 8), 2) && !k.in_eerste_lesweken(Date::MAX, 2));
        let dagen: Vec<Date> = k.schooldagen(date(2026, 7, 17)).take(2).collect();
        assert_eq!(dagen, [date(2026, 7, 17), date(2026, 8, 31)]);
        assert_eq!(k.schooldagen(Date::MAX).count(), 1);
    }

    #[test]
    fn samengevoegde_vakanties_zeggen_hetzelfde_als_de_lijst() {
        let p = |m: i8, d: i8, tm: i8, td: i8| Periode { begin: date(2026, m, d), einde: date(2026, tm, td) };
        let eigen = Kalender::eigen(
            vec![date(2026, 9, 16)],
            vec![p(10, 5, 10, 20), p(10, 1, 10, 6), p(10, 1, 10, 2), p(12, 1, 11, 1), p(10, 21, 10, 21)],
        );
        let mut d = date(2026, 8, 1);
        while d < date(2026, 12, 31) {
            for k in [&eigen, &Kalender::regio(Vakantieregio::Zuid)] {
                assert_eq!(k.in_vakantie(d), k.vakantie(d).is_some(), "{d}");
            }
            d = d.saturating_add(1.day());
        }
        assert_eq!(eigen.vrije_dagen(date(2026, 9, 1), date(2026, 9, 30)), [date(2026, 9, 16)]);
        let zuid = Kalender::regio(Vakantieregio::Zuid);
        assert_eq!(zuid.naam_vrije_dag(date(2026, 4, 6)), Some("Tweede paasdag"));
        assert_eq!(
            (zuid.naam_vrije_dag(date(2025, 5, 5)), zuid.naam_vrije_dag(date(2026, 5, 5))),
            (Some("Bevrijdingsdag"), None)
        );
    }
}
