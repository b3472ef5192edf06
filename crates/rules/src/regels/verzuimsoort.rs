#![doc = include_str!("verzuimsoort.md")]

use super::plicht::Plicht;
use crate::codes::codes;
use crate::oordeel::Pad;
use crate::recht::{Recht, Regel, Regelversie, doorstroompunt, leerplichtwet as lpw, protocol};
use crate::{Grondslag, Oordeel, leeftijd};
use jiff::civil::{Date, date};

codes! {
    /// Welke melding, als er een is.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
    pub enum Verzuimsoort {
        /// Niet melden.
        GeenMelding = "geen_melding",
        /// Ziekte: alleen in de eigen administratie.
        ZiekNietMelden = "ziek_niet_melden",
        /// Overig verzuim, vrijwillig.
        Overig = "overig",
        /// Luxe verzuim.
        Luxe = "luxe",
        /// Zestien uur in vier lesweken.
        ZestienUur = "zestien_uur",
        /// Zestien uur, 18 jaar of ouder, volgens afspraak.
        ZestienUur18plus = "zestien_uur_18plus",
        /// Langdurig relatief verzuim.
        Langdurig = "langdurig",
        /// Melding aan het Doorstroompunt.
        Rmc = "rmc",
    }
}

impl Verzuimsoort {
    /// Naam op het scherm.
    #[must_use]
    pub const fn naam(self) -> &'static str {
        match self {
            Self::GeenMelding => "geen melding",
            Self::ZiekNietMelden => "ziek: niet melden",
            Self::Overig => "overig verzuim",
            Self::Luxe => "luxe verzuim",
            Self::ZestienUur => "16 uur in vier lesweken",
            Self::ZestienUur18plus => "16 uur in vier lesweken (18 jaar of ouder)",
            Self::Langdurig => "langdurig verzuim",
            Self::Rmc => "melding aan het Doorstroompunt",
        }
    }
}

codes! {
    /// Moet of mag het worden gemeld?
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum Meldplicht {
        /// De wet verplicht het.
        Verplicht = "verplicht",
        /// Volgens een afspraak in de regio.
        VolgensAfspraak = "volgens_afspraak",
        /// Het mag.
        Toegestaan = "toegestaan",
        /// Het mag niet.
        Verboden = "verboden",
    }
}

codes! {
    /// Is de leerling ziek gemeld?
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum Ziek {
        /// Nee.
        Nee = "nee",
        /// Ja.
        Ja = "ja",
        /// Ziek gemeld, maar de school vermoedt ongeoorloofd verzuim.
        VermoedenOngeoorloofd = "vermoeden_ongeoorloofd",
    }
}

/// De feiten.
#[derive(Debug, Clone)]
pub struct Vraag {
    /// Geboortedatum.
    pub geboortedatum: Date,
    /// Eerste dag van het verzuim; de leeftijd op deze dag telt.
    pub eerste_verzuimdag: Date,
    /// Ingeschreven bij deze school.
    pub ingeschreven: bool,
    /// Uitkomst van de regel plicht op de eerste verzuimdag.
    pub plicht: Plicht,
    /// Vrijgesteld door artikel 4a lid 2 (CR-21).
    pub vrijstelling_4a_lid_2: bool,
    /// Heeft een startkwalificatie.
    pub startkwalificatie: bool,
    /// Alles is gedekt door verlof, religieuze plicht, schorsing of sluiting.
    pub geoorloofd: bool,
    /// Ziek.
    pub ziek: Ziek,
    /// Overleg met leerplicht gevoerd, of weigering aangekondigd aan de ouders (CR-22).
    pub overleg_of_aankondiging: bool,
    /// Het vermoeden is gemotiveerd.
    pub motivering: bool,
    /// Vakantie zonder verlof.
    pub vakantie_zonder_verlof: bool,
    /// Dagen aaneengesloten afwezig op de leskalender: 0 of meer.
    pub dagen_aaneengesloten: i64,
    /// Eerdere melding in vier weken.
    pub eerdere_melding: bool,
    /// Minuten ongeoorloofd in het grootste venster: 0 of meer.
    pub minuten: i64,
    /// Minuten van één lesuur in de eenheid van de school: meer dan 0.
    pub lesuur_minuten: i64,
    /// Keren te laat: 0 of meer.
    pub keren_te_laat: i64,
    /// Afspraak om 18-plussers bij 16 uur te melden.
    pub afspraak_18plus: bool,
    /// Mag overig verzuim van 18-plussers worden gemeld?
    pub overig_18plus_toegestaan: bool,
    /// Periode voor een melding aan het Doorstroompunt, 1 tot en met 28 dagen.
    pub rmc_periode_dagen: i64,
}

