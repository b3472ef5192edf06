//! Per regel: de velden van de vraag en de velden van het antwoord.

use super::lezer::{Lezer, Waarde, ontbreekt};
use super::{Fout, antwoord};
use jiff::civil::Date;
use rules::grondslag::{self, Handeling};
use rules::langdurig::{self, Onderbreking};
use rules::plicht::{self, Plicht, Vrijstelling, Vrijstellingsgrond};
use rules::routering;
use rules::termijn::{self, Termijnsoort};
use rules::thuiszitter;
use rules::venster::{self, EerdereMelding, Les, Lesstatus};
use rules::verzuimsoort::{self, Verzuimsoort, Ziek};
use rules::{Kalender, Periode, Vakantieregio, uren_twee_decimalen};
use serde_json::{Value, json};
use std::collections::HashSet;

/// Een eigen kalender kent geen grenzen; een vraag over meer dan een eeuw is geen vraag over één leerling.
const LANGSTE_SPAN_JAREN: i16 = 100;

fn datum(d: Option<Date>) -> Value {
    d.map_or(Value::Null, |d| json!(d.to_string()))
}

/// De peildatum, of vandaag; niet vóór de geboorte.
pub(super) fn peildatum(l: &Lezer<'_>, vandaag: Date, geboortedatum: Option<Date>) -> Result<Date, Fout> {
    let gegeven = l.datum_mag("peildatum")?;
    if gegeven.zip(geboortedatum).is_some_and(|(p, g)| p < g) {
        return Err(Fout::nieuw("tegenstrijdig", l.wijzer("peildatum"), "De peildatum ligt vóór de geboortedatum."));
    }
    Ok(gegeven.unwrap_or(vandaag))
}

// ---------------------------------------------------------------------------------------------------------- plicht

const PLICHT_FEITEN: [&str; 7] = [
    "vakantieregio",
    "voltooide_schooljaren",
    "startkwalificatie_op",
    "onderwijs",
    "vrijstellingen",
    "vervangende_leerplicht",
    "beleid",
];

/// De feiten van de regel plicht, zonder geboortedatum en peildatum; met de indicatie, als die er is.
fn plicht_feiten<'a>(l: &Lezer<'a>, geboortedatum: Date, peil: Date) -> Result<(plicht::Vraag, Option<&'a str>), Fout> {
    let mut v = plicht::Vraag::nieuw(geboortedatum, peil);
    if let Some(r) = l.keuze_mag("vakantieregio", Vakantieregio::uit_code)? {
        v.vakantieregio = r;
    }
    v.voltooide_schooljaren =
        l.geheel_mag("voltooide_schooljaren")?.map(|n| i16::try_from(n.min(1000)).unwrap_or(1000));
    v.startkwalificatie_op = l.datum_mag("startkwalificatie_op")?;
    let beleid = l.object("beleid", &["zml_mg_vrijstelling"])?;
    let zml_mg = beleid.map_or(Ok(false), |b| b.ja_nee_of("zml_mg_vrijstelling", false))?;
    let mut indicatie = None;
    if let Some(o) = l.object("onderwijs", &["soort", "uitstroomprofiel", "getuigschrift_op", "indicatie"])? {
        let een_van = |lijst: &'static [&'static str]| move |code: &str| lijst.iter().copied().find(|c| *c == code);
        let soorten =
            &["po", "sbo", "so", "vso", "vmbo", "havo", "vwo", "pro", "mbo_bol", "mbo_bbl", "vavo", "particulier"];
        let soort = o.keuze("soort", een_van(soorten))?;
        let profiel =
            o.keuze_mag("uitstroomprofiel", een_van(&["vervolgonderwijs", "arbeidsmarkt", "dagbesteding"]))?;
        let getuigschrift = o.datum_mag("getuigschrift_op")?;
        indicatie = o.keuze_mag("indicatie", een_van(&["zml", "mg"]))?;
        v.artikel_4a_lid_2 = (soort == "pro" && getuigschrift.is_some_and(|g| g <= peil))
            || (soort == "vso" && matches!(profiel, Some("arbeidsmarkt" | "dagbesteding")))
            || (zml_mg && indicatie.is_some());
    }
    for w in l.lijst("vrijstellingen")? {
        let o = w.object(&["artikel", "begin", "einde"])?;
        let grond = o.keuze("artikel", |a| match a {
            "5a" | "5b" | "5c" => Some(Vrijstellingsgrond::Artikel5),
            "5a_trekkend" => Some(Vrijstellingsgrond::Artikel5a),
            "15" => Some(Vrijstellingsgrond::Artikel15),
            _ => None,
        })?;
        let (begin, einde) = o.periode()?;
        v.vrijstellingen.push(Vrijstelling { grond, begin, einde });
    }
    for w in l.lijst("vervangende_leerplicht")? {
        let o = w.object(&["artikel", "begin", "einde"])?;
        let artikel = o.keuze("artikel", |a| ["3a", "3b"].into_iter().find(|c| *c == a))?;
        let (begin, einde) = o.gesloten_periode()?;
        if begin <= peil && peil <= einde {
            v.vervangend = Some(artikel);
        }
    }
    Ok((v, indicatie))
}

