#![doc = include_str!("langdurig.md")]

use crate::oordeel::Pad;
use crate::recht::{Recht, Regel, Regelversie, doorstroompunt, leerplichtwet as lpw, protocol};
use crate::{Grondslag, Kalender, Oordeel, datum_nl, jaren_bereikt_op, leeftijd};
use jiff::ToSpan;
use jiff::civil::{Date, date};

/// Een onderbreking van het wegblijven.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Onderbreking {
    /// Dag.
    pub datum: Date,
    /// Was er in een les (anders: geoorloofd weg).
    pub aanwezig: bool,
}

/// De feiten.
#[derive(Debug, Clone)]
pub struct Vraag<'a> {
    /// Leskalender.
    pub kalender: &'a Kalender,
    /// Geboortedatum.
    pub geboortedatum: Date,
    /// Heeft een startkwalificatie.
    pub startkwalificatie: bool,
    /// Eerste dag weg.
    pub eerste_verzuimdag: Date,
    /// Onderbrekingen.
    pub onderbrekingen: &'a [Onderbreking],
    /// Laatste dag van de laatste melding.
    pub laatste_melding_einde: Option<Date>,
    /// Peildatum.
    pub peildatum: Date,
    /// Periode vanaf 18 jaar, 1 tot en met 28 dagen.
    pub rmc_periode_dagen: i64,
}

/// De uitkomst.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Uitkomst {
    /// Nog geen vier weken.
    NogNiet,
    /// Langdurig relatief verzuim.
    Langdurig,
    /// Doorstroompunt.
    Rmc,
    /// 18 of ouder met startkwalificatie, of boven de leeftijdsgrens.
    Geen,
}

impl Uitkomst {
    /// Code in het regelcontract.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::NogNiet => "nog_niet",
            Self::Langdurig => "langdurig",
            Self::Rmc => "rmc",
            Self::Geen => "geen",
        }
    }
}

/// Het antwoord.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Antwoord {
    /// De uitkomst.
    pub uitkomst: Uitkomst,
    /// Getelde dagen op de leskalender.
    pub geteld_dagen: i64,
    /// Dag waarop de periode vol was.
    pub bereikt_op: Option<Date>,
    /// Eerste dag van de melding.
    pub begin_melding: Option<Date>,
    /// Mag de melding een einddatum krijgen?
    pub einddatum_toegestaan: bool,
}

struct Episode {
    begin: Date,
    einde: Date,
    door_aanwezigheid: bool,
    dagen: i64,
}

/// Wat deze regel over zichzelf vertelt.
pub static REGEL: Regel = Regel {
    naam: "langdurig",
    titel: "Vier schoolweken achter elkaar weg",
    doel: "Is deze leerling vier aaneengesloten schoolweken weg?",
    lezing: include_str!("langdurig.md"),
    versies: &[
        Regelversie {
            vanaf: crate::recht::EERSTE,
            naam: "2009-08-01",
            wat: "De telling van langdurig relatief verzuim.",
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
            wat: "De leeftijdsgrens van het Doorstroompunt gaat van 23 naar 27 jaar.",
        },
    ],
    voorstel: None,
    parameters: &[
        &protocol::LANGDURIG_DAGEN,
        &doorstroompunt::PERIODE_DAGEN,
        &doorstroompunt::DOELGROEP_TOT_LEEFTIJD,
        &lpw::KWALIFICATIEPLICHT_EINDE_LEEFTIJD,
        &lpw::ARTIKEL_VERZUIMMELDING,
        &doorstroompunt::ARTIKEL_MELDING,
    ],
    bronnen: &[Grondslag::lpw("21a"), Grondslag::web("9.2.2"), Grondslag::protocol("langdurig relatief verzuim")],
    uitkomsten: &[
        crate::recht::Uitkomst { code: "nog_niet", wat: "De periode is nog niet vol." },
        crate::recht::Uitkomst { code: "langdurig", wat: "Langdurig relatief verzuim: melden moet." },
        crate::recht::Uitkomst { code: "rmc", wat: "18 jaar of ouder: melden aan het Doorstroompunt." },
        crate::recht::Uitkomst {
            code: "geen",
            wat: "Er is geen melding: de jongere heeft een startkwalificatie of is te oud.",
        },
    ],
};

