//! Keeping up to date gives what starting again gives, after any series of new days, corrections and withdrawn lessons.
//!
//! `DETECT_WIJZIGINGEN` sets how many changes; the normal run takes fewer than the benchmark.
#![expect(clippy::unwrap_used, reason = "een toets mag vallen")]

use detect::{
    Bijhouder, Bouw, Lessen, Ontvanger, Register, Rij, School, Schooljaar, Signaal, Soort, Status, Vraag, Wet,
};
use jiff::civil::date;
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;
use rules::Vakantieregio;
use std::collections::BTreeMap;

const LEERLINGEN: usize = 60;

/// The register as a plain map.
#[derive(Default, Clone)]
struct Model(BTreeMap<(u64, u32), BTreeMap<u32, u32>>);

impl Model {
    fn wijzig(&mut self, wie: (u64, u32), rij: u32) {
        let lessen = self.0.entry(wie).or_default();
        if Rij(rij).status() == Status::Ingetrokken {
            lessen.remove(&Rij(rij).slot());
        } else {
            lessen.insert(Rij(rij).slot(), rij);
        }
    }

    fn lessen(&self) -> impl Iterator<Item = (u64, u32, Vec<u32>)> {
        self.0
            .iter()
            .map(|((l, s), r)| (*l, *s, r.values().copied().collect::<Vec<_>>()))
            .filter(|(_, _, r)| !r.is_empty())
    }
}

fn register(map: &std::path::Path, jaar: Schooljaar, scholen: &[School], m: &Model) -> Register {
    let mut bouw = Bouw::begin(map, jaar, scholen).unwrap();
    for (l, s, rijen) in m.lessen() {
        bouw.leerling(l, s, &rijen).unwrap();
    }
    bouw.klaar().unwrap()
}

fn status(r: &mut ChaCha8Rng, weg: bool) -> Status {
    if weg && r.random_bool(0.97) {
        [Status::Ongeoorloofd, Status::Ongeoorloofd, Status::Ongeoorloofd, Status::Onbekend][r.random_range(0..4)]
    } else {
        Status::IN_BESTAND[r.random_range(0..7)]
    }
}

/// The lessons of one pupil, to read.
fn lessen_van(m: &Model, wie: (u64, u32)) -> Vec<(u32, u8, Status, u32)> {
    let rijen = m.0.get(&wie).into_iter().flat_map(|r| r.values());
    rijen.map(|r| Rij(*r)).map(|r| (r.dag(), r.lesuur(), r.status(), r.minuten())).collect()
}

/// By pupil and school; within that by kind and day.
fn op_volgorde(mut s: Vec<Signaal>) -> Vec<Signaal> {
    s.sort_by_key(|x| (x.leerling, x.school, x.langdurig, x.bereikt_op, x.begin));
    s
}

