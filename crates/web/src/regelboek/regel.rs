//! One rule: purpose, how it decides, versions, numbers, sources, its cases worked out now, and a form to try it.

use super::formulier::{Groep, Invoersoort, groepen, invulling, samenvatting};
use super::tekening::{Tekening, beslissing, geschiedenis};
use super::voorbeeld::{Plaatje, plaatje};
use super::{Iemand, Tab, kop, omlijsting, recht, tabs, woorden};
use crate::fout::{Antwoord, Pagina, bladzijde};
use crate::kader::Kader;
use app::App;
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use regelvraag::geval::{self, Kop};
use regelvraag::vorm::Soort;
use regelvraag::{Fout, RegelInfo};
use rules::recht::beleid::{Ruimte, SLEUTELS};
use serde::Deserialize;
use std::collections::HashMap;

/// A table of cases as it stands on the page.
pub(crate) struct Gevaltabel {
    pub(crate) kop: String,
    pub(crate) kloppen: usize,
    pub(crate) koppen: Vec<String>,
    pub(crate) rijen: Vec<Gevalrij>,
}

/// One case, worked out now.
pub(crate) struct Gevalrij {
    pub(crate) nummer: usize,
    pub(crate) naam: String,
    pub(crate) cellen: Vec<String>,
    pub(crate) rijen: String,
    pub(crate) klopt: bool,
}

/// The answer to somebody's own question.
pub(crate) struct Gevonden {
    pub(crate) uitkomst: String,
    pub(crate) wat: &'static str,
    pub(crate) versie: &'static str,
    pub(crate) grondslag: Vec<String>,
    pub(crate) toelichting: Vec<String>,
    pub(crate) velden: Vec<(String, String)>,
    pub(crate) pad: Vec<(String, String)>,
    pub(crate) open_normen: Vec<&'static rules::open_norm::OpenNorm>,
    pub(crate) json: String,
}

/// What the page needs besides the rule itself.
#[derive(Default)]
pub(crate) struct Proef {
    pub(crate) ingevuld: HashMap<String, String>,
    pub(crate) vraag: Option<serde_json::Value>,
    pub(crate) antwoord: Option<regelvraag::Antwoord>,
    pub(crate) fout: Option<Fout>,
}

