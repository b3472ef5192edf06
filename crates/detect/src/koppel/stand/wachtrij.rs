//! Who must be judged again on which day, by the passing of time alone.
//!
//! Birthdays are not here: who passes an age is known from the birth dates between the bounds of two days.

use super::{Basis, Feiten};
use crate::koppel::feiten::Periode;
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// The days on which a period can change an outcome: its first day, and the day after its last.
fn keerdagen(p: Periode) -> impl Iterator<Item = i32> {
    std::iter::once(p.begin).chain(p.einde.checked_add(1))
}

/// Every day after one day and up to and including another on which a place can turn, with that place.
fn keer(basis: &Basis, na: i32, tm: i32) -> impl Iterator<Item = (i32, u32)> + '_ {
    let inschrijvingen = basis
        .plekken()
        .flat_map(move |i| basis.inschrijvingen(i).iter().flat_map(|p| keerdagen(*p)).map(move |d| (d, i)));
    let vrijstellingen = basis.alle_vrijstellingen().iter().flat_map(|(i, _, p)| keerdagen(*p).map(|d| (d, *i)));
    let diplomas = basis.alle_diplomas().iter().filter_map(|(i, op)| Some((op.checked_add(1)?, *i)));
    inschrijvingen.chain(vrijstellingen).chain(diplomas).filter(move |(d, _)| *d > na && *d <= tm)
}

/// The places that can turn after one day and up to and including another, found by looking at all of them.
pub(super) fn keerplekken(basis: &Basis, na: i32, tm: i32) -> impl Iterator<Item = u32> + '_ {
    keer(basis, na, tm).map(|(_, i)| i)
}

/// Everybody born after the one day and up to and including the other, found by looking at all of them.
pub(super) fn geboren_tussen(basis: &Basis, na: i32, tm: i32) -> impl Iterator<Item = u32> + '_ {
    basis.geboren().iter().zip(0..).filter(move |(g, _)| **g > na && **g <= tm).map(|(_, i)| i)
}

/// Makes a step of one day cheap for a state that lives long; one that is loaded for one step looks at everything once,
/// which is less work than sorting.
#[derive(Debug)]
pub(super) struct Index {
    /// All places, by birth date.
    op_geboren: Vec<u32>,
    pub wachtrij: Wachtrij,
}

impl Index {
    /// For everything after a day.
    pub fn nieuw(basis: &Basis, na: i32) -> Self {
        let mut paren: Vec<(i32, u32)> = basis.geboren().iter().copied().zip(0..).collect();
        paren.sort_unstable();
        let op_geboren = paren.into_iter().map(|(_, i)| i).collect();
        Self { op_geboren, wachtrij: Wachtrij::nieuw(basis, na) }
    }

    /// Everybody born after the one day and up to and including the other.
    pub fn geboren_tussen(&self, basis: &Basis, na: i32, tm: i32) -> &[u32] {
        let geboren = |i: &u32| basis.geboren().get(*i as usize).copied();
        let grens = |dag: i32| self.op_geboren.partition_point(|i| geboren(i).is_some_and(|g| g <= dag));
        self.op_geboren.get(grens(na)..grens(tm)).unwrap_or_default()
    }
}

/// For the packed facts: days and places, in order. Everything before `aan` has been.
#[derive(Debug, Default)]
pub(super) struct Wachtrij {
    rij: Vec<(i32, u32)>,
    aan: usize,
}

impl Wachtrij {
    /// Everything after a day.
    pub fn nieuw(basis: &Basis, na: i32) -> Self {
        let mut rij: Vec<(i32, u32)> = keer(basis, na, i32::MAX).collect();
        rij.sort_unstable();
        rij.dedup();
        rij.shrink_to_fit();
        Self { rij, aan: 0 }
    }

    /// Takes the places whose day has come.
    pub fn tot_en_met(&mut self, dag: i32) -> impl Iterator<Item = u32> + '_ {
        let nog = self.rij.get(self.aan..).unwrap_or_default();
        let nu = nog.get(..nog.partition_point(|(d, _)| *d <= dag)).unwrap_or_default();
        self.aan = self.aan.saturating_add(nu.len());
        nu.iter().map(|(_, i)| *i)
    }
}

/// For the facts that lie apart: days and persons. A day of facts replaced since does no harm: that person is judged once
/// more than needed.
#[derive(Debug, Default)]
pub(super) struct Later(BinaryHeap<Reverse<(i32, u64)>>);

impl Later {
    /// Everything of one person after a day.
    pub fn zet(&mut self, persoon: u64, f: &Feiten, na: i32) {
        let perioden = f.inschrijvingen.iter().chain(f.vrijstellingen.iter().map(|(_, p)| p));
        let dagen = perioden.flat_map(|p| keerdagen(*p)).chain(f.startkwalificatie_op.and_then(|op| op.checked_add(1)));
        self.0.extend(dagen.filter(|d| *d > na).map(|d| Reverse((d, persoon))));
    }

    /// Takes the persons whose day has come.
    pub fn tot_en_met(&mut self, dag: i32, uit: &mut Vec<u64>) {
        while self.0.peek().is_some_and(|Reverse((d, _))| *d <= dag) {
            uit.extend(self.0.pop().map(|Reverse((_, persoon))| persoon));
        }
    }
}
