//! De vaste leerlingen met een verhaal, en wie er kan inloggen.

use crate::namen;
use crate::{Bouw, Gebruiker, LAATSTE_DAG, Leerling, Nieuw};
use domain::Datum;
use domain::aanwezigheid::Status;
use jiff::civil::date;

/// Een ouder: naam, geslacht, soort gezag, woont ergens anders.
type Ouder = (&'static str, &'static str, &'static str, bool);

/// Een leerling die in elke wereld voorkomt.
struct Verhaal {
    nummer: &'static str,
    klas: &'static str,
    naam: &'static str,
    geslacht: &'static str,
    geboren: Datum,
    gemeente: Option<&'static str>,
    verblijf: Option<&'static str>,
    geheim: bool,
    ouders: &'static [Ouder],
}

const fn v(
    nummer: &'static str,
    klas: &'static str,
    naam: &'static str,
    geslacht: &'static str,
    geboren: Datum,
    ouders: &'static [Ouder],
) -> Verhaal {
    Verhaal { nummer, klas, naam, geslacht, geboren, gemeente: Some("9901"), verblijf: None, geheim: false, ouders }
}

const VERHALEN: &[Verhaal] = &[
    v(
        "30001",
        "maasveld/3C",
        "Daan||Verhoeven",
        "man",
        date(2011, 2, 12),
        &[("Marieke||Verhoeven", "vrouw", "gezamenlijk", false), ("Jeroen||Verhoeven", "man", "gezamenlijk", false)],
    ),
    v(
        "30002",
        "maasveld/3B",
        "Selin||Aydoğan",
        "vrouw",
        date(2011, 3, 14),
        &[("Elif||Aydoğan", "vrouw", "eenhoofdig", false), ("Kemal||Yıldız", "man", "geen", true)],
    ),
    v(
        "30003",
        "maasveld/3C",
        "Jayla||Kromosoeto",
        "vrouw",
        date(2011, 6, 3),
        &[("Merlien||Kromosoeto", "vrouw", "gezamenlijk", false), ("Wesley|van|Dalen", "man", "gezamenlijk", false)],
    ),
    v(
        "30004",
        "maasveld/3C",
        "Fleur||Smit",
        "vrouw",
        date(2011, 8, 21),
        &[("Karin|de|Vos", "vrouw", "gezamenlijk", false), ("Rob||Smit", "man", "gezamenlijk", true)],
    ),
    v(
        "30005",
        "maasveld/2A",
        "Luuk||Hendriks",
        "man",
        date(2012, 12, 9),
        &[("Femke||Hendriks", "vrouw", "gezamenlijk", false), ("Bas||Hendriks", "man", "gezamenlijk", false)],
    ),
    v(
        "30006",
        "maasveld/4A",
        "Kacper||Wiśniewski",
        "man",
        date(2010, 11, 2),
        &[("Agnieszka||Wiśniewska", "vrouw", "eenhoofdig", false)],
    ),
    Verhaal {
        gemeente: Some("9902"),
        ..v(
            "30007",
            "maasveld/3B",
            "Amina||Warsame",
            "vrouw",
            date(2012, 4, 17),
            &[("Hodan||Warsame", "vrouw", "gezamenlijk", false), ("Abdi||Warsame", "man", "gezamenlijk", false)],
        )
    },
    Verhaal {
        gemeente: Some("9903"),
        ..v(
            "30008",
            "maasveld/3C",
            "Tygo|van der|Linden",
            "man",
            date(2011, 10, 30),
            &[("Petra|van der|Linden", "vrouw", "eenhoofdig", false)],
        )
    },
    Verhaal {
        gemeente: None,
        verblijf: Some("9901"),
        ..v(
            "30009",
            "maasveld/3B",
            "Mykhailo||Bondarenko",
            "man",
            date(2012, 1, 25),
            &[("Iryna||Bondarenko", "vrouw", "eenhoofdig", false)],
        )
    },
    Verhaal {
        geheim: true,
        ..v(
            "30010",
            "maasveld/2A",
            "Nova||Ferrier",
            "vrouw",
            date(2013, 3, 8),
            &[("Cheryl||Ferrier", "vrouw", "eenhoofdig", false)],
        )
    },
    v(
        "30011",
        "maasveld/3C",
        "Rayan||Ait Lahcen",
        "man",
        date(2011, 12, 19),
        &[("Naima||Ait Lahcen", "vrouw", "gezamenlijk", false), ("Driss||Ait Lahcen", "man", "gezamenlijk", false)],
    ),
    v(
        "30012",
        "maasveld/4A",
        "Pleun||Verstappen-Ruiz",
        "vrouw",
        date(2011, 1, 11),
        &[("Inés||Ruiz", "vrouw", "gezamenlijk", false), ("Koen||Verstappen", "man", "gezamenlijk", false)],
    ),
    v(
        "30013",
        "maasveld/3B",
        "Jaïr||Rosaria",
        "man",
        date(2011, 7, 27),
        &[("Anneke||Willems", "vrouw", "voogdij", false)],
    ),
    v(
        "30014",
        "maasveld/2A",
        "Linh||Pham",
        "vrouw",
        date(2013, 5, 5),
        &[("Hoa||Pham", "vrouw", "gezamenlijk", false), ("Duc||Pham", "man", "gezamenlijk", false)],
    ),
    v(
        "60001",
        "roc/TB2",
        "Milan||Kovačević",
        "man",
        date(2007, 3, 22),
        &[("Jasna||Kovačević", "vrouw", "eenhoofdig", false)],
    ),
    v(
        "60002",
        "roc/ZB1",
        "Esra||Koç",
        "vrouw",
        date(2009, 6, 14),
        &[("Hatice||Koç", "vrouw", "gezamenlijk", false), ("Murat||Koç", "man", "gezamenlijk", false)],
    ),
];

use Status::{Betwist, Geoorloofd, Onbekend, Ongeoorloofd, TeLaat, Ziek};

const ALLES: &[i64] = &[1, 2, 3, 4, 5, 6, 7, 8];

/// Leerlingnummer, dag, lesuren, status, minuten te laat.
type Vast = (&'static str, Datum, &'static [i64], Status, i64);

const VASTE_MARKERINGEN: &[Vast] = &[
    ("30001", date(2026, 9, 1), ALLES, Ziek, 0),
    ("30001", date(2026, 9, 2), &[1, 2, 3, 4, 5], Ziek, 0),
    ("30001", date(2026, 9, 8), &[1], TeLaat, 5),
    ("30001", date(2026, 9, 18), &[6], Ongeoorloofd, 0),
    ("30001", date(2026, 9, 22), &[1], TeLaat, 10),
    ("30001", date(2026, 9, 25), &[1, 2, 3, 4, 5, 6], Geoorloofd, 0),
    ("30001", date(2026, 9, 28), ALLES, Ziek, 0),
    ("30001", date(2026, 10, 1), &[8], Ongeoorloofd, 0),
    ("30001", date(2026, 10, 5), &[1], TeLaat, 5),
    ("30001", date(2026, 10, 7), &[5], Ongeoorloofd, 0),
    ("30001", date(2026, 10, 16), &[5, 6], Ongeoorloofd, 0),
    ("30001", date(2026, 10, 27), &[7, 8], Ongeoorloofd, 0),
    ("30001", date(2026, 10, 29), &[1], TeLaat, 10),
    ("30001", date(2026, 11, 2), &[6, 7], Ongeoorloofd, 0),
    ("30001", date(2026, 11, 3), &[4], Onbekend, 0),
    ("30001", date(2026, 11, 5), ALLES, Ziek, 0),
    ("30001", date(2026, 11, 6), &[1, 2, 3, 4, 5, 6], Ziek, 0),
    ("30001", date(2026, 11, 9), &[1], TeLaat, 5),
    ("30001", date(2026, 11, 10), &[6, 7, 8], Ongeoorloofd, 0),
    ("30001", date(2026, 11, 13), &[5, 6], Ongeoorloofd, 0),
    ("30001", date(2026, 11, 16), &[6, 7], Ongeoorloofd, 0),
    ("30001", date(2026, 11, 17), &[2], Betwist, 0),
    ("30001", date(2026, 11, 18), &[3], TeLaat, 5),
    ("30001", date(2026, 11, 19), &[6, 7, 8], Ongeoorloofd, 0),
    ("30002", date(2026, 9, 15), &[1], TeLaat, 15),
    ("30002", date(2026, 9, 29), &[1], TeLaat, 10),
    ("30002", date(2026, 11, 5), &[7, 8], Ongeoorloofd, 0),
    ("30002", date(2026, 11, 12), &[3], Betwist, 0),
    ("30004", date(2026, 11, 12), &[1], TeLaat, 45),
    ("30005", date(2026, 11, 16), ALLES, Ongeoorloofd, 0),
    ("30005", date(2026, 11, 17), ALLES, Ongeoorloofd, 0),
    ("30005", date(2026, 11, 18), ALLES, Ongeoorloofd, 0),
    ("30005", date(2026, 11, 19), ALLES, Ongeoorloofd, 0),
    ("30005", date(2026, 11, 20), ALLES, Ongeoorloofd, 0),
    ("30011", date(2026, 11, 11), &[3, 4], Onbekend, 0),
    ("30011", date(2026, 11, 18), &[2], Onbekend, 0),
    ("30014", date(2026, 11, 2), ALLES, Ziek, 0),
    ("30014", date(2026, 11, 3), ALLES, Ziek, 0),
    ("30014", date(2026, 11, 4), ALLES, Ziek, 0),
    ("30014", date(2026, 11, 5), ALLES, Ziek, 0),
    ("30014", date(2026, 11, 6), ALLES, Ziek, 0),
    ("30014", date(2026, 11, 9), ALLES, Ziek, 0),
    ("30014", date(2026, 11, 10), ALLES, Ziek, 0),
    ("30014", date(2026, 11, 11), ALLES, Ziek, 0),
    ("30014", date(2026, 11, 12), ALLES, Ziek, 0),
    ("30014", date(2026, 11, 13), ALLES, Ziek, 0),
];

/// Leerlingnummer, aantal lessen, eerste en laatste dag: ongeoorloofd, gelijk verdeeld over het rooster.
const VERSPREID: &[(&str, usize, Datum, Datum)] = &[
    ("30002", 16, date(2026, 9, 11), date(2026, 10, 8)),
    ("30003", 16, date(2026, 10, 26), date(2026, 11, 20)),
    ("30004", 15, date(2026, 10, 26), date(2026, 11, 20)),
    ("30007", 17, date(2026, 10, 26), date(2026, 11, 20)),
    ("30008", 18, date(2026, 10, 26), date(2026, 11, 20)),
    ("30009", 17, date(2026, 10, 26), date(2026, 11, 20)),
    ("30010", 18, date(2026, 10, 26), date(2026, 11, 20)),
    ("30011", 14, date(2026, 10, 26), date(2026, 11, 20)),
    ("30013", 17, date(2026, 10, 26), date(2026, 11, 20)),
    ("60002", 18, date(2026, 10, 26), date(2026, 11, 20)),
];

/// Leerlingnummer en de eerste dag van volledige afwezigheid.
const HELEMAAL_WEG: &[(&str, Datum)] = &[("30006", date(2026, 10, 5)), ("60001", date(2026, 10, 12))];

/// Hoort dit nummer bij een vast verhaal?
pub(crate) fn is_verhaal(nummer: &str) -> bool {
    VERHALEN.iter().any(|v| v.nummer == nummer)
}

impl Bouw {
    /// Zet de vaste leerlingen met hun ouders neer.
    pub(crate) fn verhalen(&mut self) {
        for v in VERHALEN {
            let woont = v.gemeente.or(v.verblijf).unwrap_or("9901");
            let adres = namen::adres(&mut self.rng, woont);
            let code = self.leerling(Nieuw {
                school: v.klas.split('/').next().unwrap_or_default(),
                klas: v.klas.to_owned(),
                nummer: v.nummer.to_owned(),
                naam: namen::vast(v.naam, v.geslacht),
                geboren: v.geboren,
                bsn: v.gemeente.is_some(),
                adres: Some(adres).filter(|_| v.gemeente.is_some()),
                gemeente: v.gemeente.map(str::to_owned),
                verblijf: v.verblijf.map(str::to_owned),
                geheim: v.geheim,
                uitgeschreven: None,
                startkwalificatie: None,
            });
            for (volgnummer, (naam, geslacht, soort, ander_adres)) in (1..).zip(v.ouders) {
                self.ouder(&code, volgnummer, namen::vast(naam, geslacht), soort, *ander_adres);
            }
        }
    }

    /// Legt vast wat er in de verhalen is gebeurd, voor zover dat al voorbij is.
    pub(crate) fn markeringen_van_verhalen(&mut self) {
        let vast: Vec<Leerling> = self.w.leerlingen.iter().filter(|l| is_verhaal(&l.leerlingnummer)).cloned().collect();
        for l in &vast {
            let nummer = l.leerlingnummer.as_str();
            let vaste: Vec<&Vast> = VASTE_MARKERINGEN.iter().filter(|m| m.0 == nummer).collect();
            for (_, dag, lessen, status, minuten) in &vaste {
                for les in *lessen {
                    self.zet(l, *dag, *les, *status, *minuten);
                }
            }
            for (_, aantal, van, tot) in VERSPREID.iter().filter(|m| m.0 == nummer) {
                let mut vrij = self.lessen(&l.klas, *van, *tot);
                vrij.retain(|(dag, les)| !vaste.iter().any(|m| m.1 == *dag && m.2.contains(les)));
                for i in 0..*aantal {
                    if let Some((dag, les)) =
                        vrij.get(i * vrij.len().saturating_sub(1) / aantal.saturating_sub(1).max(1)).copied()
                    {
                        self.zet(l, dag, les, Ongeoorloofd, 0);
                    }
                }
            }
            for (_, van) in HELEMAAL_WEG.iter().filter(|m| m.0 == nummer) {
                for (dag, les) in self.lessen(&l.klas, *van, self.vandaag.min(LAATSTE_DAG)) {
                    self.zet(l, dag, les, Ongeoorloofd, 0);
                }
            }
            if nummer == "30012" {
                let eerste_uren = self.lessen(&l.klas, date(2026, 10, 27), date(2026, 11, 20));
                for (dag, les) in eerste_uren.into_iter().filter(|(_, les)| *les == 1).take(12) {
                    self.zet(l, dag, les, TeLaat, 5);
                }
            }
        }
    }
}

/// Wie er kan inloggen.
pub(crate) fn gebruikers() -> Vec<Gebruiker> {
    type Rij = (&'static str, &'static str, Option<&'static str>, &'static str, &'static str, &'static [&'static str]);
    let rijen: [Rij; 22] = [
        ("vm-maasveld", "Samira El Idrissi", None, "verzuimmedewerker", "maasveld", &[]),
        ("vm-lyceum", "Henk Dorenbos", None, "verzuimmedewerker", "lyceum", &[]),
        ("vm-roc", "Lucía Prins", None, "verzuimmedewerker", "roc", &[]),
        ("mentor-maasveld", "P. Nijssen", None, "mentor", "maasveld", &["maasveld/3C"]),
        ("docent-maasveld", "Tessa Brouwers", None, "docent", "maasveld", &["maasveld/3C", "maasveld/3B"]),
        ("sl-maasveld", "Gerard Hamers", None, "schoolleider", "maasveld", &[]),
        ("lpa-heuveloord", "Ilse Schoenmakers", None, "leerplichtambtenaar_boa", "g9901", &[]),
        ("lpa-waterdonk", "Faisal Rahimi", None, "leerplichtambtenaar", "g9902", &[]),
        ("lpa-maasrand", "Monique Reijnders", None, "leerplichtambtenaar", "maasrand", &[]),
        ("adm-heuveloord", "Wendy Kusters", None, "administratie_leerplicht", "g9901", &[]),
        ("tl-heuveloord", "Ruud Vaessen", None, "teamleider_leerplicht", "g9901", &[]),
        ("dsp-heuveloord", "Naomi Eersel", None, "doorstroomcoach", "g9901", &[]),
        ("dsp2-heuveloord", "Jorrit Postma", None, "doorstroomcoach", "g9901", &[]),
        ("register", "Beheer van het register", None, "registerbeheerder", "register", &[]),
        ("fg", "Dorien Lambrechts", None, "fg", "toezicht", &[]),
        ("ouder-verhoeven", "Marieke Verhoeven", Some("o-30001-1"), "ouder", "mijn", &[]),
        ("ouder-smit", "Rob Smit", Some("o-30004-2"), "ouder", "mijn", &[]),
        ("ouder-zonder-gezag", "Kemal Yıldız", Some("o-30002-2"), "ouder", "mijn", &[]),
        ("ouder-aydogan", "E. Aydoğan", Some("o-30002-1"), "ouder", "mijn", &[]),
        ("leerling-selin", "Selin Aydoğan", Some("l-30002"), "leerling", "mijn", &[]),
        ("leerling-17", "Esra Koç", Some("l-60002"), "leerling", "mijn", &[]),
        ("leerling-19", "Milan Kovačević", Some("l-60001"), "leerling", "mijn", &[]),
    ];
    rijen
        .into_iter()
        .map(|(code, naam, persoon, rol, organisatie, klassen)| Gebruiker {
            code: code.to_owned(),
            naam: naam.to_owned(),
            persoon: persoon.map(str::to_owned),
            rollen: vec![(rol.to_owned(), organisatie.to_owned())],
            klassen: klassen.iter().map(|k| (*k).to_owned()).collect(),
        })
        .collect()
}
