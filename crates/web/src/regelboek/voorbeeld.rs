//! The rule of sixteen hours as a picture: the lessons of a question on the strip, with the window drawn around them.

use crate::toon::datum_kort;
use beeld::{Opmaak, Strook, Strookcel, Strookweek, strook_met, strook_tabel};
use jiff::ToSpan;
use jiff::civil::Date;
use regelvraag::{Antwoord, RegelInfo, geval};
use rules::{Kalender, Periode, Vakantieregio};
use serde_json::Value;

/// A picture of a longer period says nothing any more.
const LANGSTE_DAGEN: i32 = 300;

/// The strip and its table.
pub(crate) struct Plaatje {
    pub(crate) kop: String,
    pub(crate) strook: String,
    pub(crate) tabel: String,
}

struct Les {
    datum: Date,
    lesuur: usize,
    status: String,
    zeker: i64,
    mogelijk: i64,
}

/// The picture of an answer, or of the case that shows most when nobody asked anything yet.
pub(crate) fn plaatje(info: &'static RegelInfo, gevraagd: Option<(&Value, &Antwoord)>) -> Option<Plaatje> {
    if info.regel.naam != "venster" {
        return None;
    }
    if let Some((vraag, antwoord)) = gevraagd {
        return teken("Uw vraag op de leskalender".to_owned(), vraag, antwoord);
    }
    let tabellen = geval::tabellen(info).ok()?;
    let (g, a) = tabellen
        .iter()
        .flat_map(|t| &t.gevallen)
        .filter_map(|g| Some((g, info.vraag(&g.vraag, jiff::civil::date(2026, 11, 23)).ok()?)))
        .filter(|(g, a)| a.uitkomst == "drempel_bereikt" && !g.vraag["kalender"]["vakanties"].is_null())
        .max_by_key(|(g, _)| g.vraag["lessen"].as_array().map_or(0, Vec::len))?;
    teken(format!("Voorbeeld: {}", g.naam), &g.vraag, &a)
}

fn dag(v: &Value) -> Option<Date> {
    v.as_str()?.parse().ok()
}

fn kalender(vraag: &Value) -> Kalender {
    if let Some(r) = vraag["vakantieregio"].as_str().and_then(Vakantieregio::uit_code) {
        return Kalender::regio(r);
    }
    let lijst = |naam: &str| vraag["kalender"][naam].as_array().cloned().unwrap_or_default();
    let vrij = lijst("vrije_dagen").iter().filter_map(dag).collect();
    let vakanties = lijst("vakanties")
        .iter()
        .filter_map(|p| Some(Periode { begin: dag(&p["begin"])?, einde: dag(&p["einde"])? }))
        .collect();
    Kalender::eigen(vrij, vakanties)
}

fn lessen(vraag: &Value) -> Vec<Les> {
    let heel = vraag["te_laat_telt"] == "heel_lesuur";
    let les = |l: &Value| {
        let minuten = l["minuten"].as_i64()?;
        let status = l["status"].as_str()?.to_owned();
        let (zeker, extra) = match status.as_str() {
            "ongeoorloofd" => (minuten, 0),
            "te_laat" if heel => (minuten, 0),
            "te_laat" => (l["minuten_te_laat"].as_i64()?, 0),
            "onbekend" | "betwist" => (0, minuten),
            _ => (0, 0),
        };
        let lesuur = usize::try_from(l["lesuur"].as_i64()?).ok()?;
        Some(Les { datum: dag(&l["datum"])?, lesuur, status, zeker, mogelijk: zeker + extra })
    };
    vraag["lessen"].as_array().map(|l| l.iter().filter_map(les).collect()).unwrap_or_default()
}

fn teken(kop: String, vraag: &Value, antwoord: &Antwoord) -> Option<Plaatje> {
    let (kalender, lessen) = (kalender(vraag), lessen(vraag));
    let eerste = lessen.iter().map(|l| l.datum).min()?;
    let laatste = lessen.iter().map(|l| l.datum).max()?;
    if eerste.until(laatste).ok()?.get_days() > LANGSTE_DAGEN {
        return None;
    }
    let maandag = |d: Date| d.saturating_sub(i64::from(d.weekday().to_monday_zero_offset()).days());
    let nummering = kalender.nummering(maandag(eerste), laatste.saturating_add(7.days()));
    let mut weken: Vec<Strookweek> = Vec::new();
    let mut maandagen: Vec<Date> = Vec::new();
    let mut m = maandag(eerste);
    while m <= laatste {
        if kalender.is_lesweek(m) {
            weken.push(week(m, &lessen, &kalender, &nummering));
            maandagen.push(m);
        } else if let (Some(v), Some(w)) = (kalender.vakantie(m), weken.last_mut()) {
            w.vakantie_na.get_or_insert_with(|| v.naam.clone());
        }
        m = m.saturating_add(7.days());
    }
    let plek = |d: Date| {
        let week = maandagen.iter().position(|m| *m == maandag(d))?;
        Some((week, usize::try_from(d.weekday().to_monday_zero_offset()).ok()?.min(4)))
    };
    let json = antwoord.json();
    let venster = dag(&json["begin"]).zip(dag(&json["meldingen"][0]["einde"])).and_then(|(begin, einde)| {
        let tekst = format!("melden: {} t/m {}", datum_kort(begin), datum_kort(einde));
        Some((plek(begin)?, plek(einde)?, tekst))
    });
    let strook = Strook {
        titel: kop.clone(),
        beschrijving:
            "Een rij per lesweek, een vak per les die in de vraag staat. De tabel eronder geeft dezelfde cijfers."
                .to_owned(),
        weken,
        venster,
        lesuur_minuten: vraag["lesuur_minuten"].as_i64().unwrap_or(60).max(1),
    };
    let opmaak = Opmaak { lesuren_per_dag: 6, ..Opmaak::default() };
    Some(Plaatje { kop, strook: strook_met(&strook, opmaak), tabel: strook_tabel(&strook) })
}

fn week(m: Date, lessen: &[Les], kalender: &Kalender, nummering: &rules::Nummering) -> Strookweek {
    let zondag = m.saturating_add(6.days());
    let telt = |d: Date| !kalender.in_vakantie(d) && !kalender.is_vrije_dag(d);
    let mut week = Strookweek {
        nummer: i64::from(m.iso_week_date().week()),
        label: datum_kort(m).split_once(' ').map_or_else(String::new, |(_, rest)| rest.to_owned()),
        ..Strookweek::default()
    };
    for l in lessen.iter().filter(|l| m <= l.datum && l.datum <= zondag) {
        let dag = usize::try_from(l.datum.weekday().to_monday_zero_offset()).unwrap_or(0);
        week.cellen.push(Strookcel { dag, lesuur: l.lesuur, status: l.status.clone() });
        if telt(l.datum) {
            week.week_minuten += l.zeker;
        }
    }
    // The window slides by day: show the fullest one that ends in this week.
    let Some(eerste) = nummering.dag(m) else { return week };
    for einde in eerste..=eerste + 6 {
        let binnen = |l: &&Les| telt(l.datum) && nummering.dag(l.datum).is_some_and(|n| n <= einde && einde - n < 28);
        let zeker: i64 = lessen.iter().filter(binnen).map(|l| l.zeker).sum();
        let mogelijk: i64 = lessen.iter().filter(binnen).map(|l| l.mogelijk).sum();
        week.som_zeker = week.som_zeker.max(zeker);
        week.som_mogelijk = week.som_mogelijk.max(mogelijk);
    }
    week
}
