//! Styles, script and fonts, embedded in the binary.

use crate::fout::{Antwoord, Pagina};
use axum::extract::Path;
use axum::http::header;
use axum::response::IntoResponse;

#[derive(rust_embed::RustEmbed)]
#[folder = "../../assets/dist"]
struct Assets;

pub(crate) async fn bestand(Path(pad): Path<String>) -> Antwoord {
    let Some(b) = Assets::get(&pad) else { return Err(Pagina::niet_gevonden()) };
    let soort = match pad.rsplit('.').next() {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("woff2") => "font/woff2",
        Some("txt") => "text/plain; charset=utf-8",
        _ => return Err(Pagina::niet_gevonden()),
    };
    Ok(([(header::CONTENT_TYPE, soort), (header::CACHE_CONTROL, "public, max-age=3600")], b.data.into_owned())
        .into_response())
}
