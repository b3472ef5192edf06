//! Instellingscode van een school.

use super::Waardefout;
use std::fmt;
use std::str::FromStr;

/// BRIN-nummer: twee cijfers en twee letters, met twee cijfers voor de vestiging als die bekend is
/// (`99ZZ` of `99ZZ01`).
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Brin(String);

impl FromStr for Brin {
    type Err = Waardefout;
    fn from_str(tekst: &str) -> Result<Self, Waardefout> {
        let schoon: String = tekst.trim().chars().filter(|c| *c != '-').collect::<String>().to_uppercase();
        if schoon.is_empty() {
            return Err(Waardefout::Leeg);
        }
        let c: Vec<char> = schoon.chars().collect();
        let vorm = (c.len() == 4 || c.len() == 6)
            && c.iter()
                .enumerate()
                .all(|(i, t)| if (2..4).contains(&i) { t.is_ascii_uppercase() } else { t.is_ascii_digit() });
        if vorm { Ok(Self(schoon)) } else { Err(Waardefout::Vorm) }
    }
}

impl fmt::Display for Brin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
