//! Een waarde uit wet, besluit of protocol, met de tijd waarin zij geldt.

use super::Recht;
use crate::Grondslag;
use jiff::civil::Date;
use std::fmt::Display;

/// Hoe zeker een waarde of datum is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Zekerheid {
    /// De tekst van wet of regeling is gelezen.
    Bevestigd,
    /// Niet in de tekst zelf gelezen, wel op een officiële pagina, in een protocol of een cursus.
    UitPraktijk,
    /// Aangenomen; een jurist moet dit nog nagaan.
    TeBevestigen,
}

impl Zekerheid {
    /// Woord op het scherm.
    #[must_use]
    pub const fn woord(self) -> &'static str {
        match self {
            Self::Bevestigd => "in de tekst gelezen",
            Self::UitPraktijk => "uit tweede bron",
            Self::TeBevestigen => "nog te bevestigen",
        }
    }
}

/// Een waarde vanaf een dag, met haar bron.
#[derive(Debug, Clone, Copy)]
pub struct Versie<T: 'static> {
    /// Eerste dag.
    pub vanaf: Date,
    /// De waarde.
    pub waarde: T,
    /// Waar zij staat.
    pub bron: Grondslag,
    /// Hoe zeker dat is.
    pub zekerheid: Zekerheid,
}

/// Een waarde met haar geschiedenis. Er is altijd een eerste versie, dus op elke dag is er een antwoord.
#[derive(Debug)]
pub struct Parameter<T: 'static> {
    /// Naam, in kleine letters met streepjes eronder.
    pub naam: &'static str,
    /// Wat de waarde betekent, voor iedereen te lezen.
    pub wat: &'static str,
    /// Eenheid achter de waarde; leeg bij een naam.
    pub eenheid: &'static str,
    /// De oudste versie die bekend is; geldt ook voor eerdere dagen.
    pub eerste: Versie<T>,
    /// Latere versies, oudste eerst.
    pub later: &'static [Versie<T>],
    /// De waarde als het voorstel 36663 wet wordt.
    pub voorstel: Option<Versie<T>>,
}

impl<T> Parameter<T> {
    /// De versie van dit recht.
    #[must_use]
    pub fn op(&self, recht: Recht) -> &Versie<T> {
        match &self.voorstel {
            Some(v) if recht.voorstel => v,
            _ => self.later.iter().rfind(|v| v.vanaf <= recht.op).unwrap_or(&self.eerste),
        }
    }
}

impl<T: Copy> Parameter<T> {
    /// De waarde in dit recht.
    #[must_use]
    pub fn waarde(&self, recht: Recht) -> T {
        self.op(recht).waarde
    }
    /// De bron van de waarde in dit recht.
    #[must_use]
    pub fn bron(&self, recht: Recht) -> Grondslag {
        self.op(recht).bron
    }
    /// Een waarde die in al het recht dat hier staat dezelfde is.
    #[must_use]
    pub const fn vast(
        naam: &'static str,
        wat: &'static str,
        eenheid: &'static str,
        waarde: T,
        bron: Grondslag,
        zekerheid: Zekerheid,
    ) -> Self {
        let eerste = Versie { vanaf: super::EERSTE, waarde, bron, zekerheid };
        Self { naam, wat, eenheid, eerste, later: &[], voorstel: None }
    }
    /// Als [`Self::vast`], met latere versies.
    #[must_use]
    pub const fn met(self, later: &'static [Versie<T>]) -> Self {
        Self { later, ..self }
    }
}

/// Eén regel uit de geschiedenis, als tekst.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stand {
    /// Eerste dag.
    pub vanaf: Date,
    /// De waarde als tekst.
    pub waarde: String,
    /// De bron.
    pub bron: Grondslag,
    /// Hoe zeker.
    pub zekerheid: Zekerheid,
    /// Is dit een voorstel en nog geen recht?
    pub voorstel: bool,
}

/// Een parameter zonder zijn type: voor het Regelboek en voor wie alle getallen wil nalopen.
pub trait Gedateerd: Sync {
    /// Naam.
    fn naam(&self) -> &'static str;
    /// Betekenis.
    fn wat(&self) -> &'static str;
    /// Eenheid.
    fn eenheid(&self) -> &'static str;
    /// Alle versies, oudste eerst, het voorstel achteraan.
    fn geschiedenis(&self) -> Vec<Stand>;
    /// De versie van dit recht.
    fn op(&self, recht: Recht) -> Stand;
    /// Begint er een versie na de ene dag, en op of voor de andere?
    fn verandert(&self, na: Date, tm: Date) -> bool;
}

fn stand<T: Display>(v: &Versie<T>, voorstel: bool) -> Stand {
    let waarde = match v.waarde.to_string().as_str() {
        "true" => "ja".to_owned(),
        "false" => "nee".to_owned(),
        w => w.to_owned(),
    };
    Stand { vanaf: v.vanaf, waarde, bron: v.bron, zekerheid: v.zekerheid, voorstel }
}

impl<T: Display + Sync> Gedateerd for Parameter<T> {
    fn naam(&self) -> &'static str {
        self.naam
    }
    fn wat(&self) -> &'static str {
        self.wat
    }
    fn eenheid(&self) -> &'static str {
        self.eenheid
    }
    fn geschiedenis(&self) -> Vec<Stand> {
        let geldig = std::iter::once(&self.eerste).chain(self.later).map(|v| stand(v, false));
        geldig.chain(self.voorstel.as_ref().map(|v| stand(v, true))).collect()
    }
    fn op(&self, recht: Recht) -> Stand {
        let voorstel = recht.voorstel && self.voorstel.is_some();
        stand(Parameter::op(self, recht), voorstel)
    }
    fn verandert(&self, na: Date, tm: Date) -> bool {
        self.later.iter().any(|v| v.vanaf > na && v.vanaf <= tm)
    }
}
