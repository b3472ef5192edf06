//! `leerrecht regel`: the rules without a database, one JSON question a line.

use clap::Subcommand;
use regelvraag::{Ontvangst, RegelInfo, schema};
use serde_json::json;
use std::io::{BufRead, BufReader, BufWriter, Read, Write};
use std::process::ExitCode;

/// Longest question, in bytes: what the API takes as well. A longer line is a wrong question.
const LANGSTE_VRAAG: usize = 256 * 1024;

/// What to do with the rules.
#[derive(Subcommand)]
pub(crate) enum Regel {
    /// Noem elke regel
    Lijst {
        /// Als JSON, met versies, bronnen en het schema van vraag en antwoord
        #[arg(long)]
        json: bool,
    },
    /// Beantwoord vragen van de standaardinvoer, een JSON-object per regel
    Toets {
        /// Naam van de regel
        regel: String,
        /// Geef per vraag een ontvangst: regel, versie, feiten en vingerafdrukken
        #[arg(long)]
        ontvangst: bool,
    },
    /// Herhaal ontvangsten van de standaardinvoer, of alle bewaarde uitkomsten, en zeg of er hetzelfde uitkomt
    Herhaal {
        /// Neem de uitkomsten die in de database staan
        #[arg(long)]
        bewaard: bool,
    },
}

impl Regel {
    /// Does this need the database?
    pub(crate) fn bewaard(&self) -> bool {
        matches!(self, Self::Herhaal { bewaard: true })
    }
}

/// Repeats every stored outcome and says which ones came out differently.
pub(crate) async fn herhaal_bewaard(app: &app::App) -> Result<(), String> {
    let uitkomsten = app::ontvangst::herhaal(app).await.map_err(|f| f.to_string())?;
    let anders: Vec<String> = uitkomsten
        .iter()
        .filter(|h| !h.uitslag.gelijk())
        .map(|h| format!("{} {}: regel {} versie {}: {}", h.soort, h.id, h.regel, h.versie, h.uitslag))
        .collect();
    println!("{} uitkomsten herhaald, {} gelijk", uitkomsten.len(), uitkomsten.len() - anders.len());
    if anders.is_empty() { Ok(()) } else { Err(anders.join("\n")) }
}

/// A rule with everything it says of itself.
fn beschrijving(r: &RegelInfo) -> serde_json::Value {
    let versies: Vec<_> = r.regel.versies.iter().map(|v| json!({ "versie": v.naam, "wat": v.wat })).collect();
    let bronnen: Vec<_> = r
        .regel
        .bronnen
        .iter()
        .map(|g| json!({ "bron": g.bron, "artikel": g.artikel, "soort": g.soort.code() }))
        .collect();
    json!({
        "regel": r.regel.naam,
        "doel": r.regel.doel,
        "versies": versies,
        "bronnen": bronnen,
        "vraag": schema::vraag(r),
        "antwoord": schema::antwoord(r),
    })
}

/// Exit status 2 when a question was wrong or the rule is unknown, 1 when an outcome changed.
pub(crate) fn doe(wat: &Regel) -> ExitCode {
    let klaar = match wat {
        Regel::Lijst { json } => lijst(*json),
        Regel::Toets { regel, ontvangst } => toets(regel, *ontvangst),
        Regel::Herhaal { .. } => herhaal(),
    };
    // A reader that goes away early (`| head`) is no reason to complain.
    klaar.unwrap_or(ExitCode::FAILURE)
}

fn lijst(als_json: bool) -> std::io::Result<ExitCode> {
    let mut uit = BufWriter::new(std::io::stdout().lock());
    for r in regelvraag::regels() {
        if als_json {
            writeln!(uit, "{}", beschrijving(r))?;
        } else {
            writeln!(uit, "{:<18} {}", r.regel.naam, r.regel.doel)?;
        }
    }
    uit.flush()?;
    Ok(ExitCode::SUCCESS)
}

/// Reads lines of bounded length; what is longer is read away and comes back cut, which no JSON reader accepts.
struct Regels<R> {
    van: R,
    buffer: Vec<u8>,
}

