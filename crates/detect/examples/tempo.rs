//! Times the engine inside one process: `tempo MAP` with the files of `maak`. For the figures of whole commands see `make bench`.

use detect::{Bouw, Grenzen, Register, Schooljaar, Soort, Vraag, Wet};
use jiff::civil::date;
use std::error::Error;
use std::path::{Path, PathBuf};

/// Seconds that this thread has been at work, without the time that others had the core.
fn aan_het_werk() -> f64 {
    let s = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    s.split(' ').next().and_then(|n| n.parse::<f64>().ok()).unwrap_or(0.0) / 1e9
}

fn main() -> Result<(), Box<dyn Error>> {
    let map = std::env::args().nth(1).ok_or("gebruik: tempo MAP")?;
    let map = Path::new(&map);
    let jaar = Schooljaar::van(date(2025, 9, 1));
    let bestand = vec![map.join("aanwezigheid.parquet")];
    let scholen = detect::lees_scholen(&map.join("scholen.parquet"))?;
    let grenzen = Grenzen { jaar, tot_en_met: i32::MAX };
    let tot = detect::laatste_dag(&bestand, jaar)?;
    let wet = Wet::nieuw(jaar, &scholen, jaar.datum(tot));
    let vraag = |soort, eerste| Vraag { soort, eerste, tot };
    let rijen = detect::tel_rijen(&bestand)? as f64;
    let klok = |wat: &str, begin: f64| {
        let s = aan_het_werk() - begin;
        println!("{wat:<40} {s:8.3} s {:6.2} ns per rij", s * 1e9 / rijen);
    };

    let uit: PathBuf = map.join("register");
    if !uit.exists() {
        let b = aan_het_werk();
        let mut bouw = Bouw::begin(&uit, jaar, &scholen)?;
        detect::lees_aanwezigheid(&bestand, grenzen, map, &mut bouw, Bouw::opnieuw)?;
        bouw.klaar()?;
        klok("bouw", b);
    }
    let register = Register::open(&uit)?;
    for _ in 0..3 {
        let b = aan_het_werk();
        let s = detect::signaleer_bestanden(&bestand, grenzen, &wet, vraag(Soort::ZestienUur, true), 1, map)?;
        klok(&format!("Parquet, eerste: {}", s.len()), b);
        for (naam, soort, eerste) in [
            ("eerste", Soort::ZestienUur, true),
            ("alle", Soort::ZestienUur, false),
            ("langdurig", Soort::Langdurig, false),
            ("beide", Soort::Beide, false),
        ] {
            let b = aan_het_werk();
            let s = detect::signaleer(&register, &wet, vraag(soort, eerste), 1)?;
            klok(&format!("register, {naam}: {}", s.len()), b);
        }
        let b = aan_het_werk();
        register.controleer()?;
        klok("controleer", b);
    }
    Ok(())
}
