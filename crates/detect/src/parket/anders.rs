//! The encodings that we do not decode ourselves, through Arrow.

use super::bestand::{Parket, Plek};
use super::kolom::Vertaling;
use super::paniek::vang;
use arrow_array::cast::AsArray;
use arrow_array::types::{
    ArrowPrimitiveType, Date32Type, Int8Type, Int16Type, Int32Type, Int64Type, UInt8Type, UInt16Type, UInt32Type,
    UInt64Type,
};
use arrow_array::{Array, ArrayRef};
use arrow_schema::DataType;
use parquet::arrow::ProjectionMask;
use parquet::arrow::arrow_reader::{ParquetRecordBatchReader, ParquetRecordBatchReaderBuilder};
use std::fs::File;
use std::ops::Range;

const STUK: &str = "de kolom kan niet worden gelezen";

/// A column that Arrow reads.
pub(crate) struct Anders(ParquetRecordBatchReader);

impl Anders {
    pub(crate) fn open(parket: &Parket, plek: Plek, groepen: Range<usize>) -> Result<Self, &'static str> {
        vang(|| Self::bouw(parket, plek, groepen)).ok_or(STUK)?
    }

    fn bouw(parket: &Parket, plek: Plek, groepen: Range<usize>) -> Result<Self, &'static str> {
        let bestand = File::open(&parket.pad).map_err(|_| STUK)?;
        let bouwer = ParquetRecordBatchReaderBuilder::try_new(bestand).map_err(|_| STUK)?;
        let schema = bouwer.parquet_schema();
        let masker = ProjectionMask::leaves(schema, [plek.index]);
        bouwer
            .with_projection(masker)
            .with_row_groups(groepen.collect())
            .with_batch_size(super::kolom::BLOK)
            .build()
            .map(Self)
            .map_err(|_| STUK)
    }

    /// Adds the next values; none at the end.
    pub(crate) fn vul<V: Vertaling>(&mut self, vertaling: &V, uit: &mut Vec<V::Uit>) -> Result<(), &'static str> {
        // After a fault this reader is not used again.
        let Some(blok) = vang(|| self.0.next()).ok_or(STUK)? else { return Ok(()) };
        let blok = blok.map_err(|_| STUK)?;
        if blok.num_columns() != 1 {
            return Err(STUK);
        }
        waarden(blok.column(0), vertaling, uit)
    }
}

fn waarden<V: Vertaling>(rij: &ArrayRef, vertaling: &V, uit: &mut Vec<V::Uit>) -> Result<(), &'static str> {
    match rij.data_type() {
        DataType::Int8 => getallen::<V, Int8Type>(rij, vertaling, uit),
        DataType::Int16 => getallen::<V, Int16Type>(rij, vertaling, uit),
        DataType::Int32 => getallen::<V, Int32Type>(rij, vertaling, uit),
        DataType::Date32 => getallen::<V, Date32Type>(rij, vertaling, uit),
        DataType::Int64 => getallen::<V, Int64Type>(rij, vertaling, uit),
        DataType::UInt8 => getallen::<V, UInt8Type>(rij, vertaling, uit),
        DataType::UInt16 => getallen::<V, UInt16Type>(rij, vertaling, uit),
        DataType::UInt32 => getallen::<V, UInt32Type>(rij, vertaling, uit),
        DataType::UInt64 => {
            let r = rij.as_primitive::<UInt64Type>();
            // As in a plain page: the bits, of which the column knows that they have no sign.
            uit.extend(
                r.iter().map(|w| w.map_or(vertaling.leeg(), |w| vertaling.getal(i64::from_ne_bytes(w.to_ne_bytes())))),
            );
        }
        DataType::Utf8 => {
            uit.extend(
                rij.as_string::<i32>().iter().map(|w| w.map_or(vertaling.leeg(), |w| vertaling.tekst(w.as_bytes()))),
            );
        }
        DataType::LargeUtf8 => {
            uit.extend(
                rij.as_string::<i64>().iter().map(|w| w.map_or(vertaling.leeg(), |w| vertaling.tekst(w.as_bytes()))),
            );
        }
        DataType::Utf8View => {
            uit.extend(
                rij.as_string_view().iter().map(|w| w.map_or(vertaling.leeg(), |w| vertaling.tekst(w.as_bytes()))),
            );
        }
        DataType::Binary => {
            uit.extend(rij.as_binary::<i32>().iter().map(|w| w.map_or(vertaling.leeg(), |w| vertaling.tekst(w))));
        }
        DataType::Dictionary(_, _) => {
            let woorden = rij.as_any_dictionary_opt().ok_or(STUK)?;
            if woorden.values().is_empty() {
                uit.extend(std::iter::repeat_n(vertaling.leeg(), woorden.len()));
                return Ok(());
            }
            let mut woordenboek = Vec::new();
            waarden(woorden.values(), vertaling, &mut woordenboek)?;
            for (i, k) in woorden.normalized_keys().into_iter().enumerate() {
                let leeg = woorden.keys().is_null(i);
                uit.push(if leeg { vertaling.leeg() } else { woordenboek.get(k).copied().unwrap_or(vertaling.fout()) });
            }
        }
        _ => return Err(STUK),
    }
    Ok(())
}

fn getallen<V: Vertaling, T: ArrowPrimitiveType>(rij: &ArrayRef, vertaling: &V, uit: &mut Vec<V::Uit>)
where
    i64: From<T::Native>,
{
    uit.extend(rij.as_primitive::<T>().iter().map(|w| w.map_or(vertaling.leeg(), |w| vertaling.getal(i64::from(w)))));
}
