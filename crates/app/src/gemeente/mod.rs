//! What a municipality does with a report.

pub mod inzien;
pub mod status_zetten;
