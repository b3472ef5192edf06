//! Het beslispad: vragen onder elkaar, met de weg die ja en nee wijzen en de uitkomst ernaast.

use crate::tekst::{breedste, breedte, breek, breek_gelijk, opening, schrijf};
use crate::teller;
use std::fmt::Write as _;

/// Waar een antwoord heen leidt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Naar {
    /// Naar een latere knoop. Een index die niet bestaat of niet later is, telt niet mee.
    Knoop(usize),
    /// Naar het einde: een of meer mogelijke uitkomsten.
    Uitkomst(Vec<String>),
}

/// Eén weg uit een knoop.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rand {
    /// Bij welk antwoord: `ja`, `nee`, of leeg als er maar één weg is.
    pub bij: String,
    /// Waarheen.
    pub naar: Naar,
    /// Of deze weg gelopen is.
    pub gelopen: bool,
}

/// Eén vraag.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Knoop {
    /// De vraag, voluit.
    pub vraag: String,
    /// Het antwoord van deze keer, zoals `17 jaar`; mag leeg zijn.
    pub waarde: String,
    /// Hoe diep de knoop in een zijtak staat.
    pub inspringen: usize,
    /// De wegen eruit.
    pub randen: Vec<Rand>,
    /// Of deze vraag gesteld is.
    pub gelopen: bool,
}

const INKT: &str = "#16243a";
const GRIJS: &str = "#465468";
const ACCENT: &str = "#0f4c81";
const RAND: &str = "#8390a0";
/// Lettergrootte van de vraag.
const VRAAG: i64 = 15;
/// Lettergrootte van al het andere.
const KLEIN: i64 = 14;
/// Regelhoogte in een vak.
const REGEL: i64 = 20;
/// Regelhoogte in een uitkomst.
const PILREGEL: i64 = 18;
/// Van de linkerkant van een vak tot de pijl naar beneden en de stip.
const SPOOR: i64 = 18;
/// Lengte van een pijlpunt.
const PUNT: i64 = 8;

/// De maten van één tekening.
#[derive(Clone, Copy)]
struct Maat {
    breed: bool,
    /// Breedte van het geheel.
    totaal: i64,
    /// Inspringen per diepte, en hoeveel hoogstens.
    diepte: (i64, i64),
    /// Afstand tussen twee banen als er plaats is, en voor alle banen samen.
    banen: (i64, i64),
    /// Ruimte tussen de binnenste baan en het vak, buiten het antwoord dat daar staat.
    stomp: i64,
    /// Ruimte tussen twee rijen.
    gat: i64,
    /// Breedste uitkomst.
    pil: i64,
}

const BREED: Maat =
    Maat { breed: true, totaal: 700, diepte: (28, 112), banen: (14, 112), stomp: 32, gat: 32, pil: 190 };
const SMAL: Maat = Maat { breed: false, totaal: 358, diepte: (12, 36), banen: (10, 60), stomp: 22, gat: 32, pil: 250 };

/// Hoe iets erbij staat: niemand liep, gelopen, of juist niet.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stand {
    Gewoon,
    Gelopen,
    Niet,
}

impl Stand {
    fn van(iemand: bool, gelopen: bool) -> Self {
        match (iemand, gelopen) {
            (false, _) => Self::Gewoon,
            (true, true) => Self::Gelopen,
            (true, false) => Self::Niet,
        }
    }

    fn tekst(self) -> &'static str {
        match self {
            Self::Gewoon => INKT,
            Self::Gelopen => ACCENT,
            Self::Niet => GRIJS,
        }
    }

    fn lijn(self) -> (&'static str, &'static str) {
        match self {
            Self::Gewoon => (INKT, "1.2"),
            Self::Gelopen => (ACCENT, "2.6"),
            Self::Niet => (GRIJS, "1"),
        }
    }

    /// Halve breedte van een pijlpunt.
    fn half(self) -> i64 {
        if self == Self::Gelopen { 5 } else { 4 }
    }

    fn klas(self) -> &'static str {
        if self == Self::Gelopen { " bp-gelopen" } else { "" }
    }
}

/// Een weg zoals hij getekend wordt: gelijke bestemmingen samen.
struct Weg {
    bij: String,
    doel: Doel,
    gelopen: bool,
}

#[derive(PartialEq, Eq)]
enum Doel {
    Knoop(usize),
    Uitkomst(String),
}

