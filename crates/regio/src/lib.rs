//! Een verzonnen regio: zelfde zaad en zelfde dag, zelfde wereld.
//!
//! Niets hierin verwijst naar een bestaande gemeente, school of mens. De wereld loopt van het begin
//! van schooljaar 2026-2027 tot en met `vandaag`, en hoogstens tot de voorjaarsvakantie van 2027.

mod namen;
mod schrijf;
mod typen;
mod verhalen;

pub use schrijf::schrijf;
pub use typen::{Gebruiker, Gezag, Klas, Leerling, Markering, Organisatie, Persoon, Wereld};

use domain::Datum;
use domain::aanwezigheid::Status;
use domain::onderwijs::Onderwijssoort;
use domain::waarden::Bsn;
use jiff::ToSpan;
use jiff::civil::date;
use namen::Naam;
use rand::seq::IndexedRandom;
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;
use std::collections::BTreeSet;

const EERSTE_SCHOOLDAG: Datum = date(2026, 8, 24);
const LAATSTE_DAG: Datum = date(2027, 2, 5);
const INSCHRIJVING: Datum = date(2026, 8, 1);
const PEILDATUM: Datum = date(2026, 10, 1);

/// Regio zuid: eerste en laatste dag van elke vakantie binnen het bereik van deze wereld.
const VAKANTIES: [(Datum, Datum); 2] =
    [(date(2026, 10, 17), date(2026, 10, 25)), (date(2026, 12, 19), date(2027, 1, 3))];

/// Een klas in de bouwtekening: naam, opleiding, jongste en oudste leeftijd, lessen per weekdag.
struct Klasplan(&'static str, &'static str, i32, i32, [i64; 5]);

/// Een school in de bouwtekening.
struct Schoolplan {
    code: &'static str,
    naam: &'static str,
    brin: &'static str,
    gemeente: &'static str,
    soort: Onderwijssoort,
    lesuur_minuten: i64,
    te_laat_heel_lesuur: bool,
    vakken: &'static [&'static str],
    klassen: &'static [Klasplan],
}

const PO: [i64; 5] = [5, 5, 3, 5, 5];
const VMBO: [i64; 5] = [7, 8, 5, 8, 6];
const VO: [i64; 5] = [7, 7, 6, 7, 6];
const BOL: [i64; 5] = [6, 6, 0, 6, 5];
const BBL: [i64; 5] = [0, 0, 0, 7, 0];
const BASISVAKKEN: &[&str] = &["Taal", "Rekenen", "Lezen", "Wereldoriëntatie", "Gym", "Tekenen"];
const VAKKEN: &[&str] = &[
    "Nederlands",
    "Engels",
    "Wiskunde",
    "Biologie",
    "Geschiedenis",
    "Lichamelijke opvoeding",
    "Economie",
    "Mentoruur",
    "Tekenen",
];

