//! What a use case can answer besides yes.

use policy::Geweigerd;
use store::StoreError;

/// An expected no: which rule, and what can be done now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Weigering {
    /// What is not possible.
    pub wat: String,
    /// Article or agreement.
    pub grond: String,
    /// What can be done.
    pub wat_wel: String,
}

/// Why a use case did not do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum Fout {
    /// An expected refusal.
    #[error("{}", .0.wat)]
    Weigering(Weigering),
    /// The role does not allow it.
    #[error("dit mag niet in deze rol: {0}")]
    Rol(&'static str),
    /// It does not exist, or not for this person: the answer is the same.
    #[error("niet gevonden")]
    NietGevonden,
    /// Somebody else was first.
    #[error("dit is intussen gewijzigd")]
    Conflict,
    /// Wrong input: field and message.
    #[error("invoer")]
    Invoer(Vec<(String, String)>),
    /// A fault of ours.
    #[error("storing: {0}")]
    Storing(StoreError),
}

impl From<StoreError> for Fout {
    fn from(e: StoreError) -> Self {
        match e {
            StoreError::NietGevonden => Self::NietGevonden,
            StoreError::Conflict => Self::Conflict,
            andere => Self::Storing(andere),
        }
    }
}

impl From<Geweigerd> for Fout {
    fn from(g: Geweigerd) -> Self {
        match g.reden {
            policy::Reden::Rol => Self::Rol(g.handeling),
            policy::Reden::GeenBand | policy::Reden::Achttien => Self::NietGevonden,
        }
    }
}

impl Fout {
    /// One field is wrong.
    #[must_use]
    pub fn veld(veld: &str, melding: impl Into<String>) -> Self {
        Self::Invoer(vec![(veld.to_owned(), melding.into())])
    }
    pub(crate) fn weigering(wat: impl Into<String>, grond: impl Into<String>, wat_wel: impl Into<String>) -> Self {
        Self::Weigering(Weigering { wat: wat.into(), grond: grond.into(), wat_wel: wat_wel.into() })
    }
}
