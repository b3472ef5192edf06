//! The law of one day as birth dates, found by asking the rule.

use super::oordeel::Fase;
use crate::kalender::dagnummer;
use jiff::ToSpan;
use jiff::civil::{Date, date};
use rules::plicht::{Antwoord, Plicht, REGEL, Vraag, plicht};
use rules::recht::leerplichtwet::LEERPLICHT_BEGIN_LEEFTIJD;
use rules::{Recht, Vakantieregio, jaren_bereikt_op};

/// Whoever was born this many days before a day has no duty any more, and whoever will be born as many after it has none
/// yet: 109 years.
const RUIM: i32 = 40_000;

/// Days between two that lie close together.
const DICHTBIJ: i32 = 31;

/// What the law of one day says of every birth date, for one holiday region.
///
/// The duty rests on whoever is born after [`Self::plicht_over`] and on or before [`Self::begonnen`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grenzen {
    /// The day.
    pub dag: i32,
    /// Last birth date for which the duty has begun.
    pub begonnen: i32,
    /// Last birth date for which leerplicht is over.
    pub leerplicht_over: i32,
    /// Last birth date for which all duty is over: 18 or older.
    pub plicht_over: i32,
    /// Of every birth date with a duty: first day of the duty and last day of leerplicht.
    perioden: Vec<(i32, i32)>,
}

impl Grenzen {
    /// The law of a day in a holiday region.
    #[must_use]
    pub fn op(dag: Date, regio: Vakantieregio) -> Self {
        let nummer = dagnummer(dag);
        let ruimte = (binnen(nummer.saturating_sub(RUIM)), binnen(nummer.saturating_add(RUIM)));
        let uitkomst = |geboren: i32| antwoord(geboren, dag, regio);
        let begonnen = laatste(ruimte, |g| is_begonnen(&uitkomst(g)));
        let leerplicht_over = laatste(ruimte, |g| is_leerplicht_over(&uitkomst(g), dag));
        let plicht_over = laatste(ruimte, |g| is_plicht_over(&uitkomst(g)));
        let mut zelf = Self { dag: nummer, begonnen, leerplicht_over, plicht_over, perioden: Vec::new() };
        zelf.vul_perioden(|g| periode(&uitkomst(g), g, dag));
        zelf
    }

    /// The law of another day, in the same holiday region. From one day to the next the periods of a birth date stay what they
    /// were and the limits move a little, as long as the rule does not change: then only what is new is asked.
    #[must_use]
    pub(super) fn naar(&self, dag: Date, regio: Vakantieregio) -> Self {
        self.verschoven(dag, regio).unwrap_or_else(|| Self::op(dag, regio))
    }

    /// The limits of today moved to a day close by; nothing when the rule changes in between, or the day is far or before.
    pub(super) fn verschoven(&self, dag: Date, regio: Vakantieregio) -> Option<Self> {
        let nummer = dagnummer(dag);
        if !(0..=DICHTBIJ).contains(&nummer.checked_sub(self.dag)?) || REGEL.verandert(datum_binnen(self.dag), dag) {
            return None;
        }
        let uitkomst = |geboren: i32| antwoord(geboren, dag, regio);
        // Time only moves them forward, by no more than a year and the days that went by.
        let vanaf = |was: i32, geldt: &dyn Fn(i32) -> bool| {
            let tm = was.checked_add(367 + DICHTBIJ)?;
            let is = laatste((was, tm), geldt);
            (is >= was && is < tm).then_some(is)
        };
        let begonnen = vanaf(self.begonnen, &|g| is_begonnen(&uitkomst(g)))?;
        let leerplicht_over = vanaf(self.leerplicht_over, &|g| is_leerplicht_over(&uitkomst(g), dag))?;
        let plicht_over = vanaf(self.plicht_over, &|g| is_plicht_over(&uitkomst(g)))?;
        let weg = usize::try_from(plicht_over - self.plicht_over).ok()?;
        let mut perioden = self.perioden.get(weg..)?.to_vec();
        perioden.extend((self.begonnen.saturating_add(1)..=begonnen).map(|g| periode(&uitkomst(g), g, dag)));
        Some(Self { dag: nummer, begonnen, leerplicht_over, plicht_over, perioden })
    }

    /// The duty of a birth date on this day.
    #[inline]
    #[must_use]
    pub(super) fn fase(&self, geboren: i32) -> Fase {
        if geboren > self.begonnen || geboren <= self.plicht_over {
            Fase::Geen
        } else if geboren > self.leerplicht_over {
            Fase::Leerplicht
        } else {
            Fase::Kwalificatieplicht
        }
    }

    /// First day of the duty and last day of leerplicht; nothing for a birth date without a duty on this day.
    #[must_use]
    pub fn periode(&self, geboren: i32) -> Option<(i32, i32)> {
        let i = i64::from(geboren) - i64::from(self.plicht_over) - 1;
        self.perioden.get(usize::try_from(i).ok()?).copied()
    }

