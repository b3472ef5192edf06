//! De vorm van een vraag en een antwoord: één beschrijving voor de lezer, het schema, het formulier en de gevallen.

/// Wat er in een veld past.
#[derive(Debug, Clone, Copy)]
pub enum Soort {
    /// Een dag, `JJJJ-MM-DD`.
    Datum,
    /// Ja of nee.
    JaNee,
    /// Een geheel getal van en tot en met.
    Geheel(i64, i64),
    /// Een getal van nul of meer.
    Getal,
    /// Tekst.
    Tekst,
    /// Een woord uit een gesloten lijst.
    Keuze(&'static [&'static str]),
    /// Een lijst.
    Lijst(&'static Soort),
    /// Een object met velden.
    Object(&'static [Veld]),
    /// Een woord uit een lijst, of een object.
    KeuzeOfObject(&'static [&'static str], &'static [Veld]),
}

/// Eén veld.
#[derive(Debug, Clone, Copy)]
pub struct Veld {
    /// Naam in de vraag of het antwoord.
    pub naam: &'static str,
    /// Wat erin past.
    pub soort: Soort,
    /// Moet het er altijd zijn?
    pub nodig: bool,
    /// Wat het betekent, in gewone taal.
    pub wat: &'static str,
}

/// Een veld dat er moet zijn.
#[must_use]
pub const fn nodig(naam: &'static str, soort: Soort, wat: &'static str) -> Veld {
    Veld { naam, soort, nodig: true, wat }
}

/// Een veld dat weg mag blijven.
#[must_use]
pub const fn mag(naam: &'static str, soort: Soort, wat: &'static str) -> Veld {
    Veld { naam, soort, nodig: false, wat }
}

/// Het grootste gehele getal dat een vraag mag bevatten; zo blijft elke som ruim binnen 64 bits.
pub const GROOTSTE: i64 = 1_000_000_000;

/// Een geheel getal van nul of meer.
pub const GEHEEL: Soort = Soort::Geheel(0, GROOTSTE);

/// Een geheel getal van één of meer.
pub const GEHEEL_VANAF_1: Soort = Soort::Geheel(1, GROOTSTE);

/// De vakantieregio's.
pub const REGIO: Soort = Soort::Keuze(rules::Vakantieregio::CODES);

/// Een periode met een einde.
pub const PERIODE: Soort =
    Soort::Object(&[nodig("begin", Soort::Datum, "Eerste dag."), nodig("einde", Soort::Datum, "Laatste dag.")]);

/// Een eigen leskalender.
pub const KALENDER: Soort = Soort::Object(&[
    mag("vrije_dagen", Soort::Lijst(&Soort::Datum), "Dagen zonder les."),
    mag("vakanties", Soort::Lijst(&PERIODE), "Vakanties."),
]);

/// De uitkomsten van de regel plicht.
pub const PLICHT: &[&str] = rules::plicht::Plicht::CODES;

/// De velden die elke vraag mag hebben, naast `beleid`.
pub const ALGEMEEN: &[Veld] = &[
    mag("peildatum", Soort::Datum, "De dag waarover de vraag gaat; vandaag als u niets invult."),
    mag(
        "recht",
        Soort::Object(&[
            mag("op", Soort::Datum, "De dag waarvan het recht geldt; anders de peildatum."),
            mag("voorstel", Soort::JaNee, "Telt het wetsvoorstel 36663 mee, alsof het al wet is?"),
        ]),
        "Ander recht dan dat van de peildatum: om een oud geval na te spelen of een voorstel te bekijken.",
    ),
    mag(
        "beleidskeuzes",
        Soort::Lijst(&Soort::Object(&[
            nodig("laag", Soort::Keuze(rules::recht::beleid::Laag::CODES), "Wie dit koos."),
            nodig("sleutel", Soort::Tekst, "Waarover."),
            nodig("waarde", Soort::Getal, "De gekozen waarde; bij ja of nee 1 of 0."),
            nodig("vanaf", Soort::Datum, "Eerste dag waarop de keuze geldt."),
            mag("tot_en_met", Soort::Datum, "Laatste dag."),
        ])),
        "Keuzes van regio, gemeente en school met hun geldigheid; de meest bijzondere van die dag geldt.",
    ),
];
