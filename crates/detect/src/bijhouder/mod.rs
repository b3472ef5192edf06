//! Keeping the signals of a register up to date: each new day costs its own lessons, each correction its own pupil.
//!
//! Of a pupil for whom no signal is possible we keep two bounds and the absence that goes on ([`Plek`]); of the others the state
//! of both counts. Everything here is a cache: one pass over the register makes it again.
//!
//! Of a new day most lessons need no thought ([`belang`]). The other pupils lie all over memory, and are looked up some dozens at
//! a time ([`dag`]). Of those with a state most days are only written down ([`logboek`]).

mod belang;
mod dag;
mod lessen;
mod logboek;
mod opnieuw;
mod plek;
mod stapel;
mod wijzer;

pub use lessen::Lessen;

use crate::dagen::Dag;
use crate::fout::Fout;
use crate::register::Register;
use crate::register::segment::{Blok, Segment};
use crate::signaal::{Beoordelaar, Opdracht, Signaal, Soort, Standen, Vraag};
use crate::wet::Wet;
use lessen::Wie;
use logboek::Logboek;
use plek::Plek;
use stapel::Stapel;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;
use wijzer::Wijzer;

/// No place.
const GEEN: u32 = u32::MAX;

/// The signals of a register, kept up to date.
pub struct Bijhouder {
    wet: Arc<Wet>,
    basis: Segment,
    wijzer: Wijzer,
    /// The pupils of the base, in order; behind them those who came later and had more than a valid reason.
    plekken: Vec<Plek>,
    /// The first lesson in the base of each of its pupils, and where the last one ends.
    basisrijen: Vec<u32>,
    /// What came in since the base.
    stapel: Stapel,
    /// Pupils at a school for whom a signal is possible.
    standen: Vec<(u32, Standen)>,
    /// What the states do not know yet.
    logboek: Logboek,
    /// The places in `standen` for whom time alone brings one, by the day on which it does; some may have had lessons since.
    wekkers: BTreeMap<u16, Vec<u32>>,
    /// Pupils with lessons on a day after the last that was looked at, by that day.
    later: BTreeMap<u16, Vec<u32>>,
    signalen: BTreeMap<Wie, Vec<Signaal>>,
    tot: u16,
    /// Up to this day it is known that nothing more happened.
    gezien: u16,
    werk: Werk,
}

/// Working memory.
#[derive(Default)]
struct Werk {
    beoordelaar: Beoordelaar,
    dagen: Vec<Dag>,
    van_belang: Vec<u32>,
    achter: Vec<(usize, Wie)>,
    onder: Vec<u32>,
    boven: Vec<u32>,
    rijen: Vec<u32>,
}

impl Bijhouder {
    /// Starts from a register that is in one piece (see [`Register::samenvoegen`]), as it stands on day `tot`.
    ///
    /// # Errors
    /// The register is damaged, in more pieces, has more lessons than can be numbered, or a school that the law does not know.
    pub fn nieuw(register: &Register, wet: Wet, tot: u16) -> Result<Self, Fout> {
        let [basis] = register.segmenten.as_slice() else {
            return Err(Fout::van(
                register.map(),
                "het lesregister is niet in één stuk",
                "Voeg de wijzigingen eerst samen.",
            ));
        };
        let basis = basis.nog_een()?;
        if basis.rijen >= u64::from(GEEN) {
            let herstel = "Deel het lesregister naar scholen in tweeën.";
            return Err(Fout::van(register.map(), "er zijn meer lessen dan er te nummeren zijn", herstel));
        }
        let mut z = Self {
            wet: Arc::new(wet),
            wijzer: Wijzer::default(),
            plekken: Vec::new(),
            basisrijen: Vec::new(),
            stapel: Stapel::default(),
            standen: Vec::new(),
            logboek: Logboek::default(),
            wekkers: BTreeMap::new(),
            later: BTreeMap::new(),
            signalen: BTreeMap::new(),
            tot,
            gezien: tot,
            werk: Werk::default(),
            basis,
        };
        let n: usize = z.basis.plaatsen.iter().map(|p| p.leerlingen).sum();
        // With some room: the first new pupil must not move everybody.
        z.plekken.reserve_exact(n + n / 32 + 1024);
        z.wijzer.ruimte(n + n / 32 + 1024);
        z.basisrijen.reserve_exact(n + 1);
        let mut blok = Blok::default();
        let mut werk = std::mem::take(&mut z.werk);
        let wet = Arc::clone(&z.wet);
        let mut van_school = Vorige::default();
        let mut rij = 0;
        z.basisrijen.push(0);
        for b in 0..z.basis.plaatsen.len() {
            z.basis.lees(b, &mut blok)?;
            for (leerling, school, rijen) in blok.per_leerling() {
                rij += u32::try_from(rijen.len()).unwrap_or(GEEN);
                z.plekken.push(Plek::nieuw(school));
                z.wijzer.in_basis(leerling);
                z.basisrijen.push(rij);
                let o = van_school.opdracht(&wet, school, tot, &z.basis.pad)?;
                z.opnieuw_uit(z.plekken.len() - 1, rijen, o, &mut werk);
            }
        }
        z.wijzer.basis_klaar();
        // Room for a day or two, and touched: memory that is new costs more than what is written in it.
        werk.van_belang.resize(n / 8, 0);
        z.logboek.ruimte(n / 64);
        z.werk = werk;
        z.standen.reserve_exact(z.standen.len() / 16 + 1024);
        Ok(z)
    }

