//! All pupils of a query at once.

use crate::functie::Vorm;
use crate::jaarvraag::Regeling;
use crate::kolommen::Kolommen;
use crate::leerling::Leerling;
use crate::toestand::{Bouwer, Lezer};
use datafusion::arrow::array::{Array, ArrayRef, BooleanArray};
use datafusion::common::internal_err;
use datafusion::error::Result;
use datafusion::logical_expr::{EmitTo, GroupsAccumulator};
use detect::Beoordelaar;

/// The lessons of every group.
#[derive(Debug)]
pub(crate) struct Groepen {
    vorm: Vorm,
    leerlingen: Vec<Leerling>,
    beoordelaar: Beoordelaar,
    /// Bytes of the lessons, kept up to date because it is asked with every batch.
    bytes: usize,
}

impl Groepen {
    pub(crate) fn nieuw(vorm: Vorm) -> Self {
        Self { vorm, leerlingen: Vec::new(), beoordelaar: Beoordelaar::default(), bytes: 0 }
    }

    fn plaats(&mut self, groepen: usize) {
        self.leerlingen.resize_with(groepen.max(self.leerlingen.len()), Leerling::default);
    }

    fn erbij(&mut self, groep: usize, rijen: &[u32], r: Regeling) -> Result<()> {
        let Some(l) = self.leerlingen.get_mut(groep) else {
            return internal_err!("groep {groep} van {}", self.leerlingen.len());
        };
        let was = l.geheugen();
        l.erbij(rijen, r)?;
        self.bytes += l.geheugen() - was;
        Ok(())
    }

    fn neem(&mut self, welke: EmitTo) -> Vec<Leerling> {
        let weg = welke.take_needed(&mut self.leerlingen);
        self.bytes -= weg.iter().map(Leerling::geheugen).sum::<usize>();
        weg
    }
}

fn telt(filter: Option<&BooleanArray>, i: usize) -> bool {
    filter.is_none_or(|f| f.is_valid(i) && f.value(i))
}

impl GroupsAccumulator for Groepen {
    fn update_batch(
        &mut self,
        waarden: &[ArrayRef],
        groepen: &[usize],
        filter: Option<&BooleanArray>,
        aantal: usize,
    ) -> Result<()> {
        self.plaats(aantal);
        let k = Kolommen::van(waarden, self.vorm.vraag.jaar())?;
        for (i, g) in groepen.iter().enumerate().filter(|(i, _)| telt(filter, *i)) {
            let (rij, r) = k.les(i)?;
            self.erbij(*g, &[rij], r)?;
        }
        Ok(())
    }

    fn merge_batch(&mut self, toestanden: &[ArrayRef], groepen: &[usize], aantal: usize) -> Result<()> {
        self.plaats(aantal);
        let (t, tot) = (Lezer::van(toestanden)?, self.vorm.vraag.tot());
        for (i, g) in groepen.iter().enumerate() {
            if let Some((rijen, r)) = t.leerling(i, tot)? {
                self.erbij(*g, rijen, r)?;
            }
        }
        Ok(())
    }

    fn evaluate(&mut self, welke: EmitTo) -> Result<ArrayRef> {
        let mut weg = self.neem(welke);
        self.vorm.uitkomst(&mut weg, &mut self.beoordelaar)
    }

    fn state(&mut self, welke: EmitTo) -> Result<Vec<ArrayRef>> {
        let weg = self.neem(welke);
        self.vorm.toestand(&weg)
    }

    fn convert_to_state(&self, waarden: &[ArrayRef], filter: Option<&BooleanArray>) -> Result<Vec<ArrayRef>> {
        let k = Kolommen::van(waarden, self.vorm.vraag.jaar())?;
        let n = waarden.first().map_or(0, |w| w.len());
        let mut uit = Bouwer::nieuw(n, n);
        for i in 0..n {
            if telt(filter, i) {
                let (rij, r) = k.les(i)?;
                uit.erbij(&[rij], Some(r))?;
            } else {
                uit.erbij(&[], None)?;
            }
        }
        uit.klaar(self.vorm.vraag.tot())
    }

