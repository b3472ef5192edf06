use super::*;
use domain::aanwezigheid::Status;
use domain::waarden::Bsn;
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
    assert_eq!(maak(1, 0, VANDAAG).leerlingen.len(), 32, "de verhalen zijn er altijd");
}

#[test]
fn bsn_is_geldig_uniek_en_verzonnen() {
    let w = wereld();
    let nummers: Vec<String> = w.personen.iter().filter_map(|p| p.bsn.as_ref()).map(Bsn::onthul).collect();
    assert!(nummers.iter().all(|n| n.starts_with("9999") && n.parse::<Bsn>().is_ok()));
    assert_eq!(nummers.iter().collect::<BTreeSet<_>>().len(), nummers.len());
    assert!(nummers.len() > 285 && nummers.len() < 330, "{}", nummers.len());
}

#[test]
fn verhalen_kloppen_op_de_minuut() {
    let w = wereld();
    assert_eq!(zeker(&w, "30001", date(2026, 10, 16), date(2026, 11, 19)), 820);
    let (van, tot) = (date(2026, 10, 24), date(2026, 11, 20));
    for (nummer, minuten) in [
        ("30003", 16 * 50),
        ("30004", 15 * 50 + 45),
        ("30007", 17 * 50),
        ("30010", 0),
        ("30012", 20),
        ("40003", 16 * 5),
        ("80002", 15 * 45 + 40),
        ("10003", 7 * 60),
        ("20001", 0),
    ] {
        assert_eq!(zeker(&w, nummer, van, tot), minuten, "{nummer}");
    }
    assert_eq!(zeker(&w, "40001", date(2026, 10, 5), date(2026, 11, 6)), 16 * 50, "over de herfstvakantie");
    assert_eq!(zeker(&w, "10001", date(2026, 10, 15), date(2026, 10, 26)), 15 * 60, "rond de herfstvakantie");
    assert_eq!(zeker(&w, "40002", EERSTE_SCHOOLDAG, LAATSTE_DAG), 0, "het moet nog gebeuren");
    assert_eq!(aantal(&w, "10002", Status::TeLaat), 12);
    assert_eq!(aantal(&w, "40003", Status::TeLaat), 16);
    assert_eq!(aantal(&w, "70002", Status::Betwist), 3);
    assert_eq!(aantal(&w, "20001", Status::Ziek), 46);
    let na_kerst = maak(7, 320, date(2027, 2, 1));
    assert_eq!(zeker(&na_kerst, "40002", date(2026, 12, 7), date(2027, 1, 15)), 16 * 50, "over de kerstvakantie");
}

#[test]
fn geen_les_van_een_verhaal_valt_buiten_het_rooster() {
    let w = maak(7, 0, date(2027, 2, 5));
    let bekenden = "30001 30002 30003 30004 30005 30007 30008 30009 30011 30012 30013 30014 30010 50001 50002 60002";
    let er = |nummer: &&str| w.markeringen.iter().any(|m| m.leerlingnummer == **nummer);
    assert!(bekenden.split_whitespace().all(|n| er(&n)));
    for m in verhalen::vast() {
        for les in m.2 {
            let zelfde =
                |x: &&Markering| x.leerlingnummer == m.0 && x.datum == m.1 && x.lesuur == *les && x.status == m.3;
            assert!(w.markeringen.iter().any(|x| zelfde(&x)), "{m:?} {les}");
        }
    }
}

#[test]
fn gewone_leerlingen_blijven_buiten_de_lijsten() {
    for (zaad, dag) in [(7, VANDAAG), (7, date(2027, 2, 1)), (9901, date(2026, 11, 23))] {
        let w = maak(zaad, 150, dag);
        for l in w.leerlingen.iter().filter(|l| !verhalen::is_verhaal(&l.leerlingnummer)) {
            let som = zeker(&w, &l.leerlingnummer, dag.saturating_sub(35.days()), dag);
            assert!(som < 6 * 45, "{} {som}", l.leerlingnummer);
            assert!(!matches!(l.klas.as_str(), "maasveld/3B" | "maasveld/3C" | "lyceum/5V" | "roc/MZ2A"));
        }
    }
}

