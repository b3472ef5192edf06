//! Putting lessons in order of pupil, school and lesson, in bounded memory: sorted parts on disk, merged.

use super::aanwezigheid::{Grenzen, Ontvanger};
use super::gesorteerd::dubbel;
use crate::fout::Fout;
use crate::rij::Rij;
use std::collections::BinaryHeap;
use std::fs::File;
use std::io::{BufReader, BufWriter, Read, Seek, Write};
use std::path::{Path, PathBuf};

/// Lessons in memory before a part goes to disk: 16 bytes each.
const DEEL: usize = 8 << 20;

type Les = (u64, u32, u32);

/// Takes lessons in any order, gives them back sorted.
pub(crate) struct Sorteerder {
    werkmap: PathBuf,
    /// The files that the lessons come from.
    bronnen: Vec<PathBuf>,
    grenzen: Grenzen,
    lessen: Vec<Les>,
    delen: Vec<File>,
}

impl Sorteerder {
    pub(crate) fn nieuw(werkmap: &Path, bronnen: Vec<PathBuf>, grenzen: Grenzen) -> Self {
        Self { werkmap: werkmap.to_owned(), bronnen, grenzen, lessen: Vec::new(), delen: Vec::new() }
    }

    /// A lesson that is there twice.
    fn dubbel(&self, leerling: u64, rij: u32) -> Fout {
        let bron = self.bronnen.first().map_or(self.werkmap.as_path(), PathBuf::as_path);
        let mut f = dubbel(bron, leerling, Rij(rij), self.grenzen);
        if self.bronnen.len() > 1 {
            f.melding += &format!(" (in een van de {} bestanden, of in twee ervan)", self.bronnen.len());
        }
        f
    }

    #[inline]
    pub(crate) fn erbij(&mut self, leerling: u64, school: u32, rij: u32) -> Result<(), Fout> {
        if self.lessen.len() == DEEL {
            self.lessen.sort_unstable();
            // A small file can repeat one lesson a thousand million times: seen before it fills the disk.
            if let Some([(l, _, r), _]) = self.lessen.array_windows().find(|[a, b]| dezelfde(a, b)) {
                return Err(self.dubbel(*l, *r));
            }
            self.naar_schijf().map_err(|e| Fout::io(&self.werkmap, &e))?;
        }
        self.lessen.push((leerling, school, rij));
        Ok(())
    }

    /// The lessons in memory, which are in order.
    fn naar_schijf(&mut self) -> std::io::Result<()> {
        // Without a name: whatever happens, nothing of it stays behind.
        let mut bestand = tempfile::tempfile_in(&self.werkmap)?;
        let mut w = BufWriter::with_capacity(1 << 20, &mut bestand);
        for (l, s, r) in &self.lessen {
            w.write_all(&l.to_le_bytes())?;
            w.write_all(&s.to_le_bytes())?;
            w.write_all(&r.to_le_bytes())?;
        }
        w.flush()?;
        drop(w);
        bestand.rewind()?;
        self.delen.push(bestand);
        self.lessen.clear();
        Ok(())
    }

    /// Hands everything on in order; a lesson that is there twice is a fault.
    pub(crate) fn geef<O: Ontvanger>(mut self, o: &mut O) -> Result<(), Fout> {
        self.lessen.sort_unstable();
        let (mut lessen, delen) = (std::mem::take(&mut self.lessen), std::mem::take(&mut self.delen));
        let io = |e: std::io::Error| Fout::io(&self.werkmap, &e);
        let mut groep = Groep::default();
        let mut uit = |les: Les| groep.erbij(les, o).map_err(|f| f.unwrap_or_else(|| self.dubbel(les.0, les.2)));
        if delen.is_empty() {
            for les in lessen {
                uit(les)?;
            }
        } else {
            let mut delen: Vec<Deel> = delen.into_iter().map(Deel::nieuw).collect();
            let mut geheugen = lessen.drain(..);
            let mut hoop = BinaryHeap::new();
            let laatste = delen.len();
            for (i, d) in delen.iter_mut().enumerate() {
                hoop.extend(d.volgende().map_err(io)?.map(|l| std::cmp::Reverse((l, i))));
            }
            hoop.extend(geheugen.next().map(|l| std::cmp::Reverse((l, laatste))));
            while let Some(std::cmp::Reverse((les, i))) = hoop.pop() {
                uit(les)?;
                let volgende = match delen.get_mut(i) {
                    Some(d) => d.volgende().map_err(io)?,
                    None => geheugen.next(),
                };
                hoop.extend(volgende.map(|l| std::cmp::Reverse((l, i))));
            }
        }
        groep.klaar(o)
    }
}

