//! Walking the segments of a register side by side: the base and the changes on top of it, a pupil at a time.

use super::segment::{Blok, Segment};
use crate::fout::Fout;
use crate::rij::Rij;
use std::ops::Range;

/// Which pupils a walk takes: from the first number up to, not including, the second; nothing is no bound.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Bereik {
    pub(crate) van: Option<u64>,
    pub(crate) tot: Option<u64>,
}

impl Bereik {
    fn bevat(self, leerling: u64) -> bool {
        self.van.is_none_or(|v| v <= leerling) && self.tot.is_none_or(|t| leerling < t)
    }

    fn blokken(self, s: &Segment) -> Range<usize> {
        let van = self.van.map_or(0, |v| s.plaatsen.partition_point(|p| p.laatste < v));
        let tot = self.tot.map_or(s.plaatsen.len(), |t| s.plaatsen.partition_point(|p| p.eerste < t));
        van..tot.max(van)
    }
}

/// One segment, being read.
struct Lezer<'a> {
    segment: &'a Segment,
    blokken: Range<usize>,
    blok: Blok,
    /// Next pupil in the block, and the first lesson.
    i: usize,
    rij: usize,
    bereik: Bereik,
}

impl<'a> Lezer<'a> {
    fn nieuw(segment: &'a Segment, bereik: Bereik) -> Result<Self, Fout> {
        let mut z = Self { segment, blokken: bereik.blokken(segment), blok: Blok::default(), i: 0, rij: 0, bereik };
        z.naar_geldig()?;
        Ok(z)
    }

    /// Who comes now; nothing at the end.
    fn wie(&self) -> Option<(u64, u32)> {
        Some((*self.blok.leerlingen().get(self.i)?, *self.blok.scholen().get(self.i)?))
    }

    fn rijen(&self) -> &[u32] {
        let n = self.blok.aantallen().get(self.i).map_or(0, |n| *n as usize);
        self.blok.rijen().get(self.rij..self.rij + n).unwrap_or_default()
    }

    fn verder(&mut self) -> Result<(), Fout> {
        self.rij += self.rijen().len();
        self.i += 1;
        self.naar_geldig()
    }

    fn naar_geldig(&mut self) -> Result<(), Fout> {
        loop {
            match self.wie() {
                Some((l, _)) if self.bereik.bevat(l) => return Ok(()),
                Some(_) => {
                    self.rij += self.rijen().len();
                    self.i += 1;
                }
                None => {
                    let Some(b) = self.blokken.next() else { return Ok(()) };
                    self.segment.lees(b, &mut self.blok)?;
                    (self.i, self.rij) = (0, 0);
                }
            }
        }
    }
}

/// Hands each pupil at each school on, with the newest word about every lesson. `segmenten` are in order of age.
pub(crate) fn loop_langs(
    segmenten: &[Segment],
    bereik: Bereik,
    mut uit: impl FnMut(u64, u32, &[u32]) -> Result<(), Fout>,
) -> Result<(), Fout> {
    if let [een] = segmenten {
        return een_segment(een, bereik, uit);
    }
    let mut lezers: Vec<Lezer<'_>> = segmenten.iter().map(|s| Lezer::nieuw(s, bereik)).collect::<Result<_, _>>()?;
    let mut rijen = Vec::new();
    while let Some(wie) = lezers.iter().filter_map(Lezer::wie).min() {
        let mut met = lezers.iter().filter(|l| l.wie() == Some(wie));
        let (eerste, tweede) = (met.next(), met.next());
        if let (Some(l), None) = (eerste, tweede) {
            if l.rijen().iter().any(|r| Rij(*r).ingetrokken()) {
                leg_op(&[], l.rijen(), &mut rijen);
                geef(wie, &rijen, &mut uit)?;
            } else {
                uit(wie.0, wie.1, l.rijen())?;
            }
        } else {
            rijen.clear();
            let mut onder = Vec::new();
            for l in lezers.iter().filter(|l| l.wie() == Some(wie)) {
                std::mem::swap(&mut onder, &mut rijen);
                leg_op(&onder, l.rijen(), &mut rijen);
            }
            geef(wie, &rijen, &mut uit)?;
        }
        for l in &mut lezers {
            if l.wie() == Some(wie) {
                l.verder()?;
            }
        }
    }
    Ok(())
}

fn geef(
    wie: (u64, u32),
    rijen: &[u32],
    uit: &mut impl FnMut(u64, u32, &[u32]) -> Result<(), Fout>,
) -> Result<(), Fout> {
    if rijen.is_empty() { Ok(()) } else { uit(wie.0, wie.1, rijen) }
}

/// The fast way of the usual case: nothing on top.
fn een_segment(
    s: &Segment,
    bereik: Bereik,
    mut uit: impl FnMut(u64, u32, &[u32]) -> Result<(), Fout>,
) -> Result<(), Fout> {
    let mut blok = Blok::default();
    for b in bereik.blokken(s) {
        s.lees(b, &mut blok)?;
        for (l, school, rijen) in blok.per_leerling() {
            if bereik.bevat(l) {
                uit(l, school, rijen)?;
            }
        }
    }
    Ok(())
}

/// Puts changes on lessons: the same lesson is replaced, a withdrawn one removed. Both are in order; so is what comes out.
/// Changes are few, so what lies between them goes over in one piece.
pub(crate) fn leg_op(onder: &[u32], boven: &[u32], uit: &mut Vec<u32>) {
    uit.clear();
    let mut rest = onder;
    for r in boven.iter().map(|r| Rij(*r)) {
        let voor = rest.partition_point(|o| Rij(*o).slot() < r.slot());
        let (eerst, later) = rest.split_at(voor);
        uit.extend_from_slice(eerst);
        let zelfde = later.first().is_some_and(|o| Rij(*o).slot() == r.slot());
        rest = later.get(usize::from(zelfde)..).unwrap_or_default();
        if !r.ingetrokken() {
            uit.push(r.0);
        }
    }
    uit.extend_from_slice(rest);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rij::Status;

    #[test]
    fn het_nieuwste_woord_geldt_en_wat_is_ingetrokken_is_weg() {
        let r = |dag, status| Rij::nieuw(dag, 1, status, 50).0;
        let onder = [r(1, Status::Onbekend), r(2, Status::Ongeoorloofd), r(5, Status::Ziek)];
        let boven =
            [r(0, Status::Ziek), r(1, Status::Ongeoorloofd), r(2, Status::Ingetrokken), r(9, Status::Ingetrokken)];
        let mut uit = Vec::new();
        leg_op(&onder, &boven, &mut uit);
        assert_eq!(uit, [r(0, Status::Ziek), r(1, Status::Ongeoorloofd), r(5, Status::Ziek)]);
        leg_op(&[], &boven, &mut uit);
        assert_eq!(uit, [r(0, Status::Ziek), r(1, Status::Ongeoorloofd)]);
        leg_op(&onder, &[], &mut uit);
        assert_eq!(uit, onder);
    }
}
