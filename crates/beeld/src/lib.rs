//! Plaatjes voor Leerrecht: waarden erin, SVG en HTML eruit.
//!
//! Deze crate kent het domein niet en heeft geen afhankelijkheden. Alle tekst van buiten gaat door
//! [`ontsnap`]. Nergens staat een `style`-attribuut: de uitvoer past bij een streng CSP. Alleen het
//! [`beslispad`] en de [`tijdlijn`] hebben een `id`, afgeleid van inhoud en maat; de brede en de smalle
//! tekening mogen dus samen op één bladzijde staan.

mod beslispad;
mod strook;
mod tekens;
mod tekst;
mod tijdlijn;

pub use afstandsbalk as afstand;
pub use beslispad::{Knoop, Naar, Rand, beslispad};
pub use strook::{Opmaak, Strook, Strookcel, Strookweek, VENSTER_UREN, Venster, strook, strook_met, strook_tabel};
pub use tekens::{STATUSSEN, risico_teken, statuswoord, tag_teken, teken, tijdlijn_punt};
pub use tijdlijn::{Tijdvak, tijdlijn};

use std::fmt::Write as _;

/// Maakt tekst veilig voor HTML en SVG, ook binnen een attribuut met aanhalingstekens.
#[must_use]
pub fn ontsnap(tekst: &str) -> String {
    let mut uit = String::with_capacity(tekst.len());
    for c in tekst.chars() {
        match c {
            '&' => uit.push_str("&amp;"),
            '<' => uit.push_str("&lt;"),
            '>' => uit.push_str("&gt;"),
            '"' => uit.push_str("&quot;"),
            '\'' => uit.push_str("&#39;"),
            c => uit.push(c),
        }
    }
    uit
}

/// Minuten als lesuren, op z'n Nederlands met een of twee decimalen: 820 minuten bij lessen van 50
/// minuten is `16,4`, 799 minuten is `15,98`.
///
/// Half naar boven, maar nooit naar een heel uur dat niet is gehaald. Alleen om te tonen: vergelijk
/// met een grens altijd in minuten. Is de duur van een lesuur niet positief, dan komt er een streepje.
#[must_use]
pub fn uren(minuten: i64, lesuur_minuten: i64) -> String {
    if lesuur_minuten <= 0 {
        return "–".to_owned();
    }
    let les = i128::from(lesuur_minuten);
    let rond = (i128::from(minuten) * 200 + les).div_euclid(les * 2);
    let honderdsten = if rond % 100 == 0 && rond * les > i128::from(minuten) * 100 { rond - 1 } else { rond };
    let min = if honderdsten < 0 { "-" } else { "" };
    let (uren, rest) = (honderdsten.abs() / 100, honderdsten.abs() % 100);
    if rest % 10 == 0 { format!("{min}{uren},{}", rest / 10) } else { format!("{min}{uren},{rest:02}") }
}

/// Balk met de afstand tot een grens: dicht is zeker, gearceerd is mogelijk, de streep is de grens.
///
/// De drie waarden hebben dezelfde eenheid (minuten). De balk wordt rood zodra `zeker` de grens
/// bereikt. De getallen zelf horen als tekst naast de balk.
#[must_use]
pub fn afstandsbalk(zeker: i64, mogelijk: i64, drempel: i64) -> String {
    let titel = if drempel <= 0 {
        "Er is geen grens"
    } else if zeker >= drempel {
        "De grens is bereikt"
    } else if mogelijk >= drempel {
        "De grens is mogelijk bereikt"
    } else {
        "Onder de grens"
    };
    let mut s = String::new();
    let _ = write!(
        s,
        "<svg class=\"lr-afstand\" width=\"220\" height=\"20\" viewBox=\"0 0 220 20\" role=\"img\" focusable=\"false\"><title>{titel}</title>"
    );
    s.push_str("<path d=\"M0 15.5H220\" stroke=\"#d3d9e0\" stroke-width=\"1\"/>");
    let z = schaal(zeker, drempel, 1760, 2200);
    let m = schaal(mogelijk, drempel, 1760, 2200);
    balk(&mut s, z, m, 3, drempel > 0 && zeker >= drempel);
    s.push_str("<path d=\"M176 0V20\" stroke=\"#16243a\" stroke-width=\"1.6\"/></svg>");
    s
}

