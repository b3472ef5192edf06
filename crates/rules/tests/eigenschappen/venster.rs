use crate::gemeen::{dag, instelling, later};
use crate::voorstel_verandert_niets;
use jiff::civil::Date;
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use rules::venster::{Antwoord, EerdereMelding, Les, Lesstatus, REGEL, Vraag, venster};
use rules::{Kalender, Oordeel, Periode, Recht, werkdag_na};

/// Acht weken, dag 0 is een maandag.
const DAGEN: i64 = 56;

/// Een klein geval: alles in dagen na een maandag.
#[derive(Debug, Clone)]
struct Geval {
    maandag: Date,
    vakantie: Option<(i64, i64)>,
    vrij: Vec<i64>,
    lessen: Vec<(i64, u8, i64, Lesstatus, i64)>,
    eerder: Vec<(bool, Option<i64>)>,
    lesuur_minuten: i64,
    heel_lesuur: bool,
    tot: Option<i64>,
}

/// Eén les: dag, lesuur, minuten en status; ongeoorloofd komt het meest voor.
fn les() -> impl Strategy<Value = (i64, u8, i64, Lesstatus, i64)> {
    (0..DAGEN, 1_u8..4, 20_i64..240, 0_usize..12, 0_i64..60).prop_map(|(dag, uur, minuten, s, te_laat)| {
        (dag, uur, minuten, Lesstatus::ALLE.get(s).copied().unwrap_or(Lesstatus::Ongeoorloofd), te_laat)
    })
}

/// Een tijd achter elkaar weg: eerste dag, aantal dagen, minuten per dag, en welke dag een andere status heeft.
fn weg() -> impl Strategy<Value = (i64, i64, i64, i64, usize)> {
    (0..DAGEN, 0_i64..25, 60_i64..300, 0_i64..40, 0_usize..7)
}

fn geval() -> impl Strategy<Value = Geval> {
    let eerder = vec((any::<bool>(), of(-7_i64..40)), 0..3);
    let kalender = (dag(), of((0..DAGEN, 0_i64..17)), vec(0..DAGEN, 0..3));
    let school = (0_usize..3, any::<bool>(), of(0_i64..66));
    (kalender, vec(les(), 0..9), weg(), eerder, school).prop_map(
        |((dag, vakantie, vrij), mut lessen, (begin, aantal, minuten, anders, status), eerder, school)| {
            for n in begin..(begin + aantal).min(DAGEN) {
                if n % 7 < 5 {
                    let s = if n - begin == anders { Lesstatus::ALLE[status] } else { Lesstatus::Ongeoorloofd };
                    lessen.push((n, 4, minuten, s, minuten / 3));
                }
            }
            let mut gezien = [false; 256];
            lessen.retain(|l| {
                let plek = usize::try_from(l.0 * 4).unwrap_or(0) + usize::from(l.1) - 1;
                !std::mem::replace(&mut gezien[plek], true)
            });
            Geval {
                maandag: later(dag, -i64::from(dag.weekday().to_monday_zero_offset())),
                vakantie,
                vrij,
                lessen,
                // Een melding van zestien uur heeft altijd een einde (CR-33): vaak vlak voor het wegblijven.
                eerder: eerder.into_iter().map(|(l, e)| (l, e.or((!l).then_some(begin - 1)))).collect(),
                lesuur_minuten: [30, 45, 60][school.0],
                heel_lesuur: school.1,
                tot: school.2,
            }
        },
    )
}

