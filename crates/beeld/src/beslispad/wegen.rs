//! De wegen uit elke knoop, en de banen waarlangs de lange lopen.

use super::maat::Stand;
use super::{Knoop, Naar};
use crate::teller;

/// Een weg zoals hij getekend wordt: gelijke bestemmingen samen.
pub(super) struct Weg {
    pub(super) bij: String,
    pub(super) doel: Doel,
    pub(super) gelopen: bool,
}

#[derive(PartialEq, Eq)]
pub(super) enum Doel {
    Knoop(usize),
    Uitkomst(String),
}

/// De wegen uit knoop `i`. Twee antwoorden met dezelfde bestemming zijn één weg: `ja of nee`; liep het geval die weg, dan
/// staat er zijn eigen antwoord.
pub(super) fn wegen(i: usize, knopen: &[Knoop]) -> Vec<Weg> {
    let mut uit: Vec<Weg> = Vec::new();
    for r in knopen.get(i).map(|k| k.randen.as_slice()).unwrap_or_default() {
        let doel = match &r.naar {
            Naar::Knoop(j) if *j > i && *j < knopen.len() => Doel::Knoop(*j),
            Naar::Knoop(_) => continue,
            Naar::Uitkomst(u) if u.is_empty() => Doel::Uitkomst("–".to_owned()),
            Naar::Uitkomst(u) => Doel::Uitkomst(u.join(" of ")),
        };
        match uit.iter_mut().find(|w| w.doel == doel) {
            Some(w) if r.gelopen => *w = Weg { bij: r.bij.clone(), gelopen: true, doel },
            Some(w) if w.gelopen => {}
            Some(w) => {
                if !r.bij.is_empty() && w.bij.split(" of ").all(|b| b != r.bij) {
                    if !w.bij.is_empty() {
                        w.bij.push_str(" of ");
                    }
                    w.bij.push_str(&r.bij);
                }
            }
            None => uit.push(Weg { bij: r.bij.clone(), doel, gelopen: r.gelopen }),
        }
    }
    uit
}

/// Een weg naar een latere rij dan de volgende.
pub(super) struct Baan {
    pub(super) van: usize,
    pub(super) naar: usize,
    pub(super) bij: String,
    pub(super) stand: Stand,
    /// Welke baan: 0 is het dichtst bij de vakken.
    pub(super) nummer: usize,
    pub(super) uit: i64,
    pub(super) aan: i64,
}

/// Geeft elke lange weg een baan; korte wegen binnen, en nooit twee op hetzelfde stuk.
pub(super) fn banen(alle: &[Vec<Weg>], iemand: bool) -> Vec<Baan> {
    let mut uit: Vec<Baan> = Vec::new();
    for (i, wegen) in alle.iter().enumerate() {
        for w in wegen {
            if let Doel::Knoop(j) = w.doel
                && j > i + 1
            {
                let stand = Stand::van(iemand, w.gelopen);
                uit.push(Baan { van: i, naar: j, bij: w.bij.clone(), stand, nummer: 0, uit: 0, aan: 0 });
            }
        }
    }
    uit.sort_by_key(|b| (b.naar - b.van, b.van));
    for i in 0..uit.len() {
        let (klaar, rest) = uit.split_at_mut(i);
        let Some(b) = rest.first_mut() else { break };
        while klaar.iter().any(|a| a.nummer == b.nummer && a.van <= b.naar && b.van <= a.naar) {
            b.nummer += 1;
        }
    }
    uit
}

/// De banen die bij rij `i` aankomen en vertrekken, van boven naar beneden: zo kruisen ze elkaar niet.
pub(super) fn poorten(banen: &[Baan], i: usize) -> (Vec<usize>, Vec<usize>) {
    let kies = |deze: fn(&Baan) -> usize| {
        let mut v: Vec<usize> = banen.iter().enumerate().filter(|(_, b)| deze(b) == i).map(|(nr, _)| nr).collect();
        v.sort_by_key(|nr| banen.get(*nr).map(|b| b.nummer));
        v
    };
    let (aan, mut af) = (kies(|b| b.naar), kies(|b| b.van));
    af.reverse();
    (aan, af)
}

/// Hoe hoog aankomsten (om de 12) en vertrekken (om de 20) samen zijn.
pub(super) fn poorthoogte(aan: usize, af: usize) -> i64 {
    let tussen = if aan > 0 && af > 0 { 20 } else { 0 };
    (teller(aan) - 1).max(0) * 12 + tussen + (teller(af) - 1).max(0) * 20
}
