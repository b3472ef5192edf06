//! The decision aid for a school: one question at a time, with the path drawn, until the kind of report is known.
//!
//! The rule itself says which question comes next: the answers so far become facts, the rule is asked, and the first step
//! of its path that has no answer yet is the next question. So the aid can never differ from the rule.

use super::regel::{Gevonden, gevonden};
use super::tekening::{Tekening, beslissing};
use super::{Iemand, Tab, omlijsting, tabs};
use crate::fout::{Antwoord, bladzijde};
use crate::kader::Kader;
use app::App;
use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use jiff::ToSpan;
use regelvraag::RegelInfo;
use rules::verzuimsoort::Verzuimsoort;
use serde::Deserialize;
use serde_json::{Value, json};

/// A question of the decision table: its text in the rule, how it is asked here, and what helps to answer it.
struct Vraag {
    in_regel: &'static str,
    vraag: &'static str,
    hulp: &'static [&'static str],
}

const VRAGEN: [Vraag; 13] = [
    Vraag {
        in_regel: "Ingeschreven en leerplichtig, kwalificatieplichtig of zonder startkwalificatie?",
        vraag: "Staat de leerling bij u ingeschreven, en geldt de leerplicht, de kwalificatieplicht of is er nog geen startkwalificatie?",
        hulp: &[
            "Ja: jonger dan 16 en leerplichtig, ook met een diploma.",
            "Ja: 16 of 17 jaar zonder diploma havo, vwo of mbo 2 of hoger.",
            "Ja: 18 jaar of ouder, jonger dan 27, zonder zo'n diploma.",
            "Nee: niet ingeschreven. Dat is absoluut verzuim; de gemeente volgt dat zelf.",
        ],
    },
    Vraag {
        in_regel: "Valt alles onder verlof, schorsing of een gesloten school?",
        vraag: "Is alle afwezigheid geoorloofd: verlof, een religieuze plicht, een schorsing of een gesloten school?",
        hulp: &["Ziekte hoort hier niet bij; die vraag komt hierna."],
    },
    Vraag {
        in_regel: "Is de leerling ziek gemeld?",
        vraag: "Is de leerling ziek gemeld?",
        hulp: &["Ziekte legt u zelf vast. U meldt haar niet."],
    },
    Vraag {
        in_regel: "Schreef de school op waarom, en sprak zij leerplicht of de ouders?",
        vraag: "Denkt u dat er geen ziekte is, en kunt u dat uitleggen?",
        hulp: &[
            "Ja: u kunt motiveren waarom, en u overlegde met leerplicht of kondigde de melding bij de ouders aan.",
            "Uren van voor die aankondiging meldt u niet.",
        ],
    },
    Vraag {
        in_regel: "18 jaar of ouder op de eerste verzuimdag?",
        vraag: "Was de leerling 18 jaar of ouder op de eerste dag van dit verzuim?",
        hulp: &["Wie tijdens het verzuim 18 wordt, telt nog als jonger dan 18."],
    },
    Vraag {
        in_regel: "Lang genoeg weg voor een melding aan het Doorstroompunt?",
        vraag: "Is de leerling lang genoeg achter elkaar weg voor een melding aan het Doorstroompunt?",
        hulp: &[
            "Dat is na vier schoolweken: 28 dagen van de leskalender. Vakantieweken tellen niet mee.",
            "Uw school of regio kan kiezen om eerder te melden.",
        ],
    },
    Vraag {
        in_regel: "Vier weken aaneengesloten weg?",
        vraag: "Is de leerling vier schoolweken achter elkaar helemaal weg?",
        hulp: &[
            "Vier schoolweken zijn 28 dagen van de leskalender. Vakantieweken tellen niet mee.",
            "Eén bijgewoonde les breekt de telling.",
        ],
    },
    Vraag {
        in_regel: "Is er een afspraak over 18 jaar en ouder?",
        vraag: "Is er in uw regio een afspraak om ook bij 18 jaar en ouder 16 uur verzuim te melden?",
        hulp: &["Weet u het niet? Vraag het Doorstroompunt van uw regio."],
    },
    Vraag {
        in_regel: "16 uur of meer in vier lesweken?",
        vraag: "Is er 16 uur of meer gemist zonder geldige reden, in vier lesweken achter elkaar?",
        hulp: &["Te laat telt mee. Vakantieweken tellen niet mee.", "15,9 uur is nog geen 16 uur."],
    },
    Vraag {
        in_regel: "Mag overig verzuim van 18 jaar en ouder in deze regio?",
        vraag: "Mag u in uw regio overig verzuim van 18 jaar en ouder melden?",
        hulp: &["Meestal wel. Een regio kan dit uitzetten."],
    },
    Vraag {
        in_regel: "Minstens een uur of een keer te laat?",
        vraag: "Is er minstens één uur gemist zonder geldige reden, of was de leerling minstens één keer te laat?",
        hulp: &[],
    },
    Vraag {
        in_regel: "Op vakantie zonder verlof?",
        vraag: "Is de leerling op vakantie buiten de schoolvakanties, zonder verlof?",
        hulp: &["Ook als het verlof is geweigerd, of nooit is gevraagd.", "Er is geen ondergrens: ook één les telt."],
    },
    Vraag {
        in_regel: "Eerste melding in vier weken?",
        vraag: "Is dit de eerste melding over deze leerling in vier weken?",
        hulp: &["Tel alleen meldingen van 16 uur en langdurig verzuim."],
    },
];

