//! The law as the engine needs it: the parameters of `rules` for one day, and the calendar and threshold of each school.

use crate::kalender::{Jaarkalender, Schooljaar};
use crate::venster::Maat;
use jiff::civil::Date;
use rules::recht::{leerplichtwet as lpw, protocol};
use rules::{Recht, Vakantieregio};
use std::sync::Arc;

/// A school as the file of schools names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct School {
    /// Number of the school.
    pub school: u32,
    /// Its holiday region.
    pub regio: Vakantieregio,
    /// Minutes of one lesson hour in the unit of the school; more than 0.
    pub lesuur_minuten: u16,
}

/// What the engine knows of one school.
#[derive(Debug, Clone)]
pub struct Schoolwet {
    /// Its lesson calendar.
    pub kalender: Arc<Jaarkalender>,
    /// Its threshold and window.
    pub maat: Maat,
}

impl Schoolwet {
    /// What holds on day `op` for a school with this lesson calendar, perhaps its own.
    #[must_use]
    pub fn nieuw(kalender: &rules::Kalender, jaar: Schooljaar, lesuur_minuten: u16, op: Date) -> Self {
        let recht = Recht::op(op);
        let periode = getal(protocol::LANGDURIG_DAGEN.waarde(recht));
        Self { kalender: Arc::new(Jaarkalender::nieuw(kalender, jaar, periode)), maat: maat(lesuur_minuten, recht) }
    }
}

/// The law of one day for all schools of a register.
#[derive(Debug, Clone)]
pub struct Wet {
    /// The school year.
    pub jaar: Schooljaar,
    /// Lesson-calendar days of a long absence.
    pub periode: u16,
    scholen: Vec<(u32, Schoolwet)>,
}

impl Wet {
    /// The law of day `op` for these schools.
    #[must_use]
    pub fn nieuw(jaar: Schooljaar, scholen: &[School], op: Date) -> Self {
        let recht = Recht::op(op);
        let periode = getal(protocol::LANGDURIG_DAGEN.waarde(recht));
        let regios = [Vakantieregio::Noord, Vakantieregio::Midden, Vakantieregio::Zuid]
            .map(|r| (r, Arc::new(Jaarkalender::regio(r, jaar, periode))));
        let met = |s: &School| {
            let kalender = regios.iter().find(|(r, _)| *r == s.regio).map_or(&regios[1].1, |(_, k)| k);
            (s.school, Schoolwet { kalender: Arc::clone(kalender), maat: maat(s.lesuur_minuten, recht) })
        };
        let mut scholen: Vec<_> = scholen.iter().map(met).collect();
        scholen.sort_by_key(|(s, _)| *s);
        Self { jaar, periode, scholen }
    }

    /// What holds for a school; nothing when the file of schools does not name it.
    #[must_use]
    pub fn school(&self, school: u32) -> Option<&Schoolwet> {
        self.op(self.plek(school)?)
    }

    /// Where a school is, for [`Wet::op`].
    pub(crate) fn plek(&self, school: u32) -> Option<usize> {
        self.scholen.binary_search_by_key(&school, |(s, _)| *s).ok()
    }

    /// What holds for the school at a place.
    pub(crate) fn op(&self, plek: usize) -> Option<&Schoolwet> {
        self.scholen.get(plek).map(|(_, w)| w)
    }
}

fn maat(lesuur_minuten: u16, recht: Recht) -> Maat {
    let drempel = lpw::DREMPEL_UREN.waarde(recht).saturating_mul(i64::from(lesuur_minuten));
    Maat {
        drempel: u32::try_from(drempel).unwrap_or(u32::MAX),
        lengte: getal(7 * lpw::VENSTER_LESWEKEN.waarde(recht)),
        meldpauze: getal(protocol::MELDPAUZE_DAGEN.waarde(recht)),
    }
}

fn getal(waarde: i64) -> u16 {
    u16::try_from(waarde).unwrap_or(u16::MAX)
}
