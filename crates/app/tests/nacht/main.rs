//! What happens every night, on both databases.
#![expect(clippy::unwrap_used, reason = "een toets mag vallen")]

mod absoluut_verzuim;
mod databases;
mod velen;
