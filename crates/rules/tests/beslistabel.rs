//! De beslistabel van A 3.2 is totaal en eenduidig: elke combinatie van antwoorden past op precies één rij, en de regel
//! geeft die rij. De tabel staat hier los van de code, in de vorm waarin een jurist haar leest.

use jiff::civil::date;
use rules::plicht::Plicht;
use rules::verzuimsoort::{Vraag, Ziek, verzuimsoort};
use rules::{Date, Recht};

/// Kolommen: in doelgroep, niet gedekt door verlof, ziek (`n` nee, `z` ziek, `v` gemotiveerd vermoeden), 18 jaar of ouder,
/// vakantie zonder verlof, vier weken weg, eerste melding, afspraak 18+, 16 uur. `-` is niet gevraagd.
const TABEL: &str = "
    D0a | nee -  -  -   -   -   -   -   -  | geen_melding
    D0b | ja  nee -  -   -   -   -   -   -  | geen_melding
    D1a | ja  ja  z  -   -   -   -   -   -  | ziek_niet_melden
    D1b | ja  ja  v  -   -   -   -   -   -  | overig
    D2  | ja  ja  n  ja  -   ja  -   -   -  | rmc
    D3  | ja  ja  n  ja  -   nee -   ja  ja | zestien_uur_18plus
    D4  | ja  ja  n  ja  -   nee -   ja  nee | overig
    D5  | ja  ja  n  ja  -   nee -   nee -  | overig
    D6  | ja  ja  n  nee ja  -   -   -   -  | luxe
    D7  | ja  ja  n  nee nee ja  ja  -   -  | zestien_uur
    D8  | ja  ja  n  nee nee ja  nee -   -  | langdurig
    D9  | ja  ja  n  nee nee nee -   -   ja | zestien_uur
    D10 | ja  ja  n  nee nee nee -   -   nee | overig
";

const EERSTE: Date = date(2026, 11, 2);

struct Antwoorden {
    doelgroep: bool,
    niet_gedekt: bool,
    ziek: char,
    volwassen: bool,
    vakantie: bool,
    vier_weken: bool,
    eerste: bool,
    afspraak: bool,
    zestien: bool,
}

impl Antwoorden {
    fn alle() -> Vec<Self> {
        let mut uit = Vec::new();
        for n in 0..256_u32 {
            let bit = |i: u32| n >> i & 1 == 1;
            for ziek in ['n', 'z', 'v'] {
                uit.push(Self {
                    doelgroep: bit(0),
                    niet_gedekt: bit(1),
                    ziek,
                    volwassen: bit(2),
                    vakantie: bit(3),
                    vier_weken: bit(4),
                    eerste: bit(5),
                    afspraak: bit(6),
                    zestien: bit(7),
                });
            }
        }
        uit
    }

    fn past(&self, rij: &str) -> bool {
        let woorden: Vec<&str> = rij.split_whitespace().collect();
        let [p0, p1, ziek, q2, q3, q4, q5, q8, q6] = woorden.as_slice() else { panic!("kolommen: {rij}") };
        let klopt = |cel: &str, ja: bool| match cel {
            "-" => true,
            "ja" => ja,
            "nee" => !ja,
            andere => panic!("{andere}"),
        };
        klopt(p0, self.doelgroep)
            && klopt(p1, self.niet_gedekt)
            && (*ziek == "-" || ziek.starts_with(self.ziek))
            && klopt(q2, self.volwassen)
            && klopt(q3, self.vakantie)
            && klopt(q4, self.vier_weken)
            && klopt(q5, self.eerste)
            && klopt(q8, self.afspraak)
            && klopt(q6, self.zestien)
    }

    fn vraag(&self) -> Vraag {
        Vraag {
            geboortedatum: if self.volwassen { date(2007, 11, 2) } else { date(2011, 2, 12) },
            eerste_verzuimdag: EERSTE,
            ingeschreven: self.doelgroep,
            plicht: if self.volwassen { Plicht::Doorstroompunt } else { Plicht::Leerplichtig },
            vrijstelling_4a_lid_2: false,
            startkwalificatie: false,
            geoorloofd: !self.niet_gedekt,
            ziek: match self.ziek {
                'n' => Ziek::Nee,
                'z' => Ziek::Ja,
                _ => Ziek::VermoedenOngeoorloofd,
            },
            overleg_of_aankondiging: self.ziek == 'v',
            motivering: self.ziek == 'v',
            vakantie_zonder_verlof: self.vakantie,
            dagen_aaneengesloten: if self.vier_weken { 28 } else { 27 },
            eerdere_melding: !self.eerste,
            minuten: if self.zestien { 960 } else { 959 },
            lesuur_minuten: 60,
            keren_te_laat: 0,
            afspraak_18plus: self.afspraak,
            overig_18plus_toegestaan: true,
            rmc_periode_dagen: 28,
        }
    }
}

#[test]
fn elke_combinatie_van_antwoorden_past_op_precies_een_rij_en_de_regel_geeft_die() {
    let rijen: Vec<(&str, &str, &str)> = TABEL
        .lines()
        .filter_map(|r| {
            let mut delen = r.split('|').map(str::trim);
            Some((delen.next()?, delen.next()?, delen.next()?))
        })
        .collect();
    assert_eq!(rijen.len(), 13);
    let alle = Antwoorden::alle();
    assert_eq!(alle.len(), 768);
    let mut geraakt = vec![0; rijen.len()];
    for a in &alle {
        let passend: Vec<usize> = (0..rijen.len()).filter(|i| a.past(rijen[*i].1)).collect();
        assert_eq!(passend.len(), 1, "{passend:?}");
        let (rij, _, uitkomst) = rijen[passend[0]];
        let gevonden = verzuimsoort(&a.vraag(), Recht::op(EERSTE)).uitkomst;
        assert_eq!((gevonden.rij, gevonden.soort.code()), (rij, uitkomst));
        geraakt[passend[0]] += 1;
    }
    assert!(geraakt.iter().all(|n| *n > 0), "{geraakt:?}");
}
