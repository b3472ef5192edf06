use crate::gemeen::{dag, instelling, later};
use crate::voorstel_verandert_niets;
use proptest::prelude::*;
use rules::kinderbijslag::{Antwoord, REGEL, Uitkomst, Vraag, kinderbijslag};
use rules::{Recht, leeftijd};

fn vraag() -> impl Strategy<Value = Vraag> {
    (dag(), 5_000_i64..7_500, proptest::array::uniform4(any::<bool>())).prop_map(|(peildatum, oud, v)| Vraag {
        geboortedatum: later(peildatum, -oud),
        peildatum,
        verwijtbaar_ouders: v[0],
        samenwerkingsovereenkomst: v[1],
        verzuim_gestopt: v[2],
        lopende_stop: v[3],
    })
}

fn kijk(v: &Vraag) -> Antwoord {
    kinderbijslag(v, Recht::op(v.peildatum)).uitkomst
}

proptest! {
    #![proptest_config(instelling())]

    /// Is het verzuim voorbij terwijl de kinderbijslag stilstaat, dan gaat hervatting voor alles, wat de leeftijd ook is.
    #[test]
    fn hervatting_gaat_voor_alles(v in vraag()) {
        let a = kijk(&v);
        prop_assert_eq!(a.uitkomst == Uitkomst::HervattingMelden, v.lopende_stop && v.verzuim_gestopt);
        prop_assert!(a.uitkomst != Uitkomst::HervattingMelden || a.beletselen.is_empty());
    }

    /// Kinderbijslag kan alleen stoppen voor een jongere van 16 of 17.
    #[test]
    fn stoppen_kan_alleen_bij_zestien_en_zeventien(v in vraag()) {
        let jaren = leeftijd(v.geboortedatum, v.peildatum);
        prop_assert!(kijk(&v).uitkomst != Uitkomst::StopzettingMogelijk || (16..18).contains(&jaren));
    }

    /// Wie de ouders niets verwijt, stopt hun kinderbijslag niet; zonder afspraak met de SVB kan het ook niet.
    #[test]
    fn zonder_verwijt_of_overeenkomst_stopt_er_niets(v in vraag()) {
        for zonder in [Vraag { verwijtbaar_ouders: false, ..v }, Vraag { samenwerkingsovereenkomst: false, ..v }] {
            prop_assert!(kijk(&zonder).uitkomst != Uitkomst::StopzettingMogelijk);
        }
    }

    /// Kinderbijslag die al stilstaat of een verzuim dat voorbij is, wordt niet nog eens gestopt.
    #[test]
    fn wat_stilstaat_of_voorbij_is_stopt_niet_nog_eens(v in vraag()) {
        prop_assert!(kijk(&v).uitkomst != Uitkomst::StopzettingMogelijk || !(v.lopende_stop || v.verzuim_gestopt));
    }

    /// Elk beletsel wordt genoemd, in vaste volgorde, en zonder beletsel kan het.
    #[test]
    fn elk_beletsel_wordt_genoemd(v in vraag()) {
        let jaren = leeftijd(v.geboortedatum, v.peildatum);
        let verwacht: Vec<&str> = [
            ("leeftijd", jaren != 16 && jaren != 17),
            ("niet_verwijtbaar_ouders", !v.verwijtbaar_ouders),
            ("geen_samenwerkingsovereenkomst", !v.samenwerkingsovereenkomst),
            ("verzuim_gestopt", v.verzuim_gestopt),
            ("loopt_al", v.lopende_stop),
        ]
        .into_iter()
        .filter(|b| b.1 && !(v.lopende_stop && v.verzuim_gestopt))
        .map(|b| b.0)
        .collect();
        let a = kijk(&v);
        prop_assert_eq!(a.uitkomst == Uitkomst::NietMogelijk, !verwacht.is_empty());
        prop_assert_eq!(a.beletselen, verwacht);
    }

    /// Een wetsvoorstel dat nog geen wet is, stopt geen kinderbijslag.
    #[test]
    fn een_wetsvoorstel_stopt_geen_kinderbijslag(v in vraag()) {
        voorstel_verandert_niets!(REGEL, v.peildatum, |recht| kinderbijslag(&v, recht));
    }
}
