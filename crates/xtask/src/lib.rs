//! Our own checks. Each is a function that returns what is wrong, one sentence per fault.

pub mod dekking;
pub mod layers;
pub mod licenties;
pub mod metadata;
