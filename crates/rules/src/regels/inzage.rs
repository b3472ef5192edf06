#![doc = include_str!("inzage.md")]

use crate::codes::codes;
use crate::oordeel::Pad;
use crate::recht::{Recht, Regel, Regelversie, doorstroompunt, privacy, register};
use crate::{Grondslag, Oordeel, jaren_bereikt_op, leeftijd};
use jiff::civil::{Date, date};

codes! {
    /// Wie iets wil zien.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum Vrager {
        /// De leerling.
        Leerling = "leerling",
        /// Een ouder met gezag.
        OuderMetGezag = "ouder_met_gezag",
        /// Een ouder zonder gezag.
        OuderZonderGezag = "ouder_zonder_gezag",
        /// Een verzorger.
        Verzorger = "verzorger",
        /// Een docent.
        Docent = "docent",
        /// De mentor.
        Mentor = "mentor",
        /// De verzuimmedewerker.
        Verzuimmedewerker = "verzuimmedewerker",
        /// De schoolleider.
        Schoolleider = "schoolleider",
        /// De leerplichtambtenaar.
        Leerplichtambtenaar = "leerplichtambtenaar",
        /// De leerplichtambtenaar die BOA is.
        LeerplichtambtenaarBoa = "leerplichtambtenaar_boa",
        /// De administratie van leerplicht.
        AdministratieLeerplicht = "administratie_leerplicht",
        /// De doorstroomcoach.
        Doorstroomcoach = "doorstroomcoach",
        /// De functionaris gegevensbescherming.
        Fg = "fg",
        /// Het samenwerkingsverband.
        Samenwerkingsverband = "samenwerkingsverband",
        /// De jeugdarts.
        Jeugdarts = "jeugdarts",
        /// De registerbeheerder.
        Registerbeheerder = "registerbeheerder",
        /// De inspectie.
        Inspectie = "inspectie",
        /// Halt.
        Halt = "halt",
        /// De SVB.
        Svb = "svb",
        /// Een derde.
        Derde = "derde",
    }
}

impl Vrager {
    /// In een zin.
    const fn woorden(self) -> &'static str {
        match self {
            Self::Leerling => "De leerling",
            Self::OuderMetGezag => "Een ouder met gezag",
            Self::OuderZonderGezag => "Een ouder zonder gezag",
            Self::Verzorger => "Een verzorger",
            Self::Docent => "Een docent",
            Self::Mentor => "De mentor",
            Self::Verzuimmedewerker => "De verzuimmedewerker",
            Self::Schoolleider => "De schoolleider",
            Self::Leerplichtambtenaar => "De leerplichtambtenaar",
            Self::LeerplichtambtenaarBoa => "De leerplichtambtenaar die BOA is",
            Self::AdministratieLeerplicht => "De administratie van leerplicht",
            Self::Doorstroomcoach => "De doorstroomcoach",
            Self::Fg => "De functionaris gegevensbescherming",
            Self::Samenwerkingsverband => "Het samenwerkingsverband",
            Self::Jeugdarts => "De jeugdarts",
            Self::Registerbeheerder => "De registerbeheerder",
            Self::Inspectie => "De inspectie",
            Self::Halt => "Halt",
            Self::Svb => "De SVB",
            Self::Derde => "Een derde",
        }
    }
}

codes! {
    /// Wat hij wil zien.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum Gegeven {
        /// De aanwezigheid.
        Aanwezigheid = "aanwezigheid",
        /// Het verzuimdossier van de school.
        VerzuimdossierSchool = "verzuimdossier_school",
        /// Het algemene dossier van de school.
        AlgemeenDossierSchool = "algemeen_dossier_school",
        /// De verzuimmelding.
        Verzuimmelding = "verzuimmelding",
        /// Het leerplichtdossier.
        Leerplichtdossier = "leerplichtdossier",
        /// De notitie van een overleg.
        Overlegnotitie = "overlegnotitie",
        /// Een werkaantekening.
        Werkaantekening = "werkaantekening",
        /// Het proces-verbaal.
        ProcesVerbaal = "proces_verbaal",
        /// De medische gegevens.
        Medisch = "medisch",
        /// De terugkoppeling aan de school.
        Terugkoppeling = "terugkoppeling",
        /// Het geheime adres.
        BrpAdresGeheim = "brp_adres_geheim",
        /// De vrijstelling.
        Vrijstelling = "vrijstelling",
        /// Het inzagelog.
        Inzagelog = "inzagelog",
    }
}

