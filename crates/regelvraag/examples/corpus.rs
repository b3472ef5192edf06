//! Writes every case of every rule as a seed for the fuzzer: one byte for the rule, then the question.

use std::path::PathBuf;

fn main() -> std::io::Result<()> {
    let map = PathBuf::from(std::env::args().nth(1).unwrap_or_else(|| "corpus".to_owned()));
    std::fs::create_dir_all(&map)?;
    for (i, info) in regelvraag::regels().iter().enumerate() {
        let tabellen = regelvraag::geval::tabellen(info).map_err(std::io::Error::other)?;
        for (n, g) in tabellen.iter().flat_map(|t| &t.gevallen).enumerate() {
            let mut zaad = vec![u8::try_from(i).map_err(std::io::Error::other)?];
            zaad.extend_from_slice(g.vraag.to_string().as_bytes());
            std::fs::write(map.join(format!("{}-{n}", info.regel.naam)), zaad)?;
        }
    }
    Ok(())
}
