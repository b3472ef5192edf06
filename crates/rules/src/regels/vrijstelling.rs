#![doc = include_str!("vrijstelling.md")]

use crate::codes::codes;
use crate::oordeel::Pad;
use crate::recht::{Recht, Regel, Regelversie, leerplichtwet as lpw};
use crate::{Grondslag, Oordeel, datum_nl, jaren_bereikt_op, schooljaar};
use jiff::ToSpan;
use jiff::civil::Date;

codes! {
    /// Op welk artikel iemand zich beroept.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum Artikel {
        /// Artikel 5 onder a: lichamelijk of psychisch niet geschikt.
        A5a = "5a",
        /// Artikel 5 onder b: bezwaar tegen de richting van de scholen.
        A5b = "5b",
        /// Artikel 5 onder c: school in het buitenland.
        A5c = "5c",
        /// Artikel 5a: trekkend bestaan.
        A5aTrekkend = "5a_trekkend",
        /// Artikel 15: ander onderwijs in de kwalificatieplicht.
        A15 = "15",
    }
}

impl Artikel {
    /// Zoals een ambtenaar het artikel noemt.
    pub(super) const fn woorden(self) -> &'static str {
        match self {
            Self::A5a => "artikel 5 onder a",
            Self::A5b => "artikel 5 onder b",
            Self::A5c => "artikel 5 onder c",
            Self::A5aTrekkend => "artikel 5a",
            Self::A15 => "artikel 15",
        }
    }
    /// De plaats in de Leerplichtwet van de vrijstelling zelf.
    pub(super) const fn plaats(self) -> Grondslag {
        Grondslag::lpw(match self {
            Self::A5a => "5 onder a",
            Self::A5b => "5 onder b",
            Self::A5c => "5 onder c",
            Self::A5aTrekkend => "5a",
            Self::A15 => "15",
        })
    }
    /// De plaatsen in de Leerplichtwet die zeggen wat een beroep nodig heeft.
    const fn grond(self) -> Grondslag {
        Grondslag::lpw(match self {
            Self::A5a => "5 onder a, 6 en 7",
            Self::A5b => "5 onder b, 6 en 8",
            Self::A5c => "5 onder c, 6 en 9",
            Self::A5aTrekkend => "5a en 6",
            Self::A15 => "15",
        })
    }
}

codes! {
    /// Waarom een beroep niet geldig is.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum Gebrek {
        /// De kennisgeving is te laat.
        TeLaat = "te_laat",
        /// Er is geen verklaring.
        VerklaringOntbreekt = "verklaring_ontbreekt",
        /// De verklaring is te oud.
        VerklaringTeOud = "verklaring_te_oud",
        /// De verklaring is niet van een deskundige die de gemeente aanwees.
        VerklaringNietAangewezen = "verklaring_niet_aangewezen",
        /// De jongere zat kort geleden op een school van de bezwaarde richting.
        RichtingAfgelopenJaar = "richting_afgelopen_jaar",
        /// De leerplicht loopt nog; artikel 15 gaat alleen over de kwalificatieplicht.
        AlleenKwalificatieplicht = "alleen_kwalificatieplicht",
        /// Het andere onderwijs is niet voldoende.
        OnvoldoendeAnderOnderwijs = "onvoldoende_ander_onderwijs",
        /// Het onderwijskundig oordeel ontbreekt; alleen in het wetsvoorstel.
        OnderwijskundigOordeelOntbreekt = "onderwijskundig_oordeel_ontbreekt",
    }
}

/// De feiten. Of ander onderwijs voldoende is, bepaalt een mens.
#[derive(Debug, Clone, Copy)]
pub struct Vraag {
    /// Het artikel.
    pub artikel: Artikel,
    /// Geboortedatum.
    pub geboortedatum: Date,
    /// De dag van de kennisgeving of de aanvraag.
    pub ingediend_op: Date,
    /// De dag waarop de plicht begint; alleen bij een eerste kennisgeving.
    pub plicht_begin: Option<Date>,
    /// De grond ontstond toen de plicht al liep.
    pub ontstaan_na_aanvang: bool,
    /// De dag van de verklaring.
    pub verklaring_datum: Option<Date>,
    /// De verklaring is van een deskundige die de gemeente aanwees.
    pub verklaring_aangewezen: bool,
    /// De jongere zat in het afgelopen jaar op een school van de bezwaarde richting.
    pub richting_afgelopen_jaar: bool,
    /// De verklaring zegt dat de jongere nooit geschikt zal zijn.
    pub nooit_geschikt: bool,
    /// Het andere onderwijs is voldoende; leeg zolang niemand dat heeft beoordeeld.
    pub voldoende_ander_onderwijs: Option<bool>,
    /// Er is een onderwijskundig oordeel; telt alleen in het wetsvoorstel.
    pub onderwijskundig_oordeel: bool,
}

