//! Rows of an attendance export to lesson marks. Good rows are read, bad rows are named.

use crate::kolommen::{Kolommen, Veld};
use crate::tabel::{Cel, Rij, Tabel};
use domain::Datum;
use domain::aanwezigheid::Status;
use std::collections::HashMap;

/// What one absence code of the school means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CodeRegel {
    /// The code; upper and lower case are the same.
    pub code: String,
    /// Its status.
    pub status: Status,
    /// First day on which the code has this meaning.
    pub vanaf: Option<Datum>,
    /// Last day on which the code has this meaning.
    pub tot: Option<Datum>,
}

/// Codes that school systems commonly use, and the full words of every status
/// except «geen register», which is no mark.
#[must_use]
pub fn standaard_codes() -> Vec<CodeRegel> {
    let kort = [
        ("Z", Status::Ziek),
        ("Zb", Status::Ziek),
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
        (Status::TeLaat.woord(), Status::TeLaat),
    ];
    let lang = Status::ALLE.into_iter().filter(|s| *s != Status::GeenRegister).map(|s| (s.code(), s));
    kort.into_iter()
        .chain(lang)
        .map(|(c, status)| CodeRegel { code: c.to_owned(), status, vanaf: None, tot: None })
        .collect()
}

/// What reading needs to know of the school.
#[derive(Debug, Clone)]
pub struct Instellingen {
    /// Meaning of codes; the first that fits code and day counts.
    pub codes: Vec<CodeRegel>,
    /// Length of a lesson.
    pub lesuur_minuten: u16,
    /// Lesson, start and end in minutes after midnight; only for files with times.
    pub lestijden: Vec<(u8, u16, u16)>,
    /// First and last day of the school year.
    pub schooljaar: (Datum, Datum),
    /// Today.
    pub vandaag: Datum,
    /// School code.
    pub brin: Option<String>,
}

/// One lesson of one good row.
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
    /// Length of the lesson; with times, the part of the lesson that the row covers.
    pub minuten: u16,
    /// Status.
    pub status: Status,
    /// Minutes late; 0 for any other status.
    pub minuten_te_laat: u16,
}

/// One bad row, without its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RijFout {
    /// Line in the file.
    pub rij: usize,
    /// Column, as [`Veld::woord`].
    pub kolom: String,
    /// Fixed code of the kind of mistake.
    pub klasse: String,
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
    let teken = if tekst.contains('/') { '/' } else { '-' };
    let delen: Vec<&str> = tekst.split(teken).collect();
    let [a, b, c] = delen.as_slice() else { return None };
    if ![a, b, c].iter().all(|d| d.bytes().all(|x| x.is_ascii_digit())) {
        return None;
    }
    let (jaar, maand, dag) = match (a.len(), b.len(), c.len()) {
        (4, 2, 2) if teken == '-' => (a.parse::<i16>().ok()?, b, c),
        (1..=2, 1..=2, 4) => (c.parse::<i16>().ok()?, b, a),
        (1..=2, 1..=2, 2) if teken == '-' => (2000 + c.parse::<i16>().ok()?, b, a),
        _ => return None,
    };
    Datum::new(jaar, maand.parse().ok()?, dag.parse().ok()?).ok()
}

/// Minutes after midnight of `8:30`, `08:30`, `08.30` or `08:30:00`.
fn lees_tijd(tekst: &str) -> Option<u16> {
    let delen: Vec<&str> = tekst.split(if tekst.contains(':') { ':' } else { '.' }).collect();
    let (uur, minuut, seconde) = match delen.as_slice() {
        [u, m] => (u, m, &"00"),
        [u, m, s] => (u, m, s),
        _ => return None,
    };
    let getal = |t: &str, max: u16| heel_tekst(t).filter(|n| t.len() <= 2 && *n <= max);
    if minuut.len() != 2 || seconde.len() != 2 {
        return None;
    }
    let (uur, minuut) = (getal(uur, 23)?, getal(minuut, 59)?);
    getal(seconde, 59)?;
    Some(uur * 60 + minuut)
}

/// A whole number of digits only: no sign, no point, no exponent.
fn heel_tekst(tekst: &str) -> Option<u16> {
    if tekst.bytes().all(|b| b.is_ascii_digit()) { tekst.parse().ok() } else { None }
}

