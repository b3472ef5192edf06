//! Vraag en antwoord van de regel verzuimsoort.

use super::een_van;
use super::plicht::{FEITEN, feiten};
use crate::antwoord::Antwoord;
use crate::lezer::{Lezer, Waarde};
use crate::vorm::{GEHEEL, PLICHT, Soort, mag, nodig};
use crate::{Fout, RegelInfo};
use jiff::civil::Date;
use rules::plicht::{self, Plicht};
use rules::recht::{leerplichtwet, protocol};
use rules::verzuimsoort::{self, REGEL, Ziek};
use rules::{Grondslag, Recht, Soort as Bronsoort};

const GRONDEN: &[&str] = &["art4a_lid2", "art5", "art5a", "art15"];

pub(crate) static INFO: RegelInfo = RegelInfo {
    regel: &REGEL,
    vraag: &[
        nodig("geboortedatum", Soort::Datum, "Geboortedatum."),
        nodig("eerste_verzuimdag", Soort::Datum, "Eerste dag van het verzuim."),
        nodig("ingeschreven", Soort::JaNee, "Staat de leerling ingeschreven op de school?"),
        nodig(
            "plicht",
            Soort::KeuzeOfObject(PLICHT, FEITEN),
            "Uitkomst van de regel plicht op die dag, of de feiten ervoor.",
        ),
        mag("vrijstelling_grond", Soort::Keuze(GRONDEN), "Waarom er vrijstelling is."),
        nodig("startkwalificatie", Soort::JaNee, "Is er een startkwalificatie?"),
        nodig(
            "geoorloofd",
            Soort::JaNee,
            "Valt alles onder verlof, religieuze plicht, schorsing of een gesloten school?",
        ),
        nodig("ziek", Soort::Keuze(Ziek::CODES), "Is de leerling ziek gemeld?"),
        mag("overleg_leerplicht_op", Soort::Datum, "Dag van het overleg met leerplicht."),
        mag("aankondiging_ouders_op", Soort::Datum, "Dag waarop de ouders hoorden dat de school gaat melden."),
        mag("motivering_vermoeden", Soort::Tekst, "Waarom de school denkt dat er geen ziekte is."),
        nodig("vakantie_zonder_verlof", Soort::JaNee, "Op vakantie zonder verlof?"),
        nodig("dagen_aaneengesloten_afwezig", GEHEEL, "Dagen achter elkaar weg, op de leskalender."),
        nodig("eerdere_melding_in_4_weken", Soort::JaNee, "Was er een melding in de vier weken ervoor?"),
        nodig("uren_in_4_lesweken", Soort::Getal, "Uren zonder geldige reden in vier lesweken."),
        nodig("keren_te_laat", GEHEEL, "Keren te laat."),
        nodig("afspraak_18plus", Soort::JaNee, "Is er een afspraak om 18 jaar en ouder bij 16 uur te melden?"),
        mag(
            "overig_18plus_toegestaan",
            Soort::JaNee,
            "Mag overig verzuim van 18 jaar en ouder worden gemeld? Anders ja.",
        ),
    ],
    antwoord: &[
        nodig("meldplicht", Soort::Keuze(verzuimsoort::Meldplicht::CODES), "Moet, mag of mag niet."),
        nodig("wettelijk", Soort::JaNee, "Is het een wettelijke melding?"),
        nodig("rij", Soort::Keuze(&RIJEN), "Rij van de beslistabel."),
    ],
    deur: lees,
};

/// De rijen van de beslistabel (A 3.2).
pub(crate) const RIJEN: [&str; 13] =
    ["D0a", "D0b", "D1a", "D1b", "D2", "D3", "D4", "D5", "D6", "D7", "D8", "D9", "D10"];

