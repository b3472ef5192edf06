//! What a new day and corrections cost: `bijhouden_tempo MAP` with the register that `tempo` or the benchmark made there.
//!
//! The register is cut at a day of about half a million lessons (or 1/200 of all): everything before it is the base, that day
//! is what comes in.

use detect::{Bijhouder, Bouw, Ontvanger, Register, Rij, Soort, Vraag, Wet};
use std::error::Error;
use std::path::Path;
use std::time::Instant;

/// Lessons in order of pupil, as they come out of a file.
#[derive(Default)]
struct Lessen {
    rijen: Vec<u32>,
    leerlingen: Vec<(u64, u32, usize)>,
}

impl Lessen {
    fn leerling(&mut self, leerling: u64, school: u32, rijen: &[u32]) {
        self.rijen.extend_from_slice(rijen);
        self.leerlingen.push((leerling, school, self.rijen.len()));
    }

    fn per_leerling(&self) -> impl Iterator<Item = (u64, u32, &[u32])> {
        let mut van = 0;
        self.leerlingen.iter().map(move |(l, s, tot)| {
            let deze = &self.rijen[van..*tot];
            van = *tot;
            (*l, *s, deze)
        })
    }
}

/// Bytes of this process that are in no file.
fn eigen_geheugen() -> f64 {
    let s = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let kb = s
        .lines()
        .find_map(|r| r.strip_prefix("RssAnon:"))
        .and_then(|r| r.trim().split(' ').next()?.parse::<f64>().ok());
    kb.unwrap_or(0.0) * 1024.0
}

fn main() -> Result<(), Box<dyn Error>> {
    let map = std::env::args().nth(1).ok_or("gebruik: bijhouden_tempo MAP")?;
    let map = Path::new(&map);
    let register = Register::open(&map.join("register"))?;
    let jaar = register.jaar();
    let mut per_dag = vec![0_u64; usize::from(jaar.dagen)];
    register.leerlingen(|_, _, rijen| {
        for r in rijen {
            per_dag[Rij(*r).dag() as usize] += 1;
        }
        Ok(())
    })?;
    let doel = register.lessen() / 200;
    // Late in the year, when many pupils have a history.
    let dag = (150..per_dag.len()).min_by_key(|d| per_dag[*d].abs_diff(doel)).ok_or("geen dagen")?;
    let dag = u16::try_from(dag)?;
    let (mut nieuw, mut voor) = (Lessen::default(), Vec::<u32>::new());
    let basis = map.join("register-tot-de-dag");
    let mut bouw = Bouw::begin(&basis, jaar, register.scholen())?;
    register.leerlingen(|l, s, rijen| {
        let tot = rijen.partition_point(|r| Rij(*r).dag() < u32::from(dag));
        let tm = rijen.partition_point(|r| Rij(*r).dag() <= u32::from(dag));
        voor.clear();
        voor.extend_from_slice(&rijen[..tot]);
        if tm > tot {
            nieuw.leerling(l, s, &rijen[tot..tm]);
        }
        bouw.leerling(l, s, &voor)
    })?;
    let basis = bouw.klaar()?;
    let rijen = nieuw.rijen.len();
    let wet = Wet::nieuw(jaar, register.scholen(), jaar.datum(dag));
    let vraag = Vraag { soort: Soort::Beide, eerste: false, tot: dag };
    println!(
        "{} lessen in de basis, {rijen} lessen van {} leerlingen op {}",
        basis.lessen(),
        nieuw.leerlingen.len(),
        jaar.datum(dag)
    );

    let mut duur = Vec::new();
    for _ in 0..5 {
        let b = Instant::now();
        detect::signaleer(&basis, &wet, vraag, 1)?;
        duur.push(b.elapsed().as_secs_f64());
    }
    duur.sort_by(f64::total_cmp);
    let pas = duur[2];
    let mut dagen = Vec::new();
    let (mut opbouw, mut correcties) = (0.0, Vec::new());
    for keer in 0..5_u64 {
        let geheugen = eigen_geheugen();
        let b = Instant::now();
        let mut bij = Bijhouder::nieuw(&basis, wet.clone(), dag - 1)?;
        opbouw = b.elapsed().as_secs_f64();
        if keer == 0 {
            let per = (eigen_geheugen() - geheugen) / bij.leerlingen() as f64;
            println!("bijhouder: {} leerlingen, {per:.0} bytes per leerling", bij.leerlingen());
        }
        let b = Instant::now();
        bij.voeg_toe(dag, nieuw.per_leerling())?;
        dagen.push(b.elapsed().as_secs_f64());
        // Corrections: the first lesson of every so many pupils turns out to be without reason.
        for elke in [1000, 100, 10] {
            let mut wijzigingen = Lessen::default();
            for (i, n) in nieuw.per_leerling().enumerate() {
                if i % elke == usize::try_from(keer)? {
                    let r = Rij(n.2[0]);
                    let rij = Rij::nieuw(dag, r.lesuur(), detect::Status::Ongeoorloofd, u16::try_from(r.minuten())?);
                    wijzigingen.leerling(n.0, n.1, &[rij.0]);
                }
            }
            let b = Instant::now();
            bij.voeg_toe(dag, wijzigingen.per_leerling())?;
            correcties.push((wijzigingen.leerlingen.len(), b.elapsed().as_secs_f64()));
        }
        if keer == 0 {
            let mut alles: Vec<_> = bij.signalen().map(|s| (s.leerling, s.school, s.langdurig, s.begin)).collect();
            alles.sort_unstable();
            println!("{} signalen na de dag en de correcties", alles.len());
        }
    }
    dagen.sort_by(f64::total_cmp);
    println!("alles opnieuw: pas over eigen segmenten {:.1} ms, opbouw van de stand {:.1} ms", pas * 1e3, opbouw * 1e3);
    println!(
        "dag erbij: {:.2} ms = {:.1} ns per les; 1/{:.0} van de pas, 1/{:.0} van de opbouw",
        dagen[2] * 1e3,
        dagen[2] * 1e9 / rijen as f64,
        pas / dagen[2],
        opbouw / dagen[2]
    );
    for (n, s) in correcties.iter().skip(6).take(3) {
        println!("{n} correcties: {:.2} ms = {:.2} µs per leerling", s * 1e3, s * 1e6 / *n as f64);
    }
    std::fs::remove_dir_all(map.join("register-tot-de-dag"))?;
    Ok(())
}
