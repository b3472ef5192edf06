//! Which rows of the specification a case of a rule shows: `docs/dekking/rijen.csv` plus the cases give the README there.

use regelvraag::geval;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

const HEAD: &str = "rij;onderwerp;waarom_geen_geval";

/// One row of the specification that the rules may show.
struct Row {
    id: String,
    subject: String,
    /// Why no case can show it; empty when a case must.
    reason: String,
}

/// The cases that name one row.
#[derive(Default)]
struct Cases {
    number: usize,
    rules: BTreeSet<&'static str>,
}

type Named = BTreeMap<String, Cases>;

fn file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/dekking").join(name)
}

fn read(name: &str) -> Result<String, String> {
    std::fs::read_to_string(file(name)).map_err(|e| format!("docs/dekking/{name}: {e}"))
}

/// Writes `docs/dekking/README.md` and gives what is wrong with the rows and the cases.
///
/// Errors when the rows or the cases cannot be read, or the file cannot be written.
pub fn write() -> Result<Vec<String>, String> {
    let (rows, named) = (rows(&read("rijen.csv")?)?, cases()?);
    std::fs::write(file("README.md"), readme(&rows, &named)).map_err(|e| format!("docs/dekking/README.md: {e}"))?;
    Ok([without_case(&rows, &named), implausible(&rows, &named)].concat())
}

fn rows(csv: &str) -> Result<Vec<Row>, String> {
    let mut lines = csv.lines();
    if lines.next() != Some(HEAD) {
        return Err(format!("rijen.csv begint niet met {HEAD}"));
    }
    let mut seen = BTreeSet::new();
    let mut rows = Vec::new();
    for line in lines {
        let parts: Vec<&str> = line.split(';').collect();
        let [id, subject, reason] = parts.as_slice() else { return Err(format!("rijen.csv: drie kolommen in {line}")) };
        if !plausible(id) || subject.is_empty() || !seen.insert((*id).to_owned()) {
            return Err(format!("rijen.csv: dubbel of onleesbaar: {line}"));
        }
        rows.push(Row { id: (*id).to_owned(), subject: (*subject).to_owned(), reason: (*reason).to_owned() });
    }
    Ok(rows)
}

fn cases() -> Result<Named, String> {
    let mut named = Named::new();
    for info in regelvraag::regels() {
        for case in geval::tabellen(info)?.iter().flat_map(|t| &t.gevallen) {
            for id in case.rijen.iter().collect::<BTreeSet<_>>() {
                let entry = named.entry(id.clone()).or_default();
                entry.number += 1;
                entry.rules.insert(info.regel.naam);
            }
        }
    }
    Ok(named)
}

/// `A-213`: a part and three digits.
fn plausible(id: &str) -> bool {
    let digits = id.strip_prefix("A-").or_else(|| id.strip_prefix("B-"));
    digits.is_some_and(|d| d.len() == 3 && d.bytes().all(|b| b.is_ascii_digit()))
}

/// Every row that needs a case and has none.
fn without_case(rows: &[Row], named: &Named) -> Vec<String> {
    rows.iter()
        .filter(|r| r.reason.is_empty() && !named.contains_key(&r.id))
        .map(|r| format!("{} ({}): geen geval, en geen reden waarom niet", r.id, r.subject))
        .collect()
}

/// Every name in a case that can be no row of the specification.
fn implausible(rows: &[Row], named: &Named) -> Vec<String> {
    named
        .iter()
        .filter(|(id, _)| !plausible(id) && rows.iter().all(|r| r.id != **id))
        .map(|(id, c)| format!("«{id}» is geen rij van de specificatie ({})", list(&c.rules)))
        .collect()
}

fn list(rules: &BTreeSet<&'static str>) -> String {
    rules.iter().copied().collect::<Vec<_>>().join(", ")
}

fn table(out: &mut String, head: &[&str], lines: impl Iterator<Item = Vec<String>>) {
    let _ = writeln!(out, "| {} |\n|{}", head.join(" | "), "---|".repeat(head.len()));
    for line in lines {
        let _ = writeln!(out, "| {} |", line.join(" | "));
    }
}