/// Het antwoord.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Antwoord {
    /// De soort.
    pub soort: Verzuimsoort,
    /// Moet of mag het?
    pub meldplicht: Meldplicht,
    /// Een wettelijke melding (CR-24)?
    pub wettelijk: bool,
    /// Rij van de beslistabel.
    pub rij: &'static str,
}

/// Wat deze regel over zichzelf vertelt.
pub static REGEL: Regel = Regel {
    naam: "verzuimsoort",
    titel: "Welke melding hoort bij dit verzuim",
    doel: "Welke soort melding hoort bij dit verzuim, als er een is?",
    lezing: include_str!("verzuimsoort.md"),
    versies: &[
        Regelversie {
            vanaf: crate::recht::EERSTE,
            naam: "2009-08-01",
            wat: "De keuzehulp: scholen melden digitaal, particuliere scholen aan de gemeente.",
        },
        Regelversie {
            vanaf: date(2020, 7, 1),
            naam: "2020-07-01",
            wat: "Het register onderwijsdeelnemers vervangt het meldingsregister.",
        },
        Regelversie {
            vanaf: date(2023, 8, 1),
            naam: "2023-08-01",
            wat: "Alle scholen, ook particuliere, melden via het register.",
        },
        Regelversie {
            vanaf: date(2026, 1, 1),
            naam: "2026-01-01",
            wat: "De melding voor 18 jaar en ouder gaat naar het Doorstroompunt, tot 27 jaar.",
        },
    ],
    voorstel: None,
    parameters: &[
        &lpw::DREMPEL_UREN,
        &lpw::KWALIFICATIEPLICHT_EINDE_LEEFTIJD,
        &protocol::LANGDURIG_DAGEN,
        &protocol::OVERIG_VANAF_UREN,
        &protocol::OVERIG_VANAF_KEREN_TE_LAAT,
        &doorstroompunt::PERIODE_DAGEN,
        &lpw::ARTIKEL_VERZUIMMELDING,
        &doorstroompunt::ARTIKEL_MELDING,
    ],
    bronnen: &[Grondslag::lpw("21a"), Grondslag::web("9.2.2"), Grondslag::protocol("beslistabel")],
    uitkomsten: &[
        crate::recht::Uitkomst { code: "geen_melding", wat: "De school meldt niets." },
        crate::recht::Uitkomst {
            code: "ziek_niet_melden",
            wat: "Ziekte staat alleen in de eigen administratie van de school.",
        },
        crate::recht::Uitkomst { code: "overig", wat: "De school mag het melden, om samen met leerplicht te helpen." },
        crate::recht::Uitkomst { code: "luxe", wat: "Vakantie buiten de schoolvakanties zonder verlof: melden moet." },
        crate::recht::Uitkomst { code: "zestien_uur", wat: "Zestien uur of meer in vier lesweken: melden moet." },
        crate::recht::Uitkomst {
            code: "zestien_uur_18plus",
            wat: "Zestien uur of meer, 18 jaar of ouder: melden volgens de afspraak in de regio.",
        },
        crate::recht::Uitkomst { code: "langdurig", wat: "Vier schoolweken of langer achter elkaar weg: melden moet." },
        crate::recht::Uitkomst {
            code: "rmc",
            wat: "18 jaar of ouder en vier weken weg: melden aan het Doorstroompunt.",
        },
    ],
};

