//! Vraag en antwoord van de regel venster.

use super::kalender::{VELD_KALENDER, VELD_REGIO, in_bereik, kalender};
use crate::antwoord::{Antwoord, Cel};
use crate::lezer::{Lezer, ontbreekt};
use crate::vorm::{GEHEEL, GEHEEL_VANAF_1, Soort, Veld, mag, nodig};
use crate::{Fout, RegelInfo};
use jiff::civil::Date;
use rules::uren_twee_decimalen;
use rules::venster::{self, EerdereMelding, Les, Lesstatus, REGEL};
use std::collections::HashSet;

const LES: &[Veld] = &[
    nodig("datum", Soort::Datum, "Dag."),
    nodig("lesuur", Soort::Geheel(0, 255), "Lesuur."),
    nodig("minuten", GEHEEL, "Duur van de les in minuten."),
    nodig(
        "status",
        Soort::Keuze(&["ongeoorloofd", "geoorloofd", "ziek", "onbekend", "betwist", "te_laat", "aanwezig"]),
        "Wat er was.",
    ),
    mag("minuten_te_laat", GEHEEL, "Gemiste minuten bij te laat."),
];
const EERDER: &[Veld] = &[
    nodig("soort", Soort::Keuze(&["zestien_uur", "langdurig"]), "Soort melding."),
    mag("einde", Soort::Datum, "Laatste dag van de melding."),
];
const GETELD: &[Veld] = &[nodig("datum", Soort::Datum, "Dag."), nodig("lesuur", Soort::Geheel(0, 255), "Lesuur.")];
const MELDING: &[Veld] = &[
    nodig("begin", Soort::Datum, "Eerste getelde dag."),
    nodig("einde", Soort::Datum, "Laatste getelde dag."),
    nodig("uren", Soort::Getal, "Getelde uren."),
    nodig("uiterlijk", Soort::Datum, "Laatste dag om te melden."),
];

pub(crate) static INFO: RegelInfo = RegelInfo {
    regel: &REGEL,
    vraag: &[
        VELD_REGIO,
        VELD_KALENDER,
        nodig("lessen", Soort::Lijst(&Soort::Object(LES)), "De lessen, in elke volgorde."),
        mag("lesuur_minuten", GEHEEL_VANAF_1, "Minuten van één lesuur in de eenheid van de school; anders 60."),
        mag(
            "te_laat_telt",
            Soort::Keuze(&["werkelijke_minuten", "heel_lesuur"]),
            "Tellen bij te laat de gemiste minuten, of het hele lesuur?",
        ),
        mag("eerdere_meldingen", Soort::Lijst(&Soort::Object(EERDER)), "Meldingen die er al waren."),
        mag("tot", Soort::Datum, "Tot en met deze dag; anders de laatste les."),
    ],
    antwoord: &[
        mag("bereikt_op", Soort::Datum, "Dag waarop het zestiende uur is bereikt."),
        mag("begin", Soort::Datum, "Eerste getelde dag."),
        nodig("uren", Soort::Getal, "Uren in het venster."),
        nodig("uren_zeker", Soort::Getal, "Uren die zeker tellen."),
        nodig("uren_mogelijk", Soort::Getal, "Uren met onbekend en betwist erbij."),
        nodig("lessen", Soort::Lijst(&Soort::Object(GETELD)), "De getelde lessen."),
        nodig("keren_te_laat", GEHEEL, "Keren te laat."),
        nodig("meldingen", Soort::Lijst(&Soort::Object(MELDING)), "Elke melding die verplicht werd."),
    ],
    deur: lees,
};

