//! Enrolments in.

use super::velden::Keuring;
use crate::api::{Lijf, Probleem, Uitkomst, herhaling};
use app::App;
use app::school::inschrijvingen_vastleggen::{Inschrijving as Opdracht, schrijf_in};
use axum::Json;
use axum::extract::{Extension, State};
use axum::http::HeaderMap;
use domain::waarden::{Gemeentecode, Pgn};
use policy::Principal;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Most enrolments in one request.
const MEEST: usize = 200;

/// Eén inschrijving.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Inschrijving {
    /// Nummer van de leerling op uw school.
    #[schema(pattern = "^[0-9A-Za-z]{1,20}$")]
    leerlingnummer: String,
    /// Burgerservicenummer of onderwijsnummer; zonder nummer wordt een melding met de hand gekoppeld.
    #[serde(default)]
    #[schema(pattern = "^[0-9]{9}$")]
    persoonsgebonden_nummer: Option<String>,
    /// Voornamen.
    #[schema(min_length = 1, max_length = 200)]
    voornamen: String,
    /// Tussenvoegsel.
    #[serde(default)]
    #[schema(max_length = 40)]
    tussenvoegsel: Option<String>,
    /// Achternaam.
    #[schema(min_length = 1, max_length = 200)]
    achternaam: String,
    /// Geboortedatum.
    #[schema(format = Date)]
    geboortedatum: String,
    /// Geslacht: man, vrouw of onbekend.
    #[schema(pattern = "^(man|vrouw|onbekend)$")]
    geslacht: String,
    /// Gemeente van inschrijving in de BRP (CBS-code).
    #[serde(default)]
    #[schema(pattern = "^[0-9]{4}$")]
    gemeente: Option<String>,
    /// Gemeente van verblijf, als er geen BRP-adres is (CBS-code).
    #[serde(default)]
    #[schema(pattern = "^[0-9]{4}$")]
    verblijf_gemeente: Option<String>,
    /// Klas of groep.
    #[schema(min_length = 1, max_length = 40)]
    klas: String,
    /// Opleiding in woorden.
    #[schema(min_length = 1, max_length = 200)]
    opleiding: String,
    /// Eerste dag van de inschrijving.
    #[schema(format = Date)]
    ingeschreven: String,
    /// Laatste dag van de inschrijving.
    #[serde(default)]
    #[schema(format = Date)]
    uitgeschreven: Option<String>,
    /// Dag waarop de startkwalificatie is behaald.
    #[serde(default)]
    #[schema(format = Date)]
    startkwalificatie_op: Option<String>,
}

/// Inschrijvingen om vast te leggen of te wijzigen.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Inschrijvingen {
    /// De inschrijvingen.
    #[schema(min_items = 1, max_items = 200)]
    inschrijvingen: Vec<Inschrijving>,
}

/// Wat er is gebeurd.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Inschrijfverslag {
    /// Nieuwe leerlingen.
    nieuw: usize,
    /// Leerlingen met een andere klas of andere datums.
    gewijzigd: usize,
    /// Inschrijvingen die er al zo stonden.
    gelijk: usize,
}

/// Leg inschrijvingen vast. Eén fout houdt alles tegen; twee keer sturen verandert niets.
#[utoipa::path(post, path = "/inschrijvingen", operation_id = "inschrijvingenVastleggen", tag = "school",
    params(("Idempotency-Key" = String, Header, description = "Uw eigen sleutel voor dit verzoek", min_length = 1, max_length = 255, pattern = "^[!-~]+$")),
    request_body = Inschrijvingen,
    responses((status = 200, description = "Vastgelegd", body = Inschrijfverslag)),
    security(("sleutel" = [])))]
pub(crate) async fn vastleggen(
    State(app): State<App>,
    Extension(wie): Extension<Principal>,
    koppen: HeaderMap,
    Lijf(vraag, bytes): Lijf<Inschrijvingen>,
) -> Uitkomst<Json<Inschrijfverslag>> {
    let herhaal = herhaling(&koppen, "inschrijvingen", &bytes)?;
    let opdracht = lees(&app, &vraag).map_err(Probleem::invoer)?;
    let v = schrijf_in(&app, &wie, &opdracht, Some(&herhaal)).await.map_err(|f| Probleem::uit(&app, f))?;
    Ok(Json(Inschrijfverslag { nieuw: v.nieuw, gewijzigd: v.gewijzigd, gelijk: v.gelijk }))
}

