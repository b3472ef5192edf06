//! Kleuren, maten en hoe iets erbij staat.

pub(super) const INKT: &str = "#16243a";
pub(super) const GRIJS: &str = "#465468";
pub(super) const ACCENT: &str = "#0f4c81";
pub(super) const RAND: &str = "#8390a0";
/// Lettergrootte van de vraag.
pub(super) const VRAAG: i64 = 15;
/// Lettergrootte van al het andere.
pub(super) const KLEIN: i64 = 14;
/// Regelhoogte in een vak.
pub(super) const REGEL: i64 = 20;
/// Regelhoogte in een uitkomst.
pub(super) const PILREGEL: i64 = 18;
/// Van de linkerkant van een vak tot de pijl naar beneden en de stip.
pub(super) const SPOOR: i64 = 18;
/// Lengte van een pijlpunt.
pub(super) const PUNT: i64 = 8;

/// De maten van één tekening.
#[derive(Clone, Copy)]
pub(super) struct Maat {
    pub(super) breed: bool,
    /// Breedte van het geheel.
    pub(super) totaal: i64,
    /// Inspringen per diepte, en hoeveel hoogstens.
    pub(super) diepte: (i64, i64),
    /// Afstand tussen twee banen als er plaats is, en voor alle banen samen.
    pub(super) banen: (i64, i64),
    /// Ruimte tussen de binnenste baan en het vak, buiten het antwoord dat daar staat.
    pub(super) stomp: i64,
    /// Ruimte tussen twee rijen.
    pub(super) gat: i64,
    /// Breedste uitkomst.
    pub(super) pil: i64,
}

pub(super) const BREED: Maat =
    Maat { breed: true, totaal: 700, diepte: (28, 112), banen: (14, 112), stomp: 32, gat: 32, pil: 190 };
pub(super) const SMAL: Maat =
    Maat { breed: false, totaal: 358, diepte: (12, 36), banen: (10, 60), stomp: 22, gat: 32, pil: 250 };

/// Hoe iets erbij staat: niemand liep, gelopen, of juist niet.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Stand {
    Gewoon,
    Gelopen,
    Niet,
}

impl Stand {
    pub(super) fn van(iemand: bool, gelopen: bool) -> Self {
        match (iemand, gelopen) {
            (false, _) => Self::Gewoon,
            (true, true) => Self::Gelopen,
            (true, false) => Self::Niet,
        }
    }

    pub(super) fn tekst(self) -> &'static str {
        match self {
            Self::Gewoon => INKT,
            Self::Gelopen => ACCENT,
            Self::Niet => GRIJS,
        }
    }

    pub(super) fn lijn(self) -> (&'static str, &'static str) {
        match self {
            Self::Gewoon => (INKT, "1.2"),
            Self::Gelopen => (ACCENT, "2.6"),
            Self::Niet => (GRIJS, "1"),
        }
    }

    /// Halve breedte van een pijlpunt.
    pub(super) fn half(self) -> i64 {
        if self == Self::Gelopen { 5 } else { 4 }
    }

    pub(super) fn klas(self) -> &'static str {
        if self == Self::Gelopen { " bp-gelopen" } else { "" }
    }
}
