//! Which column is what.

use crate::tabel::Tabel;
use std::collections::BTreeMap;

/// A meaning that a column can have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Veld {
    /// Pupil number.
    Leerlingnummer,
    /// Day.
    Datum,
    /// Lesson.
    Lesuur,
    /// Begin of the absence, a time.
    Van,
    /// End of the absence, a time.
    Tot,
    /// Absence code.
    Code,
    /// Marked: absent with a valid reason.
    Geoorloofd,
    /// Marked: absent without a valid reason.
    Ongeoorloofd,
    /// Minutes late.
    MinutenTeLaat,
    /// School code.
    Brin,
}

/// Headings of school systems by meaning, without spaces and signs; the first that is present counts.
type Koppen = &'static [&'static str];

impl Veld {
    /// All meanings, in the order of a form.
    pub const ALLE: [Self; 10] = [
        Self::Leerlingnummer,
        Self::Datum,
        Self::Lesuur,
        Self::Van,
        Self::Tot,
        Self::Code,
        Self::Geoorloofd,
        Self::Ongeoorloofd,
        Self::MinutenTeLaat,
        Self::Brin,
    ];

    const fn gegevens(self) -> (&'static str, &'static str, Koppen) {
        match self {
            Self::Leerlingnummer => (
                "leerlingnummer",
                "leerlingnummer",
                &["leerlingnummer", "leerlingnr", "llnr", "llnummer", "stamnummer", "stamnr", "leerlingid", "leerling"],
            ),
            Self::Datum => {
                ("datum", "datum", &["datum", "dag", "lesdatum", "absentiedatum", "verzuimdatum", "date", "begindatum"])
            }
            Self::Lesuur => {
                ("lesuur", "lesuur", &["lesuur", "uur", "les", "lesnummer", "lesnr", "lesuurnummer", "uurnummer"])
            }
            Self::Van => (
                "van",
                "van",
                &["begintijd", "starttijd", "aanvangstijd", "aanvang", "tijdvan", "vantijd", "van", "begin", "start"],
            ),
            Self::Tot => ("tot", "tot", &["eindtijd", "tijdtot", "tottijd", "tot", "tm", "totenmet", "einde", "eind"]),
            Self::Code => (
                "code",
                "code",
                &[
                    "code",
                    "absentiecode",
                    "verzuimcode",
                    "reden",
                    "absentiereden",
                    "verzuimreden",
                    "status",
                    "absentie",
                    "verzuimsoort",
                ],
            ),
            Self::Geoorloofd => (
                "geoorloofd",
                "geoorloofd",
                &["geoorloofd", "geoorloofdverzuim", "geoorloofdafwezig", "geoorloofdeabsentie", "verlof"],
            ),
            Self::Ongeoorloofd => (
                "ongeoorloofd",
                "ongeoorloofd",
                &[
                    "ongeoorloofd",
                    "ongeoorloofdverzuim",
                    "ongeoorloofdafwezig",
                    "ongeoorloofdeabsentie",
                    "spijbelen",
                    "gespijbeld",
                    "spijbel",
                ],
            ),
            Self::MinutenTeLaat => (
                "minuten_te_laat",
                "minuten te laat",
                &["minutentelaat", "aantalminutentelaat", "telaat", "minuten", "min"],
            ),
            Self::Brin => {
                ("brin", "schoolcode", &["brin", "schoolcode", "brinnummer", "brincode", "vestigingscode", "vestiging"])
            }
        }
    }

    /// The stable code, for forms and storage.
    #[must_use]
    pub const fn code(self) -> &'static str {
        self.gegevens().0
    }

    /// The word on the screen.
    #[must_use]
    pub const fn woord(self) -> &'static str {
        self.gegevens().1
    }

    /// The meaning of a stable code.
    #[must_use]
    pub fn uit_code(code: &str) -> Option<Self> {
        Self::ALLE.into_iter().find(|v| v.code() == code)
    }
}

/// Columns by meaning.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Kolommen {
    /// Meaning to position, from 0.
    pub velden: BTreeMap<Veld, usize>,
}

/// Recognise columns by their headings.
#[must_use]
pub fn herken(tabel: &Tabel) -> Kolommen {
    let normaal = |k: &str| k.to_lowercase().chars().filter(char::is_ascii_alphanumeric).collect::<String>();
    let namen: Vec<String> = tabel.kop.iter().map(|k| normaal(k)).collect();
    let mut velden = BTreeMap::new();
    for veld in Veld::ALLE {
        if let Some(i) = veld.gegevens().2.iter().find_map(|w| namen.iter().position(|n| n == w)) {
            velden.insert(veld, i);
        }
    }
    Kolommen { velden }
}

/// The headings as one text: a file with the same one can use the columns that were chosen before.
///
/// The unit separator stands between them, and is left out of the headings themselves.
#[must_use]
pub fn handtekening(kop: &[String]) -> String {
    let schoon: Vec<String> = kop.iter().map(|k| k.trim().to_lowercase().replace('\u{1f}', "")).collect();
    schoon.join("\u{1f}")
}

