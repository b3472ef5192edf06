//! What a new day and corrections cost: `bijhouden_tempo MAP` with the register that `tempo` or the benchmark made there.
//!
//! The register is cut at a day of about half a million lessons (or 1/200 of all): everything before it is the base, that day
//! is what comes in, with corrections of it; and once more that day and the school days that follow, one after the other.

use detect::{Bijhouder, Bouw, Lessen, Ontvanger, Register, Rij, Soort, Vraag, Wet};
use std::collections::BTreeMap;
use std::error::Error;
use std::path::Path;
use std::time::Instant;

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
    let (mut dagen, mut voor) = (BTreeMap::<u16, Lessen>::new(), Vec::<u32>::new());
    let mut nieuw = Vec::new();
    let basis = map.join("register-tot-de-dag");
    let mut bouw = Bouw::begin(&basis, jaar, register.scholen())?;
    register.leerlingen(|l, s, rijen| {
        let tot = rijen.partition_point(|r| Rij(*r).dag() < u32::from(dag));
        voor.clear();
        voor.extend_from_slice(&rijen[..tot]);
        for van_dag in rijen[tot..].chunk_by(|a, b| Rij(*a).dag() == Rij(*b).dag()) {
            let deze = u16::try_from(Rij(van_dag[0]).dag()).unwrap_or(dag);
            dagen.entry(deze).or_default().leerling(l, s, van_dag);
            if deze == dag {
                nieuw.push((l, s, van_dag[0]));
            }
        }
        bouw.leerling(l, s, &voor)
    })?;
    let basis = bouw.klaar()?;
    let rijen = dagen[&dag].aantal();
    let wet = Wet::nieuw(jaar, register.scholen(), jaar.datum(dag));
    let vraag = Vraag { soort: Soort::Beide, eerste: false, tot: dag };
    println!(
        "{} lessen in de basis, {rijen} lessen van {} leerlingen op {}",
        basis.lessen(),
        nieuw.len(),
        jaar.datum(dag)
    );

    // The speed of a machine comes and goes: so each day is timed beside a pass of its own.
    let mut paren = Vec::new();
    detect::signaleer(&basis, &wet, vraag, 1)?;
    let (mut opbouw, mut correcties) = (0.0, Vec::new());
    for keer in 0..9_u64 {
        let geheugen = eigen_geheugen();
        let b = Instant::now();
        let mut bij = Bijhouder::nieuw(&basis, wet.clone(), dag - 1)?;
        opbouw = b.elapsed().as_secs_f64();
        if keer == 0 {
            let per = (eigen_geheugen() - geheugen) / bij.leerlingen() as f64;
            println!("bijhouder: {} leerlingen, {per:.0} bytes per leerling", bij.leerlingen());
        }
        let b = Instant::now();
        detect::signaleer(&basis, &wet, vraag, 1)?;
        let pas = b.elapsed().as_secs_f64();
        let levering = dagen[&dag].clone();
        let b = Instant::now();
        bij.voeg_toe(dag, levering)?;
        paren.push((b.elapsed().as_secs_f64(), pas));
        // Corrections: the first lesson of every so many pupils turns out to be without reason.
        for elke in [1000, 100, 10] {
            let mut wijzigingen = Lessen::default();
            let geraakt = nieuw.iter().skip(usize::try_from(keer)?).step_by(elke);
            let aantal = geraakt.len();
            for (l, s, rij) in geraakt {
                let r = Rij(*rij);
                let rij = Rij::nieuw(dag, r.lesuur(), detect::Status::Ongeoorloofd, u16::try_from(r.minuten())?);
                wijzigingen.leerling(*l, *s, &[rij.0]);
            }
            let b = Instant::now();
            bij.voeg_toe(dag, wijzigingen)?;
            correcties.push((aantal, b.elapsed().as_secs_f64()));
        }
        if keer == 0 {
            let mut alles: Vec<_> = bij.signalen().map(|s| (s.leerling, s.school, s.langdurig, s.begin)).collect();
            alles.sort_unstable();
            println!("{} signalen na de dag en de correcties", alles.len());
        }
    }
    let midden = |waarde: &dyn Fn(&(f64, f64)) -> f64| {
        let mut alle: Vec<f64> = paren.iter().map(waarde).collect();
        alle.sort_by(f64::total_cmp);
        alle[alle.len() / 2]
    };
    let (een_dag, pas) = (midden(&|p| p.0), midden(&|p| p.1));
    println!("alles opnieuw: pas over eigen segmenten {:.1} ms, opbouw van de stand {:.1} ms", pas * 1e3, opbouw * 1e3);
    println!(
        "dag erbij: {:.2} ms = {:.1} ns per les; 1/{:.0} van de pas ernaast",
        een_dag * 1e3,
        een_dag * 1e9 / rijen as f64,
        midden(&|p| p.1 / p.0)
    );
    for (n, s) in correcties.iter().skip(12).take(3) {
        println!("{n} correcties: {:.2} ms = {:.2} µs per leerling", s * 1e3, s * 1e6 / *n as f64);
    }
    let mut bij = Bijhouder::nieuw(&basis, wet.clone(), dag - 1)?;
    let (mut lessen, mut tijden) = (0, Vec::new());
    for (deze, levering) in dagen {
        lessen += levering.aantal();
        let b = Instant::now();
        bij.voeg_toe(deze, levering)?;
        tijden.push(b.elapsed().as_secs_f64());
    }
    let (som, langste) = (tijden.iter().sum::<f64>(), tijden.iter().copied().fold(0.0, f64::max));
    println!(
        "die dag en de {} erna: {:.2} ms per dag, langste {:.2} ms, {:.1} ns per les; {} signalen",
        tijden.len() - 1,
        som * 1e3 / tijden.len() as f64,
        langste * 1e3,
        som * 1e9 / lessen as f64,
        bij.signalen().count()
    );
    std::fs::remove_dir_all(map.join("register-tot-de-dag"))?;
    Ok(())
}
