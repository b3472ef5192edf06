//! De strook: een schooljaar (of een deel) als één tekening, en dezelfde cijfers als tabel.

use crate::tekens::{STATUSSEN, statuswoord, vorm};
use crate::{arcering, balk, ontsnap, px, schaal, teller, uren};
use std::fmt::Write as _;

/// De grens van de som van vier lesweken, in lesuren.
pub const VENSTER_UREN: i64 = 16;

/// Het venster: (weekindex, dag) van het begin, (weekindex, dag) van het einde, en het bijschrift.
/// De weekindex telt in [`Strook::weken`]; de dag loopt van 0 (maandag) tot en met 4 (vrijdag).
pub type Venster = ((usize, usize), (usize, usize), String);

/// Alles wat de tekening nodig heeft.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Strook {
    /// Korte naam van de tekening.
    pub titel: String,
    /// Wat er te zien is, voor wie de tekening niet ziet.
    pub beschrijving: String,
    /// De lesweken in volgorde, zonder vakantieweken.
    pub weken: Vec<Strookweek>,
    /// Het venster van vier lesweken, als dat getoond wordt.
    pub venster: Option<Venster>,
    /// Hoe lang een les duurt, in minuten.
    pub lesuur_minuten: i64,
}

/// Eén lesweek: een rij van de strook.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Strookweek {
    /// Weeknummer.
    pub nummer: i64,
    /// Datum van de maandag, kort: `24 aug`.
    pub label: String,
    /// De lessen van deze week; een les zonder cel blijft leeg.
    pub cellen: Vec<Strookcel>,
    /// Ongeoorloofde minuten van deze week.
    pub week_minuten: i64,
    /// Som over vier lesweken in minuten, zeker.
    pub som_zeker: i64,
    /// Som over vier lesweken in minuten, mogelijk (minstens zo veel als zeker).
    pub som_mogelijk: i64,
    /// Naam van de vakantie na deze week.
    pub vakantie_na: Option<String>,
    /// Bijschrift van de melding na deze week; daarna begint de telling opnieuw.
    pub melding_na: Option<String>,
}

/// Eén les in de strook. Een cel buiten dag 0–4 of lesuur 1–8 wordt niet getekend, wel geteld in de
/// tabel.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Strookcel {
    /// Dag: 0 is maandag, 4 is vrijdag.
    pub dag: usize,
    /// Lesuur: 1 tot en met 8.
    pub lesuur: usize,
    /// Status, zie [`crate::STATUSSEN`].
    pub status: String,
}

const DAGEN: [(&str, &str); 5] =
    [("maandag", "ma"), ("dinsdag", "di"), ("woensdag", "wo"), ("donderdag", "do"), ("vrijdag", "vr")];
/// Eerste rij.
const BOVEN: i64 = 46;
/// Afstand tussen twee rijen.
const RIJ: i64 = 24;
/// Ruimte voor een vakantie of een melding.
const GAT: i64 = 18;

/// Bovenkant van elke rij, met één extra voor het einde.
fn rijen(weken: &[Strookweek]) -> Vec<i64> {
    let mut y = BOVEN;
    let mut uit = Vec::with_capacity(weken.len() + 1);
    for w in weken {
        uit.push(y);
        y += RIJ;
        if w.vakantie_na.is_some() {
            y += GAT;
        }
        if w.melding_na.is_some() {
            y += GAT;
        }
    }
    uit.push(y);
    uit
}

/// Tekent de strook als één inline SVG in `<div class="lr-strook">`.
///
/// De attributen hebben de brede opmaak; onder 76rem verplaatst de stijl de groepen `sd0`–`sd4` en
/// `sl1`–`sl8`, zodat de tekening in 358 pixels past. Zet [`strook_tabel`] er altijd bij.
#[must_use]
pub fn strook(strook: &Strook) -> String {
    let y = rijen(&strook.weken);
    let einde = y.last().copied().unwrap_or(BOVEN);
    let hoogte = einde + if strook.venster.is_some() { 30 } else { 8 };
    let titel = ontsnap(&strook.titel);
    let beschrijving = ontsnap(&strook.beschrijving);
    let mut s = String::with_capacity(4096 + strook.weken.len() * 4096);
    let _ = write!(
        s,
        "<div class=\"lr-strook\"><svg class=\"lr-strip\" width=\"1152\" height=\"{hoogte}\" role=\"img\" focusable=\"false\" aria-label=\"{titel}. {beschrijving}\"><title>{titel}</title><desc>{beschrijving}</desc>"
    );
    if let Some(v) = &strook.venster {
        omtrek(&mut s, v, &y);
    }
    kop(&mut s);
    for (w, top) in strook.weken.iter().zip(&y) {
        week(&mut s, w, *top);
    }
    sommen(&mut s, strook, &y, einde);
    if let Some(v) = &strook.venster {
        bijschrift(&mut s, v, &y, einde);
    }
    s.push_str("</svg></div>");
    s
}

