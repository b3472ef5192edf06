//! A draft that checks itself: from a signal, or for what only a person can see (luxe, overig).

use crate::rekenen::{Schoolfeiten, Verzuimfeiten, beslis, datum, plicht_van};
use crate::{App, Fout, ontvangst};
use domain::Datum;
use domain::melding::{GemeldeLes, Meldingdossier, Meldinggegevens};
use policy::Principal;
use policy::handeling::MeldingIndienen;
use rules::plicht::Verantwoordelijk;
use rules::verzuimsoort::{Antwoord, Verzuimsoort};
use rules::{Oordeel, Recht, termijn};
use store::melding::NieuweMelding;
use store::rows::{LeerlingRow, SignaalRow};
use store::{Event, WriteTx};
use uuid::Uuid;

/// Make the draft of a signal; the second click opens the same draft.
///
/// # Errors
/// `NietGevonden` when the signal is gone (a mark was corrected) or another school's.
pub async fn uit_signaal(app: &App, wie: &Principal, signaal: Uuid) -> Result<Uuid, Fout> {
    let (_, leerling) = app.store.signaal_facts(signaal).await?.ok_or(Fout::NietGevonden)?;
    let grant = app.mag_leerling::<MeldingIndienen>(wie, leerling).await?;
    let feiten = Schoolfeiten::van(app, wie.organisatie.0).await?;
    let mut tx = app.store.write(&grant, app.nu(), &app.spoor()).await?;
    let s = tx.signaal(signaal).await?;
    if let Some(melding) = s.melding {
        tx.gezien().await?;
        return Ok(melding);
    }
    let l = tx.leerling(leerling).await?;
    let id = concept_van_signaal(app, wie, &feiten, &mut tx, &l, &s).await?;
    tx.record(Event::geschreven(format!("melding {id} opgesteld"), Some(leerling))).await?;
    Ok(id)
}

/// The draft of a signal, inside a transaction.
pub(crate) async fn concept_van_signaal(
    app: &App,
    wie: &Principal,
    feiten: &Schoolfeiten,
    tx: &mut WriteTx,
    l: &LeerlingRow,
    s: &SignaalRow,
) -> Result<Uuid, Fout> {
    let dagen = if matches!(s.soort.as_str(), "langdurig" | "rmc") { 28 } else { 0 };
    let begin = datum(&s.begin_dag)?;
    let v = Verzuimfeiten { minuten: s.minuten, dagen, eerder: s.soort == "langdurig", ..Default::default() };
    let a = Aanleiding {
        soort: s.soort.clone(),
        begin,
        einde: datum(&s.einde_dag)?,
        minuten: Some(s.minuten),
        uiterlijk: s.uiterlijk.clone(),
        oordeel: beslis(l, feiten, begin, v)?,
        ontvangsten: ontvangsten_van(&s.bewijs),
    };
    let id = opstellen(app, wie, feiten, tx, l, a).await?;
    tx.signaal_zetten(s.id, "concept", Some(id)).await?;
    Ok(id)
}

/// What a person reports without a signal.
#[derive(Debug, Clone)]
pub struct Vrij {
    /// `overig` or `luxe`; the other kinds follow from the marks.
    pub soort: String,
    /// First day.
    pub begin: Datum,
    /// Last day.
    pub einde: Datum,
}

/// Make a draft for absence that no count can find: on holiday without leave, or less than 16 hours (A-200, D6 and D10).
///
/// # Errors
/// Wrong input per field, a refusal when another report belongs here, `NietGevonden`, or a fault.
pub async fn zonder_signaal(app: &App, wie: &Principal, leerling: Uuid, v: Vrij) -> Result<Uuid, Fout> {
    let grant = app.mag_leerling::<MeldingIndienen>(wie, leerling).await?;
    let feiten = Schoolfeiten::van(app, wie.organisatie.0).await?;
    let mut tx = app.store.write(&grant, app.nu(), &app.spoor()).await?;
    let l = tx.leerling(leerling).await?;
    let id = concept_vrij(app, wie, &feiten, &mut tx, &l, &v).await?;
    tx.record(Event::geschreven(format!("melding {id} opgesteld"), Some(leerling))).await?;
    Ok(id)
}

