#![doc = include_str!("verlof.md")]

use crate::codes::codes;
use crate::oordeel::{Pad, schooldagen_nl};
use crate::plicht::Plicht;
use crate::recht::protocol::{self, Jubilea};
use crate::recht::{Parameter, Recht, Regel, Regelversie, beleid, leerplichtwet as lpw};
use crate::termijn::{self, Termijnsoort};
use crate::werkdag::atw;
use crate::{Grondslag, Kalender, Oordeel, Vakantieregio, datum_nl};
use jiff::ToSpan;
use jiff::civil::Date;

codes! {
    /// Waar een gebeurtenis is.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum Plaats {
        /// In de eigen regio.
        Regio = "regio",
        /// Elders in het land.
        BuitenRegio = "buiten_regio",
        /// In het buitenland.
        Buitenland = "buitenland",
    }
}

/// Wat er gebeurt, bij gewichtige omstandigheden. Een graad telt ook voor aangetrouwde familie.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Gebeurtenis {
    /// Een huwelijk.
    Huwelijk {
        /// Graad van verwantschap: 1 tot en met 4.
        graad: i64,
        /// Waar.
        plaats: Plaats,
    },
    /// Een overlijden.
    Overlijden {
        /// Graad van verwantschap: 1 tot en met 4.
        graad: i64,
        /// Waar.
        plaats: Plaats,
    },
    /// Zoveel jaar in dienst.
    Ambtsjubileum {
        /// Jaren: 0 of meer; 12,5 kan ook.
        jaren: f64,
        /// Graad van verwantschap, als die bekend is: 1 tot en met 4.
        graad: Option<i64>,
    },
    /// Zoveel jaar getrouwd.
    Huwelijksjubileum {
        /// Jaren: 0 of meer; 12,5 kan ook.
        jaren: f64,
        /// Graad van verwantschap, als die bekend is: 1 tot en met 4.
        graad: Option<i64>,
    },
    /// Een verhuizing.
    Verhuizing,
    /// Een ziekte die het leven bedreigt.
    LevensbedreigendeZiekte {
        /// Graad van verwantschap: 1 tot en met 4.
        graad: i64,
    },
    /// Een verplichting uit de wet.
    WettelijkeVerplichting,
    /// Iets anders.
    Anders,
}

impl Gebeurtenis {
    /// De sleutel van het beleid dat de dagen voor deze gebeurtenis kiest.
    const fn sleutel(self) -> Option<&'static str> {
        match self {
            Self::Huwelijk { plaats: Plaats::Regio, .. } => Some("verlof_huwelijk_regio"),
            Self::Huwelijk { plaats: Plaats::BuitenRegio, .. } => Some("verlof_huwelijk_buiten_regio"),
            Self::Huwelijk { plaats: Plaats::Buitenland, .. } => Some("verlof_huwelijk_buitenland"),
            Self::Overlijden { plaats: Plaats::Buitenland, .. } => Some("verlof_overlijden_buitenland"),
            Self::Overlijden { graad: 1, .. } => Some("verlof_overlijden_graad_1"),
            Self::Overlijden { graad: 2, .. } => Some("verlof_overlijden_graad_2"),
            Self::Overlijden { graad: 3, .. } => Some("verlof_overlijden_graad_3"),
            Self::Overlijden { graad: 4, .. } => Some("verlof_overlijden_graad_4"),
            Self::Ambtsjubileum { .. } | Self::Huwelijksjubileum { .. } => Some("verlof_jubileum"),
            Self::Verhuizing => Some("verlof_verhuizing"),
            _ => None,
        }
    }
}

/// Waarom de jongere wegblijft.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Grond {
    /// Ziek.
    Ziekte,
    /// Een plicht uit godsdienst of levensovertuiging.
    Religie,
    /// Het beroep van een ouder.
    BeroepOuder {
        /// Kan het gezin in geen enkele schoolvakantie weg? Leeg als dat niet is gezegd.
        in_alle_vakanties_onmogelijk: Option<bool>,
    },
    /// Andere gewichtige omstandigheden.
    Gewichtig(Gebeurtenis),
    /// De school is dicht.
    SchoolGesloten,
    /// De school heeft geschorst.
    Schorsing,
}

