//! Times of lessons: from a begin and an end to lesson numbers.

/// When a lesson is, in minutes since midnight.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lestijd {
    /// Lesson, 1 to 16.
    pub lesuur: u8,
    /// Begin.
    pub begin: u16,
    /// End; the lesson itself ends just before it.
    pub einde: u16,
}

/// Highest lesson number.
pub(crate) const LAATSTE_LESUUR: u8 = 16;
/// 08:30.
const EERSTE_BEGIN: u16 = 8 * 60 + 30;
/// Break after every second lesson.
const PAUZE: u16 = 20;
/// No lesson ends after 22:00.
const LAATSTE_EINDE: u16 = 22 * 60;

/// Lesson times of a school that has not told its own: at most 16 lessons from 08:30 without a gap, with a break of
/// 20 minutes after lesson 2, 4, 6 and so on, as long as a lesson ends before or at 22:00.
///
/// This is an assumption. Many schools have other breaks, so the school must be able to change it, and a file with
/// lesson numbers does not need it.
#[must_use]
pub fn standaard_lestijden(lesuur_minuten: u16) -> Vec<Lestijd> {
    let mut begin = EERSTE_BEGIN;
    let mut uit = Vec::new();
    for lesuur in 1..=LAATSTE_LESUUR {
        let einde = begin.saturating_add(lesuur_minuten);
        if lesuur_minuten == 0 || einde > LAATSTE_EINDE {
            break;
        }
        uit.push(Lestijd { lesuur, begin, einde });
        begin = if lesuur % 2 == 0 { einde + PAUZE } else { einde };
    }
    uit
}

impl Lestijd {
    /// Minutes of this lesson between two times.
    fn samen(self, van: u16, tot: u16) -> u16 {
        tot.min(self.einde).saturating_sub(van.max(self.begin))
    }

    /// Was someone who was away between these times away for more than half of this lesson?
    pub(crate) fn gemist(self, van: u16, tot: u16) -> bool {
        let duur = self.einde.saturating_sub(self.begin);
        self.geldig() && u32::from(self.samen(van, tot)) * 2 > u32::from(duur)
    }

    /// Minutes of this lesson between two times, if there are any.
    pub(crate) fn geraakt(self, van: u16, tot: u16) -> Option<u16> {
        Some(self.samen(van, tot)).filter(|m| *m > 0 && self.geldig())
    }

    fn geldig(self) -> bool {
        (1..=LAATSTE_LESUUR).contains(&self.lesuur) && self.begin < self.einde
    }
}

/// `8:30`, `08:30`, `08.30`, `0830`, `830` (a number cell loses its first zero) or `08:30:00`, in minutes since
/// midnight.
#[must_use]
pub fn lees_tijd(tekst: &str) -> Option<u16> {
    if tekst.len() > 8 || !tekst.bytes().all(|b| b.is_ascii_digit() || matches!(b, b':' | b'.')) {
        return None;
    }
    let mut delen = tekst.split([':', '.']);
    let (uur, minuut) = match (delen.next()?, delen.next()) {
        (alles, None) if (3..=4).contains(&alles.len()) => alles.split_at(alles.len() - 2),
        (uur, Some(minuut)) if (1..=2).contains(&uur.len()) => (uur, minuut),
        _ => return None,
    };
    let tweetal = |s: &str| if s.len() == 2 { s.parse::<u16>().ok().filter(|n| *n < 60) } else { None };
    if let Some(seconde) = delen.next() {
        tweetal(seconde)?;
    }
    if delen.next().is_some() {
        return None;
    }
    let uur = uur.parse::<u16>().ok().filter(|u| *u < 24)?;
    Some(uur * 60 + tweetal(minuut)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tijden() {
        let gevallen = [
            ("8:30", Some(510)),
            ("08:30", Some(510)),
            ("08.30", Some(510)),
            ("0830", Some(510)),
            ("830", Some(510)),
            ("08:30:00", Some(510)),
            ("08:30:59", Some(510)),
            ("0:00", Some(0)),
            ("23:59", Some(1439)),
            ("24:00", None),
            ("25:00", None),
            ("8:60", None),
            ("8:3", None),
            ("8", None),
            ("85", None),
            ("08300", None),
            ("08:30:60", None),
            ("08:30:00:00", None),
            ("8:30:", None),
            (":30", None),
            ("-8:30", None),
            ("8:30 uur", None),
            ("٠٨:٣٠", None),
            ("", None),
            ("0.354166667", None),
        ];
        for (tekst, minuten) in gevallen {
            assert_eq!(lees_tijd(tekst), minuten, "{tekst}");
        }
    }

    #[test]
    fn standaard_en_overlap() {
        let l = standaard_lestijden(50);
        let begin: Vec<u16> = l.iter().map(|l| l.begin).take(5).collect();
        assert_eq!(begin, [510, 560, 630, 680, 750]);
        assert_eq!(l.last().map(|l| (l.lesuur, l.einde)), Some((13, 21 * 60 + 20)));
        assert_eq!(standaard_lestijden(40).len(), 16);
        assert!(standaard_lestijden(0).is_empty() && standaard_lestijden(u16::MAX).is_empty());
        let les = Lestijd { lesuur: 1, begin: 510, einde: 560 };
        for (van, tot, gemist) in [
            (510, 560, true),
            (0, 1439, true),
            (510, 535, false),
            (510, 536, true),
            (535, 560, false),
            (560, 610, false),
        ] {
            assert_eq!(les.gemist(van, tot), gemist, "{van}-{tot}");
        }
        assert!(!Lestijd { lesuur: 0, ..les }.gemist(0, 1439) && !Lestijd { einde: 510, ..les }.gemist(0, 1439));
    }
}