/// The draft without a signal, inside a transaction.
pub(crate) async fn concept_vrij(
    app: &App,
    wie: &Principal,
    feiten: &Schoolfeiten,
    tx: &mut WriteTx,
    l: &LeerlingRow,
    v: &Vrij,
) -> Result<Uuid, Fout> {
    let mut fouten = Vec::new();
    let mut fout = |veld: &str, melding: &str| fouten.push((veld.to_owned(), melding.to_owned()));
    if !matches!(v.soort.as_str(), "overig" | "luxe") {
        fout("soort", "Kies luxe verzuim of overig verzuim. De andere meldingen volgen uit de lessen.");
    }
    if v.begin < rules::schooljaar(app.vandaag()).0 {
        fout("begin", "Deze dag valt buiten dit schooljaar.");
    } else if v.begin > app.vandaag() {
        fout("begin", "Deze dag is nog niet geweest.");
    }
    if v.einde < v.begin {
        fout("einde", "De laatste dag ligt voor de eerste dag.");
    } else if v.einde > app.vandaag() {
        fout("einde", "Deze dag is nog niet geweest.");
    }
    if !fouten.is_empty() {
        return Err(Fout::Invoer(fouten));
    }
    let (begin, einde) = (v.begin.to_string(), v.einde.to_string());
    let bestaat = tx.meldingen_over(l.id).await?.into_iter().find(|m| {
        m.stand != "ingetrokken"
            && m.soort == v.soort
            && m.begin_dag <= einde
            && m.einde_dag.as_deref().is_none_or(|e| e >= begin.as_str())
    });
    if let Some(m) = bestaat {
        if m.stand == "concept" && m.begin_dag == begin {
            return Ok(m.id);
        }
        return Err(Fout::veld("begin", "Over deze dagen is al een melding gemaakt. Open die melding."));
    }
    let lessen = gemiste_lessen(tx, feiten, l.id, v.begin, v.einde).await?;
    if lessen.is_empty() {
        return Err(Fout::veld(
            "begin",
            "In deze dagen staat geen les als ongeoorloofd of te laat. Leg dat eerst vast (A-329).",
        ));
    }
    let minuten: i64 = lessen.iter().map(|x| x.minuten).sum();
    let te_laat = i64::try_from(lessen.iter().filter(|x| x.status == "te_laat").count()).unwrap_or(0);
    let verzuim = Verzuimfeiten { minuten, te_laat, vakantie: v.soort == "luxe", ..Default::default() };
    let oordeel = beslis(l, feiten, v.begin, verzuim)?;
    if oordeel.uitkomst.soort.code() != v.soort {
        let grond =
            oordeel.grondslag.first().map_or_else(|| "A-200".to_owned(), |g| format!("{}, {}", g.bron, g.artikel));
        return Err(Fout::weigering(
            oordeel.toelichting.join(" "),
            grond,
            "Maak de melding die hierbij hoort, of controleer de dagen.",
        ));
    }
    let uiterlijk = (oordeel.uitkomst.soort == Verzuimsoort::Luxe).then(|| {
        termijn::uiterlijk(termijn::Termijnsoort::Verzuimmelding, v.einde, Recht::op(app.vandaag())).to_string()
    });
    let a = Aanleiding {
        soort: v.soort.clone(),
        begin: v.begin,
        einde: v.einde,
        minuten: None,
        uiterlijk,
        oordeel,
        ontvangsten: vec![ontvangst::verzuimsoort(l, feiten, v.begin, verzuim)?.to_string()],
    };
    opstellen(app, wie, feiten, tx, l, a).await
}

/// The receipts that a signal holds: a report stands on the same facts.
fn ontvangsten_van(bewijs: &str) -> Vec<String> {
    let v: serde_json::Value = serde_json::from_str(bewijs).unwrap_or_default();
    v["ontvangsten"].as_array().map(|l| l.iter().map(ToString::to_string).collect()).unwrap_or_default()
}

/// What a draft is about.
struct Aanleiding {
    soort: String,
    begin: Datum,
    einde: Datum,
    /// The claim; left out, the lessons are the claim.
    minuten: Option<i64>,
    uiterlijk: Option<String>,
    oordeel: Oordeel<Antwoord>,
    ontvangsten: Vec<String>,
}

/// Lessons that may be in a report: missed without valid reason or late, on school days.
async fn gemiste_lessen(
    tx: &mut WriteTx,
    feiten: &Schoolfeiten,
    leerling: Uuid,
    begin: Datum,
    einde: Datum,
) -> Result<Vec<GemeldeLes>, Fout> {
    let rijen = tx.markeringen(leerling, &begin.to_string(), &einde.to_string()).await?;
    Ok(rijen
        .into_iter()
        .filter(|m| {
            feiten.kalender.vakantie(m.datum.parse().unwrap_or(begin)).is_none()
                && matches!(m.status.as_str(), "ongeoorloofd" | "te_laat")
        })
        .map(|m| {
            let minuten =
                if m.status == "te_laat" && !feiten.school.te_laat_heel_lesuur { m.minuten_te_laat } else { m.minuten };
            GemeldeLes { datum: m.datum, lesuur: m.lesuur, minuten, status: m.status }
        })
        .collect())
}

