//! From rows of news to what is known of each person from now on.

use crate::fout::Fout;
use crate::invoer::mutaties::{Cel, Regel, Wat, lees as lees_regels};
use crate::invoer::personen::Gemeenten;
use crate::koppel::{Feiten, Mutatie, Periode};
use std::path::Path;

const DATUM: &str = "Geef een datum, zoals 2010-05-31.";
const LEEG: &str = "Laat deze cel leeg, of verander `wat`.";

/// The news of a file, each person once. The rows of a person replace all that was known.
///
/// # Errors
/// The first row that cannot be, or a person whose rows do not go together.
pub(super) fn lees(pad: &Path, g: &Gemeenten) -> Result<Vec<Mutatie>, Fout> {
    let mut regels = lees_regels(pad, g)?;
    regels.sort_by_key(|r| r.persoon);
    regels.chunk_by(|a, b| a.persoon == b.persoon).map(|van_een| persoon(pad, van_een)).collect()
}

/// What is wrong, with which row of whom.
fn mis(pad: &Path, r: &Regel, kolom: &str, wat: &str, herstel: &str) -> Fout {
    Fout::van(pad, format!("persoon {}: {wat}", r.persoon), herstel).in_kolom(kolom).in_rij(r.rij)
}

fn persoon(pad: &Path, regels: &[Regel]) -> Result<Mutatie, Fout> {
    let nummer = regels.first().map_or(0, |r| r.persoon);
    let mut zelf: Option<Feiten> = None;
    let (mut inschrijvingen, mut vrijstellingen, mut startkwalificatie_op) = (Vec::new(), Vec::new(), None);
    for r in regels {
        let wat = r.wat(pad)?;
        r.leeg(pad, wat)?;
        match wat {
            Wat::Persoon if zelf.is_some() => {
                let herstel = "Geef van elke persoon één regel `persoon`.";
                return Err(mis(pad, r, "wat", "`persoon` staat er twee keer in", herstel));
            }
            Wat::Persoon => zelf = Some(r.persoon(pad)?),
            Wat::Inschrijving => inschrijvingen.push(r.periode(pad)?),
            Wat::Vrijstelling => vrijstellingen.push((r.artikel(pad)?, r.periode(pad)?)),
            Wat::Diploma => {
                let op = r.begin(pad)?;
                startkwalificatie_op = Some(startkwalificatie_op.map_or(op, |al: i32| al.min(op)));
            }
            Wat::Weg if regels.len() > 1 => {
                let herstel = "Geef van wie weg is alleen die ene regel.";
                return Err(mis(pad, r, "wat", "`weg` staat naast andere regels", herstel));
            }
            Wat::Weg => return Ok(Mutatie { persoon: r.persoon, feiten: None }),
        }
    }
    match (zelf, regels) {
        (None, [r, ..]) => {
            let herstel = "Geef alles wat van de persoon bekend is, met één regel `persoon`; of één regel `weg`.";
            Err(mis(pad, r, "wat", "de regel `persoon` ontbreekt", herstel))
        }
        (zelf, _) => {
            let feiten = zelf.map(|f| Feiten { inschrijvingen, vrijstellingen, startkwalificatie_op, ..f });
            Ok(Mutatie { persoon: nummer, feiten })
        }
    }
}

impl Regel {
    fn wat(&self, pad: &Path) -> Result<Wat, Fout> {
        let herstel = "Kies uit: persoon, inschrijving, vrijstelling, diploma, weg.";
        match self.wat {
            Cel::Is(w) => Ok(w),
            Cel::Leeg => Err(mis(pad, self, "wat", "er staat niet wat dit is", herstel)),
            Cel::Fout => Err(mis(pad, self, "wat", "dit kennen wij niet", herstel)),
        }
    }

    /// Cells that do not belong with this kind of row are empty.
    fn leeg(&self, pad: &Path, wat: Wat) -> Result<(), Fout> {
        let met_begin = matches!(wat, Wat::Inschrijving | Wat::Vrijstelling | Wat::Diploma);
        let met_einde = matches!(wat, Wat::Inschrijving | Wat::Vrijstelling);
        for (kolom, hoort, leeg) in [
            ("geboortedatum", wat == Wat::Persoon, self.geboren == Cel::Leeg),
            ("gemeente", wat == Wat::Persoon, self.gemeente == Cel::Leeg),
            ("artikel", wat == Wat::Vrijstelling, self.artikel == Cel::Leeg),
            ("begin", met_begin, self.begin == Cel::Leeg),
            ("einde", met_einde, self.einde == Cel::Leeg),
        ] {
            if !hoort && !leeg {
                return Err(mis(pad, self, kolom, "deze waarde hoort hier niet", LEEG));
            }
        }
        Ok(())
    }

    fn moet<T>(&self, pad: &Path, kolom: &str, cel: Cel<T>, herstel: &str) -> Result<T, Fout> {
        match cel {
            Cel::Is(w) => Ok(w),
            Cel::Leeg => Err(mis(pad, self, kolom, "deze waarde ontbreekt", herstel)),
            Cel::Fout => Err(mis(pad, self, kolom, "deze waarde kan niet", herstel)),
        }
    }

    fn persoon(&self, pad: &Path) -> Result<Feiten, Fout> {
        Ok(Feiten {
            geboren: self.moet(pad, "geboortedatum", self.geboren, DATUM)?,
            gemeente: self.moet(pad, "gemeente", self.gemeente, "Geef de gemeente waar de persoon woont.")?,
            inschrijvingen: Vec::new(),
            vrijstellingen: Vec::new(),
            startkwalificatie_op: None,
        })
    }

    fn artikel(&self, pad: &Path) -> Result<crate::koppel::Artikel, Fout> {
        self.moet(pad, "artikel", self.artikel, "Kies uit: 5a, 5b, 5c, 5a_trekkend, 15.")
    }

    fn begin(&self, pad: &Path) -> Result<i32, Fout> {
        self.moet(pad, "begin", self.begin, DATUM)
    }

    fn periode(&self, pad: &Path) -> Result<Periode, Fout> {
        let einde = match self.einde {
            Cel::Leeg => i32::MAX,
            cel => self.moet(pad, "einde", cel, "Geef een datum, of niets als er geen einde is.")?,
        };
        Ok(Periode { begin: self.begin(pad)?, einde })
    }
}
