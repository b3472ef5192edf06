//! From lesson marks to the running count and the signals of one pupil, inside the transaction that changed them.

mod velen;

use crate::{App, Fout, ontvangst};
use domain::Datum;
use jiff::ToSpan;
use policy::handeling::AanwezigheidVastleggen;
use rules::venster::{EerdereMelding, Les, Lesstatus, venster};
use rules::verzuimsoort::{self, Meldplicht, Ziek};
use rules::{Kalender, Periode, Recht, Vakantieregio, langdurig, plicht, schooljaar, termijn};
use std::collections::BTreeMap;
use store::aanwezigheid::{NieuwSignaal, NieuweStand};
use store::rows::{LeerlingRow, MarkeringRow, OrganisatieRow};
use store::{Event, WriteTx};
use uuid::Uuid;
use velen::{VEEL, herreken_velen};

/// The lesson calendar of a school from its settings and its own days.
#[must_use]
pub fn kalender_van(school: &OrganisatieRow, eigen: &[(String, String, String)]) -> Kalender {
    if eigen.is_empty() {
        return Kalender::regio(
            school.vakantieregio.as_deref().and_then(Vakantieregio::uit_code).unwrap_or(Vakantieregio::Midden),
        );
    }
    let mut vrij = Vec::new();
    let mut vakanties = Vec::new();
    for (soort, begin, einde) in eigen {
        let (Ok(begin), Ok(einde)) = (begin.parse::<Datum>(), einde.parse::<Datum>()) else { continue };
        match soort.as_str() {
            "vrij" => vrij.extend(begin.series(1.day()).take_while(|d| *d <= einde).take(60)),
            "vakantie" => vakanties.push(Periode { begin, einde }),
            // `eigen`: the school has a calendar of its own, also when nothing is left in it.
            _ => {}
        }
    }
    Kalender::eigen(vrij, vakanties)
}

/// The lesson calendar of a school.
///
/// # Errors
/// When the database is not available.
pub async fn leskalender(app: &App, school: &OrganisatieRow) -> Result<Kalender, Fout> {
    Ok(kalender_van(school, &app.store.schoolkalender(school.id).await?))
}

pub(crate) fn naar_les(m: &MarkeringRow) -> Option<Les> {
    let status = match m.status.as_str() {
        "ongeoorloofd" => Lesstatus::Ongeoorloofd,
        "geoorloofd" => Lesstatus::Geoorloofd,
        "ziek" => Lesstatus::Ziek,
        "onbekend" => Lesstatus::Onbekend,
        "betwist" => Lesstatus::Betwist,
        "te_laat" => Lesstatus::TeLaat,
        "aanwezig" => Lesstatus::Aanwezig,
        // Nobody knows who was there: no absence, and no presence either.
        _ => return None,
    };
    Some(Les {
        datum: m.datum.parse().ok()?,
        lesuur: u8::try_from(m.lesuur).ok()?,
        minuten: m.minuten,
        status,
        minuten_te_laat: m.minuten_te_laat,
    })
}

/// Everything the rules need to know about a school.
pub(crate) struct Schoolfeiten {
    pub(crate) school: OrganisatieRow,
    pub(crate) kalender: Kalender,
}

impl Schoolfeiten {
    pub(crate) async fn van(app: &App, school: Uuid) -> Result<Self, Fout> {
        let school = app.organisatie(school).await?;
        let kalender = leskalender(app, &school).await?;
        Ok(Self { school, kalender })
    }
}

pub(crate) fn datum(tekst: &str) -> Result<Datum, Fout> {
    tekst.parse().map_err(|_| Fout::Storing(store::StoreError::Onleesbaar("datum")))
}

