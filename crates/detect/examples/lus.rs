//! One hot loop and nothing else, to count its instructions: `lus LUS MAP`, with the files of `maak` and `maak_koppel`.
//!
//! `bouw` makes the register that `zestien` and `beide` read.

use detect::{Bouw, Grenzen, Koppelbestanden, Register, Schooljaar, Soort, Vraag, Wet};
use jiff::civil::date;
use rules::Vakantieregio;
use std::error::Error;
use std::path::Path;

fn main() -> Result<(), Box<dyn Error>> {
    let mut args = std::env::args().skip(1);
    let (Some(lus), Some(map)) = (args.next(), args.next()) else { return Err("gebruik: lus LUS MAP".into()) };
    let map = Path::new(&map);
    let jaar = Schooljaar::van(date(2025, 9, 1));
    let (aanwezigheid, register) = (vec![map.join("aanwezigheid.parquet")], map.join("register"));
    let grenzen = Grenzen { jaar, tot_en_met: i32::MAX };
    let wet = |scholen| Wet::nieuw(jaar, scholen, jaar.datum(jaar.dagen - 1));
    let vraag = |soort, eerste| Vraag { soort, eerste, tot: jaar.dagen - 1 };
    let n = match lus.as_str() {
        "bouw" => {
            let scholen = detect::lees_scholen(&map.join("scholen.parquet"))?;
            let mut bouw = Bouw::begin(&register, jaar, &scholen)?;
            detect::lees_aanwezigheid(&aanwezigheid, grenzen, map, &mut bouw, Bouw::opnieuw)?;
            usize::try_from(bouw.klaar()?.lessen())?
        }
        "parket" => {
            let scholen = detect::lees_scholen(&map.join("scholen.parquet"))?;
            let v = vraag(Soort::ZestienUur, true);
            detect::signaleer_bestanden(&aanwezigheid, grenzen, &wet(&scholen), v, 1, map)?.len()
        }
        "zestien" | "beide" => {
            let r = Register::open(&register)?;
            let soort = if lus == "beide" { Soort::Beide } else { Soort::ZestienUur };
            detect::signaleer(&r, &wet(r.scholen()), vraag(soort, lus == "zestien"), 1)?.len()
        }
        "koppel" => {
            let bestand = |naam: &str| map.join(format!("{naam}.parquet"));
            let k = Koppelbestanden {
                personen: bestand("personen"),
                inschrijvingen: bestand("inschrijvingen"),
                vrijstellingen: bestand("vrijstellingen"),
                diplomas: bestand("diplomas"),
                gisteren: None,
            };
            k.koppel(date(2026, 11, 2), Vakantieregio::Midden)?.0.len()
        }
        _ => return Err("lussen: bouw, parket, zestien, beide, koppel".into()),
    };
    println!("{n}");
    Ok(())
}
