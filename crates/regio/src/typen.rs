//! De vorm van de verzonnen wereld.

use domain::Datum;
use domain::aanwezigheid::Status;
use domain::onderwijs::Onderwijssoort;
use domain::waarden::Bsn;
use serde::{Serialize, Serializer};

fn datum<S: Serializer>(waarde: &Datum, s: S) -> Result<S::Ok, S::Error> {
    s.collect_str(waarde)
}

fn datum_of_niet<S: Serializer>(waarde: &Option<Datum>, s: S) -> Result<S::Ok, S::Error> {
    match waarde {
        Some(w) => s.collect_str(w),
        None => s.serialize_none(),
    }
}

fn status<S: Serializer>(waarde: &Status, s: S) -> Result<S::Ok, S::Error> {
    s.serialize_str(waarde.code())
}

fn soort_of_niet<S: Serializer>(waarde: &Option<Onderwijssoort>, s: S) -> Result<S::Ok, S::Error> {
    waarde.map(Onderwijssoort::code).serialize(s)
}

/// Alles wat er in de verzonnen regio bestaat.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Wereld {
    /// Scholen, gemeenten en de andere organisaties.
    pub organisaties: Vec<Organisatie>,
    /// Klassen met hun lesrooster.
    pub klassen: Vec<Klas>,
    /// Leerlingen, ouders en voogden als mens.
    pub personen: Vec<Persoon>,
    /// Wie het gezag heeft over wie.
    pub gezag: Vec<Gezag>,
    /// Inschrijvingen.
    pub leerlingen: Vec<Leerling>,
    /// Alleen de uitzonderingen: wie hier niet staat, was aanwezig.
    pub markeringen: Vec<Markering>,
    /// Wie kan inloggen.
    pub gebruikers: Vec<Gebruiker>,
}

/// Een organisatie in de keten.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Organisatie {
    /// Korte, unieke code.
    pub code: String,
    /// school, gemeente, regeling, register, toezicht of mijn.
    pub soort: String,
    /// Naam op het scherm.
    pub naam: String,
    /// BRIN, alleen bij een school.
    pub brin: Option<String>,
    /// Gemeentecode: van de gemeente zelf, of waar de school staat.
    pub gemeente_code: Option<String>,
    /// Soort onderwijs, alleen bij een school.
    #[serde(serialize_with = "soort_of_niet")]
    pub onderwijssoort: Option<Onderwijssoort>,
    /// Vakantieregio, alleen bij een school.
    pub vakantieregio: Option<String>,
    /// Duur van een lesuur in minuten.
    pub lesuur_minuten: i64,
    /// Telt te laat komen als het hele lesuur.
    pub te_laat_heel_lesuur: bool,
    /// Mailadres.
    pub email: String,
    /// Telefoonnummer.
    pub telefoon: String,
    /// Code van de gemeenschappelijke regeling die de leerplicht uitvoert.
    pub regeling: Option<String>,
}

/// Een klas met haar weekrooster.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Klas {
    /// Unieke code, zoals `maasveld/3C`.
    pub code: String,
    /// Code van de school.
    pub school: String,
    /// Naam binnen de school.
    pub naam: String,
    /// Opleiding in woorden.
    pub opleiding: String,
    /// Dag (0 = maandag tot en met 4 = vrijdag), lesuur vanaf 1, vak.
    pub rooster: Vec<(i64, i64, String)>,
}

/// Een mens.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Persoon {
    /// Unieke code: `l-10001` voor een leerling, `o-10001-1` of `o-marieke` voor een ouder.
    pub code: String,
    /// Voornamen.
    pub voornamen: String,
    /// Tussenvoegsel.
    pub tussenvoegsel: Option<String>,
    /// Achternaam.
    pub achternaam: String,
    /// Geboortedatum.
    #[serde(serialize_with = "datum")]
    pub geboortedatum: Datum,
    /// man, vrouw of onbekend.
    pub geslacht: String,
    /// Burgerservicenummer; komt nooit in een bestand.
    #[serde(skip)]
    pub bsn: Option<Bsn>,
    /// Adres in de BRP.
    pub adres: Option<String>,
    /// Gemeentecode van het adres in de BRP.
    pub gemeente: Option<String>,
    /// Gemeentecode van de plek waar iemand feitelijk verblijft.
    pub verblijf_gemeente: Option<String>,
    /// Het adres is geheim.
    pub geheim: bool,
}

/// Gezag van een ouder of voogd over een kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Gezag {
    /// Persoonscode van de ouder of voogd.
    pub ouder: String,
    /// Persoonscode van het kind.
    pub kind: String,
    /// gezamenlijk, eenhoofdig, voogdij of geen.
    pub soort: String,
    /// Eerste dag.
    #[serde(serialize_with = "datum")]
    pub van: Datum,
    /// Dag waarop het eindigt.
    #[serde(serialize_with = "datum_of_niet")]
    pub tot: Option<Datum>,
}

/// Een inschrijving op een school.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Leerling {
    /// Persoonscode.
    pub persoon: String,
    /// Code van de school.
    pub school: String,
    /// Code van de klas.
    pub klas: String,
    /// Leerlingnummer van de school.
    pub leerlingnummer: String,
    /// Eerste dag van de inschrijving.
    #[serde(serialize_with = "datum")]
    pub ingeschreven: Datum,
    /// Laatste dag van de inschrijving.
    #[serde(serialize_with = "datum_of_niet")]
    pub uitgeschreven: Option<Datum>,
    /// Dag waarop de startkwalificatie is behaald.
    #[serde(serialize_with = "datum_of_niet")]
    pub startkwalificatie: Option<Datum>,
}

/// Een uitzondering in één les van één leerling.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Markering {
    /// Code van de school.
    pub school: String,
    /// Leerlingnummer.
    pub leerlingnummer: String,
    /// Dag van de les.
    #[serde(serialize_with = "datum")]
    pub datum: Datum,
    /// Lesuur, vanaf 1.
    pub lesuur: i64,
    /// Duur van de les.
    pub minuten: i64,
    /// Nooit aanwezig.
    #[serde(serialize_with = "status")]
    pub status: Status,
    /// Gemiste minuten bij te laat, anders 0.
    pub minuten_te_laat: i64,
}

/// Iemand die kan inloggen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Gebruiker {
    /// Unieke inlogcode.
    pub code: String,
    /// Naam op het scherm.
    pub naam: String,
    /// Persoonscode, bij een ouder of leerling.
    pub persoon: Option<String>,
    /// Rol en organisatiecode.
    pub rollen: Vec<(String, String)>,
    /// Klassen van een docent of mentor.
    pub klassen: Vec<String>,
}
