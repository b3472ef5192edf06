//! Persoonsgebonden nummer: burgerservicenummer of onderwijsnummer.
//!
//! Deze nummers hebben geen `Display` en geen `Serialize`, en `Debug` toont een ster: zo komt een
//! nummer niet per ongeluk in een log, een adres of een mail (security.md 5.3, T40).

use super::Waardefout;
use std::fmt;
use std::str::FromStr;

/// Negen cijfers met de som waarop beide elfproeven rusten.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Negen([u8; 9]);

impl Negen {
    fn parse(tekst: &str) -> Result<Self, Waardefout> {
        let tekst = tekst.trim();
        if tekst.is_empty() {
            return Err(Waardefout::Leeg);
        }
        let bytes: [u8; 9] = tekst.as_bytes().try_into().map_err(|_| Waardefout::Vorm)?;
        if !bytes.iter().all(u8::is_ascii_digit) {
            return Err(Waardefout::Vorm);
        }
        Ok(Self(bytes))
    }

    /// Som met gewichten 9..2 en -1, modulo 11.
    fn rest(&self) -> i32 {
        let gewichten = [9, 8, 7, 6, 5, 4, 3, 2, -1];
        let som: i32 = self.0.iter().zip(gewichten).map(|(c, g)| i32::from(c - b'0') * g).sum();
        som.rem_euclid(11)
    }

    fn tekst(&self) -> String {
        self.0.iter().map(|c| char::from(*c)).collect()
    }
}

/// Burgerservicenummer: negen cijfers, elfproef met rest 0 (nummers_en_controles.json).
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Bsn(Negen);

impl Bsn {
    /// De negen cijfers. Alleen voor versleutelde opslag, de blinde index en een bericht aan het register;
    /// elke tonende plek loopt via een gelogde `Grant`.
    #[must_use]
    pub fn onthul(&self) -> String {
        self.0.tekst()
    }

    /// De laatste drie cijfers: genoeg om te herkennen, te weinig om te misbruiken.
    #[must_use]
    pub fn laatste_drie(&self) -> String {
        self.0.tekst().chars().skip(6).collect()
    }
}

impl FromStr for Bsn {
    type Err = Waardefout;
    fn from_str(tekst: &str) -> Result<Self, Waardefout> {
        let negen = Negen::parse(tekst)?;
        if negen.tekst() == "000000000" || negen.rest() != 0 {
            return Err(Waardefout::Elfproef);
        }
        Ok(Self(negen))
    }
}

impl fmt::Debug for Bsn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Bsn(*)")
    }
}

/// Onderwijsnummer: negen cijfers, begint met 10, dezelfde som met rest 5; botst dus nooit met een BSN.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Onderwijsnummer(Negen);

impl Onderwijsnummer {
    /// De negen cijfers; zie [`Bsn::onthul`].
    #[must_use]
    pub fn onthul(&self) -> String {
        self.0.tekst()
    }
}

impl FromStr for Onderwijsnummer {
    type Err = Waardefout;
    fn from_str(tekst: &str) -> Result<Self, Waardefout> {
        let negen = Negen::parse(tekst)?;
        if !negen.tekst().starts_with("10") || negen.rest() != 5 {
            return Err(Waardefout::Elfproef);
        }
        Ok(Self(negen))
    }
}

impl fmt::Debug for Onderwijsnummer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Onderwijsnummer(*)")
    }
}

/// Persoonsgebonden nummer: BSN, of anders een onderwijsnummer.
#[derive(Clone, PartialEq, Eq, Hash)]
pub enum Pgn {
    /// Burgerservicenummer.
    Bsn(Bsn),
    /// Onderwijsnummer, voor wie (nog) geen BSN heeft.
    Onderwijsnummer(Onderwijsnummer),
}

impl Pgn {
    /// De negen cijfers; zie [`Bsn::onthul`].
    #[must_use]
    pub fn onthul(&self) -> String {
        match self {
            Self::Bsn(b) => b.onthul(),
            Self::Onderwijsnummer(o) => o.onthul(),
        }
    }
}

impl FromStr for Pgn {
    type Err = Waardefout;
    fn from_str(tekst: &str) -> Result<Self, Waardefout> {
        match Bsn::from_str(tekst) {
            Ok(bsn) => Ok(Self::Bsn(bsn)),
            Err(Waardefout::Elfproef) => Onderwijsnummer::from_str(tekst).map(Self::Onderwijsnummer),
            Err(fout) => Err(fout),
        }
    }
}

impl fmt::Debug for Pgn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Pgn(*)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nummers_uit_de_lijst_van_slechte_invoer() {
        let gevallen: &[(&str, Result<&str, Waardefout>)] = &[
            ("999990408", Ok("bsn")),
            ("111222333", Ok("bsn")),
            ("", Err(Waardefout::Leeg)),
            ("   ", Err(Waardefout::Leeg)),
            ("12345678", Err(Waardefout::Vorm)),
            ("1234567890", Err(Waardefout::Vorm)),
            ("000000000", Err(Waardefout::Elfproef)),
            ("999990409", Err(Waardefout::Elfproef)),
            ("1.23457E+08", Err(Waardefout::Vorm)),
            ("９９９９９０４０８", Err(Waardefout::Vorm)),
            ("999.990.408", Err(Waardefout::Vorm)),
        ];
        for (tekst, verwacht) in gevallen {
            let gelezen = tekst.parse::<Pgn>().map(|p| match p {
                Pgn::Bsn(_) => "bsn",
                Pgn::Onderwijsnummer(_) => "onderwijsnummer",
            });
            assert_eq!(&gelezen, verwacht, "{tekst:?}");
        }
    }

    #[test]
    fn een_nummer_is_niet_af_te_drukken() {
        let bsn: Bsn = "999990408".parse().unwrap();
        assert_eq!(format!("{bsn:?} {:?}", Pgn::Bsn(bsn.clone())), "Bsn(*) Pgn(*)");
        assert_eq!(bsn.laatste_drie(), "408");
    }
}
