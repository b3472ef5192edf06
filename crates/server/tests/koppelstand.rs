//! `leerrecht koppel` with a kept state, through the program itself: which options go together, and exit status 2 for
//! the rest.
#![expect(clippy::unwrap_used, reason = "een toets mag vallen")]

use std::path::Path;
use std::process::Command;

const BESTANDEN: [(&str, &str); 6] = [
    ("p.csv", "persoon,geboortedatum,gemeente\n1,2015-03-01,Heuveloord\n2,2015-03-01,Heuveloord\n"),
    ("i.csv", "persoon,begin,einde\n1,2019-08-01,2026-11-26\n"),
    ("v.csv", "persoon,artikel,begin,einde\n"),
    ("d.csv", "persoon,startkwalificatie_op\n"),
    ("m.csv", "persoon,wat,geboortedatum,gemeente,artikel,begin,einde\n2,weg,,,,,\n3,persoon,2015-03-01,Dorp,,,\n"),
    ("krom.csv", "persoon,wat,geboortedatum,gemeente,artikel,begin,einde\n2,weg,,Dorp,,,\n"),
];
const ALLES: &str = "--personen p.csv --inschrijvingen i.csv --vrijstellingen v.csv --diplomas d.csv";

/// Runs `koppel` in a folder; gives the exit status and what it complained about.
fn koppel(map: &Path, woorden: &str) -> (Option<i32>, String) {
    let mut c = Command::new(env!("CARGO_BIN_EXE_leerrecht"));
    let klaar = c.arg("koppel").args(woorden.split_whitespace()).arg("--stil").current_dir(map).output().unwrap();
    (klaar.status.code(), String::from_utf8(klaar.stderr).unwrap())
}

fn proef() -> tempfile::TempDir {
    let map = tempfile::tempdir().unwrap();
    BESTANDEN.iter().for_each(|(naam, inhoud)| std::fs::write(map.path().join(naam), inhoud).unwrap());
    map
}

#[test]
fn eerst_alles_en_dan_alleen_wat_veranderde() {
    let map = proef();
    let (van, goed) = (map.path(), (Some(0), String::new()));
    assert_eq!(koppel(van, &format!("{ALLES} --stand s --peildatum 2026-11-26 --uit een.csv")), goed);
    assert_eq!(koppel(van, "--stand s --mutaties m.csv --peildatum 2026-11-27 --uit twee.csv"), goed);
    let lees = |naam: &str| std::fs::read_to_string(van.join(naam)).unwrap();
    assert_eq!(lees("een.csv"), "persoon,gemeente,sinds,toestand\n2,Heuveloord,2020-04-01,nieuw\n");
    assert_eq!(
        lees("twee.csv"),
        "persoon,gemeente,sinds,toestand\n1,Heuveloord,2026-11-27,nieuw\n2,Heuveloord,2020-04-01,beeindigd\n\
         3,Dorp,2020-04-01,nieuw\n"
    );
}

#[test]
fn wat_niet_samengaat_geeft_status_2_en_laat_niets_achter() {
    let map = proef();
    let van = map.path();
    assert_eq!(koppel(van, &format!("{ALLES} --stand s --peildatum 2026-11-26 --uit een.csv")).0, Some(0));
    for (woorden, klacht) in [
        ("--mutaties m.csv".to_owned(), "Er ontbreekt: --stand <MAP>"),
        ("--stand s".to_owned(), "Er ontbreekt: --personen"),
        ("--personen p.csv --inschrijvingen i.csv --diplomas d.csv".to_owned(), "Er ontbreekt: --vrijstellingen"),
        ("--stand s --mutaties m.csv --regio noord".to_owned(), "Dit kan niet samen met --"),
        ("--stand s --mutaties m.csv --regio midden".to_owned(), "Dit kan niet samen met --"),
        ("--stand s --mutaties m.csv --gisteren een.csv".to_owned(), "Dit kan niet samen met --"),
        ("--stand s --mutaties m.csv --personen p.csv".to_owned(), "Dit kan niet samen met --"),
        (format!("{ALLES} --stand s --mutaties m.csv"), "Dit kan niet samen met --"),
        (
            "--stand s --mutaties krom.csv".to_owned(),
            "krom.csv, kolom gemeente, rij 1: persoon 2: deze waarde hoort hier niet.",
        ),
        ("--stand geen --mutaties m.csv".to_owned(), "geen: hier staat geen koppelstand."),
    ] {
        let (status, fout) = koppel(van, &format!("{woorden} --peildatum 2026-11-27 --uit twee.csv"));
        assert_eq!(status, Some(2), "{woorden}: {fout}");
        assert!(fout.contains(klacht) && fout.lines().count() == 1, "{woorden}: {fout}");
        assert!(!van.join("twee.csv").exists() && !van.join("geen").exists(), "{woorden}");
    }
}
