use crate::gemeen::{dag, instelling};
use crate::voorstel_verandert_niets;
use jiff::civil::date;
use proptest::prelude::*;
use rules::Recht;
use rules::grondslag::Handeling::{Dossiernotitie, Schoolnotitie, ZatMdoDeelname, ZatMdoNotitie};
use rules::grondslag::{Antwoord, Handeling, REGEL, Vraag, grondslag};

fn vraag() -> impl Strategy<Value = Vraag> {
    (0_usize..7, proptest::array::uniform6(any::<bool>())).prop_map(|(h, v)| Vraag {
        handeling: Handeling::ALLE[h],
        melding_actief: v[0],
        absoluut_verzuim: v[1],
        aanvraag: v[2],
        eigen_gemeente: v[3],
        persoonsgebonden: v[4],
        medisch: v[5],
    })
}

fn kijk(v: &Vraag) -> Antwoord {
    grondslag(v, Recht::op(date(2026, 11, 23))).uitkomst
}

/// Een dossiernotitie gaat altijd over iemand (BR-60).
fn over_iemand(v: &Vraag) -> bool {
    v.persoonsgebonden || v.handeling == Dossiernotitie
}

proptest! {
    #![proptest_config(instelling())]

    /// Een grond erbij maakt nooit iets verboden.
    #[test]
    fn een_grond_erbij_verbiedt_nooit(v in vraag()) {
        for meer in [
            Vraag { melding_actief: true, ..v },
            Vraag { absoluut_verzuim: true, ..v },
            Vraag { aanvraag: true, ..v },
        ] {
            prop_assert!(!kijk(&v).toegestaan || kijk(&meer).toegestaan);
        }
    }

    /// Zonder melding, absoluut verzuim of aanvraag komt er niets over een persoon op papier.
    #[test]
    fn zonder_grond_komt_niemand_op_papier(v in vraag()) {
        let zonder = Vraag { melding_actief: false, absoluut_verzuim: false, aanvraag: false, ..v };
        prop_assert!(!over_iemand(&zonder) || zonder.handeling == ZatMdoDeelname || !kijk(&zonder).toegestaan);
    }

    /// Medische gegevens staan nooit in een notitie over een persoon.
    #[test]
    fn medisch_staat_nooit_in_een_notitie(v in vraag()) {
        if matches!(v.handeling, Dossiernotitie | ZatMdoNotitie) && over_iemand(&v) {
            prop_assert!(!kijk(&Vraag { medisch: true, ..v }).toegestaan, "{v:?}");
        }
    }

    /// Over een jongere uit een andere gemeente legt een ambtenaar niets vast; meedenken in een overleg mag altijd.
    #[test]
    fn een_andere_gemeente_legt_niets_vast(v in vraag()) {
        let elders = Vraag { eigen_gemeente: false, ..v };
        prop_assert_eq!(kijk(&elders).toegestaan, v.handeling == ZatMdoDeelname || !over_iemand(&v));
        prop_assert!(kijk(&Vraag { handeling: ZatMdoDeelname, ..v }).toegestaan, "{v:?}");
    }

    /// Een notitie over een school noemt nooit een persoon.
    #[test]
    fn een_schoolnotitie_noemt_niemand(v in vraag()) {
        let notitie = Vraag { handeling: Schoolnotitie, ..v };
        prop_assert_eq!(kijk(&notitie).toegestaan, !v.persoonsgebonden);
    }

    /// Wie een nee krijgt, hoort wat wel kan, en dat kan dan ook echt; bij een ja is er geen andere weg nodig.
    #[test]
    fn wie_een_nee_krijgt_hoort_wat_wel_kan(v in vraag()) {
        let a = kijk(&v);
        prop_assert_eq!(a.toegestaan, a.alternatief.is_none());
        let weg = match a.alternatief {
            Some("dossiernotitie") => Vraag { handeling: Dossiernotitie, medisch: false, ..v },
            Some("schoolnotitie") => Vraag { handeling: Schoolnotitie, persoonsgebonden: false, ..v },
            Some("melding_vragen") => Vraag { melding_actief: true, eigen_gemeente: true, ..v },
            Some("anoniem_advies") => Vraag { persoonsgebonden: false, ..v },
            Some("woongemeente") => Vraag { eigen_gemeente: true, medisch: false, ..v },
            Some("zonder_medisch") => Vraag { medisch: false, ..v },
            _ => return Ok(()),
        };
        prop_assert!(kijk(&weg).toegestaan, "{:?}", a.alternatief);
    }

    /// Een wetsvoorstel dat nog geen wet is, maakt geen notitie rechtmatig.
    #[test]
    fn een_wetsvoorstel_maakt_geen_notitie_rechtmatig(v in vraag(), dag in dag()) {
        voorstel_verandert_niets!(REGEL, dag, |recht| grondslag(&v, recht));
    }
}
