//! Vraag en antwoord van de regel routering.

use crate::antwoord::Antwoord;
use crate::lezer::{Lezer, Waarde, ontbreekt};
use crate::vorm::{GEHEEL, Soort, Veld, mag, nodig};
use crate::{Fout, RegelInfo};
use jiff::civil::Date;
use rules::routering::{self, REGEL};
use rules::verzuimsoort::Verzuimsoort;

const REGELING: &[Veld] = &[
    nodig("gemeenten", Soort::Lijst(&Soort::Tekst), "Codes van de gemeenten die meedoen."),
    nodig("orgaan", Soort::Tekst, "Wie de taak uitvoert."),
];
const ANDERS: &[Veld] = &[
    mag("leerplicht", Soort::Tekst, "Ontvanger voor leerplicht."),
    mag("doorstroompunt", Soort::Tekst, "Ontvanger voor het Doorstroompunt."),
];

pub(crate) static INFO: RegelInfo = RegelInfo {
    regel: &REGEL,
    vraag: &[
        mag("brp_gemeente", Soort::Tekst, "Gemeente van inschrijving in de BRP."),
        mag("verblijf_gemeente", Soort::Tekst, "Gemeente van verblijf, als er geen inschrijving is."),
        nodig("leeftijd_eerste_verzuimdag", GEHEEL, "Leeftijd op de eerste verzuimdag."),
        nodig("soort", Soort::Keuze(Verzuimsoort::CODES), "Uitkomst van de regel verzuimsoort."),
        mag("gemeenschappelijke_regeling", Soort::Object(REGELING), "Regeling die de Leerplichtwet uitvoert."),
        mag("alternatieve_routering", Soort::Object(ANDERS), "Andere ontvanger die de gemeente heeft opgegeven."),
    ],
    antwoord: &[
        nodig("ontvanger", Soort::Tekst, "Wie de melding krijgt."),
        nodig("zonder_brp", Soort::JaNee, "Was er geen inschrijving in de BRP?"),
    ],
    deur: lees,
};

fn lees(l: &Lezer<'_>, vandaag: Date) -> Result<Antwoord, Fout> {
    let peil = l.peildatum(vandaag, None)?;
    l.beleid("routering", peil)?;
    let soort = Some(l.keuze("soort", Verzuimsoort::uit_code)?);
    let leeftijd = l.geheel("leeftijd_eerste_verzuimdag")?;
    let regeling = l.object("gemeenschappelijke_regeling", REGELING)?;
    let regeling = match &regeling {
        Some(o) => {
            o.nodig("gemeenten")?;
            let gemeenten: Vec<String> = o
                .lijst("gemeenten")?
                .iter()
                .map(|w: &Waarde<'_>| w.tekst().map(str::to_owned))
                .collect::<Result<_, _>>()?;
            Some((gemeenten, o.tekst("orgaan")?))
        }
        None => None,
    };
    let ander = l.object("alternatieve_routering", ANDERS)?;
    let ander = |naam: &str| ander.as_ref().map_or(Ok(None), |o| o.tekst_mag(naam).map(|t| t.map(str::to_owned)));
    let (leerplicht, doorstroompunt) = (ander("leerplicht")?, ander("doorstroompunt")?);
    let v = routering::Vraag {
        brp_gemeente: l.tekst_mag("brp_gemeente")?,
        verblijf_gemeente: l.tekst_mag("verblijf_gemeente")?,
        leeftijd_eerste_verzuimdag: i16::try_from(leeftijd).unwrap_or(i16::MAX),
        soort,
        regeling: regeling
            .as_ref()
            .filter(|(_, orgaan)| !orgaan.trim().is_empty())
            .map(|(g, orgaan)| (g.as_slice(), *orgaan)),
        alternatief_leerplicht: leerplicht.as_deref(),
        alternatief_doorstroompunt: doorstroompunt.as_deref(),
    };
    let o = routering::routering(&v, l.recht(peil)?).ok_or_else(|| ontbreekt(l.wijzer("brp_gemeente")))?;
    let a = o.uitkomst.clone();
    let eigen = vec![("ontvanger", a.ontvanger.into()), ("zonder_brp", a.zonder_brp.into())];
    Ok(Antwoord::van(REGEL.naam, if a.doorstroompunt { "doorstroompunt" } else { "leerplicht" }, o, eigen))
}