/// De wegen uit knoop `i`. Twee antwoorden met dezelfde bestemming zijn één weg: `ja of nee`; liep het geval die weg, dan
/// staat er zijn eigen antwoord.
fn wegen(i: usize, knopen: &[Knoop]) -> Vec<Weg> {
    let mut uit: Vec<Weg> = Vec::new();
    for r in knopen.get(i).map(|k| k.randen.as_slice()).unwrap_or_default() {
        let doel = match &r.naar {
            Naar::Knoop(j) if *j > i && *j < knopen.len() => Doel::Knoop(*j),
            Naar::Knoop(_) => continue,
            Naar::Uitkomst(u) if u.is_empty() => Doel::Uitkomst("–".to_owned()),
            Naar::Uitkomst(u) => Doel::Uitkomst(u.join(" of ")),
        };
        match uit.iter_mut().find(|w| w.doel == doel) {
            Some(w) if r.gelopen => *w = Weg { bij: r.bij.clone(), gelopen: true, doel },
            Some(w) if w.gelopen => {}
            Some(w) => {
                if !r.bij.is_empty() && w.bij.split(" of ").all(|b| b != r.bij) {
                    if !w.bij.is_empty() {
                        w.bij.push_str(" of ");
                    }
                    w.bij.push_str(&r.bij);
                }
            }
            None => uit.push(Weg { bij: r.bij.clone(), doel, gelopen: r.gelopen }),
        }
    }
    uit
}

/// Een uitkomst naast of onder het vak.
struct Pil {
    x: i64,
    y: i64,
    breed: i64,
    hoog: i64,
    regels: Vec<String>,
    bij: String,
    stand: Stand,
}

/// Een vak met zijn uitkomsten.
struct Rij {
    links: i64,
    top: i64,
    hoog: i64,
    /// Onderkant, met de uitkomsten eronder.
    onder: i64,
    /// Waar de pijl naar de volgende rij loopt, en waar de uitkomsten in de smalle tekening aftakken.
    pijl: i64,
    vraag: Vec<String>,
    waarde: Vec<String>,
    pillen: Vec<Pil>,
    stand: Stand,
}

/// Een weg naar een latere rij dan de volgende.
struct Baan {
    van: usize,
    naar: usize,
    bij: String,
    stand: Stand,
    /// Welke baan: 0 is het dichtst bij de vakken.
    nummer: usize,
    uit: i64,
    aan: i64,
}

/// Geeft elke lange weg een baan; korte wegen binnen, en nooit twee op hetzelfde stuk.
fn banen(alle: &[Vec<Weg>], iemand: bool) -> Vec<Baan> {
    let mut uit: Vec<Baan> = Vec::new();
    for (i, wegen) in alle.iter().enumerate() {
        for w in wegen {
            if let Doel::Knoop(j) = w.doel
                && j > i + 1
            {
                let stand = Stand::van(iemand, w.gelopen);
                uit.push(Baan { van: i, naar: j, bij: w.bij.clone(), stand, nummer: 0, uit: 0, aan: 0 });
            }
        }
    }
    uit.sort_by_key(|b| (b.naar - b.van, b.van));
    for i in 0..uit.len() {
        let (klaar, rest) = uit.split_at_mut(i);
        let Some(b) = rest.first_mut() else { break };
        while klaar.iter().any(|a| a.nummer == b.nummer && a.van <= b.naar && b.van <= a.naar) {
            b.nummer += 1;
        }
    }
    uit
}