#[test]
fn de_regio_heeft_alles() {
    let w = maak(7, 150, VANDAAG);
    let soorten: BTreeSet<&str> = w.organisaties.iter().filter_map(|o| o.onderwijssoort).map(|s| s.code()).collect();
    assert_eq!(soorten, ["havo", "mbo_bol", "particulier", "po", "pro", "so", "vavo", "vmbo"].into());
    let gezag: BTreeSet<&str> = w.gezag.iter().map(|g| g.soort.as_str()).collect();
    assert_eq!(gezag, ["eenhoofdig", "geen", "gezamenlijk", "voogdij"].into());
    let mens = |code: &str| w.personen.iter().find(|p| p.code == code).unwrap();
    let leeftijden: Vec<i32> =
        w.leerlingen.iter().map(|l| i32::from(rules::leeftijd(mens(&l.persoon).geboortedatum, VANDAAG))).collect();
    assert_eq!((leeftijden.iter().min(), leeftijden.iter().max()), (Some(&4), Some(&27)));
    assert!(w.gezag.iter().any(|g| g.soort == "gezamenlijk" && mens(&g.ouder).adres != mens(&g.kind).adres));
    assert!(
        w.gezag
            .iter()
            .any(|g| mens(&g.ouder).geheim && w.gebruikers.iter().any(|u| u.persoon.as_ref() == Some(&g.ouder)))
    );
    assert!(w.leerlingen.iter().any(|l| mens(&l.persoon).gemeente.is_none()));
    let bekend = |p: &Persoon| (p.voornamen.clone(), p.achternaam.clone());
    let namen: BTreeSet<_> = w
        .leerlingen
        .iter()
        .filter(|l| verhalen::is_verhaal(&l.leerlingnummer))
        .map(|l| bekend(mens(&l.persoon)))
        .collect();
    let andere = w.leerlingen.iter().filter(|l| !verhalen::is_verhaal(&l.leerlingnummer));
    assert!(
        andere.map(|l| bekend(mens(&l.persoon))).all(|n| !namen.contains(&n)),
        "niemand heet als een ander verhaal"
    );
}

#[test]
fn alle_gebruikers_zijn_er_en_wijzen_naar_iets_wat_bestaat() {
    let w = wereld();
    let codes: BTreeSet<&str> = w.gebruikers.iter().map(|g| g.code.as_str()).collect();
    for code in "vm-maasveld vm-lyceum vm-roc mentor-maasveld docent-maasveld sl-maasveld lpa-heuveloord lpa-waterdonk lpa-maasrand \
        adm-heuveloord tl-heuveloord dsp-heuveloord dsp2-heuveloord register fg ouder-verhoeven ouder-smit ouder-zonder-gezag \
        ouder-aydogan ouder-mertens voogd-rozendal ouder-ter-braak leerling-15 leerling-17 leerling-19".split_whitespace()
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
    assert!(w.leerlingen.iter().all(|l| klassen.contains(l.klas.as_str())
        && (verhalen::is_verhaal(&l.leerlingnummer) || w.gezag.iter().any(|g| g.kind == l.persoon))));
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
    let nummers: BTreeSet<String> = w.personen.iter().filter_map(|p| p.bsn.as_ref()).map(Bsn::onthul).collect();
    let is_bsn =
        |deel: &[u8]| deel.starts_with(b"9999") && std::str::from_utf8(deel).is_ok_and(|d| nummers.contains(d));
    for pad in &bestanden {
        let inhoud = std::fs::read(pad).unwrap();
        assert!(!inhoud.windows(9).any(is_bsn), "{}", pad.display());
        assert!(!bevat(&inhoud, b"\"bsn\""));
    }
    std::fs::remove_dir_all(&map).unwrap();
}
