//! Question and answer of `verzuimsoort`.

use super::lezer::Lezer;
use super::plicht::{self, FEITEN};
use super::{Fout, antwoord};
use rules::plicht::Plicht;
use rules::verzuimsoort::{Vraag, Ziek, verzuimsoort};
use serde_json::{Value, json};

const VELDEN: [&str; 20] = [
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
];

pub(super) fn toets(waarde: &Value) -> Result<Value, Fout> {
    let l = Lezer::nieuw(waarde, String::new(), &VELDEN)?;
    let geboortedatum = l.datum("geboortedatum")?;
    let eerste_verzuimdag = l.datum("eerste_verzuimdag")?;
    l.peildatum_of(Some(geboortedatum))?;
    let plicht = if l.waarde("plicht").is_some_and(Value::is_object) {
        let Some(feiten) = l.object_of("plicht", &FEITEN)? else { return Err(l.fout("ontbreekt", "plicht")) };
        plicht::oordeel(&feiten, geboortedatum, eerste_verzuimdag, false)?.uitkomst.plicht
    } else {
        l.keuze("plicht", &Plicht::ALLE.map(|p| (p.code(), p)))?
    };
    let gronden = [("art4a_lid2", true), ("art5", false), ("art5a", false), ("art15", false)];
    let overleg = l.datum_of("overleg_leerplicht_op")?;
    let aankondiging = l.datum_of("aankondiging_ouders_op")?;
    let ziek = [("nee", Ziek::Nee), ("ja", Ziek::Ja), ("vermoeden_ongeoorloofd", Ziek::VermoedenOngeoorloofd)];
    let o = verzuimsoort(&Vraag {
        geboortedatum,
        eerste_verzuimdag,
        ingeschreven: l.waar("ingeschreven")?,
        plicht,
        vrijstelling_4a_lid_2: l.keuze_of("vrijstelling_grond", &gronden)?.unwrap_or(false),
        startkwalificatie: l.waar("startkwalificatie")?,
        geoorloofd: l.waar("geoorloofd")?,
        ziek: l.keuze("ziek", &ziek)?,
        overleg_of_aankondiging: overleg.is_some() || aankondiging.is_some(),
        motivering: l.tekst_of("motivering_vermoeden")?.is_some_and(|t| !t.trim().is_empty()),
        vakantie_zonder_verlof: l.waar("vakantie_zonder_verlof")?,
        dagen_aaneengesloten: l.getal("dagen_aaneengesloten_afwezig")?,
        eerdere_melding: l.waar("eerdere_melding_in_4_weken")?,
        // Thousandths of an hour, so that 15.999 stays below 16 (CR-23).
        minuten: l.duizendsten("uren_in_4_lesweken")?,
        lesuur_minuten: 1000,
        keren_te_laat: l.getal("keren_te_laat")?,
        afspraak_18plus: l.waar("afspraak_18plus")?,
        overig_18plus_toegestaan: l.waar_of("overig_18plus_toegestaan")?.unwrap_or(true),
        rmc_periode_dagen: l.rmc_periode()?,
    });
    let a = &o.uitkomst;
    let velden = json!({ "meldplicht": a.meldplicht.code(), "wettelijk": a.wettelijk, "rij": a.rij });
    Ok(antwoord("verzuimsoort", a.soort.code(), &o, velden))
}