pub(crate) fn plicht_van(
    l: &LeerlingRow,
    school: &OrganisatieRow,
    op: Datum,
) -> Result<rules::Oordeel<plicht::Antwoord>, Fout> {
    let mut v = plicht::Vraag::nieuw(datum(&l.geboortedatum)?, op);
    v.vakantieregio =
        school.vakantieregio.as_deref().and_then(Vakantieregio::uit_code).unwrap_or(Vakantieregio::Midden);
    v.startkwalificatie_op = l.startkwalificatie.as_deref().and_then(|d| d.parse().ok());
    Ok(plicht::plicht(&v, Recht::op(op)))
}

/// Recompute one pupil. Open signals are replaced; drafts and reports stay, and their hours are consumed.
pub(crate) async fn herreken(
    tx: &mut WriteTx,
    feiten: &Schoolfeiten,
    leerling: Uuid,
    peildatum: Datum,
    sleutel: impl Fn() -> Uuid,
) -> Result<(), Fout> {
    let l = tx.leerling(leerling).await?;
    let (jaar_begin, jaar_einde) = schooljaar(peildatum);
    let rijen = tx.markeringen(leerling, &jaar_begin.to_string(), &jaar_einde.to_string()).await?;
    let lessen: Vec<Les> = rijen.iter().filter_map(naar_les).collect();
    let meldingen = tx.meldingen_over(leerling).await?;
    let verzonden: Vec<EerdereMelding> = meldingen
        .iter()
        .filter(|m| {
            m.stand == "verzonden"
                && m.registerstand.as_deref() != Some("ingetrokken")
                && matches!(m.soort.as_str(), "zestien_uur" | "zestien_uur_18plus" | "langdurig")
        })
        .map(|m| EerdereMelding {
            langdurig: m.soort == "langdurig",
            einde: m.einde_dag.as_deref().and_then(|d| d.parse().ok()),
        })
        .collect();
    let recht = Recht::op(peildatum);
    let vraag = |eerdere: &[EerdereMelding]| {
        let v = rules::venster::Vraag {
            kalender: &feiten.kalender,
            lessen: &lessen,
            lesuur_minuten: feiten.school.lesuur_minuten,
            te_laat_heel_lesuur: feiten.school.te_laat_heel_lesuur,
            eerdere_meldingen: eerdere,
            tot: Some(peildatum),
        };
        venster(&v, recht)
    };
    let gevonden = vraag(&verzonden);
    let rooster = tx.rooster(l.klas_id).await?;
    let weg = dagen_weg(&feiten.kalender, &rooster, &lessen, &l, peildatum, &verzonden)?;

    let mut signalen = Vec::new();
    for m in &gevonden.uitkomst.meldingen {
        let v = Verzuimfeiten { minuten: m.minuten, te_laat: gevonden.uitkomst.keren_te_laat, ..Default::default() };
        let soort = beslis(&l, feiten, m.begin, v)?;
        if soort.uitkomst.meldplicht == Meldplicht::Verboden || !matches!(soort.uitkomst.rij, "D9" | "D3") {
            continue;
        }
        signalen.push(NieuwSignaal {
            id: sleutel(),
            soort: soort.uitkomst.soort.code().to_owned(),
            begin: m.begin.to_string(),
            einde: m.einde.to_string(),
            bereikt_op: m.bereikt_op.to_string(),
            uiterlijk: Some(m.uiterlijk.to_string()),
            minuten: m.minuten,
            bewijs: bewijs(
                &m.lessen,
                &gevonden,
                &soort,
                &[
                    ontvangst::venster(feiten, &lessen, &verzonden, peildatum)?,
                    ontvangst::verzuimsoort(&l, feiten, m.begin, v)?,
                ],
            ),
        });
    }
    if let Some((antwoord, begin, ontvangen)) = &weg
        && let (langdurig::Uitkomst::Langdurig | langdurig::Uitkomst::Rmc, Some(bereikt)) =
            (antwoord.uitkomst.uitkomst, antwoord.uitkomst.bereikt_op)
        && let Some(vanaf) = antwoord.uitkomst.begin_melding
    {
        let v = Verzuimfeiten {
            minuten: gevonden.uitkomst.minuten_zeker,
            dagen: antwoord.uitkomst.geteld_dagen,
            eerder: !verzonden.is_empty(),
            ..Default::default()
        };
        let soort = beslis(&l, feiten, *begin, v)?;
        if matches!(soort.uitkomst.rij, "D2" | "D8") {
            let in_periode: Vec<(Datum, u8)> = lessen
                .iter()
                .filter(|x| x.datum >= vanaf && x.status == Lesstatus::Ongeoorloofd)
                .map(|x| (x.datum, x.lesuur))
                .collect();
            signalen.push(NieuwSignaal {
                id: sleutel(),
                soort: soort.uitkomst.soort.code().to_owned(),
                begin: vanaf.to_string(),
                einde: peildatum.to_string(),
                bereikt_op: bereikt.to_string(),
                uiterlijk: Some(termijn::uiterlijk(termijn::Termijnsoort::Verzuimmelding, bereikt, recht).to_string()),
                minuten: lessen
                    .iter()
                    .filter(|x| x.datum >= vanaf && x.status == Lesstatus::Ongeoorloofd)
                    .map(|x| x.minuten)
                    .sum(),
                bewijs: bewijs(
                    &in_periode,
                    antwoord,
                    &soort,
                    &[ontvangen.clone(), ontvangst::verzuimsoort(&l, feiten, *begin, v)?],
                ),
            });
        }
    }
    // What has run up since the last report that became due: the number people steer on.
    let mut tot_nu = verzonden.clone();
    let open = gevonden.uitkomst.meldingen.last().cloned();
    let (zeker, mogelijk) = match &open {
        Some(m) => (m.minuten, m.minuten_mogelijk),
        None => {
            tot_nu.retain(|m| m.einde.is_some() || m.langdurig);
            let nu = vraag(&tot_nu);
            (nu.uitkomst.minuten_zeker, nu.uitkomst.minuten_mogelijk)
        }
    };
    let stand = NieuweStand {
        peildatum: peildatum.to_string(),
        zeker,
        mogelijk,
        keren_te_laat: gevonden.uitkomst.keren_te_laat,
        dagen_weg: weg.map_or(0, |w| w.0.uitkomst.geteld_dagen),
    };
    // A draft holds its hours already; do not offer the same begin twice.
    signalen.retain(|s| {
        !meldingen.iter().any(|m| m.stand != "ingetrokken" && m.soort == s.soort && m.begin_dag == s.begin)
    });
    tx.stand_zetten(leerling, &stand, &signalen).await?;
    Ok(())
}

