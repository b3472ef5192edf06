//! The file of schools: number, holiday region and lesson hour.

use super::aanwezigheid::is_csv;
use super::tabel::{Tabel, getal};
use crate::fout::Fout;
use crate::parket::{Kolom, Parket, Soort, Vertaling};
use crate::wet::School;
use rules::Vakantieregio;
use std::path::Path;

const MEER: usize = 1_000_000;

struct Getal;

impl Vertaling for Getal {
    type Uit = i64;
    fn getal(&self, w: i64) -> i64 {
        w
    }
    fn tekst(&self, _: &[u8]) -> i64 {
        -1
    }
    fn leeg(&self) -> i64 {
        -1
    }
    fn fout(&self) -> i64 {
        -1
    }
}

struct Regio;

impl Vertaling for Regio {
    type Uit = Option<Vakantieregio>;
    fn getal(&self, _: i64) -> Self::Uit {
        None
    }
    fn tekst(&self, w: &[u8]) -> Self::Uit {
        Vakantieregio::uit_code(std::str::from_utf8(w).ok()?.trim())
    }
    fn leeg(&self) -> Self::Uit {
        None
    }
    fn fout(&self) -> Self::Uit {
        None
    }
}

/// Reads the schools: each number once.
///
/// # Errors
/// The first thing that is wrong with the file.
pub fn lees_scholen(pad: &Path) -> Result<Vec<School>, Fout> {
    let mut scholen = Vec::new();
    let mut erbij = |school: i64, regio: Option<Vakantieregio>, minuten: i64| {
        let rij = u64::try_from(scholen.len()).unwrap_or(0);
        let fout = |kolom: &str, wat: &str, doe: &str| Err(Fout::van(pad, wat, doe).in_kolom(kolom).in_rij(rij));
        let Ok(school) = u32::try_from(school) else {
            return fout("school", "dit is geen nummer van een school", "Geef elke school een nummer van 0 of hoger.");
        };
        let Some(regio) = regio else {
            return fout("vakantieregio", "deze vakantieregio bestaat niet", "Kies uit: noord, midden, zuid.");
        };
        let lesuur_minuten = match u16::try_from(minuten) {
            Ok(m) if m > 0 && m <= 1440 => m,
            _ => {
                return fout(
                    "lesuur_minuten",
                    "dit is geen duur van een lesuur",
                    "Geef minuten, meer dan 0; een klokuur is 60.",
                );
            }
        };
        if scholen.len() == MEER {
            return fout("school", "er staan meer dan een miljoen scholen in", "Lever elke school één keer.");
        }
        scholen.push(School { school, regio, lesuur_minuten });
        Ok(())
    };
    if is_csv(pad) {
        let mut t = Tabel::open(pad, ["school", "vakantieregio", "lesuur_minuten"])?;
        let mut cellen = csv::ByteRecord::new();
        while t.volgende(pad, &mut cellen)? {
            let cel = |i: usize| t.plek.get(i).and_then(|p| cellen.get(*p)).unwrap_or_default();
            let nummer = |i: usize| getal(cel(i)).and_then(|n| i64::try_from(n).ok()).unwrap_or(-1);
            erbij(nummer(0), Regio.tekst(cel(1)), nummer(2))?;
        }
    } else {
        let p = Parket::open(pad)?;
        let groepen = 0..p.meta.num_row_groups();
        let mut school = Kolom::open(&p, "school", Soort::Getal, groepen.clone(), Getal)?;
        let mut regio = Kolom::open(&p, "vakantieregio", Soort::Tekst, groepen.clone(), Regio)?;
        let mut minuten = Kolom::open(&p, "lesuur_minuten", Soort::Getal, groepen, Getal)?;
        loop {
            let n = school.vul()?.len().min(regio.vul()?.len()).min(minuten.vul()?.len());
            if n == 0 {
                break;
            }
            for ((s, r), m) in school.klaar().iter().zip(regio.klaar()).zip(minuten.klaar()).take(n) {
                erbij(*s, *r, *m)?;
            }
            school.neem(n);
            regio.neem(n);
            minuten.neem(n);
        }
    }
    scholen.sort_by_key(|s| s.school);
    if let Some([a, _]) = scholen.array_windows().find(|[a, b]| a.school == b.school) {
        return Err(Fout::van(
            pad,
            format!("school {} staat er twee keer in", a.school),
            "Lever elke school één keer.",
        )
        .in_kolom("school"));
    }
    if scholen.is_empty() {
        return Err(Fout::van(pad, "er staat geen enkele school in", "Lever de scholen van deze lessen."));
    }
    Ok(scholen)
}
