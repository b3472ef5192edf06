//! Vraag en antwoord van de regel grondslag.

use crate::antwoord::Antwoord;
use crate::lezer::Lezer;
use crate::vorm::{Soort, mag, nodig};
use crate::{Fout, RegelInfo};
use jiff::civil::Date;
use rules::grondslag::{self, Handeling, REGEL};

const ALTERNATIEVEN: &[&str] =
    &["dossiernotitie", "schoolnotitie", "melding_vragen", "anoniem_advies", "woongemeente", "zonder_medisch"];

pub(crate) static INFO: RegelInfo = RegelInfo {
    regel: &REGEL,
    vraag: &[
        nodig("handeling", Soort::Keuze(Handeling::CODES), "Wat u wilt vastleggen of doen."),
        nodig("melding_actief", Soort::JaNee, "Loopt er een verzuimmelding?"),
        nodig("absoluut_verzuim", Soort::JaNee, "Is er absoluut verzuim?"),
        nodig("aanvraag_verlof_of_vrijstelling", Soort::JaNee, "Is er een aanvraag voor verlof of vrijstelling?"),
        nodig("woont_in_eigen_gemeente", Soort::JaNee, "Woont de jongere in de eigen gemeente?"),
        nodig("persoonsgebonden", Soort::JaNee, "Gaat het over een persoon?"),
        mag("medisch", Soort::JaNee, "Staat er iets medisch in?"),
    ],
    antwoord: &[mag("alternatief", Soort::Keuze(ALTERNATIEVEN), "Wat er in plaats daarvan kan.")],
    deur: lees,
};

fn lees(l: &Lezer<'_>, vandaag: Date) -> Result<Antwoord, Fout> {
    let peil = l.peildatum(vandaag, None)?;
    l.beleid("grondslag", peil)?;
    let v = grondslag::Vraag {
        handeling: l.keuze("handeling", Handeling::uit_code)?,
        melding_actief: l.ja_nee("melding_actief")?,
        absoluut_verzuim: l.ja_nee("absoluut_verzuim")?,
        aanvraag: l.ja_nee("aanvraag_verlof_of_vrijstelling")?,
        eigen_gemeente: l.ja_nee("woont_in_eigen_gemeente")?,
        persoonsgebonden: l.ja_nee("persoonsgebonden")?,
        medisch: l.ja_nee_of("medisch", false)?,
    };
    let o = grondslag::grondslag(&v, l.recht(peil)?);
    let a = o.uitkomst;
    let uitkomst = if a.toegestaan { "toegestaan" } else { "geweigerd" };
    Ok(Antwoord::van(REGEL.naam, uitkomst, o, vec![("alternatief", a.alternatief.into())]))
}
