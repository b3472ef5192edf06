//! `koppel` on files: four files in, one out.

use crate::fout::Fout;
use crate::invoer::is_csv;
use crate::invoer::personen::{Gemeenten, lees_gisteren, open};
use crate::koppel::{self, Bronnen, Grenzen, Rij, Stand, Verzuim, Welke, absoluut, toestanden};
use crate::uitvoer::schrijf_heel;
use arrow_array::{ArrayRef, Date32Array, RecordBatch, StringArray, UInt64Array};
use jiff::civil::Date;
use parquet::arrow::ArrowWriter;
use parquet::basic::Compression;
use parquet::file::properties::WriterProperties;
use rules::Vakantieregio;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The files of the register of persons, the register of enrolments and the municipality's own.
#[derive(Debug, Clone)]
pub struct Koppelbestanden {
    /// `persoon, geboortedatum, gemeente`
    pub personen: PathBuf,
    /// `persoon, begin, einde`
    pub inschrijvingen: PathBuf,
    /// `persoon, artikel, begin, einde`
    pub vrijstellingen: PathBuf,
    /// `persoon, startkwalificatie_op`
    pub diplomas: PathBuf,
    /// Yesterday's outcome.
    pub gisteren: Option<PathBuf>,
}

impl Koppelbestanden {
    fn bestand(&self, welke: Welke) -> &Path {
        match welke {
            Welke::Inschrijvingen => &self.inschrijvingen,
            Welke::Vrijstellingen => &self.vrijstellingen,
            Welke::Diplomas => &self.diplomas,
            Welke::Gisteren => self.gisteren.as_deref().unwrap_or(&self.personen),
            Welke::Personen | Welke::Vandaag => &self.personen,
        }
    }

    fn uitleg(&self, f: koppel::Fout<Fout>) -> Fout {
        match f {
            koppel::Fout::Lezen { fout, .. } => fout,
            koppel::Fout::NietGesorteerd { stroom, persoon } => Fout::van(
                self.bestand(stroom),
                format!("persoon {persoon} staat niet op volgorde"),
                "Sorteer op persoon.",
            ),
            koppel::Fout::Dubbel { stroom, persoon } => Fout::van(
                self.bestand(stroom),
                format!("persoon {persoon} staat er twee keer in"),
                "Lever elke persoon één keer.",
            ),
            koppel::Fout::TeVeel { stroom } => {
                Fout::van(self.bestand(stroom), "er staan meer rijen in dan er te nummeren zijn", "Lever minder rijen.")
            }
        }
    }

    /// Everyone in absolute absence on a day. Files in order of person go straight through; others are sorted first.
    ///
    /// # Errors
    /// The first thing that is wrong with a file.
    pub fn koppel(&self, dag: Date, regio: Vakantieregio) -> Result<(Vec<Rij>, Gemeenten), Fout> {
        let namen = Gemeenten::default();
        let grenzen = Grenzen::op(dag, regio);
        let vandaag = match absoluut(&mut self.bronnen(&namen, false)?, &grenzen) {
            Err(koppel::Fout::NietGesorteerd { .. }) => absoluut(&mut self.bronnen(&namen, true)?, &grenzen),
            klaar => klaar,
        };
        let vandaag = vandaag.map_err(|f| self.uitleg(f))?;
        let rijen = self.naast_gisteren(&vandaag, &namen)?;
        Ok((rijen, namen))
    }

    /// The same, with all facts in memory to go on from.
    pub(crate) fn koppel_en_houd(&self, dag: Date, regio: Vakantieregio) -> Result<(Vec<Rij>, Gemeenten, Stand), Fout> {
        let namen = Gemeenten::default();
        let stand = match Stand::eenmalig(&mut self.bronnen(&namen, false)?, dag, regio) {
            Err(koppel::Fout::NietGesorteerd { .. }) => Stand::eenmalig(&mut self.bronnen(&namen, true)?, dag, regio),
            klaar => klaar,
        };
        let stand = stand.map_err(|f| self.uitleg(f))?;
        let vandaag: Vec<Verzuim> = stand.uitkomst().collect();
        let rijen = self.naast_gisteren(&vandaag, &namen)?;
        Ok((rijen, namen, stand))
    }

