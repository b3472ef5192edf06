//! Hoe een regel beslist, als boom: gemaakt van de paden die de gevallen echt lopen, niet met de hand getekend.
//!
//! Elk geval uit de tabellen, en elk geval met één ander antwoord, loopt een pad van vragen. Wat daarin samenvalt, wordt
//! één vraag in de boom. Zo kan de tekening nooit iets anders zeggen dan de regel doet.

use crate::vorm::Soort;
use crate::{Antwoord, RegelInfo, geval};
use jiff::civil::date;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// Een antwoord op een vraag van het pad.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Keuze {
    /// Ja.
    Ja,
    /// Nee.
    Nee,
    /// Een waarde; er is één weg verder.
    Verder,
}

impl Keuze {
    fn van(antwoord: &str) -> Self {
        match antwoord {
            "ja" => Self::Ja,
            "nee" => Self::Nee,
            _ => Self::Verder,
        }
    }
    /// Woord bij de lijn; leeg als er één weg is.
    #[must_use]
    pub const fn woord(self) -> &'static str {
        match self {
            Self::Ja => "ja",
            Self::Nee => "nee",
            Self::Verder => "",
        }
    }
}

/// Waar een antwoord heen leidt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Naar {
    /// Naar een latere vraag.
    Knoop(usize),
    /// Naar een uitkomst; bij een lijst van voorwaarden kunnen het er meer zijn.
    Uitkomsten(Vec<&'static str>),
}

/// Een vraag van de boom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Knoop {
    /// De vraag.
    pub vraag: &'static str,
    /// Hoe ver een zijtak inspringt.
    pub inspringen: usize,
    /// De wegen verder.
    pub uit: Vec<Weg>,
}

/// Eén weg van een vraag naar wat daarna komt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Weg {
    /// Bij welk antwoord.
    pub bij: Keuze,
    /// Woord bij de lijn: ja, nee, of de waarden die deze kant op gaan als er meer kanten zijn.
    pub woord: String,
    /// Waarheen.
    pub naar: Naar,
}

/// De boom van een regel; een weg leidt altijd naar een latere vraag of een uitkomst.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Boom {
    /// De vragen, in de volgorde waarin zij worden getekend.
    pub knopen: Vec<Knoop>,
}

/// Hoe vaak een vraag wordt gesteld om de boom te maken, hoogstens.
const MEESTE_VRAGEN: usize = 20_000;

