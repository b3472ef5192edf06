use super::*;
use std::collections::BTreeMap;

const VANDAAG: Datum = date(2026, 11, 24);

fn wereld() -> Wereld {
    maak(7, 320, VANDAAG)
}

/// Zekere minuten: ongeoorloofd telt het hele lesuur, te laat de gemiste minuten.
fn zeker(w: &Wereld, nummer: &str, van: Datum, tot: Datum) -> i64 {
    w.markeringen
        .iter()
        .filter(|m| m.leerlingnummer == nummer && (van..=tot).contains(&m.datum))
        .map(|m| match m.status {
            Status::Ongeoorloofd => m.minuten,
            Status::TeLaat => m.minuten_te_laat,
            _ => 0,
        })
        .sum()
}

fn aantal(w: &Wereld, nummer: &str, status: Status) -> usize {
    w.markeringen.iter().filter(|m| m.leerlingnummer == nummer && m.status == status).count()
}

#[test]
fn zelfde_zaad_zelfde_wereld_ander_zaad_andere_wereld() {
    assert!(wereld() == wereld());
    assert!(wereld() != maak(8, 320, VANDAAG));
    assert_eq!(wereld().leerlingen.len(), 320);
    assert_eq!(maak(1, 0, VANDAAG).leerlingen.len(), 16, "de verhalen zijn er altijd");
}

#[test]
fn bsn_is_geldig_uniek_en_verzonnen() {
    let w = wereld();
    let nummers: Vec<String> = w.personen.iter().filter_map(|p| p.bsn.as_ref()).map(Bsn::onthul).collect();
    assert!(nummers.iter().all(|n| n.starts_with("9999") && n.parse::<Bsn>().is_ok()));
    assert_eq!(nummers.iter().collect::<BTreeSet<_>>().len(), nummers.len());
    assert!(nummers.len() > 280 && nummers.len() < 320, "{}", nummers.len());
}

#[test]
fn verhalen_kloppen_op_de_minuut() {
    let w = wereld();
    assert_eq!(zeker(&w, "30001", date(2026, 10, 16), date(2026, 11, 19)), 820);
    assert_eq!(zeker(&w, "30002", date(2026, 9, 11), date(2026, 10, 8)), 16 * 50 + 25);
    let (van, tot) = (date(2026, 10, 24), date(2026, 11, 20));
    for (nummer, minuten) in [
        ("30003", 800),
        ("30004", 795),
        ("30007", 850),
        ("30008", 900),
        ("30009", 850),
        ("30010", 900),
        ("30011", 700),
        ("30012", 60),
        ("30013", 850),
        ("30014", 0),
        ("60002", 18 * 60),
    ] {
        assert_eq!(zeker(&w, nummer, van, tot), minuten, "{nummer}");
        assert_eq!(zeker(&w, nummer, EERSTE_SCHOOLDAG, LAATSTE_DAG), minuten, "{nummer} buiten het venster");
    }
    let laatste = w.markeringen.iter().filter(|m| m.leerlingnummer == "30003").map(|m| m.datum).max();
    assert_eq!(laatste, Some(date(2026, 11, 20)));
    assert_eq!(aantal(&w, "30011", Status::Onbekend), 3);
    assert_eq!(aantal(&w, "30002", Status::Betwist), 1);
    assert_eq!(aantal(&w, "30005", Status::Ongeoorloofd), 34);
    let ziek: BTreeSet<Datum> = w.markeringen.iter().filter(|m| m.leerlingnummer == "30014").map(|m| m.datum).collect();
    assert_eq!(ziek.len(), 10);
    let ziek_daan = w.markeringen.iter().filter(|m| m.leerlingnummer == "30001" && m.status == Status::Ziek).count();
    assert_eq!(ziek_daan, 8 + 5 + 7 + 8 + 6);
}

