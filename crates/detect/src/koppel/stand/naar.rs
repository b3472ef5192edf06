//! From one day to another.

use super::wachtrij::{geboren_tussen, keerplekken};
use super::{Feiten, Later, Mutatie, Stand, Wachtrij, Wijziging};
use crate::koppel::feiten::Verzuim;
use crate::koppel::grenzen::Grenzen;
use crate::koppel::oordeel::{Schoolgang, sinds};
use jiff::civil::Date;

impl Feiten {
    fn oordeel(&self, persoon: u64, grenzen: &Grenzen) -> Option<Verzuim> {
        grenzen.periode(self.geboren)?;
        let school = Schoolgang::van(&self.inschrijvingen, grenzen.dag);
        if school.nu {
            return None;
        }
        let vrij = self.vrijstellingen.iter().copied();
        let sinds = sinds(grenzen, self.geboren, school.laatst, vrij, self.startkwalificatie_op)?;
        Some(Verzuim { persoon, gemeente: self.gemeente, sinds })
    }
}

impl Stand {
    /// Goes to a day, the same or any other, with the news since. Gives every outcome that is not what it was, sorted by
    /// person. Of two pieces of news of one person the last counts.
    ///
    /// Going back in time, or to a day with other ages in the law, judges everybody again.
    pub fn naar(&mut self, dag: Date, mutaties: impl IntoIterator<Item = Mutatie>) -> Vec<Wijziging> {
        let grenzen = self.grenzen.naar(dag, self.regio);
        self.naar_grenzen(grenzen, mutaties)
    }

    pub(in crate::koppel) fn naar_grenzen(
        &mut self,
        grenzen: Grenzen,
        mutaties: impl IntoIterator<Item = Mutatie>,
    ) -> Vec<Wijziging> {
        let oud = std::mem::replace(&mut self.grenzen, grenzen);
        let dag = self.grenzen.dag;
        let mut personen = Vec::new();
        for Mutatie { persoon, feiten } in mutaties {
            personen.push(persoon);
            self.neem(persoon, feiten);
        }
        if dag < oud.dag || !self.grenzen.strookt_met(&oud) {
            return self.vanaf_nul();
        }
        let mut plekken: Vec<u32> = match &mut self.index {
            Some(i) => i.wachtrij.tot_en_met(dag).collect(),
            None => keerplekken(&self.basis, oud.dag, dag).collect(),
        };
        self.later.tot_en_met(dag, &mut personen);
        let nu = &self.grenzen;
        for (was, is) in
            [(oud.begonnen, nu.begonnen), (oud.leerplicht_over, nu.leerplicht_over), (oud.plicht_over, nu.plicht_over)]
        {
            let (na, tm) = (was.min(is), was.max(is));
            if na < tm {
                match &self.index {
                    Some(i) => plekken.extend(i.geboren_tussen(&self.basis, na, tm)),
                    None => plekken.extend(geboren_tussen(&self.basis, na, tm)),
                }
                personen.extend(self.apart_geboren.range(na.saturating_add(1)..=tm).flat_map(|(_, p)| p));
            }
        }
        // In order, the facts are read from front to back. Who is judged twice changes only once.
        plekken.sort_unstable();
        plekken.dedup();
        self.beoordeel(plekken.into_iter(), &personen)
    }

    pub(super) fn neem(&mut self, persoon: u64, feiten: Option<Feiten>) {
        let geboren = feiten.as_ref().map(|f| f.geboren);
        if let Some(f) = &feiten {
            self.later.zet(persoon, f, self.grenzen.dag);
        }
        let was = self.apart.insert(persoon, feiten).flatten().map(|f| f.geboren);
        if let Some(geboren) = geboren.filter(|_| was != geboren) {
            self.apart_geboren.entry(geboren).or_default().push(persoon);
        }
    }

    fn vanaf_nul(&mut self) -> Vec<Wijziging> {
        if let Some(i) = &mut self.index {
            i.wachtrij = Wachtrij::nieuw(&self.basis, self.grenzen.dag);
        }
        self.later = Later::default();
        for (persoon, f) in &self.apart {
            if let Some(f) = f {
                self.later.zet(*persoon, f, self.grenzen.dag);
            }
        }
        self.beoordeel_iedereen()
    }

    pub(super) fn beoordeel_iedereen(&mut self) -> Vec<Wijziging> {
        let personen: Vec<u64> = self.apart.keys().copied().collect();
        self.beoordeel(self.basis.plekken(), &personen)
    }

    /// Judges these places of the packed facts, except who lies apart, and these persons of whom lies apart.
    fn beoordeel(&mut self, plekken: impl Iterator<Item = u32>, personen: &[u64]) -> Vec<Wijziging> {
        let mut uit = Vec::new();
        for i in plekken {
            let persoon = self.basis.persoon(i);
            if self.apart.is_empty() || !self.apart.contains_key(&persoon) {
                let is = self.basis.oordeel(i, &self.grenzen);
                self.zet(persoon, is, &mut uit);
            }
        }
        for persoon in personen {
            let feiten = self.apart.get(persoon).and_then(Option::as_ref);
            let is = feiten.and_then(|f| f.oordeel(*persoon, &self.grenzen));
            self.zet(*persoon, is, &mut uit);
        }
        uit.sort_unstable_by_key(|w| w.persoon);
        uit
    }

    fn zet(&mut self, persoon: u64, is: Option<Verzuim>, uit: &mut Vec<Wijziging>) {
        let was = match is {
            Some(v) => self.uitkomst.zet(v),
            None => self.uitkomst.weg(persoon),
        };
        if was != is {
            uit.push(Wijziging { persoon, was, is });
        }
    }
}
