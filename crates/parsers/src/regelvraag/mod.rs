//! De deuren van de regels: een vraag als JSON, een antwoord als JSON (het regelcontract).
//!
//! Hier staat geen recht. Een deur leest de vraag streng, roept de zuivere functie van `rules` aan en schrijft het
//! oordeel op: uitkomst, versie, grondslag, toelichting en pad. Nooit een paniek, nooit een gok.

mod deuren;
mod deuren_b;
mod lezer;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_b;

use jiff::civil::Date;
use rules::Oordeel;
use serde_json::{Map, Value, json};

/// Een vraag die niet klopt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fout {
    /// `geen_json`, `onbekend_veld`, `ontbreekt`, `ongeldige_waarde`, `tegenstrijdig`, `dubbel` of `buiten_bereik`.
    pub code: &'static str,
    /// JSON Pointer naar het veld; leeg als de hele vraag niet te lezen is.
    pub veld: String,
    /// Wat er mis is, in gewone taal.
    pub melding: String,
}

impl Fout {
    fn nieuw(code: &'static str, veld: impl Into<String>, melding: impl Into<String>) -> Self {
        Self { code, veld: veld.into(), melding: melding.into() }
    }

    /// De fout als JSON: `{"fout": {"code": …, "veld": …, "melding": …}}`.
    #[must_use]
    pub fn json(&self) -> Value {
        json!({ "fout": { "code": self.code, "veld": self.veld, "melding": self.melding } })
    }
}

impl std::fmt::Display for Fout {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} ({} {})", self.melding, self.code, self.veld)
    }
}

impl std::error::Error for Fout {}

type Deur = fn(&str, &Value, Date) -> Result<Value, Fout>;

/// Een regel die gesteld kan worden.
#[derive(Debug, Clone, Copy)]
pub struct RegelInfo {
    /// Naam in opdracht en adres.
    pub naam: &'static str,
    /// Wat de regel beantwoordt, in één regel.
    pub doel: &'static str,
    /// De gedateerde versies, oudste eerst.
    pub versies: &'static [&'static str],
    /// Waar de regel op rust.
    pub bronnen: &'static [&'static str],
    deur: Deur,
}

const LPW: &str = "Leerplichtwet 1969";
const WEB: &str = "Wet educatie en beroepsonderwijs";
const MAS: &str = "Methodische aanpak schoolverzuim";
const PROTOCOL: &str = "Verzuimprotocol en keuzehulp verzuimsoorten";

static REGELS: [RegelInfo; 14] = [
    RegelInfo {
        naam: "plicht",
        doel: "Welke plicht rust er op deze dag op deze jongere?",
        versies: &["2009-08-01", "2026-01-01"],
        bronnen: &[LPW, WEB],
        deur: deuren::plicht,
    },
    RegelInfo {
        naam: "verzuimsoort",
        doel: "Welke soort melding hoort bij dit verzuim, als er een is?",
        versies: &["2023-08-01"],
        bronnen: &[LPW, WEB, PROTOCOL],
        deur: deuren::verzuimsoort,
    },
    RegelInfo {
        naam: "venster",
        doel: "Is 16 uur in vier opeenvolgende lesweken bereikt?",
        versies: &["2023-08-01"],
        bronnen: &[LPW, PROTOCOL],
        deur: deuren::venster,
    },
    RegelInfo {
        naam: "langdurig",
        doel: "Is deze leerling vier aaneengesloten schoolweken weg?",
        versies: &["2023-08-01"],
        bronnen: &[LPW, PROTOCOL],
        deur: deuren::langdurig,
    },
    RegelInfo {
        naam: "termijn",
        doel: "Wat is de laatste dag van deze termijn, en loopt hij nog?",
        versies: &["2009-08-01"],
        bronnen: &[LPW, "Algemene termijnenwet", PROTOCOL],
        deur: deuren::termijn,
    },
    RegelInfo {
        naam: "grondslag",
        doel: "Mag dit worden vastgelegd of gedaan?",
        versies: &["2018-05-25"],
        bronnen: &[LPW, "Algemene verordening gegevensbescherming"],
        deur: deuren::grondslag,
    },
    RegelInfo {
        naam: "routering",
        doel: "Naar wie gaat deze melding?",
        versies: &["2020-07-01"],
        bronnen: &[LPW, "Besluit register onderwijsdeelnemers"],
        deur: deuren::routering,
    },
    RegelInfo {
        naam: "thuiszitter",
        doel: "Is deze jongere een thuiszitter, of dreigt dat?",
        versies: &["2023-08-01"],
        bronnen: &[LPW, PROTOCOL],
        deur: deuren::thuiszitter,
    },
    RegelInfo {
        naam: "ziekteverzuim",
        doel: "Is deze leerling zo vaak of zo lang ziek dat de school de jeugdarts betrekt?",
        versies: &["2017-08-01"],
        bronnen: &[LPW, PROTOCOL],
        deur: deuren_b::ziekteverzuim,
    },
    RegelInfo {
        naam: "halt",
        doel: "Kan deze jongere naar Halt worden verwezen?",
        versies: &["2017-08-01"],
        bronnen: &["Wetboek van Strafrecht", MAS],
        deur: deuren_b::halt,
    },
    RegelInfo {
        naam: "proces_verbaal",
        doel: "Kan er proces-verbaal worden gemaakt, en tegen wie?",
        versies: &["2012-01-01"],
        bronnen: &[LPW, MAS],
        deur: deuren_b::proces_verbaal,
    },
    RegelInfo {
        naam: "kinderbijslag",
        doel: "Kan de kinderbijslag worden stopgezet, of moet hervatting worden gemeld?",
        versies: &["2009-08-01"],
        bronnen: &["Algemene Kinderbijslagwet", LPW],
        deur: deuren_b::kinderbijslag,
    },
    RegelInfo {
        naam: "schorsing",
        doel: "Mag een school zo schorsen, en moet de inspectie het weten?",
        versies: &["2022-08-01"],
        bronnen: &["Wet voortgezet onderwijs 2020"],
        deur: deuren_b::schorsing,
    },
    RegelInfo {
        naam: "studiefinanciering",
        doel: "Moet afwezigheid worden gemeld voor de studiefinanciering?",
        versies: &["2018-08-01"],
        bronnen: &[WEB],
        deur: deuren_b::studiefinanciering,
    },
];

