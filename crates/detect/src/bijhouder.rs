//! Keeping the signals of a register up to date: each new day costs its own lessons, each correction its own pupil.
//!
//! Per pupil at a school we keep two sums, the last day and where the lessons are; for those whose sums make a signal possible
//! also the state of both counts. Everything here is a cache: one pass over the register makes it again.

use crate::fout::Fout;
use crate::register::Register;
use crate::register::loper::leg_op;
use crate::register::segment::{Blok, Segment};
use crate::rij::{Rij, Status, zekere_som_en_weg};
use crate::signaal::{Beoordelaar, Opdracht, Signaal, Soort, Standen, Vraag};
use crate::wet::{Schoolwet, Wet};
use std::collections::BTreeMap;
use std::path::Path;

const GEEN: u32 = u32::MAX;
/// So many pupils are looked at one by one before the search takes larger steps.
const DICHTBIJ: usize = 64;

/// One pupil at one school: 24 bytes, beside 12 for who it is.
#[derive(Debug, Clone, Copy)]
struct Plek {
    /// First lesson in the base, and how many.
    basis: u32,
    aantal: u32,
    /// Last lesson that was added since, as a place in `erbij`.
    erbij: u32,
    /// Certain minutes, and missed lessons that make a day go on being missed.
    som: u32,
    weg: u16,
    /// Last day with a lesson of any kind; `u16::MAX` when there is none.
    laatste: u16,
    /// Place in `standen`.
    stand: u32,
}

/// The signals of a register, kept up to date.
pub struct Bijhouder {
    wet: Wet,
    basis: Segment,
    leerlingen: Vec<u64>,
    scholen: Vec<u32>,
    plekken: Vec<Plek>,
    /// Pupils at a school who were not in the base, and where they are.
    nieuw: BTreeMap<(u64, u32), u32>,
    /// Lessons since the base: the lesson, and the one before it of the same pupil.
    erbij: Vec<(u32, u32)>,
    /// Pupils at a school for whom a signal is possible.
    standen: Vec<(u32, Standen)>,
    /// The places in `standen` for whom time alone brings one, by the day on which it does; some may have had lessons since.
    wekkers: BTreeMap<u16, Vec<u32>>,
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
    /// Where the last school is in the law: pupils of a school often come one after the other.
    school: Option<(u32, usize)>,
}

impl Bijhouder {
    /// Starts from a register that is in one piece (see [`Register::samenvoegen`]), as it stands on day `tot`.
    ///
    /// # Errors
    /// The register is damaged, in more pieces, or has a school that the law does not know.
    pub fn nieuw(register: &Register, wet: Wet, tot: u16) -> Result<Self, Fout> {
        let [basis] = register.segmenten.as_slice() else {
            return Err(Fout::van(
                register.map(),
                "het lesregister is niet in één stuk",
                "Voeg de wijzigingen eerst samen.",
            ));
        };
        let basis = basis.nog_een()?;
        let mut z = Self {
            wet,
            leerlingen: Vec::new(),
            scholen: Vec::new(),
            plekken: Vec::new(),
            nieuw: BTreeMap::new(),
            erbij: Vec::new(),
            standen: Vec::new(),
            wekkers: BTreeMap::new(),
            signalen: BTreeMap::new(),
            tot,
            gezien: tot,
            werk: Werk::default(),
            basis,
        };
        let n: usize = z.basis.plaatsen.iter().map(|p| p.leerlingen).sum();
        // With some room: the first new pupil must not move everybody.
        let ruimte = n + n / 32 + 1024;
        z.leerlingen.reserve_exact(ruimte);
        z.scholen.reserve_exact(ruimte);
        z.plekken.reserve_exact(ruimte);
        let mut blok = Blok::default();
        let mut werk = std::mem::take(&mut z.werk);
        for b in 0..z.basis.plaatsen.len() {
            z.basis.lees(b, &mut blok)?;
            let mut rij = z.basis.plaatsen.get(b).map_or(0, |p| u32::try_from(p.voor).unwrap_or(GEEN));
            for (leerling, school, rijen) in blok.per_leerling() {
                z.leerlingen.push(leerling);
                z.scholen.push(school);
                z.plekken.push(Plek {
                    basis: rij,
                    aantal: aantal(rijen),
                    erbij: GEEN,
                    som: 0,
                    weg: 0,
                    laatste: u16::MAX,
                    stand: GEEN,
                });
                z.opnieuw_uit(z.plekken.len() - 1, rijen, &mut werk)?;
                rij += aantal(rijen);
            }
        }
        z.werk = werk;
        z.standen.reserve_exact(z.standen.len() / 16 + 1024);
        z.erbij.reserve(n / 8);
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
        self.leerlingen.len()
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
        let mut vanaf = 0;
        let gedaan = nieuwe.into_iter().try_for_each(|(leerling, school, rijen)| {
            let i = self.zoek(leerling, school, &mut vanaf);
            self.een(i, rijen, &mut werk)
        });
        let gedaan = gedaan.and_then(|()| self.tijd(&mut werk));
        self.gezien = self.tot;
        self.werk = werk;
        gedaan
    }