    fn naast_gisteren(&self, vandaag: &[Verzuim], namen: &Gemeenten) -> Result<Vec<Rij>, Fout> {
        let gisteren = match &self.gisteren {
            Some(pad) => lees_gisteren(pad, namen)?,
            None => Vec::new(),
        };
        toestanden::<Fout>(&gisteren, vandaag).map_err(|f| self.uitleg(f))
    }

    #[expect(clippy::type_complexity, reason = "four kinds of rows")]
    fn bronnen(
        &self,
        namen: &Gemeenten,
        sorteer: bool,
    ) -> Result<
        Bronnen<
            crate::invoer::personen::Bron<koppel::Persoon>,
            crate::invoer::personen::Bron<koppel::Inschrijving>,
            crate::invoer::personen::Bron<koppel::Vrijstelling>,
            crate::invoer::personen::Bron<koppel::Diploma>,
        >,
        Fout,
    > {
        Ok(Bronnen {
            personen: open(&self.personen, namen, sorteer)?,
            inschrijvingen: open(&self.inschrijvingen, namen, sorteer)?,
            vrijstellingen: open(&self.vrijstellingen, namen, sorteer)?,
            diplomas: open(&self.diplomas, namen, sorteer)?,
        })
    }
}

/// Writes an outcome: `persoon, gemeente, sinds, toestand`.
///
/// # Errors
/// The file cannot be written.
pub fn schrijf_koppeling(pad: &Path, rijen: &[Rij], namen: &Gemeenten) -> Result<(), Fout> {
    schrijf_heel(pad, |bestand| {
        if is_csv(pad) {
            return csv(bestand, rijen, namen).map_err(|e| Fout::io(pad, &e));
        }
        parket(bestand, rijen, namen)
            .map_err(|e| Fout::van(pad, format!("schrijven lukt niet ({e})"), "Controleer de map en de ruimte."))
    })
}

fn csv(bestand: &File, rijen: &[Rij], namen: &Gemeenten) -> std::io::Result<()> {
    let mut w = csv::Writer::from_writer(BufWriter::new(bestand));
    w.write_record(["persoon", "gemeente", "sinds", "toestand"])?;
    for r in rijen {
        let v = &r.verzuim;
        let cellen = [v.persoon.to_string(), namen.naam(v.gemeente), crate::kalender::datum(v.sinds).to_string()];
        w.write_record(cellen.iter().map(String::as_str).chain([r.toestand.code()]))?;
    }
    w.into_inner().map_err(|e| std::io::Error::other(e.to_string()))?.flush()
}

fn parket(bestand: &File, rijen: &[Rij], namen: &Gemeenten) -> Result<(), parquet::errors::ParquetError> {
    let kolommen: [(&str, ArrayRef); 4] = [
        ("persoon", Arc::new(UInt64Array::from_iter_values(rijen.iter().map(|r| r.verzuim.persoon)))),
        ("gemeente", Arc::new(StringArray::from_iter_values(rijen.iter().map(|r| namen.naam(r.verzuim.gemeente))))),
        ("sinds", Arc::new(Date32Array::from_iter_values(rijen.iter().map(|r| r.verzuim.sinds)))),
        ("toestand", Arc::new(StringArray::from_iter_values(rijen.iter().map(|r| r.toestand.code())))),
    ];
    let blok = RecordBatch::try_from_iter(kolommen)?;
    let hoe = WriterProperties::builder().set_compression(Compression::SNAPPY).build();
    let mut w = ArrowWriter::try_new(bestand, blok.schema(), Some(hoe))?;
    w.write(&blok)?;
    w.close()?;
    Ok(())
}
