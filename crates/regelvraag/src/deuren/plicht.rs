//! Vraag en antwoord van de regel plicht.

use super::een_van;
use crate::antwoord::{Antwoord, Cel};
use crate::lezer::Lezer;
use crate::vorm::{GEHEEL, PLICHT, REGIO, Soort, Veld, mag, nodig};
use crate::{Fout, RegelInfo};
use jiff::civil::Date;
use rules::Vakantieregio;
use rules::plicht::{self, REGEL, Vrijstelling};
use rules::vrijstelling::Artikel;

const SOORTEN: &[&str] =
    &["po", "sbo", "so", "vso", "vmbo", "havo", "vwo", "pro", "mbo_bol", "mbo_bbl", "vavo", "particulier"];
const PROFIELEN: &[&str] = &["vervolgonderwijs", "arbeidsmarkt", "dagbesteding"];
const INDICATIES: &[&str] = &["zml", "mg"];

/// Het onderwijs dat een jongere volgt of volgde.
pub(super) const ONDERWIJS: &[Veld] = &[
    nodig("soort", Soort::Keuze(SOORTEN), "Soort onderwijs."),
    mag("uitstroomprofiel", Soort::Keuze(PROFIELEN), "Uitstroomprofiel in het vso."),
    mag("getuigschrift_op", Soort::Datum, "Dag van het getuigschrift praktijkonderwijs."),
    mag("indicatie", Soort::Keuze(INDICATIES), "Indicatie zeer moeilijk lerend of meervoudig gehandicapt."),
];

const VRIJSTELLING: &[Veld] = &[
    nodig("artikel", Soort::Keuze(Artikel::CODES), "Artikel 5 onder a, b of c, artikel 5a of 15."),
    nodig("begin", Soort::Datum, "Eerste dag."),
    mag("einde", Soort::Datum, "Laatste dag; open als u niets invult."),
];
const VERVANGEND: &[Veld] = &[
    nodig("artikel", Soort::Keuze(&["3a", "3b"]), "Artikel 3a of 3b."),
    nodig("begin", Soort::Datum, "Eerste dag."),
    nodig("einde", Soort::Datum, "Laatste dag."),
];

const REGIO_VELD: Veld = mag("vakantieregio", REGIO, "Vakantieregio van de school; midden als u niets invult.");
const SCHOOLJAREN: Veld = mag("voltooide_schooljaren", GEHEEL, "Volle schooljaren op 31 juli voor de peildatum.");
const STARTKWALIFICATIE: Veld =
    mag("startkwalificatie_op", Soort::Datum, "Dag van het diploma havo, vwo of mbo 2 of hoger.");
const ONDERWIJS_VELD: Veld = mag("onderwijs", Soort::Object(ONDERWIJS), "Het onderwijs.");
const VRIJSTELLINGEN: Veld = mag("vrijstellingen", Soort::Lijst(&Soort::Object(VRIJSTELLING)), "Vrijstellingen.");
const VERVANGENDE: Veld =
    mag("vervangende_leerplicht", Soort::Lijst(&Soort::Object(VERVANGEND)), "Vervangende leerplicht.");
const ONVOLLEDIG: Veld = mag(
    "geboortedatum_onvolledig",
    Soort::Tekst,
    "Alleen jaar (JJJJ) of jaar en maand (JJJJ-MM), als de BRP niet meer weet; in plaats van de geboortedatum.",
);

/// De feiten van de regel plicht, zonder geboortedatum en peildatum: zo staan zij ook in een vraag aan verzuimsoort.
pub(super) const FEITEN: &[Veld] = &[
    REGIO_VELD,
    SCHOOLJAREN,
    STARTKWALIFICATIE,
    ONDERWIJS_VELD,
    VRIJSTELLINGEN,
    VERVANGENDE,
    mag(
        "beleid",
        Soort::Object(&[mag("zml_mg_vrijstelling", Soort::JaNee, "Geeft een indicatie zml of mg vrijstelling?")]),
        "Plaatselijk beleid.",
    ),
];

