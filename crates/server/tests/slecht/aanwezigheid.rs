//! Files of attendance that cannot be used.

use super::maak::{RIJEN, dag, goed, met, met_leeg, schrijf, schrijf_zo, zonder};
use super::pagina::{ONDRAAGLIJK, een_pagina, gzip_bom, herschrijf, snappy_bom, steeds, zstd_bom};
use super::{Geval, geval, tekst};
use arrow_array::builder::StringDictionaryBuilder;
use arrow_array::types::{Int8Type, UInt16Type};
use arrow_array::{
    ArrayRef, BooleanArray, Date32Array, Float64Array, Int16Array, Int32Array, Int64Array, ListArray, StringArray,
    TimestampMillisecondArray, UInt8Array, UInt16Array, UInt32Array,
};
use parquet::basic::{Compression, GzipLevel, ZstdLevel};
use std::path::Path;
use std::sync::Arc;

const PARKET: &str = "les.parquet";
const CSV: &str = "les.csv";
const OPNIEUW: &str = "Maak het bestand opnieuw.";
/// Two billion bytes, just within the number of a page header.
const TWEE_GB: i32 = 2_000_000_000;

/// The good file with another column.
fn ander(naam: &'static str, kolom: &'static str, woorden: &'static [&'static str], nieuw: fn() -> ArrayRef) -> Geval {
    geval(naam, PARKET, woorden, move |pad| schrijf(pad, met(goed(), kolom, nieuw())))
}

