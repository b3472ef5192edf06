//! The arguments of the functions: from columns to packed lessons.

use crate::fout::{datum, in_kolom};
use crate::jaarvraag::{LESUUR_HOOGSTENS, Regeling};
use datafusion::arrow::array::{
    Array, ArrayRef, Date32Array, DictionaryArray, Int64Array, StringArray, StringViewArray,
};
use datafusion::arrow::datatypes::{DataType, Int32Type};
use datafusion::common::cast::{as_date32_array, as_int64_array};
use datafusion::common::{exec_err, plan_err};
use datafusion::error::{DataFusionError, Result};
use detect::{MINUTEN_HOOGSTENS, Rij, Schooljaar, Status};

/// The arguments in order.
const NAMEN: [&str; 6] = ["datum", "lesuur", "minuten", "status", "vakantieregio", "lesuur_minuten"];
/// A word that is not known, or missing.
const GEEN: u8 = u8::MAX;

/// The types that the columns are brought to: dates, whole numbers, and words that may stay in a dictionary.
pub(crate) fn types(gegeven: &[DataType]) -> Result<Vec<DataType>> {
    if gegeven.len() != NAMEN.len() {
        return plan_err!("zestien uur: {} kolommen in plaats van de zes ({})", gegeven.len(), NAMEN.join(", "));
    }
    let type_van = |(naam, g): (&&str, &DataType)| match (*naam, g) {
        ("datum", DataType::Date32 | DataType::Date64 | DataType::Null) => Ok(DataType::Date32),
        ("datum", _) => plan_err!("zestien uur: kolom datum is {g} en geen datum"),
        ("status" | "vakantieregio", DataType::Dictionary(_, w)) if w.is_string() => Ok(woordenboek()),
        ("status" | "vakantieregio", DataType::Null) => Ok(DataType::Utf8View),
        ("status" | "vakantieregio", g) if g.is_string() => Ok(DataType::Utf8View),
        ("status" | "vakantieregio", _) => plan_err!("zestien uur: kolom {naam} is {g} en geen tekst"),
        (_, DataType::Null) => Ok(DataType::Int64),
        (_, g) if g.is_integer() => Ok(DataType::Int64),
        _ => plan_err!("zestien uur: kolom {naam} is {g} en geen geheel getal"),
    };
    NAMEN.iter().zip(gegeven).map(type_van).collect()
}

fn woordenboek() -> DataType {
    DataType::Dictionary(Box::new(DataType::Int32), Box::new(DataType::Utf8))
}

/// The columns of one batch.
pub(crate) struct Kolommen<'a> {
    jaar: Schooljaar,
    datum: &'a Date32Array,
    lesuur: &'a Int64Array,
    minuten: &'a Int64Array,
    status: Woorden<'a>,
    regio: Woorden<'a>,
    lesuur_minuten: &'a Int64Array,
}

impl<'a> Kolommen<'a> {
    pub(crate) fn van(waarden: &'a [ArrayRef], jaar: Schooljaar) -> Result<Self> {
        let [datum, lesuur, minuten, status, regio, lesuur_minuten] = waarden else {
            return exec_err!("zestien uur: {} kolommen in plaats van {}", waarden.len(), NAMEN.len());
        };
        Ok(Self {
            jaar,
            datum: as_date32_array(datum)?,
            lesuur: as_int64_array(lesuur)?,
            minuten: as_int64_array(minuten)?,
            status: Woorden::van("status", status.as_ref(), &|w| {
                let i = Status::IN_BESTAND.iter().position(|s| s.code() == w)?;
                u8::try_from(i).ok()
            })?,
            regio: Woorden::van("vakantieregio", regio.as_ref(), &Regeling::regio)?,
            lesuur_minuten: as_int64_array(lesuur_minuten)?,
        })
    }

    /// The lesson of row `i`, and the school it was at.
    #[inline]
    pub(crate) fn les(&self, i: usize) -> Result<(u32, Regeling)> {
        let rij = Rij::nieuw(self.dag(i)?, self.lesuur(i)?, self.status(i)?, self.minuten(i)?);
        Ok((rij.0, Regeling { regio: self.regio(i)?, lesuur_minuten: self.lesuur_minuten(i)? }))
    }

    fn dag(&self, i: usize) -> Result<u16> {
        let doe = "Lever alleen lessen van dit schooljaar.";
        if self.datum.is_null(i) {
            return Err(leeg("datum", doe));
        }
        let nummer = self.datum.value(i);
        self.jaar.dag(nummer).ok_or_else(|| {
            let wat = match datum(nummer) {
                Some(d) => format!("{d} ligt buiten het schooljaar {}", self.jaar.naam()),
                None => format!("dag {nummer} is geen datum"),
            };
            in_kolom("datum", &wat, doe)
        })
    }

    fn lesuur(&self, i: usize) -> Result<u8> {
        getal(self.lesuur, i, "lesuur", "Nummer de lessen van een dag van 0 tot en met 255.", |n| u8::try_from(n).ok())
    }

