//! Receipts: the facts of an outcome as a question to the rule, so that the outcome can be repeated years later.
//!
//! The facts hold no name and no health: a lesson missed by sickness is written as a lesson with a valid reason, which the
//! rules count the same.

use crate::rekenen::{Schoolfeiten, Verzuimfeiten, plicht_van};
use crate::{App, Fout};
use domain::Datum;
use domain::melding::Meldingdossier;
use policy::handeling::UitkomstHerhalen;
use regelvraag::{Herhaling, Ontvangst};
use rules::langdurig::Onderbreking;
use rules::venster::{EerdereMelding, Les, Lesstatus};
use rules::{Kalender, routering};
use serde_json::{Value, json};
use store::rows::LeerlingRow;

/// Asks the rule and keeps the receipt; a question that the rule does not take is a fault of ours.
fn van(regel: &str, vraag: &Value, op: Datum) -> Result<Value, Fout> {
    let info = regelvraag::zoek(regel).ok_or(Fout::NietGevonden)?;
    match regelvraag::ontvangst(info, vraag, op) {
        Ok((_, o)) => Ok(o.json().clone()),
        Err(fout) => {
            tracing::error!(regel, %fout, "een ontvangst kan niet worden gemaakt");
            Err(Fout::Storing(store::StoreError::Onleesbaar("ontvangst")))
        }
    }
}

fn met_kalender(mut vraag: Value, k: &Kalender) -> Value {
    match k.vakantieregio() {
        Some(r) => vraag["vakantieregio"] = json!(r.code()),
        None => {
            let (vrij, vakanties) = k.eigen_dagen();
            let dagen: Vec<String> = vrij.iter().map(ToString::to_string).collect();
            let perioden: Vec<Value> = vakanties
                .iter()
                .map(|p| json!({ "begin": p.begin.to_string(), "einde": p.einde.to_string() }))
                .collect();
            vraag["kalender"] = json!({ "vrije_dagen": dagen, "vakanties": perioden });
        }
    }
    vraag
}

/// The count of sixteen hours.
pub(crate) fn venster(
    feiten: &Schoolfeiten,
    lessen: &[Les],
    eerdere: &[EerdereMelding],
    peildatum: Datum,
) -> Result<Value, Fout> {
    let lessen: Vec<Value> = lessen
        .iter()
        .map(|l| {
            let status = if l.status == Lesstatus::Ziek { Lesstatus::Geoorloofd } else { l.status };
            let mut les = json!({
                "datum": l.datum.to_string(), "lesuur": l.lesuur, "minuten": l.minuten, "status": status.code(),
            });
            if status == Lesstatus::TeLaat {
                les["minuten_te_laat"] = json!(l.minuten_te_laat);
            }
            les
        })
        .collect();
    let eerdere: Vec<Value> = eerdere
        .iter()
        .map(|m| {
            let soort = if m.langdurig { "langdurig" } else { "zestien_uur" };
            json!({ "soort": soort, "einde": m.einde.map(|e| e.to_string()) })
        })
        .collect();
    let telt = if feiten.school.te_laat_heel_lesuur { "heel_lesuur" } else { "werkelijke_minuten" };
    let vraag = json!({
        "lessen": lessen,
        "lesuur_minuten": feiten.school.lesuur_minuten,
        "te_laat_telt": telt,
        "eerdere_meldingen": eerdere,
        "tot": peildatum.to_string(),
        "peildatum": peildatum.to_string(),
    });
    van("venster", &met_kalender(vraag, &feiten.kalender), peildatum)
}

/// The kind of report.
pub(crate) fn verzuimsoort(
    l: &LeerlingRow,
    feiten: &Schoolfeiten,
    eerste: Datum,
    v: Verzuimfeiten,
) -> Result<Value, Fout> {
    let plicht = plicht_van(l, &feiten.school, eerste)?.uitkomst.plicht;
    let dag = eerste.to_string();
    let lesuur = feiten.school.lesuur_minuten.max(1);
    // The rule compares with 1 and 16 whole hours only, and minutes do not always divide: the hours are cut down, not up.
    let uren = v.minuten / lesuur;
    let vraag = json!({
        "geboortedatum": l.geboortedatum,
        "eerste_verzuimdag": dag,
        "ingeschreven": l.ingeschreven <= dag && l.uitgeschreven.as_ref().is_none_or(|u| *u >= dag),
        "plicht": plicht.code(),
        "startkwalificatie": l.startkwalificatie.as_ref().is_some_and(|s| *s <= dag),
        "geoorloofd": false,
        "ziek": "nee",
        "vakantie_zonder_verlof": v.vakantie,
        "dagen_aaneengesloten_afwezig": v.dagen,
        "eerdere_melding_in_4_weken": v.eerder,
        "uren_in_4_lesweken": uren,
        "keren_te_laat": v.te_laat,
        "afspraak_18plus": false,
        "peildatum": dag,
    });
    van("verzuimsoort", &vraag, eerste)
}

