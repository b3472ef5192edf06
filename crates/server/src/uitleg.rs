//! Help and errors of the command line in Dutch; the library speaks English by itself.

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, Command};

/// The same commands with Dutch headings, usage and flags.
pub(crate) fn nederlands(opdracht: Command) -> Command {
    onder(opdracht, "")
}

fn onder(opdracht: Command, boven: &str) -> Command {
    let naam = format!("{boven} {}", opdracht.get_name()).trim().to_owned();
    let diep = opdracht.get_subcommands().next().is_some();
    let opdracht = if boven.is_empty() {
        opdracht.arg(Arg::new("version").short('V').long("version").action(ArgAction::Version).help("Toon de versie"))
    } else {
        opdracht
    };
    let mut o = opdracht
        .bin_name(naam.clone())
        .disable_help_flag(true)
        .disable_help_subcommand(true)
        .help_template("{about-with-newline}\nGebruik: {usage}\n\n{all-args}")
        .subcommand_help_heading("Opdrachten")
        .subcommand_value_name("OPDRACHT")
        .arg(Arg::new("help").short('h').long("help").action(ArgAction::Help).help("Toon deze uitleg"))
        .mut_args(|a| {
            let kop = if a.is_positional() { "Argumenten" } else { "Opties" };
            let a = a.help_heading(kop);
            // The default is in the text itself.
            if a.get_default_values().is_empty() { a } else { a.hide_default_value(true) }
        });
    if diep {
        o = o.mut_subcommands(|s| onder(s, &naam));
    }
    let gebruik = o.render_usage().to_string();
    let gebruik = gebruik.trim_start_matches("Usage:").trim().replace("[OPTIONS]", "[OPTIES]");
    o.override_usage(gebruik)
}

/// What is wrong with what was typed, in one line.
pub(crate) fn fout(e: &clap::Error) -> String {
    let tekst = |soort| match e.get(soort) {
        Some(ContextValue::String(s)) => s.clone(),
        Some(ContextValue::Strings(s)) => s.join(", "),
        _ => String::new(),
    };
    let wat = match e.kind() {
        ErrorKind::UnknownArgument => format!("Onbekende optie: {}.", tekst(ContextKind::InvalidArg)),
        ErrorKind::InvalidSubcommand => format!("Onbekende opdracht: {}.", tekst(ContextKind::InvalidSubcommand)),
        ErrorKind::MissingRequiredArgument => format!("Er ontbreekt: {}.", tekst(ContextKind::InvalidArg)),
        ErrorKind::MissingSubcommand => "Noem een opdracht.".to_owned(),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            format!("Deze waarde kan niet bij {}.", tekst(ContextKind::InvalidArg))
        }
        ErrorKind::ArgumentConflict => format!("Dit kan niet samen met {}.", tekst(ContextKind::PriorArg)),
        _ => "Deze opdracht klopt niet.".to_owned(),
    };
    format!("{wat} Zie `leerrecht --help`.")
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn every_help_is_dutch() {
        fn elk(o: &Command, gezien: &mut usize) {
            let tekst = o.clone().render_long_help().to_string();
            for woord in
                ["Usage", "Options", "Commands", "Arguments", "Print", "[OPTIONS]", "possible values", "default:"]
            {
                assert!(!tekst.contains(woord), "{woord} in de uitleg van {}:\n{tekst}", o.get_name());
            }
            assert!(tekst.contains("Gebruik: leerrecht"), "{tekst}");
            *gezien += 1;
            o.get_subcommands().for_each(|s| elk(s, gezien));
        }
        let mut o = nederlands(crate::Opdracht::command());
        o.build();
        let mut gezien = 0;
        elk(&o, &mut gezien);
        assert!(gezien > 10, "{gezien}");
    }
}