pub(crate) static INFO: RegelInfo = RegelInfo {
    regel: &REGEL,
    vraag: &[
        mag("geboortedatum", Soort::Datum, "Geboortedatum."),
        ONVOLLEDIG,
        nodig("peildatum", Soort::Datum, "De dag waarover de vraag gaat."),
        REGIO_VELD,
        SCHOOLJAREN,
        STARTKWALIFICATIE,
        ONDERWIJS_VELD,
        VRIJSTELLINGEN,
        VERVANGENDE,
    ],
    antwoord: &[
        mag("leerplicht_begin", Soort::Datum, "Eerste dag van de leerplicht."),
        nodig("leerplicht_einde", Soort::Datum, "Laatste dag van de leerplicht."),
        mag("kwalificatieplicht_begin", Soort::Datum, "Eerste dag van de kwalificatieplicht."),
        mag("kwalificatieplicht_einde", Soort::Datum, "Laatste dag van de kwalificatieplicht."),
        mag("doorstroompunt_tot", Soort::Datum, "Eerste dag buiten de doelgroep van het Doorstroompunt."),
        nodig(
            "verantwoordelijk",
            Soort::Keuze(plicht::Verantwoordelijk::CODES),
            "Wie verantwoordelijk is voor het schoolbezoek.",
        ),
        mag(
            "ook_mogelijk",
            Soort::Lijst(&Soort::Keuze(PLICHT)),
            "Andere uitkomsten die kunnen bij een onvolledige geboortedatum.",
        ),
    ],
    deur: lees,
};

/// De feiten, met de indicatie als die er is.
pub(super) fn feiten<'a>(
    l: &Lezer<'a>,
    geboortedatum: Date,
    peil: Date,
    zml_mg: bool,
) -> Result<(plicht::Vraag, Option<&'static str>), Fout> {
    let mut v = plicht::Vraag::nieuw(geboortedatum, peil);
    if let Some(r) = l.keuze_mag("vakantieregio", Vakantieregio::uit_code)? {
        v.vakantieregio = r;
    }
    v.voltooide_schooljaren =
        l.geheel_mag("voltooide_schooljaren")?.map(|n| i16::try_from(n.min(1000)).unwrap_or(1000));
    v.startkwalificatie_op = l.datum_mag("startkwalificatie_op")?;
    let mut indicatie = None;
    if let Some(o) = l.object("onderwijs", ONDERWIJS)? {
        let onderwijs = Onderwijs::lees(&o)?;
        indicatie = onderwijs.indicatie;
        v.artikel_4a_lid_2 = onderwijs.vrijgesteld(peil);
        v.zml_mg = zml_mg && indicatie.is_some();
    }
    for w in l.lijst("vrijstellingen")? {
        let o = w.object(VRIJSTELLING)?;
        let artikel = o.keuze("artikel", Artikel::uit_code)?;
        let (begin, einde) = o.periode()?;
        v.vrijstellingen.push(Vrijstelling { artikel, begin, einde });
    }
    for w in l.lijst("vervangende_leerplicht")? {
        let o = w.object(VERVANGEND)?;
        let artikel = o.keuze("artikel", een_van(&["3a", "3b"]))?;
        let (begin, einde) = o.gesloten_periode()?;
        if begin <= peil && peil <= einde {
            v.vervangend = Some(artikel);
        }
    }
    Ok((v, indicatie))
}

/// Het onderwijs van een vraag.
pub(super) struct Onderwijs {
    /// Soort.
    pub(super) soort: &'static str,
    /// Uitstroomprofiel.
    pub(super) profiel: Option<&'static str>,
    /// Dag van het getuigschrift.
    pub(super) getuigschrift: Option<Date>,
    /// Indicatie.
    pub(super) indicatie: Option<&'static str>,
}

