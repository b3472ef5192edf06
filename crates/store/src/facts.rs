//! The only reads without a grant: who is who, and which relation holds when. No personal data
//! beyond the name of the person acting; the list of these functions is held by a test.

use crate::rows::OrganisatieRow;
use crate::{Db, StoreError, on};
use uuid::Uuid;

/// An account as sign-in needs it.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct GebruikerFacts {
    /// Key.
    pub id: Uuid,
    /// Name.
    pub naam: String,
    /// Person.
    pub persoon: Option<Uuid>,
    /// Demo account.
    pub demo: bool,
    /// Argon2id hash.
    pub wachtwoord: Option<String>,
    /// Sealed secret of the one-time code.
    pub totp: Option<Vec<u8>>,
}

/// A session.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct SessieFacts {
    /// Account.
    pub gebruiker: Uuid,
    /// Name.
    pub naam: String,
    /// Person.
    pub persoon: Option<Uuid>,
    /// Acting for.
    pub organisatie: Uuid,
    /// Acting as.
    pub rol: String,
    /// Form token.
    pub csrf: String,
    /// Begun, microseconds.
    pub begonnen: i64,
    /// Last seen, microseconds.
    pub gezien: i64,
}

/// Whose pupil, and born when.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct LeerlingFacts {
    /// School.
    pub organisatie: Uuid,
    /// Person.
    pub persoon: Uuid,
    /// Class.
    pub klas: Uuid,
    /// Birth date, ISO.
    pub geboortedatum: String,
}

