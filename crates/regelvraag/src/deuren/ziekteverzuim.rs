//! Vraag en antwoord van de regel ziekteverzuim.

use super::kalender::{VELD_KALENDER, VELD_REGIO, in_bereik, kalender};
use crate::antwoord::Antwoord;
use crate::lezer::Lezer;
use crate::vorm::{Soort, Veld, mag, nodig};
use crate::{Fout, RegelInfo};
use jiff::civil::Date;
use rules::ziekteverzuim::{self, REGEL, Reden, Ziekmelding};

const ZIEKMELDING: &[Veld] = &[
    nodig("begin", Soort::Datum, "Eerste dag ziek."),
    mag("einde", Soort::Datum, "Laatste dag ziek; open als iemand nog ziek is."),
];

pub(crate) static INFO: RegelInfo = RegelInfo {
    regel: &REGEL,
    vraag: &[
        VELD_REGIO,
        VELD_KALENDER,
        nodig("ziekmeldingen", Soort::Lijst(&Soort::Object(ZIEKMELDING)), "De ziekmeldingen."),
        mag("zorgen", Soort::JaNee, "Heeft de school zorgen?"),
    ],
    antwoord: &[
        nodig("redenen", Soort::Lijst(&Soort::Keuze(Reden::CODES)), "Waarom de school de jeugdarts betrekt."),
        nodig("melden_bij_duo", Soort::JaNee, "Altijd nee: ziekte wordt niet gemeld."),
    ],
    deur: lees,
};

fn lees(l: &Lezer<'_>, vandaag: Date) -> Result<Antwoord, Fout> {
    let kalender = kalender(l)?;
    let peil = l.peildatum(vandaag, None)?;
    l.beleid("ziekteverzuim", peil)?;
    l.nodig("ziekmeldingen")?;
    let mut dagen = vec![(peil, l.wijzer("peildatum"))];
    let mut ziekmeldingen = Vec::new();
    for w in l.lijst("ziekmeldingen")? {
        let o = w.object(ZIEKMELDING)?;
        let (begin, einde) = o.periode()?;
        if begin <= peil {
            dagen.push((begin, o.wijzer("begin")));
        }
        ziekmeldingen.push(Ziekmelding { begin, einde });
    }
    in_bereik(&kalender, &dagen)?;
    let zorgen = l.ja_nee_of("zorgen", false)?;
    let v = ziekteverzuim::Vraag { kalender: &kalender, ziekmeldingen: &ziekmeldingen, peildatum: peil, zorgen };
    let o = ziekteverzuim::ziekteverzuim(&v, l.recht(peil)?);
    let redenen: Vec<&'static str> = o.uitkomst.redenen.iter().map(|r: &Reden| r.code()).collect();
    let uitkomst = if redenen.is_empty() { "geen_signaal" } else { "signaal" };
    Ok(Antwoord::van(REGEL.naam, uitkomst, o, vec![("redenen", redenen.into()), ("melden_bij_duo", false.into())]))
}