    fn size(&self) -> usize {
        size_of_val(self) + self.leerlingen.capacity() * size_of::<Leerling>() + self.bytes
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::jaarvraag::Jaarvraag;
    use datafusion::arrow::array::{AsArray, Date32Array, Int64Array, StringViewArray};
    use detect::Schooljaar;
    use jiff::civil::{Date, date};
    use std::sync::Arc;

    fn groepen(tot: Date) -> Groepen {
        Groepen::nieuw(Vorm::nieuw(Arc::new(Jaarvraag::nieuw(Schooljaar::van(tot), tot).unwrap()), false))
    }

    /// Lessons of whole days away, `n` days from 1 September 2025, the last lesson first.
    fn lessen(n: i32) -> Vec<ArrayRef> {
        let eerste = detect::dagnummer(date(2025, 9, 1));
        let vlak = usize::try_from(n * 7).unwrap();
        vec![
            Arc::new(Date32Array::from_iter_values((0..n * 7).rev().map(|i| eerste + i / 7))),
            Arc::new(Int64Array::from_iter_values((0..i64::from(n) * 7).rev().map(|i| i % 7 + 1))),
            Arc::new(Int64Array::from(vec![60; vlak])),
            Arc::new(StringViewArray::from(vec!["ongeoorloofd"; vlak])),
            Arc::new(StringViewArray::from(vec!["midden"; vlak])),
            Arc::new(Int64Array::from(vec![60; vlak])),
        ]
    }

    fn aantallen(uit: &ArrayRef) -> Vec<i32> {
        uit.as_list::<i32>().offsets().windows(2).map(|w| w[1] - w[0]).collect()
    }

    #[test]
    fn deel_voor_deel_afgeven_en_samenvoegen_verandert_niets() {
        let tot = date(2026, 7, 31);
        let (mut a, mut b) = (groepen(tot), groepen(tot));
        // Every third lesson is of pupil 0, who has too few of them; pupil 3 has none.
        let wie: Vec<usize> = (0..35).map(|i| i % 3).collect();
        a.update_batch(&lessen(5), &wie, None, 4).unwrap();
        let vol = a.size();
        let eerste = a.state(EmitTo::First(2)).unwrap();
        assert_eq!(vol - a.size(), 2 * a.leerlingen[0].geheugen());
        let rest = a.state(EmitTo::All).unwrap();
        assert_eq!((a.leerlingen.len(), a.bytes), (0, 0));
        // All to one pupil: 35 hours in one week, the first sixteen are a report.
        b.merge_batch(&rest, &[1, 0], 2).unwrap();
        b.merge_batch(&eerste, &[1, 1], 2).unwrap();
        assert!(b.size() > 35 * 4 + 2 * size_of::<Leerling>());
        assert_eq!(aantallen(&b.evaluate(EmitTo::All).unwrap()), [0, 1]);
        assert_eq!(b.bytes, 0);
    }

    #[test]
    fn elke_les_een_eigen_toestand_en_een_filter() {
        let tot = date(2026, 7, 31);
        let mut g = groepen(tot);
        let filter = BooleanArray::from((0..35).map(|i| (i != 4).then_some(i >= 7)).collect::<Vec<_>>());
        let los = g.convert_to_state(&lessen(5), Some(&filter)).unwrap();
        g.merge_batch(&los, &[0; 35], 1).unwrap();
        assert_eq!(g.leerlingen[0].rijen.len(), 28);
        let mut anders = groepen(tot);
        anders.update_batch(&lessen(5), &[0; 35], Some(&filter), 1).unwrap();
        assert_eq!(anders.leerlingen[0].rijen, g.leerlingen[0].rijen);
        assert!(g.update_batch(&lessen(1), &[9; 7], None, 1).is_err(), "een groep die er niet is");
    }

    #[test]
    fn machines_met_een_andere_vraag_mengen_hun_dagen_niet() {
        let mut een = groepen(date(2026, 7, 31));
        een.update_batch(&lessen(1), &[0; 7], None, 1).unwrap();
        let toestand = een.state(EmitTo::All).unwrap();
        for tot in [date(2026, 7, 30), date(2025, 7, 31)] {
            let e = groepen(tot).merge_batch(&toestand, &[0], 1).unwrap_err().to_string();
            assert!(e.contains("hetzelfde schooljaar en dezelfde laatste dag"), "{e}");
        }
        assert!(een.merge_batch(&toestand[..3], &[0], 1).is_err());
        assert!(een.merge_batch(&lessen(1)[..4], &[0; 7], 1).is_err());
    }
}
