//! Systems that call the API: which organisation a key belongs to. Only the hash of a key is stored.

use crate::sessie::hash;
use crate::{App, Fout};
use domain::id::{GebruikerId, OrganisatieId};
use policy::{Principal, Rol};

/// Who belongs to this key; `None` for a key that is unknown or withdrawn.
///
/// # Errors
/// When the database is not available.
pub async fn wie(app: &App, sleutel: &str) -> Result<Option<Principal>, Fout> {
    let h = hash(sleutel);
    let kort: [u8; 16] = h.get(..16).and_then(|b| b.try_into().ok()).unwrap_or_default();
    let Some((organisatie, naam)) = app.store.api_sleutel(h).await? else { return Ok(None) };
    let rol = match app.organisatie(organisatie).await?.soort.as_str() {
        "school" => Rol::Koppeling,
        "gemeente" | "regeling" => Rol::KoppelingLeerplicht,
        _ => return Ok(None),
    };
    Ok(Some(Principal {
        // The log tells one key from another, without the key.
        gebruiker: GebruikerId(uuid::Builder::from_custom_bytes(kort).into_uuid()),
        naam: format!("koppeling {naam}"),
        rol,
        organisatie: OrganisatieId(organisatie),
        persoon: None,
    }))
}
