//! De leskalender van een vraag.

use crate::Fout;
use crate::lezer::{Lezer, Waarde, ontbreekt};
use crate::vorm::{KALENDER, PERIODE, REGIO, Soort, Veld, mag};
use jiff::civil::Date;
use rules::{Kalender, Periode, Vakantieregio};

/// Een eigen kalender kent geen grenzen; een vraag over meer dan een eeuw is geen vraag over één leerling.
const LANGSTE_SPAN_JAREN: i16 = 100;

/// Het veld `vakantieregio`.
pub(super) const VELD_REGIO: Veld =
    mag("vakantieregio", REGIO, "Vakantieregio van de school; of geef een eigen kalender.");

/// Het veld `kalender`.
pub(super) const VELD_KALENDER: Veld =
    mag("kalender", KALENDER, "Eigen vrije dagen en vakanties van de school, in plaats van de regio.");

pub(super) const fn velden(s: Soort) -> &'static [Veld] {
    match s {
        Soort::Object(v) => v,
        _ => &[],
    }
}

/// De kalender van de vraag: een regio of een eigen kalender, nooit beide (CR-06).
pub(super) fn kalender(l: &Lezer<'_>) -> Result<Kalender, Fout> {
    let regio = l.keuze_mag("vakantieregio", Vakantieregio::uit_code)?;
    let eigen = l.object("kalender", velden(KALENDER))?;
    match (regio, eigen) {
        (Some(_), Some(_)) => {
            l.tegenstrijdig("kalender", "Geef een vakantieregio of een eigen kalender, niet allebei.")
        }
        (None, None) => Err(ontbreekt(l.wijzer("vakantieregio"))),
        (Some(r), None) => Ok(Kalender::regio(r)),
        (None, Some(k)) => {
            let vrij = k.lijst("vrije_dagen")?.iter().map(Waarde::datum).collect::<Result<_, _>>()?;
            let periode = |w: &Waarde<'_>| {
                let (begin, einde) = w.object(velden(PERIODE))?.gesloten_periode()?;
                Ok(Periode { begin, einde })
            };
            let vakanties = k.lijst("vakanties")?.iter().map(periode).collect::<Result<_, Fout>>()?;
            Ok(Kalender::eigen(vrij, vakanties))
        }
    }
}

/// Elke datum moet binnen de kalendergegevens vallen.
pub(super) fn in_bereik(kalender: &Kalender, datums: &[(Date, String)]) -> Result<(), Fout> {
    let buiten = |veld: &str, melding: &str| Err(Fout::nieuw("buiten_bereik", veld, melding));
    if let Some((_, veld)) = datums.iter().find(|(d, _)| !kalender.in_bereik(*d)) {
        return buiten(veld, "De vakanties van de regio zijn bekend van 1 augustus 2017 tot en met 31 juli 2030.");
    }
    let eerste = datums.iter().map(|(d, _)| d.year()).min().unwrap_or(0);
    match datums.iter().find(|(d, _)| d.year() - eerste > LANGSTE_SPAN_JAREN) {
        Some((_, veld)) => buiten(veld, "De dagen van deze vraag liggen meer dan honderd jaar uit elkaar."),
        None => Ok(()),
    }
}