/// The digits of a float that is a whole number from 0 to 10^15.
fn heel_getal(getal: f64) -> Option<String> {
    ((0.0..1e15).contains(&getal) && getal.fract() == 0.0).then(|| format!("{:.0}", getal.abs()))
}

fn cel_als_heel(cel: &Cel) -> Option<u16> {
    match cel {
        Cel::Tekst(t) => heel_tekst(t),
        Cel::Getal(g) => heel_getal(*g).and_then(|t| heel_tekst(&t)),
        _ => None,
    }
}

fn cel_als_datum(cel: &Cel) -> Option<Datum> {
    match cel {
        Cel::Datum(d) => Some(*d),
        Cel::Tekst(t) => lees_datum(t),
        Cel::Getal(_) => {
            let dagen = cel_als_heel(cel).filter(|n| (30_000..=60_000).contains(n))?;
            let span = jiff::Span::new().try_days(dagen).ok()?;
            Datum::new(1899, 12, 30).ok()?.checked_add(span).ok()
        }
        Cel::Leeg | Cel::Tijd(_) => None,
    }
}

fn cel_als_tijd(cel: &Cel) -> Option<u16> {
    match cel {
        Cel::Tijd(t) => Some(*t).filter(|t| *t < 1440),
        Cel::Tekst(t) => lees_tijd(t),
        Cel::Getal(g) if (0.0..1.0).contains(g) => {
            format!("{:.0}", (g * 1440.0).round()).parse().ok().filter(|t| *t < 1440)
        }
        _ => None,
    }
}

fn cel_als_woord(cel: &Cel) -> Option<String> {
    match cel {
        Cel::Leeg => Some(String::new()),
        Cel::Tekst(t) => Some(t.to_lowercase()),
        Cel::Getal(g) => heel_getal(*g),
        Cel::Datum(_) | Cel::Tijd(_) => None,
    }
}

struct Slecht {
    veld: Veld,
    klasse: &'static str,
    melding: String,
    oplossing: &'static str,
}

impl Slecht {
    fn bij(self, rij: usize) -> RijFout {
        RijFout {
            rij,
            kolom: self.veld.woord().to_owned(),
            klasse: self.klasse.to_owned(),
            melding: self.melding,
            oplossing: self.oplossing.to_owned(),
        }
    }
}

fn slecht(veld: Veld, klasse: &'static str, melding: &str, oplossing: &'static str) -> Slecht {
    Slecht { veld, klasse, melding: melding.to_owned(), oplossing }
}

/// Read all rows. A row with any mistake gives one [`RijFout`] and no lesson.
#[must_use]
pub fn lees(tabel: &Tabel, kolommen: &Kolommen, instellingen: &Instellingen) -> Gelezen {
    let mut uit = Gelezen::default();
    let mut gezien: HashMap<(String, Datum, u8), (Status, u16, u16)> = HashMap::new();
    let codes = instellingen.codes.iter().map(|c| (c.code.trim().to_lowercase(), c)).collect();
    let lezer = Lezer { kolommen, instellingen, codes, breedte: tabel.kop.len() };
    for rij in tabel.rijen.iter().filter(|r| r.cellen.iter().any(|c| *c != Cel::Leeg)) {
        let lessen = match lezer.rij(rij) {
            Ok(lessen) => lessen,
            Err(f) => {
                uit.fouten.push(f.bij(rij.nummer));
                continue;
            }
        };
        let sleutel = |r: &Gelezenrij| (r.leerlingnummer.clone(), r.datum, r.lesuur);
        let inhoud = |r: &Gelezenrij| (r.status, r.minuten, r.minuten_te_laat);
        if lessen.iter().any(|r| gezien.get(&sleutel(r)).is_some_and(|v| *v != inhoud(r))) {
            let f = slecht(
                Veld::Lesuur,
                "dubbel",
                "Deze les staat eerder in het bestand, met andere gegevens.",
                "Laat één van de twee regels staan.",
            );
            uit.fouten.push(f.bij(rij.nummer));
            continue;
        }
        for r in lessen {
            if gezien.insert(sleutel(&r), inhoud(&r)).is_none() {
                uit.rijen.push(r);
            }
        }
    }
    uit
}

