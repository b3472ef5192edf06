#![doc = include_str!("bewaartermijn.md")]

use crate::codes::codes;
use crate::oordeel::Pad;
use crate::recht::{Parameter, Recht, Regel, Regelversie, privacy, register};
use crate::{Grondslag, Oordeel, datum_nl, jaren_bereikt_op, schooljaar};
use jiff::ToSpan;
use jiff::civil::{Date, date};

codes! {
    /// Welk gegeven.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum Soort {
        /// Meldingen van verzuim in het register.
        Meldingsregister = "meldingsregister",
        /// Basisgegevens van een onderwijsdeelnemer.
        Basisregister = "basisregister",
        /// De zeven gegevens van een oud-student in het hoger onderwijs.
        BasisregisterHo = "basisregister_ho",
        /// Vrijstellingen en vervangende leerplicht in het register.
        Vrijstellingenregister = "vrijstellingenregister",
        /// Dossier van de gemeente over de leerplicht.
        Leerplichtdossier = "leerplichtdossier",
        /// Dossier van de gemeente over de kwalificatieplicht.
        Kwalificatieplichtdossier = "kwalificatieplichtdossier",
        /// Dossier van het Doorstroompunt.
        Doorstroompuntdossier = "doorstroompuntdossier",
        /// Gegevens over gezondheid en strafrecht bij het Doorstroompunt.
        DoorstroompuntBijzonder = "doorstroompunt_bijzonder",
        /// Verzuimadministratie van een school.
        SchoolVerzuim = "school_verzuim",
        /// Politiegegevens van een BOA.
        WpgDagelijks = "wpg_dagelijks",
        /// Politiegegevens die al zijn verwijderd.
        WpgVerwijderd = "wpg_verwijderd",
    }
}

impl Soort {
    /// De termijn uit wet of selectielijst; een school kiest zelf.
    const fn termijn(self) -> Option<&'static Parameter<i16>> {
        Some(match self {
            Self::Meldingsregister => &register::BEWAREN_MELDING_SCHOOLJAREN,
            Self::Basisregister => &register::BEWAREN_BASISREGISTER_JAREN,
            Self::BasisregisterHo => &register::BEWAREN_BASISREGISTER_HO_JAREN,
            Self::Vrijstellingenregister => &register::BEWAREN_VRIJSTELLING_JAREN,
            Self::Leerplichtdossier => &privacy::BEWAREN_LEERPLICHTDOSSIER_JAREN,
            Self::Kwalificatieplichtdossier => &privacy::BEWAREN_KWALIFICATIEPLICHT_JAREN,
            Self::Doorstroompuntdossier => &privacy::BEWAREN_DOORSTROOMPUNT_JAREN,
            Self::DoorstroompuntBijzonder => &privacy::BEWAREN_BIJZONDER_JAREN,
            Self::WpgDagelijks => &privacy::WPG_DAGELIJKS_JAREN,
            Self::WpgVerwijderd => &privacy::WPG_VERWIJDERD_JAREN,
            Self::SchoolVerzuim => return None,
        })
    }
}

/// De feiten.
#[derive(Debug, Clone, Copy)]
pub struct Vraag {
    /// Welk gegeven.
    pub soort: Soort,
    /// De dag vanaf wanneer de termijn loopt.
    pub datum: Date,
    /// Geboortedatum; nodig bij een leerplichtdossier.
    pub geboortedatum: Option<Date>,
    /// De dag waarop wordt gekeken.
    pub peildatum: Date,
    /// Vernietigen mag nu niet, bijvoorbeeld door een klacht of een rechtszaak.
    pub bewaring_stop: bool,
    /// De jaren die de school koos: 1 tot en met 5; leeg zolang zij niet koos.
    pub school_jaren: Option<u8>,
}

/// Wat er met het gegeven moet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Uitkomst {
    /// Het blijft.
    Bewaren,
    /// Het moet weg zijn.
    Vernietigen,
    /// Het had weg moeten zijn, maar wordt vastgehouden.
    Aangehouden,
}

impl Uitkomst {
    /// Code in het regelcontract.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Bewaren => "bewaren",
            Self::Vernietigen => "vernietigen",
            Self::Aangehouden => "aangehouden",
        }
    }
}

