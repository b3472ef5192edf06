//! synthese
