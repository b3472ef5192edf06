//! Numbers and names of the law: one list, and a page of their own with history, source and who uses them.

use super::tekening::geschiedenis;
use super::{Iemand, Tab, omlijsting, recht, tabs, woorden};
use crate::fout::{Antwoord, Pagina, bladzijde};
use crate::kader::Kader;
use app::App;
use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use rules::recht::parameters;

struct Rij {
    naam: &'static str,
    titel: String,
    waarde: String,
    wat: &'static str,
    bron: String,
    versies: usize,
}

#[derive(Template)]
#[template(path = "regelboek_getallen.html")]
struct Lijst {
    k: Kader,
    tabs: Vec<Tab>,
    rijen: Vec<Rij>,
}

pub(crate) async fn lijst(State(app): State<App>, iemand: Iemand) -> Antwoord {
    let recht = recht(&app);
    let rijen = parameters()
        .into_iter()
        .map(|p| {
            let s = p.op(recht);
            Rij {
                naam: p.naam(),
                titel: woorden(p.naam()),
                waarde: format!("{} {}", s.waarde, p.eenheid()).trim_end().to_owned(),
                wat: p.wat(),
                bron: s.bron.to_string(),
                versies: p.geschiedenis().len(),
            }
        })
        .collect();
    let k = omlijsting(&app, &iemand, "Getallen en namen", &[("Regelboek", "/regelboek")]).await?;
    bladzijde(&app, StatusCode::OK, &Lijst { k, tabs: tabs("/regelboek/getallen"), rijen })
}

#[derive(Template)]
#[template(path = "regelboek_getal.html")]
struct Blad {
    k: Kader,
    tabs: Vec<Tab>,
    naam: &'static str,
    wat: &'static str,
    nu: String,
    tijdlijn: (String, String),
    versies: Vec<(String, String, String, &'static str)>,
    regels: Vec<(&'static str, &'static str)>,
}

pub(crate) async fn een(State(app): State<App>, iemand: Iemand, Path(naam): Path<String>) -> Antwoord {
    let p = parameters().into_iter().find(|p| p.naam() == naam).ok_or_else(Pagina::niet_gevonden)?;
    let recht = recht(&app);
    let met_eenheid = |w: &str| format!("{w} {}", p.eenheid()).trim_end().to_owned();
    let standen = p.geschiedenis();
    let lijn: Vec<_> = standen.iter().map(|s| (s.vanaf, met_eenheid(&s.waarde), s.voorstel)).collect();
    let mut titel = woorden(p.naam());
    if let Some(c) = titel.get_mut(0..1) {
        c.make_ascii_uppercase();
    }
    let kruimels = [("Regelboek", "/regelboek"), ("Getallen en namen", "/regelboek/getallen")];
    let k = omlijsting(&app, &iemand, &titel, &kruimels).await?;
    let blad = Blad {
        k,
        tabs: tabs(""),
        naam: p.naam(),
        wat: p.wat(),
        nu: met_eenheid(&p.op(recht).waarde),
        tijdlijn: geschiedenis(&titel, &lijn, recht),
        versies: standen
            .iter()
            .rev()
            .map(|s| {
                let vanaf = if s.voorstel { "voorstel, nog geen wet".to_owned() } else { rules::datum_kort(s.vanaf) };
                (vanaf, met_eenheid(&s.waarde), s.bron.to_string(), s.zekerheid.woord())
            })
            .collect(),
        regels: rules::REGELS
            .iter()
            .filter(|r| r.parameters.iter().any(|q| q.naam() == p.naam()))
            .map(|r| (r.naam, r.titel))
            .collect(),
    };
    bladzijde(&app, StatusCode::OK, &blad)
}