impl Geval {
    fn op(&self, n: i64) -> Date {
        later(self.maandag, n)
    }
    fn lessen(&self) -> Vec<Les> {
        self.lessen
            .iter()
            .map(|(n, lesuur, minuten, status, te_laat)| Les {
                datum: self.op(*n),
                lesuur: *lesuur,
                minuten: *minuten,
                status: *status,
                minuten_te_laat: *te_laat,
            })
            .collect()
    }
    fn oordeel(&self, recht: Recht) -> Oordeel<Antwoord> {
        let vakantie = self.vakantie.map(|(b, n)| Periode { begin: self.op(b), einde: self.op(b + n) });
        let kalender = Kalender::eigen(self.vrij.iter().map(|n| self.op(*n)).collect(), vakantie.into_iter().collect());
        let eerdere: Vec<EerdereMelding> = self
            .eerder
            .iter()
            .map(|(langdurig, e)| EerdereMelding { langdurig: *langdurig, einde: e.map(|n| self.op(n)) })
            .collect();
        let v = Vraag {
            kalender: &kalender,
            lessen: &self.lessen(),
            lesuur_minuten: self.lesuur_minuten,
            te_laat_heel_lesuur: self.heel_lesuur,
            eerdere_meldingen: &eerdere,
            tot: self.tot.map(|n| self.op(n)),
        };
        venster(&v, recht)
    }
    fn kijk(&self) -> Antwoord {
        self.oordeel(Recht::op(self.maandag)).uitkomst
    }
    /// Dezelfde school zonder eerdere meldingen, met een vaste laatste dag.
    fn eerste_keer(&self) -> Self {
        let tot = self.tot.or(self.lessen.iter().map(|l| l.0).max());
        Self { eerder: Vec::new(), tot, ..self.clone() }
    }
    fn in_vakantie(&self, n: i64) -> bool {
        self.vakantie.is_some_and(|(b, lengte)| b <= n && n <= b + lengte)
    }
    fn schooldag(&self, n: i64) -> bool {
        n.rem_euclid(7) < 5 && !self.in_vakantie(n) && !self.vrij.contains(&n)
    }
    fn lesweek(&self, week: i64) -> bool {
        (0..5).any(|i| self.schooldag(7 * week + i))
    }
    /// CR-07: 7 × het aantal lesweken ertussen, plus het verschil in weekdag.
    fn afstand(&self, van: i64, tot: i64) -> i64 {
        let weken = (van.div_euclid(7)..tot.div_euclid(7)).filter(|w| self.lesweek(*w)).count();
        7 * i64::try_from(weken).unwrap_or(0) + tot.rem_euclid(7) - van.rem_euclid(7)
    }
    fn zeker(&self, l: &(i64, u8, i64, Lesstatus, i64)) -> i64 {
        match l.3 {
            Lesstatus::Ongeoorloofd => l.2,
            Lesstatus::TeLaat if self.heel_lesuur => l.2,
            Lesstatus::TeLaat => l.4,
            _ => 0,
        }
    }
}

/// Een melding in dagen: begin, einde, bereikt op, zekere en mogelijke minuten, en de lessen.
type InDagen = (i64, i64, i64, i64, i64, Vec<(i64, u8)>);

/// Wat er uit de woorden volgt: de meldingen en de cijfers.
#[derive(Debug, Default, PartialEq)]
struct Woorden {
    meldingen: Vec<InDagen>,
    zeker: i64,
    mogelijk: i64,
    lessen: Vec<(i64, u8)>,
    te_laat: i64,
}

