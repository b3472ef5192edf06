//! SIGKILL at random moments while a kept state of `koppel` is made anew or goes a day further: it is wholly the old one or
//! wholly the new one, and doing the same once more gives the outcome. `KOPPELSTAND_KEREN` sets how often (default 20).
#![expect(clippy::unwrap_used, reason = "een toets mag vallen")]

use rand::{Rng, SeedableRng, rngs::StdRng};
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

const PERSONEN: u32 = 60_000;
const GISTEREN: &str = "2026-11-26";
const VANDAAG: &str = "2026-11-27";

/// Everybody is twelve; one in 200 has no school from `VANDAAG` on.
fn bestanden(map: &Path) {
    let (mut p, mut i) = ("persoon,geboortedatum,gemeente\n".to_owned(), "persoon,begin,einde\n".to_owned());
    let mut m = "persoon,wat,geboortedatum,gemeente,artikel,begin,einde\n".to_owned();
    for n in 0..PERSONEN {
        writeln!(p, "{n},2014-03-01,G{}", n % 50).unwrap();
        writeln!(i, "{n},2018-08-01,{}", if n % 200 == 0 { GISTEREN } else { "2030-07-31" }).unwrap();
    }
    // News: one in a hundred is gone, or is somebody whom nobody knew.
    for n in (0..PERSONEN).filter(|n| n % 100 == 50) {
        writeln!(m, "{n},weg,,,,,\n{},persoon,2014-03-01,Nieuwstad,,,", PERSONEN + n).unwrap();
    }
    for (naam, inhoud) in [
        ("p.csv", p.as_str()),
        ("i.csv", &i),
        ("v.csv", "persoon,artikel,begin,einde\n"),
        ("d.csv", "persoon,startkwalificatie_op\n"),
        ("m.csv", &m),
    ] {
        std::fs::write(map.join(naam), inhoud).unwrap();
    }
}

fn koppel(map: &Path, woorden: &str) -> Command {
    let mut c = Command::new(env!("CARGO_BIN_EXE_leerrecht"));
    c.arg("koppel").args(woorden.split_whitespace()).args(["--stil", "--uit", "uit.csv"]).current_dir(map);
    c.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped());
    c
}

/// Makes the state of today from the registers.
fn bouw(map: &Path) -> Command {
    let alles = "--personen p.csv --inschrijvingen i.csv --vrijstellingen v.csv --diplomas d.csv";
    koppel(map, &format!("{alles} --stand stand --peildatum {VANDAAG}"))
}

/// Takes the state to today with the news.
fn verder(map: &Path) -> Command {
    koppel(map, &format!("--stand stand --mutaties m.csv --peildatum {VANDAAG}"))
}

/// Runs to the end, and must succeed: how long it took, and the lines of the outcome.
fn lukt(map: &Path, mut c: Command) -> (Duration, BTreeSet<String>) {
    let begin = Instant::now();
    let klaar = c.output().unwrap();
    assert!(klaar.status.success(), "{c:?}: {}", String::from_utf8_lossy(&klaar.stderr));
    (begin.elapsed(), lees(&map.join("uit.csv")))
}

fn lees(uit: &Path) -> BTreeSet<String> {
    std::fs::read_to_string(uit).unwrap().lines().skip(1).map(str::to_owned).collect()
}

/// Who is in it, without what that was yesterday.
fn wie(regels: &BTreeSet<String>) -> BTreeSet<&str> {
    regels.iter().filter_map(|r| r.rsplit_once(',')).filter(|(_, t)| *t != "beeindigd").map(|(w, _)| w).collect()
}

/// A fresh copy of the state as it was.
fn kopie(map: &Path) -> PathBuf {
    let naar = map.join("stand");
    let _ = std::fs::remove_dir_all(&naar);
    std::fs::create_dir(&naar).unwrap();
    for b in std::fs::read_dir(map.join("oud")).unwrap().map(|b| b.unwrap()) {
        std::fs::copy(b.path(), naar.join(b.file_name())).unwrap();
    }
    naar
}

/// What the list of the state says.
fn lijst(stand: &Path) -> Option<Vec<u8>> {
    std::fs::read(stand.join("STAND")).ok()
}

#[test]
fn na_sigkill_is_de_stand_de_oude_of_de_nieuwe() {
    let keren: u32 = std::env::var("KOPPELSTAND_KEREN").ok().and_then(|k| k.parse().ok()).unwrap_or(20);
    let proef = tempfile::tempdir().unwrap();
    let map = proef.path();
    bestanden(map);
    let alles = "--personen p.csv --inschrijvingen i.csv --vrijstellingen v.csv --diplomas d.csv";
    lukt(map, koppel(map, &format!("{alles} --stand oud --peildatum {GISTEREN}")));
    let mut r = StdRng::seed_from_u64(11);
    let (mut oud, mut nieuw, mut klaar) = (0, 0, 0);
    for (naam, doe) in [("bouw", bouw as fn(&Path) -> Command), ("verder", verder)] {
        kopie(map);
        let (duur, goed) = lukt(map, doe(map));
        // What the news makes of the new state: who was in it goes on.
        let (_, uit_nieuw) = lukt(map, verder(map));
        let bestanden = std::fs::read_dir(map.join("stand")).unwrap().count();
        // And of the old one: who is in it is new.
        kopie(map);
        let (_, uit_oud) = lukt(map, verder(map));
        assert!(uit_oud != uit_nieuw && wie(&uit_oud) == wie(&uit_nieuw) && wie(&uit_oud).len() > 500, "{naam}");
        for keer in 0..keren {
            let stand = kopie(map);
            let _ = std::fs::remove_file(map.join("uit.csv"));
            let mut kind = doe(map).spawn().unwrap();
            if keer % 5 == 4 {
                // As soon as the new state counts.
                let eerst = lijst(&map.join("oud"));
                while lijst(&stand) == eerst && kind.try_wait().unwrap().is_none() {}
            } else {
                std::thread::sleep(duur.mul_f64((f64::from(keer) + r.random::<f64>()) / f64::from(keren)));
            }
            kind.kill().unwrap();
            // Killed processes have no exit status.
            let onderbroken = kind.wait().unwrap().code().is_none();
            if map.join("uit.csv").exists() {
                assert_eq!(lees(&map.join("uit.csv")), goed, "{naam}, keer {keer}: een halve uitkomst");
            }
            let (_, daarna) = lukt(map, verder(map));
            let is_oud = daarna == uit_oud;
            assert!(is_oud || daarna == uit_nieuw, "{naam}, keer {keer}: niet de oude en niet de nieuwe stand");
            assert!(onderbroken || !is_oud, "{naam}, keer {keer}: klaar, maar het is de oude stand");
            assert_eq!(wie(&daarna), wie(&uit_oud), "{naam}, keer {keer}");
            assert_eq!(
                std::fs::read_dir(&stand).unwrap().count(),
                bestanden,
                "{naam}, keer {keer}: er bleef iets achter"
            );
            *(if !onderbroken {
                &mut klaar
            } else if is_oud {
                &mut oud
            } else {
                &mut nieuw
            }) += 1;
        }
    }
    println!("onderbroken {oud} keer de oude, {nieuw} keer de nieuwe; {klaar} keer net klaar");
    assert!(oud > 0 && nieuw > 0, "niet allebei onderbroken");
}
