//! Plaatselijk beleid: wat een regio, gemeente of school zelf mag kiezen, binnen de ruimte die de wet laat.
//!
//! Beleid heeft een eigenaar en een geldigheid. Wie later kiest, verandert geen besluit van eerder (B-001). Een grens van
//! de wet kan strenger worden gekozen, nooit ruimer (BR-04).

use crate::Grondslag;
use crate::codes::codes;
use jiff::civil::Date;

codes! {
    /// Wie iets heeft gekozen; de laatste gaat voor.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
    pub enum Laag {
        /// Een regio met meer gemeenten.
        Regio = "regio",
        /// Eén gemeente.
        Gemeente = "gemeente",
        /// Eén school.
        School = "school",
    }
}

/// Een gekozen waarde.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Waarde {
    /// Geheel getal.
    Geheel(i64),
    /// Getal met cijfers achter de komma.
    Getal(f64),
    /// Ja of nee.
    JaNee(bool),
}

/// Welke waarden een sleutel mag hebben, en welke geldt als niemand iets kiest.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Ruimte {
    /// Geheel getal van en tot en met; zonder `anders` moet iemand kiezen.
    Geheel {
        /// Kleinste waarde.
        van: i64,
        /// Grootste waarde.
        tm: i64,
        /// Waarde als niemand kiest.
        anders: Option<i64>,
    },
    /// Getal vanaf nul.
    Getal {
        /// Waarde als niemand kiest.
        anders: f64,
    },
    /// Ja of nee.
    JaNee {
        /// Waarde als niemand kiest.
        anders: bool,
    },
}

/// Iets wat plaatselijk gekozen mag worden.
#[derive(Debug, Clone, Copy)]
pub struct Sleutel {
    /// Naam in een vraag.
    pub naam: &'static str,
    /// De regels die ernaar kijken.
    pub regels: &'static [&'static str],
    /// Wat de keuze betekent.
    pub wat: &'static str,
    /// De ruimte.
    pub ruimte: Ruimte,
    /// Wat de ruimte begrenst.
    pub bron: Grondslag,
}

impl Sleutel {
    /// Past een waarde in de ruimte?
    #[must_use]
    pub fn past(&self, waarde: Waarde) -> bool {
        match (self.ruimte, waarde) {
            (Ruimte::Geheel { van, tm, .. }, Waarde::Geheel(n)) => van <= n && n <= tm,
            (Ruimte::Getal { .. }, Waarde::Getal(g)) => g >= 0.0 && g.is_finite(),
            (Ruimte::JaNee { .. }, Waarde::JaNee(_)) => true,
            _ => false,
        }
    }
}

/// Een keuze van een laag, met haar geldigheid.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Keuze {
    /// Wie koos.
    pub laag: Laag,
    /// Waarover.
    pub sleutel: &'static str,
    /// Wat.
    pub waarde: Waarde,
    /// Eerste dag.
    pub vanaf: Date,
    /// Laatste dag; open als die er niet is.
    pub tot_en_met: Option<Date>,
}

/// De keuze die op een dag geldt: de meest bijzondere laag, en daarbinnen de laatste.
#[must_use]
pub fn geldend<'a>(keuzes: &'a [Keuze], sleutel: &str, op: Date) -> Option<&'a Keuze> {
    keuzes
        .iter()
        .filter(|k| k.sleutel == sleutel && k.vanaf <= op && k.tot_en_met.is_none_or(|t| op <= t))
        .max_by_key(|k| (k.laag, k.vanaf))
}

const fn geheel(van: i64, tm: i64, anders: i64) -> Ruimte {
    Ruimte::Geheel { van, tm, anders: Some(anders) }
}

/// Ruim genoeg voor elke keuze die de wet niet begrenst.
const VRIJ: i64 = 10_000;

const fn verlof(naam: &'static str, wat: &'static str, ruimte: Ruimte, bron: Grondslag) -> Sleutel {
    Sleutel { naam, regels: &["verlof"], wat, ruimte, bron }
}

const fn norm(naam: &'static str, wat: &'static str, dagen: i64) -> Sleutel {
    verlof(naam, wat, geheel(0, VRIJ, dagen), Grondslag::protocol("verlofnormen"))
}

const fn halt(naam: &'static str, wat: &'static str, ruimte: Ruimte) -> Sleutel {
    Sleutel {
        naam,
        regels: &["halt"],
        wat,
        ruimte,
        bron: Grondslag::protocol_van("Methodische aanpak schoolverzuim", "Halt"),
    }
}

