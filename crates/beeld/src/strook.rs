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

/// Hoe de strook getekend wordt; los van de waarden.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Opmaak {
    /// Zoveel lesuren per dag krijgen minstens een plek (1 tot en met 12). Komt er een later lesuur
    /// voor, dan maakt de tekening daar vanzelf plaats voor.
    pub lesuren_per_dag: u8,
    /// Alleen de kleine tekening van 246 breed, op elk scherm: lessen en venster, zonder sommen.
    pub alleen_mini: bool,
}

impl Default for Opmaak {
    fn default() -> Self {
        Self { lesuren_per_dag: 8, alleen_mini: false }
    }
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
    /// Bijschrift van de melding in of na deze week; daarna begint de telling opnieuw.
    pub melding_na: Option<String>,
    /// Laatste gemelde dag van deze week (0 tot en met 4); `None` is de hele week.
    pub melding_dag: Option<usize>,
    /// Tekst bij een les: (dag, lesuur, tekst), bij aanwijzen te zien. Mag ontbreken.
    pub bijschriften: Vec<(usize, usize, String)>,
}

/// Eén les in de strook. Een cel buiten dag 0–4 of lesuur 1–12 wordt niet getekend, wel geteld in de
/// tabel.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Strookcel {
    /// Dag: 0 is maandag, 4 is vrijdag.
    pub dag: usize,
    /// Lesuur: 1 tot en met 12.
    pub lesuur: usize,
    /// Status, zie [`crate::STATUSSEN`].
    pub status: String,
}

const DAGEN: [(&str, &str); 5] =
    [("maandag", "ma"), ("dinsdag", "di"), ("woensdag", "wo"), ("donderdag", "do"), ("vrijdag", "vr")];
/// Afstand tussen twee rijen.
const RIJ: i64 = 24;
/// Ruimte voor een vakantie of een melding.
const GAT: i64 = 18;
/// Meer lesuren passen niet in een dag.
const LESUREN: usize = 12;

/// De maten van één tekening.
#[derive(Clone, Copy)]
struct Maat {
    mini: bool,
    /// Lesuren per dag, 1 tot en met [`LESUREN`].
    lesuren: usize,
}

impl Maat {
    fn van(strook: &Strook, opmaak: Opmaak) -> Self {
        let laatste = strook.weken.iter().flat_map(|w| &w.cellen).map(|c| c.lesuur).filter(|l| *l <= LESUREN).max();
        let lesuren = usize::from(opmaak.lesuren_per_dag).max(laatste.unwrap_or(1)).clamp(1, LESUREN);
        Self { mini: opmaak.alleen_mini, lesuren }
    }

    /// Meer dan acht lesuren: smallere cellen en zes in plaats van vier naast elkaar.
    fn lang(self) -> bool {
        self.lesuren > 8
    }

    /// Eerste rij.
    fn boven(self) -> i64 {
        if self.mini { 22 } else { 46 }
    }

    /// Begin van de lessen.
    fn links(self) -> i64 {
        if self.mini { 34 } else { 96 }
    }

    /// Afstand tussen twee dagen.
    fn dag(self) -> i64 {
        if self.mini { 41 } else { 130 }
    }

    /// Afstand tussen twee lesuren in de brede tekening, in tienden.
    fn stap(self) -> i64 {
        if self.lang() { 1200 / teller(self.lesuren) } else { 150 }
    }

    /// De schuif van de groep achter de lessen (venster, vakantie, melding).
    fn achter(self) -> &'static str {
        if self.mini { "translate(34 0) scale(.3154 1)" } else { "translate(96 0)" }
    }

    /// De plek van een lesuur binnen de dag.
    fn cel(self, lesuur: usize) -> String {
        let n = teller(lesuur) - 1;
        match (self.mini, self.lang()) {
            (true, false) => format!("translate({} {}) scale(.571 .5)", n % 4 * 9, px(n / 4 * 95)),
            (true, true) => format!("translate({} {}) scale(.38 .5)", n % 6 * 6, px(n / 6 * 95)),
            (false, false) => format!("translate({} 0)", n * 15),
            (false, true) => format!("translate({} 0) scale(.66 1)", px(n * self.stap())),
        }
    }

    /// Bovenkant van elke rij, met één extra voor het einde.
    fn rijen(self, weken: &[Strookweek]) -> Vec<i64> {
        let mut y = self.boven();
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
}