async fn opstellen(
    app: &App,
    wie: &Principal,
    feiten: &Schoolfeiten,
    tx: &mut WriteTx,
    l: &LeerlingRow,
    a: Aanleiding,
) -> Result<Uuid, Fout> {
    let geheim = tx.geheim(l.persoon).await?;
    let lessen = gemiste_lessen(tx, feiten, l.id, a.begin, a.einde).await?;
    let minuten = a.minuten.unwrap_or_else(|| lessen.iter().map(|x| x.minuten).sum());
    let nr = tx.volgend_nummer(&format!("melding {}", feiten.school.code)).await?;
    let nummer = format!("{}-{}-{nr:04}", feiten.school.brin.as_deref().unwrap_or("SCHOOL"), app.vandaag().year());
    let open_einde = matches!(a.soort.as_str(), "langdurig" | "rmc");
    let berichten = wie_krijgt_bericht(app, feiten, tx, l).await?;
    let (begin, einde) = (a.begin.to_string(), a.einde.to_string());
    let dossier = Meldingdossier {
        gegevens: Meldinggegevens {
            meldingsnummer: nummer.clone(),
            melddatum: None,
            meldende_instantie: feiten.school.brin.clone().unwrap_or_default(),
            melder_naam: wie.naam.clone(),
            melder_functie: wie.rol.woord().to_owned(),
            melder_email: feiten.school.email.clone(),
            melder_telefoon: feiten.school.telefoon.clone(),
            pgn: geheim.pgn.map(|p| p.onthul()),
            naam: l.naam(),
            geboortedatum: l.geboortedatum.clone(),
            geslacht: l.geslacht.clone(),
            adres: if l.geheim { None } else { geheim.adres },
            gemeente: l.gemeente_code.clone(),
            afwijkend_adres: l.verblijf_gemeente.clone(),
            telefoon: None,
            onderwijslocatie: feiten.school.naam.clone(),
            opleiding: l.opleiding.clone(),
            soort: a.soort.clone(),
            reden: None,
            begin: begin.clone(),
            einde: (!open_einde).then(|| einde.clone()),
            alle_lessen_gemist: open_einde,
            toelichting: None,
            ondernomen_acties: None,
            actie_gewenst: true,
            toelichting_actie: None,
            duo_nummer: None,
            duo_datum: None,
            verzuimoverzicht: lessen,
        },
        minuten,
        lesuur_minuten: feiten.school.lesuur_minuten,
        leeftijd: rules::leeftijd(datum(&l.geboortedatum)?, a.begin),
        rij: a.oordeel.uitkomst.rij.to_owned(),
        pad: a.oordeel.pad.iter().map(|p| (p.vraag.to_owned(), p.antwoord.to_string())).collect(),
        berichten,
        ontvangsten: a.ontvangsten,
    };
    let id = app.sleutel();
    let nieuw = NieuweMelding {
        id,
        leerling: l.id,
        nummer: &nummer,
        soort: &a.soort,
        begin: &begin,
        einde: (!open_einde).then_some(einde.as_str()),
        minuten,
        uiterlijk: a.uiterlijk.as_deref(),
    };
    tx.melding_toevoegen(&nieuw, &dossier).await?;
    Ok(id)
}

/// Who is told, and as what.
async fn wie_krijgt_bericht(
    app: &App,
    feiten: &Schoolfeiten,
    tx: &mut WriteTx,
    l: &LeerlingRow,
) -> Result<Vec<(String, String)>, Fout> {
    let plicht = plicht_van(l, &feiten.school, app.vandaag())?;
    let mut berichten = Vec::new();
    if plicht.uitkomst.verantwoordelijk != Verantwoordelijk::Ouders {
        berichten.push((l.naam(), "leerling, 12 jaar of ouder".to_owned()));
    }
    if plicht.uitkomst.verantwoordelijk != Verantwoordelijk::Jongere {
        for (voornamen, tussen, achter, _) in tx.ouders(l.persoon, &app.vandaag().to_string()).await? {
            let naam = [voornamen.as_str(), tussen.as_str(), achter.as_str()]
                .into_iter()
                .filter(|d| !d.is_empty())
                .collect::<Vec<_>>()
                .join(" ");
            berichten.push((naam, "ouder of verzorger met gezag".to_owned()));
        }
    }
    Ok(berichten)
}

/// What a person may change in a draft.
#[derive(Debug, Clone, Default)]
pub struct Invulling {
    /// Version that the person saw.
    pub versie: i64,
    ///
    pub reden: String,
    ///
    pub toelichting: String,
    ///
    pub ondernomen_acties: String,
    ///
    pub actie_gewenst: bool,
    ///
    pub toelichting_actie: String,
}

/// Reasons one can choose; none is about health.
pub const REDENEN: &[&str] =
    &["", "motivatie", "thuissituatie", "studiekeuze", "vrienden of groep", "werk naast school", "onbekend", "anders"];

pub(crate) fn vul_in(d: &mut Meldingdossier, i: &Invulling) -> Result<(), Fout> {
    if !REDENEN.contains(&i.reden.as_str()) {
        return Err(Fout::veld("reden", "Kies een reden uit de lijst."));
    }
    let tekst = |t: &str| Some(t.trim().to_owned()).filter(|t| !t.is_empty());
    d.gegevens.reden = tekst(&i.reden);
    d.gegevens.toelichting = tekst(&i.toelichting);
    d.gegevens.ondernomen_acties = tekst(&i.ondernomen_acties);
    d.gegevens.actie_gewenst = i.actie_gewenst;
    d.gegevens.toelichting_actie = tekst(&i.toelichting_actie);
    Ok(())
}
