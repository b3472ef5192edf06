//! Vraag en antwoord van de regel halt.

use crate::antwoord::Antwoord;
use crate::lezer::Lezer;
use crate::vorm::{GEHEEL, Soort, nodig};
use crate::{Fout, RegelInfo};
use jiff::civil::Date;
use rules::halt::{self, Beletsel, Grenzen, REGEL};

pub(crate) static INFO: RegelInfo = RegelInfo {
    regel: &REGEL,
    vraag: &[
        nodig("geboortedatum", Soort::Datum, "Geboortedatum."),
        nodig("uren", Soort::Getal, "Uren zonder geldige reden."),
        nodig("keren_te_laat", GEHEEL, "Keren te laat."),
        nodig("verwijtbaar_jongere", Soort::JaNee, "Is het de jongere te verwijten? Dat beoordeelt een mens."),
        nodig("instemming_jongere", Soort::JaNee, "Stemt de jongere in?"),
        nodig("instemming_ouders", Soort::JaNee, "Stemmen de ouders in?"),
        nodig("eerder_halt_leerplicht", Soort::JaNee, "Was er eerder een verwijzing voor schoolverzuim?"),
        nodig("school_gewaarschuwd", Soort::JaNee, "Heeft de school de jongere gesproken en gewaarschuwd?"),
        nodig("ouders_geinformeerd", Soort::JaNee, "Heeft de school de ouders ingelicht?"),
        nodig("langdurig_of_blijvend", Soort::JaNee, "Is het verzuim langdurig of blijvend?"),
        nodig("ernstig_motivatiegebrek", Soort::JaNee, "Is er een ernstig gebrek aan motivatie?"),
        nodig("problemen_zonder_hulp", Soort::JaNee, "Zijn er problemen waarvoor nog geen hulp is?"),
        nodig("boa", Soort::JaNee, "Is de ambtenaar BOA?"),
    ],
    antwoord: &[nodig(
        "beletselen",
        Soort::Lijst(&Soort::Keuze(Beletsel::CODES)),
        "Alles wat de verwijzing tegenhoudt.",
    )],
    deur: lees,
};

fn lees(l: &Lezer<'_>, vandaag: Date) -> Result<Antwoord, Fout> {
    let geboortedatum = l.datum("geboortedatum")?;
    let peil = l.peildatum(vandaag, Some(geboortedatum))?;
    let beleid = l.beleid("halt", peil)?;
    let v = halt::Vraag {
        geboortedatum,
        peildatum: peil,
        uren: l.getal("uren")?,
        keren_te_laat: l.geheel("keren_te_laat")?,
        verwijtbaar: l.ja_nee("verwijtbaar_jongere")?,
        instemming_jongere: l.ja_nee("instemming_jongere")?,
        instemming_ouders: l.ja_nee("instemming_ouders")?,
        eerder_halt: l.ja_nee("eerder_halt_leerplicht")?,
        school_gewaarschuwd: l.ja_nee("school_gewaarschuwd")?,
        ouders_geinformeerd: l.ja_nee("ouders_geinformeerd")?,
        langdurig: l.ja_nee("langdurig_of_blijvend")?,
        motivatiegebrek: l.ja_nee("ernstig_motivatiegebrek")?,
        problemen_zonder_hulp: l.ja_nee("problemen_zonder_hulp")?,
        boa: l.ja_nee("boa")?,
        grenzen: Grenzen::uit(|n| beleid.getal(n), |n| beleid.dagen(n)),
    };
    let o = halt::halt(&v, l.recht(peil)?);
    let beletselen: Vec<&'static str> = o.uitkomst.beletselen.iter().map(|b: &Beletsel| b.code()).collect();
    let uitkomst = if beletselen.is_empty() { "mogelijk" } else { "niet_mogelijk" };
    Ok(Antwoord::van(REGEL.naam, uitkomst, o, vec![("beletselen", beletselen.into())]))
}