/// Is deze leerling vier aaneengesloten schoolweken weg?
pub fn langdurig(v: &Vraag<'_>, recht: Recht) -> Oordeel<Antwoord> {
    let mut pad = Pad::default();
    let mut onderbrekingen: Vec<Onderbreking> =
        v.onderbrekingen.iter().copied().filter(|o| v.eerste_verzuimdag <= o.datum && o.datum <= v.peildatum).collect();
    onderbrekingen.sort_by_key(|o| (o.datum, !o.aanwezig));
    let volwassen_op =
        |dag: Date| leeftijd(v.geboortedatum, dag) >= lpw::KWALIFICATIEPLICHT_EINDE_LEEFTIJD.waarde(recht);
    let vier_weken = protocol::LANGDURIG_DAGEN.waarde(recht);
    // Beleid kan de periode vanaf 18 jaar korter maken, nooit langer dan de wet.
    let periode_wet = doorstroompunt::PERIODE_DAGEN.waarde(recht);
    let rmc_periode = v.rmc_periode_dagen.min(periode_wet);
    let periode = |begin: Date| if volwassen_op(begin) { rmc_periode } else { vier_weken };
    let mut episodes: Vec<Episode> = Vec::new();
    let mut vanaf = v.kalender.eerste_schooldag(v.eerste_verzuimdag);
    for o in onderbrekingen.iter().map(Some).chain([None]) {
        let Some(begin) = vanaf else { break };
        let einde = o.map_or(v.peildatum, |o| o.datum.saturating_sub(1.day()));
        let dagen = if einde < begin { 0 } else { geteld(v.kalender, begin, einde) };
        episodes.push(Episode { begin, einde, door_aanwezigheid: o.is_some_and(|o| o.aanwezig), dagen });
        vanaf = o.and_then(|o| v.kalender.eerste_schooldag(o.datum.saturating_add(1.day())));
    }
    let gekozen = episodes.iter().rev().find(|e| e.dagen >= periode(e.begin)).or(episodes.last());
    // Wie 18 is op de eerste dag, valt niet onder de Leerplichtwet.
    let artikel = match gekozen {
        Some(e) if volwassen_op(e.begin) => doorstroompunt::ARTIKEL_MELDING.waarde(recht),
        _ => lpw::ARTIKEL_VERZUIMMELDING.waarde(recht),
    };
    let mut grondslag = vec![artikel, Grondslag::protocol("langdurig relatief verzuim")];
    let Some(e) = gekozen else {
        let a = Antwoord {
            uitkomst: Uitkomst::NogNiet,
            geteld_dagen: 0,
            bereikt_op: None,
            begin_melding: None,
            einddatum_toegestaan: false,
        };
        pad.ja_nee("Zijn er schooldagen om te tellen?", false);
        return pad.klaar(a, REGEL.versie(recht), grondslag, vec!["Er zijn geen schooldagen om te tellen.".to_owned()]);
    };
    pad.ja_nee("Zijn er schooldagen om te tellen?", true);
    let vol = e.dagen >= periode(e.begin);
    pad.met("Hoeveel dagen aaneengesloten weg, op de leskalender?", format!("{} dagen", e.dagen), e.dagen.to_string());
    let volwassen = pad.ja_nee("18 jaar of ouder op de eerste dag?", volwassen_op(e.begin));
    let (vraag, gevolg) = if volwassen {
        ("Lang genoeg weg voor een melding aan het Doorstroompunt?", "hoort een melding aan het Doorstroompunt")
    } else {
        ("Vier weken aaneengesloten weg?", "geldt het als langdurig")
    };
    if !pad.ja_nee(vraag, vol) {
        let a = Antwoord {
            uitkomst: Uitkomst::NogNiet,
            geteld_dagen: e.dagen,
            bereikt_op: None,
            begin_melding: None,
            einddatum_toegestaan: false,
        };
        return pad.klaar(
            a,
            REGEL.versie(recht),
            grondslag,
            vec![format!("De leerling is {} dagen weg; bij {} dagen {gevolg}.", e.dagen, periode(e.begin))],
        );
    }
    let nodig = periode(e.begin);
    let nummering = v.kalender.nummering(e.begin, e.einde);
    let eerste = nummering.dag(e.begin).unwrap_or(0);
    let bereikt_op = e
        .begin
        .series(1.day())
        .take_while(|d| *d <= e.einde)
        .find(|d| nummering.dag(*d).is_some_and(|n| n - eerste + 1 >= nodig));
    if volwassen && e.dagen < periode_wet {
        grondslag.push(Grondslag::beleid("rmc_periode_dagen"));
    }
    let te_oud = e.begin >= jaren_bereikt_op(v.geboortedatum, doorstroompunt::DOELGROEP_TOT_LEEFTIJD.waarde(recht));
    let (uitkomst, begin_melding, zin) = if volwassen && (v.startkwalificatie || te_oud) {
        (
            Uitkomst::Geen,
            None,
            "De jongere heeft een startkwalificatie of is te oud voor het Doorstroompunt.".to_owned(),
        )
    } else if volwassen {
        (
            Uitkomst::Rmc,
            Some(e.begin),
            format!("De jongere is weg sinds {}: melden aan het Doorstroompunt.", datum_nl(e.begin)),
        )
    } else {
        let begin =
            v.laatste_melding_einde.map(|m| m.saturating_add(1.day())).filter(|d| e.begin <= *d && *d <= e.einde);
        (Uitkomst::Langdurig, begin, format!("De leerling is weg sinds {}: langdurig verzuim.", datum_nl(e.begin)))
    };
    let einddatum_toegestaan = uitkomst != Uitkomst::Geen && e.door_aanwezigheid;
    pad.klaar(
        Antwoord { uitkomst, geteld_dagen: e.dagen, bereikt_op, begin_melding, einddatum_toegestaan },
        REGEL.versie(recht),
        grondslag,
        vec![zin],
    )
}

