#![doc = include_str!("uitschrijving.md")]

use crate::codes::codes;
use crate::oordeel::Pad;
use crate::plicht::{self, Plicht};
use crate::recht::{Recht, Regel, Regelversie, doorstroompunt, leerplichtwet as lpw, school};
use crate::{Grondslag, Oordeel, datum_nl, leeftijd};
use jiff::ToSpan;
use jiff::civil::{Date, date};

codes! {
    /// Waarom de school uitschrijft.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum Reden {
        /// De jongere stopt, met een startkwalificatie.
        Startkwalificatie = "startkwalificatie",
        /// De jongere stopt en is 18 of ouder.
        AchttienOfOuder = "achttien_of_ouder",
        /// Een andere school schreef dat zij de leerling inschrijft.
        NieuweSchoolVerklaard = "nieuwe_school_verklaard",
        /// De ouders beroepen zich op een vrijstelling van artikel 5 of 5a.
        BeroepVrijstelling = "beroep_vrijstelling",
        /// De gemeente gaf vrijstelling.
        VrijstellingVerleend = "vrijstelling_verleend",
        /// De gemeente stond vervangende leerplicht toe.
        VervangendeLeerplicht = "vervangende_leerplicht",
        /// Vertrokken naar het buitenland.
        VertrokkenBuitenland = "vertrokken_buitenland",
        /// Verwijderd van school.
        Verwijderd = "verwijderd",
        /// De leerling is overleden.
        Overleden = "overleden",
        /// Iets anders.
        Anders = "anders",
    }
}

impl Reden {
    /// De reden in woorden.
    const fn woorden(self) -> &'static str {
        match self {
            Self::Startkwalificatie => "stopt",
            Self::AchttienOfOuder => "stopt",
            Self::NieuweSchoolVerklaard => "andere school",
            Self::BeroepVrijstelling => "beroep op vrijstelling",
            Self::VrijstellingVerleend => "vrijstelling gegeven",
            Self::VervangendeLeerplicht => "vervangende leerplicht",
            Self::VertrokkenBuitenland => "buitenland",
            Self::Verwijderd => "verwijderd",
            Self::Overleden => "overleden",
            Self::Anders => "iets anders",
        }
    }
}

/// De feiten.
#[derive(Debug, Clone, Copy)]
pub struct Vraag {
    /// Waarom de school uitschrijft.
    pub reden: Reden,
    /// Geboortedatum.
    pub geboortedatum: Date,
    /// Eerste dag waarop de leerling niet meer is ingeschreven.
    pub datum: Date,
    /// Is er een startkwalificatie?
    pub startkwalificatie: bool,
    /// Een andere school verklaarde schriftelijk dat zij de leerling inschrijft of toelaat.
    pub verklaring_nieuwe_school: bool,
    /// Uitgeschreven uit de BRP.
    pub brp_uitgeschreven: bool,
    /// Voltooide schooljaren op 31 juli voor de datum.
    pub voltooide_schooljaren: Option<i16>,
    /// Dag waarop de school het meldde, of anders de dag waarop wordt gekeken.
    pub gemeld: Date,
    /// Binnen zoveel dagen melden; nooit meer dan de wet.
    pub meldtermijn_dagen: i64,
}

/// Het antwoord.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Antwoord {
    /// Mocht de school uitschrijven?
    pub rechtmatig: bool,
    /// Laatste dag om het te melden.
    pub uiterlijk_melden: Date,
    /// Is die dag voorbij zonder melding?
    pub te_laat: bool,
    /// Moet leerplicht het weten?
    pub signaal_leerplicht: bool,
    /// Moet het Doorstroompunt het weten?
    pub signaal_doorstroompunt: bool,
}

