#![doc = include_str!("plicht.md")]

use super::vrijstelling::Artikel;
use crate::codes::codes;
use crate::kalender::doordeweeks;
use crate::leeftijd::eerste_van_volgende_maand;
use crate::oordeel::Pad;
use crate::recht::{Recht, Regel, Regelversie, doorstroompunt, leerplichtwet as lpw};
use crate::{Grondslag, Kalender, Oordeel, Vakantieregio, datum_nl, jaren_bereikt_op, leeftijd, schooljaar};
use jiff::ToSpan;
use jiff::civil::{Date, date};

codes! {
    /// Welke plicht er rust.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum Plicht {
        /// De leerplicht is nog niet begonnen.
        NogNiet = "nog_niet",
        /// Leerplichtig.
        Leerplichtig = "leerplichtig",
        /// Kwalificatieplichtig.
        Kwalificatieplichtig = "kwalificatieplichtig",
        /// Vrijgesteld.
        Vrijgesteld = "vrijgesteld",
        /// 18 of ouder, zonder startkwalificatie: doelgroep van het Doorstroompunt.
        Doorstroompunt = "doorstroompunt",
        /// Geen plicht.
        Geen = "geen",
    }
}

/// Een vrijstelling met periode; zonder einde loopt zij door.
#[derive(Debug, Clone, Copy)]
pub struct Vrijstelling {
    /// Het artikel; artikel 15 telt alleen in de kwalificatieplicht.
    pub artikel: Artikel,
    /// Eerste dag.
    pub begin: Date,
    /// Laatste dag.
    pub einde: Option<Date>,
}

/// De feiten.
#[derive(Debug, Clone)]
pub struct Vraag {
    /// Geboortedatum.
    pub geboortedatum: Date,
    /// De dag waarover de vraag gaat.
    pub peildatum: Date,
    /// Vakantieregio, voor de eerste schooldag.
    pub vakantieregio: Vakantieregio,
    /// Voltooide schooljaren op 31 juli vóór de peildatum.
    pub voltooide_schooljaren: Option<i16>,
    /// Dag van de startkwalificatie.
    pub startkwalificatie_op: Option<Date>,
    /// Vrijgesteld van de kwalificatieplicht door praktijkonderwijs of vso (artikel 4a lid 2).
    pub artikel_4a_lid_2: bool,
    /// Er is een indicatie zml of mg, en de gemeente kiest dat die vrijstelt (CR-16).
    pub zml_mg: bool,
    /// Vrijstellingen.
    pub vrijstellingen: Vec<Vrijstelling>,
    /// Vervangende leerplicht op de peildatum: `3a` of `3b`.
    pub vervangend: Option<&'static str>,
}

impl Vraag {
    /// Alleen geboortedatum en peildatum, regio midden.
    #[must_use]
    pub const fn nieuw(geboortedatum: Date, peildatum: Date) -> Self {
        Self {
            geboortedatum,
            peildatum,
            vakantieregio: Vakantieregio::Midden,
            voltooide_schooljaren: None,
            startkwalificatie_op: None,
            artikel_4a_lid_2: false,
            zml_mg: false,
            vrijstellingen: Vec::new(),
            vervangend: None,
        }
    }
}

codes! {
    /// Wie verantwoordelijk is voor het schoolbezoek (CR-17).
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum Verantwoordelijk {
        /// Jonger dan 12.
        Ouders = "ouders",
        /// 12 tot en met 17.
        OudersEnJongere = "ouders_en_jongere",
        /// Vanaf 18.
        Jongere = "jongere",
    }
}

/// Het antwoord.
#[derive(Debug, Clone, PartialEq)]
pub struct Antwoord {
    /// De plicht.
    pub plicht: Plicht,
    /// Eerste dag van de leerplicht; leeg buiten de kalendergegevens.
    pub leerplicht_begin: Option<Date>,
    /// Laatste dag van de leerplicht.
    pub leerplicht_einde: Date,
    /// Eerste dag van de kwalificatieplicht.
    pub kwalificatieplicht_begin: Option<Date>,
    /// Laatste dag van de kwalificatieplicht.
    pub kwalificatieplicht_einde: Option<Date>,
    /// Eerste dag buiten de doelgroep van het Doorstroompunt.
    pub doorstroompunt_tot: Option<Date>,
    /// Wie verantwoordelijk is.
    pub verantwoordelijk: Verantwoordelijk,
}

