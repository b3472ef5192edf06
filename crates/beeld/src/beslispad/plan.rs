//! Waar elk vak, elke uitkomst en elke lijn komt.

use super::Knoop;
use super::maat::{ACCENT, GRIJS, INKT, KLEIN, Maat, PILREGEL, PUNT, RAND, REGEL, SPOOR, Stand, VRAAG};
use super::teken::{pilbreedte, punt_rechts, teken_bij, teken_lijn};
use super::wegen::{Baan, Doel, Weg, poorten, poorthoogte};
use crate::tekst::{breedte, breek, breek_gelijk, schrijf};
use crate::teller;
use std::fmt::Write as _;

/// Een uitkomst naast of onder het vak.
pub(super) struct Pil {
    pub(super) x: i64,
    pub(super) y: i64,
    pub(super) breed: i64,
    pub(super) hoog: i64,
    pub(super) regels: Vec<String>,
    pub(super) bij: String,
    pub(super) stand: Stand,
}

/// Een vak met zijn uitkomsten.
pub(super) struct Rij {
    pub(super) links: i64,
    pub(super) top: i64,
    pub(super) hoog: i64,
    /// Onderkant, met de uitkomsten eronder.
    pub(super) onder: i64,
    /// Waar de pijl naar de volgende rij loopt, en waar de uitkomsten in de smalle tekening aftakken.
    pub(super) pijl: i64,
    pub(super) vraag: Vec<String>,
    pub(super) waarde: Vec<String>,
    pub(super) pillen: Vec<Pil>,
    pub(super) stand: Stand,
}

/// De maten die van de inhoud afhangen.
pub(super) struct Plan {
    pub(super) maat: Maat,
    /// Is er iets gelopen.
    pub(super) iemand: bool,
    /// Linkerkant van de vakken zonder inspringen.
    pub(super) links: i64,
    /// Rechterkant van de vakken; in de brede tekening staan rechts daarvan de uitkomsten.
    pub(super) rechts: i64,
    /// Plek van de binnenste baan, en de afstand tussen twee banen.
    pub(super) binnen: i64,
    pub(super) stap: i64,
    /// Lengte van de lijn naar een uitkomst: stuk, antwoord, stuk met pijlpunt.
    pub(super) tak: i64,
}

impl Plan {
    pub(super) fn van(maat: Maat, alle: &[Vec<Weg>], banen: &[Baan], iemand: bool) -> Self {
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
    pub(super) fn vak(&self, k: &Knoop) -> i64 {
        self.links + (teller(k.inspringen.min(100)) * self.maat.diepte.0).min(self.maat.diepte.1)
    }

    /// Waar een baan van boven naar beneden loopt.
    pub(super) fn baan(&self, b: &Baan) -> i64 {
        self.binnen - teller(b.nummer) * self.stap
    }

    /// Rekent alle rijen uit, en de hoogte van waar de banen vertrekken en aankomen.
    pub(super) fn rijen(&self, knopen: &[Knoop], alle: &[Vec<Weg>], banen: &mut [Baan]) -> Vec<Rij> {
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
    pub(super) fn tekst(&self) -> i64 {
        if self.iemand { 34 } else { 16 }
    }

    /// Langs de linkerkant naar een latere rij.
    pub(super) fn teken_baan(&self, s: &mut String, b: &Baan, rijen: &[Rij]) {
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
    pub(super) fn teken_tak(&self, s: &mut String, p: &Pil, r: &Rij) {
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
    pub(super) fn teken_vak(&self, s: &mut String, r: &Rij) {
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
