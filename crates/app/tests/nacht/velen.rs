//! For a school with very many marks the engine looks first; what comes out is what the rules would give one by one.

use crate::databases::{Proef, beide};
use app::nachttaak_vanaf;
use jiff::civil::date;
use uuid::Uuid;

/// Every running count and every signal, without the keys that are new each time.
async fn uitkomst(proef: &Proef) -> Vec<String> {
    let stand =
        "CAST(peildatum || ' ' || zeker || ' ' || mogelijk || ' ' || keren_te_laat || ' ' || dagen_weg AS TEXT)";
    let signaal = "CAST(soort || ' ' || begin_dag || ' ' || einde_dag || ' ' || bereikt_op || ' ' || minuten || ' ' || stand AS TEXT)";
    let mut uit = Vec::new();
    for (tabel, wat) in [("stand", stand), ("signaal", signaal)] {
        let rijen: Vec<(Uuid, String)> =
            proef.rijen(&format!("SELECT leerling, {wat} FROM {tabel} ORDER BY leerling, 2")).await;
        uit.extend(rijen.into_iter().map(|(l, w)| format!("{l} {w}")));
    }
    uit
}

#[tokio::test]
async fn de_motor_geeft_elke_leerling_de_stand_die_de_regels_geven() {
    for proef in beide(date(2026, 11, 23)).await {
        let (mut geteld, mut signalen, mut weg) = (0, 0, 0);
        let november = (12..=18).map(|d| date(2026, 11, d));
        for dag in [date(2026, 8, 1), date(2026, 10, 7)].into_iter().chain(november) {
            let alle = nachttaak_vanaf(&proef.app, dag, i64::MAX).await.unwrap();
            let regels = uitkomst(&proef).await;
            // From a day with nothing: the engine must not find its answer ready.
            nachttaak_vanaf(&proef.app, date(2026, 8, 1), i64::MAX).await.unwrap();
            assert_eq!(nachttaak_vanaf(&proef.app, dag, -1).await.unwrap(), alle);
            assert_eq!(uitkomst(&proef).await, regels, "{dag}");
            geteld += regels.iter().filter(|r| !r.ends_with(" 0 0 0 0")).count();
            weg += regels.iter().take(alle).filter(|r| !r.ends_with(" 0")).count();
            signalen += regels.len() - alle;
        }
        assert!(geteld > 200 && signalen > 20 && weg > 20, "{geteld} {signalen} {weg}");
    }
}