/// Wat deze regel over zichzelf vertelt.
pub static REGEL: Regel = Regel {
    naam: "plicht",
    titel: "Leerplicht en kwalificatieplicht",
    doel: "Welke plicht rust er op deze dag op deze jongere?",
    lezing: include_str!("plicht.md"),
    versies: &[
        Regelversie {
            vanaf: crate::recht::EERSTE,
            naam: "2009-08-01",
            wat: "De leerplicht en de kwalificatieplicht; de RMC-doelgroep loopt tot 23 jaar.",
        },
        Regelversie {
            vanaf: date(2026, 1, 1),
            naam: "2026-01-01",
            wat: "De doelgroep heet Doorstroompunt en loopt tot 27 jaar.",
        },
    ],
    voorstel: None,
    parameters: &[
        &lpw::LEERPLICHT_BEGIN_LEEFTIJD,
        &lpw::LEERPLICHT_EINDE_LEEFTIJD,
        &lpw::LEERPLICHT_SCHOOLJAREN,
        &lpw::KWALIFICATIEPLICHT_EINDE_LEEFTIJD,
        &lpw::MEDEVERANTWOORDELIJK_LEEFTIJD,
        &doorstroompunt::DOELGROEP_TOT_LEEFTIJD,
        &doorstroompunt::NAAM,
        &doorstroompunt::ARTIKEL_DOELGROEP,
    ],
    bronnen: &[Grondslag::lpw("2, 3, 4a en 5"), Grondslag::web("9.2.1")],
    uitkomsten: &[
        crate::recht::Uitkomst { code: "nog_niet", wat: "De leerplicht is nog niet begonnen." },
        crate::recht::Uitkomst {
            code: "leerplichtig",
            wat: "Ouders moeten hun kind inschrijven en het moet naar school.",
        },
        crate::recht::Uitkomst {
            code: "kwalificatieplichtig",
            wat: "De jongere moet onderwijs volgen tot 18 jaar of een startkwalificatie.",
        },
        crate::recht::Uitkomst { code: "vrijgesteld", wat: "Er is een vrijstelling; naar school hoeft nu niet." },
        crate::recht::Uitkomst {
            code: "doorstroompunt",
            wat: "18 jaar of ouder zonder startkwalificatie: het Doorstroompunt kan helpen.",
        },
        crate::recht::Uitkomst { code: "geen", wat: "Er is geen plicht." },
    ],
};

/// Jonger dan 18, na de leerplicht en zonder startkwalificatie: kwalificatieplichtig, of vrijgesteld (CR-15).
fn na_de_leerplicht(v: &Vraag, geldend: Option<&Vrijstelling>, achttien: Date, pad: &mut Pad) -> Besluit {
    pad.ja_nee("Is er een vrijstelling?", geldend.is_some());
    if let Some(x) = geldend {
        let zin = format!("De jongere is vrijgesteld van de kwalificatieplicht: {}.", x.artikel.woorden());
        (Plicht::Vrijgesteld, x.artikel.plaats(), zin)
    } else if pad.ja_nee("Is er geen kwalificatieplicht door praktijkonderwijs of vso?", v.artikel_4a_lid_2) {
        let zin = "Met dit onderwijs geldt de kwalificatieplicht niet.".to_owned();
        (Plicht::Vrijgesteld, Grondslag::lpw("4a lid 2"), zin)
    } else if pad.ja_nee("Geeft een indicatie zml of mg vrijstelling volgens plaatselijk beleid?", v.zml_mg) {
        // De wet noemt deze indicaties niet: dit rust alleen op een keuze van de gemeente (CR-16).
        let zin = "De gemeente kiest dat deze indicatie vrijstelt van de kwalificatieplicht.".to_owned();
        (Plicht::Vrijgesteld, Grondslag::beleid("zml_mg_vrijstelling"), zin)
    } else {
        let zin = format!("De jongere is kwalificatieplichtig tot {}.", datum_nl(achttien));
        (Plicht::Kwalificatieplichtig, Grondslag::lpw("4a lid 1"), zin)
    }
}

/// De uitkomst, waarop zij rust en de zin erbij.
type Besluit = (Plicht, Grondslag, String);

