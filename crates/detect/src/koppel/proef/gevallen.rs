//! A table of cases a jurist can read, and the comparison with yesterday.

use super::*;

/// Name | birth date | enrolments | exemptions | startkwalificatie | day | since when in absolute absence.
const GEVALLEN: &str = "
nooit ingeschreven                     | 2020-05-10 |                                                  |                              |            | 2026-11-26 | 2025-06-02
ingeschreven                           | 2015-03-01 | 2019-08-01..                                     |                              |            | 2026-11-26 | -
uitgeschreven                          | 2015-03-01 | 2019-08-01..2026-10-31                           |                              |            | 2026-11-26 | 2026-11-01
laatste dag van de inschrijving        | 2015-03-01 | 2019-08-01..2026-11-26                           |                              |            | 2026-11-26 | -
de dag erna                            | 2015-03-01 | 2019-08-01..2026-11-26                           |                              |            | 2026-11-27 | 2026-11-27
nieuwe school begint morgen            | 2015-03-01 | 2019-08-01..2026-11-20, 2026-11-27..             |                              |            | 2026-11-26 | 2026-11-21
nieuwe school begint vandaag           | 2015-03-01 | 2019-08-01..2026-11-20, 2026-11-26..             |                              |            | 2026-11-26 | -
twee scholen, de langste telt          | 2015-03-01 | 2024-08-01..2026-09-30, 2025-08-01..2026-05-01   |                              |            | 2026-11-26 | 2026-10-01
begin na einde is geen inschrijving    | 2015-03-01 | 2025-08-01..2026-02-28, 2026-11-30..2026-09-01   |                              |            | 2026-11-26 | 2026-03-01
vier jaar                              | 2022-01-01 |                                                  |                              |            | 2026-11-26 | -
vijf, de maand is om maar op zondag    | 2021-10-31 |                                                  |                              |            | 2026-11-01 | -
vijf, eerste schooldag van de maand    | 2021-10-31 |                                                  |                              |            | 2026-11-02 | 2026-11-02
in juli vijf, zomervakantie            | 2021-07-15 |                                                  |                              |            | 2026-08-30 | -
in juli vijf, na de zomervakantie      | 2021-07-15 |                                                  |                              |            | 2026-08-31 | 2026-08-31
in juni vijf, voor de zomervakantie    | 2021-06-15 |                                                  |                              |            | 2026-07-01 | 2026-07-01
zeven, midden in de zomervakantie      | 2019-01-15 | 2023-01-15..2026-07-17                           |                              |            | 2026-08-03 | 2026-07-18
al voor de leerplicht van school       | 2021-10-31 | 2025-10-31..2026-06-30                           |                              |            | 2026-11-26 | 2026-11-02
schrikkeldag, nog niet begonnen        | 2020-02-29 |                                                  |                              |            | 2025-03-31 | -
schrikkeldag, begonnen                 | 2020-02-29 |                                                  |                              |            | 2025-04-01 | 2025-04-01
vrijgesteld, 5 onder a                 | 2014-02-01 |                                                  | 5a 2024-08-01..              |            | 2026-11-26 | -
vrijgesteld, trekkend bestaan          | 2014-02-01 |                                                  | 5a_trekkend 2026-08-01..2026-11-26 |      | 2026-11-26 | -
vrijstelling begint morgen             | 2014-02-01 | 2018-02-01..2026-11-10                           | 5c 2026-11-27..              |            | 2026-11-26 | 2026-11-11
vrijstelling voorbij                   | 2014-02-01 | 2018-02-01..2024-07-31                           | 5b 2024-08-01..2026-07-31    |            | 2026-11-26 | 2026-08-01
vrijstelling zonder dagen              | 2014-02-01 | 2018-02-01..2024-07-31                           | 5b 2026-08-01..2026-07-31    |            | 2026-11-26 | 2024-08-01
artikel 15 in de leerplicht            | 2014-02-01 | 2018-02-01..2026-07-31                           | 15 2026-08-01..              |            | 2026-11-26 | 2026-08-01
artikel 15 in de kwalificatieplicht    | 2009-09-10 |                                                  | 15 2026-08-01..              |            | 2026-11-26 | -
artikel 15 eindigde in de leerplicht   | 2009-09-10 | 2013-09-10..2025-12-31                           | 15 2026-01-01..2026-07-31    |            | 2026-11-26 | 2026-01-01
artikel 15 eindigde erna               | 2009-09-10 | 2013-09-10..2025-12-31                           | 15 2026-01-01..2026-08-01    |            | 2026-11-26 | 2026-08-02
artikel 15, laatste dag leerplicht     | 2010-07-31 | 2014-08-01..2025-12-31                           | 15 2026-01-01..              |            | 2026-07-31 | 2026-01-01
artikel 15, eerste dag erna            | 2010-07-31 | 2014-08-01..2025-12-31                           | 15 2026-01-01..              |            | 2026-08-01 | -
een dag later geboren, nog leerplicht  | 2010-08-01 | 2014-08-01..2025-12-31                           | 15 2026-01-01..              |            | 2026-08-01 | 2026-01-01
zeventien met diploma van gisteren     | 2009-09-10 | 2013-09-10..2026-10-31                           |                              | 2026-11-25 | 2026-11-26 | -
zeventien met diploma van vandaag      | 2009-09-10 | 2013-09-10..2026-10-31                           |                              | 2026-11-26 | 2026-11-26 | 2026-11-01
diploma in de leerplicht               | 2010-09-10 | 2014-09-10..2026-10-31                           |                              | 2026-06-01 | 2026-11-26 | 2026-11-01
de dag voor achttien                   | 2008-11-27 | 2012-11-27..2026-06-30                           |                              |            | 2026-11-26 | 2026-07-01
achttien                               | 2008-11-26 | 2012-11-26..2026-06-30                           |                              |            | 2026-11-26 | -
schrikkeldag, nog net zeventien        | 2008-02-29 | 2012-02-29..2026-01-31                           |                              |            | 2026-02-28 | 2026-02-01
schrikkeldag, achttien                 | 2008-02-29 | 2012-02-29..2026-01-31                           |                              |            | 2026-03-01 | -
begin buiten de kalendergegevens       | 2010-03-05 |                                                  |                              |            | 2026-11-26 | 2015-04-01
";