/// Dagen van de leskalender van `begin` tot en met `einde`, beide meegeteld (CR-40).
fn geteld(kalender: &Kalender, begin: Date, einde: Date) -> i64 {
    let n = kalender.nummering(begin, einde);
    let Some(eerste) = n.dag(begin) else { return 0 };
    let mut d = einde;
    while d >= begin {
        if let Some(nr) = n.dag(d) {
            return nr - eerste + 1;
        }
        d = d.saturating_sub(1.day());
    }
    0
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn boven_de_leeftijdsgrens_is_er_geen_melding_en_geen_beleid_gaat_boven_de_wet() {
        let kalender = Kalender::eigen(vec![], vec![]);
        let v = Vraag {
            kalender: &kalender,
            geboortedatum: date(1999, 1, 1),
            startkwalificatie: false,
            eerste_verzuimdag: date(2026, 9, 7),
            onderbrekingen: &[],
            laatste_melding_einde: None,
            peildatum: date(2026, 10, 30),
            rmc_periode_dagen: 28,
        };
        assert_eq!(langdurig(&v, Recht::op(v.peildatum)).uitkomst.uitkomst, Uitkomst::Geen);
        // Beleid buiten de ruimte van de wet telt als de wet: op dag 28 hoort er een melding te zijn.
        let jonger =
            |peildatum| Vraag { geboortedatum: date(2005, 1, 1), peildatum, rmc_periode_dagen: 100, ..v.clone() };
        let op = |dag| langdurig(&jonger(dag), Recht::op(dag)).uitkomst.uitkomst;
        assert_eq!((op(date(2026, 10, 3)), op(date(2026, 10, 4))), (Uitkomst::NogNiet, Uitkomst::Rmc));
    }
}
