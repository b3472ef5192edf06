//! Waarom een jongere wegblijft, en de redenen waarvoor er nooit verlof is.

use crate::Grondslag;
use crate::codes::codes;

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
    pub(super) const fn sleutel(self) -> Option<&'static str> {
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
    pub(super) const fn woorden(self) -> (&'static str, &'static str) {
        match self {
            Self::Ziekte => ("ziekte", "ziekte"),
            Self::Religie => ("religie", "religie"),
            Self::BeroepOuder { .. } => ("beroep", "beroep_ouder"),
            Self::Gewichtig(_) => ("gewichtig", "gewichtig"),
            Self::SchoolGesloten => ("school dicht", "school_gesloten"),
            Self::Schorsing => ("schorsing", "schorsing"),
        }
    }
    pub(super) const fn artikel(self) -> Grondslag {
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
    pub(super) const fn zin(self) -> &'static str {
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
