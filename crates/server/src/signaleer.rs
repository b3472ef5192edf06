//! `leerrecht signaleer`: who reached 16 hours, or stayed away for four lesson weeks.

use crate::lesregister::grenzen;
use detect::{Fout, Register, Schooljaar, Signaal, Soort, Vraag, Wet};
use jiff::civil::Date;
use std::path::{Path, PathBuf};

#[derive(clap::Args)]
pub(crate) struct Signaleer {
    /// De map van een lesregister
    #[arg(long, required_unless_present = "aanwezigheid", conflicts_with = "aanwezigheid")]
    lesregister: Option<PathBuf>,
    /// Bestanden met aanwezigheid, Parquet of CSV, zonder lesregister
    #[arg(long, num_args = 1.., requires_all = ["scholen", "schooljaar"])]
    aanwezigheid: Vec<PathBuf>,
    /// Bestand met scholen, Parquet of CSV: school, vakantieregio, lesuur_minuten
    #[arg(long)]
    scholen: Option<PathBuf>,
    /// Schooljaar, zoals 2025-2026
    #[arg(long, value_parser = crate::kalender::schooljaar)]
    schooljaar: Option<(Date, Date)>,
    /// Wat: zestien_uur, langdurig of beide (anders zestien_uur)
    #[arg(long, default_value = "zestien_uur", value_parser = soort)]
    soort: Soort,
    /// Alleen de eerste melding van elke leerling
    #[arg(long)]
    eerste: bool,
    /// Tot en met deze dag (anders de laatste dag met een les)
    #[arg(long)]
    tot: Option<Date>,
    /// Zoveel draden tegelijk (anders 1)
    #[arg(long, default_value_t = 1, value_parser = draden)]
    draden: usize,
    /// Het nieuwe bestand: .parquet of .csv
    #[arg(long)]
    uit: PathBuf,
    /// Niets zeggen als het lukt
    #[arg(long)]
    stil: bool,
}

fn soort(tekst: &str) -> Result<Soort, String> {
    match tekst {
        "zestien_uur" => Ok(Soort::ZestienUur),
        "langdurig" => Ok(Soort::Langdurig),
        "beide" => Ok(Soort::Beide),
        _ => Err("kies zestien_uur, langdurig of beide".to_owned()),
    }
}

fn draden(tekst: &str) -> Result<usize, String> {
    match tekst.parse() {
        Ok(n @ 1..=64) => Ok(n),
        _ => Err("kies 1 tot en met 64".to_owned()),
    }
}

/// Finds the signals and writes them.
///
/// # Errors
/// What is wrong with a file or the register.
pub(crate) fn doe(v: &Signaleer, vandaag: Date) -> Result<(), Fout> {
    let (signalen, jaar) = match (&v.lesregister, &v.scholen, v.schooljaar) {
        (Some(map), ..) => uit_register(v, map)?,
        (None, Some(scholen), Some((begin, _))) => uit_bestanden(v, scholen, Schooljaar::van(begin), vandaag)?,
        // The command line asks for them.
        _ => return Ok(()),
    };
    detect::schrijf_signalen(&v.uit, &signalen, jaar, v.soort)?;
    if !v.stil {
        println!("{} signalen in {}.", signalen.len(), v.uit.display());
    }
    Ok(())
}

fn uit_register(v: &Signaleer, map: &Path) -> Result<(Vec<Signaal>, Schooljaar), Fout> {
    let register = Register::open(map)?;
    let jaar = register.jaar();
    let tot = match v.tot {
        Some(d) => dag(&v.uit, jaar, d)?,
        None => register.laatste_dag().unwrap_or(0),
    };
    let wet = Wet::nieuw(jaar, register.scholen(), jaar.datum(tot));
    let vraag = Vraag { soort: v.soort, eerste: v.eerste, tot };
    Ok((detect::signaleer(&register, &wet, vraag, v.draden)?, jaar))
}

fn uit_bestanden(
    v: &Signaleer,
    scholen: &Path,
    jaar: Schooljaar,
    vandaag: Date,
) -> Result<(Vec<Signaal>, Schooljaar), Fout> {
    let scholen = detect::lees_scholen(scholen)?;
    let tot = match v.tot {
        Some(d) => dag(&v.uit, jaar, d)?,
        None => detect::laatste_dag(&v.aanwezigheid, jaar)?,
    };
    let wet = Wet::nieuw(jaar, &scholen, jaar.datum(tot));
    let vraag = Vraag { soort: v.soort, eerste: v.eerste, tot };
    // Sorting, when it is needed, is done beside the output: there must be room there anyway.
    let werkmap = v.uit.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let g = grenzen(jaar, vandaag);
    let signalen = detect::signaleer_bestanden(&v.aanwezigheid, g, &wet, vraag, v.draden, werkmap)?;
    Ok((signalen, jaar))
}

fn dag(uit: &Path, jaar: Schooljaar, d: Date) -> Result<u16, Fout> {
    jaar.dag(detect::dagnummer(d)).ok_or_else(|| {
        let melding = format!("{d} ligt buiten het schooljaar {}", jaar.naam());
        Fout::van(uit, melding, "Kies met --tot een dag van het schooljaar.")
    })
}
