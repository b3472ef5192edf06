//! Field encryption and blind index (security.md 5.3).

use crate::StoreError;
use aes_gcm_siv::aead::{Aead, KeyInit, Payload};
use aes_gcm_siv::{Aes256GcmSiv, Nonce};
use hkdf::Hkdf;
use hmac::{Hmac, Mac};
use rand::RngCore;
use sha2::Sha256;
use zeroize::Zeroizing;

/// Keys derived from one root key of 32 bytes: one for sealed fields, one for the blind index.
#[derive(Clone)]
pub struct Sleutelbos {
    veld: Zeroizing<[u8; 32]>,
    index: Zeroizing<[u8; 32]>,
}

impl Sleutelbos {
    /// Derive the working keys; the labels keep the two uses apart.
    #[must_use]
    pub fn uit(wortel: &[u8; 32]) -> Self {
        let hk = Hkdf::<Sha256>::new(Some(b"leerrecht"), wortel);
        let mut veld = Zeroizing::new([0; 32]);
        let mut index = Zeroizing::new([0; 32]);
        // 32 bytes is far below HKDF's limit of 255 blocks, so expand cannot fail.
        let gelukt = hk.expand(b"veld/1", veld.as_mut()).is_ok() && hk.expand(b"index/1", index.as_mut()).is_ok();
        debug_assert!(gelukt);
        Self { veld, index }
    }

    /// Encrypt; `plek` (table, column, row) is bound in, so a value moved to another row does not open.
    pub(crate) fn sluit(&self, plek: &str, tekst: &[u8]) -> Result<Vec<u8>, StoreError> {
        let mut nonce = [0u8; 12];
        rand::rng().fill_bytes(&mut nonce);
        let cijfer = self.cipher().encrypt(Nonce::from_slice(&nonce), Payload { msg: tekst, aad: plek.as_bytes() });
        let cijfer = cijfer.map_err(|_| StoreError::Versleuteling)?;
        let mut uit = Vec::with_capacity(13 + cijfer.len());
        uit.push(1);
        uit.extend_from_slice(&nonce);
        uit.extend_from_slice(&cijfer);
        Ok(uit)
    }

    /// Decrypt what [`Self::sluit`] made for the same `plek`.
    pub(crate) fn open(&self, plek: &str, bytes: &[u8]) -> Result<Vec<u8>, StoreError> {
        let (kop, cijfer) = bytes.split_at_checked(13).ok_or(StoreError::Versleuteling)?;
        let (versie, nonce) = kop.split_first().ok_or(StoreError::Versleuteling)?;
        if *versie != 1 {
            return Err(StoreError::Versleuteling);
        }
        self.cipher()
            .decrypt(Nonce::from_slice(nonce), Payload { msg: cijfer, aad: plek.as_bytes() })
            .map_err(|_| StoreError::Versleuteling)
    }

    /// Keyed index of a personal number: equal numbers meet, the number itself cannot be found back.
    pub(crate) fn index(&self, nummer: &str) -> Vec<u8> {
        let mut mac = match <Hmac<Sha256> as Mac>::new_from_slice(self.index.as_ref()) {
            Ok(mac) => mac,
            Err(_) => return Vec::new(),
        };
        mac.update(b"pgn");
        mac.update(nummer.as_bytes());
        mac.finalize().into_bytes().into_iter().take(16).collect()
    }

    fn cipher(&self) -> Aes256GcmSiv {
        Aes256GcmSiv::new(self.veld.as_ref().into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn opens_only_in_its_own_place_and_unchanged() {
        let bos = Sleutelbos::uit(&[7; 32]);
        let dicht = bos.sluit("persoon.pgn/1", b"999990408").unwrap();
        assert_eq!(bos.open("persoon.pgn/1", &dicht).unwrap(), b"999990408");
        assert!(bos.open("persoon.pgn/2", &dicht).is_err());
        let mut stuk = dicht.clone();
        *stuk.last_mut().unwrap() ^= 1;
        assert!(bos.open("persoon.pgn/1", &stuk).is_err());
        assert!(bos.open("persoon.pgn/1", &dicht[..5]).is_err());
        assert_ne!(bos.sluit("persoon.pgn/1", b"999990408").unwrap(), dicht);
        assert!(!dicht.windows(9).any(|w| w == b"999990408"));
    }

    #[test]
    fn another_root_key_gives_another_index() {
        let (a, b) = (Sleutelbos::uit(&[1; 32]), Sleutelbos::uit(&[2; 32]));
        assert_eq!(a.index("999990408"), a.index("999990408"));
        assert_ne!(a.index("999990408"), b.index("999990408"));
        assert_eq!(a.index("999990408").len(), 16);
    }
}
