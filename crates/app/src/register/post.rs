//! Delivers messages. Each is handled in one transaction of its addressee, marked in that same transaction:
//! a crash leaves it waiting or done, never half; a repeat changes nothing.

use crate::{App, Fout, ontvangst};
use domain::melding::{Meldinggegevens, OverzichtBericht, StandBericht, VerzuimmeldingBericht, mag_naar};
use jiff::ToSpan;
use policy::handeling::BerichtVerwerken;
use rules::{Recht, routering, verzuimsoort::Verzuimsoort, werkdag_na};
use serde::de::DeserializeOwned;
use store::rows::{BerichtRow, OrganisatieRow, RegistermeldingRow};
use store::{Event, StoreError};

/// Deliver what waits, until nothing is left; returns how many messages were handled.
///
/// # Errors
/// When the database is not available. A message that cannot be handled is counted and left for later.
pub async fn verwerk(app: &App) -> Result<usize, Fout> {
    let _om_de_beurt = app.post.lock().await;
    let mut gedaan = 0;
    for _ in 0..100 {
        let open = app.store.open_berichten(50).await?;
        if open.is_empty() {
            break;
        }
        let organisaties = app.organisaties().await?;
        let mut gelukt = 0;
        for (bericht, inhoud) in open {
            match een(app, &organisaties, &bericht, &inhoud).await {
                Ok(()) => gelukt += 1,
                Err(fout) => {
                    tracing::warn!(soort = %bericht.soort, bericht = %bericht.id, %fout, "bericht niet verwerkt");
                    app.store.bericht_mislukt(bericht.id).await?;
                }
            }
        }
        gedaan += gelukt;
        if gelukt == 0 {
            break;
        }
    }
    Ok(gedaan)
}

/// Deliver at once after somebody did something. What fails here is not lost: it waits, and goes out within the minute.
pub async fn bezorg(app: &App) {
    if let Err(fout) = verwerk(app).await {
        tracing::warn!(%fout, "post blijft wachten");
    }
}

fn lees<T: DeserializeOwned>(inhoud: &[u8]) -> Result<T, Fout> {
    serde_json::from_slice(inhoud).map_err(|_| Fout::Storing(StoreError::Onleesbaar("bericht")))
}

async fn een(app: &App, organisaties: &[OrganisatieRow], b: &BerichtRow, inhoud: &[u8]) -> Result<(), Fout> {
    let naar = organisaties.iter().find(|o| o.id == b.naar).ok_or(Fout::NietGevonden)?;
    let systeem = App::systeem("post", b.naar);
    let grant = app.mag::<BerichtVerwerken>(&systeem, b.naar)?;
    let mut tx = app.store.write(&grant, app.nu(), &app.spoor()).await?;
    if !tx.bericht_verwerkt(b.id).await? {
        return Ok(());
    }
    let wat = match (naar.soort.as_str(), b.soort.as_str()) {
        ("register", "verzuimmelding") => ontvang_melding(app, &mut tx, organisaties, b, inhoud).await?,
        ("register", "stand") => stuur_stand(app, &mut tx, b, inhoud).await?,
        ("register", "overzicht" | "overzicht_vraag") => stuur_overzicht(app, &mut tx, b, inhoud).await?,
        ("gemeente" | "regeling", "levering") => open_zaak(app, &mut tx, naar, inhoud).await?,
        ("gemeente" | "regeling", "overzicht") => {
            let o: OverzichtBericht = lees(inhoud)?;
            let zaak = tx.zaak_op_nummer(&o.registernummer).await?;
            let json = serde_json::to_vec(&o.lessen).map_err(|_| Fout::Storing(StoreError::Onleesbaar("overzicht")))?;
            tx.overzicht_ontvangen(zaak.id, &json).await?;
            tx.zaak_gebeurtenis(
                zaak.id,
                "Verzuimoverzicht ontvangen",
                "school",
                "Algemene wet bestuursrecht, art. 5:20",
                &format!("{} lessen in de gemelde periode.", o.lessen.len()),
            )
            .await?;
            format!("overzicht bij {}", o.registernummer)
        }
        ("gemeente" | "regeling", "stand") => {
            let s: StandBericht = lees(inhoud)?;
            let zaak = tx.zaak_op_nummer(&s.registernummer).await?;
            tx.zaak_stand(zaak.id, zaak.versie, &s.stand, None, &zaak.uiterlijk).await?;
            let waarom = s.reden.unwrap_or_default();
            tx.zaak_gebeurtenis(
                zaak.id,
                "Melding ingetrokken door de school",
                "school",
                "Leerplichtwet, art. 21a",
                &waarom,
            )
            .await?;
            format!("zaak bij {} ingetrokken", s.registernummer)
        }
        ("school", "stand") => {
            let s: StandBericht = lees(inhoud)?;
            tx.registerstand_zetten(
                &s.meldingsnummer,
                &s.registernummer,
                s.moment,
                &s.stand,
                s.reden.as_deref(),
                s.terugkoppeling.as_deref(),
            )
            .await?;
            format!("melding {} {}", s.registernummer, s.stand)
        }
        ("school", "overzicht_vraag") => {
            let o: OverzichtBericht = lees(inhoud)?;
            tx.overzicht_vraag_ontvangen(&o.registernummer).await?;
            format!("vraag om overzicht bij {}", o.registernummer)
        }
        _ => return Err(Fout::Storing(StoreError::Onleesbaar("berichtsoort"))),
    };
    tx.record(Event::geschreven(wat, None)).await?;
    Ok(())
}

