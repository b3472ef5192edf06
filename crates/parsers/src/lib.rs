//! Untrusted bytes to typed input. No network, no database, and no value ever echoed in a message.

pub mod aanwezigheid;
pub mod kolommen;
pub mod regelvraag;
pub mod tabel;
