//! De tijdlijn: wat er achter elkaar gold, wat nu geldt en wat voorgesteld is.

use crate::tekst::{breedste, breedte, breek, breek_gelijk, opening, schrijf};
use crate::teller;
use std::fmt::Write as _;

/// Eén versie op de lijn.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tijdvak {
    /// Vanaf wanneer: `1 augustus 2023`.
    pub vanaf: String,
    /// Wat er dan geldt.
    pub waarde: String,
    /// Of dit nu geldt.
    pub nu: bool,
    /// Of dit nog een voorstel is; voorstellen staan achteraan.
    pub voorstel: bool,
}

const INKT: &str = "#16243a";
const GRIJS: &str = "#465468";
const ACCENT: &str = "#0f4c81";
const RAND: &str = "#8390a0";
/// Lettergrootte van de waarde.
const WAARDE: i64 = 15;
/// Lettergrootte van al het andere.
const KLEIN: i64 = 14;
/// Regelhoogte.
const REGEL: i64 = 19;
/// Breedte van de brede en de smalle tekening.
const TOTAAL: (i64, i64) = (700, 358);
/// Meer versies naast elkaar worden te smal; dan komt er een regel bij.
const NAAST: usize = 5;
/// Bij elke lijn: de afstanden zijn gelijk.
const SCHAAL: &str = "niet op schaal";

impl Tijdvak {
    /// Het woord erbij: `nu`, `voorstel` of niets.
    fn woord(&self) -> &'static str {
        match (self.voorstel, self.nu) {
            (true, _) => "voorstel",
            (false, true) => "nu",
            (false, false) => "",
        }
    }

    fn kleur(&self) -> &'static str {
        match self.woord() {
            "nu" => ACCENT,
            "voorstel" => GRIJS,
            _ => INKT,
        }
    }

    /// De regels van de waarde in de opmaak die erbij hoort.
    fn schrijf_waarde(&self, s: &mut String, regels: &[String], plek: (i64, i64)) {
        let dik = if self.woord() == "nu" { "600" } else { "400" };
        let opmaak = format!("font-size=\"{WAARDE}\" font-weight=\"{dik}\" fill=\"{}\"", self.kleur());
        schrijf(s, regels, plek, REGEL, &opmaak);
    }

    /// De stip op de lijn: vol en groot is nu, gestreept is een voorstel.
    fn stip(&self, s: &mut String, x: i64, y: i64) {
        let vorm = match self.woord() {
            "nu" => format!("class=\"tl-nu\" r=\"8\" fill=\"{ACCENT}\""),
            "voorstel" => {
                format!(
                    "class=\"tl-voorstel\" r=\"7\" fill=\"#fff\" stroke=\"{GRIJS}\" stroke-width=\"1.6\" stroke-dasharray=\"3 2.5\""
                )
            }
            _ => format!("class=\"tl-ander\" r=\"5\" fill=\"#fff\" stroke=\"{GRIJS}\" stroke-width=\"2\""),
        };
        let _ = write!(s, "<circle cx=\"{x}\" cy=\"{y}\" {vorm}/>");
    }
}

/// Het woord in een klein vakje op voet `y`; geeft de breedte.
fn merk(s: &mut String, woord: &str, x: i64, y: i64) -> i64 {
    let breed = breedte(woord, KLEIN) + 14;
    let (vlak, tekst, streep) = if woord == "nu" {
        (ACCENT, "#fff", format!("stroke=\"{ACCENT}\""))
    } else {
        ("#fff", GRIJS, format!("stroke=\"{GRIJS}\" stroke-dasharray=\"3 2.5\""))
    };
    let _ = write!(
        s,
        "<rect x=\"{x}\" y=\"{}\" width=\"{breed}\" height=\"20\" rx=\"10\" fill=\"{vlak}\" {streep}/>",
        y - 15
    );
    let opmaak = format!("font-size=\"{KLEIN}\" font-weight=\"500\" fill=\"{tekst}\"");
    schrijf(s, &[woord.to_owned()], (x + 7, y), 0, &opmaak);
    breed
}

/// Een stuk van de lijn, gestreept vanaf een voorstel.
fn lijn(s: &mut String, d: &str, voorstel: bool) {
    let streep = if voorstel { " stroke-dasharray=\"5 4\"" } else { "" };
    let _ = write!(s, "<path class=\"tl-lijn\" d=\"{d}\" stroke=\"{RAND}\" stroke-width=\"2\"{streep} fill=\"none\"/>");
}

