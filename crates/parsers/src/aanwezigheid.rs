//! Rows of an attendance export to lesson marks. Good rows are read, bad rows are named.

use crate::kolommen::{Kolommen, Veld};
use crate::lestijden::LAATSTE_LESUUR;
pub use crate::lestijden::{Lestijd, lees_tijd, standaard_lestijden};
use crate::merk::lees_merk;
use crate::tabel::Tabel;
use domain::Datum;
use domain::aanwezigheid::Status;
use std::collections::HashMap;
use std::collections::hash_map::Entry;

/// What one absence code of the school means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CodeRegel {
    /// The code.
    pub code: String,
    /// Its status.
    pub status: Status,
    /// First day.
    pub vanaf: Option<Datum>,
    /// Last day.
    pub tot: Option<Datum>,
}

/// Codes that school systems commonly use, and the full words.
#[must_use]
pub fn standaard_codes() -> Vec<CodeRegel> {
    let lijst: &[(&str, Status)] = &[
        ("Z", Status::Ziek),
        ("ZB", Status::Ziek),
        ("M", Status::Geoorloofd),
        ("L", Status::TeLaat),
        ("TL", Status::TeLaat),
        ("S", Status::Ongeoorloofd),
        ("U", Status::Ongeoorloofd),
        ("O", Status::Ongeoorloofd),
        ("V", Status::Geoorloofd),
        ("VR", Status::Geoorloofd),
        ("G", Status::Geoorloofd),
        ("A", Status::Onbekend),
        ("?", Status::Onbekend),
        ("P", Status::Aanwezig),
        ("+", Status::Aanwezig),
        ("", Status::Aanwezig),
    ];
    let mut uit: Vec<CodeRegel> =
        lijst.iter().map(|(c, s)| CodeRegel { code: (*c).to_owned(), status: *s, vanaf: None, tot: None }).collect();
    uit.extend(Status::ALLE.into_iter().filter(|s| *s != Status::GeenRegister).map(|s| CodeRegel {
        code: s.code().to_uppercase(),
        status: s,
        vanaf: None,
        tot: None,
    }));
    uit.push(CodeRegel { code: "TE LAAT".to_owned(), status: Status::TeLaat, vanaf: None, tot: None });
    uit
}

/// What reading needs to know of the school.
#[derive(Debug, Clone)]
pub struct Instellingen {
    /// Meaning of codes.
    pub codes: Vec<CodeRegel>,
    /// Length of a lesson.
    pub lesuur_minuten: u16,
    /// First and last day of the school year.
    pub schooljaar: (Datum, Datum),
    /// Today.
    pub vandaag: Datum,
    /// School code.
    pub brin: Option<String>,
    /// When the lessons are; only needed for a file with times in place of lesson numbers.
    pub lestijden: Vec<Lestijd>,
}

/// Most lessons from one file: a row with times can give 16 of them.
const MAX_LESSEN: usize = 1_000_000;

/// One good row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gelezenrij {
    /// Line in the file.
    pub rij: usize,
    /// Pupil number.
    pub leerlingnummer: String,
    /// Day.
    pub datum: Datum,
    /// Lesson.
    pub lesuur: u8,
    /// Length.
    pub minuten: u16,
    /// Status.
    pub status: Status,
    /// Minutes late.
    pub minuten_te_laat: u16,
}

/// One bad row, without its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RijFout {
    /// Line in the file.
    pub rij: usize,
    /// Column.
    pub kolom: &'static str,
    /// What is wrong.
    pub melding: String,
    /// What to do.
    pub oplossing: String,
}

/// All rows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Gelezen {
    /// Good rows.
    pub rijen: Vec<Gelezenrij>,
    /// Bad rows.
    pub fouten: Vec<RijFout>,
}

