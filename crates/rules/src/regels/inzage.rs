#![doc = include_str!("inzage.md")]

mod matrix;
mod woorden;

pub use woorden::{Beperking, Gegeven, Mate, Vrager};

use crate::oordeel::Pad;
use crate::recht::{Recht, Regel, Regelversie, doorstroompunt, privacy, register};
use crate::{Grondslag, Oordeel, jaren_bereikt_op, leeftijd};
use jiff::civil::{Date, date};
use matrix::{DICHT, Sleutel, vak};

/// De feiten.
#[derive(Debug, Clone, Copy)]
pub struct Vraag {
    /// Wie iets wil zien.
    pub vrager: Vrager,
    /// Wat hij wil zien.
    pub gegeven: Gegeven,
    /// Geboortedatum van de jongere.
    pub geboortedatum: Date,
    /// De dag waarop wordt gekeken.
    pub peildatum: Date,
    /// Gaat het om de eigen school, de eigen gemeente, het eigen kind of zichzelf?
    pub eigen_organisatie: bool,
    /// De jongere gaf zelf toestemming, voor deze vrager en dit gegeven, en nam die niet terug.
    pub toestemming_jongere: bool,
    /// Ambtsinstructie en convenant zijn allebei in werking.
    pub convenant: bool,
    /// Er is een vastgelegd en nodig verzoek, met doel en grond.
    pub verstrekking_nodig: bool,
}

/// Wat deze regel over zichzelf vertelt.
pub static REGEL: Regel = Regel {
    naam: "inzage",
    titel: "Wie mag wat zien",
    doel: "Mag deze vrager dit gegeven over deze jongere zien?",
    lezing: include_str!("inzage.md"),
    versies: &[
        Regelversie {
            vanaf: crate::recht::EERSTE,
            naam: "2009-08-01",
            wat: "Inzage volgens de Wet bescherming persoonsgegevens en de wetten over het onderwijs.",
        },
        Regelversie {
            vanaf: date(2018, 5, 25),
            naam: "2018-05-25",
            wat: "De Algemene verordening gegevensbescherming vervangt de Wet bescherming persoonsgegevens.",
        },
        Regelversie {
            vanaf: date(2020, 7, 1),
            naam: "2020-07-01",
            wat: "De registers staan in de Wet register onderwijsdeelnemers.",
        },
        Regelversie {
            vanaf: date(2026, 1, 1),
            naam: "2026-01-01",
            wat: "De doelgroep van het Doorstroompunt loopt tot 27 jaar.",
        },
    ],
    voorstel: None,
    parameters: &[
        &privacy::EIGEN_PARTIJ_LEEFTIJD,
        &privacy::TOESTEMMING_LEEFTIJD,
        &privacy::MEERDERJARIG_LEEFTIJD,
        &doorstroompunt::DOELGROEP_TOT_LEEFTIJD,
        &doorstroompunt::ARTIKEL_DOELGROEP,
        &privacy::ARTIKEL_INZAGE,
        &privacy::ARTIKEL_NOODZAAK,
        &privacy::ARTIKEL_TOESTEMMING,
        &privacy::ARTIKEL_GEZONDHEID,
        &register::WET,
    ],
    bronnen: &[
        Grondslag::wet("Algemene verordening gegevensbescherming", "5, 6, 9 en 15"),
        Grondslag::wet("Wet politiegegevens", "6"),
        Grondslag::wet("Wet register onderwijsdeelnemers", "5"),
        Grondslag::lpw("16"),
        Grondslag::web("9.2.1"),
        Grondslag::wet("Burgerlijk Wetboek boek 1", "377c"),
    ],
    uitkomsten: &[
        crate::recht::Uitkomst { code: "ja", wat: "Deze vrager mag het zien; gegevens over anderen gaan eruit." },
        crate::recht::Uitkomst { code: "ja_beperkt", wat: "Deze vrager mag een deel zien; de beperking staat erbij." },
        crate::recht::Uitkomst { code: "nee", wat: "Deze vrager mag dit niet zien." },
    ],
};

/// Is de jongere nog minderjarig?
fn minderjarig(v: &Vraag, recht: Recht) -> bool {
    leeftijd(v.geboortedatum, v.peildatum) < privacy::MEERDERJARIG_LEEFTIJD.waarde(recht)
}

/// Hangt de inzage van deze vrager af van de eigen school, de eigen gemeente of het eigen kind (BR-72)?
const fn kijkt_naar_eigen(vrager: Vrager) -> bool {
    !matches!(vrager, Vrager::Registerbeheerder | Vrager::Inspectie | Vrager::Halt | Vrager::Svb | Vrager::Derde)
}

