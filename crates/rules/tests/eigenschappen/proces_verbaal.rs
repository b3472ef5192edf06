use crate::gemeen::{dag, instelling, later};
use crate::voorstel_verandert_niets;
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use rules::proces_verbaal::{Antwoord, REGEL, Soort, Uitkomst, Vraag, Wie, proces_verbaal};
use rules::{Recht, leeftijd};

const SOORTEN: [Soort; 5] = [Soort::Absoluut, Soort::ZestienUur, Soort::Langdurig, Soort::Luxe, Soort::Overig];

fn vraag() -> impl Strategy<Value = Vraag> {
    let vinkjes = proptest::array::uniform5(any::<bool>());
    let verdachten = vec((any::<bool>(), any::<bool>()), 0..4);
    let verzuim = (0_usize..5, of(0.0_f64..40.0), 10_i32..25);
    (verzuim, dag(), 1_500_i64..8_000, verdachten, vinkjes, of(-20_i64..400)).prop_map(
        |((soort, uren, min_uren), peil, oud, verdachten, v, boa)| Vraag {
            soort: SOORTEN[soort],
            uren,
            min_uren: i64::from(min_uren),
            geboortedatum: later(peil, -oud),
            peildatum: peil,
            verdachten: verdachten
                .into_iter()
                .map(|(ouder, schuld)| (if ouder { Wie::Ouder } else { Wie::Jongere }, schuld))
                .collect(),
            hulp_geboden: v[0] || v[1],
            afspraken_gemaakt: v[1],
            waarschuwing_gegeven: v[2] || v[1],
            overzicht_aanwezig: v[3] || v[0],
            motivering: v[4],
            boa_geldig_tot: boa.map(|n| later(peil, n)),
        },
    )
}

fn kijk(v: &Vraag) -> Antwoord {
    proces_verbaal(v, Recht::op(v.peildatum)).uitkomst
}

fn min_uren(v: &Vraag) -> f64 {
    f64::from(i32::try_from(v.min_uren).unwrap_or(i32::MAX))
}

fn kan(v: &Vraag) -> bool {
    kijk(v).uitkomst != Uitkomst::NietMogelijk
}