/// Wat het beroep oplevert.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Uitkomst {
    /// De vrijstelling is er door de wet zelf.
    VanRechtswege,
    /// De gemeente moet beslissen.
    BeslissingNodig,
    /// Er is geen vrijstelling.
    Ongeldig,
}

impl Uitkomst {
    /// Code in het regelcontract.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::VanRechtswege => "van_rechtswege",
            Self::BeslissingNodig => "beslissing_nodig",
            Self::Ongeldig => "ongeldig",
        }
    }
}

/// Het antwoord.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Antwoord {
    /// Wat het beroep oplevert.
    pub uitkomst: Uitkomst,
    /// Alles wat eraan schort.
    pub gebreken: Vec<Gebrek>,
    /// De eerste dag waarop een nieuwe kennisgeving te laat is.
    pub vernieuwen_voor: Option<Date>,
}

/// Wat deze regel over zichzelf vertelt.
pub static REGEL: Regel = Regel {
    naam: "vrijstelling",
    titel: "Vrijstelling van leerplicht of kwalificatieplicht",
    doel: "Is dit beroep op een vrijstelling geldig, en wanneer moet het opnieuw?",
    lezing: include_str!("vrijstelling.md"),
    versies: &[Regelversie {
        vanaf: crate::recht::EERSTE,
        naam: "2009-08-01",
        wat: "Vrijstelling door de wet zelf na een kennisgeving, of door een besluit van de gemeente.",
    }],
    voorstel: Some(
        "Bij een beroep op artikel 5 onder a is er naast de verklaring ook een onderwijskundig oordeel nodig.",
    ),
    parameters: &[
        &lpw::KENNISGEVING_MAANDEN,
        &lpw::KENNISGEVING_VOOR_MAAND,
        &lpw::VERKLARING_MAANDEN,
        &lpw::RICHTING_MAANDEN,
        &lpw::ONDERWIJSKUNDIG_OORDEEL,
        &lpw::LEERPLICHT_EINDE_LEEFTIJD,
    ],
    bronnen: &[Grondslag::lpw("5, 5a, 6, 7, 8 en 9"), Grondslag::lpw("15")],
    uitkomsten: &[
        crate::recht::Uitkomst {
            code: "van_rechtswege",
            wat: "De vrijstelling is er door de wet zelf; de gemeente neemt geen besluit.",
        },
        crate::recht::Uitkomst {
            code: "beslissing_nodig",
            wat: "De gemeente moet beslissen; zonder besluit is er geen vrijstelling.",
        },
        crate::recht::Uitkomst { code: "ongeldig", wat: "Er is geen vrijstelling; de gebreken staan erbij." },
    ],
};

/// De eerste dag van de maand waarvoor de jaarlijkse kennisgeving er moet zijn, in dit jaar.
fn grens(jaar: i16, recht: Recht) -> Date {
    Date::new(jaar, lpw::KENNISGEVING_VOOR_MAAND.waarde(recht), 1).unwrap_or(Date::MAX)
}

