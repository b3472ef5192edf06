//! What is particular to this school: its calendar, its lesson times, and what its absence codes mean.

use crate::rekenen::{Schoolfeiten, herreken_school};
use crate::{App, Fout, kalender_van};
use domain::Datum;
use domain::aanwezigheid::Status;
use jiff::ToSpan;
use policy::Principal;
use policy::handeling::SchoolInrichten;
use store::Event;

/// A vacation or a free day of the school: `vakantie` or `vrij`, first and last day.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Vrij {
    /// First day.
    pub begin: Datum,
    /// Last day.
    pub einde: Datum,
    /// `vakantie` or `vrij`.
    pub soort: String,
    /// Name, when it is an official one.
    pub naam: String,
}

/// The calendar of this school year as it is used now.
pub struct Schoolkalender {
    /// The school keeps its own days; otherwise those of the region.
    pub eigen: bool,
    /// Region of the school.
    pub regio: String,
    /// Vacations and free days of this school year.
    pub dagen: Vec<Vrij>,
}

/// The calendar of the school.
///
/// # Errors
/// A role without this page, or a fault.
pub async fn kalender(app: &App, wie: &Principal) -> Result<Schoolkalender, Fout> {
    app.mag::<SchoolInrichten>(wie, wie.organisatie.0)?;
    let school = app.organisatie(wie.organisatie.0).await?;
    let eigen = app.store.schoolkalender(school.id).await?;
    let (begin, einde) = rules::schooljaar(app.vandaag());
    let dagen = vrije_dagen(&kalender_van(&school, &eigen), begin, einde);
    Ok(Schoolkalender { eigen: !eigen.is_empty(), regio: school.vakantieregio.unwrap_or_default(), dagen })
}

fn vrije_dagen(k: &rules::Kalender, van: Datum, tm: Datum) -> Vec<Vrij> {
    let vakantie = |v: &rules::Vakantie| Vrij {
        begin: v.periode.begin,
        einde: v.periode.einde,
        soort: "vakantie".to_owned(),
        naam: v.naam.clone(),
    };
    let dag = |d: Datum| Vrij {
        begin: d,
        einde: d,
        soort: "vrij".to_owned(),
        naam: k.naam_vrije_dag(d).unwrap_or("vrije dag").to_owned(),
    };
    let mut uit: Vec<Vrij> = k.vakanties(van, tm).into_iter().map(vakantie).collect();
    uit.extend(k.vrije_dagen(van, tm).into_iter().map(dag));
    uit.sort();
    uit
}

/// A change of the calendar.
#[derive(Debug, Clone)]
pub enum Wijziging {
    /// One more vacation or free day.
    Erbij(Vrij),
    /// This one does not hold for our school.
    Weg(Vrij),
    /// Follow the region again.
    Regio,
}

/// Change the calendar; every count and signal of the school follows in the same transaction.
///
/// # Errors
/// Wrong input per field, a role that may not, or a fault; nothing is changed then.
pub async fn kalender_wijzigen(app: &App, wie: &Principal, w: Wijziging) -> Result<(), Fout> {
    let grant = app.mag::<SchoolInrichten>(wie, wie.organisatie.0)?;
    let school = app.organisatie(wie.organisatie.0).await?;
    let eigen = app.store.schoolkalender(school.id).await?;
    let (begin, einde) = rules::schooljaar(app.vandaag());
    let nu = kalender_van(&school, &eigen);
    // A year on both sides, so that counts around 1 August do not change.
    let mut dagen = vrije_dagen(&nu, begin.saturating_sub(1.year()), einde.saturating_add(1.year()));
    match w {
        Wijziging::Regio => dagen.clear(),
        Wijziging::Weg(v) => {
            let voor = dagen.len();
            dagen.retain(|d| (d.begin, d.einde, &d.soort) != (v.begin, v.einde, &v.soort));
            if dagen.len() == voor {
                return Err(Fout::NietGevonden);
            }
        }
        Wijziging::Erbij(v) => {
            keur(&v, begin, einde)?;
            if dagen.iter().any(|d| d.soort == v.soort && d.begin <= v.einde && v.begin <= d.einde) {
                return Err(Fout::veld("begin", "In deze dagen is de school al vrij. Haal dat eerst weg."));
            }
            dagen.push(v);
        }
    }
    let mut rijen: Vec<(String, String, String)> =
        dagen.iter().map(|d| (d.soort.clone(), d.begin.to_string(), d.einde.to_string())).collect();
    if !rijen.is_empty() {
        rijen.push(("eigen".to_owned(), begin.to_string(), einde.to_string()));
    }
    let mut tx = app.store.write(&grant, app.nu(), &app.spoor()).await?;
    tx.kalender_vervangen(&rijen).await?;
    let kalender = kalender_van(&school, &rijen);
    herreken_school(app, &mut tx, &Schoolfeiten { school, kalender }).await?;
    tx.record(Event::geschreven("kalender van de school", None)).await?;
    Ok(())
}

fn keur(v: &Vrij, begin: Datum, einde: Datum) -> Result<(), Fout> {
    let mut fouten = Vec::new();
    let mut fout = |veld: &str, melding: &str| fouten.push((veld.to_owned(), melding.to_owned()));
    if !matches!(v.soort.as_str(), "vakantie" | "vrij") {
        fout("soort", "Kies vakantie of vrije dag.");
    }
    if v.einde < v.begin {
        fout("einde", "De laatste dag ligt voor de eerste dag.");
    } else if v.begin.until(v.einde).map_or(0, |s| s.get_days()) > 59 {
        fout("einde", "Kies hoogstens 60 dagen achter elkaar.");
    }
    if v.begin < begin || v.einde > einde {
        fout("begin", "Kies dagen in dit schooljaar.");
    }
    if fouten.is_empty() { Ok(()) } else { Err(Fout::Invoer(fouten)) }
}

