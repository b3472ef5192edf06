//! De deuren van het tweede deel van het contract: middelen, schorsing, ziekte en studiefinanciering.

use super::deuren::{in_bereik, kalender, peildatum};
use super::lezer::{Lezer, ontbreekt};
use super::{Fout, antwoord};
use jiff::civil::Date;
use rules::halt::{self, Beletsel, Grenzen};
use rules::proces_verbaal::{self, Soort, Wie};
use rules::studiefinanciering::{self, Onderwijs, Ontvangt};
use rules::ziekteverzuim::{self, Reden, Ziekmelding};
use rules::{kinderbijslag, schorsing};
use serde_json::{Value, json};

pub(super) fn ziekteverzuim(regel: &str, json: &Value, vandaag: Date) -> Result<Value, Fout> {
    let velden = &["vakantieregio", "kalender", "ziekmeldingen", "peildatum", "zorgen", "beleid"];
    let l = Lezer::vraag(json, velden)?;
    l.object("beleid", &[])?;
    let kalender = kalender(&l)?;
    let peil = peildatum(&l, vandaag, None)?;
    l.nodig("ziekmeldingen")?;
    let mut dagen = vec![(peil, l.wijzer("peildatum"))];
    let mut ziekmeldingen = Vec::new();
    for w in l.lijst("ziekmeldingen")? {
        let o = w.object(&["begin", "einde"])?;
        let (begin, einde) = o.periode()?;
        if begin <= peil {
            dagen.push((begin, o.wijzer("begin")));
        }
        ziekmeldingen.push(Ziekmelding { begin, einde });
    }
    in_bereik(&kalender, &dagen)?;
    let zorgen = l.ja_nee_of("zorgen", false)?;
    let v = ziekteverzuim::Vraag { kalender: &kalender, ziekmeldingen: &ziekmeldingen, peildatum: peil, zorgen };
    let o = ziekteverzuim::ziekteverzuim(&v);
    let redenen: Vec<&str> = o.uitkomst.redenen.iter().map(|r: &Reden| r.code()).collect();
    let uitkomst = if redenen.is_empty() { "geen_signaal" } else { "signaal" };
    Ok(antwoord(regel, uitkomst, &o, json!({ "redenen": redenen, "melden_bij_duo": false })))
}

pub(super) fn halt(regel: &str, json: &Value, vandaag: Date) -> Result<Value, Fout> {
    let l = Lezer::vraag(
        json,
        &[
            "geboortedatum",
            "peildatum",
            "uren",
            "keren_te_laat",
            "verwijtbaar_jongere",
            "instemming_jongere",
            "instemming_ouders",
            "eerder_halt_leerplicht",
            "school_gewaarschuwd",
            "ouders_geinformeerd",
            "langdurig_of_blijvend",
            "ernstig_motivatiegebrek",
            "problemen_zonder_hulp",
            "boa",
            "beleid",
        ],
    )?;
    let beleid = l.object("beleid", &["halt_min_uren", "halt_min_te_laat", "halt_max_uren", "halt_max_te_laat"])?;
    let gewoon = Grenzen::default();
    let getal = |naam: &str, anders: f64| match &beleid {
        Some(b) if b.veld(naam).is_some() => b.getal(naam),
        _ => Ok(anders),
    };
    let geheel = |naam: &str, anders: i64| match &beleid {
        Some(b) => b.geheel_mag(naam).map(|n| n.unwrap_or(anders)),
        None => Ok(anders),
    };
    let grenzen = Grenzen {
        min_uren: getal("halt_min_uren", gewoon.min_uren)?,
        min_te_laat: geheel("halt_min_te_laat", gewoon.min_te_laat)?,
        max_uren: getal("halt_max_uren", gewoon.max_uren)?,
        max_te_laat: geheel("halt_max_te_laat", gewoon.max_te_laat)?,
    };
    let geboortedatum = l.datum("geboortedatum")?;
    let o = halt::halt(&halt::Vraag {
        geboortedatum,
        peildatum: peildatum(&l, vandaag, Some(geboortedatum))?,
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
        grenzen,
    });
    let beletselen: Vec<&str> = o.uitkomst.beletselen.iter().map(|b: &Beletsel| b.code()).collect();
    let uitkomst = if beletselen.is_empty() { "mogelijk" } else { "niet_mogelijk" };
    Ok(antwoord(regel, uitkomst, &o, json!({ "beletselen": beletselen })))
}