/// The register gives number and date, and routes on the BRP municipality (A-340… ).
async fn ontvang_melding(
    app: &App,
    tx: &mut store::WriteTx,
    organisaties: &[OrganisatieRow],
    b: &BerichtRow,
    inhoud: &[u8],
) -> Result<String, Fout> {
    let m: VerzuimmeldingBericht = lees(inhoud)?;
    let som: i64 = m.gegevens.verzuimoverzicht.iter().map(|l| l.minuten).sum();
    if som != m.minuten {
        return Err(Fout::weigering(
            "De specificatie telt niet op tot de gemelde uren.",
            "A-329",
            "Maak de melding opnieuw.",
        ));
    }
    let code = |id: Option<uuid::Uuid>| organisaties.iter().find(|o| Some(o.id) == id).map(|o| o.code.as_str());
    let gemeente = m.gegevens.gemeente.as_deref().or(m.gegevens.afwijkend_adres.as_deref());
    let eigen = organisaties.iter().find(|o| o.soort == "gemeente" && o.gemeente_code.as_deref() == gemeente);
    let leden: Vec<String> = gemeente.map(str::to_owned).into_iter().collect();
    let regeling = code(eigen.and_then(|g| g.regeling)).map(|orgaan| (leden.as_slice(), orgaan));
    let vraag = routering::Vraag {
        brp_gemeente: m.gegevens.gemeente.as_deref(),
        verblijf_gemeente: m.gegevens.afwijkend_adres.as_deref(),
        leeftijd_eerste_verzuimdag: m.leeftijd,
        soort: Verzuimsoort::uit_code(&m.gegevens.soort),
        regeling,
        alternatief_leerplicht: None,
        alternatief_doorstroompunt: None,
    };
    let oordeel = routering::routering(&vraag, Recht::op(app.vandaag()))
        .ok_or_else(|| Fout::weigering("Er is geen gemeente bekend.", "A-343", "Vul de gemeente van verblijf in."))?;
    let a = &oordeel.uitkomst;
    let ontvanger = organisaties
        .iter()
        .find(|o| {
            o.code == a.ontvanger || (o.soort == "gemeente" && o.gemeente_code.as_deref() == Some(a.ontvanger.as_str()))
        })
        .ok_or(Fout::NietGevonden)?;
    let afdeling = if a.doorstroompunt { "doorstroompunt" } else { "leerplicht" };
    let nr = tx.volgend_nummer("register").await?;
    let nieuw = RegistermeldingRow {
        id: app.sleutel(),
        nummer: format!("R{}-{nr:06}", app.vandaag().year()),
        school: b.van,
        meldingnummer: m.gegevens.meldingsnummer.clone(),
        soort: m.gegevens.soort.clone(),
        ontvangen: tx.nu().micros(),
        stand: "geregistreerd".to_owned(),
        ontvanger: ontvanger.id,
        afdeling: afdeling.to_owned(),
        zonder_brp: a.zonder_brp,
        route: serde_json::json!({
            "toelichting": oordeel.toelichting,
            "pad": oordeel.pad.iter().map(|p| (p.vraag, p.antwoord.clone())).collect::<Vec<_>>(),
            "ontvangsten": [ontvangst::route(&vraag, app.vandaag())?],
        })
        .to_string(),
    };
    tx.registermelding_toevoegen(&nieuw, inhoud).await?;
    let r = tx.registermelding_van(b.van, &m.gegevens.meldingsnummer).await?.ok_or(Fout::NietGevonden)?;
    let mut gegevens = m.gegevens;
    gegevens.duo_nummer = Some(r.nummer.clone());
    gegevens.duo_datum = Some(domain::waarden::Tijdstip::uit_micros(r.ontvangen).rfc3339());
    let levering =
        VerzuimmeldingBericht { gegevens, leeftijd: m.leeftijd, minuten: m.minuten, lesuur_minuten: m.lesuur_minuten };
    tx.bericht_versturen(
        app.sleutel(),
        r.ontvanger,
        "levering",
        &format!("levering {}", r.nummer),
        &(levering, &r.afdeling),
    )
    .await?;
    let stand = StandBericht {
        meldingsnummer: r.meldingnummer.clone(),
        registernummer: r.nummer.clone(),
        moment: r.ontvangen,
        stand: "geregistreerd".to_owned(),
        reden: None,
        terugkoppeling: None,
    };
    tx.bericht_versturen(app.sleutel(), r.school, "stand", &format!("stand {} geregistreerd", r.nummer), &stand)
        .await?;
    Ok(format!("registermelding {}", r.nummer))
}

