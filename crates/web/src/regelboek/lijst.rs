//! The first page: all rules, grouped along the chain.

use super::{Iemand, Tab, omlijsting, recht, tabs};
use crate::fout::{Antwoord, bladzijde};
use crate::kader::Kader;
use app::App;
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use rules::recht::Regel;

/// The chain, in the order in which people meet it.
const GROEPEN: [(&str, &[&str]); 6] = [
    ("Wie moet naar school", &["plicht", "vrijstelling"]),
    ("Op school", &["verlof", "ziekteverzuim", "schorsing", "uitschrijving"]),
    ("Verzuim tellen en melden", &["venster", "langdurig", "verzuimsoort", "termijn", "routering"]),
    ("Leerplicht handelt", &["thuiszitter", "halt", "proces_verbaal", "kinderbijslag"]),
    ("Doorstroompunt", &["vsv", "studiefinanciering"]),
    ("Privacy", &["grondslag", "inzage", "bewaartermijn"]),
];

struct Rij {
    naam: &'static str,
    titel: &'static str,
    doel: &'static str,
    versie: &'static str,
    gevallen: usize,
}

#[derive(Template)]
#[template(path = "regelboek.html")]
struct Lijst {
    k: Kader,
    tabs: Vec<Tab>,
    groepen: Vec<(&'static str, Vec<Rij>)>,
    aantal: usize,
    gevallen: usize,
}

pub(crate) async fn lijst(State(app): State<App>, iemand: Iemand) -> Antwoord {
    let recht = recht(&app);
    let rij = |r: &'static Regel| Rij {
        naam: r.naam,
        titel: r.titel,
        doel: r.doel,
        versie: r.versie(recht),
        gevallen: regelvraag::zoek(r.naam)
            .and_then(|i| regelvraag::geval::tabellen(i).ok())
            .map_or(0, |t| t.iter().map(|t| t.gevallen.len()).sum()),
    };
    let groepen: Vec<(&str, Vec<Rij>)> = GROEPEN
        .iter()
        .map(|(groep, namen)| {
            let rijen = namen.iter().filter_map(|n| rules::REGELS.iter().find(|r| r.naam == *n)).map(|r| rij(r));
            (*groep, rijen.collect::<Vec<_>>())
        })
        .filter(|(_, rijen)| !rijen.is_empty())
        .collect();
    let aantal = groepen.iter().map(|g| g.1.len()).sum();
    let gevallen = groepen.iter().flat_map(|g| &g.1).map(|r| r.gevallen).sum();
    let k = omlijsting(&app, &iemand, "Regelboek", &[]).await?;
    bladzijde(&app, StatusCode::OK, &Lijst { k, tabs: tabs("/regelboek"), groepen, aantal, gevallen })
}

#[cfg(test)]
mod tests {
    use super::GROEPEN;

    #[test]
    fn elke_regel_staat_precies_een_keer_in_de_lijst() {
        let mut namen: Vec<&str> = GROEPEN.iter().flat_map(|g| g.1.iter().copied()).collect();
        namen.sort_unstable();
        let mut regels: Vec<&str> = rules::REGELS.iter().map(|r| r.naam).collect();
        regels.sort_unstable();
        assert_eq!(namen, regels);
    }
}
