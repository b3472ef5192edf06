//! The lesson calendar of one school year as tables: what `rules` says of each day, looked up once (CR-06, CR-07).

use jiff::ToSpan;
use jiff::civil::{Date, date};
use rules::{Kalender, Vakantieregio};

/// No lesson day, or no such day.
pub(crate) const GEEN: u16 = u16::MAX;

/// The first day of a school year as a number, and how many days it has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Schooljaar {
    /// Days from 1 January 1970 to 1 August.
    pub eerste: i32,
    /// 365 or 366.
    pub dagen: u16,
    /// The calendar year in which it begins.
    pub jaar: i16,
}

impl Schooljaar {
    /// The school year that holds this day.
    #[must_use]
    pub fn van(dag: Date) -> Self {
        let (begin, einde) = rules::schooljaar(dag);
        let eerste = dagnummer(begin);
        let dagen = u16::try_from(dagnummer(einde) - eerste + 1).unwrap_or(365);
        Self { eerste, dagen, jaar: begin.year() }
    }

    /// The name, as in `2025-2026`.
    #[must_use]
    pub fn naam(self) -> String {
        format!("{}-{}", self.jaar, self.jaar.saturating_add(1))
    }

    /// Day of this school year, 0 is 1 August; nothing outside.
    #[must_use]
    pub fn dag(self, dagnummer: i32) -> Option<u16> {
        u16::try_from(dagnummer.checked_sub(self.eerste)?).ok().filter(|d| *d < self.dagen)
    }

    /// The date of a day of this school year.
    #[must_use]
    pub fn datum(self, dag: u16) -> Date {
        datum(self.eerste.saturating_add(i32::from(dag)))
    }
}

/// Days since 1 January 1970, as in a Parquet date.
#[must_use]
pub fn dagnummer(d: Date) -> i32 {
    date(1970, 1, 1).until(d).map_or(i32::MIN, |s| s.get_days())
}

/// The date of a number of days since 1 January 1970; the first or last date there is for a number beyond those.
#[must_use]
pub fn datum(dagnummer: i32) -> Date {
    // A span has a largest number of days too, and a file can hold any number.
    date(1970, 1, 1).saturating_add(i64::from(dagnummer.clamp(-UITERSTE, UITERSTE)).days())
}

/// More days than from 1970 to either end of the calendar.
const UITERSTE: i32 = 5_000_000;

/// What each day of a school year is on one lesson calendar.
#[derive(Debug, Clone)]
pub struct Jaarkalender {
    /// The school year.
    pub jaar: Schooljaar,
    /// Day of the lesson calendar (7 × lesson week + weekday); [`GEEN`] when a lesson on this day does not count.
    lesdag: Vec<u16>,
    schooldag: Vec<bool>,
    /// The first school day on or after each day, and one place more; [`GEEN`] when there is none.
    volgende: Vec<u16>,
    /// The last school day on or before each day.
    vorige: Vec<u16>,
    /// The day of each lesson-calendar number, free days and weekends in a lesson week too.
    dag_van: Vec<u16>,
    /// The smallest number of school days in a whole period of 28 lesson-calendar days.
    minst_schooldagen: u32,
}

