//! De wet als zuivere functies: geen IO, geen klok, niet te serialiseren.
//!
//! Elke regel geeft een [`Oordeel`]: uitkomst, grondslag, reden en pad komen samen, want een uitkomst
//! zonder reden houdt geen stand bij de rechter. De woorden zijn die van het regelcontract (CR-, BR-).

mod codes;
mod kalender;
mod leeftijd;
mod oordeel;
pub mod open_norm;
pub mod recht;
mod regels;
mod werkdag;

pub use jiff::civil::Date;
pub use kalender::{Kalender, Nummering, Periode, Vakantie, Vakantieregio};
pub use leeftijd::{Geboren, jaren_bereikt_op, leeftijd, schooljaar};
pub use oordeel::{Grondslag, Oordeel, Soort, Stap, datum_kort, datum_nl, uren_nl, uren_twee_decimalen};
pub use recht::Recht;
pub use regels::{
    REGELS, bewaartermijn, grondslag, halt, inzage, kinderbijslag, langdurig, plicht, proces_verbaal, routering,
    schorsing, studiefinanciering, termijn, thuiszitter, uitschrijving, venster, verlof, verzuimsoort, vrijstelling,
    vsv, ziekteverzuim,
};
pub use werkdag::{GELIJKGESTELD, Gelijkgesteld, is_werkdag, werkdag_na, werkdagen_tussen};
