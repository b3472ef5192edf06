//! What one machine hands to another about the pupils it has seen: the packed lessons and the kind of school.
//!
//! The last day goes along, so that two machines with another question stop instead of mixing their days.

use crate::fout::{datum, fout};
use crate::jaarvraag::Regeling;
use datafusion::arrow::array::{
    Array, ArrayRef, AsArray, Date32Array, ListArray, UInt8Array, UInt16Array, UInt32Array,
};
use datafusion::arrow::buffer::{OffsetBuffer, ScalarBuffer};
use datafusion::arrow::datatypes::{DataType, Field, FieldRef, UInt32Type};
use datafusion::common::exec_err;
use datafusion::error::Result;
use datafusion::logical_expr::utils::format_state_name;
use std::sync::Arc;

fn element() -> FieldRef {
    Arc::new(Field::new_list_field(DataType::UInt32, false))
}

/// The columns of a state.
pub(crate) fn velden(naam: &str) -> Vec<FieldRef> {
    [
        ("rijen", DataType::List(element())),
        ("vakantieregio", DataType::UInt8),
        ("lesuur_minuten", DataType::UInt16),
        ("tot", DataType::Date32),
    ]
    .map(|(veld, t)| Arc::new(Field::new(format_state_name(naam, veld), t, true)))
    .to_vec()
}

/// Makes the columns.
#[derive(Debug)]
pub(crate) struct Bouwer {
    grenzen: Vec<i32>,
    rijen: Vec<u32>,
    regio: Vec<Option<u8>>,
    lesuur_minuten: Vec<Option<u16>>,
}

impl Bouwer {
    pub(crate) fn nieuw(leerlingen: usize, rijen: usize) -> Self {
        let mut grenzen = Vec::with_capacity(leerlingen + 1);
        grenzen.push(0);
        Self {
            grenzen,
            rijen: Vec::with_capacity(rijen),
            regio: Vec::with_capacity(leerlingen),
            lesuur_minuten: Vec::with_capacity(leerlingen),
        }
    }

    /// The next pupil; nothing known of the school is a pupil without lessons.
    pub(crate) fn erbij(&mut self, rijen: &[u32], r: Option<Regeling>) -> Result<()> {
        self.rijen.extend_from_slice(rijen);
        let Ok(grens) = i32::try_from(self.rijen.len()) else {
            return Err(fout("meer dan twee miljard lessen in één deel", "Gebruik meer partities."));
        };
        self.grenzen.push(grens);
        self.regio.push(r.map(|r| r.regio));
        self.lesuur_minuten.push(r.map(|r| r.lesuur_minuten));
        Ok(())
    }

    pub(crate) fn klaar(self, tot: i32) -> Result<Vec<ArrayRef>> {
        let n = self.regio.len();
        let grenzen = OffsetBuffer::new(ScalarBuffer::from(self.grenzen));
        let rijen = ListArray::try_new(element(), grenzen, Arc::new(UInt32Array::from(self.rijen)), None)?;
        Ok(vec![
            Arc::new(rijen),
            Arc::new(UInt8Array::from(self.regio)),
            Arc::new(UInt16Array::from(self.lesuur_minuten)),
            Arc::new(Date32Array::from_value(tot, n)),
        ])
    }
}

/// Reads the columns.
#[derive(Debug)]
pub(crate) struct Lezer<'a> {
    rijen: &'a ListArray,
    waarden: &'a [u32],
    regio: &'a UInt8Array,
    lesuur_minuten: &'a UInt16Array,
    tot: &'a Date32Array,
}

impl<'a> Lezer<'a> {
    pub(crate) fn van(kolommen: &'a [ArrayRef]) -> Result<Self> {
        if let [rijen, regio, lesuur_minuten, tot] = kolommen
            && let Some(rijen) = rijen.as_list_opt::<i32>()
            && let Some(waarden) = rijen.values().as_primitive_opt::<UInt32Type>()
            && let Some(regio) = regio.as_primitive_opt()
            && let Some(lesuur_minuten) = lesuur_minuten.as_primitive_opt()
            && let Some(tot) = tot.as_primitive_opt()
        {
            return Ok(Self { rijen, waarden: waarden.values(), regio, lesuur_minuten, tot });
        }
        exec_err!("zestien uur: dit is geen toestand van deze functie. Gebruik overal dezelfde versie.")
    }

    pub(crate) fn len(&self) -> usize {
        self.rijen.len()
    }

    /// The lessons of one pupil, made for last day `tot`; nothing when there were none.
    pub(crate) fn leerling(&self, i: usize, tot: i32) -> Result<Option<(&'a [u32], Regeling)>> {
        if self.rijen.is_null(i) || self.regio.is_null(i) || self.lesuur_minuten.is_null(i) {
            return Ok(None);
        }
        if self.tot.is_null(i) || self.tot.value(i) != tot {
            return Err(andere_vraag(self.tot.value(i), tot));
        }
        let plek = |g: usize| self.rijen.value_offsets().get(g).and_then(|o| usize::try_from(*o).ok());
        let (van, tm) = (plek(i).unwrap_or(0), plek(i + 1).unwrap_or(0));
        let rijen = self.waarden.get(van..tm).unwrap_or_default();
        let r = Regeling { regio: self.regio.value(i), lesuur_minuten: self.lesuur_minuten.value(i) };
        Ok(Some((rijen, r)))
    }
}

#[cold]
fn andere_vraag(hun: i32, ons: i32) -> datafusion::error::DataFusionError {
    let dag = |d| datum(d).map_or_else(|| "?".to_owned(), |d| d.to_string());
    fout(
        &format!("een deel van de lessen is gelezen tot en met {}, een ander deel tot en met {}", dag(hun), dag(ons)),
        "Registreer de functie op elke machine met hetzelfde schooljaar en dezelfde laatste dag.",
    )
}
