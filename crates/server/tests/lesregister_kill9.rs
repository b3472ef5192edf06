//! SIGKILL at random moments while a lesson register is built anew or changed: it is wholly the old one or wholly the new
//! one, reads without a fault, and takes the next change. `LESREGISTER_KEREN` sets how often (default 20).
#![expect(clippy::unwrap_used, reason = "een toets mag vallen")]

use arrow_array::{ArrayRef, Date32Array, RecordBatch, StringArray, UInt8Array, UInt16Array, UInt32Array};
use parquet::arrow::ArrowWriter;
use rand::{Rng, SeedableRng, rngs::StdRng};
use std::collections::BTreeSet;
use std::fs::File;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

const LEERLINGEN: u32 = 12_000;
const PER_LEERLING: u32 = 60;
/// Sets of changes on the base: one more, and they are merged.
const WIJZIGINGEN: u32 = 9;
/// Somebody new, whom only the change after an interruption brings.
const NIEUW: u32 = 900_000;
/// 1 September 2025, in days since 1970.
const SEPTEMBER: u32 = 20_332;

/// Lessons of these pupils: six a day from the first, each five minutes longer for another `soort`. The second half of the
/// pupils comes in reverse, so that half-way it turns out that everything must be sorted.
fn lessen(pad: &Path, leerlingen: &[u32], soort: u32) {
    let midden = leerlingen.len() / 2;
    let volgorde = leerlingen[..midden].iter().chain(leerlingen[midden..].iter().rev());
    let rijen: Vec<(u32, u32)> = volgorde.flat_map(|l| (0..PER_LEERLING).map(|i| (*l, i))).collect();
    let status = |(l, i): (u32, u32)| {
        ["ziek", "ongeoorloofd", "te_laat", "geoorloofd"][(l.wrapping_mul(7) + i / 6 * soort + i % 6) as usize % 4]
    };
    let r = || rijen.iter().copied();
    let klein = |n: u32| u8::try_from(n).unwrap();
    let kolommen: [(&str, ArrayRef); 6] = [
        ("leerling", Arc::new(UInt32Array::from_iter_values(r().map(|(l, _)| l)))),
        ("school", Arc::new(UInt32Array::from_iter_values(r().map(|(l, _)| l % 3)))),
        ("datum", Arc::new(Date32Array::from_iter_values(r().map(|(_, i)| i32::try_from(SEPTEMBER + i / 6).unwrap())))),
        ("lesuur", Arc::new(UInt8Array::from_iter_values(r().map(|(_, i)| klein(i % 6))))),
        ("minuten", Arc::new(UInt16Array::from_iter_values(r().map(|_| u16::from(klein(40 + 5 * soort)))))),
        ("status", Arc::new(StringArray::from_iter_values(r().map(status)))),
    ];
    let blok = RecordBatch::try_from_iter(kolommen).unwrap();
    let mut w = ArrowWriter::try_new(File::create(pad).unwrap(), blok.schema(), None).unwrap();
    w.write(&blok).unwrap();
    w.close().unwrap();
}

fn opdracht(woorden: &[&str]) -> Command {
    let mut c = Command::new(env!("CARGO_BIN_EXE_leerrecht"));
    c.args(woorden).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped());
    c
}

/// Runs to the end, and must succeed; how long it took.
fn lukt(mut c: Command) -> Duration {
    let begin = Instant::now();
    let klaar = c.output().unwrap();
    assert!(klaar.status.success(), "{c:?}: {}", String::from_utf8_lossy(&klaar.stderr));
    begin.elapsed()
}

/// A folder with files to build from.
struct Proef(tempfile::TempDir);

impl Proef {
    fn pad(&self, naam: &str) -> PathBuf {
        self.0.path().join(naam)
    }

    fn bouw(&self, les: &str, uit: &Path) -> Command {
        let mut c = opdracht(&["lesregister", "bouw", "--schooljaar", "2025-2026", "--stil"]);
        c.arg("--aanwezigheid").arg(self.pad(les)).arg("--scholen").arg(self.pad("scholen.csv")).arg("--uit").arg(uit);
        c
    }

    fn voegtoe(&self, les: &str, register: &Path) -> Command {
        let mut c = opdracht(&["lesregister", "voegtoe", "--stil"]);
        c.arg("--lesregister").arg(register).arg("--aanwezigheid").arg(self.pad(les));
        c
    }

    /// The register is whole; its signals, a line each.
    fn signalen(&self, register: &Path) -> BTreeSet<String> {
        let mut c = opdracht(&["lesregister", "controleer"]);
        c.arg("--lesregister").arg(register);
        lukt(c);
        let mut c = opdracht(&["signaleer", "--soort", "beide", "--stil"]);
        c.arg("--lesregister").arg(register).arg("--uit").arg(self.pad("signalen.csv"));
        lukt(c);
        let tekst = std::fs::read_to_string(self.pad("signalen.csv")).unwrap();
        tekst.lines().skip(1).map(str::to_owned).collect()
    }

    /// A fresh copy of the register as it was.
    fn kopie(&self) -> PathBuf {
        let naar = self.pad("register");
        let _ = std::fs::remove_dir_all(&naar);
        std::fs::create_dir(&naar).unwrap();
        for b in std::fs::read_dir(self.pad("oud")).unwrap().map(|b| b.unwrap()) {
            std::fs::copy(b.path(), naar.join(b.file_name())).unwrap();
        }
        naar
    }
}

