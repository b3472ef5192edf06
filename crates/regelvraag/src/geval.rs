//! De gevallen van een regel: tabellen in gewone taal naast de wet, die als vraag door de deur gaan.
//!
//! Een tabel staat in het Markdown van de regel onder «## Gevallen», na een regel `Uitgangspunt:` met een volledige
//! vraag als JSON. Een kolom is een feit (naam van het veld, met punten voor een veld in een veld), een verwachting
//! (`→ veld`), de rijen van de specificatie (`rijen`) of de naam van het geval (`geval`). In de kolom `anders` staan feiten
//! die maar een enkel geval noemt, als `veld waarde, veld waarde`. In een cel staat een waarde in
//! gewone taal; leeg is zoals het uitgangspunt, `–` is weglaten. Lijsten met velden staan als `2026-09-07 1 60 ziek; …`;
//! bij lessen mag `2026-09-07..2026-09-11` (de doordeweekse dagen) en `1-6` (de lesuren).

use crate::vorm::{ALGEMEEN, Soort, Veld};
use crate::{Fout, RegelInfo};
use jiff::ToSpan;
use jiff::civil::{Date, Weekday};
use rules::recht::beleid::{self, Ruimte};
use serde_json::{Map, Number, Value};

/// Wat een kolom betekent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kop {
    /// Een feit van de vraag.
    Feit(String),
    /// Losse feiten, `veld waarde, veld waarde`.
    Anders,
    /// Een veld van het antwoord.
    Verwacht(String),
    /// Rijen van de specificatie.
    Rijen,
    /// Naam van het geval.
    Naam,
}

/// Een tabel met gevallen.
#[derive(Debug, Clone)]
pub struct Tabel {
    /// Wat er boven de tabel staat; leeg als er niets staat.
    pub kop: String,
    /// De vraag waar elk geval op lijkt.
    pub uitgangspunt: Value,
    /// De kolommen.
    pub koppen: Vec<Kop>,
    /// De gevallen.
    pub gevallen: Vec<Geval>,
}

/// Eén geval.
#[derive(Debug, Clone)]
pub struct Geval {
    /// Naam, in de woorden van een ambtenaar.
    pub naam: String,
    /// Rijen van de specificatie die dit geval laat zien.
    pub rijen: Vec<String>,
    /// De cellen zoals zij in de tabel staan.
    pub cellen: Vec<String>,
    /// De volledige vraag.
    pub vraag: Value,
    /// Wat er verwacht wordt: veld en waarde als tekst.
    pub verwacht: Vec<(String, String)>,
}

/// Wat een geval opleverde.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Uitslag {
    /// Veld, verwacht, gevonden: alleen waar zij verschillen.
    pub verschillen: Vec<(String, String, String)>,
}

impl Uitslag {
    /// Klopt alles?
    #[must_use]
    pub fn klopt(&self) -> bool {
        self.verschillen.is_empty()
    }
}

/// Alle tabellen van een regel.
///
/// # Errors
/// De tabel is niet te lezen; de tekst zegt waar.
pub fn tabellen(info: &RegelInfo) -> Result<Vec<Tabel>, String> {
    let mut uit: Vec<Tabel> = Vec::new();
    let mut uitgangspunt: Option<Value> = None;
    let mut koppen: Option<Vec<Kop>> = None;
    let mut erboven = String::new();
    for regel in info.regel.lezing.lines().skip_while(|r| !r.starts_with("## Gevallen")).skip(1) {
        if let Some(json) = regel.strip_prefix("Uitgangspunt:") {
            let json = json.trim().trim_matches('`');
            uitgangspunt = Some(serde_json::from_str(json).map_err(|e| format!("{}: {e}", info.regel.naam))?);
            koppen = None;
            erboven.clear();
        } else if regel.starts_with("|---") {
            continue;
        } else if let Some(rij) = regel.strip_prefix('|') {
            let cellen: Vec<&str> = rij.trim_end().trim_end_matches('|').split('|').map(str::trim).collect();
            match &koppen {
                None => {
                    let k: Vec<Kop> = cellen.iter().map(|c| kop(c)).collect();
                    let basis =
                        uitgangspunt.clone().ok_or_else(|| format!("{}: geen uitgangspunt", info.regel.naam))?;
                    let kop = std::mem::take(&mut erboven).trim().trim_end_matches(':').to_owned();
                    uit.push(Tabel { kop, uitgangspunt: basis, koppen: k.clone(), gevallen: Vec::new() });
                    koppen = Some(k);
                }
                Some(k) => {
                    let tabel = uit.last_mut().ok_or_else(|| "geen tabel".to_owned())?;
                    if cellen.len() != k.len() {
                        return Err(format!("{}: {} cellen in {regel}", info.regel.naam, cellen.len()));
                    }
                    tabel.gevallen.push(geval(info, &tabel.uitgangspunt, k, &cellen)?);
                }
            }
        } else if regel.trim().is_empty() {
            if uit.last().is_some_and(|t| !t.gevallen.is_empty()) {
                koppen = None;
            }
        } else {
            // Een nieuwe alinea boven een tabel vervangt de vorige.
            if koppen.is_some() {
                koppen = None;
            }
            erboven.push(' ');
            erboven.push_str(regel.trim());
        }
    }
    if uit.iter().all(|t| t.gevallen.is_empty()) {
        return Err(format!("{}: geen gevallen", info.regel.naam));
    }
    Ok(uit)
}

