//! `leerrecht lesregister`: the lessons of a school year as a folder that can be searched in seconds.

use crate::voortgang::{Balk, balk};
use clap::Subcommand;
use detect::{Bouw, Fout, Grenzen, Ontvanger, Register, Schooljaar};
use jiff::civil::Date;
use std::path::{Path, PathBuf};

#[derive(Subcommand)]
pub(crate) enum Lesregister {
    /// Maak een lesregister van bestanden met aanwezigheid
    Bouw {
        /// Bestanden met aanwezigheid, Parquet of CSV: leerling, school, datum, lesuur, minuten, status
        #[arg(long, required = true, num_args = 1..)]
        aanwezigheid: Vec<PathBuf>,
        /// Bestand met scholen, Parquet of CSV: school, vakantieregio, lesuur_minuten
        #[arg(long)]
        scholen: PathBuf,
        /// Schooljaar, zoals 2025-2026
        #[arg(long, value_parser = crate::kalender::schooljaar)]
        schooljaar: (Date, Date),
        /// De map voor het lesregister; een lesregister dat er al staat, wordt vervangen
        #[arg(long)]
        uit: PathBuf,
        /// Geen voortgang tonen
        #[arg(long)]
        stil: bool,
    },
    /// Voeg lessen toe; een les die er al staat, wordt vervangen
    Voegtoe {
        /// De map van het lesregister
        #[arg(long)]
        lesregister: PathBuf,
        /// Bestanden met nieuwe of verbeterde lessen
        #[arg(long, num_args = 1.., required_unless_present = "ingetrokken")]
        aanwezigheid: Vec<PathBuf>,
        /// Bestanden met lessen die weg moeten: leerling, school, datum, lesuur
        #[arg(long, num_args = 1..)]
        ingetrokken: Vec<PathBuf>,
        /// Geen voortgang tonen
        #[arg(long)]
        stil: bool,
    },
    /// Lees een lesregister helemaal na: elke byte
    Controleer {
        /// De map van het lesregister
        #[arg(long)]
        lesregister: PathBuf,
    },
}

/// Lessons go on to the register, and the bar moves.
struct MetBalk {
    bouw: Bouw,
    balk: Balk,
    /// Where the lessons come from.
    bron: PathBuf,
}

impl Ontvanger for MetBalk {
    fn leerling(&mut self, leerling: u64, school: u32, rijen: &[u32]) -> Result<(), Fout> {
        self.balk.erbij(rijen.len());
        // What is wrong with a lesson is wrong with the file it came from, not with the register.
        self.bouw.leerling(leerling, school, rijen).map_err(|f| match f.kolom {
            Some(_) => Fout { bestand: self.bron.clone(), ..f },
            None => f,
        })
    }
}

/// Days that a lesson of this school year can have had by today.
pub(crate) fn grenzen(jaar: Schooljaar, vandaag: Date) -> Grenzen {
    Grenzen { jaar, tot_en_met: detect::dagnummer(vandaag) }
}

/// Does one of the commands; what it says goes to the terminal.
///
/// # Errors
/// What is wrong with a file or the register.
pub(crate) fn doe(wat: &Lesregister, vandaag: Date) -> Result<(), Fout> {
    match wat {
        Lesregister::Bouw { aanwezigheid, scholen, schooljaar, uit, stil } => {
            bouw(aanwezigheid, scholen, Schooljaar::van(schooljaar.0), uit, *stil, vandaag)
        }
        Lesregister::Voegtoe { lesregister, aanwezigheid, ingetrokken, stil } => {
            voegtoe(lesregister, aanwezigheid, ingetrokken, *stil, vandaag)
        }
        Lesregister::Controleer { lesregister } => {
            let b = Register::open(lesregister)?.controleer()?;
            println!("Heel: {} bestanden, {} lessen, {} leerlingen.", b.bestanden, b.lessen, b.leerlingen);
            Ok(())
        }
    }
}

/// The first of the files; when there are several we do not know which one a lesson came from.
fn bron(aanwezigheid: &[PathBuf], anders: &Path) -> PathBuf {
    aanwezigheid.first().map_or_else(|| anders.to_owned(), Clone::clone)
}

fn bouw(
    aanwezigheid: &[PathBuf],
    scholen: &Path,
    jaar: Schooljaar,
    uit: &Path,
    stil: bool,
    vandaag: Date,
) -> Result<(), Fout> {
    let scholen = detect::lees_scholen(scholen)?;
    let totaal = detect::tel_rijen(aanwezigheid)?;
    let bestond = uit.exists();
    // Whoever is refused here removes nothing: somebody else is building in this folder.
    let bouw = Bouw::begin(uit, jaar, &scholen)?;
    let gedaan = (|| {
        let mut o = MetBalk { bouw, balk: balk(totaal, stil), bron: bron(aanwezigheid, uit) };
        detect::lees_aanwezigheid(aanwezigheid, grenzen(jaar, vandaag), uit, &mut o, |o| {
            o.balk.opnieuw();
            o.bouw.opnieuw()
        })?;
        o.balk.klaar();
        o.bouw.klaar()
    })();
    let register = gedaan.inspect_err(|_| {
        // Nothing of a register that was not made stays behind.
        if !bestond {
            let _ = std::fs::remove_dir_all(uit);
        }
    })?;
    if !stil {
        println!("Lesregister {} in {}: {} lessen.", jaar.naam(), uit.display(), register.lessen());
    }
    Ok(())
}

fn voegtoe(
    map: &Path,
    aanwezigheid: &[PathBuf],
    ingetrokken: &[PathBuf],
    stil: bool,
    vandaag: Date,
) -> Result<(), Fout> {
    let register = Register::open(map)?;
    let jaar = register.jaar();
    let totaal = detect::tel_rijen(aanwezigheid)?;
    let mut o = MetBalk { bouw: register.wijzig()?, balk: balk(totaal, stil), bron: bron(aanwezigheid, map) };
    let g = grenzen(jaar, vandaag);
    if ingetrokken.is_empty() {
        detect::lees_aanwezigheid(aanwezigheid, g, map, &mut o, |o| {
            o.balk.opnieuw();
            o.bouw.opnieuw()
        })?;
    } else {
        detect::lees_wijzigingen(aanwezigheid, ingetrokken, g, map, &mut o)?;
    }
    o.balk.klaar();
    let register = o.bouw.klaar()?.samenvoegen(false)?;
    if !stil {
        println!("Toegevoegd. Het lesregister telt nu {} regels.", register.lessen());
    }
    Ok(())
}
