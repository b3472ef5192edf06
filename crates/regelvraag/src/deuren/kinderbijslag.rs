//! Vraag en antwoord van de regel kinderbijslag.

use crate::antwoord::Antwoord;
use crate::lezer::Lezer;
use crate::vorm::{Soort, mag, nodig};
use crate::{Fout, RegelInfo};
use jiff::civil::Date;
use rules::kinderbijslag::{self, REGEL};

const BELETSELEN: &[&str] =
    &["leeftijd", "niet_verwijtbaar_ouders", "geen_samenwerkingsovereenkomst", "verzuim_gestopt", "loopt_al"];

pub(crate) static INFO: RegelInfo = RegelInfo {
    regel: &REGEL,
    vraag: &[
        nodig("geboortedatum", Soort::Datum, "Geboortedatum."),
        nodig("verwijtbaar_ouders", Soort::JaNee, "Is het de ouders te verwijten? Dat beoordeelt een mens."),
        nodig("samenwerkingsovereenkomst", Soort::JaNee, "Heeft de gemeente een overeenkomst met de SVB?"),
        nodig("verzuim_gestopt", Soort::JaNee, "Is het verzuim gestopt?"),
        mag("lopende_stop", Soort::JaNee, "Is de kinderbijslag al stopgezet?"),
    ],
    antwoord: &[nodig("beletselen", Soort::Lijst(&Soort::Keuze(BELETSELEN)), "Wat stopzetting tegenhoudt.")],
    deur: lees,
};

fn lees(l: &Lezer<'_>, vandaag: Date) -> Result<Antwoord, Fout> {
    let geboortedatum = l.datum("geboortedatum")?;
    let peil = l.peildatum(vandaag, Some(geboortedatum))?;
    l.beleid("kinderbijslag", peil)?;
    let v = kinderbijslag::Vraag {
        geboortedatum,
        peildatum: peil,
        verwijtbaar_ouders: l.ja_nee("verwijtbaar_ouders")?,
        samenwerkingsovereenkomst: l.ja_nee("samenwerkingsovereenkomst")?,
        verzuim_gestopt: l.ja_nee("verzuim_gestopt")?,
        lopende_stop: l.ja_nee_of("lopende_stop", false)?,
    };
    let o = kinderbijslag::kinderbijslag(&v, l.recht(peil)?);
    let a = o.uitkomst.clone();
    Ok(Antwoord::van(REGEL.naam, a.uitkomst.code(), o, vec![("beletselen", a.beletselen.into())]))
}