    fn minuten(&self, i: usize) -> Result<u16> {
        let doe = "Geef de duur van de les, of bij te laat de gemiste minuten; hoogstens een dag.";
        let past = |n: &u16| u32::from(*n) <= MINUTEN_HOOGSTENS;
        getal(self.minuten, i, "minuten", doe, |n| u16::try_from(n).ok().filter(past))
    }

    fn lesuur_minuten(&self, i: usize) -> Result<u16> {
        let past = |n: &u16| (1..=LESUUR_HOOGSTENS).contains(n);
        let doe = "Geef minuten, meer dan 0; een klokuur is 60.";
        getal(self.lesuur_minuten, i, "lesuur_minuten", doe, |n| u16::try_from(n).ok().filter(past))
    }

    fn status(&self, i: usize) -> Result<Status> {
        let s = Status::IN_BESTAND.get(usize::from(self.status.code(i)));
        s.copied().ok_or_else(|| self.status.bezwaar(i, &Status::IN_BESTAND.map(Status::code).join(", ")))
    }

    fn regio(&self, i: usize) -> Result<u8> {
        match self.regio.code(i) {
            GEEN => {
                Err(self.regio.bezwaar(i, "noord, midden, zuid; elke school van de lessen moet bij de scholen staan"))
            }
            r => Ok(r),
        }
    }
}

/// A number that must be in range.
#[inline]
fn getal<T>(k: &Int64Array, i: usize, kolom: &str, doe: &str, past: impl Fn(i64) -> Option<T>) -> Result<T> {
    if k.is_null(i) {
        return Err(leeg(kolom, doe));
    }
    past(k.value(i)).ok_or_else(|| in_kolom(kolom, &format!("{} kan niet", k.value(i)), doe))
}

#[cold]
fn leeg(kolom: &str, doe: &str) -> DataFusionError {
    in_kolom(kolom, "een waarde ontbreekt", doe)
}

/// A column of words, each looked up once or in a dictionary. A row that the query leaves out may hold any word.
struct Woorden<'a> {
    kolom: &'static str,
    bron: &'a dyn Array,
    codes: Vec<u8>,
}

impl<'a> Woorden<'a> {
    fn van(kolom: &'static str, bron: &'a dyn Array, zoek: &dyn Fn(&str) -> Option<u8>) -> Result<Self> {
        let Some(codes) = codes(bron, zoek) else {
            return exec_err!("zestien uur: kolom {kolom} is {} en geen tekst", bron.data_type());
        };
        Ok(Self { kolom, bron, codes })
    }

    fn code(&self, i: usize) -> u8 {
        self.codes.get(i).copied().unwrap_or(GEEN)
    }

    #[cold]
    fn bezwaar(&self, i: usize, kies: &str) -> DataFusionError {
        let doe = format!("Kies uit: {kies}.");
        match tekst(self.bron, i) {
            Some(w) => {
                let w: String = w.chars().take(30).collect();
                in_kolom(self.kolom, &format!("«{w}» is onbekend"), &doe)
            }
            None => leeg(self.kolom, &doe),
        }
    }
}

/// The code of every row; nothing when this is no column of words.
fn codes(bron: &dyn Array, zoek: &dyn Fn(&str) -> Option<u8>) -> Option<Vec<u8>> {
    if let Some(d) = als::<DictionaryArray<Int32Type>>(bron) {
        let woorden = codes(d.values().as_ref(), zoek)?;
        let code = |k: Option<i32>| woorden.get(usize::try_from(k?).ok()?).copied();
        return Some(d.keys().iter().map(|k| code(k).unwrap_or(GEEN)).collect());
    }
    if let Some(w) = als::<StringViewArray>(bron) {
        return Some(reeks(w.iter(), zoek));
    }
    als::<StringArray>(bron).map(|w| reeks(w.iter(), zoek))
}

/// Words that come one after the other are often the same.
fn reeks<'w>(woorden: impl Iterator<Item = Option<&'w str>>, zoek: &dyn Fn(&str) -> Option<u8>) -> Vec<u8> {
    let mut vorige = (None, GEEN);
    woorden
        .map(|w| {
            if w != vorige.0 {
                vorige = (w, w.and_then(zoek).unwrap_or(GEEN));
            }
            vorige.1
        })
        .collect()
}

fn tekst(bron: &dyn Array, i: usize) -> Option<&str> {
    if bron.is_null(i) {
        return None;
    }
    if let Some(d) = als::<DictionaryArray<Int32Type>>(bron) {
        return tekst(d.values().as_ref(), d.key(i)?);
    }
    als::<StringViewArray>(bron).map(|w| w.value(i)).or_else(|| als::<StringArray>(bron).map(|w| w.value(i)))
}

fn als<T: 'static>(bron: &dyn Array) -> Option<&T> {
    bron.as_any().downcast_ref()
}
