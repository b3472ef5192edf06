//! Files that cannot be used, through the program itself: one clear message, nothing left behind, and little memory.
#![expect(clippy::unwrap_used, reason = "een toets mag vallen")]

mod slecht;

use slecht::draai::{Uitkomst, draai, geweigerd, inhoud};
use slecht::{Geval, maak};
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

/// A folder with good files, a good register, and room for what comes out.
struct Proef {
    map: tempfile::TempDir,
}

impl Proef {
    fn nieuw() -> Self {
        let z = Self { map: tempfile::tempdir().unwrap() };
        for m in ["in", "uit"] {
            std::fs::create_dir(z.pad(m)).unwrap();
        }
        maak::schrijf(&z.pad("in/scholen.parquet"), maak::scholen());
        maak::schrijf(&z.pad("in/goed.parquet"), maak::goed());
        let u = z.bouw(&z.pad("in/goed.parquet"), &z.pad("in/scholen.parquet"), "register");
        assert_eq!(u.status, Some(0), "{}", u.fout);
        z
    }

    fn pad(&self, naam: &str) -> PathBuf {
        self.map.path().join(naam)
    }

    fn signaleer(&self, les: &Path, scholen: &Path, meer: &[&str], uit: &str) -> Uitkomst {
        let uit = self.pad(uit);
        let mut w = woorden(&["signaleer", "--schooljaar", "2025-2026", "--soort", "beide", "--stil"]);
        w.extend(woorden(meer));
        w.extend(["--aanwezigheid".as_ref(), les.as_os_str(), "--scholen".as_ref(), scholen.as_os_str()]);
        w.extend(["--uit".as_ref(), uit.as_os_str()]);
        draai(&w)
    }

    fn bouw(&self, les: &Path, scholen: &Path, uit: &str) -> Uitkomst {
        let uit = self.pad(uit);
        let mut w = woorden(&["lesregister", "bouw", "--schooljaar", "2025-2026", "--stil"]);
        w.extend(["--aanwezigheid".as_ref(), les.as_os_str(), "--scholen".as_ref(), scholen.as_os_str()]);
        w.extend(["--uit".as_ref(), uit.as_os_str()]);
        draai(&w)
    }

    fn voegtoe(&self, les: &Path, register: &str) -> Uitkomst {
        let register = self.pad(register);
        let mut w = woorden(&["lesregister", "voegtoe", "--stil", "--lesregister"]);
        w.extend([register.as_os_str(), "--aanwezigheid".as_ref(), les.as_os_str()]);
        draai(&w)
    }
}

fn woorden<'a>(w: &[&'a str]) -> Vec<&'a OsStr> {
    w.iter().copied().map(OsStr::new).collect()
}

/// Puts each case to every command that reads such a file; what is wrong, all of it, at the end.
fn loop_af(gevallen: Vec<Geval>, scholen: bool) {
    let (mut mis, mut runs, mut piek) = (Vec::new(), 0, (0, String::new()));
    for g in gevallen {
        let p = Proef::nieuw();
        let krom = p.pad("in").join(g.bestand);
        (g.maak)(&krom);
        let goed = if scholen { p.pad("in/goed.parquet") } else { p.pad("in/scholen.parquet") };
        let (les, sch) = if scholen { (&goed, &krom) } else { (&krom, &goed) };
        let voor = inhoud(p.map.path());
        let mut proeven = vec![
            ("signaleer", p.signaleer(les, sch, &[], "uit/signalen.parquet")),
            ("signaleer, twee draden", p.signaleer(les, sch, &["--draden", "2"], "uit/signalen.csv")),
            ("bouw", p.bouw(les, sch, "uit/register")),
            ("bouw over een ander heen", p.bouw(les, sch, "register")),
        ];
        if !scholen {
            proeven.push(("voegtoe", p.voegtoe(les, "register")));
        }
        for (opdracht, u) in proeven {
            runs += 1;
            let wat = format!("{} ({}), {opdracht}", g.naam, g.bestand);
            mis.extend(geweigerd(&wat, &u, g.bestand, g.woorden).err());
            if u.piek_kb > piek.0 {
                piek = (u.piek_kb, wat);
            }
        }
        let na = inhoud(p.map.path());
        if na != voor {
            let anders: Vec<_> = na.iter().filter(|(k, v)| voor.get(*k) != Some(v)).map(|(k, _)| k).collect();
            mis.push(format!("{} ({}): er bleef iets achter: {anders:?}", g.naam, g.bestand));
        }
    }
    println!("{runs} keer geweigerd; hoogstens {} MB, bij «{}»", piek.0 >> 10, piek.1);
    assert!(mis.is_empty(), "{} keer mis:\n  {}", mis.len(), mis.join("\n  "));
}

#[test]
fn slechte_aanwezigheid_is_een_duidelijke_fout() {
    let gevallen = slecht::aanwezigheid::gevallen();
    assert!(gevallen.len() >= 25);
    loop_af(gevallen, false);
}

#[test]
fn slechte_scholen_zijn_een_duidelijke_fout() {
    loop_af(slecht::scholen::gevallen(), true);
}