fn lees(app: &App, vraag: &Inschrijvingen) -> Result<Vec<Opdracht>, Vec<(String, String)>> {
    let mut k = Keuring::default();
    if vraag.inschrijvingen.is_empty() || vraag.inschrijvingen.len() > MEEST {
        k.fout("/inschrijvingen", "Stuur 1 tot en met 200 inschrijvingen per verzoek.");
        return Err(k.0);
    }
    let mut uit = Vec::with_capacity(vraag.inschrijvingen.len());
    for (i, s) in vraag.inschrijvingen.iter().enumerate() {
        if let Some(o) = een(app, &mut k, i, s) {
            uit.push(o);
        }
    }
    if k.0.is_empty() { Ok(uit) } else { Err(k.0) }
}

fn een(app: &App, k: &mut Keuring, i: usize, s: &Inschrijving) -> Option<Opdracht> {
    let plek = |veld: &str| format!("/inschrijvingen/{i}/{veld}");
    let leerlingnummer = k.leerlingnummer(&plek("leerlingnummer"), &s.leerlingnummer);
    let pgn: Option<Pgn> = match &s.persoonsgebonden_nummer {
        Some(n) => {
            let gelezen = n.parse().ok();
            if gelezen.is_none() {
                k.fout(
                    &plek("persoonsgebondenNummer"),
                    "Dit is geen burgerservicenummer of onderwijsnummer van 9 cijfers.",
                );
            }
            gelezen
        }
        None => None,
    };
    let geboren = k.dag(&plek("geboortedatum"), &s.geboortedatum);
    if let Some(g) = geboren
        && !(2..=60).contains(&rules::leeftijd(g, app.vandaag()))
    {
        k.fout(&plek("geboortedatum"), "Deze leeftijd kan niet bij een leerling of student.");
    }
    if !matches!(s.geslacht.as_str(), "man" | "vrouw" | "onbekend") {
        k.fout(&plek("geslacht"), "Kies man, vrouw of onbekend.");
    }
    let mut gemeente = |veld: &str, code: &Option<String>| -> Option<Gemeentecode> {
        let code = code.as_ref()?;
        let gelezen = code.parse().ok();
        if gelezen.is_none() {
            k.fout(&plek(veld), "Een gemeentecode heeft 4 cijfers.");
        }
        gelezen
    };
    let (brp, verblijf) = (gemeente("gemeente", &s.gemeente), gemeente("verblijfGemeente", &s.verblijf_gemeente));
    let (voornamen, achternaam) = (
        k.regel(&plek("voornamen"), &s.voornamen, 200, false),
        k.regel(&plek("achternaam"), &s.achternaam, 200, false),
    );
    let tussenvoegsel = k.regel(&plek("tussenvoegsel"), s.tussenvoegsel.as_deref().unwrap_or_default(), 40, true);
    let (klas, opleiding) =
        (k.regel(&plek("klas"), &s.klas, 40, false), k.regel(&plek("opleiding"), &s.opleiding, 200, false));
    let begin = k.dag(&plek("ingeschreven"), &s.ingeschreven);
    let einde = k.dag_of_niet(&plek("uitgeschreven"), s.uitgeschreven.as_deref());
    let startkwalificatie_op = k.dag_of_niet(&plek("startkwalificatieOp"), s.startkwalificatie_op.as_deref());
    if let (Some(b), Some(e)) = (begin, einde)
        && e < b
    {
        k.fout(&plek("uitgeschreven"), "De laatste dag ligt voor de eerste dag.");
    }
    if let (Some(b), Some(g)) = (begin, geboren)
        && b < g
    {
        k.fout(&plek("ingeschreven"), "Deze dag ligt voor de geboortedatum.");
    }
    Some(Opdracht {
        leerlingnummer,
        pgn,
        voornamen,
        tussenvoegsel,
        achternaam,
        geboortedatum: geboren?,
        geslacht: s.geslacht.clone(),
        gemeente: brp,
        verblijf_gemeente: verblijf,
        klas,
        opleiding,
        ingeschreven: begin?,
        uitgeschreven: einde,
        startkwalificatie_op,
    })
}
