//! How fast is `detect::koppel` on a country: 3.6 million persons and 6.4 million enrolments, made from a seed.
//!
//! `cargo run --release -p detect --example koppel_tempo [persons in thousands]`

use detect::dagnummer;
use detect::koppel::{
    Artikel, Bronnen, Diploma, Feiten, Fout, Grenzen, Inschrijving, Mutatie, Periode, Persoon, Stand, Stroom,
    Vrijstelling, absoluut,
};
use jiff::ToSpan;
use jiff::civil::{Date, date};
use rules::Vakantieregio;
use std::convert::Infallible;
use std::time::Instant;

const BLOK: usize = 2048;
const DAG: Date = date(2026, 11, 26);

/// A generator of one word (splitmix64).
struct Toeval(u64);

impl Toeval {
    fn tot(&mut self, n: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let a = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let b = (a ^ (a >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (b ^ (b >> 31)) % n
    }
    fn dagen(&mut self, n: u64) -> i32 {
        i32::try_from(self.tot(n)).unwrap_or(0)
    }
    fn kans(&mut self, op_duizend: u64) -> bool {
        self.tot(1000) < op_duizend
    }
}

/// A slice as a stream: what a reader does at the least, copying every row into a block.
struct Rijen<'a, T>(&'a [T]);

impl<T: Copy> Stroom<T> for Rijen<'_, T> {
    type Fout = Infallible;
    fn volgende(&mut self, blok: &mut Vec<T>) -> Result<(), Infallible> {
        let (nu, rest) = self.0.split_at(self.0.len().min(BLOK));
        blok.extend_from_slice(nu);
        self.0 = rest;
        Ok(())
    }
}

#[derive(Default)]
struct Land {
    personen: Vec<Persoon>,
    inschrijvingen: Vec<Inschrijving>,
    vrijstellingen: Vec<Vrijstelling>,
    diplomas: Vec<Diploma>,
}

impl Land {
    fn nieuw(aantal: usize) -> Self {
        let mut t = Toeval(69);
        let mut zelf = Self::default();
        let mut persoon = 0;
        for _ in 0..aantal {
            persoon += 1 + t.tot(9);
            let f = feiten(&mut t);
            zelf.personen.push(Persoon { persoon, geboren: f.geboren, gemeente: f.gemeente });
            let inschrijving = |p: &Periode| Inschrijving { persoon, begin: p.begin, einde: p.einde };
            zelf.inschrijvingen.extend(f.inschrijvingen.iter().map(inschrijving));
            let vrijstelling = |(artikel, p): &(_, Periode)| Vrijstelling {
                persoon,
                artikel: *artikel,
                begin: p.begin,
                einde: p.einde,
            };
            zelf.vrijstellingen.extend(f.vrijstellingen.iter().map(vrijstelling));
            let diploma = |startkwalificatie_op| Diploma { persoon, startkwalificatie_op };
            zelf.diplomas.extend(f.startkwalificatie_op.map(diploma));
        }
        zelf
    }

    fn bronnen(
        &self,
    ) -> Bronnen<Rijen<'_, Persoon>, Rijen<'_, Inschrijving>, Rijen<'_, Vrijstelling>, Rijen<'_, Diploma>> {
        Bronnen {
            personen: Rijen(&self.personen),
            inschrijvingen: Rijen(&self.inschrijvingen),
            vrijstellingen: Rijen(&self.vrijstellingen),
            diplomas: Rijen(&self.diplomas),
        }
    }
}

/// Ages 4 to 22; 1.78 enrolments each; one in 150 not at school now, one in 140 exempt.
fn feiten(t: &mut Toeval) -> Feiten {
    let vandaag = dagnummer(DAG);
    let geboren = vandaag - 4 * 365 - t.dagen(19 * 365);
    let gemeente = u32::try_from(t.tot(342)).unwrap_or(0);
    let weg = t.kans(7);
    let mut inschrijvingen = Vec::new();
    let mut begin = geboren + 4 * 365 + t.dagen(60);
    let keer = [1, 1, 1, 1, 2, 2, 2, 3, 3][usize::try_from(t.tot(9)).unwrap_or(0)];
    for n in 1..=keer {
        let open = n == keer && !weg;
        let einde = begin + 30 + t.dagen(1500);
        let einde =
            if open { if t.kans(600) { i32::MAX } else { einde.max(dagnummer(date(2027, 7, 31))) } } else { einde };
        inschrijvingen.push(Periode { begin, einde });
        begin = if open { begin } else { einde + 1 };
    }
    let vrijstellingen = if t.kans(7) {
        let artikel = Artikel::ALLE[usize::try_from(t.tot(5)).unwrap_or(0)];
        let begin = vandaag - t.dagen(800);
        vec![(artikel, Periode { begin, einde: begin + t.dagen(1600) })]
    } else {
        Vec::new()
    };
    let startkwalificatie_op = t.kans(120).then(|| geboren + 16 * 365 + t.dagen(2000));
    Feiten { geboren, gemeente, inschrijvingen, vrijstellingen, startkwalificatie_op }
}

