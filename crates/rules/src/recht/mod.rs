//! Gedateerd recht: elk getal en elke naam uit wet, besluit of protocol is een [`Parameter`] met geldigheid en bron.
//!
//! Wie een oud geval naspeelt, vraagt om het recht van toen. Een voorstel dat nog geen wet is, kan worden aangezet en
//! verandert uit zichzelf niets.

pub mod beleid;
pub mod doorstroompunt;
pub mod leerplichtwet;
pub mod middelen;
mod parameter;
pub mod privacy;
pub mod protocol;
mod regel;
pub mod register;
pub mod school;

pub use parameter::{Gedateerd, Parameter, Stand, Versie, Zekerheid};
pub use regel::{Regel, Regelversie, Uitkomst};

use jiff::civil::{Date, date};

/// Het eerste recht dat hier staat; een oudere dag krijgt deze versie.
pub const EERSTE: Date = date(2009, 8, 1);

/// Welk recht er wordt toegepast: dat van een dag, met of zonder het wetsvoorstel terugdringen schoolverzuim.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Recht {
    /// De dag waarvan het recht geldt.
    pub op: Date,
    /// Telt het voorstel 36663 mee, alsof het al wet is?
    pub voorstel: bool,
}

impl Recht {
    /// Het recht zoals het op deze dag gold of geldt.
    #[must_use]
    pub const fn op(op: Date) -> Self {
        Self { op, voorstel: false }
    }
    /// Hetzelfde recht met het voorstel erbij.
    #[must_use]
    pub const fn met_voorstel(self) -> Self {
        Self { voorstel: true, ..self }
    }
}

/// Alle parameters, per bron bijeen.
#[must_use]
pub fn parameters() -> Vec<&'static dyn Gedateerd> {
    [
        leerplichtwet::ALLE,
        doorstroompunt::ALLE,
        register::ALLE,
        school::ALLE,
        middelen::ALLE,
        privacy::ALLE,
        protocol::ALLE,
    ]
    .concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn elke_parameter_heeft_een_eigen_naam_een_uitleg_en_oplopende_versies() {
        let mut namen = BTreeSet::new();
        assert!(parameters().len() > 60);
        assert_eq!(parameters().first().map(|p| (p.naam(), p.eenheid())), Some(("leerplicht_begin_leeftijd", "jaar")));
        for p in parameters() {
            assert!(namen.insert(p.naam()), "dubbel: {}", p.naam());
            assert!(p.wat().len() > 15 && !p.naam().contains(' '), "{}", p.naam());
            let standen = p.geschiedenis();
            let dagen: Vec<Date> = standen.iter().filter(|s| !s.voorstel).map(|s| s.vanaf).collect();
            assert!(dagen.is_sorted() && !dagen.is_empty(), "{}", p.naam());
            assert!(standen.iter().all(|s| !s.bron.bron.is_empty() && !s.waarde.is_empty()), "{}", p.naam());
        }
    }

    #[test]
    fn een_regel_verandert_op_de_dagen_van_zijn_versies_en_van_zijn_waarden_en_op_geen_andere() {
        let mut keer = 0;
        for regel in crate::REGELS {
            let waarden = regel.parameters.iter().flat_map(|p| p.geschiedenis().into_iter().skip(1));
            let dagen: BTreeSet<Date> = (regel.versies.iter().map(|v| v.vanaf))
                .chain(waarden.filter(|s| !s.voorstel).map(|s| s.vanaf))
                .collect();
            for dag in &dagen {
                let (gisteren, morgen) = (dag.yesterday().unwrap(), dag.tomorrow().unwrap());
                assert!(regel.verandert(gisteren, *dag) && regel.verandert(gisteren, morgen), "{} {dag}", regel.naam);
                assert_eq!(regel.verandert(*dag, morgen), dagen.contains(&morgen), "{} {dag}", regel.naam);
                keer += 1;
            }
            assert!(!regel.verandert(date(2035, 1, 1), date(2035, 12, 31)), "{}", regel.naam);
        }
        assert!(keer > 15, "{keer}");
    }

    #[test]
    fn een_voorstel_verandert_niets_zolang_het_niet_is_aangezet() {
        for p in parameters() {
            for dag in [EERSTE, date(2020, 6, 30), date(2023, 8, 1), date(2026, 11, 24), date(2035, 7, 31)] {
                let nu = p.geschiedenis().into_iter().rfind(|s| !s.voorstel && s.vanaf <= dag);
                let eerste = p.geschiedenis().into_iter().next();
                let geldt = p.op(Recht::op(dag));
                assert_eq!(geldt.waarde, nu.or(eerste).map(|s| s.waarde).unwrap_or_default());
                assert!(!geldt.voorstel, "{}", p.naam());
                let heeft = p.geschiedenis().iter().any(|s| s.voorstel);
                assert_eq!(p.op(Recht::op(dag).met_voorstel()).voorstel, heeft, "{}", p.naam());
            }
        }
    }
}