    /// The last day that was looked at.
    #[must_use]
    pub fn tot(&self) -> u16 {
        self.tot
    }

    /// Pupils at a school of whom something is kept: everybody in the base, and who came later with more than a valid reason.
    #[must_use]
    pub fn leerlingen(&self) -> usize {
        self.plekken.len()
    }

    /// Every signal, in order of pupil; those of one pupil at one school in the order in which they were found.
    pub fn signalen(&self) -> impl Iterator<Item = &Signaal> {
        self.signalen.values().flatten()
    }

    /// New lessons, corrections and withdrawn lessons, as they stand on day `tot`.
    ///
    /// # Errors
    /// A school that the law does not know: nothing has changed then. Or a base that cannot be read: what is kept is of no use
    /// any more, and is made again from the register.
    pub fn voeg_toe(&mut self, tot: u16, nieuwe: Lessen) -> Result<(), Fout> {
        let nieuwe = Arc::new(nieuwe.op_volgorde());
        let tot = self.tot.max(tot);
        let mut werk = std::mem::take(&mut self.werk);
        let mut van_belang = std::mem::take(&mut werk.van_belang);
        let gedaan = self.van_belang(tot, &nieuwe, &mut van_belang).and_then(|()| {
            self.tot = tot;
            self.stapel.op(Arc::clone(&nieuwe));
            self.grepen(&nieuwe, &van_belang, &mut werk)?;
            self.tijd(&mut werk)?;
            self.gezien = tot;
            self.ruim_op(&mut werk)
        });
        self.werk = Werk { van_belang, ..werk };
        gedaan
    }

    /// The law or the calendar of these schools has changed: their pupils are judged again.
    ///
    /// # Errors
    /// A school that the law does not know, or a base that cannot be read.
    pub fn andere_wet(&mut self, wet: Wet, geraakt: &[u32]) -> Result<(), Fout> {
        self.wet = Arc::new(wet);
        let mut werk = std::mem::take(&mut self.werk);
        let gedaan = (0..self.plekken.len()).try_for_each(|i| {
            let raakt = self.plekken.get(i).is_some_and(|p| geraakt.contains(&p.school));
            if raakt { self.opnieuw(i, &mut werk) } else { Ok(()) }
        });
        self.werk = werk;
        gedaan
    }

    fn wie(&self, i: usize) -> Option<Wie> {
        Some((self.wijzer.leerling(i)?, self.plekken.get(i)?.school))
    }

    /// It is `tot`: whoever waits for time alone is looked at.
    fn tijd(&mut self, werk: &mut Werk) -> Result<(), Fout> {
        let morgen = self.tot.saturating_add(1);
        let later = self.later.split_off(&morgen);
        for i in std::mem::replace(&mut self.later, later).into_values().flatten() {
            self.opnieuw(i as usize, werk)?;
        }
        let later = self.wekkers.split_off(&morgen);
        let mut nu: Vec<u32> = std::mem::replace(&mut self.wekkers, later).into_values().flatten().collect();
        nu.sort_unstable();
        nu.dedup();
        for stand in nu {
            let Some(i) = self.standen.get(stand as usize).map(|s| s.0) else { continue };
            let Some(wie) = self.wie(i as usize) else { continue };
            self.bijwerken(i as usize, wie, true, werk)?;
        }
        Ok(())
    }

    /// The states learn what was written down, once that takes as much room as half of the pupils.
    fn ruim_op(&mut self, werk: &mut Werk) -> Result<(), Fout> {
        if self.logboek.lengte() < self.plekken.len() / 2 + 1024 {
            return Ok(());
        }
        for stand in 0..self.standen.len() {
            let Some(i) = self.standen.get(stand).map(|s| s.0) else { continue };
            let Some(wie) = self.wie(i as usize) else { continue };
            self.bijwerken(i as usize, wie, false, werk)?;
        }
        self.logboek.leeg();
        Ok(())
    }
}

/// What is needed to judge a pupil of the last school: pupils of a school often come one after the other.
#[derive(Default)]
struct Vorige<'a>(Option<(u32, Opdracht<'a>)>);

impl<'a> Vorige<'a> {
    /// What is needed to judge a pupil of this school as it stands on day `tot`, which is the same day every time.
    #[inline]
    fn opdracht(&mut self, wet: &'a Wet, school: u32, tot: u16, bron: &Path) -> Result<Opdracht<'a>, Fout> {
        match self.0 {
            Some((s, o)) if s == school => Ok(o),
            _ => {
                let o = opdracht(wet, school, tot, bron)?;
                self.0 = Some((school, o));
                Ok(o)
            }
        }
    }
}

/// What is needed to judge a pupil of this school as it stands on day `tot`.
fn opdracht<'a>(wet: &'a Wet, school: u32, tot: u16, bron: &Path) -> Result<Opdracht<'a>, Fout> {
    let van_school = wet.school(school).ok_or_else(|| onbekende_school(school, bron))?;
    let vraag = Vraag { soort: Soort::Beide, eerste: false, tot };
    Ok(Opdracht { wet: van_school, periode: wet.periode, vraag })
}

fn onbekende_school(school: u32, bron: &Path) -> Fout {
    let melding = format!("er zijn lessen op school {school}, en die staat niet bij de scholen");
    Fout::van(bron, melding, "Zet elke school van de lessen in het bestand met scholen.")
}

fn plaats(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(GEEN)
}