    /// The law or the calendar of these schools has changed: their pupils are judged again.
    ///
    /// # Errors
    /// A school that the law does not know, or a base that cannot be read.
    pub fn andere_wet(&mut self, wet: Wet, geraakt: &[u32]) -> Result<(), Fout> {
        self.wet = wet;
        let mut werk = std::mem::take(&mut self.werk);
        werk.school = None;
        let gedaan = (0..self.plekken.len()).try_for_each(|i| {
            let raakt = self.scholen.get(i).is_some_and(|s| geraakt.contains(s));
            if raakt { self.opnieuw(i, &mut werk) } else { Ok(()) }
        });
        self.werk = werk;
        gedaan
    }

    /// Where a pupil at a school is; pupils come in order, so the search starts where the last one was found.
    fn zoek(&mut self, leerling: u64, school: u32, vanaf: &mut usize) -> usize {
        let wie = (leerling, school);
        let basis = self.leerlingen.len() - self.nieuw.len();
        // On a school day the next pupil is near: walk, which the machine reads ahead of. Then steps that double.
        let (mut laag, mut stap) = ((*vanaf).min(basis), 1);
        let dichtbij = self.leerlingen.get(laag..(laag + DICHTBIJ).min(basis)).unwrap_or_default();
        laag += dichtbij.iter().position(|l| *l >= leerling).unwrap_or(dichtbij.len());
        while laag + stap < basis && self.wie(laag + stap).is_some_and(|h| h < wie) {
            laag += stap;
            stap *= 2;
        }
        let mut hoog = (laag + stap + 1).min(basis);
        while laag < hoog {
            let midden = laag.midpoint(hoog);
            if self.wie(midden).is_some_and(|h| h < wie) { laag = midden + 1 } else { hoog = midden }
        }
        *vanaf = laag;
        if laag < basis && self.wie(laag) == Some(wie) {
            return laag;
        }
        if let Some(i) = self.nieuw.get(&wie) {
            return *i as usize;
        }
        let i = self.leerlingen.len();
        self.leerlingen.push(leerling);
        self.scholen.push(school);
        self.plekken.push(Plek { basis: 0, aantal: 0, erbij: GEEN, som: 0, weg: 0, laatste: u16::MAX, stand: GEEN });
        self.nieuw.insert(wie, u32::try_from(i).unwrap_or(GEEN));
        i
    }

    /// The lessons of one pupil.
    fn een(&mut self, i: usize, rijen: &[u32], werk: &mut Werk) -> Result<(), Fout> {
        let (Some(eerste), Some(laatste)) = (rijen.first(), rijen.last()) else { return Ok(()) };
        let Some(mut p) = self.plekken.get(i).copied() else { return Ok(()) };
        for r in rijen {
            self.erbij.push((*r, p.erbij));
            p.erbij = u32::try_from(self.erbij.len() - 1).unwrap_or(GEEN);
        }
        // A lesson of a day that was already counted as a day without any is late, also when no lesson lies after it.
        let gezien = p.stand != GEEN && Rij(*eerste).dag() <= u32::from(self.gezien);
        let na = !gezien && (p.laatste == u16::MAX || Rij(*eerste).dag() > u32::from(p.laatste));
        let ingetrokken = rijen.iter().any(|r| Rij(*r).status() == Status::Ingetrokken);
        if !na || ingetrokken {
            self.plekken[i] = p;
            return self.opnieuw(i, werk);
        }
        let (som, weg) = zekere_som_en_weg(rijen);
        p.som += som;
        p.weg = p.weg.saturating_add(u16::try_from(weg).unwrap_or(u16::MAX));
        p.laatste = u16::try_from(Rij(*laatste).dag()).unwrap_or(u16::MAX);
        self.plekken[i] = p;
        let (wie, o) = opdracht(&self.wet, self.wie(i), self.tot, &self.basis.pad, &mut werk.school)?;
        if p.stand == GEEN {
            // From nobody to somebody: the state comes from all lessons, once.
            return if mogelijk(p, o.wet) { self.opnieuw(i, werk) } else { Ok(()) };
        }
        let Some((_, standen)) = self.standen.get_mut(p.stand as usize) else { return Ok(()) };
        let signalen = &mut self.signalen;
        werk.beoordelaar.erbij(standen, wie, rijen, o, &mut |s| signalen.entry(wie).or_default().push(s));
        if let Some(dag) = standen.wekker(&o.wet.kalender) {
            self.wekkers.entry(dag).or_default().push(p.stand);
        }
        Ok(())
    }

    fn wie(&self, i: usize) -> Option<(u64, u32)> {
        self.leerlingen.get(i).copied().zip(self.scholen.get(i).copied())
    }

    /// Judges a pupil again from all lessons.
    fn opnieuw(&mut self, i: usize, werk: &mut Werk) -> Result<(), Fout> {
        let Some(p) = self.plekken.get(i).copied() else { return Ok(()) };
        let mut rijen = std::mem::take(&mut werk.rijen);
        self.lessen(p, werk, &mut rijen)?;
        let gedaan = self.opnieuw_uit(i, &rijen, werk);
        werk.rijen = rijen;
        gedaan
    }