/// Welke soort melding hoort bij dit verzuim? Eerste passende rij van de beslistabel.
pub fn verzuimsoort(v: &Vraag, recht: Recht) -> Oordeel<Antwoord> {
    use Meldplicht::{Toegestaan, Verboden, Verplicht, VolgensAfspraak};
    use Verzuimsoort::{GeenMelding, Langdurig, Luxe, Overig, Rmc, ZestienUur, ZestienUur18plus, ZiekNietMelden};
    let mut pad = Pad::default();
    let zestien = v.minuten >= lpw::DREMPEL_UREN.waarde(recht) * v.lesuur_minuten;
    let ondergrens = v.minuten >= protocol::OVERIG_VANAF_UREN.waarde(recht) * v.lesuur_minuten
        || v.keren_te_laat >= protocol::OVERIG_VANAF_KEREN_TE_LAAT.waarde(recht);
    // Beleid kan de periode korter maken, nooit langer dan de wet.
    let periode_wet = doorstroompunt::PERIODE_DAGEN.waarde(recht);
    let periode = v.rmc_periode_dagen.min(periode_wet);
    let lid_2 = v.plicht == Plicht::Vrijgesteld && v.vrijstelling_4a_lid_2 && !v.startkwalificatie;
    let doelgroep = v.ingeschreven
        && (v.plicht == Plicht::Leerplichtig
            || (matches!(v.plicht, Plicht::Kwalificatieplichtig | Plicht::Doorstroompunt) && !v.startkwalificatie)
            || lid_2);
    let overig = |pad: &mut Pad, rij| {
        if pad.ja_nee("Minstens een uur of een keer te laat?", ondergrens) {
            (Overig, Toegestaan, rij)
        } else {
            (GeenMelding, Verboden, rij)
        }
    };
    let overig_18plus = |pad: &mut Pad, rij| {
        let mag = pad.ja_nee("Mag overig verzuim van 18 jaar en ouder in deze regio?", v.overig_18plus_toegestaan);
        if mag { overig(pad, rij) } else { (GeenMelding, Verboden, rij) }
    };

    let (soort, meldplicht, rij) = if !pad
        .ja_nee("Ingeschreven en leerplichtig, kwalificatieplichtig of zonder startkwalificatie?", doelgroep)
    {
        (GeenMelding, Verboden, "D0a")
    } else if pad.ja_nee("Valt alles onder verlof, schorsing of een gesloten school?", v.geoorloofd) {
        (GeenMelding, Verboden, "D0b")
    } else if pad.ja_nee("Is de leerling ziek gemeld?", v.ziek != Ziek::Nee) {
        let gemotiveerd = v.ziek == Ziek::VermoedenOngeoorloofd && v.motivering && v.overleg_of_aankondiging;
        if pad.ja_nee("Schreef de school op waarom, en sprak zij leerplicht of de ouders?", gemotiveerd) {
            (Overig, Toegestaan, "D1b")
        } else {
            (ZiekNietMelden, Verboden, "D1a")
        }
    } else if pad.ja_nee(
        "18 jaar of ouder op de eerste verzuimdag?",
        leeftijd(v.geboortedatum, v.eerste_verzuimdag) >= lpw::KWALIFICATIEPLICHT_EINDE_LEEFTIJD.waarde(recht) || lid_2,
    ) {
        if pad.ja_nee("Lang genoeg weg voor een melding aan het Doorstroompunt?", v.dagen_aaneengesloten >= periode) {
            (Rmc, Verplicht, "D2")
        } else if !lid_2 && pad.ja_nee("Is er een afspraak over 18 jaar en ouder?", v.afspraak_18plus) {
            if pad.ja_nee("16 uur of meer in vier lesweken?", zestien) {
                (ZestienUur18plus, VolgensAfspraak, "D3")
            } else {
                overig_18plus(&mut pad, "D4")
            }
        } else {
            overig_18plus(&mut pad, "D5")
        }
    } else if pad.ja_nee("Op vakantie zonder verlof?", v.vakantie_zonder_verlof) {
        (Luxe, Verplicht, "D6")
    } else if pad
        .ja_nee("Vier weken aaneengesloten weg?", v.dagen_aaneengesloten >= protocol::LANGDURIG_DAGEN.waarde(recht))
    {
        if pad.ja_nee("Eerste melding in vier weken?", !v.eerdere_melding) {
            (ZestienUur, Verplicht, "D7")
        } else {
            (Langdurig, Verplicht, "D8")
        }
    } else if pad.ja_nee("16 uur of meer in vier lesweken?", zestien) {
        (ZestienUur, Verplicht, "D9")
    } else {
        overig(&mut pad, "D10")
    };
    let wettelijk = meldplicht == Verplicht;
    let grond = match soort {
        Rmc => doorstroompunt::ARTIKEL_MELDING.waarde(recht),
        Luxe | ZestienUur | Langdurig => lpw::ARTIKEL_VERZUIMMELDING.waarde(recht),
        _ => Grondslag::protocol("beslistabel"),
    };
    let zin = match meldplicht {
        Verplicht => format!("De school moet dit melden als {}.", soort.naam()),
        VolgensAfspraak => format!("De school meldt dit volgens de afspraak in de regio als {}.", soort.naam()),
        Toegestaan => format!("De school mag dit melden als {}.", soort.naam()),
        Verboden if soort == ZiekNietMelden => {
            "Ziekte wordt niet gemeld; de school legt het alleen zelf vast.".to_owned()
        }
        Verboden => "De school meldt dit niet.".to_owned(),
    };
    let reden = match rij {
        "D0a" => Some(buiten_de_regels(v)),
        "D0b" => Some("Alles valt onder verlof, een religieuze plicht, een schorsing of een gesloten school."),
        _ => None,
    };
    let zinnen = reden.map(str::to_owned).into_iter().chain([zin]).collect();
    let mut grondslag = vec![grond, Grondslag::protocol(rij)];
    if soort == Rmc && v.dagen_aaneengesloten < periode_wet {
        grondslag.push(Grondslag::beleid("rmc_periode_dagen"));
    }
    pad.klaar(Antwoord { soort, meldplicht, wettelijk, rij }, REGEL.versie(recht), grondslag, zinnen)
}

