//! Lessons that came in together, in order of pupil.

use super::plaats;
use crate::rij::Rij;

/// Pupil and school.
pub(super) type Wie = (u64, u32);

/// New lessons, corrections and withdrawn lessons of any number of pupils, as one delivery brings them.
///
/// A later word about a lesson replaces an earlier one, also within a delivery.
#[derive(Debug, Clone, Default)]
pub struct Lessen {
    leerlingen: Vec<u64>,
    scholen: Vec<u32>,
    /// Where the lessons of each pupil end; they begin where those of the one before end.
    tot: Vec<u32>,
    rijen: Vec<u32>,
    /// Somewhere the order of pupils or of lessons is broken.
    door_elkaar: bool,
}

impl Lessen {
    /// Adds lessons (see [`Rij`]) of a pupil at a school. In order of pupil, school and lesson costs least.
    pub fn leerling(&mut self, leerling: u64, school: u32, rijen: &[u32]) {
        let oplopend = rijen.is_sorted_by(|a, b| Rij(*a).slot() < Rij(*b).slot());
        self.door_elkaar |=
            !oplopend || self.wie(self.tot.len().wrapping_sub(1)).is_some_and(|w| w >= (leerling, school));
        if rijen.is_empty() {
            return;
        }
        self.leerlingen.push(leerling);
        self.scholen.push(school);
        self.rijen.extend_from_slice(rijen);
        self.tot.push(plaats(self.rijen.len()));
    }

    /// Lessons.
    #[must_use]
    pub fn aantal(&self) -> usize {
        self.rijen.len()
    }

    /// Who pupil `i` is.
    #[inline]
    pub(super) fn wie(&self, i: usize) -> Option<Wie> {
        Some((*self.leerlingen.get(i)?, *self.scholen.get(i)?))
    }

    /// The school of every pupil.
    pub(super) fn scholen(&self) -> &[u32] {
        &self.scholen
    }

    /// All lessons, one pupil after the other.
    pub(super) fn rijen(&self) -> &[u32] {
        &self.rijen
    }

    /// Where the lessons of each pupil end in [`Self::rijen`]; they begin where those of the one before end.
    pub(super) fn tot(&self) -> &[u32] {
        &self.tot
    }

    /// The lessons of pupil `i`.
    #[inline]
    pub(super) fn van(&self, i: usize) -> &[u32] {
        let begin = i.checked_sub(1).and_then(|v| self.tot.get(v)).map_or(0, |v| *v as usize);
        self.tot.get(i).and_then(|tot| self.rijen.get(begin..*tot as usize)).unwrap_or_default()
    }

    /// One entry per pupil at a school, one word per lesson.
    pub(super) fn op_volgorde(self) -> Self {
        if self.door_elkaar { Self::samen(&[&self]) } else { self }
    }

    /// Deliveries as if they came in together, the oldest first.
    pub(super) fn samen(leveringen: &[&Self]) -> Self {
        let mut delen: Vec<(Wie, usize, usize)> = leveringen
            .iter()
            .enumerate()
            .flat_map(|(levering, l)| (0..l.tot.len()).filter_map(move |i| Some((l.wie(i)?, levering, i))))
            .collect();
        delen.sort_unstable();
        let mut uit = Self::default();
        uit.leerlingen.reserve_exact(delen.len());
        uit.scholen.reserve_exact(delen.len());
        uit.tot.reserve_exact(delen.len());
        uit.rijen.reserve_exact(leveringen.iter().map(|l| l.rijen.len()).sum());
        let mut woorden = Vec::new();
        for van_een in delen.chunk_by(|a, b| a.0 == b.0) {
            let Some((wie, ..)) = van_een.first() else { continue };
            woorden.clear();
            for (_, levering, i) in van_een {
                woorden.extend_from_slice(leveringen.get(*levering).map_or(&[][..], |l| l.van(*i)));
            }
            laatste_woord(&mut woorden);
            uit.leerling(wie.0, wie.1, &woorden);
        }
        uit
    }

    /// The place of a pupil at a school, or where it would be; looked for near where its number would be if numbers follow each
    /// other evenly from `hint` on.
    pub(super) fn zoek(&self, wie: Wie, hint: usize) -> Result<usize, usize> {
        let (leerling, school) = wie;
        let mut plek = vanaf_hint(&self.leerlingen, self.gok(leerling, hint).unwrap_or(hint), |l| *l < leerling);
        while self.wie(plek).is_some_and(|(l, s)| l == leerling && s < school) {
            plek += 1;
        }
        if self.wie(plek) == Some(wie) { Ok(plek) } else { Err(plek) }
    }

