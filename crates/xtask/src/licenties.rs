//! Every package we build on has a licence we accept and comes from crates.io or from this workspace.
//!
//! This is the part of `cargo deny check licenses sources` that needs no network and no extra tool.

use crate::metadata::{list, metadata, text};

/// The licences we accept; the same list as in `deny.toml`.
const ALLOWED: &[&str] = &[
    "MIT",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "ISC",
    "MIT-0",
    "Unicode-3.0",
    "Zlib",
    "MPL-2.0",
    "CDLA-Permissive-2.0",
    "EUPL-1.2",
    "0BSD",
    "Unlicense",
    "CC0-1.0",
    "BSL-1.0",
];

const CRATES_IO: &str = "registry+https://github.com/rust-lang/crates.io-index";

/// Crates that bring a C TLS library we do not want to build or to patch.
const BANNED: &[&str] = &["openssl-sys", "aws-lc-sys"];

/// Looks at every package of the platform this runs on, also those of tests and build scripts.
///
/// Errors when cargo cannot describe the dependencies.
pub fn check() -> Result<Vec<String>, String> {
    let host = host()?;
    let metadata = metadata(&["--filter-platform", &host])?;
    // The list of packages also holds optional ones that nobody turned on; the resolved graph does not.
    let used: Vec<&str> = list(&metadata["resolve"], "nodes").iter().map(|n| text(n, "id")).collect();
    let mut faults = Vec::new();
    for package in list(&metadata, "packages").iter().filter(|p| used.contains(&text(p, "id"))) {
        let (name, version) = (text(package, "name"), text(package, "version"));
        let licence = text(package, "license");
        if !satisfiable(licence) {
            faults.push(format!("{name} {version}: licentie `{licence}` past niet bij deny.toml"));
        }
        let source = &package["source"];
        if !source.is_null() && source.as_str() != Some(CRATES_IO) {
            faults.push(format!("{name} {version}: herkomst {source} is niet crates.io"));
        }
        if BANNED.contains(&name) {
            faults.push(format!("{name} {version}: staat op de verbodslijst"));
        }
    }
    Ok(faults)
}

/// The platform of the compiler, such as `x86_64-unknown-linux-gnu`.
fn host() -> Result<String, String> {
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let output = std::process::Command::new(rustc).arg("-vV").output().map_err(|e| format!("rustc start niet: {e}"))?;
    String::from_utf8_lossy(&output.stdout)
        .lines()
        .find_map(|l| l.strip_prefix("host: ").map(str::to_owned))
        .ok_or_else(|| "rustc -vV noemt geen host".to_owned())
}

/// Whether an SPDX expression can be met with the accepted licences alone.
///
/// `AND` binds tighter than `OR`; the old `/` means `OR`; an exception (`WITH …`) only gives more room.
fn satisfiable(expression: &str) -> bool {
    let spaced = expression.replace('(', " ( ").replace(')', " ) ").replace('/', " OR ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut rest = words.as_slice();
    any(&mut rest) == Some(true) && rest.is_empty()
}

fn any(rest: &mut &[&str]) -> Option<bool> {
    let mut met = all(rest)?;
    while take(rest, "OR") {
        met |= all(rest)?;
    }
    Some(met)
}

fn all(rest: &mut &[&str]) -> Option<bool> {
    let mut met = one(rest)?;
    while take(rest, "AND") {
        met &= one(rest)?;
    }
    Some(met)
}

fn one(rest: &mut &[&str]) -> Option<bool> {
    if take(rest, "(") {
        let met = any(rest)?;
        return take(rest, ")").then_some(met);
    }
    let (licence, tail) = rest.split_first()?;
    *rest = tail;
    if take(rest, "WITH") {
        let (_exception, tail) = rest.split_first()?;
        *rest = tail;
    }
    Some(ALLOWED.contains(licence))
}

fn take(rest: &mut &[&str], word: &str) -> bool {
    match rest.split_first() {
        Some((first, tail)) if *first == word => {
            *rest = tail;
            true
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn licenties() {
        assert_eq!(check(), Ok(Vec::new()));
    }

    #[test]
    fn expressions() {
        for (expression, expected) in [
            ("MIT", true),
            ("GPL-3.0-only", false),
            ("MIT OR GPL-3.0-only", true),
            ("MIT AND GPL-3.0-only", false),
            ("MIT/Apache-2.0", true),
            ("GPL-2.0 OR MIT AND AGPL-3.0", false),
            ("(GPL-2.0 OR MIT) AND ISC", true),
            ("Apache-2.0 WITH LLVM-exception", true),
            ("GPL-2.0 WITH Classpath-exception-2.0", false),
            ("(MIT OR Apache-2.0) AND Unicode-3.0", true),
            ("", false),
            ("MIT OR", false),
            ("MIT ISC", false),
            ("(MIT", false),
        ] {
            assert_eq!(satisfiable(expression), expected, "{expression:?}");
        }
    }

    #[test]
    fn the_list_is_that_of_deny_toml() {
        let deny = include_str!("../../../deny.toml");
        let quoted = |section: &str, key: &str| -> Vec<String> {
            let body = deny.split(&format!("[{section}]")).nth(1).expect("afdeling");
            let list = body.split(&format!("{key} = [")).nth(1).expect("lijst").split(']').next().expect("einde");
            list.split('"').skip(1).step_by(2).map(str::to_owned).collect()
        };
        assert_eq!(quoted("licenses", "allow"), ALLOWED);
        assert_eq!(quoted("bans", "deny"), BANNED);
    }
}
