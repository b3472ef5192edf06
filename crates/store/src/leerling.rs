//! Pupils, the copy of the BRP that belongs to them, classes and timetable.

use crate::rows::{LeerlingRow, StandRow};
use crate::{ReadTx, Sealed, StoreError, WriteTx, on};
use domain::waarden::Pgn;
use policy::handeling::{LeerlingInzien, MijnInzien};
use policy::{Grant, Scope};
use uuid::Uuid;

/// A new person in the BRP copy.
#[derive(Debug, Clone)]
pub struct NieuwePersoon<'a> {
    /// Key.
    pub id: Uuid,
    /// Given names.
    pub voornamen: &'a str,
    /// Prefix.
    pub tussenvoegsel: &'a str,
    /// Family name.
    pub achternaam: &'a str,
    /// Birth date, ISO.
    pub geboortedatum: &'a str,
    /// `man`, `vrouw`, `onbekend`.
    pub geslacht: &'a str,
    /// Personal number.
    pub pgn: Option<&'a Pgn>,
    /// Address in one line.
    pub adres: Option<&'a str>,
    /// BRP municipality.
    pub gemeente_code: Option<&'a str>,
    /// Municipality of stay.
    pub verblijf_gemeente: Option<&'a str>,
    /// Secret address.
    pub geheim: bool,
}

/// A new pupil.
#[derive(Debug, Clone)]
pub struct NieuweLeerling<'a> {
    /// Key.
    pub id: Uuid,
    /// Person.
    pub persoon: Uuid,
    /// Class.
    pub klas: Uuid,
    /// Number in the school.
    pub leerlingnummer: &'a str,
    /// First day.
    pub ingeschreven: &'a str,
    /// Last day.
    pub uitgeschreven: Option<&'a str>,
    /// Startkwalificatie.
    pub startkwalificatie: Option<&'a str>,
}

/// What only a report may hold: number and address.
#[derive(Clone)]
pub struct Geheim {
    /// Personal number.
    pub pgn: Option<Pgn>,
    /// Address in one line.
    pub adres: Option<String>,
}

/// A parent or guardian by name.
pub type Ouder = (String, String, String, String);

impl ReadTx<Grant<LeerlingInzien>> {
    /// The pupil of this grant.
    ///
    /// # Errors
    /// `NietGevonden` when the grant is not about a pupil of its own organisation.
    pub async fn leerling(&mut self) -> Result<Sealed<LeerlingRow>, StoreError> {
        let id = self.mag.leerling().ok_or(StoreError::NietGevonden)?.0;
        let organisatie = self.mag.organisatie().0;
        let rij: Option<LeerlingRow> = on!(&mut self.tx, |c| sqlx::query_as(include_str!("leerling/dossier.sql"))
            .bind(id)
            .bind(organisatie)
            .fetch_optional(c)
            .await)?;
        Ok(Sealed::over(rij.ok_or(StoreError::NietGevonden)?, format!("leerling {id}"), vec![id]))
    }
}

impl ReadTx<Scope<LeerlingInzien>> {
    /// Pupils with at least so many minutes (certain or possible), most first.
    ///
    /// # Errors
    /// When the database is not available.
    pub async fn standen(&mut self, vanaf_minuten: i64) -> Result<Sealed<Vec<StandRow>>, StoreError> {
        let (org, eigen, wie) = (self.mag.organisatie().0, self.mag.alleen_eigen_klassen(), self.mag.gebruiker().0);
        let rijen: Vec<StandRow> = on!(&mut self.tx, |c| sqlx::query_as(include_str!("leerling/stand.sql"))
            .bind(org)
            .bind(vanaf_minuten)
            .bind(eigen)
            .bind(wie)
            .fetch_all(c)
            .await)?;
        let wie = rijen.iter().map(|r| r.leerling).collect();
        Ok(Sealed::over(rijen, "lijst signalen", wie))
    }

    /// All pupils of the scope, by class.
    ///
    /// # Errors
    /// When the database is not available.
    pub async fn leerlingen(&mut self) -> Result<Sealed<Vec<LeerlingRow>>, StoreError> {
        let (org, eigen, wie) = (self.mag.organisatie().0, self.mag.alleen_eigen_klassen(), self.mag.gebruiker().0);
        let rijen: Vec<LeerlingRow> = on!(&mut self.tx, |c| sqlx::query_as(include_str!("leerling/lijst.sql"))
            .bind(org)
            .bind(eigen)
            .bind(wie)
            .fetch_all(c)
            .await)?;
        let wie = rijen.iter().map(|r| r.id).collect();
        Ok(Sealed::over(rijen, "lijst leerlingen", wie))
    }
}

