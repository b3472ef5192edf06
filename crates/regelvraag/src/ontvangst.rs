//! De ontvangst van een uitkomst: genoeg om haar later te herhalen en te zien of zij nog hetzelfde is.

use crate::{Antwoord, Fout, RegelInfo, zoek};
use data_encoding::HEXLOWER;
use jiff::civil::Date;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

/// Regel, versie, feiten met hun vingerafdruk, uitkomst en pad van één toepassing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ontvangst(Value);

/// Wat herhalen opleverde.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Herhaling {
    /// Dezelfde uitkomst, langs hetzelfde pad.
    Gelijk,
    /// Dezelfde uitkomst, maar de stappen of andere velden verschillen.
    AnderPad,
    /// Een andere uitkomst.
    AndereUitkomst {
        /// Wat er bewaard was.
        toen: String,
        /// Wat er nu uitkomt.
        nu: String,
    },
    /// Dezelfde uitkomst, maar onder een andere versie van de regel.
    AndereVersie {
        /// De versie die was bewaard.
        toen: String,
        /// De versie die nu geldt voor deze feiten.
        nu: String,
    },
    /// De feiten zijn niet meer die van toen: de vingerafdruk klopt niet.
    FeitenVeranderd,
    /// De ontvangst is niet te lezen of de vraag klopt niet meer.
    Onleesbaar(String),
}

impl Herhaling {
    /// Kwam er hetzelfde uit, langs hetzelfde pad?
    #[must_use]
    pub fn gelijk(&self) -> bool {
        *self == Self::Gelijk
    }
}

impl std::fmt::Display for Herhaling {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Gelijk => f.write_str("gelijk"),
            Self::AnderPad => f.write_str("dezelfde uitkomst, maar langs een ander pad of met andere velden"),
            Self::AndereUitkomst { toen, nu } => write!(f, "anders: toen {toen}, nu {nu}"),
            Self::AndereVersie { toen, nu } => {
                write!(f, "dezelfde uitkomst, maar onder een andere versie: toen {toen}, nu {nu}")
            }
            Self::FeitenVeranderd => f.write_str("de feiten zijn veranderd: de vingerafdruk klopt niet"),
            Self::Onleesbaar(waarom) => write!(f, "niet te herhalen: {waarom}"),
        }
    }
}

/// Beantwoordt een vraag en geeft de ontvangst erbij. De peildatum staat altijd in de feiten.
///
/// # Errors
/// De vraag klopt niet.
pub fn ontvangst(info: &RegelInfo, vraag: &Value, vandaag: Date) -> Result<(Antwoord, Ontvangst), Fout> {
    let mut feiten = zonder_leeg(vraag);
    if let Value::Object(m) = &mut feiten {
        m.entry("peildatum").or_insert_with(|| json!(vandaag.to_string()));
    }
    let a = info.vraag(&feiten, vandaag)?;
    let json = a.json();
    let o = json!({
        "regel": info.regel.naam,
        "versie": a.versie,
        "feiten": feiten,
        "feiten_sha256": vingerafdruk(&feiten),
        "uitkomst": a.uitkomst,
        "pad": json["pad"],
        "antwoord_sha256": vingerafdruk(&beslissing(&json)),
    });
    Ok((a, Ontvangst(o)))
}

impl Ontvangst {
    /// De ontvangst als JSON.
    #[must_use]
    pub fn json(&self) -> &Value {
        &self.0
    }

    /// Leest een bewaarde ontvangst.
    #[must_use]
    pub fn lees(tekst: &str) -> Option<Self> {
        let v: Value = serde_json::from_str(tekst).ok()?;
        v["regel"].is_string().then_some(Self(v))
    }