struct Gedaan {
    vraag: String,
    antwoord: &'static str,
    terug: String,
}

struct Nu {
    nummer: usize,
    vraag: &'static str,
    hulp: &'static [&'static str],
    ja: String,
    nee: String,
}

struct Slot {
    gevonden: Gevonden,
    soort: &'static str,
    meldplicht: &'static str,
    klas: &'static str,
    dan: Vec<String>,
}

#[derive(Template)]
#[template(path = "keuzehulp.html")]
struct Blad {
    k: Kader,
    tabs: Vec<Tab>,
    nu: Option<Nu>,
    slot: Option<Slot>,
    gedaan: Vec<Gedaan>,
    tekening: Tekening,
}

#[derive(Deserialize)]
pub(crate) struct Zoek {
    #[serde(default)]
    a: String,
}

pub(crate) async fn pagina(State(app): State<App>, iemand: Iemand, Query(q): Query<Zoek>) -> Antwoord {
    let info = regelvraag::zoek("verzuimsoort").ok_or_else(crate::fout::Pagina::niet_gevonden)?;
    let gegeven: Vec<bool> =
        q.a.chars().filter(|c| matches!(c, 'j' | 'n')).take(VRAGEN.len()).map(|c| c == 'j').collect();
    let (vragen, antwoord) = loop_na(info, &gegeven, app.vandaag());
    let code = |n: usize| -> String { gegeven.iter().take(n).map(|b| if *b { 'j' } else { 'n' }).collect() };
    let adres = |a: String| if a.is_empty() { "/keuzehulp".to_owned() } else { format!("/keuzehulp?a={a}") };
    let gedaan: Vec<Gedaan> = vragen
        .iter()
        .zip(&gegeven)
        .enumerate()
        .map(|(i, (v, g))| Gedaan {
            vraag: v.vraag.to_owned(),
            antwoord: if *g { "ja" } else { "nee" },
            terug: adres(code(i)),
        })
        .collect();
    let nu = vragen.get(gegeven.len()).map(|v| Nu {
        nummer: gegeven.len() + 1,
        vraag: v.vraag,
        hulp: v.hulp,
        ja: adres(format!("{}j", code(gegeven.len()))),
        nee: adres(format!("{}n", code(gegeven.len()))),
    });
    // Until the end is known only the answered part is walked.
    let mut tot_hier = antwoord.clone();
    if nu.is_some() {
        tot_hier.pad.truncate(gegeven.len() + 1);
    }
    let tekening = if gegeven.is_empty() { beslissing(info, None) } else { beslissing(info, Some(&tot_hier)) };
    let slot = nu.is_none().then(|| slot(info, &antwoord));
    let k = omlijsting(&app, &iemand, "Keuzehulp: wat meld ik?", &[("Regelboek", "/regelboek")]).await?;
    bladzijde(&app, StatusCode::OK, &Blad { k, tabs: tabs("/keuzehulp"), nu, slot, gedaan, tekening })
}