const SCHOLEN: &[Schoolplan] = &[
    Schoolplan {
        code: "klimboom",
        naam: "Basisschool De Klimboom",
        brin: "99ZA",
        gemeente: "9901",
        soort: Onderwijssoort::Po,
        lesuur_minuten: 60,
        te_laat_heel_lesuur: false,
        vakken: BASISVAKKEN,
        klassen: &[
            Klasplan("1/2", "Groep 1/2", 4, 5, PO),
            Klasplan("3/4", "Groep 3/4", 6, 7, PO),
            Klasplan("5/6", "Groep 5/6", 8, 9, PO),
            Klasplan("7/8", "Groep 7/8", 10, 11, PO),
        ],
    },
    Schoolplan {
        code: "horizon",
        naam: "SO De Horizon",
        brin: "99ZB",
        gemeente: "9901",
        soort: Onderwijssoort::So,
        lesuur_minuten: 60,
        te_laat_heel_lesuur: false,
        vakken: BASISVAKKEN,
        klassen: &[
            Klasplan("Geel", "Onderbouw", 4, 6, PO),
            Klasplan("Blauw", "Middenbouw", 7, 9, PO),
            Klasplan("Groen", "Bovenbouw", 10, 12, PO),
        ],
    },
    Schoolplan {
        code: "maasveld",
        naam: "Maasveld College",
        brin: "99ZC",
        gemeente: "9901",
        soort: Onderwijssoort::Vmbo,
        lesuur_minuten: 50,
        te_laat_heel_lesuur: false,
        vakken: VAKKEN,
        klassen: &[
            Klasplan("1A", "Vmbo basis/kader", 12, 12, VMBO),
            Klasplan("2A", "Vmbo basis/kader", 13, 13, VMBO),
            Klasplan("3B", "Vmbo kader", 14, 15, VMBO),
            Klasplan("3C", "Vmbo gemengd/theoretisch", 14, 15, VMBO),
            Klasplan("4A", "Vmbo gemengd/theoretisch", 15, 16, VMBO),
        ],
    },
    Schoolplan {
        code: "lyceum",
        naam: "Lyceum Waterdonk",
        brin: "99ZD",
        gemeente: "9902",
        soort: Onderwijssoort::Havo,
        lesuur_minuten: 50,
        te_laat_heel_lesuur: false,
        vakken: VAKKEN,
        klassen: &[
            Klasplan("H1A", "Havo", 12, 12, VO),
            Klasplan("H3A", "Havo", 14, 15, VO),
            Klasplan("H5A", "Havo", 16, 17, VO),
            Klasplan("V2A", "Vwo", 13, 13, VO),
            Klasplan("V4A", "Vwo", 15, 16, VO),
            Klasplan("V6A", "Vwo", 17, 18, VO),
        ],
    },
    Schoolplan {
        code: "anker",
        naam: "Praktijkschool Het Anker",
        brin: "99ZE",
        gemeente: "9901",
        soort: Onderwijssoort::Pro,
        lesuur_minuten: 50,
        te_laat_heel_lesuur: true,
        vakken: &["Techniek", "Koken", "Groen", "Taal", "Rekenen", "Sport"],
        klassen: &[
            Klasplan("P1", "Praktijkonderwijs", 12, 13, VO),
            Klasplan("P3", "Praktijkonderwijs", 14, 15, VO),
            Klasplan("P5", "Praktijkonderwijs", 16, 18, [6, 6, 0, 6, 0]),
        ],
    },
    Schoolplan {
        code: "roc",
        naam: "ROC Maasrand",
        brin: "99ZF",
        gemeente: "9901",
        soort: Onderwijssoort::MboBol,
        lesuur_minuten: 60,
        te_laat_heel_lesuur: false,
        vakken: &["Beroepspraktijk", "Nederlands", "Rekenen", "Burgerschap", "Engels"],
        klassen: &[
            Klasplan("ZB1", "Zorg en welzijn, niveau 3 (mbo bol)", 16, 19, BOL),
            Klasplan("TB2", "Techniek, niveau 2 (mbo bol)", 16, 20, BOL),
            Klasplan("LB1", "Logistiek, niveau 2 (mbo bbl)", 17, 27, BBL),
            Klasplan("BB1", "Bouw, niveau 3 (mbo bbl)", 16, 23, BBL),
        ],
    },
    Schoolplan {
        code: "vavo",
        naam: "Vavo Waterdonk",
        brin: "99ZG",
        gemeente: "9902",
        soort: Onderwijssoort::Vavo,
        lesuur_minuten: 60,
        te_laat_heel_lesuur: false,
        vakken: VAKKEN,
        klassen: &[
            Klasplan("VH", "Vavo havo", 17, 23, [5, 5, 0, 5, 0]),
            Klasplan("VV", "Vavo vwo", 18, 24, [5, 5, 0, 5, 0]),
        ],
    },
    Schoolplan {
        code: "leerhof",
        naam: "Particuliere school De Leerhof",
        brin: "99ZH",
        gemeente: "9903",
        soort: Onderwijssoort::Particulier,
        lesuur_minuten: 45,
        te_laat_heel_lesuur: false,
        vakken: BASISVAKKEN,
        klassen: &[
            Klasplan("Jong", "Particulier basisonderwijs", 5, 11, PO),
            Klasplan("Oud", "Particulier voortgezet onderwijs", 12, 17, VO),
        ],
    },
];

