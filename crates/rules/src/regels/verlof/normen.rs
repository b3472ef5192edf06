//! Hoeveel dagen er kunnen: de grens van de wet, het beleid daarbinnen en de norm per gebeurtenis.

use super::{Gebeurtenis, Plaats, Vraag};
use crate::plicht::Plicht;
use crate::recht::protocol::{self, Jubilea};
use crate::recht::{Parameter, Recht, beleid, leerplichtwet as lpw};

/// De dagen die beleid toestaat; de wet blijft de grens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Normen {
    /// Beroep van een ouder, in schooldagen per schooljaar: 0 tot en met 10; gewoon 10.
    pub beroep: i64,
    /// Gewichtige omstandigheden, door het hoofd, in schooldagen per schooljaar: 0 tot en met 10; gewoon 10.
    pub hoofd: i64,
    /// Huwelijk in de regio: schooldagen, 0 of meer; gewoon 1.
    pub huwelijk_regio: i64,
    /// Huwelijk elders in het land: schooldagen, 0 of meer; gewoon 2.
    pub huwelijk_buiten_regio: i64,
    /// Huwelijk in het buitenland: schooldagen, 0 of meer; gewoon 5.
    pub huwelijk_buitenland: i64,
    /// Overlijden, van de eerste tot en met de vierde graad: schooldagen, 0 of meer; gewoon 5, 2, 1 en 1.
    pub overlijden: [i64; 4],
    /// Overlijden in het buitenland: schooldagen, 0 of meer; gewoon 5.
    pub overlijden_buitenland: i64,
    /// Jubileum: schooldagen, 0 of meer; gewoon 1.
    pub jubileum: i64,
    /// Verhuizing: schooldagen, 0 of meer; gewoon 1.
    pub verhuizing: i64,
    /// Plicht uit godsdienst of levensovertuiging: schooldagen, 1 of meer; gewoon 1.
    pub religie: i64,
}

impl Normen {
    /// De normen, met de sleutels van het beleid.
    #[must_use]
    pub fn uit(dagen: impl Fn(&str) -> i64) -> Self {
        Self {
            beroep: dagen("verlof_f_max_dagen"),
            hoofd: dagen("verlof_g_max_dagen"),
            huwelijk_regio: dagen("verlof_huwelijk_regio"),
            huwelijk_buiten_regio: dagen("verlof_huwelijk_buiten_regio"),
            huwelijk_buitenland: dagen("verlof_huwelijk_buitenland"),
            overlijden: [
                dagen("verlof_overlijden_graad_1"),
                dagen("verlof_overlijden_graad_2"),
                dagen("verlof_overlijden_graad_3"),
                dagen("verlof_overlijden_graad_4"),
            ],
            overlijden_buitenland: dagen("verlof_overlijden_buitenland"),
            jubileum: dagen("verlof_jubileum"),
            verhuizing: dagen("verlof_verhuizing"),
            religie: dagen("verlof_religie"),
        }
    }

    /// De normen als niemand iets kiest.
    #[must_use]
    pub fn gewoon() -> Self {
        Self::uit(|naam| beleid::gewoon(naam).unwrap_or(0))
    }
}

/// De wettelijke grens van dagen, of minder als beleid dat zegt; bij kwalificatieplicht naar rato, naar beneden afgerond.
pub(super) fn grens(v: &Vraag, gekozen: i64, wet: &Parameter<i64>, recht: Recht) -> i64 {
    let grens = gekozen.min(wet.waarde(recht));
    let week = lpw::VERLOF_SCHOOLWEEK_DAGEN.waarde(recht);
    match v.schooldagen_per_week {
        Some(per_week) if v.plicht == Plicht::Kwalificatieplichtig => {
            let getal = |n: i64| f64::from(i32::try_from(n).unwrap_or(i32::MAX));
            let past = |n: &i64| getal(*n) * getal(week) <= getal(grens) * per_week;
            (1..=grens).take_while(past).last().unwrap_or(0)
        }
        _ => grens,
    }
}

/// De meeste dagen voor een gebeurtenis; `None` is zonder grens (BR-20).
pub(super) fn maximum(g: Gebeurtenis, n: &Normen, recht: Recht) -> Option<i64> {
    let jubileum = |jaren: f64, graad: Option<i64>, gevierd: &Parameter<Jubilea>| {
        let dichtbij = graad.is_none_or(|g| g <= protocol::JUBILEUM_TOT_EN_MET_GRAAD.waarde(recht));
        if dichtbij && gevierd.waarde(recht).heeft(jaren) { n.jubileum } else { 0 }
    };
    match g {
        Gebeurtenis::Huwelijk { graad, .. } if graad > protocol::HUWELIJK_TOT_EN_MET_GRAAD.waarde(recht) => Some(0),
        Gebeurtenis::Huwelijk { plaats: Plaats::Regio, .. } => Some(n.huwelijk_regio),
        Gebeurtenis::Huwelijk { plaats: Plaats::BuitenRegio, .. } => Some(n.huwelijk_buiten_regio),
        Gebeurtenis::Huwelijk { plaats: Plaats::Buitenland, .. } => Some(n.huwelijk_buitenland),
        Gebeurtenis::Overlijden { plaats: Plaats::Buitenland, .. } => Some(n.overlijden_buitenland),
        Gebeurtenis::Overlijden { graad, .. } => {
            let plek = graad.checked_sub(1).and_then(|i| usize::try_from(i).ok());
            Some(plek.and_then(|i| n.overlijden.get(i)).copied().unwrap_or(0))
        }
        Gebeurtenis::Ambtsjubileum { jaren, graad } => Some(jubileum(jaren, graad, &protocol::AMBTSJUBILEA)),
        Gebeurtenis::Huwelijksjubileum { jaren, graad } => Some(jubileum(jaren, graad, &protocol::HUWELIJKSJUBILEA)),
        Gebeurtenis::Verhuizing => Some(n.verhuizing),
        Gebeurtenis::LevensbedreigendeZiekte { graad } => {
            (graad > protocol::ZIEKTE_TOT_EN_MET_GRAAD.waarde(recht)).then_some(0)
        }
        Gebeurtenis::WettelijkeVerplichting | Gebeurtenis::Anders => None,
    }
}
