use crate::gemeen::{dag, instelling};
use crate::voorstel_verandert_niets;
use jiff::civil::date;
use proptest::prelude::*;
use rules::Recht;
use rules::plicht::Plicht;
use rules::thuiszitter::{Antwoord, REGEL, Uitkomst, Vraag, thuiszitter};

fn vraag() -> impl Strategy<Value = Vraag> {
    (any::<bool>(), 0_usize..6, 0_i64..130, 0_u8..4, 1_i64..=28).prop_map(
        |(ingeschreven, plicht, dagen, vrij, vanaf)| Vraag {
            ingeschreven,
            plicht: Plicht::ALLE[plicht],
            dagen_aaneengesloten: dagen,
            vrijgesteld: vrij == 0,
            dreigend_vanaf_dagen: vanaf,
        },
    )
}

fn kijk(v: &Vraag) -> Antwoord {
    thuiszitter(v, Recht::op(date(2026, 11, 23))).uitkomst
}

fn plichtig(v: &Vraag) -> bool {
    matches!(v.plicht, Plicht::Leerplichtig | Plicht::Kwalificatieplichtig) && !v.vrijgesteld
}

fn gewicht(u: Uitkomst) -> u8 {
    match u {
        Uitkomst::Geen => 0,
        Uitkomst::Dreigend => 1,
        Uitkomst::Thuiszitter => 2,
        Uitkomst::Absoluut => 3,
    }
}

proptest! {
    #![proptest_config(instelling())]

    /// Op wie geen plicht rust, of wie is vrijgesteld, is nooit een thuiszitter.
    #[test]
    fn zonder_plicht_is_niemand_thuiszitter(v in vraag()) {
        if !plichtig(&v) {
            prop_assert_eq!(kijk(&v), Antwoord { uitkomst: Uitkomst::Geen, langer_dan_3_maanden: false });
        }
    }

    /// Een vrijstelling maakt van niemand een thuiszitter.
    #[test]
    fn een_vrijstelling_maakt_nooit_een_thuiszitter(v in vraag()) {
        prop_assert_eq!(kijk(&Vraag { vrijgesteld: true, ..v }).uitkomst, Uitkomst::Geen);
    }

    /// Wie leerplichtig is en nergens staat ingeschreven, is vanaf de eerste dag absoluut verzuim; wie ingeschreven staat nooit.
    #[test]
    fn niet_ingeschreven_is_absoluut_verzuim_vanaf_de_eerste_dag(v in vraag()) {
        prop_assert_eq!(kijk(&v).uitkomst == Uitkomst::Absoluut, plichtig(&v) && !v.ingeschreven);
    }

    /// Langer thuis zitten maakt de zaak nooit lichter.
    #[test]
    fn langer_thuis_is_nooit_lichter(v in vraag(), erbij in 0_i64..60) {
        let (a, b) = (kijk(&v), kijk(&Vraag { dagen_aaneengesloten: v.dagen_aaneengesloten + erbij, ..v }));
        prop_assert!(gewicht(a.uitkomst) <= gewicht(b.uitkomst) && a.langer_dan_3_maanden <= b.langer_dan_3_maanden);
    }

    /// Vier weken is nog geen thuiszitten, een dag meer wel; het beleid van de gemeente kan dat niet verschuiven.
    #[test]
    fn beleid_verschuift_de_vier_weken_niet(v in vraag(), vanaf in 1_i64..=28) {
        let thuis = kijk(&v).uitkomst == Uitkomst::Thuiszitter;
        prop_assert_eq!(thuis, plichtig(&v) && v.ingeschreven && v.dagen_aaneengesloten > 28);
        prop_assert_eq!(kijk(&Vraag { dreigend_vanaf_dagen: vanaf, ..v }).uitkomst == Uitkomst::Thuiszitter, thuis);
    }

    /// Langer dan drie maanden is meer dan dertien weken, en alleen bij thuiszitten of absoluut verzuim.
    #[test]
    fn drie_maanden_is_dertien_weken(v in vraag()) {
        let a = kijk(&v);
        prop_assert_eq!(a.langer_dan_3_maanden, gewicht(a.uitkomst) >= 2 && v.dagen_aaneengesloten > 91);
    }

    /// Een wetsvoorstel dat nog geen wet is, maakt van niemand een thuiszitter.
    #[test]
    fn een_wetsvoorstel_verandert_niets_aan_thuiszitten(v in vraag(), dag in dag()) {
        voorstel_verandert_niets!(REGEL, dag, |recht| thuiszitter(&v, recht));
    }
}
