//! The judgement of one person, the same for the full run and the daily one.

use super::feiten::ook_in_leerplicht;
use super::feiten::{Artikel, Periode};
use super::grenzen::Grenzen;

/// Which duty an age carries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fase {
    /// None: too young or 18.
    Geen,
    /// Leerplicht.
    Leerplicht,
    /// Kwalificatieplicht.
    Kwalificatieplicht,
}

/// What the enrolments of a person come down to on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Schoolgang {
    /// Enrolled on the day.
    pub nu: bool,
    /// Last day of the latest enrolment that ended before it; [`i32::MIN`] if none.
    pub laatst: i32,
}

impl Schoolgang {
    pub const GEEN: Self = Self { nu: false, laatst: i32::MIN };

    /// That of a list of enrolments.
    pub fn van(inschrijvingen: &[Periode], dag: i32) -> Self {
        let mut zelf = Self::GEEN;
        for p in inschrijvingen {
            zelf.tel(p.begin, p.einde, dag);
        }
        zelf
    }

    /// Counts an enrolment in.
    pub fn tel(&mut self, begin: i32, einde: i32, dag: i32) {
        self.nu |= begin <= dag && dag <= einde;
        if begin <= einde && einde < dag {
            self.laatst = self.laatst.max(einde);
        }
    }
}

/// Since when someone is in absolute absence on the day of `grenzen`; nothing if not at all. `laatst` is that of the
/// enrolments, none of which holds the day.
pub(super) fn sinds(
    grenzen: &Grenzen,
    geboren: i32,
    laatst: i32,
    vrijstellingen: impl Iterator<Item = (Artikel, Periode)>,
    startkwalificatie_op: Option<i32>,
) -> Option<i32> {
    let fase = grenzen.fase(geboren);
    let (begin, leerplicht_einde) = grenzen.periode(geboren)?;
    let dag = grenzen.dag;
    if fase == Fase::Geen || fase == Fase::Kwalificatieplicht && startkwalificatie_op.is_some_and(|s| s < dag) {
        return None;
    }
    let mut sinds = begin;
    if laatst < dag {
        sinds = sinds.max(laatst.saturating_add(1));
    }
    for (artikel, Periode { begin, einde }) in vrijstellingen.filter(|(_, p)| p.begin <= p.einde) {
        // An exemption of kwalificatieplicht exempts from nothing as long as leerplicht rests.
        if !ook_in_leerplicht(artikel) && einde.min(dag) <= leerplicht_einde {
            continue;
        }
        if begin <= dag && dag <= einde {
            return None;
        }
        if einde < dag {
            sinds = sinds.max(einde.saturating_add(1));
        }
    }
    Some(sinds)
}
