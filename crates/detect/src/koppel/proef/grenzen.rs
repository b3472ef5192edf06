//! The birth dates of a day say what the rule says.

use super::*;
use crate::koppel::grenzen::datum_binnen;
use crate::koppel::oordeel::Fase;
use jiff::civil::date;
use rules::Recht;
use rules::plicht::{Plicht, Vraag, plicht};

#[test]
fn de_grenzen_zeggen_van_elke_geboortedatum_wat_de_regel_zegt() {
    for dag in
        ["2024-02-29", "2025-03-01", "2026-07-31", "2026-08-01", "2026-08-12", "2026-11-26", "2016-10-03", "2031-09-15"]
    {
        for regio in [Vakantieregio::Noord, Vakantieregio::Midden, Vakantieregio::Zuid] {
            let op: Date = dag.parse().unwrap();
            let g = Grenzen::op(op, regio);
            assert_eq!(g.dag, nummer(dag));
            for geboren in g.dag - 24 * 366..g.dag + 366 {
                let vraag = Vraag { vakantieregio: regio, ..Vraag::nieuw(datum_binnen(geboren), op) };
                let a = plicht(&vraag, Recht::op(op)).uitkomst;
                let fase = match a.plicht {
                    Plicht::Leerplichtig => Fase::Leerplicht,
                    Plicht::Kwalificatieplichtig => Fase::Kwalificatieplicht,
                    _ => Fase::Geen,
                };
                assert_eq!(g.fase(geboren), fase, "{dag} {regio:?} {}", vraag.geboortedatum);
                let periode =
                    (fase != Fase::Geen).then(|| (begin_van_plicht(geboren, op, regio), dagnummer(a.leerplicht_einde)));
                assert_eq!(g.periode(geboren), periode, "{dag} {regio:?} {}", vraag.geboortedatum);
                if let Some(begin) = a.leerplicht_begin {
                    assert_eq!(begin_van_plicht(geboren, op, regio), dagnummer(begin));
                }
            }
        }
    }
}

#[test]
fn op_elke_dag_die_er_is_zijn_er_grenzen() {
    for dag in [Date::MIN, Date::MAX, date(-1, 2, 28), date(9990, 8, 1)] {
        let g = Grenzen::op(dag, Vakantieregio::Midden);
        for geboren in [i32::MIN, i32::MIN + 1, -1, 0, i32::MAX - 1, i32::MAX] {
            assert_eq!(g.periode(geboren).is_some(), g.fase(geboren) != Fase::Geen, "{dag} {geboren}");
            assert!(begin_van_plicht(geboren, dag, Vakantieregio::Zuid) > i32::MIN);
        }
    }
    let g = Grenzen::op("2026-11-26".parse().unwrap(), Vakantieregio::Midden);
    assert_eq!([i32::MIN, i32::MAX].map(|b| g.fase(b)), [Fase::Geen; 2]);
}

#[test]
fn de_grenzen_van_een_volgende_dag_zijn_die_van_die_dag_zelf() {
    let stappen = [1, 1, 1, 1, 1, 1, 1, 2, 3, 31, 32, 0, 1, 200, 1, 1];
    for (begin, regio, dagen) in [
        // Over the first data of the calendar, the turn of school years, and a day on which the rule changed.
        ("2025-12-20", Vakantieregio::Noord, 40),
        ("2017-07-25", Vakantieregio::Noord, 40),
        ("2021-07-28", Vakantieregio::Midden, 40),
        ("2026-07-20", Vakantieregio::Zuid, 60),
        ("2030-12-20", Vakantieregio::Midden, 40),
    ] {
        let mut dag: Date = begin.parse().unwrap();
        let mut g = Grenzen::op(dag, regio);
        for stap in stappen.iter().cycle().take(dagen) {
            dag = dag.checked_add(jiff::Span::new().days(*stap)).unwrap();
            g = g.naar(dag, regio);
            assert_eq!(g, Grenzen::op(dag, regio), "{dag} {regio:?}");
        }
        let terug = dag.yesterday().unwrap();
        assert_eq!(g.naar(terug, regio), Grenzen::op(terug, regio));
    }
    let einde = Grenzen::op(Date::MAX, Vakantieregio::Noord);
    assert_eq!(einde.naar(Date::MAX, Vakantieregio::Noord), einde);
}

#[test]
fn over_een_wijziging_van_de_regel_heen_wordt_alles_opnieuw_gevraagd() {
    let verschoven = |van: &str, naar: &str| {
        let g = Grenzen::op(van.parse().unwrap(), Vakantieregio::Midden);
        g.verschoven(naar.parse().unwrap(), Vakantieregio::Midden).is_some()
    };
    // Since 1 January 2026 the rule names the Doorstroompunt.
    for (van, naar, kan) in [
        ("2025-12-30", "2025-12-31", true),
        ("2025-12-31", "2026-01-01", false),
        ("2025-12-15", "2026-01-10", false),
        ("2026-01-01", "2026-01-02", true),
        ("2026-01-02", "2026-01-01", false),
        ("2026-03-01", "2026-04-01", true),
        ("2026-03-01", "2026-04-02", false),
    ] {
        assert_eq!(verschoven(van, naar), kan, "{van} {naar}");
    }
}