fn lees(l: &Lezer<'_>, vandaag: Date) -> Result<Antwoord, Fout> {
    let peil = l.peildatum(vandaag, None)?;
    l.beleid("venster", peil)?;
    let kalender = kalender(l)?;
    let heel = l.keuze_mag("te_laat_telt", |t| match t {
        "werkelijke_minuten" => Some(false),
        "heel_lesuur" => Some(true),
        _ => None,
    })?;
    let te_laat_heel_lesuur = heel.unwrap_or(false);
    let lesuur_minuten = l.geheel_tussen("lesuur_minuten", 1, crate::vorm::GROOTSTE)?.unwrap_or(60);
    let mut datums: Vec<(Date, String)> = Vec::new();
    let mut gezien = HashSet::new();
    let mut lessen = Vec::new();
    l.nodig("lessen")?;
    for w in l.lijst("lessen")? {
        let o = w.object(LES)?;
        let dag = o.datum("datum")?;
        let lesuur = u8::try_from(o.geheel("lesuur")?).map_err(|_| {
            Fout::nieuw("ongeldige_waarde", o.wijzer("lesuur"), "Een lesuur is een nummer tot en met 255.")
        })?;
        let status = o.keuze("status", Lesstatus::uit_code)?;
        let te_laat = o.geheel_mag("minuten_te_laat")?;
        if status == Lesstatus::TeLaat && !te_laat_heel_lesuur && te_laat.is_none() {
            return Err(ontbreekt(o.wijzer("minuten_te_laat")));
        }
        if !gezien.insert((dag, lesuur)) {
            return Err(Fout::nieuw("dubbel", w.wijzer(), "Deze les staat er al in."));
        }
        datums.push((dag, o.wijzer("datum")));
        let minuten_te_laat = te_laat.unwrap_or(0);
        lessen.push(Les { datum: dag, lesuur, minuten: o.geheel("minuten")?, status, minuten_te_laat });
    }
    let mut eerdere = Vec::new();
    for w in l.lijst("eerdere_meldingen")? {
        let o = w.object(EERDER)?;
        let langdurig = o.keuze("soort", |s| match s {
            "zestien_uur" => Some(false),
            "langdurig" => Some(true),
            _ => None,
        })?;
        let einde = o.datum_mag("einde")?;
        match einde {
            Some(e) => datums.push((e, o.wijzer("einde"))),
            None if !langdurig => return Err(ontbreekt(o.wijzer("einde"))),
            None => {}
        }
        eerdere.push(EerdereMelding { langdurig, einde });
    }
    let tot = l.datum_mag("tot")?;
    datums.extend(tot.map(|t| (t, l.wijzer("tot"))));
    in_bereik(&kalender, &datums)?;
    let vraag = venster::Vraag {
        kalender: &kalender,
        lessen: &lessen,
        lesuur_minuten,
        te_laat_heel_lesuur,
        eerdere_meldingen: &eerdere,
        tot,
    };
    let o = venster::venster(&vraag, l.recht(peil)?);
    let uren = |minuten| Cel::Honderdsten(uren_twee_decimalen(minuten, lesuur_minuten));
    let a = &o.uitkomst;
    let eerste = a.meldingen.first();
    let meldingen = a
        .meldingen
        .iter()
        .map(|m| {
            vec![
                ("begin", m.begin.into()),
                ("einde", m.einde.into()),
                ("uren", uren(m.minuten)),
                ("uiterlijk", m.uiterlijk.into()),
            ]
        })
        .collect();
    let geteld = a.lessen.iter().map(|(d, u)| vec![("datum", (*d).into()), ("lesuur", i64::from(*u).into())]).collect();
    let eigen = vec![
        ("bereikt_op", eerste.map(|m| m.bereikt_op).into()),
        ("begin", eerste.map(|m| m.begin).into()),
        ("uren", uren(a.minuten_zeker)),
        ("uren_zeker", uren(a.minuten_zeker)),
        ("uren_mogelijk", uren(a.minuten_mogelijk)),
        ("lessen", Cel::Rijen(geteld)),
        ("keren_te_laat", a.keren_te_laat.into()),
        ("meldingen", Cel::Rijen(meldingen)),
    ];
    let uitkomst = if eerste.is_some() { "drempel_bereikt" } else { "onder_drempel" };
    Ok(Antwoord::van(REGEL.naam, uitkomst, o, eigen))
}