impl Gegeven {
    /// In een zin.
    const fn woorden(self) -> &'static str {
        match self {
            Self::Aanwezigheid => "de aanwezigheid",
            Self::VerzuimdossierSchool => "het verzuimdossier van de school",
            Self::AlgemeenDossierSchool => "het algemene dossier van de school",
            Self::Verzuimmelding => "de verzuimmelding",
            Self::Leerplichtdossier => "het leerplichtdossier",
            Self::Overlegnotitie => "de notitie van een overleg",
            Self::Werkaantekening => "een werkaantekening",
            Self::ProcesVerbaal => "het proces-verbaal",
            Self::Medisch => "de medische gegevens",
            Self::Terugkoppeling => "de terugkoppeling aan de school",
            Self::BrpAdresGeheim => "het geheime adres",
            Self::Vrijstelling => "de vrijstelling",
            Self::Inzagelog => "het inzagelog",
        }
    }
}

codes! {
    /// Wat er overblijft als niet alles te zien is.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum Beperking {
        /// Dat, wanneer en hoe vaak; niet wat de jongere in vertrouwen vertelde.
        ZonderVertrouwelijkeReden = "zonder_vertrouwelijke_reden",
        /// Alleen wat in de toestemming staat.
        AlleenToestemming = "alleen_toestemming",
        /// Zonder politiegegevens, en zonder gat dat ze verraadt.
        ZonderWpg = "zonder_wpg",
        /// Alleen na een inzageverzoek met controle van de identiteit, niet op een scherm.
        AlleenBijInzageverzoek = "alleen_bij_inzageverzoek",
        /// Alleen de eigen lessen.
        EigenLessen = "eigen_lessen",
        /// Alleen de eigen leerlingen.
        EigenLeerlingen = "eigen_leerlingen",
        /// Alleen het eigen team of de eigen locatie.
        EigenTeam = "eigen_team",
        /// Alleen de stand en de afspraken.
        StatusEnAfspraken = "status_en_afspraken",
        /// Alleen het woord vrijgesteld.
        AlleenVrijgesteld = "alleen_vrijgesteld",
        /// Het verzuimoverzicht dat de school na een melding op verzoek levert.
        Verzuimoverzicht = "verzuimoverzicht",
        /// De antwoorden die de school na een melding op vragen geeft.
        AntwoordOpVragen = "antwoord_op_vragen",
        /// Of er is verwezen, of het advies is gevolgd en hoeveel onderwijs kan.
        AlleenBelastbaarheid = "alleen_belastbaarheid",
        /// Namen, brieven en termijnen; geen notities.
        AlleenAdministratie = "alleen_administratie",
        /// Alleen wat over de tijd voor de achttiende verjaardag gaat.
        Tot18 = "tot_18",
        /// Alleen wie bij 16 of 17 jaar tot de doelgroep hoort.
        AlleenDoelgroep = "alleen_doelgroep",
        /// Alleen wat in de overdracht staat.
        Overdracht = "overdracht",
        /// Alleen voor een vastgelegd onderzoek of een klacht.
        AlleenToezicht = "alleen_toezicht",
        /// Alleen wat het convenant noemt.
        OnderConvenant = "onder_convenant",
        /// Alleen de gegevens van de verwijzing.
        AlleenVerwijzing = "alleen_verwijzing",
        /// Nummer, ontvanger en stand; de inhoud is afgeschermd.
        AlleenRoutering = "alleen_routering",
        /// Zonder namen.
        NietHerleidbaar = "niet_herleidbaar",
        /// Alleen de mededeling over de kinderbijslag.
        AlleenMededeling = "alleen_mededeling",
    }
}

