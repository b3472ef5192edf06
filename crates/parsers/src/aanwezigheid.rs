//! Rows of an attendance export to lesson marks. Good rows are read, bad rows are named.

use crate::kolommen::{Kolommen, Veld};
use crate::tabel::Tabel;
use domain::Datum;
use domain::aanwezigheid::Status;
use std::collections::HashMap;

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
}

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
    let mut gezien: HashMap<(String, Datum, u8), (Status, u16)> = HashMap::new();
    for rij in &tabel.rijen {
        if rij.cellen.iter().all(String::is_empty) {
            continue;
        }
        match lees_rij(&rij.cellen, kolommen, inst) {
            Ok(mut r) => {
                r.rij = rij.nummer;
                let sleutel = (r.leerlingnummer.clone(), r.datum, r.lesuur);
                match gezien.get(&sleutel) {
                    Some(v) if *v == (r.status, r.minuten_te_laat) => {}
                    Some(_) => uit.fouten.push(RijFout {
                        rij: rij.nummer,
                        kolom: "code",
                        melding: "Deze les staat twee keer in het bestand, met een andere code.".to_owned(),
                        oplossing: "Laat één van de twee regels staan.".to_owned(),
                    }),
                    None => {
                        gezien.insert(sleutel, (r.status, r.minuten_te_laat));
                        uit.rijen.push(r);
                    }
                }
            }
            Err((kolom, melding, oplossing)) => {
                uit.fouten.push(RijFout { rij: rij.nummer, kolom, melding, oplossing: oplossing.to_owned() })
            }
        }
    }
    uit
}

type Slecht = (&'static str, String, &'static str);

