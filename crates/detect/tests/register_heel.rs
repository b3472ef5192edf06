//! A lesson register that is damaged says so: after any byte that changed, wherever it is cut off, with files swapped or gone.
#![expect(clippy::unwrap_used, reason = "een toets mag vallen")]

use detect::{Bouw, Fout, Ontvanger, Register, Rij, School, Schooljaar, Status};
use jiff::civil::date;
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;
use rules::Vakantieregio;
use std::path::{Path, PathBuf};

const LEERLINGEN: u64 = 2500;
const OMGEKEERD: usize = 1000;
const AFGEKAPT: usize = 50;

fn jaar() -> Schooljaar {
    Schooljaar::van(date(2025, 9, 1))
}

/// Lessons of one pupil from day `van`, one a day.
fn lessen(van: u16, aantal: u16, r: &mut ChaCha8Rng, weg: bool) -> Vec<u32> {
    let status = |r: &mut ChaCha8Rng| {
        if weg && r.random_bool(0.3) { Status::Ingetrokken } else { Status::IN_BESTAND[r.random_range(0..7)] }
    };
    (van..van + aantal).map(|dag| Rij::nieuw(dag, r.random_range(1..9), status(r), r.random_range(0..61)).0).collect()
}

/// A base of a few blocks and two sets of changes on top of it.
fn maak(map: &Path, zaad: u64) {
    let scholen: Vec<School> =
        (0..3).map(|school| School { school, regio: Vakantieregio::Noord, lesuur_minuten: 50 }).collect();
    let mut r = ChaCha8Rng::seed_from_u64(zaad);
    let mut basis = Bouw::begin(map, jaar(), &scholen).unwrap();
    for l in 0..LEERLINGEN {
        let rijen = lessen(30, 30, &mut r, false);
        basis.leerling(l, u32::try_from(l % 3).unwrap(), &rijen).unwrap();
    }
    let mut register = basis.klaar().unwrap();
    for keer in 0..2_u16 {
        let mut erbij = register.wijzig().unwrap();
        for l in (0..LEERLINGEN).step_by(17) {
            let rijen = lessen(50 + 10 * keer, 12, &mut r, true);
            erbij.leerling(l, u32::try_from(l % 3).unwrap(), &rijen).unwrap();
        }
        register = erbij.klaar().unwrap();
    }
}

/// The files of a register. SLOT only says that somebody writes, and holds nothing.
fn bestanden(map: &Path) -> Vec<PathBuf> {
    let mut uit: Vec<PathBuf> = std::fs::read_dir(map).unwrap().map(|b| b.unwrap().path()).collect();
    uit.retain(|p| p.file_name().is_some_and(|n| n != "SLOT"));
    uit.sort();
    assert_eq!(uit.len(), 4, "een lijst, een basis en twee keer wijzigingen: {uit:?}");
    uit
}

fn lees_na(map: &Path) -> Result<detect::Bevinding, Fout> {
    Register::open(map).and_then(|r| r.controleer())
}

/// The register is refused, with a file of it, a reason and a cure.
fn geweigerd(map: &Path, wat: &str) {
    match lees_na(map) {
        Ok(b) => panic!("{wat}: niets gemerkt ({b:?})"),
        Err(f) => {
            assert!(f.bestand.starts_with(map), "{wat}: {f}");
            assert!(!f.melding.is_empty() && f.herstel.ends_with('.'), "{wat}: {f}");
        }
    }
}

fn proef() -> (tempfile::TempDir, Vec<(PathBuf, Vec<u8>)>) {
    let map = tempfile::tempdir().unwrap();
    maak(map.path(), 1);
    let heel = bestanden(map.path()).into_iter().map(|p| (p.clone(), std::fs::read(p).unwrap())).collect();
    assert_eq!(lees_na(map.path()).unwrap().bestanden, 3);
    (map, heel)
}

#[test]
fn elke_veranderde_byte_wordt_gemerkt() {
    let (map, heel) = proef();
    let mut r = ChaCha8Rng::seed_from_u64(2);
    let mut per_bestand = vec![0; heel.len()];
    for keer in 0..OMGEKEERD {
        // Half of them anywhere in the register, half with as much chance for the small files as for the large one.
        let welk = if keer % 2 == 0 {
            let tot = heel.iter().scan(0, |tot, (_, b)| {
                *tot += b.len();
                Some(*tot)
            });
            let plek = r.random_range(0..tot.clone().last().unwrap());
            tot.take_while(|t| *t <= plek).count()
        } else {
            r.random_range(0..heel.len())
        };
        let (pad, bytes) = &heel[welk];
        let plek = r.random_range(0..bytes.len());
        let mut krom = bytes.clone();
        // One bit, or any other byte.
        krom[plek] ^= if r.random_bool(0.5) { 1 << r.random_range(0..8) } else { r.random_range(1..=255) };
        std::fs::write(pad, &krom).unwrap();
        geweigerd(map.path(), &format!("keer {keer}, {} byte {plek}", pad.display()));
        std::fs::write(pad, bytes).unwrap();
        per_bestand[welk] += 1;
    }
    lees_na(map.path()).unwrap();
    println!("{OMGEKEERD} van {OMGEKEERD} gemerkt; per bestand {per_bestand:?}");
    assert!(per_bestand.iter().all(|n| *n > 50), "{per_bestand:?}");
}