/// CR-30…CR-36 dag voor dag, zonder slimmigheid.
fn naar_de_letter(g: &Geval) -> Woorden {
    let open = g.eerder.iter().any(|m| m.0 && m.1.is_none());
    let Some(tot) = g.tot.or(g.lessen.iter().map(|l| l.0).max()) else { return Woorden::default() };
    if open {
        return Woorden::default();
    }
    // CR-31: wat overblijft.
    let mut lessen: Vec<_> = g
        .lessen
        .iter()
        .filter(|l| l.0 <= tot && !g.in_vakantie(l.0) && !g.vrij.contains(&l.0) && g.lesweek(l.0.div_euclid(7)))
        .copied()
        .collect();
    lessen.sort_by_key(|l| (l.0, l.1));
    let te_laat = lessen.iter().filter(|l| l.3 == Lesstatus::TeLaat).count();
    let mogelijk = |l: &(i64, u8, i64, Lesstatus, i64)| match l.3 {
        Lesstatus::Onbekend | Lesstatus::Betwist => l.2,
        _ => g.zeker(l),
    };
    // CR-33, CR-34: de laatste melding; bij gelijk einde die van zestien uur.
    let mut herstart = g.eerder.iter().filter_map(|m| m.1).max();
    let mut pauze = herstart.filter(|h| g.eerder.contains(&(false, Some(*h))));
    let venster_op = |e: i64, herstart: Option<i64>| -> Vec<(i64, u8, i64, Lesstatus, i64)> {
        lessen
            .iter()
            .filter(|l| l.0 <= e && herstart.is_none_or(|h| l.0 > h) && g.afstand(l.0, e) <= 27)
            .copied()
            .collect()
    };
    let som = |raam: &[(i64, u8, i64, Lesstatus, i64)]| raam.iter().map(|l| g.zeker(l)).sum::<i64>();
    let som_mogelijk = |raam: &[(i64, u8, i64, Lesstatus, i64)]| raam.iter().map(mogelijk).sum::<i64>();
    let geteld = |raam: &[(i64, u8, i64, Lesstatus, i64)]| {
        raam.iter().filter(|l| g.zeker(l) > 0).map(|l| (l.0, l.1)).collect::<Vec<_>>()
    };
    let weg = |s| matches!(s, Lesstatus::Ongeoorloofd | Lesstatus::Onbekend | Lesstatus::Betwist);
    let mut w = Woorden { te_laat: i64::try_from(te_laat).unwrap_or(0), ..Woorden::default() };
    let mut bereikt: Option<i64> = None;
    for dag in 0..=tot {
        if !g.schooldag(dag) && !lessen.iter().any(|l| l.0 == dag) {
            continue;
        }
        let laatste = lessen.iter().filter(|l| l.0 <= dag && g.zeker(l) > 0).map(|l| l.0).max();
        let Some(e) = laatste.filter(|e| herstart.is_none_or(|h| *e > h)) else { continue };
        let raam = venster_op(e, herstart);
        if som(&raam) < 16 * g.lesuur_minuten {
            continue;
        }
        bereikt = bereikt.or(Some(e));
        let aaneen = |na: i64| {
            (na + 1..=dag).filter(|d| g.schooldag(*d)).all(|d| {
                let mut die = lessen.iter().filter(|l| l.0 == d).peekable();
                die.peek().is_some() && die.all(|l| weg(l.3))
            })
        };
        if pauze.is_some_and(|p| dag < p + 7 && aaneen(p)) {
            continue;
        }
        let lijst = geteld(&raam);
        let begin = lijst.first().map_or(e, |l| l.0);
        w.meldingen.push((begin, e, bereikt.unwrap_or(e), som(&raam), som_mogelijk(&raam), lijst));
        (herstart, pauze, bereikt) = (Some(e), Some(e), None);
    }
    if let Some((_, _, _, zeker, mogelijk, lijst)) = w.meldingen.first().cloned() {
        return Woorden { zeker, mogelijk, lessen: lijst, ..w };
    }
    // CR-32: het grootste venster dat nog niet gemeld is; van gelijke het laatste.
    let ramen: Vec<_> = (0..=tot)
        .filter(|d| lessen.iter().any(|l| l.0 == *d) && herstart.is_none_or(|h| *d > h))
        .map(|d| venster_op(d, herstart))
        .collect();
    let zeker = ramen.iter().map(|r| som(r)).max().unwrap_or(0);
    let mogelijk = ramen.iter().map(|r| som_mogelijk(r)).max().unwrap_or(0);
    let lessen = ramen.iter().rev().find(|r| som(r) == zeker).map(|r| geteld(r)).unwrap_or_default();
    Woorden { zeker, mogelijk, lessen, ..w }
}

fn in_dagen(g: &Geval, a: &Antwoord) -> Woorden {
    let n = |d: Date| g.maandag.until(d).map_or(-1, |s| i64::from(s.get_days()));
    let lijst = |l: &[(Date, u8)]| l.iter().map(|(d, u)| (n(*d), *u)).collect::<Vec<_>>();
    Woorden {
        meldingen: a
            .meldingen
            .iter()
            .map(|m| (n(m.begin), n(m.einde), n(m.bereikt_op), m.minuten, m.minuten_mogelijk, lijst(&m.lessen)))
            .collect(),
        zeker: a.minuten_zeker,
        mogelijk: a.minuten_mogelijk,
        lessen: lijst(&a.lessen),
        te_laat: a.keren_te_laat,
    }
}

