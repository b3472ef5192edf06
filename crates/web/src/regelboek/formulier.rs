//! The form of a rule: made from the shape of its question, filled from a question or from what somebody typed.

use super::{kop, woorden};
use regelvraag::vorm::{ALGEMEEN, Soort, Veld};
use regelvraag::{Fout, RegelInfo, geval};
use rules::recht::beleid::{Ruimte, SLEUTELS};
use serde_json::{Map, Value};
use std::collections::HashMap;

/// How a field is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Invoersoort {
    Dag,
    Keuze,
    Getal,
    Tekst,
    Lijst,
}

/// One field of the form.
pub(crate) struct Invoer {
    pub(crate) naam: String,
    pub(crate) label: String,
    pub(crate) uitleg: String,
    pub(crate) soort: Invoersoort,
    pub(crate) keuzes: Vec<(String, String)>,
    pub(crate) waarde: String,
    pub(crate) nodig: bool,
    pub(crate) fout: Option<String>,
}

/// Fields that belong together.
pub(crate) struct Groep {
    pub(crate) kop: String,
    pub(crate) velden: Vec<Invoer>,
}

impl Groep {
    /// Is something filled in, or wrong? Then the group is open.
    pub(crate) fn open(&self) -> bool {
        self.velden.iter().any(|v| !v.waarde.is_empty() || v.fout.is_some())
    }
}

/// What the form of a rule asks: facts first, then policy.
pub(crate) fn groepen(info: &RegelInfo, ingevuld: &HashMap<String, String>, fout: Option<&Fout>) -> Vec<Groep> {
    let mut feiten = Groep { kop: String::new(), velden: Vec::new() };
    let mut andere: Vec<Groep> = Vec::new();
    let peildatum = ALGEMEEN.first().filter(|p| !info.vraag.iter().any(|v| v.naam == p.naam));
    for v in info.vraag.iter().chain(peildatum) {
        match v.soort {
            Soort::Object(binnen) => {
                let velden =
                    binnen.iter().map(|b| invoer(&format!("{}.{}", v.naam, b.naam), b, ingevuld, false)).collect();
                andere.push(Groep { kop: kop(v.naam), velden });
            }
            _ => {
                let mut i = invoer(v.naam, v, ingevuld, v.nodig);
                if v.naam == "vakantieregio" && info.vraag.iter().any(|v| v.naam == "kalender") {
                    i.uitleg = "Leeg: de eigen kalender hieronder, ook als die leeg is.".to_owned();
                }
                feiten.velden.push(i);
            }
        }
    }
    let beleid: Vec<Invoer> = SLEUTELS
        .iter()
        .filter(|s| s.regels.contains(&info.regel.naam))
        .map(|s| {
            let (soort, anders) = match s.ruimte {
                Ruimte::Geheel { van, tm, anders } => {
                    let gewoon = anders.map_or_else(|| "niets gekozen".to_owned(), |a| a.to_string());
                    (Soort::Geheel(van, tm), format!("Gewoon {gewoon}; mag van {van} tot en met {tm}."))
                }
                Ruimte::Getal { anders } => (Soort::Getal, format!("Gewoon {anders}.")),
                Ruimte::JaNee { anders } => (Soort::JaNee, format!("Gewoon {}.", if anders { "ja" } else { "nee" })),
            };
            let veld = Veld { naam: s.naam, soort, nodig: false, wat: s.wat };
            let mut i = invoer(&format!("beleid.{}", s.naam), &veld, ingevuld, false);
            i.uitleg = format!("{} {anders}", s.wat);
            i
        })
        .collect();
    if !beleid.is_empty() {
        andere.push(Groep { kop: "Plaatselijk beleid".to_owned(), velden: beleid });
    }
    let mut groepen = vec![feiten];
    groepen.extend(andere);
    if let Some(f) = fout {
        let plek = f.veld.trim_start_matches('/').replace('/', ".");
        let raakt = |naam: &str| plek == naam || plek.starts_with(&format!("{naam}."));
        for i in groepen.iter_mut().flat_map(|g| &mut g.velden).filter(|i| raakt(&i.naam)) {
            i.fout = Some(f.melding.clone());
        }
    }
    groepen
}

/// The fields that a fault touches, each with a sentence that names the field and the line in it.
pub(crate) fn samenvatting(groepen: &[Groep], fout: &Fout) -> Vec<(String, String)> {
    let regel = fout.veld.split('/').find_map(|deel| deel.parse::<usize>().ok());
    let plek = regel.map(|n| format!(", regel {}", n.saturating_add(1))).unwrap_or_default();
    let geraakt: Vec<_> = groepen
        .iter()
        .flat_map(|g| &g.velden)
        .filter(|v| v.fout.is_some())
        .map(|v| (v.naam.clone(), format!("{}{plek}: {}", v.label, fout.melding)))
        .collect();
    // A fault that belongs to no field of the form still has to be said.
    if geraakt.is_empty() { vec![("probeer".to_owned(), fout.melding.clone())] } else { geraakt }
}