/// `2026-11-19`, `19-11-2026`, `19/11/2026` or `19-11-26`.
#[must_use]
pub fn lees_datum(tekst: &str) -> Option<Datum> {
    if !tekst.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'-' | b'/')) {
        return None;
    }
    let delen: Vec<&str> = tekst.split(['-', '/']).collect();
    let [a, b, c] = delen.as_slice() else { return None };
    let (jaar, maand, dag) = if a.len() == 4 { (a, b, c) } else { (c, b, a) };
    let jaar: i16 = match jaar.len() {
        4 => jaar.parse().ok()?,
        2 => 2000 + jaar.parse::<i16>().ok()?,
        _ => return None,
    };
    Datum::new(jaar, maand.parse().ok()?, dag.parse().ok()?).ok()
}

/// Read all rows.
#[must_use]
pub fn lees(tabel: &Tabel, kolommen: &Kolommen, inst: &Instellingen) -> Gelezen {
    let mut uit = Gelezen::default();
    // A pupil stands in many rows; a number for each keeps the memory of seen lessons small.
    let mut leerlingen: HashMap<&str, usize> = HashMap::new();
    let mut gezien: HashMap<(usize, Datum, u8), (Status, u16)> = HashMap::new();
    for rij in &tabel.rijen {
        if rij.cellen.iter().all(String::is_empty) {
            continue;
        }
        let r = match lees_rij(&rij.cellen, kolommen, inst) {
            Ok(r) => r,
            Err((kolom, melding, oplossing)) => {
                let (melding, oplossing) = (melding.to_owned(), oplossing.to_owned());
                uit.fouten.push(RijFout { rij: rij.nummer, kolom, melding, oplossing });
                continue;
            }
        };
        let volgend = leerlingen.len();
        let leerling = *leerlingen.entry(r.leerlingnummer).or_insert(volgend);
        let (mut botst, mut geen) = (false, true);
        for (lesuur, te_laat) in r.lessen(inst) {
            geen = false;
            match gezien.entry((leerling, r.datum, lesuur)) {
                Entry::Occupied(v) => botst |= *v.get() != (r.status, te_laat),
                Entry::Vacant(v) => {
                    v.insert((r.status, te_laat));
                    uit.rijen.push(Gelezenrij {
                        rij: rij.nummer,
                        leerlingnummer: r.leerlingnummer.to_owned(),
                        datum: r.datum,
                        lesuur,
                        minuten: inst.lesuur_minuten,
                        status: r.status,
                        minuten_te_laat: te_laat,
                    });
                }
            }
        }
        if botst {
            uit.fouten.push(RijFout {
                rij: rij.nummer,
                kolom: r.kolom,
                melding: "Deze les staat twee keer in het bestand, met een andere code.".to_owned(),
                oplossing: "Laat één van de twee regels staan.".to_owned(),
            });
        }
        if geen {
            uit.fouten.push(RijFout {
                rij: rij.nummer,
                kolom: Veld::Van.woord(),
                melding: "Tussen deze tijden valt geen les voor meer dan de helft.".to_owned(),
                oplossing: "Stel de lestijden van uw school in, of gebruik lesuren in plaats van tijden.".to_owned(),
            });
        }
        if uit.rijen.len() > MAX_LESSEN {
            uit.fouten.push(RijFout {
                rij: rij.nummer,
                kolom: Veld::Van.woord(),
                melding: "In dit bestand staan meer dan een miljoen lessen. Vanaf hier is niets gelezen.".to_owned(),
                oplossing: "Maak de export per maand.".to_owned(),
            });
            break;
        }
    }
    uit
}

type Slecht = (&'static str, &'static str, &'static str);

/// Where in the day.
#[derive(Clone, Copy)]
enum Wanneer {
    Les(u8),
    Tijd(u16, u16),
}

/// A row that was understood.
struct Begrepen<'a> {
    leerlingnummer: &'a str,
    datum: Datum,
    wanneer: Wanneer,
    status: Status,
    /// `None`: as long as the times say.
    te_laat: Option<u16>,
    /// The column that gave the status.
    kolom: &'static str,
}

