use crate::gemeen::{dag, dagen, instelling, later};
use crate::voorstel_verandert_niets;
use jiff::civil::{Date, date};
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use rules::langdurig::{Antwoord, Onderbreking, REGEL, Uitkomst, Vraag, langdurig};
use rules::{Kalender, Periode, Recht, leeftijd};

/// Een geval met zijn eigen kalender: alles als dagen na de eerste verzuimdag.
#[derive(Debug, Clone)]
struct Geval {
    eerste: Date,
    oud: i64,
    startkwalificatie: bool,
    vakanties: Vec<(i64, i64)>,
    vrij: Vec<i64>,
    onderbrekingen: Vec<(i64, bool)>,
    gemeld: Option<i64>,
    peil: i64,
    rmc: i64,
}

fn geval() -> impl Strategy<Value = Geval> {
    let kalender = (vec((-5_i64..60, 0_i64..16), 0..3), vec(-3_i64..60, 0..3));
    let wie = (dag(), 5_900_i64..10_200, any::<bool>(), 1_i64..=28);
    (wie, kalender, vec((-2_i64..70, any::<bool>()), 0..3), of(-5_i64..70), -3_i64..75).prop_map(
        |((eerste, oud, startkwalificatie, rmc), (vakanties, vrij), onderbrekingen, gemeld, peil)| Geval {
            eerste,
            oud,
            startkwalificatie,
            vakanties,
            vrij,
            onderbrekingen,
            gemeld,
            peil,
            rmc,
        },
    )
}

impl Geval {
    fn op(&self, n: i64) -> Date {
        later(self.eerste, n)
    }
    fn kalender(&self) -> Kalender {
        let vakanties =
            self.vakanties.iter().map(|(b, n)| Periode { begin: self.op(*b), einde: self.op(b + n) }).collect();
        Kalender::eigen(self.vrij.iter().map(|n| self.op(*n)).collect(), vakanties)
    }
    fn oordeel(&self, recht: impl Fn(Date) -> Recht) -> rules::Oordeel<Antwoord> {
        let onderbrekingen: Vec<Onderbreking> = self
            .onderbrekingen
            .iter()
            .map(|(n, aanwezig)| Onderbreking { datum: self.op(*n), aanwezig: *aanwezig })
            .collect();
        let v = Vraag {
            kalender: &self.kalender(),
            geboortedatum: later(self.eerste, -self.oud),
            startkwalificatie: self.startkwalificatie,
            eerste_verzuimdag: self.eerste,
            onderbrekingen: &onderbrekingen,
            laatste_melding_einde: self.gemeld.map(|n| self.op(n)),
            peildatum: self.op(self.peil),
            rmc_periode_dagen: self.rmc,
        };
        langdurig(&v, recht(v.peildatum))
    }
    fn kijk(&self) -> Antwoord {
        self.oordeel(Recht::op).uitkomst
    }
}

/// CR-40…CR-44 dag voor dag, zonder rekenkunst: een dag telt als zijn week een schooldag heeft.
fn naar_de_letter(g: &Geval) -> Antwoord {
    let k = g.kalender();
    let peil = g.op(g.peil);
    let geboren = later(g.eerste, -g.oud);
    let schooldag_vanaf = |d: Date| (0..300).map(|i| later(d, i)).find(|d| k.is_schooldag(*d));
    let lesweek = |d: Date| {
        let maandag = later(d, -i64::from(d.weekday().to_monday_zero_offset()));
        (0..5).any(|i| k.is_schooldag(later(maandag, i)))
    };
    let nodig = |begin: Date| if leeftijd(geboren, begin) >= 18 { g.rmc } else { 28 };
    // Elke episode: eerste dag, getelde dagen, en of er een les was die haar beëindigde.
    let mut episodes: Vec<(Date, Date, Vec<Date>, bool)> = Vec::new();
    let mut begin = schooldag_vanaf(g.eerste);
    for d in dagen(g.eerste, peil) {
        let hier = g.onderbrekingen.iter().filter(|(n, _)| g.op(*n) == d).map(|o| o.1).collect::<Vec<_>>();
        if !hier.is_empty() {
            let (Some(b), tot) = (begin, later(d, -1)) else { break };
            let geteld = dagen(b, tot).filter(|d| lesweek(*d)).collect();
            episodes.push((b, tot, geteld, hier.contains(&true)));
            begin = schooldag_vanaf(later(d, 1));
        }
    }
    if let Some(b) = begin {
        episodes.push((b, peil, dagen(b, peil).filter(|d| lesweek(*d)).collect(), false));
    }
    let lengte = |n: &Vec<Date>| i64::try_from(n.len()).unwrap_or(0);
    let vol = |e: &&(Date, Date, Vec<Date>, bool)| lengte(&e.2) >= nodig(e.0);
    let leeg = Antwoord {
        uitkomst: Uitkomst::NogNiet,
        geteld_dagen: 0,
        bereikt_op: None,
        begin_melding: None,
        einddatum_toegestaan: false,
    };
    let Some(e) = episodes.iter().rev().find(vol) else {
        return episodes.last().map_or(leeg, |e| Antwoord { geteld_dagen: lengte(&e.2), ..leeg });
    };
    let bereikt_op = e.2.get(usize::try_from(nodig(e.0) - 1).unwrap_or(0)).copied();
    let vol = Antwoord { geteld_dagen: lengte(&e.2), bereikt_op, ..leeg };
    let oud = leeftijd(geboren, e.0);
    let grens = if peil < date(2026, 1, 1) { 23 } else { 27 };
    if oud < 18 {
        let na = g.gemeld.map(|n| g.op(n + 1)).filter(|d| e.0 <= *d && *d <= e.1);
        Antwoord { uitkomst: Uitkomst::Langdurig, begin_melding: na, einddatum_toegestaan: e.3, ..vol }
    } else if g.startkwalificatie || oud >= grens {
        Antwoord { uitkomst: Uitkomst::Geen, ..vol }
    } else {
        Antwoord { uitkomst: Uitkomst::Rmc, begin_melding: Some(e.0), einddatum_toegestaan: e.3, ..vol }
    }
}

