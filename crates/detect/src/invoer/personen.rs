//! The four files of `koppel` as streams: persons, enrolments, exemptions and diplomas, Parquet or CSV.
//!
//! Parquet goes straight through in blocks. Text, and Parquet that turns out not to be sorted, is read whole and sorted.

use super::aanwezigheid::is_csv;
use super::tabel::{Tabel, dag, getal};
use super::vertaling::{FOUT_LANG, Leerling};
use crate::fout::Fout;
use crate::koppel::{Artikel, Diploma, Inschrijving, Persoon, Stroom, Verzuim, Vrijstelling};
use crate::parket::{Kolom, Parket, Soort, Vertaling};
use std::cell::RefCell;
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::rc::Rc;

/// A day that is not allowed, or missing where it must be there.
const FOUT: i32 = i32::MIN;
/// No last day.
pub(super) const OPEN: i32 = i32::MAX;

/// The names of municipalities, each with a number.
#[derive(Debug, Default, Clone)]
pub struct Gemeenten(Rc<RefCell<Namen>>);

#[derive(Debug, Default)]
struct Namen {
    namen: Vec<String>,
    nummers: HashMap<Vec<u8>, u32>,
}

impl Gemeenten {
    /// The name of a number.
    #[must_use]
    pub fn naam(&self, nummer: u32) -> String {
        self.0.borrow().namen.get(nummer as usize).cloned().unwrap_or_default()
    }

    /// All names, in order of their numbers.
    pub(crate) fn alle(&self) -> Vec<String> {
        self.0.borrow().namen.clone()
    }

    /// These names, numbered in order; nothing when one is empty or comes twice.
    pub(crate) fn van(namen: &[String]) -> Option<Self> {
        let zelf = Self::default();
        namen.iter().zip(0..).all(|(naam, n)| zelf.nummer(naam.as_bytes()) == n).then_some(zelf)
    }

    pub(super) fn nummer(&self, naam: &[u8]) -> u32 {
        let Namen { namen, nummers } = &mut *self.0.borrow_mut();
        if let Some(n) = nummers.get(naam) {
            return *n;
        }
        let (Ok(tekst), Ok(n)) = (std::str::from_utf8(naam), u32::try_from(namen.len())) else { return u32::MAX };
        if tekst.trim().is_empty() {
            return u32::MAX;
        }
        namen.push(tekst.to_owned());
        nummers.insert(naam.to_vec(), n);
        n
    }
}

/// A day; where it may be missing, nothing is no last day.
struct Dag {
    leeg: i32,
}

impl Vertaling for Dag {
    type Uit = i32;
    #[inline]
    fn getal(&self, w: i64) -> i32 {
        // Days far outside any life are a fault in the file, not a date to count with.
        if (-1_000_000..1_000_000).contains(&w) { i32::try_from(w).unwrap_or(FOUT) } else { FOUT }
    }
    fn tekst(&self, _: &[u8]) -> i32 {
        FOUT
    }
    fn leeg(&self) -> i32 {
        self.leeg
    }
    fn fout(&self) -> i32 {
        FOUT
    }
}

impl Vertaling for Gemeenten {
    type Uit = u32;
    fn getal(&self, _: i64) -> u32 {
        u32::MAX
    }
    fn tekst(&self, w: &[u8]) -> u32 {
        // As in text: spaces around a name make no other municipality.
        self.nummer(w.trim_ascii())
    }
    fn leeg(&self) -> u32 {
        u32::MAX
    }
    fn fout(&self) -> u32 {
        u32::MAX
    }
}

struct Artikelen;

impl Vertaling for Artikelen {
    type Uit = Option<Artikel>;
    fn getal(&self, _: i64) -> Self::Uit {
        None
    }
    fn tekst(&self, w: &[u8]) -> Self::Uit {
        Artikel::uit_code(std::str::from_utf8(w).ok()?.trim())
    }
    fn leeg(&self) -> Self::Uit {
        None
    }
    fn fout(&self) -> Self::Uit {
        None
    }
}

/// Rows that lie in memory, sorted by person.
struct Geheugen<T> {
    rijen: std::vec::IntoIter<T>,
}

impl<T> Stroom<T> for Geheugen<T> {
    type Fout = Fout;
    fn volgende(&mut self, blok: &mut Vec<T>) -> Result<(), Fout> {
        blok.clear();
        blok.extend(self.rijen.by_ref().take(1 << 14));
        Ok(())
    }
}

fn mis(pad: &Path, kolom: &str, wat: &str, herstel: &str) -> Fout {
    Fout::van(pad, wat, herstel).in_kolom(kolom)
}

pub(super) const DATUM: &str = "Geef een datum, zoals 2010-05-31.";
pub(super) const NUMMER: &str = "Geef elke persoon een nummer van 0 of hoger.";

