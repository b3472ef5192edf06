//! De toetsen per grond: wat er speelt, wat daaruit volgt en de zin erbij (BR-21…BR-27).

use super::{NooitVerlof, Uitkomst, Vraag};
use crate::oordeel::{Pad, schooldagen_nl};
use crate::recht::{Recht, leerplichtwet as lpw};
use crate::werkdag::atw;
use crate::{Kalender, datum_nl};
use jiff::ToSpan;
use jiff::civil::Date;

/// Een reden om te weigeren of te vragen: de vraag, of zij speelt, en de zin die erbij hoort.
pub(super) type Toets = (&'static str, bool, String);

/// Gaat alle toetsen na en houdt de zinnen over van wat speelt.
pub(super) fn wat_speelt(pad: &mut Pad, toetsen: Vec<Toets>) -> Vec<String> {
    toetsen.into_iter().filter(|(vraag, speelt, _)| pad.ja_nee(vraag, *speelt)).map(|t| t.2).collect()
}

pub(super) fn nooit(v: &Vraag) -> Toets {
    (
        "Is het een reden waarvoor er nooit verlof is?",
        v.nooit.is_some(),
        v.nooit.map_or("", NooitVerlof::zin).to_owned(),
    )
}

pub(super) fn onvolledig(v: &Vraag) -> [Toets; 2] {
    [
        (
            "Ontbreekt de aanvraag op schrift?",
            !v.schriftelijk,
            "Vraag de ouders om een schriftelijke aanvraag.".to_owned(),
        ),
        ("Ontbreekt het bewijs?", !v.bewijs, "Vraag de ouders om bewijs.".to_owned()),
    ]
}

/// Verlof vanwege het beroep van een ouder (BR-27).
pub(super) fn beroep(
    v: &Vraag,
    onmogelijk: Option<bool>,
    maximum: i64,
    pad: &mut Pad,
    recht: Recht,
) -> (Uitkomst, Vec<String>) {
    let kalender = Kalender::regio(v.vakantieregio);
    let weken = lpw::VERLOF_F_EERSTE_LESWEKEN.waarde(recht);
    let bekend = kalender.in_bereik(v.begin);
    let dagen = usize::try_from(v.dagen.min(maximum)).unwrap_or(0);
    let te_vroeg = bekend && kalender.schooldagen(v.begin).take(dagen).any(|d| kalender.in_eerste_lesweken(d, weken));
    let weigeren = wat_speelt(
        pad,
        vec![
            nooit(v),
            (
                "Kan het gezin in een schoolvakantie weg?",
                onmogelijk == Some(false),
                "Het gezin kan in een schoolvakantie samen weg.".to_owned(),
            ),
            (
                "Is dit verlof dit schooljaar al gegeven?",
                v.eerder_toegekend_dagen > 0,
                "Dit verlof kan één keer per schooljaar en is al gegeven.".to_owned(),
            ),
            (
                "Zijn het meer dagen dan er kunnen?",
                v.dagen > maximum,
                format!("Er kunnen hoogstens {maximum} schooldagen; een deel geven kan niet."),
            ),
            (
                "Valt een dag in de eerste lesweken na de zomervakantie?",
                te_vroeg,
                format!("In de eerste {weken} lesweken na de zomervakantie kan dit verlof niet."),
            ),
        ],
    );
    if !weigeren.is_empty() {
        return (Uitkomst::Afwijzen, weigeren);
    }
    if pad.ja_nee("Is het verlof gevraagd na de eerste dag?", v.aangevraagd_op > v.begin) {
        return (Uitkomst::TeLaatGemeld, vec!["Dit verlof moet voor de eerste dag zijn gevraagd.".to_owned()]);
    }
    let mut toetsen = onvolledig(v).to_vec();
    toetsen.push((
        "Is niet gezegd of het gezin in een schoolvakantie weg kan?",
        onmogelijk.is_none(),
        "Vraag de ouders waarom zij in geen enkele schoolvakantie weg kunnen.".to_owned(),
    ));
    let vragen = wat_speelt(pad, toetsen);
    if !vragen.is_empty() {
        return (Uitkomst::Aanvullen, vragen);
    }
    let mut zinnen = vec![format!("U kunt verlof geven voor {}.", schooldagen_nl(v.dagen))];
    if !bekend {
        zinnen.push(format!(
            "Van deze dag kennen wij de schoolvakanties niet. Ga zelf na of het verlof niet in de eerste {weken} lesweken valt."
        ));
    }
    (Uitkomst::Toekenbaar, zinnen)
}

/// Verlof wegens gewichtige omstandigheden (BR-27).
pub(super) fn gewichtig(
    v: &Vraag,
    maximum: Option<i64>,
    aan_hoofd: bool,
    pad: &mut Pad,
    recht: Recht,
) -> (Uitkomst, Vec<String>) {
    let laatste = atw(v.begin.saturating_add(lpw::VERLOF_G_ACHTERAF_DAGEN.waarde(recht).days()));
    let geen = "Voor deze gebeurtenis geeft het verlofprotocol geen dagen.".to_owned();
    let weigeren =
        wat_speelt(pad, vec![nooit(v), ("Geeft deze gebeurtenis geen enkele dag?", maximum == Some(0), geen)]);
    if !weigeren.is_empty() {
        return (Uitkomst::Afwijzen, weigeren);
    }
    if pad.ja_nee("Is het verlof te laat gevraagd?", v.aangevraagd_op > laatste) {
        let zin = format!("Dit verlof had uiterlijk op {} gevraagd moeten zijn.", datum_nl(laatste));
        return (Uitkomst::TeLaatGemeld, vec![zin]);
    }
    let vragen = wat_speelt(pad, onvolledig(v).to_vec());
    if !vragen.is_empty() {
        return (Uitkomst::Aanvullen, vragen);
    }
    if !pad.ja_nee("Kan het hoofd zelf beslissen?", aan_hoofd) {
        let zin = "Met deze aanvraag komt de jongere boven de dagen die u zelf mag geven. Leg de aanvraag voor aan de leerplichtambtenaar van de woongemeente.";
        return (Uitkomst::VoorleggenLeerplicht, vec![zin.to_owned()]);
    }
    let zin = match maximum.filter(|m| *m < v.dagen) {
        Some(m) => format!("U kunt verlof geven voor {}; meer geeft deze gebeurtenis niet.", schooldagen_nl(m)),
        None => format!("U kunt verlof geven voor {}.", schooldagen_nl(v.dagen)),
    };
    (Uitkomst::Toekenbaar, vec![zin, "U mag ook minder dagen geven. U beslist op schrift.".to_owned()])
}

/// Een melding waarvoor geen toestemming nodig is, met een laatste dag (BR-22).
pub(super) fn melding(v: &Vraag, laatste: Date, pad: &mut Pad) -> (Uitkomst, Vec<String>) {
    if pad.ja_nee("Is het te laat gemeld?", v.aangevraagd_op > laatste) {
        let zin = format!("Dit had uiterlijk op {} gemeld moeten zijn.", datum_nl(laatste));
        return (Uitkomst::TeLaatGemeld, vec![zin]);
    }
    (Uitkomst::KennisgevingAkkoord, vec!["De melding is op tijd. U hoeft geen toestemming te geven.".to_owned()])
}
