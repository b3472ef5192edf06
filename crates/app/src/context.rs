//! What every use case needs: the store, the clock, keys from chance, and the facts for a decision.

use crate::Fout;
use domain::Datum;
use domain::id::{LeerlingId, OrganisatieId};
use domain::waarden::Tijdstip;
use policy::{Feiten, Grant, Handeling, Principal, Relatie, Rol};
use std::sync::Arc;
use store::Db;
use store::rows::OrganisatieRow;
use uuid::Uuid;

/// The product's clock, given by `server`.
pub type Klok = Arc<dyn Fn() -> Tijdstip + Send + Sync>;

/// Where the product runs.
#[derive(Clone)]
pub struct Omgeving {
    /// The clock.
    pub klok: Klok,
    /// Demo mode: invented people sign in without a password.
    pub demo: bool,
}

/// The product.
#[derive(Clone)]
pub struct App {
    pub(crate) store: Db,
    omgeving: Omgeving,
    pub(crate) post: Arc<tokio::sync::Mutex<()>>,
    /// One file at a time: loading is heavy work.
    pub(crate) laadbeurt: Arc<tokio::sync::Mutex<()>>,
}

impl App {
    /// Bind a store to its surroundings.
    #[must_use]
    pub fn nieuw(store: Db, omgeving: Omgeving) -> Self {
        Self { store, omgeving, post: Arc::default(), laadbeurt: Arc::default() }
    }

    /// Now.
    #[must_use]
    pub fn nu(&self) -> Tijdstip {
        (self.omgeving.klok)()
    }

    /// Today in the Netherlands.
    #[must_use]
    pub fn vandaag(&self) -> Datum {
        self.nu().datum()
    }

    /// Is this the demo?
    #[must_use]
    pub const fn demo(&self) -> bool {
        self.omgeving.demo
    }

    /// The database, for `doctor`, `backup` and `audit`.
    #[must_use]
    pub const fn db(&self) -> &Db {
        &self.store
    }

    /// A new key: time-ordered, unique.
    #[must_use]
    pub fn sleutel(&self) -> Uuid {
        let micros = u64::try_from(self.nu().micros()).unwrap_or(0);
        let secs = micros / 1_000_000;
        let nanos = u32::try_from(micros % 1_000_000).unwrap_or(0).saturating_mul(1000);
        Uuid::new_v7(uuid::Timestamp::from_unix(uuid::NoContext, secs, nanos))
    }

    /// A trace id for the log.
    #[must_use]
    pub fn spoor(&self) -> String {
        Uuid::new_v4().simple().to_string()
    }

    /// All organisations.
    ///
    /// # Errors
    /// When the database is not available.
    pub async fn organisaties(&self) -> Result<Vec<OrganisatieRow>, Fout> {
        Ok(self.store.organisaties().await?)
    }

    /// One organisation.
    ///
    /// # Errors
    /// `NietGevonden`.
    pub async fn organisatie(&self, id: Uuid) -> Result<OrganisatieRow, Fout> {
        self.organisaties().await?.into_iter().find(|o| o.id == id).ok_or(Fout::NietGevonden)
    }

    pub(crate) async fn organisatie_bij_code(&self, code: &str) -> Result<OrganisatieRow, Fout> {
        self.organisaties().await?.into_iter().find(|o| o.code == code).ok_or(Fout::NietGevonden)
    }

    /// Decide about something of an organisation, without a pupil.
    pub(crate) fn mag<H: Handeling>(&self, wie: &Principal, organisatie: Uuid) -> Result<Grant<H>, Fout> {
        Ok(policy::decide::<H>(wie, &Feiten::van(OrganisatieId(organisatie), self.vandaag()))?)
    }

    /// Decide about one pupil, with the relations of today.
    pub(crate) async fn mag_leerling<H: Handeling>(&self, wie: &Principal, leerling: Uuid) -> Result<Grant<H>, Fout> {
        let f = self.store.leerling_facts(leerling).await?.ok_or(Fout::NietGevonden)?;
        let mut relaties = Vec::new();
        match wie.rol {
            Rol::Docent | Rol::Mentor => {
                for (van, tot) in self.store.klas_band(f.klas, wie.gebruiker.0).await? {
                    relaties.push(Relatie::EigenKlas {
                        van: van.and_then(|d| d.parse().ok()),
                        tot: tot.and_then(|d| d.parse().ok()),
                    });
                }
            }
            Rol::Ouder => {
                if let Some(p) = wie.persoon {
                    for (van, tot) in self.store.gezag_band(p.0, f.persoon).await? {
                        // A date that cannot be read gives no right.
                        let Ok(van) = van.parse() else { continue };
                        let Ok(tot) = tot.map(|t| t.parse()).transpose() else { continue };
                        relaties.push(Relatie::Gezag { van, tot });
                    }
                }
            }
            Rol::Leerling if wie.persoon.is_some_and(|p| p.0 == f.persoon) => relaties.push(Relatie::Zelf),
            _ => {}
        }
        let achttien_op = f.geboortedatum.parse().ok().map(|g| rules::jaren_bereikt_op(g, 18));
        let feiten = Feiten {
            organisatie: OrganisatieId(f.organisatie),
            leerling: Some(LeerlingId(leerling)),
            achttien_op,
            relaties,
            op: self.vandaag(),
        };
        Ok(policy::decide::<H>(wie, &feiten)?)
    }

    /// The system itself, acting for an organisation.
    pub(crate) fn systeem(taak: &str, organisatie: Uuid) -> Principal {
        Principal::systeem(taak, OrganisatieId(organisatie))
    }
}
