use crate::gemeen::{dag, instelling, later};
use crate::voorstel_verandert_niets;
use proptest::prelude::*;
use rules::plicht::Plicht;
use rules::verzuimsoort::{Antwoord, Meldplicht, REGEL, Verzuimsoort, Vraag, Ziek, verzuimsoort};
use rules::{Recht, leeftijd};

fn vraag() -> impl Strategy<Value = Vraag> {
    let vinkjes = proptest::array::uniform11(any::<bool>());
    // Van 4 tot 28 jaar; de grens van 18 komt zo vaak genoeg voor.
    let wie = (dag(), 1_460_i64..10_300, 0_usize..6, 0_usize..3);
    let hoeveel = (0_i64..45, 0_i64..1_300, 0_usize..3, 0_i64..4, 1_i64..=28);
    (wie, hoeveel, vinkjes).prop_map(|((eerste, oud, plicht, ziek), (dagen, minuten, lesuur, te_laat, rmc), v)| Vraag {
        geboortedatum: later(eerste, -oud),
        eerste_verzuimdag: eerste,
        ingeschreven: v[0] || v[1],
        plicht: Plicht::ALLE[plicht],
        vrijstelling_4a_lid_2: v[2],
        startkwalificatie: v[3],
        geoorloofd: v[4] && v[5],
        ziek: [Ziek::Nee, Ziek::Ja, Ziek::VermoedenOngeoorloofd][if v[0] { 0 } else { ziek }],
        overleg_of_aankondiging: v[6],
        motivering: v[7],
        vakantie_zonder_verlof: v[8] && v[5],
        dagen_aaneengesloten: dagen,
        eerdere_melding: v[9],
        minuten,
        lesuur_minuten: [45, 50, 60][lesuur],
        keren_te_laat: te_laat,
        afspraak_18plus: v[10],
        overig_18plus_toegestaan: v[1],
        rmc_periode_dagen: rmc,
    })
}

fn kijk(v: &Vraag) -> Antwoord {
    verzuimsoort(v, Recht::op(v.eerste_verzuimdag)).uitkomst
}

fn gewicht(m: Meldplicht) -> u8 {
    match m {
        Meldplicht::Verboden => 0,
        Meldplicht::Toegestaan => 1,
        Meldplicht::VolgensAfspraak => 2,
        Meldplicht::Verplicht => 3,
    }
}

fn in_doelgroep(v: &Vraag) -> bool {
    let zonder = !v.startkwalificatie;
    v.ingeschreven
        && match v.plicht {
            Plicht::Leerplichtig => true,
            Plicht::Kwalificatieplichtig | Plicht::Doorstroompunt => zonder,
            Plicht::Vrijgesteld => v.vrijstelling_4a_lid_2 && zonder,
            Plicht::NogNiet | Plicht::Geen => false,
        }
}

/// De beslistabel van A-200 zoals CR-20…CR-25 haar lezen: de eerste rij die past.
fn rij_naar_de_letter(v: &Vraag) -> &'static str {
    let lid_2 = v.plicht == Plicht::Vrijgesteld;
    let groot = leeftijd(v.geboortedatum, v.eerste_verzuimdag) >= 18 || lid_2;
    let afspraak = v.afspraak_18plus && !lid_2;
    let ziek = v.ziek != Ziek::Nee;
    let gemotiveerd = v.ziek == Ziek::VermoedenOngeoorloofd && v.motivering && v.overleg_of_aankondiging;
    let zestien = v.minuten >= 16 * v.lesuur_minuten;
    let vier_weken = v.dagen_aaneengesloten >= 28;
    [
        ("D0a", !in_doelgroep(v)),
        ("D0b", v.geoorloofd),
        ("D1b", ziek && gemotiveerd),
        ("D1a", ziek),
        ("D2", groot && v.dagen_aaneengesloten >= v.rmc_periode_dagen),
        ("D3", groot && afspraak && zestien),
        ("D4", groot && afspraak),
        ("D5", groot),
        ("D6", v.vakantie_zonder_verlof),
        ("D7", vier_weken && !v.eerdere_melding),
        ("D8", vier_weken),
        ("D9", zestien),
    ]
    .into_iter()
    .find(|r| r.1)
    .map_or("D10", |r| r.0)
}

