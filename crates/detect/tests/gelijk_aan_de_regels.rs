//! The engine gives the answers of the rules `venster` and `langdurig`, for random pupils over a whole school year.
//!
//! `DETECT_LEERLINGEN` sets how many; the normal run takes fewer than the benchmark.
#![expect(clippy::unwrap_used, reason = "een toets mag vallen")]

use detect::{
    Beoordelaar, Opdracht, Rij, School, Schooljaar, Schoolwet, Signaal, Soort, Status, Telling, Vraag, Wet, telling,
};
use jiff::ToSpan;
use jiff::civil::{Date, date};
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;
use rules::langdurig::{Onderbreking, Uitkomst};
use rules::venster::{Les, Lesstatus};
use rules::{Kalender, Recht, Vakantieregio};

const REGIOS: [Vakantieregio; 3] = [Vakantieregio::Noord, Vakantieregio::Midden, Vakantieregio::Zuid];
const LESUREN: [u16; 4] = [60, 50, 45, 30];

fn aantal(gewoon: usize) -> usize {
    std::env::var("DETECT_LEERLINGEN").ok().and_then(|n| n.parse().ok()).unwrap_or(gewoon)
}

/// A year of somebody: calm weeks, bad weeks, long stretches away; also lessons in weekends and vacations.
fn leerling(r: &mut ChaCha8Rng, jaar: Schooljaar) -> Vec<u32> {
    let mut rijen = Vec::new();
    let (mut weg, dicht) = (false, r.random_range(1..30));
    let wissel = r.random_range(5..60);
    let volledig = r.random_bool(0.2);
    let begin = r.random_range(0..300);
    for dag in begin..jaar.dagen.min(begin + r.random_range(20..330)) {
        if r.random_range(0..wissel) == 0 {
            weg = !weg;
        }
        let weekend = matches!(jaar.datum(dag).weekday().to_monday_zero_offset(), 5 | 6);
        if weekend && !r.random_bool(0.05) {
            continue;
        }
        for uur in 1..=r.random_range(1..=7) {
            let status = match r.random_range(0..100) {
                0..3 if weg => Status::IN_BESTAND[r.random_range(0..7)],
                _ if weg => [Status::Ongeoorloofd, Status::Ongeoorloofd, Status::Onbekend, Status::Betwist]
                    [r.random_range(0..4)],
                k if k < dicht => Status::IN_BESTAND[r.random_range(0..7)],
                _ if volledig => Status::Aanwezig,
                _ => continue,
            };
            let minuten = if status == Status::TeLaat { r.random_range(0..25) } else { r.random_range(1..=60) };
            rijen.push(Rij::nieuw(dag, uur, status, minuten).0);
        }
    }
    rijen
}

fn les(jaar: Schooljaar, rij: u32) -> Les {
    let r = Rij(rij);
    let minuten = i64::from(r.minuten());
    Les {
        datum: jaar.datum(u16::try_from(r.dag()).unwrap()),
        lesuur: r.lesuur(),
        minuten,
        status: r.status().lesstatus().unwrap(),
        minuten_te_laat: if r.status() == Status::TeLaat { minuten } else { 0 },
    }
}

struct Proef {
    jaar: Schooljaar,
    kalender: Kalender,
    school: u32,
    lesuur: u16,
    tot: u16,
    rijen: Vec<u32>,
}

fn motor(wet: &Wet, p: &Proef, soort: Soort, eerste: bool) -> Vec<Signaal> {
    let mut uit = Vec::new();
    let vraag = Vraag { soort, eerste, tot: p.tot };
    let o = Opdracht { wet: wet.school(p.school).unwrap(), periode: wet.periode, vraag };
    Beoordelaar::default().leerling(7, p.school, &p.rijen, o, &mut |s| uit.push(s));
    uit
}

type Melding = (Date, Date, u32);

fn zoals_melding(jaar: Schooljaar, s: &Signaal) -> Melding {
    (jaar.datum(s.begin), jaar.datum(s.bereikt_op), s.minuten)
}

fn regel_venster(p: &Proef) -> Vec<Melding> {
    let antwoord = antwoord_venster(p);
    antwoord.meldingen.iter().map(|m| (m.begin, m.bereikt_op, u32::try_from(m.minuten).unwrap())).collect()
}