/// Een andere norm die iets over hetzelfde gegeven zegt. Zij verandert de uitkomst niet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Conflict {
    /// Naam van de norm.
    pub norm: &'static str,
    /// De eerste dag waarop het gegeven volgens die norm weg is.
    pub vernietigen_op: Date,
    /// Waar de norm staat.
    pub bron: &'static str,
}

/// Het antwoord.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Antwoord {
    /// Wat er met het gegeven moet.
    pub uitkomst: Uitkomst,
    /// De eerste dag waarop het weg moet zijn; leeg zolang er geen termijn is.
    pub vernietigen_op: Option<Date>,
    /// Andere normen met een andere dag.
    pub conflicten: Vec<Conflict>,
}

/// Wat deze regel over zichzelf vertelt.
pub static REGEL: Regel = Regel {
    naam: "bewaartermijn",
    titel: "Bewaren en vernietigen",
    doel: "Wanneer moet dit gegeven vernietigd zijn?",
    lezing: include_str!("bewaartermijn.md"),
    versies: &[
        Regelversie {
            vanaf: crate::recht::EERSTE,
            naam: "2009-08-01",
            wat: "De termijnen van de registers, de selectielijst en de Wet politiegegevens.",
        },
        Regelversie {
            vanaf: date(2018, 5, 25),
            naam: "2018-05-25",
            wat: "De Algemene verordening gegevensbescherming vervangt de Wet bescherming persoonsgegevens.",
        },
        Regelversie {
            vanaf: date(2020, 7, 1),
            naam: "2020-07-01",
            wat: "De termijnen van de registers staan in de Wet register onderwijsdeelnemers; zij blijven gelijk.",
        },
    ],
    voorstel: None,
    parameters: &[
        &register::BEWAREN_MELDING_SCHOOLJAREN,
        &register::BEWAREN_BASISREGISTER_JAREN,
        &register::BEWAREN_BASISREGISTER_HO_JAREN,
        &register::BEWAREN_VRIJSTELLING_JAREN,
        &privacy::BEWAREN_LEERPLICHTDOSSIER_JAREN,
        &privacy::BEWAREN_KWALIFICATIEPLICHT_JAREN,
        &privacy::BEWAREN_DOORSTROOMPUNT_JAREN,
        &privacy::BEWAREN_BIJZONDER_JAREN,
        &privacy::WPG_DAGELIJKS_JAREN,
        &privacy::WPG_VERWIJDERD_JAREN,
        &privacy::SELECTIELIJST_2017_KWALIFICATIEPLICHT_JAREN,
        &privacy::SELECTIELIJST_DOORSTROOMPUNT_LEEFTIJD,
        &privacy::ARTIKEL_BEWAREN,
    ],
    bronnen: &[
        Grondslag::wet("Wet register onderwijsdeelnemers", "30"),
        Grondslag::web("9.2.7"),
        Grondslag::wet("Wet politiegegevens", "8 en 14"),
        Grondslag::protocol_van("Selectielijst gemeenten 2020", "12.1.3 en 12.1.4"),
        Grondslag::wet("Algemene verordening gegevensbescherming", "5 lid 1"),
    ],
    uitkomsten: &[
        crate::recht::Uitkomst { code: "bewaren", wat: "Het gegeven blijft nu." },
        crate::recht::Uitkomst { code: "vernietigen", wat: "De termijn is voorbij: het gegeven moet weg zijn." },
        crate::recht::Uitkomst {
            code: "aangehouden",
            wat: "De termijn is voorbij, maar vernietigen mag nu niet; kijk later opnieuw.",
        },
    ],
};

/// De eerste dag na zoveel jaar (BR-80).
fn na(start: Date, jaren: i16) -> Date {
    start.saturating_add(jaren.years()).saturating_add(1.day())
}