fn bewijs<A, B>(
    lessen: &[(Datum, u8)],
    telling: &rules::Oordeel<A>,
    soort: &rules::Oordeel<B>,
    ontvangsten: &[serde_json::Value],
) -> String {
    let stap = |s: &rules::Stap| serde_json::json!({ "vraag": s.vraag, "antwoord": s.antwoord });
    serde_json::json!({
        "lessen": lessen.iter().map(|(d, u)| serde_json::json!([d.to_string(), u])).collect::<Vec<_>>(),
        "pad": soort.pad.iter().chain(&telling.pad).map(stap).collect::<Vec<_>>(),
        "toelichting": telling.toelichting.iter().chain(&soort.toelichting).collect::<Vec<_>>(),
        "versie": telling.versie,
        "ontvangsten": ontvangsten,
    })
    .to_string()
}

/// What the decision table needs besides the pupil and the school.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Verzuimfeiten {
    /// Minutes without valid reason in the window.
    pub(crate) minuten: i64,
    /// Times late.
    pub(crate) te_laat: i64,
    /// Days away in a row, on the lesson calendar.
    pub(crate) dagen: i64,
    /// An earlier report in four weeks.
    pub(crate) eerder: bool,
    /// Away on holiday without leave: a fact that a person states.
    pub(crate) vakantie: bool,
}

