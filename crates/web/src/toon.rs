//! How values look on a page.

use domain::Datum;
use domain::waarden::Tijdstip;
use rules::verzuimsoort::Verzuimsoort;

const KORT: [&str; 12] = ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];
const DAG: [&str; 7] = ["ma", "di", "wo", "do", "vr", "za", "zo"];

/// `maandag 23 november 2026`.
pub(crate) fn datum_lang(d: Datum) -> String {
    rules::datum_nl(d)
}

/// `do 26 nov`.
pub(crate) fn datum_kort(d: Datum) -> String {
    let dag = usize::try_from(d.weekday().to_monday_zero_offset()).ok().and_then(|i| DAG.get(i)).copied().unwrap_or("");
    let maand = usize::try_from(d.month()).ok().and_then(|m| KORT.get(m.wrapping_sub(1))).copied().unwrap_or("");
    format!("{dag} {} {maand}", d.day())
}

/// `do 26 nov` from an ISO date; an unreadable one as it is.
pub(crate) fn iso_kort(iso: &str) -> String {
    iso.parse().map_or_else(|_| iso.to_owned(), datum_kort)
}

/// `do 26 nov, 10.20 uur` from microseconds.
pub(crate) fn moment(micros: i64) -> String {
    let t = Tijdstip::uit_micros(micros).lokale_tijd();
    format!("{}, {}.{:02} uur", datum_kort(t.date()), t.hour(), t.minute())
}

/// `uiterlijk do 26 nov, nog 3 werkdagen`.
pub(crate) fn termijn(uiterlijk: &str, vandaag: Datum) -> String {
    let Ok(dag) = uiterlijk.parse::<Datum>() else { return String::new() };
    if dag < vandaag {
        return format!("had uiterlijk {} gemoeten", datum_kort(dag));
    }
    match rules::werkdagen_tussen(vandaag, dag) {
        0 => format!("uiterlijk vandaag, {}", datum_kort(dag)),
        1 => format!("uiterlijk {}, nog 1 werkdag", datum_kort(dag)),
        n => format!("uiterlijk {}, nog {n} werkdagen", datum_kort(dag)),
    }
}

/// Name of a kind of report.
pub(crate) fn soort(code: &str) -> &'static str {
    Verzuimsoort::uit_code(code).map_or("verzuim", Verzuimsoort::naam)
}

/// Tag class and word of a report at the school.
pub(crate) fn stand_melding(m: &store_rows::MeldingRow) -> (&'static str, &'static str) {
    match (m.stand.as_str(), m.registerstand.as_deref()) {
        ("concept", _) => ("concept", "concept"),
        ("ingetrokken", _) => ("klaar", "ingetrokken"),
        (_, None) => ("loopt", "verzonden, wacht op het register"),
        (_, Some(s)) => stand_register(s),
    }
}

/// Tag class and word of a state in the register or of a case.
pub(crate) fn stand_register(s: &str) -> (&'static str, &'static str) {
    let klasse = match s {
        "in_behandeling" => "loopt",
        "afgesloten" | "ter_kennisgeving" | "ingetrokken" => "klaar",
        _ => "",
    };
    if s == "nieuw" {
        return ("", "nieuw");
    }
    (klasse, domain::melding::STANDEN.iter().find(|x| x.0 == s).map_or("onbekend", |x| x.1))
}

pub(crate) use app::rijen as store_rows;