impl Grond {
    /// De grond in woorden, en de code van de vraag.
    const fn woorden(self) -> (&'static str, &'static str) {
        match self {
            Self::Ziekte => ("ziekte", "ziekte"),
            Self::Religie => ("religie", "religie"),
            Self::BeroepOuder { .. } => ("beroep", "beroep_ouder"),
            Self::Gewichtig(_) => ("gewichtig", "gewichtig"),
            Self::SchoolGesloten => ("school dicht", "school_gesloten"),
            Self::Schorsing => ("schorsing", "schorsing"),
        }
    }
    const fn artikel(self) -> Grondslag {
        match self {
            Self::Ziekte => Grondslag::lpw("11 onder d en 12"),
            Self::Religie => Grondslag::lpw("11 onder e en 13"),
            Self::BeroepOuder { .. } => Grondslag::lpw("11 onder f en 13a"),
            Self::Gewichtig(_) => Grondslag::lpw("11 onder g en 14"),
            Self::SchoolGesloten => Grondslag::lpw("11 onder a en b"),
            Self::Schorsing => Grondslag::lpw("11 onder c"),
        }
    }
}

codes! {
    /// Een reden waarvoor er nooit verlof is.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum NooitVerlof {
        /// Familie in het buitenland bezoeken.
        FamiliebezoekBuitenland = "familiebezoek_buitenland",
        /// Goedkoop op reis.
        GoedkopeTickets = "goedkope_tickets",
        /// De tickets zijn er al, of er waren geen andere.
        TicketsGekocht = "tickets_gekocht",
        /// De vakanties van de regio's lopen uiteen.
        Vakantiespreiding = "vakantiespreiding",
        /// Een broer of zus is vrij.
        BroerZusVrij = "broer_zus_vrij",
        /// Files voor zijn.
        Verkeersdrukte = "verkeersdrukte",
        /// Samen met anderen reizen.
        SamenReizen = "samen_reizen",
        /// Een verjaardag met een rond getal.
        Kroonjaar = "kroonjaar",
        /// Een ouder neemt een sabbatical.
        Sabbatical = "sabbatical",
        /// Een verre reis of een wereldreis.
        VerreReis = "verre_reis",
        /// Carnaval vieren.
        Carnaval = "carnaval",
    }
}

impl NooitVerlof {
    const fn zin(self) -> &'static str {
        match self {
            Self::FamiliebezoekBuitenland => "Familie in het buitenland bezoeken is geen reden voor verlof.",
            Self::GoedkopeTickets => "Goedkopere tickets zijn geen reden voor verlof.",
            Self::TicketsGekocht => "Dat de tickets al gekocht zijn, is geen reden voor verlof.",
            Self::Vakantiespreiding => "Een andere vakantie in een andere regio is geen reden voor verlof.",
            Self::BroerZusVrij => "Dat een broer of zus vrij is, is geen reden voor verlof.",
            Self::Verkeersdrukte => "Drukte op de weg is geen reden voor verlof.",
            Self::SamenReizen => "Samen met anderen willen reizen is geen reden voor verlof.",
            Self::Kroonjaar => "Een rond verjaardagsgetal is geen reden voor verlof.",
            Self::Sabbatical => "Een sabbatical van een ouder is geen reden voor verlof.",
            Self::VerreReis => "Een verre reis is geen reden voor verlof.",
            Self::Carnaval => "Carnaval is geen plicht uit godsdienst en geen reden voor verlof.",
        }
    }
}

