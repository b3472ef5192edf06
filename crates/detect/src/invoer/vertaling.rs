//! The columns of an attendance file, straight to the bits of a row.

use crate::kalender::Schooljaar;
use crate::parket::Vertaling;
use crate::rij::{MINUTEN_HOOGSTENS, Rij, Status};
use std::cell::RefCell;

/// A value that is not allowed, or missing; no row has all these bits.
pub(crate) const FOUT: u32 = u32::MAX;
/// A number of a pupil that is not allowed, or missing.
pub(crate) const FOUT_LANG: u64 = u64::MAX;

/// Number of a pupil.
#[derive(Debug)]
pub(crate) struct Leerling {
    pub(crate) zonder_teken: bool,
}

impl Vertaling for Leerling {
    type Uit = u64;
    #[inline]
    fn getal(&self, w: i64) -> u64 {
        // A uint64 comes as its bits; a signed number below zero is nobody.
        if w < 0 && !self.zonder_teken { FOUT_LANG } else { u64::from_ne_bytes(w.to_ne_bytes()) }
    }
    fn tekst(&self, _: &[u8]) -> u64 {
        FOUT_LANG
    }
    fn leeg(&self) -> u64 {
        FOUT_LANG
    }
    fn fout(&self) -> u64 {
        FOUT_LANG
    }
}

/// Why a value was refused: kept on the first one, for the message.
#[derive(Debug, Default)]
pub(crate) struct Bezwaar(RefCell<Option<String>>);

impl Bezwaar {
    #[cold]
    fn tegen(&self, waarom: impl FnOnce() -> String) -> u32 {
        self.0.borrow_mut().get_or_insert_with(waarom);
        FOUT
    }

    pub(crate) fn neem(&self) -> String {
        self.0.borrow().clone().unwrap_or_else(|| "een waarde ontbreekt".to_owned())
    }
}

/// A translator to the bits of a row, that can say why it refused.
pub(crate) trait Streng: Vertaling<Uit = u32> {
    fn bezwaar(&self) -> &Bezwaar;
}

macro_rules! getal {
    ($(#[$doc:meta])* $naam:ident { $($veld:ident: $type:ty),* } |$z:ident, $w:ident| $lichaam:expr) => {
        $(#[$doc])*
        #[derive(Debug)]
        pub(crate) struct $naam {
            $(pub(crate) $veld: $type,)*
            pub(crate) bezwaar: Bezwaar,
        }
        impl Vertaling for $naam {
            type Uit = u32;
            #[inline]
            fn getal(&self, $w: i64) -> u32 {
                let $z = self;
                $lichaam
            }
            fn tekst(&self, _: &[u8]) -> u32 {
                FOUT
            }
            fn leeg(&self) -> u32 {
                FOUT
            }
            fn fout(&self) -> u32 {
                FOUT
            }
        }
        impl Streng for $naam {
            fn bezwaar(&self) -> &Bezwaar {
                &self.bezwaar
            }
        }
    };
}

getal! {
    /// Number of a school.
    School {} |z, w| match u32::try_from(w) {
        Ok(n) if n != FOUT => n,
        _ => z.bezwaar.tegen(|| format!("{w} is geen nummer van een school")),
    }
}

getal! {
    /// Day of the lesson: inside the school year, and not later than the last day that can have happened.
    Dag { jaar: Schooljaar, tot_en_met: i32 } |z, w| {
        let dag = i32::try_from(w).ok();
        match dag.and_then(|d| z.jaar.dag(d)).filter(|_| dag.is_some_and(|d| d <= z.tot_en_met)) {
            Some(d) => Rij::nieuw(d, 0, Status::Ongeoorloofd, 0).0,
            None => z.bezwaar.tegen(|| buiten(z, dag)),
        }
    }
}

fn buiten(z: &Dag, dag: Option<i32>) -> String {
    match dag.map(crate::kalender::datum) {
        Some(d) if z.jaar.dag(crate::kalender::dagnummer(d)).is_some() => format!("{d} ligt in de toekomst"),
        Some(d) => format!("{d} ligt buiten het schooljaar {}", z.jaar.naam()),
        None => "dit is geen datum".to_owned(),
    }
}

getal! {
    /// Lesuur.
    Lesuur {} |z, w| match u8::try_from(w) {
        Ok(u) => Rij::nieuw(0, u, Status::Ongeoorloofd, 0).0,
        Err(_) => z.bezwaar.tegen(|| format!("{w} is geen lesuur (0 tot en met 255)")),
    }
}

getal! {
    /// Minutes.
    Minuten {} |z, w| match u16::try_from(w) {
        Ok(m) if u32::from(m) <= MINUTEN_HOOGSTENS => u32::from(m),
        _ => z.bezwaar.tegen(|| format!("{w} minuten past niet in één dag (hoogstens {MINUTEN_HOOGSTENS})")),
    }
}

/// Status: a word.
#[derive(Debug, Default)]
pub(crate) struct Woord {
    pub(crate) bezwaar: Bezwaar,
}

impl Vertaling for Woord {
    type Uit = u32;
    fn getal(&self, _: i64) -> u32 {
        FOUT
    }
    #[inline]
    fn tekst(&self, w: &[u8]) -> u32 {
        match Status::uit_code(w) {
            Some(s) => Rij::nieuw(0, 0, s, 0).0,
            None => self.bezwaar.tegen(|| {
                let woord: String = String::from_utf8_lossy(w).chars().take(30).collect();
                format!("onbekende status «{woord}»")
            }),
        }
    }
    fn leeg(&self) -> u32 {
        FOUT
    }
    fn fout(&self) -> u32 {
        FOUT
    }
}

impl Streng for Woord {
    fn bezwaar(&self) -> &Bezwaar {
        &self.bezwaar
    }
}

/// What to do about a wrong value in each column.
pub(crate) fn herstel(kolom: &str) -> String {
    match kolom {
        "leerling" => "Geef elke leerling een nummer van 0 of hoger.".to_owned(),
        "school" => "Geef elke school een nummer van 0 of hoger.".to_owned(),
        "datum" => "Lever alleen lessen van dit schooljaar die al geweest zijn.".to_owned(),
        "lesuur" => "Nummer de lessen van een dag.".to_owned(),
        "minuten" => "Geef de duur van de les, of bij te laat de gemiste minuten.".to_owned(),
        "status" => {
            let woorden: Vec<&str> = Status::IN_BESTAND.iter().map(|s| s.code()).collect();
            format!("Kies uit: {}.", woorden.join(", "))
        }
        _ => String::new(),
    }
}
