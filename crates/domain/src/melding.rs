//! De verzuimmelding: de 29 gegevens van A-301…A-329, de controle voor verzending en de berichten.

use serde::{Deserialize, Serialize};

/// Eén gemeld lesuur.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GemeldeLes {
    /// Dag, ISO.
    pub datum: String,
    /// Lesuur.
    pub lesuur: i64,
    /// Gemiste minuten.
    pub minuten: i64,
    /// `ongeoorloofd` of `te_laat`; andere soorten horen niet in een melding.
    pub status: String,
}

/// De 29 gegevens van een melding; leeg waar de wet het toelaat.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Meldinggegevens {
    ///
    pub meldingsnummer: String,
    /// A-302, RFC 3339; leeg tot verzending.
    pub melddatum: Option<String>,
    /// A-303, BRIN.
    pub meldende_instantie: String,
    ///
    pub melder_naam: String,
    ///
    pub melder_functie: String,
    ///
    pub melder_email: String,
    ///
    pub melder_telefoon: String,
    /// A-308; leeg wordt met de hand gekoppeld.
    pub pgn: Option<String>,
    ///
    pub naam: String,
    /// A-310, ISO.
    pub geboortedatum: String,
    ///
    pub geslacht: String,
    ///
    pub adres: Option<String>,
    ///
    pub gemeente: Option<String>,
    /// gemeente van verblijf als er geen BRP-adres is.
    pub afwijkend_adres: Option<String>,
    /// A-315; standaard uit.
    pub telefoon: Option<String>,
    ///
    pub onderwijslocatie: String,
    ///
    pub opleiding: String,
    /// A-318, code van de regel verzuimsoort.
    pub soort: String,
    ///
    pub reden: Option<String>,
    /// A-320, ISO.
    pub begin: String,
    /// A-321, ISO.
    pub einde: Option<String>,
    ///
    pub alle_lessen_gemist: bool,
    ///
    pub toelichting: Option<String>,
    ///
    pub ondernomen_acties: Option<String>,
    ///
    pub actie_gewenst: bool,
    ///
    pub toelichting_actie: Option<String>,
    /// A-327; komt terug van het register.
    pub duo_nummer: Option<String>,
    /// A-328; komt terug van het register.
    pub duo_datum: Option<String>,
    ///
    pub verzuimoverzicht: Vec<GemeldeLes>,
}

/// De melding met wat de school er zelf bij bewaart.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Meldingdossier {
    /// Wat er weggaat.
    pub gegevens: Meldinggegevens,
    /// Geclaimde minuten; de specificatie moet hierop uitkomen.
    pub minuten: i64,
    /// Minuten van één lesuur op deze school.
    pub lesuur_minuten: i64,
    /// Leeftijd op de eerste verzuimdag.
    pub leeftijd: i16,
    /// Rij van de beslistabel.
    pub rij: String,
    /// Het pad: vraag en antwoord.
    pub pad: Vec<(String, String)>,
    /// Wie bericht krijgt en waarom.
    pub berichten: Vec<(String, String)>,
    /// De ontvangst van elke regel die hier besliste, als JSON: regel, versie, feiten, pad en vingerafdrukken.
    #[serde(default)]
    pub ontvangsten: Vec<String>,
}

/// Waarom een melding nog niet weg kan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gebrek {
    /// Naam van het veld.
    pub veld: &'static str,
    /// Wat er mis is en wat te doen.
    pub melding: String,
    /// Waar het staat.
    pub grond: &'static str,
}

/// Woorden die over gezondheid gaan en niet in een melding horen (A-117, A-330; AVG artikel 9).
const GEZONDHEID: &[&str] = &[
    "hoofdpijn",
    "ziekte",
    "ziek",
    "depressie",
    "depressief",
    "adhd",
    "autisme",
    "autistisch",
    "medicijn",
    "medicatie",
    "diagnose",
    "psycholoog",
    "psychiater",
    "zwanger",
    "verslaving",
    "verslaafd",
    "eetstoornis",
    "angststoornis",
    "burn-out",
    "suïcide",
    "suicide",
    "huisarts",
    "ziekenhuis",
    "therapie",
    "migraine",
];

/// Het eerste woord over gezondheid in een tekst.
#[must_use]
pub fn gezondheidswoord(tekst: &str) -> Option<&'static str> {
    let klein = tekst.to_lowercase();
    let woorden: Vec<&str> = klein.split(|c: char| !(c.is_alphabetic() || c == '-')).collect();
    GEZONDHEID.iter().copied().find(|g| woorden.contains(g))
}

