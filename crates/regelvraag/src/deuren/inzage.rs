//! Vraag en antwoord van de regel inzage.

use crate::antwoord::Antwoord;
use crate::lezer::Lezer;
use crate::vorm::{Soort, mag, nodig};
use crate::{Fout, RegelInfo};
use jiff::civil::Date;
use rules::inzage::{self, Beperking, Gegeven, REGEL, Vrager};

pub(crate) static INFO: RegelInfo = RegelInfo {
    regel: &REGEL,
    vraag: &[
        nodig("vrager", Soort::Keuze(Vrager::CODES), "Wie iets wil zien."),
        nodig("gegeven", Soort::Keuze(Gegeven::CODES), "Wat hij wil zien."),
        nodig("geboortedatum", Soort::Datum, "Geboortedatum van de jongere."),
        nodig(
            "eigen_organisatie",
            Soort::JaNee,
            "Gaat het om de eigen school, de eigen gemeente, het eigen kind of om uzelf?",
        ),
        mag("toestemming_jongere", Soort::JaNee, "Gaf de jongere zelf toestemming, en nam hij die niet terug?"),
        mag("convenant", Soort::JaNee, "Zijn de ambtsinstructie en het convenant allebei in werking?"),
        mag("verstrekking_nodig", Soort::JaNee, "Is er een vastgelegd en nodig verzoek, met doel en grond?"),
    ],
    antwoord: &[mag(
        "beperking",
        Soort::Keuze(inzage::Beperking::CODES),
        "Wat er overblijft als niet alles te zien is.",
    )],
    deur: lees,
};

fn lees(l: &Lezer<'_>, vandaag: Date) -> Result<Antwoord, Fout> {
    let geboortedatum = l.datum("geboortedatum")?;
    let peil = l.peildatum(vandaag, Some(geboortedatum))?;
    l.beleid("inzage", peil)?;
    let v = inzage::Vraag {
        vrager: l.keuze("vrager", Vrager::uit_code)?,
        gegeven: l.keuze("gegeven", Gegeven::uit_code)?,
        geboortedatum,
        peildatum: peil,
        eigen_organisatie: l.ja_nee("eigen_organisatie")?,
        toestemming_jongere: l.ja_nee_of("toestemming_jongere", false)?,
        convenant: l.ja_nee_of("convenant", false)?,
        verstrekking_nodig: l.ja_nee_of("verstrekking_nodig", false)?,
    };
    let o = inzage::inzage(&v, l.recht(peil)?);
    let mate = o.uitkomst;
    let eigen = vec![("beperking", mate.beperking().map(Beperking::code).into())];
    Ok(Antwoord::van(REGEL.naam, mate.code(), o, eigen))
}
