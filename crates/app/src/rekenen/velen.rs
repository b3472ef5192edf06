//! Recomputing very many pupils: for a school with more than a million marks the engine of `detect` looks first.
//!
//! Of most pupils nothing can be due: no sixteen hours in any four lesson weeks, no day away as a whole, no earlier report. For
//! them the engine gives the running count that the rule would give, some hundreds of pupils at a time. Everybody else goes to
//! the rules one by one, which explain themselves. Whom the engine cannot read goes there too.

use super::{Schoolfeiten, herreken};
use crate::{App, Fout};
use detect::{MINUTEN_HOOGSTENS, Rij, Schooljaar, Schoolwet, Status, dagnummer, telling};
use domain::Datum;
use rules::schooljaar;
use std::collections::{BTreeMap, HashMap, HashSet};
use store::WriteTx;
use store::aanwezigheid_velen::StilleStand;
use store::rows::MarkeringRow;
use uuid::Uuid;

/// With more marks than this in a school year, the engine looks first.
pub(crate) const VEEL: i64 = 1_000_000;
/// Marks of one pupil in a school year at most: sixteen lessons on every day.
const MEESTE: i64 = 366 * 16;
/// Pupils whose marks are in memory at a time.
const GREEP: usize = 500;

/// Recomputes these pupils of a school for a day. The outcome is that of [`herreken`] for each of them.
pub(crate) async fn herreken_velen(
    app: &App,
    tx: &mut WriteTx,
    feiten: &Schoolfeiten,
    leerlingen: &[Uuid],
    peildatum: Datum,
    veel: i64,
) -> Result<(), Fout> {
    let (begin, einde) = schooljaar(peildatum);
    let (begin, einde) = (begin.to_string(), einde.to_string());
    // Few pupils cannot have that many marks: then nothing is counted, and no calendar made.
    let genoeg = i64::try_from(leerlingen.len()).unwrap_or(i64::MAX).saturating_mul(MEESTE) > veel;
    let motor = if genoeg && tx.meer_markeringen_dan(veel, &begin, &einde).await? {
        Motor::nieuw(feiten, peildatum)
    } else {
        None
    };
    let Some(motor) = motor else {
        for leerling in leerlingen {
            herreken(tx, feiten, *leerling, peildatum, || app.sleutel()).await?;
        }
        return Ok(());
    };
    let met_melding: HashSet<Uuid> = tx.leerlingen_met_melding().await?.into_iter().collect();
    for greep in leerlingen.chunks(GREEP) {
        let mut lessen: HashMap<Uuid, Vec<MarkeringRow>> = HashMap::new();
        for (leerling, markering) in tx.markeringen_van_velen(greep, &begin, &einde).await? {
            lessen.entry(leerling).or_default().push(markering);
        }
        let mut stil = Vec::with_capacity(greep.len());
        for leerling in greep {
            let zijn = lessen.get(leerling).map(Vec::as_slice).unwrap_or_default();
            match motor.stand(*leerling, zijn).filter(|_| !met_melding.contains(leerling)) {
                Some(stand) => stil.push(stand),
                None => herreken(tx, feiten, *leerling, peildatum, || app.sleutel()).await?,
            }
        }
        tx.stille_standen_zetten(&peildatum.to_string(), &stil).await?;
    }
    Ok(())
}

/// The law of one school on one day, for the engine.
struct Motor {
    jaar: Schooljaar,
    wet: Schoolwet,
    te_laat_heel_lesuur: bool,
    tot: u16,
    /// Since this day every weekday on which there can be lessons has been, today left out: who was away as a whole on the last
    /// day of any timetable was so on this day or later.
    weg_vanaf: u16,
}

impl Motor {
    /// Nothing for a school that the engine cannot hold; then the rules do it all.
    fn nieuw(feiten: &Schoolfeiten, peildatum: Datum) -> Option<Self> {
        let jaar = Schooljaar::van(peildatum);
        let lesuur = u16::try_from(feiten.school.lesuur_minuten).ok().filter(|m| *m > 0)?;
        let tot = jaar.dag(dagnummer(peildatum))?;
        let mut laatste: BTreeMap<i8, u16> = BTreeMap::new();
        for dag in 0..tot {
            let datum = jaar.datum(dag);
            if feiten.kalender.is_schooldag(datum) {
                laatste.insert(datum.weekday().to_monday_zero_offset(), dag);
            }
        }
        Some(Self {
            jaar,
            wet: Schoolwet::nieuw(&feiten.kalender, jaar, lesuur, peildatum),
            te_laat_heel_lesuur: feiten.school.te_laat_heel_lesuur,
            tot,
            weg_vanaf: laatste.into_values().min().unwrap_or(0),
        })
    }

    /// The running count of a pupil for whom nothing can be due; nothing when the rules must look.
    fn stand(&self, leerling: Uuid, lessen: &[MarkeringRow]) -> Option<StilleStand> {
        let mut rijen = Vec::with_capacity(lessen.len());
        for les in lessen {
            let Some(status) = Status::uit_code(les.status.as_bytes()) else {
                // The words that are no absence and no presence either count nowhere.
                continue;
            };
            let dag = self.jaar.dag(dagnummer(les.datum.parse().ok()?))?;
            let heel = status != Status::TeLaat || self.te_laat_heel_lesuur;
            let minuten = u16::try_from(if heel { les.minuten } else { les.minuten_te_laat }).ok()?;
            if u32::from(minuten) > MINUTEN_HOOGSTENS {
                return None;
            }
            if status == Status::Ongeoorloofd && (self.weg_vanaf..=self.tot).contains(&dag) {
                return None;
            }
            rijen.push(Rij::nieuw(dag, u8::try_from(les.lesuur).ok()?, status, minuten).0);
        }
        let t = telling(&rijen, &self.wet, self.tot)?;
        Some(StilleStand {
            leerling,
            zeker: i64::from(t.zeker),
            mogelijk: i64::from(t.mogelijk),
            keren_te_laat: i64::from(t.keren_te_laat),
        })
    }
}
