//! Vraag en antwoord van de regel uitschrijving.

use crate::antwoord::Antwoord;
use crate::lezer::Lezer;
use crate::vorm::{GEHEEL, Soort, mag, nodig};
use crate::{Fout, RegelInfo};
use jiff::civil::Date;
use rules::uitschrijving::{self, REGEL, Reden};

pub(crate) static INFO: RegelInfo = RegelInfo {
    regel: &REGEL,
    vraag: &[
        nodig("reden", Soort::Keuze(Reden::CODES), "Waarom de school uitschrijft."),
        nodig("geboortedatum", Soort::Datum, "Geboortedatum."),
        nodig("datum", Soort::Datum, "Eerste dag waarop de leerling niet meer is ingeschreven."),
        nodig("startkwalificatie", Soort::JaNee, "Is er een startkwalificatie?"),
        mag(
            "verklaring_nieuwe_school",
            Soort::JaNee,
            "Schreef een andere school dat zij de leerling inschrijft of toelaat?",
        ),
        mag("brp_uitgeschreven", Soort::JaNee, "Is de leerling uitgeschreven uit de BRP?"),
        mag("voltooide_schooljaren", GEHEEL, "Volle schooljaren op 31 juli voor de datum."),
        mag("gemeld_op", Soort::Datum, "Dag waarop de school het meldde."),
    ],
    antwoord: &[
        nodig("uiterlijk_melden", Soort::Datum, "Laatste dag om de uitschrijving te melden."),
        nodig("te_laat", Soort::JaNee, "Is de melding te laat?"),
        nodig("signaal_leerplicht", Soort::JaNee, "Krijgt leerplicht een signaal?"),
        nodig("signaal_doorstroompunt", Soort::JaNee, "Krijgt het Doorstroompunt een signaal?"),
    ],
    deur: lees,
};

fn lees(l: &Lezer<'_>, vandaag: Date) -> Result<Antwoord, Fout> {
    let geboortedatum = l.datum("geboortedatum")?;
    let datum = l.datum("datum")?;
    if datum < geboortedatum {
        return l.tegenstrijdig("datum", "De datum ligt vóór de geboortedatum.");
    }
    // De peildatum telt alleen voor een melding die er nog niet is (BR-06).
    let peil = l.peildatum(vandaag, None)?;
    let v = uitschrijving::Vraag {
        reden: l.keuze("reden", Reden::uit_code)?,
        geboortedatum,
        datum,
        startkwalificatie: l.ja_nee("startkwalificatie")?,
        verklaring_nieuwe_school: l.ja_nee_of("verklaring_nieuwe_school", false)?,
        brp_uitgeschreven: l.ja_nee_of("brp_uitgeschreven", false)?,
        voltooide_schooljaren: l
            .geheel_mag("voltooide_schooljaren")?
            .map(|n| i16::try_from(n.min(1000)).unwrap_or(1000)),
        gemeld: l.datum_mag("gemeld_op")?.unwrap_or(peil),
        meldtermijn_dagen: l.beleid("uitschrijving", datum)?.dagen("uitschrijving_meldtermijn_dagen"),
    };
    let o = uitschrijving::uitschrijving(&v, l.recht(datum)?);
    let a = o.uitkomst;
    let uitkomst = if a.rechtmatig { "rechtmatig" } else { "onrechtmatig" };
    let eigen = vec![
        ("uiterlijk_melden", a.uiterlijk_melden.into()),
        ("te_laat", a.te_laat.into()),
        ("signaal_leerplicht", a.signaal_leerplicht.into()),
        ("signaal_doorstroompunt", a.signaal_doorstroompunt.into()),
    ];
    Ok(Antwoord::van(REGEL.naam, uitkomst, o, eigen))
}