impl Beperking {
    /// In een zin.
    const fn woorden(self) -> &'static str {
        match self {
            Self::ZonderVertrouwelijkeReden => "dat, wanneer en hoe vaak; niet wat de jongere in vertrouwen vertelde",
            Self::AlleenToestemming => "alleen wat in de toestemming staat",
            Self::ZonderWpg => "zonder politiegegevens, en u kunt ook niet zien dat er iets weg is",
            Self::AlleenBijInzageverzoek => {
                "alleen na een inzageverzoek met controle van de identiteit, niet op een scherm"
            }
            Self::EigenLessen => "alleen de eigen lessen",
            Self::EigenLeerlingen => "alleen de eigen leerlingen",
            Self::EigenTeam => "alleen het eigen team of de eigen locatie",
            Self::StatusEnAfspraken => "alleen de stand en de afspraken",
            Self::AlleenVrijgesteld => "alleen het woord vrijgesteld",
            Self::Verzuimoverzicht => "het verzuimoverzicht dat de school na een melding op verzoek levert",
            Self::AntwoordOpVragen => "de antwoorden die de school na een melding op vragen geeft",
            Self::AlleenBelastbaarheid => "of er is verwezen, of het advies is gevolgd en hoeveel onderwijs kan",
            Self::AlleenAdministratie => "namen, brieven en termijnen; geen notities",
            Self::Tot18 => "alleen wat over de tijd voor de achttiende verjaardag gaat",
            Self::AlleenDoelgroep => "alleen als de jongere van 16 of 17 bij de doelgroep hoort",
            Self::Overdracht => "alleen wat in de overdracht staat",
            Self::AlleenToezicht => "alleen voor een vastgelegd onderzoek of een klacht",
            Self::OnderConvenant => "alleen wat het convenant noemt",
            Self::AlleenVerwijzing => "alleen de gegevens van de verwijzing",
            Self::AlleenRoutering => "nummer, ontvanger en stand; de inhoud is afgeschermd",
            Self::NietHerleidbaar => "zonder namen",
            Self::AlleenMededeling => "alleen de mededeling over de kinderbijslag",
        }
    }
}

/// Hoeveel iemand ziet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mate {
    /// Alles over de jongere.
    Ja,
    /// Een deel.
    Beperkt(Beperking),
    /// Niets.
    Nee,
}

impl Mate {
    /// Code in het regelcontract.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Ja => "ja",
            Self::Beperkt(_) => "ja_beperkt",
            Self::Nee => "nee",
        }
    }
    /// De beperking, als die er is.
    #[must_use]
    pub const fn beperking(self) -> Option<Beperking> {
        match self {
            Self::Beperkt(b) => Some(b),
            Self::Ja | Self::Nee => None,
        }
    }
}

/// Wat meer kan laten zien.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sleutel {
    /// T: toestemming van de jongere zelf.
    Toestemming,
    /// V: een vastgelegde, nodige verstrekking.
    Verstrekking,
    /// C: een convenant, en zo'n verstrekking.
    Convenant,
}

/// Eén vak van de matrix: wat te zien is, en wat met een sleutel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Vak {
    zonder: Mate,
    met: Option<(Sleutel, Mate)>,
}

/// Wat niet in de matrix staat, blijft dicht.
const DICHT: Vak = Vak { zonder: Mate::Nee, met: None };

/// De vakken van één gegeven: jonger dan 12, 12 tot en met 15, 16 en 17, 18 en ouder.
type Leeftijden = [Vak; 4];

macro_rules! mate {
    (J) => {
        Mate::Ja
    };
    (N) => {
        Mate::Nee
    };
    (Bvr) => {
        Mate::Beperkt(Beperking::ZonderVertrouwelijkeReden)
    };
    (Bts) => {
        Mate::Beperkt(Beperking::AlleenToestemming)
    };
    (Bwp) => {
        Mate::Beperkt(Beperking::ZonderWpg)
    };
    (Biv) => {
        Mate::Beperkt(Beperking::AlleenBijInzageverzoek)
    };
    (Bel) => {
        Mate::Beperkt(Beperking::EigenLessen)
    };
    (Bll) => {
        Mate::Beperkt(Beperking::EigenLeerlingen)
    };
    (Bet) => {
        Mate::Beperkt(Beperking::EigenTeam)
    };
    (Bsa) => {
        Mate::Beperkt(Beperking::StatusEnAfspraken)
    };
    (Bvg) => {
        Mate::Beperkt(Beperking::AlleenVrijgesteld)
    };
    (Bvo) => {
        Mate::Beperkt(Beperking::Verzuimoverzicht)
    };
    (Bav) => {
        Mate::Beperkt(Beperking::AntwoordOpVragen)
    };
    (Bbb) => {
        Mate::Beperkt(Beperking::AlleenBelastbaarheid)
    };
    (Bad) => {
        Mate::Beperkt(Beperking::AlleenAdministratie)
    };
    (B18) => {
        Mate::Beperkt(Beperking::Tot18)
    };
    (Bdg) => {
        Mate::Beperkt(Beperking::AlleenDoelgroep)
    };
    (Bod) => {
        Mate::Beperkt(Beperking::Overdracht)
    };
    (Btz) => {
        Mate::Beperkt(Beperking::AlleenToezicht)
    };
    (Bcv) => {
        Mate::Beperkt(Beperking::OnderConvenant)
    };
    (Bvw) => {
        Mate::Beperkt(Beperking::AlleenVerwijzing)
    };
    (Bro) => {
        Mate::Beperkt(Beperking::AlleenRoutering)
    };
    (Bnh) => {
        Mate::Beperkt(Beperking::NietHerleidbaar)
    };
    (Bmd) => {
        Mate::Beperkt(Beperking::AlleenMededeling)
    };
}