/// Verdeling over één dag of één lesuur: per status een deel van de balk, in de gegeven volgorde.
///
/// De titel noemt elk aantal en de som, met de woorden van [`statuswoord`]. Een deel dat er is, blijft
/// te zien, hoe klein ook; een negatief aantal telt niet. De balk rekt mee met de bladzijde; zet de
/// legenda met [`teken`], woord en aantal eronder.
#[must_use]
pub fn dagbalk(delen: &[(&str, i64)]) -> String {
    const BREED: i64 = 10_000;
    const MINST: i64 = 40;
    let delen: Vec<(&str, i64)> = delen.iter().copied().filter(|(_, n)| *n > 0).collect();
    let som = delen.iter().fold(0_i64, |s, (_, n)| s.saturating_add(*n));
    let mut titel = format!("Samen {som}");
    for (i, (status, n)) in delen.iter().enumerate() {
        let _ = write!(titel, "{}{n} {}", if i == 0 { ": " } else { ", " }, statuswoord(status));
    }
    let mut s = String::new();
    let _ = write!(
        s,
        "<svg class=\"lr-dagbalk\" width=\"1000\" height=\"18\" viewBox=\"0 0 1000 18\" preserveAspectRatio=\"none\" role=\"img\" focusable=\"false\"><title>{}</title><rect width=\"1000\" height=\"18\" fill=\"#fff\"/>",
        ontsnap(&titel)
    );
    // Eerst ieder zijn minimum; de rest naar rato, zodat de delen samen precies de balk vullen.
    let vrij = BREED - MINST * teller(delen.len());
    let (mut x, mut tot) = (0, 0_i64);
    for (i, (status, n)) in delen.iter().enumerate() {
        tot = tot.saturating_add(*n);
        let einde = schaal(tot, som, vrij, vrij) + MINST * (teller(i) + 1);
        dagdeel(&mut s, status, x, einde - x);
        x = einde;
    }
    s.push_str("<rect x=\".5\" y=\".5\" width=\"999\" height=\"17\" fill=\"none\" stroke=\"#8390a0\" vector-effect=\"non-scaling-stroke\"/></svg>");
    s
}

/// Eén deel van de [`dagbalk`]; plek en breedte in tienden. Kleur en patroon als bij het teken.
fn dagdeel(s: &mut String, status: &str, x: i64, breed: i64) {
    let (vlak, lijn) = match status {
        "aanwezig" => ("#e3e8ec", ""),
        "ongeoorloofd" => ("#a3211c", ""),
        "te_laat" => ("#9a5200", ""),
        "ziek" => ("#fff", "#5b4a9e"),
        "geoorloofd" | "verlof_gevraagd" => ("#fff", "#26694a"),
        "betwist" => ("#fff", "#a3211c"),
        "geen_register" | "leeg" => ("#fff", "#4a5560"),
        _ => ("#4a5560", ""),
    };
    // Een haarlijn wit ertussen.
    let _ =
        write!(s, "<rect class=\"db\" x=\"{}\" width=\"{}\" height=\"18\" fill=\"{vlak}\"/>", px(x), px(breed - 10));
    if lijn.is_empty() {
        return;
    }
    let d = match status {
        "ziek" => {
            let (a, b) = (px(x), px(x + breed - 10));
            format!("M{a} 4.5H{b}M{a} 9H{b}M{a} 13.5H{b}")
        }
        "betwist" => arcering(x, 0, breed - 10, 180, 40),
        "geen_register" => arcering(x, 0, breed - 10, 180, 90),
        "leeg" => return,
        _ => arcering(x, 0, breed - 10, 180, 60),
    };
    let streep = if status == "verlof_gevraagd" { " stroke-dasharray=\"3 2\"" } else { "" };
    let _ = write!(
        s,
        "<path d=\"{d}\" stroke=\"{lijn}\" stroke-width=\"1.3\"{streep} fill=\"none\" vector-effect=\"non-scaling-stroke\"/>"
    );
}

/// Klein staafdiagram van de ouderdom van een voorraad: per klasse een woord en een aantal.
///
/// De titel noemt alle aantallen en de som. Is er niets, dan blijft de tekening leeg met een titel
/// die dat zegt.
#[must_use]
pub fn ouderdom(klassen: &[(String, i64)]) -> String {
    let klassen: Vec<(&str, i64, i64)> = klassen.iter().map(|(woord, n)| (woord.as_str(), *n, 0)).collect();
    ouderdom_met_termijn(&klassen)
}