/// The questions that the rule asks with these answers, and its answer.
fn loop_na(
    info: &RegelInfo,
    gegeven: &[bool],
    vandaag: jiff::civil::Date,
) -> (Vec<&'static Vraag>, regelvraag::Antwoord) {
    let mut vragen: Vec<&'static Vraag> = Vec::new();
    let mut antwoord = None;
    for n in 0..=VRAGEN.len() {
        let feiten = feiten(vragen.iter().zip(gegeven).map(|(v, g)| (v.in_regel, *g)), vandaag);
        // These facts are always a whole question, so there is always an answer.
        let Ok(a) = info.vraag(&feiten, vandaag) else { break };
        let volgende = a.pad.get(n).and_then(|s| VRAGEN.iter().find(|v| v.in_regel == s.vraag));
        antwoord = Some(a);
        match volgende {
            Some(v) if n <= gegeven.len() => vragen.push(v),
            _ => break,
        }
        if n == gegeven.len() {
            break;
        }
    }
    let leeg = || regelvraag::Antwoord {
        regel: "verzuimsoort",
        versie: "",
        uitkomst: "geen_melding",
        eigen: Vec::new(),
        grondslag: Vec::new(),
        toelichting: Vec::new(),
        pad: Vec::new(),
        open_normen: Vec::new(),
    };
    (vragen, antwoord.unwrap_or_else(leeg))
}