/// Stelt de vraag van een geval en vergelijkt het antwoord.
#[must_use]
pub fn toets(info: &RegelInfo, geval: &Geval) -> Uitslag {
    // Een geval hoort zijn eigen peildatum te noemen; deze dag geldt als dat niet zo is.
    let vandaag = jiff::civil::date(2026, 11, 23);
    let gegeven = info.vraag(&geval.vraag, vandaag);
    let verschillen = geval
        .verwacht
        .iter()
        .map(|(veld, verwacht)| (veld.clone(), verwacht.clone(), gevonden(info, &gegeven, veld)))
        .filter(|(_, verwacht, gevonden)| verwacht != gevonden)
        .collect::<Vec<_>>();
    let onverwacht = match (&gegeven, geval.verwacht.iter().any(|(v, w)| v == "fout" && w != "–")) {
        (Err(f), false) => Some(("fout".to_owned(), "–".to_owned(), format!("{} {}", f.code, f.veld))),
        _ => None,
    };
    Uitslag { verschillen: verschillen.into_iter().chain(onverwacht).collect() }
}

fn gevonden(info: &RegelInfo, gegeven: &Result<crate::Antwoord, Fout>, veld: &str) -> String {
    match gegeven {
        Err(f) if veld == "fout" => format!("{} {}", f.code, f.veld).trim_end().to_owned(),
        Err(_) => "fout".to_owned(),
        Ok(_) if veld == "fout" => "–".to_owned(),
        Ok(a) => {
            let json = a.json();
            let waarde = veld.split('.').try_fold(&json, |v, deel| match deel.parse::<usize>() {
                Ok(i) => v.get(i),
                Err(_) => v.get(deel),
            });
            let vorm = info.antwoord.iter().find(|v| v.naam == veld).map(|v| &v.soort);
            waarde.map_or_else(|| "–".to_owned(), |w| woorden(w, vorm))
        }
    }
}

/// Een waarde in gewone taal, zoals zij in een cel staat.
#[must_use]
pub fn woorden(waarde: &Value, vorm: Option<&Soort>) -> String {
    match waarde {
        Value::Null => "–".to_owned(),
        Value::Bool(b) => if *b { "ja" } else { "nee" }.to_owned(),
        Value::Number(n) => {
            let tekst = n.to_string().replace('.', ",");
            match tekst.split_once(',') {
                Some((heel, deel)) if deel.bytes().all(|b| b == b'0') => heel.to_owned(),
                Some(_) => tekst.trim_end_matches('0').to_owned(),
                None => tekst,
            }
        }
        Value::String(t) => t.clone(),
        Value::Array(lijst) if lijst.is_empty() => "–".to_owned(),
        Value::Array(lijst) => {
            let (tussen, item) = match vorm {
                Some(Soort::Lijst(item @ Soort::Object(_))) => ("; ", Some(*item)),
                _ => (" ", None),
            };
            lijst.iter().map(|w| woorden(w, item)).collect::<Vec<_>>().join(tussen)
        }
        Value::Object(m) => {
            let volgorde: Vec<&str> = match vorm {
                Some(Soort::Object(velden)) => velden.iter().map(|v| v.naam).collect(),
                _ => m.keys().map(String::as_str).collect(),
            };
            volgorde.iter().filter_map(|k| m.get(*k)).map(|w| woorden(w, None)).collect::<Vec<_>>().join(" ")
        }
    }
}

fn kop(cel: &str) -> Kop {
    match cel.strip_prefix('→') {
        Some(veld) => Kop::Verwacht(veld.trim().to_owned()),
        None if cel == "rijen" => Kop::Rijen,
        None if cel == "anders" => Kop::Anders,
        None if cel == "geval" => Kop::Naam,
        None => Kop::Feit(cel.to_owned()),
    }
}

