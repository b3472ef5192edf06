//! Files that come in: attendance and schools, Parquet or CSV.

mod aanwezigheid;
mod gesorteerd;
mod ingetrokken;
pub(crate) mod mutaties;
pub(crate) mod personen;
mod scholen;
mod sorteer;
mod tabel;
mod vertaling;

pub(crate) use aanwezigheid::is_csv;
pub use aanwezigheid::{Grenzen, Ontvanger, laatste_dag, lees_aanwezigheid, lees_wijzigingen, tel_rijen};
pub(crate) use gesorteerd::{Gestopt, Verdeling, lees as lees_gesorteerd};
pub use scholen::lees_scholen;
