use crate::gemeen::{dag, geboren, instelling, later};
use proptest::prelude::*;
use rules::vsv::{Antwoord, Vraag, vsv};
use rules::{Recht, jaren_bereikt_op, leeftijd};

fn vraag() -> impl Strategy<Value = Vraag> {
    let rond = || proptest::option::of(-400_i64..400);
    let dagen = (rond(), rond(), rond(), rond());
    let vinkjes = proptest::array::uniform3(any::<bool>());
    (geboren(), dag(), vinkjes, dagen, 0_i64..60, 1_i64..=28).prop_map(
        |(geboortedatum, peildatum, v, (uit, weg, nieuw, contact), dagen_afwezig, periode_dagen)| {
            let op = |n: Option<i64>| n.map(|n| later(peildatum, n));
            Vraag {
                geboortedatum,
                peildatum,
                startkwalificatie: v[0],
                uitgeschreven_op: op(uit),
                verwijderd_op: op(weg),
                nieuwe_inschrijving_op: op(nieuw),
                dagen_afwezig,
                artikel_4a_lid_2: v[1] && v[2],
                kwetsbaar_onderwijs: v[1],
                laatste_contact_op: op(contact),
                periode_dagen,
            }
        },
    )
}

fn antwoord(v: &Vraag) -> Antwoord {
    vsv(v, Recht::op(v.peildatum)).uitkomst
}

proptest! {
    #![proptest_config(instelling())]

    /// Wie een startkwalificatie heeft, is nooit voortijdig schoolverlater.
    #[test]
    fn een_startkwalificatie_maakt_er_een_einde_aan(v in vraag()) {
        let a = antwoord(&Vraag { startkwalificatie: true, ..v });
        prop_assert!(!a.vsv && !a.doelgroep && !a.kwetsbare_positie && a.eerstvolgend_contact.is_none());
    }

    /// Voortijdig schoolverlater en kwetsbaar is alleen wie bij de doelgroep hoort; contact is er alleen met een vsv'er.
    #[test]
    fn alles_rust_op_de_doelgroep(v in vraag()) {
        let a = antwoord(&v);
        prop_assert!(!(a.vsv || a.kwetsbare_positie) || a.doelgroep);
        prop_assert!(a.eerstvolgend_contact.is_none() || a.vsv);
    }

    /// De doelgroep eindigt op de verjaardag van de grens, en begint zonder vrijstelling met 18.
    #[test]
    fn de_doelgroep_heeft_een_leeftijd(v in vraag()) {
        let jaren = leeftijd(v.geboortedatum, v.peildatum);
        let grens = if v.peildatum.year() < 2026 { 23 } else { 27 };
        let verwacht = !v.startkwalificatie && (18..grens).contains(&jaren);
        let a = antwoord(&v);
        prop_assert!(a.doelgroep == verwacht || (jaren < 18 && v.artikel_4a_lid_2 && !v.startkwalificatie));
    }

    /// Langer wegblijven of een kortere periode maakt van een schoolverlater nooit weer een leerling.
    #[test]
    fn langer_weg_blijft_voortijdig(v in vraag(), extra in 0_i64..30) {
        let langer = antwoord(&Vraag { dagen_afwezig: v.dagen_afwezig + extra, ..v });
        let korter = antwoord(&Vraag { periode_dagen: (v.periode_dagen - extra).max(1), ..v });
        prop_assert!(!antwoord(&v).vsv || (langer.vsv && korter.vsv));
    }

    /// Een inschrijving van vandaag haalt niemand de doelgroep in of uit en maakt niemand voortijdig schoolverlater.
    #[test]
    fn opnieuw_ingeschreven_is_nooit_erger(v in vraag()) {
        let (zonder, met) = (antwoord(&v), antwoord(&Vraag { nieuwe_inschrijving_op: Some(v.peildatum), ..v }));
        prop_assert_eq!(zonder.doelgroep, met.doelgroep);
        prop_assert!(zonder.vsv || !met.vsv);
        prop_assert_eq!(met.vsv, met.doelgroep && v.dagen_afwezig >= v.periode_dagen);
    }

    /// Een volgend contact ligt altijd voor de verjaardag waarop de doelgroep eindigt.
    #[test]
    fn contact_is_er_alleen_zolang_iemand_bij_de_doelgroep_hoort(v in vraag()) {
        let grens = if v.peildatum.year() < 2026 { 23 } else { 27 };
        let einde = jaren_bereikt_op(v.geboortedatum, grens);
        prop_assert!(antwoord(&v).eerstvolgend_contact.is_none_or(|d| d < einde));
    }
}
