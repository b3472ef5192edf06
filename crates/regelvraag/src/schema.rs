//! JSON Schema (2020-12) van vraag en antwoord, gemaakt van dezelfde vorm waarmee de lezer leest.

use crate::RegelInfo;
use crate::vorm::{ALGEMEEN, Soort, Veld};
use rules::recht::beleid::{Ruimte, SLEUTELS};
use serde_json::{Map, Value, json};

const VERSIE: &str = "https://json-schema.org/draft/2020-12/schema";

fn soort(s: &Soort) -> Value {
    match s {
        Soort::Datum => json!({ "type": "string", "format": "date", "pattern": "^\\d{4}-\\d{2}-\\d{2}$" }),
        Soort::JaNee => json!({ "type": "boolean" }),
        Soort::Geheel(van, tm) => json!({ "type": "integer", "minimum": van, "maximum": tm }),
        Soort::Getal => json!({ "type": "number", "minimum": 0 }),
        Soort::Tekst => json!({ "type": "string" }),
        Soort::Keuze(codes) => json!({ "enum": codes }),
        Soort::Lijst(item) => json!({ "type": "array", "items": soort(item) }),
        Soort::Object(velden) => object(velden.iter(), true),
        Soort::KeuzeOfObject(codes, velden) => json!({ "anyOf": [{ "enum": codes }, object(velden.iter(), true)] }),
    }
}

fn object<'a>(velden: impl Iterator<Item = &'a Veld>, null_mag: bool) -> Value {
    let mut eigenschappen = Map::new();
    let mut nodig = Vec::new();
    for v in velden {
        if v.nodig {
            nodig.push(v.naam);
        }
        eigenschappen.insert(v.naam.to_owned(), eigenschap(v, null_mag));
    }
    json!({ "type": "object", "properties": eigenschappen, "required": nodig, "additionalProperties": false })
}

/// Een veld dat weg mag blijven, mag ook `null` zijn.
fn eigenschap(v: &Veld, null_mag: bool) -> Value {
    let mut s =
        if v.nodig || !null_mag { soort(&v.soort) } else { json!({ "anyOf": [soort(&v.soort), { "type": "null" }] }) };
    if let Value::Object(m) = &mut s {
        m.insert("description".to_owned(), json!(v.wat));
    }
    s
}

fn beleid(regel: &str) -> Value {
    let mut eigenschappen = Map::new();
    for s in SLEUTELS.iter().filter(|s| s.regels.contains(&regel)) {
        let mut waarde = match s.ruimte {
            Ruimte::Geheel { van, tm, anders } => {
                json!({ "type": "integer", "minimum": van, "maximum": tm, "default": anders })
            }
            Ruimte::Getal { anders } => json!({ "type": "number", "minimum": 0, "default": anders }),
            Ruimte::JaNee { anders } => json!({ "type": "boolean", "default": anders }),
        };
        if let Value::Object(m) = &mut waarde {
            m.insert("description".to_owned(), json!(s.wat));
        }
        eigenschappen.insert(s.naam.to_owned(), waarde);
    }
    let uitleg = "Plaatselijk beleid, binnen de ruimte die de wet laat.";
    json!({ "type": "object", "properties": eigenschappen, "additionalProperties": false, "description": uitleg })
}

/// Het schema van een vraag aan deze regel.
#[must_use]
pub fn vraag(info: &RegelInfo) -> Value {
    let algemeen = ALGEMEEN.iter().filter(|a| !info.vraag.iter().any(|v| v.naam == a.naam));
    let mut schema = object(info.vraag.iter().chain(algemeen), true);
    if let Value::Object(m) = &mut schema {
        m.insert("$schema".to_owned(), json!(VERSIE));
        m.insert("title".to_owned(), json!(format!("Vraag aan de regel {}", info.regel.naam)));
        m.insert("description".to_owned(), json!(info.regel.doel));
        if let Some(Value::Object(p)) = m.get_mut("properties") {
            p.insert("beleid".to_owned(), beleid(info.regel.naam));
        }
    }
    schema
}

/// Het schema van een antwoord van deze regel.
#[must_use]
pub fn antwoord(info: &RegelInfo) -> Value {
    let codes: Vec<&str> = info.regel.uitkomsten.iter().map(|u| u.code).collect();
    let tekst = json!({ "type": "string" });
    let soorten = json!({ "enum": ["wet", "besluit", "protocol", "beleid"] });
    let mut eigenschappen = json!({
        "regel": { "const": info.regel.naam },
        "versie": { "type": "string", "minLength": 1 },
        "uitkomst": { "enum": codes },
        "grondslag": { "type": "array", "minItems": 1, "items": {
            "type": "object", "properties": { "bron": tekst, "artikel": tekst, "soort": soorten },
            "required": ["bron", "artikel", "soort"] } },
        "toelichting": { "type": "array", "minItems": 1, "items": tekst },
        "pad": { "type": "array", "minItems": 1, "items": {
            "type": "object", "properties": { "vraag": tekst, "antwoord": tekst, "waarde": {} },
            "required": ["vraag", "antwoord", "waarde"] } },
        "open_normen": { "type": "array", "items": {
            "type": "object",
            "properties": { "norm": tekst, "vraag": tekst, "wie": tekst, "factoren": { "type": "array", "items": tekst } },
            "required": ["norm", "vraag", "wie", "factoren"] } },
    });
    let mut nodig = vec!["regel", "versie", "uitkomst", "grondslag", "toelichting", "pad", "open_normen"];
    if let Value::Object(p) = &mut eigenschappen {
        for v in info.antwoord {
            if v.nodig {
                nodig.push(v.naam);
            }
            p.insert(v.naam.to_owned(), eigenschap(v, true));
        }
    }
    json!({
        "$schema": VERSIE,
        "title": format!("Antwoord van de regel {}", info.regel.naam),
        "type": "object",
        "properties": eigenschappen,
        "required": nodig,
        "additionalProperties": false,
    })
}
