use super::*;

/// De regels die hier worden gevraagd.
pub(super) const DEEL_B: [&str; 6] =
    ["ziekteverzuim", "halt", "proces_verbaal", "kinderbijslag", "schorsing", "studiefinanciering"];

const ZIEK: &str = r#"{"vakantieregio":"zuid","ziekmeldingen":[{"begin":"2026-11-02","einde":"2026-11-10"}]}"#;
const HALT: &str = r#"{"geboortedatum":"2011-02-12","uren":10,"keren_te_laat":0,"verwijtbaar_jongere":true,"instemming_jongere":true,"instemming_ouders":true,"eerder_halt_leerplicht":false,"school_gewaarschuwd":true,"ouders_geinformeerd":true,"langdurig_of_blijvend":false,"ernstig_motivatiegebrek":false,"problemen_zonder_hulp":false,"boa":true}"#;
const PV: &str = r#"{"soort":"zestien_uur","uren_in_4_lesweken":16,"geboortedatum":"2011-02-12","verdachten":[{"wie":"ouder","verwijtbaar":true}],"hulp_geboden":true,"afspraken_gemaakt":true,"waarschuwing_gegeven":true,"overzicht_aanwezig":true,"boa_geldig_tot":"2027-01-01"}"#;
const KB: &str = r#"{"geboortedatum":"2010-02-12","verwijtbaar_ouders":true,"samenwerkingsovereenkomst":true,"verzuim_gestopt":false}"#;
const SCHORSING: &str =
    r#"{"begin":"2026-11-16","einde":"2026-11-17","in_afwachting_verwijdering":false,"schooldagen":2}"#;
const SF: &str = r#"{"geboortedatum":"2007-06-15","onderwijs":"mbo_bol","niveau":2,"ontvangt":"studiefinanciering","dagen_aaneengesloten_ongeoorloofd":28}"#;

fn met(basis: &str, anders: &str) -> String {
    let mut v: Value = serde_json::from_str(basis).unwrap();
    let a: Value = serde_json::from_str(anders).unwrap();
    v.as_object_mut().unwrap().extend(a.as_object().unwrap().clone());
    v.to_string()
}

fn vraag(regel: &str, tekst: &str) -> Result<Value, Fout> {
    let vandaag: Date = "2026-11-19".parse().unwrap();
    toets(regel, tekst, vandaag).unwrap().map(|t| serde_json::from_str(&t).unwrap())
}