#[test]
fn elke_byte_van_kop_gids_en_lijst_telt() {
    // The parts that are small enough to try them whole: the list, and the first and last bytes of every segment.
    let (map, heel) = proef();
    for (pad, bytes) in &heel {
        let n = bytes.len();
        let rand = if n < 2000 { 0..n } else { 0..40 };
        for plek in rand.chain(n.saturating_sub(200)..n) {
            let mut krom = bytes.clone();
            krom[plek] ^= 0x20;
            std::fs::write(pad, &krom).unwrap();
            geweigerd(map.path(), &format!("{} byte {plek}", pad.display()));
        }
        std::fs::write(pad, bytes).unwrap();
    }
}

#[test]
fn een_bestand_dat_korter_of_langer_is_wordt_gemerkt() {
    let (map, heel) = proef();
    let mut r = ChaCha8Rng::seed_from_u64(3);
    for keer in 0..AFGEKAPT {
        let (pad, bytes) = &heel[keer % heel.len()];
        let tot = match keer / heel.len() {
            0 => 0,
            1 => bytes.len() - 1,
            2 => bytes.len() - 48,
            _ => r.random_range(1..bytes.len()),
        };
        std::fs::write(pad, &bytes[..tot]).unwrap();
        geweigerd(map.path(), &format!("{} tot {tot} van {}", pad.display(), bytes.len()));
        std::fs::write(pad, bytes).unwrap();
    }
    for (pad, bytes) in &heel {
        for erbij in [&b"\n"[..], b"\0", &[0; 8], &bytes[bytes.len() - 48..]] {
            std::fs::write(pad, [bytes, erbij].concat()).unwrap();
            geweigerd(map.path(), &format!("{} met {} bytes erbij", pad.display(), erbij.len()));
        }
        std::fs::write(pad, bytes).unwrap();
    }
}

#[test]
fn verwisselde_ontbrekende_en_vreemde_bestanden_worden_gemerkt() {
    let (map, heel) = proef();
    for (i, (a, van_a)) in heel.iter().enumerate() {
        for (b, van_b) in &heel[i + 1..] {
            std::fs::write(a, van_b).unwrap();
            std::fs::write(b, van_a).unwrap();
            geweigerd(map.path(), &format!("{} en {} verwisseld", a.display(), b.display()));
            std::fs::write(b, van_b).unwrap();
            // The same file in two places.
            std::fs::write(a, van_b).unwrap();
            geweigerd(map.path(), &format!("{} is ook {}", a.display(), b.display()));
            std::fs::write(a, van_a).unwrap();
        }
        std::fs::remove_file(a).unwrap();
        geweigerd(map.path(), &format!("zonder {}", a.display()));
        std::fs::create_dir(a).unwrap();
        geweigerd(map.path(), &format!("{} is een map", a.display()));
        std::fs::remove_dir(a).unwrap();
        std::fs::write(a, van_a).unwrap();
    }
    // A whole file under the same name, from a register with other lessons.
    let ander = tempfile::tempdir().unwrap();
    maak(ander.path(), 99);
    for ((pad, bytes), vreemd) in heel.iter().zip(bestanden(ander.path())) {
        std::fs::copy(&vreemd, pad).unwrap();
        geweigerd(map.path(), &format!("{} uit een ander register", pad.display()));
        std::fs::write(pad, bytes).unwrap();
    }
    lees_na(map.path()).unwrap();
}

#[test]
fn een_leeg_slot_of_een_achtergebleven_bestand_is_geen_fout() {
    let (map, _) = proef();
    std::fs::write(map.path().join("SLOT"), "wat dan ook").unwrap();
    std::fs::write(map.path().join("REGISTER.deel"), "half").unwrap();
    std::fs::write(map.path().join("lessen-000099.lr1"), "half").unwrap();
    let voor = lees_na(map.path()).unwrap();
    // The next writer cleans up; somebody's own file stays.
    std::fs::write(map.path().join("leesmij.txt"), "van mij").unwrap();
    let register = Register::open(map.path()).unwrap().wijzig().unwrap().klaar().unwrap();
    assert_eq!(register.controleer().unwrap().lessen, voor.lessen);
    assert!(!map.path().join("REGISTER.deel").exists() && !map.path().join("lessen-000099.lr1").exists());
    assert!(map.path().join("leesmij.txt").exists());
}