#[derive(Template)]
#[template(path = "regelboek_regel.html")]
struct Blad {
    k: Kader,
    tabs: Vec<Tab>,
    naam: &'static str,
    doel: &'static str,
    versie: &'static str,
    uitkomsten: Vec<(String, &'static str)>,
    tekening: Tekening,
    plaatje: Option<Plaatje>,
    lezing: String,
    tijdlijn: (String, String),
    versies: Vec<(String, &'static str)>,
    voorstel: Option<&'static str>,
    getallen: Vec<(&'static str, String, &'static str, String, String)>,
    beleid: Vec<(String, &'static str, String, String)>,
    bronnen: Vec<String>,
    tabellen: Vec<Gevaltabel>,
    aantal: usize,
    kloppen: usize,
    groepen: Vec<Groep>,
    gevonden: Option<Gevonden>,
    fouten: Vec<(String, String)>,
}

#[derive(Deserialize)]
pub(crate) struct Zoek {
    geval: Option<usize>,
}

pub(crate) async fn regel(
    State(app): State<App>,
    iemand: Iemand,
    Path(naam): Path<String>,
    Query(q): Query<Zoek>,
) -> Antwoord {
    let info = regelvraag::zoek(&naam).ok_or_else(Pagina::niet_gevonden)?;
    let gevallen = geval::tabellen(info).unwrap_or_default();
    let geval = q.geval.and_then(|n| gevallen.iter().flat_map(|t| &t.gevallen).nth(n.checked_sub(1)?));
    let vraag = geval.map(|g| &g.vraag).or_else(|| gevallen.first().map(|t| &t.uitgangspunt));
    let ingevuld = vraag.map(|v| invulling(info, v)).unwrap_or_default();
    let (antwoord, fout) = match geval.map(|g| info.vraag(&g.vraag, app.vandaag())) {
        Some(Ok(a)) => (Some(a), None),
        Some(Err(f)) => (None, Some(f)),
        None => (None, None),
    };
    let vraag = geval.map(|g| g.vraag.clone());
    toon(&app, &iemand, info, StatusCode::OK, Proef { ingevuld, vraag, antwoord, fout }).await
}

/// The page of a rule, with what somebody tried.
pub(crate) async fn toon(
    app: &App,
    iemand: &Iemand,
    info: &'static RegelInfo,
    status: StatusCode,
    proef: Proef,
) -> Antwoord {
    let r = info.regel;
    let recht = recht(app);
    let tabellen = tabellen(info);
    let aantal = tabellen.iter().map(|t| t.rijen.len()).sum();
    let kloppen = tabellen.iter().flat_map(|t| &t.rijen).filter(|r| r.klopt).count();
    let standen: Vec<_> = r
        .versies
        .iter()
        .map(|v| (v.vanaf, v.wat.to_owned(), false))
        .chain(r.voorstel.map(|v| (recht.op, v.to_owned(), true)))
        .collect();
    let beleid = SLEUTELS
        .iter()
        .filter(|s| s.regels.contains(&r.naam))
        .map(|s| {
            let ruimte = match s.ruimte {
                Ruimte::Geheel { van, tm, anders } => {
                    let gewoon = anders.map_or_else(|| "moet u kiezen".to_owned(), |a| format!("gewoon {a}"));
                    if tm >= 10_000 {
                        format!("{gewoon}; {van} of meer")
                    } else {
                        format!("{gewoon}; {van} tot en met {tm}")
                    }
                }
                Ruimte::Getal { anders } => format!("gewoon {anders}"),
                Ruimte::JaNee { anders } => format!("gewoon {}", if anders { "ja" } else { "nee" }),
            };
            (woorden(s.naam), s.wat, ruimte, s.bron.to_string())
        })
        .collect();
    let getallen = r
        .parameters
        .iter()
        .map(|p| {
            let s = p.op(recht);
            let waarde = format!("{} {}", s.waarde, p.eenheid()).trim_end().to_owned();
            (p.naam(), waarde, p.wat(), s.bron.to_string(), woorden(p.naam()))
        })
        .collect();
    let groepen = groepen(info, &proef.ingevuld, proef.fout.as_ref());
    let fouten = proef.fout.as_ref().map(|f| samenvatting(&groepen, f)).unwrap_or_default();
    let k = omlijsting(app, iemand, r.titel, &[("Regelboek", "/regelboek")]).await?;
    let blad = Blad {
        k,
        tabs: tabs(""),
        naam: r.naam,
        doel: r.doel,
        versie: r.versie(recht),
        uitkomsten: r.uitkomsten.iter().map(|u| (woorden(u.code), u.wat)).collect(),
        tekening: beslissing(info, proef.antwoord.as_ref()),
        plaatje: plaatje(info, proef.vraag.as_ref().zip(proef.antwoord.as_ref())),
        lezing: lezing(r.lezing),
        tijdlijn: geschiedenis(&format!("Versies van {}", r.titel), &standen, recht),
        versies: r.versies.iter().rev().map(|v| (rules::datum_kort(v.vanaf), v.wat)).collect(),
        voorstel: r.voorstel,
        getallen,
        beleid,
        bronnen: r.bronnen.iter().map(ToString::to_string).collect(),
        tabellen,
        aantal,
        kloppen,
        groepen,
        gevonden: proef.antwoord.as_ref().map(|a| gevonden(info, a)),
        fouten,
    };
    bladzijde(app, status, &blad)
}

/// What came out, in words.
pub(crate) fn gevonden(info: &RegelInfo, a: &regelvraag::Antwoord) -> Gevonden {
    let json = a.json();
    let velden = info
        .antwoord
        .iter()
        .map(|v| {
            let waarde = json.get(v.naam).unwrap_or(&serde_json::Value::Null);
            let dag = waarde.as_str().filter(|_| matches!(v.soort, Soort::Datum)).and_then(|t| t.parse().ok());
            (kop(v.naam), dag.map_or_else(|| geval::woorden(waarde, Some(&v.soort)), rules::datum_kort))
        })
        .filter(|(_, w)| w != "–")
        .collect();
    Gevonden {
        uitkomst: woorden(a.uitkomst),
        wat: info.regel.uitkomsten.iter().find(|u| u.code == a.uitkomst).map_or("", |u| u.wat),
        versie: a.versie,
        grondslag: a.grondslag.iter().map(ToString::to_string).collect(),
        toelichting: a.toelichting.clone(),
        velden,
        pad: a.pad.iter().map(|s| (s.vraag.to_owned(), s.antwoord.to_string())).collect(),
        open_normen: a.open_normen.clone(),
        json: serde_json::to_string_pretty(&json).unwrap_or_default(),
    }
}

/// The reading of the rule: the Markdown between its title and its cases.
fn lezing(markdown: &str) -> String {
    let tekst: String = markdown
        .lines()
        .skip_while(|r| r.starts_with('#') || r.trim().is_empty())
        .take_while(|r| !r.starts_with("## Gevallen"))
        .collect::<Vec<_>>()
        .join("\n");
    let mut uit = String::new();
    let parser = pulldown_cmark::Parser::new_ext(&tekst, pulldown_cmark::Options::ENABLE_TABLES);
    pulldown_cmark::html::push_html(&mut uit, parser);
    let mut delen = uit.split("<table>");
    // A table may be wider than a phone: it scrolls in a named region of its own.
    let mut met_tabellen = delen.next().unwrap_or_default().to_owned();
    for (n, deel) in delen.enumerate() {
        met_tabellen.push_str(&format!(
            "<div class=\"lr-scroll\" role=\"region\" aria-label=\"Tabel {}\" tabindex=\"0\"><table class=\"utrecht-table\">",
            n + 1
        ));
        met_tabellen.push_str(deel);
    }
    met_tabellen
        .replace("</table>", "</table></div>")
        .replace("<th>", "<th class=\"utrecht-table__header-cell\" scope=\"col\">")
        .replace("<td>", "<td class=\"utrecht-table__cell\">")
        .replace("<p>", "<p class=\"nl-paragraph\">")
}

/// The tables of cases, each case asked again now.
fn tabellen(info: &RegelInfo) -> Vec<Gevaltabel> {
    let mut nummer = 0;
    geval::tabellen(info)
        .unwrap_or_default()
        .iter()
        .map(|t| {
            let toon = |k: &Kop| !matches!(k, Kop::Naam | Kop::Rijen);
            let koppen = t
                .koppen
                .iter()
                .filter(|k| toon(k))
                .map(|k| match k {
                    Kop::Feit(v) => woorden(v).replace('.', ": "),
                    Kop::Anders => "anders".to_owned(),
                    Kop::Verwacht(v) => format!("→ {}", woorden(v).replace('.', ": ")),
                    Kop::Naam | Kop::Rijen => String::new(),
                })
                .collect();
            let rijen = t
                .gevallen
                .iter()
                .map(|g| {
                    nummer += 1;
                    let cellen = t
                        .koppen
                        .iter()
                        .zip(&g.cellen)
                        .filter(|(k, _)| toon(k))
                        .map(|(_, c)| c.trim_matches('`').replace('_', " "))
                        .collect();
                    Gevalrij {
                        nummer,
                        naam: g.naam.clone(),
                        cellen,
                        rijen: g.rijen.join(" "),
                        klopt: geval::toets(info, g).klopt(),
                    }
                })
                .collect::<Vec<_>>();
            let kop = if t.kop.is_empty() { "De gewone gevallen".to_owned() } else { t.kop.clone() };
            let kloppen = rijen.iter().filter(|r: &&Gevalrij| r.klopt).count();
            Gevaltabel { kop, kloppen, koppen, rijen }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_in_a_reading_are_tables_on_the_page_and_never_pipes() {
        for r in rules::REGELS {
            let html = lezing(r.lezing);
            assert!(!html.contains("|---"), "{}", r.naam);
            assert_eq!(html.matches("<table").count(), html.matches("</table></div>").count(), "{}", r.naam);
        }
        let html = lezing(rules::inzage::REGEL.lezing);
        assert_eq!(html.matches("<div class=\"lr-scroll\"").count(), 2);
        assert!(html.contains("aria-label=\"Tabel 2\"") && html.contains("scope=\"col\">vrager</th>"));
    }
}
