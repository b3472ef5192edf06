//! Verzonnen namen en straten.

use rand::Rng;
use rand::seq::IndexedRandom;
use rand_chacha::ChaCha8Rng;

/// Voornaam en geslacht.
const VOORNAMEN: &[(&str, &str)] = &[
    ("Sanne", "vrouw"),
    ("Jayden", "man"),
    ("Fatima", "vrouw"),
    ("Bram", "man"),
    ("Noor", "vrouw"),
    ("Mohammed", "man"),
    ("Zofia", "vrouw"),
    ("Jakub", "man"),
    ("Chloë", "vrouw"),
    ("Tijn", "man"),
    ("Yasmina", "vrouw"),
    ("Emre", "man"),
    ("Anouk", "vrouw"),
    ("Kwame", "man"),
    ("Ayaan", "vrouw"),
    ("Sjoerd", "man"),
    ("Mei Lin", "vrouw"),
    ("Ravi", "man"),
    ("Renée", "vrouw"),
    ("Dylan", "man"),
    ("Olena", "vrouw"),
    ("Andrij", "man"),
    ("Shanice", "vrouw"),
    ("Guus", "man"),
    ("Lotte", "vrouw"),
    ("Youssef", "man"),
    ("Hevin", "vrouw"),
    ("Ibrahim", "man"),
    ("Joëlle", "vrouw"),
    ("Thijs", "man"),
    ("Rania", "vrouw"),
    ("Omar", "man"),
    ("Priya", "vrouw"),
    ("Stijn", "man"),
    ("Zeynep", "vrouw"),
    ("Xander", "man"),
    ("Esmée", "vrouw"),
    ("Robin", "onbekend"),
    ("André", "man"),
];

/// Tussenvoegsel en achternaam.
const ACHTERNAMEN: &[(&str, &str)] = &[
    ("", "Janssen"),
    ("van den", "Broek"),
    ("", "El Amrani"),
    ("", "Yılmaz"),
    ("de", "Wit"),
    ("", "Kowalska"),
    ("", "Nowak"),
    ("", "Osei"),
    ("van", "Leeuwen"),
    ("", "Jagroep"),
    ("", "Benali"),
    ("", "Peeters"),
    ("", "Tran"),
    ("", "Çelik"),
    ("van der", "Heijden"),
    ("", "Martina"),
    ("", "Shevchenko"),
    ("", "Al-Hamdi"),
    ("", "Smeets"),
    ("", "Pinas"),
    ("", "Haddad"),
    ("ter", "Horst"),
    ("", "Wijnaldum"),
    ("", "Chen"),
    ("", "Tesfay"),
    ("", "Popescu"),
    ("'t", "Hart"),
    ("", "Sitorus"),
    ("", "Demir"),
    ("", "Coenen"),
    ("", "Ahmadi"),
    ("", "Gómez"),
    ("op den", "Kamp"),
    ("", "Daoudi"),
    ("", "Żak"),
    ("", "Mulder"),
    ("", "Kaya"),
    ("", "Bouazza"),
    ("", "Timmermans"),
];

const STRATEN: &[&str] =
    &["Lindelaan", "Kerkpad", "Molenweg", "Beekdal", "Steenoven", "Klaproosplein", "Veerdam", "Schansweg"];

/// Een naam: voornamen, tussenvoegsel, achternaam.
pub(crate) struct Naam {
    pub(crate) voornamen: String,
    pub(crate) tussenvoegsel: Option<String>,
    pub(crate) achternaam: String,
    pub(crate) geslacht: String,
}

/// Splitst «Voornaam|tussenvoegsel|Achternaam»; het geslacht staat er los bij.
pub(crate) fn vast(naam: &str, geslacht: &str) -> Naam {
    let mut delen = naam.split('|').map(str::to_owned);
    let voornamen = delen.next().unwrap_or_default();
    let tussenvoegsel = delen.next().filter(|t| !t.is_empty());
    let achternaam = delen.next().unwrap_or_default();
    Naam { voornamen, tussenvoegsel, achternaam, geslacht: geslacht.to_owned() }
}

/// Een willekeurige naam; met `familie` de achternaam daarvan.
pub(crate) fn naam(rng: &mut ChaCha8Rng, familie: Option<&Naam>) -> Naam {
    let (voornaam, geslacht) = VOORNAMEN.choose(rng).copied().unwrap_or(("Sam", "onbekend"));
    let (tussen, achter) = ACHTERNAMEN.choose(rng).copied().unwrap_or(("", "Janssen"));
    let (tussenvoegsel, achternaam) = match familie {
        Some(f) => (f.tussenvoegsel.clone(), f.achternaam.clone()),
        None => (Some(tussen.to_owned()).filter(|t| !t.is_empty()), achter.to_owned()),
    };
    Naam { voornamen: voornaam.to_owned(), tussenvoegsel, achternaam, geslacht: geslacht.to_owned() }
}

/// Een adres; de postcode begint met een nul en bestaat dus nergens.
pub(crate) fn adres(rng: &mut ChaCha8Rng, gemeente: &str) -> String {
    let straat = STRATEN.choose(rng).copied().unwrap_or("Lindelaan");
    let nummer = rng.random_range(1..=180_u16);
    let (cijfers, plaats) = match gemeente {
        "9902" => ("0992", "Waterdonk"),
        "9903" => ("0993", "Lindeveen"),
        _ => ("0991", "Heuveloord"),
    };
    let letters = ["AB", "CD", "GH", "KL", "PR", "VX"].choose(rng).copied().unwrap_or("AB");
    format!("{straat} {nummer}, {cijfers} {letters} {plaats}")
}
