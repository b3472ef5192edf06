//! Eigenschappen die een jurist zou ondertekenen: elk met 100.000 willekeurige gevallen.
//!
//! `PROPTEST_CASES` maakt het minder, voor wie aan een regel werkt.

mod bewaartermijn;
mod gemeen;
mod grondslag;
mod halt;
mod inzage;
mod kinderbijslag;
mod langdurig;
mod plicht;
mod proces_verbaal;
mod routering;
mod schorsing;
mod studiefinanciering;
mod termijn;
mod thuiszitter;
mod uitschrijving;
mod venster;
mod verlof;
mod verzuimsoort;
mod vrijstelling;
mod vsv;
mod ziekteverzuim;
