//! beeld