/// Wanneer moet dit gegeven vernietigd zijn (BR-80…BR-84)? Een andere norm wordt genoemd, maar beslist niet.
pub fn bewaartermijn(v: &Vraag, recht: Recht) -> Oordeel<Antwoord> {
    let mut pad = Pad::default();
    let start = match v.soort {
        Soort::Meldingsregister => Some(schooljaar(v.datum).1),
        Soort::Leerplichtdossier => v.geboortedatum,
        _ => Some(v.datum),
    };
    let termijn = v.soort.termijn();
    let jaren = termijn.map_or(v.school_jaren.map(i16::from), |p| Some(p.waarde(recht)));
    let vernietigen_op = start.zip(jaren).map(|(s, n)| na(s, n));
    let conflicten: Vec<Conflict> =
        andere_norm(v, recht).into_iter().filter(|c| Some(c.vernietigen_op) != vernietigen_op).collect();

    let mut grondslag = vec![termijn.map_or_else(|| privacy::ARTIKEL_BEWAREN.bron(recht), |p| p.bron(recht))];
    pad.ja_nee("Is er een termijn?", vernietigen_op.is_some());
    let (uitkomst, zin) = match vernietigen_op {
        None => (
            Uitkomst::Bewaren,
            "De school heeft nog geen termijn gekozen. Er wordt niets vernietigd; vraag de school te kiezen."
                .to_owned(),
        ),
        Some(dag) => {
            if termijn.is_none() {
                grondslag.push(Grondslag::beleid("bewaartermijn_school_jaren"));
            }
            if !pad.ja_nee("Is de termijn voorbij?", dag <= v.peildatum) {
                (Uitkomst::Bewaren, format!("Het gegeven blijft. U vernietigt het uiterlijk op {}.", datum_nl(dag)))
            } else if pad.ja_nee("Geldt er een bewaring die vernietigen tegenhoudt?", v.bewaring_stop) {
                let zin = "De termijn is voorbij, maar u houdt het gegeven vast. Vernietig het zodra de reden weg is.";
                (Uitkomst::Aangehouden, zin.to_owned())
            } else {
                let zin = "De termijn is voorbij. Vernietig het gegeven, ook in kopieën, uitdraaien en berichten.";
                (Uitkomst::Vernietigen, zin.to_owned())
            }
        }
    };
    let mut toelichting = vec![zin];
    toelichting.extend(conflicten.iter().map(|c| {
        format!(
            "Volgens {} moet het weg zijn op {}. Die regel beslist hier niet; een mens kiest.",
            c.bron,
            datum_nl(c.vernietigen_op)
        )
    }));
    if v.soort == Soort::WpgDagelijks {
        toelichting.push("Daarna is het een verwijderd politiegegeven, met een eigen termijn.".to_owned());
    }
    pad.klaar(Antwoord { uitkomst, vernietigen_op, conflicten }, REGEL.versie(recht), grondslag, toelichting)
}

/// De norm die ook iets over dit gegeven zegt (BR-83).
fn andere_norm(v: &Vraag, recht: Recht) -> Option<Conflict> {
    let (norm, vernietigen_op, bron) = match v.soort {
        Soort::Leerplichtdossier => {
            ("wpg_8", na(v.datum, privacy::WPG_DAGELIJKS_JAREN.waarde(recht)), "Wet politiegegevens artikel 8 lid 6")
        }
        Soort::Kwalificatieplichtdossier => (
            "selectielijst_2017",
            na(v.geboortedatum?, privacy::SELECTIELIJST_2017_KWALIFICATIEPLICHT_JAREN.waarde(recht)),
            "Selectielijst gemeenten 2017",
        ),
        Soort::WpgDagelijks => (
            "selectielijst_2020_12_1_3",
            na(v.geboortedatum?, privacy::BEWAREN_LEERPLICHTDOSSIER_JAREN.waarde(recht)),
            "Selectielijst gemeenten 2020 categorie 12.1.3",
        ),
        Soort::Doorstroompuntdossier => {
            let grens = privacy::SELECTIELIJST_DOORSTROOMPUNT_LEEFTIJD.waarde(recht);
            (
                "selectielijst_2020_23_jaar",
                na(jaren_bereikt_op(v.geboortedatum?, grens), privacy::BEWAREN_DOORSTROOMPUNT_JAREN.waarde(recht)),
                "Selectielijst gemeenten 2020 categorie 12.1.4",
            )
        }
        _ => return None,
    };
    Some(Conflict { norm, vernietigen_op, bron })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn geen_paniek_aan_de_randen() {
        for soort in Soort::ALLE {
            for (datum, geboortedatum) in
                [(Date::MIN, None), (Date::MAX, Some(Date::MAX)), (Date::MAX, Some(Date::MIN))]
            {
                let peildatum = Date::MAX;
                let school_jaren = Some(u8::MAX);
                let v = Vraag { soort, datum, geboortedatum, peildatum, bewaring_stop: false, school_jaren };
                assert!(!bewaartermijn(&v, Recht::op(peildatum)).grondslag.is_empty());
            }
        }
    }
}
