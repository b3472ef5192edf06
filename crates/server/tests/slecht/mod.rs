//! What a broken file looks like, and what the program must say about it.

pub(crate) mod aanwezigheid;
pub(crate) mod draai;
pub(crate) mod maak;
pub(crate) mod pagina;
pub(crate) mod scholen;

use std::path::Path;

/// A file that cannot be used.
pub(crate) struct Geval {
    pub(crate) naam: &'static str,
    /// The name that the file gets, and that must be in the message.
    pub(crate) bestand: &'static str,
    /// What must be in the message, apart from the file: the place, what is wrong, what to do.
    pub(crate) woorden: &'static [&'static str],
    /// Makes the file (or the folder) at this path.
    pub(crate) maak: Box<dyn Fn(&Path)>,
}

pub(crate) fn geval(
    naam: &'static str,
    bestand: &'static str,
    woorden: &'static [&'static str],
    maak: impl Fn(&Path) + 'static,
) -> Geval {
    Geval { naam, bestand, woorden, maak: Box::new(maak) }
}

/// A text as a file.
pub(crate) fn tekst(
    naam: &'static str,
    bestand: &'static str,
    woorden: &'static [&'static str],
    inhoud: &'static str,
) -> Geval {
    geval(naam, bestand, woorden, move |pad| std::fs::write(pad, inhoud).unwrap())
}
