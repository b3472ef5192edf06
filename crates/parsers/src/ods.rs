//! The sheets of an ODS, read as a stream.
//!
//! Not with calamine: that fills in every repeated cell and row of every sheet before it gives the first one, which
//! a file of 1 kB can blow up to gigabytes.

use crate::tabel::{Bestandsfout, MAX_KOLOMMEN, MAX_VELD, Tabel, fout};
use crate::verzamelaar::{Bladkeuze, FOUTCEL, TE_VEEL_TEKST, Verzamelaar};
use crate::werkblad::{KAPOT, MAX_BLADEN, getal, iso_duur, iso_moment, ja_nee};
use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};
use std::collections::HashSet;
use std::io::{BufReader, Cursor};

/// Read `content.xml`; `bytes` were checked by `pakket`.
pub(crate) fn lees(bytes: &[u8]) -> Result<Tabel, Bestandsfout> {
    let Ok(mut archief) = zip::ZipArchive::new(Cursor::new(bytes)) else { return fout(KAPOT) };
    let Ok(deel) = archief.by_name("content.xml") else { return fout(KAPOT) };
    let mut xml = quick_xml::Reader::from_reader(BufReader::new(deel));
    xml.config_mut().expand_empty_elements = true;
    let mut lezer = Lezer::default();
    let mut ruimte = Vec::new();
    loop {
        ruimte.clear();
        match xml.read_event_into(&mut ruimte) {
            Ok(Event::Start(e)) => lezer.begin(&e)?,
            Ok(Event::End(e)) => {
                if let Some(t) = lezer.einde(e.name().as_ref())? {
                    return Ok(t);
                }
            }
            Ok(Event::Text(t)) => lezer.tekst(&t.xml10_content()),
            Ok(Event::GeneralRef(r)) => {
                if let Some(t) = quick_xml::escape::resolve_predefined_entity(r.as_ref()) {
                    lezer.tekst(t);
                } else if let Ok(Some(c)) = r.resolve_char_ref() {
                    lezer.tekst(c.encode_utf8(&mut [0; 4]));
                } else {
                    return fout(KAPOT);
                }
            }
            // Here the sheets must have been closed: a file that was cut off gives an error, not half its rows.
            Ok(Event::Eof) if lezer.compleet => return Err(lezer.keuze.geen()),
            Ok(Event::Eof) | Err(_) => return fout(KAPOT),
            Ok(_) => {}
        }
    }
}

#[derive(Default)]
struct Cel {
    soort: String,
    waarde: Option<String>,
    tekst: String,
    alineas: usize,
    in_alinea: bool,
    is_fout: bool,
    heeft_formule: bool,
    te_lang: bool,
    herhaal: usize,
}

#[derive(Default)]
struct Lezer {
    keuze: Bladkeuze,
    compleet: bool,
    stijl: String,
    verborgen_stijlen: HashSet<String>,
    diepte: usize,
    bladen: usize,
    verborgen: bool,
    verzamelaar: Verzamelaar,
    rij: usize,
    rij_herhaal: usize,
    kolom: usize,
    cellen: Vec<(usize, String)>,
    cel: Option<Cel>,
    notitie: usize,
}

impl Lezer {
    fn begin(&mut self, e: &BytesStart<'_>) -> Result<(), Bestandsfout> {
        match e.name().as_ref() {
            "style:style" => self.stijl = attribuut(e, "style:name")?.unwrap_or_default(),
            "style:table-properties"
                if self.verborgen_stijlen.len() < 10_000
                    && attribuut(e, "table:display")?.as_deref() == Some("false") =>
            {
                self.verborgen_stijlen.insert(self.stijl.clone());
            }
            "table:table" => {
                self.diepte += 1;
                if self.diepte == 1 {
                    self.bladen += 1;
                    self.rij = 0;
                    self.verborgen = self.bladen > MAX_BLADEN
                        || attribuut(e, "table:style-name")?.is_some_and(|s| self.verborgen_stijlen.contains(&s));
                }
            }
            "table:table-row" if self.diepte == 1 => {
                self.rij_herhaal = herhaal(e, "table:number-rows-repeated")?;
                self.kolom = 0;
                self.cellen.clear();
            }
            "table:table-cell" | "table:covered-table-cell" if self.diepte == 1 && self.cel.is_none() => {
                self.cel = Some(nieuwe_cel(e)?);
            }
            "office:annotation" => self.notitie += 1,
            naam => {
                if let (Some(cel), 0) = (&mut self.cel, self.notitie) {
                    match naam {
                        "text:p" => {
                            if cel.alineas > 0 {
                                cel.tekst.push('\n');
                            }
                            cel.alineas += 1;
                            cel.in_alinea = true;
                        }
                        "text:s" => {
                            let n = herhaal(e, "text:c")?.min(MAX_VELD + 1);
                            self.tekst(&" ".repeat(n));
                        }
                        "text:tab" => self.tekst("\t"),
                        "text:line-break" => self.tekst("\n"),
                        _ => {}
                    }
                }
            }
        }
        Ok(())
    }

