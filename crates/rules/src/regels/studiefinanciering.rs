#![doc = include_str!("studiefinanciering.md")]

use crate::codes::codes;
use crate::oordeel::Pad;
use crate::recht::{Recht, Regel, Regelversie, doorstroompunt as sf};
use crate::{Grondslag, Oordeel, leeftijd};
use jiff::civil::Date;

/// Waar iemand staat ingeschreven.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Onderwijs {
    /// Voortgezet onderwijs.
    Vo,
    /// Mbo, beroepsopleidende leerweg, met het niveau: 1 tot en met 4.
    MboBol(i64),
    /// Mbo, beroepsbegeleidende leerweg.
    MboBbl,
}

codes! {
    /// Wat iemand ontvangt.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum Ontvangt {
        /// Niets.
        Geen = "geen",
        /// Studiefinanciering.
        Studiefinanciering = "studiefinanciering",
        /// Tegemoetkoming scholieren.
        Tegemoetkoming = "tegemoetkoming",
    }
}

/// De feiten.
#[derive(Debug, Clone, Copy)]
pub struct Vraag {
    /// Geboortedatum.
    pub geboortedatum: Date,
    /// De dag waarop wordt gekeken.
    pub peildatum: Date,
    /// Waar iemand staat ingeschreven.
    pub onderwijs: Onderwijs,
    /// Wat iemand ontvangt.
    pub ontvangt: Ontvangt,
    /// Dagen aaneengesloten ongeoorloofd weg, zonder vakantieweken: 0 of meer.
    pub dagen: i64,
    /// Vanaf zoveel dagen stuurt de school een brief: beleid, 1 tot en met 28; gewoon 28.
    pub melden_vanaf: i64,
}

/// Wat er moet gebeuren.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Uitkomst {
    /// Niets.
    Geen,
    /// Vastleggen en de student een brief sturen.
    Melden,
    /// Melden aan DUO: de toelage wordt een lening.
    OmzettingLening,
}

impl Uitkomst {
    /// Code in het regelcontract.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Geen => "geen",
            Self::Melden => "melden",
            Self::OmzettingLening => "omzetting_lening",
        }
    }
}

/// Wat deze regel over zichzelf vertelt.
pub static REGEL: Regel = Regel {
    naam: "studiefinanciering",
    titel: "Studiefinanciering en wegblijven",
    doel: "Moet afwezigheid worden gemeld voor de studiefinanciering?",
    lezing: include_str!("studiefinanciering.md"),
    versies: &[Regelversie {
        vanaf: crate::recht::EERSTE,
        naam: "2009-08-01",
        wat: "Een melding los van de verzuimmelding: vier weken vastleggen, vijf weken melden.",
    }],
    voorstel: None,
    parameters: &[
        &sf::STUDIEFINANCIERING_LEEFTIJD,
        &sf::STUDIEFINANCIERING_MELDEN_DAGEN,
        &sf::STUDIEFINANCIERING_LENING_DAGEN,
    ],
    bronnen: &[Grondslag::web("8.1.7")],
    uitkomsten: &[
        crate::recht::Uitkomst { code: "geen", wat: "De school hoeft hiervoor niets te melden." },
        crate::recht::Uitkomst { code: "melden", wat: "De school legt het vast en stuurt de student een brief." },
        crate::recht::Uitkomst {
            code: "omzetting_lening",
            wat: "De school meldt het bij DUO; de toelage wordt een lening.",
        },
    ],
};

/// Moet afwezigheid van een student met studiefinanciering worden gemeld (B-460…B-463, BR-56…BR-58)?
pub fn studiefinanciering(v: &Vraag, recht: Recht) -> Oordeel<Uitkomst> {
    let mut pad = Pad::default();
    let (jaren, vanaf) = (leeftijd(v.geboortedatum, v.peildatum), sf::STUDIEFINANCIERING_LEEFTIJD.waarde(recht));
    let volwassen = pad.ja_nee("18 jaar of ouder?", jaren >= vanaf);
    // Beleid kan eerder een brief vragen, nooit later dan de wet.
    let wet = sf::STUDIEFINANCIERING_MELDEN_DAGEN.waarde(recht);
    let melden_vanaf = v.melden_vanaf.min(wet);
    let lening_vanaf = sf::STUDIEFINANCIERING_LENING_DAGEN.waarde(recht);
    let geldt = matches!(
        (v.onderwijs, v.ontvangt),
        (Onderwijs::Vo, Ontvangt::Tegemoetkoming) | (Onderwijs::MboBol(1 | 2), Ontvangt::Studiefinanciering)
    );
    let geldt = pad.ja_nee("Vo met tegemoetkoming, of mbo bol niveau 1 of 2 met studiefinanciering?", geldt);
    pad.met("Hoeveel dagen achter elkaar weg?", v.dagen.to_string(), v.dagen.to_string());
    let uitkomst = if !volwassen || !geldt {
        Uitkomst::Geen
    } else if pad.ja_nee("Vijf weken of langer?", v.dagen >= lening_vanaf) {
        Uitkomst::OmzettingLening
    } else if pad.ja_nee("Lang genoeg om te melden?", v.dagen >= melden_vanaf) {
        Uitkomst::Melden
    } else {
        Uitkomst::Geen
    };
    let zin = match uitkomst {
        Uitkomst::Geen => "Voor de studiefinanciering hoeft de school nu niets te melden.",
        Uitkomst::Melden => {
            "De school legt de afwezigheid vast en stuurt de student een brief over wat er kan gebeuren."
        }
        Uitkomst::OmzettingLening => {
            "De school meldt dit bij DUO. De toelage wordt een lening. Een verzuimmelding staat hier los van."
        }
    };
    let reden = if !volwassen {
        format!("De student is {jaren} jaar. Dit geldt vanaf {vanaf} jaar.")
    } else if !geldt {
        "Dit geldt in het vo met een tegemoetkoming, en in het mbo bol op niveau 1 of 2 met studiefinanciering."
            .to_owned()
    } else {
        let grens = if uitkomst == Uitkomst::OmzettingLening { lening_vanaf } else { melden_vanaf };
        format!("De student is {} dagen achter elkaar weg zonder geldige reden; de grens is {grens} dagen.", v.dagen)
    };
    let mut grondslag = vec![Grondslag::web("8.1.7")];
    if uitkomst == Uitkomst::Melden && v.dagen < wet {
        grondslag.push(Grondslag::beleid("sf_melden_dagen"));
    }
    pad.klaar(uitkomst, REGEL.versie(recht), grondslag, vec![reden, zin.to_owned()])
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn geen_beleid_stelt_de_brief_langer_uit_dan_de_wet() {
        let na = |dagen| {
            let v = Vraag {
                geboortedatum: date(2005, 1, 1),
                peildatum: date(2026, 11, 23),
                onderwijs: Onderwijs::MboBol(2),
                ontvangt: Ontvangt::Studiefinanciering,
                dagen,
                melden_vanaf: 100,
            };
            studiefinanciering(&v, Recht::op(v.peildatum)).uitkomst
        };
        assert_eq!((na(27), na(28)), (Uitkomst::Geen, Uitkomst::Melden));
    }
}