    /// Do the birth dates that have a duty on both days have the same periods on both? Otherwise the law has changed in
    /// between, and a `sinds` of the one day may be wrong on the other. Of other birth dates nothing need agree: who begins
    /// to have a duty, or has none any more, is judged again anyhow.
    #[must_use]
    pub(super) fn strookt_met(&self, ander: &Self) -> bool {
        let (van, tm) = (self.plicht_over.max(ander.plicht_over).saturating_add(1), self.begonnen.min(ander.begonnen));
        (van..=tm).all(|g| self.periode(g) == ander.periode(g))
    }

    /// As if the duty of everybody who has it had begun this many days later.
    #[cfg(test)]
    pub(super) fn met_later_begin(mut self, dagen: i32) -> Self {
        self.perioden.iter_mut().for_each(|p| p.0 += dagen);
        self
    }

    /// Both days only ever move forward with the birth date, in steps of a month and of a year: where both ends of a
    /// stretch agree, so does all between. Most stretches end with a month, so that is tried first.
    fn vul_perioden(&mut self, van: impl Fn(i32) -> (i32, i32)) {
        let (mut geboren, laatste) = (self.plicht_over.saturating_add(1), self.begonnen);
        if geboren > laatste {
            return;
        }
        let mut periode = van(geboren);
        loop {
            let maandeinde = dagnummer(datum_binnen(geboren).last_of_month()).clamp(geboren, laatste);
            let (mut wel, mut niet) = (geboren, None);
            if van(maandeinde) == periode {
                wel = maandeinde;
                let erna = maandeinde.saturating_add(1);
                niet = (erna <= laatste).then(|| (erna, van(erna))).filter(|(_, p)| *p != periode);
            }
            if niet.is_none() && wel < laatste {
                let op = van(laatste);
                niet = (op != periode).then_some((laatste, op));
            }
            let Some((mut tot, mut op)) = niet else {
                self.perioden.extend((geboren..=laatste).map(|_| periode));
                return;
            };
            while tot - wel > 1 {
                let midden = wel + (tot - wel) / 2;
                match van(midden) {
                    p if p == periode => wel = midden,
                    p => (tot, op) = (midden, p),
                }
            }
            self.perioden.extend((geboren..tot).map(|_| periode));
            (geboren, periode) = (tot, op);
        }
    }
}

/// First day of the duty of someone born on this day, under the law of a day: `leerplicht_begin` of the rule or, outside
/// its calendar data, the first of the month after the month in which the age is reached.
#[must_use]
pub fn begin_van_plicht(geboren: i32, dag: Date, regio: Vakantieregio) -> i32 {
    begin(&antwoord(geboren, dag, regio), geboren, dag)
}

fn is_begonnen(a: &Antwoord) -> bool {
    a.plicht != Plicht::NogNiet
}

fn is_leerplicht_over(a: &Antwoord, dag: Date) -> bool {
    dag > a.leerplicht_einde
}

fn is_plicht_over(a: &Antwoord) -> bool {
    matches!(a.plicht, Plicht::Doorstroompunt | Plicht::Geen)
}

/// First day of the duty and last day of leerplicht.
fn periode(a: &Antwoord, geboren: i32, dag: Date) -> (i32, i32) {
    (begin(a, geboren, dag), dagnummer(a.leerplicht_einde))
}

fn begin(antwoord: &Antwoord, geboren: i32, dag: Date) -> i32 {
    let volgende_maand = || {
        let leeftijd = LEERPLICHT_BEGIN_LEEFTIJD.waarde(Recht::op(dag));
        let bereikt = jaren_bereikt_op(datum_binnen(geboren), leeftijd);
        bereikt.first_of_month().checked_add(1.month()).unwrap_or(Date::MAX)
    };
    dagnummer(antwoord.leerplicht_begin.unwrap_or_else(volgende_maand))
}

fn antwoord(geboren: i32, dag: Date, regio: Vakantieregio) -> Antwoord {
    let vraag = Vraag { vakantieregio: regio, ..Vraag::nieuw(datum_binnen(geboren), dag) };
    plicht(&vraag, Recht::op(dag)).uitkomst
}

/// The last birth date for which something holds that holds for all earlier ones; the day before `van` if for none.
fn laatste((van, tm): (i32, i32), geldt: impl Fn(i32) -> bool) -> i32 {
    let (mut wel, mut niet) = (van - 1, tm + 1);
    while niet - wel > 1 {
        let midden = wel + (niet - wel) / 2;
        if geldt(midden) {
            wel = midden;
        } else {
            niet = midden;
        }
    }
    wel
}

/// The nearest day that has a date.
pub(super) fn binnen(dag: i32) -> i32 {
    dag.clamp(dagnummer(Date::MIN), dagnummer(Date::MAX))
}

/// The date of a day, or the nearest there is: days can be any number.
pub(super) fn datum_binnen(dag: i32) -> Date {
    date(1970, 1, 1).saturating_add(i64::from(binnen(dag)).days())
}
