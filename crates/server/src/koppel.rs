//! `leerrecht koppel`: who must go to school, is enrolled nowhere and is not exempt.

use detect::{Fout, Koppelbestanden, Koppelstand};
use jiff::civil::Date;
use std::path::PathBuf;

#[derive(clap::Args)]
pub(crate) struct Koppel {
    /// Personen, Parquet of CSV: persoon, geboortedatum, gemeente
    #[arg(long, required_unless_present = "mutaties", conflicts_with = "mutaties")]
    personen: Option<PathBuf>,
    /// Inschrijvingen, Parquet of CSV: persoon, begin, einde
    #[arg(long, required_unless_present = "mutaties", conflicts_with = "mutaties")]
    inschrijvingen: Option<PathBuf>,
    /// Vrijstellingen, Parquet of CSV: persoon, artikel, begin, einde
    #[arg(long, required_unless_present = "mutaties", conflicts_with = "mutaties")]
    vrijstellingen: Option<PathBuf>,
    /// Diploma's, Parquet of CSV: persoon, startkwalificatie_op
    #[arg(long, required_unless_present = "mutaties", conflicts_with = "mutaties")]
    diplomas: Option<PathBuf>,
    /// De uitkomst van gisteren; dan is te zien wie nieuw is en wie niet meer
    #[arg(long, conflicts_with = "mutaties")]
    gisteren: Option<PathBuf>,
    /// De map voor de stand: met alle bestanden wordt die gemaakt of vervangen, met --mutaties gaat die verder
    #[arg(long, value_name = "MAP")]
    stand: Option<PathBuf>,
    /// Wat er veranderde sinds de stand, in plaats van alle bestanden, Parquet of CSV: persoon, wat, geboortedatum,
    /// gemeente, artikel, begin, einde
    #[arg(long, requires = "stand")]
    mutaties: Option<PathBuf>,
    /// De dag waarover het gaat
    #[arg(long)]
    peildatum: Date,
    /// Vakantieregio voor de eerste schooldag van vijfjarigen: noord, midden of zuid (anders midden); met --mutaties
    /// die van de stand
    #[arg(long, default_value = "midden", conflicts_with = "mutaties", value_parser = crate::kalender::regio)]
    regio: rules::Vakantieregio,
    /// Het nieuwe bestand: .parquet of .csv, met persoon, gemeente, sinds en toestand
    #[arg(long)]
    uit: PathBuf,
    /// Niets zeggen als het lukt
    #[arg(long)]
    stil: bool,
}

/// Finds who is in absolute absence and writes it; keeps the state when there is a folder for it.
///
/// # Errors
/// What is wrong with a file or the state.
pub(crate) fn doe(k: &Koppel) -> Result<(), Fout> {
    let rijen = match (&k.stand, &k.mutaties) {
        (Some(map), Some(nieuws)) => bewaar(Koppelstand::naar(map, k.peildatum, nieuws)?, k)?,
        (Some(map), None) => bewaar(Koppelstand::bouw(map, &bestanden(k), k.peildatum, k.regio)?, k)?,
        (None, _) => {
            let (rijen, gemeenten) = bestanden(k).koppel(k.peildatum, k.regio)?;
            detect::schrijf_koppeling(&k.uit, &rijen, &gemeenten)?;
            rijen.len()
        }
    };
    if !k.stil {
        println!("{rijen} regels in {}.", k.uit.display());
    }
    Ok(())
}

fn bewaar(stand: Koppelstand, k: &Koppel) -> Result<usize, Fout> {
    let rijen = stand.rijen().len();
    stand.bewaar(&k.uit)?;
    Ok(rijen)
}

/// Without news all four files were given.
fn bestanden(k: &Koppel) -> Koppelbestanden {
    let pad = |p: &Option<PathBuf>| p.clone().unwrap_or_default();
    Koppelbestanden {
        personen: pad(&k.personen),
        inschrijvingen: pad(&k.inschrijvingen),
        vrijstellingen: pad(&k.vrijstellingen),
        diplomas: pad(&k.diplomas),
        gisteren: k.gisteren.clone(),
    }
}
