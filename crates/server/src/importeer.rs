//! `leerrecht importeer`: the same loading as the page, with a bar in the terminal.

use crate::{klok, opslag};
use app::school::bestand::{self, Verslag};
use app::{App, Fout, Omgeving};
use domain::id::OrganisatieId;
use indicatif::{ProgressBar, ProgressStyle};
use parsers::kolommen::{Kolommen, Veld};
use policy::Principal;
use std::path::Path;
use std::time::Duration;

/// Row errors that are printed.
const GETOOND: usize = 20;

/// Load a file for a school.
pub(crate) async fn doe(school: &str, kolom: &[String], stil: bool, pad: &Path) -> Result<(), String> {
    let bytes =
        std::fs::read(pad).map_err(|e| format!("Het bestand {} kan niet worden gelezen: {e}", pad.display()))?;
    let db = opslag::open().await?;
    let app = App::nieuw(db.clone(), Omgeving { klok: klok::klok(None), demo: false });
    let tekst = |f: Fout| match f {
        Fout::Invoer(v) => v.into_iter().map(|(_, m)| m).collect::<Vec<_>>().join("\n"),
        andere => andere.to_string(),
    };
    let scholen: Vec<_> =
        app.organisaties().await.map_err(tekst)?.into_iter().filter(|o| o.soort == "school").collect();
    let Some(o) = scholen.iter().find(|o| o.code == school) else {
        let codes: Vec<&str> = scholen.iter().map(|o| o.code.as_str()).collect();
        return Err(format!("Er is geen school met code {school}. Bekend zijn: {}.", codes.join(", ")));
    };
    let wie = Principal::systeem("importeer", OrganisatieId(o.id));
    let naam = pad.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    let ontvangen = bestand::ontvang(&app, &wie, &naam, bytes).await.map_err(tekst)?;
    let (rij, indeling, _) = bestand::bekijk(&app, &wie, ontvangen.id).await.map_err(tekst)?;
    let kolommen = kies(&indeling.kop, ontvangen.bekend.unwrap_or_else(|| indeling.kolommen()), kolom)?;
    bestand::start(&app, &wie, ontvangen.id, &kolommen).await.map_err(tekst)?;
    let (a, id, organisatie) = (app.clone(), ontvangen.id, o.id);
    let mut werk = tokio::spawn(async move { bestand::draai(&a, organisatie, id).await });
    let balk = if stil { ProgressBar::hidden() } else { ProgressBar::new(u64::try_from(rij.rijen).unwrap_or(0)) };
    if let Ok(stijl) = ProgressStyle::with_template("{bar:30} {pos} van {len} regels, nog {eta}") {
        balk.set_style(stijl);
    }
    let uitslag = loop {
        match tokio::time::timeout(Duration::from_millis(200), &mut werk).await {
            Ok(uitslag) => break uitslag,
            Err(_) => {
                if let Ok((r, _, _)) = bestand::bekijk(&app, &wie, id).await {
                    balk.set_position(u64::try_from(r.gedaan).unwrap_or(0));
                }
            }
        }
    };
    balk.finish_and_clear();
    uitslag.map_err(|_| "Het laden is onderbroken. Start de opdracht opnieuw.".to_owned())?.map_err(tekst)?;
    let (r, _, v) = bestand::bekijk(&app, &wie, id).await.map_err(tekst)?;
    db.sluit().await;
    toon(r.nieuw, r.gewijzigd, &v)
}

/// The recognised columns, with what the caller says of them.
fn kies(kop: &[String], mut kolommen: Kolommen, gegeven: &[String]) -> Result<Kolommen, String> {
    for g in gegeven {
        let (betekenis, naam) =
            g.split_once('=').ok_or_else(|| format!("Schrijf --kolom als betekenis=kop, niet {g}"))?;
        let veld = Veld::uit_code(betekenis).ok_or_else(|| {
            let codes: Vec<&str> = Veld::ALLE.iter().map(|v| v.code()).collect();
            format!("Onbekende betekenis {betekenis}. Kies uit: {}.", codes.join(", "))
        })?;
        let plek = kop
            .iter()
            .position(|k| k == naam)
            .ok_or_else(|| format!("Er is geen kolom {naam}. In het bestand staan: {}.", kop.join(", ")))?;
        kolommen.velden.insert(veld, plek);
    }
    Ok(kolommen)
}

fn toon(nieuw: i64, gewijzigd: i64, v: &Verslag) -> Result<(), String> {
    if let Some(waarom) = &v.mislukt {
        return Err(waarom.clone());
    }
    println!(
        "{nieuw} nieuw, {gewijzigd} gewijzigd, {} hetzelfde; van {} leerlingen is de telling bijgewerkt.",
        v.gelijk, v.herrekend
    );
    for f in v.fouten.iter().take(GETOOND) {
        println!("regel {}, {}: {} {}", f.rij, f.kolom, f.melding, f.oplossing);
    }
    if v.fout > GETOOND {
        println!("en nog {} regels", v.fout - GETOOND);
    }
    if v.fout == 0 { Ok(()) } else { Err(format!("{} regels zijn niet geladen.", v.fout)) }
}
