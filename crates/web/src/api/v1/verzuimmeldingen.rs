//! Reports in, and their states out.

use super::velden::Keuring;
use crate::api::{Lijf, Probleem, Uitkomst, Vraagdelen, herhaling};
use app::App;
use app::rijen::Meldingstand;
use app::school::melding_aanleveren::{Aanlevering, lever_aan};
use app::school::melding_opstellen::Invulling;
use app::school::meldingstanden;
use axum::Json;
use axum::extract::{Extension, Path, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use domain::melding::GemeldeLes;
use domain::waarden::Tijdstip;
use policy::Principal;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// Eén gemelde les.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Les {
    /// Dag.
    #[schema(format = Date)]
    datum: String,
    /// Lesuur.
    #[schema(minimum = 1, maximum = 16)]
    lesuur: u8,
    /// Gemiste minuten.
    #[schema(minimum = 1, maximum = 240)]
    minuten: u16,
    /// Wat er in deze les was.
    #[schema(pattern = "^(ongeoorloofd|te_laat)$")]
    status: String,
}

/// Een verzuimmelding. De lessen moeten al zijn vastgelegd; de melding wordt daartegen gecontroleerd.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(as = Verzuimmelding)]
pub(crate) struct Verzuimmelding {
    /// Nummer van de leerling op uw school.
    #[schema(pattern = "^[0-9A-Za-z]{1,20}$")]
    leerlingnummer: String,
    /// Soort melding.
    #[schema(pattern = "^(overig|luxe|zestien_uur|zestien_uur_18plus|langdurig|rmc)$")]
    soort: String,
    /// Eerste dag; bij een telling de begindag van het signaal.
    #[schema(format = Date)]
    begin: String,
    /// Laatste dag.
    #[schema(format = Date)]
    einde: String,
    /// Gemelde minuten: de som van de lessen.
    #[schema(minimum = 1, maximum = 200000)]
    minuten: u32,
    /// De lessen waaruit de melding bestaat.
    #[schema(min_items = 1, max_items = 1000)]
    verzuimoverzicht: Vec<Les>,
    /// Vermoedelijke reden uit de lijst; niets over gezondheid.
    #[serde(default)]
    #[schema(max_length = 40)]
    reden: Option<String>,
    /// Toelichting: alleen feiten over het verzuim.
    #[serde(default)]
    #[schema(max_length = 1000)]
    toelichting: Option<String>,
    /// Wat de school al deed; verplicht bij overig.
    #[serde(default)]
    #[schema(max_length = 1000)]
    ondernomen_acties: Option<String>,
    /// Vraagt de school de gemeente om iets te doen?
    actie_gewenst: bool,
    /// Wat de school de gemeente vraagt.
    #[serde(default)]
    #[schema(max_length = 1000)]
    toelichting_actie: Option<String>,
}

/// Waar een melding staat.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Stand {
    /// Nummer van de school.
    meldingsnummer: String,
    /// Nummer van de leerling op uw school.
    leerlingnummer: String,
    /// Soort melding.
    soort: String,
    /// concept, verzonden of ingetrokken.
    stand: String,
    /// Eerste dag.
    #[schema(format = Date)]
    begin: String,
    /// Laatste dag.
    #[schema(format = Date)]
    einde: Option<String>,
    /// Gemelde minuten.
    minuten: i64,
    /// Wanneer verzonden.
    #[schema(format = DateTime)]
    verzonden_op: Option<String>,
    /// Nummer van het register.
    registernummer: Option<String>,
    /// Wanneer het register de melding kreeg.
    #[schema(format = DateTime)]
    geregistreerd_op: Option<String>,
    /// geregistreerd, in_behandeling, ter_kennisgeving, afgesloten of ingetrokken.
    registerstand: Option<String>,
    /// Reden bij de stand.
    reden_stand: Option<String>,
    /// Wat de gemeente de school laat weten.
    terugkoppeling: Option<String>,
}

impl From<Meldingstand> for Stand {
    fn from(m: Meldingstand) -> Self {
        let moment = |t: Option<i64>| t.map(|t| Tijdstip::uit_micros(t).rfc3339());
        Self {
            meldingsnummer: m.nummer,
            leerlingnummer: m.leerlingnummer,
            soort: m.soort,
            stand: m.stand,
            begin: m.begin_dag,
            einde: m.einde_dag,
            minuten: m.minuten,
            verzonden_op: moment(m.verzonden),
            registernummer: m.registernummer,
            geregistreerd_op: moment(m.registerdatum),
            registerstand: m.registerstand,
            reden_stand: m.reden_stand,
            terugkoppeling: m.terugkoppeling,
        }
    }
}

/// Een bladzijde met meldingen, nieuwste eerst.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Standen {
    /// De meldingen.
    meldingen: Vec<Stand>,
}

/// Welk deel van de lijst.
#[derive(Deserialize, IntoParams)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct Deel {
    /// Bladzijde van 50 meldingen, vanaf 1.
    #[serde(default)]
    #[param(minimum = 1, maximum = 10000)]
    pagina: Option<u16>,
}

/// Doe een verzuimmelding. Wat is bevestigd, is opgeslagen; twee keer sturen geeft één melding.
#[utoipa::path(post, path = "/verzuimmeldingen", operation_id = "verzuimmeldingDoen", tag = "school",
    params(("Idempotency-Key" = String, Header, description = "Uw eigen sleutel voor dit verzoek", min_length = 1, max_length = 255, pattern = "^[!-~]+$")),
    request_body = Verzuimmelding,
    responses((status = 201, description = "De melding is aangenomen", body = Stand, headers(("Location" = String, description = "Adres van de melding")))),
    security(("sleutel" = [])))]