/// Wat deze regel over zichzelf vertelt.
pub static REGEL: Regel = Regel {
    naam: "uitschrijving",
    titel: "Uitschrijven",
    doel: "Mocht de school deze leerling uitschrijven, en wie moet dat weten?",
    lezing: include_str!("uitschrijving.md"),
    versies: &[
        Regelversie {
            vanaf: crate::recht::EERSTE,
            naam: "2009-08-01",
            wat: "Uitschrijven kan alleen op de gronden van de Leerplichtwet; de RMC-doelgroep loopt tot 23 jaar.",
        },
        Regelversie {
            vanaf: date(2022, 8, 1),
            naam: "2022-08-01",
            wat: "Verwijderen staat in de Wet voortgezet onderwijs 2020.",
        },
        Regelversie {
            vanaf: date(2026, 1, 1),
            naam: "2026-01-01",
            wat: "Het Doorstroompunt hoort van uitschrijvingen tot 27 jaar.",
        },
    ],
    voorstel: None,
    parameters: &[
        &lpw::KWALIFICATIEPLICHT_EINDE_LEEFTIJD,
        &lpw::LEERPLICHT_SCHOOLJAREN,
        &lpw::MUTATIE_DAGEN,
        &school::ARTIKEL_VERWIJDERING,
        &doorstroompunt::DOELGROEP_TOT_LEEFTIJD,
        &doorstroompunt::NAAM,
        &doorstroompunt::ARTIKEL_DOELGROEP,
    ],
    bronnen: &[
        Grondslag::lpw("3a, 3b, 5, 5a, 10, 15 en 18"),
        Grondslag::wet("Wet voortgezet onderwijs 2020", "8.15 lid 2"),
        Grondslag::web("9.2.1"),
    ],
    uitkomsten: &[
        crate::recht::Uitkomst { code: "rechtmatig", wat: "De school mocht deze leerling uitschrijven." },
        crate::recht::Uitkomst {
            code: "onrechtmatig",
            wat: "De school mocht niet uitschrijven; leerplicht krijgt een signaal.",
        },
    ],
};

/// De plicht op de eerste dag zonder inschrijving.
fn gebonden(v: &Vraag, recht: Recht) -> bool {
    let mut p = plicht::Vraag::nieuw(v.geboortedatum, v.datum);
    p.voltooide_schooljaren = v.voltooide_schooljaren;
    p.startkwalificatie_op = v.startkwalificatie.then(|| v.datum.saturating_sub(1.day()));
    matches!(plicht::plicht(&p, recht).uitkomst.plicht, Plicht::Leerplichtig | Plicht::Kwalificatieplichtig)
}

/// De grond die bij de reden hoort: mag het, waarop rust dat en hoe zeggen wij het?
fn grond(v: &Vraag, recht: Recht, pad: &mut Pad) -> (bool, Grondslag, &'static str) {
    const TIEN: Grondslag = Grondslag::lpw("10");
    match v.reden {
        Reden::Startkwalificatie | Reden::AchttienOfOuder => {
            pad.ja_nee("Is de jongere 18, of is er een startkwalificatie en is de leerplicht voorbij?", false);
            let zin = "Stoppen kan pas met 18 jaar, of met een startkwalificatie na het einde van de leerplicht.";
            (false, TIEN, zin)
        }
        Reden::NieuweSchoolVerklaard => {
            let ja = pad.ja_nee(
                "Heeft een andere school geschreven dat zij de leerling inschrijft?",
                v.verklaring_nieuwe_school,
            );
            let zin = if ja {
                "Een andere school heeft geschreven dat zij de leerling inschrijft."
            } else {
                "Er is nog geen brief van een andere school. Tot die er is, blijft de leerling ingeschreven."
            };
            (ja, TIEN, zin)
        }
        Reden::BeroepVrijstelling => {
            pad.ja_nee("Staat deze reden in de wet?", true);
            (true, Grondslag::lpw("5 en 5a"), "De ouders beroepen zich op een vrijstelling van de inschrijving.")
        }
        Reden::VrijstellingVerleend => {
            pad.ja_nee("Staat deze reden in de wet?", true);
            (true, Grondslag::lpw("15"), "De gemeente heeft vrijstelling gegeven.")
        }
        Reden::VervangendeLeerplicht => {
            pad.ja_nee("Staat deze reden in de wet?", true);
            let zin = "De gemeente heeft vervangende leerplicht buiten school toegestaan.";
            (true, Grondslag::lpw("3b"), zin)
        }
        Reden::VertrokkenBuitenland => {
            let ja = pad.ja_nee("Is de leerling uitgeschreven uit de BRP?", v.brp_uitgeschreven);
            let zin = if ja {
                "De leerling woont in het buitenland en is uitgeschreven uit de BRP."
            } else {
                "De leerling staat nog in de BRP. Alleen verhuizen is niet genoeg: de leerling blijft ingeschreven."
            };
            (ja, TIEN, zin)
        }
        Reden::Verwijderd => {
            let ja = pad.ja_nee("Laat een andere school de leerling toe?", v.verklaring_nieuwe_school);
            let zin = if ja {
                "Een andere school laat de leerling toe."
            } else {
                "Verwijderen kan pas als een andere school de leerling toelaat."
            };
            (ja, school::ARTIKEL_VERWIJDERING.waarde(recht), zin)
        }
        Reden::Overleden => {
            pad.ja_nee("Staat deze reden in de wet?", true);
            (true, TIEN, "De leerling is overleden.")
        }
        Reden::Anders => {
            pad.ja_nee("Staat deze reden in de wet?", false);
            let zin = "Deze reden staat niet in de wet. Verzuim, schorsing of een melding is geen reden.";
            (false, TIEN, zin)
        }
    }
}

