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
        _ => "onbekend",
    }
}

/// De vorm van een status, getekend in een vak van 14 × 18.
pub(crate) fn vorm(status: &str) -> &'static str {
    match status {
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
/// Zet er in lijsten altijd het woord naast ([`statuswoord`]). Kent ook `verlof_gevraagd`; een
/// vreemde status krijgt het teken van `onbekend`.
#[must_use]
pub fn teken(status: &str) -> String {
    format!(
        "<svg class=\"lr-gl\" width=\"14\" height=\"18\" viewBox=\"0 0 14 18\" aria-hidden=\"true\" focusable=\"false\">{}</svg>",
        vorm(status)
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
}
