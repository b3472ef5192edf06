//! Op elke dag van 1 augustus 2009 tot en met 31 juli 2035 geeft elke regel een antwoord, met de versie van die dag.

mod gemeen;

use gemeen::{VANDAAG, vragen};
use jiff::ToSpan;
use jiff::civil::{Date, date};
use regelvraag::{RegelInfo, regels};
use serde_json::{Value, json};

const EERSTE: Date = date(2009, 8, 1);
const LAATSTE: Date = date(2035, 7, 31);

/// De vakanties van de regio's zijn alleen hier bekend (CR-06).
const VAKANTIES: (Date, Date) = (date(2017, 8, 1), date(2030, 7, 31));

fn datum(v: &Value) -> Option<Date> {
    v.as_str().filter(|t| t.len() == 10).and_then(|t| t.parse().ok())
}

/// Verschuift elke datum in een vraag evenveel dagen.
fn schuif(v: &mut Value, dagen: i64, datums: &mut Vec<Date>) {
    match v {
        Value::Object(m) => m.values_mut().for_each(|w| schuif(w, dagen, datums)),
        Value::Array(l) => l.iter_mut().for_each(|w| schuif(w, dagen, datums)),
        andere => {
            if let Some(d) = datum(andere) {
                let nieuw = d.saturating_add(dagen.days());
                datums.push(nieuw);
                *andere = Value::String(nieuw.to_string());
            }
        }
    }
}

/// Dezelfde vraag, een aantal dagen eerder of later.
fn op_dag(info: &RegelInfo, basis: &Value, dag: Date) -> Value {
    let peil = datum(&basis["peildatum"]).unwrap_or(VANDAAG);
    let dagen = peil.until(dag).map_or(0, |s| i64::from(s.get_days()));
    let mut v = basis.clone();
    let mut datums = vec![dag];
    schuif(&mut v, dagen, &mut datums);
    v["peildatum"] = json!(dag.to_string());
    // Alleen een jaar, of een jaar en een maand: het jaar schuift mee.
    if let Some(t) = basis["geboortedatum_onvolledig"].as_str() {
        let jaar: i16 = t[..4].parse().unwrap_or(2000);
        v["geboortedatum_onvolledig"] = json!(format!("{:04}{}", jaar + dag.year() - peil.year(), &t[4..]));
    }
    let Value::Object(m) = &mut v else { panic!("{}: geen object", info.regel.naam) };
    // Deze toets gaat over het recht van de dag zelf.
    m.remove("recht");
    let eigen_kalender = info.vraag.iter().any(|f| f.naam == "kalender");
    let bekend = |d: &Date| VAKANTIES.0 <= *d && *d <= VAKANTIES.1;
    if eigen_kalender && m.get("vakantieregio").is_some_and(|r| !r.is_null()) && !datums.iter().all(bekend) {
        m.remove("vakantieregio");
        m.insert("kalender".to_owned(), json!({}));
    }
    v
}

/// Elke regel, elke dag: een antwoord met versie, grond, reden en stap.
fn elke_dag(info: &RegelInfo) -> Result<usize, String> {
    let naam = info.regel.naam;
    let (basis, _) = vragen(info);
    let mut gezien: Vec<&str> = Vec::new();
    let mut dag = EERSTE;
    let mut aantal = 0;
    while dag <= LAATSTE {
        let vraag = op_dag(info, &basis, dag);
        let a = info.vraag(&vraag, VANDAAG).map_err(|f| format!("{naam} op {dag}: {f}\n   {vraag}"))?;
        let compleet = !a.grondslag.is_empty()
            && a.grondslag.iter().all(|g| !g.bron.trim().is_empty() && !g.artikel.trim().is_empty())
            && a.toelichting.iter().any(|t| !t.trim().is_empty())
            && a.pad.iter().any(|s| !s.vraag.is_empty() && !s.antwoord.is_empty());
        if !compleet {
            return Err(format!("{naam} op {dag}: grond, reden of stap ontbreekt\n   {vraag}\n   {}", a.json()));
        }
        // De laatste versie die op of voor deze dag begon, of anders de eerste.
        let versies = info.regel.versies;
        let mut verwacht = versies[0].naam;
        for v in versies {
            if v.vanaf <= dag {
                verwacht = v.naam;
            }
        }
        if a.versie != verwacht || a.regel != naam {
            return Err(format!("{naam} op {dag}: versie {} in plaats van {verwacht}", a.versie));
        }
        if !info.regel.uitkomsten.iter().any(|u| u.code == a.uitkomst) {
            return Err(format!("{naam} op {dag}: uitkomst {} staat niet in de lijst", a.uitkomst));
        }
        if !gezien.contains(&a.versie) {
            gezien.push(a.versie);
        }
        aantal += 1;
        dag = dag.saturating_add(1.day());
    }
    let mut in_bereik = info.regel.versies.iter().filter(|v| v.vanaf <= LAATSTE).map(|v| v.naam);
    match in_bereik.rfind(|v| !gezien.contains(v)) {
        Some(ongebruikt) => Err(format!("{naam}: versie {ongebruikt} geldt op geen enkele dag")),
        None => Ok(aantal),
    }
}

#[test]
fn elke_regel_geeft_elke_dag_een_antwoord_met_de_versie_van_die_dag() {
    let uitslagen: Vec<Result<usize, String>> = std::thread::scope(|s| {
        let draden: Vec<_> = regels().iter().map(|info| s.spawn(|| elke_dag(info))).collect();
        draden.into_iter().map(|d| d.join().unwrap_or_else(|_| Err("paniek, zie hierboven".to_owned()))).collect()
    });
    let fouten: Vec<&String> = uitslagen.iter().filter_map(|u| u.as_ref().err()).collect();
    assert!(fouten.is_empty(), "{fouten:#?}");
    assert!(uitslagen.iter().all(|u| *u == Ok(9_496)), "{uitslagen:?}");
}

#[test]
fn versies_volgen_elkaar_op_en_heten_naar_hun_eerste_dag() {
    for info in regels() {
        let versies = info.regel.versies;
        assert!(!versies.is_empty(), "{}", info.regel.naam);
        for paar in versies.windows(2) {
            assert!(paar[0].vanaf < paar[1].vanaf, "{}: {} en {}", info.regel.naam, paar[0].naam, paar[1].naam);
        }
        for v in versies {
            assert_eq!(v.naam, v.vanaf.to_string(), "{}", info.regel.naam);
            assert!(!v.wat.trim().is_empty(), "{} {}", info.regel.naam, v.naam);
        }
    }
}