pub(super) fn proces_verbaal(regel: &str, json: &Value, vandaag: Date) -> Result<Value, Fout> {
    let l = Lezer::vraag(
        json,
        &[
            "soort",
            "uren_in_4_lesweken",
            "geboortedatum",
            "peildatum",
            "verdachten",
            "hulp_geboden",
            "afspraken_gemaakt",
            "waarschuwing_gegeven",
            "overzicht_aanwezig",
            "motivering_direct",
            "boa_geldig_tot",
            "beleid",
        ],
    )?;
    let beleid = l.object("beleid", &["pv_min_uren"])?;
    // De wet zegt 16 uur; beleid kan alleen strenger zijn (BR-04).
    let drempel = Lezer::beleid_dagen(beleid.as_ref(), "pv_min_uren", 16, 16..=10_000)?;
    let soort = l.keuze("soort", Soort::uit_code)?;
    let geboortedatum = l.datum("geboortedatum")?;
    let uren = if l.veld("uren_in_4_lesweken").is_some() { Some(l.getal("uren_in_4_lesweken")?) } else { None };
    let zestien_uur_bereikt = match (soort, uren) {
        (Soort::ZestienUur, None) => return Err(ontbreekt(l.wijzer("uren_in_4_lesweken"))),
        (_, uren) => uren.is_some_and(|u| u >= f64::from(i32::try_from(drempel).unwrap_or(i32::MAX))),
    };
    l.nodig("verdachten")?;
    let mut verdachten = Vec::new();
    for w in l.lijst("verdachten")? {
        let o = w.object(&["wie", "verwijtbaar"])?;
        verdachten.push((o.keuze("wie", Wie::uit_code)?, o.ja_nee("verwijtbaar")?));
    }
    let o = proces_verbaal::proces_verbaal(&proces_verbaal::Vraag {
        soort,
        zestien_uur_bereikt,
        geboortedatum,
        peildatum: peildatum(&l, vandaag, Some(geboortedatum))?,
        verdachten,
        hulp_geboden: l.ja_nee("hulp_geboden")?,
        afspraken_gemaakt: l.ja_nee("afspraken_gemaakt")?,
        waarschuwing_gegeven: l.ja_nee("waarschuwing_gegeven")?,
        overzicht_aanwezig: l.ja_nee("overzicht_aanwezig")?,
        motivering: l.tekst_mag("motivering_direct")?.is_some_and(|t| !t.trim().is_empty()),
        boa_geldig_tot: l.datum_mag("boa_geldig_tot")?,
    });
    let a = o.uitkomst.clone();
    let verdachten: Vec<&str> = a.verdachten.iter().map(|w| w.code()).collect();
    let eigen = json!({
        "beletselen": a.beletselen,
        "verdachten_toegestaan": verdachten,
        "ontbrekende_stappen": a.ontbrekende_stappen,
    });
    Ok(antwoord(regel, a.uitkomst.code(), &o, eigen))
}

pub(super) fn kinderbijslag(regel: &str, json: &Value, vandaag: Date) -> Result<Value, Fout> {
    let l = Lezer::vraag(
        json,
        &[
            "geboortedatum",
            "peildatum",
            "verwijtbaar_ouders",
            "samenwerkingsovereenkomst",
            "verzuim_gestopt",
            "lopende_stop",
            "beleid",
        ],
    )?;
    l.object("beleid", &[])?;
    let geboortedatum = l.datum("geboortedatum")?;
    let o = kinderbijslag::kinderbijslag(&kinderbijslag::Vraag {
        geboortedatum,
        peildatum: peildatum(&l, vandaag, Some(geboortedatum))?,
        verwijtbaar_ouders: l.ja_nee("verwijtbaar_ouders")?,
        samenwerkingsovereenkomst: l.ja_nee("samenwerkingsovereenkomst")?,
        verzuim_gestopt: l.ja_nee("verzuim_gestopt")?,
        lopende_stop: l.ja_nee_of("lopende_stop", false)?,
    });
    Ok(antwoord(regel, o.uitkomst.uitkomst.code(), &o, json!({ "beletselen": o.uitkomst.beletselen })))
}

