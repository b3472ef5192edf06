//! Vraag en antwoord van de regel proces_verbaal.

use crate::antwoord::Antwoord;
use crate::lezer::{Lezer, ontbreekt};
use crate::vorm::{Soort as V, Veld, mag, nodig};
use crate::{Fout, RegelInfo};
use jiff::civil::Date;
use rules::proces_verbaal::{self, REGEL, Soort, Wie};

const VERDACHTE: &[Veld] = &[
    nodig("wie", V::Keuze(Wie::CODES), "Ouder of jongere."),
    nodig("verwijtbaar", V::JaNee, "Is het deze persoon te verwijten? Dat beoordeelt een mens."),
];
const BELETSELEN: &[&str] = &[
    "geen_wettelijk_verzuim",
    "overzicht_ontbreekt",
    "leeftijd",
    "geen_boa",
    "geen_verdachte",
    "motivering_ontbreekt",
];

pub(crate) static INFO: RegelInfo = RegelInfo {
    regel: &REGEL,
    vraag: &[
        nodig("soort", V::Keuze(Soort::CODES), "Welk verzuim."),
        mag("uren_in_4_lesweken", V::Getal, "Uren in vier lesweken; nodig bij zestien uur."),
        nodig("geboortedatum", V::Datum, "Geboortedatum."),
        nodig("verdachten", V::Lijst(&V::Object(VERDACHTE)), "Wie het aangaat."),
        nodig("hulp_geboden", V::JaNee, "Is hulp geboden?"),
        nodig("afspraken_gemaakt", V::JaNee, "Zijn afspraken gemaakt?"),
        nodig("waarschuwing_gegeven", V::JaNee, "Is gewaarschuwd?"),
        nodig("overzicht_aanwezig", V::JaNee, "Is er een verzuimoverzicht van de school?"),
        mag("motivering_direct", V::Tekst, "Waarom het zonder eerdere stappen moet."),
        mag("boa_geldig_tot", V::Datum, "Laatste dag waarop de ambtenaar BOA is."),
    ],
    antwoord: &[
        nodig("beletselen", V::Lijst(&V::Keuze(BELETSELEN)), "Wat het tegenhoudt."),
        nodig("verdachten_toegestaan", V::Lijst(&V::Keuze(Wie::CODES)), "Tegen wie het kan."),
        nodig(
            "ontbrekende_stappen",
            V::Lijst(&V::Keuze(&["hulp", "afspraken", "waarschuwing"])),
            "Eerdere stappen die ontbreken.",
        ),
    ],
    deur: lees,
};

fn lees(l: &Lezer<'_>, vandaag: Date) -> Result<Antwoord, Fout> {
    let geboortedatum = l.datum("geboortedatum")?;
    let peil = l.peildatum(vandaag, Some(geboortedatum))?;
    let min_uren = l.beleid("proces_verbaal", peil)?.dagen("pv_min_uren");
    let soort = l.keuze("soort", Soort::uit_code)?;
    let uren = l.getal_mag("uren_in_4_lesweken")?;
    if soort == Soort::ZestienUur && uren.is_none() {
        return Err(ontbreekt(l.wijzer("uren_in_4_lesweken")));
    }
    l.nodig("verdachten")?;
    let mut verdachten = Vec::new();
    for w in l.lijst("verdachten")? {
        let o = w.object(VERDACHTE)?;
        verdachten.push((o.keuze("wie", Wie::uit_code)?, o.ja_nee("verwijtbaar")?));
    }
    let v = proces_verbaal::Vraag {
        soort,
        uren,
        min_uren,
        geboortedatum,
        peildatum: peil,
        verdachten,
        hulp_geboden: l.ja_nee("hulp_geboden")?,
        afspraken_gemaakt: l.ja_nee("afspraken_gemaakt")?,
        waarschuwing_gegeven: l.ja_nee("waarschuwing_gegeven")?,
        overzicht_aanwezig: l.ja_nee("overzicht_aanwezig")?,
        motivering: l.tekst_mag("motivering_direct")?.is_some_and(|t| !t.trim().is_empty()),
        boa_geldig_tot: l.datum_mag("boa_geldig_tot")?,
    };
    let o = proces_verbaal::proces_verbaal(&v, l.recht(peil)?);
    let a = o.uitkomst.clone();
    let verdachten: Vec<&'static str> = a.verdachten.iter().map(|w| w.code()).collect();
    let eigen = vec![
        ("beletselen", a.beletselen.into()),
        ("verdachten_toegestaan", verdachten.into()),
        ("ontbrekende_stappen", a.ontbrekende_stappen.into()),
    ];
    Ok(Antwoord::van(REGEL.naam, a.uitkomst.code(), o, eigen))
}
