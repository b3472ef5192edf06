//! The kept state of `koppel`: a folder with the facts of everybody and the outcome of one day, to go on from.
//!
//! A file never changes once it is in the list, and the list is replaced as a whole: whoever stops half-way leaves the
//! old state or the new one. The format is in `docs/koppelstand.md`.

mod bestand;
mod lijst;
mod mutaties;

use crate::fout::Fout;
use crate::invoer::personen::Gemeenten;
use crate::koppel::{Rij, Stand, Verzuim, toestanden};
use crate::koppelbestand::{Koppelbestanden, schrijf_koppeling};
use bestand::{Deel, HERSTEL, STUK};
use jiff::civil::Date;
use lijst::Lijst;
use rules::Vakantieregio;
use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};

/// The packed facts are written again when more than one in so many lies apart.
const VERDICHT_BIJ: usize = 20;

/// A state with an outcome that was not kept yet.
#[derive(Debug)]
pub struct Koppelstand {
    map: PathBuf,
    stand: Stand,
    gemeenten: Gemeenten,
    rijen: Vec<Rij>,
    /// The file of the packed facts; nothing when they are new.
    basis: Option<Deel>,
    _slot: File,
}

impl Koppelstand {
    /// Makes a state of whole registers, for a folder; a state that is there is replaced when this one is kept.
    ///
    /// # Errors
    /// The first thing that is wrong with a file, or the folder cannot be used.
    pub fn bouw(map: &Path, van: &Koppelbestanden, dag: Date, regio: Vakantieregio) -> Result<Self, Fout> {
        if lijst::bestaat(map) {
            // A list that we cannot read may be somebody's own.
            Lijst::lees(map)
                .map_err(|f| Fout { herstel: "Kies een andere map, of haal deze map eerst weg.".to_owned(), ..f })?;
        }
        let (rijen, gemeenten, stand) = van.koppel_en_houd(dag, regio)?;
        std::fs::create_dir_all(map).map_err(|e| Fout::io(map, &e))?;
        let slot = lijst::vergrendel(map)?;
        Ok(Self { map: map.to_owned(), stand, gemeenten, rijen, basis: None, _slot: slot })
    }

    /// Goes from the state in a folder to a day, with a file of news: `persoon, wat, geboortedatum, gemeente, artikel,
    /// begin, einde`.
    ///
    /// # Errors
    /// There is no state here, it is damaged or in use, or what is wrong with the file of news.
    pub fn naar(map: &Path, dag: Date, nieuws: &Path) -> Result<Self, Fout> {
        // Where no state is, no lock must appear.
        Lijst::lees(map)?;
        let slot = lijst::vergrendel(map)?;
        let lijst = Lijst::lees(map)?;
        let rest = lijst.nieuws.lees(map, |r, _| {
            let mut bytes = Vec::new();
            r.read_to_end(&mut bytes).map(|_| Some(bytes))
        })?;
        let (mut stand, namen) = lijst.basis.lees(map, |mut r, lengte| Stand::uit(&mut r, lengte, &rest))?;
        let gemeenten = Gemeenten::van(&namen).ok_or_else(|| Fout::van(map, STUK, HERSTEL))?;
        let nieuws = mutaties::lees(nieuws, &gemeenten)?;
        let was: Vec<Verzuim> = stand.uitkomst().collect();
        stand.naar(dag, nieuws);
        let is: Vec<Verzuim> = stand.uitkomst().collect();
        let rijen = toestanden::<Fout>(&was, &is).map_err(|_| Fout::van(map, STUK, HERSTEL))?;
        let mut basis = Some(lijst.basis);
        if stand.apart() > stand.gepakt() / VERDICHT_BIJ {
            stand.verdicht();
            // More rows than can be numbered stay apart.
            basis = basis.filter(|_| stand.apart() > 0);
        }
        Ok(Self { map: map.to_owned(), stand, gemeenten, rijen, basis, _slot: slot })
    }

    /// The outcome: everybody in absolute absence on the day, and who no longer is.
    #[must_use]
    pub fn rijen(&self) -> &[Rij] {
        &self.rijen
    }

    /// Writes the outcome and keeps the state. Whoever is stopped in between can do the same once more.
    ///
    /// # Errors
    /// A file cannot be written; the old state is still there.
    pub fn bewaar(self, uit: &Path) -> Result<(), Fout> {
        schrijf_koppeling(uit, &self.rijen, &self.gemeenten)?;
        // The outcome must be on disk before the state moves on.
        let thuis = uit.parent().filter(|m| !m.as_os_str().is_empty()).unwrap_or(Path::new("."));
        File::open(thuis).and_then(|m| m.sync_all()).map_err(|e| Fout::io(uit, &e))?;
        let (basis, nieuws) = lijst::nieuwe_namen(&self.map);
        let basis = match self.basis {
            Some(b) => b,
            None => Deel::schrijf(&self.map, basis, |w| self.stand.basis_naar(w))?,
        };
        let rest = self.stand.rest(&self.gemeenten.alle());
        let lijst = Lijst { basis, nieuws: Deel::schrijf(&self.map, nieuws, |w| w.write_all(&rest))? };
        lijst.schrijf(&self.map)?;
        lijst.ruim_op(&self.map);
        Ok(())
    }
}