fn proef() -> Proef {
    let p = Proef(tempfile::tempdir().unwrap());
    std::fs::write(p.pad("scholen.csv"), "school,vakantieregio,lesuur_minuten\n0,noord,50\n1,midden,45\n2,zuid,60\n")
        .unwrap();
    let alle: Vec<u32> = (0..LEERLINGEN).collect();
    lessen(&p.pad("a.parquet"), &alle, 1);
    lessen(&p.pad("b.parquet"), &alle, 2);
    let een_op_drie: Vec<u32> = alle.iter().copied().filter(|l| l % 3 == 1).collect();
    lessen(&p.pad("c.parquet"), &een_op_drie, 3);
    lessen(&p.pad("nieuw.parquet"), &[NIEUW], 3);
    lukt(p.bouw("a.parquet", &p.pad("oud")));
    for n in 0..WIJZIGINGEN {
        lessen(&p.pad("d.parquet"), &[n, n + 100], 4);
        lukt(p.voegtoe("d.parquet", &p.pad("oud")));
    }
    p
}

/// Files in the folder that the list of the register does not name.
fn rommel(register: &Path) -> usize {
    let lijst = std::fs::read_to_string(register.join("REGISTER")).unwrap();
    let lijst: serde_json::Value = serde_json::from_str(lijst.lines().next().unwrap()).unwrap();
    let delen: Vec<&str> = lijst["delen"].as_array().unwrap().iter().filter_map(|d| d["bestand"].as_str()).collect();
    let namen = std::fs::read_dir(register).unwrap().map(|b| b.unwrap().file_name().into_string().unwrap());
    namen.filter(|n| n != "REGISTER" && n != "SLOT" && !delen.contains(&n.as_str())).count()
}

/// Starts this and kills it: after so long, or as soon as the list of the register is another file. Was it still at work?
fn dood(mut c: Command, na: Option<Duration>, register: &Path) -> bool {
    let lijst = || std::fs::metadata(register.join("REGISTER")).map(|m| m.ino()).ok();
    let eerst = lijst();
    let mut kind = c.spawn().unwrap();
    match na {
        Some(duur) => std::thread::sleep(duur),
        None => while lijst() == eerst && kind.try_wait().unwrap().is_none() {},
    }
    kind.kill().unwrap();
    // Killed processes have no exit status.
    kind.wait().unwrap().code().is_none()
}

#[test]
fn na_sigkill_is_het_register_het_oude_of_het_nieuwe() {
    let keren: u32 = std::env::var("LESREGISTER_KEREN").ok().and_then(|k| k.parse().ok()).unwrap_or(20);
    let p = proef();
    let oud = p.signalen(&p.pad("oud"));
    // Which command, how long it takes when nothing happens, and what it makes.
    let proeven = ["bouw", "voegtoe"].map(|naam| {
        let p = &p;
        let doe = move |r: &Path| if naam == "bouw" { p.bouw("b.parquet", r) } else { p.voegtoe("c.parquet", r) };
        let mut duur: Vec<Duration> = (0..3).map(|_| lukt(doe(&p.kopie()))).collect();
        duur.sort();
        let nieuw = p.signalen(&p.pad("register"));
        assert!(nieuw != oud && nieuw.len() > 1000 && oud.len() > 1000, "{} {}", oud.len(), nieuw.len());
        (naam, doe, duur[1], nieuw)
    });
    let mut r = StdRng::seed_from_u64(9);
    let mut gezien = [[0; 3]; 2];
    let mut half = 0;
    for keer in 0..keren {
        let i = keer as usize % 2;
        let (naam, doe, duur, nieuw) = &proeven[i];
        let register = p.kopie();
        // One in five as soon as the new register counts, the others spread over the time that it takes.
        let moment =
            (keer / 2 % 5 != 4).then(|| duur.mul_f64((f64::from(keer) + r.random::<f64>()) / f64::from(keren)));
        let onderbroken = dood(doe(&register), moment, &register);
        half += usize::from(onderbroken && rommel(&register) > 0);
        let nu = p.signalen(&register);
        let welk = if nu == oud {
            0
        } else {
            assert!(nu == *nieuw, "{naam}, keer {keer}, na {moment:?}: niet het oude en niet het nieuwe register");
            1
        };
        assert!(onderbroken || welk == 1, "{naam}, keer {keer}: klaar, maar het is het oude register");
        gezien[i][if onderbroken { welk } else { 2 }] += 1;
        // The next change works, and nothing of the interrupted one is left.
        lukt(p.voegtoe("nieuw.parquet", &register));
        assert_eq!(rommel(&register), 0, "{naam}, keer {keer}");
        let daarna = p.signalen(&register);
        let erbij: Vec<&String> = daarna.difference(&nu).collect();
        assert!(daarna.is_superset(&nu) && !erbij.is_empty(), "{naam}, keer {keer}");
        assert!(erbij.iter().all(|s| s.starts_with(&format!("{NIEUW},"))), "{erbij:?}");
    }
    for ((naam, _, duur, _), [oud, nieuw, klaar]) in proeven.iter().zip(gezien) {
        println!("{naam} ({duur:?}): onderbroken {oud} keer het oude, {nieuw} keer het nieuwe; {klaar} keer net klaar");
    }
    println!("{half} keer bleef er iets half achter, en de volgende keer was het weg");
    let som = |welk: usize| gezien.iter().map(|g| g[welk]).sum::<usize>();
    assert!(som(0) > 0 && som(1) > 0 && half > 0, "niet allebei onderbroken: {gezien:?}");
}
