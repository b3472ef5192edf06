//! One pass over everybody: the signals of a register or of a file, with one or more threads.

use crate::fout::Fout;
use crate::invoer::{Gestopt, Grenzen, Ontvanger, Verdeling, lees_aanwezigheid, lees_gesorteerd};
use crate::parket::Parket;
use crate::register::Register;
use crate::register::loper::{Bereik, loop_langs};
use crate::signaal::{Beoordelaar, Opdracht, Signaal, Vraag};
use crate::wet::{Schoolwet, Wet};
use std::path::{Path, PathBuf};

/// Collects the signals of the pupils that come by, in order of pupil.
pub(crate) struct Pas<'a> {
    wet: &'a Wet,
    vraag: Vraag,
    beoordelaar: Beoordelaar,
    /// The pupil of the last signals, and where they begin in `signalen`.
    wie: u64,
    school: Option<(u32, &'a Schoolwet)>,
    begin: usize,
    pub(crate) signalen: Vec<Signaal>,
    bron: PathBuf,
}

impl<'a> Pas<'a> {
    pub(crate) fn nieuw(wet: &'a Wet, vraag: Vraag, bron: &Path) -> Self {
        Self {
            wet,
            vraag,
            beoordelaar: Beoordelaar::default(),
            wie: 0,
            school: None,
            begin: 0,
            signalen: Vec::new(),
            bron: bron.to_owned(),
        }
    }

    /// The signals of one pupil belong together in order of day; with `eerste` only the first stays.
    fn sluit(&mut self) {
        let Some(deze) = self.signalen.get_mut(self.begin..) else { return };
        deze.sort_by_key(|s| (s.bereikt_op, s.school, s.langdurig));
        if self.vraag.eerste && deze.len() > 1 {
            self.signalen.truncate(self.begin + 1);
        }
        self.begin = self.signalen.len();
    }

    pub(crate) fn klaar(mut self) -> Vec<Signaal> {
        self.sluit();
        self.signalen
    }
}

impl Ontvanger for Pas<'_> {
    #[inline]
    fn leerling(&mut self, leerling: u64, school: u32, rijen: &[u32]) -> Result<(), Fout> {
        // Pupils of a school often come one after the other.
        let s = match self.school {
            Some((nummer, s)) if nummer == school => s,
            _ => self.wet.school(school).ok_or_else(|| onbekend(&self.bron, leerling, school))?,
        };
        self.school = Some((school, s));
        if self.signalen.len() > self.begin && self.wie != leerling {
            self.sluit();
        }
        self.wie = leerling;
        let uit = &mut self.signalen;
        let o = Opdracht { wet: s, periode: self.wet.periode, vraag: self.vraag };
        self.beoordelaar.leerling(leerling, school, rijen, o, &mut |x| uit.push(x));
        Ok(())
    }
}

#[cold]
fn onbekend(bron: &Path, leerling: u64, school: u32) -> Fout {
    let melding = format!("leerling {leerling} heeft lessen op school {school}, en die staat niet bij de scholen");
    Fout::van(bron, melding, "Zet elke school van de lessen in het bestand met scholen.").in_kolom("school")
}

/// The signals of a register, in order of pupil and day.
///
/// # Errors
/// What is damaged.
pub fn signaleer(register: &Register, wet: &Wet, vraag: Vraag, draden: usize) -> Result<Vec<Signaal>, Fout> {
    let bereiken = verdeel(register, draden);
    let een = |b: Bereik, segmenten: &[crate::register::segment::Segment]| {
        let mut pas = Pas::nieuw(wet, vraag, register.map());
        loop_langs(segmenten, b, |l, s, r| pas.leerling(l, s, r))?;
        Ok(pas.klaar())
    };
    if let [b] = bereiken.as_slice() {
        return een(*b, &register.segmenten);
    }
    let delen: Vec<Result<Vec<Signaal>, Fout>> = std::thread::scope(|t| {
        let draden: Vec<_> = bereiken
            .iter()
            .map(|b| {
                t.spawn(|| {
                    let eigen = register.segmenten.iter().map(|s| s.nog_een()).collect::<Result<Vec<_>, _>>()?;
                    een(*b, &eigen)
                })
            })
            .collect();
        draden.into_iter().map(|d| d.join().unwrap_or_else(|_| Err(onderbroken(register.map())))).collect()
    });
    Ok(delen.into_iter().collect::<Result<Vec<_>, _>>()?.concat())
}