fn lees_rij(cellen: &[String], kolommen: &Kolommen, inst: &Instellingen) -> Result<Gelezenrij, Slecht> {
    let cel = |v: Veld| kolommen.velden.get(&v).and_then(|i| cellen.get(*i)).map_or("", String::as_str);
    let nee = |v: Veld, melding: &str, oplossing| Err((v.woord(), melding.to_owned(), oplossing));
    if let (Some(eigen), brin) = (&inst.brin, cel(Veld::Brin))
        && !brin.is_empty()
        && !brin.to_uppercase().starts_with(&eigen.chars().take(4).collect::<String>())
    {
        return nee(Veld::Brin, "Deze regel is van een andere school.", "Laad alleen de export van uw eigen school.");
    }
    let nummer = cel(Veld::Leerlingnummer);
    if nummer.is_empty() || nummer.len() > 20 || !nummer.chars().all(|c| c.is_ascii_alphanumeric()) {
        return nee(
            Veld::Leerlingnummer,
            "Hier hoort een leerlingnummer te staan.",
            "Gebruik alleen cijfers en letters, hoogstens 20.",
        );
    }
    let Some(datum) = lees_datum(cel(Veld::Datum)) else {
        return nee(
            Veld::Datum,
            "Deze dag bestaat niet of kan niet worden gelezen.",
            "Schrijf de dag als 19-11-2026 of 2026-11-19.",
        );
    };
    if datum > inst.vandaag {
        return nee(Veld::Datum, "Deze dag is nog niet geweest.", "Controleer de datum.");
    }
    if datum < inst.schooljaar.0 || datum > inst.schooljaar.1 {
        return nee(Veld::Datum, "Deze dag valt buiten dit schooljaar.", "Laad alleen dagen van dit schooljaar.");
    }
    let uur = cel(Veld::Lesuur).trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let lesuur = match uur.parse::<u8>() {
        Ok(u) if (1..=16).contains(&u) && uur.bytes().all(|b| b.is_ascii_digit()) => u,
        _ => {
            return nee(
                Veld::Lesuur,
                "Hier hoort een lesuur van 1 tot en met 16 te staan.",
                "Vul alleen het nummer van het lesuur in.",
            );
        }
    };
    let code = cel(Veld::Code).to_uppercase();
    let past =
        |c: &&CodeRegel| c.code == code && c.vanaf.is_none_or(|v| v <= datum) && c.tot.is_none_or(|t| datum <= t);
    let Some(regel) = inst.codes.iter().find(past) else {
        return nee(Veld::Code, "Deze code kennen we niet.", "Laat de code toevoegen, of gebruik een bekende code.");
    };
    let minuten_te_laat = if regel.status == Status::TeLaat {
        match cel(Veld::MinutenTeLaat).parse::<u16>() {
            Ok(m) if m >= 1 && m <= inst.lesuur_minuten => m,
            _ => {
                return nee(
                    Veld::MinutenTeLaat,
                    "Bij te laat hoort het aantal minuten, niet meer dan de les duurt.",
                    "Vul de minuten in als getal.",
                );
            }
        }
    } else {
        0
    };
    Ok(Gelezenrij {
        rij: 0,
        leerlingnummer: nummer.to_owned(),
        datum,
        lesuur,
        minuten: inst.lesuur_minuten,
        status: regel.status,
        minuten_te_laat,
    })
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
            schooljaar: (date(2026, 8, 1), date(2027, 7, 31)),
            vandaag: date(2026, 11, 23),
            brin: Some("99ZC".to_owned()),
        }
    }

    #[test]
    fn elke_slechte_waarde_wijst_naar_haar_kolom_en_laat_de_waarde_weg() {
        let gevallen = [
            ("30001;19-11-2026;6;S;;", ""),
            ("30001;2026-11-19;6e;TL;10;99ZC01", ""),
            (";19-11-2026;6;S;;", "leerlingnummer"),
            ("=cmd;19-11-2026;6;S;;", "leerlingnummer"),
            ("999990408 of zo;19-11-2026;6;S;;", "leerlingnummer"),
            ("30001;30-02-2026;6;S;;", "datum"),
            ("30001;29-02-2027;6;S;;", "datum"),
            ("30001;11/19/2026;6;S;;", "datum"),
            ("30001;19 november;6;S;;", "datum"),
            ("30001;44000;6;S;;", "datum"),
            ("30001;24-11-2026;6;S;;", "datum"),
            ("30001;31-07-2026;6;S;;", "datum"),
            ("30001;00-00-2010;6;S;;", "datum"),
            ("30001;19-11-9999;6;S;;", "datum"),
            ("30001;19-11-2026;0;S;;", "lesuur"),
            ("30001;19-11-2026;17;S;;", "lesuur"),
            ("30001;19-11-2026;-1;S;;", "lesuur"),
            ("30001;19-11-2026;1e9;S;;", "lesuur"),
            ("30001;19-11-2026;NaN;S;;", "lesuur"),
            ("30001;19-11-2026;16 uur en meer;S;;", "lesuur"),
            ("30001;19-11-2026;٦;S;;", "lesuur"),
            ("30001;19-11-2026;6;XYZ;;", "code"),
            ("30001;19-11-2026;6;<script>;;", "code"),
            ("30001;19-11-2026;6;TL;;", "minuten te laat"),
            ("30001;19-11-2026;6;TL;51;", "minuten te laat"),
            ("30001;19-11-2026;6;TL;Infinity;", "minuten te laat"),
            ("30001;19-11-2026;6;S;;99ZD", "schoolcode"),
            ("30001;19-11-2026", "lesuur"),
        ];
        for (regel, kolom) in gevallen {
            let t = lees_tabel(format!("Leerlingnummer;Datum;Lesuur;Code;Minuten te laat;BRIN\n{regel}\n").as_bytes())
                .unwrap();
            let g = lees(&t, &herken(&t), &inst());
            assert_eq!(g.fouten.first().map_or("", |f| f.kolom), kolom, "{regel}");
            assert_eq!(g.rijen.len(), usize::from(kolom.is_empty()), "{regel}");
            for f in &g.fouten {
                assert!(f.rij == 2 && !f.melding.contains("999990408") && !f.melding.contains("script"));
            }
        }
    }

    #[test]
    fn dubbele_lessen_en_ontbrekende_kolommen() {
        let t = lees_tabel(b"llnr;dag;uur;code\n1;1-9-2026;1;S\n1;1-9-2026;1;S\n1;1-9-2026;1;Z\n").unwrap();
        let g = lees(&t, &herken(&t), &inst());
        assert_eq!((g.rijen.len(), g.fouten.len()), (1, 1));
        let t = lees_tabel(b"naam;dag\nx;1-9-2026\n").unwrap();
        assert_eq!(herken(&t).ontbreekt(), ["leerlingnummer", "lesuur", "code"]);
    }
}
