//! The columns of a file of news for `koppel`, Parquet or CSV: cells that are empty, wrong or a value.

use super::aanwezigheid::is_csv;
use super::personen::{Gemeenten, NUMMER, persoon};
use super::tabel::{Tabel, dag, getal};
use super::vertaling::FOUT_LANG;
use crate::fout::Fout;
use crate::koppel::Artikel;
use crate::parket::{Kolom, Parket, Soort, Vertaling};
use std::path::Path;

/// What is in a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Cel<T> {
    /// Nothing.
    Leeg,
    /// Something that cannot be.
    Fout,
    /// A value.
    Is(T),
}

/// What a row says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Wat {
    /// The person: birth date and municipality.
    Persoon,
    /// An enrolment.
    Inschrijving,
    /// An exemption.
    Vrijstelling,
    /// A startkwalificatie.
    Diploma,
    /// The person is gone.
    Weg,
}

/// A row as it stands.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Regel {
    /// From 0.
    pub(crate) rij: u64,
    pub(crate) persoon: u64,
    pub(crate) wat: Cel<Wat>,
    pub(crate) geboren: Cel<i32>,
    pub(crate) gemeente: Cel<u32>,
    pub(crate) artikel: Cel<Artikel>,
    pub(crate) begin: Cel<i32>,
    pub(crate) einde: Cel<i32>,
}

const NAMEN: [&str; 7] = ["persoon", "wat", "geboortedatum", "gemeente", "artikel", "begin", "einde"];

/// A cell of text that is not empty, through `lees`.
fn cel<T>(tekst: &[u8], lees: impl FnOnce(&str) -> Option<T>) -> Cel<T> {
    match std::str::from_utf8(tekst).map(str::trim) {
        Ok("") => Cel::Leeg,
        Ok(t) => lees(t).map_or(Cel::Fout, Cel::Is),
        Err(_) => Cel::Fout,
    }
}

impl Wat {
    fn uit_code(code: &str) -> Option<Self> {
        Some(match code {
            "persoon" => Self::Persoon,
            "inschrijving" => Self::Inschrijving,
            "vrijstelling" => Self::Vrijstelling,
            "diploma" => Self::Diploma,
            "weg" => Self::Weg,
            _ => return None,
        })
    }
}

/// A column of words.
struct Woord<F>(F);

impl<T: Copy, F: Fn(&[u8]) -> Cel<T>> Vertaling for Woord<F> {
    type Uit = Cel<T>;
    fn getal(&self, _: i64) -> Cel<T> {
        Cel::Fout
    }
    fn tekst(&self, w: &[u8]) -> Cel<T> {
        (self.0)(w)
    }
    fn leeg(&self) -> Cel<T> {
        Cel::Leeg
    }
    fn fout(&self) -> Cel<T> {
        Cel::Fout
    }
}

/// A column of days.
struct Dag;

impl Vertaling for Dag {
    type Uit = Cel<i32>;
    fn getal(&self, w: i64) -> Cel<i32> {
        // As in the registers: days far outside any life are a fault.
        let dag = i32::try_from(w).ok().filter(|d| (-1_000_000..1_000_000).contains(d));
        dag.map_or(Cel::Fout, Cel::Is)
    }
    fn tekst(&self, _: &[u8]) -> Cel<i32> {
        Cel::Fout
    }
    fn leeg(&self) -> Cel<i32> {
        Cel::Leeg
    }
    fn fout(&self) -> Cel<i32> {
        Cel::Fout
    }
}

fn gemeente(g: &Gemeenten, w: &[u8]) -> Cel<u32> {
    cel(w, |t| Some(g.nummer(t.as_bytes())).filter(|n| *n != u32::MAX))
}

fn geen_nummer(pad: &Path, rij: u64) -> Fout {
    Fout::van(pad, "dit is geen nummer van een persoon", NUMMER).in_kolom("persoon").in_rij(rij)
}

/// All rows of a file of news. New municipalities get a number.
pub(crate) fn lees(pad: &Path, g: &Gemeenten) -> Result<Vec<Regel>, Fout> {
    if is_csv(pad) { tekst(pad, g) } else { parket(pad, g) }
}

fn tekst(pad: &Path, g: &Gemeenten) -> Result<Vec<Regel>, Fout> {
    let mut t = Tabel::open(pad, NAMEN)?;
    let (mut regels, mut cellen) = (Vec::new(), csv::ByteRecord::new());
    let mut rij = 0;
    while t.volgende(pad, &mut cellen)? {
        let [wie, wat, geboren, plaats, artikel, begin, einde] = t.plek.map(|p| cellen.get(p).unwrap_or_default());
        let datum = |c: &[u8]| cel(c, |t| dag(t.as_bytes()));
        regels.push(Regel {
            rij,
            persoon: getal(wie).filter(|p| *p != FOUT_LANG).ok_or_else(|| geen_nummer(pad, rij))?,
            wat: cel(wat, Wat::uit_code),
            geboren: datum(geboren),
            gemeente: gemeente(g, plaats),
            artikel: cel(artikel, Artikel::uit_code),
            begin: datum(begin),
            einde: datum(einde),
        });
        rij += 1;
    }
    Ok(regels)
}

fn parket(pad: &Path, g: &Gemeenten) -> Result<Vec<Regel>, Fout> {
    let p = Parket::open(pad)?;
    let groepen = || 0..p.meta.num_row_groups();
    let mut wie = persoon(&p)?;
    let dagen = |naam| Kolom::open(&p, naam, Soort::Datum, groepen(), Dag);
    let (mut geboren, mut begin, mut einde) = (dagen("geboortedatum")?, dagen("begin")?, dagen("einde")?);
    let mut wat = Kolom::open(&p, "wat", Soort::Tekst, groepen(), Woord(|w: &[u8]| cel(w, Wat::uit_code)))?;
    let mut plaats = Kolom::open(&p, "gemeente", Soort::Tekst, groepen(), Woord(|w: &[u8]| gemeente(g, w)))?;
    let mut artikel = Kolom::open(&p, "artikel", Soort::Tekst, groepen(), Woord(|w: &[u8]| cel(w, Artikel::uit_code)))?;
    let mut regels: Vec<Regel> = Vec::new();
    loop {
        let n = wie.vul()?.len().min(wat.vul()?.len()).min(plaats.vul()?.len()).min(artikel.vul()?.len());
        let n = n.min(geboren.vul()?.len()).min(begin.vul()?.len()).min(einde.vul()?.len());
        if n == 0 {
            return Ok(regels);
        }
        let links = wie.klaar().iter().zip(wat.klaar()).zip(plaats.klaar()).zip(artikel.klaar());
        let rechts = geboren.klaar().iter().zip(begin.klaar()).zip(einde.klaar());
        for ((((wie, wat), plaats), artikel), ((geboren, begin), einde)) in links.zip(rechts).take(n) {
            let rij = u64::try_from(regels.len()).unwrap_or(u64::MAX);
            if *wie == FOUT_LANG {
                return Err(geen_nummer(pad, rij));
            }
            regels.push(Regel {
                rij,
                persoon: *wie,
                wat: *wat,
                geboren: *geboren,
                gemeente: *plaats,
                artikel: *artikel,
                begin: *begin,
                einde: *einde,
            });
        }
        wie.neem(n);
        wat.neem(n);
        plaats.neem(n);
        artikel.neem(n);
        geboren.neem(n);
        begin.neem(n);
        einde.neem(n);
    }
}