/// Tekent de versies op een tijdlijn als één inline SVG: `breed` van links naar rechts (700 breed),
/// anders van boven naar beneden (358 breed).
///
/// De afstanden zijn gelijk en niet op schaal; dat staat erbij. Voorstellen komen achteraan.
#[must_use]
pub fn tijdlijn(titel: &str, vakken: &[Tijdvak], breed: bool) -> String {
    let mut rij: Vec<&Tijdvak> = vakken.iter().collect();
    rij.sort_by_key(|v| v.voorstel);
    let beschrijving = beschrijf(&rij);
    let totaal = if breed { TOTAAL.0 } else { TOTAAL.1 };
    let mut s = String::new();
    let klein = format!("font-size=\"{KLEIN}\" fill=\"{GRIJS}\"");
    let hoogte = if rij.is_empty() {
        schrijf(&mut s, std::slice::from_ref(&beschrijving), (1, 23), 0, &klein);
        36
    } else {
        let y = if breed { naast(&mut s, &rij) } else { onder(&mut s, &rij) };
        let x = if breed { totaal - breedte(SCHAAL, KLEIN) } else { 32 };
        schrijf(&mut s, &[SCHAAL.to_owned()], (x, y + 14), 0, &klein);
        y + 20
    };
    format!("{}{s}</svg>", opening("tijdlijn", breed, (totaal, hoogte), (titel, &beschrijving)))
}

/// De versies in woorden.
fn beschrijf(rij: &[&Tijdvak]) -> String {
    if rij.is_empty() {
        return "Er zijn geen versies om te tonen.".to_owned();
    }
    let mut d = String::new();
    for v in rij {
        let _ = write!(d, "Vanaf {}", v.vanaf);
        if !v.woord().is_empty() {
            let _ = write!(d, " ({})", v.woord());
        }
        let _ = write!(d, ": {}. ", v.waarde);
    }
    d.push_str("De afstanden zijn niet op schaal.");
    d
}

/// Van links naar rechts; geeft de onderkant.
fn naast(s: &mut String, rij: &[&Tijdvak]) -> i64 {
    let regels = rij.len().div_ceil(NAAST);
    let per = rij.len().div_ceil(regels.max(1)).max(1);
    let stap = (TOTAAL.0 - 10) / teller(per);
    let mut top = 2;
    for (nr, deel) in rij.chunks(per).enumerate() {
        let waarden: Vec<Vec<String>> = deel.iter().map(|v| breek_gelijk(&v.waarde, stap - 20, WAARDE)).collect();
        let data: Vec<Vec<String>> = deel.iter().map(|v| breek_gelijk(&v.vanaf, stap - 20, KLEIN)).collect();
        let hoog = waarden.iter().map(Vec::len).max().unwrap_or(0);
        let as_y = top + teller(hoog) * REGEL + 16;
        let laatste_deel = (nr + 1) * per >= rij.len();
        if nr > 0 {
            let vorige = rij.get(nr * per - 1);
            lijn(s, &format!("M0 {as_y}H10"), vorige.is_some_and(|v| v.voorstel));
        }
        for (i, v) in deel.iter().enumerate() {
            let x = 10 + teller(i) * stap;
            let einde = if i + 1 < deel.len() { x + stap } else { TOTAAL.0 - if laatste_deel { 8 } else { 0 } };
            lijn(s, &format!("M{x} {as_y}H{einde}"), v.voorstel);
        }
        if laatste_deel {
            let _ = write!(s, "<path d=\"M{} {as_y}l-9 -5v10z\" fill=\"{RAND}\"/>", TOTAAL.0 - 1);
        }
        let mut onder = as_y;
        for (i, ((v, w), d)) in deel.iter().zip(&waarden).zip(&data).enumerate() {
            let x = 10 + teller(i) * stap;
            v.stip(s, x, as_y);
            let links = x - 8;
            v.schrijf_waarde(s, w, (links, as_y - 18 - (teller(w.len()) - 1).max(0) * REGEL));
            let opmaak = format!("font-size=\"{KLEIN}\" fill=\"{GRIJS}\"");
            schrijf(s, d, (links, as_y + 28), REGEL, &opmaak);
            let mut voet = as_y + 28 + (teller(d.len()) - 1) * REGEL;
            if !v.woord().is_empty() {
                voet += REGEL + 5;
                merk(s, v.woord(), links, voet);
            }
            onder = onder.max(voet + 6);
        }
        top = onder + 20;
    }
    top - 12
}