/// Tekent het beslispad als één inline SVG.
///
/// De knopen staan in tekenvolgorde onder elkaar. `breed` is de tekening van 700 breed met de
/// uitkomsten rechts; anders is ze 358 breed met de uitkomsten onder het vak. Allebei mogen op één
/// bladzijde staan. Is er een knoop gelopen, dan is het gelopen pad dik en blauw met een stip per
/// knoop, en de rest grijs.
#[must_use]
pub fn beslispad(titel: &str, knopen: &[Knoop], breed: bool) -> String {
    let maat = if breed { BREED } else { SMAL };
    let alle: Vec<Vec<Weg>> = (0..knopen.len()).map(|i| wegen(i, knopen)).collect();
    let iemand = knopen.iter().any(|k| k.gelopen);
    let beschrijving = beschrijf(knopen, &alle, iemand);
    if knopen.is_empty() {
        let mut s = opening("beslispad", breed, (maat.totaal, 36), (titel, &beschrijving));
        let _ = write!(s, "<text x=\"1\" y=\"23\" font-size=\"{KLEIN}\" fill=\"{GRIJS}\">{beschrijving}</text></svg>");
        return s;
    }
    let mut banen = banen(&alle, iemand);
    let plan = Plan::van(maat, &alle, &banen, iemand);
    let rijen = plan.rijen(knopen, &alle, &mut banen);
    let hoogte = rijen.last().map_or(0, |r| r.onder) + 2;
    let uiterst = rijen.iter().flat_map(|r| &r.pillen).map(|p| p.x + p.breed).max().unwrap_or(0);
    let totaal = maat.totaal.max(plan.rechts.max(uiterst) + 1);
    let mut s = opening("beslispad", breed, (totaal, hoogte), (titel, &beschrijving));
    s.push_str("<g fill=\"none\">");
    // Wat gelopen is, ligt bovenop.
    for boven in [false, true] {
        let nu = |stand: Stand| (stand == Stand::Gelopen) == boven;
        for b in banen.iter().filter(|b| nu(b.stand)) {
            plan.teken_baan(&mut s, b, &rijen);
        }
        for (i, (r, wegen)) in rijen.iter().zip(&alle).enumerate() {
            for w in wegen.iter().filter(|w| w.doel == Doel::Knoop(i + 1)) {
                let stand = Stand::van(iemand, w.gelopen);
                if let Some(v) = rijen.get(i + 1).filter(|_| nu(stand)) {
                    teken_neer(&mut s, r, v, &w.bij, stand);
                }
            }
            for p in r.pillen.iter().filter(|p| nu(p.stand)) {
                plan.teken_tak(&mut s, p, r);
            }
        }
    }
    s.push_str("</g>");
    for r in &rijen {
        plan.teken_vak(&mut s, r);
        for p in &r.pillen {
            teken_pil(&mut s, p);
        }
    }
    s.push_str("</svg>");
    s
}

/// Het pad in woorden.
fn beschrijf(knopen: &[Knoop], alle: &[Vec<Weg>], iemand: bool) -> String {
    if knopen.is_empty() {
        return "Er zijn geen vragen om te tonen.".to_owned();
    }
    let mut d = String::new();
    if iemand {
        d.push_str("Het gelopen pad is gemerkt met «gelopen». ");
    }
    for (i, (k, wegen)) in knopen.iter().zip(alle).enumerate() {
        let _ = write!(d, "{}{}. {}", if i == 0 { "" } else { " " }, i + 1, k.vraag);
        match (k.waarde.is_empty(), k.gelopen) {
            (true, true) => d.push_str(" (gelopen)"),
            (true, false) => {}
            (false, true) => {
                let _ = write!(d, " (gelopen: {})", k.waarde);
            }
            (false, false) => {
                let _ = write!(d, " ({})", k.waarde);
            }
        }
        for (n, w) in wegen.iter().enumerate() {
            let voor = if n == 0 { " – " } else { ", " };
            if w.bij.is_empty() {
                let _ = write!(d, "{voor}daarna");
            } else {
                let _ = write!(d, "{voor}bij {}", w.bij);
            }
            if iemand && w.gelopen {
                d.push_str(" (gelopen)");
            }
            let _ = match &w.doel {
                Doel::Knoop(j) => write!(d, ": naar vraag {}", j + 1),
                Doel::Uitkomst(u) => write!(d, ": {u}"),
            };
        }
        d.push('.');
    }
    d
}

/// De maten die van de inhoud afhangen.
struct Plan {
    maat: Maat,
    /// Is er iets gelopen.
    iemand: bool,
    /// Linkerkant van de vakken zonder inspringen.
    links: i64,
    /// Rechterkant van de vakken; in de brede tekening staan rechts daarvan de uitkomsten.
    rechts: i64,
    /// Plek van de binnenste baan, en de afstand tussen twee banen.
    binnen: i64,
    stap: i64,
    /// Lengte van de lijn naar een uitkomst: stuk, antwoord, stuk met pijlpunt.
    tak: i64,
}

