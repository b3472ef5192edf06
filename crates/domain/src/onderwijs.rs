//! Soorten onderwijs en vakantieregio's.

macro_rules! gesloten_lijst {
    ($(#[$doc:meta])* $naam:ident { $($(#[$vdoc:meta])* $variant:ident = $code:literal / $woord:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $naam { $($(#[$vdoc])* $variant),+ }
        impl $naam {
            /// Alle waarden, in vaste volgorde.
            pub const ALLE: &'static [Self] = &[$(Self::$variant),+];
            /// Vaste code in bestanden, berichten en tabellen.
            #[must_use]
            pub const fn code(self) -> &'static str { match self { $(Self::$variant => $code),+ } }
            /// Het woord op het scherm.
            #[must_use]
            pub const fn woord(self) -> &'static str { match self { $(Self::$variant => $woord),+ } }
            /// De waarde bij een code.
            #[must_use]
            pub fn uit_code(code: &str) -> Option<Self> { Self::ALLE.iter().copied().find(|v| v.code() == code) }
        }
    };
}

gesloten_lijst! {
    /// Soort onderwijs, met de codes van het regelcontract.
    Onderwijssoort {
        /// Basisonderwijs.
        Po = "po" / "basisonderwijs",
        /// Speciaal basisonderwijs.
        Sbo = "sbo" / "speciaal basisonderwijs",
        /// Speciaal onderwijs.
        So = "so" / "speciaal onderwijs",
        /// Voortgezet speciaal onderwijs.
        Vso = "vso" / "voortgezet speciaal onderwijs",
        /// Vmbo.
        Vmbo = "vmbo" / "vmbo",
        /// Havo.
        Havo = "havo" / "havo",
        /// Vwo.
        Vwo = "vwo" / "vwo",
        /// Praktijkonderwijs.
        Pro = "pro" / "praktijkonderwijs",
        /// Mbo, beroepsopleidende leerweg.
        MboBol = "mbo_bol" / "mbo bol",
        /// Mbo, beroepsbegeleidende leerweg.
        MboBbl = "mbo_bbl" / "mbo bbl",
        /// Voortgezet algemeen volwassenenonderwijs.
        Vavo = "vavo" / "vavo",
        /// Niet-bekostigd (particulier) onderwijs.
        Particulier = "particulier" / "particulier onderwijs",
    }
}

gesloten_lijst! {
    /// Vakantieregio van een school.
    Vakantieregio {
        /// Regio noord.
        Noord = "noord" / "noord",
        /// Regio midden.
        Midden = "midden" / "midden",
        /// Regio zuid.
        Zuid = "zuid" / "zuid",
    }
}
