//! Leest een vraag veld voor veld: streng, en met een wijzer naar het veld dat niet klopt (CR-02, BR-01…BR-03).

use super::Fout;
use jiff::civil::Date;
use serde_json::{Map, Value};

/// Grootste gehele getal dat een vraag mag bevatten; zo blijft elke som ruim binnen 64 bits.
const GROOTSTE: i64 = 1_000_000_000;

/// Een JSON-object met zijn plaats in de vraag.
pub(super) struct Lezer<'a> {
    velden: &'a Map<String, Value>,
    pad: String,
}

/// Een waarde met haar plaats in de vraag.
pub(super) struct Waarde<'a> {
    pub(super) json: &'a Value,
    pub(super) veld: String,
}

impl<'a> Lezer<'a> {
    /// De vraag zelf.
    pub(super) fn vraag(json: &'a Value, toegestaan: &[&str]) -> Result<Self, Fout> {
        let Value::Object(velden) = json else {
            return Err(Fout::nieuw("geen_json", "", "De vraag is geen JSON-object."));
        };
        Self::controleer(velden, String::new(), toegestaan)
    }

    fn controleer(velden: &'a Map<String, Value>, pad: String, toegestaan: &[&str]) -> Result<Self, Fout> {
        match velden.keys().find(|k| !toegestaan.contains(&k.as_str())) {
            Some(onbekend) => {
                let veld = format!("{pad}/{}", onbekend.replace('~', "~0").replace('/', "~1"));
                Err(Fout::nieuw("onbekend_veld", veld, "Dit veld hoort niet bij deze vraag."))
            }
            None => Ok(Self { velden, pad }),
        }
    }

    /// De wijzer naar een veld.
    pub(super) fn wijzer(&self, veld: &str) -> String {
        format!("{}/{veld}", self.pad)
    }

    /// Een veld; `null` is hetzelfde als weglaten.
    pub(super) fn veld(&self, naam: &str) -> Option<Waarde<'a>> {
        self.velden.get(naam).filter(|v| !v.is_null()).map(|json| Waarde { json, veld: self.wijzer(naam) })
    }

    /// Een veld dat er moet zijn.
    pub(super) fn nodig(&self, naam: &str) -> Result<Waarde<'a>, Fout> {
        self.veld(naam).ok_or_else(|| ontbreekt(self.wijzer(naam)))
    }

    fn mag<T>(&self, naam: &str, lees: impl Fn(&Waarde<'a>) -> Result<T, Fout>) -> Result<Option<T>, Fout> {
        self.veld(naam).map(|w| lees(&w)).transpose()
    }

    pub(super) fn datum(&self, naam: &str) -> Result<Date, Fout> {
        self.nodig(naam)?.datum()
    }
    pub(super) fn datum_mag(&self, naam: &str) -> Result<Option<Date>, Fout> {
        self.mag(naam, Waarde::datum)
    }
    pub(super) fn ja_nee(&self, naam: &str) -> Result<bool, Fout> {
        self.nodig(naam)?.ja_nee()
    }
    pub(super) fn ja_nee_of(&self, naam: &str, anders: bool) -> Result<bool, Fout> {
        Ok(self.mag(naam, Waarde::ja_nee)?.unwrap_or(anders))
    }
    pub(super) fn geheel(&self, naam: &str) -> Result<i64, Fout> {
        self.nodig(naam)?.geheel()
    }
    pub(super) fn geheel_mag(&self, naam: &str) -> Result<Option<i64>, Fout> {
        self.mag(naam, Waarde::geheel)
    }
    pub(super) fn getal(&self, naam: &str) -> Result<f64, Fout> {
        self.nodig(naam)?.getal()
    }
    pub(super) fn tekst(&self, naam: &str) -> Result<&'a str, Fout> {
        self.nodig(naam)?.tekst()
    }
    pub(super) fn tekst_mag(&self, naam: &str) -> Result<Option<&'a str>, Fout> {
        self.mag(naam, Waarde::tekst)
    }
    pub(super) fn keuze<T>(&self, naam: &str, uit_code: impl Fn(&str) -> Option<T>) -> Result<T, Fout> {
        self.nodig(naam)?.keuze(uit_code)
    }
    pub(super) fn keuze_mag<T>(&self, naam: &str, uit_code: impl Fn(&str) -> Option<T>) -> Result<Option<T>, Fout> {
        self.veld(naam).map(|w| w.keuze(uit_code)).transpose()
    }
    /// Een lijst die weg mag blijven.
    pub(super) fn lijst(&self, naam: &str) -> Result<Vec<Waarde<'a>>, Fout> {
        self.veld(naam).map_or_else(|| Ok(Vec::new()), |w| w.lijst())
    }
    /// Een object dat weg mag blijven.
    pub(super) fn object(&self, naam: &str, toegestaan: &[&str]) -> Result<Option<Self>, Fout> {
        self.veld(naam).map(|w| w.object(toegestaan)).transpose()
    }

    /// Begin en (vaak open) einde; een einde vóór het begin is tegenstrijdig.
    pub(super) fn periode(&self) -> Result<(Date, Option<Date>), Fout> {
        let (begin, einde) = (self.datum("begin")?, self.datum_mag("einde")?);
        if einde.is_some_and(|e| e < begin) {
            return Err(Fout::nieuw("tegenstrijdig", self.wijzer("einde"), "Het einde ligt vóór het begin."));
        }
        Ok((begin, einde))
    }

    /// Als [`Self::periode`], met een einde dat er moet zijn.
    pub(super) fn gesloten_periode(&self) -> Result<(Date, Date), Fout> {
        let (begin, einde) = self.periode()?;
        einde.map(|e| (begin, e)).ok_or_else(|| ontbreekt(self.wijzer("einde")))
    }

    /// Een beleidswaarde: een geheel getal tussen grenzen, die de wet niet mag verruimen (BR-04).
    pub(super) fn beleid_dagen(
        beleid: Option<&Self>,
        naam: &str,
        gewoon: i64,
        grens: std::ops::RangeInclusive<i64>,
    ) -> Result<i64, Fout> {
        let Some((b, n)) = beleid.and_then(|b| b.geheel_mag(naam).transpose().map(|n| (b, n))) else {
            return Ok(gewoon);
        };
        let n = n?;
        if grens.contains(&n) {
            Ok(n)
        } else {
            let melding = format!("Deze waarde moet liggen van {} tot en met {}.", grens.start(), grens.end());
            Err(Fout::nieuw("ongeldige_waarde", b.wijzer(naam), melding))
        }
    }
}

