#![doc = include_str!("venster.md")]

use super::termijn;
use crate::oordeel::Pad;
use crate::recht::{Recht, Regel, Regelversie, Uitkomst, leerplichtwet as lpw, protocol};
use crate::{Grondslag, Kalender, Oordeel, datum_nl, uren_nl};
use jiff::ToSpan;
use jiff::civil::{Date, date};
use std::collections::BTreeMap;

/// Dagen van de leskalender in een lesweek.
const DAGEN_PER_LESWEEK: i64 = 7;

const ZESTIEN: &str = "16 uur of meer in vier lesweken?";
const VASTGEHOUDEN: &str = "Is er korter dan zeven dagen geleden gemeld en bleef de leerling weg?";

/// Wat er in een les gebeurde.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lesstatus {
    /// Zonder geldige reden weg.
    Ongeoorloofd,
    /// Met geldige reden weg.
    Geoorloofd,
    /// Ziek.
    Ziek,
    /// Reden nog onbekend.
    Onbekend,
    /// Betwist.
    Betwist,
    /// Te laat.
    TeLaat,
    /// Aanwezig.
    Aanwezig,
}

impl Lesstatus {
    /// Alle statussen.
    pub const ALLE: [Self; 7] =
        [Self::Ongeoorloofd, Self::Geoorloofd, Self::Ziek, Self::Onbekend, Self::Betwist, Self::TeLaat, Self::Aanwezig];
    /// Code in het regelcontract.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Ongeoorloofd => "ongeoorloofd",
            Self::Geoorloofd => "geoorloofd",
            Self::Ziek => "ziek",
            Self::Onbekend => "onbekend",
            Self::Betwist => "betwist",
            Self::TeLaat => "te_laat",
            Self::Aanwezig => "aanwezig",
        }
    }
    /// Status bij een code.
    #[must_use]
    pub fn uit_code(code: &str) -> Option<Self> {
        Self::ALLE.into_iter().find(|s| s.code() == code)
    }
}

/// Eén les.
#[derive(Debug, Clone, Copy)]
pub struct Les {
    /// Dag.
    pub datum: Date,
    /// Lesuur.
    pub lesuur: u8,
    /// Duur in minuten: 0 of meer.
    pub minuten: i64,
    /// Status.
    pub status: Lesstatus,
    /// Gemiste minuten bij te laat: 0 of meer; bij een andere status telt het niet.
    pub minuten_te_laat: i64,
}

/// Een eerdere melding; een langdurige zonder einde is open en slokt alles op (CR-33).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EerdereMelding {
    /// Langdurig, of anders zestien uur.
    pub langdurig: bool,
    /// Laatste dag.
    pub einde: Option<Date>,
}

/// De feiten.
#[derive(Debug, Clone)]
pub struct Vraag<'a> {
    /// Leskalender van de school.
    pub kalender: &'a Kalender,
    /// De lessen; de volgorde doet er niet toe, dubbele lessen zijn er al uit.
    pub lessen: &'a [Les],
    /// Minuten van één lesuur: meer dan 0, gewoon 60.
    pub lesuur_minuten: i64,
    /// Te laat telt als heel lesuur.
    pub te_laat_heel_lesuur: bool,
    /// Eerdere meldingen.
    pub eerdere_meldingen: &'a [EerdereMelding],
    /// Tot en met deze dag; anders de dag van de laatste les.
    pub tot: Option<Date>,
}

/// Een melding die verplicht werd.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Melding {
    /// Eerste getelde dag.
    pub begin: Date,
    /// Laatste getelde dag.
    pub einde: Date,
    /// Dag waarop het zestiende uur is bereikt.
    pub bereikt_op: Date,
    /// Getelde minuten.
    pub minuten: i64,
    /// Minuten met onbekend en betwist erbij.
    pub minuten_mogelijk: i64,
    /// Laatste dag om te melden.
    pub uiterlijk: Date,
    /// De getelde lessen.
    pub lessen: Vec<(Date, u8)>,
}

/// Het antwoord.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Antwoord {
    /// Alle meldingen die verplicht werden, op volgorde; leeg betekent onder de drempel.
    pub meldingen: Vec<Melding>,
    /// Zekere minuten: van de eerste melding, of van het grootste venster dat nog niet gemeld is.
    pub minuten_zeker: i64,
    /// Mogelijke minuten daarbij.
    pub minuten_mogelijk: i64,
    /// De getelde lessen.
    pub lessen: Vec<(Date, u8)>,
    /// Alle keren te laat.
    pub keren_te_laat: i64,
}

