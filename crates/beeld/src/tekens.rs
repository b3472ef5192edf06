//! De tekens per status: kleur én vorm, nooit kleur alleen.

/// De statussen met een eigen teken, in de volgorde van legenda en tabel.
pub const STATUSSEN: [&str; 8] =
    ["aanwezig", "ongeoorloofd", "te_laat", "ziek", "geoorloofd", "onbekend", "betwist", "geen_register"];

/// Het Nederlandse woord bij een status; een vreemde status heet `onbekend`.
#[must_use]
pub fn statuswoord(status: &str) -> &'static str {
    match status {
        "aanwezig" => "aanwezig",
        "ongeoorloofd" => "ongeoorloofd",
        "te_laat" => "te laat",
        "ziek" => "ziek",
        "geoorloofd" => "geoorloofd",
        "verlof_gevraagd" => "verlof gevraagd",
        "betwist" => "betwist",
        "geen_register" => "geen register",
        "leeg" => "geen les",
        _ => "onbekend",
    }
}

/// De vorm van een status, getekend in een vak van 14 × 18.
pub(crate) fn vorm(status: &str) -> &'static str {
    match status {
        "leeg" => "",
        "aanwezig" => r##"<circle cx="7" cy="9" r="1.7" fill="#75828f"/>"##,
        "ongeoorloofd" => r##"<rect width="14" height="18" rx="1" fill="#a3211c"/>"##,
        "te_laat" => {
            r##"<rect x=".75" y=".75" width="12.5" height="16.5" fill="#fff" stroke="#9a5200" stroke-width="1.5" vector-effect="non-scaling-stroke"/><path d="M1 17L13 6V17Z" fill="#9a5200"/>"##
        }
        "ziek" => {
            r##"<rect x=".75" y=".75" width="12.5" height="16.5" fill="#fff" stroke="#5b4a9e" stroke-width="1.3" vector-effect="non-scaling-stroke"/><path d="M1 5H13M1 9H13M1 13H13" stroke="#5b4a9e" stroke-width="1.3" vector-effect="non-scaling-stroke"/>"##
        }
        "geoorloofd" => {
            r##"<rect x=".75" y=".75" width="12.5" height="16.5" fill="#fff" stroke="#26694a" stroke-width="1.5" vector-effect="non-scaling-stroke"/><path d="M1 17L13 1" stroke="#26694a" stroke-width="1.5" vector-effect="non-scaling-stroke"/>"##
        }
        "verlof_gevraagd" => {
            r##"<rect x=".75" y=".75" width="12.5" height="16.5" fill="#fff" stroke="#26694a" stroke-width="1.3" stroke-dasharray="2.4 1.8" vector-effect="non-scaling-stroke"/><path d="M1 17L13 1" stroke="#26694a" stroke-width="1.3" stroke-dasharray="2.4 1.8" vector-effect="non-scaling-stroke"/>"##
        }
        "betwist" => {
            r##"<rect x=".75" y=".75" width="12.5" height="16.5" fill="#fff" stroke="#a3211c" stroke-width="1.5" vector-effect="non-scaling-stroke"/><path d="M1 1L13 17M13 1L1 17" stroke="#a3211c" stroke-width="1.5" vector-effect="non-scaling-stroke"/>"##
        }
        "geen_register" => {
            r##"<path d="M.75 5V.75H5M9 .75H13.25V5M13.25 13V17.25H9M5 17.25H.75V13" fill="none" stroke="#4a5560" stroke-width="1.3" vector-effect="non-scaling-stroke"/>"##
        }
        _ => {
            r##"<rect x=".75" y=".75" width="12.5" height="16.5" fill="#fff" stroke="#4a5560" stroke-width="1.3" stroke-dasharray="2.4 1.8" vector-effect="non-scaling-stroke"/><path d="M4.6 7C4.6 3.8 9.6 3.8 9.6 6.9C9.6 8.8 7.1 8.7 7.1 11" fill="none" stroke="#4a5560" stroke-width="1.5" vector-effect="non-scaling-stroke"/><circle cx="7.1" cy="13.7" r="1.1" fill="#4a5560"/>"##
        }
    }
}

/// Het teken van een status als losse SVG van 14 × 18, verborgen voor hulpmiddelen.
///
/// Zet er in lijsten altijd het woord naast ([`statuswoord`]). Kent ook `verlof_gevraagd` en `leeg`
/// (geen les: een lege plek); een vreemde status krijgt het teken van `onbekend`.
#[must_use]
pub fn teken(status: &str) -> String {
    los("lr-gl", 14, 18, vorm(status))
}

