//! What a municipality does with a report.

pub mod absoluut_verzuim;
pub mod inzien;
pub mod status_zetten;
