//! From a signal to a draft that checks itself.

use crate::rekenen::{Schoolfeiten, beslis, datum, plicht_van};
use crate::{App, Fout};
use domain::melding::{GemeldeLes, Meldingdossier, Meldinggegevens};
use policy::Principal;
use policy::handeling::MeldingIndienen;
use rules::plicht::Verantwoordelijk;
use store::Event;
use store::melding::NieuweMelding;
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
        return Ok(melding);
    }
    let l = tx.leerling(leerling).await?;
    let geheim = tx.geheim(l.persoon).await?;
    let ouders = tx.ouders(l.persoon, &app.vandaag().to_string()).await?;
    let (begin, einde) = (datum(&s.begin_dag)?, datum(&s.einde_dag)?);
    let lessen: Vec<GemeldeLes> = tx
        .markeringen(leerling, &s.begin_dag, &s.einde_dag)
        .await?
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
        .collect();
    let eerder = s.soort == "langdurig";
    let dagen = if matches!(s.soort.as_str(), "langdurig" | "rmc") { 28 } else { 0 };
    let oordeel = beslis(&l, &feiten, begin, s.minuten, 0, dagen, eerder)?;
    let nr = tx.volgend_nummer(&format!("melding {}", feiten.school.code)).await?;
    let nummer = format!("{}-{}-{nr:04}", feiten.school.brin.as_deref().unwrap_or("SCHOOL"), app.vandaag().year());
    let open_einde = matches!(s.soort.as_str(), "langdurig" | "rmc");
    let plicht = plicht_van(&l, &feiten.school, app.vandaag())?;
    let mut berichten = Vec::new();
    if plicht.uitkomst.verantwoordelijk != Verantwoordelijk::Ouders {
        berichten.push((l.naam(), "leerling, 12 jaar of ouder".to_owned()));
    }
    if plicht.uitkomst.verantwoordelijk != Verantwoordelijk::Jongere {
        for (voornamen, tussen, achter, _) in &ouders {
            let naam = [voornamen.as_str(), tussen, achter]
                .into_iter()
                .filter(|d| !d.is_empty())
                .collect::<Vec<_>>()
                .join(" ");
            berichten.push((naam, "ouder of verzorger met gezag".to_owned()));
        }
    }
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
            soort: s.soort.clone(),
            reden: None,
            begin: s.begin_dag.clone(),
            einde: (!open_einde).then(|| s.einde_dag.clone()),
            alle_lessen_gemist: open_einde,
            toelichting: None,
            ondernomen_acties: None,
            actie_gewenst: true,
            toelichting_actie: None,
            duo_nummer: None,
            duo_datum: None,
            verzuimoverzicht: lessen,
        },
        minuten: s.minuten,
        lesuur_minuten: feiten.school.lesuur_minuten,
        leeftijd: rules::leeftijd(datum(&l.geboortedatum)?, begin),
        rij: oordeel.uitkomst.rij.to_owned(),
        pad: oordeel.pad.iter().map(|p| (p.vraag.to_owned(), p.antwoord.clone())).collect(),
        berichten,
    };
    let id = app.sleutel();
    let einde_tekst = einde.to_string();
    let nieuw = NieuweMelding {
        id,
        leerling,
        nummer: &nummer,
        soort: &s.soort,
        begin: &s.begin_dag,
        einde: (!open_einde).then_some(einde_tekst.as_str()),
        minuten: s.minuten,
        uiterlijk: s.uiterlijk.as_deref(),
    };
    tx.melding_toevoegen(&nieuw, &dossier).await?;
    tx.signaal_zetten(signaal, "concept", Some(id)).await?;
    tx.record(Event::geschreven(format!("melding {id} opgesteld"), Some(leerling))).await?;
    Ok(id)
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