/// Is dit beroep op een vrijstelling geldig, en wanneer moet het opnieuw (BR-90…BR-95)? Elk gebrek wordt genoemd.
pub fn vrijstelling(v: &Vraag, recht: Recht) -> Oordeel<Antwoord> {
    let mut pad = Pad::default();
    pad.met("Welk artikel is de grond?", v.artikel.woorden(), v.artikel.code());
    let mut gebreken = Vec::new();
    let mut grondslag = vec![v.artikel.grond()];
    let jaar = v.ingediend_op.year();
    let nooit_geschikt = v.artikel == Artikel::A5a && v.nooit_geschikt;
    let jaarlijks = v.plicht_begin.is_none() && !v.ontstaan_na_aanvang;
    let mut eis = |pad: &mut Pad, vraag: &'static str, klopt: bool, gebrek: Gebrek| {
        if !pad.ja_nee(vraag, klopt) {
            gebreken.push(gebrek);
        }
    };
    if v.artikel == Artikel::A15 {
        let einde = schooljaar(jaren_bereikt_op(v.geboortedatum, lpw::LEERPLICHT_EINDE_LEEFTIJD.waarde(recht))).1;
        let voorbij = einde < v.ingediend_op;
        eis(&mut pad, "Is de leerplicht voorbij op de dag van de aanvraag?", voorbij, Gebrek::AlleenKwalificatieplicht);
        if let Some(genoeg) = v.voldoende_ander_onderwijs {
            eis(&mut pad, "Is het andere onderwijs voldoende?", genoeg, Gebrek::OnvoldoendeAnderOnderwijs);
        }
    } else if pad.ja_nee("Ontstond de grond toen de plicht al liep?", v.ontstaan_na_aanvang) {
        // Dan noemt artikel 6 geen termijn (BR-92).
    } else if let Some(begin) = v.plicht_begin {
        let laatste = begin.saturating_sub(lpw::KENNISGEVING_MAANDEN.waarde(recht).months());
        let op_tijd = v.ingediend_op <= laatste;
        eis(&mut pad, "Kwam de eerste kennisgeving op tijd voor het begin van de plicht?", op_tijd, Gebrek::TeLaat);
    } else if v.artikel != Artikel::A5a || !pad.ja_nee("Is de jongere nooit geschikt verklaard?", v.nooit_geschikt) {
        let op_tijd = v.ingediend_op < grens(jaar, recht);
        eis(&mut pad, "Kwam de jaarlijkse kennisgeving op tijd?", op_tijd, Gebrek::TeLaat);
    }
    if matches!(v.artikel, Artikel::A5a | Artikel::A5c) {
        eis(&mut pad, "Is er een verklaring?", v.verklaring_datum.is_some(), Gebrek::VerklaringOntbreekt);
    }
    match v.artikel {
        Artikel::A5a => {
            if let Some(datum) = v.verklaring_datum {
                let oudste = v.ingediend_op.saturating_sub(lpw::VERKLARING_MAANDEN.waarde(recht).months());
                eis(&mut pad, "Is de verklaring nieuw genoeg?", oudste <= datum, Gebrek::VerklaringTeOud);
            }
            eis(
                &mut pad,
                "Is de verklaring van een deskundige die de gemeente aanwees?",
                v.verklaring_aangewezen,
                Gebrek::VerklaringNietAangewezen,
            );
            if lpw::ONDERWIJSKUNDIG_OORDEEL.waarde(recht) {
                grondslag.push(lpw::ONDERWIJSKUNDIG_OORDEEL.bron(recht));
                eis(
                    &mut pad,
                    "Is er een onderwijskundig oordeel?",
                    v.onderwijskundig_oordeel,
                    Gebrek::OnderwijskundigOordeelOntbreekt,
                );
            }
        }
        Artikel::A5b => {
            let vraag = "Zat de jongere het afgelopen jaar niet op een school van deze richting?";
            eis(&mut pad, vraag, !v.richting_afgelopen_jaar, Gebrek::RichtingAfgelopenJaar);
        }
        Artikel::A5c | Artikel::A5aTrekkend | Artikel::A15 => {}
    }
    let uitkomst = match (gebreken.is_empty(), v.artikel) {
        (false, _) => Uitkomst::Ongeldig,
        (true, Artikel::A15) => Uitkomst::BeslissingNodig,
        (true, _) => Uitkomst::VanRechtswege,
    };
    let vernieuwen_voor = (uitkomst == Uitkomst::VanRechtswege && !nooit_geschikt).then(|| {
        let dag = v.plicht_begin.map_or(v.ingediend_op, |b| b.max(v.ingediend_op));
        let dit_jaar = grens(dag.year(), recht);
        if !jaarlijks && dag < dit_jaar { dit_jaar } else { grens(dag.year().saturating_add(1), recht) }
    });
    let mut toelichting = vec![
        match uitkomst {
            Uitkomst::VanRechtswege => {
                "Het beroep klopt. De vrijstelling is er door de wet zelf: u neemt geen besluit."
            }
            Uitkomst::BeslissingNodig => "De gemeente moet beslissen of het andere onderwijs voldoende is.",
            Uitkomst::Ongeldig => "Er is geen vrijstelling: het beroep klopt niet.",
        }
        .to_owned(),
    ];
    toelichting.extend(gebreken.iter().map(|g| zin(*g, recht)));
    if let Some(dag) = vernieuwen_voor {
        toelichting.push(format!("Een nieuwe kennisgeving moet er zijn vóór {}.", datum_nl(dag)));
    } else if uitkomst == Uitkomst::VanRechtswege {
        toelichting.push("De jongere is nooit geschikt verklaard; een jaarlijkse kennisgeving hoeft niet.".to_owned());
    }
    let antwoord = Antwoord { uitkomst, gebreken, vernieuwen_voor };
    let oordeel = pad.klaar(antwoord, REGEL.versie(recht), grondslag, toelichting);
    if v.artikel == Artikel::A15 {
        return oordeel.met_open_norm(&crate::open_norm::VOLDOENDE_ANDER_ONDERWIJS);
    }
    oordeel
}