impl Meldingdossier {
    /// Alles wat verzending tegenhoudt; leeg betekent: kan weg.
    #[must_use]
    pub fn gebreken(&self) -> Vec<Gebrek> {
        let mut uit = Vec::new();
        let mut fout = |veld, melding: String, grond| uit.push(Gebrek { veld, melding, grond });
        let g = &self.gegevens;
        let som: i64 = g.verzuimoverzicht.iter().map(|l| l.minuten).sum();
        if som != self.minuten {
            fout(
                "verzuimoverzicht",
                format!(
                    "In de melding staan {} minuten, de specificatie telt op tot {som}. Maak het concept opnieuw.",
                    self.minuten
                ),
                "A-329",
            );
        }
        if g.verzuimoverzicht.iter().any(|l| !matches!(l.status.as_str(), "ongeoorloofd" | "te_laat")) {
            fout(
                "verzuimoverzicht",
                "Alleen ongeoorloofd verzuim en te laat horen in een melding.".to_owned(),
                "A-331",
            );
        }
        if g.verzuimoverzicht.iter().any(|l| l.datum < g.begin || g.einde.as_ref().is_some_and(|e| l.datum > *e)) {
            fout("verzuimoverzicht", "Een les valt buiten de gemelde periode.".to_owned(), "A-329");
        }
        if matches!(g.soort.as_str(), "zestien_uur" | "zestien_uur_18plus") {
            if som < 16 * self.lesuur_minuten {
                fout(
                    "soort",
                    "De lessen tellen niet op tot 16 uur. Meld dit als overig verzuim, of wacht.".to_owned(),
                    "Leerplichtwet 1969, artikel 21a",
                );
            }
            if g.einde.is_none() {
                fout("einde", "Een melding van 16 uur heeft een einddatum nodig.".to_owned(), "A-321");
            }
        }
        if g.soort == "overig" && g.ondernomen_acties.as_deref().is_none_or(|a| a.trim().is_empty()) {
            fout(
                "ondernomen_acties",
                "Schrijf op wat de school al deed; bij overig verzuim is dat verplicht.".to_owned(),
                "A-324",
            );
        }
        for (veld, tekst) in [
            ("toelichting", &g.toelichting),
            ("ondernomen_acties", &g.ondernomen_acties),
            ("toelichting_actie", &g.toelichting_actie),
        ] {
            let Some(tekst) = tekst else { continue };
            if let Some(woord) = gezondheidswoord(tekst) {
                fout(veld, format!("Haal «{woord}» weg: dat zegt iets over gezondheid."), "AVG, artikel 9");
            }
            if tekst.chars().count() > 1000 {
                fout(veld, "Maak de tekst korter dan 1.000 tekens.".to_owned(), "A-323");
            }
            if tekst.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t')) {
                fout(veld, "De tekst bevat tekens die niet kunnen worden gelezen.".to_owned(), "A-323");
            }
        }
        if g.gemeente.is_none() && g.afwijkend_adres.is_none() {
            fout(
                "gemeente",
                "Er is geen gemeente bekend. Vul de gemeente van verblijf in bij de leerling.".to_owned(),
                "A-343",
            );
        }
        uit
    }
}

/// Bericht van een school aan het register.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct VerzuimmeldingBericht {
    /// De gegevens.
    pub gegevens: Meldinggegevens,
    /// Leeftijd op de eerste verzuimdag, voor de routering.
    pub leeftijd: i16,
    /// Geclaimde minuten.
    pub minuten: i64,
    /// Minuten per lesuur.
    pub lesuur_minuten: i64,
}

/// Bericht over de stand van een melding: van register naar school, en van gemeente naar register.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct StandBericht {
    /// Nummer van de school.
    pub meldingsnummer: String,
    /// Nummer van het register.
    pub registernummer: String,
    /// Moment, microseconden.
    pub moment: i64,
    /// `geregistreerd`, `in_behandeling`, `ter_kennisgeving`, `afgesloten`, `ingetrokken`.
    pub stand: String,
    /// Reden bij afsluiten.
    pub reden: Option<String>,
    /// Terugkoppeling aan de school.
    pub terugkoppeling: Option<String>,
}

