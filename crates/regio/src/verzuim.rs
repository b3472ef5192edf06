//! Wat er in de lessen gebeurt: alleen wat geweest is, op een les van het rooster, en nooit twee keer.

use crate::scholen::SCHOLEN;
use crate::{Bouw, EERSTE_SCHOOLDAG, LAATSTE_DAG, Leerling, Markering, schooldag, verhalen};
use domain::Datum;
use domain::aanwezigheid::Status;
use jiff::ToSpan;
use rand::Rng;
use rand::seq::IndexedRandom;

impl Bouw {
    /// De lessen op het rooster van een klas, van en met de eerste tot en met de laatste dag.
    pub(crate) fn lessen(&self, klas: &str, van: Datum, tot: Datum) -> Vec<(Datum, i64)> {
        let Some(klas) = self.w.klassen.iter().find(|k| k.code == klas) else { return Vec::new() };
        let mut uit = Vec::new();
        for dag in van.series(1.day()).take_while(|d| *d <= tot).filter(|d| schooldag(*d)) {
            let weekdag = i64::from(dag.weekday().to_monday_zero_offset());
            uit.extend(klas.rooster.iter().filter(|(d, _, _)| *d == weekdag).map(|(_, les, _)| (dag, *les)));
        }
        uit
    }

    /// Legt een uitzondering vast, als die les op het rooster staat, al geweest is en nog vrij is.
    pub(crate) fn zet(&mut self, leerling: &Leerling, dag: Datum, lesuur: i64, status: Status, minuten_te_laat: i64) {
        let geweest = dag < self.vandaag || (dag == self.vandaag && lesuur <= 2);
        if !geweest || !self.lessen(&leerling.klas, dag, dag).contains(&(dag, lesuur)) {
            return;
        }
        if !self.bezet.insert((leerling.leerlingnummer.clone(), dag, lesuur)) {
            return;
        }
        let minuten = SCHOLEN.iter().find(|s| s.code == leerling.school).map_or(60, |s| s.lesuur_minuten);
        self.w.markeringen.push(Markering {
            school: leerling.school.clone(),
            leerlingnummer: leerling.leerlingnummer.clone(),
            datum: dag,
            lesuur,
            minuten,
            status,
            minuten_te_laat,
        });
    }

    /// Vandaag ontbreekt het register van één klas en staan er nog een paar redenen open.
    pub(crate) fn open_plekken_van_vandaag(&mut self) {
        let gewoon: Vec<Leerling> = self
            .w
            .leerlingen
            .iter()
            .filter(|l| !verhalen::is_verhaal(&l.leerlingnummer) && l.uitgeschreven.is_none())
            .cloned()
            .collect();
        let vandaag = self.vandaag;
        for l in gewoon.iter().filter(|l| l.klas == "anker/P1") {
            self.zet(l, vandaag, 2, Status::GeenRegister, 0);
        }
        for klas in ["klimboom/7/8", "anker/P3", "lyceum/H3A", "roc/ZB1"] {
            for l in gewoon.iter().filter(|l| l.klas == klas).take(1) {
                self.zet(l, vandaag, 1, Status::Onbekend, 0);
                self.zet(l, vandaag, 2, Status::Onbekend, 0);
            }
        }
    }

    /// Gewoon, laag verzuim voor iedereen zonder verhaal.
    pub(crate) fn dagelijks_verzuim(&mut self) {
        let gewoon: Vec<Leerling> =
            self.w.leerlingen.iter().filter(|l| !verhalen::is_verhaal(&l.leerlingnummer)).cloned().collect();
        let tot = self.vandaag.min(LAATSTE_DAG);
        for l in &gewoon {
            let einde = l.uitgeschreven.map_or(tot, |d| d.min(tot));
            let jong = matches!(l.school.as_str(), "klimboom" | "horizon" | "leerhof");
            let mut lessen = self.lessen(&l.klas, EERSTE_SCHOOLDAG, einde);
            let mut ziek_nog = 0_u8;
            while let Some((dag, _)) = lessen.first().copied() {
                let rest = lessen.split_off(lessen.iter().take_while(|(d, _)| *d == dag).count());
                let vandaag = std::mem::replace(&mut lessen, rest);
                let worp: f64 = self.rng.random();
                if ziek_nog == 0 && worp < 0.012 {
                    ziek_nog = self.rng.random_range(1..=3);
                }
                if ziek_nog > 0 {
                    ziek_nog -= 1;
                    for (_, les) in vandaag {
                        self.zet(l, dag, les, Status::Ziek, 0);
                    }
                } else if worp < 0.017 {
                    for (_, les) in vandaag {
                        self.zet(l, dag, les, Status::Geoorloofd, 0);
                    }
                } else if worp < 0.035 {
                    let minuten = [5, 5, 10, 15].choose(&mut self.rng).copied().unwrap_or(5);
                    self.zet(l, dag, 1, Status::TeLaat, minuten);
                } else if worp < if jong { 0.037 } else { 0.05 }
                    && let Some((_, les)) = vandaag.choose(&mut self.rng).copied()
                {
                    self.zet(l, dag, les, Status::Ongeoorloofd, 0);
                }
            }
        }
    }
}