impl<'a> Waarde<'a> {
    pub(super) fn fout(&self, melding: &str) -> Fout {
        Fout::nieuw("ongeldige_waarde", self.veld.clone(), melding)
    }

    /// Precies `JJJJ-MM-DD`, en de dag moet bestaan.
    pub(super) fn datum(&self) -> Result<Date, Fout> {
        let fout = || self.fout("Dit is geen bestaande datum in de vorm JJJJ-MM-DD.");
        let tekst = self.json.as_str().ok_or_else(fout)?;
        let vorm = tekst.len() == 10
            && tekst.bytes().enumerate().all(|(i, b)| if matches!(i, 4 | 7) { b == b'-' } else { b.is_ascii_digit() });
        if !vorm {
            return Err(fout());
        }
        tekst.parse().map_err(|_| fout())
    }

    pub(super) fn ja_nee(&self) -> Result<bool, Fout> {
        self.json.as_bool().ok_or_else(|| self.fout("Hier hoort true of false."))
    }

    /// Een geheel getal van nul of meer; `3.0` mag, `2.5` niet.
    pub(super) fn geheel(&self) -> Result<i64, Fout> {
        let getal = match self.json.as_i64() {
            Some(n) => Some(n),
            None => self.json.as_f64().filter(|f| f.fract() == 0.0).and_then(|f| format!("{f:.0}").parse().ok()),
        };
        getal
            .filter(|n| (0..=GROOTSTE).contains(n))
            .ok_or_else(|| self.fout("Hier hoort een geheel getal van nul of meer."))
    }

    /// Een getal van nul of meer.
    pub(super) fn getal(&self) -> Result<f64, Fout> {
        self.json
            .as_f64()
            .filter(|f| f.is_finite() && *f >= 0.0)
            .ok_or_else(|| self.fout("Hier hoort een getal van nul of meer."))
    }

    pub(super) fn tekst(&self) -> Result<&'a str, Fout> {
        self.json.as_str().ok_or_else(|| self.fout("Hier hoort tekst."))
    }

    pub(super) fn keuze<T>(&self, uit_code: impl Fn(&str) -> Option<T>) -> Result<T, Fout> {
        self.json.as_str().and_then(uit_code).ok_or_else(|| self.fout("Deze waarde staat niet in de lijst."))
    }

    pub(super) fn lijst(&self) -> Result<Vec<Self>, Fout> {
        let lijst = self.json.as_array().ok_or_else(|| self.fout("Hier hoort een lijst."))?;
        Ok(lijst.iter().enumerate().map(|(i, json)| Self { json, veld: format!("{}/{i}", self.veld) }).collect())
    }

    pub(super) fn object(&self, toegestaan: &[&str]) -> Result<Lezer<'a>, Fout> {
        let velden = self.json.as_object().ok_or_else(|| self.fout("Hier hoort een object."))?;
        Lezer::controleer(velden, self.veld.clone(), toegestaan)
    }
}

pub(super) fn ontbreekt(veld: String) -> Fout {
    Fout::nieuw("ontbreekt", veld, "Dit veld is nodig.")
}
