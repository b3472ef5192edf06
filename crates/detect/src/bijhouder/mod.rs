//! Keeping the signals of a register up to date: each new day costs its own lessons, each correction its own pupil.
//!
//! Of a pupil for whom no signal is possible we keep two bounds and the absence that goes on ([`Plek`]); of the others the state
//! of both counts. Everything here is a cache: one pass over the register makes it again.
//!
//! A day touches pupils that lie all over memory. So they are looked up some dozens at a time, and only then judged: the machine
//! waits for many of them at once.

mod plek;

use crate::fout::Fout;
use crate::register::Register;
use crate::register::loper::leg_op;
use crate::register::segment::{Blok, Segment};
use crate::rij::Rij;
use crate::signaal::{Beoordelaar, Opdracht, Signaal, Soort, Standen, Vraag};
use crate::wet::Wet;
use plek::{GEEN, Plek, dag};
use std::collections::BTreeMap;
use std::hint;
use std::path::Path;

/// So many numbers may be missing between two pupils for a guess of the place to be of use.
const GOK: usize = 16;
/// Pupils that are looked up before they are judged.
const GREEP: usize = 48;

/// Lessons of one pupil that came in together.
#[derive(Debug, Clone, Copy)]
struct Deel {
    /// First one in `rijen`; they end where the next part begins.
    van: u32,
    /// The part that came before it.
    vorige: u32,
}

/// The signals of a register, kept up to date.
pub struct Bijhouder {
    wet: Wet,
    basis: Segment,
    /// The pupils of the base, in order; behind them those who came later.
    plekken: Vec<Plek>,
    /// Pupils at a school who were not in the base, and where they are.
    nieuw: BTreeMap<(u64, u32), u32>,
    /// Lessons since the base, and in which parts they came.
    rijen: Vec<u32>,
    delen: Vec<Deel>,
    /// Pupils at a school for whom a signal is possible.
    standen: Vec<(u32, Standen)>,
    /// The places in `standen` for whom time alone brings one, by the day on which it does; some may have had lessons since.
    wekkers: BTreeMap<u16, Vec<u32>>,
    /// Pupils with lessons on a day after the last that was looked at, by that day.
    later: BTreeMap<u16, Vec<u32>>,
    signalen: BTreeMap<(u64, u32), Vec<Signaal>>,
    tot: u16,
    /// Up to this day the states know that nothing more happened.
    gezien: u16,
    werk: Werk,
}