/// Van boven naar beneden; geeft de onderkant.
fn onder(s: &mut String, rij: &[&Tijdvak]) -> i64 {
    const X: i64 = 10;
    const TEKST: i64 = 32;
    let ruim = TOTAAL.1 - TEKST - 2;
    let mut top = 2;
    let mut stippen: Vec<i64> = Vec::new();
    let mut teksten = String::new();
    for v in rij {
        let plek = if v.woord().is_empty() { 0 } else { breedte(v.woord(), KLEIN) + 24 };
        let datum = breek(&v.vanaf, ruim - plek, KLEIN);
        stippen.push(top + 10);
        schrijf(&mut teksten, &datum, (TEKST, top + 15), REGEL, &format!("font-size=\"{KLEIN}\" fill=\"{GRIJS}\""));
        if !v.woord().is_empty() {
            let naast = if datum.is_empty() { 0 } else { breedste(&datum, KLEIN) + 8 };
            merk(&mut teksten, v.woord(), TEKST + naast, top + 15);
        }
        top += teller(datum.len().max(1)) * REGEL + 2;
        let waarde = breek(&v.waarde, ruim, WAARDE);
        v.schrijf_waarde(&mut teksten, &waarde, (TEKST, top + 15));
        top += teller(waarde.len()) * REGEL + 20;
    }
    let einde = top + 12;
    for (i, (y, v)) in stippen.iter().zip(rij).enumerate() {
        let tot = stippen.get(i + 1).copied().unwrap_or(einde - 8);
        lijn(s, &format!("M{X} {y}V{tot}"), v.voorstel);
    }
    let _ = write!(s, "<path d=\"M{X} {einde}l-5 -9h10z\" fill=\"{RAND}\"/>");
    for (y, v) in stippen.iter().zip(rij) {
        v.stip(s, X, *y);
    }
    s.push_str(&teksten);
    top - 4
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tekst::proef::{attr, keur, tags, teksten};

    fn vak(vanaf: &str, waarde: &str, nu: bool, voorstel: bool) -> Tijdvak {
        Tijdvak { vanaf: vanaf.to_owned(), waarde: waarde.to_owned(), nu, voorstel }
    }

    fn grens() -> Vec<Tijdvak> {
        vec![
            vak("1 augustus 2027", "12 uur in 4 lesweken", false, true),
            vak("1 januari 2017", "16 uur in 4 lesweken, ook voor wie 18 jaar of ouder is", false, false),
            vak("1 augustus 2023", "16 uur in <4> lesweken & \"meer\"", true, false),
        ]
    }

    #[test]
    fn alle_versies_met_datum_en_waarde() {
        for breed in [true, false] {
            let svg = tijdlijn("Grens <b>", &grens(), breed);
            keur(&svg);
            let alles: Vec<String> = teksten(&svg).into_iter().map(|t| t.4).collect();
            let tekst = alles.join(" ");
            for v in grens() {
                assert!(tekst.contains(&v.vanaf) && tekst.contains(&v.waarde), "{tekst}");
            }
            for woord in ["nu", "voorstel", "niet op schaal"] {
                assert_eq!(alles.iter().filter(|t| *t == woord).count(), 1, "{woord}");
            }
            assert!(!svg.contains("<b>") && !svg.contains("<4>"));
            assert_eq!((svg.matches("tl-nu").count(), svg.matches("tl-voorstel").count()), (1, 1));
            // het voorstel staat achteraan en alleen zijn stuk van de lijn is gestreept
            let lijnen = tags(&svg, "path");
            let streep: Vec<bool> =
                lijnen.iter().filter(|l| l.contains("tl-lijn")).map(|l| l.contains("dasharray")).collect();
            assert_eq!(streep, [false, false, true]);
            assert!(svg.contains("Vanaf 1 augustus 2027 (voorstel): 12 uur in 4 lesweken. De afstanden"));
        }
    }

    #[test]
    fn gelijke_afstand_en_meer_regels() {
        let veel: Vec<Tijdvak> = (0..9).map(|i| vak("1 augustus 2012", "€ 100 per dag", i == 7, i == 8)).collect();
        let svg = tijdlijn("Dwangsom", &veel, true);
        keur(&svg);
        let x: Vec<i64> = tags(&svg, "circle").iter().map(|c| attr(c, "cx").unwrap().parse().unwrap()).collect();
        assert_eq!(x, [10, 148, 286, 424, 562, 10, 148, 286, 424]);
        keur(&tijdlijn("Dwangsom", &veel, false));
    }

    #[test]
    fn brede_en_smalle_tekening_op_een_bladzijde() {
        let (b, s) = (tijdlijn("Grens", &grens(), true), tijdlijn("Grens", &grens(), false));
        assert!(b.contains("lr-tijdlijn--breed\" width=\"700\"") && s.contains("lr-tijdlijn--smal\" width=\"358\""));
        assert_ne!(attr(&b, "aria-labelledby"), attr(&s, "aria-labelledby"));
        assert_ne!(attr(&b, "aria-labelledby"), attr(&b, "aria-describedby"));
    }

    #[test]
    fn vreemde_invoer() {
        let lang = "y".repeat(300);
        for breed in [true, false] {
            keur(&tijdlijn("Leeg", &[], breed));
            keur(&tijdlijn("", &[Tijdvak::default(), vak("", "", true, true)], breed));
            keur(&tijdlijn(&lang, &[vak(&lang, &lang, true, false), vak(&lang, &lang, false, true)], breed));
        }
    }
}
