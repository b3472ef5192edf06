//! Streams that are wrong: an error value, never a panic.

use super::*;
use jiff::civil::date;
use rand::SeedableRng;

const DAG: &str = "2026-11-26";

fn uitkomst(b: &mut Bron) -> Result<Vec<Verzuim>, Fout<&'static str>> {
    let stand = Stand::nieuw(&mut b.clone(), DAG.parse().unwrap(), Vakantieregio::Midden);
    let uit = absoluut(b, &Grenzen::op(DAG.parse().unwrap(), Vakantieregio::Midden));
    assert_eq!(stand.map(|s| s.uitkomst().collect()), uit, "de stand ziet dezelfde fout");
    uit
}

fn goed(per: usize) -> Bron {
    let mut t = ChaCha8Rng::seed_from_u64(9);
    let allen: Allen = (1..40).map(|i| (i * 10, feiten(&mut t, nummer(DAG)))).collect();
    bronnen(&allen, per)
}

#[test]
fn een_rij_op_de_verkeerde_plek_wordt_gezien_ook_op_de_rand_van_een_blok() {
    for per in [1, 2, 3, 5, 1000] {
        assert!(uitkomst(&mut goed(per)).is_ok_and(|u| !u.is_empty()));
        let fout = |stroom, persoon| Err(Fout::NietGesorteerd { stroom, persoon });
        let mut b = goed(per);
        b.personen.rijen.swap(7, 8);
        assert_eq!(uitkomst(&mut b), fout(Welke::Personen, 80), "{per}");
        // At the end too: nobody is left to ask for these rows.
        let mut b = goed(per);
        b.inschrijvingen.rijen.extend([5000, 4000].map(|persoon| Inschrijving { persoon, begin: 0, einde: 0 }));
        assert_eq!(uitkomst(&mut b), fout(Welke::Inschrijvingen, 4000), "{per}");
        let mut b = goed(per);
        b.vrijstellingen.rijen.reverse();
        let tweede = b.vrijstellingen.rijen.iter().find(|v| v.persoon < b.vrijstellingen.rijen[0].persoon);
        let tweede = tweede.unwrap().persoon;
        assert_eq!(uitkomst(&mut b), fout(Welke::Vrijstellingen, tweede), "{per}");
        let mut b = goed(per);
        b.diplomas.rijen.extend([u64::MAX, 0].map(|persoon| Diploma { persoon, startkwalificatie_op: 0 }));
        assert_eq!(uitkomst(&mut b), fout(Welke::Diplomas, 0), "{per}");
    }
}

#[test]
fn een_persoon_mag_er_eenmaal_staan() {
    for per in [1, 2, 9, 1000] {
        let mut b = goed(per);
        b.personen.rijen[8].persoon = 80;
        assert_eq!(uitkomst(&mut b), Err(Fout::Dubbel { stroom: Welke::Personen, persoon: 80 }), "{per}");
    }
    let v = |persoon| Verzuim { persoon, gemeente: 0, sinds: 0 };
    let (dubbel, om) = ([v(1), v(1)], [v(2), v(1)]);
    let stroom = Welke::Gisteren;
    assert_eq!(toestanden::<()>(&dubbel, &[]), Err(Fout::Dubbel { stroom, persoon: 1 }));
    assert_eq!(toestanden::<()>(&om, &[]), Err(Fout::NietGesorteerd { stroom, persoon: 1 }));
    assert_eq!(toestanden::<()>(&[], &om), Err(Fout::NietGesorteerd { stroom: Welke::Vandaag, persoon: 1 }));
    let fout = Fout::<String>::NietGesorteerd { stroom: Welke::Diplomas, persoon: 7 };
    assert_eq!(fout.to_string(), "diplomas niet gesorteerd: persoon 7 komt te laat");
}

#[test]
fn een_stroom_die_niet_te_lezen_is_geeft_zijn_eigen_fout() {
    for (n, stroom) in
        [Welke::Personen, Welke::Inschrijvingen, Welke::Vrijstellingen, Welke::Diplomas].into_iter().enumerate()
    {
        for kapot in [0, 4, 9] {
            let mut b = goed(3);
            *[&mut b.personen.kapot, &mut b.inschrijvingen.kapot, &mut b.vrijstellingen.kapot, &mut b.diplomas.kapot]
                [n] = kapot;
            assert_eq!(uitkomst(&mut b), Err(Fout::Lezen { stroom, fout: "kapot" }));
        }
    }
}

#[test]
fn lege_stromen_geven_een_lege_uitkomst() {
    assert_eq!(uitkomst(&mut bronnen(&Allen::new(), 4)), Ok(Vec::new()));
    let mut b = goed(4);
    b.personen.rijen.clear();
    assert_eq!(uitkomst(&mut b), Ok(Vec::new()));
}

#[test]
fn uiterste_dagen_en_nummers_geven_geen_paniek() {
    let mut t = ChaCha8Rng::seed_from_u64(11);
    let uiterst = [i32::MIN, i32::MIN + 1, -5_000_000, -1, 0, 1, 20_000, 5_000_000, i32::MAX - 1, i32::MAX];
    let dag = |t: &mut ChaCha8Rng| uiterst[t.random_range(0..uiterst.len())];
    let feit = |t: &mut ChaCha8Rng| Feiten {
        geboren: if t.random_bool(0.6) { nummer(DAG) - t.random_range(1000..7000) } else { dag(t) },
        gemeente: u32::MAX,
        inschrijvingen: (0..t.random_range(0..3)).map(|_| Periode { begin: dag(t), einde: dag(t) }).collect(),
        vrijstellingen: (0..t.random_range(0..3))
            .map(|_| (Artikel::ALLE[t.random_range(0..5)], Periode { begin: dag(t), einde: dag(t) }))
            .collect(),
        startkwalificatie_op: t.random_bool(0.3).then(|| dag(t)),
    };
    let mut allen: Allen = (0..3000).map(|i| (i * 7, feit(&mut t))).collect();
    allen.extend((0..50).map(|i| (u64::MAX - i, feit(&mut t))));
    let mut stand = stand(&allen, DAG.parse().unwrap());
    let peil: Date = DAG.parse().unwrap();
    for dag in [peil, date(2030, 1, 1), Date::MAX, Date::MIN, date(1970, 1, 1), peil] {
        let nieuws: Vec<_> = (0..40).map(|i| Mutatie { persoon: u64::MAX - i, feiten: Some(feit(&mut t)) }).collect();
        allen.extend(nieuws.iter().filter_map(|m| Some((m.persoon, m.feiten.clone()?))));
        stand.naar(dag, nieuws);
        let is = volledig(&allen, &Grenzen::op(dag, Vakantieregio::Midden), 512);
        assert!(stand.uitkomst().eq(is), "{dag}");
    }
    assert!(stand.uitkomst().len() > 100);
}
