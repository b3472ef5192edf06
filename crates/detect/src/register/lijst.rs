//! The list of a register: which files count. One line of JSON and one line with its checksum, replaced as a whole.

use crate::fout::Fout;
use crate::wet::School;
use rules::Vakantieregio;
use serde::{Deserialize, Serialize};
use std::fs::File;
use std::io::Write;
use std::path::Path;
use xxhash_rust::xxh3::xxh3_64;

/// The list.
pub(super) const NAAM: &str = "REGISTER";
/// The list that is being written.
pub(super) const IN_WORDING: &str = "REGISTER.deel";
/// Held by whoever writes.
pub(super) const SLOT: &str = "SLOT";
/// How the name of a segment begins and ends.
pub(super) const VOOR: &str = "lessen-";
pub(super) const NA: &str = ".lr1";
pub(super) const HERSTEL: &str = "Zet een reservekopie terug, of bouw het lesregister opnieuw.";
/// A list is small: a few numbers per school.
const HOOGSTENS: u64 = 64 << 20;

/// The name of a segment.
pub(super) fn naam(volgnummer: u64) -> String {
    format!("{VOOR}{volgnummer:06}{NA}")
}

/// A file that counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Deel {
    pub(super) bestand: String,
    pub(super) lengte: u64,
    pub(super) som: u64,
}

/// What the list says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Lijst {
    pub(super) jaar: i16,
    pub(super) volgnummer: u64,
    pub(super) scholen: Vec<School>,
    pub(super) laatste_dag: Option<u16>,
    /// The base and the changes, oldest first.
    pub(super) delen: Vec<Deel>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Vorm {
    versie: u32,
    schooljaar: i16,
    volgnummer: u64,
    laatste_dag: Option<u16>,
    delen: Vec<Deel>,
    scholen: Vec<(u32, String, u16)>,
}

impl Lijst {
    pub(super) fn lees(map: &Path) -> Result<Self, Fout> {
        let pad = map.join(NAAM);
        let stuk = || Fout::van(&pad, "de lijst van het lesregister is beschadigd", HERSTEL);
        let grootte = match std::fs::metadata(&pad) {
            Ok(m) => m.len(),
            Err(e) if e.kind() == std::io::ErrorKind::NotFound => {
                return Err(Fout::van(
                    map,
                    "hier staat geen lesregister",
                    "Maak er een met `leerrecht lesregister bouw`.",
                ));
            }
            Err(e) => return Err(Fout::io(&pad, &e)),
        };
        if grootte > HOOGSTENS {
            return Err(stuk());
        }
        let tekst = std::fs::read(&pad).map_err(|e| Fout::io(&pad, &e))?;
        let tekst = std::str::from_utf8(&tekst).map_err(|_| stuk())?;
        let (regel, som) = tekst.strip_suffix('\n').and_then(|t| t.split_once('\n')).ok_or_else(stuk)?;
        if som != somtekst(regel) {
            return Err(stuk());
        }
        let v: Vorm = serde_json::from_str(regel).map_err(|_| stuk())?;
        let veilig = v
            .delen
            .iter()
            .all(|d| d.bestand.starts_with(VOOR) && d.bestand.ends_with(NA) && !d.bestand.contains(['/', '\\']));
        if v.versie != 1 || !veilig {
            return Err(stuk());
        }
        let scholen = v
            .scholen
            .into_iter()
            .map(|(school, regio, lesuur_minuten)| {
                Some(School { school, regio: Vakantieregio::uit_code(&regio)?, lesuur_minuten })
            })
            .collect::<Option<_>>()
            .ok_or_else(stuk)?;
        Ok(Self { jaar: v.schooljaar, volgnummer: v.volgnummer, scholen, laatste_dag: v.laatste_dag, delen: v.delen })
    }

    /// Replaces the list: after this the new register counts, before it the old one.
    pub(super) fn schrijf(&self, map: &Path) -> Result<(), Fout> {
        let v = Vorm {
            versie: 1,
            schooljaar: self.jaar,
            volgnummer: self.volgnummer,
            laatste_dag: self.laatste_dag,
            delen: self.delen.clone(),
            scholen: self.scholen.iter().map(|s| (s.school, s.regio.code().to_owned(), s.lesuur_minuten)).collect(),
        };
        let io = |e: std::io::Error| Fout::io(map, &e);
        let regel = serde_json::to_string(&v).map_err(|e| io(e.into()))?;
        let deel = map.join(IN_WORDING);
        let mut bestand = File::create(&deel).map_err(io)?;
        writeln!(bestand, "{regel}\n{}", somtekst(&regel)).map_err(io)?;
        bestand.sync_all().map_err(io)?;
        // The files themselves must be in the folder before the list that names them is.
        let folder = File::open(map).map_err(io)?;
        folder.sync_all().map_err(io)?;
        std::fs::rename(&deel, map.join(NAAM)).map_err(io)?;
        folder.sync_all().map_err(io)
    }
}

fn somtekst(regel: &str) -> String {
    format!("{:016x}", xxh3_64(regel.as_bytes()))
}