/// The same lesson of the same pupil at the same school?
fn dezelfde(a: &Les, b: &Les) -> bool {
    (a.0, a.1, Rij(a.2).slot()) == (b.0, b.1, Rij(b.2).slot())
}

/// A sorted part on disk.
struct Deel(BufReader<File>);

impl Deel {
    fn nieuw(bestand: File) -> Self {
        Self(BufReader::with_capacity(256 << 10, bestand))
    }

    fn volgende(&mut self) -> std::io::Result<Option<Les>> {
        let mut b = [0; 16];
        match self.0.read_exact(&mut b) {
            Ok(()) => {}
            Err(e) if e.kind() == std::io::ErrorKind::UnexpectedEof => return Ok(None),
            Err(e) => return Err(e),
        }
        let [l0, l1, l2, l3, l4, l5, l6, l7, s0, s1, s2, s3, r0, r1, r2, r3] = b;
        Ok(Some((
            u64::from_le_bytes([l0, l1, l2, l3, l4, l5, l6, l7]),
            u32::from_le_bytes([s0, s1, s2, s3]),
            u32::from_le_bytes([r0, r1, r2, r3]),
        )))
    }
}

/// The lessons of one pupil at one school, while they come by.
#[derive(Default)]
struct Groep {
    wie: Option<(u64, u32)>,
    rijen: Vec<u32>,
}

impl Groep {
    /// `Err(None)` is a lesson that is there twice.
    fn erbij<O: Ontvanger>(&mut self, (l, s, r): Les, o: &mut O) -> Result<(), Option<Fout>> {
        if self.wie != Some((l, s)) {
            self.klaar(o)?;
            self.wie = Some((l, s));
        }
        if self.rijen.last().is_some_and(|v| Rij(*v).slot() == Rij(r).slot()) {
            return Err(None);
        }
        self.rijen.push(r);
        Ok(())
    }

    fn klaar<O: Ontvanger>(&mut self, o: &mut O) -> Result<(), Fout> {
        if let Some((l, s)) = self.wie.take() {
            o.leerling(l, s, &self.rijen)?;
        }
        self.rijen.clear();
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kalender::Schooljaar;
    use crate::rij::Status;

    #[test]
    fn een_les_die_steeds_weer_komt_wordt_geweigerd_voor_de_schijf_vol_is() {
        let map = tempfile::tempdir().unwrap();
        let jaar = Schooljaar::van(jiff::civil::date(2025, 9, 1));
        let bronnen = vec![PathBuf::from("een.csv"), PathBuf::from("twee.csv")];
        let mut s = Sorteerder::nieuw(map.path(), bronnen, Grenzen { jaar, tot_en_met: i32::MAX });
        let rij = Rij::nieuw(40, 3, Status::Ziek, 50).0;
        let fout = (0..=DEEL).find_map(|_| s.erbij(7, 1, rij).err()).unwrap();
        assert!(s.delen.is_empty(), "er mag niets op schijf staan");
        assert_eq!((fout.bestand, fout.kolom.as_deref()), (PathBuf::from("een.csv"), Some("lesuur")));
        assert!(fout.melding.contains("lesuur 3 twee keer (in een van de 2 bestanden"), "{}", fout.melding);
    }
}