fn periode(tekst: &str) -> Periode {
    let (begin, einde) = tekst.trim().split_once("..").unwrap();
    Periode { begin: nummer(begin), einde: if einde.is_empty() { i32::MAX } else { nummer(einde) } }
}

fn stukken<T>(tekst: &str, van: impl Fn(&str) -> T) -> Vec<T> {
    tekst.split(',').map(str::trim).filter(|s| !s.is_empty()).map(van).collect()
}

#[test]
fn de_gevallen_van_de_tabel() {
    let mut geteld = 0;
    for regel in GEVALLEN.lines().filter(|r| !r.is_empty()) {
        let v: Vec<&str> = regel.split('|').map(str::trim).collect();
        let [naam, geboren, inschrijvingen, vrijstellingen, diploma, dag, verwacht] = v[..] else { panic!("{regel}") };
        let f = Feiten {
            geboren: nummer(geboren),
            gemeente: 3,
            inschrijvingen: stukken(inschrijvingen, periode),
            vrijstellingen: stukken(vrijstellingen, |s| {
                let (artikel, p) = s.split_once(' ').unwrap();
                (Artikel::uit_code(artikel).unwrap(), periode(p))
            }),
            startkwalificatie_op: (!diploma.is_empty()).then(|| nummer(diploma)),
        };
        let verwacht: Vec<Verzuim> = (verwacht != "-")
            .then(|| Verzuim { persoon: 10, gemeente: 3, sinds: nummer(verwacht) })
            .into_iter()
            .collect();
        let dag: Date = dag.parse().unwrap();
        let allen = Allen::from([(10, f.clone())]);
        let grenzen = Grenzen::op(dag, Vakantieregio::Midden);
        assert_eq!(volledig(&allen, &grenzen, 1), verwacht, "{naam}");
        assert!(stand(&allen, dag).uitkomst().eq(verwacht.clone()), "{naam}, stand");
        let mut leeg = stand(&Allen::new(), dag);
        let w = leeg.naar(dag, [Mutatie { persoon: 10, feiten: Some(f) }]);
        assert!(leeg.uitkomst().eq(verwacht.clone()), "{naam}, mutatie");
        assert_eq!(w.iter().filter_map(|w| w.is).collect::<Vec<_>>(), verwacht, "{naam}, wijziging");
        geteld += 1;
    }
    assert_eq!(geteld, 39);
}