impl Jaarkalender {
    /// The tables of a calendar for a school year. `periode` is the number of lesson-calendar days of a long absence.
    #[must_use]
    pub fn nieuw(kalender: &Kalender, jaar: Schooljaar, periode: u16) -> Self {
        let nummering = kalender.nummering(jaar.datum(0), jaar.datum(jaar.dagen - 1));
        let n = usize::from(jaar.dagen);
        let (mut lesdag, mut schooldag) = (vec![GEEN; n], vec![false; n]);
        let mut dag_van = Vec::new();
        for (i, d) in (0..jaar.dagen).enumerate() {
            let dag = jaar.datum(d);
            let Some(nummer) = nummering.dag(dag).and_then(|x| usize::try_from(x).ok()) else { continue };
            if nummer >= dag_van.len() {
                dag_van.resize(nummer + 1, GEEN);
            }
            dag_van[nummer] = d;
            schooldag[i] = kalender.is_schooldag(dag);
            // A lesson on a vacation day or a free day does not count, also inside a lesson week (CR-31).
            if !kalender.in_vakantie(dag) && !kalender.is_vrije_dag(dag) {
                lesdag[i] = u16::try_from(nummer).unwrap_or(GEEN);
            }
        }
        let (mut volgende, mut vorige) = (vec![GEEN; n + 1], vec![GEEN; n]);
        for i in (0..n).rev() {
            volgende[i] = if schooldag[i] { index(i) } else { volgende[i + 1] };
        }
        for i in 0..n {
            vorige[i] = if schooldag[i] {
                index(i)
            } else if i > 0 {
                vorige[i - 1]
            } else {
                GEEN
            };
        }
        let mut zelf = Self { jaar, lesdag, schooldag, volgende, vorige, dag_van, minst_schooldagen: 0 };
        zelf.minst_schooldagen = zelf.minste_schooldagen(periode);
        zelf
    }

    /// The tables of a region.
    #[must_use]
    pub fn regio(regio: Vakantieregio, jaar: Schooljaar, periode: u16) -> Self {
        Self::nieuw(&Kalender::regio(regio), jaar, periode)
    }

    fn minste_schooldagen(&self, periode: u16) -> u32 {
        let schooldagen = |van: usize, tm: usize| (van..=tm).filter(|i| self.schooldag.get(*i) == Some(&true)).count();
        (0..self.jaar.dagen)
            .filter(|d| self.is_schooldag(*d))
            .filter_map(|d| Some(schooldagen(usize::from(d), usize::from(self.na_lesdagen(d, periode)?))))
            .min()
            .map_or(u32::MAX, |m| u32::try_from(m).unwrap_or(u32::MAX))
    }

    /// Number on the lesson calendar of a day whose lessons count.
    #[inline]
    pub(crate) fn lesdag(&self, dag: u32) -> Option<u16> {
        self.lesdag.get(dag as usize).copied().filter(|l| *l != GEEN)
    }

    /// Is this a school day?
    #[inline]
    pub(crate) fn is_schooldag(&self, dag: u16) -> bool {
        self.schooldag.get(usize::from(dag)) == Some(&true)
    }

    /// The first school day on or after this day; [`GEEN`] when there is none.
    #[inline]
    pub(crate) fn volgende_schooldag(&self, vanaf: u16) -> u16 {
        self.volgende.get(usize::from(vanaf)).copied().unwrap_or(GEEN)
    }

    /// The last school day on or before this day; nothing when there is none.
    #[inline]
    pub(crate) fn vorige_schooldag(&self, tm: u16) -> Option<u16> {
        self.vorige.get(usize::from(tm)).copied().filter(|d| *d != GEEN)
    }

    /// The day on which this many lesson-calendar days are full, counted from a school day that is day 1 (CR-40).
    #[inline]
    pub(crate) fn na_lesdagen(&self, begin: u16, aantal: u16) -> Option<u16> {
        let eerste = self.lesdag(u32::from(begin))?;
        self.dag_van.get(usize::from(eerste.checked_add(aantal)?.checked_sub(1)?)).copied().filter(|d| *d != GEEN)
    }

    /// Lessons before this day are in no window of so many lesson-calendar days that ends after `tot`.
    pub(crate) fn begin_venster(&self, tot: u16, lengte: u16) -> u16 {
        let laatste = self.vorige_schooldag(tot).and_then(|d| self.lesdag(u32::from(d)));
        let eerste = laatste.and_then(|l| (l + 1).checked_sub(lengte));
        eerste.and_then(|e| self.dag_van.get(usize::from(e))).copied().filter(|d| *d != GEEN).unwrap_or(0)
    }

    /// Fewer missed school days than this can be no long absence on this calendar.
    #[inline]
    pub(crate) fn minst_schooldagen(&self) -> u32 {
        self.minst_schooldagen
    }
}