fn invoer(naam: &str, v: &Veld, ingevuld: &HashMap<String, String>, nodig: bool) -> Invoer {
    let woord = |codes: &[&str]| -> Vec<(String, String)> {
        std::iter::once((String::new(), "–".to_owned()))
            .chain(codes.iter().map(|c| ((*c).to_owned(), woorden(c))))
            .collect()
    };
    let mut uitleg = v.wat.to_owned();
    let (soort, keuzes) = match v.soort {
        Soort::Datum => (Invoersoort::Dag, Vec::new()),
        Soort::JaNee => (Invoersoort::Keuze, woord(&["ja", "nee"])),
        Soort::Keuze(codes) | Soort::KeuzeOfObject(codes, _) => (Invoersoort::Keuze, woord(codes)),
        Soort::Geheel(..) | Soort::Getal => (Invoersoort::Getal, Vec::new()),
        Soort::Tekst | Soort::Object(_) => (Invoersoort::Tekst, Vec::new()),
        Soort::Lijst(item) => {
            if let Soort::Object(velden) = item {
                let woorden: Vec<String> = velden
                    .iter()
                    .map(|v| if v.nodig { woorden(v.naam) } else { format!("({})", woorden(v.naam)) })
                    .collect();
                uitleg.push_str(&format!(" Eén per regel: {}.", woorden.join(" ")));
                if velden.iter().any(|v| v.naam == "lesuur") {
                    uitleg.push_str(" Meer dagen of uren tegelijk: 2026-09-07..2026-09-11 1-6 60 ongeoorloofd.");
                }
            } else {
                uitleg.push_str(" Met spaties ertussen.");
            }
            (Invoersoort::Lijst, Vec::new())
        }
    };
    Invoer {
        naam: naam.to_owned(),
        label: kop(naam.rsplit('.').next().unwrap_or(naam)),
        uitleg,
        soort,
        keuzes,
        waarde: ingevuld.get(naam).cloned().unwrap_or_default(),
        nodig,
        fout: None,
    }
}

/// The question of a filled form. What does not fit a list gets its message at the field.
pub(crate) fn vraag(info: &RegelInfo, ingevuld: &HashMap<String, String>) -> Result<Value, Fout> {
    let mut vraag = Value::Object(Map::new());
    for g in groepen(info, &HashMap::new(), None) {
        for i in g.velden {
            let Some(tekst) = ingevuld.get(&i.naam).map(|t| t.trim()).filter(|t| !t.is_empty()) else { continue };
            match geval::cel_waarde(info, &i.naam, tekst) {
                Ok(Some(w)) => geval::zet(&mut vraag, &i.naam, Some(w)),
                Ok(None) => {}
                Err(_) => {
                    return Err(Fout {
                        code: "ongeldige_waarde",
                        veld: format!("/{}", i.naam.replace('.', "/")),
                        melding:
                            "Deze regels zijn niet te lezen. Zet op elke regel de woorden in de volgorde hierboven."
                                .to_owned(),
                    });
                }
            }
        }
    }
    // An own calendar with nothing in it is still a calendar; the form cannot say that in another way.
    let heeft = |naam: &str| info.vraag.iter().any(|v| v.naam == naam);
    if heeft("kalender") && vraag.get("kalender").is_none() && vraag.get("vakantieregio").is_none() {
        geval::zet(&mut vraag, "kalender", Some(Value::Object(Map::new())));
    }
    Ok(vraag)
}

/// The form of a question: the other way around.
pub(crate) fn invulling(info: &RegelInfo, vraag: &Value) -> HashMap<String, String> {
    let mut uit = HashMap::new();
    for g in groepen(info, &HashMap::new(), None) {
        for i in g.velden {
            let waarde = i.naam.split('.').try_fold(vraag, |v, deel| v.get(deel)).filter(|w| !w.is_null());
            if let Some(w) = waarde {
                let soort = geval::soort_van(info, &i.naam);
                let tekst = if *w == Value::Array(Vec::new()) {
                    "leeg".to_owned()
                } else {
                    geval::woorden(w, soort.as_ref()).replace("; ", "\n")
                };
                uit.insert(i.naam, tekst);
            }
        }
    }
    uit
}