/// The good file, changed afterwards.
fn daarna(naam: &'static str, woorden: &'static [&'static str], hoe: impl Fn(&Path) + 'static) -> Geval {
    geval(naam, PARKET, woorden, move |pad| {
        schrijf(pad, goed());
        hoe(pad);
    })
}

/// The good file, of which the bytes are changed.
fn bytes(naam: &'static str, woorden: &'static [&'static str], hoe: fn(&[u8]) -> Vec<u8>) -> Geval {
    daarna(naam, woorden, move |pad| std::fs::write(pad, hoe(&std::fs::read(pad).unwrap())).unwrap())
}

fn getallen<T>(van: impl Fn(u32) -> T) -> Vec<T> {
    (0..RIJEN).map(van).collect()
}

/// The value in row 700 (from 0), and a good one elsewhere.
fn op_700<T>(krom: T, goed: T) -> Vec<T>
where
    T: Copy,
{
    getallen(|i| if i == 700 { krom } else { goed })
}

fn datums(krom: i32) -> ArrayRef {
    Arc::new(Date32Array::from(getallen(|i| if i == 700 { krom } else { dag(i) })))
}

pub(crate) fn gevallen() -> Vec<Geval> {
    [stuk(), types(), waarden(), leugens(), teksten()].into_iter().flatten().collect()
}

/// Files that are broken, or no file at all.
fn stuk() -> Vec<Geval> {
    vec![
        bytes("afgekapt in de inhoudsopgave", &["afgebroken", OPNIEUW], |b| b[..b.len() - 60].to_vec()),
        bytes("afgekapt midden in een pagina", &["afgebroken", OPNIEUW], |b| b[..b.len() / 3].to_vec()),
        bytes("een stuk uit het midden weg", &["rijgroep 1", "kolom", OPNIEUW], |b| [&b[..100], &b[400..]].concat()),
        bytes("nullen in een pagina", &["rijgroep 1", "kolom", OPNIEUW], |b| {
            let mut b = b.to_vec();
            b[40..400].fill(0);
            b
        }),
        bytes("alleen de letters PAR1", &["geen Parquet", OPNIEUW], |_| b"PAR1PAR1".to_vec()),
        bytes("leeg", &["geen Parquet", OPNIEUW], |_| Vec::new()),
        bytes("geen Parquet", &["geen Parquet", OPNIEUW], |_| b"leerling,school\n1,2\n".repeat(50)),
        geval("een map", PARKET, &["Parquet"], |pad| std::fs::create_dir(pad).unwrap()),
        geval("een map die op CSV lijkt", CSV, &["Controleer de map"], |pad| std::fs::create_dir(pad).unwrap()),
        geval("er is niets", PARKET, &["Controleer de map"], |_| {}),
    ]
}

/// Columns that are not there, or that hold another type.
fn types() -> Vec<Geval> {
    const T: &str = "verkeerde type";
    let mut uit = vec![
        ander("leerling is tekst", "leerling", &["kolom leerling", T, "geheel getal"], || {
            Arc::new(StringArray::from(getallen(|i| i.to_string())))
        }),
        ander("datum met tijd", "datum", &["kolom datum", T, "date32"], || {
            Arc::new(TimestampMillisecondArray::from(getallen(|i| i64::from(dag(i)) * 86_400_000)))
        }),
        ander("datum is een getal", "datum", &["kolom datum", T, "date32"], || {
            Arc::new(Int32Array::from(getallen(dag)))
        }),
        ander("minuten met een komma", "minuten", &["kolom minuten", T, "geheel getal"], || {
            Arc::new(Float64Array::from(getallen(|_| 50.0)))
        }),
        ander("status is een getal", "status", &["kolom status", T, "tekst"], || {
            Arc::new(UInt8Array::from(getallen(|_| 1)))
        }),
        ander("lesuur is waar of niet", "lesuur", &["kolom lesuur", T], || {
            Arc::new(BooleanArray::from(getallen(|_| true)))
        }),
        ander("minuten zijn lijsten", "minuten", &["kolom minuten", "ontbreekt", "minuten.list"], || {
            Arc::new(ListArray::from_iter_primitive::<UInt16Type, _, _>(getallen(|_| Some([Some(50)]))))
        }),
    ];
    for kolom in ["leerling", "school", "datum", "lesuur", "minuten", "status"] {
        let weg = move |pad: &Path| schrijf(pad, zonder(goed(), kolom));
        uit.push(geval("een kolom ontbreekt", PARKET, &["ontbreekt", "Er zijn wel: "], weg));
        let leeg = move |pad: &Path| schrijf(pad, met_leeg(goed(), kolom));
        uit.push(geval("een cel is leeg", PARKET, &["rijgroep 1, kolom ", "rij 701"], leeg));
    }
    uit
}

/// Values that cannot be.
fn waarden() -> Vec<Geval> {
    vec![
        ander(
            "onbekende status",
            "status",
            &["rijgroep 1, kolom status, rij 701", "«spijbelt»", "Kies uit: "],
            || Arc::new(StringArray::from(op_700("spijbelt", "ziek"))),
        ),
        ander("na het schooljaar", "datum", &["kolom datum, rij 701", "2026-09-01", "buiten het schooljaar"], || {
            datums(super::maak::SEPTEMBER + 365)
        }),
        ander("voor het schooljaar", "datum", &["kolom datum, rij 701", "2025-07-31", "buiten het schooljaar"], || {
            datums(super::maak::SEPTEMBER - 32)
        }),
        ander("het einde der tijden", "datum", &["kolom datum, rij 701"], || datums(i32::MAX)),
        ander(
            "1441 minuten",
            "minuten",
            &["kolom minuten, rij 701", "1441", "hoogstens 1440", "duur van de les"],
            || Arc::new(UInt16Array::from(op_700(1441, 50))),
        ),
        ander("minuten onder nul", "minuten", &["kolom minuten, rij 701", "-5 "], || {
            Arc::new(Int16Array::from(op_700(-5, 50)))
        }),
        ander("leerling onder nul", "leerling", &["kolom leerling, rij 701", "0 of hoger"], || {
            Arc::new(Int64Array::from(getallen(|i| if i == 700 { -1 } else { i64::from(i / 50) })))
        }),
        ander("school onder nul", "school", &["kolom school, rij 701", "0 of hoger"], || {
            Arc::new(Int32Array::from(op_700(-1, 0)))
        }),
        ander("lesuur 256", "lesuur", &["kolom lesuur, rij 701", "256", "Nummer de lessen"], || {
            Arc::new(UInt16Array::from(op_700(256, 1)))
        }),
        ander("een les twee keer", "lesuur", &["kolom lesuur", "twee keer", "2025-09-01", "één keer"], || {
            Arc::new(UInt8Array::from(getallen(|i| u8::try_from(i.max(1) % 5).unwrap())))
        }),
        geval("een les twee keer, door elkaar", PARKET, &["kolom lesuur", "twee keer", "één keer"], |pad| {
            let lesuur = UInt8Array::from(getallen(|i| u8::try_from((i * 619 + 7) % RIJEN % 5 / 4 * 4).unwrap()));
            schrijf(pad, met(super::maak::door_elkaar(), "lesuur", Arc::new(lesuur)));
        }),
        ander("onbekende school", "school", &["kolom school", "school 9", "bestand met scholen"], || {
            Arc::new(UInt32Array::from(op_700(9, 1)))
        }),
        geval("geen enkele status, als woordenboek", PARKET, &["kolom status", "rij 1"], |pad| {
            let mut b = StringDictionaryBuilder::<Int8Type>::new();
            (0..RIJEN).for_each(|_| b.append_null());
            let gzip = Compression::GZIP(GzipLevel::default());
            schrijf_zo(pad, met(goed(), "status", Arc::new(b.finish())), super::maak::gewoon().set_compression(gzip));
        }),
    ]
}

/// Files that promise other things than they hold, made to take all memory there is.
fn leugens() -> Vec<Geval> {
    const MINUTEN: &str = "rijgroep 1, kolom minuten";
    let bom = |naam, woorden, inpakwijze: Compression, uitgepakt: i32, inhoud: fn() -> Vec<u8>| {
        daarna(naam, woorden, move |pad| {
            herschrijf(pad, 1000, 1, &[("minuten", een_pagina(inpakwijze, uitgepakt, &inhoud()))]);
        })
    };
    let zstd = Compression::ZSTD(ZstdLevel::default());
    let gzip = Compression::GZIP(GzipLevel::default());
    vec![
        daarna("een miljard rijen beloofd", &["rijgroep 1, kolom", "minder waarden", OPNIEUW], |pad| {
            herschrijf(pad, 1_000_000_000, 1, &[]);
        }),
        daarna("oneindig veel rijen beloofd", &["inhoudsopgave", OPNIEUW], |pad| {
            herschrijf(pad, ONDRAAGLIJK, 8, &[]);
        }),
        daarna("minder dan nul rijen", &["inhoudsopgave", OPNIEUW], |pad| herschrijf(pad, -1, 1, &[])),
        daarna("een miljard keer dezelfde les", &["twee keer"], |pad| {
            let n = 1_000_000_000;
            let getal = |k: &'static str, w: u32| (k, steeds(&w.to_le_bytes(), n));
            let datum = u32::try_from(super::maak::SEPTEMBER).unwrap();
            let status = [&4_u32.to_le_bytes()[..], b"ziek"].concat();
            let nieuw = [
                getal("leerling", 1),
                getal("school", 1),
                getal("datum", datum),
                getal("lesuur", 1),
                getal("minuten", 50),
                ("status", steeds(&status, n)),
            ];
            herschrijf(pad, n, 1, &nieuw);
        }),
        bom("een pagina zegt 2 GB te worden", &[MINUTEN, "hoogstens", "kleinere pagina's"], zstd, TWEE_GB, || {
            zstd_bom(500)
        }),
        bom("zstd wordt 2 GB, de pagina zegt 4 kB", &[MINUTEN, OPNIEUW], zstd, 4000, || zstd_bom(500)),
        bom("zstd wordt 2 GB, de pagina zegt 60 MB", &[MINUTEN, OPNIEUW], zstd, 60_000_000, || zstd_bom(500)),
        bom("snappy zegt 2 GB te worden", &[MINUTEN, OPNIEUW], Compression::SNAPPY, 4000, snappy_bom),
        bom(
            "snappy en de pagina zeggen 2 GB",
            &[MINUTEN, "kleinere pagina's"],
            Compression::SNAPPY,
            TWEE_GB,
            snappy_bom,
        ),
        daarna(
            "gzip wordt een halve GB, de pagina zegt 4 kB",
            &["kolom minuten", "Maak het bestand opnieuw"],
            move |pad| {
                let bom = gzip_bom(&pad.with_extension("bom"), 64);
                std::fs::remove_file(pad.with_extension("bom")).unwrap();
                herschrijf(pad, 1000, 1, &[("minuten", een_pagina(gzip, 4000, &bom))]);
            },
        ),
        daarna("een woordenboek van een miljard", &[MINUTEN], |pad| {
            let mut s = steeds(&50_u32.to_le_bytes(), 1000);
            let kop = super::pagina::woordenboekpagina(1_000_000_000, &50_u32.to_le_bytes());
            s.bytes = [kop.as_slice(), &s.bytes[s.woordenboek..]].concat();
            s.woordenboek = kop.len();
            herschrijf(pad, 1000, 1, &[("minuten", s)]);
        }),
    ]
}

/// The same as text.
fn teksten() -> Vec<Geval> {
    const KOP: &str = "leerling,school,datum,lesuur,minuten,status\n";
    vec![
        tekst("CSV: leeg", CSV, &["kolom leerling", "ontbreekt"], ""),
        tekst(
            "CSV: kolom weg",
            CSV,
            &["kolom minuten", "ontbreekt", "Er zijn wel: leerling, school"],
            "leerling,school,datum,lesuur,status\n1,0,2025-09-01,1,ziek\n",
        ),
        tekst(
            "CSV: letters in minuten",
            CSV,
            &["kolom minuten, rij 2", "duur van de les"],
            "leerling,school,datum,lesuur,minuten,status\n1,0,2025-09-01,1,50,ziek\n1,0,2025-09-01,2,vijftig,ziek\n",
        ),
        tekst(
            "CSV: te weinig cellen",
            CSV,
            &["rij 2", "aantal kolommen", OPNIEUW],
            "leerling;school;datum;lesuur;minuten;status\n1;0;2025-09-01;1;50;ziek\n1;0;2025-09-01;2;50\n",
        ),
        tekst(
            "CSV: 31 september",
            CSV,
            &["kolom datum, rij 1", "geen datum"],
            "leerling,school,datum,lesuur,minuten,status\n1,0,2025-09-31,1,50,ziek\n",
        ),
        tekst(
            "CSV: dag voorop",
            CSV,
            &["kolom datum, rij 1", "geen datum"],
            "leerling,school,datum,lesuur,minuten,status\n1,0,01-09-2025,1,50,ziek\n",
        ),
        tekst(
            "CSV: onbekende status",
            CSV,
            &["kolom status, rij 1", "«weg»", "Kies uit: "],
            "leerling,school,datum,lesuur,minuten,status\n1,0,2025-09-01,1,50,weg\n",
        ),
        tekst(
            "CSV: geen leerling",
            CSV,
            &["kolom leerling, rij 1", "0 of hoger"],
            "leerling,school,datum,lesuur,minuten,status\n,0,2025-09-01,1,50,ziek\n",
        ),
        tekst(
            "CSV: minuten onder nul",
            CSV,
            &["kolom minuten, rij 1", "duur van de les"],
            "leerling,school,datum,lesuur,minuten,status\n1,0,2025-09-01,1,-50,ziek\n",
        ),
        tekst(
            "CSV: een les twee keer",
            CSV,
            &["kolom lesuur", "leerling 1", "twee keer"],
            "leerling,school,datum,lesuur,minuten,status\n1,0,2025-09-01,1,50,ziek\n1,0,2025-09-01,1,20,te_laat\n",
        ),
        tekst(
            "CSV: onbekende school",
            CSV,
            &["kolom school", "school 9"],
            "leerling,school,datum,lesuur,minuten,status\n1,9,2025-09-01,1,50,ziek\n",
        ),
        geval("CSV: andere tekens", CSV, &["kolom status, rij 1"], |pad| {
            std::fs::write(pad, [KOP.as_bytes(), b"1,0,2025-09-01,1,50,zi\xEBk\n"].concat()).unwrap();
        }),
    ]
}