pub(super) fn plicht(regel: &str, json: &Value, vandaag: Date) -> Result<Value, Fout> {
    let l = Lezer::vraag(json, &[&["geboortedatum", "peildatum"], &PLICHT_FEITEN[..]].concat())?;
    let geboortedatum = l.datum("geboortedatum")?;
    l.nodig("peildatum")?;
    let (v, indicatie) = plicht_feiten(&l, geboortedatum, peildatum(&l, vandaag, Some(geboortedatum))?)?;
    let mut o = plicht::plicht(&v);
    if let Some(i) = indicatie {
        let zin = if v.artikel_4a_lid_2 { "die telt hier mee." } else { "die geeft in de wet geen vrijstelling." };
        o.toelichting.push(format!("Er is een indicatie {i}: {zin}"));
    }
    let a = o.uitkomst.clone();
    let eigen = json!({
        "leerplicht_begin": datum(a.leerplicht_begin),
        "leerplicht_einde": a.leerplicht_einde.to_string(),
        "kwalificatieplicht_begin": datum(a.kwalificatieplicht_begin),
        "kwalificatieplicht_einde": datum(a.kwalificatieplicht_einde),
        "doorstroompunt_tot": datum(a.doorstroompunt_tot),
        "verantwoordelijk": a.verantwoordelijk.code(),
    });
    Ok(antwoord(regel, a.plicht.code(), &o, eigen))
}

// ---------------------------------------------------------------------------------------------------- verzuimsoort

/// De plicht als woord, of als feiten waaruit de regel plicht haar afleidt (CR-20).
fn plicht_van(w: &Waarde<'_>, geboortedatum: Date, eerste: Date) -> Result<Plicht, Fout> {
    if w.json.is_object() {
        let (v, _) = plicht_feiten(&w.object(&PLICHT_FEITEN)?, geboortedatum, eerste)?;
        return Ok(plicht::plicht(&v).uitkomst.plicht);
    }
    w.keuze(Plicht::uit_code)
}