impl Plan {
    fn van(maat: Maat, alle: &[Vec<Weg>], banen: &[Baan], iemand: bool) -> Self {
        let (mut pil, mut woord) = (0, 0);
        for w in alle.iter().flatten() {
            if let Doel::Uitkomst(u) = &w.doel {
                pil = pil.max(pilbreedte(&breek_gelijk(u, maat.pil - 24, KLEIN)));
                woord = woord.max(breedte(&w.bij, KLEIN));
            }
        }
        let tak = woord + if maat.breed { 46 } else { 38 };
        let rechts = maat.totaal - 1 - if maat.breed && pil > 0 { pil + tak } else { 0 };
        // Heel veel banen of lange antwoorden: liever een bredere tekening dan een vak zonder breedte.
        let (mut links, mut binnen, mut stap) = (1, 1, 0);
        if let Some(laatste) = banen.iter().map(|b| teller(b.nummer)).max() {
            stap = (maat.banen.1 / laatste.max(1)).clamp(3, maat.banen.0);
            binnen = 2 + laatste * stap;
            links = binnen + banen.iter().map(|b| breedte(&b.bij, KLEIN)).max().unwrap_or(0) + maat.stomp;
        }
        let rechts = rechts.max(links + maat.diepte.1 + 60);
        Self { maat, iemand, links, rechts, binnen, stap, tak }
    }

    /// Linkerkant van het vak van een knoop.
    fn vak(&self, k: &Knoop) -> i64 {
        self.links + (teller(k.inspringen.min(100)) * self.maat.diepte.0).min(self.maat.diepte.1)
    }

    /// Waar een baan van boven naar beneden loopt.
    fn baan(&self, b: &Baan) -> i64 {
        self.binnen - teller(b.nummer) * self.stap
    }

    /// Rekent alle rijen uit, en de hoogte van waar de banen vertrekken en aankomen.
    fn rijen(&self, knopen: &[Knoop], alle: &[Vec<Weg>], banen: &mut [Baan]) -> Vec<Rij> {
        let maat = self.maat;
        let mut uit: Vec<Rij> = Vec::with_capacity(knopen.len());
        let mut top = 2;
        for (i, (k, wegen)) in knopen.iter().zip(alle).enumerate() {
            let links = self.vak(k);
            let volgende = knopen.get(i + 1).filter(|_| wegen.iter().any(|w| w.doel == Doel::Knoop(i + 1)));
            let pijl = volgende.map_or(links, |v| links.max(self.vak(v))) + SPOOR;
            let ruim = (self.rechts - links - self.tekst() - 12).max(40);
            let vraag = breek_gelijk(&k.vraag, ruim, VRAAG);
            let waarde = breek(&k.waarde, ruim, KLEIN);
            let x = if maat.breed { self.rechts } else { pijl + 20 } + self.tak;
            let mut pillen: Vec<Pil> = Vec::new();
            for w in wegen {
                let Doel::Uitkomst(u) = &w.doel else { continue };
                let regels = breek_gelijk(u, ((maat.totaal - 1 - x).min(maat.pil) - 24).max(24), KLEIN);
                pillen.push(Pil {
                    x,
                    y: 0,
                    breed: pilbreedte(&regels),
                    hoog: teller(regels.len().max(1)) * PILREGEL + 10,
                    regels,
                    bij: w.bij.clone(),
                    stand: Stand::van(self.iemand, w.gelopen),
                });
            }
            let stapel = (pillen.iter().map(|p| p.hoog + 8).sum::<i64>() - 8).max(0);
            let (aan, af) = poorten(banen, i);
            let poort = poorthoogte(aan.len(), af.len());
            let mut hoog = (teller(vraag.len() + waarde.len()) * REGEL + 22).max(poort + 26);
            if maat.breed {
                hoog = hoog.max(stapel);
            }
            let mut onder = top + hoog;
            let mut y = if maat.breed { top + (hoog - stapel) / 2 } else { top + hoog + 10 };
            for p in &mut pillen {
                p.y = y;
                y += p.hoog + 8;
                onder = onder.max(p.y + p.hoog);
            }
            let mut y = top + (hoog - poort) / 2;
            for nr in aan {
                if let Some(b) = banen.get_mut(nr) {
                    b.aan = y;
                }
                y += 12;
            }
            let mut y = top + (hoog - poort) / 2 + poort;
            for nr in af.into_iter().rev() {
                if let Some(b) = banen.get_mut(nr) {
                    b.uit = y;
                }
                y -= 20;
            }
            let stand = Stand::van(self.iemand, k.gelopen);
            uit.push(Rij { links, top, hoog, onder, pijl, vraag, waarde, pillen, stand });
            top = onder + maat.gat;
        }
        uit
    }