#[test]
fn bijhouden_is_opnieuw_beginnen() {
    let doel: usize = std::env::var("DETECT_WIJZIGINGEN").ok().and_then(|n| n.parse().ok()).unwrap_or(400_000);
    let jaar = Schooljaar::van(date(2025, 9, 1));
    let scholen: Vec<School> = [Vakantieregio::Noord, Vakantieregio::Midden, Vakantieregio::Zuid]
        .into_iter()
        .zip([60, 50, 30])
        .zip(0..)
        .map(|((regio, lesuur_minuten), school)| School { school, regio, lesuur_minuten })
        .collect();
    let mut r = ChaCha8Rng::seed_from_u64(5);
    let map = tempfile::tempdir().unwrap();
    let (mut wijzigingen, mut gezien, mut verbeterd) = (0, 0, 0);
    while wijzigingen < doel {
        let mut model = Model::default();
        let wet = |dag: u16| Wet::nieuw(jaar, &scholen, jaar.datum(dag));
        let mut b = Bijhouder::nieuw(&register(map.path(), jaar, &scholen, &model), wet(0), 0).unwrap();
        let mut weg = [false; LEERLINGEN];
        let laat = [6, 60, 400][r.random_range(0..3)];
        for dag in 20..jaar.dagen.min(20 + r.random_range(60..300)) {
            if r.random_bool(0.3) && !matches!(jaar.datum(dag).weekday().to_monday_zero_offset(), 0..=4) {
                continue;
            }
            let mut nieuw: BTreeMap<(u64, u32), BTreeMap<u32, u32>> = BTreeMap::new();
            let mut erbij = |wie: (u64, u32), rij: Rij| {
                nieuw.entry(wie).or_default().insert(rij.slot(), rij.0);
            };
            for (l, weg) in (0_u64..).zip(&mut weg) {
                if r.random_range(0..25) == 0 {
                    *weg = !*weg;
                }
                if !*weg && r.random_bool(0.9) {
                    continue;
                }
                // Somebody who moves to another school now and then.
                let school = u32::try_from((l + u64::from(dag) / 90) % 3).unwrap();
                for uur in 1..=r.random_range(1..=7) {
                    erbij((l, school), Rij::nieuw(dag, uur, status(&mut r, *weg), r.random_range(0..=60)));
                }
            }
            // Late word about what was before.
            for _ in 0..r.random_range(0..laat) {
                let wie = (r.random_range(0..60), r.random_range(0..3));
                // Now and then a lesson that is still to come, such as leave for next week.
                let vooruit = if r.random_bool(0.05) { 8 } else { 0 };
                let oud = r.random_range(dag.saturating_sub(30)..=dag.saturating_add(vooruit).min(jaar.dagen - 1));
                let hoe = if r.random_bool(0.4) { Status::Ingetrokken } else { status(&mut r, false) };
                erbij(wie, Rij::nieuw(oud, r.random_range(1..=7), hoe, r.random_range(0..=60)));
                verbeterd += 1;
            }
            for (wie, rijen) in &nieuw {
                for rij in rijen.values() {
                    model.wijzig(*wie, *rij);
                    wijzigingen += 1;
                }
            }
            // One day in three comes in two deliveries, cut through pupils and lessons.
            let in_tweeen = r.random_bool(0.3);
            let (mut eerst, mut dan) = (Lessen::default(), Lessen::default());
            for ((l, s), rijen) in &nieuw {
                let (een, twee): (Vec<u32>, Vec<u32>) = rijen.values().partition(|_| !in_tweeen || r.random_bool(0.5));
                eerst.leerling(*l, *s, &een);
                dan.leerling(*l, *s, &twee);
            }
            b.voeg_toe(dag, eerst).unwrap();
            if in_tweeen {
                b.voeg_toe(dag, dan).unwrap();
            }
            if r.random_range(0..12) == 0 {
                let opnieuw = register(&map.path().join("weer"), jaar, &scholen, &model);
                let vraag = Vraag { soort: Soort::Beide, eerste: false, tot: dag };
                let alles = detect::signaleer(&opnieuw, &wet(dag), vraag, 1).unwrap();
                let nu = op_volgorde(b.signalen().copied().collect());
                let alles = op_volgorde(alles);
                let verschil: Vec<&Signaal> =
                    nu.iter().filter(|s| !alles.contains(s)).chain(alles.iter().filter(|s| !nu.contains(s))).collect();
                let wie = verschil.first().map_or((0, 0), |s| (s.leerling, s.school));
                assert!(nu == alles, "dag {dag}: {verschil:?}, lessen van de eerste: {:?}", lessen_van(&model, wie));
                gezien += nu.len();
            }
        }
    }
    println!("{wijzigingen} wijzigingen, waarvan {verbeterd} verbeteringen; {gezien} signalen vergeleken");
    assert!(gezien > 500 && verbeterd > 100, "{gezien} {verbeterd}");
}

