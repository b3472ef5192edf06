//! What `cargo metadata` tells about this workspace.

use std::path::Path;
use std::process::Command;

use serde_json::Value;

/// Runs `cargo metadata` on the locked workspace, without the network.
///
/// Errors with the message of cargo, for instance when a package has not been fetched yet.
pub fn metadata(extra: &[&str]) -> Result<Value, String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .args(["metadata", "--format-version", "1", "--locked", "--offline"])
        .args(extra)
        .current_dir(root)
        .output()
        .map_err(|e| format!("cargo start niet: {e}"))?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into_owned());
    }
    serde_json::from_slice(&output.stdout).map_err(|e| format!("cargo metadata is geen JSON: {e}"))
}

/// The list under a key; empty when there is none.
pub fn list<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value[key].as_array().map_or(&[], Vec::as_slice)
}

/// The text under a key; empty when there is none.
pub fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap_or_default()
}
