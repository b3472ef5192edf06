//! The enrolments, one block at a time: who of its persons is at school on the day?
//!
//! Nearly everybody has exactly one enrolment that holds the day. So the rows that do are picked out first, without
//! branches, and then persons and picked rows go nearly in step: that is what a processor can foresee. How many rows a
//! person has in all it cannot. Only whoever seems not to be at school has all rows looked at, and that decides.

use super::feiten::{Inschrijving, Persoon, Stroom};
use super::fout::{Fout, Welke};
use super::lezer::Lezer;
use super::oordeel::Schoolgang;

pub(super) struct Scholen<'a, S> {
    lezer: Lezer<'a, Inschrijving, S>,
    dag: i32,
    /// Persons of the rows of this block that hold the day, in order; the first `aantal` count.
    nu: Vec<u64>,
    aantal: usize,
    /// Those before this one are of persons who have been.
    aan: usize,
    /// The last person of the block: the next block may have more of its rows. Nobody when there is no next block.
    grens: Option<u64>,
    /// What blocks before this one said of the person they ended with.
    staart: (u64, Schoolgang),
}

impl<'a, S: Stroom<Inschrijving>> Scholen<'a, S> {
    pub fn nieuw(stroom: &'a mut S, dag: i32) -> Self {
        let lezer = Lezer::nieuw(stroom, Welke::Inschrijvingen);
        Self { lezer, dag, nu: Vec::new(), aantal: 0, aan: 0, grens: Some(0), staart: (0, Schoolgang::GEEN) }
    }

    /// Of how many of these persons all rows are in: the first so many. Reads on until there is one, if there are any.
    pub fn compleet(&mut self, personen: &[Persoon]) -> Result<usize, Fout<S::Fout>> {
        let Some(eerste) = personen.first() else { return Ok(0) };
        while self.grens.is_some_and(|g| eerste.persoon >= g) {
            self.volgende()?;
        }
        Ok(self.grens.map_or(personen.len(), |g| personen.partition_point(|p| p.persoon < g)))
    }

    #[inline(never)]
    fn volgende(&mut self) -> Result<(), Fout<S::Fout>> {
        if let Some(laatste) = self.grens {
            self.staart = (laatste, self.schoolgang(laatste));
        }
        self.lezer.vul()?;
        let (rijen, dag) = (self.lezer.rest(), self.dag);
        self.grens = rijen.last().map(|r| r.persoon);
        if self.nu.len() < rijen.len() {
            self.nu.resize(rijen.len(), 0);
        }
        let (nu, mut aantal) = (self.nu.as_mut_slice(), 0_usize);
        for r in rijen {
            if let Some(plek) = nu.get_mut(aantal) {
                *plek = r.persoon;
            }
            aantal = aantal.wrapping_add(usize::from((r.begin <= dag) & (dag <= r.einde)));
        }
        (self.aantal, self.aan) = (aantal, 0);
        Ok(())
    }

    /// Puts the persons born after `van` and up to and including `tm`, without an enrolment on the day, to `kandidaten`, with
    /// the last day they were at school. Of these persons all rows are in; they come in order, one call after the other.
    #[inline(never)]
    pub fn zonder(&mut self, personen: &[Persoon], van: i32, tm: i32, kandidaten: &mut Vec<(Persoon, i32)>) {
        let nu = self.nu.get(..self.aantal).unwrap_or_default();
        let mut aan = self.aan;
        let nummer = |aan: usize| nu.get(aan).copied();
        for p in personen {
            // One step at most for nearly everybody; more for who has two enrolments on the day, and for strangers.
            while nummer(aan).is_some_and(|n| n < p.persoon) {
                aan = aan.wrapping_add(1);
            }
            let weg = nummer(aan) != Some(p.persoon);
            if weg & (p.geboren > van) & (p.geboren <= tm) {
                let school = self.schoolgang(p.persoon);
                if !school.nu {
                    kandidaten.push((*p, school.laatst));
                }
            }
        }
        self.aan = aan;
    }

    /// All that is known of a person up to and including this block.
    fn schoolgang(&self, persoon: u64) -> Schoolgang {
        let mut uit = if self.staart.0 == persoon { self.staart.1 } else { Schoolgang::GEEN };
        let rijen = self.lezer.rest();
        let van = rijen.partition_point(|r| r.persoon < persoon);
        for r in rijen.iter().skip(van).take_while(|r| r.persoon == persoon) {
            uit.tel(r.begin, r.einde, self.dag);
        }
        uit
    }

    /// Reads to the end, for the order of what is left.
    pub fn maak_af(&mut self) -> Result<(), Fout<S::Fout>> {
        self.lezer.maak_af()
    }
}
