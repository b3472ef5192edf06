#![doc = include_str!("verlof.md")]

mod gronden;
mod normen;
mod toetsen;

pub use gronden::{Gebeurtenis, Grond, NooitVerlof, Plaats};
pub use normen::Normen;

use crate::codes::codes;
use crate::oordeel::Pad;
use crate::plicht::Plicht;
use crate::recht::{Recht, Regel, Regelversie, leerplichtwet as lpw, protocol};
use crate::termijn::{self, Termijnsoort};
use crate::{Grondslag, Oordeel, Vakantieregio};
use jiff::civil::Date;
use normen::{grens, maximum};
use toetsen::{beroep, gewichtig, melding, nooit, wat_speelt};

/// De feiten.
#[derive(Debug, Clone, Copy)]
pub struct Vraag {
    /// Waarom de jongere wegblijft.
    pub grond: Grond,
    /// Gevraagde schooldagen: 1 of meer.
    pub dagen: i64,
    /// Eerste dag.
    pub begin: Date,
    /// Dag van de aanvraag of melding.
    pub aangevraagd_op: Date,
    /// Schooldagen die dit schooljaar al op deze grond zijn gegeven: 0 of meer.
    pub eerder_toegekend_dagen: i64,
    /// Is er bewijs?
    pub bewijs: bool,
    /// Is het schriftelijk gevraagd?
    pub schriftelijk: bool,
    /// De plicht die op de jongere rust.
    pub plicht: Plicht,
    /// Dagen onderwijs in een week, bij kwalificatieplicht: meer dan 0, hoogstens 5; anders 5.
    pub schooldagen_per_week: Option<f64>,
    /// Vakantieregio van de school.
    pub vakantieregio: Vakantieregio,
    /// Een reden waarvoor er nooit verlof is.
    pub nooit: Option<NooitVerlof>,
    /// Beleid.
    pub normen: Normen,
}

/// Wat er met de aanvraag of melding kan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Uitkomst {
    /// Het hoofd kan verlof geven.
    Toekenbaar,
    /// Geen verlof.
    Afwijzen,
    /// De leerplichtambtenaar beslist.
    VoorleggenLeerplicht,
    /// Er is geen toestemming nodig.
    KennisgevingAkkoord,
    /// De aanvraag is niet volledig.
    Aanvullen,
    /// De aanvraag of melding kwam te laat.
    TeLaatGemeld,
}

impl Uitkomst {
    /// Code in het regelcontract.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Toekenbaar => "toekenbaar",
            Self::Afwijzen => "afwijzen",
            Self::VoorleggenLeerplicht => "voorleggen_leerplicht",
            Self::KennisgevingAkkoord => "kennisgeving_akkoord",
            Self::Aanvullen => "aanvullen",
            Self::TeLaatGemeld => "te_laat_gemeld",
        }
    }
}

codes! {
    /// Wie beslist.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum Beslisser {
        /// Het hoofd van de school.
        Hoofd = "hoofd",
        /// De leerplichtambtenaar van de woongemeente.
        Leerplichtambtenaar = "leerplichtambtenaar",
        /// Niemand: er is geen beslissing.
        Geen = "geen",
    }
}

/// Het antwoord.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Antwoord {
    /// Wat er kan.
    pub uitkomst: Uitkomst,
    /// De meeste dagen voor deze grond; leeg als er geen grens is.
    pub maximum_dagen: Option<i64>,
    /// Wie beslist.
    pub beslisser: Beslisser,
    /// Dagen die het hoofd dit schooljaar nog kon geven, voor deze aanvraag.
    pub nog_beschikbaar_dagen: Option<i64>,
    /// Kwam de aanvraag na de eerste dag?
    pub achteraf: bool,
    /// Dagen die de jongere krijgt.
    pub toe_te_kennen_dagen: i64,
}