/// Tekent de strook in de gewone [`Opmaak`]; zie [`strook_met`].
#[must_use]
pub fn strook(strook: &Strook) -> String {
    strook_met(strook, Opmaak::default())
}

/// Tekent de strook als één inline SVG in `<div class="lr-strook">`.
///
/// De attributen hebben de brede opmaak; onder 76rem verplaatst de stijl de groepen `sd0`–`sd4` en
/// `sl1`–`sl12`, zodat de tekening in 358 pixels past. Met [`Opmaak::alleen_mini`] staat de smalle
/// opmaak in de attributen. Zet [`strook_tabel`] er altijd bij.
#[must_use]
pub fn strook_met(strook: &Strook, opmaak: Opmaak) -> String {
    let maat = Maat::van(strook, opmaak);
    let y = maat.rijen(&strook.weken);
    let einde = y.last().copied().unwrap_or_else(|| maat.boven());
    let hoogte = einde + if strook.venster.is_some() && !maat.mini { 30 } else { 8 };
    let titel = ontsnap(&strook.titel);
    let beschrijving = ontsnap(&strook.beschrijving);
    let breed = if maat.mini { 246 } else { 1152 };
    let lang = if maat.lang() { " lr-strip--lang" } else { "" };
    let mini = if maat.mini { " lr-strip--mini" } else { "" };
    let mut s = String::with_capacity(4096 + strook.weken.len() * 4096);
    let _ = write!(
        s,
        "<div class=\"lr-strook\"><svg class=\"lr-strip{lang}{mini}\" width=\"{breed}\" height=\"{hoogte}\" role=\"img\" focusable=\"false\" aria-label=\"{titel}. {beschrijving}\"><title>{titel}</title><desc>{beschrijving}</desc>"
    );
    if let Some(v) = &strook.venster {
        omtrek(&mut s, v, &y, maat);
    }
    kop(&mut s, maat);
    for (w, top) in strook.weken.iter().zip(&y) {
        week(&mut s, w, *top, maat);
    }
    if !maat.mini {
        sommen(&mut s, strook, &y, einde);
        if let Some(v) = &strook.venster {
            bijschrift(&mut s, v, &y, einde);
        }
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
fn omtrek(s: &mut String, v: &Venster, y: &[i64], maat: Maat) {
    let Some((a, b)) = grenzen(v, y) else { return };
    let top = |i: usize| y.get(i).copied().unwrap_or(0) - 3;
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
        "<g class=\"sx-bg\" transform=\"{}\"><path class=\"sx-venster\" d=\"{d}\" fill=\"#eaf1f8\" stroke=\"#0f4c81\" stroke-width=\"1.6\" vector-effect=\"non-scaling-stroke\" stroke-linejoin=\"round\"/></g>",
        maat.achter()
    );
}

/// De haak rechts van het venster en het bijschrift onder de rijen.
fn bijschrift(s: &mut String, v: &Venster, y: &[i64], einde: i64) {
    let Some((a, b)) = grenzen(v, y) else { return };
    let hoog = |i: usize| y.get(i).copied().unwrap_or(0);
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
fn kop(s: &mut String, maat: Maat) {
    let _ = write!(s, "<g class=\"sx-o\" transform=\"translate({} 0)\" fill=\"#465468\">", maat.links());
    for (d, (lang, kort)) in DAGEN.iter().enumerate() {
        let x = teller(d) * maat.dag();
        let _ = write!(s, "<g class=\"sd{d}\" transform=\"translate({x} 0)\">");
        if maat.mini {
            let _ = write!(s, "<text x=\"0\" y=\"13\" font-size=\"12\">{kort}</text></g>");
            continue;
        }
        let _ = write!(s, "<g class=\"sx-wide\"><text x=\"0\" y=\"16\" font-size=\"13\">{lang}</text>");
        for l in 1..=teller(maat.lesuren) {
            let midden = px((l - 1) * maat.stap() + if maat.lang() { 46 } else { 70 });
            let _ = write!(s, "<text x=\"{midden}\" y=\"35\" font-size=\"11\" text-anchor=\"middle\">{l}</text>");
        }
        let _ = write!(s, "</g><g class=\"sx-slim\"><text x=\"0\" y=\"34\" font-size=\"12\">{kort}</text></g></g>");
    }
    s.push_str("</g>");
}

/// Eén rij: weeknummer, lessen, en wat er na de week komt.
fn week(s: &mut String, w: &Strookweek, top: i64, maat: Maat) {
    let _ = write!(
        s,
        "<g transform=\"translate(0 {top})\"><text x=\"0\" y=\"13.5\" font-size=\"13\" font-weight=\"500\" fill=\"#16243a\">{}</text>",
        w.nummer
    );
    if !maat.mini {
        let _ = write!(
            s,
            "<g class=\"sx-wide\"><text x=\"26\" y=\"13.5\" font-size=\"13\" fill=\"#465468\">{}</text></g>",
            ontsnap(&w.label)
        );
    }
    let _ = write!(s, "<g class=\"sx-o\" transform=\"translate({} 0)\">", maat.links());
    for d in 0..DAGEN.len() {
        let _ = write!(s, "<g class=\"sd{d}\" transform=\"translate({} 0)\">", teller(d) * maat.dag());
        for c in w.cellen.iter().filter(|c| c.dag == d && (1..=LESUREN).contains(&c.lesuur)) {
            let _ = write!(s, "<g class=\"sl{}\" transform=\"{}\">", c.lesuur, maat.cel(c.lesuur));
            if let Some((_, _, tekst)) = w.bijschriften.iter().find(|(dag, les, _)| (*dag, *les) == (c.dag, c.lesuur)) {
                let _ = write!(s, "<title>{}</title>", ontsnap(tekst));
            }
            s.push_str(vorm(&c.status));
            s.push_str("</g>");
        }
        s.push_str("</g>");
    }
    s.push_str("</g></g>");
    let mut onder = top + RIJ;
    if let Some(naam) = &w.vakantie_na {
        let _ = write!(
            s,
            "<g class=\"sx-bg\" transform=\"{}\"><rect class=\"sx-vakantie\" x=\"-5\" y=\"{onder}\" width=\"650\" height=\"12\" fill=\"#fff\"/><path d=\"{}\" stroke=\"#c3cbd4\" stroke-width=\"1\" fill=\"none\" vector-effect=\"non-scaling-stroke\"/></g>",
            maat.achter(),
            arcering(-50, onder * 10, 6500, 120, 90)
        );
        if !maat.mini {
            let _ = write!(
                s,
                "<g class=\"sx-wide\"><text x=\"88\" y=\"{}.5\" text-anchor=\"end\" font-size=\"11\" fill=\"#465468\">{}</text></g>",
                onder + 9,
                ontsnap(naam)
            );
        }
        onder += GAT;
    }
    if let Some(tekst) = &w.melding_na {
        let streep = onder - 1;
        // Midden in de week: onder de gemelde dagen door, en boven de dagen die weer meetellen langs.
        let d = match w.melding_dag {
            Some(dag) if dag < 4 => {
                let onder_rij = if w.vakantie_na.is_some() { top + 21 } else { streep };
                format!("M-5 {onder_rij}H{}V{}H645", teller(dag) * 130 + 125, top - 3)
            }
            _ => format!("M-5 {streep}H645"),
        };
        let _ = write!(
            s,
            "<g class=\"sx-bg\" transform=\"{}\"><path class=\"sx-melding\" d=\"{d}\" stroke=\"#16243a\" stroke-width=\"1.4\" stroke-dasharray=\"6 4\" fill=\"none\" vector-effect=\"non-scaling-stroke\"/></g>",
            maat.achter()
        );
        if !maat.mini {
            let _ = write!(
                s,
                "<g font-size=\"11\" font-weight=\"500\" fill=\"#16243a\"><g class=\"sx-wide\"><text x=\"96\" y=\"{0}\">{1}</text></g><g class=\"sx-slim\"><text x=\"28\" y=\"{0}\">{1}</text></g></g>",
                onder + 11,
                ontsnap(tekst)
            );
        }
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
            let n = w.cellen.iter().filter(|c| c.status != "leeg" && kolom(&c.status) == status);
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

    /// Buitenkant van de tests: wat er per soort cel in de tekening staat, klopt met de invoer.
    #[test]
    fn elke_cel_een_keer() {
        let mut v = voorbeeld();
        v.weken[2].cellen = STATUSSEN
            .iter()
            .enumerate()
            .map(|(i, st)| Strookcel { dag: i % 5, lesuur: i + 1, status: (*st).to_owned() })
            .collect();
        for opmaak in [Opmaak::default(), Opmaak { alleen_mini: true, ..Opmaak::default() }] {
            let t = strook_met(&v, opmaak);
            assert_eq!(t.matches("<g class=\"sl").count(), 4 * 2 + STATUSSEN.len());
            for st in STATUSSEN {
                let n: usize = v.weken.iter().flat_map(|w| &w.cellen).filter(|c| c.status == st).count();
                assert_eq!(t.matches(vorm(st)).count(), n, "{st}");
            }
        }
    }

    #[test]
    fn mini_zonder_sommen() {
        let t = strook_met(&voorbeeld(), Opmaak { alleen_mini: true, ..Opmaak::default() });
        assert!(t.contains("lr-strip--mini\" width=\"246\"") && t.contains("<title>"));
        assert!(!t.contains("sx-bars") && !t.contains("sx-nums") && !t.contains("sx-wide") && !t.contains("16,4<"));
        // les 8 op vrijdag: vierde kolom, tweede rij
        assert!(t.contains("<g class=\"sl8\" transform=\"translate(27 9.5) scale(.571 .5)\">"));
        assert!(t.contains("translate(34 0) scale(.3154 1)"));
        assert!(!t.contains("style="));
    }

    #[test]
    fn meer_dan_acht_lesuren() {
        let mut v = voorbeeld();
        v.weken[0].cellen.push(Strookcel { dag: 1, lesuur: 10, status: "te_laat".to_owned() });
        let t = strook(&v);
        assert!(t.contains("lr-strip--lang"));
        assert!(t.contains("<g class=\"sl10\" transform=\"translate(108 0) scale(.66 1)\">"));
        assert_eq!(t.matches(">10</text>").count(), 5);
        let kort = strook_met(&voorbeeld(), Opmaak { lesuren_per_dag: 6, alleen_mini: false });
        assert!(!kort.contains("lang") && kort.contains("sl8"));
    }

    #[test]
    fn melding_midden_in_de_week_en_bijschrift() {
        let mut v = voorbeeld();
        v.weken[1].melding_dag = Some(3);
        v.weken[1].bijschriften = vec![(4, 8, "vr 23 okt, les 8: <ongeoorloofd>".to_owned())];
        let t = strook(&v);
        // rij 43 staat op 88: de streep loopt tot en met donderdag onder de rij en daarna erboven
        assert!(t.contains("d=\"M-5 111H515V85H645\""), "{t}");
        assert!(t.contains("<title>vr 23 okt, les 8: &lt;ongeoorloofd&gt;</title>"));
        v.weken[1].melding_dag = Some(4);
        assert!(strook(&v).contains("d=\"M-5 111H645\""));
    }

    #[test]
    fn vreemde_invoer() {
        let mut v = voorbeeld();
        v.venster = Some(((9, 0), (1, 0), String::new()));
        v.lesuur_minuten = 0;
        v.weken[0].cellen.push(Strookcel { dag: 7, lesuur: 13, status: "\"><script>".to_owned() });
        let t = strook(&v);
        assert!(!t.contains("sx-venster") && !t.contains("<script"));
        assert_eq!(t.matches("class=\"sl").count(), 10);
        v.venster = Some(((1, 1), (1, 2), String::new()));
        assert!(strook(&v).contains("M125 85H385V109H125Z"));
        assert!(strook(&Strook::default()).contains("</svg>"));
    }

    #[test]
    fn tabel() {
        let mut v = voorbeeld();
        v.weken[0].cellen.push(Strookcel { dag: 2, lesuur: 2, status: "verlof_gevraagd".to_owned() });
        v.weken[0].cellen.push(Strookcel { dag: 2, lesuur: 3, status: "vreemd".to_owned() });
        v.weken[0].cellen.push(Strookcel { dag: 2, lesuur: 4, status: "leeg".to_owned() });
        let t = strook_tabel(&v);
        let som: usize = t
            .split("lr-num\">")
            .filter_map(|deel| deel.split_once("</td>"))
            .filter_map(|(getal, _)| getal.parse::<usize>().ok())
            .sum();
        assert_eq!(som, 5 * 2 + 2, "elke les staat in precies één kolom; een lege plek is geen les");
        assert!(t.contains("class=\"utrecht-table "));
        assert_eq!(t.matches("<th scope=\"row\"").count(), 5);
        assert_eq!(t.matches("<td class=\"utrecht-table__cell lr-num\"").count(), 5 * 11);
        assert!(t.contains(">16,4</td>") && t.contains(">18,4</td>"));
        assert!(t.contains("herfst&lt;vakantie") && t.contains("gemeld &amp; klaar"));
        assert!(!t.contains("style=") && !t.contains("<b>"));
    }
}
