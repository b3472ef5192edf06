//! From the rows of a pupil to signals.

use crate::dagen::{Dag, verzamel};
use crate::kalender::Jaarkalender;
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

/// Everything about one pupil at one school that tomorrow needs: both counts.
#[derive(Debug, Clone, Default)]
pub(crate) struct Standen {
    venster: venster::Stand,
    langdurig: langdurig::Stand,
}

impl Standen {
    /// No counted day in the window. Reading it ahead brings the state near.
    pub(crate) fn leeg(&self) -> bool {
        self.venster.leeg()
    }

    /// What must be known to see that new lessons bring no signal: the minutes that stand already (see
    /// [`venster::Stand::grens`]), and the absence that goes on (see [`langdurig::spoor`]).
    pub(crate) fn kort(&self, wet: &Schoolwet) -> (u32, Option<u16>) {
        (self.venster.grens(wet.maat), self.langdurig.loopt())
    }

    /// The first day on which time alone brings a signal, when no lessons come.
    pub(crate) fn wekker(&self, kalender: &Jaarkalender) -> Option<u16> {
        let twee = [self.venster.wekker(kalender), self.langdurig.wekker(kalender)];
        twee.into_iter().flatten().min()
    }
}

/// Judges one pupil after the other; keeps its working memory.
#[derive(Debug, Default)]
pub struct Beoordelaar {
    dagen: Vec<Dag>,
    standen: Standen,
    meldingen: Vec<venster::Melding>,
    afwezig: Vec<langdurig::Afwezigheid>,
}

/// What is needed to judge a pupil.
#[derive(Debug, Clone, Copy)]
pub struct Opdracht<'a> {
    /// The law of the school.
    pub wet: &'a Schoolwet,
    /// Lesson-calendar days of a long absence.
    pub periode: u16,
    /// What to look for.
    pub vraag: Vraag,
}

impl Beoordelaar {
    /// The signals of one pupil at one school; `rijen` in order, one per lesson.
    #[inline]
    pub fn leerling(
        &mut self,
        leerling: u64,
        school: u32,
        rijen: &[u32],
        o: Opdracht<'_>,
        uit: &mut impl FnMut(Signaal),
    ) {
        // What cannot have a signal, and that is nearly everybody, is known from two sums.
        let (zestien, lang) = match o.vraag.soort {
            Soort::ZestienUur => (zekere_som(rijen) >= o.wet.maat.drempel, false),
            Soort::Langdurig => (false, zekere_som_en_weg(rijen).1 >= o.wet.kalender.minst_schooldagen()),
            Soort::Beide => {
                let (som, weg) = zekere_som_en_weg(rijen);
                (som >= o.wet.maat.drempel, weg >= o.wet.kalender.minst_schooldagen())
            }
        };
        if zestien || lang {
            self.beoordeel(rijen, o, (zestien, lang));
            self.geef(leerling, school, uit);
        }
    }

    #[inline(never)]
    fn beoordeel(&mut self, rijen: &[u32], o: Opdracht<'_>, (zestien, lang): (bool, bool)) {
        let (kalender, tot) = (&o.wet.kalender, o.vraag.tot);
        let eerste = zestien && o.vraag.eerste;
        if eerste {
            self.meldingen.extend(venster::eerste(rijen, kalender, o.wet.maat, tot));
        }
        if lang || !eerste {
            verzamel(rijen, kalender, tot, &mut self.dagen);
        }
        if zestien && !eerste {
            let s = &mut self.standen.venster;
            s.begin();
            for d in &self.dagen {
                s.dag(*d, kalender, o.wet.maat, &mut self.meldingen);
            }
            s.verder(tot, kalender, &mut self.meldingen);
        }
        if lang {
            let mut s = langdurig::Stand::default();
            for d in &self.dagen {
                s.dag(*d, kalender, o.periode, &mut self.afwezig);
            }
            s.verder(tot, kalender, &mut self.afwezig);
        }
    }

    /// Hands the signals that were found on.
    fn geef(&mut self, leerling: u64, school: u32, uit: &mut impl FnMut(Signaal)) {
        for m in self.meldingen.drain(..) {
            let (begin, bereikt_op, minuten) = (m.begin, m.bereikt_op, m.minuten);
            uit(Signaal { leerling, school, langdurig: false, begin, bereikt_op, minuten });
        }
        for a in self.afwezig.drain(..) {
            let (begin, bereikt_op, minuten) = (a.begin, a.bereikt_op, a.minuten);
            uit(Signaal { leerling, school, langdurig: true, begin, bereikt_op, minuten });
        }
    }

    /// Adds lessons to the state of a pupil; the signals that come of it go to `uit`.
    pub(crate) fn erbij(
        &mut self,
        standen: &mut Standen,
        wie: (u64, u32),
        rijen: &[u32],
        o: Opdracht<'_>,
        uit: &mut impl FnMut(Signaal),
    ) {
        let mut dagen = std::mem::take(&mut self.dagen);
        verzamel(rijen, &o.wet.kalender, o.vraag.tot, &mut dagen);
        self.dagen_erbij(standen, wie, &dagen, o, uit);
        self.dagen = dagen;
    }

    /// Adds days to the state of a pupil; the signals that come of it go to `uit`.
    pub(crate) fn dagen_erbij(
        &mut self,
        standen: &mut Standen,
        wie: (u64, u32),
        dagen: &[Dag],
        o: Opdracht<'_>,
        uit: &mut impl FnMut(Signaal),
    ) {
        let kalender = &o.wet.kalender;
        for d in dagen {
            standen.venster.dag(*d, kalender, o.wet.maat, &mut self.meldingen);
            standen.langdurig.dag(*d, kalender, o.periode, &mut self.afwezig);
        }
        self.geef(wie.0, wie.1, uit);
    }

    /// It is the last day of the question, and there were no lessons since.
    pub(crate) fn verder(
        &mut self,
        standen: &mut Standen,
        wie: (u64, u32),
        o: Opdracht<'_>,
        uit: &mut impl FnMut(Signaal),
    ) {
        standen.venster.verder(o.vraag.tot, &o.wet.kalender, &mut self.meldingen);
        standen.langdurig.verder(o.vraag.tot, &o.wet.kalender, &mut self.afwezig);
        self.geef(wie.0, wie.1, uit);
    }
}
