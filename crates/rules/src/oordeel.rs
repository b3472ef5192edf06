//! Een uitkomst die niet los te krijgen is van haar redenen.

use crate::open_norm::OpenNorm;
use jiff::civil::{Date, Weekday};
use std::borrow::Cow;

/// Wat voor bron een grondslag is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Soort {
    /// Wet in formele zin.
    Wet,
    /// Algemene maatregel van bestuur of regeling.
    Besluit,
    /// Afspraak van de keten: regionaal protocol of werkwijze van DUO.
    Protocol,
    /// Keuze van school, gemeente of regio.
    Beleid,
}

impl Soort {
    /// Code in het regelcontract.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Wet => "wet",
            Self::Besluit => "besluit",
            Self::Protocol => "protocol",
            Self::Beleid => "beleid",
        }
    }
}

/// Waar een uitkomst op rust.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Grondslag {
    /// Naam van de wet, het besluit of de afspraak.
    pub bron: &'static str,
    /// Artikel, of plaats in de bron.
    pub artikel: &'static str,
    /// Soort bron.
    pub soort: Soort,
}

impl Grondslag {
    /// Een artikel van een wet.
    #[must_use]
    pub const fn wet(bron: &'static str, artikel: &'static str) -> Self {
        Self { bron, artikel, soort: Soort::Wet }
    }
    /// Een artikel van een besluit of regeling.
    #[must_use]
    pub const fn besluit(bron: &'static str, artikel: &'static str) -> Self {
        Self { bron, artikel, soort: Soort::Besluit }
    }
    /// Een plaats in een landelijk of regionaal protocol.
    #[must_use]
    pub const fn protocol_van(bron: &'static str, artikel: &'static str) -> Self {
        Self { bron, artikel, soort: Soort::Protocol }
    }
    /// Een keuze van regio, gemeente of school.
    #[must_use]
    pub const fn beleid(wat: &'static str) -> Self {
        Self { bron: "Plaatselijk beleid", artikel: wat, soort: Soort::Beleid }
    }
    /// Een plaats in het wetsvoorstel terugdringen schoolverzuim; geen geldend recht.
    #[must_use]
    pub const fn voorstel(artikel: &'static str) -> Self {
        Self { bron: "Wetsvoorstel terugdringen schoolverzuim (36663), nog geen wet", artikel, soort: Soort::Wet }
    }
    /// Een artikel van de Leerplichtwet 1969.
    #[must_use]
    pub const fn lpw(artikel: &'static str) -> Self {
        Self { bron: "Leerplichtwet 1969", artikel, soort: Soort::Wet }
    }
    /// Een artikel van de Wet educatie en beroepsonderwijs.
    #[must_use]
    pub const fn web(artikel: &'static str) -> Self {
        Self { bron: "Wet educatie en beroepsonderwijs", artikel, soort: Soort::Wet }
    }
    /// De keuzehulp verzuimsoorten en het regionale verzuimprotocol.
    #[must_use]
    pub const fn protocol(artikel: &'static str) -> Self {
        Self { bron: "Verzuimprotocol en keuzehulp verzuimsoorten", artikel, soort: Soort::Protocol }
    }
}

impl std::fmt::Display for Grondslag {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.soort {
            Soort::Wet | Soort::Besluit if self.artikel.starts_with(|c: char| c.is_ascii_digit()) => {
                write!(f, "{}, artikel {}", self.bron, self.artikel)
            }
            _ => write!(f, "{}, {}", self.bron, self.artikel),
        }
    }
}

/// Eén stap van het pad: de vraag, het antwoord in de feiten van dit geval.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stap {
    /// De vraag.
    pub vraag: &'static str,
    /// Het antwoord.
    pub antwoord: Cow<'static, str>,
    /// De waarde achter het antwoord, als die er is.
    pub waarde: Option<Cow<'static, str>>,
}

/// Uitkomst met versie, grondslag, toelichting en pad.
#[derive(Debug, Clone, PartialEq)]
#[must_use]
pub struct Oordeel<U> {
    /// De uitkomst.
    pub uitkomst: U,
    /// De gedateerde versie van de regel.
    pub versie: &'static str,
    /// Wat beslist heeft.
    pub grondslag: Vec<Grondslag>,
    /// De reden, in zinnen over dit geval.
    pub toelichting: Vec<String>,
    /// Elke genomen stap, op volgorde.
    pub pad: Vec<Stap>,
    /// Wat een mens hier zelf moet afwegen.
    pub open_normen: Vec<&'static OpenNorm>,
}

impl<U> Oordeel<U> {
    /// Hetzelfde oordeel, met een vraag die een mens beantwoordt.
    pub(crate) fn met_open_norm(mut self, norm: &'static OpenNorm) -> Self {
        self.open_normen.push(norm);
        self
    }
}

/// Verzamelt stappen tijdens het beslissen.
#[derive(Default)]
pub(crate) struct Pad(Vec<Stap>);

