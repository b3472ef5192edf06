//! Which crate may know which: the map of `ARCHITECTURE.md` and ADR 0001, as data.

use serde_json::Value;

use crate::metadata::{list, metadata, text};

/// One crate: the workspace crates and the outside crates that it may use in its normal build.
struct Layer {
    name: &'static str,
    inside: &'static [&'static str],
    outside: &'static [&'static str],
}

const LAYERS: &[Layer] = &[
    Layer { name: "rules", inside: &[], outside: &["jiff"] },
    Layer { name: "regelvraag", inside: &["rules"], outside: &["data-encoding", "jiff", "serde_json", "sha2"] },
    Layer {
        name: "detect",
        inside: &["rules"],
        outside: &[
            "arrow-array",
            "arrow-schema",
            "bytemuck",
            "csv",
            "flate2",
            "jiff",
            "parquet",
            "serde",
            "serde_json",
            "snap",
            "tempfile",
            "thiserror",
            "xxhash-rust",
            "zstd",
        ],
    },
    Layer { name: "domain", inside: &["rules"], outside: &["jiff", "serde", "thiserror", "uuid"] },
    Layer { name: "policy", inside: &["domain"], outside: &["jiff", "uuid"] },
    Layer {
        name: "parsers",
        inside: &["domain"],
        outside: &[
            "calamine",
            "csv",
            "encoding_rs",
            "jiff",
            "quick-xml",
            "serde",
            "serde_json",
            "unicode-normalization",
            "zip",
        ],
    },
    Layer { name: "beeld", inside: &[], outside: &[] },
    Layer {
        name: "store",
        inside: &["domain", "policy"],
        outside: &[
            "aes-gcm-siv",
            "data-encoding",
            "hkdf",
            "hmac",
            "jiff",
            "rand",
            "serde",
            "serde_json",
            "sha2",
            "sqlx",
            "thiserror",
            "tokio",
            "tracing",
            "uuid",
            "zeroize",
        ],
    },
    Layer {
        name: "synthese",
        inside: &["domain", "rules"],
        outside: &["jiff", "rand", "rand_chacha", "serde", "serde_json"],
    },
    Layer {
        name: "app",
        inside: &["detect", "domain", "parsers", "policy", "regelvraag", "rules", "store", "synthese"],
        outside: &[
            "argon2",
            "data-encoding",
            "hmac",
            "jiff",
            "rand",
            "serde",
            "serde_json",
            "sha2",
            "thiserror",
            "totp-rs",
            "tokio",
            "tracing",
            "uuid",
        ],
    },
    Layer {
        name: "web",
        inside: &["app", "beeld", "domain", "parsers", "policy", "regelvraag", "rules"],
        outside: &[
            "askama",
            "axum",
            "data-encoding",
            "http",
            "http-body-util",
            "jiff",
            "pulldown-cmark",
            "rust-embed",
            "serde",
            "serde_json",
            "serde_path_to_error",
            "sha2",
            "subtle",
            "tokio",
            "tokio-util",
            "tower",
            "tower-http",
            "tracing",
            "utoipa",
            "uuid",
        ],
    },
    Layer {
        name: "server",
        inside: &["app", "detect", "domain", "parsers", "policy", "regelvraag", "rules", "store", "synthese", "web"],
        outside: &[
            "clap",
            "hyper",
            "hyper-util",
            "indicatif",
            "jiff",
            "rand",
            "serde_json",
            "tokio",
            "tokio-util",
            "tower",
            "tracing",
            "tracing-subscriber",
        ],
    },
    Layer { name: "xtask", inside: &["regelvraag"], outside: &["serde_json"] },
];

/// Compares the workspace with the map.
///
/// Errors when cargo cannot describe the workspace.
pub fn check() -> Result<Vec<String>, String> {
    Ok(compare(&metadata(&["--no-deps"])?))
}

/// Every difference between a `cargo metadata --no-deps` and the map.
fn compare(metadata: &Value) -> Vec<String> {
    let packages = list(metadata, "packages");
    let names: Vec<&str> = packages.iter().map(|p| text(p, "name")).collect();
    let mut faults = Vec::new();
    for package in packages {
        let name = text(package, "name");
        let Some(layer) = LAYERS.iter().find(|l| l.name == name) else {
            faults.push(format!("crate `{name}` staat niet op de kaart in crates/xtask/src/layers.rs"));
            continue;
        };
        // Dev and build dependencies have a kind; only the normal build draws the map.
        for dependency in list(package, "dependencies").iter().filter(|d| d["kind"].is_null()) {
            let other = text(dependency, "name");
            let (allowed, sort) =
                if names.contains(&other) { (layer.inside, "crate") } else { (layer.outside, "buitencrate") };
            if !allowed.contains(&other) {
                faults.push(format!("`{name}` mag {sort} `{other}` niet gebruiken"));
            }
        }
    }
    for layer in LAYERS.iter().filter(|l| !names.contains(&l.name)) {
        faults.push(format!("crate `{}` staat op de kaart maar bestaat niet", layer.name));
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn layers() {
        assert_eq!(check(), Ok(Vec::new()));
    }

    /// `datafusion/` is a workspace of its own that the tests do not build; its lock file must follow along.
    #[test]
    fn the_lock_of_datafusion_knows_what_our_crates_use() {
        let slot = include_str!("../../../datafusion/Cargo.lock");
        let metadata = metadata(&["--no-deps"]).expect("cargo metadata");
        for package in list(&metadata, "packages").iter().filter(|p| ["detect", "rules"].contains(&text(p, "name"))) {
            let name = text(package, "name");
            let (_, rest) = slot.split_once(&format!("\nname = \"{name}\"\n")).expect(name);
            let own = rest.split("[[package]]").next().unwrap_or_default();
            for dependency in list(package, "dependencies").iter().filter(|d| d["kind"].is_null()) {
                // A version follows the name when there is more than one.
                let quoted = |na: char| own.contains(&format!(" \"{}{na}", text(dependency, "name")));
                assert!(
                    quoted('"') || quoted(' '),
                    "{name}: {} ontbreekt in datafusion/Cargo.lock",
                    dependency["name"]
                );
            }
        }
    }

    #[test]
    fn the_map_has_no_cycle() {
        // A crate stands after everything it uses, so the list order is itself the proof.
        for (place, layer) in LAYERS.iter().enumerate() {
            for other in layer.inside {
                let there = LAYERS.iter().position(|l| l.name == *other);
                assert!(there.is_some_and(|t| t < place), "{} -> {other}", layer.name);
            }
        }
    }

    #[test]
    fn a_wrong_edge_is_seen() {
        let package = |name: &str, dependencies: Value| json!({ "name": name, "dependencies": dependencies });
        let mut packages: Vec<Value> = LAYERS.iter().map(|l| package(l.name, json!([]))).collect();
        assert_eq!(compare(&json!({ "packages": &packages })), Vec::<String>::new());
        let plek = |name: &str| LAYERS.iter().position(|l| l.name == name).unwrap_or(0);
        packages[plek("rules")] =
            package("rules", json!([{ "name": "sqlx", "kind": null }, { "name": "proptest", "kind": "dev" }]));
        packages[plek("domain")] = package("domain", json!([{ "name": "store", "kind": null }]));
        packages.push(package("nieuw", json!([])));
        assert_eq!(
            compare(&json!({ "packages": &packages })),
            [
                "`rules` mag buitencrate `sqlx` niet gebruiken",
                "`domain` mag crate `store` niet gebruiken",
                "crate `nieuw` staat niet op de kaart in crates/xtask/src/layers.rs",
            ]
        );
    }
}