/// Regel, vraag, uitkomst en velden van het antwoord.
type Goed = (&'static str, String, &'static str, &'static [(&'static str, &'static str)]);

#[test]
fn goede_vragen() {
    let rijen: Vec<Goed> = vec![
        (
            "ziekteverzuim",
            ZIEK.into(),
            "signaal",
            &[("redenen", "[\"zeven_schooldagen\"]"), ("melden_bij_duo", "false")],
        ),
        ("ziekteverzuim", met(ZIEK, r#"{"ziekmeldingen":[]}"#), "geen_signaal", &[("redenen", "[]")]),
        (
            "ziekteverzuim",
            met(ZIEK, r#"{"ziekmeldingen":[],"zorgen":true}"#),
            "signaal",
            &[("redenen", "[\"zorgen_school\"]")],
        ),
        ("ziekteverzuim", met(ZIEK, r#"{"ziekmeldingen":[{"begin":"2040-01-01"}]}"#), "geen_signaal", &[]),
        ("halt", HALT.into(), "mogelijk", &[("beletselen", "[]")]),
        ("halt", met(HALT, r#"{"uren":8.5}"#), "niet_mogelijk", &[("beletselen", "[\"te_weinig\"]")]),
        ("halt", met(HALT, r#"{"uren":8.5,"beleid":{"halt_min_uren":8.5}}"#), "mogelijk", &[]),
        ("halt", met(HALT, r#"{"beleid":{"halt_max_uren":9}}"#), "niet_mogelijk", &[("beletselen", "[\"te_veel\"]")]),
        ("proces_verbaal", PV.into(), "mogelijk", &[("verdachten_toegestaan", "[\"ouder\"]")]),
        (
            "proces_verbaal",
            met(PV, r#"{"uren_in_4_lesweken":15.99}"#),
            "niet_mogelijk",
            &[("beletselen", "[\"geen_wettelijk_verzuim\"]")],
        ),
        ("proces_verbaal", met(PV, r#"{"beleid":{"pv_min_uren":20}}"#), "niet_mogelijk", &[]),
        (
            "proces_verbaal",
            met(PV, r#"{"hulp_geboden":false,"motivering_direct":" "}"#),
            "niet_mogelijk",
            &[("ontbrekende_stappen", "[\"hulp\"]")],
        ),
        (
            "proces_verbaal",
            met(PV, r#"{"hulp_geboden":false,"motivering_direct":"gevaar"}"#),
            "mogelijk_met_motivering",
            &[],
        ),
        ("proces_verbaal", met(PV, r#"{"soort":"luxe","uren_in_4_lesweken":null}"#), "mogelijk", &[]),
        ("proces_verbaal", met(PV, r#"{"boa_geldig_tot":null}"#), "niet_mogelijk", &[("beletselen", "[\"geen_boa\"]")]),
        ("kinderbijslag", KB.into(), "stopzetting_mogelijk", &[("beletselen", "[]")]),
        ("kinderbijslag", met(KB, r#"{"lopende_stop":true,"verzuim_gestopt":true}"#), "hervatting_melden", &[]),
        ("schorsing", SCHORSING.into(), "toegestaan", &[("melden_inspectie", "true"), ("waarschuwingen", "[]")]),
        (
            "schorsing",
            met(SCHORSING, r#"{"vorige_einde":"2026-11-13"}"#),
            "toegestaan",
            &[("waarschuwingen", "[\"aansluitend\"]")],
        ),
        ("schorsing", met(SCHORSING, r#"{"einde":"2026-11-23"}"#), "niet_toegestaan", &[]),
        ("studiefinanciering", SF.into(), "melden", &[]),
        ("studiefinanciering", met(SF, r#"{"dagen_aaneengesloten_ongeoorloofd":35}"#), "omzetting_lening", &[]),
        (
            "studiefinanciering",
            met(SF, r#"{"dagen_aaneengesloten_ongeoorloofd":14,"beleid":{"sf_melden_dagen":14}}"#),
            "melden",
            &[],
        ),
        ("studiefinanciering", met(SF, r#"{"onderwijs":"vo","niveau":null}"#), "geen", &[]),
    ];
    for (regel, tekst, uitkomst, velden) in &rijen {
        let a = vraag(regel, tekst).unwrap_or_else(|f| panic!("{regel} {tekst}: {f:?}"));
        assert_eq!((a["regel"].as_str(), a["uitkomst"].as_str()), (Some(*regel), Some(*uitkomst)), "{tekst}: {a}");
        let info = regels().iter().find(|r| r.regel.naam == *regel).unwrap();
        assert!(info.regel.versies.iter().any(|v| a["versie"] == v.naam), "{a}");
        assert!(!a["toelichting"].as_array().unwrap().is_empty() && !a["pad"].as_array().unwrap().is_empty(), "{a}");
        assert!(a["grondslag"].as_array().unwrap().iter().all(|g| g["artikel"].is_string()), "{a}");
        for (veld, waarde) in *velden {
            assert_eq!(a[veld].to_string(), *waarde, "{veld} {a}");
        }
    }
    assert!(DEEL_B.iter().all(|r| rijen.iter().any(|(naam, ..)| naam == r)));
}

#[test]
fn foute_vragen() {
    let rijen: Vec<(&str, String, &str, &str)> = vec![
        ("ziekteverzuim", met(ZIEK, r#"{"ziekmeldingen":null}"#), "ontbreekt", "/ziekmeldingen"),
        (
            "ziekteverzuim",
            met(ZIEK, r#"{"ziekmeldingen":[{"begin":"2026-11-02","einde":"2026-11-01"}]}"#),
            "tegenstrijdig",
            "/ziekmeldingen/0/einde",
        ),
        (
            "ziekteverzuim",
            met(ZIEK, r#"{"ziekmeldingen":[{"einde":"2026-11-01"}]}"#),
            "ontbreekt",
            "/ziekmeldingen/0/begin",
        ),
        (
            "ziekteverzuim",
            met(ZIEK, r#"{"ziekmeldingen":[{"begin":"2010-11-01"}]}"#),
            "buiten_bereik",
            "/ziekmeldingen/0/begin",
        ),
        ("ziekteverzuim", met(ZIEK, r#"{"vakantieregio":null}"#), "ontbreekt", "/vakantieregio"),
        ("ziekteverzuim", met(ZIEK, r#"{"kalender":{}}"#), "tegenstrijdig", "/kalender"),
        ("ziekteverzuim", met(ZIEK, r#"{"zorgen":"ja"}"#), "ongeldige_waarde", "/zorgen"),
        ("halt", met(HALT, r#"{"uren":-1}"#), "ongeldige_waarde", "/uren"),
        ("halt", met(HALT, r#"{"keren_te_laat":1.5}"#), "ongeldige_waarde", "/keren_te_laat"),
        ("halt", met(HALT, r#"{"boa":null}"#), "ontbreekt", "/boa"),
        ("halt", met(HALT, r#"{"peildatum":"2010-01-01"}"#), "tegenstrijdig", "/peildatum"),
        ("halt", met(HALT, r#"{"beleid":{"halt_min_uren":"9"}}"#), "ongeldige_waarde", "/beleid/halt_min_uren"),
        ("halt", met(HALT, r#"{"beleid":{"pv_min_uren":9}}"#), "onbekend_veld", "/beleid/pv_min_uren"),
        ("proces_verbaal", met(PV, r#"{"uren_in_4_lesweken":null}"#), "ontbreekt", "/uren_in_4_lesweken"),
        ("proces_verbaal", met(PV, r#"{"soort":"te_laat"}"#), "ongeldige_waarde", "/soort"),
        (
            "proces_verbaal",
            met(PV, r#"{"verdachten":[{"wie":"school","verwijtbaar":true}]}"#),
            "ongeldige_waarde",
            "/verdachten/0/wie",
        ),
        ("proces_verbaal", met(PV, r#"{"verdachten":[{"wie":"ouder"}]}"#), "ontbreekt", "/verdachten/0/verwijtbaar"),
        ("proces_verbaal", met(PV, r#"{"verdachten":null}"#), "ontbreekt", "/verdachten"),
        ("proces_verbaal", met(PV, r#"{"beleid":{"pv_min_uren":15}}"#), "ongeldige_waarde", "/beleid/pv_min_uren"),
        ("kinderbijslag", met(KB, r#"{"verzuim_gestopt":null}"#), "ontbreekt", "/verzuim_gestopt"),
        ("kinderbijslag", met(KB, r#"{"beleid":{"x":1}}"#), "onbekend_veld", "/beleid/x"),
        ("schorsing", met(SCHORSING, r#"{"einde":"2026-11-15"}"#), "tegenstrijdig", "/einde"),
        ("schorsing", met(SCHORSING, r#"{"einde":null}"#), "ontbreekt", "/einde"),
        ("schorsing", met(SCHORSING, r#"{"vorige_einde":"2026-11-16"}"#), "tegenstrijdig", "/vorige_einde"),
        ("schorsing", met(SCHORSING, r#"{"schooldagen":0}"#), "ongeldige_waarde", "/schooldagen"),
        ("schorsing", met(SCHORSING, r#"{"schooldagen":3}"#), "tegenstrijdig", "/schooldagen"),
        ("studiefinanciering", met(SF, r#"{"niveau":null}"#), "ontbreekt", "/niveau"),
        ("studiefinanciering", met(SF, r#"{"niveau":5}"#), "ongeldige_waarde", "/niveau"),
        ("studiefinanciering", met(SF, r#"{"ontvangt":"loon"}"#), "ongeldige_waarde", "/ontvangt"),
        (
            "studiefinanciering",
            met(SF, r#"{"beleid":{"sf_melden_dagen":29}}"#),
            "ongeldige_waarde",
            "/beleid/sf_melden_dagen",
        ),
    ];
    for (regel, tekst, code, veld) in &rijen {
        let f = vraag(regel, tekst).expect_err(tekst);
        assert_eq!((f.code, f.veld.as_str()), (*code, *veld), "{regel} {tekst}");
        assert!(!f.melding.is_empty());
    }
}
