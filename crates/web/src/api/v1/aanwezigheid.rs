//! Attendance marks in, many at once.

use super::velden::Keuring;
use crate::api::{Lijf, Probleem, Uitkomst, herhaling};
use app::school::aanwezigheid_vastleggen::{Laadrij, Lading, laad};
use app::{App, rijen::OrganisatieRow};
use axum::Json;
use axum::extract::{Extension, State};
use axum::http::HeaderMap;
use domain::aanwezigheid::Status;
use policy::Principal;
use serde::{Deserialize, Serialize};
use std::collections::HashSet;
use utoipa::ToSchema;

/// Most marks in one request.
const MEEST: usize = 2000;

/// Eén les van één leerling.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Markering {
    /// Nummer van de leerling op uw school.
    #[schema(pattern = "^[0-9A-Za-z]{1,20}$")]
    leerlingnummer: String,
    /// Dag van de les, in dit schooljaar en niet in de toekomst.
    #[schema(format = Date)]
    datum: String,
    /// Lesuur.
    #[schema(minimum = 1, maximum = 16)]
    lesuur: u8,
    /// Wat er in deze les was.
    #[schema(pattern = "^(aanwezig|te_laat|geoorloofd|ziek|ongeoorloofd|onbekend|betwist)$")]
    status: String,
    /// Minuten te laat; verplicht bij te_laat, anders weglaten.
    #[schema(minimum = 1, maximum = 240)]
    #[serde(default)]
    minuten_te_laat: Option<u16>,
}

/// Lessen om vast te leggen of te verbeteren.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Aanwezigheid {
    /// De lessen.
    #[schema(min_items = 1, max_items = 2000)]
    markeringen: Vec<Markering>,
}

/// Wat er is gebeurd.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Verslag {
    /// Nieuwe lessen.
    nieuw: usize,
    /// Gewijzigde lessen.
    gewijzigd: usize,
    /// Lessen die er al zo stonden.
    gelijk: usize,
    /// Leerlingen van wie de telling is bijgewerkt.
    herrekend: usize,
}

/// Leg lessen vast. Eén fout houdt alles tegen; twee keer sturen verandert niets.
#[utoipa::path(post, path = "/aanwezigheid", operation_id = "aanwezigheidVastleggen", tag = "school",
    params(("Idempotency-Key" = String, Header, description = "Uw eigen sleutel voor dit verzoek", min_length = 1, max_length = 255, pattern = "^[!-~]+$")),
    request_body = Aanwezigheid,
    responses((status = 200, description = "Vastgelegd", body = Verslag)),
    security(("sleutel" = [])))]
pub(crate) async fn vastleggen(
    State(app): State<App>,
    Extension(wie): Extension<Principal>,
    koppen: HeaderMap,
    Lijf(vraag, bytes): Lijf<Aanwezigheid>,
) -> Uitkomst<Json<Verslag>> {
    let herhaal = herhaling(&koppen, "aanwezigheid", &bytes)?;
    let school = app.organisatie(wie.organisatie.0).await.map_err(|f| Probleem::uit(&app, f))?;
    let rijen = lees(&app, &school, &vraag).map_err(Probleem::invoer)?;
    let lading = Lading { rijen: &rijen, bron: "api", alles_of_niets: true, herhaling: Some(&herhaal) };
    let v = laad(&app, &wie, lading).await.map_err(|f| Probleem::uit(&app, f))?;
    Ok(Json(Verslag { nieuw: v.nieuw, gewijzigd: v.gewijzigd, gelijk: v.gelijk, herrekend: v.herrekend }))
}

fn lees(app: &App, school: &OrganisatieRow, vraag: &Aanwezigheid) -> Result<Vec<Laadrij>, Vec<(String, String)>> {
    let mut k = Keuring::default();
    if vraag.markeringen.is_empty() || vraag.markeringen.len() > MEEST {
        k.fout("/markeringen", "Stuur 1 tot en met 2.000 lessen per verzoek.");
        return Err(k.0);
    }
    let lesuur_minuten = u16::try_from(school.lesuur_minuten).unwrap_or(60);
    let (begin, _) = rules::schooljaar(app.vandaag());
    let mut gezien = HashSet::new();
    let mut uit = Vec::with_capacity(vraag.markeringen.len());
    for (i, m) in vraag.markeringen.iter().enumerate() {
        let plek = |veld: &str| format!("/markeringen/{i}/{veld}");
        let leerlingnummer = k.leerlingnummer(&plek("leerlingnummer"), &m.leerlingnummer);
        let datum = k.dag(&plek("datum"), &m.datum);
        match datum {
            Some(d) if d > app.vandaag() => k.fout(&plek("datum"), "Deze dag is nog niet geweest."),
            Some(d) if d < begin => k.fout(&plek("datum"), "Deze dag valt buiten dit schooljaar."),
            _ => {}
        }
        if !(1..=16).contains(&m.lesuur) {
            k.fout(&plek("lesuur"), "Kies een lesuur van 1 tot en met 16.");
        }
        let status = Status::uit_code(&m.status).filter(|s| *s != Status::GeenRegister);
        if status.is_none() {
            k.fout(&plek("status"), "Kies een status uit de lijst.");
        }
        let te_laat = status == Some(Status::TeLaat);
        match m.minuten_te_laat {
            Some(n) if te_laat && (1..=lesuur_minuten).contains(&n) => {}
            None if !te_laat => {}
            _ => k.fout(
                &plek("minutenTeLaat"),
                "Bij te_laat hoort het aantal minuten, niet meer dan de les duurt; anders laat u dit weg.",
            ),
        }
        if let Some(d) = datum
            && !gezien.insert((m.leerlingnummer.as_str(), d, m.lesuur))
        {
            k.fout(&format!("/markeringen/{i}"), "Deze les staat twee keer in het verzoek.");
        }
        if let (Some(datum), Some(status)) = (datum, status) {
            let minuten_te_laat = m.minuten_te_laat.unwrap_or(0);
            uit.push(Laadrij {
                leerlingnummer,
                datum,
                lesuur: m.lesuur,
                minuten: lesuur_minuten,
                status,
                minuten_te_laat,
            });
        }
    }
    if k.0.is_empty() { Ok(uit) } else { Err(k.0) }
}
