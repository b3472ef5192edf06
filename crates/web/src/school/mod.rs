//! The space School, a page per file.

pub(crate) mod bestanden;
pub(crate) mod inrichting;
pub(crate) mod leerling;
pub(crate) mod les;
pub(crate) mod melding;
pub(crate) mod vandaag;

use crate::fout::Pagina;
use crate::toon::{iso_kort, soort, stand_melding, store_rows::MeldingRow, termijn};
use app::sessie::Sessie;
use beeld::uren;
use serde::Deserialize;
use uuid::Uuid;

struct MeldingRegel {
    id: String,
    naam: String,
    soort: &'static str,
    periode: String,
    uren: String,
    stand: (&'static str, &'static str),
    nummer: String,
    termijn: String,
    overzicht: bool,
    terugkoppeling: String,
}

fn meldingregel(m: &MeldingRow, naam: String, lesuur: i64, vandaag: domain::Datum) -> MeldingRegel {
    MeldingRegel {
        id: m.id.to_string(),
        naam,
        soort: soort(&m.soort),
        periode: match &m.einde_dag {
            Some(e) => format!("{} t/m {}", iso_kort(&m.begin_dag), iso_kort(e)),
            None => format!("vanaf {}", iso_kort(&m.begin_dag)),
        },
        uren: uren(m.minuten, lesuur),
        stand: stand_melding(m),
        nummer: m.registernummer.clone().unwrap_or_else(|| m.nummer.clone()),
        termijn: if m.stand == "concept" {
            m.uiterlijk.as_deref().map_or(String::new(), |u| termijn(u, vandaag))
        } else {
            String::new()
        },
        overzicht: m.overzicht_gevraagd.is_some(),
        terugkoppeling: m.terugkoppeling.clone().unwrap_or_default(),
    }
}

fn mag_melden(s: &Sessie) -> bool {
    matches!(s.wie.rol, policy::Rol::Verzuimmedewerker | policy::Rol::Schoolleider)
}

fn store_naam(l: &crate::toon::store_rows::LeerlingRow) -> String {
    l.naam()
}

/// A key in an address that is no key is a page that does not exist.
pub(crate) fn sleutel(tekst: &str) -> Result<Uuid, Pagina> {
    Uuid::parse_str(tekst).map_err(|_| Pagina::niet_gevonden())
}

#[derive(Deserialize)]
pub(crate) struct AlleenCsrf {
    #[serde(default)]
    csrf: String,
}