pub(super) fn schorsing(regel: &str, json: &Value, vandaag: Date) -> Result<Value, Fout> {
    let velden =
        &["begin", "einde", "vorige_einde", "in_afwachting_verwijdering", "schooldagen", "peildatum", "beleid"];
    let l = Lezer::vraag(json, velden)?;
    l.object("beleid", &[])?;
    peildatum(&l, vandaag, None)?;
    let (begin, einde) = l.gesloten_periode()?;
    let tegenstrijdig = |veld: &str, melding: &str| Err(Fout::nieuw("tegenstrijdig", l.wijzer(veld), melding));
    let vorige_einde = l.datum_mag("vorige_einde")?;
    if vorige_einde.is_some_and(|v| v >= begin) {
        return tegenstrijdig("vorige_einde", "De vorige schorsing eindigt niet voor het begin van deze.");
    }
    let schooldagen = l.geheel("schooldagen")?;
    if schooldagen < 1 {
        return Err(l.nodig("schooldagen")?.fout("Hier hoort een getal van 1 of meer."));
    }
    let dagen = begin.until(einde).map_or(i64::MAX, |s| i64::from(s.get_days()) + 1);
    if schooldagen > dagen {
        return tegenstrijdig("schooldagen", "Er zijn meer schooldagen dan dagen.");
    }
    let in_afwachting_verwijdering = l.ja_nee("in_afwachting_verwijdering")?;
    let v = schorsing::Vraag { begin, einde, vorige_einde, in_afwachting_verwijdering, schooldagen };
    let o = schorsing::schorsing(&v);
    let a = o.uitkomst.clone();
    let uitkomst = if a.toegestaan { "toegestaan" } else { "niet_toegestaan" };
    let eigen = json!({ "melden_inspectie": a.melden_inspectie, "waarschuwingen": a.waarschuwingen });
    Ok(antwoord(regel, uitkomst, &o, eigen))
}

pub(super) fn studiefinanciering(regel: &str, json: &Value, vandaag: Date) -> Result<Value, Fout> {
    let l = Lezer::vraag(
        json,
        &[
            "geboortedatum",
            "peildatum",
            "onderwijs",
            "niveau",
            "ontvangt",
            "dagen_aaneengesloten_ongeoorloofd",
            "beleid",
        ],
    )?;
    let beleid = l.object("beleid", &["sf_melden_dagen"])?;
    let melden_vanaf = Lezer::beleid_dagen(beleid.as_ref(), "sf_melden_dagen", 28, 1..=28)?;
    let geboortedatum = l.datum("geboortedatum")?;
    let soort = l.keuze("onderwijs", |c| ["vo", "mbo_bol", "mbo_bbl"].into_iter().find(|s| *s == c))?;
    let niveau = l.geheel_mag("niveau")?;
    if let Some(n) = niveau
        && !(1..=4).contains(&n)
    {
        return Err(l.nodig("niveau")?.fout("Een niveau is 1 tot en met 4."));
    }
    let onderwijs = match (soort, niveau) {
        ("vo", _) => Onderwijs::Vo,
        ("mbo_bbl", _) => Onderwijs::MboBbl,
        (_, Some(n)) => Onderwijs::MboBol(n),
        (_, None) => return Err(ontbreekt(l.wijzer("niveau"))),
    };
    let ontvangt = l.keuze("ontvangt", |c| match c {
        "geen" => Some(Ontvangt::Geen),
        "studiefinanciering" => Some(Ontvangt::Studiefinanciering),
        "tegemoetkoming" => Some(Ontvangt::Tegemoetkoming),
        _ => None,
    })?;
    let o = studiefinanciering::studiefinanciering(&studiefinanciering::Vraag {
        geboortedatum,
        peildatum: peildatum(&l, vandaag, Some(geboortedatum))?,
        onderwijs,
        ontvangt,
        dagen: l.geheel("dagen_aaneengesloten_ongeoorloofd")?,
        melden_vanaf,
    });
    Ok(antwoord(regel, o.uitkomst.code(), &o, json!({})))
}