/// Alles wat plaatselijk gekozen mag worden (BR-04 en de sleutels van deel A van het contract).
pub static SLEUTELS: &[Sleutel] = &[
    Sleutel {
        naam: "zml_mg_vrijstelling",
        regels: &["plicht", "verzuimsoort"],
        wat: "Geeft een indicatie zml of mg vrijstelling van de kwalificatieplicht, zoals het regionale protocol zegt?",
        ruimte: Ruimte::JaNee { anders: false },
        bron: Grondslag::lpw("4a lid 2"),
    },
    Sleutel {
        naam: "rmc_periode_dagen",
        regels: &["verzuimsoort", "langdurig", "vsv"],
        wat: "Na zoveel dagen wegblijven wordt een jongere van 18 of ouder gemeld.",
        ruimte: geheel(1, 28, 28),
        bron: Grondslag::web("9.2.2"),
    },
    Sleutel {
        naam: "dreigend_vanaf_dagen",
        regels: &["thuiszitter"],
        wat: "Vanaf zoveel dagen dreigt iemand thuiszitter te worden.",
        ruimte: geheel(1, 28, 14),
        bron: Grondslag::protocol("thuiszitters"),
    },
    verlof(
        "verlof_f_max_dagen",
        "Verlof vanwege het beroep van een ouder: hoogstens zoveel schooldagen.",
        geheel(0, 10, 10),
        Grondslag::lpw("13a"),
    ),
    verlof(
        "verlof_g_max_dagen",
        "Gewichtige omstandigheden: zoveel schooldagen beslist het hoofd zelf.",
        geheel(0, 10, 10),
        Grondslag::lpw("14 lid 3"),
    ),
    norm("verlof_huwelijk_regio", "Schooldagen verlof voor een huwelijk in de regio.", 1),
    norm("verlof_huwelijk_buiten_regio", "Schooldagen verlof voor een huwelijk buiten de regio.", 2),
    norm("verlof_huwelijk_buitenland", "Schooldagen verlof voor een huwelijk in het buitenland.", 5),
    norm("verlof_overlijden_graad_1", "Schooldagen verlof bij overlijden in de eerste graad.", 5),
    norm("verlof_overlijden_graad_2", "Schooldagen verlof bij overlijden in de tweede graad.", 2),
    norm("verlof_overlijden_graad_3", "Schooldagen verlof bij overlijden in de derde graad.", 1),
    norm("verlof_overlijden_graad_4", "Schooldagen verlof bij overlijden in de vierde graad.", 1),
    norm("verlof_overlijden_buitenland", "Schooldagen verlof bij overlijden in het buitenland.", 5),
    norm("verlof_jubileum", "Schooldagen verlof voor een jubileum.", 1),
    norm("verlof_verhuizing", "Schooldagen verlof voor een verhuizing.", 1),
    verlof(
        "verlof_religie",
        "Schooldagen vrij voor een plicht uit godsdienst of levensovertuiging.",
        geheel(1, VRIJ, 1),
        Grondslag::lpw("13"),
    ),
    halt("halt_min_uren", "Een verwijzing kan vanaf zoveel uur.", Ruimte::Getal { anders: 9.0 }),
    halt("halt_min_te_laat", "Of vanaf zoveel keer te laat.", geheel(0, VRIJ, 12)),
    halt("halt_max_uren", "Een verwijzing kan tot en met zoveel uur.", Ruimte::Getal { anders: 60.0 }),
    halt("halt_max_te_laat", "En tot en met zoveel keer te laat.", geheel(0, VRIJ, 60)),
    Sleutel {
        naam: "pv_min_uren",
        regels: &["proces_verbaal"],
        wat: "Proces-verbaal voor zestien uur verzuim pas vanaf zoveel uur.",
        ruimte: geheel(16, VRIJ, 16),
        bron: Grondslag::lpw("21a lid 1"),
    },
    Sleutel {
        naam: "uitschrijving_meldtermijn_dagen",
        regels: &["uitschrijving"],
        wat: "Een uitschrijving wordt binnen zoveel dagen gemeld.",
        ruimte: geheel(1, 7, 7),
        bron: Grondslag::lpw("18"),
    },
    Sleutel {
        naam: "sf_melden_dagen",
        regels: &["studiefinanciering"],
        wat: "Na zoveel dagen wegblijven stuurt de school de student een brief over zijn studiefinanciering.",
        ruimte: geheel(1, 28, 28),
        bron: Grondslag::web("8.1.7 lid 2"),
    },
    Sleutel {
        naam: "bewaartermijn_school_jaren",
        regels: &["bewaartermijn"],
        wat: "Zoveel jaar na het verlaten van de school blijft haar verzuimadministratie; de school moet dit zelf kiezen.",
        ruimte: Ruimte::Geheel { van: 1, tm: 5, anders: None },
        bron: Grondslag::wet("Algemene verordening gegevensbescherming", "5 lid 1"),
    },
];

/// Het gehele getal dat geldt als niemand kiest; `None` bij een sleutel van een andere soort of zonder zo'n waarde.
#[must_use]
pub fn gewoon(naam: &str) -> Option<i64> {
    match sleutel(naam)?.ruimte {
        Ruimte::Geheel { anders, .. } => anders,
        _ => None,
    }
}

