//! Leest de tabel «Gevallen» uit het Markdown naast een regel.

/// Roept `toets` aan voor elke rij; een lege tabel is een fout.
pub fn elk_geval(markdown: &str, mut toets: impl FnMut(&[&str])) {
    let rijen: Vec<Vec<&str>> = markdown
        .lines()
        .skip_while(|r| !r.starts_with("## Gevallen"))
        .filter(|r| r.starts_with('|'))
        .skip(2)
        .map(|r| r.trim_matches('|').split('|').map(str::trim).collect())
        .collect();
    assert!(!rijen.is_empty(), "geen gevallen gevonden");
    for rij in &rijen {
        toets(rij);
    }
}