impl Pad {
    pub(crate) fn ja_nee(&mut self, vraag: &'static str, ja: bool) -> bool {
        self.0.push(Stap { vraag, antwoord: Cow::Borrowed(if ja { "ja" } else { "nee" }), waarde: None });
        ja
    }
    pub(crate) fn met(
        &mut self,
        vraag: &'static str,
        antwoord: impl Into<Cow<'static, str>>,
        waarde: impl Into<Cow<'static, str>>,
    ) {
        self.0.push(Stap { vraag, antwoord: antwoord.into(), waarde: Some(waarde.into()) });
    }
    pub(crate) fn klaar<U>(
        self,
        uitkomst: U,
        versie: &'static str,
        grondslag: Vec<Grondslag>,
        toelichting: Vec<String>,
    ) -> Oordeel<U> {
        Oordeel { uitkomst, versie, grondslag, toelichting, pad: self.0, open_normen: Vec::new() }
    }
}

const MAANDEN: [&str; 12] = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
];

/// Datum met weekdag: `donderdag 19 november 2026`.
#[must_use]
pub fn datum_nl(d: Date) -> String {
    let dag = match d.weekday() {
        Weekday::Monday => "maandag",
        Weekday::Tuesday => "dinsdag",
        Weekday::Wednesday => "woensdag",
        Weekday::Thursday => "donderdag",
        Weekday::Friday => "vrijdag",
        Weekday::Saturday => "zaterdag",
        Weekday::Sunday => "zondag",
    };
    format!("{dag} {}", datum_kort(d))
}

/// Datum zonder weekdag: `19 november 2026`.
#[must_use]
pub fn datum_kort(d: Date) -> String {
    let maand = usize::try_from(d.month()).ok().and_then(|m| MAANDEN.get(m.wrapping_sub(1))).copied().unwrap_or("");
    format!("{} {maand} {}", d.day(), d.year())
}

/// Een getal met een komma, en alleen de cijfers die nodig zijn: `9` en `8,5`.
pub(crate) fn getal_nl(getal: f64) -> String {
    getal.to_string().replace('.', ",")
}

/// Een aantal schooldagen in woorden: `1 schooldag` en `2 schooldagen`.
pub(crate) fn schooldagen_nl(n: i64) -> String {
    if n == 1 { "1 schooldag".to_owned() } else { format!("{n} schooldagen") }
}

/// Uren met een komma en zo veel decimalen als nodig zijn, een of twee: `16,4` en `15,98`.
///
/// `lesuur_minuten` is meer dan nul; nul of minder telt als één minuut. Half naar boven, maar nooit naar een heel uur dat niet is gehaald: een zin die zegt dat het onder de
/// 16 uur bleef, noemt geen 16,0 uur. Alleen om te tonen.
#[must_use]
pub fn uren_nl(minuten: i64, lesuur_minuten: i64) -> String {
    let per = lesuur_minuten.max(1);
    let rond = uren_twee_decimalen(minuten, per);
    let honderdsten = if rond % 100 == 0 && rond * per > minuten * 100 { rond - 1 } else { rond };
    let (uren, rest) = (honderdsten / 100, honderdsten % 100);
    if rest % 10 == 0 { format!("{uren},{}", rest / 10) } else { format!("{uren},{rest:02}") }
}

/// Uren als getal met twee decimalen, half naar boven (CR-03): honderdsten van een uur.
///
/// `lesuur_minuten` is meer dan nul; nul of minder telt als één minuut, want delen door nul kan niet.
#[must_use]
pub const fn uren_twee_decimalen(minuten: i64, lesuur_minuten: i64) -> i64 {
    let per = if lesuur_minuten < 1 { 1 } else { lesuur_minuten };
    (minuten * 200 + per) / (per * 2)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn een_grondslag_zegt_wat_voor_bron_zij_is() {
        let soorten = [
            (Grondslag::wet("w", "1"), "wet"),
            (Grondslag::besluit("b", "1"), "besluit"),
            (Grondslag::protocol_van("p", "1"), "protocol"),
            (Grondslag::beleid("b"), "beleid"),
        ];
        for (grond, code) in soorten {
            assert_eq!(grond.soort.code(), code);
        }
    }

    #[test]
    fn een_getal_heeft_een_komma_en_geen_lege_cijfers() {
        assert_eq!((getal_nl(9.0), getal_nl(8.5)), ("9".to_owned(), "8,5".to_owned()));
    }

    #[test]
    fn datums_en_uren_zoals_mensen_ze_lezen() {
        assert_eq!(datum_nl(date(2026, 11, 19)), "donderdag 19 november 2026");
        assert_eq!(datum_kort(date(2026, 1, 9)), "9 januari 2026");
        assert_eq!(uren_nl(820, 50), "16,4");
        assert_eq!(uren_nl(799, 50), "15,98");
        assert_eq!(uren_nl(800, 50), "16,0");
        assert_eq!(uren_nl(7679, 480), "15,99");
        assert_eq!(uren_nl(1, 60), "0,02");
        assert_eq!(uren_twee_decimalen(959, 60), 1598);
        assert_eq!(uren_twee_decimalen(1, 60), 2);
        assert_eq!(uren_twee_decimalen(3, 0), 300);
    }
}
