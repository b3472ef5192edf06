//! The first door as a supplier uses it: every rule, asked with every case of its tables, through the program itself.
#![expect(clippy::unwrap_used, reason = "een toets mag vallen")]

use regelvraag::{RegelInfo, geval, regels, schema};
use serde_json::Value;
use std::io::Write;
use std::process::{Command, Stdio};

/// Runs `leerrecht regel …` with this input; gives the exit status, the lines it printed and what it complained about.
fn leerrecht(woorden: &[&str], invoer: &str) -> (Option<i32>, Vec<String>, String) {
    let mut kind = Command::new(env!("CARGO_BIN_EXE_leerrecht"))
        .arg("regel")
        .args(woorden)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = kind.stdin.take().unwrap();
    let invoer = invoer.to_owned();
    let schrijver = std::thread::spawn(move || {
        // A program that stops early (an unknown rule) reads nothing.
        let _ = stdin.write_all(invoer.as_bytes());
    });
    let klaar = kind.wait_with_output().unwrap();
    schrijver.join().unwrap();
    let uit = String::from_utf8(klaar.stdout).unwrap();
    (klaar.status.code(), uit.lines().map(str::to_owned).collect(), String::from_utf8(klaar.stderr).unwrap())
}

/// The questions of the case tables that have an answer.
fn vragen(info: &RegelInfo) -> Vec<String> {
    let dag = jiff::civil::date(2026, 11, 24);
    let gevallen = geval::tabellen(info).unwrap().into_iter().flat_map(|t| t.gevallen);
    gevallen.filter(|g| info.vraag(&g.vraag, dag).is_ok()).map(|g| g.vraag.to_string()).collect()
}

fn verplicht(info: &RegelInfo) -> Vec<String> {
    let schema = schema::antwoord(info);
    let velden = schema.get("required").and_then(Value::as_array).unwrap();
    velden.iter().map(|v| v.as_str().unwrap().to_owned()).collect()
}

#[test]
fn de_lijst_noemt_elke_regel_met_doel_en_schema() {
    let (status, kaal, _) = leerrecht(&["lijst"], "");
    assert_eq!(status, Some(0));
    let (_, json, _) = leerrecht(&["lijst", "--json"], "");
    assert_eq!((kaal.len(), json.len()), (regels().len(), regels().len()));
    for ((info, kaal), json) in regels().iter().zip(kaal).zip(json) {
        assert!(kaal.starts_with(info.regel.naam) && kaal.ends_with(info.regel.doel), "{kaal}");
        let json: Value = serde_json::from_str(&json).unwrap();
        assert_eq!(json.get("regel").and_then(Value::as_str), Some(info.regel.naam));
        assert!(json.pointer("/vraag/properties").is_some() && json.pointer("/antwoord/required").is_some());
    }
}

#[test]
fn elke_regel_beantwoordt_een_goede_vraag_met_alle_verplichte_velden() {
    for info in regels() {
        let naam = info.regel.naam;
        let vragen = vragen(info);
        let (status, uit, _) = leerrecht(&["toets", naam], &vragen.join("\n"));
        assert_eq!((status, uit.len()), (Some(0), vragen.len()), "{naam}");
        assert!(uit.len() > 10, "{naam}");
        let verplicht = verplicht(info);
        assert!(verplicht.iter().any(|v| v == "uitkomst") && verplicht.iter().any(|v| v == "grondslag"), "{naam}");
        for (vraag, antwoord) in vragen.iter().zip(&uit) {
            let json: Value = serde_json::from_str(antwoord).unwrap();
            for veld in &verplicht {
                assert!(json.get(veld).is_some(), "{naam}: {veld} ontbreekt bij {vraag}: {antwoord}");
            }
        }
    }
}

#[test]
fn elke_regel_zegt_fout_en_geeft_status_2_bij_een_vraag_die_niet_kan() {
    let krom = [
        "geen json",
        "[]",
        "{}",
        r#"{"onbekend":1}"#,
        r#"{"peildatum":"2026-02-30"}"#,
        "{\"a\":\"\u{0}\"}",
        "\"",
        "null",
    ];
    for info in regels() {
        let naam = info.regel.naam;
        for vraag in krom {
            let (status, uit, klacht) = leerrecht(&["toets", naam], vraag);
            assert_eq!((status, uit.len()), (Some(2), 1), "{naam}: {vraag} {uit:?} {klacht}");
            let json: Value = serde_json::from_str(uit.first().unwrap()).unwrap();
            assert!(json.get("fout").is_some() && json.get("uitkomst").is_none(), "{naam}: {vraag}: {json}");
            assert!(!klacht.contains("panicked"), "{naam}: {klacht}");
        }
        // One wrong question between good ones: the others keep their answer.
        let goed = vragen(info).into_iter().next().unwrap();
        let (status, uit, _) = leerrecht(&["toets", naam], &format!("{goed}\n{{}}\n{goed}"));
        assert_eq!(status, Some(2), "{naam}");
        assert_eq!(uit.iter().map(|r| r.contains("\"fout\"")).collect::<Vec<_>>(), [false, true, false], "{naam}");
    }
    let (status, uit, klacht) = leerrecht(&["toets", "bestaat_niet"], "{}");
    assert_eq!((status, uit.len()), (Some(2), 0));
    assert!(klacht.contains("Onbekende regel"), "{klacht}");
}

#[test]
fn een_ontvangst_herhaalt_en_een_veranderde_valt_op() {
    for info in regels() {
        let naam = info.regel.naam;
        let vragen = vragen(info);
        let (status, ontvangsten, _) = leerrecht(&["toets", naam, "--ontvangst"], &vragen.join("\n"));
        assert_eq!((status, ontvangsten.len()), (Some(0), vragen.len()), "{naam}");
        let (status, uit, _) = leerrecht(&["herhaal"], &ontvangsten.join("\n"));
        assert_eq!((status, uit.len()), (Some(0), vragen.len()), "{naam}: {uit:?}");
        let mut een: Value = serde_json::from_str(ontvangsten.first().unwrap()).unwrap();
        *een.get_mut("versie").unwrap() = "1999-01-01".into();
        assert_eq!(leerrecht(&["herhaal"], &een.to_string()).0, Some(1), "{naam}: {een}");
    }
    assert_eq!(leerrecht(&["herhaal"], "geen ontvangst").0, Some(2));
}
