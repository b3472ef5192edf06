//! Every night, per municipality: who must be at school and is enrolled nowhere (B-050), from the core of `detect::koppel`.
//!
//! It knows who lives there and which enrolments this installation holds. Exemptions are not kept here yet, so the set is not
//! shown to anybody: somebody with an exemption would stand in it.

use crate::{App, Fout};
use detect::dagnummer;
use detect::koppel::{
    Bronnen, Diploma, Grenzen, Inschrijving, Persoon, Rij, Stroom, Toestand, Verzuim, Vrijstelling, absoluut,
    toestanden,
};
use domain::Datum;
use policy::handeling::AbsoluutVerzuimBepalen;
use rules::Vakantieregio;
use std::convert::Infallible;
use store::rows::OrganisatieRow;
use store::{Event, StoreError, WriteTx};
use uuid::Uuid;

/// Every municipality once per day, however often this is called. Returns how many were done now.
///
/// # Errors
/// When the database is not available; the next call goes on where this one stopped.
pub async fn ronde(app: &App) -> Result<usize, Fout> {
    let vandaag = app.vandaag();
    let organisaties = app.organisaties().await?;
    let mut gedaan = 0;
    for gemeente in organisaties.iter().filter(|o| o.soort == "gemeente") {
        let systeem = App::systeem("absoluut verzuim", gemeente.id);
        let grant = app.mag::<AbsoluutVerzuimBepalen>(&systeem, gemeente.id)?;
        let mut tx = app.store.write(&grant, app.nu(), &app.spoor()).await?;
        if !tx.taak_nemen(&format!("absoluut verzuim {}", gemeente.code), &vandaag.to_string()).await? {
            continue;
        }
        let wat = bepaal(&mut tx, regio(&organisaties, gemeente), vandaag).await?;
        tx.record(Event::geschreven(wat, None)).await?;
        gedaan += 1;
    }
    Ok(gedaan)
}

/// The holiday region of the schools in a municipality: it decides on the first school day of a five-year-old.
fn regio(organisaties: &[OrganisatieRow], gemeente: &OrganisatieRow) -> Vakantieregio {
    let scholen = organisaties.iter().filter(|o| o.soort == "school" && o.gemeente_code == gemeente.gemeente_code);
    let mut regios = scholen.filter_map(|o| Vakantieregio::uit_code(o.vakantieregio.as_deref()?));
    regios.next().unwrap_or(Vakantieregio::Midden)
}

/// Determines the set of one municipality and keeps what is different from last time.
async fn bepaal(tx: &mut WriteTx, regio: Vakantieregio, vandaag: Datum) -> Result<String, Fout> {
    let grenzen = Grenzen::op(vandaag, regio);
    // Whoever was born on or before this day has no duty any more.
    let geboren_na = detect::datum(grenzen.plicht_over).to_string();
    let inwoners = tx.inwoners(&geboren_na).await?;
    let nummer = |wie: Uuid| inwoners.binary_search_by_key(&wie, |i| i.0).ok().and_then(|n| u64::try_from(n).ok());
    let mut bronnen = Bronnen {
        personen: Lijst(Vec::with_capacity(inwoners.len())),
        inschrijvingen: Lijst(Vec::new()),
        vrijstellingen: Lijst(Vec::<Vrijstelling>::new()),
        diplomas: Lijst(Vec::new()),
    };
    for (persoon, (_, geboren)) in (0..).zip(&inwoners) {
        bronnen.personen.0.push(Persoon { persoon, geboren: dag(geboren)?, gemeente: 0 });
    }
    for (wie, begin, einde, startkwalificatie) in tx.inschrijvingen_van_inwoners(&geboren_na).await? {
        let Some(persoon) = nummer(wie) else { continue };
        let einde = einde.as_deref().map_or(Ok(i32::MAX), dag)?;
        bronnen.inschrijvingen.0.push(Inschrijving { persoon, begin: dag(&begin)?, einde });
        if let Some(op) = startkwalificatie {
            bronnen.diplomas.0.push(Diploma { persoon, startkwalificatie_op: dag(&op)? });
        }
    }
    let is = absoluut(&mut bronnen, &grenzen).map_err(|_| onleesbaar())?;
    // Who is no inhabitant any more, or has no duty by age, has no number: that absence is over.
    let (mut was, mut weg) = (Vec::new(), Vec::new());
    for (wie, sinds) in tx.absoluut_verzuim().await? {
        match nummer(wie) {
            Some(persoon) => was.push(Verzuim { persoon, gemeente: 0, sinds: dag(&sinds)? }),
            None => weg.push(wie),
        }
    }
    let (mut nieuw, mut beeindigd) = (0, weg.len());
    for wie in weg {
        tx.absoluut_verzuim_eraf(wie).await?;
    }
    for Rij { verzuim, toestand } in toestanden::<Infallible>(&was, &is).map_err(|_| onleesbaar())? {
        let plek = usize::try_from(verzuim.persoon).ok();
        let Some((wie, _)) = plek.and_then(|n| inwoners.get(n)) else { continue };
        if toestand == Toestand::Beeindigd {
            tx.absoluut_verzuim_eraf(*wie).await?;
            beeindigd += 1;
        } else if !was.contains(&verzuim) {
            let sinds = detect::datum(verzuim.sinds).to_string();
            tx.absoluut_verzuim_erbij(*wie, &sinds, &vandaag.to_string()).await?;
            nieuw += usize::from(toestand == Toestand::Nieuw);
        }
    }
    Ok(format!("absoluut verzuim {vandaag}: {} personen, {nieuw} nieuw, {beeindigd} beëindigd", is.len()))
}

/// Rows that lie in memory.
struct Lijst<T>(Vec<T>);

impl<T> Stroom<T> for Lijst<T> {
    type Fout = Infallible;
    fn volgende(&mut self, blok: &mut Vec<T>) -> Result<(), Infallible> {
        blok.clear();
        blok.append(&mut self.0);
        Ok(())
    }
}

fn dag(tekst: &str) -> Result<i32, Fout> {
    tekst.parse().map(dagnummer).map_err(|_| onleesbaar())
}

fn onleesbaar() -> Fout {
    Fout::Storing(StoreError::Onleesbaar("absoluut verzuim"))
}
