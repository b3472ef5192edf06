//! What is wrong with a lesson is an error that says what to do, never a panic and never another answer.

use crate::gegevens::{jaar, lessen, map_met, schrijf_scholen, sessie, sql};
use datafusion::prelude::SessionContext;
use jiff::civil::date;
use leerrecht_datafusion::{NAAM, registreer};

const GOED: [&str; 6] = ["date '2025-09-02'", "3", "50", "'ongeoorloofd'", "'noord'", "60"];

/// A session with two good lessons and one whose column `i` is `waarde`.
fn met(i: usize, waarde: &str) -> String {
    let eerste = GOED.join(", ");
    let mut tweede = GOED;
    tweede[1] = "4";
    let mut derde = GOED;
    derde[1] = "5";
    derde[i] = waarde;
    format!("values ({eerste}), ({}), ({})", tweede.join(", "), derde.join(", "))
}

fn nieuw() -> SessionContext {
    let s = SessionContext::new();
    registreer(&s, jaar(), date(2026, 7, 31)).unwrap();
    s
}

async fn fout(s: &SessionContext, sql: &str) -> Option<String> {
    let plan = match s.sql(sql).await {
        Ok(p) => p,
        Err(e) => return Some(e.to_string()),
    };
    plan.collect().await.err().map(|e| e.to_string())
}

fn over(rijen: &str, staart: &str) -> String {
    format!("select zestien_uur(a, b, c, d, e, f) {staart} from ({rijen}) as t(a, b, c, d, e, f)")
}

#[tokio::test]
async fn een_waarde_die_niet_kan_is_een_fout_met_de_kolom_erbij() {
    let s = nieuw();
    assert_eq!(fout(&s, &over(&met(1, "6"), "")).await, None);
    for (i, waarde, melding) in [
        (0, "date '2025-07-31'", "kolom datum: 2025-07-31 ligt buiten het schooljaar 2025-2026"),
        (0, "date '2026-08-01'", "kolom datum: 2026-08-01 ligt buiten het schooljaar 2025-2026"),
        (0, "arrow_cast(2147483647, 'Date32')", "kolom datum: dag 2147483647 is geen datum"),
        (0, "arrow_cast(-2147483648, 'Date32')", "kolom datum: dag -2147483648 is geen datum"),
        (0, "null", "kolom datum: een waarde ontbreekt"),
        (1, "256", "kolom lesuur: 256 kan niet"),
        (1, "-1", "kolom lesuur: -1 kan niet"),
        (1, "null", "kolom lesuur: een waarde ontbreekt"),
        (2, "1441", "kolom minuten: 1441 kan niet"),
        (2, "-5", "kolom minuten: -5 kan niet"),
        (2, "null", "kolom minuten: een waarde ontbreekt"),
        (3, "'spijbelen'", "kolom status: «spijbelen» is onbekend. Kies uit: ongeoorloofd, te_laat,"),
        (3, "'ingetrokken'", "kolom status: «ingetrokken» is onbekend"),
        (3, "null", "kolom status: een waarde ontbreekt"),
        (4, "'oost'", "kolom vakantieregio: «oost» is onbekend. Kies uit: noord, midden, zuid"),
        (4, "null", "kolom vakantieregio: een waarde ontbreekt"),
        (5, "0", "kolom lesuur_minuten: 0 kan niet"),
        (5, "1441", "kolom lesuur_minuten: 1441 kan niet"),
        (5, "null", "kolom lesuur_minuten: een waarde ontbreekt"),
        (4, "'zuid'", "Groepeer op leerling en school."),
        (5, "50", "Groepeer op leerling en school."),
        (1, "4", "een leerling heeft op 2025-09-02 lesuur 4 twee keer. Lever elke les"),
    ] {
        // With a group and without: the two ways in which DataFusion runs a function.
        let sql = over(&met(i, waarde), "");
        for sql in [format!("{sql} group by a is distinct from date '1970-01-01'"), sql] {
            let e = fout(&s, &sql).await.unwrap_or_default();
            assert!(e.contains(melding), "{sql}\n{e}");
        }
    }
}

#[tokio::test]
async fn een_woordenboek_mag_woorden_bevatten_die_niemand_gebruikt() {
    let s = nieuw();
    let woorden =
        |rijen: String| rijen.replace("'ongeoorloofd'", "arrow_cast('ongeoorloofd', 'Dictionary(Int8, Utf8)')");
    let krom = woorden(met(3, "arrow_cast('krom', 'Dictionary(Int8, Utf8)')"));
    let e = fout(&s, &over(&krom, "")).await.unwrap_or_default();
    assert!(e.contains("kolom status: «krom» is onbekend"), "{e}");
    for groep in ["", " group by f"] {
        let filter = over(&krom, "filter (where d <> 'krom')") + groep;
        assert_eq!(fout(&s, &filter).await, None);
        let waar = over(&krom, "") + " where d <> 'krom'" + groep;
        assert_eq!(fout(&s, &waar).await, None);
    }
}

#[tokio::test]
async fn een_verkeerde_aanroep_is_een_fout_voordat_er_iets_gelezen_wordt() {
    let s = nieuw();
    for (sql, melding) in [
        ("select zestien_uur(1, 2)", "2 kolommen in plaats van de zes (datum, lesuur, minuten, status,"),
        ("select zestien_uur('gisteren', 1, 50, 'ziek', 'noord', 60)", "kolom datum is"),
        (
            "select zestien_uur(date '2025-09-02', 1.5, 50, 'ziek', 'noord', 60)",
            "kolom lesuur is Float64 en geen geheel",
        ),
        ("select zestien_uur(date '2025-09-02', 1, 50, 4, 'noord', 60)", "kolom status is Int64 en geen tekst"),
        ("select zestien_uur(distinct date '2025-09-02', 1, 50, 'ziek', 'noord', 60)", "DISTINCT"),
    ] {
        let e = fout(&s, sql).await.unwrap_or_default();
        assert!(e.contains(melding), "{sql}\n{e}");
    }
    assert!(registreer(&SessionContext::new(), jaar(), date(2026, 8, 1)).is_err());
}

#[tokio::test]
async fn een_les_op_een_school_die_niemand_kent_is_een_fout() {
    let map = map_met(&lessen(8, 20));
    schrijf_scholen(&map.path().join("scholen.parquet"), 4);
    let s = sessie(map.path(), &[], date(2026, 7, 31)).await;
    let e = fout(&s, &sql(NAAM)).await.unwrap_or_default();
    assert!(e.contains("elke school van de lessen moet bij de scholen staan"), "{e}");
}

#[tokio::test]
async fn dezelfde_les_in_twee_partities_is_een_fout() {
    let mut dubbel = lessen(9, 200);
    let mut ander = dubbel[100];
    ander.status = "ziek";
    dubbel.push(ander);
    let map = map_met(&dubbel);
    let s = sessie(map.path(), &[], date(2026, 7, 31)).await;
    let e = fout(&s, &sql(NAAM)).await.unwrap_or_default();
    assert!(e.contains(&format!("lesuur {} twee keer", ander.lesuur)), "{e}");
}