/// A kind of row: its columns, and how they become a row.
pub(crate) trait Rijsoort: Sized + Copy + 'static {
    /// Number of the person, to sort by.
    fn persoon(&self) -> u64;
    /// From a Parquet file.
    fn parket(p: &Parket, g: &Gemeenten) -> Result<Bron<Self>, Fout>;
    /// All rows of a CSV file.
    fn tekst(pad: &Path, g: &Gemeenten) -> Result<Vec<Self>, Fout>;
}

/// Rows from a file, whatever kind of file it is.
pub type Bron<T> = Box<dyn Stroom<T, Fout = Fout>>;

/// Opens a file of rows. With `sorteer` it is read whole and sorted first.
pub(crate) fn open<T: Rijsoort>(pad: &Path, g: &Gemeenten, sorteer: bool) -> Result<Bron<T>, Fout> {
    let mut rijen = if is_csv(pad) {
        T::tekst(pad, g)?
    } else {
        let mut bron = T::parket(&Parket::open(pad)?, g)?;
        if !sorteer {
            return Ok(bron);
        }
        let (mut alles, mut blok) = (Vec::new(), Vec::new());
        loop {
            bron.volgende(&mut blok)?;
            if blok.is_empty() {
                break alles;
            }
            alles.append(&mut blok);
        }
    };
    rijen.sort_by_key(T::persoon);
    Ok(Box::new(Geheugen { rijen: rijen.into_iter() }))
}

