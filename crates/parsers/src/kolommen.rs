//! Which column is what.

use crate::tabel::Tabel;
use std::collections::BTreeMap;

/// A meaning that a column can have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Veld {
    /// Pupil number.
    Leerlingnummer,
    /// Day.
    Datum,
    /// Lesson.
    Lesuur,
    /// Start time.
    Van,
    /// End time.
    Tot,
    /// Absence code.
    Code,
    /// Absent, yes or no.
    Afwezig,
    /// With a valid reason, yes or no.
    Geoorloofd,
    /// Minutes late.
    MinutenTeLaat,
    /// School code.
    Brin,
}

impl Veld {
    /// All meanings, in the order of the screen.
    pub const ALLE: [Self; 10] = [
        Self::Leerlingnummer,
        Self::Datum,
        Self::Lesuur,
        Self::Van,
        Self::Tot,
        Self::Code,
        Self::Afwezig,
        Self::Geoorloofd,
        Self::MinutenTeLaat,
        Self::Brin,
    ];

    /// Fixed code in forms and stored mappings.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Leerlingnummer => "leerlingnummer",
            Self::Datum => "datum",
            Self::Lesuur => "lesuur",
            Self::Van => "van",
            Self::Tot => "tot",
            Self::Code => "code",
            Self::Afwezig => "afwezig",
            Self::Geoorloofd => "geoorloofd",
            Self::MinutenTeLaat => "minuten_te_laat",
            Self::Brin => "brin",
        }
    }

    /// The meaning with this fixed code.
    #[must_use]
    pub fn uit_code(code: &str) -> Option<Self> {
        Self::ALLE.into_iter().find(|v| v.code() == code)
    }

    /// The word on the screen.
    #[must_use]
    pub const fn woord(self) -> &'static str {
        match self {
            Self::MinutenTeLaat => "minuten te laat",
            Self::Brin => "schoolcode",
            ander => ander.code(),
        }
    }

    /// Normalised headings that mean this, best first.
    const fn synoniemen(self) -> &'static [&'static str] {
        match self {
            Self::Leerlingnummer => &[
                "leerlingnummer",
                "leerlingnr",
                "llnr",
                "llnummer",
                "stamnummer",
                "stamnr",
                "leerlingid",
                "studentnummer",
                "leerling",
            ],
            Self::Datum => &["datum", "lesdatum", "absentiedatum", "verzuimdatum", "dag", "date"],
            Self::Lesuur => &["lesuur", "uur", "lesnummer", "lesnr", "les", "uurnummer", "uurnr"],
            Self::Van => &["van", "vanaf", "begintijd", "starttijd", "tijdvan", "begin", "start"],
            Self::Tot => &["tot", "totenmet", "eindtijd", "tijdtot", "einde", "eind"],
            Self::Code => &[
                "code",
                "absentiecode",
                "verzuimcode",
                "afwezigheidscode",
                "status",
                "absentiereden",
                "verzuimreden",
                "absentie",
                "reden",
            ],
            Self::Afwezig => &["afwezig", "absent", "isafwezig", "afwezigjn"],
            Self::Geoorloofd => &["geoorloofd", "isgeoorloofd", "geoorloofdjn", "geldigereden"],
            Self::MinutenTeLaat => &["minutentelaat", "telaatminuten", "aantalminuten", "telaat", "minuten", "min"],
            Self::Brin => &["brin", "brinnummer", "brincode", "schoolcode", "vestigingscode", "vestiging"],
        }
    }
}

/// Columns by meaning.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Kolommen {
    /// Meaning to position, from 0.
    pub velden: BTreeMap<Veld, usize>,
}

fn normaal(kop: &str) -> String {
    kop.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Recognise columns by their headings.
#[must_use]
pub fn herken(tabel: &Tabel) -> Kolommen {
    let namen: Vec<String> = tabel.kop.iter().map(|k| normaal(k)).collect();
    let zoek = |v: Veld| v.synoniemen().iter().find_map(|w| namen.iter().position(|n| n == w)).map(|i| (v, i));
    Kolommen { velden: Veld::ALLE.into_iter().filter_map(zoek).collect() }
}

/// A stable name for this set of headings, to find back a mapping that the school chose before.
/// Holds no heading text; no secret and no proof of origin.
#[must_use]
pub fn handtekening(tabel: &Tabel) -> String {
    // FNV-1a, 128 bits.
    let mut som: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
    for kop in &tabel.kop {
        for byte in normaal(kop).bytes().chain([0]) {
            som = (som ^ u128::from(byte)).wrapping_mul(0x0000_0000_0100_0000_0000_0000_0000_013b);
        }
    }
    format!("{}-{som:032x}", tabel.kop.len())
}

impl Kolommen {
    /// What is missing, in words: empty when the file can be read.
    #[must_use]
    pub fn ontbreekt(&self) -> Vec<&'static str> {
        let heeft = |v: Veld| self.velden.contains_key(&v);
        let mut uit = Vec::new();
        if !heeft(Veld::Leerlingnummer) {
            uit.push(Veld::Leerlingnummer.woord());
        }
        if !heeft(Veld::Datum) {
            uit.push(Veld::Datum.woord());
        }
        if !heeft(Veld::Lesuur) && !(heeft(Veld::Van) && heeft(Veld::Tot)) {
            uit.push(Veld::Lesuur.woord());
        }
        if !heeft(Veld::Code) && !heeft(Veld::Afwezig) {
            uit.push(Veld::Code.woord());
        }
        uit
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tabel::lees_tabel;

    #[test]
    fn koppen_worden_herkend() {
        let gevallen: &[(&str, &[(Veld, usize)], &[&str])] = &[
            (
                "Stamnr.;Les-datum;UUR;Absentie code",
                &[(Veld::Leerlingnummer, 0), (Veld::Datum, 1), (Veld::Lesuur, 2), (Veld::Code, 3)],
                &[],
            ),
            (
                "x;Leerling nr;Datum;Begintijd;Eindtijd;Afwezig;Geoorloofd",
                &[
                    (Veld::Leerlingnummer, 1),
                    (Veld::Datum, 2),
                    (Veld::Van, 3),
                    (Veld::Tot, 4),
                    (Veld::Afwezig, 5),
                    (Veld::Geoorloofd, 6),
                ],
                &[],
            ),
            ("naam;dag;van", &[(Veld::Datum, 1), (Veld::Van, 2)], &["leerlingnummer", "lesuur", "code"]),
        ];
        for (kop, velden, ontbreekt) in gevallen {
            let t = lees_tabel(format!("{kop}\n1;2\n").as_bytes()).unwrap();
            let k = herken(&t);
            assert_eq!(k.velden, velden.iter().copied().collect(), "{kop}");
            assert_eq!(k.ontbreekt(), *ontbreekt, "{kop}");
        }
    }

    #[test]
    fn codes_en_handtekening() {
        for v in Veld::ALLE {
            assert_eq!(Veld::uit_code(v.code()), Some(v));
        }
        assert_eq!(Veld::uit_code("naam"), None);
        let h = |s: &str| handtekening(&lees_tabel(s.as_bytes()).unwrap());
        assert_eq!(h("A;b\n1;2"), h("a,B\n3,4"));
        assert_ne!(h("a;b\n1;2"), h("b;a\n1;2"));
        assert_ne!(h("ab;c\n1;2"), h("a;bc\n1;2"));
    }
}