macro_rules! sleutel {
    (T) => {
        Sleutel::Toestemming
    };
    (V) => {
        Sleutel::Verstrekking
    };
    (C) => {
        Sleutel::Convenant
    };
}

macro_rules! vak {
    ($zonder:ident) => {
        Vak { zonder: mate!($zonder), met: None }
    };
    ($zonder:ident ($sleutel:ident : $met:ident)) => {
        Vak { zonder: mate!($zonder), met: Some((sleutel!($sleutel), mate!($met))) }
    };
}

macro_rules! leeftijden {
    ($a:ident $(($as:ident : $am:ident))?) => {
        [vak!($a $(($as: $am))?); 4]
    };
    ($a:ident $(($as:ident : $am:ident))? $b:ident $(($bs:ident : $bm:ident))?
     $c:ident $(($cs:ident : $cm:ident))? $d:ident $(($ds:ident : $dm:ident))?) => {
        [vak!($a $(($as: $am))?), vak!($b $(($bs: $bm))?), vak!($c $(($cs: $cm))?), vak!($d $(($ds: $dm))?)]
    };
}

macro_rules! matrix {
    ($($vrager:ident $([$($teken:tt)+])+;)+) => {
        [$((Vrager::$vrager, [$(leeftijden!($($teken)+)),+])),+]
    };
}

