//! The state as bytes: the packed facts in one file, and the rest, which is small, in another. The format is in
//! `docs/koppelstand.md`.

use super::basis::schijf::{artikel, nummer};
use super::{Basis, Feiten, Stand};
use crate::kalender::{dagnummer, datum};
use crate::koppel::feiten::{Artikel, Periode, Verzuim};
use rules::Vakantieregio;
use std::io::{Read, Result, Write};

const BEGIN: &[u8] = b"LEERSTN1";

impl Stand {
    /// Writes the packed facts.
    pub(crate) fn basis_naar(&self, w: &mut impl Write) -> Result<()> {
        self.basis.naar(w)
    }

    /// The rest: day, region, names of municipalities, outcome, and who lies apart.
    pub(crate) fn rest(&self, gemeenten: &[String]) -> Vec<u8> {
        let mut u = Uit(BEGIN.to_vec());
        u.dag(self.grenzen.dag);
        u.tekst(self.regio.code());
        u.aantal(gemeenten.len());
        gemeenten.iter().for_each(|g| u.tekst(g));
        u.aantal(self.uitkomst.aantal());
        for v in self.uitkomst.iter() {
            u.persoon(v.persoon);
            u.getal(v.gemeente);
            u.dag(v.sinds);
        }
        let mut apart: Vec<(u64, Option<&Feiten>)> = self.apart.iter().map(|(p, f)| (*p, f.as_ref())).collect();
        apart.sort_unstable_by_key(|(p, _)| *p);
        u.aantal(apart.len());
        for (persoon, feiten) in apart {
            u.persoon(persoon);
            u.getal(u32::from(feiten.is_some()));
            if let Some(f) = feiten {
                u.feiten(f);
            }
        }
        u.0
    }

    /// The state with the names of the municipalities, from the packed facts (with how many bytes they are) and the
    /// rest; nothing when this can be no state.
    pub(crate) fn uit(basis: &mut impl Read, lengte: u64, rest: &[u8]) -> Result<Option<(Self, Vec<String>)>> {
        let Some(basis) = Basis::uit(basis, lengte)? else { return Ok(None) };
        Ok(Self::met_rest(basis, In(rest)))
    }

    fn met_rest(basis: Basis, mut i: In<'_>) -> Option<(Self, Vec<String>)> {
        i.0 = i.0.strip_prefix(BEGIN)?;
        let nummer = i.dag()?;
        let dag = datum(nummer);
        let regio = Vakantieregio::uit_code(i.tekst()?)?;
        let gemeenten: Vec<String> = (0..i.aantal(4)?).map(|_| i.tekst().map(str::to_owned)).collect::<Option<_>>()?;
        let bekend = |g: u32| (g as usize) < gemeenten.len();
        if dagnummer(dag) != nummer || !basis.hoogste_gemeente().is_none_or(bekend) {
            return None;
        }
        let mut zelf = Self::van(basis, dag, regio);
        for _ in 0..i.aantal(16)? {
            let v = Verzuim { persoon: i.persoon()?, gemeente: i.getal()?, sinds: i.dag()? };
            let volgt = zelf.uitkomst.laatste().is_none_or(|p| p < v.persoon);
            (bekend(v.gemeente) && volgt).then_some(())?;
            zelf.uitkomst.zet(v);
        }
        let mut vorige = None;
        for _ in 0..i.aantal(12)? {
            let persoon = i.persoon()?;
            let feiten = match i.getal()? {
                0 => None,
                1 => Some(i.feiten()?),
                _ => return None,
            };
            let thuis = feiten.as_ref().is_none_or(|f| bekend(f.gemeente));
            (thuis && vorige.is_none_or(|v| v < persoon)).then_some(())?;
            vorige = Some(persoon);
            zelf.neem(persoon, feiten);
        }
        i.0.is_empty().then_some((zelf, gemeenten))
    }
}

/// Bytes that are being written.
struct Uit(Vec<u8>);

impl Uit {
    fn getal(&mut self, n: u32) {
        self.0.extend(n.to_le_bytes());
    }
    /// No list here can have more than there are numbers: its things were numbered, or lie in memory in far more bytes.
    fn aantal(&mut self, n: usize) {
        self.getal(u32::try_from(n).unwrap_or(u32::MAX));
    }
    fn dag(&mut self, d: i32) {
        self.0.extend(d.to_le_bytes());
    }
    fn persoon(&mut self, p: u64) {
        self.0.extend(p.to_le_bytes());
    }
    fn tekst(&mut self, t: &str) {
        self.aantal(t.len());
        self.0.extend(t.as_bytes());
    }
    fn periode(&mut self, p: Periode) {
        self.dag(p.begin);
        self.dag(p.einde);
    }
    fn feiten(&mut self, f: &Feiten) {
        self.dag(f.geboren);
        self.getal(f.gemeente);
        self.aantal(f.inschrijvingen.len());
        f.inschrijvingen.iter().for_each(|p| self.periode(*p));
        self.aantal(f.vrijstellingen.len());
        for (a, p) in &f.vrijstellingen {
            self.getal(nummer(*a));
            self.periode(*p);
        }
        self.aantal(usize::from(f.startkwalificatie_op.is_some()));
        if let Some(op) = f.startkwalificatie_op {
            self.dag(op);
        }
    }
}

/// Bytes that are being read; nothing when there are too few of them.
struct In<'a>(&'a [u8]);

impl<'a> In<'a> {
    fn bytes<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (nu, rest) = self.0.split_first_chunk()?;
        self.0 = rest;
        Some(*nu)
    }
    fn getal(&mut self) -> Option<u32> {
        self.bytes().map(u32::from_le_bytes)
    }
    /// How many things of at least so many bytes follow: never more than there is room for.
    fn aantal(&mut self, bytes: usize) -> Option<usize> {
        let n = self.getal()? as usize;
        (n <= self.0.len() / bytes).then_some(n)
    }
    fn dag(&mut self) -> Option<i32> {
        self.bytes().map(i32::from_le_bytes)
    }
    fn persoon(&mut self) -> Option<u64> {
        self.bytes().map(u64::from_le_bytes)
    }
    fn tekst(&mut self) -> Option<&'a str> {
        let n = self.aantal(1)?;
        let (nu, rest) = self.0.split_at_checked(n)?;
        self.0 = rest;
        std::str::from_utf8(nu).ok()
    }
    fn periode(&mut self) -> Option<Periode> {
        Some(Periode { begin: self.dag()?, einde: self.dag()? })
    }
    fn vrijstelling(&mut self) -> Option<(Artikel, Periode)> {
        Some((artikel(self.getal()?)?, self.periode()?))
    }
    fn feiten(&mut self) -> Option<Feiten> {
        Some(Feiten {
            geboren: self.dag()?,
            gemeente: self.getal()?,
            inschrijvingen: (0..self.aantal(8)?).map(|_| self.periode()).collect::<Option<_>>()?,
            vrijstellingen: (0..self.aantal(12)?).map(|_| self.vrijstelling()).collect::<Option<_>>()?,
            startkwalificatie_op: match self.getal()? {
                0 => None,
                1 => Some(self.dag()?),
                _ => return None,
            },
        })
    }
}