/// Working memory.
#[derive(Default)]
struct Werk {
    beoordelaar: Beoordelaar,
    onder: Vec<u32>,
    boven: Vec<u32>,
    rijen: Vec<u32>,
    school: Vorige,
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
            wet,
            plekken: Vec::new(),
            nieuw: BTreeMap::new(),
            rijen: Vec::new(),
            delen: Vec::new(),
            standen: Vec::new(),
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
        let mut blok = Blok::default();
        let mut werk = std::mem::take(&mut z.werk);
        let mut rij = 0;
        for b in 0..z.basis.plaatsen.len() {
            z.basis.lees(b, &mut blok)?;
            for (leerling, school, rijen) in blok.per_leerling() {
                let aantal = aantal(rijen);
                z.plekken.push(Plek::in_basis((leerling, school), rij, aantal));
                rij += aantal;
                z.opnieuw_uit(z.plekken.len() - 1, rijen, &mut werk)?;
            }
        }
        z.werk = werk;
        z.standen.reserve_exact(z.standen.len() / 16 + 1024);
        // Room for a day or two, and touched: memory that is new costs more than what is written in it.
        z.rijen.resize(n, 0);
        z.rijen.clear();
        z.delen.resize(n / 4, Deel { van: 0, vorige: GEEN });
        z.delen.clear();
        Ok(z)
    }

    /// The last day that was looked at.
    #[must_use]
    pub fn tot(&self) -> u16 {
        self.tot
    }

    /// Pupils at a school.
    #[must_use]
    pub fn leerlingen(&self) -> usize {
        self.plekken.len()
    }

    /// Every signal, in order of pupil; of one pupil at one school in order of kind and day.
    pub fn signalen(&self) -> impl Iterator<Item = &Signaal> {
        self.signalen.values().flatten()
    }

    /// New lessons, corrections and withdrawn lessons, in order of pupil, school and lesson, as they stand on day `tot`.
    /// `rijen` per pupil at a school.
    ///
    /// # Errors
    /// A school that the law does not know, or a base that cannot be read.
    pub fn voeg_toe<'a>(
        &mut self,
        tot: u16,
        nieuwe: impl IntoIterator<Item = (u64, u32, &'a [u32])>,
    ) -> Result<(), Fout> {
        self.tot = self.tot.max(tot);
        let mut werk = std::mem::take(&mut self.werk);
        let gedaan = self.grepen(nieuwe.into_iter(), &mut werk).and_then(|()| self.tijd(&mut werk));
        self.gezien = self.tot;
        self.werk = werk;
        gedaan
    }

    /// Some dozens of pupils at a time: where they are, then what is there, and only then what it means.
    fn grepen<'a>(
        &mut self,
        mut nieuwe: impl Iterator<Item = (u64, u32, &'a [u32])>,
        werk: &mut Werk,
    ) -> Result<(), Fout> {
        let mut greep = Vec::with_capacity(GREEP);
        let mut vorige = (0, 0);
        loop {
            greep.clear();
            greep.extend(nieuwe.by_ref().take(GREEP));
            if greep.is_empty() {
                return Ok(());
            }
            // Where they are if no number is missing, which is near enough to bring it into the cache.
            let gok = greep.iter().filter_map(|g| gok(g.0, vorige)).flat_map(|g| [g, g.saturating_sub(2)]);
            hint::black_box(
                gok.filter_map(|g| self.plekken.get(g)).fold(0, |som: u64, p| som.wrapping_add(p.leerling)),
            );
            let mut plekken = [0; GREEP];
            for (plek, (leerling, school, _)) in plekken.iter_mut().zip(&greep) {
                vorige = (*leerling, self.eerste_plek(*leerling, vorige));
                *plek = self.zoek(*leerling, *school, vorige.1);
            }
            let standen = plekken.iter().take(greep.len()).filter_map(|p| self.plekken.get(*p)?.stand());
            let leeg = standen.filter(|s| self.standen.get(*s as usize).is_some_and(|s| s.1.leeg()));
            hint::black_box(leeg.count());
            for (plek, (_, _, rijen)) in plekken.into_iter().zip(&greep) {
                self.een(plek, rijen, werk)?;
            }
        }
    }

    /// The law or the calendar of these schools has changed: their pupils are judged again.
    ///
    /// # Errors
    /// A school that the law does not know, or a base that cannot be read.
    pub fn andere_wet(&mut self, wet: Wet, geraakt: &[u32]) -> Result<(), Fout> {
        self.wet = wet;
        let mut werk = std::mem::take(&mut self.werk);
        werk.school = Vorige::default();
        let gedaan = (0..self.plekken.len()).try_for_each(|i| {
            let raakt = self.plekken.get(i).is_some_and(|p| geraakt.contains(&p.school));
            if raakt { self.opnieuw(i, &mut werk) } else { Ok(()) }
        });
        self.werk = werk;
        gedaan
    }

    /// The first place in the base that is not before this pupil. Pupils come in order, so the search starts where the last one
    /// was found.
    fn eerste_plek(&self, leerling: u64, (vorige, vanaf): (u64, usize)) -> usize {
        let basis = self.plekken.len() - self.nieuw.len();
        let plekken = self.plekken.get(..basis).unwrap_or_default();
        let ervoor = |i: usize| plekken.get(i).is_some_and(|p| p.leerling < leerling);
        if let Some(gok) = gok(leerling, (vorige, vanaf)).filter(|g| *g < basis && !ervoor(*g)) {
            for plek in (gok.saturating_sub(GOK).max(vanaf)..gok).rev() {
                if ervoor(plek) {
                    return plek + 1;
                }
            }
        }
        if !ervoor(vanaf) {
            return vanaf;
        }
        // Otherwise steps that double.
        let (mut laag, mut stap) = (vanaf, 1);
        while ervoor(laag + stap) {
            laag += stap;
            stap *= 2;
        }
        let mut hoog = (laag + stap + 1).min(basis);
        while laag < hoog {
            let midden = laag.midpoint(hoog);
            if ervoor(midden) { laag = midden + 1 } else { hoog = midden }
        }
        laag
    }

    /// Where a pupil at a school is, from the first place of the pupil on.
    fn zoek(&mut self, leerling: u64, school: u32, vanaf: usize) -> usize {
        let wie = (leerling, school);
        let basis = self.plekken.len() - self.nieuw.len();
        let mut laag = vanaf;
        // A pupil at more schools has as many places, in order of school.
        while laag < basis && self.wie(laag).is_some_and(|(l, s)| l == leerling && s < school) {
            laag += 1;
        }
        if laag < basis && self.wie(laag) == Some(wie) {
            return laag;
        }
        if let Some(i) = self.nieuw.get(&wie) {
            return *i as usize;
        }
        let i = self.plekken.len();
        self.plekken.push(Plek::nieuw(wie));
        self.nieuw.insert(wie, u32::try_from(i).unwrap_or(GEEN));
        i
    }

    /// The lessons of one pupil.
    fn een(&mut self, i: usize, rijen: &[u32], werk: &mut Werk) -> Result<(), Fout> {
        let (Some(eerste), Some(laatste)) = (rijen.first(), rijen.last()) else { return Ok(()) };
        let Some(p) = self.plekken.get_mut(i) else { return Ok(()) };
        self.delen.push(Deel { van: aantal(&self.rijen), vorige: p.erbij });
        p.erbij = aantal(&self.delen) - 1;
        self.rijen.extend_from_slice(rijen);
        let na = p.laatste().is_none_or(|l| dag(*eerste) > l);
        let (mut som, mut weg, mut ingetrokken) = (0, 0, false);
        for r in rijen.iter().map(|r| Rij(*r)) {
            som += r.zeker();
            weg += u32::from(r.weg());
            ingetrokken |= r.ingetrokken();
        }
        let o = werk.school.opdracht(&self.wet, p.school, self.tot, &self.basis.pad)?;
        let Some(stand) = p.stand() else {
            // What is later than today is judged when it is that day.
            let stil = dag(*laatste) <= self.tot
                && if na && !ingetrokken {
                    p.nog_stil_na(rijen, (som, weg), o.wet, o.periode)
                } else {
                    p.nog_stil_met(rijen, (som, weg), o.wet)
                };
            return if stil { Ok(()) } else { self.opnieuw(i, werk) };
        };
        // A lesson of a day that was already counted as a day without any is late, also when no lesson lies after it.
        if !na || ingetrokken || dag(*eerste) <= self.gezien || dag(*laatste) > self.tot {
            return self.opnieuw(i, werk);
        }
        p.zet_laatste(Some(dag(*laatste)));
        let Some((_, standen)) = self.standen.get_mut(stand as usize) else { return Ok(()) };
        let (signalen, wie) = (&mut self.signalen, p.wie());
        werk.beoordelaar.erbij(standen, wie, rijen, o, &mut |s| signalen.entry(wie).or_default().push(s));
        if let Some(dag) = standen.wekker(&o.wet.kalender) {
            self.wekkers.entry(dag).or_default().push(stand);
        }
        Ok(())
    }

    fn wie(&self, i: usize) -> Option<(u64, u32)> {
        self.plekken.get(i).map(|p| p.wie())
    }

    /// Judges a pupil again from all lessons.
    fn opnieuw(&mut self, i: usize, werk: &mut Werk) -> Result<(), Fout> {
        let mut rijen = std::mem::take(&mut werk.rijen);
        self.lessen(i, werk, &mut rijen)?;
        let gedaan = self.opnieuw_uit(i, &rijen, werk);
        werk.rijen = rijen;
        gedaan
    }

    /// The lessons of a pupil as they stand.
    fn lessen(&self, i: usize, werk: &mut Werk, rijen: &mut Vec<u32>) -> Result<(), Fout> {
        let Some(p) = self.plekken.get(i) else { return Ok(()) };
        werk.onder.resize(p.aantal as usize, 0);
        if p.aantal > 0 {
            self.basis.lees_rijen(u64::from(p.basis), &mut werk.onder)?;
        }
        werk.boven.clear();
        let mut plek = p.erbij;
        while let Some(deel) = self.delen.get(plek as usize) {
            let tot = self.delen.get(plek as usize + 1).map_or(self.rijen.len(), |d| d.van as usize);
            werk.boven.extend(self.rijen.get(deel.van as usize..tot).unwrap_or_default().iter().rev());
            plek = deel.vorige;
        }
        // Newest first: a stable sort by lesson keeps it so, and the first of each lesson is its newest word.
        werk.boven.sort_by_key(|r| Rij(*r).slot());
        werk.boven.dedup_by_key(|r| Rij(*r).slot());
        leg_op(&werk.onder, &werk.boven, rijen);
        Ok(())
    }

    fn opnieuw_uit(&mut self, i: usize, rijen: &[u32], werk: &mut Werk) -> Result<(), Fout> {
        let Some(wie) = self.wie(i) else { return Ok(()) };
        let o = werk.school.opdracht(&self.wet, wie.1, self.tot, &self.basis.pad)?;
        let Some(p) = self.plekken.get_mut(i) else { return Ok(()) };
        if let Some(later) = rijen.iter().find(|r| dag(**r) > self.tot) {
            self.later.entry(dag(*later)).or_default().push(u32::try_from(i).unwrap_or(GEEN));
        }
        let tm = rijen.partition_point(|r| dag(*r) <= self.tot);
        let stil = p.stand().is_none() && p.stil_met(rijen.get(..tm).unwrap_or_default(), o.wet, o.periode);
        if stil && !p.mogelijk(o.wet) {
            return Ok(());
        }
        let mut standen = Standen::default();
        let mut gevonden = Vec::new();
        werk.beoordelaar.erbij(&mut standen, wie, rijen, o, &mut |s| gevonden.push(s));
        werk.beoordelaar.verder(&mut standen, wie, o, &mut |s| gevonden.push(s));
        if stil && gevonden.is_empty() {
            return Ok(());
        }
        p.zet_laatste(rijen.get(..tm).and_then(|r| r.last()).map(|r| dag(*r)));
        let wekker = standen.wekker(&o.wet.kalender);
        let stand = p.stand().unwrap_or(u32::try_from(self.standen.len()).unwrap_or(GEEN));
        if let Some(plek) = self.standen.get_mut(stand as usize) {
            plek.1 = standen;
        } else {
            p.met_stand(stand);
            self.standen.push((u32::try_from(i).unwrap_or(GEEN), standen));
        }
        if let Some(dag) = wekker {
            self.wekkers.entry(dag).or_default().push(stand);
        }
        if gevonden.is_empty() {
            self.signalen.remove(&wie);
        } else {
            self.signalen.insert(wie, gevonden);
        }
        Ok(())
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
            let Some(wie) = self.standen.get(stand as usize).and_then(|s| self.wie(s.0 as usize)) else { continue };
            let o = werk.school.opdracht(&self.wet, wie.1, self.tot, &self.basis.pad)?;
            let Some((_, standen)) = self.standen.get_mut(stand as usize) else { continue };
            let signalen = &mut self.signalen;
            werk.beoordelaar.verder(standen, wie, o, &mut |s| signalen.entry(wie).or_default().push(s));
            // Another day can follow, when the sixteen hours were due before the period is full.
            if let Some(dag) = standen.wekker(&o.wet.kalender).filter(|d| *d > self.tot) {
                self.wekkers.entry(dag).or_default().push(stand);
            }
        }
        Ok(())
    }
}

