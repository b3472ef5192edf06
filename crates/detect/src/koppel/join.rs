//! The full run: one pass over the four streams.

use super::feiten::{Artikel, Diploma, Inschrijving, Periode, Persoon, Stroom, Verzuim, Vrijstelling};
use super::fout::{Fout, Welke};
use super::grenzen::Grenzen;
use super::lezer::Lezer;
use super::oordeel::sinds;
use super::scholen::Scholen;

/// The four streams, each sorted by person. Rows about persons who are not among the persons are skipped.
#[derive(Debug, Clone)]
pub struct Bronnen<P, I, V, D> {
    /// Every person once.
    pub personen: P,
    /// Enrolments, any number of a person.
    pub inschrijvingen: I,
    /// Exemptions, any number of a person.
    pub vrijstellingen: V,
    /// Diplomas; the earliest of a person counts.
    pub diplomas: D,
}

/// Everybody in absolute absence on the day of `grenzen`, sorted by person. Reads all streams to their end.
///
/// # Errors
/// When a stream fails or is not sorted, or has a person twice among the persons.
pub fn absoluut<E, P, I, V, D>(bronnen: &mut Bronnen<P, I, V, D>, grenzen: &Grenzen) -> Result<Vec<Verzuim>, Fout<E>>
where
    P: Stroom<Persoon, Fout = E>,
    I: Stroom<Inschrijving, Fout = E>,
    V: Stroom<Vrijstelling, Fout = E>,
    D: Stroom<Diploma, Fout = E>,
{
    let mut personen = Lezer::nieuw(&mut bronnen.personen, Welke::Personen);
    let mut scholen = Scholen::nieuw(&mut bronnen.inschrijvingen, grenzen.dag);
    let mut vrijstellingen = Lezer::nieuw(&mut bronnen.vrijstellingen, Welke::Vrijstellingen);
    let mut diplomas = Lezer::nieuw(&mut bronnen.diplomas, Welke::Diplomas);
    let mut uit = Vec::new();
    let mut kandidaten: Vec<(Persoon, i32)> = Vec::new();
    let mut vrij: Vec<(Artikel, Periode)> = Vec::new();
    while personen.vul()? {
        kandidaten.clear();
        let mut nog = personen.rest();
        while !nog.is_empty() {
            let (nu, rest) = nog.split_at(scholen.compleet(nog)?);
            scholen.zonder(nu, grenzen.plicht_over, grenzen.begonnen, &mut kandidaten);
            nog = rest;
        }
        // Few are left here. Only for them the other two streams are looked at.
        for (p, laatst) in &kandidaten {
            vrij.clear();
            vrijstellingen.bij(p.persoon, |v| vrij.push((v.artikel, Periode { begin: v.begin, einde: v.einde })))?;
            let mut startkwalificatie_op = None;
            diplomas.bij(p.persoon, |d| startkwalificatie_op = eerste(startkwalificatie_op, d.startkwalificatie_op))?;
            let sinds = sinds(grenzen, p.geboren, *laatst, vrij.iter().copied(), startkwalificatie_op);
            uit.extend(sinds.map(|sinds| Verzuim { persoon: p.persoon, gemeente: p.gemeente, sinds }));
        }
    }
    scholen.maak_af()?;
    vrijstellingen.maak_af()?;
    diplomas.maak_af()?;
    Ok(uit)
}

/// The earliest day so far.
pub(super) fn eerste(tot_nu: Option<i32>, dag: i32) -> Option<i32> {
    Some(tot_nu.map_or(dag, |d| d.min(dag)))
}
