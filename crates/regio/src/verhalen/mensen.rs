//! Wie er in elke wereld voorkomt.

use domain::Datum;
use jiff::civil::date;

/// Leerlingnummer, klas, naam, geslacht, geboren, BRP-gemeente.
pub(crate) type Mens = (&'static str, &'static str, &'static str, &'static str, Datum, Option<&'static str>);

/// De mensen van de uitleg, de toetsen en de plaatjes. Aan hen verandert niets zonder die mee te nemen.
pub(crate) const BEKENDEN: &[Mens] = &[
    ("30001", "maasveld/3C", "Daan||Verhoeven", "onbekend", date(2011, 2, 12), Some("9901")),
    ("30002", "maasveld/3B", "Selin||Aydoğan", "onbekend", date(2011, 3, 14), Some("9901")),
    ("30003", "maasveld/3C", "Olivia||Nowak", "onbekend", date(2011, 5, 2), Some("9901")),
    ("30004", "maasveld/3B", "Kwame||Asante", "onbekend", date(2011, 9, 21), Some("9901")),
    ("30005", "maasveld/3B", "Luuk||Hendriks", "onbekend", date(2010, 12, 30), Some("9901")),
    ("30006", "maasveld/3B", "Tigist||Haile", "onbekend", date(2011, 1, 8), Some("9901")),
    ("30007", "maasveld/3C", "Amina||Warsame", "onbekend", date(2012, 4, 17), Some("9902")),
    ("30008", "maasveld/3C", "Isa|de|Graaf", "onbekend", date(2011, 7, 31), Some("9903")),
    ("30009", "maasveld/3B", "Mohamed||El Amrani", "onbekend", date(2011, 6, 6), None),
    ("30010", "maasveld/3C", "Julia||Kowalska", "onbekend", date(2011, 8, 1), Some("9901")),
    ("30011", "maasveld/3B", "Rayan||Ait Lahcen", "onbekend", date(2011, 10, 10), Some("9901")),
    ("30012", "maasveld/3C", "Femke||Dijkstra", "onbekend", date(2011, 11, 11), Some("9901")),
    ("30013", "maasveld/3C", "Thijs||Brouwer", "onbekend", date(2011, 4, 4), Some("9901")),
    ("30014", "maasveld/3B", "Ravi||Ramdin", "onbekend", date(2011, 3, 3), Some("9901")),
    ("50001", "lyceum/5V", "Zoë||Mertens", "onbekend", date(2009, 9, 9), Some("9902")),
    ("50002", "lyceum/5V", "Bilal||Osman", "onbekend", date(2009, 12, 1), Some("9902")),
    ("60001", "roc/MZ2A", "Sharon||Pinas", "onbekend", date(2007, 6, 15), Some("9901")),
    ("60002", "roc/MZ2A", "Liam||Janssen", "onbekend", date(2009, 2, 20), Some("9901")),
];

/// Code, naam, geboren, gemeente, kind, soort gezag: de ouders van de bekenden.
pub(crate) type Ouder = (&'static str, &'static str, Datum, &'static str, &'static str, &'static str);

pub(crate) const OUDERS: &[Ouder] = &[
    ("o-marieke", "Marieke||Verhoeven", date(1980, 5, 5), "9901", "l-30001", "gezamenlijk"),
    ("o-rob", "Rob||Smit", date(1979, 1, 20), "9902", "l-30001", "gezamenlijk"),
    ("o-esra", "Esra||Aydoğan", date(1983, 8, 8), "9901", "l-30002", "eenhoofdig"),
    ("o-hakan", "Hakan||Yıldız", date(1981, 2, 2), "9902", "l-30002", "geen"),
    ("o-hodan", "Hodan||Warsame", date(1985, 3, 3), "9902", "l-30007", "eenhoofdig"),
    ("o-lotte", "Lotte||Mertens", date(1982, 10, 1), "9902", "l-50001", "eenhoofdig"),
];

/// Een ouder of voogd bij een verhaal: naam, geslacht, soort gezag, woont ergens anders.
pub(crate) type Gezinslid = (&'static str, &'static str, &'static str, bool);

/// De verhalen van de andere scholen: in elk een patroon dat verder nergens staat.
pub(crate) const VERHALEN: &[(Mens, &[Gezinslid])] = &[
    // Luxe: weg rond de herfstvakantie en voor de kerstvakantie.
    (
        ("10001", "klimboom/5/6", "Noud|van|Beek", "man", date(2018, 1, 19), Some("9901")),
        &[("Marit|van|Beek", "vrouw", "gezamenlijk", false), ("Sven|van|Beek", "man", "gezamenlijk", false)],
    ),
    // Een reeks van te laat.
    (
        ("10002", "klimboom/3/4", "Safiya||Bakkali", "vrouw", date(2019, 5, 30), Some("9901")),
        &[("Ikram||Bakkali", "vrouw", "eenhoofdig", false)],
    ),
    // Een voogd.
    (
        ("10003", "klimboom/7/8", "Jesse||Rozendal", "man", date(2015, 11, 20), Some("9901")),
        &[("Truus||Wagenaar", "vrouw", "voogdij", true)],
    ),
    // Vier jaar: op school, nog niet leerplichtig.
    (
        ("10004", "klimboom/1/2", "Lina||Haddou", "vrouw", date(2022, 5, 10), Some("9903")),
        &[("Nadia||Haddou", "vrouw", "gezamenlijk", false), ("Karim||Haddou", "man", "gezamenlijk", true)],
    ),
    // Twee weken ziek.
    (
        ("20001", "horizon/Groen", "Sem||Vermeulen", "man", date(2015, 2, 2), Some("9901")),
        &[("Joyce||Vermeulen", "vrouw", "gezamenlijk", false), ("Patrick||Claessen", "man", "gezamenlijk", true)],
    ),
    // Een geheim adres.
    (
        ("20002", "horizon/Blauw", "Mila|ter|Braak", "vrouw", date(2018, 3, 8), Some("9902")),
        &[("Janneke|ter|Braak", "vrouw", "eenhoofdig", false), ("Arjan||Kuiper", "man", "geen", true)],
    ),
    // Precies 16 uur, over de herfstvakantie heen.
    (
        ("40001", "anker/P3", "Dion||Maduro", "man", date(2011, 12, 2), Some("9901")),
        &[("Charisse||Maduro", "vrouw", "eenhoofdig", false)],
    ),
    // Precies 16 uur, over de kerstvakantie heen.
    (
        ("40002", "anker/P5", "Shania||Bos", "vrouw", date(2009, 5, 17), Some("9901")),
        &[("Wilma||Bos", "vrouw", "gezamenlijk", false), ("Gerrit||Bos", "man", "gezamenlijk", false)],
    ),
    // Zestien keer te laat: op deze school telt elke keer als een heel lesuur.
    (
        ("40003", "anker/P1", "Kyano||Leeflang", "man", date(2013, 10, 11), Some("9903")),
        &[("Melissa||Leeflang", "vrouw", "eenhoofdig", false)],
    ),
    // De oudste van de regio.
    (
        ("60003", "roc/LB1", "Tomasz||Zieliński", "man", date(1999, 4, 20), Some("9902")),
        &[("Halina||Zielińska", "vrouw", "gezamenlijk", true)],
    ),
    // 19 jaar, zonder diploma, weg: het Doorstroompunt.
    (
        ("70001", "vavo/VH", "Naomi||Tjon", "vrouw", date(2007, 1, 30), Some("9902")),
        &[("Gladys||Tjon", "vrouw", "eenhoofdig", false)],
    ),
    // Betwist en onbekend.
    (
        ("70002", "vavo/VV", "Hugo|van|Swaay", "man", date(2007, 8, 8), Some("9902")),
        &[("Ellen|van|Swaay", "vrouw", "gezamenlijk", false), ("Maarten|van|Swaay", "man", "gezamenlijk", false)],
    ),
    // Langdurig relatief verzuim, al eerder gemeld.
    (
        ("80001", "leerhof/Oud", "Juno||Abrahams", "vrouw", date(2012, 6, 18), Some("9903")),
        &[("Sara||Abrahams", "vrouw", "gezamenlijk", false), ("Levi||Abrahams", "man", "gezamenlijk", false)],
    ),
    // 15,9 uur.
    (
        ("80002", "leerhof/Oud", "Teun||Kooistra", "man", date(2011, 9, 3), Some("9903")),
        &[("Hinke||Kooistra", "vrouw", "gezamenlijk", false), ("Wim||Kooistra", "man", "gezamenlijk", true)],
    ),
];
