use super::*;

fn vandaag() -> Date {
    "2026-11-19".parse().unwrap()
}

const VERZUIM: &str = r#"{"geboortedatum":"2011-02-12","eerste_verzuimdag":"2026-11-02","ingeschreven":true,"plicht":"leerplichtig","startkwalificatie":false,"geoorloofd":false,"ziek":"nee","vakantie_zonder_verlof":false,"dagen_aaneengesloten_afwezig":3,"eerdere_melding_in_4_weken":false,"uren_in_4_lesweken":16,"keren_te_laat":0,"afspraak_18plus":false}"#;
const GROND: &str = r#"{"handeling":"dossiernotitie","melding_actief":true,"absoluut_verzuim":false,"aanvraag_verlof_of_vrijstelling":false,"woont_in_eigen_gemeente":true,"persoonsgebonden":true}"#;
const VENSTER: &str =
    r#"{"kalender":{},"lessen":[{"datum":"2026-11-02","lesuur":1,"minuten":60,"status":"ongeoorloofd"}]}"#;
const LANG: &str = r#"{"vakantieregio":"zuid","geboortedatum":"2011-02-12","startkwalificatie":false,"eerste_verzuimdag":"2026-11-02","peildatum":"2026-11-29","laatste_melding_einde":"2026-11-05"}"#;
const PLICHT: &str = r#"{"geboortedatum":"2011-02-12","peildatum":"2026-11-19"}"#;
const ROUTE: &str = r#"{"brp_gemeente":"9901","leeftijd_eerste_verzuimdag":15,"soort":"zestien_uur"}"#;
const TERMIJN: &str = r#"{"soort":"verzuimmelding","vanaf":"2026-11-17"}"#;

/// A question with some fields set; `null` leaves a field out.
fn met(basis: &str, anders: &str) -> String {
    let mut v: Value = serde_json::from_str(basis).unwrap();
    let a: Value = serde_json::from_str(anders).unwrap();
    v.as_object_mut().unwrap().extend(a.as_object().unwrap().clone());
    v.to_string()
}

fn vraag(regel: &str, tekst: &str) -> Result<Value, Fout> {
    toets(regel, tekst, vandaag()).unwrap().map(|t| serde_json::from_str(&t).unwrap())
}

