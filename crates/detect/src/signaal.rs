//! From the rows of a pupil to signals.

use crate::dagen::{Dag, verzamel};
use crate::rij::{zekere_som, zekere_som_en_weg};
use crate::wet::Schoolwet;
use crate::{langdurig, venster};

/// Which signals are wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Soort {
    /// Sixteen hours in four lesson weeks.
    ZestienUur,
    /// Four lesson weeks away.
    Langdurig,
    /// Both, in one pass.
    Beide,
}

/// A signal; days are days of the school year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Signaal {
    /// Number of the pupil.
    pub leerling: u64,
    /// Number of the school.
    pub school: u32,
    /// A long absence; otherwise sixteen hours.
    pub langdurig: bool,
    /// First counted day.
    pub begin: u16,
    /// Day on which the limit was reached.
    pub bereikt_op: u16,
    /// Counted minutes.
    pub minuten: u32,
}

/// What to look for, and until when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Vraag {
    /// Which signals.
    pub soort: Soort,
    /// Only the first report of sixteen hours of a pupil.
    pub eerste: bool,
    /// Last day, as a day of the school year.
    pub tot: u16,
}

/// Judges one pupil after the other; keeps its working memory.
#[derive(Debug, Default)]
pub struct Beoordelaar {
    dagen: Vec<Dag>,
    meldingen: Vec<venster::Melding>,
    afwezig: Vec<langdurig::Afwezigheid>,
}

impl Beoordelaar {
    /// The signals of one pupil at one school; `rijen` in order, one per lesson.
    #[inline]
    pub fn leerling(
        &mut self,
        leerling: u64,
        school: u32,
        rijen: &[u32],
        wet: &Schoolwet,
        periode: u16,
        v: Vraag,
        uit: &mut impl FnMut(Signaal),
    ) {
        // What cannot have a signal, and that is nearly everybody, is known from two sums.
        let (zestien, lang) = match v.soort {
            Soort::ZestienUur => (zekere_som(rijen) >= wet.maat.drempel, false),
            Soort::Langdurig => (false, zekere_som_en_weg(rijen).1 >= wet.kalender.minst_schooldagen()),
            Soort::Beide => {
                let (som, weg) = zekere_som_en_weg(rijen);
                (som >= wet.maat.drempel, weg >= wet.kalender.minst_schooldagen())
            }
        };
        if zestien || lang {
            self.beoordeel(leerling, school, rijen, wet, periode, v, (zestien, lang), uit);
        }
    }

    #[inline(never)]
    #[expect(clippy::too_many_arguments, reason = "the cold half of the function above")]
    fn beoordeel(
        &mut self,
        leerling: u64,
        school: u32,
        rijen: &[u32],
        wet: &Schoolwet,
        periode: u16,
        v: Vraag,
        (zestien, lang): (bool, bool),
        uit: &mut impl FnMut(Signaal),
    ) {
        self.meldingen.clear();
        self.afwezig.clear();
        if lang || !v.eerste {
            verzamel(rijen, &wet.kalender, v.tot, &mut self.dagen);
        }
        if zestien && v.eerste {
            self.meldingen.extend(venster::eerste(rijen, &wet.kalender, wet.maat, v.tot));
        } else if zestien {
            venster::alle(&self.dagen, &wet.kalender, wet.maat, None, v.tot, &mut self.meldingen);
        }
        if lang {
            langdurig::alle(&self.dagen, &wet.kalender, periode, v.tot, &mut self.afwezig);
        }
        for m in &self.meldingen {
            uit(Signaal {
                leerling,
                school,
                langdurig: false,
                begin: m.begin,
                bereikt_op: m.bereikt_op,
                minuten: m.minuten,
            });
        }
        for a in &self.afwezig {
            uit(Signaal {
                leerling,
                school,
                langdurig: true,
                begin: a.begin,
                bereikt_op: a.bereikt_op,
                minuten: a.minuten,
            });
        }
    }
}