    fn tekst(&mut self, t: &str) {
        if let (Some(cel), 0) = (&mut self.cel, self.notitie)
            && cel.in_alinea
        {
            // What is past the limit needs no memory; the mark stays, because trimming could hide that text was lost.
            cel.te_lang |= cel.tekst.len() + t.len() > MAX_VELD;
            if !cel.te_lang {
                cel.tekst.push_str(t);
            }
        }
    }

    fn einde(&mut self, naam: &str) -> Result<Option<Tabel>, Bestandsfout> {
        match naam {
            "text:p" if self.notitie == 0 => {
                if let Some(cel) = &mut self.cel {
                    cel.in_alinea = false;
                }
            }
            "office:annotation" => self.notitie = self.notitie.saturating_sub(1),
            "table:table-cell" | "table:covered-table-cell" if self.diepte == 1 => {
                if let Some(cel) = self.cel.take() {
                    self.sluit_cel(&cel)?;
                }
            }
            "table:table-row" if self.diepte == 1 => {
                if !self.cellen.is_empty() && !self.verborgen {
                    for r in 0..self.rij_herhaal {
                        for (kolom, tekst) in &self.cellen {
                            self.verzamelaar.cel(self.rij.saturating_add(r), *kolom, tekst)?;
                        }
                    }
                }
                self.rij = self.rij.saturating_add(self.rij_herhaal);
            }
            "table:table" => {
                self.diepte = self.diepte.saturating_sub(1);
                if self.diepte == 0 && !self.verborgen {
                    return self.keuze.blad(std::mem::take(&mut self.verzamelaar));
                }
            }
            "office:document-content" => self.compleet = true,
            _ => {}
        }
        Ok(None)
    }

    fn sluit_cel(&mut self, cel: &Cel) -> Result<(), Bestandsfout> {
        if cel.te_lang && !self.verborgen {
            return fout(TE_VEEL_TEKST);
        }
        let tekst = waarde(cel);
        if !tekst.trim().is_empty() {
            // One column past the limit is enough for the message about too many columns.
            for k in 0..cel.herhaal.min(MAX_KOLOMMEN + 1) {
                let kolom = self.kolom.saturating_add(k);
                if self.cellen.len() <= MAX_KOLOMMEN {
                    self.cellen.push((kolom, tekst.clone()));
                }
            }
        }
        self.kolom = self.kolom.saturating_add(cel.herhaal);
        Ok(())
    }
}

fn nieuwe_cel(e: &BytesStart<'_>) -> Result<Cel, Bestandsfout> {
    let mut cel = Cel { herhaal: 1, ..Cel::default() };
    for a in e.attributes().with_checks(false) {
        let Ok(a) = a else { return fout(KAPOT) };
        let Ok(w) = a.normalized_value(XmlVersion::Explicit1_0) else { return fout(KAPOT) };
        match a.key.as_ref() {
            "office:value-type" => cel.soort = w.into_owned(),
            "office:value"
            | "office:date-value"
            | "office:time-value"
            | "office:boolean-value"
            | "office:string-value" => cel.waarde = Some(w.into_owned()),
            "calcext:value-type" => cel.is_fout = w == "error",
            "table:formula" => cel.heeft_formule = true,
            "table:number-columns-repeated" => cel.herhaal = getal_of_fout(&w)?,
            _ => {}
        }
    }
    Ok(cel)
}

fn waarde(cel: &Cel) -> String {
    let formulefout = cel.heeft_formule && (cel.tekst.starts_with('#') || cel.tekst.starts_with("Err:"));
    if cel.is_fout || formulefout {
        return FOUTCEL.to_owned();
    }
    let w = cel.waarde.as_deref();
    match (cel.soort.as_str(), w) {
        ("float" | "percentage" | "currency", Some(w)) => w.parse().map_or_else(|_| FOUTCEL.to_owned(), getal),
        ("date", Some(w)) => iso_moment(w),
        ("time", Some(w)) => iso_duur(w),
        ("boolean", Some(w)) => ja_nee(w == "true").to_owned(),
        ("string", Some(w)) if cel.alineas == 0 => w.to_owned(),
        _ => cel.tekst.clone(),
    }
}

fn attribuut(e: &BytesStart<'_>, naam: &str) -> Result<Option<String>, Bestandsfout> {
    for a in e.attributes().with_checks(false) {
        let Ok(a) = a else { return fout(KAPOT) };
        if a.key.as_ref() == naam {
            return match a.normalized_value(XmlVersion::Explicit1_0) {
                Ok(w) => Ok(Some(w.into_owned())),
                Err(_) => fout(KAPOT),
            };
        }
    }
    Ok(None)
}

fn herhaal(e: &BytesStart<'_>, naam: &str) -> Result<usize, Bestandsfout> {
    attribuut(e, naam)?.map_or(Ok(1), |w| getal_of_fout(&w))
}

fn getal_of_fout(w: &str) -> Result<usize, Bestandsfout> {
    w.parse::<usize>().or_else(|_| fout(KAPOT))
}