/// Wat er aan schort, voor wie het aan ouders moet uitleggen.
fn zin(gebrek: Gebrek, recht: Recht) -> String {
    match gebrek {
        Gebrek::TeLaat => "De kennisgeving kwam te laat.".to_owned(),
        Gebrek::VerklaringOntbreekt => "Er is geen verklaring; vraag die aan de ouders.".to_owned(),
        Gebrek::VerklaringTeOud => {
            format!("De verklaring is ouder dan {} maanden.", lpw::VERKLARING_MAANDEN.waarde(recht))
        }
        Gebrek::VerklaringNietAangewezen => {
            "De verklaring is niet van een arts, pedagoog of psycholoog die de gemeente aanwees.".to_owned()
        }
        Gebrek::RichtingAfgelopenJaar => format!(
            "De jongere zat in de {} maanden voor de kennisgeving op een school van de richting waartegen het bezwaar is.",
            lpw::RICHTING_MAANDEN.waarde(recht)
        ),
        Gebrek::AlleenKwalificatieplicht => {
            "De jongere is nog leerplichtig; dit artikel geldt alleen in de kwalificatieplicht.".to_owned()
        }
        Gebrek::OnvoldoendeAnderOnderwijs => "Het andere onderwijs is niet voldoende.".to_owned(),
        Gebrek::OnderwijskundigOordeelOntbreekt => {
            "Er is geen onderwijskundig oordeel; het wetsvoorstel vraagt dat.".to_owned()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn klopt(artikel: Artikel) -> Vraag {
        let dag = jiff::civil::date(2026, 5, 1);
        Vraag {
            artikel,
            geboortedatum: jiff::civil::date(2009, 3, 1),
            ingediend_op: dag,
            plicht_begin: None,
            ontstaan_na_aanvang: true,
            verklaring_datum: Some(dag),
            verklaring_aangewezen: true,
            richting_afgelopen_jaar: false,
            nooit_geschikt: false,
            voldoende_ander_onderwijs: None,
            onderwijskundig_oordeel: false,
        }
    }

    #[test]
    fn alleen_artikel_15_vraagt_een_mens_om_een_oordeel() {
        let recht = Recht::op(jiff::civil::date(2026, 5, 1));
        for artikel in Artikel::ALLE {
            let oordeel = vrijstelling(&klopt(artikel), recht);
            assert_eq!(!oordeel.open_normen.is_empty(), artikel == Artikel::A15, "{artikel:?}");
        }
    }

    #[test]
    fn nooit_geschikt_staat_alleen_in_de_reden_als_het_beroep_klopt() {
        let recht = Recht::op(jiff::civil::date(2026, 5, 1));
        let nooit = Vraag { nooit_geschikt: true, ..klopt(Artikel::A5a) };
        let zegt_nooit = |v: &Vraag| vrijstelling(v, recht).toelichting.iter().any(|z| z.contains("nooit geschikt"));
        assert!(zegt_nooit(&nooit));
        assert!(!zegt_nooit(&Vraag { verklaring_datum: None, ..nooit }));
        assert!(!zegt_nooit(&klopt(Artikel::A5a)));
    }

    #[test]
    fn geen_paniek_aan_de_randen() {
        for artikel in Artikel::ALLE {
            for dag in [Date::MIN, Date::MAX] {
                for plicht_begin in [None, Some(Date::MIN), Some(Date::MAX)] {
                    let v = Vraag {
                        artikel,
                        geboortedatum: dag,
                        ingediend_op: dag,
                        plicht_begin,
                        ontstaan_na_aanvang: true,
                        verklaring_datum: Some(dag),
                        verklaring_aangewezen: true,
                        richting_afgelopen_jaar: false,
                        nooit_geschikt: false,
                        voldoende_ander_onderwijs: None,
                        onderwijskundig_oordeel: false,
                    };
                    let termijn = Vraag { ontstaan_na_aanvang: false, ..v };
                    for v in [v, termijn] {
                        assert!(!vrijstelling(&v, Recht::op(dag)).pad.is_empty());
                    }
                }
            }
        }
    }
}