#[derive(Clone, Copy)]
struct Slot {
    datum: Date,
    dag: i64,
    lesuur: u8,
    zeker: i64,
    extra: i64,
}

/// Wat deze regel over zichzelf vertelt.
pub static REGEL: Regel = Regel {
    naam: "venster",
    titel: "Zestien uur in vier lesweken",
    doel: "Is 16 uur in vier opeenvolgende lesweken bereikt?",
    lezing: include_str!("venster.md"),
    versies: &[
        Regelversie {
            vanaf: crate::recht::EERSTE,
            naam: "2009-08-01",
            wat: "De telling in lesweken; particuliere scholen melden aan de gemeente.",
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
    ],
    voorstel: None,
    parameters: &[
        &lpw::DREMPEL_UREN,
        &lpw::VENSTER_LESWEKEN,
        &protocol::MELDPAUZE_DAGEN,
        &protocol::MELDING_WERKDAGEN,
        &protocol::MELDING_DAGEN,
        &lpw::ARTIKEL_VERZUIMMELDING,
    ],
    bronnen: &[Grondslag::lpw("21a lid 1"), Grondslag::protocol("telling in lesweken")],
    uitkomsten: &[
        Uitkomst { code: "onder_drempel", wat: "Er is geen wettelijke melding nodig." },
        Uitkomst { code: "drempel_bereikt", wat: "Zestien uur is bereikt: de school moet melden." },
    ],
};

/// Is de drempel van 16 uur in vier opeenvolgende lesweken bereikt?
pub fn venster(v: &Vraag<'_>, recht: Recht) -> Oordeel<Antwoord> {
    let mut pad = Pad::default();
    // Geen beleid kan de drempel wijzigen (CR-36).
    let drempel = lpw::DREMPEL_UREN.waarde(recht) * v.lesuur_minuten;
    let lengte = DAGEN_PER_LESWEEK * lpw::VENSTER_LESWEKEN.waarde(recht);
    let meldpauze = protocol::MELDPAUZE_DAGEN.waarde(recht);
    let open = v.eerdere_meldingen.iter().any(|m| m.langdurig && m.einde.is_none());
    if pad.ja_nee("Staat er een melding van langdurig verzuim open?", open) {
        return leeg(pad, recht, "Er staat een melding van langdurig verzuim open. Die neemt alle uren op.");
    }
    let tot = v.tot.or_else(|| v.lessen.iter().map(|l| l.datum).max());
    let Some((eerste, tot)) = v.lessen.iter().map(|l| l.datum).min().zip(tot) else {
        pad.ja_nee("Zijn er lessen om te tellen?", false);
        return leeg(pad, recht, "Er zijn geen lessen die meetellen.");
    };
    pad.ja_nee("Zijn er lessen om te tellen?", true);
    let nummering = v.kalender.nummering(eerste, tot);
    let telt = |d: Date| d <= tot && !v.kalender.in_vakantie(d) && !v.kalender.is_vrije_dag(d);
    let mut lessen: Vec<(&Les, i64)> =
        v.lessen.iter().filter(|l| telt(l.datum)).filter_map(|l| nummering.dag(l.datum).map(|n| (l, n))).collect();
    lessen.sort_by_key(|(l, _)| (l.datum, l.lesuur));
    let keren_te_laat =
        i64::try_from(lessen.iter().filter(|(l, _)| l.status == Lesstatus::TeLaat).count()).unwrap_or(i64::MAX);

    // Van meldingen met hetzelfde einde geldt die van zestien uur (CR-34).
    let laatste = v.eerdere_meldingen.iter().filter_map(|m| m.einde.map(|e| (e, !m.langdurig))).max();
    let mut herstart = laatste.map(|(e, _)| e);
    let mut pauze_na = laatste.filter(|(_, zestien)| *zestien).map(|(e, _)| e);

    let slots: Vec<Slot> = lessen
        .iter()
        .map(|(l, dag)| {
            let (zeker, extra) = match l.status {
                Lesstatus::Ongeoorloofd => (l.minuten, 0),
                Lesstatus::TeLaat if v.te_laat_heel_lesuur => (l.minuten, 0),
                Lesstatus::TeLaat => (l.minuten_te_laat, 0),
                Lesstatus::Onbekend | Lesstatus::Betwist => (0, l.minuten),
                _ => (0, 0),
            };
            Slot { datum: l.datum, dag: *dag, lesuur: l.lesuur, zeker, extra }
        })
        .collect();
    let zekere: Vec<Date> = slots.iter().filter(|s| s.zeker > 0).map(|s| s.datum).collect();
    // Per dag: heeft hij lessen, en zijn die allemaal weg zonder geldige reden?
    let mut dagen: BTreeMap<Date, bool> = BTreeMap::new();
    for (l, _) in &lessen {
        let weg = matches!(l.status, Lesstatus::Ongeoorloofd | Lesstatus::Onbekend | Lesstatus::Betwist);
        *dagen.entry(l.datum).or_insert(true) &= weg;
    }

    let mut meldingen: Vec<Melding> = Vec::new();
    let mut bereikt: Option<Date> = None;
    let mut dag = eerste;
    while dag <= tot {
        let te_beoordelen = dagen.contains_key(&dag) || v.kalender.is_schooldag(dag);
        if te_beoordelen
            && let Some(raam) = Raam::tot(&slots, &zekere, dag, herstart, lengte).filter(|r| r.zeker >= drempel)
        {
            let bereikt_op = *bereikt.get_or_insert(raam.einde);
            let vastgehouden = pauze_na.is_some_and(|p| {
                p.until(dag).is_ok_and(|s| i64::from(s.get_days()) < meldpauze)
                    && aaneengesloten(v.kalender, &dagen, p, dag)
            });
            if !vastgehouden {
                meldingen.push(raam.melding(bereikt_op, recht));
                herstart = Some(raam.einde);
                pauze_na = Some(raam.einde);
                bereikt = None;
            }
        }
        dag = dag.saturating_add(1.day());
        if dag == Date::MAX {
            break;
        }
    }

    let grondslag = vec![lpw::ARTIKEL_VERZUIMMELDING.waarde(recht), Grondslag::protocol("telling in lesweken")];
    if let Some(m) = meldingen.first().cloned() {
        pad.met("Hoeveel uur telt het venster?", uren_nl(m.minuten, v.lesuur_minuten), m.minuten.to_string());
        pad.ja_nee(ZESTIEN, true);
        pad.ja_nee(VASTGEHOUDEN, false);
        let zinnen = vec![
            format!(
                "In vier lesweken, van {} tot en met {}, is {} uur gemist zonder geldige reden.",
                datum_nl(m.begin),
                datum_nl(m.einde),
                uren_nl(m.minuten, v.lesuur_minuten)
            ),
            format!("Vanaf 16 uur moet de school dit melden, uiterlijk op {}.", datum_nl(m.uiterlijk)),
        ];
        let antwoord = Antwoord {
            minuten_zeker: m.minuten,
            minuten_mogelijk: m.minuten_mogelijk,
            lessen: m.lessen,
            meldingen,
            keren_te_laat,
        };
        return pad.klaar(antwoord, REGEL.versie(recht), grondslag, zinnen);
    }
    let mut beste: Option<Raam<'_>> = None;
    let mut mogelijk = 0;
    for d in dagen.keys() {
        if let Some(r) = Raam::op(&slots, *d, herstart, lengte) {
            mogelijk = mogelijk.max(r.zeker + r.extra);
            if beste.as_ref().is_none_or(|b| r.zeker >= b.zeker) {
                beste = Some(r);
            }
        }
    }
    let (minuten_zeker, lessen) = beste.map_or((0, Vec::new()), |b| (b.zeker, b.lessen()));
    pad.met("Hoeveel uur telt het venster?", uren_nl(minuten_zeker, v.lesuur_minuten), minuten_zeker.to_string());
    // Zonder melding kan 16 uur alleen bereikt zijn als de melding nog wordt vastgehouden (CR-34).
    let zin = if pad.ja_nee(ZESTIEN, minuten_zeker >= drempel) && pad.ja_nee(VASTGEHOUDEN, true) {
        "16 uur is weer bereikt, maar de laatste melding is korter dan zeven dagen geleden. De school meldt later opnieuw."
            .to_owned()
    } else {
        format!(
            "In vier lesweken is hoogstens {} uur gemist zonder geldige reden. Onder 16 uur is melden niet verplicht.",
            uren_nl(minuten_zeker, v.lesuur_minuten)
        )
    };
    pad.klaar(
        Antwoord { meldingen, minuten_zeker, minuten_mogelijk: mogelijk, lessen, keren_te_laat },
        REGEL.versie(recht),
        grondslag,
        vec![zin],
    )
}

fn leeg(pad: Pad, recht: Recht, zin: &str) -> Oordeel<Antwoord> {
    let a =
        Antwoord { meldingen: Vec::new(), minuten_zeker: 0, minuten_mogelijk: 0, lessen: Vec::new(), keren_te_laat: 0 };
    pad.klaar(a, REGEL.versie(recht), vec![lpw::ARTIKEL_VERZUIMMELDING.waarde(recht)], vec![zin.to_owned()])
}

/// Elke schooldag na de melding heeft lessen, en alle lessen van die dagen zijn gemist zonder geldige reden (CR-34).
fn aaneengesloten(kalender: &Kalender, dagen: &BTreeMap<Date, bool>, na: Date, tm: Date) -> bool {
    let mut d = na.saturating_add(1.day());
    while d <= tm {
        if kalender.is_schooldag(d) && dagen.get(&d) != Some(&true) {
            return false;
        }
        let Ok(volgende) = d.checked_add(1.day()) else { break };
        d = volgende;
    }
    true
}

/// De lessen van één venster.
struct Raam<'a> {
    slots: &'a [Slot],
    einde: Date,
    zeker: i64,
    extra: i64,
}