/// Begin en einde van het venster als bestaande (rij, dag); `None` als het venster niet kan.
fn grenzen(v: &Venster, rijen: &[i64]) -> Option<((usize, usize), (usize, usize))> {
    let laatste = rijen.len().checked_sub(2)?;
    let (a, b) = ((v.0.0, v.0.1.min(4)), (v.1.0.min(laatste), v.1.1.min(4)));
    (a <= b && a.0 <= laatste).then_some((a, b))
}

/// De getrapte omtrek: van de eerste tot en met de laatste dag.
fn omtrek(s: &mut String, v: &Venster, y: &[i64]) {
    let Some((a, b)) = grenzen(v, y) else { return };
    let top = |i: usize| y.get(i).copied().unwrap_or(BOVEN) - 3;
    let onder = top(b.0) + 24;
    let links = teller(a.1) * 130 - 5;
    let rechts = teller(b.1) * 130 + 125;
    let d = if a.0 == b.0 {
        format!("M{links} {}H{rechts}V{onder}H{links}Z", top(a.0))
    } else {
        format!("M{links} {}H645V{}H{rechts}V{onder}H-5V{}H{links}Z", top(a.0), top(b.0), top(a.0 + 1))
    };
    let _ = write!(
        s,
        "<g class=\"sx-bg\" transform=\"translate(96 0)\"><path class=\"sx-venster\" d=\"{d}\" fill=\"#eaf1f8\" stroke=\"#0f4c81\" stroke-width=\"1.6\" vector-effect=\"non-scaling-stroke\" stroke-linejoin=\"round\"/></g>"
    );
}

/// De haak rechts van het venster en het bijschrift onder de rijen.
fn bijschrift(s: &mut String, v: &Venster, y: &[i64], einde: i64) {
    let Some((a, b)) = grenzen(v, y) else { return };
    let hoog = |i: usize| y.get(i).copied().unwrap_or(BOVEN);
    let tekst = ontsnap(&v.2);
    let onder = hoog(b.0) + 19;
    let _ = write!(
        s,
        "<g class=\"sx-wide\"><path d=\"M747 {0}H753V{onder}H747M750 {onder}V{1}\" fill=\"none\" stroke=\"#0f4c81\" stroke-width=\"2\"/><text x=\"744\" y=\"{2}\" text-anchor=\"end\" font-size=\"13\" font-weight=\"500\" fill=\"#0f4c81\">{tekst}</text></g><g class=\"sx-slim\"><text x=\"0\" y=\"{2}\" font-size=\"12\" font-weight=\"500\" fill=\"#0f4c81\">{tekst}</text></g>",
        hoog(a.0) - 1,
        einde + 13,
        einde + 17
    );
}

/// De koppen van dagen en lesuren.
fn kop(s: &mut String) {
    s.push_str("<g class=\"sx-o\" transform=\"translate(96 0)\" fill=\"#465468\">");
    for (d, (lang, kort)) in DAGEN.iter().enumerate() {
        let _ = write!(
            s,
            "<g class=\"sd{d}\" transform=\"translate({} 0)\"><g class=\"sx-wide\"><text x=\"0\" y=\"16\" font-size=\"13\">{lang}</text>",
            teller(d) * 130
        );
        for l in 1..=8_i64 {
            let _ = write!(
                s,
                "<text x=\"{}\" y=\"35\" font-size=\"11\" text-anchor=\"middle\">{l}</text>",
                (l - 1) * 15 + 7
            );
        }
        let _ = write!(s, "</g><g class=\"sx-slim\"><text x=\"0\" y=\"34\" font-size=\"12\">{kort}</text></g></g>");
    }
    s.push_str("</g>");
}