fn meet<T>(wat: &str, keer: usize, per: (usize, &str), mut doe: impl FnMut() -> T) -> T {
    let mut best = f64::MAX;
    let mut uit = None;
    for _ in 0..keer {
        let begin = Instant::now();
        uit = Some(doe());
        best = best.min(begin.elapsed().as_secs_f64());
    }
    let deel = f64::from(u32::try_from(per.0.max(1)).unwrap_or(u32::MAX));
    println!("{wat:<58} {:>9.2} ms {:>9.1} ns per {}", best * 1e3, best * 1e9 / deel, per.1);
    uit.unwrap_or_else(doe)
}

fn mutaties(land: &Land, t: &mut Toeval, aantal: usize) -> Vec<Mutatie> {
    let alle = u64::try_from(land.personen.len()).unwrap_or(1);
    (0..aantal)
        .map(|_| {
            let plek = usize::try_from(t.tot(alle)).unwrap_or(0);
            Mutatie { persoon: land.personen[plek].persoon, feiten: Some(feiten(t)) }
        })
        .collect()
}

fn main() -> Result<(), Fout<Infallible>> {
    let duizend = std::env::args().nth(1).and_then(|a| a.parse().ok()).unwrap_or(3600_usize);
    let land = Land::nieuw(duizend * 1000);
    let n = land.personen.len();
    println!(
        "{n} personen, {} inschrijvingen, {} vrijstellingen, {} diplomas",
        land.inschrijvingen.len(),
        land.vrijstellingen.len(),
        land.diplomas.len()
    );
    let grenzen = meet("grenzen van een dag", 5, (1, "dag"), || Grenzen::op(DAG, Vakantieregio::Midden));
    let mut som = 0;
    meet("alleen de rijen in blokken kopieren", 7, (n, "persoon"), || {
        let mut b = land.bronnen();
        let (mut p, mut i) = (Vec::new(), Vec::new());
        loop {
            p.clear();
            i.clear();
            let Ok(()) = b.personen.volgende(&mut p);
            let Ok(()) = b.inschrijvingen.volgende(&mut i);
            som += p.len() + i.len();
            if p.is_empty() && i.is_empty() {
                break;
            }
        }
    });
    let uit = meet("volledig, met dat kopieren", 9, (n, "persoon"), || absoluut(&mut land.bronnen(), &grenzen))?;
    println!("  {} in absoluut verzuim ({som} rijen gelezen)", uit.len());

    let mut stand =
        meet("stand opbouwen", 1, (n, "persoon"), || Stand::nieuw(&mut land.bronnen(), DAG, Vakantieregio::Midden))?;
    println!("  gelijk aan volledig: {}", stand.uitkomst().eq(uit));
    let mut t = Toeval(5);
    let mut dag = DAG;
    // Ordinary days first: what moves, births and schools bring between one night and the next.
    for aantal in [0, 2_000, 2_000, 2_000, 20_000, 200_000, 20_000] {
        dag = dag.saturating_add(1.day());
        let mut nieuws = mutaties(&land, &mut t, aantal);
        let wat = format!("een dag verder, nieuws van {aantal}");
        let w = meet(&wat, 1, (aantal, "mutatie"), || stand.naar(dag, std::mem::take(&mut nieuws)));
        println!("  {} wijzigingen, {} apart", w.len(), stand.apart());
    }
    for naar in [date(2027, 7, 31), date(2027, 8, 1)] {
        let w = meet(&format!("naar {naar}, zonder mutaties"), 1, (n, "persoon"), || stand.naar(naar, []));
        println!("  {} wijzigingen", w.len());
    }
    meet("verdichten", 1, (n, "persoon"), || stand.verdicht());
    let w = meet("de dag erna", 1, (1, "dag"), || stand.naar(date(2027, 8, 2), []));
    println!("  {} wijzigingen", w.len());
    Ok(())
}
