//! `koppel` on files: a table of small cases, and the same outcome from text, from Parquet and in any order.
#![expect(clippy::unwrap_used, reason = "een toets mag vallen")]

use arrow_array::{ArrayRef, Date32Array, RecordBatch, StringArray, UInt32Array};
use detect::{Fout, Koppelbestanden, dagnummer};
use jiff::civil::{Date, date};
use parquet::arrow::ArrowWriter;
use rules::Vakantieregio;
use std::fs::File;
use std::path::Path;
use std::sync::Arc;

const PEIL: Date = date(2026, 11, 2);

const PERSONEN: &str = "persoon,geboortedatum,gemeente
1,2015-03-01,Heuveloord
2,2015-03-01,Heuveloord
3,2015-03-01,\"Aan de Maas, Noord\"
4,2009-03-01,Heuveloord
5,2009-03-01,Heuveloord
6,2022-11-01,Heuveloord
7,2007-01-01,Heuveloord
8,2009-03-01,Dorp
9,2015-05-05,Dorp
";
const INSCHRIJVINGEN: &str = "persoon,begin,einde
1,2019-08-01,
2,2019-08-01,2026-09-30
9,2019-08-01,2026-10-01
9,2026-10-10,2026-10-20
";
const VRIJSTELLINGEN: &str = "persoon,artikel,begin,einde
3,5b,2020-03-01,
8,15,2026-08-01,2026-10-31
";
const DIPLOMAS: &str = "persoon,startkwalificatie_op
5,2026-06-30
";

fn zet(map: &Path, personen: &str, inschrijvingen: &str) -> Koppelbestanden {
    let een = |naam: &str, inhoud: &str| {
        std::fs::write(map.join(naam), inhoud).unwrap();
        map.join(naam)
    };
    Koppelbestanden {
        personen: een("personen.csv", personen),
        inschrijvingen: een("inschrijvingen.csv", inschrijvingen),
        vrijstellingen: een("vrijstellingen.csv", VRIJSTELLINGEN),
        diplomas: een("diplomas.csv", DIPLOMAS),
        gisteren: None,
    }
}

fn uitkomst(k: &Koppelbestanden) -> Vec<String> {
    let (rijen, namen) = k.koppel(PEIL, Vakantieregio::Midden).unwrap();
    rijen
        .iter()
        .map(|r| {
            let v = &r.verzuim;
            format!("{} {} {} {}", v.persoon, namen.naam(v.gemeente), detect::datum(v.sinds), r.toestand.code())
        })
        .collect()
}

/// Who, where, since when.
const GOED: [&str; 4] = [
    // Enrolled until the end of September.
    "2 Heuveloord 2026-10-01 nieuw",
    // 17, never enrolled: since the duty began. The calendar does not know 2014: the first of the month after the birthday.
    "4 Heuveloord 2014-04-01 nieuw",
    // 17, exempt under article 15 until the end of October.
    "8 Dorp 2026-11-01 nieuw",
    // Two schools one after the other, and then none.
    "9 Dorp 2026-10-21 nieuw",
];

#[test]
fn wie_nergens_staat_en_sinds_wanneer() {
    let map = tempfile::tempdir().unwrap();
    assert_eq!(uitkomst(&zet(map.path(), PERSONEN, INSCHRIJVINGEN)), GOED);
}

#[test]
fn de_volgorde_van_de_regels_doet_er_niet_toe() {
    let map = tempfile::tempdir().unwrap();
    let andersom = |t: &str| {
        let (kop, rest) = t.split_once('\n').unwrap();
        let mut regels: Vec<&str> = rest.lines().collect();
        regels.reverse();
        format!("{kop}\n{}\n", regels.join("\n"))
    };
    assert_eq!(uitkomst(&zet(map.path(), &andersom(PERSONEN), &andersom(INSCHRIJVINGEN))), GOED);
}