pub(super) fn verzuimsoort(regel: &str, json: &Value, vandaag: Date) -> Result<Value, Fout> {
    let l = Lezer::vraag(
        json,
        &[
            "geboortedatum",
            "eerste_verzuimdag",
            "ingeschreven",
            "plicht",
            "vrijstelling_grond",
            "startkwalificatie",
            "geoorloofd",
            "ziek",
            "overleg_leerplicht_op",
            "aankondiging_ouders_op",
            "motivering_vermoeden",
            "vakantie_zonder_verlof",
            "dagen_aaneengesloten_afwezig",
            "eerdere_melding_in_4_weken",
            "uren_in_4_lesweken",
            "keren_te_laat",
            "afspraak_18plus",
            "overig_18plus_toegestaan",
            "peildatum",
            "beleid",
        ],
    )?;
    let geboortedatum = l.datum("geboortedatum")?;
    let eerste_verzuimdag = l.datum("eerste_verzuimdag")?;
    peildatum(&l, vandaag, Some(geboortedatum))?;
    let beleid = l.object("beleid", &["rmc_periode_dagen"])?;
    let grond =
        l.keuze_mag("vrijstelling_grond", |g| ["art4a_lid2", "art5", "art5a", "art15"].into_iter().find(|c| *c == g))?;
    let overleg = l.datum_mag("overleg_leerplicht_op")?.is_some();
    let aankondiging = l.datum_mag("aankondiging_ouders_op")?.is_some();
    // De regel vergelijkt alleen met 1 en 16 uur; het getal telt zoals het is gegeven, zonder afronden (CR-23).
    let uren = l.getal("uren_in_4_lesweken")?;
    let hele_uren = if uren >= 16.0 { 16 } else { i64::from(uren >= 1.0) };
    let v = verzuimsoort::Vraag {
        geboortedatum,
        eerste_verzuimdag,
        ingeschreven: l.ja_nee("ingeschreven")?,
        plicht: plicht_van(&l.nodig("plicht")?, geboortedatum, eerste_verzuimdag)?,
        vrijstelling_4a_lid_2: grond == Some("art4a_lid2"),
        startkwalificatie: l.ja_nee("startkwalificatie")?,
        geoorloofd: l.ja_nee("geoorloofd")?,
        ziek: l.keuze("ziek", Ziek::uit_code)?,
        overleg_of_aankondiging: overleg || aankondiging,
        motivering: l.tekst_mag("motivering_vermoeden")?.is_some_and(|t| !t.trim().is_empty()),
        vakantie_zonder_verlof: l.ja_nee("vakantie_zonder_verlof")?,
        dagen_aaneengesloten: l.geheel("dagen_aaneengesloten_afwezig")?,
        eerdere_melding: l.ja_nee("eerdere_melding_in_4_weken")?,
        minuten: hele_uren,
        lesuur_minuten: 1,
        keren_te_laat: l.geheel("keren_te_laat")?,
        afspraak_18plus: l.ja_nee("afspraak_18plus")?,
        overig_18plus_toegestaan: l.ja_nee_of("overig_18plus_toegestaan", true)?,
        rmc_periode_dagen: Lezer::beleid_dagen(beleid.as_ref(), "rmc_periode_dagen", 28, 1..=28)?,
    };
    let o = verzuimsoort::verzuimsoort(&v);
    let a = o.uitkomst;
    let eigen = json!({ "meldplicht": a.meldplicht.code(), "wettelijk": a.wettelijk, "rij": a.rij });
    Ok(antwoord(regel, a.soort.code(), &o, eigen))
}

// ------------------------------------------------------------------------------------------------------- kalender

/// De kalender van de vraag: een regio of een eigen kalender, nooit beide (CR-06).
pub(super) fn kalender(l: &Lezer<'_>) -> Result<Kalender, Fout> {
    let regio = l.keuze_mag("vakantieregio", Vakantieregio::uit_code)?;
    let eigen = l.object("kalender", &["vrije_dagen", "vakanties"])?;
    match (regio, eigen) {
        (Some(_), Some(_)) => Err(Fout::nieuw(
            "tegenstrijdig",
            l.wijzer("kalender"),
            "Geef een vakantieregio of een eigen kalender, niet allebei.",
        )),
        (None, None) => Err(ontbreekt(l.wijzer("vakantieregio"))),
        (Some(r), None) => Ok(Kalender::regio(r)),
        (None, Some(k)) => {
            let vrij = k.lijst("vrije_dagen")?.iter().map(Waarde::datum).collect::<Result<_, _>>()?;
            let periode = |w: &Waarde<'_>| {
                let (begin, einde) = w.object(&["begin", "einde"])?.gesloten_periode()?;
                Ok(Periode { begin, einde })
            };
            let vakanties = k.lijst("vakanties")?.iter().map(periode).collect::<Result<_, Fout>>()?;
            Ok(Kalender::eigen(vrij, vakanties))
        }
    }
}