/// De dagen die beleid toestaat; de wet blijft de grens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Normen {
    /// Beroep van een ouder, in schooldagen per schooljaar: 0 tot en met 10; gewoon 10.
    pub beroep: i64,
    /// Gewichtige omstandigheden, door het hoofd, in schooldagen per schooljaar: 0 tot en met 10; gewoon 10.
    pub hoofd: i64,
    /// Huwelijk in de regio: schooldagen, 0 of meer; gewoon 1.
    pub huwelijk_regio: i64,
    /// Huwelijk elders in het land: schooldagen, 0 of meer; gewoon 2.
    pub huwelijk_buiten_regio: i64,
    /// Huwelijk in het buitenland: schooldagen, 0 of meer; gewoon 5.
    pub huwelijk_buitenland: i64,
    /// Overlijden, van de eerste tot en met de vierde graad: schooldagen, 0 of meer; gewoon 5, 2, 1 en 1.
    pub overlijden: [i64; 4],
    /// Overlijden in het buitenland: schooldagen, 0 of meer; gewoon 5.
    pub overlijden_buitenland: i64,
    /// Jubileum: schooldagen, 0 of meer; gewoon 1.
    pub jubileum: i64,
    /// Verhuizing: schooldagen, 0 of meer; gewoon 1.
    pub verhuizing: i64,
    /// Plicht uit godsdienst of levensovertuiging: schooldagen, 1 of meer; gewoon 1.
    pub religie: i64,
}

impl Normen {
    /// De normen, met de sleutels van het beleid.
    #[must_use]
    pub fn uit(dagen: impl Fn(&str) -> i64) -> Self {
        Self {
            beroep: dagen("verlof_f_max_dagen"),
            hoofd: dagen("verlof_g_max_dagen"),
            huwelijk_regio: dagen("verlof_huwelijk_regio"),
            huwelijk_buiten_regio: dagen("verlof_huwelijk_buiten_regio"),
            huwelijk_buitenland: dagen("verlof_huwelijk_buitenland"),
            overlijden: [
                dagen("verlof_overlijden_graad_1"),
                dagen("verlof_overlijden_graad_2"),
                dagen("verlof_overlijden_graad_3"),
                dagen("verlof_overlijden_graad_4"),
            ],
            overlijden_buitenland: dagen("verlof_overlijden_buitenland"),
            jubileum: dagen("verlof_jubileum"),
            verhuizing: dagen("verlof_verhuizing"),
            religie: dagen("verlof_religie"),
        }
    }

    /// De normen als niemand iets kiest.
    #[must_use]
    pub fn gewoon() -> Self {
        Self::uit(|naam| beleid::gewoon(naam).unwrap_or(0))
    }
}

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

/// De wettelijke grens van dagen, of minder als beleid dat zegt; bij kwalificatieplicht naar rato, naar beneden afgerond.
fn grens(v: &Vraag, gekozen: i64, wet: &Parameter<i64>, recht: Recht) -> i64 {
    let grens = gekozen.min(wet.waarde(recht));
    let week = lpw::VERLOF_SCHOOLWEEK_DAGEN.waarde(recht);
    match v.schooldagen_per_week {
        Some(per_week) if v.plicht == Plicht::Kwalificatieplichtig => {
            let getal = |n: i64| f64::from(i32::try_from(n).unwrap_or(i32::MAX));
            let past = |n: &i64| getal(*n) * getal(week) <= getal(grens) * per_week;
            (1..=grens).take_while(past).last().unwrap_or(0)
        }
        _ => grens,
    }
}