/// Welke plicht rust er op deze jongere?
pub fn plicht(v: &Vraag, recht: Recht) -> Oordeel<Antwoord> {
    let mut pad = Pad::default();
    let dag = v.peildatum;
    let vanaf =
        eerste_van_volgende_maand(jaren_bereikt_op(v.geboortedatum, lpw::LEERPLICHT_BEGIN_LEEFTIJD.waarde(recht)));
    let kalender = Kalender::regio(v.vakantieregio);
    let leerplicht_begin = kalender.eerste_schooldag(vanaf);
    // Buiten de kalendergegevens beslissen weekend en feestdagen alleen (CR-06).
    let open = |d: &Date| doordeweeks(*d) && !kalender.is_vrije_dag(*d);
    let begin_toets =
        leerplicht_begin.unwrap_or_else(|| (0..14).map(|i| vanaf.saturating_add(i.days())).find(open).unwrap_or(vanaf));
    let achttien = jaren_bereikt_op(v.geboortedatum, lpw::KWALIFICATIEPLICHT_EINDE_LEEFTIJD.waarde(recht));
    let einde_zestien = schooljaar(jaren_bereikt_op(v.geboortedatum, lpw::LEERPLICHT_EINDE_LEEFTIJD.waarde(recht))).1;
    let leerplicht_einde = match v.voltooide_schooljaren {
        None => einde_zestien,
        Some(n) => {
            let vorige = schooljaar(dag).0.year();
            let vol = lpw::LEERPLICHT_SCHOOLJAREN.waarde(recht);
            let jaar = vorige.saturating_add(vol.saturating_sub(n)).clamp(Date::MIN.year(), Date::MAX.year());
            Date::new(jaar, 7, 31).map_or(einde_zestien, |d| d.min(einde_zestien))
        }
    };
    let kwal_begin = leerplicht_einde.saturating_add(1.day());
    let voor_achttien = achttien.saturating_sub(1.day());
    let kwal_einde = v.startkwalificatie_op.map_or(voor_achttien, |s| s.min(voor_achttien));
    let kwal = (kwal_begin <= kwal_einde).then_some((kwal_begin, kwal_einde));
    let heeft_startkwalificatie = v.startkwalificatie_op.is_some_and(|s| s < dag);
    let geldend = |ook_15: bool| {
        let telt = |x: &&Vrijstelling| ook_15 || x.artikel != Artikel::A15;
        v.vrijstellingen.iter().filter(telt).find(|x| x.begin <= dag && x.einde.is_none_or(|e| dag <= e))
    };
    let (van_inschrijving, van_kwalificatieplicht) = (geldend(false), geldend(true));
    let jaren = leeftijd(v.geboortedatum, dag);
    let verantwoordelijk = if jaren < lpw::MEDEVERANTWOORDELIJK_LEEFTIJD.waarde(recht) {
        Verantwoordelijk::Ouders
    } else if dag < achttien {
        Verantwoordelijk::OudersEnJongere
    } else {
        Verantwoordelijk::Jongere
    };
    pad.met("Hoe oud is de jongere?", format!("{jaren} jaar"), jaren.to_string());

    let grens = doorstroompunt::DOELGROEP_TOT_LEEFTIJD.waarde(recht);
    let doelgroep = doorstroompunt::ARTIKEL_DOELGROEP.waarde(recht);
    let naam = doorstroompunt::NAAM.waarde(recht);
    let einde_doelgroep = jaren_bereikt_op(v.geboortedatum, grens);
    let mut doorstroompunt_tot = None;
    let (uitkomst, grond, zin) = if !pad.ja_nee("Is de leerplicht begonnen?", dag >= begin_toets) {
        (Plicht::NogNiet, Grondslag::lpw("3 lid 1"), format!("De leerplicht begint op {}.", datum_nl(begin_toets)))
    } else if pad.ja_nee("Loopt de leerplicht nog?", dag <= leerplicht_einde) {
        pad.ja_nee("Is er een vrijstelling van artikel 5 of 5a?", van_inschrijving.is_some());
        if let Some(x) = van_inschrijving {
            let zin = format!("De ouders hebben een vrijstelling van de inschrijving: {}.", x.artikel.woorden());
            (Plicht::Vrijgesteld, x.artikel.plaats(), zin)
        } else {
            (
                Plicht::Leerplichtig,
                Grondslag::lpw("3 lid 1"),
                format!("De jongere is leerplichtig tot en met {}.", datum_nl(leerplicht_einde)),
            )
        }
    } else if pad.ja_nee("Is de jongere jonger dan 18?", dag < achttien) {
        if pad.ja_nee("Is er een startkwalificatie?", heeft_startkwalificatie) {
            (Plicht::Geen, Grondslag::lpw("4a lid 1"), "De jongere heeft een startkwalificatie.".to_owned())
        } else {
            na_de_leerplicht(v, van_kwalificatieplicht, achttien, &mut pad)
        }
    } else if pad.ja_nee("Is er een startkwalificatie?", heeft_startkwalificatie) {
        (Plicht::Geen, doelgroep, "De jongere is 18 of ouder en heeft een startkwalificatie.".to_owned())
    } else if pad.ja_nee("Is de jongere jonger dan de grens van de doelgroep?", dag < einde_doelgroep) {
        doorstroompunt_tot =
            Some(v.startkwalificatie_op.map_or(einde_doelgroep, |s| s.saturating_add(1.day()).min(einde_doelgroep)));
        (Plicht::Doorstroompunt, doelgroep, format!("De jongere hoort tot de doelgroep van {naam}, tot {grens} jaar."))
    } else {
        (Plicht::Geen, doelgroep, format!("De jongere is {grens} jaar of ouder."))
    };
    let mut grondslag = vec![grond];
    let mut toelichting = vec![zin];
    let rust = matches!(uitkomst, Plicht::Leerplichtig | Plicht::Kwalificatieplichtig);
    if let Some(artikel) = v.vervangend.filter(|_| rust) {
        grondslag.push(Grondslag::lpw(artikel));
        toelichting.push(
            "De gemeente heeft vervangende leerplicht toegestaan: de plicht blijft, de invulling is anders.".to_owned(),
        );
    }
    let antwoord = Antwoord {
        plicht: uitkomst,
        leerplicht_begin,
        leerplicht_einde,
        kwalificatieplicht_begin: kwal.map(|k| k.0),
        kwalificatieplicht_einde: kwal.map(|k| k.1),
        doorstroompunt_tot,
        verantwoordelijk,
    };
    pad.klaar(antwoord, REGEL.versie(recht), grondslag, toelichting)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn buiten_de_gegevens_beslissen_weekend_en_feestdagen() {
        // 5 in december 2010: 1 januari 2011 is zaterdag en nieuwjaarsdag, maandag 3 januari telt.
        let op = |d| plicht(&Vraag::nieuw(date(2005, 12, 5), d), Recht::op(d)).uitkomst;
        assert_eq!((op(date(2011, 1, 2)).plicht, op(date(2011, 1, 3)).plicht), (Plicht::NogNiet, Plicht::Leerplichtig));
        assert_eq!(op(date(2011, 1, 3)).leerplicht_begin, None);
        // 5 in december 2012: 1 januari 2013 is een dinsdag, maar een feestdag.
        let op = |d| plicht(&Vraag::nieuw(date(2007, 12, 5), d), Recht::op(d)).uitkomst.plicht;
        assert_eq!((op(date(2013, 1, 1)), op(date(2013, 1, 2))), (Plicht::NogNiet, Plicht::Leerplichtig));
    }

    #[test]
    fn geen_paniek_aan_de_randen() {
        for geboren in [date(0, 1, 1), date(9999, 12, 31)] {
            for n in [None, Some(0), Some(i16::MAX)] {
                let mut v = Vraag::nieuw(geboren, Date::MAX);
                v.voltooide_schooljaren = n;
                assert!(!plicht(&v, Recht::op(v.peildatum)).pad.is_empty());
            }
        }
    }

    #[test]
    fn elke_dag_heeft_een_uitkomst_met_grond() {
        let mut d = date(2009, 8, 1);
        while d <= date(2035, 7, 31) {
            for geboren in [date(2004, 2, 29), date(2011, 7, 31), date(2014, 8, 1)] {
                if geboren <= d {
                    assert!(!plicht(&Vraag::nieuw(geboren, d), Recht::op(d)).grondslag.is_empty());
                }
            }
            d = d.saturating_add(1.day());
        }
    }
}