/// De willekeurige gevallen gaan ook ergens over: alle kanten van de telling komen voor.
#[test]
fn de_gevallen_raken_elke_kant_van_de_telling() {
    let mut loper = TestRunner::deterministic();
    let antwoorden: Vec<(Geval, Antwoord)> = (0..2_000)
        .filter_map(|_| geval().new_tree(&mut loper).ok())
        .map(|boom| boom.current())
        .map(|g| (g.clone(), g.kijk()))
        .collect();
    let keer = |wat: &dyn Fn(&Geval, &Antwoord) -> bool| antwoorden.iter().filter(|(g, a)| wat(g, a)).count();
    let geen = keer(&|_, a| a.meldingen.is_empty() && a.minuten_zeker > 0);
    let een = keer(&|_, a| a.meldingen.len() == 1);
    let meer = keer(&|_, a| a.meldingen.len() > 1);
    // Vastgehouden: bereikt en pas later verplicht, of bereikt en nog niet verplicht.
    let later = keer(&|_, a| a.meldingen.iter().any(|m| m.bereikt_op < m.einde));
    let vast = keer(&|g, a| a.meldingen.is_empty() && a.minuten_zeker >= 16 * g.lesuur_minuten);
    let band = keer(&|_, a| a.minuten_zeker < a.minuten_mogelijk);
    let aantallen = [geen, een, meer, later, vast, band];
    assert!(aantallen.iter().all(|n| *n >= 10), "{aantallen:?}");
}

