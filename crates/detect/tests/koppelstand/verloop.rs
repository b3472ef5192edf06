//! Random registers, and then days with news.

use super::*;
use crate::model::{mens, mensen, regels, schrijf};
use detect::dagnummer;
use jiff::ToSpan;
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;

fn basis(stand: &Path) -> String {
    inhoud(stand).into_keys().find(|n| n.starts_with("basis-")).unwrap()
}

#[test]
fn dag_na_dag_hetzelfde_bestand_als_een_volledige_doorgang() {
    let (mut weg, mut nieuw, mut verdicht, mut gebleven) = (0, 0, 0, 0);
    let mut toestanden = [0; 3];
    for zaad in 0..6 {
        let mut t = ChaCha8Rng::seed_from_u64(zaad);
        let map = tempfile::tempdir().unwrap();
        let pad = |n: &str| map.path().join(n);
        let mut dag: Date = ["2026-11-26", "2024-02-26"][t.random_range(0..2)].parse().unwrap();
        let mut allen = mensen(&mut t, 300, dag);
        bouw(map.path(), &allen, dag, &pad("stand"), &pad("uit.csv")).unwrap();
        volledig(map.path(), &allen, dag, None, &pad("vol.csv"));
        assert_eq!(std::fs::read(pad("uit.csv")).unwrap(), std::fs::read(pad("vol.csv")).unwrap(), "zaad {zaad}");
        for keer in 0..12_u32 {
            // The same day, a day back, and further on.
            dag = dag.saturating_add([1, 1, 1, 0, 12, -1_i64][t.random_range(0..6)].days());
            let mut nieuws = BTreeMap::new();
            for _ in 0..t.random_range(0..8) {
                let n = t.random_range(0..950);
                // Now and then there is a municipality that nobody knew.
                let m = t.random_bool(0.7).then(|| mens(&mut t, dagnummer(dag), 4 + keer));
                match (&m, allen.contains_key(&n)) {
                    (None, true) => weg += 1,
                    (Some(_), false) => nieuw += 1,
                    _ => {}
                }
                match &m {
                    Some(m) => drop(allen.insert(n, m.clone())),
                    None => drop(allen.remove(&n)),
                }
                nieuws.insert(n, m);
            }
            let bestand = pad(if t.random_bool(0.5) { "nieuws.csv" } else { "nieuws.parquet" });
            schrijf(&bestand, &regels(&nieuws, &mut t));
            let was = basis(&pad("stand"));
            std::fs::rename(pad("uit.csv"), pad("gisteren.csv")).unwrap();
            naar(&pad("stand"), dag, &bestand, &pad("uit.csv")).unwrap();
            volledig(map.path(), &allen, dag, Some(&pad("gisteren.csv")), &pad("vol.csv"));
            let uit = std::fs::read_to_string(pad("uit.csv")).unwrap();
            assert_eq!(uit, std::fs::read_to_string(pad("vol.csv")).unwrap(), "zaad {zaad}, {dag}");
            for (n, woord) in toestanden.iter_mut().zip(["nieuw", "voortgezet", "beeindigd"]) {
                *n += uit.lines().filter(|r| r.ends_with(woord)).count();
            }
            if was == basis(&pad("stand")) {
                gebleven += 1
            } else {
                verdicht += 1
            }
            assert_eq!(inhoud(&pad("stand")).len(), 3, "een lijst, een basis en nieuws");
        }
    }
    assert!(weg > 10 && nieuw > 50 && verdicht > 5 && gebleven > 20, "{weg} {nieuw} {verdicht} {gebleven}");
    assert!(toestanden.iter().all(|n| *n > 50), "{toestanden:?}");
}

#[test]
fn een_stand_zonder_mensen_gaat_ook_verder() {
    let map = tempfile::tempdir().unwrap();
    let pad = |n: &str| map.path().join(n);
    let dag: Date = "2026-11-26".parse().unwrap();
    bouw(map.path(), &Allen::new(), dag, &pad("stand"), &pad("uit.csv")).unwrap();
    std::fs::write(pad("n.csv"), format!("{KOPPEN}\n7,persoon,2015-03-01,Heuveloord,,,\n")).unwrap();
    naar(&pad("stand"), dag, &pad("n.csv"), &pad("uit.csv")).unwrap();
    let uit = std::fs::read_to_string(pad("uit.csv")).unwrap();
    assert_eq!(uit.lines().skip(1).collect::<Vec<_>>(), ["7,Heuveloord,2020-04-01,nieuw"]);
    naar(&pad("stand"), dag, &geen_nieuws(map.path()), &pad("uit.csv")).unwrap();
    assert!(std::fs::read_to_string(pad("uit.csv")).unwrap().ends_with("7,Heuveloord,2020-04-01,voortgezet\n"));
}
