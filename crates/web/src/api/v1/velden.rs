//! Reading single values, with a message per field.

use domain::Datum;
use domain::waarden::lees_dag;

/// Collects what is wrong, by JSON Pointer.
#[derive(Default)]
pub(crate) struct Keuring(pub(crate) Vec<(String, String)>);

impl Keuring {
    pub(crate) fn fout(&mut self, veld: &str, melding: &str) {
        self.0.push((veld.to_owned(), melding.to_owned()));
    }

    /// A day between 1900 and 2100, written as `2026-11-19`.
    pub(crate) fn dag(&mut self, veld: &str, tekst: &str) -> Option<Datum> {
        let dag = lees_dag(tekst);
        if dag.is_none() {
            self.fout(veld, "Schrijf een bestaande dag als jjjj-mm-dd.");
        }
        dag
    }

    /// As [`Self::dag`], when it is there.
    pub(crate) fn dag_of_niet(&mut self, veld: &str, tekst: Option<&str>) -> Option<Datum> {
        tekst.and_then(|t| self.dag(veld, t))
    }

    /// A line of text without control characters; `leeg` says whether it may be empty.
    pub(crate) fn regel(&mut self, veld: &str, tekst: &str, langst: usize, leeg: bool) -> String {
        let t = tekst.trim();
        if t.is_empty() && !leeg {
            self.fout(veld, "Vul dit veld.");
        } else if t.chars().count() > langst {
            self.fout(veld, &format!("Gebruik hoogstens {langst} tekens."));
        } else if t.chars().any(verboden) {
            self.fout(veld, "Dit veld bevat tekens die niet kunnen.");
        }
        t.to_owned()
    }

    pub(crate) fn leerlingnummer(&mut self, veld: &str, tekst: &str) -> String {
        if tekst.is_empty() || tekst.len() > 20 || !tekst.bytes().all(|b| b.is_ascii_alphanumeric()) {
            self.fout(veld, "Gebruik alleen cijfers en letters, hoogstens 20.");
        }
        tekst.to_owned()
    }
}

/// Characters that hide or turn text: control characters and marks of direction.
fn verboden(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}
