//! Cells of a sheet, one by one, to a heading and rows. Nothing is reserved for cells that are only announced.

use crate::tabel::{Bestandsfout, GEEN_RIJEN, MAX_KOLOMMEN, MAX_RIJEN, MAX_VELD, Rij, Tabel, fout, keur_namen};

/// Most memory for the cells of a sheet, about as much as the largest CSV takes. One shared text of 4096 bytes can stand in each cell, so counting bytes of
/// the file says nothing.
const MAX_GEHEUGEN: usize = 128_000_000;
/// What a cell takes besides its text.
const CEL: usize = size_of::<String>() + 16;

/// What an error cell (`#REF!`) becomes: no reader accepts it, so it becomes an error of its row.
pub(crate) const FOUTCEL: &str = "#FOUT!";

/// A cell that is too long.
pub(crate) const TE_VEEL_TEKST: &str = "In een cel staat te veel tekst. Laat die kolom weg uit de export.";

/// The rows so far.
#[derive(Default)]
pub(crate) struct Verzamelaar {
    kop: Vec<String>,
    rijen: Vec<Rij>,
    nummer: usize,
    cellen: Vec<String>,
    geheugen: usize,
}

impl Verzamelaar {
    /// One cell; row and column count from 0. Cells come row by row.
    pub(crate) fn cel(&mut self, rij: usize, kolom: usize, tekst: &str) -> Result<(), Bestandsfout> {
        let tekst = tekst.trim();
        if tekst.is_empty() {
            return Ok(());
        }
        if kolom >= MAX_KOLOMMEN {
            return fout("Dit werkblad heeft meer dan 64 kolommen. Laat de kolommen weg die u niet nodig hebt.");
        }
        if tekst.len() > MAX_VELD {
            return fout(TE_VEEL_TEKST);
        }
        let nummer = rij.saturating_add(1);
        if nummer < self.nummer {
            return fout("De regels van dit werkblad staan niet op volgorde. Bewaar het als CSV en laad dat bestand.");
        }
        if nummer > self.nummer {
            self.sluit_rij()?;
            self.nummer = nummer;
        }
        let erbij = (kolom + 1).saturating_sub(self.cellen.len());
        self.geheugen += erbij * CEL + tekst.len();
        if self.geheugen > MAX_GEHEUGEN {
            return fout("Dit werkblad heeft te veel gevulde cellen. Maak de export per maand.");
        }
        if erbij > 0 {
            self.cellen.resize_with(kolom + 1, String::new);
        }
        if let Some(c) = self.cellen.get_mut(kolom) {
            tekst.clone_into(c);
        }
        Ok(())
    }

    fn sluit_rij(&mut self) -> Result<(), Bestandsfout> {
        if self.cellen.is_empty() {
            return Ok(());
        }
        let mut cellen = std::mem::take(&mut self.cellen);
        if self.kop.is_empty() {
            self.kop = cellen;
            return Ok(());
        }
        if self.rijen.len() >= MAX_RIJEN {
            return fout("Het werkblad heeft meer dan 250.000 regels. Maak de export per maand.");
        }
        cellen.shrink_to_fit();
        self.geheugen += size_of::<Rij>();
        self.rijen.push(Rij { nummer: self.nummer, cellen });
        Ok(())
    }

    /// The sheet as a table. `Ok(Err(_))` is a sheet that is no table; another sheet may be one.
    pub(crate) fn klaar(mut self) -> Result<Result<Tabel, Bestandsfout>, Bestandsfout> {
        self.sluit_rij()?;
        if self.kop.is_empty() {
            return Ok(fout("Dit werkblad is leeg. Kies een ander bestand."));
        }
        if self.kop.iter().filter(|k| !k.is_empty()).count() < 2 {
            return Ok(fout("De eerste regel van het werkblad hoort de namen van 2 tot 64 kolommen te geven."));
        }
        if self.rijen.is_empty() {
            return Ok(fout(GEEN_RIJEN));
        }
        keur_namen(&self.kop)?;
        Ok(Ok(Tabel { kop: self.kop, rijen: self.rijen, codering: "werkblad", scheiding: ' ' }))
    }
}

/// The first sheet that is a table; without one the reason of the first sheet that was not empty.
#[derive(Default)]
pub(crate) struct Bladkeuze {
    reden: Option<Bestandsfout>,
    leeg: Option<Bestandsfout>,
}

impl Bladkeuze {
    /// Look at the next sheet.
    pub(crate) fn blad(&mut self, v: Verzamelaar) -> Result<Option<Tabel>, Bestandsfout> {
        let gevuld = !v.kop.is_empty() || !v.cellen.is_empty();
        match v.klaar()? {
            Ok(t) => return Ok(Some(t)),
            Err(f) if gevuld => {
                self.reden.get_or_insert(f);
            }
            Err(f) => {
                self.leeg.get_or_insert(f);
            }
        }
        Ok(None)
    }

    /// No sheet was a table.
    pub(crate) fn geen(self) -> Bestandsfout {
        self.reden.or(self.leeg).unwrap_or_else(|| {
            Bestandsfout("In dit bestand staat geen zichtbaar werkblad met regels. Kies een ander bestand.".to_owned())
        })
    }
}