#[test]
fn alle_gebruikers_zijn_er_en_wijzen_naar_iets_wat_bestaat() {
    let w = wereld();
    let codes: BTreeSet<&str> = w.gebruikers.iter().map(|g| g.code.as_str()).collect();
    for code in "vm-maasveld vm-lyceum vm-roc mentor-maasveld docent-maasveld sl-maasveld lpa-heuveloord lpa-waterdonk lpa-maasrand \
        adm-heuveloord tl-heuveloord dsp-heuveloord dsp2-heuveloord register fg ouder-verhoeven ouder-smit ouder-zonder-gezag \
        ouder-aydogan leerling-selin leerling-17 leerling-19".split_whitespace()
    {
        assert!(codes.contains(code), "{code}");
    }
    assert_eq!(codes.len(), w.gebruikers.len());
    let personen: BTreeSet<&str> = w.personen.iter().map(|p| p.code.as_str()).collect();
    let klassen: BTreeSet<&str> = w.klassen.iter().map(|k| k.code.as_str()).collect();
    assert_eq!(personen.len(), w.personen.len());
    assert_eq!(klassen.len(), w.klassen.len());
    for g in &w.gebruikers {
        assert!(g.persoon.iter().all(|p| personen.contains(p.as_str())), "{}", g.code);
        assert!(g.klassen.iter().all(|k| klassen.contains(k.as_str())), "{}", g.code);
        assert!(g.rollen.iter().all(|(_, o)| w.organisaties.iter().any(|x| x.code == *o)), "{}", g.code);
    }
    assert!(w.gezag.iter().all(|g| personen.contains(g.ouder.as_str()) && personen.contains(g.kind.as_str())));
    assert!(
        w.leerlingen.iter().all(|l| w.gezag.iter().any(|g| g.kind == l.persoon) && klassen.contains(l.klas.as_str()))
    );
}

#[test]
fn markeringen_vallen_op_een_les_en_zijn_uniek() {
    for vandaag in [date(2026, 8, 24), VANDAAG, date(2027, 1, 6), date(2027, 6, 1)] {
        let w = maak(3, 320, vandaag);
        let mut gezien = BTreeSet::new();
        for m in &w.markeringen {
            assert!(schooldag(m.datum), "{m:?}");
            assert!(
                m.status != Status::Aanwezig && m.datum <= vandaag && (m.datum < vandaag || m.lesuur <= 2),
                "{m:?}"
            );
            assert_eq!(m.status == Status::TeLaat, m.minuten_te_laat > 0);
            assert!(gezien.insert((&m.school, &m.leerlingnummer, m.datum, m.lesuur)), "{m:?}");
        }
    }
    let w = wereld();
    let telling = w.markeringen.iter().filter(|m| m.datum == VANDAAG).fold(
        BTreeMap::new(),
        |mut t: BTreeMap<Status, usize>, m| {
            *t.entry(m.status).or_default() += 1;
            t
        },
    );
    assert!(telling.contains_key(&Status::Onbekend) && telling.contains_key(&Status::GeenRegister), "{telling:?}");
}

#[test]
fn bestanden_zonder_bsn_in_drie_dialecten() {
    let w = wereld();
    let map = std::env::temp_dir().join(format!("synthese-{}", std::process::id()));
    schrijf(&w, &map).unwrap();
    let lees = |naam: &str| std::fs::read(map.join(naam)).unwrap();
    let bevat = |bytes: &[u8], deel: &[u8]| bytes.windows(deel.len()).any(|v| v == deel);
    let maasveld = String::from_utf8(lees("maasveld-aanwezigheid.csv")).unwrap();
    assert!(maasveld.starts_with("Leerlingnummer;Datum;Lesuur;Code;Minuten te laat\r\n"), "{}", &maasveld[..60]);
    assert!(maasveld.contains("30001;16-10-2026;5;OA;\r\n") && maasveld.contains("30001;29-10-2026;1;TL;10\r\n"));
    let bestanden: Vec<_> = std::fs::read_dir(&map).unwrap().map(|b| b.unwrap().path()).collect();
    assert_eq!(bestanden.len(), 17);
    let begin: BTreeSet<Vec<u8>> =
        SCHOLEN.iter().map(|s| lees(&format!("{}-aanwezigheid.csv", s.code)).into_iter().take(15).collect()).collect();
    assert_eq!(begin.len(), 3, "Leerlingnummer; / Leerlingnummer, / Stamnummer");
    assert!(
        SCHOLEN.iter().any(|s| String::from_utf8(lees(&format!("{}-aanwezigheid.csv", s.code))).is_err()),
        "Windows-1252"
    );
    for pad in &bestanden {
        let inhoud = std::fs::read(pad).unwrap();
        for bsn in w.personen.iter().filter_map(|p| p.bsn.as_ref()) {
            assert!(!bevat(&inhoud, bsn.onthul().as_bytes()), "{}", pad.display());
        }
        assert!(!bevat(&inhoud, b"\"bsn\""));
    }
    std::fs::remove_dir_all(&map).unwrap();
}
