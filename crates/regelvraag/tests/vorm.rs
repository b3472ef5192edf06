//! De vorm zegt wat de lezer doet: wat in de vorm staat mag, wat er niet in staat niet, en het schema zegt hetzelfde.

mod gemeen;

use gemeen::{VANDAAG, vragen};
use jsonschema::Validator;
use regelvraag::vorm::{ALGEMEEN, Soort, Veld};
use regelvraag::{Antwoord, Fout, RegelInfo, regels, schema};
use rules::recht::beleid::{self, Ruimte};
use serde_json::{Map, Value, json};

/// Velden die elk antwoord heeft.
const VAST: [&str; 7] = ["regel", "versie", "uitkomst", "grondslag", "toelichting", "pad", "open_normen"];

/// Het veld dat elke vraag heeft en dat niet in de vorm staat: zijn sleutels hangen van de regel af.
const BELEID: Veld = Veld { naam: "beleid", soort: Soort::Object(&[]), nodig: false, wat: "" };

/// Een regel met zijn schema's en de vragen die hij beantwoordt.
struct Proef {
    info: &'static RegelInfo,
    vraag: Validator,
    antwoord: Validator,
    vragen: Vec<Value>,
}

fn schema_van(s: &Value) -> Validator {
    jsonschema::draft202012::new(s).unwrap_or_else(|f| panic!("geen JSON Schema: {f}"))
}

fn proeven() -> Vec<Proef> {
    let proef = |info: &&'static RegelInfo| {
        let mut vragen: Vec<Value> = vragen(info).1.into_iter().filter(|v| info.vraag(v, VANDAAG).is_ok()).collect();
        assert!(!vragen.is_empty(), "{}: geen vraag met een antwoord", info.regel.naam);
        let algemeen = met_algemene_velden(info, &vragen[0]);
        assert!(info.vraag(&algemeen, VANDAAG).is_ok(), "{algemeen}");
        vragen.push(algemeen);
        vragen.extend(karig(info, &vragen[0]).into_iter().filter(|v| info.vraag(v, VANDAAG).is_ok()));
        let (vraag, antwoord) = (schema_van(&schema::vraag(info)), schema_van(&schema::antwoord(info)));
        Proef { info, vraag, antwoord, vragen }
    };
    regels().iter().map(proef).collect()
}

/// Dezelfde vraag met alle velden die elke vraag mag hebben: recht, beleid en beleidskeuzes.
fn met_algemene_velden(info: &RegelInfo, vraag: &Value) -> Value {
    let mijn = || beleid::SLEUTELS.iter().filter(|s| s.regels.contains(&info.regel.naam));
    // De waarde die toch al geldt, of de kleinste; in een keuze is ja of nee 1 of 0.
    let waarde = |s: &beleid::Sleutel| match s.ruimte {
        Ruimte::Geheel { van, anders, .. } => json!(anders.unwrap_or(van)),
        Ruimte::Getal { anders } => json!(anders),
        Ruimte::JaNee { anders } => json!(i32::from(anders)),
    };
    let los = |s: &beleid::Sleutel| match s.ruimte {
        Ruimte::JaNee { anders } => json!(anders),
        _ => waarde(s),
    };
    let keuzes: Vec<Value> = mijn()
        .map(|s| json!({ "laag": "gemeente", "sleutel": s.naam, "waarde": waarde(s), "vanaf": "2020-01-01", "tot_en_met": "2035-07-31" }))
        .collect();
    let beleid: Map<String, Value> = mijn().map(|s| (s.naam.to_owned(), los(s))).collect();
    met(vraag, "", |m| {
        m.insert("recht".to_owned(), json!({ "op": "2026-11-01", "voorstel": true }));
        m.insert("beleidskeuzes".to_owned(), json!(keuzes));
        m.insert("beleid".to_owned(), json!(beleid));
    })
}