/// Elke datum moet binnen de kalendergegevens vallen.
pub(super) fn in_bereik(kalender: &Kalender, datums: &[(Date, String)]) -> Result<(), Fout> {
    let buiten = |veld: &str, melding: &str| Err(Fout::nieuw("buiten_bereik", veld, melding));
    if let Some((_, veld)) = datums.iter().find(|(d, _)| !kalender.in_bereik(*d)) {
        return buiten(veld, "De vakanties van de regio zijn bekend van 1 augustus 2017 tot en met 31 juli 2030.");
    }
    let eerste = datums.iter().map(|(d, _)| d.year()).min().unwrap_or(0);
    match datums.iter().find(|(d, _)| d.year() - eerste > LANGSTE_SPAN_JAREN) {
        Some((_, veld)) => buiten(veld, "De dagen van deze vraag liggen meer dan honderd jaar uit elkaar."),
        None => Ok(()),
    }
}

// --------------------------------------------------------------------------------------------------------- venster

pub(super) fn venster(regel: &str, json: &Value, vandaag: Date) -> Result<Value, Fout> {
    let l = Lezer::vraag(
        json,
        &[
            "vakantieregio",
            "kalender",
            "lessen",
            "lesuur_minuten",
            "te_laat_telt",
            "eerdere_meldingen",
            "tot",
            "peildatum",
            "beleid",
        ],
    )?;
    peildatum(&l, vandaag, None)?;
    l.object("beleid", &[])?;
    let kalender = kalender(&l)?;
    let heel = l.keuze_mag("te_laat_telt", |t| match t {
        "werkelijke_minuten" => Some(false),
        "heel_lesuur" => Some(true),
        _ => None,
    })?;
    let te_laat_heel_lesuur = heel.unwrap_or(false);
    let lesuur_minuten = l.geheel_mag("lesuur_minuten")?.unwrap_or(60);
    if lesuur_minuten == 0 {
        return Err(Fout::nieuw(
            "ongeldige_waarde",
            l.wijzer("lesuur_minuten"),
            "Een lesuur duurt ten minste één minuut.",
        ));
    }
    let mut datums: Vec<(Date, String)> = Vec::new();
    let mut gezien = HashSet::new();
    let mut lessen = Vec::new();
    for w in l.nodig("lessen")?.lijst()? {
        let o = w.object(&["datum", "lesuur", "minuten", "status", "minuten_te_laat"])?;
        let dag = o.datum("datum")?;
        let lesuur = u8::try_from(o.geheel("lesuur")?).map_err(|_| {
            Fout::nieuw("ongeldige_waarde", o.wijzer("lesuur"), "Een lesuur is een nummer tot en met 255.")
        })?;
        let status = o.keuze("status", Lesstatus::uit_code)?;
        let te_laat = o.geheel_mag("minuten_te_laat")?;
        if status == Lesstatus::TeLaat && !te_laat_heel_lesuur && te_laat.is_none() {
            return Err(ontbreekt(o.wijzer("minuten_te_laat")));
        }
        if !gezien.insert((dag, lesuur)) {
            return Err(Fout::nieuw("dubbel", w.veld, "Deze les staat er al in."));
        }
        datums.push((dag, o.wijzer("datum")));
        lessen.push(Les {
            datum: dag,
            lesuur,
            minuten: o.geheel("minuten")?,
            status,
            minuten_te_laat: te_laat.unwrap_or(0),
        });
    }
    let mut eerdere = Vec::new();
    for w in l.lijst("eerdere_meldingen")? {
        let o = w.object(&["soort", "einde"])?;
        let langdurig = o.keuze("soort", |s| match s {
            "zestien_uur" => Some(false),
            "langdurig" => Some(true),
            _ => None,
        })?;
        let einde = o.datum_mag("einde")?;
        match einde {
            Some(e) => datums.push((e, o.wijzer("einde"))),
            None if !langdurig => return Err(ontbreekt(o.wijzer("einde"))),
            None => {}
        }
        eerdere.push(EerdereMelding { langdurig, einde });
    }
    let tot = l.datum_mag("tot")?;
    datums.extend(tot.map(|t| (t, l.wijzer("tot"))));
    in_bereik(&kalender, &datums)?;

    let vraag = venster::Vraag {
        kalender: &kalender,
        lessen: &lessen,
        lesuur_minuten,
        te_laat_heel_lesuur,
        eerdere_meldingen: &eerdere,
        tot,
    };
    let o = venster::venster(&vraag);
    let a = &o.uitkomst;
    let eerste = a.meldingen.first();
    let meldingen: Vec<Value> = a
        .meldingen
        .iter()
        .map(|m| {
            json!({
                "begin": m.begin.to_string(),
                "einde": m.einde.to_string(),
                "uren": uren(m.minuten, lesuur_minuten),
                "uiterlijk": m.uiterlijk.to_string(),
            })
        })
        .collect();
    let geteld: Vec<Value> = a.lessen.iter().map(|(d, u)| json!({ "datum": d.to_string(), "lesuur": u })).collect();
    let eigen = json!({
        "bereikt_op": datum(eerste.map(|m| m.bereikt_op)),
        "begin": datum(eerste.map(|m| m.begin)),
        "uren": uren(a.minuten_zeker, lesuur_minuten),
        "uren_zeker": uren(a.minuten_zeker, lesuur_minuten),
        "uren_mogelijk": uren(a.minuten_mogelijk, lesuur_minuten),
        "lessen": geteld,
        "keren_te_laat": a.keren_te_laat,
        "meldingen": meldingen,
    });
    let uitkomst = if eerste.is_some() { "drempel_bereikt" } else { "onder_drempel" };
    Ok(antwoord(regel, uitkomst, &o, eigen))
}