/// Als [`ouderdom`], met per klasse ook hoeveel daarvan over de termijn zijn: (woord, aantal, te laat).
/// Die blokjes staan vooraan en zijn rood met een kruis.
#[must_use]
pub fn ouderdom_met_termijn(klassen: &[(&str, i64, i64)]) -> String {
    let hoogte = teller(klassen.len()) * 22 + 4;
    let som = klassen.iter().fold(0_i64, |s, (_, n, _)| s.saturating_add(*n));
    let laat = klassen.iter().fold(0_i64, |s, (_, n, l)| s.saturating_add((*l).clamp(0, (*n).max(0))));
    let max = klassen.iter().map(|(_, n, _)| *n).max().unwrap_or(0);
    let mut titel = String::from("Ouderdom: ");
    if klassen.is_empty() {
        titel.push_str("geen werk");
    } else {
        for (i, (woord, n, _)) in klassen.iter().enumerate() {
            let komma = if i == 0 { "" } else { ", " };
            let _ = write!(titel, "{komma}{woord} {n}");
        }
        let _ = write!(titel, "; samen {som}");
        if laat > 0 {
            let _ = write!(titel, ", waarvan {laat} over de termijn");
        }
    }
    let titel = ontsnap(&titel);
    let mut s = String::new();
    let _ = write!(
        s,
        "<svg class=\"lr-ouderdom\" width=\"304\" height=\"{hoogte}\" viewBox=\"0 0 304 {hoogte}\" role=\"img\" focusable=\"false\"><title>{titel}</title>"
    );
    for (i, (woord, n, l)) in klassen.iter().enumerate() {
        let y = teller(i) * 22;
        let l = (*l).clamp(0, (*n).max(0));
        // Vakjes zolang ze te tellen zijn, anders een staaf op schaal.
        let einde = if max <= 10 {
            let mut x = 102;
            for nr in 0..(*n).max(0) {
                if nr < l {
                    let _ = write!(
                        s,
                        "<rect x=\"{x}\" y=\"{}\" width=\"13\" height=\"13\" fill=\"#a3211c\"/><path d=\"M{} {}l7 7m0 -7l-7 7\" stroke=\"#fff\" stroke-width=\"1.5\"/>",
                        y + 4,
                        x + 3,
                        y + 7
                    );
                } else {
                    let _ = write!(s, "<rect x=\"{x}\" y=\"{}\" width=\"13\" height=\"13\" fill=\"#6b7888\"/>", y + 4);
                }
                x += 16;
            }
            x + 6
        } else {
            let b = schaal(*n, max, 1500, 1500);
            let r = schaal(l, max, 1500, 1500);
            if r > 0 {
                let _ =
                    write!(s, "<rect x=\"102\" y=\"{}\" width=\"{}\" height=\"13\" fill=\"#a3211c\"/>", y + 4, px(r));
            }
            if b > r {
                let _ = write!(
                    s,
                    "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"13\" fill=\"#6b7888\"/>",
                    px(1020 + r),
                    y + 4,
                    px(b - r)
                );
            }
            102 + b / 10 + 9
        };
        let _ = write!(
            s,
            "<text x=\"92\" y=\"{0}\" font-size=\"13\" text-anchor=\"end\" fill=\"#465468\">{1}</text><text x=\"{einde}\" y=\"{0}\" font-size=\"13\" font-weight=\"500\" fill=\"#16243a\">{n}</text>",
            y + 15,
            ontsnap(woord)
        );
    }
    s.push_str("</svg>");
    s
}

/// Balk van 12 hoog op `y`: dicht tot `zeker`, gearceerd tot `mogelijk` (tienden van een pixel).
fn balk(s: &mut String, zeker: i64, mogelijk: i64, y: i64, rood: bool) {
    if zeker > 0 {
        let kleur = if rood { "#a3211c" } else { "#6b7888" };
        let _ = write!(s, "<rect x=\"0\" y=\"{y}\" width=\"{}\" height=\"12\" fill=\"{kleur}\"/>", px(zeker));
    }
    let breed = mogelijk - zeker.max(0);
    if breed > 0 {
        let x = zeker.max(0);
        let _ = write!(
            s,
            "<rect x=\"{}\" y=\"{y}.5\" width=\"{}\" height=\"11\" fill=\"#fff\" stroke=\"#a3211c\" stroke-width=\"1\" vector-effect=\"non-scaling-stroke\"/><path d=\"{}\" stroke=\"#a3211c\" stroke-width=\"1.6\" fill=\"none\" vector-effect=\"non-scaling-stroke\"/>",
            px(x),
            px(breed),
            arcering(x, y * 10 + 5, breed, 110, 50)
        );
    }
}

/// Schuine lijnen binnen een rechthoek als één pad; alles in tienden van een pixel.
fn arcering(x: i64, y: i64, breed: i64, hoog: i64, stap: i64) -> String {
    let mut d = String::new();
    let mut links = stap - hoog;
    while links < breed {
        let a = links.max(0);
        let b = (links + hoog).min(breed);
        if a < b {
            let _ =
                write!(d, "M{} {}L{} {}", px(x + a), px(y + hoog - (a - links)), px(x + b), px(y + hoog - (b - links)));
        }
        links += stap;
    }
    d
}

/// `waarde / eenheid * lengte`, begrensd op `0..=max`; zonder overloop.
fn schaal(waarde: i64, eenheid: i64, lengte: i64, max: i64) -> i64 {
    if eenheid <= 0 || waarde <= 0 {
        return 0;
    }
    let v = i128::from(waarde) * i128::from(lengte) / i128::from(eenheid);
    i64::try_from(v).unwrap_or(max).min(max)
}