/// Where the last school is in the law: pupils of a school often come one after the other.
#[derive(Default)]
struct Vorige(Option<(u32, usize)>);

impl Vorige {
    /// What is needed to judge a pupil of this school as it stands on day `tot`.
    #[inline]
    fn opdracht<'a>(&mut self, wet: &'a Wet, school: u32, tot: u16, bron: &Path) -> Result<Opdracht<'a>, Fout> {
        let vraag = Vraag { soort: Soort::Beide, eerste: false, tot };
        let periode = wet.periode;
        if let Some(van_school) = self.0.filter(|(s, _)| *s == school).and_then(|(_, plek)| wet.op(plek)) {
            return Ok(Opdracht { wet: van_school, periode, vraag });
        }
        self.0 = wet.plek(school).map(|plek| (school, plek));
        let van_school = self.0.and_then(|(_, plek)| wet.op(plek)).ok_or_else(|| {
            let melding = format!("er zijn lessen op school {school}, en die staat niet bij de scholen");
            Fout::van(bron, melding, "Zet elke school van de lessen in het bestand met scholen.")
        })?;
        Ok(Opdracht { wet: van_school, periode, vraag })
    }
}

/// Where a pupil is, guessed from another and where that one is. Numbers mostly follow each other: then the distance in numbers
/// is the distance in places, or a little more.
#[inline]
fn gok(leerling: u64, (vorige, plek): (u64, usize)) -> Option<usize> {
    plek.checked_add(usize::try_from(leerling.checked_sub(vorige)?).ok()?)
}

fn aantal<T>(rijen: &[T]) -> u32 {
    u32::try_from(rijen.len()).unwrap_or(GEEN)
}
