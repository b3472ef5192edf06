//! Vraag en antwoord van de regel vrijstelling.

use crate::antwoord::Antwoord;
use crate::lezer::{Lezer, ontbreekt};
use crate::vorm::{Soort, mag, nodig};
use crate::{Fout, RegelInfo};
use jiff::civil::Date;
use rules::vrijstelling::{self, Artikel, Gebrek, REGEL};

const RICHTING: &str = "eerder_op_school_van_richting_in_afgelopen_jaar";

pub(crate) static INFO: RegelInfo = RegelInfo {
    regel: &REGEL,
    vraag: &[
        nodig("artikel", Soort::Keuze(Artikel::CODES), "Artikel 5 onder a, b of c, artikel 5a of 15."),
        nodig("geboortedatum", Soort::Datum, "Geboortedatum."),
        nodig("ingediend_op", Soort::Datum, "Dag van de kennisgeving of de aanvraag."),
        mag("plicht_begin", Soort::Datum, "Eerste dag van de plicht; alleen bij een eerste kennisgeving."),
        mag("ontstaan_na_aanvang", Soort::JaNee, "Ontstond de grond toen de plicht al liep?"),
        mag("verklaring_datum", Soort::Datum, "Dag van de verklaring."),
        mag(
            "verklaring_door_aangewezen_arts",
            Soort::JaNee,
            "Is de verklaring van een arts, pedagoog of psycholoog die de gemeente aanwees?",
        ),
        mag(RICHTING, Soort::JaNee, "Zat de jongere in de 12 maanden ervoor op een school van de bezwaarde richting?"),
        mag("nooit_geschikt_verklaard", Soort::JaNee, "Zegt de verklaring dat de jongere nooit geschikt zal zijn?"),
        mag(
            "voldoende_ander_onderwijs",
            Soort::JaNee,
            "Is het andere onderwijs voldoende? Dat beoordeelt een mens; leeg zolang dat niet is gebeurd.",
        ),
        mag("onderwijskundig_oordeel", Soort::JaNee, "Is er een onderwijskundig oordeel? Telt alleen in het voorstel."),
    ],
    antwoord: &[
        nodig("gebreken", Soort::Lijst(&Soort::Keuze(Gebrek::CODES)), "Alles wat eraan schort."),
        mag("vernieuwen_voor", Soort::Datum, "Eerste dag waarop een nieuwe kennisgeving te laat is."),
    ],
    deur: lees,
};

fn lees(l: &Lezer<'_>, vandaag: Date) -> Result<Antwoord, Fout> {
    // De peildatum bepaalt alleen de versie (BR-06); de geboorte wordt met de dag van indienen vergeleken (BR-03).
    let peil = l.peildatum(vandaag, None)?;
    l.beleid("vrijstelling", peil)?;
    let artikel = l.keuze("artikel", Artikel::uit_code)?;
    let geboortedatum = l.datum("geboortedatum")?;
    let ingediend_op = l.datum("ingediend_op")?;
    if ingediend_op < geboortedatum {
        return l.tegenstrijdig("ingediend_op", "De dag van indienen ligt vóór de geboortedatum.");
    }
    let verklaring_datum = l.datum_mag("verklaring_datum")?;
    if verklaring_datum.is_some_and(|d| d > ingediend_op) {
        return l.tegenstrijdig("verklaring_datum", "De verklaring is van na de dag van indienen.");
    }
    let richting = l.ja_nee_mag(RICHTING)?;
    if artikel == Artikel::A5b && richting.is_none() {
        return Err(ontbreekt(l.wijzer(RICHTING)));
    }
    let v = vrijstelling::Vraag {
        artikel,
        geboortedatum,
        ingediend_op,
        plicht_begin: l.datum_mag("plicht_begin")?,
        ontstaan_na_aanvang: l.ja_nee_of("ontstaan_na_aanvang", false)?,
        verklaring_datum,
        verklaring_aangewezen: l.ja_nee_of("verklaring_door_aangewezen_arts", false)?,
        richting_afgelopen_jaar: richting.unwrap_or(false),
        nooit_geschikt: l.ja_nee_of("nooit_geschikt_verklaard", false)?,
        voldoende_ander_onderwijs: l.ja_nee_mag("voldoende_ander_onderwijs")?,
        onderwijskundig_oordeel: l.ja_nee_of("onderwijskundig_oordeel", false)?,
    };
    let o = vrijstelling::vrijstelling(&v, l.recht(peil)?);
    let a = o.uitkomst.clone();
    let gebreken: Vec<&'static str> = a.gebreken.iter().copied().map(Gebrek::code).collect();
    let eigen = vec![("gebreken", gebreken.into()), ("vernieuwen_voor", a.vernieuwen_voor.into())];
    Ok(Antwoord::van(REGEL.naam, a.uitkomst.code(), o, eigen))
}
