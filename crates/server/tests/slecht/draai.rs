//! Runs the program and watches how much memory it takes.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

/// More than this no file may cost.
pub(crate) const HOOGSTENS_KB: u64 = 400 << 10;

/// How a run ended.
pub(crate) struct Uitkomst {
    pub(crate) status: Option<i32>,
    pub(crate) fout: String,
    pub(crate) piek_kb: u64,
}

/// Runs `leerrecht` with these words.
pub(crate) fn draai(woorden: &[&OsStr]) -> Uitkomst {
    let mut kind = Command::new(env!("CARGO_BIN_EXE_leerrecht"))
        .args(woorden)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let pad = format!("/proc/{}/status", kind.id());
    let mut piek_kb = 0;
    // A process that has ended but was not waited for says nothing about memory any more.
    while kind.try_wait().unwrap().is_none() {
        let regels = std::fs::read_to_string(&pad).unwrap_or_default();
        let piek = regels.lines().find_map(|r| r.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB")?.parse().ok());
        piek_kb = piek_kb.max(piek.unwrap_or(0));
        std::thread::sleep(Duration::from_millis(1));
    }
    let klaar = kind.wait_with_output().unwrap();
    Uitkomst { status: klaar.status.code(), fout: String::from_utf8_lossy(&klaar.stderr).into_owned(), piek_kb }
}

/// Every file below a folder with what is in it.
pub(crate) fn inhoud(map: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut uit = BTreeMap::new();
    for pad in std::fs::read_dir(map).unwrap().map(|b| b.unwrap().path()) {
        let naam = pad.display().to_string();
        if pad.is_dir() {
            uit.extend(inhoud(&pad));
            uit.insert(naam, Vec::new());
        } else {
            uit.insert(naam, std::fs::read(&pad).unwrap());
        }
    }
    uit
}

/// The run was refused as it should: status 2, one message with the file and these words, no panic, little memory.
pub(crate) fn geweigerd(wat: &str, u: &Uitkomst, bestand: &str, woorden: &[&str]) -> Result<(), String> {
    let mis = |waarom: &str| Err(format!("{wat}: {waarom}\n      {:?} {}", u.status, u.fout.trim()));
    if u.fout.contains("panicked") || u.fout.contains("RUST_BACKTRACE") {
        return mis("paniek");
    }
    if u.status != Some(2) {
        return mis("de status is niet 2");
    }
    if u.piek_kb > HOOGSTENS_KB {
        return mis(&format!("{} MB geheugen", u.piek_kb >> 10));
    }
    if u.fout.trim().lines().count() != 1 || !u.fout.trim().ends_with('.') {
        return mis("dit is niet één regel met een zin");
    }
    for w in [bestand].iter().chain(woorden) {
        if !u.fout.contains(w) {
            return mis(&format!("«{w}» staat er niet"));
        }
    }
    Ok(())
}