proptest! {
    #![proptest_config(instelling())]

    /// Elk verzuim valt in de eerste rij van de beslistabel die past, en in geen andere.
    #[test]
    fn de_eerste_rij_die_past_beslist(v in vraag()) {
        prop_assert_eq!(kijk(&v).rij, rij_naar_de_letter(&v));
    }

    /// Ziekte wordt nooit een melding: wie ziek is gemeld zonder vermoeden van iets anders, staat alleen in de administratie van de school.
    #[test]
    fn ziekte_wordt_nooit_een_melding(v in vraag()) {
        let ziek = Vraag { ziek: Ziek::Ja, ..v };
        let a = kijk(&ziek);
        prop_assert_eq!(a.meldplicht, Meldplicht::Verboden);
        if in_doelgroep(&ziek) && !ziek.geoorloofd {
            prop_assert_eq!((a.soort, a.rij), (Verzuimsoort::ZiekNietMelden, "D1a"));
        }
    }

    /// Een vermoeden zonder motivering, of zonder overleg of aankondiging, telt als ziekte; met beide mag melden, meer niet.
    #[test]
    fn een_vermoeden_maakt_een_melding_nooit_verplicht(v in vraag()) {
        let a = kijk(&Vraag { ziek: Ziek::VermoedenOngeoorloofd, ..v.clone() });
        prop_assert!(gewicht(a.meldplicht) <= 1 && !a.wettelijk);
        if !(v.motivering && v.overleg_of_aankondiging) {
            prop_assert_eq!(a.meldplicht, Meldplicht::Verboden);
        }
    }

    /// Meer verzuim neemt nooit een meldplicht weg.
    #[test]
    fn meer_verzuim_neemt_nooit_een_meldplicht_weg(
        v in vraag(), dagen in 0_i64..30, minuten in 0_i64..900, keren in 0_i64..3, vakantie in any::<bool>()
    ) {
        let meer = Vraag {
            dagen_aaneengesloten: v.dagen_aaneengesloten + dagen,
            minuten: v.minuten + minuten,
            keren_te_laat: v.keren_te_laat + keren,
            vakantie_zonder_verlof: v.vakantie_zonder_verlof || vakantie,
            ..v.clone()
        };
        prop_assert!(gewicht(kijk(&meer).meldplicht) >= gewicht(kijk(&v).meldplicht));
    }

    /// Wat helemaal onder verlof, schorsing of een gesloten school valt, wordt nooit gemeld.
    #[test]
    fn verlof_wordt_nooit_een_melding(v in vraag()) {
        let a = kijk(&Vraag { geoorloofd: true, ..v });
        prop_assert_eq!((a.soort, a.meldplicht), (Verzuimsoort::GeenMelding, Meldplicht::Verboden));
    }

    /// Een school meldt alleen wie bij haar staat ingeschreven en op wie de wet ziet.
    #[test]
    fn buiten_de_doelgroep_is_er_nooit_een_melding(v in vraag()) {
        let a = kijk(&v);
        prop_assert!(in_doelgroep(&v) || (a.meldplicht == Meldplicht::Verboden && a.rij == "D0a"));
    }

    /// Vanaf 18 is er geen melding aan leerplicht die de wet verplicht, en daaronder geen melding van 18 jaar en ouder.
    #[test]
    fn de_leeftijd_op_de_eerste_dag_kiest_de_soort(v in vraag()) {
        let soort = kijk(&v).soort;
        if leeftijd(v.geboortedatum, v.eerste_verzuimdag) >= 18 {
            prop_assert!(!matches!(soort, Verzuimsoort::ZestienUur | Verzuimsoort::Langdurig | Verzuimsoort::Luxe));
        } else if v.plicht != Plicht::Vrijgesteld {
            prop_assert!(!matches!(soort, Verzuimsoort::ZestienUur18plus | Verzuimsoort::Rmc));
        }
    }

    /// Verplicht is wat de wet verplicht; overig verzuim mag, en begint bij een heel uur of een keer te laat.
    #[test]
    fn meldplicht_en_wet_horen_bij_elkaar(v in vraag()) {
        let a = kijk(&v);
        let wet = ["D2", "D6", "D7", "D8", "D9"].contains(&a.rij);
        prop_assert_eq!(a.wettelijk, wet);
        prop_assert_eq!(a.meldplicht == Meldplicht::Verplicht, wet);
        prop_assert_eq!(a.meldplicht == Meldplicht::VolgensAfspraak, a.rij == "D3");
        prop_assert_eq!(a.meldplicht == Meldplicht::Toegestaan, a.soort == Verzuimsoort::Overig);
        if a.soort == Verzuimsoort::Overig && a.rij != "D1b" {
            prop_assert!(v.minuten >= v.lesuur_minuten || v.keren_te_laat >= 1);
        }
    }

    /// Onder de zestien uur wordt geen zestien uur gemeld, behalve als eerste melding van vier weken wegblijven.
    #[test]
    fn net_geen_zestien_uur_is_geen_zestien_uur(v in vraag()) {
        let a = kijk(&v);
        if v.minuten < 16 * v.lesuur_minuten {
            prop_assert!(a.soort != Verzuimsoort::ZestienUur18plus);
            prop_assert!(a.soort != Verzuimsoort::ZestienUur || (a.rij == "D7" && v.dagen_aaneengesloten >= 28));
        }
    }

    /// Een wetsvoorstel dat nog geen wet is, verandert geen enkele melding.
    #[test]
    fn een_wetsvoorstel_verandert_geen_melding(v in vraag()) {
        voorstel_verandert_niets!(REGEL, v.eerste_verzuimdag, |recht| verzuimsoort(&v, recht));
    }
}