/// Cuts the pupils in as many parts as there are threads, about equal in lessons.
fn verdeel(register: &Register, draden: usize) -> Vec<Bereik> {
    let Some(basis) = register.segmenten.iter().max_by_key(|s| s.rijen) else { return vec![Bereik::default()] };
    let n = basis.plaatsen.len();
    let mut grenzen: Vec<u64> =
        (1..draden).filter_map(|d| basis.plaatsen.get(n * d / draden)).map(|p| p.eerste).filter(|g| *g > 0).collect();
    grenzen.dedup();
    let van = std::iter::once(None).chain(grenzen.iter().copied().map(Some));
    let tot = grenzen.iter().copied().map(Some).chain([None]);
    van.zip(tot).map(|(van, tot)| Bereik { van, tot }).collect()
}

fn onderbroken(bron: &Path) -> Fout {
    Fout::van(bron, "het werk is onderbroken", "Probeer het opnieuw.")
}

/// The signals of attendance files that are not in a register, in order of pupil and day. Sorting uses files in `werkmap`.
///
/// # Errors
/// What is wrong with a file.
pub fn signaleer_bestanden(
    paden: &[PathBuf],
    grenzen: Grenzen,
    wet: &Wet,
    vraag: Vraag,
    draden: usize,
    werkmap: &Path,
) -> Result<Vec<Signaal>, Fout> {
    let bron = paden.first().map_or(werkmap, PathBuf::as_path);
    if let [pad] = paden
        && draden > 1
        && !crate::invoer::is_csv(pad)
        && let Some(uit) = met_draden(pad, grenzen, wet, vraag, draden)?
    {
        return Ok(uit);
    }
    let mut pas = Pas::nieuw(wet, vraag, bron);
    lees_aanwezigheid(paden, grenzen, werkmap, &mut pas, |p| {
        *p = Pas::nieuw(wet, vraag, bron);
        Ok(())
    })?;
    Ok(pas.klaar())
}

/// A sorted file with several threads; nothing when it turns out not to be sorted.
fn met_draden(
    pad: &Path,
    grenzen: Grenzen,
    wet: &Wet,
    vraag: Vraag,
    draden: usize,
) -> Result<Option<Vec<Signaal>>, Fout> {
    let parket = Parket::open(pad)?;
    let werk = Verdeling::over(&parket, draden);
    let delen: Vec<Result<_, Gestopt>> = std::thread::scope(|t| {
        let lopen: Vec<_> = werk
            .iter()
            .map(|deel| {
                t.spawn(|| {
                    let mut pas = Pas::nieuw(wet, vraag, pad);
                    let wie = lees_gesorteerd(&parket, deel, grenzen, &mut pas)?;
                    Ok((wie, pas.klaar()))
                })
            })
            .collect();
        lopen.into_iter().map(|d| d.join().unwrap_or_else(|_| Err(onderbroken(pad).into()))).collect()
    });
    let mut uit = Vec::new();
    let mut laatste: Option<u64> = None;
    for deel in delen {
        let (wie, signalen) = match deel {
            Ok(d) => d,
            Err(Gestopt::Fout(f)) => return Err(f),
            Err(Gestopt::Ongesorteerd) => return Ok(None),
        };
        // Each part is in order; together they are when every part begins after the one before.
        if let Some((van, tm)) = wie {
            if laatste.is_some_and(|l| van <= l) {
                return Ok(None);
            }
            laatste = Some(tm);
        }
        uit.extend(signalen);
    }
    Ok(Some(uit))
}
