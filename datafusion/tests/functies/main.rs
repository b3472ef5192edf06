//! The functions as SQL sees them.
#![expect(clippy::unwrap_used, reason = "een toets mag vallen")]

mod fouten;
mod gegevens;
mod geheugen;
mod gelijk;