impl Onderwijs {
    pub(super) fn lees(o: &Lezer<'_>) -> Result<Self, Fout> {
        Ok(Self {
            soort: o.keuze("soort", een_van(SOORTEN))?,
            profiel: o.keuze_mag("uitstroomprofiel", een_van(PROFIELEN))?,
            getuigschrift: o.datum_mag("getuigschrift_op")?,
            indicatie: o.keuze_mag("indicatie", een_van(INDICATIES))?,
        })
    }

    /// Vrijgesteld van de kwalificatieplicht door artikel 4a lid 2 (CR-16)?
    pub(super) fn vrijgesteld(&self, op: Date) -> bool {
        (self.soort == "pro" && self.getuigschrift.is_some_and(|g| g <= op)) || self.vso_zonder_vervolg()
    }

    /// Vso met een profiel dat niet naar vervolgonderwijs gaat.
    pub(super) fn vso_zonder_vervolg(&self) -> bool {
        self.soort == "vso" && matches!(self.profiel, Some("arbeidsmarkt" | "dagbesteding"))
    }
}

fn lees(l: &Lezer<'_>, vandaag: Date) -> Result<Antwoord, Fout> {
    let onvolledig = l.tekst_mag("geboortedatum_onvolledig")?;
    let geboren = match (l.datum_mag("geboortedatum")?, onvolledig) {
        (Some(d), None) => rules::Geboren::volledig(d),
        (None, None) => return Err(crate::lezer::ontbreekt(l.wijzer("geboortedatum"))),
        (Some(_), Some(_)) => {
            let melding = "Geef de geboortedatum of wat de BRP ervan weet, niet allebei.";
            return l.tegenstrijdig("geboortedatum_onvolledig", melding);
        }
        (None, Some(t)) => rules::Geboren::onvolledig(t).ok_or_else(|| {
            let melding = "Hier hoort een jaar (JJJJ) of een jaar en maand (JJJJ-MM).";
            Fout::nieuw("ongeldige_waarde", l.wijzer("geboortedatum_onvolledig"), melding)
        })?,
    };
    l.nodig("peildatum")?;
    let peil = l.peildatum(vandaag, Some(geboren.rekendag()))?;
    let zml_mg = l.beleid("plicht", peil)?.ja_nee("zml_mg_vrijstelling");
    let recht = l.recht(peil)?;
    let (v, indicatie) = feiten(l, geboren.rekendag(), peil, zml_mg)?;
    let mut o = plicht::plicht(&v, recht);
    if let Some(i) = indicatie {
        let zin = if v.zml_mg {
            "volgens plaatselijk beleid geeft die vrijstelling van de kwalificatieplicht."
        } else {
            "die geeft in de wet geen vrijstelling."
        };
        o.toelichting.push(format!("Er is een indicatie {i}: {zin}"));
    }
    if geboren.schrikkeldag() {
        o.toelichting.push("Geboren op 29 februari: in een gewoon jaar telt 1 maart als verjaardag.".to_owned());
    }
    let a = o.uitkomst.clone();
    let mut eigen = vec![
        ("leerplicht_begin", a.leerplicht_begin.into()),
        ("leerplicht_einde", a.leerplicht_einde.into()),
        ("kwalificatieplicht_begin", a.kwalificatieplicht_begin.into()),
        ("kwalificatieplicht_einde", a.kwalificatieplicht_einde.into()),
        ("doorstroompunt_tot", a.doorstroompunt_tot.into()),
        ("verantwoordelijk", a.verantwoordelijk.code().into()),
    ];
    if let Some((eerste, laatste)) = geboren.ruimte() {
        o.toelichting.push(format!(
            "De geboortedag is niet bekend. Er is gerekend met de laatste dag die kan: {}.",
            rules::datum_nl(laatste)
        ));
        let eerder = plicht::plicht(&plicht::Vraag { geboortedatum: eerste, ..v }, recht).uitkomst.plicht;
        let ook = if eerder == a.plicht { Vec::new() } else { vec![eerder.code()] };
        eigen.push(("ook_mogelijk", Cel::Woorden(ook)));
    }
    Ok(Antwoord::van(REGEL.naam, a.plicht.code(), o, eigen))
}
