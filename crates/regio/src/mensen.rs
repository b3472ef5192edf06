//! Leerlingen, ouders en gewone gezinnen.

use crate::namen::{self, Naam};
use crate::scholen::{Klasplan, SCHOLEN, Schoolplan};
use crate::{Bouw, Gezag, INSCHRIJVING, Leerling, PEILDATUM, Persoon, plus_jaren};
use domain::Datum;
use domain::waarden::Bsn;
use jiff::ToSpan;
use jiff::civil::date;
use rand::Rng;
use rand::seq::IndexedRandom;

/// Alles wat een nieuwe leerling vastlegt.
pub(crate) struct Nieuw<'a> {
    pub(crate) school: &'a str,
    pub(crate) klas: String,
    pub(crate) nummer: String,
    pub(crate) naam: Naam,
    pub(crate) geboren: Datum,
    pub(crate) bsn: Option<Bsn>,
    pub(crate) adres: Option<String>,
    pub(crate) gemeente: Option<String>,
    pub(crate) verblijf: Option<String>,
    pub(crate) geheim: bool,
    pub(crate) ingeschreven: Datum,
    pub(crate) uitgeschreven: Option<Datum>,
    pub(crate) startkwalificatie: Option<Datum>,
}

impl Bouw {
    /// Het volgende nummer uit 9999xxxxx dat de elfproef haalt; `None` als de reeks op is.
    pub(crate) fn bsn(&mut self) -> Option<Bsn> {
        while self.volgende_bsn <= 999_999_999 {
            let tekst = self.volgende_bsn.to_string();
            self.volgende_bsn += 1;
            if let Ok(bsn) = tekst.parse() {
                return Some(bsn);
            }
        }
        None
    }

    pub(crate) fn leerling(&mut self, n: Nieuw<'_>) -> String {
        let code = format!("l-{}", n.nummer);
        self.w.personen.push(Persoon {
            code: code.clone(),
            voornamen: n.naam.voornamen,
            tussenvoegsel: n.naam.tussenvoegsel,
            achternaam: n.naam.achternaam,
            geboortedatum: n.geboren,
            geslacht: n.naam.geslacht,
            bsn: n.bsn,
            adres: n.adres,
            gemeente: n.gemeente,
            verblijf_gemeente: n.verblijf,
            geheim: n.geheim,
        });
        self.w.leerlingen.push(Leerling {
            persoon: code.clone(),
            school: n.school.to_owned(),
            klas: n.klas,
            leerlingnummer: n.nummer,
            ingeschreven: n.ingeschreven,
            uitgeschreven: n.uitgeschreven,
            startkwalificatie: n.startkwalificatie,
        });
        code
    }

    /// Een ouder of voogd bij het kind dat het laatst is toegevoegd onder `kind`.
    pub(crate) fn ouder(&mut self, kind: &str, volgnummer: usize, naam: Naam, soort: &str, ander_adres: bool) {
        let Some(k) = self.w.personen.iter().rev().find(|p| p.code == kind).cloned() else { return };
        let leeftijd = self.rng.random_range(21..=41);
        let dagen: i64 = self.rng.random_range(0..365);
        let geboren = plus_jaren(k.geboortedatum, -leeftijd);
        let geboren = geboren.checked_sub(dagen.days()).unwrap_or(geboren);
        let (adres, gemeente, verblijf, geheim) = if ander_adres {
            let gemeente = ["9901", "9902", "9903"].choose(&mut self.rng).copied().unwrap_or("9901");
            (Some(namen::adres(&mut self.rng, gemeente)), Some(gemeente.to_owned()), None, false)
        } else {
            (k.adres, k.gemeente, k.verblijf_gemeente, k.geheim)
        };
        let code = format!("o{}-{volgnummer}", kind.trim_start_matches('l'));
        let achttien = plus_jaren(k.geboortedatum, 18);
        self.w.gezag.push(Gezag {
            ouder: code.clone(),
            kind: kind.to_owned(),
            soort: soort.to_owned(),
            van: k.geboortedatum,
            tot: Some(achttien).filter(|d| *d <= self.vandaag),
        });
        self.w.personen.push(Persoon {
            code,
            voornamen: naam.voornamen,
            tussenvoegsel: naam.tussenvoegsel,
            achternaam: naam.achternaam,
            geboortedatum: geboren,
            geslacht: naam.geslacht,
            bsn: None,
            adres,
            gemeente,
            verblijf_gemeente: verblijf,
            geheim,
        });
    }

    pub(crate) fn overigen(&mut self, leerlingen: usize) {
        for (s, plan) in SCHOLEN.iter().enumerate() {
            let al = self.w.leerlingen.iter().filter(|l| l.school == plan.code).count();
            let aantal = leerlingen / SCHOLEN.len() + usize::from(s < leerlingen % SCHOLEN.len());
            let klassen = plan.klassen.iter().filter_map(|k| k.2.map(|leeftijden| (k, leeftijden)));
            for (i, (klas, leeftijden)) in (al..aantal).zip(klassen.cycle()) {
                self.willekeurige_leerling(plan, klas, leeftijden, format!("{}", (s + 1) * 10_000 + i + 101));
            }
        }
    }

    pub(crate) fn willekeurige_leerling(
        &mut self,
        plan: &Schoolplan,
        klas: &Klasplan,
        (van, tot): (i32, i32),
        nummer: String,
    ) {
        let leeftijd = self.rng.random_range(van..=tot);
        let dagen: i64 = self.rng.random_range(0..360);
        let jarig = plus_jaren(PEILDATUM, -leeftijd);
        let geboren = jarig.checked_sub(dagen.days()).unwrap_or(jarig);
        let gemeente = if self.rng.random_bool(0.8) {
            plan.gemeente
        } else {
            ["9901", "9902", "9903"].choose(&mut self.rng).copied().unwrap_or(plan.gemeente)
        };
        let naam = namen::naam(&mut self.rng, None);
        let familie = Naam {
            voornamen: String::new(),
            tussenvoegsel: naam.tussenvoegsel.clone(),
            achternaam: naam.achternaam.clone(),
            geslacht: String::new(),
        };
        let adres = namen::adres(&mut self.rng, gemeente);
        let vertrekt = plan.code != "maasveld" && self.rng.random_bool(0.02);
        let vertrek = date(2026, 10, 9);
        let gehaald = leeftijd >= 18 && self.rng.random_bool(0.3);
        let bsn = if self.rng.random_bool(0.97) { self.bsn() } else { None };
        let geheim = self.rng.random_bool(0.01);
        let code = self.leerling(Nieuw {
            school: plan.code,
            klas: format!("{}/{}", plan.code, klas.0),
            nummer,
            naam,
            geboren,
            bsn,
            adres: Some(adres),
            gemeente: Some(gemeente.to_owned()),
            verblijf: None,
            geheim,
            ingeschreven: INSCHRIJVING,
            uitgeschreven: Some(vertrek).filter(|d| vertrekt && *d <= self.vandaag),
            startkwalificatie: gehaald.then_some(date(2026, 7, 3)),
        });
        let gezin: f64 = self.rng.random();
        let eerste = namen::naam(&mut self.rng, Some(&familie));
        if gezin < 0.2 {
            self.ouder(&code, 1, eerste, "eenhoofdig", false);
        } else {
            let tweede = namen::naam(&mut self.rng, None);
            self.ouder(&code, 1, eerste, "gezamenlijk", false);
            self.ouder(&code, 2, tweede, "gezamenlijk", gezin < 0.35);
        }
    }
}
