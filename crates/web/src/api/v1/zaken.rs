//! Reports out, to the case system of a municipality.

use crate::api::{Probleem, Uitkomst};
use app::App;
use app::gemeente::inzien;
use axum::Json;
use axum::extract::{Extension, State};
use domain::waarden::Tijdstip;
use policy::Principal;
use serde::Serialize;
use utoipa::ToSchema;

/// Een zaak: een geleverde verzuimmelding. Zonder burgerservicenummer.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Zaak {
    /// Nummer van de zaak.
    zaaknummer: String,
    /// Nummer van het register.
    registernummer: String,
    /// Soort melding.
    soort: String,
    /// nieuw, in_behandeling, ter_kennisgeving of afgesloten.
    stand: String,
    /// Wanneer ontvangen.
    #[schema(format = DateTime)]
    ontvangen_op: String,
    /// Uiterlijk handelen op.
    #[schema(format = Date)]
    uiterlijk: String,
    /// Wie de zaak behandelt.
    behandelaar: Option<String>,
    /// Naam van de jongere.
    naam: String,
    /// Geboortedatum van de jongere.
    #[schema(format = Date)]
    geboortedatum: String,
    /// De school die meldde.
    school: String,
    /// Eerste dag van het verzuim.
    #[schema(format = Date)]
    begin: String,
    /// Laatste dag van het verzuim.
    #[schema(format = Date)]
    einde: Option<String>,
    /// Gemelde minuten.
    minuten: i64,
    /// Toelichting van de school.
    toelichting: Option<String>,
    /// Wat de school al deed.
    ondernomen_acties: Option<String>,
    /// Vraagt de school om actie?
    actie_gewenst: bool,
}

/// De zaken van de gemeente, eerste termijn eerst.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Zaken {
    /// De zaken, hoogstens 200.
    zaken: Vec<Zaak>,
}

/// De meldingen die aan uw gemeente zijn geleverd.
#[utoipa::path(get, path = "/zaken", operation_id = "zakenOphalen", tag = "gemeente",
    responses((status = 200, description = "De zaken", body = Zaken)),
    security(("sleutel" = [])))]
pub(crate) async fn lijst(State(app): State<App>, Extension(wie): Extension<Principal>) -> Uitkomst<Json<Zaken>> {
    let zaken = inzien::werkvoorraad(&app, &wie).await.map_err(|f| Probleem::uit(&app, f))?;
    let zaken = zaken
        .into_iter()
        .map(|(z, m)| Zaak {
            zaaknummer: z.nummer,
            registernummer: z.registernummer,
            soort: z.soort,
            stand: z.stand,
            ontvangen_op: Tijdstip::uit_micros(z.ontvangen).rfc3339(),
            uiterlijk: z.uiterlijk,
            behandelaar: z.behandelaar,
            naam: m.gegevens.naam,
            geboortedatum: m.gegevens.geboortedatum,
            school: m.gegevens.onderwijslocatie,
            begin: m.gegevens.begin,
            einde: m.gegevens.einde,
            minuten: m.minuten,
            toelichting: m.gegevens.toelichting,
            ondernomen_acties: m.gegevens.ondernomen_acties,
            actie_gewenst: m.gegevens.actie_gewenst,
        })
        .collect();
    Ok(Json(Zaken { zaken }))
}