/// Eén rij: weeknummer, lessen, en wat er na de week komt.
fn week(s: &mut String, w: &Strookweek, top: i64) {
    let _ = write!(
        s,
        "<g transform=\"translate(0 {top})\"><text x=\"0\" y=\"13.5\" font-size=\"13\" font-weight=\"500\" fill=\"#16243a\">{}</text><g class=\"sx-wide\"><text x=\"26\" y=\"13.5\" font-size=\"13\" fill=\"#465468\">{}</text></g><g class=\"sx-o\" transform=\"translate(96 0)\">",
        w.nummer,
        ontsnap(&w.label)
    );
    for d in 0..DAGEN.len() {
        let _ = write!(s, "<g class=\"sd{d}\" transform=\"translate({} 0)\">", teller(d) * 130);
        for c in w.cellen.iter().filter(|c| c.dag == d && (1..=8).contains(&c.lesuur)) {
            let _ = write!(
                s,
                "<g class=\"sl{}\" transform=\"translate({} 0)\">{}</g>",
                c.lesuur,
                (teller(c.lesuur) - 1) * 15,
                vorm(&c.status)
            );
        }
        s.push_str("</g>");
    }
    s.push_str("</g></g>");
    let mut onder = top + RIJ;
    if let Some(naam) = &w.vakantie_na {
        let _ = write!(
            s,
            "<g class=\"sx-bg\" transform=\"translate(96 0)\"><rect class=\"sx-vakantie\" x=\"-5\" y=\"{onder}\" width=\"650\" height=\"12\" fill=\"#fff\"/><path d=\"{}\" stroke=\"#c3cbd4\" stroke-width=\"1\" fill=\"none\" vector-effect=\"non-scaling-stroke\"/></g><g class=\"sx-wide\"><text x=\"88\" y=\"{}.5\" text-anchor=\"end\" font-size=\"11\" fill=\"#465468\">{}</text></g>",
            arcering(-50, onder * 10, 6500, 120, 90),
            onder + 9,
            ontsnap(naam)
        );
        onder += GAT;
    }
    if let Some(tekst) = &w.melding_na {
        let tekst = ontsnap(tekst);
        let _ = write!(
            s,
            "<g class=\"sx-bg\" transform=\"translate(96 0)\"><path class=\"sx-melding\" d=\"M-5 {0}H645\" stroke=\"#16243a\" stroke-width=\"1.4\" stroke-dasharray=\"6 4\" fill=\"none\" vector-effect=\"non-scaling-stroke\"/></g><g font-size=\"11\" font-weight=\"500\" fill=\"#16243a\"><g class=\"sx-wide\"><text x=\"96\" y=\"{1}\">{tekst}</text></g><g class=\"sx-slim\"><text x=\"28\" y=\"{1}\">{tekst}</text></g></g>",
            onder - 1,
            onder + 11
        );
    }
}

