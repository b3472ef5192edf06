//! A guard over the XML parts of a workbook, before any XML reader sees them.
//!
//! An XML reader keeps a whole token, every open element and (in calamine) every text in memory. The guard walks over
//! the unpacked bytes with constant memory and refuses what would make those grow without end: very long tokens, very
//! deep nesting, too many elements, a NUL (so no UTF-16 can hide anything) and every `<!`, because a spreadsheet
//! program writes no DOCTYPE, comment or CDATA and an entity bomb needs a DOCTYPE.

/// Longest token in bytes; a cell of 4096 bytes fits many times over, also when each character is an entity.
const MAX_TEKEN: usize = 65_536;
/// Deepest nesting.
const MAX_DIEPTE: usize = 256;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Waar {
    Tekst,
    Begin,
    Open,
    Citaat(u8),
    Sluit,
    Opdracht,
}

/// State of the walk over one part.
pub(crate) struct Wacht {
    waar: Waar,
    vorige: u8,
    teken: usize,
    diepte: usize,
    elementen: usize,
    max_elementen: usize,
}

impl Wacht {
    /// A guard that lets at most this many elements pass.
    pub(crate) fn new(max_elementen: usize) -> Self {
        Self { waar: Waar::Tekst, vorige: 0, teken: 0, diepte: 0, elementen: 0, max_elementen }
    }

    /// Walk on; `false` means: give this part to nobody.
    #[must_use]
    pub(crate) fn verder(&mut self, stuk: &[u8]) -> bool {
        stuk.iter().all(|b| self.byte(*b))
    }

    /// Was it refused for its number of elements?
    pub(crate) fn vol(&self) -> bool {
        self.elementen > self.max_elementen
    }

    /// Elements so far.
    pub(crate) fn elementen(&self) -> usize {
        self.elementen
    }

    fn byte(&mut self, b: u8) -> bool {
        let was = self.waar;
        self.waar = match (was, b) {
            (_, 0) | (Waar::Begin, b'!') => return false,
            (Waar::Tekst, b'<') => Waar::Begin,
            (Waar::Begin, b'/') => Waar::Sluit,
            (Waar::Begin, b'?') => Waar::Opdracht,
            (Waar::Begin, b'>') => return false,
            (Waar::Begin, _) => {
                self.elementen += 1;
                Waar::Open
            }
            (Waar::Open, b'"' | b'\'') => Waar::Citaat(b),
            (Waar::Open, b'>') => {
                self.diepte += usize::from(self.vorige != b'/');
                Waar::Tekst
            }
            (Waar::Citaat(q), b) if b == q => Waar::Open,
            (Waar::Sluit, b'>') => {
                self.diepte = self.diepte.saturating_sub(1);
                Waar::Tekst
            }
            (Waar::Opdracht, b'>') if self.vorige == b'?' => Waar::Tekst,
            (waar, _) => waar,
        };
        self.teken = if (was == Waar::Tekst) == (self.waar == Waar::Tekst) { self.teken + 1 } else { 1 };
        self.vorige = b;
        self.teken <= MAX_TEKEN && self.diepte <= MAX_DIEPTE && !self.vol()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wat_mag_en_wat_niet() {
        let lang = format!("<a>{}</a>", "x".repeat(70_000));
        let lang_attribuut = format!("<a b=\"{}\"/>", "<".repeat(70_000));
        let diep = "<a b='/>'>".repeat(257);
        let veel = "<a/>".repeat(1001);
        let gevallen: &[(&str, bool)] = &[
            ("<?xml version=\"1.0\"?><a b=\"1>2\" c='\"'>tekst<b/></a>", true),
            ("<a>&lt;!</a>", true),
            ("<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>", false),
            ("<a><!-- x --></a>", false),
            ("<?a \" ?><!DOCTYPE x>", false),
            ("</a \"><!DOCTYPE x>", false),
            ("<a>\0</a>", false),
            (&lang, false),
            (&lang_attribuut, false),
            (&diep, false),
            (&veel, false),
        ];
        for (xml, mag) in gevallen {
            assert_eq!(Wacht::new(1000).verder(xml.as_bytes()), *mag, "{}", xml.chars().take(40).collect::<String>());
        }
    }
}
