#![doc = include_str!("termijn.md")]

use crate::oordeel::Pad;
use crate::werkdag::atw;
use crate::{Grondslag, Oordeel, datum_nl, werkdag_na, werkdagen_tussen};
use jiff::ToSpan;
use jiff::civil::Date;

/// Welke termijn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Termijnsoort {
    /// Verzuimmelding: vijf werkdagen, hooguit zeven dagen.
    Verzuimmelding,
    /// Inschrijving melden.
    Inschrijving,
    /// Uitschrijving melden.
    Uitschrijving,
    /// Ziekmelding door de ouder.
    ZiekmeldingOuder,
    /// Kennisgeving van religieuze plicht: twee dagen tevoren.
    ReligieMelding,
    /// Beslissing op vervangende leerplicht.
    BeslissingVervangendeLeerplicht,
    /// Proces-verbaal na het verhoor.
    PvNaVerhoor,
    /// Proces-verbaal na de melding.
    PvNaMelding,
    /// Schorsing aan de inspectie.
    SchorsingInspectie,
}

impl Termijnsoort {
    /// Alle termijnen.
    pub const ALLE: [Self; 9] = [
        Self::Verzuimmelding,
        Self::Inschrijving,
        Self::Uitschrijving,
        Self::ZiekmeldingOuder,
        Self::ReligieMelding,
        Self::BeslissingVervangendeLeerplicht,
        Self::PvNaVerhoor,
        Self::PvNaMelding,
        Self::SchorsingInspectie,
    ];
    /// Code in het regelcontract.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Verzuimmelding => "verzuimmelding",
            Self::Inschrijving => "inschrijving",
            Self::Uitschrijving => "uitschrijving",
            Self::ZiekmeldingOuder => "ziekmelding_ouder",
            Self::ReligieMelding => "religie_melding",
            Self::BeslissingVervangendeLeerplicht => "beslissing_vervangende_leerplicht",
            Self::PvNaVerhoor => "pv_na_verhoor",
            Self::PvNaMelding => "pv_na_melding",
            Self::SchorsingInspectie => "schorsing_inspectie",
        }
    }
    /// Termijn bij een code.
    #[must_use]
    pub fn uit_code(code: &str) -> Option<Self> {
        Self::ALLE.into_iter().find(|s| s.code() == code)
    }
    const fn grond(self) -> Grondslag {
        match self {
            Self::Verzuimmelding => Grondslag::protocol("vijf werkdagen, hooguit zeven dagen"),
            Self::Inschrijving | Self::Uitschrijving => Grondslag::lpw("18"),
            Self::ZiekmeldingOuder => Grondslag::lpw("12"),
            Self::ReligieMelding => Grondslag::lpw("13"),
            Self::BeslissingVervangendeLeerplicht => Grondslag::lpw("3a en 3b"),
            Self::PvNaVerhoor | Self::PvNaMelding => Grondslag::protocol("proces-verbaal"),
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

/// De laatste dag van een termijn; `vanaf` is dag 0 (CR-50).
#[must_use]
pub fn uiterlijk(soort: Termijnsoort, vanaf: Date) -> Date {
    match soort {
        Termijnsoort::Verzuimmelding => werkdag_na(vanaf, 5).min(vanaf.saturating_add(7.days())),
        Termijnsoort::Inschrijving | Termijnsoort::Uitschrijving => vanaf.saturating_add(7.days()),
        Termijnsoort::ZiekmeldingOuder => atw(vanaf.saturating_add(2.days())),
        Termijnsoort::ReligieMelding => vanaf.saturating_sub(2.days()),
        Termijnsoort::BeslissingVervangendeLeerplicht => atw(vanaf.saturating_add(42.days())),
        Termijnsoort::PvNaVerhoor => vanaf.saturating_add(1.month()),
        Termijnsoort::PvNaMelding => vanaf.saturating_add(2.months()),
        Termijnsoort::SchorsingInspectie => vanaf,
    }
}

/// Wat is de laatste dag, en loopt de termijn nog?
pub fn termijn(soort: Termijnsoort, vanaf: Date, peildatum: Date) -> Oordeel<Antwoord> {
    let mut pad = Pad::default();
    let uiterlijk = uiterlijk(soort, vanaf);
    pad.met("Wat is de laatste dag?", datum_nl(uiterlijk), uiterlijk.to_string());
    let loopt = pad.ja_nee("Is de laatste dag nog niet voorbij?", peildatum <= uiterlijk);
    let werkdagen_over = werkdagen_tussen(peildatum, uiterlijk);
    let zin = if loopt {
        format!("De laatste dag is {}.", datum_nl(uiterlijk))
    } else {
        format!("De laatste dag was {}.", datum_nl(uiterlijk))
    };
    pad.klaar(Antwoord { loopt, uiterlijk, werkdagen_over }, "2009-08-01", vec![soort.grond()], vec![zin])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::regels::tabel::elk_geval;

    #[test]
    fn gevallen() {
        elk_geval(include_str!("termijn.md"), |rij| {
            let [soort, vanaf, peil, verwacht, over, ..] = rij else { panic!("{rij:?}") };
            let soort = Termijnsoort::ALLE.into_iter().find(|s| s.code() == *soort).unwrap();
            let a = termijn(soort, vanaf.parse().unwrap(), peil.parse().unwrap()).uitkomst;
            assert_eq!(
                (a.uiterlijk.to_string().as_str(), a.werkdagen_over.to_string().as_str()),
                (*verwacht, *over),
                "{rij:?}"
            );
        });
    }

    #[test]
    fn een_verzuimmelding_heeft_nooit_meer_dan_zeven_dagen_en_nooit_minder_dan_een_werkdag() {
        let mut d = jiff::civil::date(2017, 8, 1);
        while d < jiff::civil::date(2030, 7, 31) {
            let u = uiterlijk(Termijnsoort::Verzuimmelding, d);
            assert!(d < u && u <= d.saturating_add(7.days()) && werkdagen_tussen(d, u) >= 1, "{d}");
            d = d.saturating_add(1.day());
        }
    }
}
