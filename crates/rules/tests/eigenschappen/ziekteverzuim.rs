use crate::gemeen::{dag, dagen, instelling, later};
use crate::voorstel_verandert_niets;
use jiff::civil::Date;
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use rules::ziekteverzuim::{REGEL, Reden, Vraag, Ziekmelding, ziekteverzuim};
use rules::{Kalender, Periode, Recht};

#[derive(Debug, Clone)]
struct Geval {
    peil: Date,
    vakantie: (i64, i64),
    vrij: i64,
    ziek: Vec<(i64, Option<i64>)>,
    zorgen: bool,
}

/// Een ziekmelding: zoveel dagen voor de peildatum, met haar lengte.
fn melding() -> impl Strategy<Value = (i64, Option<i64>)> {
    (-5_i64..110, of(0_i64..14))
}

fn geval() -> impl Strategy<Value = Geval> {
    (dag(), (0_i64..100, 0_i64..16), 0_i64..90, vec(melding(), 0..6), any::<bool>())
        .prop_map(|(peil, vakantie, vrij, ziek, zorgen)| Geval { peil, vakantie, vrij, ziek, zorgen })
}

impl Geval {
    fn kalender(&self) -> Kalender {
        let begin = later(self.peil, -self.vakantie.0);
        let vakantie = Periode { begin, einde: later(begin, self.vakantie.1) };
        Kalender::eigen(vec![later(self.peil, -self.vrij)], vec![vakantie])
    }
    fn meldingen(&self) -> Vec<Ziekmelding> {
        let melding = |m: &(i64, Option<i64>)| {
            let begin = later(self.peil, -m.0);
            Ziekmelding { begin, einde: m.1.map(|n| later(begin, n)) }
        };
        self.ziek.iter().map(melding).collect()
    }
    fn redenen(&self) -> Vec<Reden> {
        self.oordeel(Recht::op(self.peil)).uitkomst.redenen
    }
    fn oordeel(&self, recht: Recht) -> rules::Oordeel<rules::ziekteverzuim::Antwoord> {
        let (kalender, ziekmeldingen) = (self.kalender(), self.meldingen());
        let v = Vraag { kalender: &kalender, ziekmeldingen: &ziekmeldingen, peildatum: self.peil, zorgen: self.zorgen };
        ziekteverzuim(&v, recht)
    }
}

/// CR-80 met de hand: meldingen die elkaar raken of waar geen schooldag tussen ligt, worden één, tot er niets meer samengaat.
fn naar_de_letter(g: &Geval) -> Vec<Reden> {
    let k = g.kalender();
    let eerste = later(g.peil, -83);
    let mut blokken: Vec<(Date, Date)> = g
        .meldingen()
        .iter()
        .filter(|m| m.begin <= g.peil)
        .map(|m| (m.begin, m.einde.unwrap_or(g.peil).min(g.peil)))
        .collect();
    let keren = blokken.iter().filter(|b| eerste <= b.0).count();
    let samen = |a: &(Date, Date), b: &(Date, Date)| {
        let (a, b) = if a <= b { (a, b) } else { (b, a) };
        b.0 <= a.1 || !dagen(later(a.1, 1), later(b.0, -1)).any(|d| k.is_schooldag(d))
    };
    let paar = |l: &[(Date, Date)]| {
        (0..l.len()).flat_map(|i| (i + 1..l.len()).map(move |j| (i, j))).find(|(i, j)| samen(&l[*i], &l[*j]))
    };
    while let Some((i, j)) = paar(&blokken) {
        let b = blokken.remove(j);
        blokken[i] = (blokken[i].0.min(b.0), blokken[i].1.max(b.1));
    }
    let lang = blokken.iter().any(|b| eerste <= b.1 && dagen(b.0, b.1).filter(|d| k.is_schooldag(*d)).count() >= 7);
    [(Reden::VierKeer, keren >= 4), (Reden::ZevenSchooldagen, lang), (Reden::Zorgen, g.zorgen)]
        .into_iter()
        .filter(|r| r.1)
        .map(|r| r.0)
        .collect()
}

proptest! {
    #![proptest_config(instelling())]

    /// Het signaal is dat van iemand die de ziekmeldingen op de kalender zet en telt.
    #[test]
    fn het_signaal_is_dat_van_een_mens_met_een_kalender(g in geval()) {
        prop_assert_eq!(g.redenen(), naar_de_letter(&g));
    }

    /// Vaker ziek zijn neemt nooit een signaal weg.
    #[test]
    fn vaker_ziek_neemt_nooit_een_signaal_weg(g in geval(), m in melding()) {
        let mut meer = g.clone();
        meer.ziek.push(m);
        let na = meer.redenen();
        prop_assert!(g.redenen().iter().all(|r| na.contains(r)));
    }

    /// Een ziekmelding van na de dag waarop wordt gekeken, telt niet mee.
    #[test]
    fn wat_nog_moet_komen_telt_niet(g in geval(), over in 1_i64..60, duur in of(0_i64..30)) {
        let mut meer = g.clone();
        meer.ziek.push((-over, duur));
        prop_assert_eq!(meer.redenen(), g.redenen());
    }

    /// De volgorde waarin de school ziekmeldingen opschrijft, doet er niet toe.
    #[test]
    fn de_volgorde_van_ziekmeldingen_doet_er_niet_toe(g in geval(), draai in 0_usize..6) {
        let mut anders = g.clone();
        anders.ziek.reverse();
        let n = anders.ziek.len();
        anders.ziek.rotate_left(if draai < n { draai } else { 0 });
        prop_assert_eq!(anders.redenen(), g.redenen());
    }

    /// Zonder ziekmeldingen is er alleen een signaal als de school zorgen heeft.
    #[test]
    fn zonder_ziekte_zijn_zorgen_het_enige_signaal(g in geval()) {
        let gezond = Geval { ziek: Vec::new(), ..g.clone() };
        prop_assert_eq!(gezond.redenen(), if g.zorgen { vec![Reden::Zorgen] } else { Vec::new() });
        prop_assert_eq!(g.redenen().contains(&Reden::Zorgen), g.zorgen);
    }

    /// Een wetsvoorstel dat nog geen wet is, verandert het signaal niet.
    #[test]
    fn een_wetsvoorstel_verandert_het_signaal_niet(g in geval()) {
        voorstel_verandert_niets!(REGEL, g.peil, |recht| g.oordeel(recht));
    }
}
