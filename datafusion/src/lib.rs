//! The sixteen hours in four lesson weeks as an aggregate function of DataFusion.
//!
//! The kernel is that of `detect`, and with it the law of `rules`: this crate only brings rows to it and reports back. Any
//! service on DataFusion can run it, over as many partitions and machines as it has: see README.md for the SQL.
//!
//! ```
//! # fn main() -> datafusion::error::Result<()> {
//! use datafusion::prelude::SessionContext;
//! use leerrecht_datafusion::{Schooljaar, registreer};
//! let tot = jiff::civil::date(2026, 3, 1);
//! registreer(&SessionContext::new(), Schooljaar::van(tot), tot)?;
//! # Ok(())
//! # }
//! ```

mod enkel;
mod fout;
mod functie;
mod groepen;
mod jaarvraag;
mod kolommen;
mod leerling;
mod toestand;
mod uitkomst;

use datafusion::error::Result;
use datafusion::logical_expr::AggregateUDF;
use datafusion::prelude::SessionContext;
pub use detect::Schooljaar;
pub use functie::{NAAM, NAAM_EERSTE, ZestienUur};
use jaarvraag::Jaarvraag;
use jiff::civil::Date;
use std::sync::Arc;

/// Adds both functions to a session: the lessons of school year `jaar`, and the law and the reports of day `tot`.
///
/// # Errors
/// `tot` is no day of the school year.
pub fn registreer(sessie: &SessionContext, jaar: Schooljaar, tot: Date) -> Result<()> {
    for f in functies(jaar, tot)? {
        sessie.register_udaf(f);
    }
    Ok(())
}

/// The two functions, for whoever keeps the functions of all machines in one place, as Ballista does.
///
/// # Errors
/// `tot` is no day of the school year.
pub fn functies(jaar: Schooljaar, tot: Date) -> Result<[AggregateUDF; 2]> {
    let vraag = Arc::new(Jaarvraag::nieuw(jaar, tot)?);
    Ok([false, true].map(|eerste| ZestienUur::nieuw(Arc::clone(&vraag), eerste).into()))
}
