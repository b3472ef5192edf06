//! Signing in and out. Only the hash of a cookie is stored.

use crate::{App, Fout};
use data_encoding::BASE64URL_NOPAD;
use domain::id::{GebruikerId, OrganisatieId, PersoonId};
use policy::{Principal, Rol};
use rand::RngCore;
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// Idle time after which a session ends, in microseconds: 30 minutes.
const STIL: i64 = 30 * 60 * 1_000_000;
/// Longest session, in microseconds: 10 hours.
const LANGST: i64 = 10 * 60 * 60 * 1_000_000;
/// A use is noted at most once a minute, so that reading pages does not write all the time.
const NOTEER: i64 = 60 * 1_000_000;

/// A signed-in person with the token of the forms.
#[derive(Debug, Clone)]
pub struct Sessie {
    /// Who.
    pub wie: Principal,
    /// Form token.
    pub csrf: String,
}

/// A demo person on the sign-in page.
#[derive(Debug, Clone, serde::Serialize)]
pub struct Demopersoon {
    /// Code.
    pub code: String,
    /// Name.
    pub naam: String,
    /// Role.
    pub rol: String,
    /// Organisation.
    pub organisatie: String,
    /// Kind of organisation.
    #[serde(skip)]
    pub soort: String,
}

pub(crate) fn toeval() -> String {
    let mut b = [0u8; 32];
    rand::rng().fill_bytes(&mut b);
    BASE64URL_NOPAD.encode(&b)
}

/// SHA-256 of a secret, as stored.
#[must_use]
pub fn hash(geheim: &str) -> Vec<u8> {
    Sha256::digest(geheim.as_bytes()).to_vec()
}

/// The invented people; empty outside demo mode.
///
/// # Errors
/// When the database is not available.
pub async fn demopersonen(app: &App) -> Result<Vec<Demopersoon>, Fout> {
    if !app.demo() {
        return Ok(Vec::new());
    }
    let rijen = app.store.demo_personen().await?;
    let woord = |r: &str| Rol::uit_code(r).map_or(r.to_owned(), |r| r.woord().to_owned());
    Ok(rijen
        .into_iter()
        .map(|(code, naam, rol, organisatie, soort)| Demopersoon { code, naam, rol: woord(&rol), organisatie, soort })
        .collect())
}

/// Sign in as an invented person. Returns the cookie.
///
/// # Errors
/// `NietGevonden` outside demo mode, and for anybody who is not invented.
pub async fn demo_inloggen(app: &App, code: &str) -> Result<String, Fout> {
    if !app.demo() {
        return Err(Fout::NietGevonden);
    }
    let g = app.store.gebruiker_bij_code(code).await?.filter(|g| g.demo).ok_or(Fout::NietGevonden)?;
    begin(app, g.id, None).await
}

/// Begin a session in the first role, or in this one. Returns the cookie.
///
/// # Errors
/// `NietGevonden` when the account does not have the role today.
pub(crate) async fn begin(app: &App, gebruiker: Uuid, keuze: Option<(&str, Uuid)>) -> Result<String, Fout> {
    let rollen = app.store.rollen_van(gebruiker, &app.vandaag().to_string()).await?;
    let (rol, organisatie, _) =
        rollen.iter().find(|(r, o, _)| keuze.is_none_or(|k| k == (r.as_str(), *o))).ok_or(Fout::NietGevonden)?;
    let koekje = toeval();
    app.store.sessie_begin(&hash(&koekje), gebruiker, *organisatie, rol, &toeval(), app.nu().micros()).await?;
    Ok(koekje)
}

/// The roles of this account today: code, organisation, its name.
///
/// # Errors
/// When the database is not available.
pub async fn rollen(app: &App, s: &Sessie) -> Result<Vec<(String, Uuid, String)>, Fout> {
    Ok(app.store.rollen_van(s.wie.gebruiker.0, &app.vandaag().to_string()).await?)
}

/// Go on in another role of the same account: a new session, the old one ends.
///
/// # Errors
/// `NietGevonden` when the account does not have that role today.
pub async fn wissel(app: &App, s: &Sessie, oud: &str, rol: &str, organisatie: Uuid) -> Result<String, Fout> {
    let nieuw = begin(app, s.wie.gebruiker.0, Some((rol, organisatie))).await?;
    uitloggen(app, oud).await?;
    Ok(nieuw)
}

/// Who belongs to this cookie, now. A role that has ended ends the session at once.
///
/// # Errors
/// When the database is not available.
pub async fn wie(app: &App, koekje: &str) -> Result<Option<Sessie>, Fout> {
    let h = hash(koekje);
    let Some(s) = app.store.sessie(h.clone()).await? else { return Ok(None) };
    let nu = app.nu().micros();
    let Some(rol) = Rol::uit_code(&s.rol) else { return Ok(None) };
    let geldig = app
        .store
        .rollen_van(s.gebruiker, &app.vandaag().to_string())
        .await?
        .iter()
        .any(|(r, o, _)| *r == s.rol && *o == s.organisatie);
    if !geldig || nu - s.gezien > STIL || nu - s.begonnen > LANGST {
        app.store.sessie_einde(&h).await?;
        return Ok(None);
    }
    if nu - s.gezien > NOTEER {
        app.store.sessie_gezien(&h, nu).await?;
    }
    let wie = Principal {
        gebruiker: GebruikerId(s.gebruiker),
        naam: s.naam,
        rol,
        organisatie: OrganisatieId(s.organisatie),
        persoon: s.persoon.map(PersoonId),
    };
    Ok(Some(Sessie { wie, csrf: s.csrf }))
}

/// Sign out.
///
/// # Errors
/// When the database is not available.
pub async fn uitloggen(app: &App, koekje: &str) -> Result<(), Fout> {
    Ok(app.store.sessie_einde(&hash(koekje)).await?)
}
