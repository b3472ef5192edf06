//! From the tree of a rule to the drawing, with the steps of one answer marked.

use super::woorden;
use beeld::{Knoop, Naar, Rand, Tijdvak, beslispad, tijdlijn};
use regelvraag::boom::{self, Boom};
use regelvraag::{Antwoord, RegelInfo};
use rules::Recht;
use rules::datum_kort;
use rules::verzuimsoort::Verzuimsoort;
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

/// The tree of a rule; made once, because it asks the rule some thousands of questions.
fn boom_van(info: &'static RegelInfo) -> Boom {
    static BOMEN: Mutex<Option<HashMap<&str, Boom>>> = Mutex::new(None);
    let mut bomen = BOMEN.lock().unwrap_or_else(PoisonError::into_inner);
    bomen.get_or_insert_with(HashMap::new).entry(info.regel.naam).or_insert_with(|| boom::boom(info)).clone()
}

/// One question in words, for who rather reads than looks.
pub(crate) struct Vraagrij {
    pub(crate) vraag: &'static str,
    pub(crate) wegen: Vec<(String, String)>,
}

/// The drawing for a wide and for a narrow screen, and the same as rows.
pub(crate) struct Tekening {
    pub(crate) breed: String,
    pub(crate) smal: String,
    pub(crate) rijen: Vec<Vraagrij>,
}

pub(crate) fn beslissing(info: &'static RegelInfo, antwoord: Option<&Antwoord>) -> Tekening {
    let boom = boom_van(info);
    let gelopen = antwoord.map(|a| boom.gelopen(a)).unwrap_or_default();
    // The kinds of report have a name that a school uses; the other codes are plain words.
    let naam = |code: &str| match (info.regel.naam, Verzuimsoort::uit_code(code)) {
        ("verzuimsoort", Some(s)) => s.naam().to_owned(),
        _ => woorden(code),
    };
    let knopen: Vec<Knoop> = boom
        .knopen
        .iter()
        .enumerate()
        .map(|(i, k)| {
            let stap = gelopen.iter().find(|s| s.knoop == i);
            let randen = k.uit.iter().enumerate().map(|(w, weg)| Rand {
                bij: weg.woord.clone(),
                naar: match &weg.naar {
                    boom::Naar::Knoop(n) => Naar::Knoop(*n),
                    // Of one answer only its own outcome is marked; the others stay possible for other facts.
                    boom::Naar::Uitkomsten(u) => match (stap.filter(|s| s.weg == w), antwoord) {
                        (Some(_), Some(a)) => Naar::Uitkomst(vec![naam(a.uitkomst)]),
                        _ => Naar::Uitkomst(u.iter().map(|c| naam(c)).collect()),
                    },
                },
                gelopen: stap.is_some_and(|s| s.weg == w),
            });
            Knoop {
                vraag: k.vraag.to_owned(),
                waarde: stap.map(|s| s.waarde.clone()).unwrap_or_default(),
                inspringen: k.inspringen,
                randen: randen.collect(),
                gelopen: stap.is_some(),
            }
        })
        .collect();
    let rijen = boom
        .knopen
        .iter()
        .map(|k| Vraagrij {
            vraag: k.vraag,
            wegen: k
                .uit
                .iter()
                .map(|weg| {
                    let bij = if weg.woord.is_empty() { "daarna".to_owned() } else { format!("bij {}", weg.woord) };
                    let waar = match &weg.naar {
                        boom::Naar::Knoop(n) => boom.knopen.get(*n).map_or_else(String::new, |k| k.vraag.to_owned()),
                        boom::Naar::Uitkomsten(u) => u.iter().map(|c| naam(c)).collect::<Vec<_>>().join(" of "),
                    };
                    (bij, waar)
                })
                .collect(),
        })
        .collect();
    let titel = match antwoord {
        Some(_) => format!("{}: het pad van dit geval", info.regel.titel),
        None => format!("{}: zo beslist de regel", info.regel.titel),
    };
    Tekening { breed: beslispad(&titel, &knopen, true), smal: beslispad(&titel, &knopen, false), rijen }
}

/// A history as a line: value, first day, and which one holds now.
pub(crate) fn geschiedenis(
    titel: &str,
    standen: &[(jiff::civil::Date, String, bool)],
    recht: Recht,
) -> (String, String) {
    let nu = standen.iter().rposition(|(vanaf, _, voorstel)| !voorstel && *vanaf <= recht.op).unwrap_or(0);
    let vakken: Vec<Tijdvak> = standen
        .iter()
        .enumerate()
        .map(|(i, (vanaf, waarde, voorstel))| Tijdvak {
            vanaf: if *voorstel { "nog geen wet".to_owned() } else { datum_kort(*vanaf) },
            waarde: waarde.clone(),
            nu: i == nu,
            voorstel: *voorstel,
        })
        .collect();
    (tijdlijn(titel, &vakken, true), tijdlijn(titel, &vakken, false))
}
