//! Het beslispad: vragen onder elkaar, met de weg die ja en nee wijzen en de uitkomst ernaast.

mod maat;
mod plan;
mod teken;
#[cfg(test)]
mod tests;
mod wegen;

use crate::tekst::opening;
use maat::{BREED, GRIJS, KLEIN, SMAL, Stand};
use plan::Plan;
use std::fmt::Write as _;
use teken::{teken_neer, teken_pil};
use wegen::{Doel, Weg, banen, wegen};

/// Waar een antwoord heen leidt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Naar {
    /// Naar een latere knoop. Een index die niet bestaat of niet later is, telt niet mee.
    Knoop(usize),
    /// Naar het einde: een of meer mogelijke uitkomsten.
    Uitkomst(Vec<String>),
}

/// Eén weg uit een knoop.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rand {
    /// Bij welk antwoord: `ja`, `nee`, of leeg als er maar één weg is.
    pub bij: String,
    /// Waarheen.
    pub naar: Naar,
    /// Of deze weg gelopen is.
    pub gelopen: bool,
}

/// Eén vraag.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Knoop {
    /// De vraag, voluit.
    pub vraag: String,
    /// Het antwoord van deze keer, zoals `17 jaar`; mag leeg zijn.
    pub waarde: String,
    /// Hoe diep de knoop in een zijtak staat.
    pub inspringen: usize,
    /// De wegen eruit.
    pub randen: Vec<Rand>,
    /// Of deze vraag gesteld is.
    pub gelopen: bool,
}

/// Tekent het beslispad als één inline SVG.
///
/// De knopen staan in tekenvolgorde onder elkaar. `breed` is de tekening van 700 breed met de
/// uitkomsten rechts; anders is ze 358 breed met de uitkomsten onder het vak. Allebei mogen op één
/// bladzijde staan. Is er een knoop gelopen, dan is het gelopen pad dik en blauw met een stip per
/// knoop, en de rest grijs.
#[must_use]
pub fn beslispad(titel: &str, knopen: &[Knoop], breed: bool) -> String {
    let maat = if breed { BREED } else { SMAL };
    let alle: Vec<Vec<Weg>> = (0..knopen.len()).map(|i| wegen(i, knopen)).collect();
    let iemand = knopen.iter().any(|k| k.gelopen);
    let beschrijving = beschrijf(knopen, &alle, iemand);
    if knopen.is_empty() {
        let mut s = opening("beslispad", breed, (maat.totaal, 36), (titel, &beschrijving));
        let _ = write!(s, "<text x=\"1\" y=\"23\" font-size=\"{KLEIN}\" fill=\"{GRIJS}\">{beschrijving}</text></svg>");
        return s;
    }
    let mut banen = banen(&alle, iemand);
    let plan = Plan::van(maat, &alle, &banen, iemand);
    let rijen = plan.rijen(knopen, &alle, &mut banen);
    let hoogte = rijen.last().map_or(0, |r| r.onder) + 2;
    let uiterst = rijen.iter().flat_map(|r| &r.pillen).map(|p| p.x + p.breed).max().unwrap_or(0);
    let totaal = maat.totaal.max(plan.rechts.max(uiterst) + 1);
    let mut s = opening("beslispad", breed, (totaal, hoogte), (titel, &beschrijving));
    s.push_str("<g fill=\"none\">");
    // Wat gelopen is, ligt bovenop.
    for boven in [false, true] {
        let nu = |stand: Stand| (stand == Stand::Gelopen) == boven;
        for b in banen.iter().filter(|b| nu(b.stand)) {
            plan.teken_baan(&mut s, b, &rijen);
        }
        for (i, (r, wegen)) in rijen.iter().zip(&alle).enumerate() {
            for w in wegen.iter().filter(|w| w.doel == Doel::Knoop(i + 1)) {
                let stand = Stand::van(iemand, w.gelopen);
                if let Some(v) = rijen.get(i + 1).filter(|_| nu(stand)) {
                    teken_neer(&mut s, r, v, &w.bij, stand);
                }
            }
            for p in r.pillen.iter().filter(|p| nu(p.stand)) {
                plan.teken_tak(&mut s, p, r);
            }
        }
    }
    s.push_str("</g>");
    for r in &rijen {
        plan.teken_vak(&mut s, r);
        for p in &r.pillen {
            teken_pil(&mut s, p);
        }
    }
    s.push_str("</svg>");
    s
}

/// Het pad in woorden.
fn beschrijf(knopen: &[Knoop], alle: &[Vec<Weg>], iemand: bool) -> String {
    if knopen.is_empty() {
        return "Er zijn geen vragen om te tonen.".to_owned();
    }
    let mut d = String::new();
    if iemand {
        d.push_str("Het gelopen pad is gemerkt met «gelopen». ");
    }
    for (i, (k, wegen)) in knopen.iter().zip(alle).enumerate() {
        let _ = write!(d, "{}{}. {}", if i == 0 { "" } else { " " }, i + 1, k.vraag);
        match (k.waarde.is_empty(), k.gelopen) {
            (true, true) => d.push_str(" (gelopen)"),
            (true, false) => {}
            (false, true) => {
                let _ = write!(d, " (gelopen: {})", k.waarde);
            }
            (false, false) => {
                let _ = write!(d, " ({})", k.waarde);
            }
        }
        for (n, w) in wegen.iter().enumerate() {
            let voor = if n == 0 { " – " } else { ", " };
            if w.bij.is_empty() {
                let _ = write!(d, "{voor}daarna");
            } else {
                let _ = write!(d, "{voor}bij {}", w.bij);
            }
            if iemand && w.gelopen {
                d.push_str(" (gelopen)");
            }
            let _ = match &w.doel {
                Doel::Knoop(j) => write!(d, ": naar vraag {}", j + 1),
                Doel::Uitkomst(u) => write!(d, ": {u}"),
            };
        }
        d.push('.');
    }
    d
}
