//! Parquet, read column by column, page by page, in bounded memory.
//!
//! The `parquet` crate reads the footer; the pages of the plain and dictionary encodings we decode ourselves, because a
//! dictionary lets us do the work once per word instead of once per row, and because a page is refused on its claimed size
//! before it is unpacked. Every other encoding goes through Arrow.

mod anders;
mod bestand;
mod hybride;
mod kolom;
mod paniek;
mod thrift;
mod uitpakken;

pub(crate) use bestand::{Parket, Soort};
pub(crate) use kolom::{Kolom, Vertaling};
