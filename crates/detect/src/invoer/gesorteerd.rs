//! A Parquet file with attendance that is in order of pupil: one pass, a pupil at a time.

use super::aanwezigheid::{Grenzen, Ontvanger};
use super::vertaling::{Bezwaar, Dag, FOUT, FOUT_LANG, Leerling, Lesuur, Minuten, School, Streng, Woord, herstel};
use crate::fout::Fout;
use crate::parket::{Kolom, Parket, Soort};
use crate::rij::Rij;
use std::ops::Range;

/// Why a pass stopped before the end.
#[derive(Debug)]
pub(crate) enum Gestopt {
    /// The file is wrong.
    Fout(Fout),
    /// The pupils are not in order: sort first.
    Ongesorteerd,
}

impl From<Fout> for Gestopt {
    fn from(f: Fout) -> Self {
        Self::Fout(f)
    }
}

/// Which row groups one thread reads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Verdeling {
    pub(crate) groepen: Range<usize>,
    /// This pupil at the front belongs to the thread before.
    pub(crate) overslaan: Option<u64>,
}

impl Verdeling {
    /// Divides the row groups over at most `draden` threads; one when the footer does not say where pupils begin.
    pub(crate) fn over(parket: &Parket, draden: usize) -> Vec<Self> {
        let n = parket.meta.num_row_groups();
        let alles = vec![Self { groepen: 0..n, overslaan: None }];
        let Ok(plek) = parket.plek("leerling", Soort::Getal) else { return alles };
        let laatste = |g: usize| -> Option<u64> {
            let s = parket.meta.row_group(g).column(plek.index).statistics()?;
            let bytes = s.max_bytes_opt()?;
            Some(match bytes.len() {
                4 => u64::from(u32::from_le_bytes(bytes.try_into().ok()?)),
                _ => u64::from_le_bytes(bytes.try_into().ok()?),
            })
        };
        let mut uit: Vec<Self> = Vec::new();
        for d in 0..draden.max(1) {
            let groepen = n * d / draden.max(1)..n * (d + 1) / draden.max(1);
            if groepen.is_empty() {
                continue;
            }
            let overslaan = match groepen.start.checked_sub(1) {
                None => None,
                Some(g) => match laatste(g) {
                    Some(l) => Some(l),
                    None => return alles,
                },
            };
            uit.push(Self { groepen, overslaan });
        }
        if uit.is_empty() { alles } else { uit }
    }
}

struct Kolommen {
    leerling: Kolom<Leerling>,
    school: Kolom<School>,
    datum: Kolom<Dag>,
    lesuur: Kolom<Lesuur>,
    minuten: Kolom<Minuten>,
    status: Kolom<Woord>,
}

impl Kolommen {
    fn open(p: &Parket, groepen: &Range<usize>, g: Grenzen) -> Result<Self, Fout> {
        let zonder_teken = p.plek("leerling", Soort::Getal)?.zonder_teken;
        let b = Bezwaar::default;
        let r = || groepen.clone();
        Ok(Self {
            leerling: Kolom::open(p, "leerling", Soort::Getal, r(), Leerling { zonder_teken })?,
            school: Kolom::open(p, "school", Soort::Getal, r(), School { bezwaar: b() })?,
            datum: Kolom::open(
                p,
                "datum",
                Soort::Datum,
                r(),
                Dag { jaar: g.jaar, tot_en_met: g.tot_en_met, bezwaar: b() },
            )?,
            lesuur: Kolom::open(p, "lesuur", Soort::Getal, r(), Lesuur { bezwaar: b() })?,
            minuten: Kolom::open(p, "minuten", Soort::Getal, r(), Minuten { bezwaar: b() })?,
            status: Kolom::open(p, "status", Soort::Tekst, r(), Woord::default())?,
        })
    }