/// De meeste dagen voor een gebeurtenis; `None` is zonder grens (BR-20).
fn maximum(g: Gebeurtenis, n: &Normen, recht: Recht) -> Option<i64> {
    let jubileum = |jaren: f64, graad: Option<i64>, gevierd: &Parameter<Jubilea>| {
        let dichtbij = graad.is_none_or(|g| g <= protocol::JUBILEUM_TOT_EN_MET_GRAAD.waarde(recht));
        if dichtbij && gevierd.waarde(recht).heeft(jaren) { n.jubileum } else { 0 }
    };
    match g {
        Gebeurtenis::Huwelijk { graad, .. } if graad > protocol::HUWELIJK_TOT_EN_MET_GRAAD.waarde(recht) => Some(0),
        Gebeurtenis::Huwelijk { plaats: Plaats::Regio, .. } => Some(n.huwelijk_regio),
        Gebeurtenis::Huwelijk { plaats: Plaats::BuitenRegio, .. } => Some(n.huwelijk_buiten_regio),
        Gebeurtenis::Huwelijk { plaats: Plaats::Buitenland, .. } => Some(n.huwelijk_buitenland),
        Gebeurtenis::Overlijden { plaats: Plaats::Buitenland, .. } => Some(n.overlijden_buitenland),
        Gebeurtenis::Overlijden { graad, .. } => {
            let plek = graad.checked_sub(1).and_then(|i| usize::try_from(i).ok());
            Some(plek.and_then(|i| n.overlijden.get(i)).copied().unwrap_or(0))
        }
        Gebeurtenis::Ambtsjubileum { jaren, graad } => Some(jubileum(jaren, graad, &protocol::AMBTSJUBILEA)),
        Gebeurtenis::Huwelijksjubileum { jaren, graad } => Some(jubileum(jaren, graad, &protocol::HUWELIJKSJUBILEA)),
        Gebeurtenis::Verhuizing => Some(n.verhuizing),
        Gebeurtenis::LevensbedreigendeZiekte { graad } => {
            (graad > protocol::ZIEKTE_TOT_EN_MET_GRAAD.waarde(recht)).then_some(0)
        }
        Gebeurtenis::WettelijkeVerplichting | Gebeurtenis::Anders => None,
    }
}

