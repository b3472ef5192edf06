//! The answers are those of the engine on the same file, over several partitions and in any order.

use crate::gegevens::{Les, Melding, antwoord, jaar, lessen, map_met, sessie, sql};
use datafusion::prelude::SessionContext;
use detect::{Grenzen, Signaal, Soort, Vraag, Wet, dagnummer, lees_scholen, signaleer_bestanden};
use jiff::civil::{Date, date};
use leerrecht_datafusion::{NAAM, NAAM_EERSTE};
use rand::SeedableRng;
use rand::seq::SliceRandom;
use rand_chacha::ChaCha8Rng;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

const LEERLINGEN: u32 = 3_000;

fn motor(map: &Path, eerste: bool, tot: Date) -> Vec<Melding> {
    let wet = Wet::nieuw(jaar(), &lees_scholen(&map.join("scholen.parquet")).unwrap(), tot);
    let vraag = Vraag { soort: Soort::ZestienUur, eerste, tot: jaar().dag(dagnummer(tot)).unwrap() };
    let grenzen = Grenzen { jaar: jaar(), tot_en_met: i32::MAX };
    let bestand = [map.join("aanwezigheid.parquet")];
    let dag = |d: u16| jaar().eerste + i32::from(d);
    let melding =
        |s: &Signaal| (u32::try_from(s.leerling).unwrap(), s.school, dag(s.begin), dag(s.bereikt_op), s.minuten);
    let signalen = signaleer_bestanden(&bestand, grenzen, &wet, vraag, 1, map).unwrap();
    let mut uit: Vec<Melding> = signalen.iter().map(melding).collect();
    uit.sort_unstable();
    uit
}

/// The engine reports the first of a pupil over all schools, the function the first at each school.
fn eerste_per_leerling(meldingen: &[Melding]) -> Vec<Melding> {
    let mut per: BTreeMap<u32, Melding> = BTreeMap::new();
    for m in meldingen {
        let e = per.entry(m.0).or_insert(*m);
        if (m.3, m.1) < (e.3, e.1) {
            *e = *m;
        }
    }
    per.into_values().collect()
}

fn paren(lessen: &[Les]) -> usize {
    lessen.iter().map(|l| (l.leerling, l.school)).collect::<BTreeSet<_>>().len()
}

async fn plan(s: &SessionContext, sql: &str) -> String {
    let plan = s.sql(sql).await.unwrap().create_physical_plan().await.unwrap();
    datafusion::physical_plan::displayable(plan.as_ref()).indent(false).to_string()
}

