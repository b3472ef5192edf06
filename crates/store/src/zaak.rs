//! Cases of a municipality or arrangement.

use crate::rows::ZaakRow;
use crate::{ReadTx, Sealed, StoreError, WriteTx, on};
use policy::handeling::{AantallenInzien, DoorstroomzaakInzien, ZaakInzien};
use policy::{Grant, Handeling, Scope};
use serde::de::DeserializeOwned;
use uuid::Uuid;

/// A line of the timeline: moment, kind, who, ground, text.
#[derive(Debug, Clone)]
pub struct Tijdlijnregel {
    /// Microseconds.
    pub moment: i64,
    /// Kind.
    pub soort: String,
    /// Who.
    pub wie: String,
    /// Ground.
    pub grond: String,
    /// Text.
    pub tekst: String,
}

/// An opened case.
#[derive(Debug, Clone)]
pub struct Zaakdossier<T> {
    /// The row.
    pub zaak: ZaakRow,
    /// What the school reported.
    pub inhoud: T,
    /// The overview of the school, JSON, when received.
    pub overzicht: Option<Vec<u8>>,
    /// What happened, oldest first.
    pub tijdlijn: Vec<Tijdlijnregel>,
}

macro_rules! zaken {
    ($handeling:ident, $afdeling:literal) => {
        impl ReadTx<Scope<$handeling>> {
            /// Cases of this department, first deadline first, with opened contents.
            ///
            /// # Errors
            /// When the database is not available.
            pub async fn zaken<T: DeserializeOwned>(&mut self) -> Result<Sealed<Vec<(ZaakRow, T)>>, StoreError> {
                let org = self.mag.organisatie().0;
                let rijen: Vec<ZaakRow> = on!(&mut self.tx, |c| sqlx::query_as(include_str!("zaak/lijst.sql"))
                    .bind(org)
                    .bind($afdeling)
                    .fetch_all(c)
                    .await)?;
                let wie = rijen.iter().map(|r| r.id).collect();
                let open =
                    rijen.into_iter().map(|r| self.open_zaak(&r).map(|i| (r, i))).collect::<Result<Vec<_>, _>>()?;
                Ok(Sealed::over(open, "werkvoorraad", wie))
            }
        }
        impl ReadTx<Grant<$handeling>> {
            /// One case with contents and timeline.
            ///
            /// # Errors
            /// `NietGevonden` when it is another organisation's or another department's.
            pub async fn zaak<T: DeserializeOwned>(&mut self, id: Uuid) -> Result<Sealed<Zaakdossier<T>>, StoreError> {
                let org = self.mag.organisatie().0;
                let rij: Option<ZaakRow> = on!(&mut self.tx, |c| sqlx::query_as(include_str!("zaak/een.sql"))
                    .bind(id)
                    .bind(org)
                    .bind($afdeling)
                    .fetch_optional(c)
                    .await)?;
                self.dossier(rij.ok_or(StoreError::NietGevonden)?).await
            }
        }
    };
}
zaken!(ZaakInzien, "leerplicht");
zaken!(DoorstroomzaakInzien, "doorstroompunt");

impl<M> ReadTx<M> {
    fn open_zaak<T: DeserializeOwned>(&self, r: &ZaakRow) -> Result<T, StoreError> {
        let b = self.db.bos.open(&format!("zaak.inhoud/{}", r.id), &r.inhoud)?;
        serde_json::from_slice(&b).map_err(|_| StoreError::Onleesbaar("zaak"))
    }
}

impl<H: Handeling> ReadTx<Grant<H>> {
    async fn dossier<T: DeserializeOwned>(&mut self, zaak: ZaakRow) -> Result<Sealed<Zaakdossier<T>>, StoreError> {
        type Regel = (i64, String, String, String, Vec<u8>);
        let inhoud = self.open_zaak(&zaak)?;
        let bos = self.db.bos.clone();
        let overzicht =
            zaak.overzicht.as_ref().map(|o| bos.open(&format!("zaak.overzicht/{}", zaak.id), o)).transpose()?;
        let regels: Vec<Regel> =
            on!(&mut self.tx, |c| sqlx::query_as(include_str!("zaak/tijdlijn.sql")).bind(zaak.id).fetch_all(c).await)?;
        let plek = format!("zaak_gebeurtenis.tekst/{}", zaak.id);
        let tijdlijn = regels
            .into_iter()
            .map(|(moment, soort, wie, grond, tekst)| {
                let tekst = String::from_utf8(bos.open(&plek, &tekst)?).map_err(|_| StoreError::Versleuteling)?;
                Ok(Tijdlijnregel { moment, soort, wie, grond, tekst })
            })
            .collect::<Result<Vec<_>, StoreError>>()?;
        let id = zaak.id;
        Ok(Sealed::over(Zaakdossier { zaak, inhoud, overzicht, tijdlijn }, format!("zaak {id}"), vec![id]))
    }
}

impl ReadTx<Scope<AantallenInzien>> {
    /// How many cases in each state; counts only.
    ///
    /// # Errors
    /// When the database is not available.
    pub async fn aantallen(&mut self) -> Result<Vec<(String, i64)>, StoreError> {
        let org = self.mag.organisatie().0;
        Ok(on!(&mut self.tx, |c| sqlx::query_as(include_str!("zaak/aantallen.sql")).bind(org).fetch_all(c).await)?)
    }
}