/// Bouwt de wereld: `leerlingen` verdeeld over acht scholen, met de vaste verhalen er altijd bij.
#[must_use]
pub fn maak(zaad: u64, leerlingen: usize, vandaag: Datum) -> Wereld {
    let mut b = Bouw {
        w: Wereld::default(),
        rng: ChaCha8Rng::seed_from_u64(zaad),
        vandaag,
        bezet: BTreeSet::new(),
        volgende_bsn: 999_900_000,
    };
    b.organisaties();
    b.klassen();
    b.verhalen();
    b.overigen(leerlingen);
    b.markeringen_van_verhalen();
    b.open_plekken_van_vandaag();
    b.dagelijks_verzuim();
    b.w.gebruikers = verhalen::gebruikers();
    let volgorde = |m: &Markering| (m.leerlingnummer.clone(), m.datum, m.lesuur);
    b.w.markeringen.sort_by_cached_key(volgorde);
    b.w
}

/// Is er op deze dag les in regio zuid?
fn schooldag(dag: Datum) -> bool {
    dag.weekday().to_monday_zero_offset() < 5
        && (EERSTE_SCHOOLDAG..=LAATSTE_DAG).contains(&dag)
        && !VAKANTIES.iter().any(|(van, tot)| (*van..=*tot).contains(&dag))
}

/// Een datum zoveel jaar verderop, of dezelfde als dat buiten de kalender valt.
fn plus_jaren(dag: Datum, jaren: i32) -> Datum {
    dag.checked_add(jaren.years()).unwrap_or(dag)
}

/// Alles wat een nieuwe leerling vastlegt.
struct Nieuw<'a> {
    school: &'a str,
    klas: String,
    nummer: String,
    naam: Naam,
    geboren: Datum,
    bsn: bool,
    adres: Option<String>,
    gemeente: Option<String>,
    verblijf: Option<String>,
    geheim: bool,
    uitgeschreven: Option<Datum>,
    startkwalificatie: Option<Datum>,
}

/// De wereld in aanbouw.
struct Bouw {
    w: Wereld,
    rng: ChaCha8Rng,
    vandaag: Datum,
    bezet: BTreeSet<(String, Datum, i64)>,
    volgende_bsn: u32,
}

impl Bouw {
    fn organisaties(&mut self) {
        let mut nummer = 0;
        let mut maak = |code: &str, soort: &str, naam: &str| {
            nummer += 1;
            Organisatie {
                code: code.to_owned(),
                soort: soort.to_owned(),
                naam: naam.to_owned(),
                brin: None,
                gemeente_code: None,
                onderwijssoort: None,
                vakantieregio: None,
                lesuur_minuten: 60,
                te_laat_heel_lesuur: false,
                email: format!("verzuim@{code}.example"),
                telefoon: format!("099-000 00 {nummer:02}"),
                regeling: None,
            }
        };
        let mut lijst = Vec::new();
        for (code, naam, regeling) in [
            ("9901", "Heuveloord", None),
            ("9902", "Waterdonk", None),
            ("9903", "Lindeveen", Some("maasrand".to_owned())),
        ] {
            let o = maak(&format!("g{code}"), "gemeente", naam);
            lijst.push(Organisatie { gemeente_code: Some(code.to_owned()), regeling, ..o });
        }
        lijst.push(maak("maasrand", "regeling", "Regio Maasrand"));
        lijst.push(maak("register", "register", "Register (eigen)"));
        lijst.push(maak("toezicht", "toezicht", "Toezicht op gegevens"));
        lijst.push(maak("mijn", "mijn", "Mijn Leerrecht"));
        for s in SCHOLEN {
            lijst.push(Organisatie {
                brin: Some(s.brin.to_owned()),
                gemeente_code: Some(s.gemeente.to_owned()),
                onderwijssoort: Some(s.soort),
                vakantieregio: Some("zuid".to_owned()),
                lesuur_minuten: s.lesuur_minuten,
                te_laat_heel_lesuur: s.te_laat_heel_lesuur,
                ..maak(s.code, "school", s.naam)
            });
        }
        self.w.organisaties = lijst;
    }

    fn klassen(&mut self) {
        for s in SCHOLEN {
            for (k, plan) in s.klassen.iter().enumerate() {
                let mut vakken = s.vakken.iter().cycle().skip(k);
                let mut rooster = Vec::new();
                for (dag, lessen) in (0_i64..).zip(plan.4) {
                    for lesuur in 1..=lessen {
                        rooster.push((dag, lesuur, vakken.next().copied().unwrap_or("Les").to_owned()));
                    }
                }
                self.w.klassen.push(Klas {
                    code: format!("{}/{}", s.code, plan.0),
                    school: s.code.to_owned(),
                    naam: plan.0.to_owned(),
                    opleiding: plan.1.to_owned(),
                    rooster,
                });
            }
        }
    }

