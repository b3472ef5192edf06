//! The log: every write and every read of personal data, chained by hash per organisation.

use crate::{Db, StoreError, Tx, on};
use domain::id::{GebruikerId, OrganisatieId};
use domain::waarden::Tijdstip;
use policy::{Grant, Handeling, Scope};
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// What happened, for the log. Never content, never a BSN: `betrokkene` is a random key.
#[derive(Debug, Clone)]
pub struct Event {
    /// `schrijven` or `lezen`.
    soort: &'static str,
    /// What it was done to, as kind and key, for instance `melding 0198…`.
    voorwerp: String,
    /// Whose data (the school's pupil key), when it concerns one person.
    betrokkene: Option<Uuid>,
}

impl Event {
    /// Something was written.
    #[must_use]
    pub fn geschreven(voorwerp: impl Into<String>, betrokkene: Option<Uuid>) -> Self {
        Self { soort: "schrijven", voorwerp: voorwerp.into(), betrokkene }
    }

    pub(crate) fn gelezen(voorwerp: impl Into<String>, betrokkene: Option<Uuid>) -> Self {
        Self { soort: "lezen", voorwerp: voorwerp.into(), betrokkene }
    }
}

/// Who acts, as the log keeps it.
#[derive(Debug, Clone)]
pub(crate) struct Wie {
    gebruiker: GebruikerId,
    rol: &'static str,
    handeling: &'static str,
    doel: &'static str,
    grondslag: &'static str,
    spoor: String,
}

impl Wie {
    pub(crate) fn uit<H: Handeling>(g: &Grant<H>, spoor: &str) -> Self {
        Self {
            gebruiker: g.gebruiker(),
            rol: g.rol().code(),
            handeling: H::NAAM,
            doel: g.doel().code(),
            grondslag: H::GRONDSLAG,
            spoor: spoor.to_owned(),
        }
    }
    pub(crate) fn uit_scope<H: Handeling>(s: &Scope<H>, spoor: &str) -> Self {
        Self {
            gebruiker: s.gebruiker(),
            rol: s.rol().code(),
            handeling: H::NAAM,
            doel: s.doel().code(),
            grondslag: H::GRONDSLAG,
            spoor: spoor.to_owned(),
        }
    }
}

/// One line of the log.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct LogRow {
    /// Whose chain.
    pub organisatie: Uuid,
    /// Place in the chain, from 1.
    pub volgnummer: i64,
    /// Microseconds since 1970.
    pub moment: i64,
    /// Who acted; nil for the system itself.
    pub gebruiker: Uuid,
    /// In which role.
    pub rol: String,
    /// Which action of the policy.
    pub handeling: String,
    /// `schrijven` or `lezen`.
    pub soort: String,
    /// Kind and key.
    pub voorwerp: String,
    /// Pupil key.
    pub betrokkene: Option<Uuid>,
    /// Purpose.
    pub doel: String,
    /// Legal ground.
    pub grondslag: String,
    /// Trace id of the request.
    pub spoor: String,
    /// Chain value.
    pub hash: Vec<u8>,
}

impl LogRow {
    /// SHA-256 over the previous hash and every field, each with its length in front.
    fn keten(&self, vorige: &[u8]) -> Vec<u8> {
        let mut h = Sha256::new();
        let mut deel = |b: &[u8]| {
            h.update((b.len() as u64).to_be_bytes());
            h.update(b);
        };
        deel(vorige);
        deel(self.organisatie.as_bytes());
        deel(&self.volgnummer.to_be_bytes());
        deel(&self.moment.to_be_bytes());
        deel(self.gebruiker.as_bytes());
        for t in [&self.rol, &self.handeling, &self.soort, &self.voorwerp, &self.doel, &self.grondslag, &self.spoor] {
            deel(t.as_bytes());
        }
        deel(self.betrokkene.map_or([0; 16], |b| *b.as_bytes()).as_slice());
        h.finalize().to_vec()
    }
}

pub(crate) async fn schrijf(
    tx: &mut Tx,
    organisatie: OrganisatieId,
    wie: &Wie,
    event: &Event,
    nu: Tijdstip,
) -> Result<(), StoreError> {
    // The update takes the row lock of this chain; on both engines the next writer of the same chain waits here.
    let (volgnummer, vorige): (i64, Vec<u8>) = on!(&mut *tx, |c| sqlx::query_as(include_str!("log/volgende.sql"))
        .bind(organisatie.0)
        .bind(Vec::<u8>::new())
        .fetch_one(c)
        .await)?;
    let mut rij = LogRow {
        organisatie: organisatie.0,
        volgnummer,
        moment: nu.micros(),
        gebruiker: wie.gebruiker.0,
        rol: wie.rol.to_owned(),
        handeling: wie.handeling.to_owned(),
        soort: event.soort.to_owned(),
        voorwerp: event.voorwerp.clone(),
        betrokkene: event.betrokkene,
        doel: wie.doel.to_owned(),
        grondslag: wie.grondslag.to_owned(),
        spoor: wie.spoor.clone(),
        hash: Vec::new(),
    };
    rij.hash = rij.keten(&vorige);
    on!(&mut *tx, |c| sqlx::query(include_str!("log/toevoegen.sql"))
        .bind(rij.organisatie)
        .bind(rij.volgnummer)
        .bind(rij.moment)
        .bind(rij.gebruiker)
        .bind(&rij.rol)
        .bind(&rij.handeling)
        .bind(&rij.soort)
        .bind(&rij.voorwerp)
        .bind(rij.betrokkene)
        .bind(&rij.doel)
        .bind(&rij.grondslag)
        .bind(&rij.spoor)
        .bind(&rij.hash)
        .execute(c)
        .await
        .map(|_| ()))?;
    on!(&mut *tx, |c| sqlx::query(include_str!("log/kop.sql"))
        .bind(organisatie.0)
        .bind(&rij.hash)
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}

/// Walk every chain from its first line to its head.
///
/// # Errors
/// When the log cannot be read; a broken chain is no error but an answer.
pub async fn verifieer(db: &Db) -> Result<Vec<(OrganisatieId, i64, Result<(), i64>)>, StoreError> {
    // One moment, or a line written while we walk would look like a broken head.
    let mut tx = db.lees_vast().await?;
    let ketens: Vec<(Uuid, Option<i64>, Option<Vec<u8>>)> =
        on!(&mut tx, |c| sqlx::query_as(include_str!("log/ketens.sql")).fetch_all(c).await)?;
    let mut uit = Vec::new();
    for (organisatie, laatste, kop) in ketens {
        let (mut vorige, mut gezien) = (Vec::new(), 0);
        let mut stuk = None;
        loop {
            let deel: Vec<LogRow> = on!(&mut tx, |c| sqlx::query_as(include_str!("log/vanaf.sql"))
                .bind(organisatie)
                .bind(gezien)
                .bind(1000_i64)
                .fetch_all(c)
                .await)?;
            if deel.is_empty() {
                break;
            }
            for rij in deel {
                gezien += 1;
                if stuk.is_none() && (rij.volgnummer != gezien || rij.hash != rij.keten(&vorige)) {
                    stuk = Some(gezien);
                }
                gezien = rij.volgnummer;
                vorige = rij.hash;
            }
        }
        if stuk.is_none() && (Some(gezien) != laatste || Some(&vorige) != kop.as_ref()) {
            stuk = Some(gezien + 1);
        }
        uit.push((OrganisatieId(organisatie), gezien, stuk.map_or(Ok(()), Err)));
    }
    Ok(uit)
}
