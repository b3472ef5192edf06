//! Question and answer of `venster`.

use super::lezer::{Lezer, fout};
use super::{Fout, antwoord, dag};
use domain::Datum;
use rules::uren_twee_decimalen;
use rules::venster::{EerdereMelding, Les, Lesstatus, Vraag, venster};
use serde_json::{Value, json};
use std::collections::BTreeSet;

const VELDEN: [&str; 9] = [
    "vakantieregio",
    "kalender",
    "lessen",
    "lesuur_minuten",
    "te_laat_telt",
    "eerdere_meldingen",
    "tot",
    "peildatum",
    "beleid",
];

const STATUS: [(&str, Lesstatus); 7] = [
    ("ongeoorloofd", Lesstatus::Ongeoorloofd),
    ("geoorloofd", Lesstatus::Geoorloofd),
    ("ziek", Lesstatus::Ziek),
    ("onbekend", Lesstatus::Onbekend),
    ("betwist", Lesstatus::Betwist),
    ("te_laat", Lesstatus::TeLaat),
    ("aanwezig", Lesstatus::Aanwezig),
];

pub(super) fn toets(waarde: &Value) -> Result<Value, Fout> {
    let l = Lezer::nieuw(waarde, String::new(), &VELDEN)?;
    l.geen_beleid()?;
    l.peildatum_of(None)?;
    let kalender = l.kalender()?;
    let lesuur_minuten = l.aantal_of("lesuur_minuten", 1)?.unwrap_or(60);
    let te_laat_heel_lesuur =
        l.keuze_of("te_laat_telt", &[("werkelijke_minuten", false), ("heel_lesuur", true)])?.unwrap_or(false);
    let tot = l.datum_of("tot")?;
    l.in_bereik(&kalender, "tot", tot)?;

    let mut lessen = Vec::new();
    let mut gezien = BTreeSet::new();
    for (waarde, pad) in l.lijst_verplicht("lessen")? {
        let x = Lezer::nieuw(waarde, pad.clone(), &["datum", "lesuur", "minuten", "status", "minuten_te_laat"])?;
        let datum = x.datum("datum")?;
        x.in_bereik(&kalender, "datum", Some(datum))?;
        let lesuur = u8::try_from(x.getal("lesuur")?).map_err(|_| x.fout("ongeldige_waarde", "lesuur"))?;
        let status = x.keuze("status", &STATUS)?;
        let te_laat = x.aantal_of("minuten_te_laat", 0)?;
        if status == Lesstatus::TeLaat && !te_laat_heel_lesuur && te_laat.is_none() {
            return Err(x.fout("ontbreekt", "minuten_te_laat"));
        }
        lessen.push(Les { datum, lesuur, minuten: x.getal("minuten")?, status, minuten_te_laat: te_laat.unwrap_or(0) });
        if !gezien.insert((datum, lesuur)) {
            return Err(fout("dubbel", pad));
        }
    }
    let mut eerdere_meldingen = Vec::new();
    for (waarde, pad) in l.lijst("eerdere_meldingen")? {
        let x = Lezer::nieuw(waarde, pad, &["soort", "einde"])?;
        let langdurig = x.keuze("soort", &[("zestien_uur", false), ("langdurig", true)])?;
        let einde = x.datum_of("einde")?;
        x.in_bereik(&kalender, "einde", einde)?;
        if einde.is_none() && !langdurig {
            return Err(x.fout("ontbreekt", "einde"));
        }
        eerdere_meldingen.push(EerdereMelding { langdurig, einde });
    }
    if let (Some((eerste, _)), Some((laatste, _))) = (gezien.first(), gezien.last()) {
        l.span("lessen", *eerste, *laatste)?;
        l.span("tot", *eerste, tot.unwrap_or(*laatste))?;
    }

    let o = venster(&Vraag {
        kalender: &kalender,
        lessen: &lessen,
        lesuur_minuten,
        te_laat_heel_lesuur,
        eerdere_meldingen: &eerdere_meldingen,
        tot,
    });
    let a = &o.uitkomst;
    let uren = |minuten: i64| uren(uren_twee_decimalen(minuten, lesuur_minuten));
    let slots = |lessen: &[(Datum, u8)]| -> Value {
        lessen.iter().map(|(d, u)| json!({ "datum": d.to_string(), "lesuur": u })).collect()
    };
    let meldingen: Value = a
        .meldingen
        .iter()
        .map(|m| {
            json!({
                "begin": dag(Some(m.begin)),
                "einde": dag(Some(m.einde)),
                "uren": uren(m.minuten),
                "uiterlijk": dag(Some(m.uiterlijk)),
            })
        })
        .collect();
    let eerste = a.meldingen.first();
    let velden = json!({
        "bereikt_op": dag(eerste.map(|m| m.bereikt_op)),
        "begin": dag(eerste.map(|m| m.begin)),
        "uren": uren(a.minuten_zeker),
        "uren_zeker": uren(a.minuten_zeker),
        "uren_mogelijk": uren(a.minuten_mogelijk),
        "lessen": slots(&a.lessen),
        "keren_te_laat": a.keren_te_laat,
        "meldingen": meldingen,
    });
    let uitkomst = if eerste.is_some() { "drempel_bereikt" } else { "onder_drempel" };
    Ok(antwoord("venster", uitkomst, &o, velden))
}

/// Hundredths of an hour as a JSON number.
fn uren(honderdsten: i64) -> Value {
    let tekst = format!("{}.{:02}", honderdsten / 100, honderdsten % 100);
    tekst.parse::<f64>().map_or(Value::Null, Value::from)
}