    /// The lessons of a pupil as they stand.
    fn lessen(&self, p: Plek, werk: &mut Werk, rijen: &mut Vec<u32>) -> Result<(), Fout> {
        werk.onder.resize(p.aantal as usize, 0);
        if p.aantal > 0 {
            self.basis.lees_rijen(u64::from(p.basis), &mut werk.onder)?;
        }
        werk.boven.clear();
        let mut plek = p.erbij;
        while let Some((rij, vorige)) = self.erbij.get(plek as usize) {
            werk.boven.push(*rij);
            plek = *vorige;
        }
        // Newest first: a stable sort by lesson keeps it so, and the first of each lesson is its newest word.
        werk.boven.sort_by_key(|r| Rij(*r).slot());
        werk.boven.dedup_by_key(|r| Rij(*r).slot());
        leg_op(&werk.onder, &werk.boven, rijen);
        Ok(())
    }

    fn opnieuw_uit(&mut self, i: usize, rijen: &[u32], werk: &mut Werk) -> Result<(), Fout> {
        let (wie, o) = opdracht(&self.wet, self.wie(i), self.tot, &self.basis.pad, &mut werk.school)?;
        let (som, weg) = zekere_som_en_weg(rijen);
        let Some(mut p) = self.plekken.get(i).copied() else { return Ok(()) };
        p.som = som;
        p.weg = u16::try_from(weg).unwrap_or(u16::MAX);
        p.laatste = rijen.last().map_or(u16::MAX, |r| u16::try_from(Rij(*r).dag()).unwrap_or(u16::MAX));
        if !mogelijk(p, o.wet) && p.stand == GEEN {
            self.plekken[i] = p;
            return Ok(());
        }
        let mut standen = Standen::default();
        let mut gevonden = Vec::new();
        werk.beoordelaar.erbij(&mut standen, wie, rijen, o, &mut |s| gevonden.push(s));
        werk.beoordelaar.verder(&mut standen, wie, o, &mut |s| gevonden.push(s));
        let wekker = standen.wekker(&o.wet.kalender);
        if p.stand == GEEN {
            p.stand = u32::try_from(self.standen.len()).unwrap_or(GEEN);
            self.standen.push((u32::try_from(i).unwrap_or(GEEN), standen));
        } else if let Some(plek) = self.standen.get_mut(p.stand as usize) {
            plek.1 = standen;
        }
        if let Some(dag) = wekker {
            self.wekkers.entry(dag).or_default().push(p.stand);
        }
        self.plekken[i] = p;
        if gevonden.is_empty() {
            self.signalen.remove(&wie);
        } else {
            self.signalen.insert(wie, gevonden);
        }
        Ok(())
    }

    /// It is `tot`: whoever waits for time alone is looked at.
    fn tijd(&mut self, werk: &mut Werk) -> Result<(), Fout> {
        let later = self.wekkers.split_off(&self.tot.saturating_add(1));
        let mut nu: Vec<u32> = std::mem::replace(&mut self.wekkers, later).into_values().flatten().collect();
        nu.sort_unstable();
        nu.dedup();
        for stand in nu {
            let Some(i) = self.standen.get(stand as usize).map(|s| s.0 as usize) else { continue };
            let (wie, o) = opdracht(&self.wet, self.wie(i), self.tot, &self.basis.pad, &mut werk.school)?;
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

/// Who is at a place, and what is needed to judge him.
fn opdracht<'a>(
    wet: &'a Wet,
    wie: Option<(u64, u32)>,
    tot: u16,
    bron: &Path,
    laatste: &mut Option<(u32, usize)>,
) -> Result<((u64, u32), Opdracht<'a>), Fout> {
    let wie = wie.ok_or_else(|| Fout::van(bron, "deze leerling is er niet", ""))?;
    let plek = laatste.filter(|(s, _)| *s == wie.1).map(|(_, p)| p).or_else(|| wet.plek(wie.1));
    let van_school = plek.and_then(|p| wet.op(p)).ok_or_else(|| {
        let melding = format!("leerling {} heeft lessen op school {}, en die staat niet bij de scholen", wie.0, wie.1);
        Fout::van(bron, melding, "Zet elke school van de lessen in het bestand met scholen.")
    })?;
    *laatste = plek.map(|p| (wie.1, p));
    let vraag = Vraag { soort: Soort::Beide, eerste: false, tot };
    Ok((wie, Opdracht { wet: van_school, periode: wet.periode, vraag }))
}

fn aantal(rijen: &[u32]) -> u32 {
    u32::try_from(rijen.len()).unwrap_or(GEEN)
}

/// Could this pupil have a signal?
fn mogelijk(p: Plek, wet: &Schoolwet) -> bool {
    p.som >= wet.maat.drempel || u32::from(p.weg) >= wet.kalender.minst_schooldagen()
}