/// De matrix van het contract (BR-70), in de tekens van het contract. Per vrager de gegevens in de volgorde van
/// [`Gegeven::ALLE`]; één teken geldt voor elke leeftijd, vier tekens voor de vier leeftijden.
static MATRIX: [(Vrager, [Leeftijden; 13]); 20] = matrix! {
    Leerling [J] [N N J J] [N N J J] [N J J J] [N J J J] [N J J J] [N] [N] [N N J J] [N J J J] [N N Biv Biv]
        [N J J J] [N N Bwp Bwp];
    OuderMetGezag [J J J N(T:J)] [J J Bvr(T:J) N(T:J)] [J J N(T:J) N(T:J)] [J J Bvr(T:J) N(T:J)]
        [J J Bvr(T:J) N(T:J)] [J J Bvr(T:J) N(T:J)] [N] [N] [J J N(T:J) N(T:J)] [J J J N(T:J)] [N] [J J J N(T:J)]
        [Bwp Bwp N(T:Bwp) N(T:Bwp)];
    OuderZonderGezag [N N N(T:Bts) N(T:J)] [N N N(T:Bts) N(T:J)] [N N N(T:Bts) N(T:J)] [N N N N(T:J)] [N N N N(T:J)]
        [N N N N(T:J)] [N] [N] [N N N N(T:J)] [N N N N(T:J)] [N] [N N N N(T:J)] [N N N N(T:Bwp)];
    Verzorger [J J J N(T:J)] [J J Bvr(T:J) N(T:J)] [N N N(T:J) N(T:J)] [J J Bvr(T:J) N(T:J)] [J J Bvr(T:J) N(T:J)]
        [J J Bvr(T:J) N(T:J)] [N] [N] [N N N(T:J) N(T:J)] [J J J N(T:J)] [N] [J J J N(T:J)] [N N N(T:Bwp) N(T:Bwp)];
    Docent [Bel] [N] [N] [N] [N] [N] [N] [N] [N] [N] [N] [N] [N];
    Mentor [Bll] [Bll] [Bll] [Bll] [N] [N] [N] [N] [N] [Bsa] [N] [N] [N];
    Verzuimmedewerker [Bet] [Bet] [N] [Bet] [N] [N] [N] [N] [N] [Bsa] [N] [N] [N];
    Schoolleider [J] [J] [J] [J] [N] [N] [N] [N] [N] [Bsa] [N] [Bvg] [N];
    Leerplichtambtenaar [N(V:Bvo) N(V:Bvo) N(V:Bvo) N] [N(V:Bav) N(V:Bav) N(V:Bav) N] [N] [J J J B18] [J J J B18]
        [J J J B18] [N] [N] [Bbb Bbb Bbb N] [J J J B18] [J J J N] [J J J B18] [N];
    LeerplichtambtenaarBoa [N(V:Bvo) N(V:Bvo) N(V:Bvo) N] [N(V:Bav) N(V:Bav) N(V:Bav) N] [N] [J J J B18] [J J J B18]
        [J J J B18] [N] [J] [Bbb Bbb Bbb N] [J J J B18] [J J J N] [J J J B18] [N];
    AdministratieLeerplicht [N(V:Bvo) N(V:Bvo) N(V:Bvo) N] [N] [N] [J J J B18] [Bad] [N] [N] [N] [N] [J J J B18]
        [J J J N] [J J J B18] [N];
    Doorstroomcoach [N N N(V:Bdg) N(V:Bvo)] [N N N(V:Bdg) N(V:Bav)] [N] [N N Bdg J] [N N N N(V:Bod)] [N] [N] [N]
        [N N N(T:Bdg) N(T:J)] [N N Bdg J] [N N Bdg J] [N] [N];
    Fg [N(V:Btz)] [N(V:Btz)] [N(V:Btz)] [N(V:Btz)] [N(V:Btz)] [N(V:Btz)] [N] [N(V:Btz)] [N(V:Btz)] [N(V:Btz)]
        [N(V:Btz)] [N(V:Btz)] [J];
    Samenwerkingsverband [N(C:Bcv)] [N(C:Bcv)] [N] [N] [N(C:Bcv)] [N] [N] [N] [N] [N(C:Bcv)] [N] [N] [N];
    Jeugdarts [N(V:Bvw)] [N(V:Bvw)] [N] [N] [N] [N] [N] [N] [J] [N] [N] [N] [N];
    Registerbeheerder [N] [N] [N] [Bro] [N] [N] [N] [N] [N] [N] [N] [Bro] [N];
    Inspectie [N(V:Bnh)] [N(V:Bnh)] [N] [N(V:Bnh)] [N] [N] [N] [N] [N] [N] [N] [N] [N];
    Halt [N] [N] [N] [N] [N N(V:Bvw) N(V:Bvw) N] [N] [N] [N] [N] [N] [N] [N] [N];
    Svb [N] [N] [N] [N] [N N N(V:Bmd) N] [N] [N] [N] [N] [N] [N] [N] [N];
    Derde [N N N(T:Bts) N(T:Bts)] [N N N(T:Bts) N(T:Bts)] [N N N(T:Bts) N(T:Bts)] [N] [N] [N] [N] [N] [N] [N] [N]
        [N] [N];
};

/// De feiten.
#[derive(Debug, Clone, Copy)]
pub struct Vraag {
    /// Wie iets wil zien.
    pub vrager: Vrager,
    /// Wat hij wil zien.
    pub gegeven: Gegeven,
    /// Geboortedatum van de jongere.
    pub geboortedatum: Date,
    /// De dag waarop wordt gekeken.
    pub peildatum: Date,
    /// Gaat het om de eigen school, de eigen gemeente, het eigen kind of zichzelf?
    pub eigen_organisatie: bool,
    /// De jongere gaf zelf toestemming, voor deze vrager en dit gegeven, en nam die niet terug.
    pub toestemming_jongere: bool,
    /// Ambtsinstructie en convenant zijn allebei in werking.
    pub convenant: bool,
    /// Er is een vastgelegd en nodig verzoek, met doel en grond.
    pub verstrekking_nodig: bool,
}

