//! The lessons of one pupil at one school, as they come in.

use crate::fout::fout;
use crate::jaarvraag::{Jaarvraag, Regeling};
use datafusion::error::{DataFusionError, Result};
use detect::{Beoordelaar, Rij, Signaal};

/// One group of the query.
#[derive(Debug, Default)]
pub(crate) struct Leerling {
    /// Packed lessons, in any order.
    pub(crate) rijen: Vec<u32>,
    /// The school; nothing as long as there are no lessons.
    pub(crate) regeling: Option<Regeling>,
}

impl Leerling {
    /// Adds lessons; all lessons of a group are at one kind of school.
    #[inline]
    pub(crate) fn erbij(&mut self, rijen: &[u32], r: Regeling) -> Result<()> {
        if *self.regeling.get_or_insert(r) != r {
            return Err(gemengd());
        }
        self.rijen.extend_from_slice(rijen);
        Ok(())
    }

    /// Bytes on the heap.
    pub(crate) fn geheugen(&self) -> usize {
        self.rijen.capacity() * size_of::<u32>()
    }

    /// Sorts the lessons and hands the reports to `uit`; can be asked again when there are more lessons.
    pub(crate) fn signalen(
        &mut self,
        vraag: &Jaarvraag,
        eerste: bool,
        beoordelaar: &mut Beoordelaar,
        uit: &mut impl FnMut(Signaal),
    ) -> Result<()> {
        let Some(r) = self.regeling else { return Ok(()) };
        self.orden(vraag)?;
        beoordelaar.leerling(0, 0, &self.rijen, vraag.opdracht(r, eerste)?, uit);
        Ok(())
    }

    /// In order, and every lesson once.
    fn orden(&mut self, vraag: &Jaarvraag) -> Result<()> {
        let na = |[a, b]: &[u32; 2]| Rij(*a).slot() < Rij(*b).slot();
        if self.rijen.array_windows().all(na) {
            return Ok(());
        }
        self.rijen.sort_unstable();
        match self.rijen.array_windows().find(|w| !na(w)) {
            Some([a, _]) => Err(dubbel(Rij(*a), vraag)),
            None => Ok(()),
        }
    }
}

#[cold]
fn dubbel(r: Rij, vraag: &Jaarvraag) -> DataFusionError {
    let dag = vraag.jaar().datum(u16::try_from(r.dag()).unwrap_or(0));
    fout(
        &format!("een leerling heeft op {dag} lesuur {} twee keer", r.lesuur()),
        "Lever elke les van een leerling één keer; te laat en afwezig zijn samen één regel.",
    )
}

#[cold]
fn gemengd() -> DataFusionError {
    fout(
        "de lessen van één groep zijn van scholen met een andere vakantieregio of een ander lesuur",
        "Groepeer op leerling en school.",
    )
}
