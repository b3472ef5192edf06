//! Tests: facts in, outcome out.

mod gevallen;
mod grenzen;
mod steekproef;
mod verloop;
mod vijandig;

use super::*;
use crate::kalender::dagnummer;
use jiff::civil::Date;
use rand::Rng;
use rand_chacha::ChaCha8Rng;
use rules::Vakantieregio;
use std::collections::BTreeMap;

/// A list as a stream, in small blocks so that persons fall across them.
#[derive(Clone)]
struct Lijst<T> {
    rijen: Vec<T>,
    per: usize,
    /// Fails before this row.
    kapot: usize,
    aan: usize,
    klaar: bool,
}

impl<T: Clone> Stroom<T> for Lijst<T> {
    type Fout = &'static str;
    fn volgende(&mut self, blok: &mut Vec<T>) -> Result<(), &'static str> {
        assert!(blok.is_empty(), "een blok wordt leeg gegeven");
        assert!(!self.klaar, "na het einde wordt er niets meer gevraagd");
        let tot = self.aan.saturating_add(self.per).min(self.rijen.len());
        if self.kapot < tot {
            return Err("kapot");
        }
        blok.extend_from_slice(&self.rijen[self.aan..tot]);
        self.klaar = tot == self.aan;
        self.aan = tot;
        Ok(())
    }
}

fn lijst<T>(rijen: Vec<T>, per: usize) -> Lijst<T> {
    Lijst { rijen, per, kapot: usize::MAX, aan: 0, klaar: false }
}

type Bron = Bronnen<Lijst<Persoon>, Lijst<Inschrijving>, Lijst<Vrijstelling>, Lijst<Diploma>>;
type Allen = BTreeMap<u64, Feiten>;

/// The facts as streams of blocks of `per` rows, with rows about strangers in between.
fn bronnen(allen: &Allen, per: usize) -> Bron {
    let (mut p, mut i, mut v, mut d) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for (&persoon, f) in allen {
        if let Some(vreemd) = persoon.checked_sub(1).filter(|x| persoon % 5 == 0 && !allen.contains_key(x)) {
            i.push(Inschrijving { persoon: vreemd, begin: 0, einde: i32::MAX });
            v.push(Vrijstelling { persoon: vreemd, artikel: Artikel::A5a, begin: 0, einde: i32::MAX });
            d.push(Diploma { persoon: vreemd, startkwalificatie_op: 0 });
        }
        p.push(Persoon { persoon, geboren: f.geboren, gemeente: f.gemeente });
        for x in &f.inschrijvingen {
            i.push(Inschrijving { persoon, begin: x.begin, einde: x.einde });
        }
        for (artikel, x) in &f.vrijstellingen {
            v.push(Vrijstelling { persoon, artikel: *artikel, begin: x.begin, einde: x.einde });
        }
        if let Some(op) = f.startkwalificatie_op {
            // The earliest counts, wherever it stands.
            d.extend(
                [op.saturating_add(3), op, op.saturating_add(9)]
                    .map(|op| Diploma { persoon, startkwalificatie_op: op }),
            );
        }
    }
    Bronnen {
        personen: lijst(p, per),
        inschrijvingen: lijst(i, per),
        vrijstellingen: lijst(v, per),
        diplomas: lijst(d, per),
    }
}

fn volledig(allen: &Allen, grenzen: &Grenzen, per: usize) -> Vec<Verzuim> {
    absoluut(&mut bronnen(allen, per), grenzen).unwrap()
}

fn stand(allen: &Allen, dag: Date) -> Stand {
    Stand::nieuw(&mut bronnen(allen, 7), dag, Vakantieregio::Midden).unwrap()
}

/// Random facts with their turning points around a day, and a good part of all in absolute absence.
fn feiten(t: &mut ChaCha8Rng, om: i32) -> Feiten {
    let geboren = om
        - match t.random_range(0..4) {
            0 => 5 * 365 + t.random_range(-90..60),
            1 => 17 * 365 + t.random_range(-400..450),
            2 => 18 * 365 + t.random_range(-60..60),
            _ => t.random_range(0..20 * 365),
        };
    let periode = |t: &mut ChaCha8Rng| {
        let begin = om + t.random_range(-700..60);
        let einde = match t.random_range(0..8) {
            0 => i32::MAX,
            1 => begin - t.random_range(0..20),
            2 => om + t.random_range(-2..3),
            _ => begin + t.random_range(0..400),
        };
        Periode { begin, einde }
    };
    Feiten {
        geboren,
        gemeente: t.random_range(0..5),
        inschrijvingen: (0..t.random_range(0..4)).map(|_| periode(t)).collect(),
        vrijstellingen: (0..t.random_range(0..6_i32) - 3)
            .map(|_| (Artikel::ALLE[t.random_range(0..5)], periode(t)))
            .collect(),
        startkwalificatie_op: t.random_bool(0.25).then(|| om + t.random_range(-40..40)),
    }
}

fn nummer(d: &str) -> i32 {
    dagnummer(d.parse().unwrap())
}