impl Begrepen<'_> {
    /// Lessons and the minutes late in each.
    fn lessen(&self, inst: &Instellingen) -> impl Iterator<Item = (u8, u16)> {
        let los = match self.wanneer {
            Wanneer::Les(u) => Some((u, self.te_laat.unwrap_or(0))),
            Wanneer::Tijd(van, tot) if self.status == Status::TeLaat => {
                // Late is the first part of one lesson, so half of it is not asked.
                inst.lestijden.iter().find_map(|l| {
                    let geraakt = l.geraakt(van, tot)?.min(inst.lesuur_minuten);
                    Some((l.lesuur, self.te_laat.unwrap_or(geraakt)))
                })
            }
            Wanneer::Tijd(..) => None,
        };
        let reeks = match self.wanneer {
            Wanneer::Tijd(van, tot) if self.status != Status::TeLaat => Some((van, tot)),
            _ => None,
        };
        let gemist = reeks
            .into_iter()
            .flat_map(|(van, tot)| inst.lestijden.iter().filter(move |l| l.gemist(van, tot)).map(|l| (l.lesuur, 0)));
        los.into_iter().chain(gemist)
    }
}

fn lees_rij<'a>(cellen: &'a [String], kolommen: &Kolommen, inst: &Instellingen) -> Result<Begrepen<'a>, Slecht> {
    let cel = |v: Veld| kolommen.velden.get(&v).and_then(|i| cellen.get(*i)).map_or("", String::as_str);
    let nee = |v: Veld, melding, oplossing| Err((v.woord(), melding, oplossing));
    if let (Some(eigen), brin) = (&inst.brin, cel(Veld::Brin))
        && !brin.is_empty()
        && !brin.to_uppercase().starts_with(&eigen.chars().take(4).collect::<String>())
    {
        return nee(Veld::Brin, "Deze regel is van een andere school.", "Laad alleen de export van uw eigen school.");
    }
    let leerlingnummer = cel(Veld::Leerlingnummer);
    if leerlingnummer.is_empty()
        || leerlingnummer.len() > 20
        || !leerlingnummer.bytes().all(|c| c.is_ascii_alphanumeric())
    {
        return nee(
            Veld::Leerlingnummer,
            "Hier hoort een leerlingnummer te staan.",
            "Gebruik alleen cijfers en letters, hoogstens 20.",
        );
    }
    let datum = lees_dag(cel(Veld::Datum), inst)?;
    let wanneer = if kolommen.velden.contains_key(&Veld::Lesuur)
        && (!cel(Veld::Lesuur).is_empty() || (cel(Veld::Van).is_empty() && cel(Veld::Tot).is_empty()))
    {
        Wanneer::Les(lees_lesuur(cel(Veld::Lesuur))?)
    } else if kolommen.velden.contains_key(&Veld::Van) && kolommen.velden.contains_key(&Veld::Tot) {
        lees_van_tot(cel(Veld::Van), cel(Veld::Tot))?
    } else {
        Wanneer::Les(lees_lesuur(cel(Veld::Lesuur))?)
    };
    let (status, kolom) = lees_status(&cel, kolommen, datum, inst)?;
    let te_laat = match (status, cel(Veld::MinutenTeLaat), wanneer) {
        (Status::TeLaat, "", Wanneer::Tijd(..)) => None,
        (Status::TeLaat, minuten, _) => match minuten.parse::<u16>() {
            Ok(m) if m >= 1 && m <= inst.lesuur_minuten => Some(m),
            _ => {
                return nee(
                    Veld::MinutenTeLaat,
                    "Bij te laat hoort het aantal minuten, niet meer dan de les duurt.",
                    "Vul de minuten in als getal.",
                );
            }
        },
        _ => Some(0),
    };
    Ok(Begrepen { leerlingnummer, datum, wanneer, status, te_laat, kolom })
}