/// Wat deze regel over zichzelf vertelt.
pub static REGEL: Regel = Regel {
    naam: "inzage",
    titel: "Wie mag wat zien",
    doel: "Mag deze vrager dit gegeven over deze jongere zien?",
    lezing: include_str!("inzage.md"),
    versies: &[
        Regelversie {
            vanaf: crate::recht::EERSTE,
            naam: "2009-08-01",
            wat: "Inzage volgens de Wet bescherming persoonsgegevens en de wetten over het onderwijs.",
        },
        Regelversie {
            vanaf: date(2018, 5, 25),
            naam: "2018-05-25",
            wat: "De Algemene verordening gegevensbescherming vervangt de Wet bescherming persoonsgegevens.",
        },
        Regelversie {
            vanaf: date(2020, 7, 1),
            naam: "2020-07-01",
            wat: "De registers staan in de Wet register onderwijsdeelnemers.",
        },
        Regelversie {
            vanaf: date(2026, 1, 1),
            naam: "2026-01-01",
            wat: "De doelgroep van het Doorstroompunt loopt tot 27 jaar.",
        },
    ],
    voorstel: None,
    parameters: &[
        &privacy::EIGEN_PARTIJ_LEEFTIJD,
        &privacy::TOESTEMMING_LEEFTIJD,
        &privacy::MEERDERJARIG_LEEFTIJD,
        &doorstroompunt::DOELGROEP_TOT_LEEFTIJD,
        &doorstroompunt::ARTIKEL_DOELGROEP,
        &privacy::ARTIKEL_INZAGE,
        &privacy::ARTIKEL_NOODZAAK,
        &privacy::ARTIKEL_TOESTEMMING,
        &privacy::ARTIKEL_GEZONDHEID,
        &register::WET,
    ],
    bronnen: &[
        Grondslag::wet("Algemene verordening gegevensbescherming", "5, 6, 9 en 15"),
        Grondslag::wet("Wet politiegegevens", "6"),
        Grondslag::wet("Wet register onderwijsdeelnemers", "5"),
        Grondslag::lpw("16"),
        Grondslag::web("9.2.1"),
        Grondslag::wet("Burgerlijk Wetboek boek 1", "377c"),
    ],
    uitkomsten: &[
        crate::recht::Uitkomst { code: "ja", wat: "Deze vrager mag het zien; gegevens over anderen gaan eruit." },
        crate::recht::Uitkomst { code: "ja_beperkt", wat: "Deze vrager mag een deel zien; de beperking staat erbij." },
        crate::recht::Uitkomst { code: "nee", wat: "Deze vrager mag dit niet zien." },
    ],
};

/// Het vak van de matrix.
fn vak(v: &Vraag, recht: Recht) -> Vak {
    let jaren = leeftijd(v.geboortedatum, v.peildatum);
    let grenzen = [&privacy::EIGEN_PARTIJ_LEEFTIJD, &privacy::TOESTEMMING_LEEFTIJD, &privacy::MEERDERJARIG_LEEFTIJD];
    let groep = grenzen.iter().filter(|g| g.waarde(recht) <= jaren).count();
    let rij = MATRIX.iter().find(|(w, _)| *w == v.vrager);
    rij.and_then(|(_, r)| Gegeven::ALLE.iter().zip(r).find(|(g, _)| **g == v.gegeven))
        .and_then(|(_, l)| l.get(groep))
        .copied()
        .unwrap_or(DICHT)
}

/// Is de jongere nog minderjarig?
fn minderjarig(v: &Vraag, recht: Recht) -> bool {
    leeftijd(v.geboortedatum, v.peildatum) < privacy::MEERDERJARIG_LEEFTIJD.waarde(recht)
}

/// Hangt de inzage van deze vrager af van de eigen school, de eigen gemeente of het eigen kind (BR-72)?
const fn kijkt_naar_eigen(vrager: Vrager) -> bool {
    !matches!(vrager, Vrager::Registerbeheerder | Vrager::Inspectie | Vrager::Halt | Vrager::Svb | Vrager::Derde)
}

