//! De acht scholen van de regio met hun klassen en lessen.

use domain::onderwijs::Onderwijssoort;

/// Een klas in de bouwtekening: naam, opleiding, jongste en oudste leeftijd, lessen per weekdag.
/// Zonder leeftijden zitten er alleen leerlingen met een verhaal in.
pub(crate) struct Klasplan(
    pub(crate) &'static str,
    pub(crate) &'static str,
    pub(crate) Option<(i32, i32)>,
    pub(crate) [i64; 5],
);

/// Een school in de bouwtekening; de plaats in de lijst is het eerste cijfer van haar leerlingnummers.
pub(crate) struct Schoolplan {
    pub(crate) code: &'static str,
    pub(crate) naam: &'static str,
    pub(crate) brin: &'static str,
    pub(crate) gemeente: &'static str,
    pub(crate) soort: Onderwijssoort,
    pub(crate) lesuur_minuten: i64,
    pub(crate) te_laat_heel_lesuur: bool,
    pub(crate) vakken: &'static [&'static str],
    pub(crate) klassen: &'static [Klasplan],
}

const PO: [i64; 5] = [5, 5, 3, 5, 5];
const VMBO: [i64; 5] = [7, 8, 5, 8, 6];
const VO: [i64; 5] = [7, 7, 6, 7, 6];
const BOL: [i64; 5] = [6, 6, 0, 6, 5];
const BBL: [i64; 5] = [0, 0, 0, 7, 0];
const BASISVAKKEN: &[&str] = &["Taal", "Rekenen", "Lezen", "Wereldoriëntatie", "Gym", "Tekenen"];
const VAKKEN: &[&str] = &[
    "Nederlands",
    "Engels",
    "Wiskunde",
    "Biologie",
    "Geschiedenis",
    "Lichamelijke opvoeding",
    "Economie",
    "Mentoruur",
    "Tekenen",
];

pub(crate) const SCHOLEN: &[Schoolplan] = &[
    Schoolplan {
        code: "klimboom",
        naam: "Basisschool De Klimboom",
        brin: "99ZA",
        gemeente: "9901",
        soort: Onderwijssoort::Po,
        lesuur_minuten: 60,
        te_laat_heel_lesuur: false,
        vakken: BASISVAKKEN,
        klassen: &[
            Klasplan("1/2", "Groep 1/2", Some((5, 5)), PO),
            Klasplan("3/4", "Groep 3/4", Some((6, 7)), PO),
            Klasplan("5/6", "Groep 5/6", Some((8, 9)), PO),
            Klasplan("7/8", "Groep 7/8", Some((10, 11)), PO),
        ],
    },
    Schoolplan {
        code: "horizon",
        naam: "SO De Horizon",
        brin: "99ZB",
        gemeente: "9901",
        soort: Onderwijssoort::So,
        lesuur_minuten: 60,
        te_laat_heel_lesuur: false,
        vakken: BASISVAKKEN,
        klassen: &[
            Klasplan("Geel", "Onderbouw", Some((5, 6)), PO),
            Klasplan("Blauw", "Middenbouw", Some((7, 9)), PO),
            Klasplan("Groen", "Bovenbouw", Some((10, 12)), PO),
        ],
    },
    Schoolplan {
        code: "maasveld",
        naam: "Maasveld College",
        brin: "99ZC",
        gemeente: "9901",
        soort: Onderwijssoort::Vmbo,
        lesuur_minuten: 50,
        te_laat_heel_lesuur: false,
        vakken: VAKKEN,
        klassen: &[
            Klasplan("1A", "Vmbo basis/kader", Some((12, 12)), VMBO),
            Klasplan("2A", "Vmbo basis/kader", Some((13, 13)), VMBO),
            Klasplan("3B", "vmbo-tl", None, VMBO),
            Klasplan("3C", "vmbo-tl", None, VMBO),
            Klasplan("4A", "Vmbo gemengd/theoretisch", Some((15, 16)), VMBO),
        ],
    },
    Schoolplan {
        code: "anker",
        naam: "Praktijkschool Het Anker",
        brin: "99ZE",
        gemeente: "9901",
        soort: Onderwijssoort::Pro,
        lesuur_minuten: 50,
        te_laat_heel_lesuur: true,
        vakken: &["Techniek", "Koken", "Groen", "Taal", "Rekenen", "Sport"],
        klassen: &[
            Klasplan("P1", "Praktijkonderwijs", Some((12, 13)), VO),
            Klasplan("P3", "Praktijkonderwijs", Some((14, 15)), VO),
            Klasplan("P5", "Praktijkonderwijs", Some((16, 18)), [6, 6, 0, 6, 0]),
        ],
    },
    Schoolplan {
        code: "lyceum",
        naam: "Lyceum Waterdonk",
        brin: "99ZD",
        gemeente: "9902",
        soort: Onderwijssoort::Havo,
        lesuur_minuten: 50,
        te_laat_heel_lesuur: false,
        vakken: VAKKEN,
        klassen: &[
            Klasplan("H1A", "Havo", Some((12, 12)), VO),
            Klasplan("H3A", "Havo", Some((14, 15)), VO),
            Klasplan("H5A", "Havo", Some((16, 17)), VO),
            Klasplan("V2A", "Vwo", Some((13, 13)), VO),
            Klasplan("V4A", "Vwo", Some((15, 16)), VO),
            Klasplan("5V", "vwo", None, VMBO),
            Klasplan("V6A", "Vwo", Some((17, 18)), VO),
        ],
    },
    Schoolplan {
        code: "roc",
        naam: "ROC Maasrand",
        brin: "99ZF",
        gemeente: "9901",
        soort: Onderwijssoort::MboBol,
        lesuur_minuten: 60,
        te_laat_heel_lesuur: false,
        vakken: &["Beroepspraktijk", "Nederlands", "Rekenen", "Burgerschap", "Engels"],
        klassen: &[
            Klasplan("ZB1", "Zorg en welzijn, niveau 3 (mbo bol)", Some((16, 19)), BOL),
            Klasplan("TB2", "Techniek, niveau 2 (mbo bol)", Some((16, 20)), BOL),
            Klasplan("LB1", "Logistiek, niveau 2 (mbo bbl)", Some((17, 25)), BBL),
            Klasplan("MZ2A", "mbo bol, niveau 2", None, VMBO),
            Klasplan("BB1", "Bouw, niveau 3 (mbo bbl)", Some((16, 23)), BBL),
        ],
    },
    Schoolplan {
        code: "vavo",
        naam: "Vavo Waterdonk",
        brin: "99ZG",
        gemeente: "9902",
        soort: Onderwijssoort::Vavo,
        lesuur_minuten: 60,
        te_laat_heel_lesuur: false,
        vakken: VAKKEN,
        klassen: &[
            Klasplan("VH", "Vavo havo", Some((17, 23)), [5, 5, 0, 5, 0]),
            Klasplan("VV", "Vavo vwo", Some((18, 24)), [5, 5, 0, 5, 0]),
        ],
    },
    Schoolplan {
        code: "leerhof",
        naam: "Particuliere school De Leerhof",
        brin: "99ZH",
        gemeente: "9903",
        soort: Onderwijssoort::Particulier,
        lesuur_minuten: 45,
        te_laat_heel_lesuur: false,
        vakken: BASISVAKKEN,
        klassen: &[
            Klasplan("Jong", "Particulier basisonderwijs", Some((5, 11)), PO),
            Klasplan("Oud", "Particulier voortgezet onderwijs", Some((12, 17)), VO),
        ],
    },
];