impl<'a> Raam<'a> {
    /// Het venster dat eindigt op de laatste getelde les op of voor een dag.
    fn tot(slots: &'a [Slot], zekere: &[Date], dag: Date, herstart: Option<Date>, lengte: i64) -> Option<Self> {
        let laatste = *zekere.get(zekere.partition_point(|d| *d <= dag).checked_sub(1)?)?;
        if herstart.is_some_and(|h| laatste <= h) {
            return None;
        }
        Self::op(slots, laatste, herstart, lengte)
    }

    /// Het venster dat op deze dag eindigt.
    fn op(slots: &'a [Slot], einde: Date, herstart: Option<Date>, lengte: i64) -> Option<Self> {
        let tm = slots.partition_point(|s| s.datum <= einde);
        let e = slots.get(tm.checked_sub(1)?).filter(|s| s.datum == einde)?.dag;
        let van = slots.partition_point(|s| herstart.is_some_and(|h| s.datum <= h) || e - s.dag >= lengte);
        let slots = slots.get(van..tm)?;
        Some(Self {
            slots,
            einde,
            zeker: slots.iter().map(|s| s.zeker).sum(),
            extra: slots.iter().map(|s| s.extra).sum(),
        })
    }

    fn lessen(&self) -> Vec<(Date, u8)> {
        self.slots.iter().filter(|s| s.zeker > 0).map(|s| (s.datum, s.lesuur)).collect()
    }