/// Alle regels die gesteld kunnen worden.
#[must_use]
pub fn regels() -> &'static [RegelInfo] {
    &REGELS
}

/// Beantwoordt één vraag, op één regel JSON; `None` bij een onbekende regel.
#[must_use]
pub fn toets(regel: &str, vraag: &str, vandaag: Date) -> Option<Result<String, Fout>> {
    let info = zoek(regel)?;
    let gelezen =
        serde_json::from_str::<Value>(vraag).map_err(|_| Fout::nieuw("geen_json", "", "De vraag is geen JSON-object."));
    Some(gelezen.and_then(|v| (info.deur)(info.naam, &v, vandaag)).map(|v| v.to_string()))
}

/// Als [`toets`], met een vraag die al gelezen is.
#[must_use]
pub fn toets_value(regel: &str, vraag: &Value, vandaag: Date) -> Option<Result<Value, Fout>> {
    let info = zoek(regel)?;
    Some((info.deur)(info.naam, vraag, vandaag))
}

fn zoek(regel: &str) -> Option<&'static RegelInfo> {
    REGELS.iter().find(|r| r.naam == regel)
}

/// Zet een oordeel om, met de eigen velden van de regel erbij.
fn antwoord<U>(regel: &str, uitkomst: &str, oordeel: &Oordeel<U>, eigen: Value) -> Value {
    let grondslag: Vec<Value> = oordeel
        .grondslag
        .iter()
        .map(|g| json!({ "bron": g.bron, "artikel": g.artikel, "soort": g.soort.code() }))
        .collect();
    let pad: Vec<Value> = oordeel
        .pad
        .iter()
        .map(|s| {
            let waarde = match s.waarde.as_deref() {
                Some(w) => w.parse::<i64>().map_or_else(|_| json!(w), |n| json!(n)),
                None if s.antwoord == "ja" => json!(true),
                None if s.antwoord == "nee" => json!(false),
                None => Value::Null,
            };
            json!({ "vraag": s.vraag, "antwoord": s.antwoord, "waarde": waarde })
        })
        .collect();
    let mut velden = match eigen {
        Value::Object(m) => m,
        _ => Map::new(),
    };
    velden.insert("regel".to_owned(), json!(regel));
    velden.insert("versie".to_owned(), json!(oordeel.versie));
    velden.insert("uitkomst".to_owned(), json!(uitkomst));
    velden.insert("grondslag".to_owned(), json!(grondslag));
    velden.insert("toelichting".to_owned(), json!(oordeel.toelichting));
    velden.insert("pad".to_owned(), json!(pad));
    Value::Object(velden)
}