impl<R: BufRead> Regels<R> {
    fn volgende(&mut self) -> std::io::Result<Option<&str>> {
        self.buffer.clear();
        let grens = u64::try_from(LANGSTE_VRAAG).unwrap_or(u64::MAX);
        let n = self.van.by_ref().take(grens).read_until(b'\n', &mut self.buffer)?;
        if n == 0 {
            return Ok(None);
        }
        if self.buffer.last() == Some(&b'\n') {
            self.buffer.pop();
        } else if n == LANGSTE_VRAAG {
            while !lees_weg(&mut self.van)? {}
            self.buffer.truncate(1);
        }
        // A line that is no text is a wrong question, not the end.
        Ok(Some(std::str::from_utf8(&self.buffer).unwrap_or("\u{0}")))
    }
}

/// Drops what is buffered up to the end of the line; true when the line or the input ended.
fn lees_weg(van: &mut impl BufRead) -> std::io::Result<bool> {
    let stuk = van.fill_buf()?;
    let einde = stuk.iter().position(|b| *b == b'\n');
    let (n, klaar) = (einde.map_or(stuk.len(), |i| i + 1), einde.is_some() || stuk.is_empty());
    van.consume(n);
    Ok(klaar)
}

fn toets(regel: &str, ontvangst: bool) -> std::io::Result<ExitCode> {
    let Some(info) = regelvraag::zoek(regel) else {
        eprintln!("Onbekende regel: {regel}. Zie `leerrecht regel lijst`.");
        return Ok(ExitCode::from(2));
    };
    let vandaag = crate::klok::klok(None)().datum();
    let mut uit = BufWriter::with_capacity(64 * 1024, std::io::stdout().lock());
    let mut regels = Regels { van: BufReader::with_capacity(64 * 1024, std::io::stdin().lock()), buffer: Vec::new() };
    let mut goed = true;
    let mut antwoord = String::with_capacity(4096);
    loop {
        // Somebody who types, or a program that waits, gets the answer before we wait for the next question.
        if regels.van.buffer().is_empty() {
            uit.flush()?;
        }
        let Some(vraag) = regels.volgende()? else { break };
        antwoord.clear();
        goed &= if ontvangst {
            met_ontvangst(info, vraag, vandaag, &mut antwoord)
        } else {
            info.toets(vraag, vandaag, &mut antwoord)
        };
        antwoord.push('\n');
        uit.write_all(antwoord.as_bytes())?;
    }
    uit.flush()?;
    Ok(if goed { ExitCode::SUCCESS } else { ExitCode::from(2) })
}

fn met_ontvangst(info: &RegelInfo, vraag: &str, vandaag: jiff::civil::Date, uit: &mut String) -> bool {
    let gelezen = serde_json::from_str(vraag).ok();
    match gelezen.map(|v| regelvraag::ontvangst(info, &v, vandaag)) {
        Some(Ok((_, o))) => {
            uit.push_str(&o.json().to_string());
            true
        }
        Some(Err(f)) => {
            uit.push_str(&f.json().to_string());
            false
        }
        None => info.toets(vraag, vandaag, uit),
    }
}

/// Repeats receipts, one a line; exit status 1 when something came out differently, 2 when a line is no receipt.
fn herhaal() -> std::io::Result<ExitCode> {
    let mut uit = BufWriter::new(std::io::stdout().lock());
    let mut regels = Regels { van: BufReader::new(std::io::stdin().lock()), buffer: Vec::new() };
    let (mut anders, mut onleesbaar) = (false, false);
    while let Some(tekst) = regels.volgende()? {
        match Ontvangst::lees(tekst) {
            Some(o) => {
                let uitslag = o.herhaal();
                anders |= !uitslag.gelijk();
                writeln!(uit, "{uitslag}")?;
            }
            None => {
                onleesbaar = true;
                writeln!(uit, "geen ontvangst")?;
            }
        }
    }
    uit.flush()?;
    Ok(match (onleesbaar, anders) {
        (true, _) => ExitCode::from(2),
        (_, true) => ExitCode::FAILURE,
        _ => ExitCode::SUCCESS,
    })
}
