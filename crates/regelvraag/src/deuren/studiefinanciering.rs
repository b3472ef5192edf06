//! Vraag en antwoord van de regel studiefinanciering.

use super::een_van;
use crate::antwoord::Antwoord;
use crate::lezer::{Lezer, ontbreekt};
use crate::vorm::{GEHEEL, Soort, mag, nodig};
use crate::{Fout, RegelInfo};
use jiff::civil::Date;
use rules::studiefinanciering::{self, Onderwijs, Ontvangt, REGEL};

const ONDERWIJS: &[&str] = &["vo", "mbo_bol", "mbo_bbl"];

pub(crate) static INFO: RegelInfo = RegelInfo {
    regel: &REGEL,
    vraag: &[
        nodig("geboortedatum", Soort::Datum, "Geboortedatum."),
        nodig("onderwijs", Soort::Keuze(ONDERWIJS), "Soort onderwijs."),
        mag("niveau", Soort::Geheel(1, 4), "Niveau; nodig bij mbo bol."),
        nodig("ontvangt", Soort::Keuze(Ontvangt::CODES), "Wat iemand ontvangt."),
        nodig(
            "dagen_aaneengesloten_ongeoorloofd",
            GEHEEL,
            "Dagen achter elkaar weg zonder geldige reden, zonder vakantieweken.",
        ),
    ],
    antwoord: &[],
    deur: lees,
};

fn lees(l: &Lezer<'_>, vandaag: Date) -> Result<Antwoord, Fout> {
    let geboortedatum = l.datum("geboortedatum")?;
    let peil = l.peildatum(vandaag, Some(geboortedatum))?;
    let melden_vanaf = l.beleid("studiefinanciering", peil)?.dagen("sf_melden_dagen");
    let soort = l.keuze("onderwijs", een_van(ONDERWIJS))?;
    let onderwijs = match (soort, l.geheel_tussen("niveau", 1, 4)?) {
        ("vo", _) => Onderwijs::Vo,
        ("mbo_bbl", _) => Onderwijs::MboBbl,
        (_, Some(n)) => Onderwijs::MboBol(n),
        (_, None) => return Err(ontbreekt(l.wijzer("niveau"))),
    };
    let ontvangt = l.keuze("ontvangt", Ontvangt::uit_code)?;
    let v = studiefinanciering::Vraag {
        geboortedatum,
        peildatum: peil,
        onderwijs,
        ontvangt,
        dagen: l.geheel("dagen_aaneengesloten_ongeoorloofd")?,
        melden_vanaf,
    };
    let o = studiefinanciering::studiefinanciering(&v, l.recht(peil)?);
    let code = o.uitkomst.code();
    Ok(Antwoord::van(REGEL.naam, code, o, Vec::new()))
}
