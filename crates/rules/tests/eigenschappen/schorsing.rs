use crate::gemeen::{dag, dagen, doordeweeks, instelling, later};
use crate::voorstel_verandert_niets;
use proptest::option::of;
use proptest::prelude::*;
use rules::Recht;
use rules::schorsing::{Antwoord, REGEL, Vraag, schorsing};

fn vraag() -> impl Strategy<Value = Vraag> {
    (dag(), 0_i64..14, of(1_i64..30), any::<bool>(), 1_i64..8).prop_map(|(begin, duur, terug, wacht, schooldagen)| {
        Vraag {
            begin,
            einde: later(begin, duur),
            vorige_einde: terug.map(|n| later(begin, -n)),
            in_afwachting_verwijdering: wacht,
            schooldagen,
        }
    })
}

fn kijk(v: &Vraag) -> Antwoord {
    schorsing(v, Recht::op(v.begin)).uitkomst
}

proptest! {
    #![proptest_config(instelling())]

    /// Een schorsing van meer dan een week, de eerste en de laatste dag meegeteld, mag nooit.
    #[test]
    fn langer_dan_een_week_mag_nooit(v in vraag()) {
        let een_week = v.einde <= later(v.begin, 6);
        prop_assert!(een_week || !kijk(&v).toegestaan);
        let eerste = Vraag { vorige_einde: None, ..v };
        prop_assert_eq!(kijk(&eerste).toegestaan, een_week);
    }

    /// Wie in afwachting van verwijdering al geschorst was, mag niet nog een keer worden geschorst.
    #[test]
    fn in_afwachting_van_verwijdering_is_een_keer_genoeg(v in vraag()) {
        if v.in_afwachting_verwijdering && v.vorige_einde.is_some() {
            prop_assert!(!kijk(&v).toegestaan);
        }
    }

    /// Een schorsing wordt door langer te duren nooit alsnog toegestaan.
    #[test]
    fn langer_schorsen_maakt_niets_goed(v in vraag(), erbij in 0_i64..10) {
        let langer = Vraag { einde: later(v.einde, erbij), ..v };
        prop_assert!(!kijk(&langer).toegestaan || kijk(&v).toegestaan);
    }

    /// Een schorsing van meer dan een schooldag gaat naar de inspectie, ook als zij niet mocht.
    #[test]
    fn meer_dan_een_schooldag_gaat_naar_de_inspectie(v in vraag()) {
        prop_assert_eq!(kijk(&v).melden_inspectie, v.schooldagen > 1);
    }

    /// De waarschuwing dat een schorsing aansluit op de vorige, komt precies als er geen weekdag tussen ligt, en verbiedt niets.
    #[test]
    fn een_aansluitende_schorsing_geeft_een_waarschuwing(v in vraag()) {
        let aansluitend = v
            .vorige_einde
            .is_some_and(|e| !dagen(later(e, 1), later(v.begin, -1)).any(doordeweeks));
        prop_assert_eq!(kijk(&v).waarschuwingen, if aansluitend { vec!["aansluitend"] } else { vec![] });
        let gewoon = Vraag { in_afwachting_verwijdering: false, ..v };
        let los = Vraag { vorige_einde: None, ..gewoon };
        prop_assert_eq!(kijk(&gewoon).toegestaan, kijk(&los).toegestaan);
    }

    /// Een wetsvoorstel dat nog geen wet is, verandert niets aan schorsen.
    #[test]
    fn een_wetsvoorstel_verandert_niets_aan_schorsen(v in vraag()) {
        voorstel_verandert_niets!(REGEL, v.begin, |recht| schorsing(&v, recht));
    }
}