    /// Decodes until every column has values; how many rows are complete.
    fn vul(&mut self) -> Result<usize, Fout> {
        let n = [
            self.leerling.vul()?.len(),
            self.school.vul()?.len(),
            self.datum.vul()?.len(),
            self.lesuur.vul()?.len(),
            self.minuten.vul()?.len(),
            self.status.vul()?.len(),
        ];
        Ok(n.into_iter().min().unwrap_or(0))
    }

    fn neem(&mut self, n: usize) {
        self.leerling.neem(n);
        self.school.neem(n);
        self.datum.neem(n);
        self.lesuur.neem(n);
        self.minuten.neem(n);
        self.status.neem(n);
    }

    /// Puts the rows together; true when each of them is allowed.
    fn maak_rijen(&self, n: usize, rijen: &mut Vec<u32>) -> bool {
        let (Some(d), Some(u), Some(m), Some(s)) = (
            self.datum.klaar().get(..n),
            self.lesuur.klaar().get(..n),
            self.minuten.klaar().get(..n),
            self.status.klaar().get(..n),
        ) else {
            return false;
        };
        rijen.clear();
        // The bits of the four do not overlap, and a refused value has all bits, which no row has.
        rijen.extend(d.iter().zip(u).zip(m).zip(s).map(|(((d, u), m), s)| d | u | m | s));
        let fout = rijen.iter().fold(0, |f, r| f | u32::from(*r == FOUT));
        let school = self.school.klaar().get(..n).is_some_and(|s| !s.contains(&FOUT));
        let leerling = self.leerling.klaar().get(..n).is_some_and(|l| !l.contains(&FOUT_LANG));
        fout == 0 && school && leerling
    }

    /// The first value that is not allowed, said.
    fn wat_is_er_fout(&self, rij: u64) -> Fout {
        if let Some(i) = self.leerling.klaar().iter().position(|x| *x == FOUT_LANG) {
            let mut f = self.leerling.fout("dit is geen nummer van een leerling").in_rij(rij + plaats(i));
            f.herstel = herstel("leerling");
            return f;
        }
        let kandidaten = [
            streng(&self.school, "school", rij),
            streng(&self.datum, "datum", rij),
            streng(&self.lesuur, "lesuur", rij),
            streng(&self.minuten, "minuten", rij),
            streng(&self.status, "status", rij),
        ];
        let eerste = kandidaten.into_iter().flatten().min_by_key(|f| f.rij);
        eerste.unwrap_or_else(|| self.status.fout("een waarde mag niet"))
    }
}

fn plaats(i: usize) -> u64 {
    u64::try_from(i).unwrap_or(0)
}

fn streng<V: Streng>(kolom: &Kolom<V>, naam: &str, rij: u64) -> Option<Fout> {
    let i = kolom.klaar().iter().position(|x| *x == FOUT)?;
    let mut f = kolom.fout(kolom.vertaling().bezwaar().neem()).in_rij(rij + plaats(i));
    f.herstel = herstel(naam);
    Some(f)
}

/// The rows of the pupil that is being read, when they do not lie in one piece.
#[derive(Default)]
struct Lopend {
    leerling: u64,
    rijen: Vec<(u32, u32)>,
    een_school: Vec<u32>,
    /// With this many rows we look whether they can be true.
    nazien: usize,
}

/// More lessons than a pupil has at one school: 366 days of 256.
const VEEL: usize = 1 << 20;

impl Lopend {
    fn erbij(&mut self, leerling: u64, school: u32, rijen: &[u32]) {
        self.leerling = leerling;
        self.rijen.extend(rijen.iter().map(|r| (school, *r)));
    }

    /// A small file can repeat one lesson a billion times: that is refused before it is all in memory.
    fn zie_na(&mut self, p: &Parket, g: Grenzen) -> Result<(), Fout> {
        if self.rijen.len() < self.nazien.max(VEEL) {
            return Ok(());
        }
        self.rijen.sort_unstable();
        if let Some([(_, r), _]) =
            self.rijen.array_windows().find(|[a, b]| a.0 == b.0 && Rij(a.1).slot() == Rij(b.1).slot())
        {
            return Err(dubbel(&p.pad, self.leerling, Rij(*r), g));
        }
        self.nazien = 2 * self.rijen.len();
        Ok(())
    }

