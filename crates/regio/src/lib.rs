//! Een verzonnen regio: zelfde zaad en zelfde dag, zelfde wereld.
//!
//! Niets hierin verwijst naar een bestaande gemeente, school of mens. De wereld loopt van het begin
//! van schooljaar 2026-2027 tot en met `vandaag`, en hoogstens tot de voorjaarsvakantie van 2027.

mod mensen;
mod namen;
mod scholen;
mod schrijf;
mod typen;
mod verhalen;
mod verzuim;

pub use schrijf::schrijf;
pub use typen::{Gebruiker, Gezag, Klas, Leerling, Markering, Organisatie, Persoon, Wereld};
pub use verhalen::EERDER_GEMELD;

use domain::Datum;
use jiff::ToSpan;
use jiff::civil::date;
use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;
use scholen::SCHOLEN;
use std::collections::BTreeSet;

const EERSTE_SCHOOLDAG: Datum = date(2026, 8, 24);
const LAATSTE_DAG: Datum = date(2027, 2, 5);
const INSCHRIJVING: Datum = date(2026, 8, 1);
const PEILDATUM: Datum = date(2026, 10, 1);

/// Regio zuid: eerste en laatste dag van elke vakantie binnen het bereik van deze wereld.
const VAKANTIES: [(Datum, Datum); 2] =
    [(date(2026, 10, 17), date(2026, 10, 25)), (date(2026, 12, 19), date(2027, 1, 3))];

/// Bouwt de wereld: `leerlingen` verdeeld over acht scholen, met de vaste verhalen er altijd bij.
#[must_use]
pub fn maak(zaad: u64, leerlingen: usize, vandaag: Datum) -> Wereld {
    let mut b = Bouw {
        w: Wereld::default(),
        rng: ChaCha8Rng::seed_from_u64(zaad),
        vandaag,
        bezet: BTreeSet::new(),
        volgende_bsn: 999_910_000,
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
        let maak = |code: &str, soort: &str, naam: &str| Organisatie {
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
            telefoon: "085 000 00 00".to_owned(),
            regeling: None,
        };
        // De regeling eerst: een gemeente verwijst ernaar.
        let mut lijst = vec![maak("maasrand", "regeling", "Regio Maasrand")];
        for (code, naam, regeling) in [
            ("9901", "Gemeente Heuveloord", None),
            ("9902", "Gemeente Waterdonk", None),
            ("9903", "Gemeente Lindeveen", Some("maasrand".to_owned())),
        ] {
            let o = maak(&format!("g{code}"), "gemeente", naam);
            lijst.push(Organisatie { gemeente_code: Some(code.to_owned()), regeling, ..o });
        }
        lijst.push(maak("register", "register", "Register"));
        lijst.push(maak("toezicht", "toezicht", "Toezicht"));
        lijst.push(maak("beheer", "beheer", "Beheer"));
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
                for (dag, lessen) in (0_i64..).zip(plan.3) {
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
}

#[cfg(test)]
mod tests;
