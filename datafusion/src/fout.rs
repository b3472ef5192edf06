//! What can be wrong with the lessons, said so that whoever sent them can mend it.

use datafusion::error::DataFusionError;
use jiff::civil::Date;

/// An error of execution: what is wrong, a sentence without full stop, and what to do about it.
#[cold]
pub(crate) fn fout(wat: &str, doe: &str) -> DataFusionError {
    DataFusionError::Execution(format!("zestien uur: {wat}. {doe}"))
}

/// The same, in a column.
#[cold]
pub(crate) fn in_kolom(kolom: &str, wat: &str, doe: &str) -> DataFusionError {
    fout(&format!("kolom {kolom}: {wat}"), doe)
}

/// The date of a day number as far as the calendar goes.
pub(crate) fn datum(dagnummer: i32) -> Option<Date> {
    /// About the year 9999, and as far back.
    const VER: i32 = 2_900_000;
    (-VER..=VER).contains(&dagnummer).then(|| detect::datum(dagnummer))
}