    /// Van de linkerkant van het vak tot de tekst; met plaats voor de stip als er iets gelopen is.
    fn tekst(&self) -> i64 {
        if self.iemand { 34 } else { 16 }
    }

    /// Langs de linkerkant naar een latere rij.
    fn teken_baan(&self, s: &mut String, b: &Baan, rijen: &[Rij]) {
        let (Some(van), Some(naar)) = (rijen.get(b.van), rijen.get(b.naar)) else { return };
        let (x, uit, aan) = (self.baan(b), b.uit, b.aan);
        let mut d = String::new();
        let mut begin = van.links;
        if !b.bij.is_empty() {
            let stomp = self.maat.stomp / 2 - 6;
            let woord = begin - stomp - 2 - breedte(&b.bij, KLEIN);
            let _ = write!(d, "M{begin} {uit}h-{stomp}");
            teken_bij(s, &b.bij, woord, uit, b.stand);
            begin = woord - 3;
        }
        let bocht = x + 6;
        let _ = write!(
            d,
            "M{begin} {uit}H{bocht}Q{x} {uit} {x} {}V{}Q{x} {aan} {bocht} {aan}H{}",
            uit + 6,
            aan - 6,
            naar.links - PUNT
        );
        teken_lijn(s, &d, &punt_rechts(naar.links - 1, aan, b.stand), "bp-baan", b.stand);
    }

    /// De lijn naar een uitkomst, met het antwoord erin.
    fn teken_tak(&self, s: &mut String, p: &Pil, r: &Rij) {
        let y = p.y + p.hoog / 2;
        let mut d = String::new();
        let mut x = p.x - self.tak;
        if self.maat.breed {
            let _ = write!(d, "M{x} {y}");
        } else {
            let _ = write!(d, "M{x} {}V{}Q{x} {y} {} {y}", r.top + r.hoog, y - 6, x + 6);
            x += 6;
        }
        if !p.bij.is_empty() {
            let _ = write!(d, "H{}", x + 8);
            teken_bij(s, &p.bij, x + 12, y, p.stand);
            let _ = write!(d, "M{} {y}", x + 12 + breedte(&p.bij, KLEIN) + 3);
        }
        let _ = write!(d, "H{}", p.x - PUNT);
        teken_lijn(s, &d, &punt_rechts(p.x - 1, y, p.stand), "bp-tak", p.stand);
    }

    /// Het vak met de vraag, het antwoord en de stip.
    fn teken_vak(&self, s: &mut String, r: &Rij) {
        let (vlak, rand, dik) = match r.stand {
            Stand::Gelopen => ("#eaf1f8", ACCENT, "2"),
            Stand::Gewoon => ("#fff", INKT, "1.2"),
            Stand::Niet => ("#fff", RAND, "1"),
        };
        let _ = write!(
            s,
            "<rect class=\"bp-vak{}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"6\" fill=\"{vlak}\" stroke=\"{rand}\" stroke-width=\"{dik}\"/>",
            r.stand.klas(),
            r.links,
            r.top,
            self.rechts - r.links,
            r.hoog
        );
        let regels = teller(r.vraag.len() + r.waarde.len());
        let voet = r.top + (r.hoog - regels * REGEL) / 2 + 15;
        let x = r.links + self.tekst();
        if r.stand == Stand::Gelopen {
            let _ = write!(
                s,
                "<circle class=\"bp-stip\" cx=\"{}\" cy=\"{}\" r=\"5\" fill=\"{ACCENT}\"/>",
                r.links + SPOOR,
                voet - 5
            );
        }
        let vraag = if r.stand == Stand::Niet { GRIJS } else { INKT };
        schrijf(s, &r.vraag, (x, voet), REGEL, &format!("font-size=\"{VRAAG}\" fill=\"{vraag}\""));
        let opmaak = format!("font-size=\"{KLEIN}\" font-weight=\"600\" fill=\"{}\"", r.stand.tekst());
        schrijf(s, &r.waarde, (x, voet + teller(r.vraag.len()) * REGEL), REGEL, &opmaak);
    }
}

fn pilbreedte(regels: &[String]) -> i64 {
    breedste(regels, KLEIN) + 24
}

