//! Vraag en antwoord van de regel vsv.

use super::plicht::{ONDERWIJS, Onderwijs};
use crate::antwoord::Antwoord;
use crate::lezer::Lezer;
use crate::vorm::{GEHEEL, Soort, mag, nodig};
use crate::{Fout, RegelInfo};
use jiff::civil::Date;
use rules::vsv::{self, REGEL};

pub(crate) static INFO: RegelInfo = RegelInfo {
    regel: &REGEL,
    vraag: &[
        nodig("geboortedatum", Soort::Datum, "Geboortedatum."),
        nodig("startkwalificatie", Soort::JaNee, "Is er een diploma havo, vwo of mbo 2 of hoger?"),
        mag("uitgeschreven_op", Soort::Datum, "Eerste dag zonder inschrijving."),
        mag("verwijderd_op", Soort::Datum, "Dag van verwijdering."),
        mag("nieuwe_inschrijving_op", Soort::Datum, "Dag van een nieuwe inschrijving."),
        nodig(
            "dagen_aaneengesloten_afwezig",
            GEHEEL,
            "Dagen achter elkaar weg zonder geldige reden, bij de inschrijving van nu; 0 als die er niet is.",
        ),
        mag("onderwijs", Soort::Object(ONDERWIJS), "Het onderwijs dat de jongere volgt of volgde."),
        mag("laatste_contact_op", Soort::Datum, "Dag van het laatste contact met de jongere."),
    ],
    antwoord: &[
        nodig("doelgroep", Soort::JaNee, "Hoort de jongere bij de doelgroep?"),
        nodig("kwetsbare_positie", Soort::JaNee, "Is het een jongere in een kwetsbare positie?"),
        mag("eerstvolgend_contact", Soort::Datum, "Dag van het volgende contact; kan al voorbij zijn."),
    ],
    deur: lees,
};

fn lees(l: &Lezer<'_>, vandaag: Date) -> Result<Antwoord, Fout> {
    let geboortedatum = l.datum("geboortedatum")?;
    let peil = l.peildatum(vandaag, Some(geboortedatum))?;
    let onderwijs = l.object("onderwijs", ONDERWIJS)?.map(|o| Onderwijs::lees(&o)).transpose()?;
    let v = vsv::Vraag {
        geboortedatum,
        peildatum: peil,
        startkwalificatie: l.ja_nee("startkwalificatie")?,
        uitgeschreven_op: l.datum_mag("uitgeschreven_op")?,
        verwijderd_op: l.datum_mag("verwijderd_op")?,
        nieuwe_inschrijving_op: l.datum_mag("nieuwe_inschrijving_op")?,
        dagen_afwezig: l.geheel("dagen_aaneengesloten_afwezig")?,
        artikel_4a_lid_2: onderwijs.as_ref().is_some_and(|o| o.vrijgesteld(peil)),
        kwetsbaar_onderwijs: onderwijs.as_ref().is_some_and(|o| o.soort == "pro" || o.vso_zonder_vervolg()),
        laatste_contact_op: l.datum_mag("laatste_contact_op")?,
        periode_dagen: l.beleid("vsv", peil)?.dagen("rmc_periode_dagen"),
    };
    let o = vsv::vsv(&v, l.recht(peil)?);
    let a = o.uitkomst;
    let eigen = vec![
        ("doelgroep", a.doelgroep.into()),
        ("kwetsbare_positie", a.kwetsbare_positie.into()),
        ("eerstvolgend_contact", a.eerstvolgend_contact.into()),
    ];
    Ok(Antwoord::van(REGEL.naam, if a.vsv { "vsv" } else { "geen_vsv" }, o, eigen))
}
