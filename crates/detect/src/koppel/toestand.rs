//! Today against yesterday.

use super::feiten::Verzuim;
use super::fout::{Fout, Welke};
use std::cmp::Ordering;

/// What an absence is next to the outcome of yesterday.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Toestand {
    /// Only today.
    Nieuw,
    /// Yesterday too.
    Voortgezet,
    /// Only yesterday.
    Beeindigd,
}

impl Toestand {
    /// Code in files.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Nieuw => "nieuw",
            Self::Voortgezet => "voortgezet",
            Self::Beeindigd => "beeindigd",
        }
    }
}

/// A row of the outcome.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rij {
    /// Who, where and since when; of yesterday when it is over.
    pub verzuim: Verzuim,
    /// Next to yesterday.
    pub toestand: Toestand,
}

/// The outcome of today next to that of yesterday, sorted by person. Without a yesterday, give an empty one: all is new.
///
/// # Errors
/// When one of both is not sorted by person, or has a person twice.
pub fn toestanden<E>(gisteren: &[Verzuim], vandaag: &[Verzuim]) -> Result<Vec<Rij>, Fout<E>> {
    oplopend(gisteren, Welke::Gisteren)?;
    oplopend(vandaag, Welke::Vandaag)?;
    let mut uit = Vec::with_capacity(gisteren.len().max(vandaag.len()));
    let (mut was, mut is) = (gisteren.iter().copied().peekable(), vandaag.iter().copied().peekable());
    loop {
        let volgorde = match (was.peek(), is.peek()) {
            (None, None) => return Ok(uit),
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (Some(w), Some(i)) => w.persoon.cmp(&i.persoon),
        };
        if volgorde != Ordering::Greater {
            let voorbij = was.next().filter(|_| volgorde == Ordering::Less);
            uit.extend(voorbij.map(|verzuim| Rij { verzuim, toestand: Toestand::Beeindigd }));
        }
        if volgorde != Ordering::Less {
            let toestand = if volgorde == Ordering::Equal { Toestand::Voortgezet } else { Toestand::Nieuw };
            uit.extend(is.next().map(|verzuim| Rij { verzuim, toestand }));
        }
    }
}

fn oplopend<E>(rijen: &[Verzuim], stroom: Welke) -> Result<(), Fout<E>> {
    for (a, b) in rijen.iter().zip(rijen.iter().skip(1)) {
        match a.persoon.cmp(&b.persoon) {
            Ordering::Less => {}
            Ordering::Equal => return Err(Fout::Dubbel { stroom, persoon: b.persoon }),
            Ordering::Greater => return Err(Fout::NietGesorteerd { stroom, persoon: b.persoon }),
        }
    }
    Ok(())
}
