use crate::gemeen::{dag, geboren, instelling, later, regio};
use crate::voorstel_verandert_niets;
use jiff::civil::{Date, date};
use proptest::option::of;
use proptest::prelude::*;
use rules::plicht::Plicht::{Doorstroompunt, Geen, Kwalificatieplichtig, Leerplichtig, NogNiet, Vrijgesteld};
use rules::plicht::{Antwoord, Plicht, REGEL, Verantwoordelijk, Vraag, Vrijstelling, plicht};
use rules::vrijstelling::Artikel;
use rules::{Kalender, Recht, jaren_bereikt_op, leeftijd, schooljaar};

fn vrijstelling() -> impl Strategy<Value = Vrijstelling> {
    (0_usize..5, dag(), of(0_i64..2000)).prop_map(|(a, begin, dagen)| Vrijstelling {
        artikel: Artikel::ALLE[a],
        begin,
        einde: dagen.map(|n| later(begin, n)),
    })
}

fn vraag() -> impl Strategy<Value = Vraag> {
    // Een peildatum van vlak voor de leerplicht tot voorbij de doelgroep, en nooit voor de geboorte.
    let wie = (geboren(), 0_i64..10_500);
    let school = (of(0_i16..15), of(dag()), any::<bool>(), any::<bool>());
    let vrij = proptest::collection::vec(vrijstelling(), 0..3);
    (wie, regio(), school, vrij, 0_usize..3).prop_map(
        |((geboortedatum, oud), vakantieregio, (jaren, start, lid_2, zml_mg), v, w)| Vraag {
            geboortedatum,
            peildatum: later(geboortedatum, oud),
            vakantieregio,
            voltooide_schooljaren: jaren,
            startkwalificatie_op: start,
            artikel_4a_lid_2: lid_2,
            zml_mg,
            vrijstellingen: v,
            vervangend: [None, Some("3a"), Some("3b")][w],
        },
    )
}

fn kijk(v: &Vraag) -> Antwoord {
    plicht(v, Recht::op(v.peildatum)).uitkomst
}

/// Geldt er een vrijstelling op een van deze artikelen?
fn vrij(v: &Vraag, artikelen: &[Artikel]) -> bool {
    v.vrijstellingen
        .iter()
        .any(|x| artikelen.contains(&x.artikel) && x.begin <= v.peildatum && x.einde.is_none_or(|e| v.peildatum <= e))
}

/// Artikel 5 onder a, b en c en artikel 5a: vrij van de inschrijving, dus ook in de leerplicht.
const VAN_INSCHRIJVING: &[Artikel] = &[Artikel::A5a, Artikel::A5b, Artikel::A5c, Artikel::A5aTrekkend];

/// De volgorde van CR-15, uit de woorden van het contract; `begin` is de eerste dag van de leerplicht.
fn naar_de_letter(v: &Vraag, begin: Date) -> Plicht {
    let dag = v.peildatum;
    let jaren = leeftijd(v.geboortedatum, dag);
    let einde = einde_leerplicht(v);
    let diploma = v.startkwalificatie_op.is_some_and(|s| s < dag);
    let grens = if dag < date(2026, 1, 1) { 23 } else { 27 };
    if dag < begin {
        NogNiet
    } else if dag <= einde {
        if vrij(v, VAN_INSCHRIJVING) { Vrijgesteld } else { Leerplichtig }
    } else if jaren < 18 {
        if diploma {
            Geen
        } else if v.artikel_4a_lid_2 || v.zml_mg || vrij(v, &Artikel::ALLE) {
            Vrijgesteld
        } else {
            Kwalificatieplichtig
        }
    } else if !diploma && jaren < grens {
        Doorstroompunt
    } else {
        Geen
    }
}

/// CR-11: 31 juli van het schooljaar van 16, of eerder na twaalf volle schooljaren.
fn einde_leerplicht(v: &Vraag) -> Date {
    let zestien = schooljaar(jaren_bereikt_op(v.geboortedatum, 16)).1;
    let Some(n) = v.voltooide_schooljaren else { return zestien };
    // L: de laatste 31 juli die echt voor de peildatum ligt.
    let dit_jaar = date(v.peildatum.year(), 7, 31);
    let laatste = if dit_jaar < v.peildatum { v.peildatum.year() } else { v.peildatum.year() - 1 };
    date(laatste + 12 - n, 7, 31).min(zestien)
}

