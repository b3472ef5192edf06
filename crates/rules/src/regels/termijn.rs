#![doc = include_str!("termijn.md")]

use crate::codes::codes;
use crate::oordeel::Pad;
use crate::recht::{Recht, Regel, Regelversie, Uitkomst, leerplichtwet as lpw, middelen, protocol};
use crate::werkdag::atw;
use crate::{Grondslag, Oordeel, datum_nl, werkdag_na, werkdagen_tussen};
use jiff::ToSpan;
use jiff::civil::Date;

codes! {
    /// Welke termijn.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum Termijnsoort {
        /// Verzuimmelding: vijf werkdagen, hooguit zeven dagen.
        Verzuimmelding = "verzuimmelding",
        /// Inschrijving melden.
        Inschrijving = "inschrijving",
        /// Uitschrijving melden.
        Uitschrijving = "uitschrijving",
        /// Ziekmelding door de ouder.
        ZiekmeldingOuder = "ziekmelding_ouder",
        /// Kennisgeving van religieuze plicht: twee dagen tevoren.
        ReligieMelding = "religie_melding",
        /// Beslissing op vervangende leerplicht.
        BeslissingVervangendeLeerplicht = "beslissing_vervangende_leerplicht",
        /// Proces-verbaal na het verhoor.
        PvNaVerhoor = "pv_na_verhoor",
        /// Proces-verbaal na de melding.
        PvNaMelding = "pv_na_melding",
        /// Schorsing aan de inspectie.
        SchorsingInspectie = "schorsing_inspectie",
    }
}

impl Termijnsoort {
    fn grond(self, recht: Recht) -> Grondslag {
        match self {
            Self::Verzuimmelding => Grondslag::protocol("vijf werkdagen, hooguit zeven dagen"),
            Self::Inschrijving | Self::Uitschrijving => lpw::MUTATIE_DAGEN.bron(recht),
            Self::ZiekmeldingOuder => lpw::ZIEKMELDING_DAGEN.bron(recht),
            Self::ReligieMelding => lpw::RELIGIE_DAGEN_TEVOREN.bron(recht),
            Self::BeslissingVervangendeLeerplicht => lpw::VERVANGENDE_LEERPLICHT_DAGEN.bron(recht),
            Self::PvNaVerhoor => middelen::PV_NA_VERHOOR_MAANDEN.bron(recht),
            Self::PvNaMelding => middelen::PV_NA_MELDING_MAANDEN.bron(recht),
            Self::SchorsingInspectie => Grondslag::protocol("schorsing langer dan een dag"),
        }
    }
}

/// Het antwoord.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Antwoord {
    /// Loopt de termijn nog?
    pub loopt: bool,
    /// Laatste dag.
    pub uiterlijk: Date,
    /// Werkdagen na vandaag tot en met de laatste dag.
    pub werkdagen_over: i64,
}

/// Wat deze regel over zichzelf vertelt.
pub static REGEL: Regel = Regel {
    naam: "termijn",
    titel: "De laatste dag van elke termijn",
    doel: "Wat is de laatste dag van deze termijn, en loopt hij nog?",
    lezing: include_str!("termijn.md"),
    versies: &[Regelversie {
        vanaf: crate::recht::EERSTE,
        naam: "2009-08-01",
        wat: "De termijnen van wet en protocol, met de Algemene termijnenwet.",
    }],
    voorstel: None,
    parameters: &[
        &protocol::MELDING_WERKDAGEN,
        &protocol::MELDING_DAGEN,
        &lpw::MUTATIE_DAGEN,
        &lpw::ZIEKMELDING_DAGEN,
        &lpw::RELIGIE_DAGEN_TEVOREN,
        &lpw::VERVANGENDE_LEERPLICHT_DAGEN,
        &middelen::PV_NA_VERHOOR_MAANDEN,
        &middelen::PV_NA_MELDING_MAANDEN,
    ],
    bronnen: &[
        Grondslag::wet("Algemene termijnenwet", "1 en 3"),
        Grondslag::lpw("3a, 3b, 12, 13 en 18"),
        Grondslag::protocol("vijf werkdagen, hooguit zeven dagen"),
    ],
    uitkomsten: &[
        Uitkomst { code: "loopt", wat: "De laatste dag is nog niet voorbij." },
        Uitkomst { code: "verstreken", wat: "De laatste dag is voorbij." },
    ],
};

/// De laatste dag van een termijn; `vanaf` is dag 0 (CR-50).
#[must_use]
pub fn uiterlijk(soort: Termijnsoort, vanaf: Date, recht: Recht) -> Date {
    match soort {
        Termijnsoort::Verzuimmelding => werkdag_na(vanaf, protocol::MELDING_WERKDAGEN.waarde(recht))
            .min(vanaf.saturating_add(protocol::MELDING_DAGEN.waarde(recht).days())),
        Termijnsoort::Inschrijving | Termijnsoort::Uitschrijving => {
            vanaf.saturating_add(lpw::MUTATIE_DAGEN.waarde(recht).days())
        }
        Termijnsoort::ZiekmeldingOuder => atw(vanaf.saturating_add(lpw::ZIEKMELDING_DAGEN.waarde(recht).days())),
        Termijnsoort::ReligieMelding => vanaf.saturating_sub(lpw::RELIGIE_DAGEN_TEVOREN.waarde(recht).days()),
        Termijnsoort::BeslissingVervangendeLeerplicht => {
            atw(vanaf.saturating_add(lpw::VERVANGENDE_LEERPLICHT_DAGEN.waarde(recht).days()))
        }
        Termijnsoort::PvNaVerhoor => vanaf.saturating_add(middelen::PV_NA_VERHOOR_MAANDEN.waarde(recht).months()),
        Termijnsoort::PvNaMelding => vanaf.saturating_add(middelen::PV_NA_MELDING_MAANDEN.waarde(recht).months()),
        Termijnsoort::SchorsingInspectie => vanaf,
    }
}

/// Wat is de laatste dag, en loopt de termijn nog?
pub fn termijn(soort: Termijnsoort, vanaf: Date, peildatum: Date, recht: Recht) -> Oordeel<Antwoord> {
    let mut pad = Pad::default();
    let uiterlijk = uiterlijk(soort, vanaf, recht);
    pad.met("Wat is de laatste dag?", datum_nl(uiterlijk), uiterlijk.to_string());
    let loopt = pad.ja_nee("Is de laatste dag nog niet voorbij?", peildatum <= uiterlijk);
    let werkdagen_over = werkdagen_tussen(peildatum, uiterlijk);
    let zin = if loopt {
        format!("De laatste dag is {}.", datum_nl(uiterlijk))
    } else {
        format!("De laatste dag was {}.", datum_nl(uiterlijk))
    };
    pad.klaar(Antwoord { loopt, uiterlijk, werkdagen_over }, REGEL.versie(recht), vec![soort.grond(recht)], vec![zin])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn een_verzuimmelding_heeft_nooit_meer_dan_zeven_dagen_en_nooit_minder_dan_een_werkdag() {
        let mut d = jiff::civil::date(2017, 8, 1);
        while d < jiff::civil::date(2030, 7, 31) {
            let u = uiterlijk(Termijnsoort::Verzuimmelding, d, Recht::op(d));
            assert!(d < u && u <= d.saturating_add(7.days()) && werkdagen_tussen(d, u) >= 1, "{d}");
            d = d.saturating_add(1.day());
        }
    }
}