/// De stappen met hun antwoord in woorden, en de uitkomst.
type Spoor = (Vec<(&'static str, Keuze, String)>, &'static str);

/// Zoveel waarden passen bij een lijn; zijn het er meer, dan staat er geen.
const MEESTE_WAARDEN: usize = 3;
/// Zoveel tekens passen bij een lijn; langer maakt de vakken te smal om te lezen.
const LANGSTE_WOORD: usize = 48;

#[derive(Debug, Clone, Default)]
struct Tak {
    volgende: BTreeMap<usize, BTreeSet<String>>,
    uitkomsten: BTreeSet<&'static str>,
}

#[derive(Debug, Clone)]
struct Ruw {
    vraag: &'static str,
    takken: BTreeMap<Keuze, Tak>,
}

/// Maakt de boom van een regel.
#[must_use]
pub fn boom(info: &RegelInfo) -> Boom {
    let sporen = sporen(info);
    if sporen.is_empty() {
        return Boom { knopen: Vec::new() };
    }
    let samen = vouw(&sporen, true);
    // Vouwen mag nooit een kringloop maken; lukt het niet, dan blijft elke vraag op haar eigen plaats.
    let (ruw, wortel) = if volgorde(&samen.0, samen.1).is_some() { samen } else { vouw(&sporen, false) };
    let orde = volgorde(&ruw, wortel).unwrap_or_default();
    teken(&ruw, &orde)
}

/// Elk geval, en elk geval met één ander ja of nee of ander woord.
fn sporen(info: &RegelInfo) -> Vec<Spoor> {
    let mut uit = BTreeSet::new();
    let mut gesteld = 0;
    let mut stel = |vraag: &Value| {
        gesteld += 1;
        if let (true, Ok(a)) = (gesteld < MEESTE_VRAGEN, info.vraag(vraag, date(2026, 11, 23))) {
            let stap = |s: &rules::Stap| (s.vraag, Keuze::van(&s.antwoord), s.antwoord.to_string());
            let stappen: Vec<_> = a.pad.iter().map(stap).collect();
            uit.insert((stappen, a.uitkomst));
        }
    };
    for g in geval::tabellen(info).unwrap_or_default().iter().flat_map(|t| &t.gevallen) {
        stel(&g.vraag);
        for v in info.vraag {
            let anders: Vec<Value> = match v.soort {
                Soort::JaNee => vec![Value::Bool(true), Value::Bool(false)],
                Soort::Keuze(codes) | Soort::KeuzeOfObject(codes, _) => codes.iter().map(|c| Value::from(*c)).collect(),
                _ => continue,
            };
            for waarde in anders {
                let mut vraag = g.vraag.clone();
                geval::zet(&mut vraag, v.naam, Some(waarde));
                stel(&vraag);
            }
        }
    }
    uit.into_iter().collect()
}

/// Voegt gelijke vragen samen; geeft de knopen en de eerste vraag.
fn vouw(sporen: &[Spoor], samenvoegen: bool) -> (Vec<Ruw>, usize) {
    let mut knopen: Vec<Ruw> = Vec::new();
    let mut plaats: BTreeMap<Vec<(&'static str, Keuze)>, usize> = BTreeMap::new();
    let mut wortel = 0;
    for (stappen, uitkomst) in sporen {
        let mut vorige: Option<(usize, Keuze, &String)> = None;
        for (i, (vraag, keuze, waarde)) in stappen.iter().enumerate() {
            // Met samenvoegen bepaalt de vorige vraag met haar antwoord de plaats; anders het hele pad tot hier.
            let vanaf = if samenvoegen { i.saturating_sub(1) } else { 0 };
            let eerder = stappen.get(vanaf..i).unwrap_or_default();
            let mut sleutel: Vec<_> = eerder.iter().map(|(v, k, _)| (*v, *k)).collect();
            sleutel.push((vraag, Keuze::Verder));
            let hier = *plaats.entry(sleutel).or_insert_with(|| {
                knopen.push(Ruw { vraag, takken: BTreeMap::new() });
                knopen.len() - 1
            });
            match vorige {
                Some((v, k, w)) => {
                    let tak = knopen[v].takken.entry(k).or_default();
                    tak.volgende.entry(hier).or_default().insert(w.clone());
                }
                None => wortel = hier,
            }
            vorige = Some((hier, *keuze, waarde));
        }
        if let Some((v, k, _)) = vorige {
            knopen[v].takken.entry(k).or_default().uitkomsten.insert(uitkomst);
        }
    }
    if samenvoegen {
        while let Some((a, b)) = gelijk_paar(&knopen) {
            let weg = std::mem::take(&mut knopen[b].takken);
            for (k, t) in weg {
                let tak = knopen[a].takken.entry(k).or_default();
                for (n, woorden) in t.volgende {
                    tak.volgende.entry(n).or_default().extend(woorden);
                }
                tak.uitkomsten.extend(t.uitkomsten);
            }
            for k in &mut knopen {
                for t in k.takken.values_mut() {
                    if let Some(woorden) = t.volgende.remove(&b) {
                        t.volgende.entry(a).or_default().extend(woorden);
                    }
                }
            }
            if wortel == b {
                wortel = a;
            }
        }
    }
    (knopen, wortel)
}

/// Twee knopen met dezelfde vraag die op hetzelfde antwoord hetzelfde doen.
fn gelijk_paar(knopen: &[Ruw]) -> Option<(usize, usize)> {
    let leeft = |i: usize| !knopen[i].takken.is_empty();
    (0..knopen.len())
        .filter(|a| leeft(*a))
        .flat_map(|a| (a + 1..knopen.len()).map(move |b| (a, b)))
        .find(|(a, b)| leeft(*b) && knopen[*a].vraag == knopen[*b].vraag && doet_hetzelfde(knopen, *a, *b))
}

fn doet_hetzelfde(knopen: &[Ruw], a: usize, b: usize) -> bool {
    let vragen = |t: &Tak| t.volgende.keys().map(|i| knopen[*i].vraag).collect::<BTreeSet<_>>();
    let mut samen = 0;
    for (k, ta) in &knopen[a].takken {
        let Some(tb) = knopen[b].takken.get(k) else { continue };
        samen += 1;
        let zelfde_vervolg = vragen(ta) == vragen(tb);
        let raakt = ta.uitkomsten.is_empty() == tb.uitkomsten.is_empty()
            && (ta.uitkomsten.is_empty() || !ta.uitkomsten.is_disjoint(&tb.uitkomsten));
        if !zelfde_vervolg || !raakt {
            return false;
        }
    }
    samen > 0 && !bereikt(knopen, a, b) && !bereikt(knopen, b, a)
}

fn bereikt(knopen: &[Ruw], van: usize, doel: usize) -> bool {
    let mut gezien = BTreeSet::from([van]);
    let mut stapel = vec![van];
    while let Some(i) = stapel.pop() {
        for n in knopen[i].takken.values().flat_map(|t| t.volgende.keys()) {
            if *n == doel {
                return true;
            }
            if gezien.insert(*n) {
                stapel.push(*n);
            }
        }
    }
    false
}

/// Volgorde waarin elke weg naar voren leidt: de kleinste zijtak eerst. Geen volgorde als er een kringloop is.
fn volgorde(knopen: &[Ruw], wortel: usize) -> Option<Vec<(usize, usize)>> {
    let mut ingaand: BTreeMap<usize, usize> = BTreeMap::new();
    let mut gezien = BTreeSet::from([wortel]);
    let mut stapel = vec![wortel];
    while let Some(i) = stapel.pop() {
        for n in kinderen(knopen, i) {
            *ingaand.entry(n).or_default() += 1;
            if gezien.insert(n) {
                stapel.push(n);
            }
        }
    }
    let mut uit: Vec<(usize, usize)> = Vec::new();
    let mut diepte: BTreeMap<usize, usize> = BTreeMap::from([(wortel, 0)]);
    let mut klaar = vec![wortel];
    while let Some(i) = klaar.pop() {
        let hier = diepte.get(&i).copied().unwrap_or(0);
        uit.push((i, hier));
        let mut k: Vec<usize> = kinderen(knopen, i).into_iter().collect();
        // De grootste tak gaat recht naar beneden en staat dus onder op de stapel.
        k.sort_by_key(|n| std::cmp::Reverse((omvang(knopen, *n), *n)));
        for (plek, n) in k.iter().enumerate() {
            let inspringen = if plek == 0 { hier } else { hier + 1 };
            diepte.entry(*n).and_modify(|d| *d = (*d).min(inspringen)).or_insert(inspringen);
            if let Some(open) = ingaand.get_mut(n) {
                *open -= 1;
                if *open == 0 {
                    klaar.push(*n);
                }
            }
        }
    }
    (uit.len() == gezien.len()).then_some(uit)
}

fn kinderen(knopen: &[Ruw], i: usize) -> BTreeSet<usize> {
    knopen[i].takken.values().flat_map(|t| t.volgende.keys().copied()).collect()
}

fn omvang(knopen: &[Ruw], van: usize) -> usize {
    let mut gezien = BTreeSet::from([van]);
    let mut stapel = vec![van];
    while let Some(i) = stapel.pop() {
        stapel.extend(kinderen(knopen, i).into_iter().filter(|n| gezien.insert(*n)));
    }
    gezien.len()
}

fn teken(ruw: &[Ruw], orde: &[(usize, usize)]) -> Boom {
    let plek: BTreeMap<usize, usize> = orde.iter().enumerate().map(|(p, (i, _))| (*i, p)).collect();
    let knopen = orde
        .iter()
        .map(|(i, inspringen)| {
            let mut uit = Vec::new();
            for (keuze, tak) in &ruw[*i].takken {
                let kiezen = *keuze == Keuze::Verder && tak.volgende.len() > 1;
                for (n, waarden) in &tak.volgende {
                    let Some(p) = plek.get(n) else { continue };
                    let samen = waarden.iter().cloned().collect::<Vec<_>>().join(" of ");
                    let past = waarden.len() <= MEESTE_WAARDEN && samen.chars().count() <= LANGSTE_WOORD;
                    let woord = if kiezen && past { samen } else { keuze.woord().to_owned() };
                    uit.push(Weg { bij: *keuze, woord, naar: Naar::Knoop(*p) });
                }
                if !tak.uitkomsten.is_empty() {
                    let naar = Naar::Uitkomsten(tak.uitkomsten.iter().copied().collect());
                    uit.push(Weg { bij: *keuze, woord: keuze.woord().to_owned(), naar });
                }
            }
            Knoop { vraag: ruw[*i].vraag, inspringen: *inspringen, uit }
        })
        .collect();
    Boom { knopen }
}

/// Een stap van een antwoord op de boom: welke vraag, welke weg, en de waarde als die er is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stap {
    /// Plaats van de vraag in de boom.
    pub knoop: usize,
    /// Plaats van de weg bij die vraag.
    pub weg: usize,
    /// Het antwoord als het geen ja of nee is.
    pub waarde: String,
}

impl Boom {
    /// Het pad van een antwoord op deze boom; het stopt waar de boom de stap niet kent.
    #[must_use]
    pub fn gelopen(&self, a: &Antwoord) -> Vec<Stap> {
        let mut uit = Vec::new();
        let mut hier = 0;
        for (i, s) in a.pad.iter().enumerate() {
            let Some(knoop) = self.knopen.get(hier).filter(|k| k.vraag == s.vraag) else { break };
            let keuze = Keuze::van(&s.antwoord);
            let volgende = a.pad.get(i + 1).map(|v| v.vraag);
            let past = |naar: &Naar| match (naar, volgende) {
                (Naar::Knoop(n), Some(v)) => self.knopen.get(*n).is_some_and(|k| k.vraag == v),
                (Naar::Uitkomsten(u), None) => u.contains(&a.uitkomst),
                _ => false,
            };
            let Some(weg) = knoop.uit.iter().position(|w| w.bij == keuze && past(&w.naar)) else { break };
            let waarde = if keuze == Keuze::Verder { s.antwoord.to_string() } else { String::new() };
            uit.push(Stap { knoop: hier, weg, waarde });
            if let Some(Weg { naar: Naar::Knoop(n), .. }) = knoop.uit.get(weg) {
                hier = *n;
            }
        }
        uit
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elk_geval_loopt_zijn_hele_pad_over_de_boom() {
        for info in crate::regels() {
            let Ok(tabellen) = geval::tabellen(info) else { continue };
            let b = boom(info);
            let mut gebruikt = BTreeSet::new();
            for g in tabellen.iter().flat_map(|t| &t.gevallen) {
                let Ok(a) = info.vraag(&g.vraag, date(2026, 11, 23)) else { continue };
                let gelopen = b.gelopen(&a);
                assert_eq!(gelopen.len(), a.pad.len(), "{} «{}»", info.regel.naam, g.naam);
                gebruikt.extend(gelopen.into_iter().map(|s| s.knoop));
            }
            for (i, k) in b.knopen.iter().enumerate() {
                assert!(!k.uit.is_empty(), "{} {}", info.regel.naam, k.vraag);
                assert!(k.uit.iter().all(|w| !matches!(w.naar, Naar::Knoop(n) if n <= i)), "{}", info.regel.naam);
            }
            assert!(!gebruikt.is_empty() && b.knopen.len() < 60, "{} {}", info.regel.naam, b.knopen.len());
        }
    }
}
