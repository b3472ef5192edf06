use crate::gemeen::{dag, instelling};
use crate::voorstel_verandert_niets;
use jiff::civil::date;
use proptest::prelude::*;
use rules::Recht;
use rules::routering::{Antwoord, REGEL, Vraag, routering};
use rules::verzuimsoort::Verzuimsoort;

/// Gemeenten en ontvangers; leeg en alleen spaties tellen als niet ingevuld.
const NAMEN: [Option<&str>; 7] =
    [None, Some(""), Some("  "), Some("9901"), Some("9902"), Some("9903"), Some("maasrand")];

#[derive(Debug, Clone)]
struct Geval {
    brp: Option<&'static str>,
    verblijf: Option<&'static str>,
    leeftijd: i16,
    soort: Option<Verzuimsoort>,
    leden: Option<Vec<String>>,
    anders: (Option<&'static str>, Option<&'static str>),
}

fn naam() -> impl Strategy<Value = Option<&'static str>> {
    (0..NAMEN.len()).prop_map(|i| NAMEN[i])
}

fn geval() -> impl Strategy<Value = Geval> {
    (naam(), naam(), 4_i16..30, 0_usize..9, 0_u8..16, (naam(), naam())).prop_map(
        |(brp, verblijf, leeftijd, soort, leden, anders)| Geval {
            brp,
            verblijf,
            leeftijd,
            soort: Verzuimsoort::ALLE.get(soort).copied(),
            leden: (leden < 12).then(|| {
                ["9901", "9902", "9903"]
                    .iter()
                    .enumerate()
                    .filter(|(i, _)| leden >> i & 1 == 1)
                    .map(|g| (*g.1).to_owned())
                    .collect()
            }),
            anders,
        },
    )
}

/// Het orgaan van de gemeenschappelijke regeling; een naam die nergens anders voorkomt.
const ORGAAN: &str = "regeling";

impl Geval {
    fn oordeel(&self, recht: Recht) -> Option<rules::Oordeel<Antwoord>> {
        let v = Vraag {
            brp_gemeente: self.brp,
            verblijf_gemeente: self.verblijf,
            leeftijd_eerste_verzuimdag: self.leeftijd,
            soort: self.soort,
            regeling: self.leden.as_deref().map(|l| (l, ORGAAN)),
            alternatief_leerplicht: self.anders.0,
            alternatief_doorstroompunt: self.anders.1,
        };
        routering(&v, recht)
    }
    fn kijk(&self) -> Option<Antwoord> {
        self.oordeel(Recht::op(date(2026, 11, 23))).map(|o| o.uitkomst)
    }
    fn naar_doorstroompunt(&self) -> bool {
        self.leeftijd >= 18 || self.soort == Some(Verzuimsoort::Rmc)
    }
}

fn vol(t: Option<&'static str>) -> Option<&'static str> {
    t.filter(|t| !t.trim().is_empty())
}

proptest! {
    #![proptest_config(instelling())]

    /// Een melding gaat nooit naar een gemeente of organisatie die de vraag niet noemt.
    #[test]
    fn een_melding_gaat_nooit_naar_een_onbekende(g in geval()) {
        if let Some(a) = g.kijk() {
            let genoemd = [g.brp, g.verblijf, g.anders.0, g.anders.1, g.leden.as_ref().map(|_| ORGAAN)];
            prop_assert!(genoemd.iter().flatten().any(|n| *n == a.ontvanger));
            prop_assert!(!a.ontvanger.trim().is_empty());
        }
    }

    /// De leeftijd op de eerste verzuimdag kiest: vanaf 18, of bij een melding van vier weken weg, het Doorstroompunt; anders leerplicht.
    #[test]
    fn de_leeftijd_kiest_tussen_leerplicht_en_doorstroompunt(g in geval()) {
        if let Some(a) = g.kijk() {
            prop_assert_eq!(a.doorstroompunt, g.naar_doorstroompunt());
        }
    }

    /// Zonder gemeente is er geen ontvanger; met een gemeente is er altijd een.
    #[test]
    fn met_een_gemeente_is_er_altijd_een_ontvanger(g in geval()) {
        prop_assert_eq!(g.kijk().is_some(), vol(g.brp).or(vol(g.verblijf)).is_some());
        prop_assert!(g.kijk().is_none_or(|a| a.zonder_brp == vol(g.brp).is_none()));
    }

    /// Wie in de BRP staat, wordt gemeld waar hij staat ingeschreven: waar hij verblijft doet dan niet ter zake.
    #[test]
    fn de_inschrijving_gaat_voor_het_verblijf(g in geval(), elders in naam()) {
        if vol(g.brp).is_some() {
            prop_assert_eq!(g.kijk(), Geval { verblijf: elders, ..g }.kijk());
        }
    }

    /// Een gemeenschappelijke regeling voert alleen de Leerplichtwet uit: zij krijgt nooit een melding voor het Doorstroompunt, en alleen van haar leden.
    #[test]
    fn een_regeling_krijgt_alleen_leerplicht_van_haar_leden(g in geval()) {
        if let Some(a) = g.kijk().filter(|a| a.ontvanger == ORGAAN) {
            prop_assert!(!a.doorstroompunt);
            let gemeente = vol(g.brp).or(vol(g.verblijf));
            prop_assert!(g.leden.iter().flatten().any(|l| Some(l.as_str()) == gemeente));
        }
    }

    /// Wat een gemeente zelf opgaf, gaat voor alles; en alleen voor de soort melding waarvoor zij het opgaf.
    #[test]
    fn een_eigen_routering_gaat_voor_alles(g in geval()) {
        if let Some(a) = g.kijk() {
            let opgegeven = if g.naar_doorstroompunt() { g.anders.1 } else { g.anders.0 };
            if let Some(o) = vol(opgegeven) {
                prop_assert_eq!(a.ontvanger, o);
            }
        }
    }

    /// Een wetsvoorstel dat nog geen wet is, stuurt geen melding ergens anders heen.
    #[test]
    fn een_wetsvoorstel_verandert_geen_ontvanger(g in geval(), dag in dag()) {
        if g.kijk().is_some() {
            voorstel_verandert_niets!(REGEL, dag, |recht| g.oordeel(recht).expect("er is een gemeente"));
        }
    }
}
