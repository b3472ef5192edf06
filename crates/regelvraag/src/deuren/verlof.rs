//! Vraag en antwoord van de regel verlof.

use super::een_van;
use crate::antwoord::Antwoord;
use crate::lezer::{Lezer, ontbreekt};
use crate::vorm::{GEHEEL, GEHEEL_VANAF_1, GROOTSTE, PLICHT, REGIO, Soort, mag, nodig};
use crate::{Fout, RegelInfo};
use jiff::civil::Date;
use rules::Vakantieregio;
use rules::plicht::Plicht;
use rules::verlof::{self, Gebeurtenis, Grond, NooitVerlof, Normen, Plaats, REGEL};

const GRONDEN: &[&str] = &["ziekte", "religie", "beroep_ouder", "gewichtig", "school_gesloten", "schorsing"];
const GEBEURTENISSEN: &[&str] = &[
    "huwelijk",
    "overlijden",
    "ambtsjubileum",
    "huwelijksjubileum",
    "verhuizing",
    "levensbedreigende_ziekte",
    "wettelijke_verplichting",
    "anders",
];
/// De meeste dagen onderwijs in een week.
const WEEK: f64 = 5.0;

pub(crate) static INFO: RegelInfo = RegelInfo {
    regel: &REGEL,
    vraag: &[
        nodig("grond", Soort::Keuze(GRONDEN), "Waarom de jongere wegblijft."),
        mag(
            "gebeurtenis",
            Soort::Keuze(GEBEURTENISSEN),
            "Wat er gebeurt, bij gewichtige omstandigheden; anders als u niets invult.",
        ),
        mag("graad", Soort::Geheel(1, 4), "Graad van verwantschap, ook van aangetrouwde familie."),
        mag("jaren", Soort::Getal, "Hoeveel jaar, bij een jubileum."),
        mag("plaats", Soort::Keuze(Plaats::CODES), "Waar het is."),
        nodig("dagen", GEHEEL_VANAF_1, "Gevraagde schooldagen."),
        nodig("begin", Soort::Datum, "Eerste dag."),
        nodig("aangevraagd_op", Soort::Datum, "Dag van de aanvraag of melding."),
        mag("eerder_toegekend_dagen", GEHEEL, "Schooldagen die dit schooljaar al op deze grond zijn gegeven."),
        nodig("bewijs", Soort::JaNee, "Is er bewijs?"),
        nodig("schriftelijk", Soort::JaNee, "Is het schriftelijk gevraagd?"),
        mag(
            "in_alle_vakanties_onmogelijk",
            Soort::JaNee,
            "Kan het gezin door het beroep in geen enkele schoolvakantie weg?",
        ),
        mag("plicht", Soort::Keuze(PLICHT), "Uitkomst van de regel plicht; leerplichtig als u niets invult."),
        mag("schooldagen_per_week", Soort::Getal, "Dagen onderwijs in een week, bij kwalificatieplicht; anders vijf."),
        mag("vakantieregio", REGIO, "Vakantieregio van de school; midden als u niets invult."),
        mag("reden_code", Soort::Keuze(NooitVerlof::CODES), "Een reden waarvoor er nooit verlof is."),
    ],
    antwoord: &[
        mag("maximum_dagen", GEHEEL, "De meeste schooldagen; leeg als er geen grens is."),
        nodig("beslisser", Soort::Keuze(verlof::Beslisser::CODES), "Wie beslist."),
        mag("nog_beschikbaar_dagen", GEHEEL, "Schooldagen die het hoofd voor deze aanvraag nog kon geven."),
        nodig("achteraf", Soort::JaNee, "Kwam de aanvraag na de eerste dag?"),
        nodig("toe_te_kennen_dagen", GEHEEL, "Schooldagen die de jongere kan krijgen."),
    ],
    deur: lees,
};

/// De feiten van een gebeurtenis. Zij moeten kloppen, ook als de grond ze niet nodig heeft.
struct Feiten {
    gebeurtenis: &'static str,
    graad: Option<i64>,
    jaren: Option<f64>,
    plaats: Option<Plaats>,
}

impl Feiten {
    fn lees(l: &Lezer<'_>) -> Result<Self, Fout> {
        Ok(Self {
            gebeurtenis: l.keuze_mag("gebeurtenis", een_van(GEBEURTENISSEN))?.unwrap_or("anders"),
            graad: l.geheel_tussen("graad", 1, 4)?,
            jaren: l.getal_mag("jaren")?,
            plaats: l.keuze_mag("plaats", Plaats::uit_code)?,
        })
    }