/// Wat deze regel over zichzelf vertelt.
pub static REGEL: Regel = Regel {
    naam: "verlof",
    titel: "Verlof en geldige redenen om weg te blijven",
    doel: "Is er een geldige reden om weg te blijven, wie beslist en hoeveel dagen kunnen er?",
    lezing: include_str!("verlof.md"),
    versies: &[Regelversie {
        vanaf: crate::recht::EERSTE,
        naam: "2009-08-01",
        wat: "De gronden van artikel 11, met de dagen van het regionale verlofprotocol.",
    }],
    voorstel: None,
    parameters: &[
        &lpw::ZIEKMELDING_DAGEN,
        &lpw::RELIGIE_DAGEN_TEVOREN,
        &lpw::VERLOF_F_DAGEN,
        &lpw::VERLOF_F_EERSTE_LESWEKEN,
        &lpw::VERLOF_G_DAGEN,
        &lpw::VERLOF_G_ACHTERAF_DAGEN,
        &lpw::VERLOF_SCHOOLWEEK_DAGEN,
        &protocol::HUWELIJK_TOT_EN_MET_GRAAD,
        &protocol::ZIEKTE_TOT_EN_MET_GRAAD,
        &protocol::JUBILEUM_TOT_EN_MET_GRAAD,
        &protocol::AMBTSJUBILEA,
        &protocol::HUWELIJKSJUBILEA,
    ],
    bronnen: &[
        Grondslag::lpw("11, 12, 13, 13a en 14"),
        Grondslag::protocol("verlofnormen"),
        Grondslag::wet("Algemene termijnenwet", "1 en 3"),
    ],
    uitkomsten: &[
        crate::recht::Uitkomst { code: "toekenbaar", wat: "Het hoofd van de school kan verlof geven." },
        crate::recht::Uitkomst { code: "afwijzen", wat: "Er is geen verlof mogelijk." },
        crate::recht::Uitkomst {
            code: "voorleggen_leerplicht",
            wat: "De leerplichtambtenaar van de woongemeente beslist.",
        },
        crate::recht::Uitkomst {
            code: "kennisgeving_akkoord",
            wat: "De jongere mag weg blijven; toestemming is niet nodig.",
        },
        crate::recht::Uitkomst { code: "aanvullen", wat: "De aanvraag is nog niet volledig." },
        crate::recht::Uitkomst { code: "te_laat_gemeld", wat: "De aanvraag of melding kwam te laat." },
    ],
};

/// Is er een geldige reden om weg te blijven, wie beslist en hoeveel dagen kunnen er (B-330…B-378, BR-20…BR-29)?
pub fn verlof(v: &Vraag, recht: Recht) -> Oordeel<Antwoord> {
    let mut pad = Pad::default();
    let (antwoord, toelichting) = beslis(v, &mut pad, recht);
    let plichtig = rust(v);
    let mut grondslag = vec![if plichtig { v.grond.artikel() } else { Grondslag::lpw("3 en 4a") }];
    let norm = matches!(v.grond, Grond::Gewichtig(_)) && antwoord.maximum_dagen.is_some();
    if plichtig && (v.nooit.is_some() || norm) {
        grondslag.push(Grondslag::protocol("verlofnormen"));
    }
    grondslag.extend(beslissend_beleid(v, &antwoord, recht).into_iter().map(Grondslag::beleid));
    let o = pad.klaar(antwoord, REGEL.versie(recht), grondslag, toelichting);
    let weegt_een_mens = matches!(v.grond, Grond::Gewichtig(_))
        && matches!(antwoord.uitkomst, Uitkomst::Toekenbaar | Uitkomst::VoorleggenLeerplicht);
    if weegt_een_mens { o.met_open_norm(&crate::open_norm::GEWICHTIGE_OMSTANDIGHEDEN) } else { o }
}

/// Rust er een plicht op de jongere?
const fn rust(v: &Vraag) -> bool {
    matches!(v.plicht, Plicht::Leerplichtig | Plicht::Kwalificatieplichtig)
}

/// De sleutels van het beleid zonder welke er iets anders was besloten: uitkomst, beslisser of dagen.
fn beslissend_beleid(v: &Vraag, antwoord: &Antwoord, recht: Recht) -> Vec<&'static str> {
    let (gekozen, gewoon) = (v.normen, Normen::gewoon());
    let zonder = match v.grond {
        Grond::Religie => vec![("verlof_religie", Normen { religie: gewoon.religie, ..gekozen })],
        Grond::BeroepOuder { .. } => vec![("verlof_f_max_dagen", Normen { beroep: gewoon.beroep, ..gekozen })],
        Grond::Gewichtig(g) => {
            let hoofd = ("verlof_g_max_dagen", Normen { hoofd: gewoon.hoofd, ..gekozen });
            // Van de andere normen raakt alleen die van deze gebeurtenis het antwoord.
            let norm = g.sleutel().map(|naam| (naam, Normen { hoofd: gekozen.hoofd, ..gewoon }));
            std::iter::once(hoofd).chain(norm).collect()
        }
        Grond::Ziekte | Grond::SchoolGesloten | Grond::Schorsing => Vec::new(),
    };
    let besluit = |a: &Antwoord| (a.uitkomst, a.beslisser, a.toe_te_kennen_dagen);
    let anders = |normen: &Normen| {
        *normen != gekozen
            && besluit(&beslis(&Vraag { normen: *normen, ..*v }, &mut Pad::default(), recht).0) != besluit(antwoord)
    };
    zonder.into_iter().filter(|(_, normen)| anders(normen)).map(|z| z.0).collect()
}

