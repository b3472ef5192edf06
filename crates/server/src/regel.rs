//! `leerrecht regel`: the rules without a database, one JSON question a line.

use clap::Subcommand;
use parsers::regelvraag;
use std::io::{BufRead, Write};
use std::process::ExitCode;

/// What to do with the rules.
#[derive(Subcommand)]
pub(crate) enum Regel {
    /// Noem elke regel
    Lijst,
    /// Beantwoord vragen van de standaardinvoer, een JSON-object per regel
    Toets {
        /// Naam van de regel
        regel: String,
    },
}

/// Exit status 2 when a question was wrong or the rule is unknown.
pub(crate) fn doe(wat: &Regel) -> ExitCode {
    let mut uit = std::io::stdout().lock();
    match wat {
        Regel::Lijst => {
            for r in regelvraag::regels() {
                if writeln!(uit, "{:<14} {}", r.naam, r.doel).is_err() {
                    return ExitCode::FAILURE;
                }
            }
            ExitCode::SUCCESS
        }
        Regel::Toets { regel } => {
            let vandaag = crate::klok::klok(None)().datum();
            let mut fout = false;
            for vraag in std::io::stdin().lock().lines() {
                // A line that is no text is a wrong question, not the end.
                let vraag = vraag.unwrap_or_default();
                let antwoord = match regelvraag::toets(regel, &vraag, vandaag) {
                    None => {
                        eprintln!("Onbekende regel: {regel}. Zie `leerrecht regel lijst`.");
                        return ExitCode::from(2);
                    }
                    Some(Ok(a)) => a,
                    Some(Err(f)) => {
                        fout = true;
                        f.json().to_string()
                    }
                };
                if writeln!(uit, "{antwoord}").is_err() {
                    return ExitCode::FAILURE;
                }
            }
            if fout { ExitCode::from(2) } else { ExitCode::SUCCESS }
        }
    }
}