fn lees_dag(cel: &str, inst: &Instellingen) -> Result<Datum, Slecht> {
    let nee = |melding, oplossing| Err((Veld::Datum.woord(), melding, oplossing));
    let Some(datum) = lees_datum(cel) else {
        return nee(
            "Deze dag bestaat niet of kan niet worden gelezen.",
            "Schrijf de dag als 19-11-2026 of 2026-11-19.",
        );
    };
    if datum > inst.vandaag {
        return nee("Deze dag is nog niet geweest.", "Controleer de datum.");
    }
    if datum < inst.schooljaar.0 || datum > inst.schooljaar.1 {
        return nee("Deze dag valt buiten dit schooljaar.", "Laad alleen dagen van dit schooljaar.");
    }
    Ok(datum)
}

fn lees_lesuur(cel: &str) -> Result<u8, Slecht> {
    let uur = cel.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    match uur.parse::<u8>() {
        Ok(u) if (1..=LAATSTE_LESUUR).contains(&u) && uur.bytes().all(|b| b.is_ascii_digit()) => Ok(u),
        _ => Err((
            Veld::Lesuur.woord(),
            "Hier hoort een lesuur van 1 tot en met 16 te staan.",
            "Vul alleen het nummer van het lesuur in.",
        )),
    }
}

fn lees_van_tot(van: &str, tot: &str) -> Result<Wanneer, Slecht> {
    let tijd =
        |v: Veld, cel| lees_tijd(cel).ok_or((v.woord(), "Hier hoort een tijd te staan.", "Schrijf de tijd als 08:30."));
    let (van, tot) = (tijd(Veld::Van, van)?, tijd(Veld::Tot, tot)?);
    if tot <= van {
        return Err((
            Veld::Tot.woord(),
            "De eindtijd ligt niet na de begintijd.",
            "Controleer de twee tijden van deze regel.",
        ));
    }
    Ok(Wanneer::Tijd(van, tot))
}

/// From the code; without one from the two columns with marks, if the file has them.
fn lees_status<'a>(
    cel: &impl Fn(Veld) -> &'a str,
    kolommen: &Kolommen,
    datum: Datum,
    inst: &Instellingen,
) -> Result<(Status, &'static str), Slecht> {
    let gekozen = |v: &Veld| kolommen.velden.contains_key(v);
    let merken = [Veld::Ongeoorloofd, Veld::Geoorloofd].into_iter().find(gekozen);
    let code = cel(Veld::Code);
    if let (Some(kolom), true) = (merken, code.is_empty()) {
        let merk = |v: Veld| {
            lees_merk(cel(v)).ok_or((
                v.woord(),
                "Hier hoort te staan of deze les zo telt.",
                "Vul 1, x of ja in, of laat het vak leeg.",
            ))
        };
        return match (merk(Veld::Geoorloofd)?, merk(Veld::Ongeoorloofd)?) {
            (true, true) => Err((
                Veld::Ongeoorloofd.woord(),
                "Deze les staat als geoorloofd én als ongeoorloofd.",
                "Laat één van de twee staan.",
            )),
            (true, false) => Ok((Status::Geoorloofd, Veld::Geoorloofd.woord())),
            (false, true) => Ok((Status::Ongeoorloofd, Veld::Ongeoorloofd.woord())),
            (false, false) => Ok((Status::Aanwezig, kolom.woord())),
        };
    }
    let code = code.to_uppercase();
    let past =
        |c: &&CodeRegel| c.code == code && c.vanaf.is_none_or(|v| v <= datum) && c.tot.is_none_or(|t| datum <= t);
    match inst.codes.iter().find(past) {
        Some(regel) => Ok((regel.status, Veld::Code.woord())),
        None => Err((
            Veld::Code.woord(),
            "Deze code kennen we niet.",
            "Laat de code toevoegen, of gebruik een bekende code.",
        )),
    }
}

#[cfg(test)]
mod tests;