fn geval(info: &RegelInfo, basis: &Value, koppen: &[Kop], cellen: &[&str]) -> Result<Geval, String> {
    let mut g = Geval {
        naam: String::new(),
        rijen: Vec::new(),
        cellen: cellen.iter().map(|c| (*c).to_owned()).collect(),
        vraag: basis.clone(),
        verwacht: Vec::new(),
    };
    for (kop, cel) in koppen.iter().zip(cellen) {
        match kop {
            Kop::Naam => g.naam = (*cel).to_owned(),
            Kop::Rijen => g.rijen = cel.split_whitespace().map(str::to_owned).collect(),
            Kop::Verwacht(_) if cel.is_empty() => {}
            Kop::Verwacht(veld) => g.verwacht.push((veld.clone(), (*cel).to_owned())),
            Kop::Feit(_) | Kop::Anders if cel.is_empty() => {}
            Kop::Feit(veld) => feit(info, &mut g.vraag, veld, cel)?,
            Kop::Anders => {
                for deel in cel.split(", ") {
                    let (veld, waarde) = deel.trim().split_once(' ').ok_or_else(|| format!("anders: {deel}"))?;
                    feit(info, &mut g.vraag, veld, waarde)?;
                }
            }
        }
    }
    Ok(g)
}

fn feit(info: &RegelInfo, vraag: &mut Value, veld: &str, cel: &str) -> Result<(), String> {
    let waarde = cel_waarde(info, veld, cel).map_err(|f| format!("{} {veld} {cel}: {f}", info.regel.naam))?;
    zet(vraag, veld, waarde);
    Ok(())
}

/// De waarde van een ingevuld veld, zoals op het formulier of in een tabel; `None` is weglaten.
///
/// # Errors
/// De tekst past niet bij een lijst met velden.
pub fn cel_waarde(info: &RegelInfo, veld: &str, cel: &str) -> Result<Option<Value>, String> {
    if matches!(cel, "–" | "-") {
        return Ok(None);
    }
    if let Some(json) = cel.strip_prefix('`').and_then(|c| c.strip_suffix('`')) {
        return serde_json::from_str(json).map(Some).map_err(|e| e.to_string());
    }
    match soort_van(info, veld) {
        Some(s) => lees(&s, cel).map(Some),
        None => Ok(Some(Value::String(cel.to_owned()))),
    }
}

/// Zet een waarde op een plaats in de vraag; `None` haalt haar weg.
pub fn zet(vraag: &mut Value, veld: &str, waarde: Option<Value>) {
    let mut hier = vraag;
    let mut delen = veld.split('.').peekable();
    while let Some(deel) = delen.next() {
        if !hier.is_object() {
            *hier = Value::Object(Map::new());
        }
        let Value::Object(m) = hier else { return };
        if delen.peek().is_none() {
            match waarde {
                Some(w) => m.insert(deel.to_owned(), w),
                None => m.remove(deel),
            };
            return;
        }
        hier = m.entry(deel.to_owned()).or_insert(Value::Object(Map::new()));
    }
}

/// De soort van een veld, ook binnen een veld.
#[must_use]
pub fn soort_van(info: &RegelInfo, veld: &str) -> Option<Soort> {
    if let Some(naam) = veld.strip_prefix("beleid.") {
        return beleid::sleutel(naam).map(|s| match s.ruimte {
            Ruimte::Geheel { van, tm, .. } => Soort::Geheel(van, tm),
            Ruimte::Getal { .. } => Soort::Getal,
            Ruimte::JaNee { .. } => Soort::JaNee,
        });
    }
    let mut velden: Vec<Veld> = info.vraag.iter().chain(ALGEMEEN).copied().collect();
    let mut soort = None;
    for deel in veld.split('.') {
        let gevonden = velden.iter().find(|v| v.naam == deel)?.soort;
        velden = match gevonden {
            Soort::Object(v) | Soort::KeuzeOfObject(_, v) => v.to_vec(),
            _ => Vec::new(),
        };
        soort = Some(gevonden);
    }
    soort
}

fn lees(soort: &Soort, cel: &str) -> Result<Value, String> {
    Ok(match soort {
        Soort::JaNee => match cel {
            "ja" => Value::Bool(true),
            "nee" => Value::Bool(false),
            _ => Value::String(cel.to_owned()),
        },
        Soort::Geheel(..) | Soort::Getal => getal(cel),
        Soort::Lijst(_) if cel == "leeg" => Value::Array(Vec::new()),
        Soort::Lijst(item) => match item {
            Soort::Object(velden) => {
                let mut uit = Vec::new();
                for deel in cel.split([';', '\n']).map(str::trim).filter(|d| !d.is_empty()) {
                    rijen(velden, deel, &mut uit)?;
                }
                Value::Array(uit)
            }
            _ => Value::Array(cel.split_whitespace().map(|w| lees(item, w)).collect::<Result<_, _>>()?),
        },
        _ => Value::String(cel.to_owned()),
    })
}

