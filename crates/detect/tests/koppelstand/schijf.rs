//! The files of a state: damaged, cut off, gone, and left by an interrupted writer.

use super::*;
use crate::model::{mensen, regels, schrijf};
use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;
use std::path::PathBuf;

struct Proef {
    map: tempfile::TempDir,
    dag: Date,
}

/// A small state with news apart.
fn proef() -> Proef {
    let p = Proef { map: tempfile::tempdir().unwrap(), dag: "2026-11-26".parse().unwrap() };
    let mut t = ChaCha8Rng::seed_from_u64(5);
    let allen = mensen(&mut t, 45, p.dag);
    bouw(p.map.path(), &allen, p.dag, &p.stand(), &p.pad("uit.csv")).unwrap();
    // Two of 45: less than would be packed.
    let nieuws = BTreeMap::from([(0, None), (4, mensen(&mut t, 1, p.dag).remove(&0))]);
    schrijf(&p.pad("n.csv"), &regels(&nieuws, &mut t));
    p.naar().unwrap();
    let namen: Vec<String> = inhoud(&p.stand()).into_keys().collect();
    assert_eq!(namen, ["STAND", "basis-000001.ks1", "nieuws-000002.ks1"]);
    p
}

impl Proef {
    fn pad(&self, naam: &str) -> PathBuf {
        self.map.path().join(naam)
    }
    fn stand(&self) -> PathBuf {
        self.pad("stand")
    }
    fn naar(&self) -> Result<(), Fout> {
        naar(&self.stand(), self.dag, &self.pad("n.csv"), &self.pad("uit.csv"))
    }
    /// Without keeping anything.
    fn geweigerd(&self, wat: &str) {
        match Koppelstand::naar(&self.stand(), self.dag, &self.pad("n.csv")) {
            Ok(_) => panic!("{wat}: niets gemerkt"),
            Err(f) => {
                assert!(f.bestand.starts_with(self.stand()), "{wat}: {f}");
                let bekend = ["beschadigd", "is weg", "geen koppelstand"].iter().any(|w| f.melding.contains(w));
                assert!(bekend && f.herstel.ends_with('.'), "{wat}: {f}");
            }
        }
    }
}

#[test]
fn elke_byte_die_verandert_wordt_gemerkt() {
    let p = proef();
    let mut bytes = 0;
    for (naam, heel) in inhoud(&p.stand()) {
        let pad = p.stand().join(&naam);
        for i in 0..heel.len() {
            let mut stuk = heel.clone();
            stuk[i] ^= 1 << (i % 8);
            std::fs::write(&pad, &stuk).unwrap();
            p.geweigerd(&format!("{naam}, byte {i}"));
            bytes += 1;
        }
        std::fs::write(&pad, &heel).unwrap();
    }
    assert!(bytes > 1500, "{bytes}");
    p.naar().unwrap();
}

#[test]
fn een_afgekapt_verlengd_of_verdwenen_bestand_wordt_gemerkt() {
    let p = proef();
    for (naam, heel) in inhoud(&p.stand()) {
        let pad = p.stand().join(&naam);
        for lengte in 0..heel.len() {
            std::fs::write(&pad, &heel[..lengte]).unwrap();
            p.geweigerd(&format!("{naam}, tot {lengte}"));
        }
        std::fs::write(&pad, [&heel[..], &[0]].concat()).unwrap();
        p.geweigerd(&format!("{naam}, een byte erbij"));
        std::fs::remove_file(&pad).unwrap();
        p.geweigerd(&format!("{naam}, weg"));
        std::fs::write(&pad, &heel).unwrap();
    }
    p.naar().unwrap();
}

#[test]
fn wie_onderbroken_wordt_laat_de_oude_stand_en_de_volgende_ruimt_op() {
    let p = proef();
    let oud = inhoud(&p.stand());
    p.naar().unwrap();
    let uitkomst = std::fs::read(p.pad("uit.csv")).unwrap();
    let nieuw = inhoud(&p.stand());
    assert_ne!(oud, nieuw);
    // The new files are there, and a list in the making; the list itself is the old one.
    for (naam, bytes) in &oud {
        std::fs::write(p.stand().join(naam), bytes).unwrap();
    }
    std::fs::write(p.stand().join("STAND.deel"), &nieuw["STAND"]).unwrap();
    std::fs::write(p.stand().join("basis-000009.ks1"), "half").unwrap();
    std::fs::write(p.stand().join("van mij.txt"), "blijft").unwrap();
    std::fs::remove_file(p.pad("uit.csv")).unwrap();
    // The same run again gives the same.
    p.naar().unwrap();
    assert_eq!(std::fs::read(p.pad("uit.csv")).unwrap(), uitkomst);
    let na = inhoud(&p.stand());
    let namen: Vec<&str> = na.keys().map(String::as_str).collect();
    assert_eq!(namen, ["STAND", "basis-000001.ks1", "nieuws-000010.ks1", "van mij.txt"]);
    assert_eq!(na["nieuws-000010.ks1"], nieuw["nieuws-000003.ks1"]);
}

#[test]
fn zonder_uitkomst_gaat_de_stand_niet_verder() {
    let p = proef();
    let voor = inhoud(&p.stand());
    let f = naar(&p.stand(), p.dag, &p.pad("n.csv"), &p.pad("bestaat niet/uit.csv")).err().unwrap();
    assert!(f.bestand.ends_with("uit.csv"), "{f}");
    assert_eq!(inhoud(&p.stand()), voor);
}

#[test]
fn een_lijst_van_iemand_anders_wordt_niet_vervangen() {
    let p = proef();
    std::fs::write(p.stand().join("STAND"), "1-0 voor de thuisploeg\n").unwrap();
    let voor = inhoud(&p.stand());
    let f = bouw(p.map.path(), &Allen::new(), p.dag, &p.stand(), &p.pad("uit2.csv")).err().unwrap();
    assert!(f.herstel.contains("Kies een andere map"), "{f}");
    assert!(inhoud(&p.stand()) == voor && !p.pad("uit2.csv").exists());
    // A damaged base is no reason not to make the state anew.
    let p = proef();
    std::fs::write(p.stand().join("basis-000001.ks1"), "half").unwrap();
    bouw(p.map.path(), &Allen::new(), p.dag, &p.stand(), &p.pad("uit2.csv")).unwrap();
    p.naar().unwrap();
}
