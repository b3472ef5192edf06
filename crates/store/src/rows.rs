//! Rows as the use cases see them: plain data, no behaviour.

use sqlx::FromRow;
use uuid::Uuid;

/// An organisation and its settings.
#[derive(Debug, Clone, FromRow)]
pub struct OrganisatieRow {
    /// Key.
    pub id: Uuid,
    /// Short code.
    pub code: String,
    /// `school`, `gemeente`, `regeling`, `register`, `toezicht`, `mijn`.
    pub soort: String,
    /// Name.
    pub naam: String,
    /// School code.
    pub brin: Option<String>,
    /// Municipality code of a municipality, or of the place of a school.
    pub gemeente_code: Option<String>,
    /// Kind of education of a school.
    pub onderwijssoort: Option<String>,
    /// Vacation region of a school.
    pub vakantieregio: Option<String>,
    /// Length of one lesson hour, in minutes.
    pub lesuur_minuten: i64,
    /// Late counts as the whole lesson.
    pub te_laat_heel_lesuur: bool,
    /// Mailbox for secure mail.
    pub email: String,
    /// Telephone.
    pub telefoon: String,
    /// The joint arrangement that holds this municipality's powers.
    pub regeling: Option<Uuid>,
}

/// A pupil with what the school may know of the person.
#[derive(Debug, Clone, FromRow)]
pub struct LeerlingRow {
    /// Key.
    pub id: Uuid,
    /// School.
    pub organisatie: Uuid,
    /// Person.
    pub persoon: Uuid,
    /// Given names.
    pub voornamen: String,
    /// Prefix.
    pub tussenvoegsel: String,
    /// Family name.
    pub achternaam: String,
    /// Birth date, ISO.
    pub geboortedatum: String,
    /// `man`, `vrouw`, `onbekend`.
    pub geslacht: String,
    /// BRP municipality.
    pub gemeente_code: Option<String>,
    /// Municipality of actual stay when there is no BRP address.
    pub verblijf_gemeente: Option<String>,
    /// Address is secret.
    pub geheim: bool,
    /// Class.
    pub klas: String,
    /// Class key.
    pub klas_id: Uuid,
    /// Programme.
    pub opleiding: String,
    /// Number in the school's administration.
    pub leerlingnummer: String,
    /// First day.
    pub ingeschreven: String,
    /// Last day.
    pub uitgeschreven: Option<String>,
    /// Day of the startkwalificatie.
    pub startkwalificatie: Option<String>,
}

impl LeerlingRow {
    /// Given name and family name.
    #[must_use]
    pub fn naam(&self) -> String {
        [self.voornamen.as_str(), self.tussenvoegsel.as_str(), self.achternaam.as_str()]
            .into_iter()
            .filter(|d| !d.is_empty())
            .collect::<Vec<_>>()
            .join(" ")
    }
}

/// A line of the list of pupils with their count.
#[derive(Debug, Clone, FromRow)]
pub struct StandRow {
    /// Pupil.
    pub leerling: Uuid,
    /// Given names.
    pub voornamen: String,
    /// Prefix.
    pub tussenvoegsel: String,
    /// Family name.
    pub achternaam: String,
    /// Class.
    pub klas: String,
    /// Certain minutes.
    pub zeker: i64,
    /// With unknown and disputed.
    pub mogelijk: i64,
    /// Times late.
    pub keren_te_laat: i64,
    /// Days away in a row on the lesson calendar.
    pub dagen_weg: i64,
}

/// One lesson mark.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct MarkeringRow {
    /// Day, ISO.
    pub datum: String,
    /// Lesson.
    pub lesuur: i64,
    /// Length.
    pub minuten: i64,
    /// Status code.
    pub status: String,
    /// Minutes late.
    pub minuten_te_laat: i64,
}

/// A signal.
#[derive(Debug, Clone, FromRow)]
pub struct SignaalRow {
    /// Key.
    pub id: Uuid,
    /// Pupil.
    pub leerling: Uuid,
    /// Kind (outcome of verzuimsoort).
    pub soort: String,
    /// First day.
    pub begin_dag: String,
    /// Last day.
    pub einde_dag: String,
    /// Day the threshold was reached.
    pub bereikt_op: String,
    /// Last day to report.
    pub uiterlijk: Option<String>,
    /// Certain minutes.
    pub minuten: i64,
    /// `open`, `concept`, `gemeld`.
    pub stand: String,
    /// The report.
    pub melding: Option<Uuid>,
    /// Evidence as JSON: slots and decision path.
    pub bewijs: String,
}

