#![doc = include_str!("ziekteverzuim.md")]

use crate::codes::codes;
use crate::oordeel::Pad;
use crate::oordeel::schooldagen_nl;
use crate::recht::{Recht, Regel, Regelversie, protocol};
use crate::{Grondslag, Kalender, Oordeel};
use jiff::ToSpan;
use jiff::civil::Date;

/// Eén ziekmelding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ziekmelding {
    /// Eerste dag.
    pub begin: Date,
    /// Laatste dag; open als iemand nog ziek is.
    pub einde: Option<Date>,
}

codes! {
    /// Waarom de school de jeugdarts betrekt.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum Reden {
        /// Vier of meer ziekmeldingen in twaalf weken.
        VierKeer = "vier_keer_in_12_weken",
        /// Zeven of meer schooldagen aaneengesloten ziek.
        ZevenSchooldagen = "zeven_schooldagen",
        /// De school heeft zorgen.
        Zorgen = "zorgen_school",
    }
}

/// De feiten.
#[derive(Debug, Clone, Copy)]
pub struct Vraag<'a> {
    /// De leskalender van de school.
    pub kalender: &'a Kalender,
    /// De ziekmeldingen; wat na de peildatum begint, telt niet.
    pub ziekmeldingen: &'a [Ziekmelding],
    /// De dag waarop wordt gekeken.
    pub peildatum: Date,
    /// De school heeft zorgen.
    pub zorgen: bool,
}

/// Het antwoord; leeg betekent: geen signaal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Antwoord {
    /// De redenen, in de volgorde van het contract.
    pub redenen: Vec<Reden>,
}

/// Wat deze regel over zichzelf vertelt.
pub static REGEL: Regel = Regel {
    naam: "ziekteverzuim",
    titel: "Vaak of lang ziek",
    doel: "Is deze leerling zo vaak of zo lang ziek dat de school de jeugdarts betrekt?",
    lezing: include_str!("ziekteverzuim.md"),
    versies: &[Regelversie {
        vanaf: crate::recht::EERSTE,
        naam: "2009-08-01",
        wat: "Ziekte is geoorloofd; de werkwijze met de jeugdarts komt uit het protocol.",
    }],
    voorstel: None,
    parameters: &[&protocol::ZIEK_KEREN, &protocol::ZIEK_PERIODE_DAGEN, &protocol::ZIEK_SCHOOLDAGEN],
    bronnen: &[Grondslag::lpw("11 onder d"), Grondslag::protocol("ziekteverzuim en jeugdarts")],
    uitkomsten: &[
        crate::recht::Uitkomst { code: "geen_signaal", wat: "Er is geen reden om de jeugdarts te betrekken." },
        crate::recht::Uitkomst { code: "signaal", wat: "De school bespreekt het met ouders en jeugdarts." },
    ],
};

/// Moet de school de jeugdarts betrekken? Ziekte zelf wordt nooit gemeld (B-340, B-343).
pub fn ziekteverzuim(v: &Vraag<'_>, recht: Recht) -> Oordeel<Antwoord> {
    let mut pad = Pad::default();
    // De peildatum telt zelf mee.
    let venster = v.peildatum.saturating_sub((protocol::ZIEK_PERIODE_DAGEN.waarde(recht) - 1).days());
    let mut spellen: Vec<(Date, Date)> = v
        .ziekmeldingen
        .iter()
        .filter(|z| z.begin <= v.peildatum)
        .map(|z| (z.begin, z.einde.map_or(v.peildatum, |e| e.min(v.peildatum))))
        .collect();
    spellen.sort_unstable();
    let keren = i64::try_from(spellen.iter().filter(|s| s.0 >= venster).count()).unwrap_or(i64::MAX);
    let langste = blokken(v.kalender, &spellen)
        .into_iter()
        .filter(|b| b.1 >= venster)
        .map(|b| i64::try_from(v.kalender.schooldagen_in(b.0, b.1).count()).unwrap_or(i64::MAX))
        .max()
        .unwrap_or(0);
    pad.met("Hoe vaak ziek gemeld in twaalf weken?", keren.to_string(), keren.to_string());
    pad.met("Hoeveel schooldagen achter elkaar ziek?", langste.to_string(), langste.to_string());
    let gevonden = [
        (
            Reden::VierKeer,
            pad.ja_nee("Vier keer of vaker in twaalf weken?", keren >= protocol::ZIEK_KEREN.waarde(recht)),
        ),
        (
            Reden::ZevenSchooldagen,
            pad.ja_nee("Zeven schooldagen of meer achter elkaar?", langste >= protocol::ZIEK_SCHOOLDAGEN.waarde(recht)),
        ),
        (Reden::Zorgen, pad.ja_nee("Heeft de school zorgen?", v.zorgen)),
    ];
    let redenen: Vec<Reden> = gevonden.into_iter().filter(|r| r.1).map(|r| r.0).collect();
    let mut toelichting: Vec<String> = redenen
        .iter()
        .map(|r| match r {
            Reden::VierKeer => format!("De leerling is in twaalf weken {keren} keer ziek gemeld."),
            Reden::ZevenSchooldagen => format!("De leerling was {langste} schooldagen achter elkaar ziek."),
            Reden::Zorgen => "De school heeft zorgen over de leerling.".to_owned(),
        })
        .collect();
    if redenen.is_empty() {
        toelichting.push(format!(
            "De leerling is in twaalf weken {keren} keer ziek gemeld en was hoogstens {} achter elkaar ziek.",
            schooldagen_nl(langste)
        ));
        toelichting.push("Er is geen signaal. De school legt ziekte zelf vast en meldt die niet.".to_owned());
    } else {
        let zin = "De school bespreekt dit met de ouders en de jeugdarts. Ziekte wordt niet gemeld bij het register.";
        toelichting.push(zin.to_owned());
    }
    let grond = vec![Grondslag::lpw("11 onder d"), Grondslag::protocol("ziekteverzuim")];
    pad.klaar(Antwoord { redenen }, REGEL.versie(recht), grond, toelichting)
}

/// Ziekmeldingen waar geen schooldag tussen ligt, horen bij elkaar.
fn blokken(kalender: &Kalender, spellen: &[(Date, Date)]) -> Vec<(Date, Date)> {
    let tussen =
        |na: Date, voor: Date| kalender.schooldagen_in(na.saturating_add(1.day()), voor.saturating_sub(1.day()));
    let mut uit: Vec<(Date, Date)> = Vec::new();
    for (begin, einde) in spellen {
        match uit.last_mut() {
            Some(blok) if *begin <= blok.1 || tussen(blok.1, *begin).next().is_none() => blok.1 = blok.1.max(*einde),
            _ => uit.push((*begin, *einde)),
        }
    }
    uit
}