#[test]
fn een_andere_regio_begint_op_een_andere_dag() {
    // Born in July 2021: after the summer vacation of 2026, which ends on another day in each region.
    let f = Feiten {
        geboren: nummer("2021-07-15"),
        gemeente: 0,
        inschrijvingen: vec![],
        vrijstellingen: vec![],
        startkwalificatie_op: None,
    };
    let sinds = |regio| {
        let grenzen = Grenzen::op("2026-11-26".parse().unwrap(), regio);
        volledig(&Allen::from([(1, f.clone())]), &grenzen, 9).first().map(|v| v.sinds)
    };
    let regios = [Vakantieregio::Noord, Vakantieregio::Midden, Vakantieregio::Zuid];
    let verwacht = regios.map(|r| rules::Kalender::regio(r).eerste_schooldag("2026-08-01".parse().unwrap()));
    assert_eq!(regios.map(sinds), verwacht.map(|d| d.map(dagnummer)));
    assert_ne!(sinds(Vakantieregio::Noord), sinds(Vakantieregio::Midden));
}

#[test]
fn naast_gisteren_is_een_verzuim_nieuw_voortgezet_of_beeindigd() {
    let v = |persoon, gemeente, sinds| Verzuim { persoon, gemeente, sinds };
    let gisteren = [v(1, 1, 10), v(3, 1, 10), v(4, 1, 10), v(9, 2, 10)];
    let vandaag = [v(2, 1, 20), v(3, 1, 10), v(4, 7, 15), v(5, 1, 20)];
    let rijen = toestanden::<()>(&gisteren, &vandaag).unwrap();
    let rijen: Vec<_> =
        rijen.iter().map(|r| (r.verzuim.persoon, r.verzuim.gemeente, r.verzuim.sinds, r.toestand.code())).collect();
    assert_eq!(
        rijen,
        [
            (1, 1, 10, "beeindigd"),
            (2, 1, 20, "nieuw"),
            (3, 1, 10, "voortgezet"),
            (4, 7, 15, "voortgezet"),
            (5, 1, 20, "nieuw"),
            (9, 2, 10, "beeindigd"),
        ]
    );
    let codes = |a: &[Verzuim], b: &[Verzuim]| {
        toestanden::<()>(a, b).unwrap().iter().map(|r| r.toestand.code()).collect::<Vec<_>>()
    };
    assert_eq!(codes(&[], &vandaag), ["nieuw"; 4]);
    assert_eq!(codes(&gisteren, &[]), ["beeindigd"; 4]);
    assert_eq!(codes(&gisteren, &gisteren), ["voortgezet"; 4]);
    let wijziging = |was, is| Wijziging { persoon: 1, was, is }.toestand();
    let een = Some(v(1, 1, 1));
    assert_eq!(
        [wijziging(None, een), wijziging(een, een), wijziging(een, None)],
        [Toestand::Nieuw, Toestand::Voortgezet, Toestand::Beeindigd]
    );
}

#[test]
fn de_artikelen_hebben_de_codes_van_het_contract() {
    assert_eq!(Artikel::ALLE.map(Artikel::code), ["5a", "5b", "5c", "5a_trekkend", "15"]);
    assert!(Artikel::ALLE.iter().all(|a| Artikel::uit_code(a.code()) == Some(*a)));
    assert_eq!(Artikel::uit_code("11f"), None);
}