/// Rows of a Parquet file: `$naam` has a column per field; `$maak` makes a row or says what is wrong.
macro_rules! rijsoort {
    ($rij:ident, $naam:ident, { $($veld:ident: $vert:ty),* },
     |$pad:ident| $maak:expr, $toets:expr) => {
        struct $naam {
            pad: PathBuf,
            persoon: Kolom<Leerling>,
            $($veld: Kolom<$vert>,)*
        }

        impl Stroom<$rij> for $naam {
            type Fout = Fout;
            fn volgende(&mut self, blok: &mut Vec<$rij>) -> Result<(), Fout> {
                blok.clear();
                let n = self.persoon.vul()?.len()$(.min(self.$veld.vul()?.len()))*;
                let maak = $maak;
                let p = self.persoon.klaar().get(..n).unwrap_or_default();
                $(let $veld = self.$veld.klaar().get(..n).unwrap_or_default();)*
                rijsoort!(@zip blok, maak, p, $($veld),*);
                // One look over each column for what is not allowed; which it was is found only when there is something.
                let toets: fn(&$rij) -> Option<(&'static str, &'static str, &'static str)> = $toets;
                let hapert = p.iter().fold(false, |f, x| f | (*x == FOUT_LANG))
                    $(| { let fout = self.$veld.vertaling().fout(); $veld.iter().fold(false, |f, x| f | (*x == fout)) })*;
                if hapert {
                    let $pad = &self.pad;
                    for r in blok.iter() {
                        if r.persoon == FOUT_LANG {
                            return Err(mis($pad, "persoon", "dit is geen nummer van een persoon", NUMMER));
                        }
                        if let Some((kolom, wat, herstel)) = toets(r) {
                            return Err(mis($pad, kolom, wat, herstel));
                        }
                    }
                }
                self.persoon.neem(n);
                $(self.$veld.neem(n);)*
                Ok(())
            }
        }
    };
    (@zip $blok:ident, $maak:ident, $p:ident, $a:ident) => {
        $blok.extend($p.iter().zip($a).map(|(p, a)| $maak(*p, *a)));
    };
    (@zip $blok:ident, $maak:ident, $p:ident, $a:ident, $b:ident) => {
        $blok.extend($p.iter().zip($a).zip($b).map(|((p, a), b)| $maak(*p, *a, *b)));
    };
    (@zip $blok:ident, $maak:ident, $p:ident, $a:ident, $b:ident, $c:ident) => {
        $blok.extend($p.iter().zip($a).zip($b).zip($c).map(|(((p, a), b), c)| $maak(*p, *a, *b, *c)));
    };
}

rijsoort!(Persoon, Personen, { geboren: Dag, gemeente: Gemeenten },
|pad| |persoon, geboren, gemeente| Persoon { persoon, geboren, gemeente },
|r| {
    if r.geboren == FOUT {
        Some(("geboortedatum", "dit is geen geboortedatum", DATUM))
    } else if r.gemeente == u32::MAX {
        Some(("gemeente", "de gemeente ontbreekt", "Geef de gemeente waar de persoon woont."))
    } else {
        None
    }
});

rijsoort!(Inschrijving, Inschrijvingen, { begin: Dag, einde: Dag },
    |pad| |persoon, begin, einde| Inschrijving { persoon, begin, einde },
    |r| periode(r.begin, r.einde));

rijsoort!(Vrijstelling, Vrijstellingen,
    { artikel: Artikelen, begin: Dag, einde: Dag },
    |pad| |persoon, artikel: Option<Artikel>, begin, einde| {
        // Without an article the first day is a fault, so that the row is refused.
        let begin = if artikel.is_some() { begin } else { FOUT };
        Vrijstelling { persoon, artikel: artikel.unwrap_or(Artikel::A15), begin, einde }
    },
    |r| periode(r.begin, r.einde));

rijsoort!(Diploma, Diplomas, { op: Dag },
    |pad| |persoon, op| Diploma { persoon, startkwalificatie_op: op },
    |r| (r.startkwalificatie_op == FOUT).then_some(("startkwalificatie_op", "dit is geen datum", DATUM)));

fn periode(begin: i32, einde: i32) -> Option<(&'static str, &'static str, &'static str)> {
    if begin == FOUT {
        Some((
            "begin",
            "dit is geen eerste dag, of het artikel bestaat niet",
            "Geef een datum; artikelen zijn 5a, 5b, 5c, 5a_trekkend en 15.",
        ))
    } else if einde == FOUT {
        Some(("einde", "dit is geen laatste dag", "Geef een datum, of niets als er geen einde is."))
    } else {
        None
    }
}

pub(super) fn persoon(p: &Parket) -> Result<Kolom<Leerling>, Fout> {
    let zonder_teken = p.plek("persoon", Soort::Getal)?.zonder_teken;
    Kolom::open(p, "persoon", Soort::Getal, 0..p.meta.num_row_groups(), Leerling { zonder_teken })
}

fn dagkolom(p: &Parket, naam: &'static str, leeg: i32) -> Result<Kolom<Dag>, Fout> {
    Kolom::open(p, naam, Soort::Datum, 0..p.meta.num_row_groups(), Dag { leeg })
}

/// Every row of a CSV file, through `maak`, which gets the cells and says which column is wrong.
fn uit_tekst<T, const N: usize>(
    pad: &Path,
    namen: [&'static str; N],
    mut maak: impl FnMut(u64, [&[u8]; N]) -> Result<T, &'static str>,
) -> Result<Vec<T>, Fout> {
    let mut t = Tabel::open(pad, namen)?;
    let (mut rijen, mut cellen) = (Vec::new(), csv::ByteRecord::new());
    loop {
        let rij = u64::try_from(rijen.len()).unwrap_or(0);
        if !t.volgende(pad, &mut cellen)? {
            return Ok(rijen);
        }
        let cel = t.plek.map(|p| cellen.get(p).unwrap_or_default());
        let wie = cel.first().and_then(|c| getal(c)).filter(|l| *l != FOUT_LANG).ok_or("persoon");
        match wie.and_then(|w| maak(w, cel)) {
            Ok(r) => rijen.push(r),
            Err(kolom) => return Err(mis(pad, kolom, "deze waarde kan niet", DATUM).in_rij(rij)),
        }
    }
}

fn open_einde(cel: &[u8]) -> Option<i32> {
    if cel.trim_ascii().is_empty() { Some(OPEN) } else { dag(cel) }
}

impl Rijsoort for Persoon {
    fn persoon(&self) -> u64 {
        self.persoon
    }
    fn parket(p: &Parket, g: &Gemeenten) -> Result<Bron<Self>, Fout> {
        let gemeente = Kolom::open(p, "gemeente", Soort::Tekst, 0..p.meta.num_row_groups(), g.clone())?;
        let geboren = dagkolom(p, "geboortedatum", FOUT)?;
        Ok(Box::new(Personen { pad: p.pad.clone(), persoon: persoon(p)?, geboren, gemeente }))
    }
    fn tekst(pad: &Path, g: &Gemeenten) -> Result<Vec<Self>, Fout> {
        uit_tekst(pad, ["persoon", "geboortedatum", "gemeente"], |persoon, [_, geboren, gemeente]| {
            let gemeente = g.nummer(gemeente.trim_ascii());
            let geboren = dag(geboren).ok_or("geboortedatum")?;
            if gemeente == u32::MAX { Err("gemeente") } else { Ok(Self { persoon, geboren, gemeente }) }
        })
    }
}

impl Rijsoort for Inschrijving {
    fn persoon(&self) -> u64 {
        self.persoon
    }
    fn parket(p: &Parket, _: &Gemeenten) -> Result<Bron<Self>, Fout> {
        let (begin, einde) = (dagkolom(p, "begin", FOUT)?, dagkolom(p, "einde", OPEN)?);
        Ok(Box::new(Inschrijvingen { pad: p.pad.clone(), persoon: persoon(p)?, begin, einde }))
    }
    fn tekst(pad: &Path, _: &Gemeenten) -> Result<Vec<Self>, Fout> {
        uit_tekst(pad, ["persoon", "begin", "einde"], |persoon, [_, begin, einde]| {
            Ok(Self { persoon, begin: dag(begin).ok_or("begin")?, einde: open_einde(einde).ok_or("einde")? })
        })
    }
}

impl Rijsoort for Vrijstelling {
    fn persoon(&self) -> u64 {
        self.persoon
    }
    fn parket(p: &Parket, _: &Gemeenten) -> Result<Bron<Self>, Fout> {
        let artikel = Kolom::open(p, "artikel", Soort::Tekst, 0..p.meta.num_row_groups(), Artikelen)?;
        let (begin, einde) = (dagkolom(p, "begin", FOUT)?, dagkolom(p, "einde", OPEN)?);
        Ok(Box::new(Vrijstellingen { pad: p.pad.clone(), persoon: persoon(p)?, artikel, begin, einde }))
    }
    fn tekst(pad: &Path, _: &Gemeenten) -> Result<Vec<Self>, Fout> {
        uit_tekst(pad, ["persoon", "artikel", "begin", "einde"], |persoon, [_, artikel, begin, einde]| {
            let artikel = Artikelen.tekst(artikel).ok_or("artikel")?;
            Ok(Self { persoon, artikel, begin: dag(begin).ok_or("begin")?, einde: open_einde(einde).ok_or("einde")? })
        })
    }
}

impl Rijsoort for Diploma {
    fn persoon(&self) -> u64 {
        self.persoon
    }
    fn parket(p: &Parket, _: &Gemeenten) -> Result<Bron<Self>, Fout> {
        let op = dagkolom(p, "startkwalificatie_op", FOUT)?;
        Ok(Box::new(Diplomas { pad: p.pad.clone(), persoon: persoon(p)?, op }))
    }
    fn tekst(pad: &Path, _: &Gemeenten) -> Result<Vec<Self>, Fout> {
        uit_tekst(pad, ["persoon", "startkwalificatie_op"], |persoon, [_, op]| {
            Ok(Self { persoon, startkwalificatie_op: dag(op).ok_or("startkwalificatie_op")? })
        })
    }
}

/// Yesterday's outcome, in order of person; rows that ended are no outcome.
pub(crate) fn lees_gisteren(pad: &Path, g: &Gemeenten) -> Result<Vec<Verzuim>, Fout> {
    let mut rijen: Vec<Verzuim> = if is_csv(pad) {
        let alles =
            uit_tekst(pad, ["persoon", "gemeente", "sinds", "toestand"], |persoon, [_, gemeente, sinds, toestand]| {
                let (gemeente, sinds) = (g.nummer(gemeente.trim_ascii()), dag(sinds).ok_or("sinds")?);
                let v = Verzuim { persoon, gemeente, sinds };
                if gemeente == u32::MAX {
                    Err("gemeente")
                } else {
                    Ok((toestand.trim_ascii() != b"beeindigd").then_some(v))
                }
            })?;
        alles.into_iter().flatten().collect()
    } else {
        let p = Parket::open(pad)?;
        let r = || 0..p.meta.num_row_groups();
        let mut wie = persoon(&p)?;
        let mut gemeente = Kolom::open(&p, "gemeente", Soort::Tekst, r(), g.clone())?;
        let mut sinds = dagkolom(&p, "sinds", FOUT)?;
        let mut toestand = Kolom::open(&p, "toestand", Soort::Tekst, r(), Beeindigd)?;
        let mut uit = Vec::new();
        loop {
            let n = wie.vul()?.len().min(gemeente.vul()?.len()).min(sinds.vul()?.len()).min(toestand.vul()?.len());
            if n == 0 {
                break uit;
            }
            let vier = wie.klaar().iter().zip(gemeente.klaar()).zip(sinds.klaar()).zip(toestand.klaar());
            for (((p, g), s), t) in vier.take(n) {
                if *p == FOUT_LANG || *g == u32::MAX || *s == FOUT {
                    return Err(mis(
                        pad,
                        "sinds",
                        "een waarde ontbreekt of kan niet",
                        "Geef de uitkomst van `koppel` van gisteren.",
                    ));
                }
                if !*t {
                    uit.push(Verzuim { persoon: *p, gemeente: *g, sinds: *s });
                }
            }
            wie.neem(n);
            gemeente.neem(n);
            sinds.neem(n);
            toestand.neem(n);
        }
    };
    rijen.sort_by_key(|v| v.persoon);
    Ok(rijen)
}

struct Beeindigd;

impl Vertaling for Beeindigd {
    type Uit = bool;
    fn getal(&self, _: i64) -> bool {
        false
    }
    fn tekst(&self, w: &[u8]) -> bool {
        w == b"beeindigd"
    }
    fn leeg(&self) -> bool {
        false
    }
    fn fout(&self) -> bool {
        false
    }
}
