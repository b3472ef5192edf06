#![doc = include_str!("grondslag.md")]

use crate::codes::codes;
use crate::oordeel::Pad;
use crate::recht::{Recht, Regel, Regelversie, Uitkomst, privacy};
use crate::{Grondslag, Oordeel};
use jiff::civil::date;

codes! {
    /// Wat iemand wil vastleggen of doen.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum Handeling {
        /// Notitie in een dossier over een persoon.
        Dossiernotitie = "dossiernotitie",
        /// Notitie over een school.
        Schoolnotitie = "schoolnotitie",
        /// Preventief gesprek.
        GesprekPreventief = "gesprek_preventief",
        /// Notitie van een zorgoverleg.
        ZatMdoNotitie = "zat_mdo_notitie",
        /// Deelname aan een zorgoverleg.
        ZatMdoDeelname = "zat_mdo_deelname",
        /// Advies aan een school.
        AdviesSchool = "advies_school",
        /// Spreekuur.
        Spreekuur = "spreekuur",
    }
}

impl Handeling {
    /// Zoals iemand het zegt.
    const fn woorden(self) -> &'static str {
        match self {
            Self::Dossiernotitie => "notitie in een dossier",
            Self::Schoolnotitie => "notitie over een school",
            Self::GesprekPreventief => "preventief gesprek",
            Self::ZatMdoNotitie => "notitie van een zorgoverleg",
            Self::ZatMdoDeelname => "meedoen aan een zorgoverleg",
            Self::AdviesSchool => "advies aan een school",
            Self::Spreekuur => "spreekuur",
        }
    }
}

/// De feiten.
#[derive(Debug, Clone, Copy)]
pub struct Vraag {
    /// De handeling.
    pub handeling: Handeling,
    /// Er loopt een melding.
    pub melding_actief: bool,
    /// Er is absoluut verzuim.
    pub absoluut_verzuim: bool,
    /// Er is een aanvraag van verlof of vrijstelling.
    pub aanvraag: bool,
    /// De jongere woont in de eigen gemeente.
    pub eigen_gemeente: bool,
    /// Het gaat over een persoon.
    pub persoonsgebonden: bool,
    /// Er staat iets medisch in.
    pub medisch: bool,
}

/// Het antwoord.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Antwoord {
    /// Mag het?
    pub toegestaan: bool,
    /// Wat er in plaats daarvan kan.
    pub alternatief: Option<&'static str>,
}

/// Wat deze regel over zichzelf vertelt.
pub static REGEL: Regel = Regel {
    naam: "grondslag",
    titel: "Mag dit worden vastgelegd",
    doel: "Mag dit worden vastgelegd of gedaan?",
    lezing: include_str!("grondslag.md"),
    versies: &[
        Regelversie {
            vanaf: crate::recht::EERSTE,
            naam: "2009-08-01",
            wat: "Vastleggen mag alleen met een grond; toen onder de Wet bescherming persoonsgegevens.",
        },
        Regelversie {
            vanaf: date(2018, 5, 25),
            naam: "2018-05-25",
            wat: "De AVG vervangt de Wet bescherming persoonsgegevens.",
        },
    ],
    voorstel: None,
    parameters: &[&privacy::ARTIKEL_NOODZAAK],
    bronnen: &[
        Grondslag::lpw("16 en 22"),
        Grondslag::wet("Algemene verordening gegevensbescherming", "5 en 6"),
        Grondslag::protocol("preventief werken"),
    ],
    uitkomsten: &[
        Uitkomst { code: "toegestaan", wat: "Dit mag." },
        Uitkomst { code: "geweigerd", wat: "Dit mag niet; er staat bij wat wel kan." },
    ],
};

