//! One lesson of one pupil in four bytes: the row of a lesson register.
//!
//! | bits | what | range |
//! |---|---|---|
//! | 31…23 | day of the school year, 0 is 1 August | 0…365 |
//! | 22…15 | lesuur | 0…255 |
//! | 14…12 | [`Status`] | 0…7 |
//! | 11…0 | minutes | 0…1440 |
//!
//! Sorted as numbers, rows are in order of day and lesuur. The two statuses whose minutes count for certain are 0 and 1, so
//! one mask tells them apart, and the sum of a pupil needs no branches.

/// More minutes than this do not fit in one day.
pub const MINUTEN_HOOGSTENS: u32 = 24 * 60;

const STATUS: u32 = 12;
const LESUUR: u32 = 15;
const DAG: u32 = 23;
const MINUTEN: u32 = (1 << STATUS) - 1;
/// Zero in the rows that count for certain: statuses 0 and 1.
const ONZEKER: u32 = 0b110 << STATUS;

/// What happened in a lesson (CR-31, CR-35); the number is the code in a [`Rij`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum Status {
    /// Away without valid reason: its minutes count.
    Ongeoorloofd = 0,
    /// Late: the lost minutes count.
    TeLaat = 1,
    /// Away, reason not known yet.
    Onbekend = 2,
    /// Away, the reason is disputed.
    Betwist = 3,
    /// Away with a valid reason.
    Geoorloofd = 4,
    /// Ill.
    Ziek = 5,
    /// Present.
    Aanwezig = 6,
    /// Withdrawn: only in a delta, where it removes the lesson below it.
    Ingetrokken = 7,
}

impl Status {
    /// The statuses that a file can hold, in the order of their codes.
    pub const IN_BESTAND: [Self; 7] =
        [Self::Ongeoorloofd, Self::TeLaat, Self::Onbekend, Self::Betwist, Self::Geoorloofd, Self::Ziek, Self::Aanwezig];

    /// The word in a file.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Ongeoorloofd => "ongeoorloofd",
            Self::TeLaat => "te_laat",
            Self::Onbekend => "onbekend",
            Self::Betwist => "betwist",
            Self::Geoorloofd => "geoorloofd",
            Self::Ziek => "ziek",
            Self::Aanwezig => "aanwezig",
            Self::Ingetrokken => "ingetrokken",
        }
    }

    /// The status of a word in a file; nothing for another word.
    #[must_use]
    pub fn uit_code(code: &[u8]) -> Option<Self> {
        Self::IN_BESTAND.into_iter().find(|s| s.code().as_bytes() == code)
    }

    /// The same status in the words of the rule `venster`; a withdrawn lesson has none.
    #[must_use]
    pub const fn lesstatus(self) -> Option<rules::venster::Lesstatus> {
        use rules::venster::Lesstatus as L;
        Some(match self {
            Self::Ongeoorloofd => L::Ongeoorloofd,
            Self::TeLaat => L::TeLaat,
            Self::Onbekend => L::Onbekend,
            Self::Betwist => L::Betwist,
            Self::Geoorloofd => L::Geoorloofd,
            Self::Ziek => L::Ziek,
            Self::Aanwezig => L::Aanwezig,
            Self::Ingetrokken => return None,
        })
    }
}

/// One lesson of one pupil.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Rij(pub u32);

impl Rij {
    /// A row; day, lesuur and minutes must be in range, which whoever reads a file has checked.
    #[must_use]
    pub const fn nieuw(dag: u16, lesuur: u8, status: Status, minuten: u16) -> Self {
        Self((dag as u32) << DAG | (lesuur as u32) << LESUUR | (status as u32) << STATUS | (minuten as u32 & MINUTEN))
    }

    /// Day of the school year, 0 is 1 August.
    #[must_use]
    pub const fn dag(self) -> u32 {
        self.0 >> DAG
    }

    /// Lesuur, 0…255.
    #[must_use]
    pub const fn lesuur(self) -> u8 {
        self.0.to_le_bytes()[2] << 1 | self.0.to_le_bytes()[1] >> 7
    }

    /// Day and lesuur together: two rows of a pupil with the same slot are the same lesson.
    #[must_use]
    pub const fn slot(self) -> u32 {
        self.0 >> LESUUR
    }

    /// The status.
    #[must_use]
    pub const fn status(self) -> Status {
        match self.0 >> STATUS & 7 {
            0 => Status::Ongeoorloofd,
            1 => Status::TeLaat,
            2 => Status::Onbekend,
            3 => Status::Betwist,
            4 => Status::Geoorloofd,
            5 => Status::Ziek,
            6 => Status::Aanwezig,
            _ => Status::Ingetrokken,
        }
    }

    /// Minutes of the lesson; for a late arrival those that were lost.
    #[must_use]
    pub const fn minuten(self) -> u32 {
        self.0 & MINUTEN
    }

    /// The minutes that count for certain: without valid reason, and late (CR-31).
    #[must_use]
    pub const fn zeker(self) -> u32 {
        if self.0 & ONZEKER == 0 { self.minuten() } else { 0 }
    }

