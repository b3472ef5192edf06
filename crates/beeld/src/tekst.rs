//! Tekst in een tekening: hoe breed die ongeveer is, waar de regel breekt, en hoe de tekening heet.

use crate::ontsnap;
use std::fmt::Write as _;

/// Breedte van de tekens van spatie tot en met tilde in Fira Sans, in duizendsten van de lettergrootte.
const TEKENS: [i64; 95] = [
    265, 241, 399, 518, 531, 826, 729, 219, 324, 324, 439, 499, 240, 403, 240, 520, 558, 433, 495, 499, 532, 501, 533,
    444, 551, 525, 240, 240, 500, 500, 500, 459, 1020, 573, 608, 560, 644, 535, 491, 631, 680, 295, 305, 589, 498, 778,
    683, 692, 581, 691, 605, 545, 517, 662, 556, 826, 540, 550, 522, 322, 520, 322, 540, 520, 300, 544, 594, 478, 598,
    545, 335, 520, 586, 282, 280, 512, 293, 857, 586, 584, 594, 598, 386, 467, 361, 582, 492, 717, 485, 492, 437, 322,
    403, 322, 488,
];

/// Ruime schatting van de breedte van een regel, in hele pixels naar boven. De marge van 5% is voor
/// vette tekst en voor een ander lettertype.
pub(crate) fn breedte(tekst: &str, grootte: i64) -> i64 {
    let som = tekst.chars().fold(0_i64, |som, c| {
        let breed = match usize::try_from(u32::from(c)) {
            Ok(n @ 32..=126) => TEKENS.get(n - 32).copied().unwrap_or(600),
            Ok(0..=591) => 660,
            _ => 1050,
        };
        som.saturating_add(breed)
    });
    som.saturating_mul(grootte).saturating_mul(105) / 100_000 + 1
}

/// Breekt op spaties in regels van hoogstens `max` pixels. Een woord dat zelf te lang is, breekt met
/// een streepje. Geen woord valt weg.
pub(crate) fn breek(tekst: &str, max: i64, grootte: i64) -> Vec<String> {
    let mut regels = Vec::new();
    let mut regel = String::new();
    for woord in tekst.split_whitespace() {
        let langer = if regel.is_empty() { woord.to_owned() } else { format!("{regel} {woord}") };
        if breedte(&langer, grootte) <= max {
            regel = langer;
            continue;
        }
        if !regel.is_empty() {
            regels.push(std::mem::take(&mut regel));
        }
        for c in woord.chars() {
            if !regel.is_empty() && breedte(&format!("{regel}{c}-"), grootte) > max && breedte(woord, grootte) > max {
                regel.push('-');
                regels.push(std::mem::take(&mut regel));
            }
            regel.push(c);
        }
    }
    if !regel.is_empty() {
        regels.push(regel);
    }
    regels
}

/// Als [`breek`], met de regels zo gelijk mogelijk van lengte: geen los woord op de laatste regel.
pub(crate) fn breek_gelijk(tekst: &str, max: i64, grootte: i64) -> Vec<String> {
    let mut beste = breek(tekst, max, grootte);
    if beste.len() < 2 {
        return beste;
    }
    let langste = tekst.split_whitespace().map(|w| breedte(w, grootte)).max().unwrap_or(0);
    let mut smaller = max - 4;
    while smaller >= langste {
        let poging = breek(tekst, smaller, grootte);
        if poging.len() > beste.len() {
            break;
        }
        beste = poging;
        smaller -= 4;
    }
    beste
}

/// De breedste regel.
pub(crate) fn breedste(regels: &[String], grootte: i64) -> i64 {
    regels.iter().map(|r| breedte(r, grootte)).max().unwrap_or(0)
}

/// Schrijft regels onder elkaar, elk als eigen `<text>`; `y` is de voet van de eerste regel.
pub(crate) fn schrijf(s: &mut String, regels: &[String], (x, y): (i64, i64), hoog: i64, opmaak: &str) {
    let mut voet = y;
    for regel in regels {
        let _ = write!(s, "<text x=\"{x}\" y=\"{voet}\" {opmaak}>{}</text>", ontsnap(regel));
        voet += hoog;
    }
}

