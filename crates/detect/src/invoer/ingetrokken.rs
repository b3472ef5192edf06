//! Lessons that must go: pupil, school, day and lesuur.

use super::aanwezigheid::{Grenzen, is_csv};
use super::sorteer::Sorteerder;
use super::tabel::{Tabel, dag, fout, getal};
use super::vertaling::{Bezwaar, Dag, FOUT, FOUT_LANG, Leerling, Lesuur, School};
use crate::fout::Fout;
use crate::parket::{Kolom, Parket, Soort, Vertaling};
use crate::rij::{Rij, Status};
use std::path::Path;

const WEG: Rij = Rij::nieuw(0, 0, Status::Ingetrokken, 0);

/// Reads a file of withdrawn lessons: each to the sorter, as a row that removes.
pub(super) fn lees(pad: &Path, g: Grenzen, s: &mut Sorteerder) -> Result<(), Fout> {
    let b = Bezwaar::default;
    let (school, lesuur) = (School { bezwaar: b() }, Lesuur { bezwaar: b() });
    let datum = Dag { jaar: g.jaar, tot_en_met: g.tot_en_met, bezwaar: b() };
    let mut rij = 0;
    let mut erbij = |l: u64, c: u32, d: u32, u: u32| {
        let kolommen =
            [("leerling", l == FOUT_LANG), ("school", c == FOUT), ("datum", d == FOUT), ("lesuur", u == FOUT)];
        if let Some((kolom, _)) = kolommen.iter().find(|(_, mis)| *mis) {
            return Err(fout(pad, rij, kolom, "deze waarde kan niet"));
        }
        rij += 1;
        s.erbij(l, c, d | u | WEG.0)
    };
    if is_csv(pad) {
        let mut t = Tabel::open(pad, ["leerling", "school", "datum", "lesuur"])?;
        let mut cellen = csv::ByteRecord::new();
        while t.volgende(pad, &mut cellen)? {
            let cel = |i: usize| t.plek.get(i).and_then(|p| cellen.get(*p)).unwrap_or_default();
            let nummer = |i: usize| getal(cel(i)).and_then(|n| i64::try_from(n).ok()).unwrap_or(-1);
            let dagnummer = dag(cel(2)).map_or(i64::MAX, i64::from);
            erbij(
                getal(cel(0)).unwrap_or(FOUT_LANG),
                school.getal(nummer(1)),
                datum.getal(dagnummer),
                lesuur.getal(nummer(3)),
            )?;
        }
        return Ok(());
    }
    let p = Parket::open(pad)?;
    let r = || 0..p.meta.num_row_groups();
    let zonder_teken = p.plek("leerling", Soort::Getal)?.zonder_teken;
    let mut leerling = Kolom::open(&p, "leerling", Soort::Getal, r(), Leerling { zonder_teken })?;
    let mut school = Kolom::open(&p, "school", Soort::Getal, r(), school)?;
    let mut datum = Kolom::open(&p, "datum", Soort::Datum, r(), datum)?;
    let mut lesuur = Kolom::open(&p, "lesuur", Soort::Getal, r(), lesuur)?;
    loop {
        let n = leerling.vul()?.len().min(school.vul()?.len()).min(datum.vul()?.len()).min(lesuur.vul()?.len());
        if n == 0 {
            return Ok(());
        }
        let vier = leerling.klaar().iter().zip(school.klaar()).zip(datum.klaar().iter().zip(lesuur.klaar()));
        for ((l, c), (d, u)) in vier.take(n) {
            erbij(*l, *c, *d, *u)?;
        }
        leerling.neem(n);
        school.neem(n);
        datum.neem(n);
        lesuur.neem(n);
    }
}
