//! Waarden, toestanden, opdrachten en gebeurtenissen van de keten.
//!
//! Deze crate kent geen SQL, geen HTTP en geen HTML. Wie hier een waarde in handen heeft,
//! weet dat hij geldig is: elke waarde ontstaat door `parse`.

pub mod aanwezigheid;
pub mod id;
pub mod melding;
pub mod onderwijs;
pub mod waarden;

pub use jiff::civil::Date as Datum;
