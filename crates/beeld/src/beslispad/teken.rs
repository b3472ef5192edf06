//! Het tekenen zelf: lijnen, pijlpunten, antwoorden en uitkomsten.

use super::maat::{ACCENT, GRIJS, INKT, KLEIN, PILREGEL, PUNT, RAND, Stand};
use super::plan::{Pil, Rij};
use crate::tekst::{breedste, schrijf};
use std::fmt::Write as _;

pub(super) fn teken_lijn(s: &mut String, d: &str, punt: &str, soort: &str, stand: Stand) {
    let (kleur, dik) = stand.lijn();
    let klas = stand.klas();
    let _ = write!(
        s,
        "<path class=\"{soort}{klas}\" d=\"{d}\" stroke=\"{kleur}\" stroke-width=\"{dik}\"/><path class=\"bp-punt{klas}\" d=\"{punt}\" fill=\"{kleur}\"/>"
    );
}

/// Het antwoord bij een lijn op hoogte `y`.
pub(super) fn teken_bij(s: &mut String, bij: &str, x: i64, y: i64, stand: Stand) {
    if bij.is_empty() {
        return;
    }
    let dik = if stand == Stand::Gelopen { "600" } else { "400" };
    let opmaak = format!("font-size=\"{KLEIN}\" font-weight=\"{dik}\" fill=\"{}\"", stand.tekst());
    schrijf(s, &[bij.to_owned()], (x, y + 5), 0, &opmaak);
}

/// Een pijlpunt naar rechts met de top op (x, y).
pub(super) fn punt_rechts(x: i64, y: i64, stand: Stand) -> String {
    let half = stand.half();
    format!("M{x} {y}l-{PUNT} -{half}v{}z", half * 2)
}

/// Recht naar beneden, naar de volgende rij.
pub(super) fn teken_neer(s: &mut String, r: &Rij, volgende: &Rij, bij: &str, stand: Stand) {
    let (x, tot, half) = (r.pijl, volgende.top - 1, stand.half());
    let d = format!("M{x} {}V{}", r.top + r.hoog, tot - PUNT + 1);
    teken_lijn(s, &d, &format!("M{x} {tot}l-{half} -{PUNT}h{}z", half * 2), "bp-neer", stand);
    teken_bij(s, bij, x + 11, (r.onder + volgende.top) / 2 - 1, stand);
}

/// Een uitkomst.
pub(super) fn teken_pil(s: &mut String, p: &Pil) {
    let (vlak, rand, dik, tekst, letter) = match p.stand {
        Stand::Gelopen => (ACCENT, ACCENT, "2", "#fff", "600"),
        Stand::Gewoon => ("#fff", INKT, "1.2", INKT, "500"),
        Stand::Niet => ("#fff", RAND, "1", GRIJS, "400"),
    };
    let _ = write!(
        s,
        "<rect class=\"bp-uitkomst{}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"14\" fill=\"{vlak}\" stroke=\"{rand}\" stroke-width=\"{dik}\"/>",
        p.stand.klas(),
        p.x,
        p.y,
        p.breed,
        p.hoog
    );
    let opmaak = format!("font-size=\"{KLEIN}\" font-weight=\"{letter}\" fill=\"{tekst}\"");
    schrijf(s, &p.regels, (p.x + 12, p.y + 18), PILREGEL, &opmaak);
}

pub(super) fn pilbreedte(regels: &[String]) -> i64 {
    breedste(regels, KLEIN) + 24
}