#[test]
fn een_map_die_geen_lesregister_is() {
    let p = Proef::nieuw();
    std::fs::create_dir(p.pad("leeg")).unwrap();
    std::fs::create_dir(p.pad("krom")).unwrap();
    std::fs::write(p.pad("krom/REGISTER"), "dit is iets anders\n").unwrap();
    let voor = inhoud(p.map.path());
    let (les, uit) = (p.pad("in/goed.parquet"), p.pad("uit/signalen.csv"));
    for (naam, herstel) in [
        ("leeg", "lesregister bouw"),
        ("nergens", "lesregister bouw"),
        ("in/goed.parquet", "."),
        ("krom", "reservekopie"),
    ] {
        let map = p.pad(naam);
        let mut w = woorden(&["lesregister", "controleer", "--lesregister"]);
        w.push(map.as_os_str());
        geweigerd("controleer", &draai(&w), naam, &[herstel]).unwrap();
        let mut w = woorden(&["signaleer", "--lesregister"]);
        w.extend([map.as_os_str(), "--uit".as_ref(), uit.as_os_str()]);
        geweigerd("signaleer", &draai(&w), naam, &[herstel]).unwrap();
        geweigerd("voegtoe", &p.voegtoe(&les, naam), naam, &[herstel]).unwrap();
    }
    // A damaged list is never overwritten, and the message says what is possible.
    let u = p.bouw(&les, &p.pad("in/scholen.parquet"), "krom");
    geweigerd("bouw", &u, "krom", &["beschadigd", "andere map"]).unwrap();
    let na: Vec<_> = inhoud(p.map.path()).into_iter().filter(|(k, _)| !k.ends_with("SLOT")).collect();
    assert_eq!(na, voor.into_iter().filter(|(k, _)| !k.ends_with("SLOT")).collect::<Vec<_>>());
}

/// Files that look odd but say the same, or nothing.
#[test]
fn wat_wel_mag_geeft_dezelfde_signalen() {
    let p = Proef::nieuw();
    let scholen = p.pad("in/scholen.parquet");
    let signalen = |les: &str| {
        let u = p.signaleer(&p.pad(les), &scholen, &[], "uit/signalen.csv");
        assert_eq!((u.status, u.fout.as_str()), (Some(0), ""), "{les}");
        std::fs::read_to_string(p.pad("uit/signalen.csv")).unwrap()
    };
    let goed = signalen("in/goed.parquet");
    assert!(goed.lines().count() >= 10, "{goed}");
    maak::schrijf(&p.pad("in/door elkaar.parquet"), maak::door_elkaar());
    std::fs::write(p.pad("in/komma.csv"), maak::csv(',')).unwrap();
    std::fs::write(p.pad("in/punt komma.csv"), format!("\u{FEFF}{}", maak::csv(';')).replace('\n', "\r\n")).unwrap();
    for les in ["in/door elkaar.parquet", "in/komma.csv", "in/punt komma.csv"] {
        assert_eq!(signalen(les), goed, "{les}");
        let u = p.bouw(&p.pad(les), &scholen, "uit/register");
        assert_eq!(u.status, Some(0), "{les}: {}", u.fout);
    }
    // Nobody was away: that is no fault.
    maak::schrijf(&p.pad("in/niets.parquet"), maak::goed().into_iter().map(|(n, k)| (n, k.slice(0, 0))).collect());
    std::fs::write(p.pad("in/niets.csv"), maak::csv(',').lines().next().unwrap()).unwrap();
    for les in ["in/niets.parquet", "in/niets.csv"] {
        assert_eq!(signalen(les).lines().count(), 1, "{les}");
        let u = p.bouw(&p.pad(les), &scholen, "uit/register");
        assert_eq!(u.status, Some(0), "{les}: {}", u.fout);
    }
}

#[test]
fn een_les_van_overmorgen_kan_nog_niet() {
    let p = Proef::nieuw();
    // What the clock of this machine says, by way of a file that was made just now.
    let nu = std::fs::metadata(p.pad("in/goed.parquet")).unwrap().modified().unwrap();
    let dagen = nu.duration_since(std::time::UNIX_EPOCH).unwrap().as_secs() / 86_400;
    let overmorgen = detect::datum(i32::try_from(dagen).unwrap() + 2);
    let jaar = detect::Schooljaar::van(overmorgen).naam();
    let les = p.pad("in/toekomst.csv");
    let regel = format!("leerling,school,datum,lesuur,minuten,status\n1,0,{overmorgen},1,50,ziek\n");
    std::fs::write(&les, regel).unwrap();
    let (scholen, uit) = (p.pad("in/scholen.parquet"), p.pad("uit/er komt niets"));
    for opdracht in [&["signaleer"][..], &["lesregister", "bouw"]] {
        let mut w = woorden(opdracht);
        w.extend(["--stil", "--schooljaar", &jaar].map(OsStr::new));
        w.extend(["--aanwezigheid".as_ref(), les.as_os_str(), "--scholen".as_ref(), scholen.as_os_str()]);
        w.extend(["--uit".as_ref(), uit.as_os_str()]);
        let toekomst = ["kolom datum, rij 1", "in de toekomst", "al geweest"];
        geweigerd("overmorgen", &draai(&w), "toekomst.csv", &toekomst).unwrap();
        assert!(!uit.exists());
    }
}
