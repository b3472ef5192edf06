//! `leerrecht koppel`: who must go to school, is enrolled nowhere and is not exempt.

use detect::{Fout, Koppelbestanden};
use jiff::civil::Date;
use std::path::PathBuf;

#[derive(clap::Args)]
pub(crate) struct Koppel {
    /// Personen, Parquet of CSV: persoon, geboortedatum, gemeente
    #[arg(long)]
    personen: PathBuf,
    /// Inschrijvingen, Parquet of CSV: persoon, begin, einde
    #[arg(long)]
    inschrijvingen: PathBuf,
    /// Vrijstellingen, Parquet of CSV: persoon, artikel, begin, einde
    #[arg(long)]
    vrijstellingen: PathBuf,
    /// Diploma's, Parquet of CSV: persoon, startkwalificatie_op
    #[arg(long)]
    diplomas: PathBuf,
    /// De uitkomst van gisteren; dan is te zien wie nieuw is en wie niet meer
    #[arg(long)]
    gisteren: Option<PathBuf>,
    /// De dag waarover het gaat
    #[arg(long)]
    peildatum: Date,
    /// Vakantieregio voor de eerste schooldag van vijfjarigen: noord, midden of zuid (anders midden)
    #[arg(long, default_value = "midden", value_parser = crate::kalender::regio)]
    regio: rules::Vakantieregio,
    /// Het nieuwe bestand: .parquet of .csv, met persoon, gemeente, sinds en toestand
    #[arg(long)]
    uit: PathBuf,
    /// Niets zeggen als het lukt
    #[arg(long)]
    stil: bool,
}

/// Finds who is in absolute absence and writes it.
///
/// # Errors
/// What is wrong with a file.
pub(crate) fn doe(k: &Koppel) -> Result<(), Fout> {
    let bestanden = Koppelbestanden {
        personen: k.personen.clone(),
        inschrijvingen: k.inschrijvingen.clone(),
        vrijstellingen: k.vrijstellingen.clone(),
        diplomas: k.diplomas.clone(),
        gisteren: k.gisteren.clone(),
    };
    let (rijen, gemeenten) = bestanden.koppel(k.peildatum, k.regio)?;
    detect::schrijf_koppeling(&k.uit, &rijen, &gemeenten)?;
    if !k.stil {
        println!("{} regels in {}.", rijen.len(), k.uit.display());
    }
    Ok(())
}
