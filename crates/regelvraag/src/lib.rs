//! De deuren van de regels: een vraag als JSON, een antwoord als JSON (het regelcontract).
//!
//! Hier staat geen recht. Een deur leest de vraag streng, roept de zuivere functie van `rules` aan en schrijft het
//! oordeel op: uitkomst, versie, grondslag, toelichting en pad. Nooit een paniek, nooit een gok. Dezelfde beschrijving
//! van de velden dient de lezer, het JSON Schema, het formulier en de tabellen met gevallen.

mod antwoord;
pub mod boom;
mod deuren;
pub mod geval;
mod lezer;
mod ontvangst;
pub mod schema;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_b;
pub mod vorm;

pub use antwoord::{Antwoord, Cel};
pub use ontvangst::{Herhaling, Ontvangst, ontvangst};

use jiff::civil::Date;
use lezer::Lezer;
use rules::recht::Regel;
use serde_json::{Value, json};
use vorm::Veld;

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

type Deur = fn(&Lezer<'_>, Date) -> Result<Antwoord, Fout>;

/// Een regel die gesteld kan worden.
#[derive(Debug, Clone, Copy)]
pub struct RegelInfo {
    /// Wat de regel over zichzelf vertelt.
    pub regel: &'static Regel,
    /// De velden van een vraag, zonder de algemene (zie [`vorm::ALGEMEEN`]) en `beleid`.
    pub vraag: &'static [Veld],
    /// De eigen velden van het antwoord.
    pub antwoord: &'static [Veld],
    deur: Deur,
}

/// Alle regels die gesteld kunnen worden, in de volgorde van de keten.
#[must_use]
pub fn regels() -> &'static [&'static RegelInfo] {
    &deuren::ALLE
}

/// De regel met deze naam.
#[must_use]
pub fn zoek(naam: &str) -> Option<&'static RegelInfo> {
    deuren::ALLE.iter().copied().find(|r| r.regel.naam == naam)
}

fn lees(vraag: &str) -> Result<Value, Fout> {
    serde_json::from_str(vraag).map_err(|_| Fout::nieuw("geen_json", "", "De vraag is geen JSON-object."))
}

/// Beantwoordt één vraag, op één regel JSON; `None` bij een onbekende regel.
#[must_use]
pub fn toets(regel: &str, vraag: &str, vandaag: Date) -> Option<Result<String, Fout>> {
    let info = zoek(regel)?;
    Some(lees(vraag).and_then(|v| info.vraag(&v, vandaag)).map(|a| {
        let mut uit = String::with_capacity(1024);
        a.schrijf(&mut uit);
        uit
    }))
}

impl RegelInfo {
    /// Beantwoordt een vraag die al gelezen is.
    ///
    /// # Errors
    /// De vraag klopt niet.
    pub fn vraag(&self, vraag: &Value, vandaag: Date) -> Result<Antwoord, Fout> {
        (self.deur)(&Lezer::vraag(vraag, self)?, vandaag)
    }

    /// Beantwoordt één vraag als tekst en zet het antwoord, of de fout, als één regel JSON achter `uit`. `false` bij een
    /// fout.
    pub fn toets(&self, vraag: &str, vandaag: Date, uit: &mut String) -> bool {
        match lees(vraag).and_then(|v| self.vraag(&v, vandaag)) {
            Ok(a) => {
                a.schrijf(uit);
                true
            }
            Err(f) => {
                uit.push_str(&f.json().to_string());
                false
            }
        }
    }
}