    /// De gebeurtenis, met wat zij nodig heeft (BR-20).
    fn gebeurtenis(&self, l: &Lezer<'_>) -> Result<Gebeurtenis, Fout> {
        let graad = || self.graad.ok_or_else(|| ontbreekt(l.wijzer("graad")));
        let jaren = || self.jaren.ok_or_else(|| ontbreekt(l.wijzer("jaren")));
        let plaats = || self.plaats.ok_or_else(|| ontbreekt(l.wijzer("plaats")));
        Ok(match self.gebeurtenis {
            "huwelijk" => Gebeurtenis::Huwelijk { graad: graad()?, plaats: plaats()? },
            "overlijden" => Gebeurtenis::Overlijden { graad: graad()?, plaats: plaats()? },
            "ambtsjubileum" => Gebeurtenis::Ambtsjubileum { jaren: jaren()?, graad: self.graad },
            "huwelijksjubileum" => Gebeurtenis::Huwelijksjubileum { jaren: jaren()?, graad: self.graad },
            "verhuizing" => Gebeurtenis::Verhuizing,
            "levensbedreigende_ziekte" => Gebeurtenis::LevensbedreigendeZiekte { graad: graad()? },
            "wettelijke_verplichting" => Gebeurtenis::WettelijkeVerplichting,
            _ => Gebeurtenis::Anders,
        })
    }
}

fn lees(l: &Lezer<'_>, vandaag: Date) -> Result<Antwoord, Fout> {
    // De peildatum bepaalt alleen het recht (BR-06); beleid is dat van de dag van de aanvraag (B-001).
    let peil = l.peildatum(vandaag, None)?;
    let aangevraagd_op = l.datum("aangevraagd_op")?;
    let beleid = l.beleid("verlof", aangevraagd_op)?;
    let onmogelijk = l.ja_nee_mag("in_alle_vakanties_onmogelijk")?;
    let feiten = Feiten::lees(l)?;
    let grond = match l.keuze("grond", een_van(GRONDEN))? {
        "ziekte" => Grond::Ziekte,
        "religie" => Grond::Religie,
        "beroep_ouder" => Grond::BeroepOuder { in_alle_vakanties_onmogelijk: onmogelijk },
        "gewichtig" => Grond::Gewichtig(feiten.gebeurtenis(l)?),
        "school_gesloten" => Grond::SchoolGesloten,
        _ => Grond::Schorsing,
    };
    let nooit = l.keuze_mag("reden_code", NooitVerlof::uit_code)?;
    if nooit.is_some() && !matches!(grond, Grond::Religie | Grond::BeroepOuder { .. } | Grond::Gewichtig(_)) {
        return l.tegenstrijdig("reden_code", "Een reden om te weigeren hoort niet bij deze grond.");
    }
    let schooldagen_per_week = l.getal_mag("schooldagen_per_week")?;
    if schooldagen_per_week.is_some_and(|d| d <= 0.0 || d > WEEK) {
        let melding = "Deze waarde moet meer dan 0 zijn en hoogstens 5.";
        return Err(Fout::nieuw("ongeldige_waarde", l.wijzer("schooldagen_per_week"), melding));
    }
    l.nodig("dagen")?;
    let v = verlof::Vraag {
        grond,
        dagen: l.geheel_tussen("dagen", 1, GROOTSTE)?.unwrap_or(1),
        begin: l.datum("begin")?,
        aangevraagd_op,
        eerder_toegekend_dagen: l.geheel_mag("eerder_toegekend_dagen")?.unwrap_or(0),
        bewijs: l.ja_nee("bewijs")?,
        schriftelijk: l.ja_nee("schriftelijk")?,
        plicht: l.keuze_mag("plicht", Plicht::uit_code)?.unwrap_or(Plicht::Leerplichtig),
        schooldagen_per_week,
        vakantieregio: l.keuze_mag("vakantieregio", Vakantieregio::uit_code)?.unwrap_or(Vakantieregio::Midden),
        nooit,
        normen: Normen::uit(|naam| beleid.dagen(naam)),
    };
    let o = verlof::verlof(&v, l.recht(peil)?);
    let a = o.uitkomst;
    let eigen = vec![
        ("maximum_dagen", a.maximum_dagen.into()),
        ("beslisser", a.beslisser.code().into()),
        ("nog_beschikbaar_dagen", a.nog_beschikbaar_dagen.into()),
        ("achteraf", a.achteraf.into()),
        ("toe_te_kennen_dagen", a.toe_te_kennen_dagen.into()),
    ];
    Ok(Antwoord::van(REGEL.naam, a.uitkomst.code(), o, eigen))
}
