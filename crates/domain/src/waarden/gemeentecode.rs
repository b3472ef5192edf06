//! Gemeentecode (CBS), de sleutel van de routering.

use super::Waardefout;
use std::fmt;
use std::str::FromStr;

/// Vier cijfers, bijvoorbeeld `0957`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Gemeentecode(String);

impl Gemeentecode {
    /// De vier cijfers.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Gemeentecode {
    type Err = Waardefout;
    fn from_str(tekst: &str) -> Result<Self, Waardefout> {
        let t = tekst.trim();
        if t.is_empty() {
            return Err(Waardefout::Leeg);
        }
        if t.len() == 4 && t.bytes().all(|b| b.is_ascii_digit()) {
            Ok(Self(t.to_owned()))
        } else {
            Err(Waardefout::Vorm)
        }
    }
}

impl fmt::Display for Gemeentecode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