#[test]
fn een_andere_kalender_raakt_alleen_de_scholen_die_haar_hebben() {
    let jaar = Schooljaar::van(date(2025, 9, 1));
    let school = |school, regio| School { school, regio, lesuur_minuten: 60 };
    let noord = [school(0, Vakantieregio::Noord), school(1, Vakantieregio::Noord)];
    let mut model = Model::default();
    // Eight hours before the autumn break of the north, eight after: in the south the break is a week earlier.
    for leerling in [1, 2] {
        for dag in [date(2025, 10, 9), date(2025, 11, 12)] {
            let d = jaar.dag(detect::dagnummer(dag)).unwrap();
            for uur in 1..=8 {
                let s = u32::try_from(leerling - 1).unwrap();
                model.wijzig((leerling, s), Rij::nieuw(d, uur, Status::Ongeoorloofd, 60).0);
            }
        }
    }
    let map = tempfile::tempdir().unwrap();
    let r = register(map.path(), jaar, &noord, &model);
    let tot = r.laatste_dag().unwrap();
    let mut b = Bijhouder::nieuw(&r, Wet::nieuw(jaar, &noord, jaar.datum(tot)), tot).unwrap();
    let voor: Vec<u64> = b.signalen().map(|s| s.leerling).collect();
    let gemengd = [noord[0], School { lesuur_minuten: 30, ..noord[1] }];
    let wet = Wet::nieuw(jaar, &gemengd, jaar.datum(tot));
    b.andere_wet(wet.clone(), &[1]).unwrap();
    let na: Vec<Signaal> = b.signalen().copied().collect();
    let vraag = Vraag { soort: Soort::Beide, eerste: false, tot };
    assert_eq!(op_volgorde(na), op_volgorde(detect::signaleer(&r, &wet, vraag, 1).unwrap()));
    assert_ne!(voor, b.signalen().map(|s| s.leerling).collect::<Vec<_>>());
}

#[test]
fn een_les_die_toch_gemist_was_maakt_de_afwezigheid_ouder() {
    let jaar = Schooljaar::van(date(2025, 9, 1));
    let scholen = [School { school: 0, regio: Vakantieregio::Midden, lesuur_minuten: 60 }];
    let wet = |dag: u16| Wet::nieuw(jaar, &scholen, jaar.datum(dag));
    let dag = |d: jiff::civil::Date| jaar.dag(detect::dagnummer(d)).unwrap();
    let (wie, begin) = ((7, 0), dag(date(2025, 9, 1)));
    let map = tempfile::tempdir().unwrap();
    let mut model = Model::default();
    let mut b = Bijhouder::nieuw(&register(map.path(), jaar, &scholen, &model), wet(0), 0).unwrap();
    // One lesson of 30 minutes a day: far from sixteen hours. There on Monday 8 September, says the first word.
    for d in begin..begin + 35 {
        let mut rijen = Vec::new();
        let status = if d == begin + 7 { Status::Aanwezig } else { Status::Ongeoorloofd };
        if d == begin + 9 {
            rijen.push(Rij::nieuw(begin + 7, 1, Status::Ongeoorloofd, 30).0);
        }
        if matches!(jaar.datum(d).weekday().to_monday_zero_offset(), 0..=4) {
            rijen.push(Rij::nieuw(d, 1, status, 30).0);
        }
        for rij in &rijen {
            model.wijzig(wie, *rij);
        }
        let mut levering = Lessen::default();
        levering.leerling(wie.0, wie.1, &rijen);
        b.voeg_toe(d, levering).unwrap();
        let opnieuw = register(&map.path().join("weer"), jaar, &scholen, &model);
        let vraag = Vraag { soort: Soort::Beide, eerste: false, tot: d };
        let alles = detect::signaleer(&opnieuw, &wet(d), vraag, 1).unwrap();
        assert_eq!(b.signalen().copied().collect::<Vec<_>>(), alles, "{}", jaar.datum(d));
    }
    let gevonden: Vec<_> = b.signalen().map(|s| (s.langdurig, jaar.datum(s.begin), jaar.datum(s.bereikt_op))).collect();
    assert_eq!(gevonden, [(true, date(2025, 9, 1), date(2025, 9, 28))]);
}