/// Uren met twee decimalen, half naar boven (CR-03). De tekst gaat door de JSON-lezer, zodat 15,98 precies 15.98 blijft.
fn uren(minuten: i64, lesuur_minuten: i64) -> Value {
    let honderdsten = uren_twee_decimalen(minuten, lesuur_minuten);
    serde_json::from_str(&format!("{}.{:02}", honderdsten / 100, honderdsten % 100)).unwrap_or(Value::Null)
}

// ------------------------------------------------------------------------------------------------------- langdurig

pub(super) fn langdurig(regel: &str, json: &Value, vandaag: Date) -> Result<Value, Fout> {
    let l = Lezer::vraag(
        json,
        &[
            "vakantieregio",
            "kalender",
            "geboortedatum",
            "startkwalificatie",
            "eerste_verzuimdag",
            "laatste_aanwezig",
            "onderbrekingen",
            "laatste_melding_einde",
            "peildatum",
            "beleid",
        ],
    )?;
    let kalender = kalender(&l)?;
    let geboortedatum = l.datum("geboortedatum")?;
    l.nodig("peildatum")?;
    let peil = peildatum(&l, vandaag, Some(geboortedatum))?;
    let eerste_verzuimdag = l.datum("eerste_verzuimdag")?;
    let beleid = l.object("beleid", &["rmc_periode_dagen"])?;
    let mut datums = vec![(eerste_verzuimdag, l.wijzer("eerste_verzuimdag")), (peil, l.wijzer("peildatum"))];
    let mut onderbrekingen = Vec::new();
    for w in l.lijst("onderbrekingen")? {
        let o = w.object(&["datum", "soort"])?;
        let dag = o.datum("datum")?;
        let aanwezig = o.keuze("soort", |s| match s {
            "aanwezig" => Some(true),
            "geoorloofd" => Some(false),
            _ => None,
        })?;
        datums.push((dag, o.wijzer("datum")));
        onderbrekingen.push(Onderbreking { datum: dag, aanwezig });
    }
    if let Some(dag) = l.datum_mag("laatste_aanwezig")? {
        datums.push((dag, l.wijzer("laatste_aanwezig")));
        onderbrekingen.push(Onderbreking { datum: dag, aanwezig: true });
    }
    let laatste_melding_einde = l.datum_mag("laatste_melding_einde")?;
    datums.extend(laatste_melding_einde.map(|d| (d, l.wijzer("laatste_melding_einde"))));
    in_bereik(&kalender, &datums)?;
    let o = langdurig::langdurig(&langdurig::Vraag {
        kalender: &kalender,
        geboortedatum,
        startkwalificatie: l.ja_nee("startkwalificatie")?,
        eerste_verzuimdag,
        onderbrekingen: &onderbrekingen,
        laatste_melding_einde,
        peildatum: peil,
        rmc_periode_dagen: Lezer::beleid_dagen(beleid.as_ref(), "rmc_periode_dagen", 28, 1..=28)?,
    });
    let a = o.uitkomst;
    let eigen = json!({
        "geteld_dagen": a.geteld_dagen,
        "bereikt_op": datum(a.bereikt_op),
        "begin_melding": datum(a.begin_melding),
        "einddatum_toegestaan": a.einddatum_toegestaan,
    });
    Ok(antwoord(regel, a.uitkomst.code(), &o, eigen))
}

