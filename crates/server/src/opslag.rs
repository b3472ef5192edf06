//! Opens the database and the root key.

use rand::RngCore;
use std::path::{Path, PathBuf};
use store::{Db, Sleutelbos};

/// Open the database that the settings name.
pub(crate) async fn open() -> Result<Db, String> {
    let map = PathBuf::from(std::env::var("LEERRECHT_DATA").unwrap_or_else(|_| "data".to_owned()));
    std::fs::create_dir_all(&map).map_err(|e| format!("De map {} kan niet worden gemaakt: {e}", map.display()))?;
    let bos = Sleutelbos::uit(&wortelsleutel(&map)?);
    let db = match std::env::var("LEERRECHT_DATABASE") {
        Ok(url) if url.starts_with("postgres://") || url.starts_with("postgresql://") => Db::postgres(&url, bos).await,
        Ok(url) if !url.is_empty() => {
            return Err(format!(
                "LEERRECHT_DATABASE hoort met postgres:// te beginnen, niet met {}",
                url.chars().take(8).collect::<String>()
            ));
        }
        _ => Db::sqlite(&map, bos).await,
    };
    db.map_err(|e| e.to_string())
}

/// 32 bytes from `sleutel` in the data folder; made at the first start, readable by the owner only.
fn wortelsleutel(map: &Path) -> Result<[u8; 32], String> {
    let pad = map.join("sleutel");
    match std::fs::read(&pad) {
        Ok(b) => {
            b.try_into().map_err(|_| format!("Het sleutelbestand {} is beschadigd: zet de kopie terug", pad.display()))
        }
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => {
            let mut b = [0u8; 32];
            rand::rng().fill_bytes(&mut b);
            schrijf(&pad, &b)
                .map_err(|e| format!("Het sleutelbestand {} kan niet worden gemaakt: {e}", pad.display()))?;
            Ok(b)
        }
        Err(e) => Err(format!("Het sleutelbestand {} kan niet worden gelezen: {e}", pad.display())),
    }
}

fn schrijf(pad: &Path, b: &[u8]) -> std::io::Result<()> {
    use std::io::Write;
    let mut opties = std::fs::OpenOptions::new();
    opties.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut opties, 0o600);
    let mut f = opties.open(pad)?;
    f.write_all(b)?;
    f.sync_all()
}