    fn klaar<O: Ontvanger>(&mut self, p: &Parket, o: &mut O, g: Grenzen) -> Result<(), Gestopt> {
        // One school in order is the rule; a pupil who moved can have lessons at two schools in turn.
        self.rijen.sort_unstable();
        for deel in self.rijen.chunk_by(|a, b| a.0 == b.0) {
            self.een_school.clear();
            self.een_school.extend(deel.iter().map(|(_, r)| *r));
            if let Some((school, _)) = deel.first() {
                geef(p, self.leerling, *school, &mut self.een_school, o, g)?;
            }
        }
        self.rijen.clear();
        Ok(())
    }
}

/// Hands one pupil at one school on, in order and without doubles.
fn geef<O: Ontvanger>(
    p: &Parket,
    leerling: u64,
    school: u32,
    rijen: &mut [u32],
    o: &mut O,
    g: Grenzen,
) -> Result<(), Gestopt> {
    if !oplopend(rijen) {
        rijen.sort_unstable();
        if let Some(d) = rijen.windows(2).find_map(|w| match w {
            [a, b] if Rij(*a).slot() == Rij(*b).slot() => Some(Rij(*a)),
            _ => None,
        }) {
            return Err(dubbel(&p.pad, leerling, d, g).into());
        }
    }
    o.leerling(leerling, school, rijen).map_err(Gestopt::Fout)
}

/// The same lesson twice.
pub(super) fn dubbel(pad: &std::path::Path, leerling: u64, r: Rij, g: Grenzen) -> Fout {
    let dag = g.jaar.datum(u16::try_from(r.dag()).unwrap_or(0));
    Fout::van(
        pad,
        format!("leerling {leerling} heeft op {dag} lesuur {} twee keer", r.lesuur()),
        "Lever elke les van een leerling één keer; te laat en afwezig zijn samen één regel.",
    )
    .in_kolom("lesuur")
}

/// Every lesson comes after the one before.
fn oplopend(rijen: &[u32]) -> bool {
    let na = rijen.get(1..).unwrap_or_default();
    rijen.iter().zip(na).fold(0, |mis, (a, b)| mis | u32::from(Rij(*a).slot() >= Rij(*b).slot())) == 0
}

/// Reads the row groups of one thread, pupil by pupil; gives the first and last pupil.
pub(crate) fn lees<O: Ontvanger>(
    parket: &Parket,
    deel: &Verdeling,
    g: Grenzen,
    o: &mut O,
) -> Result<Option<(u64, u64)>, Gestopt> {
    // The last pupil can go on in the groups of the next thread.
    let einde = deel.groepen.end;
    let tot_rij = parket.rijen_voor(einde);
    let groepen = deel.groepen.start..parket.meta.num_row_groups();
    let mut k = Kolommen::open(parket, &groepen, g)?;
    let mut rij = parket.rijen_voor(deel.groepen.start);
    let (mut rijen, mut lopend) = (Vec::new(), Lopend::default());
    let mut vorige: Option<u64> = None;
    let mut eerste: Option<u64> = None;
    let mut overslaan = deel.overslaan;
    loop {
        let n = k.vul()?;
        if n == 0 {
            break;
        }
        if !k.maak_rijen(n, &mut rijen) {
            return Err(k.wat_is_er_fout(rij).into());
        }
        let (Some(leerlingen), Some(scholen)) = (k.leerling.klaar().get(..n), k.school.klaar().get(..n)) else { break };
        let mut i = 0;
        while let (Some(l), Some(s)) = (leerlingen.get(i).copied(), scholen.get(i).copied()) {
            let zelfde = leerlingen.iter().zip(scholen).skip(i).position(|(a, b)| *a != l || *b != s);
            let tm = zelfde.map_or(n, |z| i + z);
            if overslaan == Some(l) {
                i = tm;
                continue;
            }
            overslaan = None;
            if vorige.is_some_and(|v| l < v) {
                return Err(Gestopt::Ongesorteerd);
            }
            if vorige != Some(l) {
                if !lopend.rijen.is_empty() {
                    lopend.klaar(parket, o, g)?;
                }
                if rij + plaats(i) >= tot_rij && einde < groepen.end {
                    return Ok(eerste.zip(vorige));
                }
            }
            eerste.get_or_insert(l);
            vorige = Some(l);
            let deze = rijen.get_mut(i..tm).unwrap_or_default();
            if lopend.rijen.is_empty() && leerlingen.get(tm).is_some_and(|volgende| *volgende != l) {
                geef(parket, l, s, deze, o, g)?;
            } else {
                lopend.erbij(l, s, deze);
                lopend.zie_na(parket, g)?;
            }
            i = tm;
        }
        k.neem(n);
        rij += plaats(n);
    }
    if !lopend.rijen.is_empty() {
        lopend.klaar(parket, o, g)?;
    }
    // The footer promised rows: fewer is a broken file, whatever the columns say.
    if rij < parket.rijen() {
        return Err(te_weinig(parket).into());
    }
    Ok(eerste.zip(vorige))
}