pub(crate) async fn doen(
    State(app): State<App>,
    Extension(wie): Extension<Principal>,
    koppen: HeaderMap,
    Lijf(vraag, bytes): Lijf<Verzuimmelding>,
) -> Uitkomst<Response> {
    let herhaal = herhaling(&koppen, "verzuimmeldingen", &bytes)?;
    let opdracht = lees(vraag).map_err(Probleem::invoer)?;
    let ontvangst = lever_aan(&app, &wie, opdracht, Some(&herhaal)).await.map_err(|f| Probleem::uit(&app, f))?;
    app::register::bezorg(&app).await;
    let nummer = ontvangst.meldingsnummer;
    let stand = meldingstanden::een(&app, &wie, &nummer).await.map_err(|f| Probleem::uit(&app, f))?;
    let plek = format!("/api/v1/verzuimmeldingen/{nummer}");
    Ok((StatusCode::CREATED, [(header::LOCATION, plek)], Json(Stand::from(stand))).into_response())
}

/// De stand van uw meldingen.
#[utoipa::path(get, path = "/verzuimmeldingen", operation_id = "verzuimmeldingenOphalen", tag = "school", params(Deel),
    responses((status = 200, description = "De meldingen", body = Standen)),
    security(("sleutel" = [])))]
pub(crate) async fn lijst(
    State(app): State<App>,
    Extension(wie): Extension<Principal>,
    Vraagdelen(deel): Vraagdelen<Deel>,
) -> Uitkomst<Json<Standen>> {
    let pagina = i64::from(deel.pagina.unwrap_or(1));
    if !(1..=10_000).contains(&pagina) {
        return Err(Probleem::onleesbaar("pagina", "Kies een bladzijde van 1 tot en met 10.000."));
    }
    let rijen = meldingstanden::bladzijde(&app, &wie, pagina).await.map_err(|f| Probleem::uit(&app, f))?;
    Ok(Json(Standen { meldingen: rijen.into_iter().map(Stand::from).collect() }))
}

/// De stand van één melding.
#[utoipa::path(get, path = "/verzuimmeldingen/{meldingsnummer}", operation_id = "verzuimmeldingOphalen", tag = "school",
    params(("meldingsnummer" = String, Path, description = "Nummer van de school")),
    responses((status = 200, description = "De melding", body = Stand)),
    security(("sleutel" = [])))]
pub(crate) async fn een(
    State(app): State<App>,
    Extension(wie): Extension<Principal>,
    Path(nummer): Path<String>,
) -> Uitkomst<Json<Stand>> {
    let stand = meldingstanden::een(&app, &wie, &nummer).await.map_err(|f| Probleem::uit(&app, f))?;
    Ok(Json(Stand::from(stand)))
}

fn lees(v: Verzuimmelding) -> Result<Aanlevering, Vec<(String, String)>> {
    let mut k = Keuring::default();
    let leerlingnummer = k.leerlingnummer("/leerlingnummer", &v.leerlingnummer);
    if !matches!(v.soort.as_str(), "overig" | "luxe" | "zestien_uur" | "zestien_uur_18plus" | "langdurig" | "rmc") {
        k.fout("/soort", "Kies een soort uit de lijst.");
    }
    let (begin, einde) = (k.dag("/begin", &v.begin), k.dag("/einde", &v.einde));
    if let (Some(b), Some(e)) = (begin, einde)
        && e < b
    {
        k.fout("/einde", "De laatste dag ligt voor de eerste dag.");
    }
    if v.minuten == 0 || v.minuten > 200_000 {
        k.fout("/minuten", "Meld ten minste 1 minuut, en niet meer dan een schooljaar.");
    }
    if v.verzuimoverzicht.is_empty() || v.verzuimoverzicht.len() > 1000 {
        k.fout("/verzuimoverzicht", "Geef 1 tot en met 1.000 lessen.");
    }
    let mut lessen = Vec::new();
    for (i, l) in v.verzuimoverzicht.iter().take(1000).enumerate() {
        let datum = k.dag(&format!("/verzuimoverzicht/{i}/datum"), &l.datum);
        if !(1..=16).contains(&l.lesuur) {
            k.fout(&format!("/verzuimoverzicht/{i}/lesuur"), "Kies een lesuur van 1 tot en met 16.");
        }
        if !(1..=240).contains(&l.minuten) {
            k.fout(&format!("/verzuimoverzicht/{i}/minuten"), "Geef 1 tot en met 240 minuten.");
        }
        if !matches!(l.status.as_str(), "ongeoorloofd" | "te_laat") {
            k.fout(
                &format!("/verzuimoverzicht/{i}/status"),
                "Alleen ongeoorloofd en te_laat horen in een melding. (A-331)",
            );
        }
        if let Some(d) = datum {
            lessen.push(GemeldeLes {
                datum: d.to_string(),
                lesuur: i64::from(l.lesuur),
                minuten: i64::from(l.minuten),
                status: l.status.clone(),
            });
        }
    }
    let (Some(begin), Some(einde), true) = (begin, einde, k.0.is_empty()) else { return Err(k.0) };
    let tekst = |t: Option<String>| t.unwrap_or_default();
    Ok(Aanlevering {
        leerlingnummer,
        soort: v.soort,
        begin,
        einde,
        minuten: i64::from(v.minuten),
        verzuimoverzicht: lessen,
        invulling: Invulling {
            versie: 0,
            reden: tekst(v.reden),
            toelichting: tekst(v.toelichting),
            ondernomen_acties: tekst(v.ondernomen_acties),
            actie_gewenst: v.actie_gewenst,
            toelichting_actie: tekst(v.toelichting_actie),
        },
    })
}
