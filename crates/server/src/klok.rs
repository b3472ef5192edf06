//! The only place that reads the clock.

use app::Klok;
use domain::waarden::Tijdstip;
use jiff::civil::Date;
use std::sync::Arc;

/// The real clock, or in the demo one that starts at 10.20 on a given day and runs on.
pub(crate) fn klok(dag: Option<Date>) -> Klok {
    let begin = echt();
    let verschil = dag.map_or(0, |d| Tijdstip::lokaal(d, 10, 20).micros() - begin.micros());
    Arc::new(move || Tijdstip::uit_micros(echt().micros() + verschil))
}

#[expect(clippy::disallowed_methods, reason = "dit is de ene plek waar de klok wordt gelezen")]
fn echt() -> Tijdstip {
    Tijdstip::uit_timestamp(jiff::Timestamp::now())
}

/// Today in the Netherlands.
pub(crate) fn vandaag() -> Date {
    echt().datum()
}
