//! Leest een vraag veld voor veld: streng, en met een wijzer naar het veld dat niet klopt (CR-02, BR-01…BR-03).

use crate::vorm::{ALGEMEEN, GROOTSTE, Veld};
use crate::{Fout, RegelInfo};
use jiff::civil::Date;
use rules::Recht;
use rules::recht::beleid::{self, Keuze, Laag, Ruimte, Sleutel};
use serde_json::{Map, Value};

/// Een JSON-object met zijn plaats in de vraag.
pub(crate) struct Lezer<'a> {
    velden: &'a Map<String, Value>,
    pad: String,
}

/// Waar een waarde staat binnen haar ouder.
#[derive(Clone, Copy)]
enum Plek<'a> {
    Veld(&'a str),
    Rij(usize),
}

/// Een waarde met haar plaats in de vraag.
pub(crate) struct Waarde<'a> {
    pub(crate) json: &'a Value,
    ouder: String,
    plek: Plek<'a>,
}

impl<'a> Lezer<'a> {
    /// De vraag zelf: de velden van de regel en de algemene velden.
    pub(crate) fn vraag(json: &'a Value, info: &RegelInfo) -> Result<Self, Fout> {
        let Value::Object(velden) = json else {
            return Err(Fout::nieuw("geen_json", "", "De vraag is geen JSON-object."));
        };
        let bekend = |k: &str| k == "beleid" || info.vraag.iter().chain(ALGEMEEN).any(|v| v.naam == k);
        Self::controleer(velden, String::new(), bekend)
    }

    fn controleer(velden: &'a Map<String, Value>, pad: String, bekend: impl Fn(&str) -> bool) -> Result<Self, Fout> {
        match velden.keys().find(|k| !bekend(k)) {
            Some(onbekend) => {
                let veld = format!("{pad}/{}", onbekend.replace('~', "~0").replace('/', "~1"));
                Err(Fout::nieuw("onbekend_veld", veld, "Dit veld hoort niet bij deze vraag."))
            }
            None => Ok(Self { velden, pad }),
        }
    }

    /// De wijzer naar een veld.
    pub(crate) fn wijzer(&self, veld: &str) -> String {
        format!("{}/{veld}", self.pad)
    }

