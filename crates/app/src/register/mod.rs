//! The register: receives, numbers, routes, returns. Reached by message only, so that an adapter can take its place.

pub mod inzien;
mod post;

pub use post::{bezorg, verwerk};
