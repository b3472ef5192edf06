//! Routes, pages and forms. No SQL and no decisions: every page asks a use case of `app`.

mod api;
mod beheer;
mod fout;
mod gemeente;
mod inloggen;
mod kader;
mod mijn;
mod regelboek;
mod register;
mod routes;
mod school;
mod statisch;
mod strook;
mod toezicht;
mod toon;

pub use api::{VERSIE, document};
pub use axum::Router;
pub use routes::{Access, Route, maak_router, tabel};