/// Dezelfde vraag met een lege lijst, of met een kalender zonder één schooldag: ook dan is er een antwoord met een reden.
fn karig(info: &RegelInfo, vraag: &Value) -> Vec<Value> {
    let lijsten = info.vraag.iter().filter(|v| matches!(v.soort, Soort::Lijst(_)));
    let leeg = lijsten.map(|v| {
        met(vraag, "", |m| {
            m.insert(v.naam.to_owned(), json!([]));
        })
    });
    let dicht = info.vraag.iter().filter(|v| v.naam == "kalender").map(|_| {
        met(vraag, "", |m| {
            m.remove("vakantieregio");
            let vakantie = json!({ "begin": "2010-01-01", "einde": "2035-07-31" });
            m.insert("kalender".to_owned(), json!({ "vakanties": [vakantie] }));
        })
    });
    leeg.chain(dicht).collect()
}

/// De velden bovenaan een vraag.
fn bovenaan(info: &RegelInfo) -> Vec<Veld> {
    let algemeen = ALGEMEEN.iter().filter(|a| !info.vraag.iter().any(|v| v.naam == a.naam));
    info.vraag.iter().chain(algemeen).copied().chain([BELEID]).collect()
}

/// Alle objecten in een waarde van deze vorm: hun wijzer en hun velden. Van een lange lijst de eerste en de laatste rij.
fn objecten(velden: Vec<Veld>, waarde: &Value, wijzer: &str, uit: &mut Vec<(String, Vec<Veld>)>) {
    for veld in &velden {
        if let Some(w) = waarde.get(veld.naam) {
            dieper(&veld.soort, w, &format!("{wijzer}/{}", veld.naam), uit);
        }
    }
    uit.push((wijzer.to_owned(), velden));
}

fn dieper(soort: &Soort, waarde: &Value, wijzer: &str, uit: &mut Vec<(String, Vec<Veld>)>) {
    match (soort, waarde) {
        (Soort::Object(v) | Soort::KeuzeOfObject(_, v), Value::Object(_)) => {
            objecten(v.to_vec(), waarde, wijzer, uit);
        }
        (Soort::Lijst(item), Value::Array(rijen)) => {
            let mut welke = vec![0, rijen.len().saturating_sub(1)];
            welke.dedup();
            for (i, rij) in welke.into_iter().filter_map(|i| rijen.get(i).map(|r| (i, r))) {
                dieper(item, rij, &format!("{wijzer}/{i}"), uit);
            }
        }
        _ => {}
    }
}

/// Een kopie van de vraag waarin één object is veranderd.
fn met(vraag: &Value, wijzer: &str, verander: impl FnOnce(&mut Map<String, Value>)) -> Value {
    let mut v = vraag.clone();
    match v.pointer_mut(wijzer) {
        Some(Value::Object(m)) => verander(m),
        _ => panic!("geen object op {wijzer}"),
    }
    v
}

/// Past een JSON-waarde naar haar type bij een soort?
fn type_past(soort: &Soort, w: &Value) -> bool {
    match soort {
        Soort::JaNee => w.is_boolean(),
        Soort::Geheel(..) | Soort::Getal => w.is_number(),
        Soort::Datum | Soort::Tekst | Soort::Keuze(_) => w.is_string(),
        Soort::Lijst(_) => w.is_array(),
        Soort::Object(_) => w.is_object(),
        Soort::KeuzeOfObject(..) => w.is_string() || w.is_object(),
    }
}

/// Loopt elk object in elke beantwoorde vraag af.
fn elk_object(mut doe: impl FnMut(&Proef, &Value, &str, &[Veld], &mut Vec<String>)) {
    let mut fouten = Vec::new();
    for p in &proeven() {
        for vraag in &p.vragen {
            let mut plekken = Vec::new();
            objecten(bovenaan(p.info), vraag, "", &mut plekken);
            for (wijzer, velden) in &plekken {
                doe(p, vraag, wijzer, velden, &mut fouten);
            }
        }
    }
    fouten.sort();
    fouten.dedup();
    assert!(fouten.is_empty(), "{} afwijkingen:\n{}", fouten.len(), fouten.join("\n"));
}

fn kort(p: &Proef, wat: &str, gegeven: &Result<Antwoord, Fout>) -> String {
    let gegeven = match gegeven {
        Ok(a) => format!("antwoord {}", a.uitkomst),
        Err(f) => format!("{} {}", f.code, f.veld),
    };
    format!("{}: {wat} geeft {gegeven}", p.info.regel.naam)
}