    /// Het volgende nummer uit 9999xxxxx dat de elfproef haalt; `None` als de reeks op is.
    fn bsn(&mut self) -> Option<Bsn> {
        while self.volgende_bsn <= 999_999_999 {
            let tekst = self.volgende_bsn.to_string();
            self.volgende_bsn += 1;
            if let Ok(bsn) = tekst.parse() {
                return Some(bsn);
            }
        }
        None
    }

    fn leerling(&mut self, n: Nieuw<'_>) -> String {
        let code = format!("l-{}", n.nummer);
        let bsn = if n.bsn { self.bsn() } else { None };
        self.w.personen.push(Persoon {
            code: code.clone(),
            voornamen: n.naam.voornamen,
            tussenvoegsel: n.naam.tussenvoegsel,
            achternaam: n.naam.achternaam,
            geboortedatum: n.geboren,
            geslacht: n.naam.geslacht,
            bsn,
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
            ingeschreven: INSCHRIJVING,
            uitgeschreven: n.uitgeschreven,
            startkwalificatie: n.startkwalificatie,
        });
        code
    }

    /// Een ouder of voogd bij het kind dat het laatst is toegevoegd onder `kind`.
    fn ouder(&mut self, kind: &str, volgnummer: usize, naam: Naam, soort: &str, ander_adres: bool) {
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

    fn overigen(&mut self, leerlingen: usize) {
        for (s, plan) in SCHOLEN.iter().enumerate() {
            let al = self.w.leerlingen.iter().filter(|l| l.school == plan.code).count();
            let aantal = leerlingen / SCHOLEN.len() + usize::from(s < leerlingen % SCHOLEN.len());
            for (i, klas) in (al..aantal).zip(plan.klassen.iter().cycle()) {
                self.willekeurige_leerling(plan, klas, format!("{}", (s + 1) * 10_000 + i + 101));
            }
        }
    }

    fn willekeurige_leerling(&mut self, plan: &Schoolplan, klas: &Klasplan, nummer: String) {
        let leeftijd = self.rng.random_range(klas.2..=klas.3);
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
        let bsn = self.rng.random_bool(0.97);
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

    /// De lessen op het rooster van een klas, van en met de eerste tot en met de laatste dag.
    fn lessen(&self, klas: &str, van: Datum, tot: Datum) -> Vec<(Datum, i64)> {
        let Some(klas) = self.w.klassen.iter().find(|k| k.code == klas) else { return Vec::new() };
        let mut uit = Vec::new();
        for dag in van.series(1.day()).take_while(|d| *d <= tot).filter(|d| schooldag(*d)) {
            let weekdag = i64::from(dag.weekday().to_monday_zero_offset());
            uit.extend(klas.rooster.iter().filter(|(d, _, _)| *d == weekdag).map(|(_, les, _)| (dag, *les)));
        }
        uit
    }

    /// Legt een uitzondering vast, als die les op het rooster staat, al geweest is en nog vrij is.
    fn zet(&mut self, leerling: &Leerling, dag: Datum, lesuur: i64, status: Status, minuten_te_laat: i64) {
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
    fn open_plekken_van_vandaag(&mut self) {
        let gewoon: Vec<Leerling> = self
            .w
            .leerlingen
            .iter()
            .filter(|l| !verhalen::is_verhaal(&l.leerlingnummer) && l.uitgeschreven.is_none())
            .cloned()
            .collect();
        let vandaag = self.vandaag;
        for l in gewoon.iter().filter(|l| l.klas == "maasveld/1A") {
            self.zet(l, vandaag, 2, Status::GeenRegister, 0);
        }
        for klas in ["maasveld/2A", "maasveld/3B", "maasveld/3C", "lyceum/H3A", "roc/ZB1"] {
            for l in gewoon.iter().filter(|l| l.klas == klas).take(1) {
                self.zet(l, vandaag, 1, Status::Onbekend, 0);
                self.zet(l, vandaag, 2, Status::Onbekend, 0);
            }
        }
    }

    /// Gewoon, laag verzuim voor iedereen zonder verhaal.
    fn dagelijks_verzuim(&mut self) {
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

#[cfg(test)]
mod tests;