    /// Past dezelfde regel nog eens toe op dezelfde feiten.
    #[must_use]
    pub fn herhaal(&self) -> Herhaling {
        let naam = self.0["regel"].as_str().unwrap_or_default();
        let Some(info) = zoek(naam) else { return Herhaling::Onleesbaar(format!("De regel {naam} bestaat niet.")) };
        let feiten = &self.0["feiten"];
        if self.0["feiten_sha256"] != vingerafdruk(feiten) {
            return Herhaling::FeitenVeranderd;
        }
        let Some(peildatum) = feiten["peildatum"].as_str().and_then(|d| d.parse().ok()) else {
            return Herhaling::Onleesbaar("Er is geen peildatum.".to_owned());
        };
        let a = match info.vraag(feiten, peildatum) {
            Ok(a) => a,
            Err(f) => return Herhaling::Onleesbaar(f.to_string()),
        };
        // Ook wat een lezer ziet wordt nagegaan: een veranderde versie of stap zit niet in de vingerafdruk van toen.
        let toen = |veld: &str| self.0[veld].as_str().unwrap_or_default().to_owned();
        let nu = a.json();
        if self.0["uitkomst"] != a.uitkomst {
            Herhaling::AndereUitkomst { toen: toen("uitkomst"), nu: a.uitkomst.to_owned() }
        } else if self.0["versie"] != a.versie {
            Herhaling::AndereVersie { toen: toen("versie"), nu: a.versie.to_owned() }
        } else if self.0["pad"] == nu["pad"] && self.0["antwoord_sha256"] == vingerafdruk(&beslissing(&nu)) {
            Herhaling::Gelijk
        } else {
            Herhaling::AnderPad
        }
    }
}

/// Wat aan een antwoord beslist; een andere zin in de toelichting is geen ander besluit.
fn beslissing(antwoord: &Value) -> Value {
    let mut b = antwoord.clone();
    if let Value::Object(m) = &mut b {
        m.remove("toelichting");
        m.remove("open_normen");
    }
    b
}

fn zonder_leeg(v: &Value) -> Value {
    match v {
        Value::Object(m) => {
            Value::Object(m.iter().filter(|(_, w)| !w.is_null()).map(|(k, w)| (k.clone(), zonder_leeg(w))).collect())
        }
        Value::Array(l) => Value::Array(l.iter().map(zonder_leeg).collect()),
        andere => andere.clone(),
    }
}

/// SHA-256 over de JSON met gesorteerde sleutels.
fn vingerafdruk(v: &Value) -> String {
    HEXLOWER.encode(&Sha256::digest(v.to_string().as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn herhalen_ziet_wat_er_veranderde() {
        let info = zoek("termijn").unwrap();
        let vraag = json!({ "soort": "inschrijving", "vanaf": "2026-11-23", "vakantieregio": null });
        let (a, o) = ontvangst(info, &vraag, date(2026, 11, 24)).unwrap();
        assert_eq!((a.uitkomst, o.json()["feiten"]["peildatum"].as_str()), ("loopt", Some("2026-11-24")));
        assert!(o.json()["feiten"].get("vakantieregio").is_none());
        let o = Ontvangst::lees(&o.json().to_string()).unwrap();
        assert_eq!(o.herhaal(), Herhaling::Gelijk);
        let anders = |veld: &str, waarde: Value| {
            let mut v = o.json().clone();
            v[veld] = waarde;
            Ontvangst(v).herhaal()
        };
        let toen = Herhaling::AndereUitkomst { toen: "verstreken".to_owned(), nu: "loopt".to_owned() };
        assert_eq!(anders("uitkomst", json!("verstreken")), toen);
        assert_eq!(anders("antwoord_sha256", json!("00")), Herhaling::AnderPad);
        assert_eq!(anders("pad", json!([])), Herhaling::AnderPad);
        let versie = Herhaling::AndereVersie { toen: "1999-01-01".to_owned(), nu: a.versie.to_owned() };
        assert_eq!(anders("versie", json!("1999-01-01")), versie);
        assert_eq!(anders("feiten", json!({ "soort": "inschrijving" })), Herhaling::FeitenVeranderd);
        assert!(matches!(anders("regel", json!("onbekend")), Herhaling::Onleesbaar(_)));
        assert!(Ontvangst::lees("[]").is_none() && Ontvangst::lees("x").is_none());
    }
}
