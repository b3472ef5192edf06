//! Random persons against the rule, asked about one person and one day at a time.

use super::*;
use crate::koppel::grenzen::datum_binnen;
use rand::SeedableRng;
use rules::Recht;
use rules::plicht::{Plicht, Vraag, Vrijstelling as Regelvrijstelling, plicht};

/// Does a duty rest on this day under the law of `recht`, without enrolment and without exemption? The slow way.
fn verzuimt(f: &Feiten, dag: i32, recht: Recht) -> bool {
    let ingeschreven = f.inschrijvingen.iter().any(|p| p.begin <= dag && dag <= p.einde);
    let mut vraag = Vraag::nieuw(datum_binnen(f.geboren), datum_binnen(dag));
    vraag.startkwalificatie_op = f.startkwalificatie_op.map(datum_binnen);
    vraag.vrijstellingen = f
        .vrijstellingen
        .iter()
        .map(|(artikel, p)| Regelvrijstelling {
            artikel: *artikel,
            begin: datum_binnen(p.begin),
            einde: (p.einde != i32::MAX).then(|| datum_binnen(p.einde)),
        })
        .collect();
    !ingeschreven
        && matches!(plicht(&vraag, recht).uitkomst.plicht, Plicht::Leerplichtig | Plicht::Kwalificatieplichtig)
}

/// The first day of the stretch, by going back day by day. Outside the calendar data of the rule `sinds` is by definition
/// the first of the month, also when the rule has the duty begin a day or two later.
fn sinds_stap_voor_stap(f: &Feiten, dag: Date, recht: Recht) -> i32 {
    let begin = begin_van_plicht(f.geboren, dag, Vakantieregio::Midden);
    let mut d = dagnummer(dag);
    while verzuimt(f, d - 1, recht) {
        d -= 1;
    }
    if begin < d && d - begin < 14 && begin < nummer("2017-08-01") { begin } else { d }
}

fn proef(aantal: u64, zaad: u64, stappen: u64) {
    let mut t = ChaCha8Rng::seed_from_u64(zaad);
    let mut in_verzuim = 0;
    let dagen = ["2026-11-26", "2024-02-29", "2026-07-31", "2026-08-01", "2025-12-27", "2019-03-01"];
    for dag in dagen {
        let dag: Date = dag.parse().unwrap();
        let recht = Recht::op(dag);
        let allen: Allen = (0..aantal / 6 + 1).map(|i| (i * 3 + 1, feiten(&mut t, dagnummer(dag)))).collect();
        let grenzen = Grenzen::op(dag, Vakantieregio::Midden);
        let uit: BTreeMap<u64, Verzuim> = volledig(&allen, &grenzen, 61).into_iter().map(|v| (v.persoon, v)).collect();
        for (persoon, f) in &allen {
            let gevonden = uit.get(persoon);
            assert_eq!(gevonden.is_some(), verzuimt(f, grenzen.dag, recht), "{dag} {persoon} {f:?}");
            let Some(v) = gevonden else { continue };
            in_verzuim += 1;
            assert_eq!(v.gemeente, f.gemeente);
            if in_verzuim % stappen == 0 {
                assert_eq!(v.sinds, sinds_stap_voor_stap(f, dag, recht), "{dag} {persoon} {f:?}");
            }
        }
    }
    assert!(in_verzuim > aantal / 5, "te weinig in verzuim: {in_verzuim}");
}

#[test]
fn de_uitkomst_is_die_van_de_regel() {
    let alles = std::env::var_os("KOPPEL_ALLES").is_some();
    proef(if alles { 100_000 } else { 20_000 }, 1, if alles { 1 } else { 25 });
}
