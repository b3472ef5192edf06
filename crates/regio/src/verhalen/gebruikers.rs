//! Wie er kan inloggen.

use crate::Gebruiker;

type Rij = (&'static str, &'static str, Option<&'static str>, &'static str, &'static str, &'static [&'static str]);

/// Code, naam, persoon, rol, organisatie, klassen.
const RIJEN: &[Rij] = &[
    ("vm-maasveld", "Samira El Idrissi", None, "verzuimmedewerker", "maasveld", &[]),
    ("vm-lyceum", "Joost Terpstra", None, "verzuimmedewerker", "lyceum", &[]),
    ("vm-roc", "Anouk Sewpersad", None, "verzuimmedewerker", "roc", &[]),
    ("mentor-maasveld", "P. Nijssen", None, "mentor", "maasveld", &["maasveld/3C"]),
    ("docent-maasveld", "F. Timmermans", None, "docent", "maasveld", &["maasveld/3B", "maasveld/3C"]),
    ("sl-maasveld", "H. Wolters", None, "schoolleider", "maasveld", &[]),
    ("lpa-heuveloord", "Ilse Schoenmakers", None, "leerplichtambtenaar_boa", "g9901", &[]),
    ("lpa-waterdonk", "Koen Bastiaans", None, "leerplichtambtenaar", "g9902", &[]),
    ("lpa-maasrand", "Noor van den Akker", None, "leerplichtambtenaar", "maasrand", &[]),
    ("adm-heuveloord", "Wendy Tuinstra", None, "administratie_leerplicht", "g9901", &[]),
    ("tl-heuveloord", "Farid Bouzid", None, "teamleider_leerplicht", "g9901", &[]),
    ("dsp-heuveloord", "Tessa Molenaar", None, "doorstroomcoach", "g9901", &[]),
    ("dsp2-heuveloord", "Winston Karijo", None, "doorstroomcoach", "g9901", &[]),
    ("register", "Beheer register", None, "registerbeheerder", "register", &[]),
    ("fg", "Rianne Postma", None, "fg", "toezicht", &[]),
    ("beheer", "Milan Petrović", None, "beheerder", "beheer", &[]),
    ("ouder-verhoeven", "Marieke Verhoeven", Some("o-marieke"), "ouder", "mijn", &[]),
    ("ouder-smit", "Rob Smit", Some("o-rob"), "ouder", "mijn", &[]),
    ("ouder-aydogan", "Esra Aydoğan", Some("o-esra"), "ouder", "mijn", &[]),
    ("ouder-zonder-gezag", "Hakan Yıldız", Some("o-hakan"), "ouder", "mijn", &[]),
    ("ouder-mertens", "Lotte Mertens", Some("o-lotte"), "ouder", "mijn", &[]),
    ("leerling-15", "Selin Aydoğan", Some("l-30002"), "leerling", "mijn", &[]),
    ("leerling-17", "Liam Janssen", Some("l-60002"), "leerling", "mijn", &[]),
    ("leerling-19", "Sharon Pinas", Some("l-60001"), "leerling", "mijn", &[]),
    ("vm-klimboom", "Marloes Veenstra", None, "verzuimmedewerker", "klimboom", &[]),
    ("vm-horizon", "Idris Abdi", None, "verzuimmedewerker", "horizon", &[]),
    ("vm-anker", "Chantal Grootveld", None, "verzuimmedewerker", "anker", &[]),
    ("vm-vavo", "Sietse Postuma", None, "verzuimmedewerker", "vavo", &[]),
    ("vm-leerhof", "Beatrix Oomen", None, "verzuimmedewerker", "leerhof", &[]),
    ("mentor-anker", "D. Maatman", None, "mentor", "anker", &["anker/P3"]),
    ("docent-anker", "Y. Özdemir", None, "docent", "anker", &["anker/P1", "anker/P3"]),
    ("sl-anker", "R. Landzaat", None, "schoolleider", "anker", &[]),
    ("voogd-rozendal", "Truus Wagenaar", Some("o-10003-1"), "ouder", "mijn", &[]),
    ("ouder-ter-braak", "Janneke ter Braak", Some("o-20002-1"), "ouder", "mijn", &[]),
];

/// Iedereen met zijn rol.
pub(crate) fn gebruikers() -> Vec<Gebruiker> {
    RIJEN
        .iter()
        .map(|(code, naam, persoon, rol, organisatie, klassen)| Gebruiker {
            code: (*code).to_owned(),
            naam: (*naam).to_owned(),
            persoon: persoon.map(str::to_owned),
            rollen: vec![((*rol).to_owned(), (*organisatie).to_owned())],
            klassen: klassen.iter().map(|k| (*k).to_owned()).collect(),
        })
        .collect()
}
