use crate::gemeen::{dag, geboren, instelling};
use proptest::prelude::*;
use rules::halt::{Beletsel, Grenzen, Vraag, halt};
use rules::{Recht, Soort, leeftijd};

fn vraag() -> impl Strategy<Value = Vraag> {
    let vinkjes = proptest::array::uniform10(any::<bool>());
    (geboren(), dag(), 0.0_f64..80.0, 0_i64..80, vinkjes).prop_map(|(geboortedatum, peildatum, uren, te_laat, v)| {
        Vraag {
            geboortedatum,
            peildatum,
            uren,
            keren_te_laat: te_laat,
            verwijtbaar: v[0],
            instemming_jongere: v[1],
            instemming_ouders: v[2],
            eerder_halt: v[3],
            school_gewaarschuwd: v[4],
            ouders_geinformeerd: v[5],
            langdurig: v[6],
            motivatiegebrek: v[7],
            problemen_zonder_hulp: v[8],
            boa: v[9],
            grenzen: Grenzen::gewoon(),
        }
    })
}

fn beletselen(v: &Vraag) -> Vec<Beletsel> {
    halt(v, Recht::op(v.peildatum)).uitkomst.beletselen
}

proptest! {
    #![proptest_config(instelling())]

    /// Een kind onder de 12 of iemand vanaf 18 komt nooit bij Halt, wat er ook is gebeurd.
    #[test]
    fn buiten_12_tot_18_is_een_verwijzing_nooit_mogelijk(v in vraag()) {
        let binnen = (12..18).contains(&leeftijd(v.geboortedatum, v.peildatum));
        prop_assert_eq!(beletselen(&v).contains(&Beletsel::Leeftijd), !binnen);
    }

    /// Instemming van de jongere of de ouders haalt een beletsel weg en zet er nooit een bij.
    #[test]
    fn instemmen_maakt_een_verwijzing_nooit_onmogelijk(v in vraag()) {
        let met = Vraag { instemming_jongere: true, instemming_ouders: true, ..v };
        let voor = beletselen(&v);
        prop_assert!(beletselen(&met).iter().all(|b| voor.contains(b)));
    }

    /// Te weinig en te veel verzuim gaan nooit samen.
    #[test]
    fn te_weinig_en_te_veel_sluiten_elkaar_uit(v in vraag()) {
        let b = beletselen(&v);
        prop_assert!(!(b.contains(&Beletsel::TeWeinig) && b.contains(&Beletsel::TeVeel)));
    }

    /// Plaatselijk beleid staat erbij precies als er zonder dat beleid iets anders uitkwam.
    #[test]
    fn beleid_is_grondslag_precies_als_het_iets_uitmaakt(v in vraag(), uren in (0.0_f64..20.0, 40.0_f64..80.0), keren in (0_i64..20, 40_i64..80)) {
        let grenzen = Grenzen { min_uren: uren.0, max_uren: uren.1, min_te_laat: keren.0, max_te_laat: keren.1 };
        let met = Vraag { grenzen, ..v };
        let beleid = |v: &Vraag| {
            halt(v, Recht::op(v.peildatum)).grondslag.iter().filter(|g| g.soort == Soort::Beleid).count()
        };
        prop_assert_eq!(beleid(&v), 0);
        prop_assert_eq!(beleid(&met) > 0, beletselen(&met) != beletselen(&v));
        prop_assert!(beleid(&met) <= 4);
    }

    /// Niemand wordt verwezen zonder dat een BOA het doet en een mens het verwijtbaar vindt.
    #[test]
    fn zonder_boa_of_verwijt_geen_verwijzing(v in vraag()) {
        prop_assert!(!beletselen(&v).is_empty() || (v.boa && v.verwijtbaar && !v.eerder_halt));
    }
}