/// The municipality sets a state; the register checks the step and tells the school.
async fn stuur_stand(app: &App, tx: &mut store::WriteTx, b: &BerichtRow, inhoud: &[u8]) -> Result<String, Fout> {
    let mut s: StandBericht = lees(inhoud)?;
    let r = tx.registermelding_op_nummer(&s.registernummer).await?.ok_or(Fout::NietGevonden)?;
    // The municipality sets the states of its case; only the school withdraws (law-and-data 1.4).
    let intrekking = s.stand == "ingetrokken";
    if b.van != (if intrekking { r.school } else { r.ontvanger }) {
        return Err(Fout::NietGevonden);
    }
    if r.stand != s.stand && !mag_naar(&r.stand, &s.stand) {
        return Err(Fout::weigering(
            format!("Van {} naar {} kan niet.", r.stand, s.stand),
            "A-237",
            "Kies een stand die volgt.",
        ));
    }
    tx.registermelding_stand(&s.registernummer, &s.stand).await?;
    s.meldingsnummer = r.meldingnummer;
    s.moment = r.ontvangen;
    tx.bericht_versturen(app.sleutel(), r.school, "stand", &format!("{} door", b.sleutel), &s).await?;
    if intrekking {
        tx.bericht_versturen(app.sleutel(), r.ontvanger, "stand", &format!("{} gemeente", b.sleutel), &s).await?;
    }
    Ok(format!("registermelding {} {}", s.registernummer, s.stand))
}

/// Questions and overviews pass through; the register looks at the number only.
async fn stuur_overzicht(app: &App, tx: &mut store::WriteTx, b: &BerichtRow, inhoud: &[u8]) -> Result<String, Fout> {
    let o: OverzichtBericht = lees(inhoud)?;
    let r = tx.registermelding_op_nummer(&o.registernummer).await?.ok_or(Fout::NietGevonden)?;
    let naar = match (b.soort.as_str(), b.van) {
        ("overzicht", van) if van == r.school => r.ontvanger,
        ("overzicht_vraag", van) if van == r.ontvanger => r.school,
        _ => return Err(Fout::NietGevonden),
    };
    tx.bericht_versturen(app.sleutel(), naar, &b.soort, &format!("{} door", b.sleutel), &o).await?;
    Ok(format!("{} bij {}", b.soort, o.registernummer))
}

/// A delivered report becomes a case with its ground; the overview is asked at once (B-100, B-102).
async fn open_zaak(app: &App, tx: &mut store::WriteTx, naar: &OrganisatieRow, inhoud: &[u8]) -> Result<String, Fout> {
    let (levering, afdeling): (VerzuimmeldingBericht, String) = lees(inhoud)?;
    let g: &Meldinggegevens = &levering.gegevens;
    let registernummer = g.duo_nummer.clone().ok_or(Fout::NietGevonden)?;
    let nr = tx.volgend_nummer(&format!("zaak {}", naar.code)).await?;
    let letter = if afdeling == "doorstroompunt" { "DP" } else { "LP" };
    let nummer = format!("{letter}-{}-{nr:04}", app.vandaag().year());
    let uiterlijk = werkdag_na(app.vandaag(), 5);
    let id = app.sleutel();
    let json = serde_json::to_vec(&levering).map_err(|_| Fout::Storing(StoreError::Onleesbaar("zaak")))?;
    if tx.zaak_toevoegen(id, &nummer, &registernummer, &afdeling, &g.soort, &uiterlijk.to_string(), &json).await? {
        let naam = Verzuimsoort::uit_code(&g.soort).map_or("verzuim", Verzuimsoort::naam);
        tx.zaak_gebeurtenis(
            id,
            "Melding ontvangen",
            "register",
            "Leerplichtwet, art. 21a",
            &format!("{naam}, gemeld door {}.", g.onderwijslocatie),
        )
        .await?;
        if afdeling == "leerplicht" {
            let voor = werkdag_na(app.vandaag(), 5).saturating_add(0.days());
            tx.overzicht_gevraagd(id, &voor.to_string()).await?;
            let register = app.organisatie_bij_code("register").await?;
            let vraag = OverzichtBericht { registernummer: registernummer.clone(), lessen: Vec::new() };
            tx.bericht_versturen(
                app.sleutel(),
                register.id,
                "overzicht_vraag",
                &format!("overzicht_vraag {registernummer}"),
                &vraag,
            )
            .await?;
            tx.zaak_gebeurtenis(
                id,
                "Verzuimoverzicht gevraagd",
                "systeem",
                "Algemene wet bestuursrecht, art. 5:16",
                &format!("Uiterlijk {}.", rules::datum_nl(voor)),
            )
            .await?;
        }
    }
    Ok(format!("zaak bij {registernummer}"))
}