/// Facts that make the rule give these answers; what is not answered yet is the way that asks most.
fn feiten(antwoorden: impl Iterator<Item = (&'static str, bool)>, vandaag: jiff::civil::Date) -> Value {
    let jaren = |n: i64| vandaag.saturating_sub(n.years()).to_string();
    let mut f = json!({
        "geboortedatum": jaren(15), "eerste_verzuimdag": vandaag.to_string(), "ingeschreven": true,
        "plicht": "leerplichtig", "startkwalificatie": false, "geoorloofd": false, "ziek": "nee",
        "vakantie_zonder_verlof": false, "dagen_aaneengesloten_afwezig": 0, "eerdere_melding_in_4_weken": false,
        "uren_in_4_lesweken": 1, "keren_te_laat": 0, "afspraak_18plus": false, "peildatum": vandaag.to_string(),
    });
    let zestien = "16 uur of meer in vier lesweken?";
    for (vraag, ja) in antwoorden {
        match vraag {
            "Ingeschreven en leerplichtig, kwalificatieplichtig of zonder startkwalificatie?" => {
                f["ingeschreven"] = json!(ja)
            }
            "Valt alles onder verlof, schorsing of een gesloten school?" => f["geoorloofd"] = json!(ja),
            "Is de leerling ziek gemeld?" => f["ziek"] = json!(if ja { "ja" } else { "nee" }),
            "Schreef de school op waarom, en sprak zij leerplicht of de ouders?" if ja => {
                f["ziek"] = json!("vermoeden_ongeoorloofd");
                f["motivering_vermoeden"] = json!("ja");
                f["overleg_leerplicht_op"] = json!(vandaag.to_string());
            }
            "18 jaar of ouder op de eerste verzuimdag?" if ja => {
                f["geboortedatum"] = json!(jaren(19));
                f["plicht"] = json!("doorstroompunt");
            }
            "Vier weken aaneengesloten weg?" | "Lang genoeg weg voor een melding aan het Doorstroompunt?" if ja => {
                f["dagen_aaneengesloten_afwezig"] = json!(28)
            }
            "Is er een afspraak over 18 jaar en ouder?" => f["afspraak_18plus"] = json!(ja),
            "Mag overig verzuim van 18 jaar en ouder in deze regio?" => f["overig_18plus_toegestaan"] = json!(ja),
            "Minstens een uur of een keer te laat?" if !ja => f["uren_in_4_lesweken"] = json!(0),
            "Op vakantie zonder verlof?" => f["vakantie_zonder_verlof"] = json!(ja),
            "Eerste melding in vier weken?" => f["eerdere_melding_in_4_weken"] = json!(!ja),
            v if v == zestien && ja => f["uren_in_4_lesweken"] = json!(16),
            _ => {}
        }
    }
    f
}

fn slot(info: &RegelInfo, a: &regelvraag::Antwoord) -> Slot {
    let json = a.json();
    let (meldplicht, klas) = match json["meldplicht"].as_str() {
        Some("verplicht") => ("U moet dit melden", "warn"),
        Some("volgens_afspraak") => ("U meldt dit volgens de afspraak in uw regio", "warn"),
        Some("toegestaan") => ("U mag dit melden", "ok"),
        _ => ("U meldt dit niet", "quiet"),
    };
    let dan: &[&str] = match a.uitkomst {
        "zestien_uur" | "langdurig" | "luxe" | "rmc" => &[
            "Meld binnen vijf werkdagen, en in elk geval binnen zeven dagen.",
            "Vertel de leerling en de ouders dat u meldt. Is de leerling 18 jaar of ouder? Dan alleen de leerling.",
            "Stuur op verzoek van leerplicht het verzuimoverzicht.",
        ],
        "zestien_uur_18plus" => &["Vertel de leerling dat u meldt.", "Het Doorstroompunt nodigt de leerling uit."],
        "overig" => &[
            "Leg vast wat u zelf al deed: een gesprek, afspraken, hulp op school.",
            "Overleg bij twijfel met leerplicht van de gemeente waar de leerling woont.",
            "Vertel de leerling, en onder de 18 ook de ouders, dat u meldt.",
        ],
        "ziek_niet_melden" => &[
            "Leg de ziekte vast in uw eigen administratie.",
            "Vaak of lang ziek? Bespreek het met de ouders en betrek de jeugdarts.",
        ],
        _ => &[
            "Leg de afwezigheid vast in uw eigen administratie.",
            "Maakt u zich zorgen? Vraag leerplicht om advies zonder naam.",
        ],
    };
    let soort = Verzuimsoort::uit_code(a.uitkomst).map_or("", Verzuimsoort::naam);
    Slot { gevonden: gevonden(info, a), soort, meldplicht, klas, dan: dan.iter().map(|d| (*d).to_owned()).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn elke_weg_komt_uit_op_een_rij_van_de_beslistabel_en_alle_rijen_worden_bereikt() {
        let info = regelvraag::zoek("verzuimsoort").unwrap();
        let vandaag = jiff::civil::date(2026, 11, 23);
        let mut open = vec![Vec::new()];
        let mut rijen = BTreeSet::new();
        let mut wegen = 0;
        while let Some(gegeven) = open.pop() {
            let (vragen, a) = loop_na(info, &gegeven, vandaag);
            assert!(gegeven.len() <= vragen.len(), "{gegeven:?}");
            if vragen.len() > gegeven.len() {
                for ja in [true, false] {
                    open.push([gegeven.as_slice(), &[ja]].concat());
                }
            } else {
                wegen += 1;
                let pad: Vec<bool> = a.pad.iter().map(|s| s.antwoord == "ja").collect();
                assert_eq!(pad, gegeven, "{:?}", a.pad);
                rijen.insert(a.json()["rij"].as_str().unwrap().to_owned());
            }
        }
        assert_eq!(rijen.len(), 13, "{rijen:?}");
        assert!(wegen >= 16, "{wegen}");
    }
}