macro_rules! facts {
    ($($(#[$d:meta])* $naam:ident ( $($arg:ident : $t:ty),* ) -> $soort:ident < $uit:ty > = $sql:literal;)+) => {
        impl Db {$(
            $(#[$d])*
            ///
            /// # Errors
            /// When the database is not available.
            pub async fn $naam(&self, $($arg: $t),*) -> Result<$soort<$uit>, StoreError> {
                let mut tx = self.lees().await?;
                Ok(facts!(@haal $soort, on!(&mut tx, |c| facts!(@vraag $soort, sqlx::query_as(include_str!($sql))$(.bind($arg))*, c))))
            }
        )+}
        /// Names of all reads without a grant.
        pub const ZONDER_GRANT: &[&str] = &[$(stringify!($naam)),+];
    };
    (@vraag Option, $q:expr, $c:ident) => { $q.fetch_optional($c).await };
    (@vraag Vec, $q:expr, $c:ident) => { $q.fetch_all($c).await };
    (@haal $soort:ident, $r:expr) => { $r? };
}

facts! {
    /// All organisations with their settings.
    organisaties() -> Vec<OrganisatieRow> = "organisatie/alle.sql";
    /// The school's own calendar: kind, first and last day.
    schoolkalender(organisatie: Uuid) -> Vec<(String, String, String)> = "organisatie/kalender.sql";
    /// The school's absence codes: code, status, from, until.
    verzuimcodes(organisatie: Uuid) -> Vec<(String, String, String, Option<String>)> = "organisatie/codes.sql";
    /// When the lessons of the school are: lesson, begin, end in minutes after midnight.
    lestijden(organisatie: Uuid) -> Vec<(i64, i64, i64)> = "organisatie/lestijden.sql";
    /// Files whose processing was begun and not ended: organisation and key.
    bestanden_bezig() -> Vec<(Uuid, Uuid)> = "facts/bezig.sql";
    /// An account by its code.
    gebruiker_bij_code(code: &str) -> Option<GebruikerFacts> = "facts/gebruiker.sql";
    /// Roles valid on a day: role, organisation, its name.
    rollen_van(gebruiker: Uuid, dag: &str) -> Vec<(String, Uuid, String)> = "facts/rollen.sql";
    /// Invented people of the demo: code, name, role, organisation, its kind.
    demo_personen() -> Vec<(String, String, String, String, String)> = "facts/demo.sql";
    /// Sign-in of an account: last used step of the one-time code, failures, since when (microseconds).
    inlogstand(gebruiker: Uuid) -> Option<(i64, i64, i64)> = "facts/inlogstand.sql";
    /// A session by the hash of its cookie.
    sessie(hash: Vec<u8>) -> Option<SessieFacts> = "facts/sessie.sql";
    /// A system key by its hash: organisation and name.
    api_sleutel(hash: Vec<u8>) -> Option<(Uuid, String)> = "facts/sleutel.sql";
    /// Whose pupil.
    leerling_facts(leerling: Uuid) -> Option<LeerlingFacts> = "facts/leerling.sql";
    /// Whose class, and its name.
    klas_facts(klas: Uuid) -> Option<(Uuid, String)> = "facts/klas_van.sql";
    /// Is this account bound to this class, and when.
    klas_band(klas: Uuid, gebruiker: Uuid) -> Vec<(Option<String>, Option<String>)> = "facts/klas.sql";
    /// Parental authority periods of one person over another.
    gezag_band(ouder: Uuid, kind: Uuid) -> Vec<(String, Option<String>)> = "facts/gezag.sql";
    /// Whose report, over which pupil.
    melding_facts(melding: Uuid) -> Option<(Uuid, Uuid)> = "facts/melding.sql";
    /// Whose report bears this register number, over which pupil.
    melding_bij_registernummer(nummer: &str) -> Option<(Uuid, Uuid)> = "facts/melding_bij_register.sql";
    /// Whose case, which department, which register number.
    zaak_facts(zaak: Uuid) -> Option<(Uuid, String, String)> = "facts/zaak.sql";
    /// Whose signal, over which pupil.
    signaal_facts(signaal: Uuid) -> Option<(Uuid, Uuid)> = "facts/signaal.sql";
    /// Whose file.
    bestand_facts(bestand: Uuid) -> Option<(Uuid,)> = "facts/bestand.sql";
}

impl Db {
    /// Begin a session; only the hash of the cookie is kept.
    ///
    /// # Errors
    /// When the database is not available.
    pub async fn sessie_begin(
        &self,
        hash: &[u8],
        gebruiker: Uuid,
        organisatie: Uuid,
        rol: &str,
        csrf: &str,
        nu: i64,
    ) -> Result<(), StoreError> {
        let mut raw = crate::write::RawTx::begin(self).await?;
        on!(raw.tx()?, |c| sqlx::query(include_str!("facts/sessie_begin.sql"))
            .bind(hash.to_vec())
            .bind(gebruiker)
            .bind(organisatie)
            .bind(rol)
            .bind(csrf)
            .bind(nu)
            .execute(c)
            .await
            .map(|_| ()))?;
        raw.commit().await
    }

    /// Note how sign-in of an account stands.
    ///
    /// # Errors
    /// When the database is not available.
    pub async fn inlogstand_zetten(
        &self,
        gebruiker: Uuid,
        laatste_stap: i64,
        mislukt: i64,
        sinds: i64,
    ) -> Result<(), StoreError> {
        let mut raw = crate::write::RawTx::begin(self).await?;
        on!(raw.tx()?, |c| sqlx::query(include_str!("facts/inlogstand_zetten.sql"))
            .bind(gebruiker)
            .bind(laatste_stap)
            .bind(mislukt)
            .bind(sinds)
            .execute(c)
            .await
            .map(|_| ()))?;
        raw.commit().await
    }

    /// Note that a session was used.
    ///
    /// # Errors
    /// When the database is not available.
    pub async fn sessie_gezien(&self, hash: &[u8], nu: i64) -> Result<(), StoreError> {
        let mut raw = crate::write::RawTx::begin(self).await?;
        on!(raw.tx()?, |c| sqlx::query(include_str!("facts/sessie_gezien.sql"))
            .bind(hash.to_vec())
            .bind(nu)
            .execute(c)
            .await
            .map(|_| ()))?;
        raw.commit().await
    }

    /// End a session.
    ///
    /// # Errors
    /// When the database is not available.
    pub async fn sessie_einde(&self, hash: &[u8]) -> Result<(), StoreError> {
        let mut raw = crate::write::RawTx::begin(self).await?;
        on!(raw.tx()?, |c| sqlx::query(include_str!("facts/sessie_einde.sql"))
            .bind(hash.to_vec())
            .execute(c)
            .await
            .map(|_| ()))?;
        raw.commit().await
    }
}
