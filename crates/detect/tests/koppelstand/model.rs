//! Random people, and the files that say it: registers, and news as text or Parquet.

use arrow_array::{ArrayRef, Date32Array, RecordBatch, StringArray, UInt64Array};
use detect::{dagnummer, datum};
use parquet::arrow::ArrowWriter;
use rand::Rng;
use rand_chacha::ChaCha8Rng;
use std::collections::BTreeMap;
use std::fs::File;
use std::path::Path;
use std::sync::Arc;

pub const KOPPEN: &str = "persoon,wat,geboortedatum,gemeente,artikel,begin,einde";

/// Days as they stand in a file; an empty last day is no last day.
#[derive(Debug, Clone)]
pub struct Mens {
    pub geboren: i32,
    pub gemeente: String,
    pub inschrijvingen: Vec<(i32, Option<i32>)>,
    pub vrijstellingen: Vec<(&'static str, i32, Option<i32>)>,
    pub diplomas: Vec<i32>,
}

pub type Allen = BTreeMap<u64, Mens>;

/// Somebody with turning points around a day.
pub fn mens(t: &mut ChaCha8Rng, om: i32, gemeenten: u32) -> Mens {
    let jaren = [5 * 365 + 60, 17 * 365, 18 * 365, 12 * 365][t.random_range(0..4)];
    let periode = |t: &mut ChaCha8Rng| {
        let begin = om + t.random_range(-600..30);
        (begin, [None, Some(om + t.random_range(-3..8)), Some(begin + t.random_range(0..400))][t.random_range(0..3)])
    };
    Mens {
        geboren: om - jaren + t.random_range(-50..50),
        gemeente: format!("Dorp, {}", t.random_range(0..gemeenten)),
        inschrijvingen: (0..t.random_range(0..3)).map(|_| periode(t)).collect(),
        vrijstellingen: (0..t.random_range(0..5_u32).saturating_sub(3))
            .map(|_| {
                let (begin, einde) = periode(t);
                (["5a", "5b", "5c", "5a_trekkend", "15"][t.random_range(0..5)], begin, einde)
            })
            .collect(),
        diplomas: (0..t.random_range(0..6_u32).saturating_sub(3)).map(|_| om + t.random_range(-20..20)).collect(),
    }
}

fn tekst(dag: Option<i32>) -> String {
    dag.map(|d| datum(d).to_string()).unwrap_or_default()
}

/// Persons, enrolments, exemptions and diplomas as CSV.
pub fn registers(allen: &Allen) -> [String; 4] {
    let mut uit = [
        "persoon,geboortedatum,gemeente",
        "persoon,begin,einde",
        "persoon,artikel,begin,einde",
        "persoon,startkwalificatie_op",
    ]
    .map(|k| format!("{k}\n"));
    let [p, i, v, d] = &mut uit;
    for (n, m) in allen {
        *p += &format!("{n},{},\"{}\"\n", datum(m.geboren), m.gemeente);
        i.extend(m.inschrijvingen.iter().map(|(b, e)| format!("{n},{},{}\n", datum(*b), tekst(*e))));
        v.extend(m.vrijstellingen.iter().map(|(a, b, e)| format!("{n},{a},{},{}\n", datum(*b), tekst(*e))));
        d.extend(m.diplomas.iter().map(|op| format!("{n},{}\n", datum(*op))));
    }
    uit
}

/// A row of news: person, what, birth date, municipality, article, first and last day.
type Regel = (u64, &'static str, Option<i32>, Option<String>, Option<&'static str>, Option<i32>, Option<i32>);

/// News of some people, in any order; nobody is gone.
pub fn regels(nieuws: &BTreeMap<u64, Option<Mens>>, t: &mut ChaCha8Rng) -> Vec<Regel> {
    let mut uit: Vec<Regel> = Vec::new();
    for (n, m) in nieuws {
        let Some(m) = m else {
            uit.push((*n, "weg", None, None, None, None, None));
            continue;
        };
        uit.push((*n, "persoon", Some(m.geboren), Some(m.gemeente.clone()), None, None, None));
        uit.extend(m.inschrijvingen.iter().map(|(b, e)| (*n, "inschrijving", None, None, None, Some(*b), *e)));
        uit.extend(m.vrijstellingen.iter().map(|(a, b, e)| (*n, "vrijstelling", None, None, Some(*a), Some(*b), *e)));
        uit.extend(m.diplomas.iter().map(|op| (*n, "diploma", None, None, None, Some(*op), None)));
    }
    for i in (1..uit.len()).rev() {
        uit.swap(i, t.random_range(0..=i));
    }
    uit
}

/// Writes news as CSV or as Parquet, by the name of the file.
pub fn schrijf(pad: &Path, regels: &[Regel]) {
    if pad.extension().is_some_and(|e| e == "csv") {
        let regel = |(n, wat, geboren, gemeente, artikel, begin, einde): &Regel| {
            let gemeente = gemeente.as_ref().map(|g| format!("\"{g}\"")).unwrap_or_default();
            let (geboren, begin, einde) = (tekst(*geboren), tekst(*begin), tekst(*einde));
            format!("{n},{wat},{geboren},{gemeente},{},{begin},{einde}\n", artikel.unwrap_or_default())
        };
        return std::fs::write(pad, format!("{KOPPEN}\n{}", regels.iter().map(regel).collect::<String>())).unwrap();
    }
    let r = || regels.iter();
    let kolommen: [(&str, ArrayRef); 7] = [
        ("einde", Arc::new(r().map(|r| r.6).collect::<Date32Array>())),
        ("persoon", Arc::new(UInt64Array::from_iter_values(r().map(|r| r.0)))),
        ("wat", Arc::new(StringArray::from_iter_values(r().map(|r| r.1)))),
        ("geboortedatum", Arc::new(r().map(|r| r.2).collect::<Date32Array>())),
        ("gemeente", Arc::new(r().map(|r| r.3.clone()).collect::<StringArray>())),
        ("artikel", Arc::new(r().map(|r| r.4).collect::<StringArray>())),
        ("begin", Arc::new(r().map(|r| r.5).collect::<Date32Array>())),
    ];
    let blok = RecordBatch::try_from_iter(kolommen).unwrap();
    let mut w = ArrowWriter::try_new(File::create(pad).unwrap(), blok.schema(), None).unwrap();
    w.write(&blok).unwrap();
    w.close().unwrap();
}

/// As many people as asked for, around a day.
pub fn mensen(t: &mut ChaCha8Rng, aantal: u64, om: jiff::civil::Date) -> Allen {
    (0..aantal).map(|n| (n * 3, mens(t, dagnummer(om), 4))).collect()
}