impl WriteTx {
    /// Open a case from a delivered report; a repeat changes nothing. Returns whether it was new.
    ///
    /// # Errors
    /// When the database is not available.
    pub async fn zaak_toevoegen(
        &mut self,
        id: Uuid,
        nummer: &str,
        registernummer: &str,
        afdeling: &str,
        soort: &str,
        uiterlijk: &str,
        inhoud: &[u8],
    ) -> Result<bool, StoreError> {
        let (org, nu) = (self.organisatie().0, self.nu().micros());
        let dicht = self.db.bos.sluit(&format!("zaak.inhoud/{id}"), inhoud)?;
        let n = on!(self.tx()?, |c| sqlx::query(include_str!("zaak/toevoegen.sql"))
            .bind(id)
            .bind(org)
            .bind(nummer)
            .bind(registernummer)
            .bind(afdeling)
            .bind(soort)
            .bind(nu)
            .bind(uiterlijk)
            .bind(dicht)
            .execute(c)
            .await
            .map(|r| r.rows_affected()))?;
        Ok(n == 1)
    }

    /// A case of this organisation and department (`leerplicht` or `doorstroompunt`).
    ///
    /// # Errors
    /// `NietGevonden` when it is another's.
    pub async fn zaak(&mut self, id: Uuid, afdeling: &str) -> Result<ZaakRow, StoreError> {
        let org = self.organisatie().0;
        let r: Option<ZaakRow> = on!(self.tx()?, |c| sqlx::query_as(include_str!("zaak/een.sql"))
            .bind(id)
            .bind(org)
            .bind(afdeling)
            .fetch_optional(c)
            .await)?;
        r.ok_or(StoreError::NietGevonden)
    }

    /// The case with this register number.
    ///
    /// # Errors
    /// `NietGevonden` when this organisation has none.
    pub async fn zaak_op_nummer(&mut self, registernummer: &str) -> Result<ZaakRow, StoreError> {
        let org = self.organisatie().0;
        let r: Option<ZaakRow> = on!(self.tx()?, |c| sqlx::query_as(include_str!("zaak/op_nummer.sql"))
            .bind(org)
            .bind(registernummer)
            .fetch_optional(c)
            .await)?;
        r.ok_or(StoreError::NietGevonden)
    }

    /// Change state, officer and date of a case.
    ///
    /// # Errors
    /// `Conflict` when somebody changed it first.
    pub async fn zaak_stand(
        &mut self,
        id: Uuid,
        versie: i64,
        stand: &str,
        behandelaar: Option<&str>,
        uiterlijk: &str,
    ) -> Result<(), StoreError> {
        let org = self.organisatie().0;
        let n = on!(self.tx()?, |c| sqlx::query(include_str!("zaak/stand.sql"))
            .bind(id)
            .bind(versie)
            .bind(stand)
            .bind(behandelaar)
            .bind(uiterlijk)
            .bind(org)
            .execute(c)
            .await
            .map(|r| r.rows_affected()))?;
        if n == 1 { Ok(()) } else { Err(StoreError::Conflict) }
    }

    /// Note that the overview was asked, and by when.
    ///
    /// # Errors
    /// When the database is not available.
    pub async fn overzicht_gevraagd(&mut self, id: Uuid, uiterlijk: &str) -> Result<(), StoreError> {
        let nu = self.nu().micros();
        on!(self.tx()?, |c| sqlx::query(include_str!("zaak/overzicht_gevraagd.sql"))
            .bind(id)
            .bind(nu)
            .bind(uiterlijk)
            .execute(c)
            .await
            .map(|_| ()))?;
        Ok(())
    }

    /// Keep the overview of the school.
    ///
    /// # Errors
    /// When the database is not available.
    pub async fn overzicht_ontvangen(&mut self, id: Uuid, overzicht: &[u8]) -> Result<(), StoreError> {
        let nu = self.nu().micros();
        let dicht = self.db.bos.sluit(&format!("zaak.overzicht/{id}"), overzicht)?;
        on!(self.tx()?, |c| sqlx::query(include_str!("zaak/overzicht_ontvangen.sql"))
            .bind(id)
            .bind(dicht)
            .bind(nu)
            .execute(c)
            .await
            .map(|_| ()))?;
        Ok(())
    }

    /// Add a line to the timeline.
    ///
    /// # Errors
    /// When the database is not available.
    pub async fn zaak_gebeurtenis(
        &mut self,
        zaak: Uuid,
        soort: &str,
        wie: &str,
        grond: &str,
        tekst: &str,
    ) -> Result<(), StoreError> {
        let nu = self.nu().micros();
        let dicht = self.db.bos.sluit(&format!("zaak_gebeurtenis.tekst/{zaak}"), tekst.as_bytes())?;
        on!(self.tx()?, |c| sqlx::query(include_str!("zaak/gebeurtenis.sql"))
            .bind(zaak)
            .bind(nu)
            .bind(soort)
            .bind(wie)
            .bind(grond)
            .bind(dicht)
            .execute(c)
            .await
            .map(|_| ()))?;
        Ok(())
    }
}