/// De plicht als woord, of als feiten waaruit de regel plicht haar afleidt (CR-20); met het beleid dat haar besliste.
fn plicht_van(
    w: &Waarde<'_>,
    geboortedatum: Date,
    eerste: Date,
    zml_mg: bool,
    recht: Recht,
) -> Result<(Plicht, Option<Grondslag>), Fout> {
    if w.json.is_object() {
        let l = w.object(FEITEN)?;
        // Eerst lezen, dan pas kiezen: ook beleid dat niets verandert moet kloppen.
        let eigen = l.beleid("plicht", eerste)?.ja_nee("zml_mg_vrijstelling");
        let zml_mg = zml_mg || eigen;
        let (v, _) = feiten(&l, geboortedatum, eerste, zml_mg)?;
        let o = plicht::plicht(&v, recht);
        let beleid = o.grondslag.into_iter().find(|g| g.soort == Bronsoort::Beleid);
        return Ok((o.uitkomst.plicht, beleid));
    }
    Ok((w.keuze(Plicht::uit_code)?, None))
}

fn lees(l: &Lezer<'_>, vandaag: Date) -> Result<Antwoord, Fout> {
    let geboortedatum = l.datum("geboortedatum")?;
    let eerste_verzuimdag = l.datum("eerste_verzuimdag")?;
    let peil = l.peildatum(vandaag, Some(geboortedatum))?;
    let recht = l.recht(peil)?;
    let beleid = l.beleid("verzuimsoort", eerste_verzuimdag)?;
    let grond = l.keuze_mag("vrijstelling_grond", een_van(GRONDEN))?;
    let overleg = l.datum_mag("overleg_leerplicht_op")?.is_some();
    let aankondiging = l.datum_mag("aankondiging_ouders_op")?.is_some();
    // De regel vergelijkt alleen met deze twee grenzen; het getal telt zoals het is gegeven, zonder afronden (CR-23).
    let uren = l.getal("uren_in_4_lesweken")?;
    let grenzen = [leerplichtwet::DREMPEL_UREN.waarde(recht), protocol::OVERIG_VANAF_UREN.waarde(recht)];
    let haalt = |grens: &i64| uren >= f64::from(i32::try_from(*grens).unwrap_or(i32::MAX));
    let hele_uren = grenzen.into_iter().find(haalt).unwrap_or(0);
    let zml_mg = beleid.ja_nee("zml_mg_vrijstelling");
    let recht_van_toen = l.recht(eerste_verzuimdag)?;
    let (plicht, van_beleid) =
        plicht_van(&l.nodig("plicht")?, geboortedatum, eerste_verzuimdag, zml_mg, recht_van_toen)?;
    let v = verzuimsoort::Vraag {
        geboortedatum,
        eerste_verzuimdag,
        ingeschreven: l.ja_nee("ingeschreven")?,
        plicht,
        vrijstelling_4a_lid_2: grond == Some("art4a_lid2"),
        startkwalificatie: l.ja_nee("startkwalificatie")?,
        geoorloofd: l.ja_nee("geoorloofd")?,
        ziek: l.keuze("ziek", Ziek::uit_code)?,
        overleg_of_aankondiging: overleg || aankondiging,
        motivering: l.tekst_mag("motivering_vermoeden")?.is_some_and(|t| !t.trim().is_empty()),
        vakantie_zonder_verlof: l.ja_nee("vakantie_zonder_verlof")?,
        dagen_aaneengesloten: l.geheel("dagen_aaneengesloten_afwezig")?,
        eerdere_melding: l.ja_nee("eerdere_melding_in_4_weken")?,
        minuten: hele_uren,
        lesuur_minuten: 1,
        keren_te_laat: l.geheel("keren_te_laat")?,
        afspraak_18plus: l.ja_nee("afspraak_18plus")?,
        overig_18plus_toegestaan: l.ja_nee_of("overig_18plus_toegestaan", true)?,
        rmc_periode_dagen: beleid.dagen("rmc_periode_dagen"),
    };
    let mut o = verzuimsoort::verzuimsoort(&v, recht);
    let a = o.uitkomst;
    // Alleen door plaatselijk beleid vrijgesteld: dan besliste dat beleid ook over de melding.
    if a.rij == "D0a" && v.ingeschreven && !v.startkwalificatie {
        o.grondslag.extend(van_beleid);
    }
    let eigen =
        vec![("meldplicht", a.meldplicht.code().into()), ("wettelijk", a.wettelijk.into()), ("rij", a.rij.into())];
    Ok(Antwoord::van(REGEL.naam, a.soort.code(), o, eigen))
}
