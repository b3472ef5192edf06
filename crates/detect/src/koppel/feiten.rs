//! The rows that come in, and the row that comes out.

/// Rows in blocks, sorted by person.
pub trait Stroom<T> {
    /// Why reading failed.
    type Fout;
    /// Fills `blok` (cleared first) with the next rows; an empty block is the end.
    ///
    /// # Errors
    /// When reading fails; nothing is asked of the stream after that.
    fn volgende(&mut self, blok: &mut Vec<T>) -> Result<(), Self::Fout>;
}

/// A person; one row each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Persoon {
    /// Number of the person.
    pub persoon: u64,
    /// Birth date.
    pub geboren: i32,
    /// Municipality, as an index in a list of names.
    pub gemeente: u32,
}

/// From a day up to and including a day. With `begin` after `einde` it holds no day at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Periode {
    /// First day.
    pub begin: i32,
    /// Last day; [`i32::MAX`] when it has no end.
    pub einde: i32,
}

/// An enrolment at a school.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Inschrijving {
    /// Number of the person.
    pub persoon: u64,
    /// First day.
    pub begin: i32,
    /// Last day; [`i32::MAX`] when it has no end.
    pub einde: i32,
}

pub use rules::vrijstelling::Artikel;

/// Does an article exempt in leerplicht too, or from kwalificatieplicht only (CR-14)?
pub(super) fn ook_in_leerplicht(artikel: Artikel) -> bool {
    artikel != Artikel::A15
}

/// An exemption.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Vrijstelling {
    /// Number of the person.
    pub persoon: u64,
    /// What it rests on.
    pub artikel: Artikel,
    /// First day.
    pub begin: i32,
    /// Last day; [`i32::MAX`] when it has no end.
    pub einde: i32,
}

/// A startkwalificatie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Diploma {
    /// Number of the person.
    pub persoon: u64,
    /// Its day; kwalificatieplicht ends with this day. The earliest of a person counts.
    pub startkwalificatie_op: i32,
}

/// Someone in absolute absence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Verzuim {
    /// Number of the person.
    pub persoon: u64,
    /// Municipality, as an index in a list of names.
    pub gemeente: u32,
    /// First day of the present unbroken stretch of duty without enrolment and without exemption.
    pub sinds: i32,
}

/// A row of a stream that is sorted by person.
pub(super) trait VanPersoon {
    fn persoon(&self) -> u64;
}

macro_rules! van_persoon {
    ($($t:ty),*) => {$(impl VanPersoon for $t {
        #[inline]
        fn persoon(&self) -> u64 {
            self.persoon
        }
    })*};
}
van_persoon!(Persoon, Inschrijving, Vrijstelling, Diploma, Verzuim);

impl<T, S: Stroom<T> + ?Sized> Stroom<T> for Box<S> {
    type Fout = S::Fout;
    fn volgende(&mut self, blok: &mut Vec<T>) -> Result<(), S::Fout> {
        (**self).volgende(blok)
    }
}
