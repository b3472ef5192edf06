//! Day after day with news: the kept state says what a full run says.

use super::*;
use jiff::ToSpan;
use rand::SeedableRng;

/// The changes lead from the one outcome to the other, are real, and are in order.
fn klopt(was: &[Verzuim], is: &[Verzuim], w: &[Wijziging]) {
    let mut uit: BTreeMap<u64, Verzuim> = was.iter().map(|v| (v.persoon, *v)).collect();
    assert!(w.iter().zip(w.iter().skip(1)).all(|(a, b)| a.persoon < b.persoon));
    for w in w {
        assert!(w.was != w.is && w.was.or(w.is).is_some_and(|v| v.persoon == w.persoon));
        assert_eq!(uit.remove(&w.persoon), w.was);
        uit.extend(w.is.map(|v| (v.persoon, v)));
    }
    assert!(uit.into_values().eq(is.iter().copied()));
}

#[test]
fn na_elke_reeks_mutaties_is_de_stand_gelijk_aan_een_volledige_doorgang() {
    for zaad in 0..8 {
        let mut t = ChaCha8Rng::seed_from_u64(zaad);
        let mut dag: Date =
            ["2026-07-20", "2024-02-20", "2026-11-26", "2017-07-20"][t.random_range(0..4)].parse().unwrap();
        let mut allen: Allen = (0..200).map(|_| (t.random_range(0..1000), feiten(&mut t, dagnummer(dag)))).collect();
        let mut stand = stand(&allen, dag);
        let mut was: Vec<Verzuim> = stand.uitkomst().collect();
        let mut gewijzigd = 0;
        for _ in 0..40 {
            dag = dag.saturating_add(match t.random_range(0..12) {
                0 | 1 => 0.days(),
                2 => t.random_range(2..40).days(),
                3 => (-t.random_range(1..9_i64)).days(),
                _ => 1.day(),
            });
            let mut nieuws = Vec::new();
            for _ in 0..t.random_range(0..12) {
                let persoon = t.random_range(0..1000);
                let feiten = t.random_bool(0.8).then(|| feiten(&mut t, dagnummer(dag) + 10));
                match &feiten {
                    Some(f) => drop(allen.insert(persoon, f.clone())),
                    None => drop(allen.remove(&persoon)),
                }
                nieuws.push(Mutatie { persoon, feiten });
            }
            let w = stand.naar(dag, nieuws);
            let is = volledig(&allen, &Grenzen::op(dag, Vakantieregio::Midden), 50);
            assert!(stand.uitkomst().eq(is.iter().copied()), "zaad {zaad}, {dag}");
            assert_eq!(stand.dag(), dagnummer(dag));
            klopt(&was, &is, &w);
            gewijzigd += w.len();
            if t.random_bool(0.1) {
                stand.verdicht();
                assert_eq!(stand.apart(), 0);
                assert!(stand.uitkomst().eq(is.iter().copied()));
            }
            was = is;
        }
        assert!(gewijzigd > 100, "{gewijzigd}");
    }
}

/// Time alone, one day at a time over two years: every due date is seen, and most people are left alone.
#[test]
fn het_verstrijken_van_de_tijd_alleen_geeft_dezelfde_uitkomst() {
    let mut t = ChaCha8Rng::seed_from_u64(77);
    let begin: Date = "2026-06-01".parse().unwrap();
    let allen: Allen = (0..400).map(|i| (i, feiten(&mut t, dagnummer(begin) + 200))).collect();
    let mut gepakt = stand(&allen, begin);
    let mut los = stand(&Allen::new(), begin);
    los.naar(begin, allen.iter().map(|(p, f)| Mutatie { persoon: *p, feiten: Some(f.clone()) }));
    for n in 1..400 {
        let dag = begin.saturating_add(n.days());
        let w = gepakt.naar(dag, []);
        assert_eq!(w, los.naar(dag, []), "{dag}");
        let is = volledig(&allen, &Grenzen::op(dag, Vakantieregio::Midden), 64);
        assert!(gepakt.uitkomst().eq(is.iter().copied()), "{dag}");
        assert!(los.uitkomst().eq(is.iter().copied()), "{dag}, apart");
    }
}

#[test]
fn ander_recht_beoordeelt_iedereen_opnieuw() {
    let mut t = ChaCha8Rng::seed_from_u64(3);
    let dag: Date = "2026-11-26".parse().unwrap();
    let allen: Allen = (0..300).map(|i| (i, feiten(&mut t, dagnummer(dag)))).collect();
    let mut stand = stand(&allen, dag);
    let was: Vec<Verzuim> = stand.uitkomst().collect();
    // As if from tomorrow the duty begins a month later, for who has it already.
    let morgen = Grenzen::op("2026-11-27".parse().unwrap(), Vakantieregio::Midden).met_later_begin(30);
    let w = stand.naar_grenzen(morgen.clone(), []);
    let is = volledig(&allen, &morgen, 20);
    assert!(stand.uitkomst().eq(is.iter().copied()));
    klopt(&was, &is, &w);
    assert!(w.iter().filter(|w| w.toestand() == Toestand::Voortgezet).count() > 5);
    // And back, and then far ahead, where nobody has a duty on both days.
    for dag in ["2026-11-28", "2055-01-10"] {
        let grenzen = Grenzen::op(dag.parse().unwrap(), Vakantieregio::Midden);
        stand.naar_grenzen(grenzen.clone(), []);
        assert!(stand.uitkomst().eq(volledig(&allen, &grenzen, 20)), "{dag}");
    }
}
