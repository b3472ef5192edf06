//! Days of pupils with a state that the state does not know yet.
//!
//! As long as they cannot bring a signal they are only written down, one after the other: whoever is away often costs a look at
//! the whole window once every few days, and not every day.

use crate::dagen::Dag;

/// The highest bit of a [`Bij`]: the rest is the place of a state.
const STAND: u32 = 1 << 31;

/// The state of a pupil and what is not in it yet: nothing, the place of the state, or the place of the last day that came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Bij(u32);

impl Bij {
    /// There is no state.
    pub(super) const STIL: Self = Self(u32::MAX);

    /// Everything is in the state at this place.
    pub(super) fn stand(plek: u32) -> Self {
        Self(plek | STAND)
    }

    /// Is there no state?
    #[inline]
    pub(super) fn is_stil(self) -> bool {
        self == Self::STIL
    }
}

/// One day of one pupil, and what came before it.
#[derive(Debug, Clone, Copy)]
struct Regel {
    dag: Dag,
    ervoor: Bij,
}

/// Days, in the order in which they came.
#[derive(Default)]
pub(super) struct Logboek(Vec<Regel>);

impl Logboek {
    /// Room for this many lines.
    pub(super) fn ruimte(&mut self, regels: usize) {
        let leeg = Regel { dag: Dag { dag: 0, lesdag: 0, zeker: 0, weg: false }, ervoor: Bij::STIL };
        self.0.resize(regels, leeg);
        self.0.clear();
    }

    /// Lines.
    pub(super) fn lengte(&self) -> usize {
        self.0.len()
    }

    /// Nothing of it is needed any more.
    pub(super) fn leeg(&mut self) {
        self.0.clear();
    }

    /// Writes days down of a pupil with a state.
    #[inline]
    pub(super) fn schrijf(&mut self, bij: &mut Bij, dagen: &[Dag]) {
        for dag in dagen {
            let plek = u32::try_from(self.0.len()).unwrap_or(STAND);
            self.0.push(Regel { dag: *dag, ervoor: *bij });
            *bij = Bij(plek);
        }
    }

    /// The place of the state.
    pub(super) fn stand(&self, mut bij: Bij) -> Option<u32> {
        while let Some(regel) = self.0.get(bij.0 as usize) {
            bij = regel.ervoor;
        }
        (!bij.is_stil()).then_some(bij.0 & !STAND)
    }

    /// The place of the state; the days that are not in it go to `uit`, the oldest first.
    pub(super) fn lees(&self, mut bij: Bij, uit: &mut Vec<Dag>) -> Option<u32> {
        uit.clear();
        while let Some(regel) = self.0.get(bij.0 as usize) {
            uit.push(regel.dag);
            bij = regel.ervoor;
        }
        uit.reverse();
        (!bij.is_stil()).then_some(bij.0 & !STAND)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dag(dag: u16) -> Dag {
        Dag { dag, lesdag: dag, zeker: u32::from(dag), weg: true }
    }

    #[test]
    fn wat_is_opgeschreven_komt_er_per_leerling_op_volgorde_uit() {
        let (mut boek, mut uit) = (Logboek::default(), vec![dag(9)]);
        let (mut een, mut ander) = (Bij::stand(0), Bij::stand(7));
        boek.schrijf(&mut een, &[dag(1), dag(2)]);
        boek.schrijf(&mut ander, &[dag(2)]);
        boek.schrijf(&mut een, &[dag(5)]);
        assert_eq!((boek.lees(een, &mut uit), uit.as_slice()), (Some(0), &[dag(1), dag(2), dag(5)][..]));
        assert_eq!((boek.lees(ander, &mut uit), uit.as_slice()), (Some(7), &[dag(2)][..]));
        assert_eq!((boek.lees(Bij::stand(7), &mut uit), uit.len()), (Some(7), 0));
        assert_eq!(boek.lees(Bij::STIL, &mut uit), None);
        assert!(Bij::STIL.is_stil() && !een.is_stil() && !ander.is_stil());
    }
}
