//! Untrusted bytes to typed input. No network, no database, and no value ever echoed in a message.

pub mod aanwezigheid;
pub mod kolommen;
mod lestijden;
mod merk;
mod ods;
mod pakket;
#[cfg(test)]
mod proef;
#[cfg(test)]
mod proef_tabel;
pub mod tabel;
mod verzamelaar;
mod werkblad;
mod xmlwacht;
