//! Wie iets wil zien, wat, en hoeveel daarvan: de gesloten lijsten met hun woorden.

use crate::codes::codes;

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
    pub(super) const fn woorden(self) -> &'static str {
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
    pub(super) const fn woorden(self) -> &'static str {
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
    pub(super) const fn woorden(self) -> &'static str {
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