proptest! {
    #![proptest_config(instelling())]

    /// Vanaf de achttiende verjaardag is niemand leerplichtig of kwalificatieplichtig, en is een vrijstelling niet meer nodig.
    #[test]
    fn vanaf_achttien_is_er_geen_plicht_meer(v in vraag()) {
        if leeftijd(v.geboortedatum, v.peildatum) >= 18 {
            prop_assert!(matches!(kijk(&v).plicht, Doorstroompunt | Geen));
        }
    }

    /// Een kind dat eerder is geboren, is nooit langer leerplichtig en begint er nooit later mee.
    #[test]
    fn eerder_geboren_is_nooit_later_klaar(v in vraag(), dagen in 0_i64..800) {
        let ouder = Vraag { geboortedatum: later(v.geboortedatum, -dagen), ..v.clone() };
        let (a, b) = (kijk(&v), kijk(&ouder));
        prop_assert!(b.leerplicht_einde <= a.leerplicht_einde);
        prop_assert!(a.leerplicht_begin.zip(b.leerplicht_begin).is_none_or(|(a, b)| b <= a));
    }

    /// De kwalificatieplicht sluit zonder gat aan op de leerplicht, en heeft een begin en een einde of geen van beide.
    #[test]
    fn tussen_leerplicht_en_kwalificatieplicht_zit_geen_gat(v in vraag()) {
        let a = kijk(&v);
        prop_assert_eq!(a.kwalificatieplicht_begin.is_some(), a.kwalificatieplicht_einde.is_some());
        if let Some((begin, einde)) = a.kwalificatieplicht_begin.zip(a.kwalificatieplicht_einde) {
            prop_assert_eq!(begin, later(a.leerplicht_einde, 1));
            prop_assert!(begin <= einde && einde < jaren_bereikt_op(v.geboortedatum, 18));
        }
    }

    /// Een vrijstelling schept nooit een plicht: zij maakt vrij, of verandert niets.
    #[test]
    fn een_vrijstelling_schept_nooit_een_plicht(v in vraag()) {
        let zonder = Vraag { vrijstellingen: Vec::new(), ..v.clone() };
        let (met, zonder) = (kijk(&v), kijk(&zonder));
        prop_assert!(met.plicht == zonder.plicht || met.plicht == Vrijgesteld);
        // Zij verschuift ook geen begin of einde (CR-14).
        prop_assert_eq!(met.leerplicht_einde, zonder.leerplicht_einde);
        prop_assert_eq!(met.kwalificatieplicht_einde, zonder.kwalificatieplicht_einde);
    }

    /// Een diploma beëindigt de leerplicht niet; het beëindigt wel de kwalificatieplicht.
    #[test]
    fn een_diploma_beeindigt_de_leerplicht_niet(v in vraag(), op in dag()) {
        let met = Vraag { startkwalificatie_op: Some(op), ..v.clone() };
        let zonder = Vraag { startkwalificatie_op: None, ..v.clone() };
        prop_assert_eq!(kijk(&met).plicht == Leerplichtig, kijk(&zonder).plicht == Leerplichtig);
        prop_assert_eq!(kijk(&met).leerplicht_einde, kijk(&zonder).leerplicht_einde);
        if op < v.peildatum {
            prop_assert!(!matches!(kijk(&met).plicht, Kwalificatieplichtig | Doorstroompunt));
        }
    }

    /// Wie leerplichtig heet, is dat op een dag binnen de leerplicht; wie kwalificatieplichtig heet, binnen de kwalificatieplicht.
    #[test]
    fn een_plicht_geldt_alleen_binnen_haar_periode(v in vraag()) {
        let a = kijk(&v);
        match a.plicht {
            Leerplichtig => prop_assert!(
                a.leerplicht_begin.is_none_or(|b| b <= v.peildatum) && v.peildatum <= a.leerplicht_einde
            ),
            Kwalificatieplichtig => prop_assert!(
                a.kwalificatieplicht_begin.is_some_and(|b| b <= v.peildatum)
                    && a.kwalificatieplicht_einde.is_some_and(|e| v.peildatum <= e)
            ),
            NogNiet => prop_assert!(a.leerplicht_begin.is_none_or(|b| v.peildatum < b)),
            Doorstroompunt => prop_assert!(a.doorstroompunt_tot.is_some_and(|t| v.peildatum < t)),
            Vrijgesteld | Geen => {}
        }
        prop_assert_eq!(a.doorstroompunt_tot.is_some(), a.plicht == Doorstroompunt);
    }

    /// De uitkomst volgt de volgorde van de wet: eerst begin, dan einde, dan 18, met de vrijstellingen die daar gelden.
    #[test]
    fn de_uitkomst_volgt_de_volgorde_van_de_wet(v in vraag()) {
        let a = kijk(&v);
        prop_assert_eq!(a.leerplicht_einde, einde_leerplicht(&v));
        if let Some(begin) = a.leerplicht_begin {
            let vijf = jaren_bereikt_op(v.geboortedatum, 5);
            let maand = later(vijf.last_of_month(), 1);
            let kalender = Kalender::regio(v.vakantieregio);
            let eerste = (0..62).map(|i| later(maand, i)).find(|d| kalender.is_schooldag(*d));
            prop_assert_eq!(Some(begin), eerste);
            prop_assert_eq!(a.plicht, naar_de_letter(&v, begin));
        }
    }

    /// Onder de 12 zijn de ouders verantwoordelijk, tot 18 ook de jongere, daarna alleen de jongere: wat de plicht ook is.
    #[test]
    fn alleen_de_leeftijd_zegt_wie_verantwoordelijk_is(v in vraag()) {
        let verwacht = match leeftijd(v.geboortedatum, v.peildatum) {
            ..12 => Verantwoordelijk::Ouders,
            12..18 => Verantwoordelijk::OudersEnJongere,
            _ => Verantwoordelijk::Jongere,
        };
        prop_assert_eq!(kijk(&v).verantwoordelijk, verwacht);
    }

    /// Vervangende leerplicht verandert hoe de plicht wordt ingevuld, niet of zij er is.
    #[test]
    fn vervangende_leerplicht_neemt_de_plicht_niet_weg(v in vraag()) {
        prop_assert_eq!(kijk(&Vraag { vervangend: Some("3b"), ..v.clone() }), kijk(&Vraag { vervangend: None, ..v }));
    }

    /// Een wetsvoorstel dat nog geen wet is, verandert geen enkele plicht.
    #[test]
    fn een_wetsvoorstel_verandert_geen_plicht(v in vraag()) {
        voorstel_verandert_niets!(REGEL, v.peildatum, |recht| plicht(&v, recht));
    }
}
