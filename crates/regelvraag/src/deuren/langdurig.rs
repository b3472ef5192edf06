//! Vraag en antwoord van de regel langdurig.

use super::kalender::{VELD_KALENDER, VELD_REGIO, in_bereik, kalender};
use crate::antwoord::Antwoord;
use crate::lezer::Lezer;
use crate::vorm::{GEHEEL, Soort, Veld, mag, nodig};
use crate::{Fout, RegelInfo};
use jiff::civil::Date;
use rules::langdurig::{self, Onderbreking, REGEL};

const ONDERBREKING: &[Veld] = &[
    nodig("datum", Soort::Datum, "Dag."),
    nodig("soort", Soort::Keuze(&["aanwezig", "geoorloofd"]), "Was de leerling er, of geoorloofd weg?"),
];

pub(crate) static INFO: RegelInfo = RegelInfo {
    regel: &REGEL,
    vraag: &[
        VELD_REGIO,
        VELD_KALENDER,
        nodig("geboortedatum", Soort::Datum, "Geboortedatum."),
        nodig("startkwalificatie", Soort::JaNee, "Is er een startkwalificatie?"),
        nodig("eerste_verzuimdag", Soort::Datum, "Eerste dag weg."),
        mag("laatste_aanwezig", Soort::Datum, "Dag waarop de leerling er nog was."),
        mag("onderbrekingen", Soort::Lijst(&Soort::Object(ONDERBREKING)), "Dagen die het wegblijven onderbraken."),
        mag("laatste_melding_einde", Soort::Datum, "Laatste dag van de vorige melding."),
        nodig("peildatum", Soort::Datum, "De dag waarop wordt geteld."),
    ],
    antwoord: &[
        nodig("geteld_dagen", GEHEEL, "Getelde dagen van de leskalender."),
        mag("bereikt_op", Soort::Datum, "Dag waarop de periode vol was."),
        mag("begin_melding", Soort::Datum, "Eerste dag van de melding."),
        nodig("einddatum_toegestaan", Soort::JaNee, "Mag de melding een einddatum krijgen?"),
    ],
    deur: lees,
};

fn lees(l: &Lezer<'_>, vandaag: Date) -> Result<Antwoord, Fout> {
    let kalender = kalender(l)?;
    let geboortedatum = l.datum("geboortedatum")?;
    l.nodig("peildatum")?;
    let peil = l.peildatum(vandaag, Some(geboortedatum))?;
    let eerste_verzuimdag = l.datum("eerste_verzuimdag")?;
    let mut datums = vec![(eerste_verzuimdag, l.wijzer("eerste_verzuimdag")), (peil, l.wijzer("peildatum"))];
    let mut onderbrekingen = Vec::new();
    for w in l.lijst("onderbrekingen")? {
        let o = w.object(ONDERBREKING)?;
        let dag = o.datum("datum")?;
        let aanwezig = o.keuze("soort", |s| match s {
            "aanwezig" => Some(true),
            "geoorloofd" => Some(false),
            _ => None,
        })?;
        datums.push((dag, o.wijzer("datum")));
        onderbrekingen.push(Onderbreking { datum: dag, aanwezig });
    }
    if let Some(dag) = l.datum_mag("laatste_aanwezig")? {
        datums.push((dag, l.wijzer("laatste_aanwezig")));
        onderbrekingen.push(Onderbreking { datum: dag, aanwezig: true });
    }
    let laatste_melding_einde = l.datum_mag("laatste_melding_einde")?;
    datums.extend(laatste_melding_einde.map(|d| (d, l.wijzer("laatste_melding_einde"))));
    in_bereik(&kalender, &datums)?;
    let vraag = langdurig::Vraag {
        kalender: &kalender,
        geboortedatum,
        startkwalificatie: l.ja_nee("startkwalificatie")?,
        eerste_verzuimdag,
        onderbrekingen: &onderbrekingen,
        laatste_melding_einde,
        peildatum: peil,
        rmc_periode_dagen: l.beleid("langdurig", eerste_verzuimdag)?.dagen("rmc_periode_dagen"),
    };
    let o = langdurig::langdurig(&vraag, l.recht(peil)?);
    let a = o.uitkomst;
    let eigen = vec![
        ("geteld_dagen", a.geteld_dagen.into()),
        ("bereikt_op", a.bereikt_op.into()),
        ("begin_melding", a.begin_melding.into()),
        ("einddatum_toegestaan", a.einddatum_toegestaan.into()),
    ];
    Ok(Antwoord::van(REGEL.naam, a.uitkomst.code(), o, eigen))
}