/// Tienden van een pixel als SVG-getal.
fn px(tienden: i64) -> String {
    let min = if tienden < 0 { "-" } else { "" };
    let t = tienden.abs();
    if t % 10 == 0 { format!("{min}{}", t / 10) } else { format!("{min}{}.{}", t / 10, t % 10) }
}

/// Een index of aantal als `i64`.
fn teller(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX / 1000)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn uren_half_naar_boven() {
        assert_eq!(uren(820, 50), "16,4");
        assert_eq!(uren(0, 50), "0,0");
        assert_eq!(uren(5, 100), "0,05");
        assert_eq!(uren(799, 50), "15,98");
        assert_eq!(uren(7679, 480), "15,99");
        assert_eq!(uren(960, 60), "16,0");
        assert_eq!(uren(-30, 60), "-0,5");
        assert_eq!(uren(10, 0), "–");
        assert!(uren(i64::MAX, 1).ends_with(",0"));
    }

    #[test]
    fn ontsnappen() {
        assert_eq!(ontsnap("<a & \"b\" 'c'>"), "&lt;a &amp; &quot;b&quot; &#39;c&#39;&gt;");
    }

    #[test]
    fn afstand_zegt_wat_er_is() {
        let a = afstand(820, 920, 800);
        assert!(a.contains("<title>De grens is bereikt</title>"));
        assert!(a.contains("width=\"180.4\" height=\"12\" fill=\"#a3211c\""));
        assert!(a.contains("M176 0V20"));
        assert!(afstand(799, 800, 800).contains("mogelijk bereikt"));
        assert!(afstand(1, 2, 800).contains("Onder de grens"));
        assert!(afstand(i64::MAX, i64::MAX, 1).contains("width=\"220\""));
        for x in [a, afstand(0, 0, 0), afstand(-5, -5, -5)] {
            assert!(!x.contains("style="));
        }
    }

    #[test]
    fn ouderdom_telt_op() {
        let o = ouderdom(&[("t/m 7 <dagen>".to_owned(), 3), ("lan\"ger".to_owned(), 2)]);
        assert!(o.contains("<title>Ouderdom: t/m 7 &lt;dagen&gt; 3, lan&quot;ger 2; samen 5</title>"));
        assert_eq!(o.matches("<rect").count(), 5);
        assert!(!o.contains("style="));
        let groot = ouderdom(&[("a".to_owned(), 300), ("b".to_owned(), 0)]);
        assert_eq!(groot.matches("<rect").count(), 1);
        assert!(ouderdom(&[]).contains("geen werk"));
    }

    #[test]
    fn ouderdom_met_te_laat() {
        let o = ouderdom_met_termijn(&[("t/m 7", 3, 1), ("langer", 2, 9)]);
        assert!(o.contains("samen 5, waarvan 3 over de termijn</title>"));
        assert_eq!((o.matches("#a3211c").count(), o.matches("#6b7888").count()), (3, 2));
        let groot = ouderdom_met_termijn(&[("a", 300, 100)]);
        assert!(groot.contains("width=\"50\" height=\"13\" fill=\"#a3211c\"") && groot.contains("x=\"152\""));
    }

    #[test]
    fn dagbalk_vult_precies() {
        let delen = [
            ("aanwezig", 837),
            ("ziek", 24),
            ("geoorloofd", 6),
            ("verlof_gevraagd", 2),
            ("onbekend", 9),
            ("geen_register", 104),
            ("betwist", 0),
            ("te_laat", -3),
        ];
        let b = dagbalk(&delen);
        assert!(b.contains("<title>Samen 982: 837 aanwezig, 24 ziek, 6 geoorloofd, 2 verlof gevraagd, 9 onbekend, 104 geen register</title>"));
        let breed: Vec<f64> = b
            .split("<rect class=\"db\"")
            .skip(1)
            .filter_map(|d| d.split("width=\"").nth(1)?.split('"').next()?.parse().ok())
            .collect();
        assert_eq!(breed.len(), 6);
        // elk deel met de haarlijn van 1 erbij: samen de hele balk, en geen deel verdwijnt
        assert!((breed.iter().sum::<f64>() + 6.0 - 1000.0).abs() < 0.001);
        assert!(breed.iter().all(|w| *w >= 3.0));
        assert!(!b.contains("style=") && !b.contains(" id="));
        assert!(dagbalk(&[]).contains("<title>Samen 0</title>"));
        assert!(dagbalk(&[("ziek", i64::MAX), ("aanwezig", i64::MAX)]).ends_with("</svg>"));
        assert!(!dagbalk(&[("\"><script>", 1)]).contains("<script"));
    }
}