/// Een reden om te weigeren of te vragen: de vraag, of zij speelt, en de zin die erbij hoort.
type Toets = (&'static str, bool, String);

/// Gaat alle toetsen na en houdt de zinnen over van wat speelt.
fn wat_speelt(pad: &mut Pad, toetsen: Vec<Toets>) -> Vec<String> {
    toetsen.into_iter().filter(|(vraag, speelt, _)| pad.ja_nee(vraag, *speelt)).map(|t| t.2).collect()
}

fn nooit(v: &Vraag) -> Toets {
    (
        "Is het een reden waarvoor er nooit verlof is?",
        v.nooit.is_some(),
        v.nooit.map_or("", NooitVerlof::zin).to_owned(),
    )
}

fn onvolledig(v: &Vraag) -> [Toets; 2] {
    [
        (
            "Ontbreekt de aanvraag op schrift?",
            !v.schriftelijk,
            "Vraag de ouders om een schriftelijke aanvraag.".to_owned(),
        ),
        ("Ontbreekt het bewijs?", !v.bewijs, "Vraag de ouders om bewijs.".to_owned()),
    ]
}

/// Verlof vanwege het beroep van een ouder (BR-27).
fn beroep(v: &Vraag, onmogelijk: Option<bool>, maximum: i64, pad: &mut Pad, recht: Recht) -> (Uitkomst, Vec<String>) {
    let kalender = Kalender::regio(v.vakantieregio);
    let weken = lpw::VERLOF_F_EERSTE_LESWEKEN.waarde(recht);
    let bekend = kalender.in_bereik(v.begin);
    let dagen = usize::try_from(v.dagen.min(maximum)).unwrap_or(0);
    let te_vroeg = bekend && kalender.schooldagen(v.begin).take(dagen).any(|d| kalender.in_eerste_lesweken(d, weken));
    let weigeren = wat_speelt(
        pad,
        vec![
            nooit(v),
            (
                "Kan het gezin in een schoolvakantie weg?",
                onmogelijk == Some(false),
                "Het gezin kan in een schoolvakantie samen weg.".to_owned(),
            ),
            (
                "Is dit verlof dit schooljaar al gegeven?",
                v.eerder_toegekend_dagen > 0,
                "Dit verlof kan één keer per schooljaar en is al gegeven.".to_owned(),
            ),
            (
                "Zijn het meer dagen dan er kunnen?",
                v.dagen > maximum,
                format!("Er kunnen hoogstens {maximum} schooldagen; een deel geven kan niet."),
            ),
            (
                "Valt een dag in de eerste lesweken na de zomervakantie?",
                te_vroeg,
                format!("In de eerste {weken} lesweken na de zomervakantie kan dit verlof niet."),
            ),
        ],
    );
    if !weigeren.is_empty() {
        return (Uitkomst::Afwijzen, weigeren);
    }
    if pad.ja_nee("Is het verlof gevraagd na de eerste dag?", v.aangevraagd_op > v.begin) {
        return (Uitkomst::TeLaatGemeld, vec!["Dit verlof moet voor de eerste dag zijn gevraagd.".to_owned()]);
    }
    let mut toetsen = onvolledig(v).to_vec();
    toetsen.push((
        "Is niet gezegd of het gezin in een schoolvakantie weg kan?",
        onmogelijk.is_none(),
        "Vraag de ouders waarom zij in geen enkele schoolvakantie weg kunnen.".to_owned(),
    ));
    let vragen = wat_speelt(pad, toetsen);
    if !vragen.is_empty() {
        return (Uitkomst::Aanvullen, vragen);
    }
    let mut zinnen = vec![format!("U kunt verlof geven voor {}.", schooldagen_nl(v.dagen))];
    if !bekend {
        zinnen.push(format!(
            "Van deze dag kennen wij de schoolvakanties niet. Ga zelf na of het verlof niet in de eerste {weken} lesweken valt."
        ));
    }
    (Uitkomst::Toekenbaar, zinnen)
}

/// Verlof wegens gewichtige omstandigheden (BR-27).
fn gewichtig(v: &Vraag, maximum: Option<i64>, aan_hoofd: bool, pad: &mut Pad, recht: Recht) -> (Uitkomst, Vec<String>) {
    let laatste = atw(v.begin.saturating_add(lpw::VERLOF_G_ACHTERAF_DAGEN.waarde(recht).days()));
    let geen = "Voor deze gebeurtenis geeft het verlofprotocol geen dagen.".to_owned();
    let weigeren =
        wat_speelt(pad, vec![nooit(v), ("Geeft deze gebeurtenis geen enkele dag?", maximum == Some(0), geen)]);
    if !weigeren.is_empty() {
        return (Uitkomst::Afwijzen, weigeren);
    }
    if pad.ja_nee("Is het verlof te laat gevraagd?", v.aangevraagd_op > laatste) {
        let zin = format!("Dit verlof had uiterlijk op {} gevraagd moeten zijn.", datum_nl(laatste));
        return (Uitkomst::TeLaatGemeld, vec![zin]);
    }
    let vragen = wat_speelt(pad, onvolledig(v).to_vec());
    if !vragen.is_empty() {
        return (Uitkomst::Aanvullen, vragen);
    }
    if !pad.ja_nee("Kan het hoofd zelf beslissen?", aan_hoofd) {
        let zin = "Met deze aanvraag komt de jongere boven de dagen die u zelf mag geven. Leg de aanvraag voor aan de leerplichtambtenaar van de woongemeente.";
        return (Uitkomst::VoorleggenLeerplicht, vec![zin.to_owned()]);
    }
    let zin = match maximum.filter(|m| *m < v.dagen) {
        Some(m) => format!("U kunt verlof geven voor {}; meer geeft deze gebeurtenis niet.", schooldagen_nl(m)),
        None => format!("U kunt verlof geven voor {}.", schooldagen_nl(v.dagen)),
    };
    (Uitkomst::Toekenbaar, vec![zin, "U mag ook minder dagen geven. U beslist op schrift.".to_owned()])
}

/// Een melding waarvoor geen toestemming nodig is, met een laatste dag (BR-22).
fn melding(v: &Vraag, laatste: Date, pad: &mut Pad) -> (Uitkomst, Vec<String>) {
    if pad.ja_nee("Is het te laat gemeld?", v.aangevraagd_op > laatste) {
        let zin = format!("Dit had uiterlijk op {} gemeld moeten zijn.", datum_nl(laatste));
        return (Uitkomst::TeLaatGemeld, vec![zin]);
    }
    (Uitkomst::KennisgevingAkkoord, vec!["De melding is op tijd. U hoeft geen toestemming te geven.".to_owned()])
}

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