/// Uren van de week, de balken en de sommen.
fn sommen(s: &mut String, strook: &Strook, y: &[i64], einde: i64) {
    let les = strook.lesuur_minuten;
    let grens = les.saturating_mul(VENSTER_UREN);
    s.push_str("<g class=\"sx-wide\" fill=\"#465468\" font-size=\"13\"><text x=\"790\" y=\"16\" text-anchor=\"end\">uren</text><text x=\"790\" y=\"35\" text-anchor=\"end\" font-size=\"11\">deze week</text><text x=\"824\" y=\"16\">som van vier lesweken</text><text x=\"1096\" y=\"16\" text-anchor=\"end\">zeker</text><text x=\"1097\" y=\"16\">–mogelijk</text><text x=\"824\" y=\"35\" text-anchor=\"middle\" font-size=\"11\">0</text><text x=\"912\" y=\"35\" text-anchor=\"middle\" font-size=\"11\">8</text><text x=\"1000\" y=\"35\" text-anchor=\"middle\" font-weight=\"600\" fill=\"#16243a\">16</text></g>");
    let onder = einde - 3;
    let _ = write!(
        s,
        "<g class=\"sx-slim16\" fill=\"#16243a\"><text x=\"0\" y=\"34\" text-anchor=\"middle\" font-size=\"12\" font-weight=\"600\">16</text></g><g class=\"sx-bars\" transform=\"translate(824 0)\"><path d=\"M0 42V{onder}M44 42V{onder}M88 42V{onder}M132 42V{onder}\" stroke=\"#d3d9e0\" stroke-width=\"1\" vector-effect=\"non-scaling-stroke\"/>"
    );
    for (w, top) in strook.weken.iter().zip(y) {
        let z = schaal(w.som_zeker, les, 110, 2310);
        let m = schaal(w.som_mogelijk, les, 110, 2310);
        balk(s, z, m, top + 3, les > 0 && w.som_zeker >= grens);
    }
    let _ = write!(
        s,
        "<path class=\"sx-grens\" d=\"M{} 38V{onder}\" stroke=\"#16243a\" stroke-width=\"1.6\" vector-effect=\"non-scaling-stroke\"/></g><g class=\"sx-wide\" font-size=\"13\">",
        px(VENSTER_UREN * 110)
    );
    for (w, top) in strook.weken.iter().zip(y) {
        let (tekst, kleur) =
            if w.week_minuten == 0 { ("–".to_owned(), "#465468") } else { (uren(w.week_minuten, les), "#16243a") };
        let _ = write!(s, "<text x=\"790\" y=\"{}.5\" text-anchor=\"end\" fill=\"{kleur}\">{tekst}</text>", top + 13);
    }
    s.push_str("</g><g class=\"sx-nums\" transform=\"translate(1096 0)\" font-size=\"13\">");
    for (w, top) in strook.weken.iter().zip(y) {
        let onzeker = w.som_mogelijk > w.som_zeker;
        let opmaak = if les > 0 && w.som_zeker >= grens {
            "font-weight=\"600\" fill=\"#a3211c\""
        } else if onzeker {
            "fill=\"#16243a\""
        } else {
            "fill=\"#465468\""
        };
        let r = top + 13;
        let _ = write!(s, "<text x=\"0\" y=\"{r}.5\" text-anchor=\"end\" {opmaak}>{}</text>", uren(w.som_zeker, les));
        if onzeker {
            let _ = write!(s, "<text x=\"1\" y=\"{r}.5\" {opmaak}>–{}</text>", uren(w.som_mogelijk, les));
        }
    }
    s.push_str("</g>");
}

/// Dezelfde cijfers als HTML-tabel (`utrecht-table`): per lesweek het aantal lessen per status, de
/// uren van de week en de som van vier lesweken. Zet de tabel in een gebied dat zelf schuift
/// (`lr-scroll`). Een onbekende of gevraagde status telt bij `onbekend`, verlof bij `geoorloofd`.
#[must_use]
pub fn strook_tabel(strook: &Strook) -> String {
    let les = strook.lesuur_minuten;
    let mut s = String::with_capacity(1024 + strook.weken.len() * 1024);
    let _ = write!(
        s,
        "<table class=\"utrecht-table lr-weektabel\"><caption class=\"utrecht-table__caption\">{}</caption><thead><tr class=\"utrecht-table__row\"><th scope=\"col\" class=\"utrecht-table__header-cell\">Week</th>",
        ontsnap(&strook.titel)
    );
    let mut kop = |woord: &str| {
        let _ = write!(s, "<th scope=\"col\" class=\"utrecht-table__header-cell lr-num\">{woord}</th>");
    };
    for status in STATUSSEN {
        kop(statuswoord(status));
    }
    kop("uren");
    kop("som, zeker");
    kop("som, mogelijk");
    s.push_str("</tr></thead><tbody>");
    for w in &strook.weken {
        let _ = write!(
            s,
            "<tr class=\"utrecht-table__row\"><th scope=\"row\" class=\"utrecht-table__cell\">{} <span class=\"lr-sub\">{}</span></th>",
            w.nummer,
            ontsnap(&w.label)
        );
        for status in STATUSSEN {
            let n = w.cellen.iter().filter(|c| kolom(&c.status) == status);
            cel(&mut s, &n.count().to_string());
        }
        cel(&mut s, &uren(w.week_minuten, les));
        cel(&mut s, &uren(w.som_zeker, les));
        cel(&mut s, &uren(w.som_mogelijk, les));
        s.push_str("</tr>");
        for tekst in [&w.vakantie_na, &w.melding_na].into_iter().flatten() {
            let _ = write!(
                s,
                "<tr class=\"utrecht-table__row lr-off\"><td class=\"utrecht-table__cell\" colspan=\"12\">{}</td></tr>",
                ontsnap(tekst)
            );
        }
    }
    s.push_str("</tbody></table>");
    s
}