// --------------------------------------------------------------------------------------------------------- termijn

pub(super) fn termijn(regel: &str, json: &Value, vandaag: Date) -> Result<Value, Fout> {
    let l = Lezer::vraag(json, &["soort", "vanaf", "vakantieregio", "peildatum", "beleid"])?;
    l.object("beleid", &[])?;
    l.keuze_mag("vakantieregio", Vakantieregio::uit_code)?;
    let o =
        termijn::termijn(l.keuze("soort", Termijnsoort::uit_code)?, l.datum("vanaf")?, peildatum(&l, vandaag, None)?);
    let a = o.uitkomst;
    let eigen = json!({ "uiterlijk": a.uiterlijk.to_string(), "werkdagen_over": a.werkdagen_over });
    Ok(antwoord(regel, if a.loopt { "loopt" } else { "verstreken" }, &o, eigen))
}

// ------------------------------------------------------------------------------------------------------- grondslag

pub(super) fn grondslag(regel: &str, json: &Value, vandaag: Date) -> Result<Value, Fout> {
    let l = Lezer::vraag(
        json,
        &[
            "handeling",
            "melding_actief",
            "absoluut_verzuim",
            "aanvraag_verlof_of_vrijstelling",
            "woont_in_eigen_gemeente",
            "persoonsgebonden",
            "medisch",
            "peildatum",
            "beleid",
        ],
    )?;
    l.object("beleid", &[])?;
    peildatum(&l, vandaag, None)?;
    let o = grondslag::grondslag(&grondslag::Vraag {
        handeling: l.keuze("handeling", Handeling::uit_code)?,
        melding_actief: l.ja_nee("melding_actief")?,
        absoluut_verzuim: l.ja_nee("absoluut_verzuim")?,
        aanvraag: l.ja_nee("aanvraag_verlof_of_vrijstelling")?,
        eigen_gemeente: l.ja_nee("woont_in_eigen_gemeente")?,
        persoonsgebonden: l.ja_nee("persoonsgebonden")?,
        medisch: l.ja_nee_of("medisch", false)?,
    });
    let a = o.uitkomst;
    Ok(antwoord(
        regel,
        if a.toegestaan { "toegestaan" } else { "geweigerd" },
        &o,
        json!({ "alternatief": a.alternatief }),
    ))
}

