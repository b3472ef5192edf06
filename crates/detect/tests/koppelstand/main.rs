//! The kept state of `koppel`: day after day the same file as a full run over the changed registers; and safe on disk.
#![expect(clippy::unwrap_used, reason = "een toets mag vallen")]

mod model;
mod schijf;
mod verloop;
mod weigeren;

use detect::{Fout, Koppelbestanden, Koppelstand, schrijf_koppeling};
use jiff::civil::Date;
use model::{Allen, KOPPEN, registers};
use rules::Vakantieregio;
use std::collections::BTreeMap;
use std::path::Path;

const REGIO: Vakantieregio = Vakantieregio::Zuid;

/// The registers of the model as files in a folder.
fn bestanden(map: &Path, allen: &Allen) -> Koppelbestanden {
    let zet = |i: usize| {
        let pad = map.join(format!("{i}.csv"));
        std::fs::write(&pad, &registers(allen)[i]).unwrap();
        pad
    };
    Koppelbestanden {
        personen: zet(0),
        inschrijvingen: zet(1),
        vrijstellingen: zet(2),
        diplomas: zet(3),
        gisteren: None,
    }
}

/// The full run, next to an outcome of before.
fn volledig(map: &Path, allen: &Allen, dag: Date, gisteren: Option<&Path>, uit: &Path) {
    let van = Koppelbestanden { gisteren: gisteren.map(Path::to_owned), ..bestanden(map, allen) };
    let (rijen, gemeenten) = van.koppel(dag, REGIO).unwrap();
    schrijf_koppeling(uit, &rijen, &gemeenten).unwrap();
}

fn bouw(map: &Path, allen: &Allen, dag: Date, stand: &Path, uit: &Path) -> Result<(), Fout> {
    Koppelstand::bouw(stand, &bestanden(map, allen), dag, REGIO)?.bewaar(uit)
}

fn naar(stand: &Path, dag: Date, nieuws: &Path, uit: &Path) -> Result<(), Fout> {
    Koppelstand::naar(stand, dag, nieuws)?.bewaar(uit)
}

/// A file without news.
fn geen_nieuws(map: &Path) -> std::path::PathBuf {
    let pad = map.join("geen.csv");
    std::fs::write(&pad, format!("{KOPPEN}\n")).unwrap();
    pad
}

/// Every file in a folder. SLOT only says that somebody works here, and holds nothing.
fn inhoud(map: &Path) -> BTreeMap<String, Vec<u8>> {
    let namen = std::fs::read_dir(map).unwrap().map(|b| b.unwrap());
    let met = |b: std::fs::DirEntry| (b.file_name().into_string().unwrap(), std::fs::read(b.path()).unwrap());
    namen.map(met).filter(|(n, bytes)| n != "SLOT" || !bytes.is_empty()).collect()
}