/// Mag deze vrager dit gegeven over deze jongere zien (BR-70…BR-78)?
pub fn inzage(v: &Vraag, recht: Recht) -> Oordeel<Mate> {
    let mut pad = Pad::default();
    let jaren = leeftijd(v.geboortedatum, v.peildatum);
    pad.met("Hoe oud is de jongere?", format!("{jaren} jaar"), jaren.to_string());
    let (wie, wat) = (v.vrager.woorden(), v.gegeven.woorden());
    pad.met("Wie vraagt, en waarnaar?", format!("{wie}: {wat}"), format!("{} {}", v.vrager.code(), v.gegeven.code()));
    let eigen = !kijkt_naar_eigen(v.vrager)
        || pad
            .ja_nee("Gaat het om de eigen school, de eigen gemeente, het eigen kind of om uzelf?", v.eigen_organisatie);
    let grens = doorstroompunt::DOELGROEP_TOT_LEEFTIJD.waarde(recht);
    let doelgroep = v.vrager != Vrager::Doorstroomcoach
        || pad.ja_nee(
            "Is de jongere jonger dan de grens van de doelgroep?",
            v.peildatum < jaren_bereikt_op(v.geboortedatum, grens),
        );
    let vak = if eigen && doelgroep { vak(v, recht) } else { DICHT };
    let (mate, gebruikt, mist) = match vak.met {
        None => (vak.zonder, None, None),
        Some((s, met)) => {
            let (vraag, open) = match s {
                Sleutel::Toestemming => ("Gaf de jongere zelf toestemming?", v.toestemming_jongere),
                Sleutel::Verstrekking => ("Is er een vastgelegd en nodig verzoek?", v.verstrekking_nodig),
                Sleutel::Convenant => (
                    "Zijn er een ambtsinstructie, een convenant en een vastgelegd en nodig verzoek?",
                    v.convenant && v.verstrekking_nodig,
                ),
            };
            if pad.ja_nee(vraag, open) { (met, Some(s), None) } else { (vak.zonder, None, Some(s)) }
        }
    };
    if pad.ja_nee("Mag deze vrager hier iets van zien?", mate != Mate::Nee) {
        pad.ja_nee("Blijft er iets weg?", mate.beperking().is_some());
    }
    let mut toelichting = vec![match mate {
        Mate::Ja => format!("{wie} mag {wat} zien."),
        Mate::Beperkt(b) => format!("{wie} mag een deel van {wat} zien: {}.", b.woorden()),
        Mate::Nee => format!("{wie} mag {wat} niet zien."),
    }];
    if mate != Mate::Nee {
        toelichting.push("Wat over anderen gaat, schermt u altijd af.".to_owned());
    }
    let waarom = [
        (!eigen, "Het gaat niet om de eigen school, de eigen gemeente, het eigen kind of om uzelf."),
        (!doelgroep, "De jongere hoort door zijn leeftijd niet meer bij de doelgroep."),
        (v.gegeven == Gegeven::Werkaantekening, "Een werkaantekening wordt nooit bewaard; er is niets te laten zien."),
        (mist == Some(Sleutel::Toestemming), "Met toestemming van de jongere zelf mag het ruimer."),
        (mist == Some(Sleutel::Verstrekking), "Leg een nodig verzoek vast, met doel en grond; dan mag het ruimer."),
        (
            mist == Some(Sleutel::Convenant),
            "Daarvoor zijn een ambtsinstructie, een convenant en een vastgelegd en nodig verzoek nodig.",
        ),
        (
            // Vanaf 18 is er geen gezag meer en telt alleen toestemming (BR-76).
            v.vrager == Vrager::OuderZonderGezag && mate == Mate::Nee && minderjarig(v, recht),
            "Vraagt deze ouder om belangrijke feiten, dan beslist u daar apart over.",
        ),
    ];
    toelichting.extend(waarom.into_iter().filter(|w| w.0).map(|w| w.1.to_owned()));
    pad.klaar(mate, REGEL.versie(recht), gronden(v, gebruikt, recht), toelichting)
}

