//! Wat een regel over zichzelf vertelt: doel, versies, parameters, bronnen en mogelijke uitkomsten.

use super::{Gedateerd, Recht};
use crate::Grondslag;
use jiff::civil::Date;

/// Een dag waarop de regel of zijn bron veranderde.
#[derive(Debug, Clone, Copy)]
pub struct Regelversie {
    /// Eerste dag.
    pub vanaf: Date,
    /// Naam van de versie in een antwoord, `JJJJ-MM-DD`.
    pub naam: &'static str,
    /// Wat er toen veranderde, in één zin.
    pub wat: &'static str,
}

/// Een uitkomst die de regel kan geven.
#[derive(Debug, Clone, Copy)]
pub struct Uitkomst {
    /// Code in het regelcontract.
    pub code: &'static str,
    /// Wat zij betekent, in gewone taal.
    pub wat: &'static str,
}

/// Een regel van het contract.
pub struct Regel {
    /// Naam in opdracht en adres.
    pub naam: &'static str,
    /// Titel op het scherm.
    pub titel: &'static str,
    /// De vraag die de regel beantwoordt.
    pub doel: &'static str,
    /// Onze lezing, met bronnen en de tabel met gevallen (Markdown).
    pub lezing: &'static str,
    /// De versies, oudste eerst; er is er altijd een.
    pub versies: &'static [Regelversie],
    /// Wat er verandert als het voorstel 36663 wet wordt; leeg als deze regel gelijk blijft.
    pub voorstel: Option<&'static str>,
    /// De waarden waarmee de regel rekent.
    pub parameters: &'static [&'static dyn Gedateerd],
    /// Waar de regel op rust.
    pub bronnen: &'static [Grondslag],
    /// Alle uitkomsten.
    pub uitkomsten: &'static [Uitkomst],
}

impl std::fmt::Debug for Regel {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Regel").field("naam", &self.naam).finish_non_exhaustive()
    }
}

impl Regel {
    /// De versie die bij dit recht hoort, zoals zij in een antwoord staat.
    #[must_use]
    pub fn versie(&self, recht: Recht) -> &'static str {
        if recht.voorstel && self.voorstel.is_some() {
            return "voorstel-36663";
        }
        let geldig = self.versies.iter().rfind(|v| v.vanaf <= recht.op).or(self.versies.first());
        geldig.map_or("", |v| v.naam)
    }

    /// Verandert na de ene dag, en op of voor de andere, de regel of een waarde waarmee hij rekent?
    #[must_use]
    pub fn verandert(&self, na: Date, tm: Date) -> bool {
        self.versies.iter().any(|v| v.vanaf > na && v.vanaf <= tm)
            || self.parameters.iter().any(|p| p.verandert(na, tm))
    }
}
