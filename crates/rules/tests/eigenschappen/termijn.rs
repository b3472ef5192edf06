use crate::gemeen::{dag, dagen, doordeweeks, instelling, later};
use crate::voorstel_verandert_niets;
use jiff::ToSpan;
use jiff::civil::Date;
use proptest::prelude::*;
use rules::termijn::{REGEL, Termijnsoort, termijn, uiterlijk};
use rules::{Recht, is_werkdag};

fn soort() -> impl Strategy<Value = Termijnsoort> {
    (0_usize..9).prop_map(|i| Termijnsoort::ALLE[i])
}

fn laatste(soort: Termijnsoort, vanaf: Date) -> Date {
    uiterlijk(soort, vanaf, Recht::op(vanaf))
}

proptest! {
    #![proptest_config(instelling())]

    /// Een school heeft voor een verzuimmelding nooit meer dan zeven dagen, nooit meer dan vijf werkdagen en nooit minder dan een dag.
    #[test]
    fn een_verzuimmelding_heeft_een_tot_zeven_dagen(vanaf in dag()) {
        let u = laatste(Termijnsoort::Verzuimmelding, vanaf);
        prop_assert!(later(vanaf, 1) <= u && u <= later(vanaf, 7));
        let werkdagen = dagen(later(vanaf, 1), u).filter(|d| is_werkdag(*d)).count();
        prop_assert!((1..=5).contains(&werkdagen));
        // Korter dan zeven dagen is het alleen als de vijf werkdagen vol zijn.
        prop_assert!(u == later(vanaf, 7) || (werkdagen == 5 && is_werkdag(u)));
    }

    /// Een termijn van de Algemene termijnenwet eindigt nooit op een zaterdag, zondag of feestdag, en schuift nooit verder dan nodig.
    #[test]
    fn een_wettelijke_termijn_eindigt_op_een_werkdag(vanaf in dag()) {
        for (soort, n) in [(Termijnsoort::ZiekmeldingOuder, 2), (Termijnsoort::BeslissingVervangendeLeerplicht, 42)] {
            let (u, gewoon) = (laatste(soort, vanaf), later(vanaf, n));
            prop_assert!(is_werkdag(u) && doordeweeks(u) && gewoon <= u);
            prop_assert!(!dagen(gewoon, later(u, -1)).any(is_werkdag));
        }
    }

    /// Termijnen die de wet in kalenderdagen of maanden geeft, schuiven niet: wie terugtelt of meteen moet melden, krijgt geen dag extra.
    #[test]
    fn de_andere_termijnen_schuiven_niet(vanaf in dag()) {
        prop_assert_eq!(laatste(Termijnsoort::Inschrijving, vanaf), later(vanaf, 7));
        prop_assert_eq!(laatste(Termijnsoort::Uitschrijving, vanaf), later(vanaf, 7));
        prop_assert_eq!(laatste(Termijnsoort::ReligieMelding, vanaf), later(vanaf, -2));
        prop_assert_eq!(laatste(Termijnsoort::SchorsingInspectie, vanaf), vanaf);
        for (soort, maanden) in [(Termijnsoort::PvNaVerhoor, 1), (Termijnsoort::PvNaMelding, 2)] {
            let maand = vanaf.first_of_month().saturating_add(i64::from(maanden).months());
            let dag = vanaf.day().min(maand.days_in_month());
            prop_assert_eq!(laatste(soort, vanaf), later(maand, i64::from(dag) - 1));
        }
    }

    /// Wie later begint, is nooit eerder te laat.
    #[test]
    fn later_beginnen_is_nooit_eerder_te_laat(s in soort(), vanaf in dag(), erbij in 0_i64..60) {
        prop_assert!(laatste(s, vanaf) <= laatste(s, later(vanaf, erbij)));
    }

    /// Een termijn loopt tot en met haar laatste dag; de werkdagen die over zijn, zijn die op de kalender.
    #[test]
    fn een_termijn_loopt_tot_en_met_haar_laatste_dag(s in soort(), vanaf in dag(), verder in -10_i64..70) {
        let peil = later(vanaf, verder);
        let a = termijn(s, vanaf, peil, Recht::op(peil)).uitkomst;
        prop_assert_eq!(a.loopt, peil <= a.uiterlijk);
        let over = dagen(later(peil, 1), a.uiterlijk).filter(|d| is_werkdag(*d)).count();
        prop_assert_eq!(usize::try_from(a.werkdagen_over), Ok(over));
    }

    /// Een wetsvoorstel dat nog geen wet is, verschuift geen termijn.
    #[test]
    fn een_wetsvoorstel_verschuift_geen_termijn(s in soort(), vanaf in dag(), verder in -10_i64..70) {
        let peil = later(vanaf, verder);
        voorstel_verandert_niets!(REGEL, peil, |recht| termijn(s, vanaf, peil, recht));
    }
}
