//! Alle handelingen met hun regels. Wat hier niet staat, mag niet.

use crate::rol::{Doel, Rol};

/// Welke band iemand met het gegeven moet hebben.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Eis {
    /// Het gegeven is van de eigen organisatie.
    Organisatie,
    /// Eigen organisatie, en de leerling zit in een eigen klas.
    EigenKlas,
    /// Gezag over de jongere, die nog geen 18 is (A-111, A-112, BR-70).
    GezagTot18,
    /// Het gaat om de persoon zelf.
    Zelf,
    /// Geen gegevens van personen: iedereen met deze rol.
    Geen,
}

/// Eén regel van het beleid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Toegang {
    /// De rol.
    pub rol: Rol,
    /// Het doel waarvoor.
    pub doel: Doel,
    /// De band met het gegeven.
    pub eis: Eis,
}

/// Iets wat iemand kan doen; elk een eigen type, zodat een `Grant` voor het één nooit voor het ander dient.
pub trait Handeling: Send + Sync + 'static {
    /// Naam in het logboek.
    const NAAM: &'static str;
    /// Grondslag die in het logboek komt.
    const GRONDSLAG: &'static str;
    /// Wie het mag.
    const TOEGANG: &'static [Toegang];
}

macro_rules! handelingen {
    ($($(#[$d:meta])* $naam:ident ($code:literal, $grond:literal) { $($rol:ident voor $doel:ident met $eis:ident),* $(,)? })+) => {
        $(
            $(#[$d])*
            #[derive(Debug)]
            pub enum $naam {}
            impl Handeling for $naam {
                const NAAM: &'static str = $code;
                const GRONDSLAG: &'static str = $grond;
                const TOEGANG: &'static [Toegang] = &[$(Toegang { rol: Rol::$rol, doel: Doel::$doel, eis: Eis::$eis }),*];
            }
        )+
        /// Naam, grondslag en regels van elke handeling, voor de generator van de rechtentabel en voor tests.
        pub const ALLE: &[(&str, &str, &[Toegang])] = &[$(($code, $grond, <$naam as Handeling>::TOEGANG)),+];
    };
}

handelingen! {
    /// Aanwezigheid, signalen en meldingen van een leerling zien, in de ruimte School.
    LeerlingInzien ("leerling inzien", "Leerplichtwet 1969 artikel 4 en 21a") {
        Mentor voor Verzuim met EigenKlas,
        Verzuimmedewerker voor Verzuim met Organisatie,
        Schoolleider voor Verzuim met Organisatie,
        Systeem voor Beheer met Organisatie,
    }
    /// Aanwezigheid in een les vastleggen of verbeteren.
    AanwezigheidVastleggen ("aanwezigheid vastleggen", "Leerplichtwet 1969 artikel 21a") {
        Docent voor Verzuim met EigenKlas,
        Verzuimmedewerker voor Verzuim met Organisatie,
        Koppeling voor Verzuim met Organisatie,
        Systeem voor Beheer met Organisatie,
    }
    /// Zien wie er in een les is; nooit waarom iemand er niet is.
    LesInzien ("les inzien", "Leerplichtwet 1969 artikel 21a") {
        Docent voor Verzuim met EigenKlas,
    }
    /// De eigen kalender, lestijden en verzuimcodes van de school vastleggen.
    SchoolInrichten ("school inrichten", "Leerplichtwet 1969 artikel 21a") {
        Verzuimmedewerker voor Verzuim met Organisatie,
        Schoolleider voor Verzuim met Organisatie,
        Systeem voor Beheer met Organisatie,
    }
    /// Een bestand van een schoolsysteem laden.
    BestandLaden ("bestand laden", "Leerplichtwet 1969 artikel 21a") {
        Verzuimmedewerker voor Verzuim met Organisatie,
        Koppeling voor Verzuim met Organisatie,
        Systeem voor Beheer met Organisatie,
    }
    /// In- en uitschrijvingen vastleggen.
    InschrijvingVastleggen ("inschrijving vastleggen", "Wet register onderwijsdeelnemers artikel 12") {
        Koppeling voor Verzuim met Organisatie,
        Systeem voor Beheer met Organisatie,
    }
    /// Een melding opstellen, controleren en versturen (A-005, A-333: namens het hoofd).
    MeldingIndienen ("melding indienen", "Leerplichtwet 1969 artikel 21a") {
        Verzuimmedewerker voor Verzuim met Organisatie,
        Schoolleider voor Verzuim met Organisatie,
        Koppeling voor Verzuim met Organisatie,
        Systeem voor Beheer met Organisatie,
    }
    /// Een verzuimoverzicht geven waar de gemeente om vraagt (A-334…A-336).
    OverzichtGeven ("overzicht geven", "Algemene wet bestuursrecht artikel 5:20") {
        Verzuimmedewerker voor Verzuim met Organisatie,
        Schoolleider voor Verzuim met Organisatie,
        Systeem voor Beheer met Organisatie,
    }
    /// Meldingen in het register zien: nummer, geadresseerde en stand, nooit de inhoud (BR-70 «alleen_routering»).
    RegisterInzien ("register inzien", "Wet register onderwijsdeelnemers artikel 5") {
        Registerbeheerder voor Routering met Organisatie,
    }
    /// Een bericht ontvangen en verwerken (alleen het systeem, namens de ontvanger).
    BerichtVerwerken ("bericht verwerken", "Besluit register onderwijsdeelnemers artikel 46") {
        Systeem voor Beheer met Organisatie,
    }
    /// De stand van eigen meldingen ophalen met een systeem; zonder inhoud van de melding.
    MeldingstandInzien ("stand van meldingen inzien", "Leerplichtwet 1969 artikel 21a") {
        Koppeling voor Verzuim met Organisatie,
    }
    /// De werkvoorraad en een zaak van Leerplicht zien.
    ZaakInzien ("zaak inzien", "Leerplichtwet 1969 artikel 16") {
        Leerplichtambtenaar voor Leerplicht met Organisatie,
        LeerplichtambtenaarBoa voor Leerplicht met Organisatie,
        AdministratieLeerplicht voor Leerplicht met Organisatie,
        KoppelingLeerplicht voor Leerplicht met Organisatie,
    }
    /// Elke nacht bepalen wie moet leren en nergens is ingeschreven (B-050).
    AbsoluutVerzuimBepalen ("absoluut verzuim bepalen", "Leerplichtwet 1969 artikel 16 en 19") {
        Systeem voor Beheer met Organisatie,
    }
    /// Aantallen zien, geen personen (screens.md, Teamleider).
    AantallenInzien ("aantallen inzien", "Leerplichtwet 1969 artikel 25") {
        TeamleiderLeerplicht voor Leerplicht met Organisatie,
    }
    /// Een zaak behandelen: status, reden, terugkoppeling (law-and-data 1.4).
    ZaakBehandelen ("zaak behandelen", "Leerplichtwet 1969 artikel 16 en 22; Wet educatie en beroepsonderwijs artikel 9.2.2") {
        Doorstroomcoach voor Doorstroompunt met Organisatie,
        Leerplichtambtenaar voor Leerplicht met Organisatie,
        LeerplichtambtenaarBoa voor Leerplicht met Organisatie,
    }
    /// Een verzuimoverzicht bij de school vragen.
    OverzichtVragen ("overzicht vragen", "Algemene wet bestuursrecht artikel 5:16") {
        Leerplichtambtenaar voor Leerplicht met Organisatie,
        LeerplichtambtenaarBoa voor Leerplicht met Organisatie,
        AdministratieLeerplicht voor Leerplicht met Organisatie,
        Systeem voor Beheer met Organisatie,
    }
    /// Meldingen en zaken van 18 jaar en ouder.
    DoorstroomzaakInzien ("doorstroomzaak inzien", "Wet educatie en beroepsonderwijs artikel 9.2.2") {
        Doorstroomcoach voor Doorstroompunt met Organisatie,
    }
    /// Het eigen schooljaar of dat van het eigen kind zien.
    MijnInzien ("eigen gegevens inzien", "AVG artikel 15") {
        Ouder voor Eigen met GezagTot18,
        Leerling voor Eigen met Zelf,
    }
    /// «Dit klopt niet» bij een eigen les of die van het eigen kind.
    MijnBetwisten ("les betwisten", "AVG artikel 16") {
        Ouder voor Eigen met GezagTot18,
        Leerling voor Eigen met Zelf,
    }
    /// Een bewaarde uitkomst van een regel herhalen, om te zien of zij nog hetzelfde is.
    UitkomstHerhalen ("uitkomst herhalen", "Algemene wet bestuursrecht artikel 3:46") {
        Systeem voor Beheer met Organisatie,
    }
    /// Zien wie wat bekeek.
    LogInzien ("logboek inzien", "AVG artikel 39") {
        Fg voor Toezicht met Geen,
    }
    /// Mensen en sleutels van koppelingen beheren.
    Beheren ("beheren", "AVG artikel 32") {
        Beheerder voor Beheer met Geen,
        Systeem voor Beheer met Geen,
    }
}