/// Een korte naam voor de `id`'s van een tekening: gelijk bij gelijke delen, anders verschillend (FNV-1a).
pub(crate) fn merk(delen: &[&str]) -> String {
    let mut h = 0xcbf2_9ce4_8422_2325_u64;
    for deel in delen {
        for b in deel.bytes().chain([0xff]) {
            h = (h ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    format!("{h:016x}")
}

/// Het begin van een tekening: maat, naam en beschrijving. `soort` is de klasse zonder `lr-`.
pub(crate) fn opening(
    soort: &str,
    breed: bool,
    (breedte, hoogte): (i64, i64),
    (titel, beschrijving): (&str, &str),
) -> String {
    let vorm = if breed { "breed" } else { "smal" };
    let id = merk(&[soort, vorm, titel, beschrijving]);
    format!(
        "<svg class=\"lr-{soort} lr-{soort}--{vorm}\" width=\"{breedte}\" height=\"{hoogte}\" viewBox=\"0 0 {breedte} {hoogte}\" role=\"img\" focusable=\"false\" aria-labelledby=\"lr-{id}-t\" aria-describedby=\"lr-{id}-d\"><title id=\"lr-{id}-t\">{}</title><desc id=\"lr-{id}-d\">{}</desc>",
        ontsnap(titel),
        ontsnap(beschrijving)
    )
}

/// Hulp voor de tests van de tekeningen.
#[cfg(test)]
pub(crate) mod proef {
    use super::breedte;

    /// De waarde van een attribuut in het stuk tag.
    pub(crate) fn attr<'a>(tag: &'a str, naam: &str) -> Option<&'a str> {
        tag.split_once(&format!(" {naam}=\""))?.1.split('"').next()
    }

    /// De stukken van alle tags met deze naam, tot de volgende tag.
    pub(crate) fn tags<'a>(svg: &'a str, naam: &str) -> Vec<&'a str> {
        let zoek = format!("<{naam} ");
        svg.match_indices(&zoek)
            .map(|(i, _)| svg[i..].split("</").next().and_then(|t| t.split("/>").next()).unwrap_or(""))
            .collect()
    }

    /// Een regel tekst: (x, voet, breedte, grootte, inhoud).
    pub(crate) fn teksten(svg: &str) -> Vec<(i64, i64, i64, i64, String)> {
        tags(svg, "text")
            .into_iter()
            .map(|t| {
                let getal = |n| attr(t, n).and_then(|w| w.parse::<i64>().ok()).unwrap();
                let inhoud = t.split_once('>').unwrap().1;
                let kaal = inhoud
                    .replace("&lt;", "<")
                    .replace("&gt;", ">")
                    .replace("&quot;", "\"")
                    .replace("&#39;", "'")
                    .replace("&amp;", "&");
                let breed = breedte(&kaal, getal("font-size"));
                let x = getal("x") - if attr(t, "text-anchor") == Some("middle") { breed / 2 } else { 0 };
                (x, getal("y"), breed, getal("font-size"), kaal)
            })
            .collect()
    }

    /// Alles wat voor iedere tekening geldt: goed gevormd, geen stijl, niets buiten het venster, geen
    /// tekst door elkaar, geen kleine letters.
    pub(crate) fn keur(svg: &str) {
        assert!(svg.starts_with("<svg ") && svg.ends_with("</svg>"), "{svg}");
        assert!(!svg.contains("style=") && !svg.contains("<script"), "{svg}");
        let maat: Vec<i64> = attr(svg, "viewBox").unwrap().split(' ').map(|n| n.parse().unwrap()).collect();
        assert_eq!(attr(svg, "width").unwrap(), maat[2].to_string());
        assert!(maat[2] > 0 && maat[3] > 0);
        let regels = teksten(svg);
        for (x, y, b, groot, t) in &regels {
            assert!(*x >= 0 && x + b <= maat[2], "{t:?} loopt van {x} tot {} in {}", x + b, maat[2]);
            assert!(y - groot >= -2 && y + 4 <= maat[3], "{t:?} op {y} in {}", maat[3]);
            assert!(*groot >= 14);
        }
        for (i, a) in regels.iter().enumerate() {
            for b in &regels[i + 1..] {
                let los = a.0 + a.2 <= b.0 || b.0 + b.2 <= a.0 || a.1 + 3 <= b.1 - 11 || b.1 + 3 <= a.1 - 11;
                assert!(los, "{:?} door {:?}", a, b);
            }
        }
        let mut vakken: Vec<[i64; 4]> = Vec::new();
        for r in tags(svg, "rect") {
            let [x, y, b, h] = ["x", "y", "width", "height"].map(|n| attr(r, n).and_then(|w| w.parse().ok()).unwrap());
            assert!(x >= 0 && x + b <= maat[2] && y >= 0 && y + h <= maat[3] && b > 0 && h > 0, "{r}");
            for [x2, y2, b2, h2] in &vakken {
                assert!(x + b <= *x2 || x2 + b2 <= x || y + h <= *y2 || y2 + h2 <= y, "{r} door een ander vak");
            }
            vakken.push([x, y, b, h]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LANG: &str = "Ingeschreven en leerplichtig, kwalificatieplichtig of zonder   startkwalificatie?";

    #[test]
    fn afbreken_verliest_geen_woord() {
        let heel: Vec<&str> = LANG.split_whitespace().collect();
        for max in 150..700 {
            for f in [breek, breek_gelijk] {
                let regels = f(LANG, max, 15);
                assert_eq!(regels.join(" "), heel.join(" "), "{max}");
                assert!(regels.iter().all(|r| breedte(r, 15) <= max), "{max}: {regels:?}");
            }
        }
        assert!(breek("  ", 100, 15).is_empty());
    }

    #[test]
    fn een_te_lang_woord_breekt_met_een_streepje() {
        let regels = breek("de arbeidsongeschiktheidsverzekering telt", 90, 15);
        assert!(regels.len() > 3 && regels.iter().all(|r| breedte(r, 15) <= 90), "{regels:?}");
        assert_eq!(regels.join(" ").replace("- ", ""), "de arbeidsongeschiktheidsverzekering telt");
        // ook als er niets past, komt elk teken erin en stopt het
        assert_eq!(breek("abc", 1, 15), ["a-", "b-", "c"]);
        assert!(!breek_gelijk("één ééééééééééééé", 40, 15).is_empty());
    }

    #[test]
    fn gelijke_regels() {
        assert_eq!(breek("geen melding nodig nu", 130, 14).len(), 2);
        assert_eq!(breek_gelijk("geen melding nodig nu", 130, 14), ["geen melding", "nodig nu"]);
    }

    #[test]
    fn merk_verschilt() {
        assert_eq!(merk(&["a", "b"]), merk(&["a", "b"]));
        assert_ne!(merk(&["a", "b"]), merk(&["ab", ""]));
        assert_ne!(merk(&["a", "b"]), merk(&["a", "c"]));
    }
}