/// Mag deze vrager dit gegeven over deze jongere zien (BR-70…BR-78)?
pub fn inzage(v: &Vraag, recht: Recht) -> Oordeel<Mate> {
    let mut pad = Pad::default();
    let jaren = leeftijd(v.geboortedatum, v.peildatum);
    pad.met("Hoe oud is de jongere?", format!("{jaren} jaar"), jaren.to_string());
    let (wie, wat) = (v.vrager.woorden(), v.gegeven.woorden());
    pad.met("Wie vraagt, en waarnaar?", format!("{wie}: {wat}"), format!("{} {}", v.vrager.code(), v.gegeven.code()));
    let eigen = !kijkt_naar_eigen(v.vrager)
        || pad
            .ja_nee("Gaat het om de eigen school, de eigen gemeente, het eigen kind of om uzelf?", v.eigen_organisatie);
    let grens = doorstroompunt::DOELGROEP_TOT_LEEFTIJD.waarde(recht);
    let doelgroep = v.vrager != Vrager::Doorstroomcoach
        || pad.ja_nee(
            "Is de jongere jonger dan de grens van de doelgroep?",
            v.peildatum < jaren_bereikt_op(v.geboortedatum, grens),
        );
    let vak = if eigen && doelgroep { vak(v, recht) } else { DICHT };
    let (mate, gebruikt, mist) = match vak.met {
        None => (vak.zonder, None, None),
        Some((s, met)) => {
            let (vraag, open) = match s {
                Sleutel::Toestemming => ("Gaf de jongere zelf toestemming?", v.toestemming_jongere),
                Sleutel::Verstrekking => ("Is er een vastgelegd en nodig verzoek?", v.verstrekking_nodig),
                Sleutel::Convenant => (
                    "Zijn er een ambtsinstructie, een convenant en een vastgelegd en nodig verzoek?",
                    v.convenant && v.verstrekking_nodig,
                ),
            };
            if pad.ja_nee(vraag, open) { (met, Some(s), None) } else { (vak.zonder, None, Some(s)) }
        }
    };
    if pad.ja_nee("Mag deze vrager hier iets van zien?", mate != Mate::Nee) {
        pad.ja_nee("Blijft er iets weg?", mate.beperking().is_some());
    }
    let mut toelichting = vec![match mate {
        Mate::Ja => format!("{wie} mag {wat} zien."),
        Mate::Beperkt(b) => format!("{wie} mag een deel van {wat} zien: {}.", b.woorden()),
        Mate::Nee => format!("{wie} mag {wat} niet zien."),
    }];
    if mate != Mate::Nee {
        toelichting.push("Wat over anderen gaat, schermt u altijd af.".to_owned());
    }
    let waarom = [
        (!eigen, "Het gaat niet om de eigen school, de eigen gemeente, het eigen kind of om uzelf."),
        (!doelgroep, "De jongere hoort door zijn leeftijd niet meer bij de doelgroep."),
        (v.gegeven == Gegeven::Werkaantekening, "Een werkaantekening wordt nooit bewaard; er is niets te laten zien."),
        (mist == Some(Sleutel::Toestemming), "Met toestemming van de jongere zelf mag het ruimer."),
        (mist == Some(Sleutel::Verstrekking), "Leg een nodig verzoek vast, met doel en grond; dan mag het ruimer."),
        (
            mist == Some(Sleutel::Convenant),
            "Daarvoor zijn een ambtsinstructie, een convenant en een vastgelegd en nodig verzoek nodig.",
        ),
        (
            // Vanaf 18 is er geen gezag meer en telt alleen toestemming (BR-76).
            v.vrager == Vrager::OuderZonderGezag && mate == Mate::Nee && minderjarig(v, recht),
            "Vraagt deze ouder om belangrijke feiten, dan beslist u daar apart over.",
        ),
    ];
    toelichting.extend(waarom.into_iter().filter(|w| w.0).map(|w| w.1.to_owned()));
    pad.klaar(mate, REGEL.versie(recht), gronden(v, gebruikt, recht), toelichting)
}