/// A report as the school keeps it, without the sealed contents.
#[derive(Debug, Clone, FromRow)]
pub struct MeldingRow {
    /// Key.
    pub id: Uuid,
    /// Pupil.
    pub leerling: Uuid,
    /// Number in the school.
    pub nummer: String,
    /// Kind.
    pub soort: String,
    /// `concept`, `verzonden`, `ingetrokken`.
    pub stand: String,
    /// First day.
    pub begin_dag: String,
    /// Last day.
    pub einde_dag: Option<String>,
    /// Minutes.
    pub minuten: i64,
    /// Last day to report.
    pub uiterlijk: Option<String>,
    /// Made, microseconds.
    pub gemaakt: i64,
    /// Sent, microseconds.
    pub verzonden: Option<i64>,
    /// Number of the register.
    pub registernummer: Option<String>,
    /// Date of the register.
    pub registerdatum: Option<i64>,
    /// State in the register.
    pub registerstand: Option<String>,
    /// Reason with the state.
    pub reden_stand: Option<String>,
    /// Feedback of the municipality.
    pub terugkoppeling: Option<String>,
    /// The municipality asked for the overview, microseconds.
    pub overzicht_gevraagd: Option<i64>,
    /// Sealed contents.
    pub inhoud: Vec<u8>,
    /// Version for optimistic locking.
    pub versie: i64,
}

/// What a school system may know of a report.
#[derive(Debug, Clone, FromRow)]
pub struct Meldingstand {
    /// Pupil key, for the log.
    pub leerling: Uuid,
    /// Pupil number in the school.
    pub leerlingnummer: String,
    /// Number in the school.
    pub nummer: String,
    /// Kind.
    pub soort: String,
    /// `concept`, `verzonden`, `ingetrokken`.
    pub stand: String,
    /// First day.
    pub begin_dag: String,
    /// Last day.
    pub einde_dag: Option<String>,
    /// Minutes.
    pub minuten: i64,
    /// Sent, microseconds.
    pub verzonden: Option<i64>,
    /// Number of the register.
    pub registernummer: Option<String>,
    /// Date of the register, microseconds.
    pub registerdatum: Option<i64>,
    /// State in the register.
    pub registerstand: Option<String>,
    /// Reason with the state.
    pub reden_stand: Option<String>,
    /// Feedback of the municipality.
    pub terugkoppeling: Option<String>,
}

/// A report as the register keeps it.
#[derive(Debug, Clone, FromRow)]
pub struct RegistermeldingRow {
    /// Key.
    pub id: Uuid,
    /// Register number.
    pub nummer: String,
    /// School.
    pub school: Uuid,
    /// Number in the school.
    pub meldingnummer: String,
    /// Kind.
    pub soort: String,
    /// Received, microseconds.
    pub ontvangen: i64,
    /// State.
    pub stand: String,
    /// Addressee.
    pub ontvanger: Uuid,
    /// `leerplicht` or `doorstroompunt`.
    pub afdeling: String,
    /// Without BRP address.
    pub zonder_brp: bool,
    /// Why this addressee, JSON.
    pub route: String,
}

/// A case.
#[derive(Debug, Clone, FromRow)]
pub struct ZaakRow {
    /// Key.
    pub id: Uuid,
    /// Municipality or arrangement.
    pub organisatie: Uuid,
    /// Number.
    pub nummer: String,
    /// Register number.
    pub registernummer: String,
    /// `leerplicht` or `doorstroompunt`.
    pub afdeling: String,
    /// Kind.
    pub soort: String,
    /// State.
    pub stand: String,
    /// Received, microseconds.
    pub ontvangen: i64,
    /// Act by.
    pub uiterlijk: String,
    /// Officer.
    pub behandelaar: Option<String>,
    /// Overview asked, microseconds.
    pub overzicht_gevraagd: Option<i64>,
    /// Overview due.
    pub overzicht_uiterlijk: Option<String>,
    /// Overview received, microseconds.
    pub overzicht_ontvangen: Option<i64>,
    /// Sealed overview.
    pub overzicht: Option<Vec<u8>>,
    /// Sealed contents.
    pub inhoud: Vec<u8>,
    /// Version for optimistic locking.
    pub versie: i64,
}

/// A message between organisations.
#[derive(Debug, Clone, FromRow)]
pub struct BerichtRow {
    /// Key.
    pub id: Uuid,
    /// Sender.
    pub van: Uuid,
    /// Addressee.
    pub naar: Uuid,
    /// Kind.
    pub soort: String,
    /// Unique key.
    pub sleutel: String,
    /// Sealed contents.
    pub inhoud: Vec<u8>,
}

/// A loaded file.
#[derive(Debug, Clone, FromRow)]
pub struct BestandRow {
    /// Key.
    pub id: Uuid,
    /// Name as given.
    pub naam: String,
    /// Columns, JSON.
    pub kolommen: String,
    /// `gezien`, `bezig`, `klaar`, `mislukt`.
    pub stand: String,
    /// Rows.
    pub rijen: i64,
    /// Rows done.
    pub gedaan: i64,
    /// New marks.
    pub nieuw: i64,
    /// Changed marks.
    pub gewijzigd: i64,
    /// Report, JSON.
    pub verslag: String,
    /// Made, microseconds.
    pub gemaakt: i64,
}
