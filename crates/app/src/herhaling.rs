//! A request of a system that may come twice: the second time the first answer is given, and nothing is done.

use crate::Fout;
use serde::Serialize;
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};
use store::{StoreError, WriteTx};

/// The key that a system gave to one request, with the fingerprint of that request.
#[derive(Debug, Clone)]
pub struct Herhaling {
    sleutel: String,
    vingerafdruk: Vec<u8>,
}

impl Herhaling {
    /// `None` when the key is empty, longer than 255 characters, or has other characters than visible ASCII.
    #[must_use]
    pub fn nieuw(sleutel: &str, pad: &str, lijf: &[u8]) -> Option<Self> {
        if sleutel.is_empty() || sleutel.len() > 255 || !sleutel.bytes().all(|b| b.is_ascii_graphic()) {
            return None;
        }
        let mut h = Sha256::new();
        h.update(pad.as_bytes());
        h.update([0]);
        h.update(lijf);
        Some(Self { sleutel: sleutel.to_owned(), vingerafdruk: h.finalize().to_vec() })
    }
}

/// Take the key of this request, first of all; the earlier answer when it was taken before. The same key with another
/// request is an error of the caller.
pub(crate) async fn eerder<T: DeserializeOwned>(
    tx: &mut WriteTx,
    herhaling: Option<&Herhaling>,
) -> Result<Option<T>, Fout> {
    let Some(h) = herhaling else { return Ok(None) };
    if tx.idem_nemen(&h.sleutel, &h.vingerafdruk).await? {
        return Ok(None);
    }
    let Some((vingerafdruk, _, antwoord)) = tx.idem(&h.sleutel).await? else { return Err(Fout::Conflict) };
    if vingerafdruk != h.vingerafdruk {
        return Err(Fout::veld(
            "Idempotency-Key",
            "Deze sleutel is al gebruikt voor een ander verzoek. Gebruik per verzoek een nieuwe sleutel.",
        ));
    }
    serde_json::from_str(&antwoord).map(Some).map_err(|_| Fout::Storing(StoreError::Onleesbaar("idem")))
}

/// Keep the answer, in the same transaction as what it answers.
pub(crate) async fn onthoud<T: Serialize>(
    tx: &mut WriteTx,
    herhaling: Option<&Herhaling>,
    antwoord: &T,
) -> Result<(), Fout> {
    let Some(h) = herhaling else { return Ok(()) };
    let tekst = serde_json::to_string(antwoord).map_err(|_| Fout::Storing(StoreError::Onleesbaar("idem")))?;
    Ok(tx.idem_antwoord(&h.sleutel, 200, &tekst).await?)
}
