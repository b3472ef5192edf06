//! Bytes as a question to a rule: never a panic, always one answer or one mistake.
//!
//! The first byte chooses the rule, the rest is the question. `make fuzz` seeds the corpus with every case of every rule.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let Some((keuze, rest)) = data.split_first() else { return };
    let regels = regelvraag::regels();
    let info = regels[usize::from(*keuze) % regels.len()];
    let Ok(tekst) = std::str::from_utf8(rest) else { return };
    let mut uit = String::new();
    let goed = info.toets(tekst, jiff::civil::date(2026, 11, 24), &mut uit);
    let gelezen: serde_json::Value = serde_json::from_str(&uit).expect("an answer is JSON");
    assert_eq!(goed, gelezen.get("fout").is_none());
    if goed {
        assert!(gelezen["grondslag"].as_array().is_some_and(|g| !g.is_empty()));
        assert!(gelezen["pad"].as_array().is_some_and(|g| !g.is_empty()));
    }
});
