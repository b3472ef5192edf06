//! The Regelboek: every rule of the contract as a page, readable by a parent and exact for a jurist.
//!
//! Everybody may read it, also without signing in. It handles no person, stores nothing and logs no question.

pub(crate) mod formulier;
pub(crate) mod keuzehulp;
pub(crate) mod lijst;
pub(crate) mod parameter;
pub(crate) mod proef;
pub(crate) mod regel;
pub(crate) mod schooljaar;
mod tekening;
mod voorbeeld;

use crate::fout::{Pagina, kader};
use crate::kader::Kader;
use app::App;
use app::sessie::Sessie;
use axum::extract::Extension;
use rules::Recht;

/// Who asks, if anybody signed in.
pub(crate) type Iemand = Option<Extension<Sessie>>;

/// The places of the Regelboek.
const PLEKKEN: [(&str, &str); 4] = [
    ("Regels", "/regelboek"),
    ("Keuzehulp", "/keuzehulp"),
    ("Getallen en namen", "/regelboek/getallen"),
    ("Schooljaren", "/regelboek/schooljaren"),
];

/// One place, with whether we are there.
pub(crate) struct Tab {
    pub(crate) naam: &'static str,
    pub(crate) url: &'static str,
    pub(crate) actief: bool,
}

fn tabs(hier: &str) -> Vec<Tab> {
    PLEKKEN.iter().map(|(naam, url)| Tab { naam, url, actief: *url == hier }).collect()
}

/// The frame: that of the person who signed in, or a bare one.
async fn omlijsting(app: &App, iemand: &Iemand, titel: &str, kruimels: &[(&str, &str)]) -> Result<Kader, Pagina> {
    match iemand {
        Some(Extension(s)) => kader(app, s, titel, "", kruimels).await,
        None => Ok(Kader::los(app, titel).met_kruimels("Regelboek", kruimels)),
    }
}

/// The law of today, without bills.
fn recht(app: &App) -> Recht {
    Recht::op(app.vandaag())
}

/// A code as words: `zestien_uur` is «zestien uur».
fn woorden(code: &str) -> String {
    code.replace('_', " ")
}

/// The same words as the start of a line.
fn kop(naam: &str) -> String {
    let mut t = woorden(naam);
    if let Some(c) = t.get_mut(0..1) {
        c.make_ascii_uppercase();
    }
    t
}
