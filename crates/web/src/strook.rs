//! From marks and timetable to the strip.

use crate::toon::{
    datum_kort,
    store_rows::{MarkeringRow, MeldingRow, OrganisatieRow},
};
use beeld::{Strook, Strookcel, Strookweek};
use domain::Datum;
use jiff::ToSpan;
use rules::Kalender;
use std::collections::BTreeMap;

/// What the strip is drawn from.
pub(crate) struct Gegevens<'a> {
    pub(crate) naam: &'a str,
    pub(crate) school: &'a OrganisatieRow,
    pub(crate) kalender: &'a Kalender,
    pub(crate) rooster: &'a [(i64, i64)],
    pub(crate) markeringen: &'a [MarkeringRow],
    pub(crate) meldingen: &'a [MeldingRow],
    pub(crate) vandaag: Datum,
    /// First and last day of the window to draw.
    pub(crate) venster: Option<(Datum, Datum)>,
}

/// Certain and possible minutes of one mark.
fn minuten(school: &OrganisatieRow, m: &MarkeringRow) -> (i64, i64) {
    match m.status.as_str() {
        "ongeoorloofd" => (m.minuten, 0),
        "te_laat" if school.te_laat_heel_lesuur => (m.minuten, 0),
        "te_laat" => (m.minuten_te_laat, 0),
        "onbekend" | "betwist" => (0, m.minuten),
        _ => (0, 0),
    }
}

/// The strip of this school year up to today.
pub(crate) fn maak(g: &Gegevens<'_>) -> Strook {
    let per_les: BTreeMap<(Datum, i64), &MarkeringRow> =
        g.markeringen.iter().filter_map(|m| Some(((m.datum.parse().ok()?, m.lesuur), m))).collect();
    let begin = rules::schooljaar(g.vandaag).0;
    let maandag = |d: Datum| d.saturating_sub(i64::from(d.weekday().to_monday_zero_offset()).days());
    let mut weken = Vec::new();
    let mut week_van: BTreeMap<Datum, usize> = BTreeMap::new();
    let mut m = maandag(g.kalender.eerste_schooldag(begin).unwrap_or(begin));
    let nummering = g.kalender.nummering(m, g.vandaag.saturating_add(7.days()));
    let mut vakantie_na: Option<String> = None;
    while m <= g.vandaag {
        if g.kalender.is_lesweek(m) {
            week_van.insert(m, weken.len());
            let mut week = Strookweek {
                nummer: i64::from(m.iso_week_date().week()),
                label: kort_label(m),
                ..Strookweek::default()
            };
            for dag in 0..5_usize {
                let d = m.saturating_add(i64::try_from(dag).unwrap_or(0).days());
                if d > g.vandaag || !g.kalender.is_schooldag(d) {
                    continue;
                }
                for (_, lesuur) in g.rooster.iter().filter(|(r, _)| usize::try_from(*r) == Ok(dag)) {
                    let status = match per_les.get(&(d, *lesuur)) {
                        Some(r) => r.status.clone(),
                        None if d < g.vandaag => "aanwezig".to_owned(),
                        None => continue,
                    };
                    week.cellen.push(Strookcel { dag, lesuur: usize::try_from(*lesuur).unwrap_or(0), status });
                }
            }
            let zondag = m.saturating_add(6.days());
            week.week_minuten =
                per_les.iter().filter(|((d, _), _)| *d >= m && *d <= zondag).map(|(_, r)| minuten(g.school, r).0).sum();
            // The window slides by day: show the fullest one that ends in this week.
            if let Some(maandag_nr) = nummering.dag(m) {
                for einde in maandag_nr..=maandag_nr + 6 {
                    let (mut zeker, mut mogelijk) = (0, 0);
                    for ((d, _), r) in &per_les {
                        if g.kalender.vakantie(*d).is_none()
                            && nummering.dag(*d).is_some_and(|n| n <= einde && einde - n < 28)
                        {
                            let (z, e) = minuten(g.school, r);
                            zeker += z;
                            mogelijk += z + e;
                        }
                    }
                    week.som_zeker = week.som_zeker.max(zeker);
                    week.som_mogelijk = week.som_mogelijk.max(mogelijk);
                }
            }
            weken.push(week);
        } else if let Some(v) = g.kalender.vakantie(m) {
            vakantie_na = Some(v.naam.clone());
        }
        if let (Some(naam), Some(laatste)) = (vakantie_na.take(), weken.last_mut()) {
            laatste.vakantie_na = Some(naam);
        }
        m = m.saturating_add(7.days());
    }
    for melding in g.meldingen.iter().filter(|x| x.stand == "verzonden" && x.soort.starts_with("zestien")) {
        let Some(einde) = melding.einde_dag.as_deref().and_then(|d| d.parse::<Datum>().ok()) else { continue };
        if let Some(w) = week_van.get(&maandag(einde)).and_then(|i| weken.get_mut(*i)) {
            w.melding_na = Some(format!("gemeld t/m {}: de telling begint opnieuw", datum_kort(einde)));
        }
    }
    let plek = |d: Datum| {
        Some((*week_van.get(&maandag(d))?, usize::try_from(d.weekday().to_monday_zero_offset()).ok()?.min(4)))
    };
    let venster = g.venster.and_then(|(a, b)| {
        Some((plek(a)?, plek(b)?, format!("venster van vier lesweken: {} t/m {}", datum_kort(a), datum_kort(b))))
    });
    Strook {
        titel: format!("Schooljaar van {} tot nu toe", g.naam),
        beschrijving: "Een rij per lesweek, een vak per les. De tabel eronder geeft dezelfde cijfers.".to_owned(),
        weken,
        venster,
        lesuur_minuten: g.school.lesuur_minuten,
    }
}

fn kort_label(d: Datum) -> String {
    datum_kort(d).split_once(' ').map_or_else(String::new, |(_, rest)| rest.to_owned())
}
