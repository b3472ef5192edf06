//! Eigenschappen die een jurist zou ondertekenen: elk met 100.000 willekeurige gevallen.
//!
//! `PROPTEST_CASES` maakt het minder, voor wie aan een regel werkt.

mod bewaartermijn;
mod gemeen;
mod halt;
mod inzage;
mod uitschrijving;
mod verlof;
mod vrijstelling;
mod vsv;