/// The decision table with the pupil's own facts.
pub(crate) fn beslis(
    l: &LeerlingRow,
    feiten: &Schoolfeiten,
    eerste: Datum,
    v: Verzuimfeiten,
) -> Result<rules::Oordeel<verzuimsoort::Antwoord>, Fout> {
    let p = plicht_van(l, &feiten.school, eerste)?;
    let dag = eerste.to_string();
    let vraag = verzuimsoort::Vraag {
        geboortedatum: datum(&l.geboortedatum)?,
        eerste_verzuimdag: eerste,
        ingeschreven: l.ingeschreven <= dag && l.uitgeschreven.as_ref().is_none_or(|u| *u >= dag),
        plicht: p.uitkomst.plicht,
        vrijstelling_4a_lid_2: false,
        startkwalificatie: l.startkwalificatie.as_ref().is_some_and(|s| *s <= dag),
        geoorloofd: false,
        ziek: Ziek::Nee,
        overleg_of_aankondiging: false,
        motivering: false,
        vakantie_zonder_verlof: v.vakantie,
        dagen_aaneengesloten: v.dagen,
        eerdere_melding: v.eerder,
        minuten: v.minuten,
        lesuur_minuten: feiten.school.lesuur_minuten,
        keren_te_laat: v.te_laat,
        afspraak_18plus: false,
        overig_18plus_toegestaan: true,
        rmc_periode_dagen: 28,
    };
    Ok(verzuimsoort::verzuimsoort(&vraag, Recht::op(eerste)))
}

/// The latest run of school days on which every lesson of the timetable was missed without valid reason.
fn dagen_weg(
    kalender: &Kalender,
    rooster: &[(i64, i64)],
    lessen: &[Les],
    l: &LeerlingRow,
    peildatum: Datum,
    verzonden: &[EerdereMelding],
) -> Result<Option<(rules::Oordeel<langdurig::Antwoord>, Datum, serde_json::Value)>, Fout> {
    let mut per_dag: BTreeMap<Datum, i64> = BTreeMap::new();
    for les in lessen.iter().filter(|x| x.status == Lesstatus::Ongeoorloofd) {
        *per_dag.entry(les.datum).or_default() += 1;
    }
    let helemaal_weg = |d: Datum| {
        let dag = i64::from(d.weekday().to_monday_zero_offset());
        let gepland = rooster.iter().filter(|(r, _)| *r == dag).count();
        gepland > 0 && per_dag.get(&d).is_some_and(|n| usize::try_from(*n).is_ok_and(|n| n >= gepland))
    };
    let mut eerste = None;
    let mut d = peildatum;
    // Today is not over yet: it counts when missed, and does not break the run when not.
    let mut vandaag = true;
    loop {
        let les_vandaag = kalender.is_schooldag(d)
            && rooster.iter().any(|(r, _)| *r == i64::from(d.weekday().to_monday_zero_offset()));
        if les_vandaag {
            if helemaal_weg(d) {
                eerste = Some(d);
            } else if !vandaag {
                break;
            }
        }
        vandaag = false;
        let Ok(vorige) = d.yesterday() else { break };
        d = vorige;
        if d < schooljaar(peildatum).0 {
            break;
        }
    }
    let Some(eerste) = eerste else { return Ok(None) };
    let vraag = langdurig::Vraag {
        kalender,
        geboortedatum: datum(&l.geboortedatum)?,
        startkwalificatie: l.startkwalificatie.is_some(),
        eerste_verzuimdag: eerste,
        onderbrekingen: &[],
        laatste_melding_einde: verzonden.iter().filter_map(|m| m.einde).max(),
        peildatum,
        rmc_periode_dagen: 28,
    };
    let oordeel = langdurig::langdurig(&vraag, Recht::op(peildatum));
    // Most pupils are not away for long: only an outcome that is kept needs a receipt.
    let bereikt = oordeel.uitkomst.bereikt_op.is_some();
    let ontvangen = if bereikt { ontvangst::langdurig(&vraag)? } else { serde_json::Value::Null };
    Ok(Some((oordeel, eerste, ontvangen)))
}