/// Mocht de school uitschrijven, en wie moet dat weten (A-400…A-408, BR-40…BR-44)?
pub fn uitschrijving(v: &Vraag, recht: Recht) -> Oordeel<Antwoord> {
    let mut pad = Pad::default();
    let jaren = leeftijd(v.geboortedatum, v.datum);
    pad.met("Hoe oud is de leerling?", format!("{jaren} jaar"), jaren.to_string());
    let dagen = v.meldtermijn_dagen.min(lpw::MUTATIE_DAGEN.waarde(recht));
    let uiterlijk_melden = v.datum.saturating_add(dagen.days());
    pad.met("Wat is de laatste dag om het te melden?", datum_nl(uiterlijk_melden), uiterlijk_melden.to_string());
    let te_laat = pad.ja_nee("Is de melding te laat?", v.gemeld > uiterlijk_melden);
    let doelgroep =
        lpw::KWALIFICATIEPLICHT_EINDE_LEEFTIJD.waarde(recht)..doorstroompunt::DOELGROEP_TOT_LEEFTIJD.waarde(recht);
    let overleden = v.reden == Reden::Overleden;
    let signaal_doorstroompunt = pad.ja_nee(
        "Hoort de jongere bij de doelgroep van 18 jaar of ouder zonder startkwalificatie?",
        !overleden && !v.startkwalificatie && doelgroep.contains(&jaren),
    );
    let plichtig = pad.ja_nee("Is de leerling leerplichtig of kwalificatieplichtig?", gebonden(v, recht));
    let (rechtmatig, artikel, reden) = if plichtig || overleden {
        pad.met("Wat is de reden?", v.reden.woorden(), v.reden.code());
        grond(v, recht, &mut pad)
    } else {
        (true, Grondslag::lpw("3 en 4a"), "Er rust die dag geen plicht op de leerling.")
    };
    let mut grondslag = vec![artikel, lpw::MUTATIE_DAGEN.bron(recht)];
    if dagen < lpw::MUTATIE_DAGEN.waarde(recht) {
        grondslag.push(Grondslag::beleid("uitschrijving_meldtermijn_dagen"));
    }
    let mut toelichting = vec![format!(
        "{reden} {}",
        if rechtmatig { "U mocht uitschrijven." } else { "U mocht niet uitschrijven. Leerplicht krijgt een signaal." }
    )];
    toelichting.push(if te_laat {
        format!("De melding is te laat. De laatste dag was {}.", datum_nl(uiterlijk_melden))
    } else {
        format!("U meldt de uitschrijving uiterlijk op {}.", datum_nl(uiterlijk_melden))
    });
    if signaal_doorstroompunt {
        grondslag.push(doorstroompunt::ARTIKEL_DOELGROEP.waarde(recht));
        let naam = doorstroompunt::NAAM.waarde(recht);
        toelichting.push(format!("De jongere heeft geen startkwalificatie. {naam} krijgt een signaal."));
    }
    let antwoord =
        Antwoord { rechtmatig, uiterlijk_melden, te_laat, signaal_leerplicht: !rechtmatig, signaal_doorstroompunt };
    pad.klaar(antwoord, REGEL.versie(recht), grondslag, toelichting)
}
