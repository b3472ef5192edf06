//! Open normen: de wet laat het oordeel aan een mens. Een regel rekent ze niet uit, maar geeft de vraag en wat er weegt.

use crate::Grondslag;

/// Een norm die een mens invult.
#[derive(Debug, PartialEq, Eq)]
pub struct OpenNorm {
    /// Naam, zoals in een antwoord.
    pub naam: &'static str,
    /// De vraag aan de mens die beslist.
    pub vraag: &'static str,
    /// Wie beslist.
    pub wie: &'static str,
    /// Wat meeweegt.
    pub factoren: &'static [&'static str],
    /// Waar de norm staat.
    pub bron: Grondslag,
}

/// Gewichtige omstandigheden (artikel 11 onder g).
pub static GEWICHTIGE_OMSTANDIGHEDEN: OpenNorm = OpenNorm {
    naam: "gewichtige_omstandigheden",
    vraag: "Zijn dit omstandigheden buiten de wil van ouders en jongere, die afwezigheid rechtvaardigen?",
    wie: "hoofd van de school, of de leerplichtambtenaar",
    factoren: &[
        "Ligt de oorzaak buiten de wil en invloed van ouders en jongere?",
        "Kan het niet buiten schooltijd of in een vakantie?",
        "Is het geen vakantie?",
        "Hoe zwaar weegt de gemiste lestijd voor deze jongere?",
        "Zijn minder dagen ook genoeg?",
        "Wat zegt het bewijs, en is het nagegaan?",
    ],
    bron: Grondslag::lpw("11 onder g en 14"),
};

/// Voldoende ander onderwijs (artikel 15).
pub static VOLDOENDE_ANDER_ONDERWIJS: OpenNorm = OpenNorm {
    naam: "voldoende_ander_onderwijs",
    vraag: "Krijgt de jongere op een andere manier voldoende onderwijs?",
    wie: "burgemeester en wethouders",
    factoren: &[
        "Welk onderwijs krijgt de jongere, van wie en hoeveel uur?",
        "Past het bij leeftijd en aanleg?",
        "Brengt het een startkwalificatie of werk dichterbij?",
        "Hoe wordt gevolgd of het onderwijs ook wordt gegeven?",
        "Van wanneer tot wanneer is het nodig?",
    ],
    bron: Grondslag::lpw("15"),
};

/// Verwijtbaarheid van ouders of jongere.
pub static VERWIJTBAARHEID: OpenNorm = OpenNorm {
    naam: "verwijtbaarheid",
    vraag: "Is het verzuim deze persoon te verwijten?",
    wie: "leerplichtambtenaar",
    factoren: &[
        "Wist deze persoon wat er van hem werd verwacht?",
        "Kon hij er iets aan doen: gezag, gezondheid, zorgen thuis?",
        "Welke hulp is geboden, en is die aangenomen?",
        "Zijn afspraken nagekomen?",
        "Heeft de school gedaan wat zij moest doen?",
        "Klopt het verzuimoverzicht volgens jongere en ouders?",
    ],
    bron: Grondslag::lpw("2, 4 en 22"),
};