    fn melding(&self, bereikt_op: Date, recht: Recht) -> Melding {
        let lessen = self.lessen();
        Melding {
            begin: lessen.first().map_or(self.einde, |l| l.0),
            einde: self.einde,
            bereikt_op,
            minuten: self.zeker,
            minuten_mogelijk: self.zeker + self.extra,
            uiterlijk: termijn::uiterlijk(termijn::Termijnsoort::Verzuimmelding, self.einde, recht),
            lessen,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const RECHT: Recht = Recht::op(jiff::civil::date(2026, 11, 23));
    use crate::Vakantieregio;
    use jiff::civil::date;

    fn les(datum: Date, lesuur: u8, minuten: i64, status: Lesstatus) -> Les {
        Les { datum, lesuur, minuten, status, minuten_te_laat: if status == Lesstatus::TeLaat { minuten } else { 0 } }
    }

    #[test]
    fn drie_weken_helemaal_weg_geeft_drie_meldingen_van_18_30_en_30_uur() {
        let kalender = Kalender::eigen(vec![], vec![]);
        let lessen: Vec<Les> = (0..19)
            .map(|i| date(2026, 9, 7).saturating_add(i.days()))
            .filter(|d| kalender.is_schooldag(*d))
            .flat_map(|d| (1..=6).map(move |u| les(d, u, 60, Lesstatus::Ongeoorloofd)))
            .collect();
        let a = venster(
            &Vraag {
                kalender: &kalender,
                lessen: &lessen,
                lesuur_minuten: 60,
                te_laat_heel_lesuur: false,
                eerdere_meldingen: &[],
                tot: Some(date(2026, 9, 27)),
            },
            RECHT,
        )
        .uitkomst;
        assert_eq!(a.meldingen.iter().map(|m| m.minuten / 60).collect::<Vec<_>>(), [18, 30, 30]);
    }

    #[test]
    fn een_melding_die_wordt_vastgehouden_zegt_dat_en_niet_dat_het_onder_16_uur_is() {
        let kalender = Kalender::regio(Vakantieregio::Midden);
        let vraag = |tm: i8, uren: u8| {
            let lessen: Vec<Les> = (7..=tm)
                .flat_map(|d| (1..=uren).map(move |u| les(date(2026, 9, d), u, 60, Lesstatus::Ongeoorloofd)))
                .collect();
            let v = Vraag {
                kalender: &kalender,
                lessen: &lessen,
                lesuur_minuten: 60,
                te_laat_heel_lesuur: false,
                eerdere_meldingen: &[EerdereMelding { langdurig: false, einde: Some(date(2026, 9, 7)) }],
                tot: None,
            };
            venster(&v, RECHT)
        };
        let slot =
            |o: &Oordeel<Antwoord>| o.pad.iter().skip(3).map(|s| (s.vraag, s.antwoord.to_string())).collect::<Vec<_>>();
        let vast = vraag(10, 6);
        assert!(vast.uitkomst.meldingen.is_empty() && vast.uitkomst.minuten_zeker == 18 * 60);
        assert_eq!(slot(&vast), [(ZESTIEN, "ja".to_owned()), (VASTGEHOUDEN, "ja".to_owned())]);
        assert!(vast.toelichting[0].contains("weer bereikt") && !vast.toelichting[0].contains("Onder 16"));
        let onder = vraag(10, 5);
        assert_eq!(slot(&onder), [(ZESTIEN, "nee".to_owned())]);
        assert!(onder.toelichting[0].contains("15,0 uur") && onder.toelichting[0].contains("Onder 16"));
        let gemeld = vraag(14, 6);
        assert_eq!(gemeld.uitkomst.meldingen.len(), 1);
        assert_eq!(slot(&gemeld), [(ZESTIEN, "ja".to_owned()), (VASTGEHOUDEN, "nee".to_owned())]);
    }

    #[test]
    fn het_geval_daan_over_de_herfstvakantie_van_regio_zuid() {
        let kalender = Kalender::regio(Vakantieregio::Zuid);
        let o = |m: i8, d: i8, uren: &[u8]| {
            uren.iter().map(move |u| les(date(2026, m, d), *u, 50, Lesstatus::Ongeoorloofd)).collect::<Vec<_>>()
        };
        let t = |m: i8, d: i8, min: i64| {
            vec![Les {
                datum: date(2026, m, d),
                lesuur: 1,
                minuten: 50,
                status: Lesstatus::TeLaat,
                minuten_te_laat: min,
            }]
        };
        let lessen: Vec<Les> = [
            o(10, 16, &[5, 6]),
            o(10, 27, &[7, 8]),
            t(10, 29, 10),
            o(11, 2, &[6, 7]),
            t(11, 9, 5),
            o(11, 10, &[6, 7, 8]),
            o(11, 13, &[5, 6]),
            o(11, 16, &[6, 7]),
            t(11, 18, 5),
            o(11, 19, &[6, 7, 8]),
        ]
        .concat();
        let vraag = |k: &Kalender| {
            venster(
                &Vraag {
                    kalender: k,
                    lessen: &lessen,
                    lesuur_minuten: 50,
                    te_laat_heel_lesuur: false,
                    eerdere_meldingen: &[],
                    tot: None,
                },
                RECHT,
            )
            .uitkomst
        };
        let a = vraag(&kalender);
        assert_eq!(a.meldingen.len(), 1);
        assert_eq!(
            (a.meldingen[0].begin, a.meldingen[0].bereikt_op, a.meldingen[0].minuten),
            (date(2026, 10, 16), date(2026, 11, 19), 820)
        );
        assert_eq!(a.meldingen[0].uiterlijk, date(2026, 11, 26));
        // Zonder de vakantie in de kalender valt vrijdag 16 oktober buiten het venster.
        let b = vraag(&Kalender::eigen(vec![], vec![]));
        assert!(b.meldingen.is_empty());
        assert_eq!(b.minuten_zeker, 720);
    }
}