/// Recompute every pupil of every school for a day; safe to run again.
///
/// # Errors
/// When the database is not available.
pub async fn nachttaak(app: &App, peildatum: Datum) -> Result<usize, Fout> {
    nachttaak_vanaf(app, peildatum, VEEL).await
}

/// The same, with the engine looking first at schools with more marks than `veel` in the school year. The outcome does not
/// depend on it.
///
/// # Errors
/// When the database is not available.
pub async fn nachttaak_vanaf(app: &App, peildatum: Datum, veel: i64) -> Result<usize, Fout> {
    let mut gedaan = 0;
    for school in app.organisaties().await?.into_iter().filter(|o| o.soort == "school") {
        let feiten = Schoolfeiten::van(app, school.id).await?;
        let systeem = App::systeem("nachttaak", school.id);
        let grant = app.mag::<AanwezigheidVastleggen>(&systeem, school.id)?;
        let mut tx = app.store.write(&grant, app.nu(), &app.spoor()).await?;
        gedaan += iedereen(app, &mut tx, &feiten, peildatum, veel).await?;
        tx.record(Event::geschreven(format!("nachttaak {peildatum}"), None)).await?;
    }
    Ok(gedaan)
}

/// Everybody of a school; returns how many.
async fn iedereen(
    app: &App,
    tx: &mut WriteTx,
    feiten: &Schoolfeiten,
    peildatum: Datum,
    veel: i64,
) -> Result<usize, Fout> {
    let leerlingen: Vec<Uuid> = tx.alle_leerlingen().await?.into_iter().map(|(id,)| id).collect();
    herreken_velen(app, tx, feiten, &leerlingen, peildatum, veel).await?;
    Ok(leerlingen.len())
}

/// Everybody of a school today, because its settings changed.
pub(crate) async fn herreken_school(app: &App, tx: &mut WriteTx, feiten: &Schoolfeiten) -> Result<(), Fout> {
    iedereen(app, tx, feiten, app.vandaag(), VEEL).await.map(|_| ())
}

/// The pupils that a load touched.
pub(crate) async fn herreken_geraakt(
    app: &App,
    tx: &mut WriteTx,
    feiten: &Schoolfeiten,
    geraakt: &[Uuid],
) -> Result<(), Fout> {
    herreken_velen(app, tx, feiten, geraakt, app.vandaag(), VEEL).await
}

/// Answers to repeated requests are kept this long, in microseconds: two days.
const IDEM_BEWAREN: i64 = 48 * 60 * 60 * 1_000_000;

/// The nightly round of today, once per school and day, however often this is called: time passes, so a count that
/// nobody touched can still reach or leave the window. Returns how many schools were done now.
///
/// # Errors
/// When the database is not available; the next call goes on where this one stopped.
pub async fn nachtronde(app: &App) -> Result<usize, Fout> {
    let vandaag = app.vandaag();
    let mut gedaan = 0;
    for school in app.organisaties().await?.into_iter().filter(|o| o.soort == "school") {
        let feiten = Schoolfeiten::van(app, school.id).await?;
        let systeem = App::systeem("nachtronde", school.id);
        let grant = app.mag::<AanwezigheidVastleggen>(&systeem, school.id)?;
        let mut tx = app.store.write(&grant, app.nu(), &app.spoor()).await?;
        if !tx.taak_nemen(&format!("nachtronde {}", school.code), &vandaag.to_string()).await? {
            continue;
        }
        iedereen(app, &mut tx, &feiten, vandaag, VEEL).await?;
        tx.idem_opruimen(app.nu().micros() - IDEM_BEWAREN).await?;
        tx.record(Event::geschreven(format!("nachtronde {vandaag}"), None)).await?;
        gedaan += 1;
    }
    Ok(gedaan)
}
