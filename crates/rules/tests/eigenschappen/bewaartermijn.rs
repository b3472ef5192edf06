use crate::gemeen::{dag, geboren, instelling, later};
use proptest::prelude::*;
use rules::Recht;
use rules::bewaartermijn::{Antwoord, Soort, Uitkomst, Vraag, bewaartermijn};

fn vraag() -> impl Strategy<Value = Vraag> {
    let soort = proptest::sample::select(Soort::ALLE.to_vec());
    (soort, dag(), proptest::option::of(geboren()), dag(), any::<bool>(), proptest::option::of(1_u8..=5)).prop_map(
        |(soort, datum, geboortedatum, peildatum, bewaring_stop, school_jaren)| Vraag {
            soort,
            datum,
            geboortedatum,
            peildatum,
            bewaring_stop,
            school_jaren,
        },
    )
}

fn antwoord(v: &Vraag) -> Antwoord {
    bewaartermijn(v, Recht::op(v.peildatum)).uitkomst
}

proptest! {
    #![proptest_config(instelling())]

    /// Wat wordt vastgehouden, verdwijnt nooit.
    #[test]
    fn wie_vasthoudt_vernietigt_nooit(v in vraag()) {
        let vast = Vraag { bewaring_stop: true, ..v };
        prop_assert!(antwoord(&vast).uitkomst != Uitkomst::Vernietigen);
    }

    /// Voor de dag blijft het gegeven altijd, vanaf de dag nooit meer zonder reden.
    #[test]
    fn de_dag_zelf_is_de_grens(v in vraag()) {
        if let Some(op) = antwoord(&v).vernietigen_op {
            let op_dag = |d| antwoord(&Vraag { peildatum: d, bewaring_stop: false, ..v }).uitkomst;
            prop_assert_eq!(op_dag(later(op, -1)), Uitkomst::Bewaren);
            prop_assert_eq!(op_dag(op), Uitkomst::Vernietigen);
        }
    }

    /// Zonder keuze van de school verdwijnt er niets van haar verzuimadministratie.
    #[test]
    fn zonder_keuze_van_de_school_verdwijnt_niets(v in vraag()) {
        let a = antwoord(&Vraag { soort: Soort::SchoolVerzuim, school_jaren: None, ..v });
        prop_assert_eq!((a.uitkomst, a.vernietigen_op), (Uitkomst::Bewaren, None));
    }

    /// Een andere norm noemt altijd een andere dag, en de dag van vandaag verandert niets aan de termijn.
    #[test]
    fn een_conflict_is_echt_en_de_termijn_staat_vast(v in vraag(), dagen in 0_i64..4_000) {
        let a = antwoord(&v);
        prop_assert!(a.conflicten.iter().all(|c| Some(c.vernietigen_op) != a.vernietigen_op));
        let straks = antwoord(&Vraag { peildatum: later(v.peildatum, dagen), ..v });
        prop_assert_eq!((a.vernietigen_op, a.conflicten), (straks.vernietigen_op, straks.conflicten));
    }

    /// Een latere begindag geeft nooit een eerdere dag van vernietigen.
    #[test]
    fn later_begonnen_is_nooit_eerder_weg(v in vraag(), dagen in 0_i64..2_000) {
        let straks = antwoord(&Vraag { datum: later(v.datum, dagen), ..v });
        prop_assert!(antwoord(&v).vernietigen_op <= straks.vernietigen_op);
    }
}