/// Het antwoord en de zinnen; zonder grondslag.
fn beslis(v: &Vraag, pad: &mut Pad, recht: Recht) -> (Antwoord, Vec<String>) {
    let grens_f = grens(v, v.normen.beroep, &lpw::VERLOF_F_DAGEN, recht);
    let grens_g = grens(v, v.normen.hoofd, &lpw::VERLOF_G_DAGEN, recht);
    let aan_hoofd = v.eerder_toegekend_dagen.saturating_add(v.dagen) <= grens_g;
    let (maximum_dagen, nog_beschikbaar_dagen) = match v.grond {
        Grond::Religie => (Some(v.normen.religie), None),
        Grond::BeroepOuder { .. } => (Some(grens_f), Some(if v.eerder_toegekend_dagen > 0 { 0 } else { grens_f })),
        Grond::Gewichtig(g) => {
            (maximum(g, &v.normen, recht), Some(grens_g.saturating_sub(v.eerder_toegekend_dagen).max(0)))
        }
        Grond::Ziekte | Grond::SchoolGesloten | Grond::Schorsing => (None, None),
    };
    let uiterlijk = |soort| termijn::uiterlijk(soort, v.begin, recht);
    let achteraf = pad.ja_nee("Kwam de aanvraag na de eerste dag?", v.aangevraagd_op > v.begin);
    let plichtig = pad.ja_nee("Is de jongere leerplichtig of kwalificatieplichtig?", rust(v));
    if plichtig {
        let (woorden, code) = v.grond.woorden();
        pad.met("Welke grond geldt?", woorden, code);
    }
    let (uitkomst, mut toelichting) = match v.grond {
        _ if !plichtig => {
            let zin = "Er rust nu geen plicht op de jongere. Verlof is niet nodig.";
            (Uitkomst::KennisgevingAkkoord, vec![zin.to_owned()])
        }
        Grond::Ziekte => melding(v, uiterlijk(Termijnsoort::ZiekmeldingOuder), pad),
        Grond::Religie => {
            let weigeren = wat_speelt(pad, vec![nooit(v)]);
            if weigeren.is_empty() {
                melding(v, uiterlijk(Termijnsoort::ReligieMelding), pad)
            } else {
                (Uitkomst::Afwijzen, weigeren)
            }
        }
        Grond::BeroepOuder { in_alle_vakanties_onmogelijk } => {
            beroep(v, in_alle_vakanties_onmogelijk, grens_f, pad, recht)
        }
        Grond::Gewichtig(_) => gewichtig(v, maximum_dagen, aan_hoofd, pad, recht),
        Grond::SchoolGesloten => {
            (Uitkomst::KennisgevingAkkoord, vec!["De school is dicht. De jongere is met reden weg.".to_owned()])
        }
        Grond::Schorsing => {
            (Uitkomst::KennisgevingAkkoord, vec!["De jongere is geschorst en dus met reden weg.".to_owned()])
        }
    };
    let beslisser = match v.grond {
        _ if !plichtig => Beslisser::Geen,
        Grond::Gewichtig(_) if !aan_hoofd => Beslisser::Leerplichtambtenaar,
        Grond::Gewichtig(_) | Grond::BeroepOuder { .. } => Beslisser::Hoofd,
        Grond::Religie if uitkomst == Uitkomst::Afwijzen => Beslisser::Hoofd,
        Grond::Religie | Grond::Ziekte | Grond::SchoolGesloten | Grond::Schorsing => Beslisser::Geen,
    };
    let hoogstens = v.dagen.min(maximum_dagen.unwrap_or(v.dagen));
    let toe_te_kennen_dagen = match uitkomst {
        Uitkomst::KennisgevingAkkoord if v.grond != Grond::Religie => v.dagen,
        Uitkomst::KennisgevingAkkoord | Uitkomst::Toekenbaar => hoogstens,
        _ => 0,
    };
    if plichtig && v.grond == Grond::Religie && uitkomst == Uitkomst::KennisgevingAkkoord && hoogstens < v.dagen {
        let vrij =
            if hoogstens == 1 { "Er is 1 schooldag".to_owned() } else { format!("Er zijn {hoogstens} schooldagen") };
        toelichting.push(format!("{vrij} vrij. Voor de andere dagen geldt deze reden niet."));
    }
    let antwoord =
        Antwoord { uitkomst, maximum_dagen, beslisser, nog_beschikbaar_dagen, achteraf, toe_te_kennen_dagen };
    (antwoord, toelichting)
}
