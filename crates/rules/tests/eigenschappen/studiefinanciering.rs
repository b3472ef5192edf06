use crate::gemeen::{dag, instelling, later};
use crate::voorstel_verandert_niets;
use proptest::prelude::*;
use rules::studiefinanciering::{Onderwijs, Ontvangt, REGEL, Uitkomst, Vraag, studiefinanciering};
use rules::{Recht, leeftijd};

fn vraag() -> impl Strategy<Value = Vraag> {
    (dag(), 5_500_i64..9_500, 0_usize..3, 1_i64..=4, 0_usize..3, 0_i64..50, 1_i64..=28).prop_map(
        |(peildatum, oud, soort, niveau, ontvangt, dagen, melden_vanaf)| Vraag {
            geboortedatum: later(peildatum, -oud),
            peildatum,
            onderwijs: [Onderwijs::Vo, Onderwijs::MboBol(niveau), Onderwijs::MboBbl][soort],
            ontvangt: [Ontvangt::Geen, Ontvangt::Studiefinanciering, Ontvangt::Tegemoetkoming][ontvangt],
            dagen,
            melden_vanaf,
        },
    )
}

fn kijk(v: &Vraag) -> Uitkomst {
    studiefinanciering(v, Recht::op(v.peildatum)).uitkomst
}

fn gewicht(u: Uitkomst) -> u8 {
    match u {
        Uitkomst::Geen => 0,
        Uitkomst::Melden => 1,
        Uitkomst::OmzettingLening => 2,
    }
}

/// Wie kan zijn toelage als lening krijgen (BR-56)?
fn geldt(v: &Vraag) -> bool {
    leeftijd(v.geboortedatum, v.peildatum) >= 18
        && match v.onderwijs {
            Onderwijs::Vo => v.ontvangt == Ontvangt::Tegemoetkoming,
            Onderwijs::MboBol(niveau) => niveau <= 2 && v.ontvangt == Ontvangt::Studiefinanciering,
            Onderwijs::MboBbl => false,
        }
}

proptest! {
    #![proptest_config(instelling())]

    /// Onder de 18 gaat er nooit iets naar DUO over studiefinanciering.
    #[test]
    fn onder_achttien_is_er_niets_te_melden(v in vraag()) {
        prop_assert!(leeftijd(v.geboortedatum, v.peildatum) >= 18 || kijk(&v) == Uitkomst::Geen);
    }

    /// Wie niets ontvangt, of een andere opleiding doet dan de wet noemt, krijgt nooit een lening.
    #[test]
    fn zonder_toelage_nooit_een_lening(v in vraag()) {
        prop_assert!(geldt(&v) || kijk(&v) == Uitkomst::Geen);
        prop_assert_eq!(kijk(&Vraag { ontvangt: Ontvangt::Geen, ..v }), Uitkomst::Geen);
        prop_assert_eq!(kijk(&Vraag { onderwijs: Onderwijs::MboBbl, ..v }), Uitkomst::Geen);
    }

    /// Langer wegblijven maakt het gevolg nooit lichter.
    #[test]
    fn langer_weg_is_nooit_lichter(v in vraag(), erbij in 0_i64..30) {
        prop_assert!(gewicht(kijk(&v)) <= gewicht(kijk(&Vraag { dagen: v.dagen + erbij, ..v })), "{v:?}");
    }

    /// De lening begint bij de vijfendertigste dag; een school die eerder schrijft, verandert dat niet.
    #[test]
    fn beleid_verschuift_de_lening_niet(v in vraag(), vanaf in 1_i64..=28) {
        let lening = kijk(&v) == Uitkomst::OmzettingLening;
        prop_assert_eq!(lening, geldt(&v) && v.dagen >= 35);
        prop_assert_eq!(kijk(&Vraag { melden_vanaf: vanaf, ..v }) == Uitkomst::OmzettingLening, lening);
    }

    /// Voor de lening komt altijd een brief: van de dag in het beleid, hoogstens de achtentwintigste, tot en met de vierendertigste.
    #[test]
    fn voor_de_lening_komt_een_brief(v in vraag()) {
        let brief = geldt(&v) && (v.melden_vanaf..=34).contains(&v.dagen);
        prop_assert_eq!(kijk(&v) == Uitkomst::Melden, brief);
    }

    /// Een wetsvoorstel dat nog geen wet is, maakt van geen toelage een lening.
    #[test]
    fn een_wetsvoorstel_maakt_geen_lening(v in vraag()) {
        voorstel_verandert_niets!(REGEL, v.peildatum, |recht| studiefinanciering(&v, recht));
    }
}