#[test]
fn een_onbekend_veld_wordt_aangewezen() {
    elk_object(|p, vraag, wijzer, _, fouten| {
        let v = met(vraag, wijzer, |m| {
            m.insert("bestaat_niet".to_owned(), json!(1));
        });
        let gegeven = p.info.vraag(&v, VANDAAG);
        let plek = format!("{wijzer}/bestaat_niet");
        if !matches!(&gegeven, Err(f) if f.code == "onbekend_veld" && f.veld == plek) {
            fouten.push(kort(p, &format!("onbekend veld {plek}"), &gegeven));
        }
        if p.vraag.is_valid(&v) {
            fouten.push(format!("{}: het schema kent {plek}", p.info.regel.naam));
        }
    });
}

#[test]
fn een_veld_dat_nodig_is_ontbreekt_op_zijn_eigen_plek() {
    elk_object(|p, vraag, wijzer, velden, fouten| {
        for veld in velden.iter().filter(|v| v.nodig) {
            let v = met(vraag, wijzer, |m| {
                m.remove(veld.naam);
            });
            let gegeven = p.info.vraag(&v, VANDAAG);
            let plek = format!("{wijzer}/{}", veld.naam);
            if !matches!(&gegeven, Err(f) if f.code == "ontbreekt" && f.veld == plek) {
                fouten.push(kort(p, &format!("zonder {plek}"), &gegeven));
            }
            if p.vraag.is_valid(&v) {
                fouten.push(format!("{}: het schema mist {plek} niet", p.info.regel.naam));
            }
        }
    });
}

#[test]
fn null_is_hetzelfde_als_weglaten() {
    elk_object(|p, vraag, wijzer, velden, fouten| {
        for veld in velden {
            let weg = met(vraag, wijzer, |m| {
                m.remove(veld.naam);
            });
            let leeg = met(vraag, wijzer, |m| {
                m.insert(veld.naam.to_owned(), Value::Null);
            });
            let (zonder, met_null) = (p.info.vraag(&weg, VANDAAG), p.info.vraag(&leeg, VANDAAG));
            if zonder != met_null {
                fouten.push(kort(p, &format!("null op {wijzer}/{}", veld.naam), &met_null));
            }
        }
    });
}

#[test]
fn een_waarde_van_een_ander_type_wordt_aangewezen() {
    let anders = [json!(true), json!(3), json!("x"), json!([]), json!({})];
    elk_object(|p, vraag, wijzer, velden, fouten| {
        for veld in velden {
            let plek = format!("{wijzer}/{}", veld.naam);
            for waarde in anders.iter().filter(|w| !type_past(&veld.soort, w)) {
                let v = met(vraag, wijzer, |m| {
                    m.insert(veld.naam.to_owned(), waarde.clone());
                });
                let gegeven = p.info.vraag(&v, VANDAAG);
                let hier = |f: &Fout| f.veld == plek || f.veld.starts_with(&format!("{plek}/"));
                if !matches!(&gegeven, Err(f) if f.code == "ongeldige_waarde" && hier(f)) {
                    fouten.push(kort(p, &format!("{waarde} op {plek}"), &gegeven));
                }
                if p.vraag.is_valid(&v) {
                    fouten.push(format!("{}: het schema neemt {waarde} op {plek}", p.info.regel.naam));
                }
            }
        }
    });
}

/// Past een waarde van het antwoord bij de vorm, met elk woord in zijn lijst?
fn past(soort: &Soort, w: &Value) -> bool {
    match soort {
        Soort::Keuze(codes) => w.as_str().is_some_and(|t| codes.contains(&t)),
        Soort::Datum => w.as_str().is_some_and(|t| t.len() == 10 && t.parse::<jiff::civil::Date>().is_ok()),
        Soort::Geheel(van, tm) => w.as_i64().is_some_and(|n| (*van..=*tm).contains(&n)),
        Soort::Getal => w.as_f64().is_some_and(|n| n >= 0.0),
        Soort::JaNee | Soort::Tekst => type_past(soort, w),
        Soort::Lijst(item) => w.as_array().is_some_and(|l| l.iter().all(|r| past(item, r))),
        Soort::Object(velden) => w.as_object().is_some_and(|m| velden_passen(velden, m)),
        Soort::KeuzeOfObject(codes, velden) => past(&Soort::Keuze(codes), w) || past(&Soort::Object(velden), w),
    }
}

