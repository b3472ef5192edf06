//! Het antwoord op een vraag: altijd met regel, versie, uitkomst, grondslag, toelichting en pad.

use jiff::civil::Date;
use rules::open_norm::OpenNorm;
use rules::{Grondslag, Oordeel, Stap};
use serde_json::Value;

/// De waarde van een eigen veld van een antwoord.
#[derive(Debug, Clone, PartialEq)]
pub enum Cel {
    /// Geen waarde.
    Leeg,
    /// Een dag.
    Datum(Date),
    /// Ja of nee.
    JaNee(bool),
    /// Een geheel getal.
    Geheel(i64),
    /// Honderdsten van een uur (CR-03).
    Honderdsten(i64),
    /// Een woord uit een lijst.
    Woord(&'static str),
    /// Tekst.
    Tekst(String),
    /// Woorden uit een lijst.
    Woorden(Vec<&'static str>),
    /// Rijen met velden.
    Rijen(Vec<Vec<(&'static str, Cel)>>),
}

impl From<Date> for Cel {
    fn from(d: Date) -> Self {
        Self::Datum(d)
    }
}
impl From<bool> for Cel {
    fn from(b: bool) -> Self {
        Self::JaNee(b)
    }
}
impl From<i64> for Cel {
    fn from(n: i64) -> Self {
        Self::Geheel(n)
    }
}
impl From<&'static str> for Cel {
    fn from(w: &'static str) -> Self {
        Self::Woord(w)
    }
}
impl From<String> for Cel {
    fn from(t: String) -> Self {
        Self::Tekst(t)
    }
}
impl From<Vec<&'static str>> for Cel {
    fn from(w: Vec<&'static str>) -> Self {
        Self::Woorden(w)
    }
}
impl<T: Into<Cel>> From<Option<T>> for Cel {
    fn from(o: Option<T>) -> Self {
        o.map_or(Self::Leeg, Into::into)
    }
}

/// Het antwoord van een regel.
#[derive(Debug, Clone, PartialEq)]
pub struct Antwoord {
    /// Naam van de regel.
    pub regel: &'static str,
    /// De gedateerde versie die is toegepast.
    pub versie: &'static str,
    /// De uitkomst, uit de gesloten lijst van de regel.
    pub uitkomst: &'static str,
    /// De eigen velden van de regel.
    pub eigen: Vec<(&'static str, Cel)>,
    /// Wat besliste.
    pub grondslag: Vec<Grondslag>,
    /// De reden, in zinnen.
    pub toelichting: Vec<String>,
    /// Elke stap, op volgorde.
    pub pad: Vec<Stap>,
    /// Wat een mens zelf moet afwegen.
    pub open_normen: Vec<&'static OpenNorm>,
}

impl Antwoord {
    /// Maakt een antwoord van een oordeel.
    pub(crate) fn van<U>(
        regel: &'static str,
        uitkomst: &'static str,
        oordeel: Oordeel<U>,
        eigen: Vec<(&'static str, Cel)>,
    ) -> Self {
        let Oordeel { versie, grondslag, toelichting, pad, open_normen, .. } = oordeel;
        Self { regel, versie, uitkomst, eigen, grondslag, toelichting, pad, open_normen }
    }

    /// Het antwoord als JSON op één regel.
    pub fn schrijf(&self, uit: &mut String) {
        uit.push_str("{\"regel\":\"");
        uit.push_str(self.regel);
        uit.push_str("\",\"versie\":\"");
        uit.push_str(self.versie);
        uit.push_str("\",\"uitkomst\":\"");
        uit.push_str(self.uitkomst);
        uit.push('"');
        velden(&self.eigen, uit);
        uit.push_str(",\"grondslag\":[");
        lijst(&self.grondslag, uit, |g, uit| {
            uit.push_str("{\"bron\":");
            tekst(g.bron, uit);
            uit.push_str(",\"artikel\":");
            tekst(g.artikel, uit);
            uit.push_str(",\"soort\":\"");
            uit.push_str(g.soort.code());
            uit.push_str("\"}");
        });
        uit.push_str("],\"toelichting\":[");
        lijst(&self.toelichting, uit, |t, uit| tekst(t, uit));
        uit.push_str("],\"pad\":[");
        lijst(&self.pad, uit, |s, uit| {
            uit.push_str("{\"vraag\":");
            tekst(s.vraag, uit);
            uit.push_str(",\"antwoord\":");
            tekst(&s.antwoord, uit);
            uit.push_str(",\"waarde\":");
            match (s.waarde.as_deref(), &*s.antwoord) {
                (Some(w), _) if w.len() < 19 && w.parse::<i64>().is_ok_and(|n| n.to_string() == w) => uit.push_str(w),
                (Some(w), _) => tekst(w, uit),
                (None, "ja") => uit.push_str("true"),
                (None, "nee") => uit.push_str("false"),
                (None, _) => uit.push_str("null"),
            }
            uit.push('}');
        });
        uit.push_str("],\"open_normen\":[");
        lijst(&self.open_normen, uit, |n, uit| {
            uit.push_str("{\"norm\":");
            tekst(n.naam, uit);
            uit.push_str(",\"vraag\":");
            tekst(n.vraag, uit);
            uit.push_str(",\"wie\":");
            tekst(n.wie, uit);
            uit.push_str(",\"factoren\":[");
            lijst(n.factoren, uit, |f, uit| tekst(f, uit));
            uit.push_str("]}");
        });
        uit.push_str("]}");
    }

    /// Het antwoord als JSON-waarde.
    #[must_use]
    pub fn json(&self) -> Value {
        let mut uit = String::with_capacity(1024);
        self.schrijf(&mut uit);
        serde_json::from_str(&uit).unwrap_or(Value::Null)
    }
}

fn lijst<T>(rij: &[T], uit: &mut String, mut schrijf: impl FnMut(&T, &mut String)) {
    for (i, x) in rij.iter().enumerate() {
        if i > 0 {
            uit.push(',');
        }
        schrijf(x, uit);
    }
}

fn velden(eigen: &[(&'static str, Cel)], uit: &mut String) {
    for (naam, waarde) in eigen {
        uit.push_str(",\"");
        uit.push_str(naam);
        uit.push_str("\":");
        cel(waarde, uit);
    }
}

fn cel(waarde: &Cel, uit: &mut String) {
    match waarde {
        Cel::Leeg => uit.push_str("null"),
        Cel::Datum(d) => {
            uit.push('"');
            dag(*d, uit);
            uit.push('"');
        }
        Cel::JaNee(b) => uit.push_str(if *b { "true" } else { "false" }),
        Cel::Geheel(n) => uit.push_str(&n.to_string()),
        Cel::Honderdsten(h) => uit.push_str(&format!("{}.{:02}", h / 100, h % 100)),
        Cel::Woord(w) => tekst(w, uit),
        Cel::Tekst(t) => tekst(t, uit),
        Cel::Woorden(w) => {
            uit.push('[');
            lijst(w, uit, |w, uit| tekst(w, uit));
            uit.push(']');
        }
        Cel::Rijen(rijen) => {
            uit.push('[');
            lijst(rijen, uit, |rij, uit| {
                uit.push('{');
                lijst(rij, uit, |(naam, waarde), uit| {
                    tekst(naam, uit);
                    uit.push(':');
                    cel(waarde, uit);
                });
                uit.push('}');
            });
            uit.push(']');
        }
    }
}

/// Een dag zonder omweg langs een formatteerder: dit gebeurt per antwoord een paar keer.
fn dag(d: Date, uit: &mut String) {
    if d.year() < 0 {
        uit.push_str(&d.to_string());
        return;
    }
    let cijfer = |n: i16| char::from_digit(u32::from(n.unsigned_abs()) % 10, 10).unwrap_or('0');
    let jaar = d.year();
    uit.extend([cijfer(jaar / 1000), cijfer(jaar / 100), cijfer(jaar / 10), cijfer(jaar)]);
    for deel in [i16::from(d.month()), i16::from(d.day())] {
        uit.extend(['-', cijfer(deel / 10), cijfer(deel)]);
    }
}

fn tekst(t: &str, uit: &mut String) {
    uit.push('"');
    if t.bytes().all(|b| b >= 0x20 && b != b'"' && b != b'\\') {
        uit.push_str(t);
    } else {
        for c in t.chars() {
            match c {
                '"' => uit.push_str("\\\""),
                '\\' => uit.push_str("\\\\"),
                c if u32::from(c) < 0x20 => uit.push_str(&format!("\\u{:04x}", u32::from(c))),
                c => uit.push(c),
            }
        }
    }
    uit.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn wat_wij_schrijven_leest_een_json_lezer_terug() {
        let rij = vec![("datum", Cel::Datum(date(2026, 1, 9))), ("uur", Cel::Geheel(-3))];
        let a = Antwoord {
            regel: "proef",
            versie: "2026-01-01",
            uitkomst: "ja",
            eigen: vec![
                ("leeg", Cel::Leeg),
                ("uren", Cel::Honderdsten(1598)),
                ("tekst", Cel::Tekst("a\"b\\c\nd é".to_owned())),
                ("woorden", vec!["een", "twee"].into()),
                ("rijen", Cel::Rijen(vec![rij])),
                ("dag", date(-5, 3, 2).into()),
            ],
            grondslag: vec![Grondslag::lpw("3")],
            toelichting: vec!["Zo.".to_owned()],
            pad: vec![
                Stap { vraag: "Een?", antwoord: "ja".into(), waarde: None },
                Stap { vraag: "Twee?", antwoord: "3 jaar".into(), waarde: Some("3".into()) },
                Stap { vraag: "Drie?", antwoord: "code".into(), waarde: Some("0344".into()) },
                Stap { vraag: "Vier?", antwoord: "woord".into(), waarde: None },
            ],
            open_normen: vec![&rules::open_norm::VERWIJTBAARHEID],
        };
        let v = a.json();
        assert_eq!(v["uren"].to_string(), "15.98");
        assert_eq!(v["tekst"], "a\"b\\c\nd é");
        assert_eq!(v["rijen"][0]["datum"], "2026-01-09");
        assert_eq!(v["rijen"][0]["uur"], -3);
        assert_eq!(v["leeg"], Value::Null);
        assert_eq!(v["woorden"][1], "twee");
        let waarden: Vec<String> = (0..4).map(|i| v["pad"][i]["waarde"].to_string()).collect();
        assert_eq!(waarden, ["true", "3", "\"0344\"", "null"]);
        assert_eq!(v["dag"], date(-5, 3, 2).to_string());
    }
}
