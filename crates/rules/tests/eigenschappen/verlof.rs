use crate::gemeen::{dag, instelling, later};
use proptest::prelude::*;
use rules::plicht::Plicht;
use rules::recht::beleid::{self, Ruimte};
use rules::verlof::{Antwoord, Beslisser, Gebeurtenis, Grond, NooitVerlof, Normen, Plaats, Uitkomst, Vraag, verlof};
use rules::{Recht, Vakantieregio};

fn normen() -> Normen {
    Normen::uit(|naam| match beleid::sleutel(naam).map(|s| s.ruimte) {
        Some(Ruimte::Geheel { anders: Some(n), .. }) => n,
        _ => panic!("geen norm: {naam}"),
    })
}

fn gebeurtenis() -> impl Strategy<Value = Gebeurtenis> {
    let plaats = proptest::sample::select(vec![Plaats::Regio, Plaats::BuitenRegio, Plaats::Buitenland]);
    let jaren = proptest::sample::select(vec![12.0, 12.5, 25.0, 30.0, 40.0, 50.0, 60.0]);
    (0..8, 1_i64..=4, plaats, jaren).prop_map(|(welke, graad, plaats, jaren)| match welke {
        0 => Gebeurtenis::Huwelijk { graad, plaats },
        1 => Gebeurtenis::Overlijden { graad, plaats },
        2 => Gebeurtenis::Ambtsjubileum { jaren, graad: None },
        3 => Gebeurtenis::Huwelijksjubileum { jaren, graad: Some(graad) },
        4 => Gebeurtenis::Verhuizing,
        5 => Gebeurtenis::LevensbedreigendeZiekte { graad },
        6 => Gebeurtenis::WettelijkeVerplichting,
        _ => Gebeurtenis::Anders,
    })
}

fn grond() -> impl Strategy<Value = Grond> {
    prop_oneof![
        Just(Grond::Ziekte),
        Just(Grond::Religie),
        Just(Grond::SchoolGesloten),
        Just(Grond::Schorsing),
        proptest::option::of(any::<bool>()).prop_map(|b| Grond::BeroepOuder { in_alle_vakanties_onmogelijk: b }),
        gebeurtenis().prop_map(Grond::Gewichtig),
    ]
}

fn vraag() -> impl Strategy<Value = Vraag> {
    let regio = proptest::sample::select(vec![Vakantieregio::Noord, Vakantieregio::Midden, Vakantieregio::Zuid]);
    let week = proptest::option::of((1_i32..=50).prop_map(|n| f64::from(n) / 10.0));
    let nooit = proptest::option::weighted(0.1, proptest::sample::select(NooitVerlof::ALLE.to_vec()));
    let plicht = proptest::sample::select(Plicht::ALLE.to_vec());
    ((grond(), 1_i64..20, dag(), -40_i64..8), (0_i64..14, any::<bool>(), any::<bool>(), plicht, week, regio, nooit))
        .prop_map(|((grond, dagen, begin, tevoren), (eerder, bewijs, schriftelijk, plicht, week, regio, nooit))| {
            Vraag {
                grond,
                dagen,
                begin,
                aangevraagd_op: later(begin, tevoren),
                eerder_toegekend_dagen: eerder,
                bewijs,
                schriftelijk,
                plicht,
                schooldagen_per_week: week,
                vakantieregio: regio,
                nooit,
                normen: normen(),
            }
        })
}

fn antwoord(v: &Vraag) -> Antwoord {
    verlof(v, Recht::op(v.aangevraagd_op)).uitkomst
}

fn plichtig(v: &Vraag) -> bool {
    matches!(v.plicht, Plicht::Leerplichtig | Plicht::Kwalificatieplichtig)
}

proptest! {
    #![proptest_config(instelling())]

    /// Niemand krijgt meer dan gevraagd, en wie een plicht heeft nooit meer dan het maximum van de grond.
    #[test]
    fn nooit_meer_dan_gevraagd_of_dan_het_maximum(v in vraag()) {
        let a = antwoord(&v);
        prop_assert!((0..=v.dagen).contains(&a.toe_te_kennen_dagen));
        prop_assert!(!plichtig(&v) || a.maximum_dagen.is_none_or(|m| a.toe_te_kennen_dagen <= m));
    }

    /// Wie meer dagen vraagt, krijgt van het hoofd nooit een beslissing die eerst aan de leerplichtambtenaar was.
    #[test]
    fn meer_dagen_vragen_haalt_de_beslissing_nooit_bij_de_leerplichtambtenaar_weg(v in vraag(), extra in 1_i64..10) {
        let meer = antwoord(&Vraag { dagen: v.dagen + extra, ..v });
        prop_assert!(antwoord(&v).beslisser != Beslisser::Leerplichtambtenaar || meer.beslisser == Beslisser::Leerplichtambtenaar);
    }

    /// Wat eerder is gegeven, maakt wat het hoofd nog kan geven alleen kleiner.
    #[test]
    fn eerder_gegeven_dagen_geven_nooit_meer_ruimte(v in vraag(), extra in 1_i64..10) {
        let (nu, later) = (antwoord(&v), antwoord(&Vraag { eerder_toegekend_dagen: v.eerder_toegekend_dagen + extra, ..v }));
        prop_assert!(nu.nog_beschikbaar_dagen >= later.nog_beschikbaar_dagen);
        prop_assert!(nu.toe_te_kennen_dagen >= later.toe_te_kennen_dagen);
    }

    /// Het hoofd geeft wegens gewichtige omstandigheden nooit meer dan tien dagen in een schooljaar, opgeteld.
    #[test]
    fn het_hoofd_blijft_binnen_tien_dagen(v in vraag()) {
        let a = antwoord(&v);
        let hoofd_geeft = a.uitkomst == Uitkomst::Toekenbaar;
        prop_assert!(!hoofd_geeft || a.beslisser == Beslisser::Hoofd);
        if hoofd_geeft && matches!(v.grond, Grond::Gewichtig(_)) {
            prop_assert!(v.eerder_toegekend_dagen + a.toe_te_kennen_dagen <= 10);
        }
    }

    /// Een aanvraag zonder papier of bewijs wordt nooit toegekend, en een reden die nooit verlof geeft ook niet.
    #[test]
    fn zonder_bewijs_of_met_een_geweigerde_reden_is_er_geen_verlof(v in vraag()) {
        let a = antwoord(&v);
        prop_assert!(a.uitkomst != Uitkomst::Toekenbaar || (v.bewijs && v.schriftelijk && v.nooit.is_none()));
        prop_assert!(a.uitkomst != Uitkomst::VoorleggenLeerplicht || (v.bewijs && v.schriftelijk && v.nooit.is_none()));
    }

    /// Eerder vragen maakt een aanvraag nooit te laat.
    #[test]
    fn eerder_vragen_is_nooit_te_laat(v in vraag(), eerder in 1_i64..40) {
        let a = antwoord(&Vraag { aangevraagd_op: later(v.aangevraagd_op, -eerder), ..v });
        prop_assert!(antwoord(&v).uitkomst == Uitkomst::TeLaatGemeld || a.uitkomst != Uitkomst::TeLaatGemeld);
    }

    /// Zonder plicht is er nooit toestemming nodig.
    #[test]
    fn zonder_plicht_is_er_geen_beslissing(v in vraag()) {
        let a = antwoord(&v);
        prop_assert!(plichtig(&v) || (a.uitkomst == Uitkomst::KennisgevingAkkoord && a.beslisser == Beslisser::Geen));
    }
}