/// Four school weeks away.
pub(crate) fn langdurig(v: &rules::langdurig::Vraag<'_>) -> Result<Value, Fout> {
    let onderbrekingen: Vec<Value> = v
        .onderbrekingen
        .iter()
        .map(|o: &Onderbreking| {
            json!({ "datum": o.datum.to_string(), "soort": if o.aanwezig { "aanwezig" } else { "geoorloofd" } })
        })
        .collect();
    let vraag = json!({
        "geboortedatum": v.geboortedatum.to_string(),
        "startkwalificatie": v.startkwalificatie,
        "eerste_verzuimdag": v.eerste_verzuimdag.to_string(),
        "onderbrekingen": onderbrekingen,
        "laatste_melding_einde": v.laatste_melding_einde.map(|d| d.to_string()),
        "peildatum": v.peildatum.to_string(),
    });
    van("langdurig", &met_kalender(vraag, v.kalender), v.peildatum)
}

/// Where a report goes.
pub(crate) fn route(v: &routering::Vraag<'_>, op: Datum) -> Result<Value, Fout> {
    let regeling = v.regeling.map(|(gemeenten, orgaan)| json!({ "gemeenten": gemeenten, "orgaan": orgaan }));
    let vraag = json!({
        "brp_gemeente": v.brp_gemeente,
        "verblijf_gemeente": v.verblijf_gemeente,
        "leeftijd_eerste_verzuimdag": v.leeftijd_eerste_verzuimdag,
        "soort": v.soort.map(rules::verzuimsoort::Verzuimsoort::code),
        "gemeenschappelijke_regeling": regeling,
        "peildatum": op.to_string(),
    });
    van("routering", &vraag, op)
}

/// One stored outcome, repeated.
#[derive(Debug, Clone)]
pub struct Herhaald {
    /// What it belongs to: `signaal`, `melding` or `registermelding`.
    pub soort: &'static str,
    /// Key of it.
    pub id: uuid::Uuid,
    /// The rule.
    pub regel: String,
    /// Version that was applied then.
    pub versie: String,
    /// What came out now.
    pub uitslag: Herhaling,
}

/// Repeat every stored outcome of every organisation. Reading is logged, per person.
///
/// # Errors
/// When the database is not available.
pub async fn herhaal(app: &App) -> Result<Vec<Herhaald>, Fout> {
    let mut uit = Vec::new();
    for o in app.organisaties().await? {
        let systeem = App::systeem("uitkomsten herhalen", o.id);
        let mut r = app.store.list(policy::scope::<UitkomstHerhalen>(&systeem)?, app.nu(), &app.spoor()).await?;
        let mut rij = |soort, id, ontvangsten: Vec<Value>| {
            for json in ontvangsten {
                let tekst = |veld: &str| json[veld].as_str().unwrap_or_default().to_owned();
                let (regel, versie) = (tekst("regel"), tekst("versie"));
                let uitslag = Ontvangst::lees(&json.to_string())
                    .map_or_else(|| Herhaling::Onleesbaar("geen ontvangst".to_owned()), |o| o.herhaal());
                uit.push(Herhaald { soort, id, regel, versie, uitslag });
            }
        };
        if o.soort == "school" {
            let dicht = r.bewijzen().await?;
            for (id, bewijs) in r.open(dicht).await? {
                rij("signaal", id, ontvangsten(&bewijs));
            }
            let dicht = r.meldingen::<Meldingdossier>().await?;
            for (id, dossier) in r.open(dicht).await? {
                rij("melding", id, dossier.ontvangsten.iter().filter_map(|t| serde_json::from_str(t).ok()).collect());
            }
        }
        if o.soort == "register" {
            for (id, route) in r.routes().await? {
                rij("registermelding", id, ontvangsten(&route));
            }
        }
    }
    Ok(uit)
}

fn ontvangsten(json: &str) -> Vec<Value> {
    let v: Value = serde_json::from_str(json).unwrap_or_default();
    v["ontvangsten"].as_array().cloned().unwrap_or_default()
}
