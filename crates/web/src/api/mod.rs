//! The API for systems: the same use cases as the screens, with keys instead of cookies.

mod document;
mod lijf;
mod probleem;
pub(crate) mod v1;

pub(crate) use document::openapi;
pub use document::{VERSIE, document};
pub(crate) use lijf::{Lijf, Vraagdelen, herhaling};
pub(crate) use probleem::{Probleem, vang};

/// What a handler of the API returns.
pub(crate) type Uitkomst<T> = Result<T, Probleem>;
