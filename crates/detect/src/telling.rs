//! The running count of a pupil for whom no signal is due: what a school sees every day.
//!
//! The answer is that of `rules::venster` without earlier reports: the fullest window of the school year, with and without the
//! lessons of which the reason is not known yet, and the times late. Whoever reached the threshold is the rule's, which explains.

use crate::rij::{Rij, Status};
use crate::wet::Schoolwet;

/// What has run up.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Telling {
    /// Certain minutes in the fullest window.
    pub zeker: u32,
    /// The same with the lessons whose reason is unknown or disputed.
    pub mogelijk: u32,
    /// Times late in the school year.
    pub keren_te_laat: u32,
}

/// Counts the lessons of one pupil, in order, up to and including day `tot` of the school year. Nothing when the threshold is
/// reached.
#[must_use]
pub fn telling(rijen: &[u32], school: &Schoolwet, tot: u16) -> Option<Telling> {
    let lesdag = |r: &u32| school.kalender.lesdag(Rij(*r).dag());
    let onzeker = |r: Rij| if matches!(r.status(), Status::Onbekend | Status::Betwist) { r.minuten() } else { 0 };
    let mut uit = Telling::default();
    let (mut van, mut zeker, mut erbij) = (0, 0, 0);
    for rij in rijen {
        let Some(nu) = lesdag(rij) else { continue };
        let r = Rij(*rij);
        if r.dag() > u32::from(tot) {
            break;
        }
        uit.keren_te_laat += u32::from(r.status() == Status::TeLaat);
        zeker += r.zeker();
        erbij += onzeker(r);
        while let Some(oud) = rijen.get(van) {
            match lesdag(oud) {
                Some(l) if nu - l < school.maat.lengte => break,
                Some(_) => {
                    zeker -= Rij(*oud).zeker();
                    erbij -= onzeker(Rij(*oud));
                }
                None => {}
            }
            van += 1;
        }
        if zeker >= school.maat.drempel {
            return None;
        }
        uit.zeker = uit.zeker.max(zeker);
        uit.mogelijk = uit.mogelijk.max(zeker + erbij);
    }
    Some(uit)
}