fn antwoord_venster(p: &Proef) -> rules::venster::Antwoord {
    let lessen: Vec<Les> = p.rijen.iter().map(|r| les(p.jaar, *r)).collect();
    let vraag = rules::venster::Vraag {
        kalender: &p.kalender,
        lessen: &lessen,
        lesuur_minuten: i64::from(p.lesuur),
        te_laat_heel_lesuur: false,
        eerdere_meldingen: &[],
        tot: Some(p.jaar.datum(p.tot)),
    };
    rules::venster::venster(&vraag, Recht::op(p.jaar.datum(p.tot))).uitkomst
}

/// What the rule `langdurig` says about this pupil on a day, with every interruption spelled out.
fn regel_langdurig(p: &Proef, peildatum: Date) -> Option<(Date, Date)> {
    let telt = |d: Date| p.kalender.is_lesweek(d) && !p.kalender.in_vakantie(d) && !p.kalender.is_vrije_dag(d);
    let lessen: Vec<Les> = p.rijen.iter().map(|r| les(p.jaar, *r)).filter(|l| telt(l.datum)).collect();
    let eerste = lessen.first()?.datum;
    let weg = |s: Lesstatus| matches!(s, Lesstatus::Ongeoorloofd | Lesstatus::Onbekend | Lesstatus::Betwist);
    let onderbrekingen: Vec<Onderbreking> = eerste
        .series(1.day())
        .take_while(|d| *d <= peildatum)
        .filter_map(|datum| {
            let mut die = lessen.iter().filter(|l| l.datum == datum).peekable();
            let leeg = die.peek().is_none();
            let anders = die.find(|l| !weg(l.status));
            match anders {
                None if leeg && p.kalender.is_schooldag(datum) => Some(Onderbreking { datum, aanwezig: true }),
                None => None,
                Some(l) => {
                    let aanwezig = matches!(l.status, Lesstatus::TeLaat | Lesstatus::Aanwezig);
                    Some(Onderbreking { datum, aanwezig })
                }
            }
        })
        .collect();
    let vraag = rules::langdurig::Vraag {
        kalender: &p.kalender,
        geboortedatum: date(2012, 3, 3),
        startkwalificatie: false,
        eerste_verzuimdag: eerste,
        onderbrekingen: &onderbrekingen,
        laatste_melding_einde: None,
        peildatum,
        rmc_periode_dagen: 28,
    };
    let a = rules::langdurig::langdurig(&vraag, Recht::op(p.jaar.datum(p.tot))).uitkomst;
    if a.uitkomst != Uitkomst::Langdurig {
        return None;
    }
    let bereikt = a.bereikt_op?;
    // The rule gives the day on which the period was full; the first day is the 28th before it on the lesson calendar.
    let begin = eerste
        .series(1.day())
        .take_while(|d| *d <= bereikt)
        .find(|d| p.kalender.is_schooldag(*d) && p.kalender.afstand(*d, bereikt) == 27)?;
    Some((begin, bereikt))
}

fn proeven(n: usize, zaad: u64, mut toets: impl FnMut(&Wet, Proef)) {
    let mut r = ChaCha8Rng::seed_from_u64(zaad);
    for jaar in [2017, 2023, 2025, 2026, 2028] {
        let jaar = Schooljaar::van(date(jaar, 9, 1));
        let scholen: Vec<School> = (0..12)
            .map(|i| School { school: i * 3, regio: REGIOS[i as usize % 3], lesuur_minuten: LESUREN[i as usize / 3] })
            .collect();
        let wet = Wet::nieuw(jaar, &scholen, jaar.datum(jaar.dagen - 1));
        for _ in 0..n.div_ceil(5) {
            let s = scholen[r.random_range(0..scholen.len())];
            let rijen = leerling(&mut r, jaar);
            let laatste = rijen.last().map_or(0, |x| u16::try_from(Rij(*x).dag()).unwrap());
            let tot = match r.random_range(0..4) {
                0 => r.random_range(0..jaar.dagen),
                1 => jaar.dagen - 1,
                _ => laatste.saturating_add(r.random_range(0..9)).min(jaar.dagen - 1),
            };
            let kalender = Kalender::regio(s.regio);
            toets(&wet, Proef { jaar, kalender, school: s.school, lesuur: s.lesuur_minuten, tot, rijen });
        }
    }
}