impl ReadTx<Scope<MijnInzien>> {
    /// Oneself and the children over whom one has authority on this day.
    ///
    /// # Errors
    /// When the database is not available.
    pub async fn mijn_leerlingen(&mut self, dag: &str) -> Result<Sealed<Vec<LeerlingRow>>, StoreError> {
        let Some(persoon) = self.mag.persoon() else { return Ok(Sealed::over(Vec::new(), "mijn", Vec::new())) };
        let rijen: Vec<LeerlingRow> = on!(&mut self.tx, |c| sqlx::query_as(include_str!("leerling/kinderen.sql"))
            .bind(persoon.0)
            .bind(dag)
            .fetch_all(c)
            .await)?;
        let wie = rijen.iter().map(|r| r.id).collect();
        Ok(Sealed::over(rijen, "lijst eigen kinderen", wie))
    }
}

impl WriteTx {
    /// Pupil of the organisation of this transaction.
    ///
    /// # Errors
    /// `NietGevonden` when it is another school's.
    pub async fn leerling(&mut self, id: Uuid) -> Result<LeerlingRow, StoreError> {
        let org = self.organisatie().0;
        let rij: Option<LeerlingRow> = on!(self.tx()?, |c| sqlx::query_as(include_str!("leerling/dossier.sql"))
            .bind(id)
            .bind(org)
            .fetch_optional(c)
            .await)?;
        rij.ok_or(StoreError::NietGevonden)
    }

    /// Number and address, for a report.
    ///
    /// # Errors
    /// When a sealed field does not open.
    pub async fn geheim(&mut self, persoon: Uuid) -> Result<Geheim, StoreError> {
        let bos = self.db.bos.clone();
        let (pgn, adres): (Option<Vec<u8>>, Option<Vec<u8>>) =
            on!(self.tx()?, |c| sqlx::query_as(include_str!("leerling/geheim.sql")).bind(persoon).fetch_one(c).await)?;
        let open = |veld: &str, b: Option<Vec<u8>>| -> Result<Option<String>, StoreError> {
            b.map(|b| {
                bos.open(&format!("persoon.{veld}/{persoon}"), &b)
                    .and_then(|t| String::from_utf8(t).map_err(|_| StoreError::Versleuteling))
            })
            .transpose()
        };
        Ok(Geheim { pgn: open("pgn", pgn)?.and_then(|t| t.parse().ok()), adres: open("adres", adres)? })
    }

    /// Who has authority over this person on a day: given names, prefix, family name, kind.
    ///
    /// # Errors
    /// When the database is not available.
    pub async fn ouders(&mut self, persoon: Uuid, dag: &str) -> Result<Vec<Ouder>, StoreError> {
        Ok(on!(self.tx()?, |c| sqlx::query_as(include_str!("leerling/ouders.sql"))
            .bind(persoon)
            .bind(dag)
            .fetch_all(c)
            .await)?)
    }

    /// Pupil numbers of this school with their keys.
    ///
    /// # Errors
    /// When the database is not available.
    pub async fn leerlingen_op_nummer(&mut self) -> Result<Vec<(String, Uuid)>, StoreError> {
        let org = self.organisatie().0;
        Ok(on!(self.tx()?, |c| sqlx::query_as(include_str!("leerling/op_nummer.sql")).bind(org).fetch_all(c).await)?)
    }

    /// Keys of all pupils of this school.
    ///
    /// # Errors
    /// When the database is not available.
    pub async fn alle_leerlingen(&mut self) -> Result<Vec<(Uuid,)>, StoreError> {
        let org = self.organisatie().0;
        Ok(on!(self.tx()?, |c| sqlx::query_as(include_str!("leerling/te_rekenen.sql")).bind(org).fetch_all(c).await)?)
    }

    /// The lessons of a class: weekday (0 = Monday) and lesson.
    ///
    /// # Errors
    /// When the database is not available.
    pub async fn rooster(&mut self, klas: Uuid) -> Result<Vec<(i64, i64)>, StoreError> {
        Ok(on!(self.tx()?, |c| sqlx::query_as(include_str!("leerling/rooster.sql")).bind(klas).fetch_all(c).await)?)
    }