/// De kolom waarin een status telt.
fn kolom(status: &str) -> &str {
    match status {
        "verlof_gevraagd" => "geoorloofd",
        s if STATUSSEN.contains(&s) => s,
        _ => "onbekend",
    }
}

fn cel(s: &mut String, waarde: &str) {
    let _ = write!(s, "<td class=\"utrecht-table__cell lr-num\">{waarde}</td>");
}

#[cfg(test)]
mod tests {
    use super::*;

    fn voorbeeld() -> Strook {
        let cel = |dag, lesuur, status: &str| Strookcel { dag, lesuur, status: status.to_owned() };
        let mut weken: Vec<Strookweek> = (0..5)
            .map(|i| Strookweek {
                nummer: 42 + i,
                label: "12 <okt> & \"x\"".to_owned(),
                cellen: vec![cel(0, 1, "aanwezig"), cel(4, 8, "ongeoorloofd")],
                week_minuten: 50,
                som_zeker: 50 * (i + 1),
                som_mogelijk: 50 * (i + 1),
                ..Strookweek::default()
            })
            .collect();
        weken[0].vakantie_na = Some("herfst<vakantie".to_owned());
        weken[1].melding_na = Some("gemeld & klaar".to_owned());
        weken[4].som_zeker = 820;
        weken[4].som_mogelijk = 920;
        weken[4].week_minuten = 0;
        Strook {
            titel: "Daan <b> & \"zo\"".to_owned(),
            beschrijving: "16,4 < 18,4".to_owned(),
            weken,
            venster: Some(((0, 4), (4, 3), "venster: vr & do".to_owned())),
            lesuur_minuten: 50,
        }
    }

    #[test]
    fn tekening() {
        let t = strook(&voorbeeld());
        assert!(t.starts_with("<div class=\"lr-strook\"><svg"));
        assert!(t.contains("<title>Daan &lt;b&gt; &amp; &quot;zo&quot;</title>"));
        assert!(t.contains("<desc>16,4 &lt; 18,4</desc>"));
        assert!(!t.contains("<b>") && !t.contains("<okt>") && !t.contains("herfst<"));
        assert!(!t.contains("style=") && !t.contains(" id="));
        assert_eq!(t.matches("class=\"sl").count(), 10);
        assert_eq!(t.matches("r=\"1.7\"").count(), 5);
        assert!(t.contains(">16,4</text>") && t.contains(">–18,4</text>") && t.contains(">–</text>"));
        assert!(t.contains("width=\"180.4\" height=\"12\" fill=\"#a3211c\""));
        assert!(t.contains("M176 38V"));
        assert_eq!(t.matches("sx-vakantie").count(), 1);
        assert_eq!(t.matches("sx-melding").count(), 1);
        // rij 42 op 46, 43 na de vakantie op 88, de laatste op 178
        assert!(t.contains("M515 43H645V175H515V199H-5V85H515Z"), "{t}");
    }

    #[test]
    fn vreemde_invoer() {
        let mut v = voorbeeld();
        v.venster = Some(((9, 0), (1, 0), String::new()));
        v.lesuur_minuten = 0;
        v.weken[0].cellen.push(Strookcel { dag: 7, lesuur: 9, status: "\"><script>".to_owned() });
        let t = strook(&v);
        assert!(!t.contains("sx-venster") && !t.contains("<script"));
        assert_eq!(t.matches("class=\"sl").count(), 10);
        v.venster = Some(((1, 1), (1, 2), String::new()));
        assert!(strook(&v).contains("M125 85H385V109H125Z"));
        assert!(strook(&Strook::default()).contains("</svg>"));
    }

    #[test]
    fn tabel() {
        let t = strook_tabel(&voorbeeld());
        assert!(t.contains("class=\"utrecht-table "));
        assert_eq!(t.matches("<th scope=\"row\"").count(), 5);
        assert_eq!(t.matches("<td class=\"utrecht-table__cell lr-num\"").count(), 5 * 11);
        assert!(t.contains(">16,4</td>") && t.contains(">18,4</td>"));
        assert!(t.contains("herfst&lt;vakantie") && t.contains("gemeld &amp; klaar"));
        assert!(!t.contains("style=") && !t.contains("<b>"));
    }
}