/// Waar de inzage op rust: eerst de privacywet van die dag, dan de wet van de vrager en van het gegeven.
fn gronden(v: &Vraag, gebruikt: Option<Sleutel>, recht: Recht) -> Vec<Grondslag> {
    let zelf =
        matches!(v.vrager, Vrager::Leerling | Vrager::OuderMetGezag | Vrager::OuderZonderGezag | Vrager::Verzorger);
    let privacywet = if zelf { &privacy::ARTIKEL_INZAGE } else { &privacy::ARTIKEL_NOODZAAK };
    let vrager = match v.vrager {
        Vrager::OuderZonderGezag if minderjarig(v, recht) => Some(Grondslag::wet("Burgerlijk Wetboek boek 1", "377c")),
        Vrager::Leerplichtambtenaar
        | Vrager::LeerplichtambtenaarBoa
        | Vrager::AdministratieLeerplicht
        | Vrager::Samenwerkingsverband => Some(Grondslag::lpw("16")),
        Vrager::Doorstroomcoach => Some(doorstroompunt::ARTIKEL_DOELGROEP.waarde(recht)),
        Vrager::Halt => Some(Grondslag::wet("Wetboek van Strafrecht", "77e")),
        Vrager::Svb => Some(Grondslag::wet("Algemene Kinderbijslagwet", "7")),
        _ => None,
    };
    let gegeven = match v.gegeven {
        Gegeven::ProcesVerbaal => Some(Grondslag::wet("Wet politiegegevens", "6")),
        Gegeven::Medisch => Some(privacy::ARTIKEL_GEZONDHEID.waarde(recht)),
        Gegeven::Verzuimmelding | Gegeven::Vrijstelling => Some(register::WET.waarde(recht)),
        _ => None,
    };
    let toestemming = (gebruikt == Some(Sleutel::Toestemming)).then(|| privacy::ARTIKEL_TOESTEMMING.waarde(recht));
    [Some(privacywet.waarde(recht)), toestemming, vrager, gegeven].into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Wat een teken van de matrix in de leeswijzer betekent: `B` met de letters van de tweede tabel.
    fn uit_teken(teken: &str) -> (&'static str, Option<String>) {
        match teken {
            "J" => ("ja", None),
            "N" => ("nee", None),
            t => {
                let letters = t.strip_prefix('B').unwrap();
                let rij = REGEL.lezing.lines().find_map(|r| r.strip_prefix(&format!("| {letters} | "))).unwrap();
                ("ja_beperkt", rij.split(" | ").next().map(str::to_owned))
            }
        }
    }

    #[test]
    fn elk_vak_van_de_matrix_in_de_leeswijzer_klopt_op_elke_leeftijd() {
        let mut rijen = REGEL.lezing.lines().skip_while(|r| !r.starts_with("| vrager | aanw")).skip(2);
        let mut geteld = 0;
        for vrager in Vrager::ALLE {
            let rij = rijen.next().unwrap();
            let cellen: Vec<&str> = rij.trim_matches('|').split('|').map(str::trim).collect();
            assert_eq!((cellen.len(), cellen[0]), (14, vrager.code()));
            for (gegeven, cel) in Gegeven::ALLE.into_iter().zip(&cellen[1..]) {
                let tekens: Vec<&str> = cel.split(' ').collect();
                for (groep, jaren) in [0, 11, 12, 15, 16, 17, 18, 22].into_iter().enumerate() {
                    let teken = if tekens.len() == 1 { tekens[0] } else { tekens[groep / 2] };
                    let (zonder, sleutel) = teken.split_once('(').map_or((teken, None), |(z, s)| (z, Some(s)));
                    for n in 0..8 {
                        let (t, c, s) = (n & 1 > 0, n & 2 > 0, n & 4 > 0);
                        let v = Vraag {
                            vrager,
                            gegeven,
                            geboortedatum: date(2026 - jaren, 6, 15),
                            peildatum: date(2026, 11, 23),
                            eigen_organisatie: true,
                            toestemming_jongere: t,
                            convenant: c,
                            verstrekking_nodig: s,
                        };
                        let geldt = match sleutel.and_then(|s| s.trim_end_matches(')').split_once(':')) {
                            Some(("T", m)) if t => m,
                            Some(("V", m)) if s => m,
                            Some(("C", m)) if c && s => m,
                            _ => zonder,
                        };
                        let mate = inzage(&v, Recht::op(v.peildatum)).uitkomst;
                        let gevonden = (mate.code(), mate.beperking().map(|b| b.code().to_owned()));
                        assert_eq!(gevonden, uit_teken(geldt), "{} {} {jaren}", vrager.code(), gegeven.code());
                        geteld += 1;
                    }
                }
            }
        }
        assert_eq!(geteld, 20 * 13 * 8 * 8);
    }

    #[test]
    fn geen_paniek_aan_de_randen() {
        for (geboortedatum, peildatum) in [(Date::MIN, Date::MAX), (Date::MAX, Date::MIN), (Date::MAX, Date::MAX)] {
            for (vrager, gegeven) in Vrager::ALLE.into_iter().zip(Gegeven::ALLE.into_iter().cycle()) {
                let v = Vraag {
                    vrager,
                    gegeven,
                    geboortedatum,
                    peildatum,
                    eigen_organisatie: true,
                    toestemming_jongere: true,
                    convenant: true,
                    verstrekking_nodig: true,
                };
                assert!(!inzage(&v, Recht::op(peildatum)).grondslag.is_empty());
            }
        }
    }
}
