//! One lesson of one class: who is in it, and what stands there now.

use crate::{ReadTx, Sealed, StoreError, WriteTx, on};
use policy::handeling::LesInzien;
use policy::{Grant, Scope};
use uuid::Uuid;

/// A lesson of the timetable: class, its name, lesson, subject.
pub type Roosterles = (Uuid, String, i64, String);

/// A pupil in a lesson.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Lesregel {
    /// Pupil.
    pub leerling: Uuid,
    /// Given names.
    pub voornamen: String,
    /// Prefix.
    pub tussenvoegsel: String,
    /// Family name.
    pub achternaam: String,
    /// Status now, when there is one.
    pub status: Option<String>,
    /// Minutes late.
    pub minuten_te_laat: Option<i64>,
}

impl ReadTx<Scope<LesInzien>> {
    /// Lessons of one's own classes on a weekday (0 = Monday), valid on that day. A timetable says nothing about a person.
    ///
    /// # Errors
    /// When the database is not available.
    pub async fn lessen(&mut self, weekdag: i64, dag: &str) -> Result<Vec<Roosterles>, StoreError> {
        let (org, wie) = (self.mag.organisatie().0, self.mag.gebruiker().0);
        Ok(on!(&mut self.tx, |c| sqlx::query_as(include_str!("les/rooster.sql"))
            .bind(org)
            .bind(wie)
            .bind(weekdag)
            .bind(dag)
            .fetch_all(c)
            .await)?)
    }
}

impl ReadTx<Grant<LesInzien>> {
    /// The pupils of a class with what stands for this lesson.
    ///
    /// # Errors
    /// When the database is not available.
    pub async fn les(&mut self, klas: Uuid, dag: &str, lesuur: i64) -> Result<Sealed<Vec<Lesregel>>, StoreError> {
        let org = self.mag.organisatie().0;
        let rijen: Vec<Lesregel> = on!(&mut self.tx, |c| sqlx::query_as(include_str!("les/leerlingen.sql"))
            .bind(klas)
            .bind(org)
            .bind(dag)
            .bind(lesuur)
            .fetch_all(c)
            .await)?;
        let wie = rijen.iter().map(|r| r.leerling).collect();
        Ok(Sealed::over(rijen, format!("les {lesuur} van klas {klas}"), wie))
    }
}

impl WriteTx {
    /// As the page shows it, inside the transaction that changes it.
    ///
    /// # Errors
    /// When the database is not available.
    pub async fn les(&mut self, klas: Uuid, dag: &str, lesuur: i64) -> Result<Vec<Lesregel>, StoreError> {
        let org = self.organisatie().0;
        Ok(on!(self.tx()?, |c| sqlx::query_as(include_str!("les/leerlingen.sql"))
            .bind(klas)
            .bind(org)
            .bind(dag)
            .bind(lesuur)
            .fetch_all(c)
            .await)?)
    }
}
