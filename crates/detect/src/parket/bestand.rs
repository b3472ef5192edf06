//! A Parquet file: its footer, its columns, and what type each may have.

use crate::fout::Fout;
use parquet::basic::{ConvertedType, LogicalType, Type};
use parquet::file::metadata::{ParquetMetaData, ParquetMetaDataReader};
use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Soort {
    /// A whole number.
    Getal,
    /// A date without time.
    Datum,
    /// A word.
    Tekst,
}

impl Soort {
    const fn woord(self) -> &'static str {
        match self {
            Self::Getal => "een geheel getal (uint8, uint16, uint32 of uint64)",
            Self::Datum => "een datum (date32)",
            Self::Tekst => "tekst (utf8 of dictionary)",
        }
    }
}

/// An open Parquet file of which the footer has been read.
#[derive(Debug, Clone)]
pub(crate) struct Parket {
    pub(crate) pad: PathBuf,
    pub(crate) meta: Arc<ParquetMetaData>,
    /// Bytes of the file.
    pub(crate) lengte: u64,
}

/// Where a column is and how its numbers must be understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Plek {
    pub(crate) index: usize,
    pub(crate) type_: Type,
    /// The numbers have no sign.
    pub(crate) zonder_teken: bool,
    /// May a value be missing?
    pub(crate) mag_leeg: bool,
}

impl Parket {
    /// Reads the footer.
    pub(crate) fn open(pad: &Path) -> Result<Self, Fout> {
        let bestand = File::open(pad).map_err(|e| Fout::io(pad, &e))?;
        let lengte = bestand.metadata().map_err(|e| Fout::io(pad, &e))?.len();
        let meta = ParquetMetaDataReader::new().parse_and_finish(&bestand).map_err(|_| {
            Fout::van(pad, "dit is geen Parquet-bestand, of het is afgebroken", "Maak het bestand opnieuw.")
        })?;
        let z = Self { pad: pad.to_owned(), meta: Arc::new(meta), lengte };
        for g in z.meta.row_groups() {
            if g.num_rows() < 0
                || g.columns().iter().any(|c| c.num_values() != g.num_rows() && c.column_descr().max_rep_level() == 0)
            {
                return Err(z.fout("de inhoudsopgave klopt niet: de kolommen zijn niet even lang"));
            }
        }
        if z.meta.row_groups().iter().try_fold(0_i64, |n, g| n.checked_add(g.num_rows())).is_none() {
            return Err(z.fout("de inhoudsopgave klopt niet: zoveel rijen kunnen er niet zijn"));
        }
        Ok(z)
    }

    fn fout(&self, melding: &str) -> Fout {
        Fout::van(&self.pad, melding, "Maak het bestand opnieuw.")
    }

    /// Rows that the footer claims.
    pub(crate) fn rijen(&self) -> u64 {
        self.meta.row_groups().iter().map(|g| u64::try_from(g.num_rows()).unwrap_or(0)).sum()
    }

    /// Rows before a row group.
    pub(crate) fn rijen_voor(&self, groep: usize) -> u64 {
        self.meta.row_groups().iter().take(groep).map(|g| u64::try_from(g.num_rows()).unwrap_or(0)).sum()
    }

    /// The column of this name, when it holds what it must hold.
    pub(crate) fn plek(&self, naam: &str, soort: Soort) -> Result<Plek, Fout> {
        let schema = self.meta.file_metadata().schema_descr();
        let index = schema.columns().iter().position(|c| c.path().parts() == [naam]).ok_or_else(|| {
            let er_zijn: Vec<String> = schema.columns().iter().take(20).map(|c| c.path().string()).collect();
            Fout::van(&self.pad, "deze kolom ontbreekt", format!("Er zijn wel: {}.", er_zijn.join(", "))).in_kolom(naam)
        })?;
        let kolom = schema.column(index);
        let verkeerd = || {
            Fout::van(
                &self.pad,
                format!("de kolom heeft het verkeerde type ({:?})", kolom.physical_type()),
                format!("De kolom hoort {} te zijn.", soort.woord()),
            )
            .in_kolom(naam)
        };
        if kolom.max_rep_level() > 0 || kolom.max_def_level() > 1 {
            return Err(verkeerd());
        }
        let logisch = kolom.logical_type_ref().cloned();
        let oud = kolom.converted_type();
        let datum = matches!(logisch, Some(LogicalType::Date)) || oud == ConvertedType::DATE;
        let heel = matches!(logisch, None | Some(LogicalType::Integer(_)))
            && !matches!(
                oud,
                ConvertedType::DATE
                    | ConvertedType::DECIMAL
                    | ConvertedType::TIME_MILLIS
                    | ConvertedType::TIME_MICROS
                    | ConvertedType::TIMESTAMP_MILLIS
                    | ConvertedType::TIMESTAMP_MICROS
            );
        let goed = match (soort, kolom.physical_type()) {
            (Soort::Getal, Type::INT32 | Type::INT64) => heel,
            (Soort::Datum, Type::INT32) => datum,
            (Soort::Tekst, Type::BYTE_ARRAY) => matches!(logisch, None | Some(LogicalType::String)),
            _ => false,
        };
        if !goed {
            return Err(verkeerd());
        }
        let zonder_teken = matches!(
            oud,
            ConvertedType::UINT_8 | ConvertedType::UINT_16 | ConvertedType::UINT_32 | ConvertedType::UINT_64
        ) || matches!(logisch, Some(LogicalType::Integer(i)) if !i.is_signed);
        Ok(Plek { index, type_: kolom.physical_type(), zonder_teken, mag_leeg: kolom.max_def_level() == 1 })
    }
}
