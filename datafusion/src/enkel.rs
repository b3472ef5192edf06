//! One pupil: a query without groups, or a window.

use crate::functie::Vorm;
use crate::kolommen::Kolommen;
use crate::leerling::Leerling;
use crate::toestand::Lezer;
use datafusion::arrow::array::{Array, ArrayRef};
use datafusion::common::ScalarValue;
use datafusion::error::Result;
use datafusion::logical_expr::Accumulator;
use detect::Beoordelaar;
use std::slice::{from_mut, from_ref};

/// The lessons of one group.
#[derive(Debug)]
pub(crate) struct Enkel {
    vorm: Vorm,
    leerling: Leerling,
    beoordelaar: Beoordelaar,
}

impl Enkel {
    pub(crate) fn nieuw(vorm: Vorm) -> Self {
        Self { vorm, leerling: Leerling::default(), beoordelaar: Beoordelaar::default() }
    }
}

impl Accumulator for Enkel {
    fn update_batch(&mut self, waarden: &[ArrayRef]) -> Result<()> {
        let k = Kolommen::van(waarden, self.vorm.vraag.jaar())?;
        for i in 0..waarden.first().map_or(0, |w| w.len()) {
            let (rij, r) = k.les(i)?;
            self.leerling.erbij(&[rij], r)?;
        }
        Ok(())
    }

    fn merge_batch(&mut self, toestanden: &[ArrayRef]) -> Result<()> {
        let t = Lezer::van(toestanden)?;
        for i in 0..t.len() {
            if let Some((rijen, r)) = t.leerling(i, self.vorm.vraag.tot())? {
                self.leerling.erbij(rijen, r)?;
            }
        }
        Ok(())
    }

    // A window asks again after every row: the lessons stay.
    fn evaluate(&mut self) -> Result<ScalarValue> {
        let uit = self.vorm.uitkomst(from_mut(&mut self.leerling), &mut self.beoordelaar)?;
        ScalarValue::try_from_array(&uit, 0)
    }

    fn state(&mut self) -> Result<Vec<ScalarValue>> {
        let kolommen = self.vorm.toestand(from_ref(&self.leerling))?;
        kolommen.iter().map(|k| ScalarValue::try_from_array(k, 0)).collect()
    }

    fn size(&self) -> usize {
        size_of_val(self) + self.leerling.geheugen()
    }
}
