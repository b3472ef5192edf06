//! Question and answer of `grondslag`.

use super::lezer::Lezer;
use super::{Fout, antwoord};
use rules::grondslag::{Handeling, Vraag, grondslag};
use serde_json::{Value, json};

const VELDEN: [&str; 9] = [
    "handeling",
    "melding_actief",
    "absoluut_verzuim",
    "aanvraag_verlof_of_vrijstelling",
    "woont_in_eigen_gemeente",
    "persoonsgebonden",
    "medisch",
    "peildatum",
    "beleid",
];

const HANDELINGEN: [(&str, Handeling); 7] = [
    ("dossiernotitie", Handeling::Dossiernotitie),
    ("schoolnotitie", Handeling::Schoolnotitie),
    ("gesprek_preventief", Handeling::GesprekPreventief),
    ("zat_mdo_notitie", Handeling::ZatMdoNotitie),
    ("zat_mdo_deelname", Handeling::ZatMdoDeelname),
    ("advies_school", Handeling::AdviesSchool),
    ("spreekuur", Handeling::Spreekuur),
];

pub(super) fn toets(waarde: &Value) -> Result<Value, Fout> {
    let l = Lezer::nieuw(waarde, String::new(), &VELDEN)?;
    l.geen_beleid()?;
    l.peildatum_of(None)?;
    let o = grondslag(&Vraag {
        handeling: l.keuze("handeling", &HANDELINGEN)?,
        melding_actief: l.waar("melding_actief")?,
        absoluut_verzuim: l.waar("absoluut_verzuim")?,
        aanvraag: l.waar("aanvraag_verlof_of_vrijstelling")?,
        eigen_gemeente: l.waar("woont_in_eigen_gemeente")?,
        persoonsgebonden: l.waar("persoonsgebonden")?,
        medisch: l.waar_of("medisch")?.unwrap_or(false),
    });
    let velden = json!({ "alternatief": o.uitkomst.alternatief });
    Ok(antwoord("grondslag", if o.uitkomst.toegestaan { "toegestaan" } else { "geweigerd" }, &o, velden))
}
