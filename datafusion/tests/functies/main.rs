//! The functions as SQL sees them.

mod fouten;
mod gegevens;
mod geheugen;
mod gelijk;
