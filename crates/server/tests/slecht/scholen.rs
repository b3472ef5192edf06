//! Files of schools that cannot be used.

use super::maak::{met, met_leeg, scholen, schrijf, zonder};
use super::{Geval, geval, tekst};
use arrow_array::{Float64Array, Int32Array, StringArray, UInt16Array, UInt32Array};
use std::sync::Arc;

const PARKET: &str = "scholen-fout.parquet";
const CSV: &str = "scholen-fout.csv";

pub(crate) fn gevallen() -> Vec<Geval> {
    let minuten = |n: u16| {
        move |pad: &std::path::Path| {
            schrijf(pad, met(scholen(), "lesuur_minuten", Arc::new(UInt16Array::from(vec![50, n]))));
        }
    };
    let mut uit = vec![
        geval(
            "een school twee keer",
            PARKET,
            &["kolom school", "school 1 staat er twee keer in", "één keer"],
            |pad| {
                schrijf(pad, met(scholen(), "school", Arc::new(UInt32Array::from(vec![1, 1]))));
            },
        ),
        geval("onbekende regio", PARKET, &["kolom vakantieregio", "rij 2", "noord, midden, zuid"], |pad| {
            let regio = StringArray::from(vec!["noord", "oost"]);
            schrijf(pad, met(scholen(), "vakantieregio", Arc::new(regio)));
        }),
        geval("lesuur van 0 minuten", PARKET, &["kolom lesuur_minuten", "rij 2", "meer dan 0"], minuten(0)),
        geval("lesuur van 1441 minuten", PARKET, &["kolom lesuur_minuten", "rij 2"], minuten(1441)),
        geval("een school onder nul", PARKET, &["kolom school", "rij 1", "0 of hoger"], |pad| {
            schrijf(pad, met(scholen(), "school", Arc::new(Int32Array::from(vec![-1, 1]))));
        }),
        geval("minuten met een komma", PARKET, &["kolom lesuur_minuten", "verkeerde type", "geheel getal"], |pad| {
            schrijf(pad, met(scholen(), "lesuur_minuten", Arc::new(Float64Array::from(vec![50.0, 60.0]))));
        }),
        geval("geen rijen", PARKET, &["geen enkele school", "Lever de scholen"], |pad| {
            schrijf(pad, scholen().into_iter().map(|(n, k)| (n, k.slice(0, 0))).collect());
        }),
        geval("geen Parquet", PARKET, &["geen Parquet", "Maak het bestand opnieuw"], |pad| {
            std::fs::write(pad, "school,vakantieregio,lesuur_minuten\n0,noord,50\n").unwrap();
        }),
        geval("een map", PARKET, &["Parquet"], |pad| std::fs::create_dir(pad).unwrap()),
        geval("er is niets", PARKET, &["Controleer"], |_| {}),
        tekst(
            "CSV: twee keer",
            CSV,
            &["kolom school", "twee keer"],
            "school,vakantieregio,lesuur_minuten\n0,noord,50\n0,zuid,50\n",
        ),
        tekst(
            "CSV: onbekende regio",
            CSV,
            &["kolom vakantieregio", "rij 1"],
            "school;vakantieregio;lesuur_minuten\n0;Zuid;50\n",
        ),
        tekst(
            "CSV: letters",
            CSV,
            &["kolom lesuur_minuten", "rij 1"],
            "school,vakantieregio,lesuur_minuten\n0,noord,vijftig\n",
        ),
        tekst(
            "CSV: te weinig cellen",
            CSV,
            &["kolommen", "Maak het bestand opnieuw"],
            "school,vakantieregio,lesuur_minuten\n0,noord\n",
        ),
        tekst(
            "CSV: kolom weg",
            CSV,
            &["kolom lesuur_minuten", "ontbreekt", "Er zijn wel: school, vakantieregio"],
            "school,vakantieregio\n0,noord\n",
        ),
        tekst("CSV: leeg", CSV, &["kolom school", "ontbreekt"], ""),
    ];
    for kolom in ["school", "vakantieregio", "lesuur_minuten"] {
        let weg = move |pad: &std::path::Path| schrijf(pad, zonder(scholen(), kolom));
        uit.push(geval("een kolom ontbreekt", PARKET, &["ontbreekt", "Er zijn wel: "], weg));
        let leeg = move |pad: &std::path::Path| schrijf(pad, met_leeg(scholen(), kolom));
        uit.push(geval("een cel is leeg", PARKET, &["kolom ", "rij 1"], leeg));
    }
    uit
}