/// Bericht van een gemeente aan de school, of terug, over het verzuimoverzicht.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct OverzichtBericht {
    /// Nummer van het register.
    pub registernummer: String,
    /// De lessen; leeg bij een vraag.
    pub lessen: Vec<GemeldeLes>,
}

/// De vijf standen van een melding (law-and-data 1.4) en wie ze zet.
pub const STANDEN: [(&str, &str, &str); 5] = [
    ("geregistreerd", "geregistreerd", "school"),
    ("in_behandeling", "in behandeling", "gemeente"),
    ("ter_kennisgeving", "ter kennisgeving aangenomen", "gemeente"),
    ("afgesloten", "afgesloten", "gemeente"),
    ("ingetrokken", "ingetrokken", "school"),
];

/// Mag de stand van een melding zo veranderen?
#[must_use]
pub fn mag_naar(van: &str, naar: &str) -> bool {
    matches!(
        (van, naar),
        ("geregistreerd", "in_behandeling" | "ter_kennisgeving" | "ingetrokken")
            | ("in_behandeling", "afgesloten" | "ingetrokken")
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dossier(soort: &str, minuten: &[i64]) -> Meldingdossier {
        let les = |(i, m): (usize, &i64)| GemeldeLes {
            datum: format!("2026-11-{:02}", i + 10),
            lesuur: 1,
            minuten: *m,
            status: "ongeoorloofd".into(),
        };
        Meldingdossier {
            gegevens: Meldinggegevens {
                meldingsnummer: "M-1".into(),
                melddatum: None,
                meldende_instantie: "99ZC".into(),
                melder_naam: "A".into(),
                melder_functie: "f".into(),
                melder_email: "a@b.example".into(),
                melder_telefoon: "0".into(),
                pgn: None,
                naam: "N".into(),
                geboortedatum: "2011-02-12".into(),
                geslacht: "man".into(),
                adres: None,
                gemeente: Some("9901".into()),
                afwijkend_adres: None,
                telefoon: None,
                onderwijslocatie: "L".into(),
                opleiding: "vmbo".into(),
                soort: soort.into(),
                reden: None,
                begin: "2026-11-10".into(),
                einde: Some("2026-11-30".into()),
                alle_lessen_gemist: false,
                toelichting: None,
                ondernomen_acties: None,
                actie_gewenst: true,
                toelichting_actie: None,
                duo_nummer: None,
                duo_datum: None,
                verzuimoverzicht: minuten.iter().enumerate().map(les).collect(),
            },
            minuten: minuten.iter().sum(),
            lesuur_minuten: 50,
            leeftijd: 15,
            rij: "D9".into(),
            pad: vec![],
            berichten: vec![],
            ontvangsten: Vec::new(),
        }
    }

    #[test]
    fn wat_een_melding_tegenhoudt() {
        let velden = |d: &Meldingdossier| d.gebreken().into_iter().map(|g| g.veld).collect::<Vec<_>>();
        let goed = dossier("zestien_uur", &[400, 400]);
        assert_eq!(velden(&goed), Vec::<&str>::new());
        assert_eq!(velden(&dossier("zestien_uur", &[400, 399])), ["soort"]);
        assert_eq!(velden(&Meldingdossier { minuten: 801, ..goed.clone() }), ["verzuimoverzicht"]);
        assert_eq!(velden(&dossier("overig", &[50])), ["ondernomen_acties"]);
        let mut d = goed.clone();
        d.gegevens.toelichting = Some("Hij zegt dat hij Hoofdpijn had.".into());
        assert_eq!(velden(&d), ["toelichting"]);
        d = goed.clone();
        d.gegevens.verzuimoverzicht[0].status = "ziek".into();
        d.gegevens.gemeente = None;
        assert_eq!(velden(&d), ["verzuimoverzicht", "gemeente"]);
    }

    #[test]
    fn een_melding_heeft_precies_29_gegevens() {
        let json = serde_json::to_value(dossier("overig", &[50]).gegevens).unwrap();
        assert_eq!(json.as_object().unwrap().len(), 29);
    }

    #[test]
    fn standen() {
        let namen: Vec<&str> = STANDEN.iter().map(|s| s.0).collect();
        let mag: usize = namen.iter().flat_map(|a| namen.iter().map(move |b| mag_naar(a, b))).filter(|m| *m).count();
        assert_eq!(mag, 5);
        assert!(!mag_naar("afgesloten", "in_behandeling") && !mag_naar("ingetrokken", "geregistreerd"));
    }
}