fn getal(cel: &str) -> Value {
    let tekst = cel.replace(',', ".");
    let heel = tekst.parse::<i64>().ok().map(Number::from);
    let los = || tekst.parse::<f64>().ok().and_then(Number::from_f64);
    heel.or_else(los).map_or_else(|| Value::String(cel.to_owned()), Value::Number)
}

/// Eén rij van een lijst: woorden in de volgorde van de velden, met dagen en lesuren uitgevouwen.
fn rijen(velden: &[Veld], tekst: &str, uit: &mut Vec<Value>) -> Result<(), String> {
    let delen: Vec<&str> = tekst.split_whitespace().collect();
    if delen.len() > velden.len() {
        return Err(format!("te veel woorden: {tekst}"));
    }
    let mut kant: Vec<Map<String, Value>> = vec![Map::new()];
    for (veld, woord) in velden.iter().zip(&delen) {
        if matches!(*woord, "–" | "-") {
            continue;
        }
        let waarden: Vec<Value> = match (veld.naam, woord.split_once(".."), woord.split_once('-')) {
            ("datum", Some((van, tm)), _) => doordeweeks(van, tm)?,
            ("lesuur", _, Some((van, tm))) => {
                let (van, tm): (i64, i64) =
                    (van.parse().map_err(|_| woord.to_string())?, tm.parse().map_err(|_| woord.to_string())?);
                (van..=tm.min(van + 20)).map(Value::from).collect()
            }
            _ => vec![lees(&veld.soort, woord)?],
        };
        kant = kant
            .iter()
            .flat_map(|m| {
                waarden.iter().map(|w| {
                    let mut m = m.clone();
                    m.insert(veld.naam.to_owned(), w.clone());
                    m
                })
            })
            .collect();
    }
    uit.extend(kant.into_iter().map(Value::Object));
    Ok(())
}

/// Grens aan het uitvouwen van dagen: een schooljaar.
const MEESTE_DAGEN: usize = 366;

fn doordeweeks(van: &str, tm: &str) -> Result<Vec<Value>, String> {
    let dag = |t: &str| t.parse::<Date>().map_err(|_| format!("geen dag: {t}"));
    let (van, tm) = (dag(van)?, dag(tm)?);
    Ok(van
        .series(1.day())
        .take_while(|d| *d <= tm)
        .take(MEESTE_DAGEN)
        .filter(|d| !matches!(d.weekday(), Weekday::Saturday | Weekday::Sunday))
        .map(|d| Value::String(d.to_string()))
        .collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn de_laatste_stap_van_halt_zegt_of_er_een_beletsel_is() {
        let info = crate::zoek("halt").unwrap();
        let dag = jiff::civil::date(2026, 11, 24);
        let antwoorden = tabellen(info).unwrap().into_iter().flat_map(|t| t.gevallen);
        let stappen: Vec<_> = antwoorden.filter_map(|g| info.vraag(&g.vraag, dag).ok()).collect();
        assert!(stappen.len() > 10);
        for a in stappen {
            let nee = a.uitkomst == "mogelijk";
            assert_eq!(a.pad.last().map(|s| s.antwoord.as_ref()), Some(if nee { "nee" } else { "ja" }));
        }
    }

    #[test]
    fn elk_geval_van_elke_regel_klopt() {
        let mut fouten = Vec::new();
        let mut aantal = 0;
        for info in crate::regels() {
            let tabellen = tabellen(info).unwrap_or_else(|f| {
                fouten.push(f);
                Vec::new()
            });
            for tabel in tabellen {
                for g in &tabel.gevallen {
                    aantal += 1;
                    assert!(!g.verwacht.is_empty(), "{} {}: niets verwacht", info.regel.naam, g.naam);
                    let u = toets(info, g);
                    if !u.klopt() {
                        fouten.push(format!("{} «{}» {:?}\n   {}", info.regel.naam, g.naam, u.verschillen, g.vraag));
                    }
                }
            }
        }
        assert!(fouten.is_empty(), "{} van {aantal} gevallen:\n{}", fouten.len(), fouten.join("\n"));
        assert!(aantal > 600, "{aantal}");
    }
}