    /// Add a person; number and address are sealed, the number gets its blind index.
    ///
    /// # Errors
    /// `Conflict` when somebody has this number already.
    pub async fn persoon_toevoegen(&mut self, p: &NieuwePersoon<'_>) -> Result<(), StoreError> {
        let bos = self.db.bos.clone();
        let sluit = |veld: &str, t: Option<&str>| {
            t.map(|t| bos.sluit(&format!("persoon.{veld}/{}", p.id), t.as_bytes())).transpose()
        };
        let nummer = p.pgn.map(Pgn::onthul);
        let (pgn, adres) = (sluit("pgn", nummer.as_deref())?, sluit("adres", p.adres)?);
        let sorteer = format!("{} {} {}", p.achternaam, p.voornamen, p.tussenvoegsel).to_lowercase();
        on!(self.tx()?, |c| sqlx::query(include_str!("leerling/persoon.sql"))
            .bind(p.id)
            .bind(p.voornamen)
            .bind(p.tussenvoegsel)
            .bind(p.achternaam)
            .bind(sorteer)
            .bind(p.geboortedatum)
            .bind(p.geslacht)
            .bind(pgn)
            .bind(nummer.as_deref().map(|n| bos.index(n)))
            .bind(adres)
            .bind(p.gemeente_code)
            .bind(p.verblijf_gemeente)
            .bind(p.geheim)
            .execute(c)
            .await
            .map(|_| ()))
        .map_err(|e| StoreError::from(e).uniek())
    }

    /// Record authority of one person over another.
    ///
    /// # Errors
    /// When the database is not available.
    pub async fn gezag_toevoegen(
        &mut self,
        ouder: Uuid,
        kind: Uuid,
        soort: &str,
        van: &str,
        tot: Option<&str>,
    ) -> Result<(), StoreError> {
        on!(self.tx()?, |c| sqlx::query(include_str!("leerling/gezag.sql"))
            .bind(ouder)
            .bind(kind)
            .bind(soort)
            .bind(van)
            .bind(tot)
            .execute(c)
            .await
            .map(|_| ()))?;
        Ok(())
    }

    /// Add a class with its lessons (weekday, lesson, subject).
    ///
    /// # Errors
    /// `Conflict` when the name is taken.
    pub async fn klas_toevoegen(
        &mut self,
        id: Uuid,
        naam: &str,
        opleiding: &str,
        lessen: &[(i64, i64, &str)],
    ) -> Result<(), StoreError> {
        let org = self.organisatie().0;
        on!(self.tx()?, |c| sqlx::query(include_str!("leerling/klas.sql"))
            .bind(id)
            .bind(org)
            .bind(naam)
            .bind(opleiding)
            .execute(c)
            .await
            .map(|_| ()))
        .map_err(|e| StoreError::from(e).uniek())?;
        for (dag, lesuur, vak) in lessen {
            on!(self.tx()?, |c| sqlx::query(include_str!("leerling/roosterles.sql"))
                .bind(id)
                .bind(*dag)
                .bind(*lesuur)
                .bind(*vak)
                .execute(c)
                .await
                .map(|_| ()))?;
        }
        Ok(())
    }

    /// Enrol a pupil at the school of this transaction.
    ///
    /// # Errors
    /// `Conflict` when the number is taken.
    pub async fn leerling_toevoegen(&mut self, l: &NieuweLeerling<'_>) -> Result<(), StoreError> {
        let org = self.organisatie().0;
        on!(self.tx()?, |c| sqlx::query(include_str!("leerling/toevoegen.sql"))
            .bind(l.id)
            .bind(org)
            .bind(l.persoon)
            .bind(l.klas)
            .bind(l.leerlingnummer)
            .bind(l.ingeschreven)
            .bind(l.uitgeschreven)
            .bind(l.startkwalificatie)
            .execute(c)
            .await
            .map(|_| ()))
        .map_err(|e| StoreError::from(e).uniek())
    }
}

impl<H: policy::Handeling> ReadTx<Grant<H>> {
    /// The lessons of the pupil's class: weekday (0 = Monday) and lesson. A timetable says nothing about a person.
    ///
    /// # Errors
    /// When the database is not available.
    pub async fn lesrooster(&mut self) -> Result<Vec<(i64, i64)>, StoreError> {
        let id = self.mag.leerling().ok_or(StoreError::NietGevonden)?.0;
        Ok(on!(&mut self.tx, |c| sqlx::query_as(include_str!("leerling/lesrooster.sql")).bind(id).fetch_all(c).await)?)
    }
}
