//! Bestanden zoals scholen ze uit hun administratie halen; nooit met een BSN.

use crate::{Markering, Organisatie, Wereld};
use domain::Datum;
use domain::aanwezigheid::Status;
use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

/// De drie manieren waarop een administratie exporteert.
#[derive(Clone, Copy)]
enum Dialect {
    /// UTF-8, puntkomma, dd-mm-jjjj, korte codes.
    Puntkomma,
    /// Windows-1252, komma, jjjj-mm-dd, woorden, met de naam erbij.
    Komma,
    /// UTF-8, tab, jjjj-mm-dd, korte codes, eigen kopjes.
    Tab,
}

impl Dialect {
    const fn scheiding(self) -> char {
        match self {
            Self::Puntkomma => ';',
            Self::Komma => ',',
            Self::Tab => '\t',
        }
    }

    const fn kop(self) -> &'static [&'static str] {
        match self {
            Self::Puntkomma => &["Leerlingnummer", "Datum", "Lesuur", "Code", "Minuten te laat"],
            Self::Komma => &["Leerlingnummer", "Naam", "Datum", "Lesuur", "Reden", "Minuten te laat"],
            Self::Tab => &["Stamnummer", "Dag", "Uur", "Absentiecode", "Minuten"],
        }
    }

    fn rij(self, m: &Markering, naam: &str) -> Vec<String> {
        let minuten = if m.status == Status::TeLaat { m.minuten_te_laat.to_string() } else { String::new() };
        let (nummer, les) = (m.leerlingnummer.clone(), m.lesuur.to_string());
        match self {
            Self::Puntkomma => vec![nummer, nederlands(m.datum), les, korte_code(m.status).to_owned(), minuten],
            Self::Komma => {
                vec![nummer, naam.to_owned(), m.datum.to_string(), les, m.status.woord().to_owned(), minuten]
            }
            Self::Tab => vec![nummer, m.datum.to_string(), les, korte_code(m.status).to_owned(), minuten],
        }
    }

    fn bytes(self, tekst: &str) -> Vec<u8> {
        match self {
            Self::Komma => tekst.chars().map(windows_1252).collect(),
            Self::Puntkomma | Self::Tab => tekst.as_bytes().to_vec(),
        }
    }
}

/// De code in een schooladministratie.
const fn korte_code(status: Status) -> &'static str {
    match status {
        Status::Aanwezig => "A",
        Status::TeLaat => "TL",
        Status::Ongeoorloofd => "OA",
        Status::Geoorloofd => "GA",
        Status::Ziek => "ZK",
        Status::Onbekend => "ON",
        Status::Betwist => "BT",
        Status::GeenRegister => "GR",
    }
}

fn nederlands(dag: Datum) -> String {
    format!("{:02}-{:02}-{:04}", dag.day(), dag.month(), dag.year())
}

/// Eén teken in Windows-1252; wat daar niet in past, wordt de letter zonder teken of een vraagteken.
fn windows_1252(teken: char) -> u8 {
    match teken {
        'Š' => 0x8A,
        'š' => 0x9A,
        'Ž' => 0x8E,
        'ž' => 0x9E,
        'ğ' => b'g',
        'ı' => b'i',
        'ś' => b's',
        'ć' | 'č' => b'c',
        'Ż' => b'Z',
        '\u{80}'..='\u{9F}' => b'?',
        ander => u8::try_from(ander).unwrap_or(b'?'),
    }
}

/// Zet een veld tussen aanhalingstekens als het scheidingsteken, een aanhalingsteken of een regeleinde erin staat.
fn veld(tekst: &str, scheiding: char) -> String {
    if tekst.contains([scheiding, '"', '\n', '\r']) {
        format!("\"{}\"", tekst.replace('"', "\"\""))
    } else {
        tekst.to_owned()
    }
}

fn regel<T: AsRef<str>>(velden: &[T], scheiding: char) -> String {
    let delen: Vec<String> = velden.iter().map(|v| veld(v.as_ref(), scheiding)).collect();
    format!("{}\r\n", delen.join(&scheiding.to_string()))
}

/// Schrijft per school een bestand met afwezigheid en een met leerlingen, en de hele wereld als JSON.
///
/// # Errors
/// Als de map of een bestand niet te schrijven is.
pub fn schrijf(wereld: &Wereld, map: &Path) -> io::Result<()> {
    fs::create_dir_all(map)?;
    let dialecten = [Dialect::Puntkomma, Dialect::Komma, Dialect::Tab];
    // Maasveld is de school uit de uitleg en heeft het eerste dialect: de reeks begint daarom één plek verder.
    let scholen = wereld.organisaties.iter().filter(|o| o.soort == "school");
    for (school, dialect) in scholen.zip(dialecten.into_iter().cycle().skip(1)) {
        school_schrijven(wereld, school, dialect, map)?;
    }
    fs::write(map.join("wereld.json"), serde_json::to_vec_pretty(wereld)?)
}

fn school_schrijven(wereld: &Wereld, school: &Organisatie, dialect: Dialect, map: &Path) -> io::Result<()> {
    let personen: BTreeMap<&str, _> = wereld.personen.iter().map(|p| (p.code.as_str(), p)).collect();
    let klassen: BTreeMap<&str, &str> = wereld.klassen.iter().map(|k| (k.code.as_str(), k.naam.as_str())).collect();
    let mut namen = BTreeMap::new();
    let kop = [
        "Leerlingnummer",
        "Voornamen",
        "Tussenvoegsel",
        "Achternaam",
        "Geboortedatum",
        "Geslacht",
        "Klas",
        "Ingeschreven",
        "Uitgeschreven",
    ];
    let mut lijst = regel(&kop, ';');
    for l in wereld.leerlingen.iter().filter(|l| l.school == school.code) {
        let Some(p) = personen.get(l.persoon.as_str()) else { continue };
        let tussen = p.tussenvoegsel.as_deref().unwrap_or_default();
        let achter = if tussen.is_empty() { p.achternaam.clone() } else { format!("{tussen} {}", p.achternaam) };
        namen.insert(l.leerlingnummer.as_str(), format!("{achter}, {}", p.voornamen));
        let (geboren, ingeschreven) = (nederlands(p.geboortedatum), nederlands(l.ingeschreven));
        let uitgeschreven = l.uitgeschreven.map(nederlands).unwrap_or_default();
        let klas = klassen.get(l.klas.as_str()).copied().unwrap_or_default();
        let velden: [&str; 9] = [
            &l.leerlingnummer,
            &p.voornamen,
            tussen,
            &p.achternaam,
            &geboren,
            &p.geslacht,
            klas,
            &ingeschreven,
            &uitgeschreven,
        ];
        lijst.push_str(&regel(&velden, ';'));
    }
    let scheiding = dialect.scheiding();
    let mut tekst = regel(dialect.kop(), scheiding);
    for m in wereld.markeringen.iter().filter(|m| m.school == school.code) {
        let naam = namen.get(m.leerlingnummer.as_str()).map_or("", String::as_str);
        tekst.push_str(&regel(&dialect.rij(m, naam), scheiding));
    }
    fs::write(map.join(format!("{}-leerlingen.csv", school.code)), lijst)?;
    fs::write(map.join(format!("{}-aanwezigheid.csv", school.code)), dialect.bytes(&tekst))
}