impl Kolommen {
    /// What is missing, in words.
    #[must_use]
    pub fn ontbreekt(&self) -> Vec<&'static str> {
        let heeft = |v| self.velden.contains_key(&v);
        let mut uit: Vec<&'static str> =
            [Veld::Leerlingnummer, Veld::Datum].into_iter().filter(|v| !heeft(*v)).map(Veld::woord).collect();
        if !heeft(Veld::Lesuur) {
            match (heeft(Veld::Van), heeft(Veld::Tot)) {
                (true, true) => {}
                (true, false) => uit.push(Veld::Tot.woord()),
                (false, true) => uit.push(Veld::Van.woord()),
                (false, false) => uit.push(Veld::Lesuur.woord()),
            }
        }
        if ![Veld::Code, Veld::Geoorloofd, Veld::Ongeoorloofd].into_iter().any(heeft) {
            uit.push(Veld::Code.woord());
        }
        uit
    }

    /// Meanings that share a column, in words.
    #[must_use]
    pub fn dubbel(&self) -> Vec<&'static str> {
        self.velden
            .iter()
            .filter(|(v, i)| self.velden.iter().any(|(w, j)| *v != w && *i == j))
            .map(|(v, _)| v.woord())
            .collect()
    }

    /// Does every chosen column exist in a file with this many columns?
    #[must_use]
    pub fn past(&self, kolommen: usize) -> bool {
        self.velden.values().all(|i| *i < kolommen)
    }

    /// For storage: code to position.
    #[must_use]
    pub fn to_json(&self) -> String {
        let object: serde_json::Map<String, serde_json::Value> =
            self.velden.iter().map(|(v, i)| (v.code().to_owned(), (*i).into())).collect();
        serde_json::Value::Object(object).to_string()
    }

    /// From storage; `None` for anything that `to_json` does not write.
    #[must_use]
    pub fn from_json(json: &str) -> Option<Self> {
        let serde_json::Value::Object(object) = serde_json::from_str(json).ok()? else { return None };
        let velden: Option<BTreeMap<Veld, usize>> =
            object.iter().map(|(code, i)| Some((Veld::uit_code(code)?, usize::try_from(i.as_u64()?).ok()?))).collect();
        Some(Self { velden: velden? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn van(kop: &str) -> Kolommen {
        let kop: Vec<String> = kop.split(';').map(str::to_owned).collect();
        herken(&Tabel { kop, rijen: Vec::new(), codering: "UTF-8", scheiding: ';' })
    }

    #[test]
    fn koppen_van_schoolsystemen() {
        let gevallen: &[(&str, &[&str], &[&str])] = &[
            ("Leerlingnummer;Datum;Lesuur;Code", &[], &[]),
            ("Stamnr.;Dag;Begintijd;Eindtijd;Reden", &[], &[]),
            ("LLnr;Datum;Aanvang;T/m;Geoorloofd verzuim;Ongeoorloofd verzuim", &[], &[]),
            ("Leerling;Datum;van;tot;Spijbelen", &[], &[]),
            ("Leerling;Datum;Lesuur;Geoorloofd", &[], &[]),
            ("Leerling;Datum;Starttijd;Code", &["tot"], &[]),
            ("Leerling;Datum;Einde;Code", &["van"], &[]),
            ("naam;Datum", &["leerlingnummer", "lesuur", "code"], &[]),
            ("", &["leerlingnummer", "datum", "lesuur", "code"], &[]),
        ];
        for (kop, ontbreekt, dubbel) in gevallen {
            let k = van(kop);
            assert_eq!((k.ontbreekt().as_slice(), k.dubbel().as_slice()), (*ontbreekt, *dubbel), "{kop}");
            assert!(k.past(kop.split(';').count()));
            assert_eq!(Kolommen::from_json(&k.to_json()), Some(k), "{kop}");
        }
        let k = van("Leerlingnummer;Datum;Uur;van;tot;Code;Geoorloofd;Ongeoorloofd;Te laat;BRIN");
        assert_eq!(k.velden.keys().copied().collect::<Vec<_>>(), Veld::ALLE);
        assert!(k.past(10) && !k.past(9));
    }

    #[test]
    fn codes_dubbel_en_opslag() {
        for v in Veld::ALLE {
            assert_eq!(Veld::uit_code(v.code()), Some(v));
        }
        let mut k = van("Leerlingnummer;Datum;Lesuur;Code");
        k.velden.insert(Veld::Lesuur, 1);
        assert_eq!(k.dubbel(), ["datum", "lesuur"]);
        assert_eq!(van("Datum;Code").to_json(), r#"{"code":1,"datum":0}"#);
        for slecht in ["", "[]", "{\"x\":1}", "{\"datum\":-1}", "{\"datum\":\"1\"}", "{\"datum\":1.5}", "null"] {
            assert_eq!(Kolommen::from_json(slecht), None, "{slecht}");
        }
        let kop = |k: &[&str]| handtekening(&k.iter().map(|s| (*s).to_owned()).collect::<Vec<_>>());
        assert_eq!(kop(&["Datum ", "CODE"]), kop(&["datum", "code"]));
        assert_ne!(kop(&["a", "bc"]), kop(&["ab", "c"]));
        assert_ne!(kop(&["a\u{1f}b"]), kop(&["a", "b"]));
    }
}
