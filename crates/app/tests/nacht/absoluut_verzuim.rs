//! Who must be at school and is enrolled nowhere, per municipality and per night.

use crate::databases::{Proef, beide};
use app::gemeente::absoluut_verzuim::ronde;
use domain::Datum;
use jiff::civil::date;
use rules::plicht::{Plicht, Vraag, plicht};
use rules::{Recht, Vakantieregio};
use std::collections::BTreeSet;
use uuid::Uuid;

async fn lijst(proef: &Proef) -> BTreeSet<(Uuid, String, String)> {
    proef.rijen("SELECT persoon, sinds, gevonden_op FROM absoluut_verzuim").await.into_iter().collect()
}

/// The same by asking the rule about everybody with a municipality of their own.
async fn volgens_de_regel(proef: &Proef, op: Datum) -> BTreeSet<Uuid> {
    let personen: Vec<(Uuid, String)> = proef
        .rijen("SELECT id, geboortedatum FROM persoon WHERE gemeente_code IN (SELECT gemeente_code FROM organisatie WHERE soort = 'gemeente')")
        .await;
    let inschrijvingen: Vec<(Uuid, String, Option<String>, Option<String>)> =
        proef.rijen("SELECT persoon, ingeschreven, uitgeschreven, startkwalificatie FROM leerling").await;
    let dag = op.to_string();
    let moet = |wie: Uuid, geboren: &str| {
        let mut vraag = Vraag::nieuw(geboren.parse().unwrap(), op);
        vraag.vakantieregio = Vakantieregio::Midden;
        let zijn = inschrijvingen.iter().filter(|i| i.0 == wie);
        vraag.startkwalificatie_op = zijn.filter_map(|i| i.3.as_deref()).map(|d| d.parse().unwrap()).min();
        let p = plicht(&vraag, Recht::op(op)).uitkomst.plicht;
        matches!(p, Plicht::Leerplichtig | Plicht::Kwalificatieplichtig)
    };
    let ingeschreven = |wie: Uuid| {
        let mut zijn = inschrijvingen.iter().filter(|i| i.0 == wie);
        zijn.any(|(_, begin, einde, _)| *begin <= dag && einde.as_ref().is_none_or(|e| *e >= dag))
    };
    personen.into_iter().filter(|(wie, g)| moet(*wie, g) && !ingeschreven(*wie)).map(|(wie, _)| wie).collect()
}

#[tokio::test]
async fn wie_wordt_uitgeschreven_staat_er_de_volgende_nacht_in_en_wie_terugkomt_niet_meer() {
    for proef in beide(date(2026, 11, 23)).await {
        let namen = |l: &BTreeSet<(Uuid, String, String)>| l.iter().map(|x| x.0).collect::<BTreeSet<_>>();
        assert_eq!(ronde(&proef.app).await.unwrap(), 3);
        assert_eq!(ronde(&proef.app).await.unwrap(), 0, "een nacht telt een keer");
        let eerst = lijst(&proef).await;
        assert_eq!(namen(&eerst), volgens_de_regel(&proef, date(2026, 11, 23)).await);
        // Everybody born on the 2nd, 12th or 22nd leaves school.
        let leerlingen = "UPDATE leerling SET uitgeschreven = '2026-11-23' WHERE uitgeschreven IS NULL AND persoon IN";
        proef.direct(&format!("{leerlingen} (SELECT id FROM persoon WHERE geboortedatum LIKE '%-_2')")).await;
        proef.morgen();
        assert_eq!(ronde(&proef.app).await.unwrap(), 3);
        let weg = lijst(&proef).await;
        assert_eq!(namen(&weg), volgens_de_regel(&proef, date(2026, 11, 24)).await);
        let nieuw: Vec<_> = weg.difference(&eerst).collect();
        assert!(nieuw.len() >= 5, "{nieuw:?}");
        assert!(nieuw.iter().all(|x| x.1 == "2026-11-24" && x.2 == "2026-11-24"), "{nieuw:?}");
        // One comes back, one moves away; the others stay since the same day.
        let (terug, vertrokken) = (nieuw[0].0, nieuw[1].0);
        proef
            .direct(&format!("UPDATE leerling SET uitgeschreven = NULL WHERE persoon = {}", proef.sleutel(terug)))
            .await;
        proef
            .direct(&format!("UPDATE persoon SET gemeente_code = NULL WHERE id = {}", proef.sleutel(vertrokken)))
            .await;
        proef.morgen();
        assert_eq!(ronde(&proef.app).await.unwrap(), 3);
        let daarna = lijst(&proef).await;
        let verdwenen: Vec<_> = weg.difference(&daarna).map(|x| x.0).collect();
        assert_eq!(BTreeSet::from_iter(verdwenen), BTreeSet::from([terug, vertrokken]));
        assert!(daarna.is_subset(&weg), "wie er nog in staat, staat er sinds dezelfde dag in");
    }
}