struct Lezer<'a> {
    kolommen: &'a Kolommen,
    instellingen: &'a Instellingen,
    codes: Vec<(String, &'a CodeRegel)>,
    breedte: usize,
}

impl Lezer<'_> {
    /// The cell; `None` when the file has no such column or the row is too short.
    fn aanwezig<'r>(&self, rij: &'r Rij, veld: Veld) -> Option<&'r Cel> {
        self.kolommen.velden.get(&veld).and_then(|i| rij.cellen.get(*i))
    }

    fn cel<'r>(&self, rij: &'r Rij, veld: Veld) -> &'r Cel {
        self.aanwezig(rij, veld).unwrap_or(&Cel::Leeg)
    }

    fn rij(&self, rij: &Rij) -> Result<Vec<Gelezenrij>, Slecht> {
        if rij.cellen.iter().skip(self.breedte).any(|c| *c != Cel::Leeg) {
            return Err(slecht(
                Veld::Leerlingnummer,
                "te_veel_cellen",
                "Deze regel heeft meer vakken dan de kopregel.",
                "Controleer of er een scheidingsteken te veel staat.",
            ));
        }
        self.keur_brin(rij)?;
        let leerlingnummer = self.leerlingnummer(rij)?;
        let datum = self.datum(rij)?;
        let lessen = self.lessen(rij)?;
        let status = self.status(rij, datum)?;
        let te_laat = status == Status::TeLaat;
        if te_laat && lessen.len() > 1 {
            return Err(slecht(
                Veld::MinutenTeLaat,
                "te_laat_meer_lessen",
                "Te laat geldt voor één les, maar deze regel gaat over meer lessen.",
                "Maak voor elke les een eigen regel.",
            ));
        }
        let minuten_te_laat = if te_laat { self.minuten_te_laat(rij)? } else { 0 };
        Ok(lessen
            .into_iter()
            .map(|(lesuur, deel, heel)| Gelezenrij {
                rij: rij.nummer,
                leerlingnummer: leerlingnummer.clone(),
                datum,
                lesuur,
                minuten: if te_laat { heel } else { deel },
                status,
                minuten_te_laat,
            })
            .collect())
    }

    fn keur_brin(&self, rij: &Rij) -> Result<(), Slecht> {
        let (Some(eigen), cel) = (&self.instellingen.brin, self.cel(rij, Veld::Brin)) else { return Ok(()) };
        let kort = |t: &str| t.trim().to_uppercase().chars().take(4).collect::<String>();
        let goed = match cel {
            Cel::Leeg => true,
            Cel::Tekst(t) => matches!(t.chars().count(), 4 | 6) && kort(t) == kort(eigen),
            _ => false,
        };
        if goed {
            return Ok(());
        }
        Err(slecht(
            Veld::Brin,
            "andere_school",
            "Deze regel is van een andere school.",
            "Gebruik alleen de export van uw eigen school.",
        ))
    }

    fn leerlingnummer(&self, rij: &Rij) -> Result<String, Slecht> {
        let tekst = match self.cel(rij, Veld::Leerlingnummer) {
            Cel::Tekst(t) => Some(t.clone()),
            Cel::Getal(g) => heel_getal(*g),
            _ => None,
        };
        tekst.filter(|t| !t.is_empty() && t.len() <= 20 && t.bytes().all(|b| b.is_ascii_alphanumeric())).ok_or_else(
            || {
                slecht(
                    Veld::Leerlingnummer,
                    "leerlingnummer",
                    "Hier hoort een leerlingnummer te staan.",
                    "Gebruik alleen cijfers en letters, niet meer dan 20.",
                )
            },
        )
    }

    fn datum(&self, rij: &Rij) -> Result<Datum, Slecht> {
        let nee = |klasse, melding, oplossing| Err(slecht(Veld::Datum, klasse, melding, oplossing));
        let Some(datum) = cel_als_datum(self.cel(rij, Veld::Datum)) else {
            return nee(
                "datum",
                "Deze dag bestaat niet of kan niet worden gelezen.",
                "Schrijf de dag als 19-11-2026 of 2026-11-19.",
            );
        };
        if datum > self.instellingen.vandaag {
            return nee("toekomst", "Deze dag is nog niet geweest.", "Controleer de datum.");
        }
        let (eerste, laatste) = self.instellingen.schooljaar;
        if datum < eerste || datum > laatste {
            return nee(
                "buiten_schooljaar",
                "Deze dag valt buiten dit schooljaar.",
                "Gebruik alleen dagen van dit schooljaar.",
            );
        }
        Ok(datum)
    }

    /// Lesson, minutes of it that the row covers, and its length.
    fn lessen(&self, rij: &Rij) -> Result<Vec<(u8, u16, u16)>, Slecht> {
        let uur = self.cel(rij, Veld::Lesuur);
        let (van, tot) = (self.cel(rij, Veld::Van), self.cel(rij, Veld::Tot));
        if *uur != Cel::Leeg || (*van == Cel::Leeg && *tot == Cel::Leeg) {
            let nummer = match uur {
                Cel::Tekst(t) => {
                    let t = t.to_lowercase();
                    heel_tekst(["ste", "de", "e"].iter().find_map(|s| t.strip_suffix(s)).unwrap_or(&t))
                }
                ander => cel_als_heel(ander),
            };
            let duur = self.instellingen.lesuur_minuten;
            return match nummer.and_then(|n| u8::try_from(n).ok()) {
                Some(n) if (1..=16).contains(&n) => Ok(vec![(n, duur, duur)]),
                _ => Err(slecht(
                    Veld::Lesuur,
                    "lesuur",
                    "Hier hoort een lesuur van 1 tot en met 16 te staan.",
                    "Vul alleen het nummer van het lesuur in.",
                )),
            };
        }
        let tijd = |veld, cel| {
            cel_als_tijd(cel).ok_or_else(|| {
                slecht(veld, "tijd", "Deze tijd bestaat niet of kan niet worden gelezen.", "Schrijf de tijd als 08:30.")
            })
        };
        let (van, tot) = (tijd(Veld::Van, van)?, tijd(Veld::Tot, tot)?);
        if tot <= van {
            return Err(slecht(
                Veld::Tot,
                "tijd_volgorde",
                "De eindtijd ligt niet na de begintijd.",
                "Controleer de twee tijden.",
            ));
        }
        let lessen: Vec<(u8, u16, u16)> = self
            .instellingen
            .lestijden
            .iter()
            .filter(|(n, ..)| (1..=16).contains(n))
            .map(|(n, begin, eind)| (*n, tot.min(*eind).saturating_sub(van.max(*begin)), eind.saturating_sub(*begin)))
            .filter(|(_, deel, _)| *deel > 0)
            .collect();
        if lessen.is_empty() {
            return Err(slecht(
                Veld::Van,
                "geen_les",
                "Op deze tijd is er geen les volgens de lestijden van uw school.",
                "Controleer de tijden in het bestand en de lestijden van uw school.",
            ));
        }
        Ok(lessen)
    }

    fn status(&self, rij: &Rij, datum: Datum) -> Result<Status, Slecht> {
        let afwezig = self.janee(rij, Veld::Afwezig)?;
        if let Some(code) = self.code(rij, datum)? {
            let botst = match afwezig {
                Some(true) => code == Status::Aanwezig,
                Some(false) => !matches!(code, Status::Aanwezig | Status::TeLaat | Status::Betwist),
                None => false,
            };
            if botst {
                return Err(slecht(
                    Veld::Afwezig,
                    "tegenstrijdig",
                    "De code en de kolom afwezig spreken elkaar tegen.",
                    "Verbeter één van de twee.",
                ));
            }
            return Ok(code);
        }
        if self.kolommen.velden.contains_key(&Veld::Afwezig) {
            return match (afwezig, self.janee(rij, Veld::Geoorloofd)?) {
                (Some(true), Some(true)) => Ok(Status::Geoorloofd),
                (Some(true), Some(false)) => Ok(Status::Ongeoorloofd),
                (Some(true), None) => Ok(Status::Onbekend),
                (Some(false), None | Some(false)) => Ok(Status::Aanwezig),
                (Some(false), Some(true)) => Err(slecht(
                    Veld::Geoorloofd,
                    "tegenstrijdig",
                    "De leerling was er, maar de afwezigheid is geoorloofd.",
                    "Verbeter één van de twee kolommen.",
                )),
                (None, _) => Err(slecht(
                    Veld::Afwezig,
                    "afwezig_leeg",
                    "Hier hoort te staan of de leerling afwezig was.",
                    "Vul ja of nee in.",
                )),
            };
        }
        // Only the code is empty: the pupil was there. A row cut short says nothing.
        let minuten = self.cel(rij, Veld::MinutenTeLaat);
        let geen_minuten = *minuten == Cel::Leeg || cel_als_heel(minuten) == Some(0);
        if self.aanwezig(rij, Veld::Code).is_some() && geen_minuten {
            return Ok(Status::Aanwezig);
        }
        Err(slecht(
            Veld::Code,
            "code_ontbreekt",
            "Hier ontbreekt de code.",
            "Vul de code in. Laat de code alleen leeg als de leerling er was.",
        ))
    }

    /// `None` when the cell is empty.
    fn code(&self, rij: &Rij, datum: Datum) -> Result<Option<Status>, Slecht> {
        let tekst = match self.cel(rij, Veld::Code) {
            Cel::Leeg => return Ok(None),
            Cel::Tekst(t) => Some(t.clone()),
            Cel::Getal(g) => heel_getal(*g),
            Cel::Datum(_) | Cel::Tijd(_) => None,
        };
        let tekst = tekst.unwrap_or_default();
        let klein = tekst.to_lowercase();
        let zelfde = || self.codes.iter().filter(|(c, _)| *c == klein).map(|(_, regel)| *regel);
        let past = |c: &&CodeRegel| c.vanaf.is_none_or(|v| v <= datum) && c.tot.is_none_or(|t| datum <= t);
        if let Some(regel) = zelfde().find(past) {
            return Ok(Some(regel.status));
        }
        if zelfde().next().is_some() {
            return Err(slecht(
                Veld::Code,
                "code_niet_geldig",
                "Deze code geldt niet op deze dag.",
                "Controleer de datum, of pas de codes van uw school aan.",
            ));
        }
        // Short and plain enough to be a code, and no (part of a) number of a person.
        let toonbaar = (1..=8).contains(&tekst.chars().count())
            && tekst.chars().all(|c| c.is_alphanumeric() || matches!(c, '?' | '+' | '-' | '_' | '.'))
            && tekst.chars().filter(char::is_ascii_digit).count() <= 4
            && !tekst.starts_with(['+', '-']);
        let melding = if toonbaar {
            format!("De code «{tekst}» kennen we niet.")
        } else {
            "Deze code kennen we niet.".to_owned()
        };
        Err(Slecht {
            veld: Veld::Code,
            klasse: "code_onbekend",
            melding,
            oplossing: "Voeg de code toe bij de codes van uw school, of gebruik een bekende code.",
        })
    }

    /// Yes or no; `None` when the cell is empty.
    fn janee(&self, rij: &Rij, veld: Veld) -> Result<Option<bool>, Slecht> {
        match cel_als_woord(self.cel(rij, veld)).as_deref() {
            Some("") => Ok(None),
            Some("j" | "ja" | "1" | "x") => Ok(Some(true)),
            Some("n" | "nee" | "0") => Ok(Some(false)),
            _ => Err(slecht(veld, "ja_nee", "Hier hoort ja of nee te staan.", "Vul ja of nee in.")),
        }
    }

    fn minuten_te_laat(&self, rij: &Rij) -> Result<u16, Slecht> {
        cel_als_heel(self.cel(rij, Veld::MinutenTeLaat))
            .filter(|m| (1..=self.instellingen.lesuur_minuten).contains(m))
            .ok_or_else(|| {
                slecht(
                    Veld::MinutenTeLaat,
                    "minuten_te_laat",
                    "Bij te laat hoort het aantal minuten, niet meer dan de les duurt.",
                    "Vul in hoeveel minuten de leerling te laat was, als heel getal.",
                )
            })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{kolommen::herken, tabel::lees_tabel};
    use jiff::civil::date;

    fn inst() -> Instellingen {
        Instellingen {
            codes: standaard_codes(),
            lesuur_minuten: 50,
            lestijden: vec![(1, 510, 560), (2, 560, 610), (3, 630, 680)],
            schooljaar: (date(2026, 8, 1), date(2027, 7, 31)),
            vandaag: date(2026, 11, 23),
            brin: Some("99ZC".to_owned()),
        }
    }

    fn csv(kop: &str, regels: &str) -> Gelezen {
        let t = lees_tabel(format!("{kop}\n{regels}\n").as_bytes()).unwrap();
        lees(&t, &herken(&t), &inst())
    }

    #[test]
    fn elke_slechte_waarde_wijst_naar_haar_kolom_en_laat_de_waarde_weg() {
        let gevallen = [
            ("30001;19-11-2026;6;S;;", ""),
            ("30001;2026-11-19;6e;TL;10;99ZC01", ""),
            ("30001;19/11/2026;3de;zb;;99zc", ""),
            ("30001;1-9-26;16;;;", ""),
            ("30001;1-9-26;16;;0", ""),
            (";19-11-2026;6;S;;", "leerlingnummer"),
            ("=cmd;19-11-2026;6;S;;", "leerlingnummer"),
            ("=1+1;19-11-2026;6;S;;", "leerlingnummer"),
            ("999990408 of zo;19-11-2026;6;S;;", "leerlingnummer"),
            ("30001;30-02-2026;6;S;;", "datum"),
            ("30001;29-02-2027;6;S;;", "datum"),
            ("30001;11/19/2026;6;S;;", "datum"),
            ("30001;19-11/2026;6;S;;", "datum"),
            ("30001;19 november;6;S;;", "datum"),
            ("30001;46345;6;S;;", "datum"),
            ("30001;24-11-2026;6;S;;", "datum"),
            ("30001;31-07-2026;6;S;;", "datum"),
            ("30001;00-00-2010;6;S;;", "datum"),
            ("30001;01-01-0000;6;S;;", "datum"),
            ("30001;0000-01-01;6;S;;", "datum"),
            ("30001;19-11-9999;6;S;;", "datum"),
            ("30001;-1;6;S;;", "datum"),
            ("30001;19-11-2026;;S;;", "lesuur"),
            ("30001;19-11-2026;0;S;;", "lesuur"),
            ("30001;19-11-2026;17;S;;", "lesuur"),
            ("30001;19-11-2026;-1;S;;", "lesuur"),
            ("30001;19-11-2026;+3;S;;", "lesuur"),
            ("30001;19-11-2026;1e9;S;;", "lesuur"),
            ("30001;19-11-2026;NaN;S;;", "lesuur"),
            ("30001;19-11-2026;16 uur;S;;", "lesuur"),
            ("30001;19-11-2026;e;S;;", "lesuur"),
            ("30001;19-11-2026;99999999999;S;;", "lesuur"),
            ("30001;19-11-2026;٦;S;;", "lesuur"),
            ("30001;19-11-2026;6;XYZ;;", "code"),
            ("30001;19-11-2026;6;<script>;;", "code"),
            ("30001;19-11-2026;6;999990408;;", "code"),
            ("30001;19-11-2026;6;geen_register;;", "code"),
            ("30001;19-11-2026;6;;10;", "code"),
            ("30001;19-11-2026;6", "code"),
            ("30001;19-11-2026;6;TL;;", "minuten te laat"),
            ("30001;19-11-2026;6;TL;0;", "minuten te laat"),
            ("30001;19-11-2026;6;TL;51;", "minuten te laat"),
            ("30001;19-11-2026;6;TL;1e1;", "minuten te laat"),
            ("30001;19-11-2026;6;TL;Infinity;", "minuten te laat"),
            ("30001;19-11-2026;6;S;;99ZD", "schoolcode"),
            ("30001;19-11-2026;6;S;;99ZCwat", "schoolcode"),
            ("30001;19-11-2026", "lesuur"),
            ("30001;19-11-2026;6;S;;;extra", "leerlingnummer"),
        ];
        for (regel, kolom) in gevallen {
            let g = csv("Leerlingnummer;Datum;Lesuur;Code;Minuten te laat;BRIN", regel);
            assert_eq!(g.fouten.first().map_or("", |f| f.kolom.as_str()), kolom, "{regel}");
            assert_eq!(g.rijen.len(), usize::from(kolom.is_empty()), "{regel}");
            for f in &g.fouten {
                assert!(f.rij == 2 && !f.melding.contains("99999") && !f.melding.contains("script"), "{f:?}");
                assert!(f.melding.ends_with('.') && f.oplossing.ends_with('.') && !f.klasse.is_empty());
            }
        }
        let g = csv("llnr;dag;uur;code", "1;1-9-2026;1;XYZ");
        assert_eq!(g.fouten[0].melding, "De code «XYZ» kennen we niet.");
    }

    #[test]
    fn codes_geven_hun_status() {
        let gevallen = [
            ("Z", Status::Ziek),
            ("zb", Status::Ziek),
            ("M", Status::Geoorloofd),
            ("s", Status::Ongeoorloofd),
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
            ("Ongeoorloofd", Status::Ongeoorloofd),
            ("te laat", Status::TeLaat),
            ("te_laat", Status::TeLaat),
            ("L", Status::TeLaat),
            ("TL", Status::TeLaat),
        ];
        for (code, status) in gevallen {
            let minuten = if status == Status::TeLaat { 50 } else { 0 };
            let g = csv("llnr;dag;uur;code;min", &format!("1;1-9-2026;1;{code};{minuten}"));
            assert_eq!(
                g.rijen.first().map(|r| (r.status, r.minuten, r.minuten_te_laat)),
                Some((status, 50, minuten)),
                "{code}"
            );
        }
        let mut i = inst();
        i.codes = vec![
            CodeRegel { code: "K".into(), status: Status::Ziek, vanaf: None, tot: Some(date(2026, 9, 30)) },
            CodeRegel { code: "k".into(), status: Status::Geoorloofd, vanaf: Some(date(2026, 11, 1)), tot: None },
        ];
        let t = lees_tabel(b"llnr;dag;uur;code\n1;30-9-2026;1;k\n1;1-10-2026;1;K\n1;1-11-2026;1;K").unwrap();
        let g = lees(&t, &herken(&t), &i);
        assert_eq!(g.rijen.iter().map(|r| r.status).collect::<Vec<_>>(), [Status::Ziek, Status::Geoorloofd]);
        assert_eq!((g.fouten[0].rij, g.fouten[0].klasse.as_str()), (3, "code_niet_geldig"));
    }

    #[test]
    fn twee_kolommen_ja_en_nee() {
        let gevallen = [
            ("j;j", Ok(Status::Geoorloofd)),
            ("JA;nee", Ok(Status::Ongeoorloofd)),
            ("x;", Ok(Status::Onbekend)),
            ("1;0", Ok(Status::Ongeoorloofd)),
            ("n;", Ok(Status::Aanwezig)),
            ("0;n", Ok(Status::Aanwezig)),
            ("n;j", Err("tegenstrijdig")),
            (";", Err("afwezig_leeg")),
            ("misschien;", Err("ja_nee")),
            ("j;NaN", Err("ja_nee")),
        ];
        for (cellen, wil) in gevallen {
            let g = csv("llnr;dag;uur;afwezig;geoorloofd", &format!("1;1-9-2026;1;{cellen}"));
            let kreeg = g.rijen.first().map(|r| r.status).ok_or(g.fouten.first().map_or("", |f| f.klasse.as_str()));
            assert_eq!(kreeg, wil, "{cellen}");
        }
    }

    #[test]
    fn tijden_worden_lessen() {
        let gevallen: [(&str, Result<&[(u8, u16)], &str>); 11] = [
            ("08:30;10:10;S", Ok(&[(1, 50), (2, 50)])),
            ("8.30;11:20:00;S", Ok(&[(1, 50), (2, 50), (3, 50)])),
            ("09:00;09:30;Z", Ok(&[(1, 20), (2, 10)])),
            ("8:30;8:40;TL", Ok(&[(1, 50)])),
            ("8:30;9:40;TL", Err("te_laat_meer_lessen")),
            ("10:10;10:30;S", Err("geen_les")),
            ("25:00;26:00;S", Err("tijd")),
            ("08:60;10:00;S", Err("tijd")),
            ("16 uur;17 uur;S", Err("tijd")),
            ("10:00;08:30;S", Err("tijd_volgorde")),
            ("08:30;;S", Err("tijd")),
        ];
        for (cellen, wil) in gevallen {
            let g = csv("llnr;dag;van;tot;code;min", &format!("1;1-9-2026;{cellen};10"));
            match wil {
                Ok(l) => assert_eq!(g.rijen.iter().map(|r| (r.lesuur, r.minuten)).collect::<Vec<_>>(), l, "{cellen}"),
                Err(k) => assert_eq!(g.fouten.first().map(|f| f.klasse.as_str()), Some(k), "{cellen}"),
            }
        }
    }

    #[test]
    fn cellen_van_een_werkblad() {
        let dag = Cel::Datum(date(2026, 11, 19));
        let gevallen = [
            (Cel::Getal(30001.0), dag.clone(), Cel::Getal(6.0), true),
            (Cel::Getal(30001.0), Cel::Getal(46345.0), Cel::Getal(6.0), true),
            (Cel::Getal(30001.5), dag.clone(), Cel::Getal(6.0), false),
            (Cel::Getal(f64::NAN), dag.clone(), Cel::Getal(6.0), false),
            (Cel::Getal(1.0), Cel::Getal(f64::NAN), Cel::Getal(6.0), false),
            (Cel::Getal(1.0), Cel::Getal(29_999.0), Cel::Getal(6.0), false),
            (Cel::Getal(1.0), Cel::Getal(46345.5), Cel::Getal(6.0), false),
            (Cel::Getal(1.0), Cel::Tijd(510), Cel::Getal(6.0), false),
            (Cel::Getal(1.0), dag.clone(), Cel::Getal(-1.0), false),
            (Cel::Getal(1.0), dag.clone(), Cel::Getal(1e9), false),
            (Cel::Getal(1.0), dag.clone(), Cel::Getal(f64::INFINITY), false),
            (Cel::Getal(1.0), dag.clone(), dag, false),
        ];
        for (nummer, datum, uur, goed) in gevallen {
            let mut t = lees_tabel(b"llnr;dag;uur;code\n1;2;3;4").unwrap();
            let naam = format!("{nummer:?} {datum:?} {uur:?}");
            t.rijen[0].cellen = vec![nummer, datum, uur, Cel::Tekst("S".into())];
            let g = lees(&t, &herken(&t), &inst());
            assert_eq!((g.rijen.len(), g.fouten.len()), (usize::from(goed), usize::from(!goed)), "{naam}");
            assert!(g.rijen.iter().all(|r| r.datum == date(2026, 11, 19)));
        }
        for (cel, wil) in [
            (Cel::Getal(0.354_166_666), Some(510)),
            (Cel::Tijd(1440), None),
            (Cel::Getal(1.5), None),
            (Cel::Getal(f64::NAN), None),
        ] {
            assert_eq!(cel_als_tijd(&cel), wil, "{cel:?}");
        }
    }

    #[test]
    fn dubbele_lessen() {
        let g = csv("llnr;dag;uur;code", "1;1-9-2026;1;S\n1;1-9-2026;1;S\n1;1-9-2026;1;Z");
        assert_eq!((g.rijen.len(), g.fouten.len()), (1, 1));
        assert_eq!((g.rijen[0].rij, g.fouten[0].rij, g.fouten[0].klasse.as_str()), (2, 4, "dubbel"));
    }

    #[test]
    fn tweehonderdduizend_rijen() {
        let mut t = String::from("llnr;dag;uur;code\n");
        for i in 0..200_000 {
            t.push_str(&format!("{};{}-9-2026;{};S\n", i / 400, 1 + i % 25, 1 + (i / 25) % 16));
        }
        let t = lees_tabel(t.as_bytes()).unwrap();
        let g = lees(&t, &herken(&t), &inst());
        assert_eq!((g.rijen.len(), g.fouten.len()), (200_000, 0));
    }
}