#[test]
fn zestien_uur_zoals_de_regel_venster() {
    let (mut meldingen, mut meer) = (0, 0);
    proeven(aantal(6_000), 1, |wet, p| {
        let regel = regel_venster(&p);
        let snel: Vec<Melding> =
            motor(wet, &p, Soort::ZestienUur, false).iter().map(|s| zoals_melding(p.jaar, s)).collect();
        assert_eq!(snel, regel, "{:?} tot {} {:?}", p.kalender.vakantieregio(), p.tot, p.rijen);
        let eerste: Vec<Melding> =
            motor(wet, &p, Soort::ZestienUur, true).iter().map(|s| zoals_melding(p.jaar, s)).collect();
        assert_eq!(eerste.as_slice(), regel.get(..1).unwrap_or_default());
        meldingen += regel.len();
        meer += usize::from(regel.len() > 2);
    });
    println!("{meldingen} meldingen, {meer} leerlingen met meer dan twee");
    assert!(meldingen > 1_000 && meer > 100, "{meldingen} {meer}");
}

#[test]
fn de_lopende_telling_zoals_de_regel_venster() {
    let (mut geteld, mut gemeld, mut onzeker) = (0, 0, 0);
    proeven(aantal(3_000), 3, |wet, p| {
        let regel = antwoord_venster(&p);
        let eigen = Schoolwet::nieuw(&p.kalender, p.jaar, p.lesuur, p.jaar.datum(p.tot));
        for school in [wet.school(p.school).unwrap(), &eigen] {
            let snel = telling(&p.rijen, school, p.tot);
            let verwacht = regel.meldingen.is_empty().then(|| {
                let getal = |n: i64| u32::try_from(n).unwrap();
                Telling {
                    zeker: getal(regel.minuten_zeker),
                    mogelijk: getal(regel.minuten_mogelijk),
                    keren_te_laat: getal(regel.keren_te_laat),
                }
            });
            assert_eq!(snel, verwacht, "{:?} tot {} {:?}", p.kalender.vakantieregio(), p.tot, p.rijen);
            geteld += usize::from(snel.is_some_and(|t| t.zeker > 0));
            onzeker += usize::from(snel.is_some_and(|t| t.mogelijk > t.zeker && t.keren_te_laat > 0));
            gemeld += usize::from(snel.is_none());
        }
    });
    assert!(geteld > 500 && gemeld > 500 && onzeker > 500, "{geteld} {gemeld} {onzeker}");
}

#[test]
fn langdurig_zoals_de_regel_langdurig() {
    let mut gevonden = 0;
    proeven(aantal(2_000), 2, |wet, p| {
        let snel = motor(wet, &p, Soort::Langdurig, false);
        let dagen: Vec<(Date, Date)> =
            snel.iter().map(|s| (p.jaar.datum(s.begin), p.jaar.datum(s.bereikt_op))).collect();
        let tot = p.jaar.datum(p.tot);
        // The rule speaks of the last absence that was long enough.
        assert_eq!(
            regel_langdurig(&p, tot),
            dagen.last().copied(),
            "{:?} {tot} {:?}",
            p.kalender.vakantieregio(),
            p.rijen
        );
        for (begin, bereikt) in &dagen {
            assert_eq!(regel_langdurig(&p, *bereikt), Some((*begin, *bereikt)));
            let gisteren = regel_langdurig(&p, bereikt.yesterday().unwrap());
            assert_ne!(gisteren.map(|g| g.1), Some(*bereikt));
        }
        gevonden += dagen.len();
    });
    println!("{gevonden} keer langdurig");
    assert!(gevonden > 100, "{gevonden}");
}

#[test]
fn beide_soorten_in_een_keer_zijn_samen_de_twee_apart() {
    proeven(aantal(3_000), 3, |wet, p| {
        let beide = motor(wet, &p, Soort::Beide, false);
        let apart = [motor(wet, &p, Soort::ZestienUur, false), motor(wet, &p, Soort::Langdurig, false)].concat();
        assert_eq!(beide, apart);
    });
}
