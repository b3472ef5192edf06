//! The question that a function was registered with, and the law of every kind of school.

use crate::fout::fout;
use datafusion::error::Result;
use detect::{Opdracht, School, Schooljaar, Soort, Vraag, Wet, dagnummer};
use jiff::civil::Date;
use rules::Vakantieregio;
use std::fmt;

/// Longest lesson hour of a school, as in the file of schools.
pub(crate) const LESUUR_HOOGSTENS: u16 = 24 * 60;

const REGIOS: [Vakantieregio; 3] = [Vakantieregio::Noord, Vakantieregio::Midden, Vakantieregio::Zuid];

/// What the law needs to know of a school.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Regeling {
    /// Place of the holiday region in the list above.
    pub(crate) regio: u8,
    /// Minutes of one lesson hour.
    pub(crate) lesuur_minuten: u16,
}

impl Regeling {
    /// The code of a region as it is written in a file.
    pub(crate) fn regio(woord: &str) -> Option<u8> {
        let r = Vakantieregio::uit_code(woord.trim())?;
        u8::try_from(REGIOS.iter().position(|x| *x == r)?).ok()
    }

    /// Stands for all schools with this region and lesson hour.
    const fn nummer(self) -> u32 {
        (self.regio as u32) << 16 | self.lesuur_minuten as u32
    }
}

/// A school year, its last day that counts, and the law of that day.
pub(crate) struct Jaarvraag {
    wet: Wet,
    tot: u16,
}

impl Jaarvraag {
    pub(crate) fn nieuw(jaar: Schooljaar, tot: Date) -> Result<Self> {
        let Some(dag) = jaar.dag(dagnummer(tot)) else {
            let wat = format!("{tot} ligt buiten het schooljaar {}", jaar.naam());
            return Err(fout(&wat, "Kies een laatste dag in het schooljaar."));
        };
        // Every region with every lesson hour: four thousand schools of some bytes, and no lock while the queries run.
        let scholen: Vec<School> = (0_u8..)
            .zip(REGIOS)
            .flat_map(|(i, regio)| {
                (1..=LESUUR_HOOGSTENS).map(move |lesuur_minuten| {
                    let school = Regeling { regio: i, lesuur_minuten }.nummer();
                    School { school, regio, lesuur_minuten }
                })
            })
            .collect();
        Ok(Self { wet: Wet::nieuw(jaar, &scholen, tot), tot: dag })
    }

    pub(crate) const fn jaar(&self) -> Schooljaar {
        self.wet.jaar
    }

    /// The last day as a day number; it tells the school year too.
    pub(crate) fn tot(&self) -> i32 {
        self.jaar().eerste + i32::from(self.tot)
    }

    /// What the kernel needs for a pupil of such a school.
    pub(crate) fn opdracht(&self, r: Regeling, eerste: bool) -> Result<Opdracht<'_>> {
        let Some(wet) = self.wet.school(r.nummer()) else {
            return Err(fout("deze vakantieregio of dit lesuur bestaat niet", "Gebruik overal dezelfde versie."));
        };
        let vraag = Vraag { soort: Soort::ZestienUur, eerste, tot: self.tot };
        Ok(Opdracht { wet, periode: self.wet.periode, vraag })
    }
}

// Four thousand schools are no reading for a query plan.
impl fmt::Debug for Jaarvraag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Jaarvraag({} tot en met {})", self.jaar().naam(), self.jaar().datum(self.tot))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn elke_regio_met_elk_lesuur_heeft_een_drempel() {
        let v = Jaarvraag::nieuw(Schooljaar::van(date(2025, 9, 1)), date(2026, 7, 31)).unwrap();
        for regio in 0..3 {
            for lesuur_minuten in [1, 45, 60, LESUUR_HOOGSTENS] {
                let o = v.opdracht(Regeling { regio, lesuur_minuten }, false).unwrap();
                assert_eq!(o.wet.maat.drempel, 16 * u32::from(lesuur_minuten));
            }
        }
        for (regio, lesuur_minuten) in [(3, 60), (255, 60), (0, 0), (0, LESUUR_HOOGSTENS + 1), (2, u16::MAX)] {
            assert!(v.opdracht(Regeling { regio, lesuur_minuten }, true).is_err(), "{regio} {lesuur_minuten}");
        }
        assert_eq!(detect::datum(v.tot()), date(2026, 7, 31));
        assert_eq!(format!("{v:?}"), "Jaarvraag(2025-2026 tot en met 2026-07-31)");
    }

    #[test]
    fn de_laatste_dag_ligt_in_het_schooljaar() {
        let jaar = Schooljaar::van(date(2025, 9, 1));
        for buiten in [date(2025, 7, 31), date(2026, 8, 1)] {
            let e = Jaarvraag::nieuw(jaar, buiten).unwrap_err().to_string();
            assert!(e.contains("ligt buiten het schooljaar 2025-2026"), "{e}");
        }
    }
}