/// Sixteen slots of one hour in one week, from Monday 2 November 2026.
fn zestien(status: &str, minuten: i64) -> String {
    let les = |i: i64| {
        let (dag, uur) = (2 + i / 4, 1 + i % 4);
        format!(r#"{{"datum":"2026-11-{dag:02}","lesuur":{uur},"minuten":{minuten},"status":"{status}"}}"#)
    };
    let lessen: Vec<String> = (0..16).map(les).collect();
    format!(r#"{{"kalender":{{}},"lessen":[{}]}}"#, lessen.join(","))
}

/// Regel, vraag, uitkomst en velden van het antwoord.
type Goed = (&'static str, String, &'static str, &'static [(&'static str, &'static str)]);

#[test]
fn goede_vragen() {
    let pro = r#"{"geboortedatum":"2009-05-12","peildatum":"2026-11-19","onderwijs":{"soort":"pro","getuigschrift_op":"2026-07-01"}}"#;
    let zml = r#"{"geboortedatum":"2009-05-12","onderwijs":{"soort":"so","indicatie":"zml"},"beleid":{"zml_mg_vrijstelling":true}}"#;
    let gr = r#"{"gemeenschappelijke_regeling":{"gemeenten":["9901"],"orgaan":"maasrand"}}"#;
    let rijen: Vec<Goed> = vec![
        (
            "plicht",
            PLICHT.into(),
            "leerplichtig",
            &[("leerplicht_einde", "\"2027-07-31\""), ("verantwoordelijk", "\"ouders_en_jongere\"")],
        ),
        ("plicht", met(PLICHT, r#"{"geboortedatum":"2023-01-01"}"#), "nog_niet", &[("verantwoordelijk", "\"ouders\"")]),
        (
            "plicht",
            met(PLICHT, r#"{"geboortedatum":"2009-05-12"}"#),
            "kwalificatieplichtig",
            &[("kwalificatieplicht_einde", "\"2027-05-11\"")],
        ),
        (
            "plicht",
            met(PLICHT, r#"{"geboortedatum":"2005-05-12"}"#),
            "doorstroompunt",
            &[("doorstroompunt_tot", "\"2032-05-12\"")],
        ),
        ("plicht", met(PLICHT, r#"{"geboortedatum":"1999-05-12"}"#), "geen", &[("verantwoordelijk", "\"jongere\"")]),
        ("plicht", pro.into(), "vrijgesteld", &[]),
        ("plicht", met(PLICHT, zml), "vrijgesteld", &[]),
        ("plicht", met(PLICHT, &zml.replace("true", "false")), "kwalificatieplichtig", &[]),
        (
            "plicht",
            met(PLICHT, r#"{"vrijstellingen":[{"artikel":"5a","begin":"2026-01-01","einde":"9999-12-31"}]}"#),
            "vrijgesteld",
            &[],
        ),
        (
            "plicht",
            met(
                PLICHT,
                r#"{"vervangende_leerplicht":[{"artikel":"3a","begin":"2026-08-01","einde":"2027-07-31"}],"voltooide_schooljaren":9.0}"#,
            ),
            "leerplichtig",
            &[],
        ),
        (
            "verzuimsoort",
            VERZUIM.into(),
            "zestien_uur",
            &[("rij", "\"D9\""), ("meldplicht", "\"verplicht\""), ("wettelijk", "true")],
        ),
        (
            "verzuimsoort",
            met(VERZUIM, r#"{"uren_in_4_lesweken":15.999}"#),
            "overig",
            &[("rij", "\"D10\""), ("wettelijk", "false")],
        ),
        (
            "verzuimsoort",
            met(VERZUIM, r#"{"uren_in_4_lesweken":0.99}"#),
            "geen_melding",
            &[("rij", "\"D10\""), ("meldplicht", "\"verboden\"")],
        ),
        ("verzuimsoort", met(VERZUIM, r#"{"uren_in_4_lesweken":1.0}"#), "overig", &[]),
        ("verzuimsoort", met(VERZUIM, r#"{"plicht":{"vakantieregio":"zuid"}}"#), "zestien_uur", &[]),
        (
            "verzuimsoort",
            met(VERZUIM, r#"{"plicht":{"vrijstellingen":[{"artikel":"5b","begin":"2020-01-01"}]}}"#),
            "geen_melding",
            &[("rij", "\"D0a\"")],
        ),
        ("verzuimsoort", met(VERZUIM, r#"{"ziek":"ja"}"#), "ziek_niet_melden", &[("rij", "\"D1a\"")]),
        (
            "verzuimsoort",
            met(
                VERZUIM,
                r#"{"ziek":"vermoeden_ongeoorloofd","motivering_vermoeden":"gezien","overleg_leerplicht_op":"2026-11-03"}"#,
            ),
            "overig",
            &[("rij", "\"D1b\"")],
        ),
        (
            "verzuimsoort",
            met(
                VERZUIM,
                r#"{"ziek":"vermoeden_ongeoorloofd","motivering_vermoeden":"  ","overleg_leerplicht_op":"2026-11-03"}"#,
            ),
            "ziek_niet_melden",
            &[],
        ),
        ("verzuimsoort", met(VERZUIM, r#"{"vakantie_zonder_verlof":true}"#), "luxe", &[("rij", "\"D6\"")]),
        (
            "verzuimsoort",
            met(VERZUIM, r#"{"dagen_aaneengesloten_afwezig":28,"eerdere_melding_in_4_weken":true}"#),
            "langdurig",
            &[("rij", "\"D8\"")],
        ),
        (
            "verzuimsoort",
            met(
                VERZUIM,
                r#"{"geboortedatum":"2007-01-01","plicht":"doorstroompunt","dagen_aaneengesloten_afwezig":14,"beleid":{"rmc_periode_dagen":14}}"#,
            ),
            "rmc",
            &[("rij", "\"D2\"")],
        ),
        (
            "verzuimsoort",
            met(VERZUIM, r#"{"geboortedatum":"2007-01-01","plicht":"doorstroompunt","afspraak_18plus":true}"#),
            "zestien_uur_18plus",
            &[("rij", "\"D3\"")],
        ),
        (
            "venster",
            zestien("ongeoorloofd", 60),
            "drempel_bereikt",
            &[
                ("uren", "16.0"),
                ("bereikt_op", "\"2026-11-05\""),
                ("begin", "\"2026-11-02\""),
                ("meldingen", r#"[{"begin":"2026-11-02","einde":"2026-11-05","uiterlijk":"2026-11-12","uren":16.0}]"#),
            ],
        ),
        (
            "venster",
            zestien("ongeoorloofd", 59),
            "onder_drempel",
            &[("uren", "15.73"), ("uren_zeker", "15.73"), ("meldingen", "[]")],
        ),
        (
            "venster",
            zestien("onbekend", 60),
            "onder_drempel",
            &[("uren", "0.0"), ("uren_mogelijk", "16.0"), ("lessen", "[]")],
        ),
        (
            "venster",
            met(&zestien("te_laat", 60), r#"{"te_laat_telt":"heel_lesuur"}"#),
            "drempel_bereikt",
            &[("keren_te_laat", "16")],
        ),
        ("venster", met(&zestien("ongeoorloofd", 50), r#"{"lesuur_minuten":50}"#), "drempel_bereikt", &[]),
        (
            "venster",
            met(&zestien("ongeoorloofd", 60), r#"{"eerdere_meldingen":[{"soort":"langdurig"}]}"#),
            "onder_drempel",
            &[("uren", "0.0")],
        ),
        ("venster", r#"{"vakantieregio":"zuid","lessen":[]}"#.into(), "onder_drempel", &[("keren_te_laat", "0")]),
        (
            "venster",
            met(VENSTER, r#"{"kalender":null,"vakantieregio":"zuid"}"#),
            "onder_drempel",
            &[("lessen", r#"[{"datum":"2026-11-02","lesuur":1}]"#)],
        ),
        (
            "langdurig",
            LANG.into(),
            "langdurig",
            &[
                ("geteld_dagen", "28"),
                ("bereikt_op", "\"2026-11-29\""),
                ("begin_melding", "\"2026-11-06\""),
                ("einddatum_toegestaan", "false"),
            ],
        ),
        ("langdurig", met(LANG, r#"{"peildatum":"2026-11-28"}"#), "nog_niet", &[("geteld_dagen", "27")]),
        ("langdurig", met(LANG, r#"{"geboortedatum":"2007-01-01"}"#), "rmc", &[("begin_melding", "\"2026-11-02\"")]),
        ("langdurig", met(LANG, r#"{"geboortedatum":"2007-01-01","startkwalificatie":true}"#), "geen", &[]),
        (
            "langdurig",
            met(
                LANG,
                r#"{"laatste_aanwezig":"2026-11-10","onderbrekingen":[{"datum":"2026-11-20","soort":"geoorloofd"}]}"#,
            ),
            "nog_niet",
            &[],
        ),
        ("termijn", TERMIJN.into(), "loopt", &[("uiterlijk", "\"2026-11-24\""), ("werkdagen_over", "3")]),
        (
            "termijn",
            met(TERMIJN, r#"{"peildatum":"2026-11-25","vakantieregio":"noord"}"#),
            "verstreken",
            &[("werkdagen_over", "0")],
        ),
        ("grondslag", GROND.into(), "toegestaan", &[]),
        ("grondslag", met(GROND, r#"{"medisch":true}"#), "geweigerd", &[("alternatief", "\"zonder_medisch\"")]),
        ("routering", ROUTE.into(), "leerplicht", &[("ontvanger", "\"9901\""), ("zonder_brp", "false")]),
        ("routering", met(ROUTE, gr), "leerplicht", &[("ontvanger", "\"maasrand\"")]),
        (
            "routering",
            met(ROUTE, r#"{"brp_gemeente":"","verblijf_gemeente":"9902","soort":"rmc"}"#),
            "doorstroompunt",
            &[("ontvanger", "\"9902\""), ("zonder_brp", "true")],
        ),
        (
            "routering",
            met(ROUTE, r#"{"alternatieve_routering":{"leerplicht":"regio"}}"#),
            "leerplicht",
            &[("ontvanger", "\"regio\"")],
        ),
    ];
    for (regel, tekst, uitkomst, velden) in &rijen {
        let a = vraag(regel, tekst).unwrap_or_else(|f| panic!("{regel} {tekst}: {f:?}"));
        assert_eq!((a["regel"].as_str(), a["uitkomst"].as_str()), (Some(*regel), Some(*uitkomst)), "{tekst}: {a}");
        let info = regels().iter().find(|r| r.regel.naam == *regel).unwrap();
        assert!(info.regel.versies.iter().any(|v| a["versie"] == v.naam), "{a}");
        for lijst in ["grondslag", "toelichting", "pad"] {
            assert!(a[lijst].is_array(), "{lijst} {a}");
        }
        for g in a["grondslag"].as_array().unwrap() {
            assert!(["bron", "artikel", "soort"].iter().all(|k| g[k].is_string()), "{a}");
        }
        for (veld, waarde) in *velden {
            assert_eq!(a[veld].to_string(), *waarde, "{veld} {a}");
        }
    }
}

#[test]
fn foute_vragen() {
    let les = |v: &str| met(VENSTER, &format!(r#"{{"lessen":[{v}]}}"#));
    let een = r#"{"datum":"2026-11-02","lesuur":1,"minuten":60,"status":"ziek"}"#;
    let rijen: Vec<(&str, String, &str, &str)> = vec![
        ("plicht", "{".into(), "geen_json", ""),
        ("termijn", "[]".into(), "geen_json", ""),
        ("termijn", "3".into(), "geen_json", ""),
        ("plicht", met(PLICHT, r#"{"a/b~c":1}"#), "onbekend_veld", "/a~1b~0c"),
        ("plicht", met(PLICHT, r#"{"peildatum":null}"#), "ontbreekt", "/peildatum"),
        ("plicht", met(PLICHT, r#"{"geboortedatum":null}"#), "ontbreekt", "/geboortedatum"),
        ("plicht", met(PLICHT, r#"{"geboortedatum":"2011-02-29"}"#), "ongeldige_waarde", "/geboortedatum"),
        ("plicht", met(PLICHT, r#"{"geboortedatum":"2011-2-12"}"#), "ongeldige_waarde", "/geboortedatum"),
        ("plicht", met(PLICHT, r#"{"geboortedatum":"2011-W06-6"}"#), "ongeldige_waarde", "/geboortedatum"),
        ("plicht", met(PLICHT, r#"{"geboortedatum":20110212}"#), "ongeldige_waarde", "/geboortedatum"),
        ("plicht", met(PLICHT, r#"{"peildatum":"2010-01-01"}"#), "tegenstrijdig", "/peildatum"),
        ("plicht", met(PLICHT, r#"{"vakantieregio":"oost"}"#), "ongeldige_waarde", "/vakantieregio"),
        ("plicht", met(PLICHT, r#"{"voltooide_schooljaren":-1}"#), "ongeldige_waarde", "/voltooide_schooljaren"),
        ("plicht", met(PLICHT, r#"{"voltooide_schooljaren":2.5}"#), "ongeldige_waarde", "/voltooide_schooljaren"),
        ("plicht", met(PLICHT, r#"{"voltooide_schooljaren":"3"}"#), "ongeldige_waarde", "/voltooide_schooljaren"),
        ("plicht", met(PLICHT, r#"{"voltooide_schooljaren":true}"#), "ongeldige_waarde", "/voltooide_schooljaren"),
        ("plicht", met(PLICHT, r#"{"onderwijs":{}}"#), "ontbreekt", "/onderwijs/soort"),
        ("plicht", met(PLICHT, r#"{"onderwijs":"pro"}"#), "ongeldige_waarde", "/onderwijs"),
        (
            "plicht",
            met(PLICHT, r#"{"vrijstellingen":[{"artikel":"5d","begin":"2026-01-01"}]}"#),
            "ongeldige_waarde",
            "/vrijstellingen/0/artikel",
        ),
        (
            "plicht",
            met(PLICHT, r#"{"vrijstellingen":[{"artikel":"5a","begin":"2026-01-02","einde":"2026-01-01"}]}"#),
            "tegenstrijdig",
            "/vrijstellingen/0/einde",
        ),
        (
            "plicht",
            met(PLICHT, r#"{"vervangende_leerplicht":[{"artikel":"3a","begin":"2026-01-02"}]}"#),
            "ontbreekt",
            "/vervangende_leerplicht/0/einde",
        ),
        ("plicht", met(PLICHT, r#"{"beleid":{"rmc_periode_dagen":14}}"#), "onbekend_veld", "/beleid/rmc_periode_dagen"),
        (
            "plicht",
            met(PLICHT, r#"{"beleid":{"zml_mg_vrijstelling":1}}"#),
            "ongeldige_waarde",
            "/beleid/zml_mg_vrijstelling",
        ),
        ("verzuimsoort", met(VERZUIM, r#"{"plicht":"misschien"}"#), "ongeldige_waarde", "/plicht"),
        (
            "verzuimsoort",
            met(VERZUIM, r#"{"plicht":{"peildatum":"2026-01-01"}}"#),
            "onbekend_veld",
            "/plicht/peildatum",
        ),
        ("verzuimsoort", met(VERZUIM, r#"{"ingeschreven":1}"#), "ongeldige_waarde", "/ingeschreven"),
        ("verzuimsoort", met(VERZUIM, r#"{"geoorloofd":null}"#), "ontbreekt", "/geoorloofd"),
        ("verzuimsoort", met(VERZUIM, r#"{"uren_in_4_lesweken":-0.5}"#), "ongeldige_waarde", "/uren_in_4_lesweken"),
        ("verzuimsoort", met(VERZUIM, r#"{"uren_in_4_lesweken":"16"}"#), "ongeldige_waarde", "/uren_in_4_lesweken"),
        (
            "verzuimsoort",
            met(VERZUIM, r#"{"beleid":{"rmc_periode_dagen":29}}"#),
            "ongeldige_waarde",
            "/beleid/rmc_periode_dagen",
        ),
        ("verzuimsoort", met(VERZUIM, r#"{"peildatum":"2001-01-01"}"#), "tegenstrijdig", "/peildatum"),
        ("venster", met(VENSTER, r#"{"vakantieregio":"zuid"}"#), "tegenstrijdig", "/kalender"),
        ("venster", met(VENSTER, r#"{"kalender":null}"#), "ontbreekt", "/vakantieregio"),
        ("venster", met(VENSTER, r#"{"lessen":null}"#), "ontbreekt", "/lessen"),
        ("venster", met(VENSTER, r#"{"lesuur_minuten":0}"#), "ongeldige_waarde", "/lesuur_minuten"),
        ("venster", les("null"), "ongeldige_waarde", "/lessen/0"),
        ("venster", les(&format!("{een},{een}")), "dubbel", "/lessen/1"),
        ("venster", les(&een.replace("ziek", "te_laat")), "ontbreekt", "/lessen/0/minuten_te_laat"),
        ("venster", les(&een.replace("60", "-1")), "ongeldige_waarde", "/lessen/0/minuten"),
        (
            "venster",
            r#"{"vakantieregio":"zuid","lessen":[{"datum":"2031-01-06","lesuur":1,"minuten":60,"status":"ziek"}]}"#
                .into(),
            "buiten_bereik",
            "/lessen/0/datum",
        ),
        ("venster", r#"{"vakantieregio":"zuid","lessen":[],"tot":"2017-07-31"}"#.into(), "buiten_bereik", "/tot"),
        ("venster", met(VENSTER, r#"{"tot":"2190-01-01"}"#), "buiten_bereik", "/tot"),
        (
            "venster",
            met(VENSTER, r#"{"eerdere_meldingen":[{"soort":"zestien_uur"}]}"#),
            "ontbreekt",
            "/eerdere_meldingen/0/einde",
        ),
        (
            "venster",
            met(VENSTER, r#"{"kalender":{"vakanties":[{"begin":"2026-01-02","einde":"2026-01-01"}]}}"#),
            "tegenstrijdig",
            "/kalender/vakanties/0/einde",
        ),
        (
            "venster",
            met(VENSTER, r#"{"kalender":{"vrije_dagen":["2026-13-01"]}}"#),
            "ongeldige_waarde",
            "/kalender/vrije_dagen/0",
        ),
        ("venster", met(VENSTER, r#"{"beleid":{"drempel":15}}"#), "onbekend_veld", "/beleid/drempel"),
        ("langdurig", met(LANG, r#"{"peildatum":null}"#), "ontbreekt", "/peildatum"),
        ("langdurig", met(LANG, r#"{"eerste_verzuimdag":"2031-01-01"}"#), "buiten_bereik", "/eerste_verzuimdag"),
        (
            "langdurig",
            met(LANG, r#"{"onderbrekingen":[{"datum":"2026-11-04","soort":"ziek"}]}"#),
            "ongeldige_waarde",
            "/onderbrekingen/0/soort",
        ),
        (
            "langdurig",
            met(LANG, r#"{"beleid":{"rmc_periode_dagen":0}}"#),
            "ongeldige_waarde",
            "/beleid/rmc_periode_dagen",
        ),
        ("termijn", met(TERMIJN, r#"{"soort":"ooit"}"#), "ongeldige_waarde", "/soort"),
        ("termijn", met(TERMIJN, r#"{"vanaf":null}"#), "ontbreekt", "/vanaf"),
        ("grondslag", met(GROND, r#"{"handeling":"bellen"}"#), "ongeldige_waarde", "/handeling"),
        ("grondslag", met(GROND, r#"{"persoonsgebonden":null}"#), "ontbreekt", "/persoonsgebonden"),
        ("routering", met(ROUTE, r#"{"brp_gemeente":" "}"#), "ontbreekt", "/brp_gemeente"),
        ("routering", met(ROUTE, r#"{"brp_gemeente":9901}"#), "ongeldige_waarde", "/brp_gemeente"),
        (
            "routering",
            met(ROUTE, r#"{"gemeenschappelijke_regeling":{"gemeenten":[1],"orgaan":"x"}}"#),
            "ongeldige_waarde",
            "/gemeenschappelijke_regeling/gemeenten/0",
        ),
        (
            "routering",
            met(ROUTE, r#"{"gemeenschappelijke_regeling":{"gemeenten":[]}}"#),
            "ontbreekt",
            "/gemeenschappelijke_regeling/orgaan",
        ),
    ];
    for (regel, tekst, code, veld) in &rijen {
        let Err(f) = vraag(regel, tekst) else { panic!("{regel} {tekst}") };
        assert_eq!((f.code, f.veld.as_str()), (*code, *veld), "{regel} {tekst}");
        assert_eq!((f.json()["fout"]["code"].as_str(), f.json()["fout"]["melding"].is_string()), (Some(*code), true));
    }
    assert!(toets("bestaat_niet", "{}", vandaag()).is_none() && toets("bestaat_niet", "{", vandaag()).is_none());
}

/// A small generator, so that every run tries the same questions.
struct Lcg(u64);

impl Lcg {
    fn kies(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % n.max(1)
    }
    fn waarde(&mut self) -> Value {
        const LIJST: [&str; 24] = [
            "null",
            "true",
            "false",
            "0",
            "-1",
            "3.0",
            "2.5",
            "1e300",
            "999999999",
            "9223372036854775807",
            "18446744073709551615",
            "\"\"",
            "\"2026-02-29\"",
            "\"1900-01-01\"",
            "\"2199-12-31\"",
            "\"9999-12-31\"",
            "\"0000-01-01\"",
            "\"2026-11-02\"",
            "\"2017-08-01\"",
            "\"2030-07-31\"",
            "\"zuid\"",
            "[]",
            "{}",
            "\"é-é-é-é\"",
        ];
        serde_json::from_str(LIJST[self.kies(LIJST.len())]).unwrap()
    }
    fn verander(&mut self, v: &mut Value) {
        match v {
            Value::Object(o) if !o.is_empty() && self.kies(8) > 0 => {
                let i = self.kies(o.len());
                if let Some(w) = o.values_mut().nth(i) {
                    self.verander(w);
                }
            }
            Value::Array(a) if !a.is_empty() && self.kies(4) > 0 => {
                let i = self.kies(a.len());
                self.verander(&mut a[i]);
            }
            _ => *v = self.waarde(),
        }
    }
}

#[test]
fn willekeurige_vragen_geven_nooit_paniek() {
    let rijk = met(
        PLICHT,
        r#"{"vakantieregio":"zuid","voltooide_schooljaren":9,"startkwalificatie_op":"2026-01-01","onderwijs":{"soort":"vso","uitstroomprofiel":"arbeidsmarkt"},"vrijstellingen":[{"artikel":"15","begin":"2026-01-01","einde":"2026-12-31"}]}"#,
    );
    let venster = met(
        VENSTER,
        r#"{"tot":"2026-12-01","lesuur_minuten":60,"eerdere_meldingen":[{"soort":"zestien_uur","einde":"2026-10-30"}],"kalender":{"vakanties":[{"begin":"2026-10-17","einde":"2026-10-25"}],"vrije_dagen":["2026-11-03"]}}"#,
    );
    let lang = met(
        LANG,
        r#"{"vakantieregio":null,"kalender":{"vakanties":[{"begin":"2026-10-17","einde":"2026-10-25"}]},"onderbrekingen":[{"datum":"2026-11-10","soort":"aanwezig"}]}"#,
    );
    let vragen = [
        ("plicht", rijk.as_str()),
        ("verzuimsoort", VERZUIM),
        ("venster", &venster),
        ("langdurig", &lang),
        ("langdurig", LANG),
        ("termijn", TERMIJN),
        ("grondslag", GROND),
        ("routering", ROUTE),
    ];
    let mut lcg = Lcg(20_261_119);
    let (mut goed, mut fout) = (0, 0);
    for ronde in 0..6000 {
        let (regel, basis) = vragen[ronde % vragen.len()];
        let mut v: Value = serde_json::from_str(basis).unwrap();
        for _ in 0..=lcg.kies(3) {
            lcg.verander(&mut v);
        }
        match zoek(regel).unwrap().vraag(&v, vandaag()) {
            Ok(_) => goed += 1,
            Err(_) => fout += 1,
        }
        let mut tekst = v.to_string().into_bytes();
        let i = lcg.kies(tekst.len());
        tekst[i] = b"{}[]\",:0-9eE "[lcg.kies(13)];
        assert!(toets(regel, &String::from_utf8_lossy(&tekst), vandaag()).is_some());
    }
    assert!(goed > 200 && fout > 200, "{goed} {fout}");
}
