use crate::gemeen::{dag, geboren, instelling};
use proptest::prelude::*;
use rules::inzage::{Gegeven, Mate, Vraag, Vrager, inzage};
use rules::{Recht, leeftijd};

fn vraag() -> impl Strategy<Value = Vraag> {
    let vrager = proptest::sample::select(Vrager::ALLE.to_vec());
    let gegeven = proptest::sample::select(Gegeven::ALLE.to_vec());
    let vinkjes = proptest::array::uniform4(any::<bool>());
    (vrager, gegeven, geboren(), dag(), vinkjes).prop_map(|(vrager, gegeven, geboortedatum, peildatum, v)| Vraag {
        vrager,
        gegeven,
        geboortedatum,
        peildatum,
        eigen_organisatie: v[0],
        toestemming_jongere: v[1],
        convenant: v[2],
        verstrekking_nodig: v[3],
    })
}

fn mate(v: &Vraag) -> Mate {
    inzage(v, Recht::op(v.peildatum)).uitkomst
}

/// Hoeveel er te zien is: niets, een deel of alles.
fn hoeveel(m: Mate) -> u8 {
    match m {
        Mate::Nee => 0,
        Mate::Beperkt(_) => 1,
        Mate::Ja => 2,
    }
}

proptest! {
    #![proptest_config(instelling())]

    /// Wie niet bij de eigen school, gemeente of het eigen kind hoort, ziet niets.
    #[test]
    fn buiten_de_eigen_organisatie_ziet_niemand_van_school_of_gemeente_iets(v in vraag()) {
        let buiten = [Vrager::Registerbeheerder, Vrager::Inspectie, Vrager::Halt, Vrager::Svb, Vrager::Derde];
        if !buiten.contains(&v.vrager) {
            let vreemd = Vraag { eigen_organisatie: false, ..v };
            prop_assert_eq!(mate(&vreemd), Mate::Nee);
        }
    }

    /// Toestemming van de jongere, een verzoek of een convenant neemt nooit toegang weg.
    #[test]
    fn een_sleutel_neemt_nooit_toegang_weg(v in vraag()) {
        let (t, s) = (Vraag { toestemming_jongere: true, ..v }, Vraag { verstrekking_nodig: true, ..v });
        let c = Vraag { convenant: true, ..v };
        for meer in [t, s, c] {
            prop_assert!(hoeveel(mate(&v)) <= hoeveel(mate(&meer)));
        }
    }

    /// Een convenant zonder vastgelegd verzoek opent niets.
    #[test]
    fn een_convenant_alleen_opent_niets(v in vraag()) {
        let (met, zonder) = (Vraag { verstrekking_nodig: false, convenant: true, ..v }, Vraag {
            verstrekking_nodig: false,
            convenant: false,
            ..v
        });
        prop_assert_eq!(mate(&met), mate(&zonder));
    }

    /// Onder de 16 verandert toestemming van de jongere niets.
    #[test]
    fn toestemming_telt_pas_vanaf_16(v in vraag()) {
        if leeftijd(v.geboortedatum, v.peildatum) < 16 {
            let (met, zonder) = (Vraag { toestemming_jongere: true, ..v }, Vraag { toestemming_jongere: false, ..v });
            prop_assert_eq!(mate(&met), mate(&zonder));
        }
    }

    /// Een werkaantekening ziet niemand, en een proces-verbaal alleen een BOA of wie toezicht houdt.
    #[test]
    fn politiegegevens_en_werkaantekeningen_blijven_dicht(v in vraag()) {
        let niemand = Vraag { gegeven: Gegeven::Werkaantekening, ..v };
        prop_assert_eq!(mate(&niemand), Mate::Nee);
        let pv = Vraag { gegeven: Gegeven::ProcesVerbaal, ..v };
        prop_assert!(mate(&pv) == Mate::Nee || matches!(v.vrager, Vrager::LeerplichtambtenaarBoa | Vrager::Fg));
    }

    /// Vanaf 18 ziet een ouder of verzorger niets zonder toestemming van de jongere.
    #[test]
    fn vanaf_18_beslist_de_jongere_zelf(v in vraag()) {
        for vrager in [Vrager::OuderMetGezag, Vrager::OuderZonderGezag, Vrager::Verzorger] {
            let zonder = Vraag { vrager, toestemming_jongere: false, ..v };
            let volwassen = leeftijd(v.geboortedatum, v.peildatum) >= 18;
            prop_assert!(!volwassen || mate(&zonder) == Mate::Nee);
        }
    }
}