/// Het getal dat geldt als niemand kiest; `None` bij een sleutel van een andere soort.
#[must_use]
pub fn gewoon_getal(naam: &str) -> Option<f64> {
    match sleutel(naam)?.ruimte {
        Ruimte::Getal { anders } => Some(anders),
        _ => None,
    }
}

/// De sleutel met deze naam.
#[must_use]
pub fn sleutel(naam: &str) -> Option<&'static Sleutel> {
    SLEUTELS.iter().find(|s| s.naam == naam)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn keuze(laag: Laag, n: i64, vanaf: Date, tot_en_met: Option<Date>) -> Keuze {
        Keuze { laag, sleutel: "verlof_g_max_dagen", waarde: Waarde::Geheel(n), vanaf, tot_en_met }
    }

    #[test]
    fn de_meest_bijzondere_laag_van_die_dag_geldt() {
        let keuzes = [
            keuze(Laag::Regio, 10, date(2020, 1, 1), None),
            keuze(Laag::Gemeente, 8, date(2026, 12, 1), None),
            keuze(Laag::Gemeente, 9, date(2025, 1, 1), Some(date(2025, 12, 31))),
            keuze(Laag::Gemeente, 7, date(2026, 12, 1).tomorrow().unwrap_or(Date::MAX), None),
        ];
        let op = |d| geldend(&keuzes, "verlof_g_max_dagen", d).map(|k| k.waarde);
        assert_eq!(op(date(2019, 12, 31)), None);
        assert_eq!(op(date(2020, 1, 1)), Some(Waarde::Geheel(10)));
        assert_eq!(op(date(2025, 1, 1)), Some(Waarde::Geheel(9)));
        assert_eq!(op(date(2025, 12, 31)), Some(Waarde::Geheel(9)));
        assert_eq!(op(date(2026, 1, 1)), Some(Waarde::Geheel(10)));
        assert_eq!(op(date(2026, 12, 1)), Some(Waarde::Geheel(8)));
        assert_eq!(op(date(2026, 12, 2)), Some(Waarde::Geheel(7)));
        assert_eq!(geldend(&keuzes, "verlof_f_max_dagen", date(2026, 12, 2)), None);
        assert_eq!(Laag::uit_code("gemeente"), Some(Laag::Gemeente));
        assert_eq!(Laag::uit_code("land"), None);
        assert!(Laag::Regio < Laag::Gemeente && Laag::Gemeente < Laag::School);
    }

    #[test]
    fn beleid_blijft_binnen_de_ruimte_van_de_wet() {
        for (naam, waarde, past) in [
            ("verlof_g_max_dagen", Waarde::Geheel(10), true),
            ("verlof_g_max_dagen", Waarde::Geheel(11), false),
            ("verlof_g_max_dagen", Waarde::Geheel(0), true),
            ("rmc_periode_dagen", Waarde::Geheel(0), false),
            ("rmc_periode_dagen", Waarde::Geheel(1), true),
            ("pv_min_uren", Waarde::Geheel(15), false),
            ("halt_min_uren", Waarde::Getal(8.5), true),
            ("halt_min_uren", Waarde::Getal(0.0), true),
            ("halt_min_uren", Waarde::Getal(-0.1), false),
            ("halt_min_uren", Waarde::Getal(f64::INFINITY), false),
            ("halt_min_uren", Waarde::Geheel(8), false),
            ("zml_mg_vrijstelling", Waarde::JaNee(true), true),
        ] {
            assert_eq!(sleutel(naam).map(|s| s.past(waarde)), Some(past), "{naam} {waarde:?}");
        }
        assert!(sleutel("onbekend").is_none());
        assert_eq!((gewoon("dreigend_vanaf_dagen"), gewoon("halt_min_uren")), (Some(14), None));
        assert_eq!((gewoon_getal("halt_min_uren"), gewoon_getal("dreigend_vanaf_dagen")), (Some(9.0), None));
        assert_eq!((gewoon("bewaartermijn_school_jaren"), gewoon("onbekend")), (None, None));
    }

    #[test]
    fn wat_geldt_als_niemand_kiest_past_zelf_in_de_ruimte() {
        for s in SLEUTELS {
            let anders = match s.ruimte {
                Ruimte::Geheel { anders, .. } => anders.map(Waarde::Geheel),
                Ruimte::Getal { anders } => Some(Waarde::Getal(anders)),
                Ruimte::JaNee { anders } => Some(Waarde::JaNee(anders)),
            };
            assert!(anders.is_none_or(|a| s.past(a)), "{}", s.naam);
            assert!(!s.regels.is_empty() && s.wat.len() > 20, "{}", s.naam);
        }
    }
}
