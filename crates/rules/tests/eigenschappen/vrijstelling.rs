use crate::gemeen::{dag, geboren, instelling, later};
use proptest::prelude::*;
use rules::Recht;
use rules::vrijstelling::{Antwoord, Artikel, Gebrek, Uitkomst, Vraag, vrijstelling};

fn vraag() -> impl Strategy<Value = Vraag> {
    let dagen = (geboren(), dag(), proptest::option::of(-200_i64..200), proptest::option::of(0_i64..200));
    let vinkjes = proptest::array::uniform5(any::<bool>());
    let artikel = proptest::sample::select(Artikel::ALLE.to_vec());
    (artikel, dagen, vinkjes, any::<Option<bool>>()).prop_map(
        |(artikel, (geboortedatum, op, begin, oud), v, genoeg)| Vraag {
            artikel,
            geboortedatum,
            ingediend_op: op,
            plicht_begin: begin.map(|n| later(op, n)),
            ontstaan_na_aanvang: v[0],
            verklaring_datum: oud.map(|n| later(op, -n)),
            verklaring_aangewezen: v[1],
            richting_afgelopen_jaar: v[2],
            nooit_geschikt: v[3],
            voldoende_ander_onderwijs: genoeg,
            onderwijskundig_oordeel: v[4],
        },
    )
}

fn antwoord(v: &Vraag) -> Antwoord {
    vrijstelling(v, Recht::op(v.ingediend_op)).uitkomst
}

proptest! {
    #![proptest_config(instelling())]

    /// Alleen artikel 15 vraagt een besluit, en artikel 15 is er nooit door de wet zelf.
    #[test]
    fn de_gemeente_beslist_alleen_bij_artikel_15(v in vraag()) {
        match antwoord(&v).uitkomst {
            Uitkomst::VanRechtswege => prop_assert!(v.artikel != Artikel::A15),
            Uitkomst::BeslissingNodig => prop_assert!(v.artikel == Artikel::A15),
            Uitkomst::Ongeldig => {}
        }
    }

    /// Een gebrek maakt ongeldig, en ongeldig heeft altijd een gebrek.
    #[test]
    fn ongeldig_heeft_altijd_een_reden(v in vraag()) {
        let a = antwoord(&v);
        prop_assert_eq!(a.uitkomst == Uitkomst::Ongeldig, !a.gebreken.is_empty());
    }

    /// Eerder indienen met dezelfde stukken maakt een eerste kennisgeving nooit te laat.
    #[test]
    fn eerder_indienen_is_nooit_later(v in vraag(), dagen in 0_i64..200) {
        let eerder = Vraag { ingediend_op: later(v.ingediend_op, -dagen), ..v };
        if v.plicht_begin.is_some() && antwoord(&eerder).gebreken.contains(&Gebrek::TeLaat) {
            prop_assert!(antwoord(&v).gebreken.contains(&Gebrek::TeLaat));
        }
    }

    /// Opnieuw is altijd in de toekomst, vóór een 1 juli, en hoogstens twee jaar na indienen of begin.
    #[test]
    fn vernieuwen_is_altijd_een_latere_eerste_juli(v in vraag()) {
        if let Some(dag) = antwoord(&v).vernieuwen_voor {
            prop_assert_eq!((dag.month(), dag.day()), (7, 1));
            let vanaf = v.plicht_begin.map_or(v.ingediend_op, |b| b.max(v.ingediend_op));
            prop_assert!(vanaf < dag && dag <= later(vanaf, 548));
        }
    }

    /// Het wetsvoorstel haalt nooit een gebrek weg en raakt alleen artikel 5 onder a.
    #[test]
    fn het_voorstel_maakt_niets_ruimer(v in vraag()) {
        let nu = antwoord(&v).gebreken;
        let straks = vrijstelling(&v, Recht::op(v.ingediend_op).met_voorstel()).uitkomst.gebreken;
        prop_assert!(nu.iter().all(|g| straks.contains(g)));
        prop_assert!(v.artikel == Artikel::A5a || nu == straks);
    }
}
