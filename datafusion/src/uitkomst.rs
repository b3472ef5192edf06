//! The answers as columns.

use crate::fout::fout;
use crate::jaarvraag::Jaarvraag;
use crate::leerling::Leerling;
use datafusion::arrow::array::{ArrayRef, Date32Array, ListArray, StructArray, UInt32Array};
use datafusion::arrow::buffer::{NullBuffer, OffsetBuffer, ScalarBuffer};
use datafusion::arrow::datatypes::{DataType, Field, FieldRef, Fields};
use datafusion::error::Result;
use detect::{Beoordelaar, Schooljaar, Signaal};
use std::sync::Arc;

/// One report.
fn velden() -> Fields {
    [("begin", DataType::Date32), ("bereikt_op", DataType::Date32), ("minuten", DataType::UInt32)]
        .into_iter()
        .map(|(naam, t)| Field::new(naam, t, true))
        .collect()
}

fn element() -> FieldRef {
    Arc::new(Field::new_list_field(DataType::Struct(velden()), true))
}

/// All reports as a list, or the first one.
pub(crate) fn soort(eerste: bool) -> DataType {
    if eerste { DataType::Struct(velden()) } else { DataType::List(element()) }
}

#[derive(Debug, Default)]
struct Meldingen {
    begin: Vec<i32>,
    bereikt_op: Vec<i32>,
    minuten: Vec<u32>,
}

impl Meldingen {
    fn erbij(&mut self, jaar: Schooljaar, s: Signaal) {
        self.begin.push(jaar.eerste + i32::from(s.begin));
        self.bereikt_op.push(jaar.eerste + i32::from(s.bereikt_op));
        self.minuten.push(s.minuten);
    }

    /// The place of a pupil without a report.
    fn geen(&mut self) {
        self.begin.push(0);
        self.bereikt_op.push(0);
        self.minuten.push(0);
    }

    fn klaar(self, er: Option<NullBuffer>) -> Result<StructArray> {
        let kolommen: Vec<ArrayRef> = vec![
            Arc::new(Date32Array::from(self.begin)),
            Arc::new(Date32Array::from(self.bereikt_op)),
            Arc::new(UInt32Array::from(self.minuten)),
        ];
        Ok(StructArray::try_new(velden(), kolommen, er)?)
    }
}

/// The reports of every pupil, a list for each.
pub(crate) fn alle(leerlingen: &mut [Leerling], vraag: &Jaarvraag, b: &mut Beoordelaar) -> Result<ArrayRef> {
    let (mut m, mut grenzen) = (Meldingen::default(), vec![0_i32]);
    for l in leerlingen {
        l.signalen(vraag, false, b, &mut |s| m.erbij(vraag.jaar(), s))?;
        let Ok(grens) = i32::try_from(m.begin.len()) else {
            return Err(fout("meer dan twee miljard meldingen in één deel", "Gebruik meer partities."));
        };
        grenzen.push(grens);
    }
    let grenzen = OffsetBuffer::new(ScalarBuffer::from(grenzen));
    Ok(Arc::new(ListArray::try_new(element(), grenzen, Arc::new(m.klaar(None)?), None)?))
}

/// The first report of every pupil, or nothing.
pub(crate) fn eerste(leerlingen: &mut [Leerling], vraag: &Jaarvraag, b: &mut Beoordelaar) -> Result<ArrayRef> {
    let (mut m, mut er) = (Meldingen::default(), Vec::with_capacity(leerlingen.len()));
    for l in leerlingen {
        let mut gevonden = None;
        l.signalen(vraag, true, b, &mut |s| gevonden = Some(s))?;
        er.push(gevonden.is_some());
        match gevonden {
            Some(s) => m.erbij(vraag.jaar(), s),
            None => m.geen(),
        }
    }
    Ok(Arc::new(m.klaar(Some(NullBuffer::from(er)))?))
}