    /// Een veld; `null` is hetzelfde als weglaten.
    pub(crate) fn veld<'b>(&self, naam: &'b str) -> Option<Waarde<'b>>
    where
        'a: 'b,
    {
        let json = self.velden.get(naam).filter(|v| !v.is_null())?;
        Some(Waarde { json, ouder: self.pad.clone(), plek: Plek::Veld(naam) })
    }

    /// Een veld dat er moet zijn.
    pub(crate) fn nodig<'b>(&self, naam: &'b str) -> Result<Waarde<'b>, Fout>
    where
        'a: 'b,
    {
        self.veld(naam).ok_or_else(|| ontbreekt(self.wijzer(naam)))
    }

    fn mag<'b, T>(&self, naam: &'b str, lees: impl Fn(&Waarde<'b>) -> Result<T, Fout>) -> Result<Option<T>, Fout>
    where
        'a: 'b,
    {
        self.veld(naam).map(|w| lees(&w)).transpose()
    }

    pub(crate) fn datum(&self, naam: &str) -> Result<Date, Fout> {
        self.nodig(naam)?.datum()
    }
    pub(crate) fn datum_mag(&self, naam: &str) -> Result<Option<Date>, Fout> {
        self.mag(naam, Waarde::datum)
    }
    pub(crate) fn ja_nee(&self, naam: &str) -> Result<bool, Fout> {
        self.nodig(naam)?.ja_nee()
    }
    pub(crate) fn ja_nee_of(&self, naam: &str, anders: bool) -> Result<bool, Fout> {
        Ok(self.ja_nee_mag(naam)?.unwrap_or(anders))
    }
    pub(crate) fn ja_nee_mag(&self, naam: &str) -> Result<Option<bool>, Fout> {
        self.mag(naam, Waarde::ja_nee)
    }
    pub(crate) fn geheel(&self, naam: &str) -> Result<i64, Fout> {
        self.nodig(naam)?.geheel()
    }
    pub(crate) fn geheel_mag(&self, naam: &str) -> Result<Option<i64>, Fout> {
        self.mag(naam, Waarde::geheel)
    }
    /// Een geheel getal binnen grenzen.
    pub(crate) fn geheel_tussen(&self, naam: &str, van: i64, tm: i64) -> Result<Option<i64>, Fout> {
        let binnen = |w: &Waarde<'_>| {
            let n = w.geheel()?;
            if (van..=tm).contains(&n) { Ok(n) } else { Err(w.fout(&tussen(van, tm))) }
        };
        self.mag(naam, binnen)
    }
    pub(crate) fn getal(&self, naam: &str) -> Result<f64, Fout> {
        self.nodig(naam)?.getal()
    }
    pub(crate) fn getal_mag(&self, naam: &str) -> Result<Option<f64>, Fout> {
        self.mag(naam, Waarde::getal)
    }
    pub(crate) fn tekst(&self, naam: &str) -> Result<&str, Fout> {
        self.nodig(naam)?;
        self.tekst_mag(naam)?.ok_or_else(|| ontbreekt(self.wijzer(naam)))
    }
    pub(crate) fn tekst_mag(&self, naam: &str) -> Result<Option<&str>, Fout> {
        match self.velden.get(naam) {
            None | Some(Value::Null) => Ok(None),
            Some(Value::String(t)) => Ok(Some(t)),
            Some(_) => Err(Fout::nieuw("ongeldige_waarde", self.wijzer(naam), "Hier hoort tekst.")),
        }
    }
    pub(crate) fn keuze<T>(&self, naam: &str, uit_code: impl Fn(&str) -> Option<T>) -> Result<T, Fout> {
        self.nodig(naam)?.keuze(uit_code)
    }
    pub(crate) fn keuze_mag<T>(&self, naam: &str, uit_code: impl Fn(&str) -> Option<T>) -> Result<Option<T>, Fout> {
        self.veld(naam).map(|w| w.keuze(uit_code)).transpose()
    }
    /// Een lijst die weg mag blijven.
    pub(crate) fn lijst(&self, naam: &str) -> Result<Vec<Waarde<'a>>, Fout> {
        match self.velden.get(naam) {
            None | Some(Value::Null) => Ok(Vec::new()),
            Some(Value::Array(lijst)) => {
                let ouder = self.wijzer(naam);
                Ok(lijst
                    .iter()
                    .enumerate()
                    .map(|(i, json)| Waarde { json, ouder: ouder.clone(), plek: Plek::Rij(i) })
                    .collect())
            }
            Some(_) => Err(Fout::nieuw("ongeldige_waarde", self.wijzer(naam), "Hier hoort een lijst.")),
        }
    }
    /// Een object dat weg mag blijven.
    pub(crate) fn object(&self, naam: &str, vorm: &[Veld]) -> Result<Option<Lezer<'a>>, Fout> {
        match self.velden.get(naam) {
            None | Some(Value::Null) => Ok(None),
            Some(Value::Object(m)) => {
                Self::controleer(m, self.wijzer(naam), |k| vorm.iter().any(|v| v.naam == k)).map(Some)
            }
            Some(_) => Err(Fout::nieuw("ongeldige_waarde", self.wijzer(naam), "Hier hoort een object.")),
        }
    }

    /// Begin en (vaak open) einde; een einde vóór het begin is tegenstrijdig.
    pub(crate) fn periode(&self) -> Result<(Date, Option<Date>), Fout> {
        let (begin, einde) = (self.datum("begin")?, self.datum_mag("einde")?);
        if einde.is_some_and(|e| e < begin) {
            return Err(Fout::nieuw("tegenstrijdig", self.wijzer("einde"), "Het einde ligt vóór het begin."));
        }
        Ok((begin, einde))
    }

    /// Als [`Self::periode`], met een einde dat er moet zijn.
    pub(crate) fn gesloten_periode(&self) -> Result<(Date, Date), Fout> {
        let (begin, einde) = self.periode()?;
        einde.map(|e| (begin, e)).ok_or_else(|| ontbreekt(self.wijzer("einde")))
    }

    /// Een fout bij een veld van dit object.
    pub(crate) fn tegenstrijdig<T>(&self, veld: &str, melding: &str) -> Result<T, Fout> {
        Err(Fout::nieuw("tegenstrijdig", self.wijzer(veld), melding))
    }

    /// De peildatum, of vandaag; niet vóór de geboorte.
    pub(crate) fn peildatum(&self, vandaag: Date, geboortedatum: Option<Date>) -> Result<Date, Fout> {
        let gegeven = self.datum_mag("peildatum")?;
        if gegeven.zip(geboortedatum).is_some_and(|(p, g)| p < g) {
            return self.tegenstrijdig("peildatum", "De peildatum ligt vóór de geboortedatum.");
        }
        Ok(gegeven.unwrap_or(vandaag))
    }

    /// Het recht van deze dag, of het recht waar de vraag om vraagt.
    pub(crate) fn recht(&self, dag: Date) -> Result<Recht, Fout> {
        const RECHT: &[Veld] = match ALGEMEEN[1].soort {
            crate::vorm::Soort::Object(v) => v,
            _ => &[],
        };
        match self.object("recht", RECHT)? {
            None => Ok(Recht::op(dag)),
            Some(r) => {
                let op = r.datum_mag("op")?.unwrap_or(dag);
                Ok(Recht { op, voorstel: r.ja_nee_of("voorstel", false)? })
            }
        }
    }

    /// Het plaatselijk beleid dat op een dag geldt: losse waarden gaan voor gedateerde keuzes (BR-04).
    pub(crate) fn beleid(&self, regel: &'static str, dag: Date) -> Result<Beleid, Fout> {
        let mut waarden = Vec::new();
        let mijn = |naam: &str| beleid::SLEUTELS.iter().find(|s| s.naam == naam && s.regels.contains(&regel));
        let keuzes = self.keuzes(regel)?;
        if !keuzes.is_empty() {
            for s in beleid::SLEUTELS.iter().filter(|s| s.regels.contains(&regel)) {
                waarden.extend(beleid::geldend(&keuzes, s.naam, dag).map(|k| (s.naam, k.waarde)));
            }
        }
        if let Some(Value::Object(m)) = self.velden.get("beleid") {
            let b = Lezer::controleer(m, self.wijzer("beleid"), |k| mijn(k).is_some())?;
            for naam in m.keys() {
                if let (Some(s), Some(w)) = (mijn(naam), b.veld(naam)) {
                    let waarde = w.beleidswaarde(s, false)?;
                    waarden.retain(|(n, _)| *n != s.naam);
                    waarden.push((s.naam, waarde));
                }
            }
        } else if let Some(w) = self.veld("beleid") {
            return Err(w.fout("Hier hoort een object."));
        }
        Ok(Beleid(waarden))
    }

    /// De gedateerde keuzes van regio, gemeente en school.
    fn keuzes(&self, regel: &'static str) -> Result<Vec<Keuze>, Fout> {
        const KEUZE: &[&str] = &["laag", "sleutel", "waarde", "vanaf", "tot_en_met"];
        let mut keuzes = Vec::new();
        for w in self.lijst("beleidskeuzes")? {
            let o = w.object_met(|k| KEUZE.contains(&k))?;
            let laag = o.keuze("laag", Laag::uit_code)?;
            let sleutel = o.keuze("sleutel", |n| beleid::sleutel(n).filter(|s| s.regels.contains(&regel)))?;
            let waarde = o.nodig("waarde")?.beleidswaarde(sleutel, true)?;
            let (vanaf, tot_en_met) = (o.datum("vanaf")?, o.datum_mag("tot_en_met")?);
            if tot_en_met.is_some_and(|t| t < vanaf) {
                return o.tegenstrijdig("tot_en_met", "Het einde ligt vóór het begin.");
            }
            keuzes.push(Keuze { laag, sleutel: sleutel.naam, waarde, vanaf, tot_en_met });
        }
        Ok(keuzes)
    }
}