async fn toets(lessen: &[Les], instellingen: &[(&str, &str)], tot: Date) -> usize {
    let map = map_met(lessen);
    let s = sessie(map.path(), instellingen, tot).await;
    let (alle, groepen) = antwoord(&s, &sql(NAAM)).await.unwrap();
    assert_eq!(alle, motor(map.path(), false, tot));
    assert_eq!(groepen, paren(lessen));
    let (eerste, groepen) = antwoord(&s, &sql(NAAM_EERSTE)).await.unwrap();
    assert_eq!(eerste_per_leerling(&eerste), motor(map.path(), true, tot));
    assert_eq!(groepen, paren(lessen));
    alle.len()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn vier_partities_geven_de_meldingen_van_de_motor() {
    let lessen = lessen(1, LEERLINGEN);
    let map = map_met(&lessen);
    let s = sessie(map.path(), &[], date(2026, 7, 31)).await;
    let plan = plan(&s, &sql(NAAM)).await;
    assert!(plan.contains("mode=Partial") && plan.contains("mode=FinalPartitioned"), "{plan}");
    let n = toets(&lessen, &[], date(2026, 7, 31)).await;
    println!("{} lessen, {} groepen, {n} meldingen", lessen.len(), paren(&lessen));
    assert!(n > 1_000 && paren(&lessen) > LEERLINGEN as usize, "{n}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn door_elkaar_en_halverwege_het_jaar_hetzelfde() {
    let mut lessen = lessen(2, LEERLINGEN);
    lessen.shuffle(&mut ChaCha8Rng::seed_from_u64(3));
    let n = toets(&lessen, &[], date(2026, 2, 12)).await;
    assert!(n > 300, "{n}");
}

#[tokio::test]
async fn met_een_partitie_en_zonder_voorwerk_hetzelfde() {
    let mut lessen = lessen(4, 300);
    lessen.shuffle(&mut ChaCha8Rng::seed_from_u64(5));
    let tot = date(2026, 7, 31);
    toets(&lessen, &[("datafusion.execution.target_partitions", "1")], tot).await;
    // Every lesson goes to the last step as a state of its own.
    let zonder = [
        ("datafusion.execution.skip_partial_aggregation_probe_rows_threshold", "1"),
        ("datafusion.execution.skip_partial_aggregation_probe_ratio_threshold", "0.0"),
        ("datafusion.execution.batch_size", "100"),
    ];
    toets(&lessen, &zonder, tot).await;
}

#[tokio::test]
async fn een_gesorteerde_tabel_gaat_leerling_voor_leerling() {
    let mut lessen = lessen(12, 300);
    lessen.sort_by_key(|l| (l.leerling, l.school));
    let map = map_met(&lessen);
    let tot = date(2026, 7, 31);
    let s = sessie(map.path(), &[("datafusion.execution.target_partitions", "1")], tot).await;
    let tabel = format!(
        "create external table aanwezigheid stored as parquet location '{}' with order (leerling, school)",
        map.path().join("aanwezigheid.parquet").display()
    );
    s.sql("drop table aanwezigheid").await.unwrap();
    s.sql(&tabel).await.unwrap();
    let plan = plan(&s, &sql(NAAM)).await;
    assert!(plan.contains("ordering_mode=Sorted"), "{plan}");
    assert_eq!(antwoord(&s, &sql(NAAM)).await.unwrap(), (motor(map.path(), false, tot), paren(&lessen)));
}

#[tokio::test]
async fn een_leerling_zonder_groep_en_in_een_venster() {
    let lessen = lessen(6, 40);
    let map = map_met(&lessen);
    let tot = date(2026, 7, 31);
    let s = sessie(map.path(), &[], tot).await;
    let kolommen = "datum, lesuur, minuten, status, vakantieregio, lesuur_minuten";
    let van = "from aanwezigheid left join scholen using (school)";
    let mut gezien = 0;
    for (leerling, school) in lessen.iter().map(|l| (l.leerling, l.school)).collect::<BTreeSet<_>>() {
        let waar = format!("where leerling = {leerling} and aanwezigheid.school = {school}");
        let zonder = format!(
            "select cast({leerling} as int unsigned) leerling, cast({school} as int unsigned) school,
             zestien_uur({kolommen}) uur {van} {waar}"
        );
        let (alle, _) = antwoord(&s, &zonder).await.unwrap();
        let verwacht: Vec<Melding> =
            motor(map.path(), false, tot).into_iter().filter(|m| (m.0, m.1) == (leerling, school)).collect();
        assert_eq!(alle, verwacht);
        if gezien < 3 && alle.len() > 1 {
            let venster = format!(
                "select leerling, aanwezigheid.school as school, zestien_uur({kolommen}) over (order by datum, lesuur) uur {van} {waar}
                 order by datum desc, lesuur desc limit 1"
            );
            assert_eq!(antwoord(&s, &venster).await.unwrap().0, verwacht);
            gezien += 1;
        }
    }
    assert!(gezien > 0);
}

#[tokio::test]
async fn niemand_heeft_een_lege_lijst_en_geen_eerste() {
    let map = map_met(&lessen(7, 3));
    let s = sessie(map.path(), &[], date(2026, 7, 31)).await;
    for (functie, leeg) in [(NAAM, false), (NAAM_EERSTE, true)] {
        let sql = format!(
            "select {functie}(datum, lesuur, minuten, status, 'noord', 60) is null as leeg
             from aanwezigheid where leerling = 99"
        );
        let blokken = s.sql(&sql).await.unwrap().collect().await.unwrap();
        let blok = blokken.iter().find(|b| b.num_rows() == 1).unwrap();
        let kolom = blok.column(0).as_any().downcast_ref::<datafusion::arrow::array::BooleanArray>().unwrap();
        assert_eq!(kolom.value(0), leeg, "{functie}");
    }
}
