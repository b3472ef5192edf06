//! Vraag en antwoord van de regel schorsing.

use crate::antwoord::Antwoord;
use crate::lezer::Lezer;
use crate::vorm::{GEHEEL_VANAF_1, GROOTSTE, Soort, mag, nodig};
use crate::{Fout, RegelInfo};
use jiff::civil::Date;
use rules::schorsing::{self, REGEL};

pub(crate) static INFO: RegelInfo = RegelInfo {
    regel: &REGEL,
    vraag: &[
        nodig("begin", Soort::Datum, "Eerste dag van de schorsing."),
        nodig("einde", Soort::Datum, "Laatste dag."),
        mag("vorige_einde", Soort::Datum, "Laatste dag van een eerdere schorsing dit schooljaar."),
        nodig("in_afwachting_verwijdering", Soort::JaNee, "Is het in afwachting van verwijdering?"),
        nodig("schooldagen", GEHEEL_VANAF_1, "Aantal schooldagen van de schorsing."),
    ],
    antwoord: &[
        nodig("melden_inspectie", Soort::JaNee, "Moet de school het bij de inspectie melden?"),
        nodig("waarschuwingen", Soort::Lijst(&Soort::Keuze(&["aansluitend"])), "Waar u op moet letten."),
    ],
    deur: lees,
};

fn lees(l: &Lezer<'_>, vandaag: Date) -> Result<Antwoord, Fout> {
    let peil = l.peildatum(vandaag, None)?;
    l.beleid("schorsing", peil)?;
    let (begin, einde) = l.gesloten_periode()?;
    let vorige_einde = l.datum_mag("vorige_einde")?;
    if vorige_einde.is_some_and(|v| v >= begin) {
        return l.tegenstrijdig("vorige_einde", "De vorige schorsing eindigt niet voor het begin van deze.");
    }
    l.nodig("schooldagen")?;
    let schooldagen = l.geheel_tussen("schooldagen", 1, GROOTSTE)?.unwrap_or(1);
    let dagen = begin.until(einde).map_or(i64::MAX, |s| i64::from(s.get_days()) + 1);
    if schooldagen > dagen {
        return l.tegenstrijdig("schooldagen", "Er zijn meer schooldagen dan dagen.");
    }
    let in_afwachting_verwijdering = l.ja_nee("in_afwachting_verwijdering")?;
    let v = schorsing::Vraag { begin, einde, vorige_einde, in_afwachting_verwijdering, schooldagen };
    let o = schorsing::schorsing(&v, l.recht(peil)?);
    let a = o.uitkomst.clone();
    let uitkomst = if a.toegestaan { "toegestaan" } else { "niet_toegestaan" };
    let eigen = vec![("melden_inspectie", a.melden_inspectie.into()), ("waarschuwingen", a.waarschuwingen.into())];
    Ok(Antwoord::van(REGEL.naam, uitkomst, o, eigen))
}