/// Het beleid van een vraag: alleen wat iemand koos.
pub(crate) struct Beleid(Vec<(&'static str, beleid::Waarde)>);

impl Beleid {
    fn waarde(&self, naam: &str) -> Option<beleid::Waarde> {
        self.0.iter().find(|(n, _)| *n == naam).map(|(_, w)| *w)
    }
    /// Een geheel getal, of wat geldt als niemand kiest.
    pub(crate) fn geheel(&self, naam: &str) -> Option<i64> {
        match self.waarde(naam) {
            Some(beleid::Waarde::Geheel(n)) => Some(n),
            _ => match beleid::sleutel(naam)?.ruimte {
                Ruimte::Geheel { anders, .. } => anders,
                _ => None,
            },
        }
    }
    /// Een geheel getal waarvoor altijd iets geldt.
    pub(crate) fn dagen(&self, naam: &str) -> i64 {
        self.geheel(naam).unwrap_or(0)
    }
    /// Een getal.
    pub(crate) fn getal(&self, naam: &str) -> f64 {
        match (self.waarde(naam), beleid::sleutel(naam).map(|s| s.ruimte)) {
            (Some(beleid::Waarde::Getal(g)), _) => g,
            (_, Some(Ruimte::Getal { anders })) => anders,
            _ => 0.0,
        }
    }
    /// Ja of nee.
    pub(crate) fn ja_nee(&self, naam: &str) -> bool {
        match (self.waarde(naam), beleid::sleutel(naam).map(|s| s.ruimte)) {
            (Some(beleid::Waarde::JaNee(b)), _) => b,
            (_, Some(Ruimte::JaNee { anders })) => anders,
            _ => false,
        }
    }
}

fn tussen(van: i64, tm: i64) -> String {
    if tm >= GROOTSTE {
        format!("Hier hoort een geheel getal van {van} of meer.")
    } else {
        format!("Deze waarde moet liggen van {van} tot en met {tm}.")
    }
}

impl<'a> Waarde<'a> {
    /// De wijzer naar deze waarde.
    pub(crate) fn wijzer(&self) -> String {
        match self.plek {
            Plek::Veld(naam) => format!("{}/{naam}", self.ouder),
            Plek::Rij(i) => format!("{}/{i}", self.ouder),
        }
    }

    pub(crate) fn fout(&self, melding: &str) -> Fout {
        Fout::nieuw("ongeldige_waarde", self.wijzer(), melding)
    }

    /// Precies `JJJJ-MM-DD`, en de dag moet bestaan.
    pub(crate) fn datum(&self) -> Result<Date, Fout> {
        let fout = || self.fout("Dit is geen bestaande datum in de vorm JJJJ-MM-DD.");
        let tekst = self.json.as_str().ok_or_else(fout)?.as_bytes();
        let cijfer = |i: usize| tekst.get(i).filter(|b| b.is_ascii_digit()).map(|b| i16::from(b - b'0'));
        let twee = |i: usize| Some(cijfer(i)? * 10 + cijfer(i + 1)?);
        let klein = |n: i16| i8::try_from(n).ok();
        let lees = || {
            let vorm = tekst.len() == 10 && tekst.get(4) == Some(&b'-') && tekst.get(7) == Some(&b'-');
            vorm.then_some(())?;
            Date::new(twee(0)? * 100 + twee(2)?, klein(twee(5)?)?, klein(twee(8)?)?).ok()
        };
        lees().ok_or_else(fout)
    }

    pub(crate) fn ja_nee(&self) -> Result<bool, Fout> {
        self.json.as_bool().ok_or_else(|| self.fout("Hier hoort true of false."))
    }

    /// Een geheel getal van nul of meer; `3.0` mag, `2.5` niet.
    pub(crate) fn geheel(&self) -> Result<i64, Fout> {
        let getal = match self.json.as_i64() {
            Some(n) => Some(n),
            None => self.json.as_f64().filter(|f| f.fract() == 0.0).and_then(|f| format!("{f:.0}").parse().ok()),
        };
        getal
            .filter(|n| (0..=GROOTSTE).contains(n))
            .ok_or_else(|| self.fout("Hier hoort een geheel getal van nul of meer."))
    }

    /// Een getal van nul of meer.
    pub(crate) fn getal(&self) -> Result<f64, Fout> {
        self.json
            .as_f64()
            .filter(|f| f.is_finite() && *f >= 0.0)
            .ok_or_else(|| self.fout("Hier hoort een getal van nul of meer."))
    }

    pub(crate) fn tekst(&self) -> Result<&'a str, Fout> {
        self.json.as_str().ok_or_else(|| self.fout("Hier hoort tekst."))
    }

    pub(crate) fn keuze<T>(&self, uit_code: impl Fn(&str) -> Option<T>) -> Result<T, Fout> {
        self.json.as_str().and_then(uit_code).ok_or_else(|| self.fout("Deze waarde staat niet in de lijst."))
    }

    pub(crate) fn object(&self, vorm: &[Veld]) -> Result<Lezer<'a>, Fout> {
        self.object_met(|k| vorm.iter().any(|v| v.naam == k))
    }

    fn object_met(&self, bekend: impl Fn(&str) -> bool) -> Result<Lezer<'a>, Fout> {
        let velden = self.json.as_object().ok_or_else(|| self.fout("Hier hoort een object."))?;
        Lezer::controleer(velden, self.wijzer(), bekend)
    }

    /// Een waarde voor een beleidssleutel, binnen de ruimte die de wet laat. In een keuze is ja of nee 1 of 0.
    fn beleidswaarde(&self, s: &Sleutel, als_getal: bool) -> Result<beleid::Waarde, Fout> {
        let waarde = match s.ruimte {
            Ruimte::Geheel { .. } => beleid::Waarde::Geheel(self.geheel()?),
            Ruimte::Getal { .. } => beleid::Waarde::Getal(self.getal()?),
            Ruimte::JaNee { .. } if als_getal => match self.geheel()? {
                0 => beleid::Waarde::JaNee(false),
                1 => beleid::Waarde::JaNee(true),
                _ => return Err(self.fout("Hier hoort 1 (ja) of 0 (nee).")),
            },
            Ruimte::JaNee { .. } => beleid::Waarde::JaNee(self.ja_nee()?),
        };
        if s.past(waarde) {
            return Ok(waarde);
        }
        Err(match s.ruimte {
            Ruimte::Geheel { van, tm, .. } => self.fout(&tussen(van, tm)),
            _ => self.fout("Deze waarde past niet in de ruimte die de wet laat."),
        })
    }
}

pub(crate) fn ontbreekt(veld: String) -> Fout {
    Fout::nieuw("ontbreekt", veld, "Dit veld is nodig.")
}