fn velden_passen(velden: &[Veld], m: &Map<String, Value>) -> bool {
    m.keys().all(|k| velden.iter().any(|v| v.naam == k))
        && velden.iter().all(|v| match m.get(v.naam) {
            None | Some(Value::Null) => !v.nodig,
            Some(w) => past(&v.soort, w),
        })
}

#[test]
fn een_antwoord_heeft_precies_de_velden_van_zijn_vorm() {
    for p in &proeven() {
        let naam = p.info.regel.naam;
        for vraag in &p.vragen {
            let a = p.info.vraag(vraag, VANDAAG).map(|a| a.json()).unwrap_or_default();
            let Value::Object(mut m) = a.clone() else { panic!("{naam}: geen object: {a}") };
            for vast in VAST {
                assert!(m.remove(vast).is_some_and(|w| !w.is_null()), "{naam}: zonder {vast}: {a}");
            }
            for veld in p.info.antwoord {
                assert!(!VAST.contains(&veld.naam), "{naam}: {} staat er al", veld.naam);
                let w = m.get(veld.naam).filter(|w| !w.is_null());
                assert!(w.is_some() || !veld.nodig, "{naam}: zonder {}: {a}", veld.naam);
                assert!(w.is_none_or(|w| past(&veld.soort, w)), "{naam}: {} past niet: {a}", veld.naam);
            }
            assert!(velden_passen(p.info.antwoord, &m), "{naam}: een veld te veel: {a}");
            assert!(p.info.regel.uitkomsten.iter().any(|u| a["uitkomst"] == u.code), "{naam}: {a}");
            assert_eq!(a["regel"], naam);
        }
    }
}

#[test]
fn vraag_en_antwoord_voldoen_aan_hun_schema() {
    let mut fouten = Vec::new();
    for p in &proeven() {
        for vraag in &p.vragen {
            let mut kijk = |wat: &str, schema: &Validator, waarde: &Value| {
                if let Err(f) = schema.validate(waarde) {
                    let (naam, plek) = (p.info.regel.naam, f.instance_path());
                    fouten.push(format!("{naam}: {wat}, {f} op {plek}\n   {vraag}"));
                }
            };
            kijk("vraag", &p.vraag, vraag);
            kijk("antwoord", &p.antwoord, &p.info.vraag(vraag, VANDAAG).map(|a| a.json()).unwrap_or_default());
        }
    }
    assert!(fouten.is_empty(), "{} afwijkingen:\n{}", fouten.len(), fouten.join("\n"));
}

/// Waarden van het goede type die net niet passen.
fn net_niet(soort: &Soort) -> Vec<Value> {
    match soort {
        Soort::Keuze(_) | Soort::KeuzeOfObject(..) => vec![json!("staat_er_niet_in"), json!("")],
        Soort::Geheel(van, tm) => vec![json!(van - 1), json!(tm + 1), json!(1.5)],
        Soort::Getal => vec![json!(-0.5)],
        Soort::Datum => vec![json!("2026-02-30"), json!("2026-2-3"), json!("2026-02-03T00:00:00Z"), json!("")],
        Soort::JaNee | Soort::Tekst | Soort::Lijst(_) | Soort::Object(_) => Vec::new(),
    }
}

#[test]
fn een_waarde_buiten_de_ruimte_wordt_aangewezen() {
    elk_object(|p, vraag, wijzer, velden, fouten| {
        for veld in velden {
            let plek = format!("{wijzer}/{}", veld.naam);
            for waarde in net_niet(&veld.soort) {
                let v = met(vraag, wijzer, |m| {
                    m.insert(veld.naam.to_owned(), waarde.clone());
                });
                let gegeven = p.info.vraag(&v, VANDAAG);
                if !matches!(&gegeven, Err(f) if f.code == "ongeldige_waarde" && f.veld == plek) {
                    fouten.push(kort(p, &format!("{waarde} op {plek}"), &gegeven));
                }
                // Dat een dag bestaat, toetst een schema niet; de vorm JJJJ-MM-DD wel.
                if waarde != json!("2026-02-30") && p.vraag.is_valid(&v) {
                    fouten.push(format!("{}: het schema neemt {waarde} op {plek}", p.info.regel.naam));
                }
            }
        }
    });
}