proptest! {
    #![proptest_config(instelling())]

    /// De telling is die van iemand die elke dag opnieuw vier lesweken terugtelt met het protocol ernaast.
    #[test]
    fn de_telling_is_die_van_een_mens_met_het_protocol_ernaast(g in geval()) {
        prop_assert_eq!(in_dagen(&g, &g.kijk()), naar_de_letter(&g));
    }

    /// Meer verzuim neemt nooit een meldplicht weg en stelt haar nooit uit.
    #[test]
    fn meer_verzuim_neemt_nooit_een_melding_weg(g in geval(), extra in les()) {
        let voor = g.eerste_keer();
        let mut na = voor.clone();
        na.lessen.retain(|l| (l.0, l.1) != (extra.0, extra.1));
        let zonder = na.clone();
        na.lessen.push((extra.0, extra.1, extra.2, Lesstatus::Ongeoorloofd, 0));
        let (a, b) = (zonder.kijk(), na.kijk());
        prop_assert!(a.meldingen.is_empty() || !b.meldingen.is_empty());
        if let Some((a, b)) = a.meldingen.first().zip(b.meldingen.first()) {
            prop_assert!(b.bereikt_op <= a.bereikt_op);
        }
        prop_assert!(!a.meldingen.is_empty() || !b.meldingen.is_empty() || a.minuten_zeker <= b.minuten_zeker);
    }

    /// Verlof verlenen, ziekte of een opgehelderde les schept nooit een eerste melding.
    #[test]
    fn verlof_schept_nooit_een_melding(g in geval(), welke in 0_usize..30, s in 0_usize..3) {
        let voor = g.eerste_keer();
        let mut na = voor.clone();
        let Some(les) = na.lessen.get_mut(welke) else { return Ok(()) };
        les.3 = [Lesstatus::Geoorloofd, Lesstatus::Ziek, Lesstatus::Aanwezig][s];
        let (a, b) = (voor.kijk(), na.kijk());
        prop_assert!(b.meldingen.is_empty() || !a.meldingen.is_empty());
        prop_assert!(b.meldingen.first().is_none_or(|b| a.meldingen.first().is_some_and(|a| a.bereikt_op <= b.bereikt_op)));
    }

    /// Wat onbekend of betwist is, haalt de drempel nooit: het telt alleen in wat mogelijk is.
    #[test]
    fn onbekend_en_betwist_halen_de_drempel_nooit(g in geval()) {
        let voor = g.eerste_keer();
        let mut zonder = voor.clone();
        for l in &mut zonder.lessen {
            if matches!(l.3, Lesstatus::Onbekend | Lesstatus::Betwist) {
                l.3 = Lesstatus::Geoorloofd;
            }
        }
        let (a, b) = (voor.kijk(), zonder.kijk());
        prop_assert_eq!(a.meldingen.is_empty(), b.meldingen.is_empty());
        prop_assert_eq!((a.minuten_zeker, &a.lessen), (b.minuten_zeker, &b.lessen));
        prop_assert!(a.minuten_zeker <= a.minuten_mogelijk && b.minuten_mogelijk == b.minuten_zeker);
    }

    /// Wie alleen ziek is, verlof heeft of in de les zat, staat nooit in een melding.
    #[test]
    fn ziekte_en_verlof_worden_nooit_een_melding(g in geval(), s in 0_usize..3) {
        let mut ziek = g;
        for l in &mut ziek.lessen {
            l.3 = [Lesstatus::Ziek, Lesstatus::Geoorloofd, Lesstatus::Aanwezig][s];
        }
        let a = ziek.kijk();
        prop_assert_eq!((a.meldingen.len(), a.minuten_zeker, a.minuten_mogelijk, a.keren_te_laat), (0, 0, 0, 0));
    }

    /// De volgorde waarin een school haar lessen aanlevert, doet er niet toe.
    #[test]
    fn de_volgorde_van_de_lessen_doet_er_niet_toe(g in geval(), draai in 0_usize..20) {
        let mut anders = g.clone();
        anders.lessen.reverse();
        let n = anders.lessen.len();
        anders.lessen.rotate_left(if draai < n { draai } else { 0 });
        prop_assert_eq!(anders.kijk(), g.kijk());
    }

    /// Een les in een vakantie of op een vrije dag verandert niets.
    #[test]
    fn een_les_in_een_vakantie_verandert_niets(g in geval(), begin in 0..DAGEN, lengte in 0_i64..17, l in les()) {
        let tot = g.tot.or(Some(DAGEN));
        let mut voor = Geval { vakantie: Some((begin, lengte)), tot, ..g };
        voor.lessen.retain(|l| l.0 < begin || begin + lengte < l.0);
        let mut na = voor.clone();
        na.lessen.push((begin + l.0 % (lengte + 1), l.1, l.2, l.3, l.4));
        // Zonder lessen is er niets te tellen, met alleen lessen in de vakantie ook niet.
        prop_assert_eq!(na.kijk(), voor.kijk());
    }

    /// Een melding telt ten minste zestien uur in vier lesweken, en moet binnen een tot zeven dagen de deur uit.
    #[test]
    fn een_melding_telt_ten_minste_zestien_uur(g in geval()) {
        let a = g.kijk();
        for m in &a.meldingen {
            prop_assert!(m.minuten >= 16 * g.lesuur_minuten && m.minuten <= m.minuten_mogelijk);
            prop_assert!(m.begin <= m.bereikt_op && m.bereikt_op <= m.einde);
            prop_assert!(later(m.einde, 1) <= m.uiterlijk && m.uiterlijk <= later(m.einde, 7));
            prop_assert!(m.uiterlijk <= werkdag_na(m.einde, 5));
            prop_assert_eq!(m.lessen.first().map(|l| l.0), Some(m.begin));
            prop_assert_eq!(m.lessen.last().map(|l| l.0), Some(m.einde));
        }
    }

    /// Een les wordt hoogstens een keer gemeld, en meldingen volgen elkaar op.
    #[test]
    fn een_les_wordt_nooit_twee_keer_gemeld(g in geval()) {
        let a = g.kijk();
        prop_assert!(a.meldingen.windows(2).all(|p| p[0].einde < p[1].begin));
        let eerder = g.eerder.iter().filter_map(|m| m.1).max().map(|n| g.op(n));
        prop_assert!(a.meldingen.iter().all(|m| eerder.is_none_or(|e| e < m.begin)));
    }

    /// Zolang een melding van langdurig verzuim openstaat, komt er geen melding van zestien uur bij.
    #[test]
    fn een_open_langdurige_melding_neemt_alles_op(g in geval()) {
        let mut open = g;
        open.eerder.push((true, None));
        prop_assert_eq!(in_dagen(&open, &open.kijk()), Woorden::default());
    }

    /// Een wetsvoorstel dat nog geen wet is, verandert de telling niet.
    #[test]
    fn een_wetsvoorstel_verandert_de_telling_niet(g in geval()) {
        voorstel_verandert_niets!(REGEL, g.maandag, |recht| g.oordeel(recht));
    }
}