// ------------------------------------------------------------------------------------------------------- routering

pub(super) fn routering(regel: &str, json: &Value, vandaag: Date) -> Result<Value, Fout> {
    let l = Lezer::vraag(
        json,
        &[
            "brp_gemeente",
            "verblijf_gemeente",
            "leeftijd_eerste_verzuimdag",
            "soort",
            "gemeenschappelijke_regeling",
            "alternatieve_routering",
            "peildatum",
            "beleid",
        ],
    )?;
    l.object("beleid", &[])?;
    peildatum(&l, vandaag, None)?;
    let soort = Some(l.keuze("soort", Verzuimsoort::uit_code)?);
    let leeftijd = l.geheel("leeftijd_eerste_verzuimdag")?;
    let regeling = match l.object("gemeenschappelijke_regeling", &["gemeenten", "orgaan"])? {
        Some(o) => {
            let gemeenten: Vec<String> = o
                .nodig("gemeenten")?
                .lijst()?
                .iter()
                .map(|w| w.tekst().map(str::to_owned))
                .collect::<Result<_, _>>()?;
            Some((gemeenten, o.tekst("orgaan")?))
        }
        None => None,
    };
    let ander = l.object("alternatieve_routering", &["leerplicht", "doorstroompunt"])?;
    let ander = |naam: &str| ander.as_ref().map_or(Ok(None), |o| o.tekst_mag(naam));
    let v = routering::Vraag {
        brp_gemeente: l.tekst_mag("brp_gemeente")?,
        verblijf_gemeente: l.tekst_mag("verblijf_gemeente")?,
        leeftijd_eerste_verzuimdag: i16::try_from(leeftijd).unwrap_or(i16::MAX),
        soort,
        regeling: regeling
            .as_ref()
            .filter(|(_, orgaan)| !orgaan.trim().is_empty())
            .map(|(g, orgaan)| (g.as_slice(), *orgaan)),
        alternatief_leerplicht: ander("leerplicht")?,
        alternatief_doorstroompunt: ander("doorstroompunt")?,
    };
    let o = routering::routering(&v).ok_or_else(|| ontbreekt(l.wijzer("brp_gemeente")))?;
    let a = &o.uitkomst;
    let eigen = json!({ "ontvanger": a.ontvanger, "zonder_brp": a.zonder_brp });
    Ok(antwoord(regel, if a.doorstroompunt { "doorstroompunt" } else { "leerplicht" }, &o, eigen))
}

// ----------------------------------------------------------------------------------------------------- thuiszitter

pub(super) fn thuiszitter(regel: &str, json: &Value, vandaag: Date) -> Result<Value, Fout> {
    let l = Lezer::vraag(
        json,
        &["ingeschreven", "plicht", "dagen_aaneengesloten_afwezig", "vrijgesteld", "peildatum", "beleid"],
    )?;
    peildatum(&l, vandaag, None)?;
    let beleid = l.object("beleid", &["dreigend_vanaf_dagen"])?;
    let o = thuiszitter::thuiszitter(&thuiszitter::Vraag {
        ingeschreven: l.ja_nee("ingeschreven")?,
        plicht: l.keuze("plicht", Plicht::uit_code)?,
        dagen_aaneengesloten: l.geheel("dagen_aaneengesloten_afwezig")?,
        vrijgesteld: l.ja_nee("vrijgesteld")?,
        dreigend_vanaf_dagen: Lezer::beleid_dagen(beleid.as_ref(), "dreigend_vanaf_dagen", 14, 1..=28)?,
    });
    let a = o.uitkomst;
    Ok(antwoord(regel, a.uitkomst.code(), &o, json!({ "langer_dan_3_maanden": a.langer_dan_3_maanden })))
}
