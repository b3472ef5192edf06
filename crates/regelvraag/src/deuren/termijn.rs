//! Vraag en antwoord van de regel termijn.

use crate::antwoord::Antwoord;
use crate::lezer::Lezer;
use crate::vorm::{GEHEEL, REGIO, Soort, mag, nodig};
use crate::{Fout, RegelInfo};
use jiff::civil::Date;
use rules::Vakantieregio;
use rules::termijn::{self, REGEL, Termijnsoort};

pub(crate) static INFO: RegelInfo = RegelInfo {
    regel: &REGEL,
    vraag: &[
        nodig("soort", Soort::Keuze(Termijnsoort::CODES), "Welke termijn."),
        nodig("vanaf", Soort::Datum, "Dag waarop het begint; die dag is dag 0."),
        mag("vakantieregio", REGIO, "Verandert niets: vakanties rekken een termijn niet op."),
    ],
    antwoord: &[
        nodig("uiterlijk", Soort::Datum, "Laatste dag."),
        nodig("werkdagen_over", GEHEEL, "Werkdagen na de peildatum tot en met de laatste dag."),
    ],
    deur: lees,
};

fn lees(l: &Lezer<'_>, vandaag: Date) -> Result<Antwoord, Fout> {
    l.keuze_mag("vakantieregio", Vakantieregio::uit_code)?;
    let peil = l.peildatum(vandaag, None)?;
    l.beleid("termijn", peil)?;
    let soort = l.keuze("soort", Termijnsoort::uit_code)?;
    let o = termijn::termijn(soort, l.datum("vanaf")?, peil, l.recht(peil)?);
    let a = o.uitkomst;
    let eigen = vec![("uiterlijk", a.uiterlijk.into()), ("werkdagen_over", a.werkdagen_over.into())];
    Ok(Antwoord::van(REGEL.naam, if a.loopt { "loopt" } else { "verstreken" }, o, eigen))
}