fn readme(rows: &[Row], named: &Named) -> String {
    let (with, without): (Vec<&Row>, Vec<&Row>) = rows.iter().partition(|r| named.contains_key(&r.id));
    let (missing, reasoned): (Vec<&Row>, Vec<&Row>) = without.into_iter().partition(|r| r.reason.is_empty());
    let other: Vec<(&String, &Cases)> =
        named.iter().filter(|(id, _)| plausible(id) && rows.iter().all(|r| r.id != **id)).collect();
    let mut out = String::from(
        "# Dekking: welke rij van de specificatie een geval laat zien\n\n\
         Gemaakt met `cargo run -p xtask -- dekking` uit [rijen.csv](rijen.csv) en de tabellen «Gevallen» naast de regels \
         in `crates/rules/src/regels`. Een rij telt pas als een geval haar noemt; elk geval gaat in een test als vraag \
         door de deur van de regel.\n\n",
    );
    let total = |what: &str, n: usize| vec![what.to_owned(), n.to_string()];
    let totals = [
        total("rijen", rows.len()),
        total("met een geval", with.len()),
        total("zonder geval, met reden", reasoned.len()),
        total("zonder geval en zonder reden", missing.len()),
        total("keer dat een geval een rij noemt", named.values().map(|c| c.number).sum()),
    ];
    table(&mut out, &["totaal", "aantal"], totals.into_iter());
    let shown = |id: &str| named.get(id).map_or((0, String::new()), |c| (c.number, list(&c.rules)));
    out.push_str("\n## Rijen met een geval\n\n");
    let line = |r: &&Row| {
        let (number, rules) = shown(&r.id);
        vec![r.id.clone(), r.subject.clone(), number.to_string(), rules]
    };
    table(&mut out, &["rij", "onderwerp", "gevallen", "regels"], with.iter().map(line));
    out.push_str("\n## Rijen zonder geval, met de reden\n\n");
    let line = |r: &&Row| vec![r.id.clone(), r.subject.clone(), r.reason.clone()];
    table(&mut out, &["rij", "onderwerp", "waarom geen geval"], reasoned.iter().map(line));
    if !missing.is_empty() {
        out.push_str("\n## Rijen die nog een geval missen\n\n");
        let line = |r: &&Row| vec![r.id.clone(), r.subject.clone()];
        table(&mut out, &["rij", "onderwerp"], missing.iter().map(line));
    }
    if !other.is_empty() {
        out.push_str("\n## Andere rijen die een geval noemt\n\n");
        let line = |(id, c): &(&String, &Cases)| vec![(*id).clone(), c.number.to_string(), list(&c.rules)];
        table(&mut out, &["rij", "gevallen", "regels"], other.iter().map(line));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all() -> (Vec<Row>, Named) {
        (rows(&read("rijen.csv").unwrap()).unwrap(), cases().unwrap())
    }

    #[test]
    fn the_readme_is_what_would_be_written() {
        let (rows, named) = all();
        let differs = read("README.md").unwrap() != readme(&rows, &named);
        assert!(!differs, "docs/dekking/README.md is oud: draai `cargo run -p xtask -- dekking`");
    }

    #[test]
    fn every_row_has_a_case_or_a_reason() {
        let (rows, named) = all();
        let faults = without_case(&rows, &named);
        assert!(faults.is_empty(), "{} rijen:\n{}", faults.len(), faults.join("\n"));
    }

    #[test]
    fn every_name_in_a_case_can_be_a_row() {
        let (rows, named) = all();
        assert_eq!(implausible(&rows, &named), Vec::<String>::new());
    }

    #[test]
    fn a_missing_case_and_a_wrong_name_are_seen() {
        let rows = rows(&format!("{HEAD}\nA-200;pad;\nA-201;scherm;geen rechtsregel\nB-300;brief;\n")).unwrap();
        let one = || Cases { number: 1, rules: BTreeSet::from(["venster"]) };
        let named = Named::from([("B-300".to_owned(), one()), ("A-99".to_owned(), one()), ("A-999".to_owned(), one())]);
        assert_eq!(without_case(&rows, &named), ["A-200 (pad): geen geval, en geen reden waarom niet"]);
        assert_eq!(implausible(&rows, &named), ["«A-99» is geen rij van de specificatie (venster)"]);
        let page = readme(&rows, &named);
        for part in [
            "| B-300 | brief | 1 | venster |",
            "| A-201 | scherm | geen rechtsregel |",
            "| A-200 | pad |",
            "| A-999 | 1 | venster |",
        ] {
            assert!(page.contains(part), "{part}\n{page}");
        }
    }

    #[test]
    fn a_wrong_list_of_rows_is_refused() {
        for csv in ["", "rij;wat\n", "A-200;pad;\n"] {
            assert!(rows(csv).is_err(), "{csv}");
        }
        for line in ["A-200;pad", "A-2000;pad;", "C-200;pad;", "A-200;;reden", "A-200;pad;\nA-200;pad;"] {
            assert!(rows(&format!("{HEAD}\n{line}\n")).is_err(), "{line}");
        }
    }
}
