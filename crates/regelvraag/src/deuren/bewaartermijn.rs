//! Vraag en antwoord van de regel bewaartermijn.

use crate::antwoord::{Antwoord, Cel};
use crate::lezer::{Lezer, ontbreekt};
use crate::vorm::{Soort as V, Veld, mag, nodig};
use crate::{Fout, RegelInfo};
use jiff::civil::Date;
use rules::bewaartermijn::{self, REGEL, Soort};

const NORMEN: &[&str] = &["wpg_8", "selectielijst_2017", "selectielijst_2020_12_1_3", "selectielijst_2020_23_jaar"];
const CONFLICT: &[Veld] = &[
    nodig("norm", V::Keuze(NORMEN), "De andere norm."),
    nodig("vernietigen_op", V::Datum, "Eerste dag waarop het volgens die norm weg is."),
    nodig("bron", V::Tekst, "Waar de norm staat."),
];

pub(crate) static INFO: RegelInfo = RegelInfo {
    regel: &REGEL,
    vraag: &[
        nodig("soort", V::Keuze(Soort::CODES), "Welk gegeven."),
        nodig(
            "datum",
            V::Datum,
            "De dag vanaf wanneer de termijn loopt: melding, laatste uitschrijving, einde van vrijstelling of plicht, startkwalificatie of leeftijdsgrens, verlaten van de school, eerste verwerking of verwijdering.",
        ),
        mag("geboortedatum", V::Datum, "Geboortedatum; nodig bij een leerplichtdossier."),
        mag("bewaring_stop", V::JaNee, "Mag er nu niets worden vernietigd, door een klacht of een rechtszaak?"),
    ],
    antwoord: &[
        mag("vernietigen_op", V::Datum, "Eerste dag waarop het weg moet zijn; leeg zolang er geen termijn is."),
        nodig("conflicten", V::Lijst(&V::Object(CONFLICT)), "Andere normen met een andere dag."),
    ],
    deur: lees,
};

fn lees(l: &Lezer<'_>, vandaag: Date) -> Result<Antwoord, Fout> {
    let geboortedatum = l.datum_mag("geboortedatum")?;
    let peil = l.peildatum(vandaag, geboortedatum)?;
    let school_jaren = l.beleid("bewaartermijn", peil)?.geheel("bewaartermijn_school_jaren");
    let soort = l.keuze("soort", Soort::uit_code)?;
    if soort == Soort::Leerplichtdossier && geboortedatum.is_none() {
        return Err(ontbreekt(l.wijzer("geboortedatum")));
    }
    let v = bewaartermijn::Vraag {
        soort,
        datum: l.datum("datum")?,
        geboortedatum,
        peildatum: peil,
        bewaring_stop: l.ja_nee_of("bewaring_stop", false)?,
        school_jaren: school_jaren.and_then(|n| u8::try_from(n).ok()),
    };
    let o = bewaartermijn::bewaartermijn(&v, l.recht(peil)?);
    let a = o.uitkomst.clone();
    let conflicten = a
        .conflicten
        .iter()
        .map(|c| vec![("norm", c.norm.into()), ("vernietigen_op", c.vernietigen_op.into()), ("bron", c.bron.into())])
        .collect();
    let eigen = vec![("vernietigen_op", a.vernietigen_op.into()), ("conflicten", Cel::Rijen(conflicten))];
    Ok(Antwoord::van(REGEL.naam, a.uitkomst.code(), o, eigen))
}
