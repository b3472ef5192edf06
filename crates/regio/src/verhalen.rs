//! De vaste leerlingen met een verhaal.

mod gebruikers;
mod markeringen;
mod mensen;

pub(crate) use gebruikers::gebruikers;

use crate::mensen::Nieuw;
use crate::namen;
use crate::{Bouw, Gezag, LAATSTE_DAG, Leerling, Persoon};
use domain::Datum;
use domain::aanwezigheid::Status::{Ongeoorloofd, TeLaat};
use domain::waarden::Bsn;
use jiff::civil::date;
use markeringen::{HELE_DAGEN, HELEMAAL_WEG, TE_LAAT, VAST, VERSPREID, Vast};
use mensen::{BEKENDEN, Mens, OUDERS, VERHALEN};

/// Over deze leerling is het verzuim al eens gemeld; zonder die melding is langdurig verzuim er niet.
pub const EERDER_GEMELD: &str = "80001";

/// Wie een verhaal heeft, zit al langer op school.
const AL_LANGER: Datum = date(2024, 8, 1);

/// Hoort dit nummer bij een vast verhaal?
pub(crate) fn is_verhaal(nummer: &str) -> bool {
    BEKENDEN.iter().chain(VERHALEN.iter().map(|(m, _)| m)).any(|m| m.0 == nummer)
}

/// Het nummer van een bekende: altijd hetzelfde, wie er ook bij komt. De reeks van de anderen begint erna.
fn vaste_bsn(nr: u32) -> Option<Bsn> {
    (0..90).find_map(|i| format!("9999{:05}", nr * 97 + i).parse().ok())
}

/// Wat er les voor les vaststaat.
#[cfg(test)]
pub(crate) const fn vast() -> &'static [Vast] {
    VAST
}

impl Bouw {
    /// Zet de vaste leerlingen met hun ouders neer.
    pub(crate) fn verhalen(&mut self) {
        for (nr, mens) in (1..).zip(BEKENDEN) {
            // Eén kind heeft geen nummer: dan vraagt het register om een ander.
            let bsn = vaste_bsn(nr).filter(|_| mens.0 != "30014");
            let adres = mens.5.map(|_| "Voorbeeldstraat 1, Heuveloord".to_owned());
            self.verhaal(mens, bsn, adres);
        }
        let eerste_ouder = u32::try_from(BEKENDEN.len()).unwrap_or_default() + 1;
        for (nr, (code, naam, geboren, gemeente, kind, soort)) in (eerste_ouder..).zip(OUDERS) {
            let naam = namen::vast(naam, "onbekend");
            let adres = match *gemeente {
                "9901" => "Voorbeeldstraat 1, Heuveloord".to_owned(),
                elders => namen::adres(&mut self.rng, elders),
            };
            self.w.personen.push(Persoon {
                code: (*code).to_owned(),
                voornamen: naam.voornamen,
                tussenvoegsel: naam.tussenvoegsel,
                achternaam: naam.achternaam,
                geboortedatum: *geboren,
                geslacht: naam.geslacht,
                bsn: vaste_bsn(nr),
                adres: Some(adres),
                gemeente: Some((*gemeente).to_owned()),
                verblijf_gemeente: None,
                geheim: false,
            });
            self.w.gezag.push(Gezag {
                ouder: (*code).to_owned(),
                kind: (*kind).to_owned(),
                soort: (*soort).to_owned(),
                van: date(2012, 1, 1),
                tot: None,
            });
        }
        for (mens, ouders) in VERHALEN {
            let bsn = self.bsn();
            let adres = mens.5.map(|gemeente| namen::adres(&mut self.rng, gemeente));
            let code = self.verhaal(mens, bsn, adres);
            for (volgnummer, (naam, geslacht, soort, ander_adres)) in (1..).zip(*ouders) {
                self.ouder(&code, volgnummer, namen::vast(naam, geslacht), soort, *ander_adres);
            }
        }
    }

    fn verhaal(&mut self, mens: &Mens, bsn: Option<Bsn>, adres: Option<String>) -> String {
        let (nummer, klas, naam, geslacht, geboren, gemeente) = *mens;
        self.leerling(Nieuw {
            school: klas.split('/').next().unwrap_or_default(),
            klas: klas.to_owned(),
            nummer: nummer.to_owned(),
            naam: namen::vast(naam, geslacht),
            geboren,
            bsn,
            adres,
            gemeente: gemeente.map(str::to_owned),
            // Niet ingeschreven in de BRP: de gemeente van feitelijk verblijf telt.
            verblijf: if gemeente.is_none() { Some("9901".to_owned()) } else { None },
            geheim: matches!(nummer, "30010" | "20002"),
            ingeschreven: AL_LANGER,
            uitgeschreven: None,
            startkwalificatie: None,
        })
    }

    /// Legt vast wat er in de verhalen is gebeurd, voor zover dat al voorbij is.
    pub(crate) fn markeringen_van_verhalen(&mut self) {
        let vast: Vec<Leerling> = self.w.leerlingen.iter().filter(|l| is_verhaal(&l.leerlingnummer)).cloned().collect();
        for l in &vast {
            self.markeringen_van(l);
        }
    }

    fn markeringen_van(&mut self, l: &Leerling) {
        let nummer = l.leerlingnummer.as_str();
        let vaste: Vec<&Vast> = VAST.iter().filter(|m| m.0 == nummer).collect();
        for (_, dag, lessen, status, minuten) in &vaste {
            for les in *lessen {
                self.zet(l, *dag, *les, *status, *minuten);
            }
        }
        for (_, van, tot, status) in HELE_DAGEN.iter().filter(|m| m.0 == nummer) {
            for (dag, les) in self.lessen(&l.klas, *van, *tot) {
                self.zet(l, dag, les, *status, 0);
            }
        }
        for (_, aantal, van, tot) in VERSPREID.iter().filter(|m| m.0 == nummer) {
            let mut vrij = self.lessen(&l.klas, *van, *tot);
            vrij.retain(|(dag, les)| !vaste.iter().any(|m| m.1 == *dag && m.2.contains(les)));
            for (dag, les) in verdeeld(&vrij, *aantal) {
                self.zet(l, dag, les, Ongeoorloofd, 0);
            }
        }
        for (_, aantal, van, tot, minuten) in TE_LAAT.iter().filter(|m| m.0 == nummer) {
            let mut eerste = self.lessen(&l.klas, *van, *tot);
            eerste.retain(|(_, les)| *les == 1);
            for (dag, les) in verdeeld(&eerste, *aantal) {
                self.zet(l, dag, les, TeLaat, *minuten);
            }
        }
        for (_, van) in HELEMAAL_WEG.iter().filter(|m| m.0 == nummer) {
            for (dag, les) in self.lessen(&l.klas, *van, self.vandaag.min(LAATSTE_DAG)) {
                // Vandaag is nog niet voorbij.
                if dag < self.vandaag {
                    self.zet(l, dag, les, Ongeoorloofd, 0);
                }
            }
        }
    }
}

/// Zoveel lessen, gelijk verdeeld, met de eerste en de laatste erbij.
fn verdeeld(lessen: &[(Datum, i64)], aantal: usize) -> Vec<(Datum, i64)> {
    let stap = |i: usize| i * lessen.len().saturating_sub(1) / aantal.saturating_sub(1).max(1);
    (0..aantal).filter_map(|i| lessen.get(stap(i)).copied()).collect()
}
