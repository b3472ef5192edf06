//! School years: vacations per region with how certain they are, free days, and days that stretch a term.

use super::{Iemand, Tab, omlijsting, tabs};
use crate::fout::{Antwoord, bladzijde};
use crate::kader::Kader;
use app::App;
use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use jiff::ToSpan;
use jiff::civil::{Date, date};
use rules::{Kalender, Vakantieregio, datum_kort, datum_nl};
use serde::Deserialize;

const REGIOS: [(Vakantieregio, &str); 3] =
    [(Vakantieregio::Noord, "Noord"), (Vakantieregio::Midden, "Midden"), (Vakantieregio::Zuid, "Zuid")];
/// First and last calendar year in which a known school year begins.
const JAREN: std::ops::RangeInclusive<i16> = 2016..=2029;

struct Rij {
    naam: String,
    regios: Vec<(&'static str, String)>,
    status: &'static str,
    zekerheid: &'static str,
}

#[derive(Template)]
#[template(path = "regelboek_schooljaar.html")]
struct Blad {
    k: Kader,
    tabs: Vec<Tab>,
    jaren: Vec<(i16, String, bool)>,
    schooljaar: String,
    vakanties: Vec<Rij>,
    vrij: Vec<(String, &'static str)>,
    termijn: Vec<String>,
    lesweken: Vec<(&'static str, usize, usize)>,
    volledig: bool,
}

#[derive(Deserialize)]
pub(crate) struct Zoek {
    jaar: Option<i16>,
}

pub(crate) async fn pagina(State(app): State<App>, iemand: Iemand, Query(q): Query<Zoek>) -> Antwoord {
    let dit = rules::schooljaar(app.vandaag()).0.year();
    let jaar = q.jaar.filter(|j| JAREN.contains(j)).unwrap_or(dit.clamp(*JAREN.start(), *JAREN.end()));
    let schooljaar = format!("{jaar}-{}", jaar + 1);
    let (begin, einde) = (date(jaar, 8, 1), date(jaar + 1, 7, 31));
    let kalenders: Vec<Kalender> = REGIOS.iter().map(|(r, _)| Kalender::regio(*r)).collect();
    // The summer vacation of a school year ends after it, so look a month further.
    let tot = date(jaar + 1, 9, 30);
    let mut namen: Vec<(Date, String)> = Vec::new();
    for k in &kalenders {
        for v in k.vakanties(begin, tot).into_iter().filter(|v| v.schooljaar == schooljaar) {
            if !namen.iter().any(|(_, n)| *n == v.naam) {
                namen.push((v.periode.begin, v.naam.clone()));
            }
        }
    }
    namen.sort();
    let vakanties = namen
        .into_iter()
        .map(|(_, naam)| {
            let van = |k: &Kalender| {
                k.vakanties(begin, tot).into_iter().find(|v| v.schooljaar == schooljaar && v.naam == naam).cloned()
            };
            let gevonden: Vec<_> = kalenders.iter().map(van).collect();
            let eerste = gevonden.iter().flatten().next();
            Rij {
                regios: gevonden
                    .iter()
                    .zip(REGIOS)
                    .map(|(v, (_, naam))| {
                        let dagen = v.as_ref().map_or_else(
                            || "–".to_owned(),
                            |v| format!("{} tot en met {}", datum_kort(v.periode.begin), datum_kort(v.periode.einde)),
                        );
                        (naam, dagen)
                    })
                    .collect(),
                status: eerste.map_or("", |v| if v.vastgesteld { "vastgesteld" } else { "advies" }),
                zekerheid: eerste.map_or("", |v| v.zekerheid.woord()),
                naam,
            }
        })
        .collect();
    let midden = Kalender::regio(Vakantieregio::Midden);
    let dagen = || begin.series(1.day()).take_while(|d| *d <= einde);
    let vrij = dagen().filter_map(|d| midden.naam_vrije_dag(d).map(|n| (datum_nl(d), n))).collect();
    let doordeweeks = |d: &Date| d.weekday().to_monday_zero_offset() < 5;
    let termijn = dagen()
        .filter(|d| doordeweeks(d) && !rules::is_werkdag(*d) && midden.naam_vrije_dag(*d).is_none())
        .map(datum_nl)
        .collect();
    let lesweken = REGIOS
        .iter()
        .zip(&kalenders)
        .map(|((_, naam), k)| {
            let weken = dagen().filter(|d| d.weekday().to_monday_zero_offset() == 0 && k.is_lesweek(*d)).count();
            (*naam, weken, dagen().filter(|d| k.is_schooldag(*d)).count())
        })
        .collect();
    let k = omlijsting(&app, &iemand, "Schooljaren", &[("Regelboek", "/regelboek")]).await?;
    let blad = Blad {
        k,
        tabs: tabs("/regelboek/schooljaren"),
        jaren: JAREN.map(|j| (j, format!("{j}-{}", j + 1), j == jaar)).collect(),
        schooljaar,
        vakanties,
        vrij,
        termijn,
        lesweken,
        volledig: midden.in_bereik(begin),
    };
    bladzijde(&app, StatusCode::OK, &blad)
}