/// Het teken in een voortgangslabel (`lr-tag`): `leeg` (nieuw), `half` (loopt), `vol` (klaar),
/// `concept` (gestreept) en `geblokkeerd` (ruit). Ook `loopt`, `klaar` en `stop` worden begrepen; een
/// vreemde code is `leeg`. De kleur komt van het label.
#[must_use]
pub fn tag_teken(code: &str) -> String {
    let vorm = match code {
        "half" | "loopt" => {
            r#"<circle cx="5" cy="5" r="4.2" fill="none" stroke="currentColor" stroke-width="1.5"/><path d="M5 .8A4.2 4.2 0 0 0 5 9.2Z" fill="currentColor"/>"#
        }
        "vol" | "klaar" => r#"<circle cx="5" cy="5" r="4.9" fill="currentColor"/>"#,
        "concept" => {
            r#"<circle cx="5" cy="5" r="4.2" fill="none" stroke="currentColor" stroke-width="1.3" stroke-dasharray="2 1.3"/>"#
        }
        "geblokkeerd" | "stop" => r#"<path d="M5 0L10 5L5 10L0 5Z" fill="currentColor"/>"#,
        _ => r#"<circle cx="5" cy="5" r="4.2" fill="none" stroke="currentColor" stroke-width="1.5"/>"#,
    };
    los("lr-tt", 10, 10, vorm)
}

/// De punt van een gebeurtenis op de tijdlijn (`lr-tl`): `geweest` (dicht), `nu` (open, dik) of
/// `later` (gestreept). Zet hem als eerste in de `li`; zonder punt tekent de stijl een dichte.
#[must_use]
pub fn tijdlijn_punt(code: &str) -> String {
    let vorm = match code {
        "nu" => r##"<circle cx="7" cy="7" r="5" fill="#fff" stroke="#0f4c81" stroke-width="2.5"/>"##,
        "later" => {
            r##"<circle cx="7" cy="7" r="4.5" fill="#fff" stroke="#6b7888" stroke-width="1.5" stroke-dasharray="2.4 1.8"/>"##
        }
        _ => r##"<circle cx="7" cy="7" r="4.5" fill="#465468" stroke="#fff" stroke-width="1.5"/>"##,
    };
    los("lr-tl__p", 14, 14, vorm)
}

/// Het teken van een risico: `hoog` (driehoek), `midden` (ruit) of `laag` (open rondje). Zet het woord
/// er altijd bij.
#[must_use]
pub fn risico_teken(code: &str) -> String {
    let vorm = match code {
        "hoog" => r##"<path d="M7 2L13 16H1Z" fill="#a3211c"/>"##,
        "midden" => r##"<path d="M7 2L13 9L7 16L1 9Z" fill="#9a5200"/>"##,
        _ => r##"<circle cx="7" cy="9" r="5" fill="#fff" stroke="#5a6b7d" stroke-width="1.5"/>"##,
    };
    los("lr-gl", 14, 18, vorm)
}

/// Een losse SVG, verborgen voor hulpmiddelen.
fn los(klasse: &str, breed: u8, hoog: u8, vorm: &str) -> String {
    format!(
        "<svg class=\"{klasse}\" width=\"{breed}\" height=\"{hoog}\" viewBox=\"0 0 {breed} {hoog}\" aria-hidden=\"true\" focusable=\"false\">{vorm}</svg>"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elke_status_een_eigen_vorm() {
        for (i, a) in STATUSSEN.iter().enumerate() {
            let t = teken(a);
            assert!(t.contains("aria-hidden=\"true\""));
            assert!(t.contains("width=\"14\" height=\"18\""));
            assert!(!t.contains("style="));
            for b in STATUSSEN.iter().skip(i + 1) {
                assert_ne!(vorm(a), vorm(b));
            }
        }
        assert_eq!(teken("<script>"), teken("onbekend"));
        assert_eq!(statuswoord("te_laat"), "te laat");
    }

    #[test]
    fn leeg_tekent_niets() {
        assert!(teken("leeg").ends_with("focusable=\"false\"></svg>"));
        assert_eq!(statuswoord("leeg"), "geen les");
    }

    #[test]
    fn elk_label_een_eigen_vorm() {
        let proef = |teken: fn(&str) -> String, codes: &[&str]| {
            for (i, a) in codes.iter().enumerate() {
                let t = teken(a);
                assert!(t.contains("aria-hidden=\"true\"") && !t.contains("style="), "{t}");
                assert!(codes.iter().skip(i + 1).all(|b| teken(b) != t), "{a}");
            }
        };
        proef(tag_teken, &["leeg", "half", "vol", "concept", "geblokkeerd"]);
        proef(tijdlijn_punt, &["geweest", "nu", "later"]);
        proef(risico_teken, &["hoog", "midden", "laag"]);
        assert_eq!(tag_teken("stop"), tag_teken("geblokkeerd"));
        assert_eq!(tag_teken("\"><b>"), tag_teken("leeg"));
    }
}