fn index(i: usize) -> u16 {
    u16::try_from(i).unwrap_or(GEEN)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn de_tabellen_zeggen_van_elke_dag_wat_de_regels_zeggen() {
        for begin in 2017..2030 {
            let jaar = Schooljaar::van(date(begin, 9, 1));
            assert_eq!(jaar.naam(), format!("{begin}-{}", begin + 1));
            for regio in [Vakantieregio::Noord, Vakantieregio::Midden, Vakantieregio::Zuid] {
                let k = Kalender::regio(regio);
                let t = Jaarkalender::regio(regio, jaar, 28);
                let nummering = k.nummering(jaar.datum(0), jaar.datum(jaar.dagen - 1));
                for d in 0..jaar.dagen {
                    let dag = jaar.datum(d);
                    assert_eq!(t.is_schooldag(d), k.is_schooldag(dag), "{dag}");
                    let telt = !k.in_vakantie(dag) && !k.is_vrije_dag(dag);
                    let lesdag = nummering.dag(dag).filter(|_| telt).map(|l| u16::try_from(l).unwrap());
                    assert_eq!(t.lesdag(u32::from(d)), lesdag, "{dag}");
                    let volgende = (d..jaar.dagen).find(|x| k.is_schooldag(jaar.datum(*x)));
                    assert_eq!(t.volgende_schooldag(d), volgende.unwrap_or(GEEN));
                    assert_eq!(t.vorige_schooldag(d), (0..=d).rev().find(|x| k.is_schooldag(jaar.datum(*x))));
                }
                assert_eq!((t.volgende_schooldag(jaar.dagen), t.lesdag(366)), (GEEN, None));
                for tot in 0..jaar.dagen {
                    let begin = t.begin_venster(tot, 28);
                    let in_venster = |d: u16| {
                        let lesdag = t.lesdag(u32::from(d));
                        (tot + 1..jaar.dagen)
                            .filter_map(|later| t.lesdag(u32::from(later)))
                            .any(|l| lesdag.is_some_and(|d| l - d < 28))
                    };
                    assert!((0..begin).all(|d| !in_venster(d)), "{tot} {begin}");
                    assert!(begin == 0 || tot - begin < 28 + 7 * 8, "{tot} {begin}");
                }
                // Four lesson weeks hold at most 20 school days, and far more than a handful.
                assert!((12..=20).contains(&t.minst_schooldagen()), "{} {regio:?} {}", begin, t.minst_schooldagen());
            }
        }
    }

    #[test]
    fn een_schooljaar_kent_zijn_dagen_en_geen_andere() {
        let jaar = Schooljaar::van(date(2027, 12, 1));
        assert_eq!((jaar.dagen, jaar.datum(0), jaar.datum(365)), (366, date(2027, 8, 1), date(2028, 7, 31)));
        for (dag, index) in [
            (date(2027, 8, 1), Some(0)),
            (date(2028, 7, 31), Some(365)),
            (date(2027, 7, 31), None),
            (date(2028, 8, 1), None),
        ] {
            assert_eq!(jaar.dag(dagnummer(dag)), index, "{dag}");
        }
        assert_eq!(jaar.dag(i32::MIN), None);
        assert_eq!(datum(dagnummer(date(2026, 11, 26))), date(2026, 11, 26));
    }

    #[test]
    fn de_achtentwintigste_dag_is_een_zondag_en_met_een_vakantieweek_dag_35() {
        let jaar = Schooljaar::van(date(2026, 9, 7));
        let t = Jaarkalender::regio(Vakantieregio::Midden, jaar, 28);
        let dag = |d: Date| jaar.dag(dagnummer(d)).unwrap();
        assert_eq!(t.na_lesdagen(dag(date(2026, 9, 7)), 28), Some(dag(date(2026, 10, 4))));
        assert_eq!(t.na_lesdagen(dag(date(2026, 9, 28)), 28), Some(dag(date(2026, 11, 1))));
        assert_eq!(t.na_lesdagen(dag(date(2027, 7, 1)), 28), None, "past het jaar niet");
    }
}
