//! Vraag en antwoord van de regel thuiszitter.

use crate::antwoord::Antwoord;
use crate::lezer::Lezer;
use crate::vorm::{GEHEEL, PLICHT, Soort, nodig};
use crate::{Fout, RegelInfo};
use jiff::civil::Date;
use rules::plicht::Plicht;
use rules::thuiszitter::{self, REGEL};

pub(crate) static INFO: RegelInfo = RegelInfo {
    regel: &REGEL,
    vraag: &[
        nodig("ingeschreven", Soort::JaNee, "Staat de jongere ingeschreven op een school?"),
        nodig("plicht", Soort::Keuze(PLICHT), "Uitkomst van de regel plicht."),
        nodig("dagen_aaneengesloten_afwezig", GEHEEL, "Dagen achter elkaar weg."),
        nodig("vrijgesteld", Soort::JaNee, "Is er een vrijstelling?"),
    ],
    antwoord: &[nodig("langer_dan_3_maanden", Soort::JaNee, "Duurt het langer dan dertien weken?")],
    deur: lees,
};

fn lees(l: &Lezer<'_>, vandaag: Date) -> Result<Antwoord, Fout> {
    let peil = l.peildatum(vandaag, None)?;
    let v = thuiszitter::Vraag {
        ingeschreven: l.ja_nee("ingeschreven")?,
        plicht: l.keuze("plicht", Plicht::uit_code)?,
        dagen_aaneengesloten: l.geheel("dagen_aaneengesloten_afwezig")?,
        vrijgesteld: l.ja_nee("vrijgesteld")?,
        dreigend_vanaf_dagen: l.beleid("thuiszitter", peil)?.dagen("dreigend_vanaf_dagen"),
    };
    let o = thuiszitter::thuiszitter(&v, l.recht(peil)?);
    let a = o.uitkomst;
    Ok(Antwoord::van(REGEL.naam, a.uitkomst.code(), o, vec![("langer_dan_3_maanden", a.langer_dan_3_maanden.into())]))
}