/// Waarom dit verzuim niet onder de meldregels valt (CR-21).
const fn buiten_de_regels(v: &Vraag) -> &'static str {
    match v.plicht {
        _ if !v.ingeschreven => "De leerling staat niet ingeschreven bij deze school.",
        Plicht::NogNiet => "De leerplicht is nog niet begonnen.",
        _ if v.startkwalificatie => "De leerling heeft een startkwalificatie.",
        Plicht::Vrijgesteld => "De leerling is vrijgesteld.",
        _ => "Er rust geen plicht op de leerling.",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn basis() -> Vraag {
        Vraag {
            geboortedatum: date(2011, 2, 12),
            eerste_verzuimdag: date(2026, 11, 2),
            ingeschreven: true,
            plicht: Plicht::Leerplichtig,
            vrijstelling_4a_lid_2: false,
            startkwalificatie: false,
            geoorloofd: false,
            ziek: Ziek::Nee,
            overleg_of_aankondiging: false,
            motivering: false,
            vakantie_zonder_verlof: false,
            dagen_aaneengesloten: 0,
            eerdere_melding: false,
            minuten: 0,
            lesuur_minuten: 60,
            keren_te_laat: 0,
            afspraak_18plus: false,
            overig_18plus_toegestaan: true,
            rmc_periode_dagen: 28,
        }
    }

    #[test]
    fn een_uur_is_een_lesuur_van_deze_school() {
        let rij = |minuten, lesuur_minuten| {
            let a = verzuimsoort(&Vraag { minuten, lesuur_minuten, ..basis() }, Recht::op(date(2026, 11, 2)));
            (a.uitkomst.soort, a.uitkomst.rij)
        };
        assert_eq!(rij(49, 50), (Verzuimsoort::GeenMelding, "D10"));
        assert_eq!(rij(50, 50), (Verzuimsoort::Overig, "D10"));
        assert_eq!(rij(799, 50), (Verzuimsoort::Overig, "D10"));
        assert_eq!(rij(800, 50), (Verzuimsoort::ZestienUur, "D9"));
    }

    #[test]
    fn alleen_bij_ziekte_zegt_de_zin_dat_ziekte_niet_wordt_gemeld() {
        let zegt_ziek = |ziek, geoorloofd| {
            let v = Vraag { ziek, geoorloofd, ..basis() };
            verzuimsoort(&v, Recht::op(date(2026, 11, 2))).toelichting.iter().any(|z| z.contains("Ziekte"))
        };
        assert!(zegt_ziek(Ziek::Ja, false));
        assert!(!zegt_ziek(Ziek::Nee, true) && !zegt_ziek(Ziek::Nee, false));
    }

    #[test]
    fn geen_beleid_maakt_de_periode_langer_dan_de_wet() {
        let rij = |dagen_aaneengesloten| {
            let plicht = Plicht::Doorstroompunt;
            let v = Vraag {
                geboortedatum: date(2007, 1, 1),
                plicht,
                dagen_aaneengesloten,
                rmc_periode_dagen: 100,
                ..basis()
            };
            verzuimsoort(&v, Recht::op(date(2026, 11, 2))).uitkomst.rij
        };
        assert_eq!((rij(27), rij(28)), ("D5", "D2"));
    }
}