/// De banen die bij rij `i` aankomen en vertrekken, van boven naar beneden: zo kruisen ze elkaar niet.
fn poorten(banen: &[Baan], i: usize) -> (Vec<usize>, Vec<usize>) {
    let kies = |deze: fn(&Baan) -> usize| {
        let mut v: Vec<usize> = banen.iter().enumerate().filter(|(_, b)| deze(b) == i).map(|(nr, _)| nr).collect();
        v.sort_by_key(|nr| banen.get(*nr).map(|b| b.nummer));
        v
    };
    let (aan, mut af) = (kies(|b| b.naar), kies(|b| b.van));
    af.reverse();
    (aan, af)
}

/// Hoe hoog aankomsten (om de 12) en vertrekken (om de 20) samen zijn.
fn poorthoogte(aan: usize, af: usize) -> i64 {
    let tussen = if aan > 0 && af > 0 { 20 } else { 0 };
    (teller(aan) - 1).max(0) * 12 + tussen + (teller(af) - 1).max(0) * 20
}

fn teken_lijn(s: &mut String, d: &str, punt: &str, soort: &str, stand: Stand) {
    let (kleur, dik) = stand.lijn();
    let klas = stand.klas();
    let _ = write!(
        s,
        "<path class=\"{soort}{klas}\" d=\"{d}\" stroke=\"{kleur}\" stroke-width=\"{dik}\"/><path class=\"bp-punt{klas}\" d=\"{punt}\" fill=\"{kleur}\"/>"
    );
}

/// Het antwoord bij een lijn op hoogte `y`.
fn teken_bij(s: &mut String, bij: &str, x: i64, y: i64, stand: Stand) {
    if bij.is_empty() {
        return;
    }
    let dik = if stand == Stand::Gelopen { "600" } else { "400" };
    let opmaak = format!("font-size=\"{KLEIN}\" font-weight=\"{dik}\" fill=\"{}\"", stand.tekst());
    schrijf(s, &[bij.to_owned()], (x, y + 5), 0, &opmaak);
}

/// Een pijlpunt naar rechts met de top op (x, y).
fn punt_rechts(x: i64, y: i64, stand: Stand) -> String {
    let half = stand.half();
    format!("M{x} {y}l-{PUNT} -{half}v{}z", half * 2)
}

/// Recht naar beneden, naar de volgende rij.
fn teken_neer(s: &mut String, r: &Rij, volgende: &Rij, bij: &str, stand: Stand) {
    let (x, tot, half) = (r.pijl, volgende.top - 1, stand.half());
    let d = format!("M{x} {}V{}", r.top + r.hoog, tot - PUNT + 1);
    teken_lijn(s, &d, &format!("M{x} {tot}l-{half} -{PUNT}h{}z", half * 2), "bp-neer", stand);
    teken_bij(s, bij, x + 11, (r.onder + volgende.top) / 2 - 1, stand);
}

