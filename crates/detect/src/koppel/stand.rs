//! The kept state for the daily run: what changed is judged again, and nobody else.

mod basis;
mod naar;
mod schijf;
mod uitkomst;
mod wachtrij;

use super::feiten::{Artikel, Diploma, Inschrijving, Periode, Persoon, Stroom, Verzuim, Vrijstelling};
use super::fout::Fout;
use super::grenzen::Grenzen;
use super::join::Bronnen;
use super::toestand::Toestand;
use basis::Basis;
use jiff::civil::Date;
use rules::Vakantieregio;
use std::collections::{BTreeMap, HashMap};
use uitkomst::Uitkomst;
use wachtrij::{Index, Later, Wachtrij};

/// All facts of one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Feiten {
    /// Birth date.
    pub geboren: i32,
    /// Municipality, as an index in a list of names.
    pub gemeente: u32,
    /// Enrolments, in any order.
    pub inschrijvingen: Vec<Periode>,
    /// Exemptions, in any order.
    pub vrijstellingen: Vec<(Artikel, Periode)>,
    /// Day of the earliest startkwalificatie.
    pub startkwalificatie_op: Option<i32>,
}

/// News of one person: replaces whatever was known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mutatie {
    /// Number of the person, known or new.
    pub persoon: u64,
    /// All facts from now on; nothing when the person is gone.
    pub feiten: Option<Feiten>,
}

/// An outcome that is not what it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wijziging {
    /// Number of the person.
    pub persoon: u64,
    /// The absence before; nothing when there was none.
    pub was: Option<Verzuim>,
    /// The absence now; nothing when there is none.
    pub is: Option<Verzuim>,
}

impl Wijziging {
    /// New, over, or going on in another municipality or since another day.
    #[must_use]
    pub const fn toestand(&self) -> Toestand {
        match (self.was, self.is) {
            (None, _) => Toestand::Nieuw,
            (Some(_), Some(_)) => Toestand::Voortgezet,
            (Some(_), None) => Toestand::Beeindigd,
        }
    }
}

/// The facts of everybody, with the outcome on one day.
///
/// The bulk lies packed, sorted by person; whoever changed since lies apart, over it. [`Self::verdicht`] packs all again.
#[derive(Debug)]
pub struct Stand {
    regio: Vakantieregio,
    grenzen: Grenzen,
    basis: Basis,
    /// Persons of whom there was news; nothing for who is gone. These and not the packed facts count.
    apart: HashMap<u64, Option<Feiten>>,
    apart_geboren: BTreeMap<i32, Vec<u64>>,
    /// Nothing for a state that is made or loaded for one step.
    index: Option<Index>,
    later: Later,
    uitkomst: Uitkomst,
}

impl Stand {
    /// Reads all facts and judges everybody on a day, for a holiday region.
    ///
    /// # Errors
    /// When a stream fails or is not sorted, has a person twice among the persons, or more rows than can be numbered.
    pub fn nieuw<E, P, I, V, D>(
        bronnen: &mut Bronnen<P, I, V, D>,
        dag: Date,
        regio: Vakantieregio,
    ) -> Result<Self, Fout<E>>
    where
        P: Stroom<Persoon, Fout = E>,
        I: Stroom<Inschrijving, Fout = E>,
        V: Stroom<Vrijstelling, Fout = E>,
        D: Stroom<Diploma, Fout = E>,
    {
        let mut zelf = Self::eenmalig(bronnen, dag, regio)?;
        zelf.index = Some(Index::nieuw(&zelf.basis, zelf.grenzen.dag));
        Ok(zelf)
    }

    /// The same, for who goes no further than one day: made sooner, but each step looks at all the facts.
    ///
    /// # Errors
    /// As [`Self::nieuw`].
    pub fn eenmalig<E, P, I, V, D>(
        bronnen: &mut Bronnen<P, I, V, D>,
        dag: Date,
        regio: Vakantieregio,
    ) -> Result<Self, Fout<E>>
    where
        P: Stroom<Persoon, Fout = E>,
        I: Stroom<Inschrijving, Fout = E>,
        V: Stroom<Vrijstelling, Fout = E>,
        D: Stroom<Diploma, Fout = E>,
    {
        let mut zelf = Self::van(Basis::lees(bronnen)?, dag, regio);
        zelf.beoordeel_iedereen();
        Ok(zelf)
    }

    /// Facts of which nobody was judged yet.
    fn van(basis: Basis, dag: Date, regio: Vakantieregio) -> Self {
        Self {
            regio,
            grenzen: Grenzen::op(dag, regio),
            basis,
            apart: HashMap::new(),
            apart_geboren: BTreeMap::new(),
            index: None,
            later: Later::default(),
            uitkomst: Uitkomst::default(),
        }
    }

    /// The day of the outcome.
    #[must_use]
    pub fn dag(&self) -> i32 {
        self.grenzen.dag
    }

    /// Everybody in absolute absence on that day, sorted by person.
    pub fn uitkomst(&self) -> impl ExactSizeIterator<Item = Verzuim> + '_ {
        self.uitkomst.iter()
    }

    /// How many persons lie packed.
    #[must_use]
    pub fn gepakt(&self) -> usize {
        self.basis.aantal()
    }

    /// How many persons lie apart; packing again pays when they are a good part of all.
    #[must_use]
    pub fn apart(&self) -> usize {
        self.apart.len()
    }

    /// Packs all facts again. The outcome stays what it is. Without effect when there are more rows than can be numbered.
    pub fn verdicht(&mut self) {
        if let Some(basis) = self.basis.met(&self.apart) {
            self.basis = basis;
            self.apart = HashMap::new();
            self.apart_geboren = BTreeMap::new();
            self.later = Later::default();
            self.index = self.index.is_some().then(|| Index::nieuw(&self.basis, self.grenzen.dag));
        }
    }
}
