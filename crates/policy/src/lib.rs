//! Wie mag wat: rol + organisatie + doel + relatie, op één dag. Standaard nee.
//!
//! `decide` en `scope` zijn de enige makers van een [`Grant`] of [`Scope`]; `store` geeft geen rij
//! zonder. De tabellen in [`handeling`] zijn het hele autorisatiebeleid; er is geen tweede plek.

mod besluit;
pub mod handeling;
mod rol;

pub use besluit::{Feiten, Geweigerd, Grant, Reden, Relatie, Scope, decide, scope};
pub use handeling::{Eis, Handeling, Toegang};
pub use rol::{Doel, Principal, Rol};