fn te_weinig(parket: &Parket) -> Fout {
    Fout::van(&parket.pad, "er zijn minder rijen dan de inhoudsopgave zegt", "Maak het bestand opnieuw.")
}

/// Reads a file in any order: every row to the sorter.
pub(super) fn lees_los(parket: &Parket, g: Grenzen, s: &mut super::sorteer::Sorteerder) -> Result<(), Fout> {
    let groepen = 0..parket.meta.num_row_groups();
    let mut k = Kolommen::open(parket, &groepen, g)?;
    let (mut rij, mut rijen) = (0, Vec::new());
    loop {
        let n = k.vul()?;
        if n == 0 {
            break;
        }
        if !k.maak_rijen(n, &mut rijen) {
            return Err(k.wat_is_er_fout(rij));
        }
        for ((l, c), r) in k.leerling.klaar().iter().zip(k.school.klaar()).zip(&rijen) {
            s.erbij(*l, *c, *r)?;
        }
        k.neem(n);
        rij += plaats(n);
    }
    if rij < parket.rijen() {
        return Err(te_weinig(parket));
    }
    Ok(())
}

/// The last day with a lesson: from the footer, or else from the column itself.
pub(super) fn laatste_dag(parket: &Parket) -> Result<Option<i32>, Fout> {
    let plek = parket.plek("datum", Soort::Datum)?;
    let van = |g: usize| -> Option<i32> {
        let s = parket.meta.row_group(g).column(plek.index).statistics()?;
        Some(i32::from_le_bytes(s.max_bytes_opt()?.try_into().ok()?))
    };
    let n = parket.meta.num_row_groups();
    if let Some(laatste) = (0..n).map(van).collect::<Option<Vec<_>>>() {
        return Ok(laatste.into_iter().max());
    }
    let mut kolom = Kolom::open(parket, "datum", Soort::Datum, 0..n, Datum)?;
    let mut laatste = None;
    loop {
        let blok = kolom.vul()?;
        if blok.is_empty() {
            return Ok(laatste);
        }
        laatste = laatste.max(blok.iter().copied().max());
        let n = blok.len();
        kolom.neem(n);
    }
}

/// A date as it is.
struct Datum;

impl crate::parket::Vertaling for Datum {
    type Uit = i32;
    fn getal(&self, w: i64) -> i32 {
        i32::try_from(w).unwrap_or(i32::MIN)
    }
    fn tekst(&self, _: &[u8]) -> i32 {
        i32::MIN
    }
    fn leeg(&self) -> i32 {
        i32::MIN
    }
    fn fout(&self) -> i32 {
        i32::MIN
    }
}