/// Een uitkomst.
fn teken_pil(s: &mut String, p: &Pil) {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tekst::proef::{attr, keur, tags, teksten};

    fn knoop(vraag: &str, waarde: &str, inspringen: usize, gelopen: bool, randen: Vec<Rand>) -> Knoop {
        Knoop { vraag: vraag.to_owned(), waarde: waarde.to_owned(), inspringen, randen, gelopen }
    }

    fn naar(bij: &str, j: usize, gelopen: bool) -> Rand {
        Rand { bij: bij.to_owned(), naar: Naar::Knoop(j), gelopen }
    }

    fn einde(bij: &str, uitkomsten: &[&str], gelopen: bool) -> Rand {
        let uitkomsten = uitkomsten.iter().map(|u| (*u).to_owned()).collect();
        Rand { bij: bij.to_owned(), naar: Naar::Uitkomst(uitkomsten), gelopen }
    }

    fn boom(g: bool) -> Vec<Knoop> {
        let w = |waarde: &'static str| if g { waarde } else { "" };
        vec![
            knoop(
                "Ingeschreven en leerplichtig, kwalificatieplichtig of zonder startkwalificatie?",
                w("leerplichtig"),
                0,
                g,
                vec![naar("ja", 1, g), einde("nee", &["geen melding"], false)],
            ),
            knoop(
                "Is de leerling <ziek> gemeld & \"beter\"?",
                w("nee"),
                0,
                g,
                vec![einde("ja", &["ziek niet melden"], false), naar("nee", 2, g)],
            ),
            knoop("18 jaar of ouder?", w("17 jaar"), 0, g, vec![naar("ja", 3, false), naar("nee", 5, g)]),
            knoop(
                "Vier weken aaneengesloten weg?",
                "",
                1,
                false,
                vec![einde("ja", &["melding aan het Doorstroompunt"], false), naar("nee", 6, false)],
            ),
            knoop("Een afspraak?", "", 1, false, vec![naar("ja", 5, false), naar("nee", 5, false)]),
            knoop(
                "16 uur of meer in vier lesweken?",
                w("16,4 uur"),
                0,
                g,
                vec![einde("ja", &["melding relatief verzuim"], g), naar("nee", 6, false)],
            ),
            knoop("Zorg?", "", 0, false, vec![einde("", &["melding mag", "eerst een gesprek"], false)]),
        ]
    }

    /// De verticale stukken van de banen: (x, van, tot).
    fn staanders(svg: &str) -> Vec<(i64, i64, i64)> {
        tags(svg, "path")
            .into_iter()
            .filter(|p| p.contains("bp-baan"))
            .map(|p| {
                let d = attr(p, "d").unwrap();
                let bocht = d.split_once('Q').unwrap().1;
                let (voor, na) = bocht.split_once('V').unwrap();
                let punten: Vec<i64> = voor.split(' ').map(|n| n.parse().unwrap()).collect();
                (punten[0], punten[3], na.split('Q').next().unwrap().parse().unwrap())
            })
            .collect()
    }

    #[test]
    fn elke_vraag_en_elk_antwoord_staat_erin() {
        for breed in [true, false] {
            for g in [true, false] {
                let svg = beslispad("Melden?", &boom(g), breed);
                keur(&svg);
                let alles: Vec<String> = teksten(&svg).into_iter().map(|t| t.4).collect();
                let tekst = alles.join(" ");
                for k in boom(g) {
                    assert!(tekst.contains(&k.vraag) && tekst.contains(&k.waarde), "{} in {tekst}", k.vraag);
                }
                let tel = |w: &str| alles.iter().filter(|t| *t == w).count();
                // vijf keer ja en vijf keer nee los (één nee is ook een antwoord), één keer samen
                assert_eq!((tel("ja"), tel("nee"), tel("ja of nee")), (5, 5 + usize::from(g), 1), "{tekst}");
                assert!(tekst.contains("melding mag of eerst een gesprek"));
                assert_eq!(svg.matches("class=\"bp-vak").count(), 7);
                assert_eq!(svg.matches("class=\"bp-uitkomst").count(), 5);
            }
        }
    }

    #[test]
    fn de_gelopen_weg_noemt_het_eigen_antwoord() {
        let knopen = |gelopen: Option<&str>| {
            let weg = |bij: &str| naar(bij, 1, gelopen == Some(bij));
            vec![
                knoop("Te laat?", "", 0, true, vec![weg("ja"), weg("nee")]),
                knoop("Klaar?", "", 0, true, vec![einde("ja", &["uit"], true)]),
            ]
        };
        for (gelopen, bij) in [(None, "ja of nee"), (Some("ja"), "ja"), (Some("nee"), "nee")] {
            for breed in [true, false] {
                let svg = beslispad("x", &knopen(gelopen), breed);
                assert_eq!(
                    teksten(&svg).into_iter().map(|t| t.4).find(|t| t.contains("ja") || t == "nee").unwrap(),
                    bij
                );
            }
        }
    }

    #[test]
    fn niets_van_buiten_komt_rauw_in_de_tekening() {
        let vies = "<&\">'";
        let knopen = [knoop(vies, vies, 0, true, vec![einde(vies, &[vies], true)])];
        for breed in [true, false] {
            let svg = beslispad(vies, &knopen, breed);
            keur(&svg);
            assert!(!svg.contains(vies) && svg.contains("&lt;&amp;&quot;&gt;&#39;"));
            assert_eq!(teksten(&svg).iter().filter(|t| t.4 == vies).count(), 4);
        }
    }

    #[test]
    fn lange_wegen_lopen_nooit_over_elkaar() {
        for breed in [true, false] {
            let s = staanders(&beslispad("Melden?", &boom(false), breed));
            assert_eq!(s.len(), 2);
            assert_ne!(s[0].0, s[1].0);
            // twintig vragen die allemaal ver springen
            let veel: Vec<Knoop> = (0..20)
                .map(|i| {
                    knoop("Verder?", "", i % 4, false, vec![naar("ja", (i + 3).min(19), false), naar("nee", 19, false)])
                })
                .collect();
            let svg = beslispad("Veel", &veel, breed);
            keur(&svg);
            let s = staanders(&svg);
            assert!(s.len() > 30);
            for (i, a) in s.iter().enumerate() {
                for b in &s[i + 1..] {
                    assert!(a.0 != b.0 || a.2 < b.1 || b.2 < a.1, "{a:?} over {b:?}");
                }
            }
        }
    }

    #[test]
    fn gelopen_is_dik_met_een_stip_en_de_rest_grijs() {
        for breed in [true, false] {
            let (gewoon, gelopen) = (beslispad("T", &boom(false), breed), beslispad("T", &boom(true), breed));
            assert!(!gewoon.contains("bp-gelopen") && !gewoon.contains(ACCENT) && !gewoon.contains("bp-stip"));
            assert_eq!(gelopen.matches("bp-stip").count(), 4);
            assert_eq!(gelopen.matches("bp-vak bp-gelopen").count(), 4);
            assert_eq!(gelopen.matches("bp-uitkomst bp-gelopen").count(), 1);
            let lijnen: Vec<&str> = tags(&gelopen, "path").into_iter().filter(|p| !p.contains("bp-punt")).collect();
            for l in &lijnen {
                let dik = if l.contains("bp-gelopen") { "2.6" } else { "1" };
                assert_eq!(attr(l, "stroke-width"), Some(dik));
                assert_eq!(attr(l, "stroke") == Some(ACCENT), dik == "2.6");
            }
            assert_eq!(lijnen.iter().filter(|l| l.contains("bp-gelopen")).count(), 4);
        }
    }

    #[test]
    fn de_beschrijving_vertelt_het_pad() {
        let svg = beslispad("Melden?", &boom(true), true);
        let d = svg.split_once("<desc").unwrap().1.split_once("</desc>").unwrap().0;
        assert!(
            d.contains(
                "3. 18 jaar of ouder? (gelopen: 17 jaar) – bij ja: naar vraag 4, bij nee (gelopen): naar vraag 6."
            ),
            "{d}"
        );
        assert!(d.contains("5. Een afspraak? – bij ja of nee: naar vraag 6."), "{d}");
        assert!(d.contains("7. Zorg? – daarna: melding mag of eerst een gesprek."), "{d}");
        assert!(!beslispad("Melden?", &boom(false), true).contains("(gelopen"));
    }

    #[test]
    fn brede_en_smalle_tekening_op_een_bladzijde() {
        let (b, s) = (beslispad("Melden?", &boom(false), true), beslispad("Melden?", &boom(false), false));
        assert!(b.contains("lr-beslispad--breed\" width=\"700\"") && s.contains("lr-beslispad--smal\" width=\"358\""));
        let ids =
            |svg: &str| [attr(svg, "aria-labelledby"), attr(svg, "aria-describedby")].map(|i| i.unwrap().to_owned());
        let mut alle: Vec<String> = ids(&b).into_iter().chain(ids(&s)).collect();
        for svg in [&b, &s] {
            assert!(ids(svg).iter().all(|id| svg.matches(&format!(" id=\"{id}\"")).count() == 1));
            assert_eq!(svg.matches(" id=").count(), 2);
        }
        alle.sort();
        alle.dedup();
        assert_eq!(alle.len(), 4);
        assert_eq!(b, beslispad("Melden?", &boom(false), true));
    }

    #[test]
    fn vreemde_invoer() {
        let lang = "x".repeat(400);
        for breed in [true, false] {
            keur(&beslispad("Leeg", &[], breed));
            keur(&beslispad("", &[Knoop::default()], breed));
            // terug, naar zichzelf en naar niets: geen lijn; zonder uitkomst een streepje
            let fout =
                vec![naar("ja", 0, false), naar("nee", 9, false), naar("", usize::MAX, true), einde("x", &[], false)];
            let svg = beslispad("Fout", &[knoop("Vraag?", "", usize::MAX, true, fout)], breed);
            keur(&svg);
            assert_eq!(tags(&svg, "path").len(), 2);
            assert!(svg.contains(">–</text>"));
            let knopen: Vec<Knoop> = (0..4)
                .map(|i| {
                    knoop(
                        &lang,
                        &lang,
                        i,
                        i == 0,
                        vec![naar("ja of nee", 3, false), einde(&lang[..40], &[&lang], true)],
                    )
                })
                .collect();
            keur(&beslispad(&lang, &knopen, breed));
        }
    }
}
