//! A stream with a place in its present block, and its order watched.

use super::feiten::{Stroom, VanPersoon};
use super::fout::{Fout, Welke};

pub(super) struct Lezer<'a, T, S> {
    stroom: &'a mut S,
    welke: Welke,
    blok: Vec<T>,
    plek: usize,
    /// Person of the last row of the block before this one.
    vorige: Option<u64>,
    klaar: bool,
}

impl<'a, T: VanPersoon + Copy, S: Stroom<T>> Lezer<'a, T, S> {
    pub fn nieuw(stroom: &'a mut S, welke: Welke) -> Self {
        Self { stroom, welke, blok: Vec::new(), plek: 0, vorige: None, klaar: false }
    }

    /// The rows of the present block from here on.
    #[inline]
    pub fn rest(&self) -> &[T] {
        self.blok.get(self.plek..).unwrap_or_default()
    }

    /// Reads the next block; `false` at the end. A block is in order by itself and with the one before it, and persons are
    /// there once.
    #[inline(never)]
    pub fn vul(&mut self) -> Result<bool, Fout<S::Fout>> {
        if self.klaar {
            return Ok(false);
        }
        self.vorige = self.blok.last().map(VanPersoon::persoon);
        self.plek = 0;
        self.blok.clear();
        self.stroom.volgende(&mut self.blok).map_err(|fout| Fout::Lezen { stroom: self.welke, fout })?;
        self.klaar = self.blok.is_empty();
        self.in_volgorde()?;
        Ok(!self.klaar)
    }

    fn in_volgorde(&self) -> Result<(), Fout<S::Fout>> {
        let over_de_rand = self.vorige.zip(self.blok.first().map(VanPersoon::persoon));
        let paren = || self.blok.iter().zip(self.blok.iter().skip(1)).map(|(a, b)| (a.persoon(), b.persoon()));
        // No way out halfway, so that it runs over several rows at a time.
        let goed = match self.welke {
            Welke::Personen => paren().fold(true, |goed, (a, b)| goed & (a < b)),
            _ => paren().fold(true, |goed, (a, b)| goed & (a <= b)),
        };
        for (a, b) in over_de_rand.into_iter().chain(paren().take_while(|_| !goed)) {
            if b < a {
                return Err(Fout::NietGesorteerd { stroom: self.welke, persoon: b });
            }
            if b == a && self.welke == Welke::Personen {
                return Err(Fout::Dubbel { stroom: self.welke, persoon: b });
            }
        }
        Ok(())
    }

    /// Puts the rows of this person to `met` and leaves the stream behind them; rows of persons before it are skipped.
    #[inline]
    pub fn bij(&mut self, persoon: u64, mut met: impl FnMut(T)) -> Result<(), Fout<S::Fout>> {
        loop {
            for rij in self.blok.get(self.plek..).unwrap_or_default() {
                if rij.persoon() > persoon {
                    return Ok(());
                }
                if rij.persoon() == persoon {
                    met(*rij);
                }
                self.plek += 1;
            }
            if !self.vul()? {
                return Ok(());
            }
        }
    }

    /// Reads to the end, for the order of what is left.
    pub fn maak_af(&mut self) -> Result<(), Fout<S::Fout>> {
        while self.vul()? {}
        Ok(())
    }
}