/// Mag dit worden vastgelegd of gedaan?
pub fn grondslag(v: &Vraag, recht: Recht) -> Oordeel<Antwoord> {
    use Handeling::{
        AdviesSchool, Dossiernotitie, GesprekPreventief, Schoolnotitie, Spreekuur, ZatMdoDeelname, ZatMdoNotitie,
    };
    let mut pad = Pad::default();
    pad.met("Wat wilt u vastleggen of doen?", v.handeling.woorden(), v.handeling.code());
    let persoon = v.persoonsgebonden || v.handeling == Dossiernotitie;
    let grond = match v.handeling {
        Dossiernotitie => v.melding_actief || v.absoluut_verzuim || v.aanvraag,
        ZatMdoNotitie => v.melding_actief || v.absoluut_verzuim,
        GesprekPreventief | Spreekuur | AdviesSchool => v.melding_actief,
        ZatMdoDeelname => true,
        Schoolnotitie => false,
    };
    let alternatief = if v.handeling == ZatMdoDeelname || !pad.ja_nee("Gaat het over een persoon?", persoon) {
        None
    } else if v.handeling == Schoolnotitie {
        Some(if (v.melding_actief || v.absoluut_verzuim || v.aanvraag) && v.eigen_gemeente {
            "dossiernotitie"
        } else {
            "schoolnotitie"
        })
    } else if !pad.ja_nee("Is er een melding, verzuim of aanvraag die het toestaat?", grond) {
        Some(match v.handeling {
            Dossiernotitie | ZatMdoNotitie => "schoolnotitie",
            GesprekPreventief | Spreekuur => "melding_vragen",
            _ => "anoniem_advies",
        })
    } else if !pad.ja_nee("Woont de jongere in de eigen gemeente?", v.eigen_gemeente) {
        Some("woongemeente")
    } else if pad.ja_nee("Is het medisch?", v.medisch) && matches!(v.handeling, Dossiernotitie | ZatMdoNotitie) {
        Some("zonder_medisch")
    } else {
        None
    };
    let toegestaan = alternatief.is_none();
    let zinnen = match alternatief {
        Some(a) => vec!["Hiervoor is geen grondslag; kies een andere weg.", in_plaats_daarvan(a)],
        None if matches!(v.handeling, Dossiernotitie | Schoolnotitie | ZatMdoNotitie) => {
            vec!["Dit mag worden vastgelegd."]
        }
        // Een gesprek, een advies of meedoen is geen vastleggen.
        None => vec!["Dit mag."],
    };
    pad.klaar(
        Antwoord { toegestaan, alternatief },
        REGEL.versie(recht),
        vec![Grondslag::lpw("16 en 22"), privacy::ARTIKEL_NOODZAAK.waarde(recht)],
        zinnen.into_iter().map(str::to_owned).collect(),
    )
}

/// Wat er wel kan, in een zin.
fn in_plaats_daarvan(alternatief: &str) -> &'static str {
    match alternatief {
        "dossiernotitie" => "Zet dit in het dossier van de jongere.",
        "schoolnotitie" => "Schrijf een notitie over de school, zonder de jongere erin.",
        "melding_vragen" => "Vraag de school eerst om een melding.",
        "anoniem_advies" => "Geef de school advies zonder dat u de naam van de jongere hoort.",
        "woongemeente" => "De gemeente waar de jongere woont kan dit wel doen.",
        _ => "Laat het medische weg. Schrijf alleen op wat de jongere aankan.",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zonder_melding_geen_dossiernotitie() {
        let v = Vraag {
            handeling: Handeling::Dossiernotitie,
            melding_actief: false,
            absoluut_verzuim: false,
            aanvraag: false,
            eigen_gemeente: true,
            persoonsgebonden: true,
            medisch: false,
        };
        let kijk = |v: Vraag| grondslag(&v, Recht::op(date(2026, 11, 23))).uitkomst.alternatief;
        assert_eq!(kijk(v), Some("schoolnotitie"));
        assert_eq!(kijk(Vraag { melding_actief: true, ..v }), None);
        assert_eq!(kijk(Vraag { melding_actief: true, eigen_gemeente: false, ..v }), Some("woongemeente"));
        assert_eq!(kijk(Vraag { melding_actief: true, medisch: true, ..v }), Some("zonder_medisch"));
        assert_eq!(kijk(Vraag { handeling: Handeling::ZatMdoDeelname, ..v }), None);
        assert_eq!(kijk(Vraag { handeling: Handeling::Spreekuur, medisch: true, melding_actief: true, ..v }), None);
        assert_eq!(kijk(Vraag { handeling: Handeling::AdviesSchool, ..v }), Some("anoniem_advies"));
        assert_eq!(kijk(Vraag { handeling: Handeling::Schoolnotitie, persoonsgebonden: false, ..v }), None);
    }
}