    fn gok(&self, leerling: u64, hint: usize) -> Option<usize> {
        let (vanaf, laatste) = (*self.leerlingen.get(hint)?, *self.leerlingen.last()?);
        let (verschil, heel) = (leerling.checked_sub(vanaf)?, laatste.checked_sub(vanaf)?.max(1));
        let stap = u128::from(verschil) * (self.leerlingen.len() - hint) as u128 / u128::from(heel);
        hint.checked_add(usize::try_from(stap).ok()?)
    }
}

/// The first place of which `ervoor` does not hold, looked for from `hint` on in steps that double.
pub(super) fn vanaf_hint<T>(lijst: &[T], hint: usize, ervoor: impl Fn(&T) -> bool) -> usize {
    let hint = hint.min(lijst.len());
    let is_ervoor = |i: usize| lijst.get(i).is_some_and(&ervoor);
    let (mut laag, mut hoog, mut stap) = (hint, hint, 1);
    if is_ervoor(hint) {
        while is_ervoor(hoog) {
            laag = hoog + 1;
            hoog = (hoog + stap).min(lijst.len());
            stap *= 2;
        }
    } else {
        while laag > 0 && !is_ervoor(laag - 1) {
            hoog = laag - 1;
            laag = laag.saturating_sub(stap);
            stap *= 2;
        }
    }
    laag + lijst.get(laag..hoog).unwrap_or_default().partition_point(ervoor)
}

/// Of every lesson the last word, in order of lesson.
pub(super) fn laatste_woord(rijen: &mut Vec<u32>) {
    if rijen.is_sorted_by(|a, b| Rij(*a).slot() < Rij(*b).slot()) {
        return;
    }
    // Newest first: a stable sort by lesson keeps it so, and the first of each lesson is its newest word.
    rijen.reverse();
    rijen.sort_by_key(|r| Rij(*r).slot());
    rijen.dedup_by_key(|r| Rij(*r).slot());
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rij::Status;

    fn les(dag: u16, minuten: u16) -> u32 {
        Rij::nieuw(dag, 1, Status::Ongeoorloofd, minuten).0
    }

    #[test]
    fn door_elkaar_geleverd_is_een_keer_per_leerling_en_het_laatste_woord_per_les() {
        let mut l = Lessen::default();
        l.leerling(2, 1, &[les(9, 10), les(3, 20)]);
        l.leerling(1, 1, &[les(5, 30)]);
        l.leerling(2, 0, &[]);
        l.leerling(2, 1, &[les(3, 40)]);
        let l = l.op_volgorde();
        assert_eq!((l.wie(0), l.wie(1), l.wie(2), l.aantal()), (Some((1, 1)), Some((2, 1)), None, 3));
        assert_eq!((l.van(0), l.van(1)), (&[les(5, 30)][..], &[les(3, 40), les(9, 10)][..]));
    }

    #[test]
    fn van_leveringen_samen_geldt_de_nieuwste() {
        let (mut oud, mut nieuw) = (Lessen::default(), Lessen::default());
        oud.leerling(1, 0, &[les(1, 1), les(2, 2)]);
        oud.leerling(3, 0, &[les(1, 3)]);
        nieuw.leerling(0, 0, &[les(1, 4)]);
        nieuw.leerling(1, 0, &[les(2, 5)]);
        let l = Lessen::samen(&[&oud, &nieuw]);
        assert_eq!((l.leerlingen.as_slice(), l.scholen()), (&[0, 1, 3][..], &[0, 0, 0][..]));
        assert_eq!((l.van(0), l.van(1), l.van(2)), (&[les(1, 4)][..], &[les(1, 1), les(2, 5)][..], &[les(1, 3)][..]));
    }

    #[test]
    fn zoeken_vindt_vanaf_elke_plek_wat_er_is_en_zegt_waar_het_ontbreekt() {
        for n in [0_u64, 1, 2, 7, 40] {
            let mut l = Lessen::default();
            for i in 0..n {
                l.leerling(2 * i + 1, 5, &[les(1, 1)]);
            }
            for hint in 0..usize::try_from(n).unwrap() + 2 {
                for nummer in 0..2 * n + 2 {
                    let plek = usize::try_from(nummer / 2).unwrap();
                    let verwacht = if nummer % 2 == 1 && nummer < 2 * n {
                        Ok(plek)
                    } else {
                        Err(plek.min(usize::try_from(n).unwrap()))
                    };
                    assert_eq!(l.zoek((nummer, 5), hint), verwacht, "{n} {hint} {nummer}");
                }
            }
        }
    }
}