proptest! {
    #![proptest_config(instelling())]

    /// De telling is die van iemand die de dagen op de kalender een voor een aanwijst.
    #[test]
    fn de_telling_is_die_van_een_mens_met_een_kalender(g in geval()) {
        prop_assert_eq!(g.kijk(), naar_de_letter(&g));
    }

    /// Een vakantieweek haalt het einde van de vier weken nooit naar voren.
    #[test]
    fn een_vakantie_maakt_vier_weken_nooit_korter(g in geval(), begin in 0_i64..50, dagen in 0_i64..16) {
        let voor = Geval { onderbrekingen: Vec::new(), rmc: 28, ..g };
        let na = Geval { vakanties: [voor.vakanties.clone(), vec![(begin, dagen)]].concat(), ..voor.clone() };
        let (a, b) = (voor.kijk(), na.kijk());
        prop_assert!(b.geteld_dagen <= a.geteld_dagen);
        prop_assert!(b.bereikt_op.is_none_or(|b| a.bereikt_op.is_some_and(|a| a <= b)));
    }

    /// Wie tussendoor een keer op school was, is daardoor nooit eerder vier weken weg.
    #[test]
    fn terugkomen_maakt_vier_weken_nooit_korter(g in geval(), dag in 0_i64..70, aanwezig in any::<bool>()) {
        let voor = Geval { onderbrekingen: Vec::new(), rmc: 28, ..g };
        let na = Geval { onderbrekingen: vec![(dag, aanwezig)], ..voor.clone() };
        let (a, b) = (voor.kijk(), na.kijk());
        prop_assert!(b.bereikt_op.is_none_or(|b| a.bereikt_op.is_some_and(|a| a <= b)));
    }

    /// Onder de 18 is er geen melding aan het Doorstroompunt, vanaf 18 geen melding van langdurig verzuim.
    #[test]
    fn de_leeftijd_op_de_eerste_dag_kiest_de_melding(g in geval(), oud in 5_000_i64..12_000) {
        let g = Geval { oud, ..g };
        let geboren = later(g.eerste, -oud);
        match g.kijk().uitkomst {
            Uitkomst::Langdurig => prop_assert!(leeftijd(geboren, g.eerste) < 18),
            Uitkomst::Rmc => prop_assert!(
                leeftijd(geboren, g.op(g.peil)) >= 18 && leeftijd(geboren, g.eerste) < 27 && !g.startkwalificatie
            ),
            Uitkomst::Geen => prop_assert!(leeftijd(geboren, g.op(g.peil)) >= 18),
            Uitkomst::NogNiet => {}
        }
    }

    /// Een melding krijgt alleen een einddatum als de leerling weer in een les was; verlof is geen terugkeer.
    #[test]
    fn alleen_wie_terug_is_krijgt_een_einddatum(g in geval()) {
        let nooit_terug = Geval { onderbrekingen: g.onderbrekingen.iter().map(|o| (o.0, false)).collect(), ..g.clone() };
        prop_assert!(!nooit_terug.kijk().einddatum_toegestaan);
        let a = g.kijk();
        prop_assert!(!a.einddatum_toegestaan || a.bereikt_op.is_some());
    }

    /// Wat voor de eerste verzuimdag of na de peildatum gebeurde, verandert niets.
    #[test]
    fn een_onderbreking_buiten_het_verzuim_telt_niet(g in geval(), voor in 1_i64..40, na in 1_i64..40) {
        let mut meer = g.clone();
        meer.onderbrekingen.extend([(-voor, true), (g.peil.max(-1) + na, true)]);
        if g.peil >= 0 {
            prop_assert_eq!(meer.kijk(), g.kijk());
        }
    }

    /// Een wetsvoorstel dat nog geen wet is, verandert de telling niet.
    #[test]
    fn een_wetsvoorstel_verandert_de_telling_niet(g in geval()) {
        voorstel_verandert_niets!(REGEL, g.op(g.peil), |recht| g.oordeel(|_| recht));
    }
}