#[test]
fn parquet_geeft_hetzelfde_ook_als_het_niet_op_volgorde_staat() {
    let map = tempfile::tempdir().unwrap();
    let mut k = zet(map.path(), PERSONEN, INSCHRIJVINGEN);
    let rijen: Vec<Vec<&str>> =
        PERSONEN.lines().skip(1).map(|r| r.splitn(3, ',').map(|c| c.trim_matches('"')).collect()).collect();
    for omgekeerd in [false, true] {
        let op = |i: usize| rijen[if omgekeerd { rijen.len() - 1 - i } else { i }].clone();
        let kolom = |c: usize| (0..rijen.len()).map(move |i| op(i)[c]);
        let blok = RecordBatch::try_from_iter([
            ("gemeente", Arc::new(StringArray::from_iter_values(kolom(2))) as ArrayRef),
            ("persoon", Arc::new(UInt32Array::from_iter_values(kolom(0).map(|p| p.parse().unwrap())))),
            ("geboortedatum", Arc::new(Date32Array::from_iter_values(kolom(1).map(|d| dagnummer(d.parse().unwrap()))))),
        ])
        .unwrap();
        k.personen = map.path().join("personen.parquet");
        let mut w = ArrowWriter::try_new(File::create(&k.personen).unwrap(), blok.schema(), None).unwrap();
        w.write(&blok).unwrap();
        w.close().unwrap();
        assert_eq!(uitkomst(&k), GOED);
    }
}

#[test]
fn met_gisteren_is_te_zien_wie_nieuw_is_en_wie_niet_meer() {
    let map = tempfile::tempdir().unwrap();
    let mut k = zet(map.path(), PERSONEN, INSCHRIJVINGEN);
    for soort in ["csv", "parquet"] {
        let gisteren = map.path().join(format!("gisteren.{soort}"));
        // Yesterday person 4 was enrolled nowhere either; person 1 was not enrolled yet; person 7 had ended before.
        let toen = "persoon,gemeente,sinds,toestand\n1,Heuveloord,2020-04-01,voortgezet\n4,Heuveloord,2014-04-01,nieuw\n7,Heuveloord,2012-02-01,beeindigd\n";
        std::fs::write(map.path().join("toen.csv"), toen).unwrap();
        k.gisteren = Some(map.path().join("toen.csv"));
        if soort == "parquet" {
            // The outcome of one day is what the next day reads.
            let (rijen, namen) = k.koppel(PEIL, Vakantieregio::Midden).unwrap();
            detect::schrijf_koppeling(&gisteren, &rijen, &namen).unwrap();
            k.gisteren = Some(gisteren);
            let nu = uitkomst(&k);
            assert!(nu.iter().all(|r| r.ends_with("voortgezet")), "{nu:?}");
            assert_eq!(nu.len(), GOED.len());
        } else {
            assert_eq!(
                uitkomst(&k),
                [
                    "1 Heuveloord 2020-04-01 beeindigd",
                    "2 Heuveloord 2026-10-01 nieuw",
                    "4 Heuveloord 2014-04-01 voortgezet",
                    "8 Dorp 2026-11-01 nieuw",
                    "9 Dorp 2026-10-21 nieuw",
                ]
            );
        }
    }
}

#[test]
fn wat_er_mis_is_staat_erbij() {
    let map = tempfile::tempdir().unwrap();
    let fout = |p: &str, i: &str| -> Fout { zet(map.path(), p, i).koppel(PEIL, Vakantieregio::Midden).err().unwrap() };
    let met = |r: &str| format!("{PERSONEN}{r}\n");
    for (personen, inschrijvingen, kolom, woord, rij) in [
        (met("9,2015-05-05,Dorp"), INSCHRIJVINGEN.to_owned(), None, "twee keer", None),
        (met("x,2015-05-05,Dorp"), INSCHRIJVINGEN.to_owned(), Some("persoon"), "kan niet", Some(10)),
        (met("10,2015-02-30,Dorp"), INSCHRIJVINGEN.to_owned(), Some("geboortedatum"), "kan niet", Some(10)),
        (met("10,2015-02-03,"), INSCHRIJVINGEN.to_owned(), Some("gemeente"), "kan niet", Some(10)),
        (met("10,2015-02-03"), INSCHRIJVINGEN.to_owned(), None, "aantal kolommen", Some(10)),
        (PERSONEN.replace("gemeente", "plaats"), INSCHRIJVINGEN.to_owned(), Some("gemeente"), "ontbreekt", None),
        (PERSONEN.to_owned(), format!("{INSCHRIJVINGEN}9,,2026-01-01\n"), Some("begin"), "kan niet", Some(5)),
    ] {
        let f = fout(&personen, &inschrijvingen);
        assert!(f.to_string().contains(woord), "{f}");
        assert_eq!(f.kolom.as_deref(), kolom, "{f}");
        assert!(!f.herstel.is_empty());
        assert_eq!(f.rij, rij, "{f}");
    }
}
