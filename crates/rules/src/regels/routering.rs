#![doc = include_str!("routering.md")]

use super::verzuimsoort::Verzuimsoort;
use crate::oordeel::Pad;
use crate::{Grondslag, Oordeel};

/// De feiten.
#[derive(Debug, Clone, Default)]
pub struct Vraag<'a> {
    /// Gemeente van inschrijving in de BRP.
    pub brp_gemeente: Option<&'a str>,
    /// Gemeente van feitelijk verblijf.
    pub verblijf_gemeente: Option<&'a str>,
    /// Leeftijd op de eerste verzuimdag.
    pub leeftijd_eerste_verzuimdag: i16,
    /// Soort melding; `None` bij een andere soort dan een aan het Doorstroompunt.
    pub soort: Option<Verzuimsoort>,
    /// Gemeenschappelijke regeling: gemeenten en orgaan.
    pub regeling: Option<(&'a [String], &'a str)>,
    /// Andere ontvanger voor leerplicht.
    pub alternatief_leerplicht: Option<&'a str>,
    /// Andere ontvanger voor het Doorstroompunt.
    pub alternatief_doorstroompunt: Option<&'a str>,
}

/// Het antwoord.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Antwoord {
    /// Naar het Doorstroompunt, of anders naar leerplicht.
    pub doorstroompunt: bool,
    /// Code van de ontvanger.
    pub ontvanger: String,
    /// Zonder inschrijving in de BRP.
    pub zonder_brp: bool,
}

/// Naar wie gaat deze melding? `None` als er geen gemeente bekend is.
#[must_use]
pub fn routering(v: &Vraag<'_>) -> Option<Oordeel<Antwoord>> {
    let vol = |t: Option<&'_ str>| t.filter(|t| !t.trim().is_empty()).map(str::to_owned);
    let mut pad = Pad::default();
    let brp = vol(v.brp_gemeente);
    let zonder_brp = !pad.ja_nee("Ingeschreven in de BRP?", brp.is_some());
    let gemeente = brp.or_else(|| vol(v.verblijf_gemeente))?;
    let doorstroompunt = pad.ja_nee(
        "18 jaar of ouder, of een melding aan het Doorstroompunt?",
        v.leeftijd_eerste_verzuimdag >= 18 || v.soort == Some(Verzuimsoort::Rmc),
    );
    let ander = vol(if doorstroompunt { v.alternatief_doorstroompunt } else { v.alternatief_leerplicht });
    let regeling =
        v.regeling.filter(|(g, _)| !doorstroompunt && g.contains(&gemeente)).map(|(_, orgaan)| orgaan.to_owned());
    let (ontvanger, zin) = if let Some(a) = ander {
        pad.ja_nee("Is er een andere routering afgesproken?", true);
        (a, "De gemeente heeft een andere ontvanger opgegeven.")
    } else if let Some(o) = regeling {
        pad.ja_nee("Heeft een gemeenschappelijke regeling de taak?", true);
        (o, "Een gemeenschappelijke regeling voert de Leerplichtwet uit voor deze gemeente.")
    } else if zonder_brp {
        (gemeente, "Zonder inschrijving in de BRP gaat de melding naar de gemeente van verblijf.")
    } else {
        (gemeente, "De melding gaat naar de gemeente waar de jongere is ingeschreven.")
    };
    let grond = if zonder_brp {
        Grondslag::lpw("21")
    } else {
        Grondslag { bron: "Besluit register onderwijsdeelnemers", artikel: "46", soort: crate::oordeel::Soort::Besluit }
    };
    Some(pad.klaar(Antwoord { doorstroompunt, ontvanger, zonder_brp }, "2020-07-01", vec![grond], vec![zin.to_owned()]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::regels::tabel::elk_geval;

    #[test]
    fn gevallen() {
        let leden = vec!["9903".to_owned()];
        elk_geval(include_str!("routering.md"), |rij| {
            let [brp, verblijf, leeftijd, soort, alternatief, verwacht, ..] = rij else { panic!("{rij:?}") };
            let v = Vraag {
                brp_gemeente: Some(brp),
                verblijf_gemeente: Some(verblijf),
                leeftijd_eerste_verzuimdag: leeftijd.parse().unwrap(),
                soort: Verzuimsoort::uit_code(soort),
                regeling: Some((&leden, "maasrand")),
                alternatief_leerplicht: Some(alternatief),
                alternatief_doorstroompunt: None,
            };
            let gevonden = routering(&v).map_or("fout".to_owned(), |o| {
                let a = o.uitkomst;
                format!(
                    "{} {}{}",
                    if a.doorstroompunt { "doorstroompunt" } else { "leerplicht" },
                    a.ontvanger,
                    if a.zonder_brp { " zonder_brp" } else { "" }
                )
            });
            assert_eq!(gevonden, *verwacht, "{rij:?}");
        });
    }
}
