use crate::gemeen::{dag, geboren, instelling, later};
use proptest::prelude::*;
use rules::uitschrijving::{Antwoord, Reden, Vraag, uitschrijving};
use rules::{Recht, leeftijd};

fn vraag() -> impl Strategy<Value = Vraag> {
    let vinkjes = proptest::array::uniform3(any::<bool>());
    let reden = proptest::sample::select(Reden::ALLE.to_vec());
    let jaren = proptest::option::of(0_i16..16);
    (reden, geboren(), dag(), vinkjes, jaren, -30_i64..60, 1_i64..=7).prop_map(
        |(reden, geboortedatum, datum, v, voltooide_schooljaren, dagen, meldtermijn_dagen)| Vraag {
            reden,
            geboortedatum,
            datum,
            startkwalificatie: v[0],
            verklaring_nieuwe_school: v[1],
            brp_uitgeschreven: v[2],
            voltooide_schooljaren,
            gemeld: later(datum, dagen),
            meldtermijn_dagen,
        },
    )
}

fn antwoord(v: &Vraag) -> Antwoord {
    uitschrijving(v, Recht::op(v.datum)).uitkomst
}

proptest! {
    #![proptest_config(instelling())]

    /// Leerplicht hoort precies van de onrechtmatige uitschrijvingen.
    #[test]
    fn leerplicht_hoort_van_elke_onrechtmatige_uitschrijving(v in vraag()) {
        let a = antwoord(&v);
        prop_assert_eq!(a.signaal_leerplicht, !a.rechtmatig);
    }

    /// Wie 18 is, mag altijd weg, om welke reden dan ook.
    #[test]
    fn vanaf_18_is_elke_uitschrijving_rechtmatig(v in vraag()) {
        prop_assert!(leeftijd(v.geboortedatum, v.datum) < 18 || antwoord(&v).rechtmatig);
    }

    /// Een brief van een nieuwe school of een uitschrijving uit de BRP maakt nooit iets onrechtmatig.
    #[test]
    fn meer_bewijs_maakt_een_uitschrijving_nooit_onrechtmatig(v in vraag()) {
        let met = Vraag { verklaring_nieuwe_school: true, brp_uitgeschreven: true, ..v };
        prop_assert!(!antwoord(&v).rechtmatig || antwoord(&met).rechtmatig);
    }

    /// De reden bepaalt of het mag, maar nooit of het Doorstroompunt het hoort, behalve bij overlijden.
    #[test]
    fn het_signaal_aan_het_doorstroompunt_hangt_niet_van_de_reden_af(v in vraag()) {
        let anders = antwoord(&Vraag { reden: Reden::Anders, ..v }).signaal_doorstroompunt;
        prop_assert_eq!(antwoord(&v).signaal_doorstroompunt, anders && v.reden != Reden::Overleden);
        prop_assert!(!anders || (!v.startkwalificatie && leeftijd(v.geboortedatum, v.datum) >= 18));
    }

    /// Niemand krijgt meer dan zeven dagen, en later melden wordt nooit op tijd.
    #[test]
    fn melden_is_binnen_zeven_dagen_en_later_is_nooit_beter(v in vraag(), extra in 0_i64..30) {
        let a = antwoord(&v);
        prop_assert!(a.uiterlijk_melden > v.datum && a.uiterlijk_melden <= later(v.datum, 7));
        let nog_later = antwoord(&Vraag { gemeld: later(v.gemeld, extra), ..v });
        prop_assert!(!a.te_laat || nog_later.te_laat);
    }
}