/// Waar de inzage op rust: eerst de privacywet van die dag, dan de wet van de vrager en van het gegeven.
fn gronden(v: &Vraag, gebruikt: Option<Sleutel>, recht: Recht) -> Vec<Grondslag> {
    let zelf =
        matches!(v.vrager, Vrager::Leerling | Vrager::OuderMetGezag | Vrager::OuderZonderGezag | Vrager::Verzorger);
    let privacywet = if zelf { &privacy::ARTIKEL_INZAGE } else { &privacy::ARTIKEL_NOODZAAK };
    let vrager = match v.vrager {
        Vrager::OuderZonderGezag if minderjarig(v, recht) => Some(Grondslag::wet("Burgerlijk Wetboek boek 1", "377c")),
        Vrager::Leerplichtambtenaar
        | Vrager::LeerplichtambtenaarBoa
        | Vrager::AdministratieLeerplicht
        | Vrager::Samenwerkingsverband => Some(Grondslag::lpw("16")),
        Vrager::Doorstroomcoach => Some(doorstroompunt::ARTIKEL_DOELGROEP.waarde(recht)),
        Vrager::Halt => Some(Grondslag::wet("Wetboek van Strafrecht", "77e")),
        Vrager::Svb => Some(Grondslag::wet("Algemene Kinderbijslagwet", "7")),
        _ => None,
    };
    let gegeven = match v.gegeven {
        Gegeven::ProcesVerbaal => Some(Grondslag::wet("Wet politiegegevens", "6")),
        Gegeven::Medisch => Some(privacy::ARTIKEL_GEZONDHEID.waarde(recht)),
        Gegeven::Verzuimmelding | Gegeven::Vrijstelling => Some(register::WET.waarde(recht)),
        _ => None,
    };
    let toestemming = (gebruikt == Some(Sleutel::Toestemming)).then(|| privacy::ARTIKEL_TOESTEMMING.waarde(recht));
    [Some(privacywet.waarde(recht)), toestemming, vrager, gegeven].into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Wat een teken van de matrix in de leeswijzer betekent: `B` met de letters van de tweede tabel.
    fn uit_teken(teken: &str) -> (&'static str, Option<String>) {
        match teken {
            "J" => ("ja", None),
            "N" => ("nee", None),
            t => {
                let letters = t.strip_prefix('B').unwrap();
                let rij = REGEL.lezing.lines().find_map(|r| r.strip_prefix(&format!("| {letters} | "))).unwrap();
                ("ja_beperkt", rij.split(" | ").next().map(str::to_owned))
            }
        }
    }

    #[test]
    fn elk_vak_van_de_matrix_in_de_leeswijzer_klopt_op_elke_leeftijd() {
        let mut rijen = REGEL.lezing.lines().skip_while(|r| !r.starts_with("| vrager | aanw")).skip(2);
        let mut geteld = 0;
        for vrager in Vrager::ALLE {
            let rij = rijen.next().unwrap();
            let cellen: Vec<&str> = rij.trim_matches('|').split('|').map(str::trim).collect();
            assert_eq!((cellen.len(), cellen[0]), (14, vrager.code()));
            for (gegeven, cel) in Gegeven::ALLE.into_iter().zip(&cellen[1..]) {
                let tekens: Vec<&str> = cel.split(' ').collect();
                for (groep, jaren) in [0, 11, 12, 15, 16, 17, 18, 22].into_iter().enumerate() {
                    let teken = if tekens.len() == 1 { tekens[0] } else { tekens[groep / 2] };
                    let (zonder, sleutel) = teken.split_once('(').map_or((teken, None), |(z, s)| (z, Some(s)));
                    for n in 0..8 {
                        let (t, c, s) = (n & 1 > 0, n & 2 > 0, n & 4 > 0);
                        let v = Vraag {
                            vrager,
                            gegeven,
                            geboortedatum: date(2026 - jaren, 6, 15),
                            peildatum: date(2026, 11, 23),
                            eigen_organisatie: true,
                            toestemming_jongere: t,
                            convenant: c,
                            verstrekking_nodig: s,
                        };
                        let geldt = match sleutel.and_then(|s| s.trim_end_matches(')').split_once(':')) {
                            Some(("T", m)) if t => m,
                            Some(("V", m)) if s => m,
                            Some(("C", m)) if c && s => m,
                            _ => zonder,
                        };
                        let mate = inzage(&v, Recht::op(v.peildatum)).uitkomst;
                        let gevonden = (mate.code(), mate.beperking().map(|b| b.code().to_owned()));
                        assert_eq!(gevonden, uit_teken(geldt), "{} {} {jaren}", vrager.code(), gegeven.code());
                        geteld += 1;
                    }
                }
            }
        }
        assert_eq!(geteld, 20 * 13 * 8 * 8);
    }

    #[test]
    fn geen_paniek_aan_de_randen() {
        for (geboortedatum, peildatum) in [(Date::MIN, Date::MAX), (Date::MAX, Date::MIN), (Date::MAX, Date::MAX)] {
            for (vrager, gegeven) in Vrager::ALLE.into_iter().zip(Gegeven::ALLE.into_iter().cycle()) {
                let v = Vraag {
                    vrager,
                    gegeven,
                    geboortedatum,
                    peildatum,
                    eigen_organisatie: true,
                    toestemming_jongere: true,
                    convenant: true,
                    verstrekking_nodig: true,
                };
                assert!(!inzage(&v, Recht::op(peildatum)).grondslag.is_empty());
            }
        }
    }
}