proptest! {
    #![proptest_config(instelling())]

    /// Zonder een ambtenaar die op die dag BOA is, is er geen proces-verbaal.
    #[test]
    fn zonder_boa_geen_proces_verbaal(v in vraag()) {
        let boa = v.boa_geldig_tot.is_some_and(|t| v.peildatum <= t);
        prop_assert!(boa || !kan(&v));
        prop_assert!(!kan(&Vraag { boa_geldig_tot: None, ..v.clone() }), "{v:?}");
        prop_assert!(!kan(&Vraag { boa_geldig_tot: Some(later(v.peildatum, -1)), ..v.clone() }), "{v:?}");
    }

    /// Tegen een kind onder de 12 komt nooit proces-verbaal, en tegen wie 18 is in geen geval.
    #[test]
    fn nooit_tegen_een_kind_onder_de_twaalf(v in vraag()) {
        let (a, jaren) = (kijk(&v), leeftijd(v.geboortedatum, v.peildatum));
        prop_assert!(jaren >= 12 || !a.verdachten.contains(&Wie::Jongere));
        prop_assert!(jaren < 18 || a.uitkomst == Uitkomst::NietMogelijk);
    }

    /// Inschrijven is een plicht van de ouders: bij absoluut verzuim is de jongere nooit verdachte.
    #[test]
    fn bij_absoluut_verzuim_nooit_tegen_de_jongere(v in vraag()) {
        prop_assert!(!kijk(&Vraag { soort: Soort::Absoluut, ..v.clone() }).verdachten.contains(&Wie::Jongere), "{v:?}");
    }

    /// Overig verzuim en verzuim onder de zestien uur zijn geen strafbaar feit.
    #[test]
    fn zonder_wettelijk_verzuim_geen_proces_verbaal(v in vraag()) {
        prop_assert!(!kan(&Vraag { soort: Soort::Overig, ..v.clone() }), "{v:?}");
        let uren = v.uren.map(|u| u.min(15.99));
        prop_assert!(!kan(&Vraag { soort: Soort::ZestienUur, uren, ..v.clone() }), "{v:?}");
    }

    /// De zestien uur van de wet is de ondergrens: beleid maakt haar strenger, nooit ruimer.
    #[test]
    fn beleid_gaat_nooit_onder_de_zestien_uur_van_de_wet(v in vraag()) {
        let v = Vraag { soort: Soort::ZestienUur, ..v };
        let wettelijk = v.uren.is_some_and(|u| u >= 16.0 && u >= min_uren(&v));
        prop_assert_eq!(kijk(&v).beletselen.contains(&"geen_wettelijk_verzuim"), !wettelijk);
        let beleid = proces_verbaal(&v, Recht::op(v.peildatum)).grondslag.iter().any(|g| g.artikel == "pv_min_uren");
        prop_assert_eq!(beleid, v.uren.is_some_and(|u| u >= 16.0 && u < min_uren(&v)));
    }

    /// Alleen wie een verwijt treft en in de vraag staat, is verdachte; valt niemand iets te verwijten, dan is er geen zaak.
    #[test]
    fn zonder_verwijt_geen_verdachte(v in vraag()) {
        let a = kijk(&v);
        prop_assert!(a.verdachten.iter().all(|w| v.verdachten.contains(&(*w, true))));
        prop_assert!(a.verdachten.len() <= 2 && (a.verdachten.len() < 2 || a.verdachten[0] != a.verdachten[1]));
        prop_assert!(!a.verdachten.is_empty() || a.uitkomst == Uitkomst::NietMogelijk);
    }

    /// Hulp, afspraken, een waarschuwing of een motivering halen een beletsel weg en leggen er nooit een bij.
    #[test]
    fn meer_doen_schept_nooit_een_beletsel(v in vraag()) {
        let voor = kijk(&v).beletselen;
        let gedaan = Vraag { hulp_geboden: true, afspraken_gemaakt: true, waarschuwing_gegeven: true, ..v.clone() };
        let gemotiveerd = Vraag { motivering: true, ..v };
        for na in [kijk(&gedaan), kijk(&gemotiveerd)] {
            prop_assert!(na.beletselen.iter().all(|b| voor.contains(b)));
            prop_assert!(!na.beletselen.contains(&"motivering_ontbreekt"));
        }
    }

    /// Een motivering is nodig precies als een eerdere stap ontbreekt; bij luxe verzuim wordt niet naar die stappen gevraagd.
    #[test]
    fn een_motivering_hoort_bij_een_stap_die_ontbreekt(v in vraag()) {
        let a = kijk(&v);
        let verwacht: Vec<&str> = [
            ("hulp", v.hulp_geboden),
            ("afspraken", v.afspraken_gemaakt),
            ("waarschuwing", v.waarschuwing_gegeven),
        ]
        .into_iter()
        .filter(|s| !s.1 && v.soort != Soort::Luxe)
        .map(|s| s.0)
        .collect();
        prop_assert_eq!(&a.ontbrekende_stappen, &verwacht);
        prop_assert_eq!(a.uitkomst == Uitkomst::NietMogelijk, !a.beletselen.is_empty());
        if a.uitkomst != Uitkomst::NietMogelijk {
            prop_assert_eq!(a.uitkomst == Uitkomst::MetMotivering, !verwacht.is_empty());
        }
    }

    /// Een wetsvoorstel dat nog geen wet is, maakt geen proces-verbaal mogelijk.
    #[test]
    fn een_wetsvoorstel_maakt_geen_proces_verbaal_mogelijk(v in vraag()) {
        voorstel_verandert_niets!(REGEL, v.peildatum, |recht| proces_verbaal(&v, recht));
    }
}
