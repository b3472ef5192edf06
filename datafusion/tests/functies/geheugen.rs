//! With little memory the lessons go to disk and come back.

use crate::gegevens::{antwoord, lessen, map_met, sessie_met, sql};
use datafusion::arrow::util::pretty::pretty_format_batches;
use datafusion::execution::runtime_env::RuntimeEnvBuilder;
use jiff::civil::date;
use leerrecht_datafusion::NAAM;
use rand::SeedableRng;
use rand::seq::SliceRandom;
use rand_chacha::ChaCha8Rng;
use std::sync::Arc;

#[tokio::test]
async fn wat_niet_past_gaat_naar_schijf_en_de_meldingen_blijven() {
    let mut lessen = lessen(10, 2_000);
    lessen.shuffle(&mut ChaCha8Rng::seed_from_u64(11));
    let map = map_met(&lessen);
    let tot = date(2026, 7, 31);
    let ruim = sessie_met(map.path(), &[], tot, Arc::default()).await;
    let verwacht = antwoord(&ruim, &sql(NAAM)).await.unwrap();
    assert!(verwacht.0.len() > 500);

    let een = [("datafusion.execution.target_partitions", "1"), ("datafusion.execution.batch_size", "512")];
    let weinig = RuntimeEnvBuilder::new().with_memory_limit(2_000_000, 1.0).build_arc().unwrap();
    let krap = sessie_met(map.path(), &een, tot, weinig).await;
    assert_eq!(antwoord(&krap, &sql(NAAM)).await.unwrap(), verwacht);
    let plan = krap.sql(&format!("explain analyze {}", sql(NAAM))).await.unwrap().collect().await.unwrap();
    let plan = pretty_format_batches(&plan).unwrap().to_string();
    assert!(plan.contains("mode=Single") && plan.contains("spill_count=") && !plan.contains("spill_count=0"), "{plan}");
}