/// What one absence code means, and when.
#[derive(Debug, Clone)]
pub struct Code {
    /// The code of the school.
    pub code: String,
    /// What it means.
    pub status: Status,
    /// From this day.
    pub vanaf: Datum,
    /// Until this day.
    pub tot: Option<Datum>,
}

/// The codes that the school laid down itself.
///
/// # Errors
/// A role without this page, or a fault.
pub async fn codes(app: &App, wie: &Principal) -> Result<Vec<Code>, Fout> {
    app.mag::<SchoolInrichten>(wie, wie.organisatie.0)?;
    let rijen = app.store.verzuimcodes(wie.organisatie.0).await?;
    Ok(rijen
        .into_iter()
        .filter_map(|(code, status, vanaf, tot)| {
            let status = Status::uit_code(&status)?;
            Some(Code { code, status, vanaf: vanaf.parse().ok()?, tot: tot.and_then(|t| t.parse().ok()) })
        })
        .collect())
}

/// Lay down what a code means. Lessons that were loaded before keep what they were given.
///
/// # Errors
/// Wrong input per field, a role that may not, or a fault.
pub async fn code_zetten(app: &App, wie: &Principal, c: Code) -> Result<(), Fout> {
    let grant = app.mag::<SchoolInrichten>(wie, wie.organisatie.0)?;
    let mut fouten = Vec::new();
    let code = c.code.trim().to_uppercase();
    if code.is_empty() || code.chars().count() > 20 || code.chars().any(char::is_control) {
        fouten.push(("code".to_owned(), "Vul de code in, hoogstens 20 tekens.".to_owned()));
    }
    if c.tot.is_some_and(|t| t < c.vanaf) {
        fouten.push(("tot".to_owned(), "De laatste dag ligt voor de eerste dag.".to_owned()));
    }
    let bestaand = app.store.verzuimcodes(wie.organisatie.0).await?;
    if bestaand.len() >= 200 {
        fouten.push(("code".to_owned(), "Er zijn al 200 codes. Haal er eerst een weg.".to_owned()));
    }
    let (van, tot) = (c.vanaf.to_string(), c.tot.map(|t| t.to_string()));
    let over = |b: &(String, String, String, Option<String>)| {
        b.0 == code
            && b.2 != van
            && b.3.as_deref().is_none_or(|t| t >= van.as_str())
            && tot.as_deref().is_none_or(|t| b.2.as_str() <= t)
    };
    if bestaand.iter().any(over) {
        fouten.push((
            "vanaf".to_owned(),
            "Deze code heeft in deze dagen al een betekenis. Sluit die eerst af.".to_owned(),
        ));
    }
    if !fouten.is_empty() {
        return Err(Fout::Invoer(fouten));
    }
    let mut tx = app.store.write(&grant, app.nu(), &app.spoor()).await?;
    tx.verzuimcode_zetten(&code, c.status.code(), &van, tot.as_deref()).await?;
    tx.record(Event::geschreven("verzuimcode van de school", None)).await?;
    Ok(())
}

/// Take a meaning back.
///
/// # Errors
/// A role that may not, or a fault.
pub async fn code_weg(app: &App, wie: &Principal, code: &str, vanaf: Datum) -> Result<(), Fout> {
    let grant = app.mag::<SchoolInrichten>(wie, wie.organisatie.0)?;
    let mut tx = app.store.write(&grant, app.nu(), &app.spoor()).await?;
    tx.verzuimcode_verwijderen(code, &vanaf.to_string()).await?;
    tx.record(Event::geschreven("verzuimcode van de school", None)).await?;
    Ok(())
}

/// Lay down when the lessons are: lesson, begin and end in minutes after midnight. Empty: the usual times.
///
/// # Errors
/// Wrong input per field, a role that may not, or a fault.
pub async fn lestijden_zetten(app: &App, wie: &Principal, tijden: &[(u8, u16, u16)]) -> Result<(), Fout> {
    let grant = app.mag::<SchoolInrichten>(wie, wie.organisatie.0)?;
    let mut fouten = Vec::new();
    for (i, (lesuur, begin, einde)) in tijden.iter().enumerate() {
        if einde <= begin || *einde > 24 * 60 {
            fouten.push((format!("les-{lesuur}"), format!("Les {lesuur}: de les eindigt niet na het begin.")));
        } else if i > 0 && tijden.get(i - 1).is_some_and(|v| v.2 > *begin) {
            fouten.push((format!("les-{lesuur}"), format!("Les {lesuur} begint voor de vorige les klaar is.")));
        }
    }
    if !fouten.is_empty() {
        return Err(Fout::Invoer(fouten));
    }
    let rijen: Vec<(i64, i64, i64)> =
        tijden.iter().map(|(l, b, e)| (i64::from(*l), i64::from(*b), i64::from(*e))).collect();
    let mut tx = app.store.write(&grant, app.nu(), &app.spoor()).await?;
    tx.lestijden_vervangen(&rijen).await?;
    tx.record(Event::geschreven("lestijden van de school", None)).await?;
    Ok(())
}
