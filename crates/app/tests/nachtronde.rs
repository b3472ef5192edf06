//! The nightly round: once per school and day, and time itself makes a signal.

use app::{App, Omgeving, nachtronde};
use domain::waarden::Tijdstip;
use jiff::civil::date;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

#[tokio::test]
async fn each_school_once_per_day() {
    let map = tempfile::tempdir().unwrap();
    let db = store::Db::sqlite(map.path(), store::Sleutelbos::uit(&[3; 32])).await.unwrap();
    let dag = Arc::new(AtomicI64::new(0));
    let (begin, d) = (Tijdstip::lokaal(date(2026, 11, 23), 2, 30).micros(), Arc::clone(&dag));
    let klok = Arc::new(move || Tijdstip::uit_micros(begin + d.load(Ordering::SeqCst) * 86_400_000_000));
    let app = App::nieuw(db, Omgeving { klok, demo: true });
    app::demo::vul(&app).await.unwrap();
    assert_eq!(nachtronde(&app).await.unwrap(), 8);
    assert_eq!(nachtronde(&app).await.unwrap(), 0, "dezelfde nacht niet twee keer");
    dag.store(3, Ordering::SeqCst);
    assert_eq!(nachtronde(&app).await.unwrap(), 8, "een gemiste nacht wordt ingehaald");
}