    /// Away without a valid reason, or without a reason that is known or agreed: the day goes on being missed (CR-34).
    #[must_use]
    pub const fn weg(self) -> bool {
        // One bit per status, so that there is nothing to jump to.
        const WEG: u32 = 1 << Status::Ongeoorloofd as u32 | 1 << Status::Onbekend as u32 | 1 << Status::Betwist as u32;
        WEG >> (self.0 >> STATUS & 7) & 1 != 0
    }

    /// Ill, with leave or present on this day: nothing that a signal counts.
    #[must_use]
    pub const fn rustig_op(self, dag: u16) -> bool {
        // From 4 on, but not 7: comparisons, because lanes can compare but not all can shift.
        let status = self.0 & 0b111 << STATUS;
        (status >= 0b100 << STATUS) & (status != 0b111 << STATUS) & (self.dag() == dag as u32)
    }

    /// Withdrawn.
    #[must_use]
    pub const fn ingetrokken(self) -> bool {
        self.0 >> STATUS & 7 == Status::Ingetrokken as u32
    }
}

/// The certain minutes of a pupil, the first bound that no window can exceed. No branches, and additions that wrap: the
/// compiler makes lanes of it. A year has at most 366 × 256 lessons of at most 4095 minutes, which fits.
#[must_use]
pub fn zekere_som(rijen: &[u32]) -> u32 {
    rijen.iter().fold(0, |som: u32, r| som.wrapping_add(if r & ONZEKER == 0 { r & MINUTEN } else { 0 }))
}

/// The certain minutes, and the number of missed lessons that can make a day go on being missed.
#[must_use]
pub fn zekere_som_en_weg(rijen: &[u32]) -> (u32, u32) {
    rijen.iter().fold((0_u32, 0_u32), |(som, weg), r| {
        let half = r & ONZEKER;
        // Status 2 or 3, or 0: comparisons, because lanes can compare but not all can shift.
        let mist = u32::from(half == 0b010 << STATUS) | u32::from(r & (0b111 << STATUS) == 0);
        (som.wrapping_add(if half == 0 { r & MINUTEN } else { 0 }), weg.wrapping_add(mist))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wat_erin_gaat_komt_eruit() {
        for dag in [0_u16, 1, 255, 256, 365] {
            for lesuur in [0_u8, 1, 9, 127, 128, 255] {
                for status in Status::IN_BESTAND.into_iter().chain([Status::Ingetrokken]) {
                    for minuten in [0_u16, 1, 50, 1440] {
                        let r = Rij::nieuw(dag, lesuur, status, minuten);
                        assert_eq!(
                            (r.dag(), r.lesuur(), r.status(), r.minuten()),
                            (u32::from(dag), lesuur, status, u32::from(minuten))
                        );
                        assert_eq!(r.slot(), u32::from(dag) << 8 | u32::from(lesuur));
                    }
                }
            }
        }
    }

    #[test]
    fn de_sommen_zijn_die_van_de_rijen_een_voor_een() {
        let rijen: Vec<u32> = (0..2000_u16)
            .map(|i| {
                let status = Status::IN_BESTAND[usize::from(i) % 7];
                Rij::nieuw(i / 9, 1, status, i % 1441).0
            })
            .collect();
        let zeker: u32 = rijen.iter().map(|r| Rij(*r).zeker()).sum();
        let weg = u32::try_from(rijen.iter().filter(|r| Rij(**r).weg()).count()).unwrap();
        assert!(zeker > 0 && weg > 0);
        assert_eq!(zekere_som(&rijen), zeker);
        assert_eq!(zekere_som_en_weg(&rijen), (zeker, weg));
        let minuten = |s: Status| Rij::nieuw(3, 2, s, 45).zeker();
        let rustig = |s: Status| Rij::nieuw(3, 2, s, 45).rustig_op(3);
        assert_eq!(Status::IN_BESTAND.map(rustig), [false, false, false, false, true, true, true]);
        assert!(!rustig(Status::Ingetrokken) && !Rij::nieuw(3, 2, Status::Ziek, 45).rustig_op(4));
        assert_eq!(
            Status::IN_BESTAND.map(minuten),
            [45, 45, 0, 0, 0, 0, 0],
            "alleen ongeoorloofd en te laat tellen zeker"
        );
    }

    #[test]
    fn elk_woord_heeft_een_status_en_een_ander_woord_geen() {
        for s in Status::IN_BESTAND {
            assert_eq!(Status::uit_code(s.code().as_bytes()), Some(s));
            assert_eq!(s.lesstatus().map(rules::venster::Lesstatus::code), Some(s.code()));
        }
        for krom in ["", "Ziek", "ziek ", "ingetrokken", "afwezig"] {
            assert_eq!(Status::uit_code(krom.as_bytes()), None, "{krom}");
        }
        assert_eq!(Status::Ingetrokken.lesstatus(), None);
    }
}
