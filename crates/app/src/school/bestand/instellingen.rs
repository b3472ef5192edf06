//! What reading a file needs to know of the school: its own codes first, then the usual ones.

use crate::{App, Fout};
use domain::aanwezigheid::Status;
use parsers::aanwezigheid::{CodeRegel, Instellingen, Lestijd, standaard_codes, standaard_lestijden};
use uuid::Uuid;

/// The settings of a school.
///
/// # Errors
/// When the database is not available.
pub async fn instellingen(app: &App, school: Uuid) -> Result<Instellingen, Fout> {
    let organisatie = app.organisatie(school).await?;
    let mut codes: Vec<CodeRegel> = app
        .store
        .verzuimcodes(school)
        .await?
        .into_iter()
        .filter_map(|(code, status, vanaf, tot)| {
            Some(CodeRegel {
                code: code.to_uppercase(),
                status: Status::uit_code(&status)?,
                vanaf: vanaf.parse().ok(),
                tot: tot.and_then(|t| t.parse().ok()),
            })
        })
        .collect();
    codes.extend(standaard_codes());
    let lesuur_minuten = u16::try_from(organisatie.lesuur_minuten).unwrap_or(60);
    let eigen: Vec<Lestijd> = app
        .store
        .lestijden(school)
        .await?
        .into_iter()
        .filter_map(|(lesuur, begin, einde)| {
            let minuut = |m: i64| u16::try_from(m).ok();
            Some(Lestijd { lesuur: u8::try_from(lesuur).ok()?, begin: minuut(begin)?, einde: minuut(einde)? })
        })
        .collect();
    let lestijden = if eigen.is_empty() { standaard_lestijden(lesuur_minuten) } else { eigen };
    Ok(Instellingen {
        codes,
        lesuur_minuten,
        schooljaar: rules::schooljaar(app.vandaag()),
        vandaag: app.vandaag(),
        brin: organisatie.brin,
        lestijden,
    })
}
