//! Signing in with a password (Argon2id) and a one-time code (TOTP). Every wrong answer is the same answer.

use crate::{App, Fout, sessie};
use argon2::Argon2;
use argon2::password_hash::{PasswordHash, PasswordHasher, PasswordVerifier, SaltString};
use rand::RngCore;
use std::sync::LazyLock;
use store::StoreError;
use totp_rs::{Algorithm, TOTP};

/// Failures after which an account waits.
const POGINGEN: i64 = 5;
/// How long it waits, in microseconds: 15 minutes.
const WACHT: i64 = 15 * 60 * 1_000_000;
/// Length of a step of the one-time code, in seconds.
const STAP: u64 = 30;

/// Passwords cost 19 MB each to check; no more than two at a time.
static BEURT: tokio::sync::Semaphore = tokio::sync::Semaphore::const_new(2);

/// Checked when the account does not exist, so that both answers take as long.
static NIEMAND: LazyLock<String> = LazyLock::new(|| versleutel("niemand heeft dit wachtwoord").unwrap_or_default());

/// Argon2id of a password.
///
/// # Errors
/// When the library refuses.
pub(crate) fn versleutel(wachtwoord: &str) -> Result<String, Fout> {
    let mut b = [0u8; 16];
    rand::rng().fill_bytes(&mut b);
    let fout = |_| Fout::Storing(StoreError::Versleuteling);
    let zout = SaltString::encode_b64(&b).map_err(fout)?;
    Ok(Argon2::default().hash_password(wachtwoord.as_bytes(), &zout).map_err(fout)?.to_string())
}

/// The one-time code of a secret.
pub(crate) fn totp(geheim: Vec<u8>) -> Option<TOTP> {
    TOTP::new(Algorithm::SHA1, 6, 1, STAP, geheim).ok()
}

async fn wachtwoord_klopt(wachtwoord: String, hash: String) -> bool {
    let Ok(_beurt) = BEURT.acquire().await else { return false };
    tokio::task::spawn_blocking(move || {
        PasswordHash::new(&hash).is_ok_and(|h| Argon2::default().verify_password(wachtwoord.as_bytes(), &h).is_ok())
    })
    .await
    .unwrap_or(false)
}

fn onjuist() -> Fout {
    Fout::veld("code", "Naam, wachtwoord of inlogcode klopt niet. Na 5 pogingen moet u 15 minuten wachten.")
}

/// Sign in. Returns the cookie.
///
/// # Errors
/// The one answer to everything that is wrong, or a fault.
pub async fn met_wachtwoord(app: &App, code: &str, wachtwoord: &str, inlogcode: &str) -> Result<String, Fout> {
    let g = app.store.gebruiker_bij_code(code).await?.filter(|g| !g.demo);
    let hash = g.as_ref().and_then(|g| g.wachtwoord.clone()).unwrap_or_else(|| NIEMAND.clone());
    let klopt = wachtwoord_klopt(wachtwoord.chars().take(200).collect(), hash).await;
    let Some(g) = g else { return Err(onjuist()) };
    let nu = app.nu().micros();
    let (laatste_stap, mislukt, sinds) = app.store.inlogstand(g.id).await?.unwrap_or((0, 0, 0));
    let mislukt = if nu - sinds > WACHT { 0 } else { mislukt };
    if mislukt >= POGINGEN {
        return Err(onjuist());
    }
    let stap = match &g.totp {
        Some(dicht) => totp(app.store.totp(g.id, dicht)?).and_then(|t| gebruikte_stap(&t, inlogcode, nu)),
        None => None,
    };
    // A code that was used once is used up: whoever looked over a shoulder has nothing.
    match stap.filter(|s| klopt && *s > laatste_stap) {
        Some(stap) => {
            app.store.inlogstand_zetten(g.id, stap, 0, nu).await?;
            sessie::begin(app, g.id, None).await
        }
        None => {
            let sinds = if mislukt == 0 { nu } else { sinds };
            app.store.inlogstand_zetten(g.id, laatste_stap, mislukt + 1, sinds).await?;
            Err(onjuist())
        }
    }
}

/// Which step this code belongs to: now, or one to either side.
fn gebruikte_stap(t: &TOTP, code: &str, nu: i64) -> Option<i64> {
    let seconden = u64::try_from(nu / 1_000_000).ok()?;
    [seconden, seconden.saturating_sub(STAP), seconden + STAP]
        .into_iter()
        .find(|s| t.generate(*s) == code.trim())
        .and_then(|s| i64::try_from(s / STAP).ok())
}
