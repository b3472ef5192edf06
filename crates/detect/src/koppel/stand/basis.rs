//! The packed facts: columns sorted by person.

pub(super) mod schijf;

use super::Feiten;
use crate::koppel::feiten::{Artikel, Diploma, Inschrijving, Periode, Persoon, Stroom, Verzuim, Vrijstelling};
use crate::koppel::fout::{Fout, Welke};
use crate::koppel::grenzen::Grenzen;
use crate::koppel::join::{Bronnen, eerste};
use crate::koppel::lezer::Lezer;
use crate::koppel::oordeel::{Schoolgang, sinds};
use std::collections::HashMap;

/// Persons are known here by their place, a `u32`. Few have an exemption or a diploma: those are lists by place.
#[derive(Debug, Default)]
pub(super) struct Basis {
    persoon: Vec<u64>,
    geboren: Vec<i32>,
    gemeente: Vec<u32>,
    /// Where the enrolments of each person end; they begin where those of the person before end.
    tot: Vec<u32>,
    inschrijvingen: Vec<Periode>,
    vrijstellingen: Vec<(u32, Artikel, Periode)>,
    diplomas: Vec<(u32, i32)>,
}

impl Basis {
    pub fn lees<E, P, I, V, D>(bronnen: &mut Bronnen<P, I, V, D>) -> Result<Self, Fout<E>>
    where
        P: Stroom<Persoon, Fout = E>,
        I: Stroom<Inschrijving, Fout = E>,
        V: Stroom<Vrijstelling, Fout = E>,
        D: Stroom<Diploma, Fout = E>,
    {
        let mut personen = Lezer::nieuw(&mut bronnen.personen, Welke::Personen);
        let mut inschrijvingen = Lezer::nieuw(&mut bronnen.inschrijvingen, Welke::Inschrijvingen);
        let mut vrijstellingen = Lezer::nieuw(&mut bronnen.vrijstellingen, Welke::Vrijstellingen);
        let mut diplomas = Lezer::nieuw(&mut bronnen.diplomas, Welke::Diplomas);
        let mut zelf = Self::default();
        while personen.vul()? {
            for p in personen.rest() {
                let plek = plek(zelf.persoon.len()).ok_or(Fout::TeVeel { stroom: Welke::Personen })?;
                let lijst = &mut zelf.inschrijvingen;
                inschrijvingen.bij(p.persoon, |r| lijst.push(Periode { begin: r.begin, einde: r.einde }))?;
                let lijst = &mut zelf.vrijstellingen;
                vrijstellingen
                    .bij(p.persoon, |v| lijst.push((plek, v.artikel, Periode { begin: v.begin, einde: v.einde })))?;
                let mut diploma = None;
                diplomas.bij(p.persoon, |d| diploma = eerste(diploma, d.startkwalificatie_op))?;
                zelf.diplomas.extend(diploma.map(|op| (plek, op)));
                zelf.sluit(p.persoon, p.geboren, p.gemeente).ok_or(Fout::TeVeel { stroom: Welke::Inschrijvingen })?;
            }
        }
        inschrijvingen.maak_af()?;
        vrijstellingen.maak_af()?;
        diplomas.maak_af()?;
        Ok(zelf)
    }

    /// These facts with what lies apart over them; nothing when there are too many rows.
    pub fn met(&self, apart: &HashMap<u64, Option<Feiten>>) -> Option<Self> {
        let mut erbij: Vec<(u64, &Feiten)> = apart.iter().filter_map(|(p, f)| Some((*p, f.as_ref()?))).collect();
        erbij.sort_unstable_by_key(|(p, _)| *p);
        let mut erbij = erbij.into_iter().peekable();
        let mut uit = Self::default();
        for i in self.plekken() {
            let persoon = self.persoon(i);
            while let Some((p, f)) = erbij.next_if(|(p, _)| *p <= persoon) {
                uit.voeg_toe(p, f)?;
            }
            if !apart.contains_key(&persoon) {
                uit.neem_over(self, i)?;
            }
        }
        for (p, f) in erbij {
            uit.voeg_toe(p, f)?;
        }
        Some(uit)
    }

    fn voeg_toe(&mut self, persoon: u64, f: &Feiten) -> Option<()> {
        let plek = plek(self.persoon.len())?;
        self.inschrijvingen.extend(&f.inschrijvingen);
        self.vrijstellingen.extend(f.vrijstellingen.iter().map(|(a, p)| (plek, *a, *p)));
        self.diplomas.extend(f.startkwalificatie_op.map(|op| (plek, op)));
        self.sluit(persoon, f.geboren, f.gemeente)
    }

    fn neem_over(&mut self, van: &Self, i: u32) -> Option<()> {
        let plek = plek(self.persoon.len())?;
        self.inschrijvingen.extend(van.inschrijvingen(i));
        self.vrijstellingen.extend(van.vrijstellingen(i).map(|(a, p)| (plek, a, p)));
        self.diplomas.extend(van.diploma(i).map(|op| (plek, op)));
        let i = i as usize;
        self.sluit(van.persoon[i], van.geboren[i], van.gemeente[i])
    }

    /// Ends a person whose other rows are in.
    fn sluit(&mut self, persoon: u64, geboren: i32, gemeente: u32) -> Option<()> {
        self.tot.push(plek(self.inschrijvingen.len())?);
        self.persoon.push(persoon);
        self.geboren.push(geboren);
        self.gemeente.push(gemeente);
        Some(())
    }

    /// How many persons.
    pub fn aantal(&self) -> usize {
        self.persoon.len()
    }

    /// The birth dates, by place.
    pub fn geboren(&self) -> &[i32] {
        &self.geboren
    }

    /// The places of all persons, in order.
    pub fn plekken(&self) -> impl Iterator<Item = u32> + use<> {
        (0_u32..).take(self.persoon.len())
    }

    pub fn persoon(&self, i: u32) -> u64 {
        self.persoon[i as usize]
    }

    pub fn inschrijvingen(&self, i: u32) -> &[Periode] {
        let i = i as usize;
        let van = i.checked_sub(1).map_or(0, |v| self.tot[v]);
        self.inschrijvingen.get(van as usize..self.tot[i] as usize).unwrap_or_default()
    }

    pub fn vrijstellingen(&self, i: u32) -> impl Iterator<Item = (Artikel, Periode)> + '_ {
        let van = self.vrijstellingen.partition_point(|v| v.0 < i);
        self.vrijstellingen.iter().skip(van).take_while(move |v| v.0 == i).map(|v| (v.1, v.2))
    }

    pub fn alle_vrijstellingen(&self) -> &[(u32, Artikel, Periode)] {
        &self.vrijstellingen
    }

    pub fn alle_diplomas(&self) -> &[(u32, i32)] {
        &self.diplomas
    }

    fn diploma(&self, i: u32) -> Option<i32> {
        let waar = self.diplomas.binary_search_by_key(&i, |d| d.0).ok()?;
        self.diplomas.get(waar).map(|d| d.1)
    }

    /// The absence of one person.
    pub fn oordeel(&self, i: u32, grenzen: &Grenzen) -> Option<Verzuim> {
        let geboren = self.geboren[i as usize];
        grenzen.periode(geboren)?;
        let school = Schoolgang::van(self.inschrijvingen(i), grenzen.dag);
        if school.nu {
            return None;
        }
        let sinds = sinds(grenzen, geboren, school.laatst, self.vrijstellingen(i), self.diploma(i))?;
        Some(Verzuim { persoon: self.persoon(i), gemeente: self.gemeente[i as usize], sinds })
    }
}

fn plek(n: usize) -> Option<u32> {
    u32::try_from(n).ok()
}