#[test]
fn een_tweede_woord_over_dezelfde_dag_telt_ook_als_het_zelf_geen_verzuim_is() {
    let jaar = Schooljaar::van(date(2025, 9, 1));
    let scholen = [School { school: 0, regio: Vakantieregio::Midden, lesuur_minuten: 60 }];
    let wet = |dag: u16| Wet::nieuw(jaar, &scholen, jaar.datum(dag));
    let begin = jaar.dag(detect::dagnummer(date(2025, 9, 1))).unwrap();
    let map = tempfile::tempdir().unwrap();
    let mut model = Model::default();
    let mut b = Bijhouder::nieuw(&register(map.path(), jaar, &scholen, &model), wet(0), 0).unwrap();
    let mut gevonden = Vec::new();
    // Four hours away on every school day: sixteen on Thursday the 4th, again on Wednesday the 10th, which is within a week, so
    // the second report waits as long as the absence goes on. That it ended on that day is what the school says last.
    for d in (begin..begin + 12).filter(|d| !matches!(d - begin, 5 | 6)) {
        let weg: Vec<u32> = (1..=4).map(|uur| Rij::nieuw(d, uur, Status::Ongeoorloofd, 60).0).collect();
        let er = Rij::nieuw(d, 5, Status::Aanwezig, 60).0;
        let woorden: &[&[u32]] = if d == begin + 9 { &[&weg, &[er]] } else { &[&weg] };
        for woord in woorden {
            let mut levering = Lessen::default();
            levering.leerling(7, 0, woord);
            b.voeg_toe(d, levering).unwrap();
            woord.iter().for_each(|rij| model.wijzig((7, 0), *rij));
            let opnieuw = register(&map.path().join("weer"), jaar, &scholen, &model);
            let vraag = Vraag { soort: Soort::Beide, eerste: false, tot: d };
            let alles = detect::signaleer(&opnieuw, &wet(d), vraag, 1).unwrap();
            assert_eq!(b.signalen().copied().collect::<Vec<_>>(), alles, "{}", jaar.datum(d));
            gevonden.push((jaar.datum(d).day(), alles.len()));
        }
    }
    assert_eq!(gevonden, [(1, 0), (2, 0), (3, 0), (4, 1), (5, 1), (8, 1), (9, 1), (10, 1), (10, 2), (11, 2), (12, 2)]);
}

#[test]
fn een_levering_van_een_onbekende_school_wordt_geweigerd_en_verandert_niets() {
    let jaar = Schooljaar::van(date(2025, 9, 1));
    let scholen = [School { school: 0, regio: Vakantieregio::Midden, lesuur_minuten: 60 }];
    let dag = jaar.dag(detect::dagnummer(date(2025, 9, 1))).unwrap();
    let map = tempfile::tempdir().unwrap();
    let leeg = register(map.path(), jaar, &scholen, &Model::default());
    let mut b = Bijhouder::nieuw(&leeg, Wet::nieuw(jaar, &scholen, jaar.datum(dag)), dag - 1).unwrap();
    let dag_weg = |d: u16| -> Vec<u32> { (1..=8).map(|u| Rij::nieuw(d, u, Status::Ongeoorloofd, 60).0).collect() };
    let mut levering = Lessen::default();
    levering.leerling(1, 0, &dag_weg(dag));
    levering.leerling(2, 9, &[Rij::nieuw(dag, 1, Status::Ziek, 60).0]);
    let fout = b.voeg_toe(dag, levering).unwrap_err().to_string();
    assert!(fout.contains("school 9"), "{fout}");
    // Eight hours on the next day are no sixteen: those of the refused delivery are not there.
    for (d, signalen) in [(dag + 1, 0), (dag + 2, 1)] {
        let mut levering = Lessen::default();
        levering.leerling(1, 0, &dag_weg(d));
        b.voeg_toe(d, levering).unwrap();
        assert_eq!(b.signalen().count(), signalen, "{}", jaar.datum(d));
    }
}
