//! Vragen om mee te toetsen: die van de tabellen met gevallen, of anders de vragen hieronder.

use regelvraag::{RegelInfo, geval};
use serde_json::Value;

/// De dag die geldt als een vraag geen peildatum noemt, net als in `geval::toets`.
pub const VANDAAG: jiff::civil::Date = jiff::civil::date(2026, 11, 23);

/// Vragen aan regels waarvan de tabel nog geen uitgangspunt heeft.
const TERUGVAL: &[(&str, &[&str])] = &[
    (
        "plicht",
        &[
            r#"{"geboortedatum":"2011-02-12","peildatum":"2026-11-19"}"#,
            r#"{"geboortedatum":"2009-05-12","peildatum":"2026-11-19","vakantieregio":"zuid","voltooide_schooljaren":9,"startkwalificatie_op":"2026-01-01","onderwijs":{"soort":"vso","uitstroomprofiel":"arbeidsmarkt","indicatie":"zml"},"vrijstellingen":[{"artikel":"15","begin":"2026-01-01","einde":"2026-12-31"}],"vervangende_leerplicht":[{"artikel":"3a","begin":"2026-08-01","einde":"2027-07-31"}],"beleid":{"zml_mg_vrijstelling":true}}"#,
            r#"{"geboortedatum_onvolledig":"2008-11","peildatum":"2026-11-30"}"#,
        ],
    ),
    (
        "verzuimsoort",
        &[
            r#"{"geboortedatum":"2011-02-12","eerste_verzuimdag":"2026-11-02","ingeschreven":true,"plicht":"leerplichtig","startkwalificatie":false,"geoorloofd":false,"ziek":"nee","vakantie_zonder_verlof":false,"dagen_aaneengesloten_afwezig":3,"eerdere_melding_in_4_weken":false,"uren_in_4_lesweken":16,"keren_te_laat":0,"afspraak_18plus":false}"#,
            r#"{"geboortedatum":"2007-02-12","eerste_verzuimdag":"2026-11-02","ingeschreven":true,"plicht":{"vakantieregio":"zuid","onderwijs":{"soort":"pro","getuigschrift_op":"2025-07-01"},"vrijstellingen":[{"artikel":"5b","begin":"2020-01-01"}],"beleid":{"zml_mg_vrijstelling":false}},"vrijstelling_grond":"art5","startkwalificatie":false,"geoorloofd":false,"ziek":"vermoeden_ongeoorloofd","motivering_vermoeden":"gezien","overleg_leerplicht_op":"2026-11-03","aankondiging_ouders_op":"2026-11-03","vakantie_zonder_verlof":false,"dagen_aaneengesloten_afwezig":14,"eerdere_melding_in_4_weken":false,"uren_in_4_lesweken":15.5,"keren_te_laat":1,"afspraak_18plus":true,"overig_18plus_toegestaan":false,"beleid":{"rmc_periode_dagen":14}}"#,
        ],
    ),
    (
        "venster",
        &[
            r#"{"vakantieregio":"zuid","lessen":[{"datum":"2026-11-02","lesuur":1,"minuten":480,"status":"ongeoorloofd"},{"datum":"2026-11-03","lesuur":1,"minuten":480,"status":"ongeoorloofd"}]}"#,
            r#"{"kalender":{"vakanties":[{"begin":"2026-10-17","einde":"2026-10-25"}],"vrije_dagen":["2026-11-03"]},"lessen":[{"datum":"2026-11-02","lesuur":1,"minuten":60,"status":"te_laat","minuten_te_laat":10}],"tot":"2026-12-01","lesuur_minuten":50,"te_laat_telt":"heel_lesuur","eerdere_meldingen":[{"soort":"zestien_uur","einde":"2026-10-30"}]}"#,
        ],
    ),
    (
        "langdurig",
        &[
            r#"{"vakantieregio":"zuid","geboortedatum":"2011-02-12","startkwalificatie":false,"eerste_verzuimdag":"2026-11-02","peildatum":"2026-11-29","laatste_melding_einde":"2026-11-05"}"#,
            r#"{"kalender":{"vakanties":[{"begin":"2026-10-17","einde":"2026-10-25"}]},"geboortedatum":"2007-02-12","startkwalificatie":false,"eerste_verzuimdag":"2026-09-28","peildatum":"2026-12-01","laatste_aanwezig":"2026-11-27","onderbrekingen":[{"datum":"2026-11-10","soort":"geoorloofd"}]}"#,
        ],
    ),
    (
        "ziekteverzuim",
        &[
            r#"{"vakantieregio":"zuid","ziekmeldingen":[{"begin":"2026-11-02","einde":"2026-11-10"},{"begin":"2026-11-20"}],"peildatum":"2026-11-23"}"#,
            r#"{"kalender":{},"ziekmeldingen":[],"zorgen":true}"#,
        ],
    ),
    (
        "schorsing",
        &[
            r#"{"begin":"2026-11-16","einde":"2026-11-17","in_afwachting_verwijdering":false,"schooldagen":2}"#,
            r#"{"begin":"2026-11-16","einde":"2026-11-17","in_afwachting_verwijdering":true,"schooldagen":2,"vorige_einde":"2026-11-13"}"#,
        ],
    ),
    (
        "termijn",
        &[
            r#"{"soort":"verzuimmelding","vanaf":"2026-11-17"}"#,
            r#"{"soort":"pv_na_melding","vanaf":"2026-11-17","peildatum":"2026-11-25","vakantieregio":"noord"}"#,
        ],
    ),
    (
        "routering",
        &[
            r#"{"brp_gemeente":"9901","leeftijd_eerste_verzuimdag":15,"soort":"zestien_uur"}"#,
            r#"{"verblijf_gemeente":"9902","leeftijd_eerste_verzuimdag":19,"soort":"rmc","gemeenschappelijke_regeling":{"gemeenten":["9901"],"orgaan":"maasrand"},"alternatieve_routering":{"leerplicht":"regio","doorstroompunt":"punt"}}"#,
        ],
    ),
    (
        "thuiszitter",
        &[
            r#"{"ingeschreven":true,"plicht":"leerplichtig","dagen_aaneengesloten_afwezig":29,"vrijgesteld":false}"#,
            r#"{"ingeschreven":true,"plicht":"kwalificatieplichtig","dagen_aaneengesloten_afwezig":10,"vrijgesteld":false,"beleid":{"dreigend_vanaf_dagen":10}}"#,
        ],
    ),
    (
        "proces_verbaal",
        &[
            r#"{"soort":"zestien_uur","uren_in_4_lesweken":16,"geboortedatum":"2011-02-12","peildatum":"2026-11-23","verdachten":[{"wie":"ouder","verwijtbaar":true}],"hulp_geboden":true,"afspraken_gemaakt":true,"waarschuwing_gegeven":true,"overzicht_aanwezig":true,"boa_geldig_tot":"2027-01-01"}"#,
            r#"{"soort":"langdurig","geboortedatum":"2011-02-12","verdachten":[{"wie":"ouder","verwijtbaar":false},{"wie":"jongere","verwijtbaar":true}],"hulp_geboden":false,"afspraken_gemaakt":true,"waarschuwing_gegeven":true,"overzicht_aanwezig":true,"motivering_direct":"gevaar","boa_geldig_tot":"2027-01-01","beleid":{"pv_min_uren":20}}"#,
        ],
    ),
    (
        "kinderbijslag",
        &[
            r#"{"geboortedatum":"2010-02-12","peildatum":"2026-11-23","verwijtbaar_ouders":true,"samenwerkingsovereenkomst":true,"verzuim_gestopt":false}"#,
            r#"{"geboortedatum":"2012-02-12","verwijtbaar_ouders":false,"samenwerkingsovereenkomst":false,"verzuim_gestopt":true,"lopende_stop":false}"#,
        ],
    ),
    (
        "studiefinanciering",
        &[
            r#"{"geboortedatum":"2007-06-15","peildatum":"2026-11-23","onderwijs":"mbo_bol","niveau":2,"ontvangt":"studiefinanciering","dagen_aaneengesloten_ongeoorloofd":28}"#,
            r#"{"geboortedatum":"2007-06-15","onderwijs":"vo","ontvangt":"tegemoetkoming","dagen_aaneengesloten_ongeoorloofd":14,"beleidskeuzes":[{"laag":"school","sleutel":"sf_melden_dagen","waarde":14,"vanaf":"2026-08-01","tot_en_met":"2027-07-31"}],"recht":{"op":"2026-11-01","voorstel":false}}"#,
        ],
    ),
    (
        "grondslag",
        &[
            r#"{"handeling":"dossiernotitie","melding_actief":true,"absoluut_verzuim":false,"aanvraag_verlof_of_vrijstelling":false,"woont_in_eigen_gemeente":true,"persoonsgebonden":true}"#,
            r#"{"handeling":"spreekuur","melding_actief":false,"absoluut_verzuim":false,"aanvraag_verlof_of_vrijstelling":false,"woont_in_eigen_gemeente":true,"persoonsgebonden":true,"medisch":true}"#,
        ],
    ),
];

/// Het uitgangspunt van een regel, en al zijn vragen. Een regel zonder het een of het ander is een fout.
pub fn vragen(info: &RegelInfo) -> (Value, Vec<Value>) {
    let naam = info.regel.naam;
    match geval::tabellen(info) {
        Ok(tabellen) => {
            let gevallen = tabellen.iter().flat_map(|t| t.gevallen.iter().map(|g| g.vraag.clone())).collect();
            (tabellen[0].uitgangspunt.clone(), gevallen)
        }
        Err(waarom) => {
            let vragen: Vec<Value> = TERUGVAL
                .iter()
                .filter(|t| t.0 == naam)
                .flat_map(|t| t.1.iter())
                .map(|v| serde_json::from_str(v).unwrap_or_else(|f| panic!("{naam}: {f} in {v}")))
                .collect();
            let eerste = vragen.first().unwrap_or_else(|| {
                panic!("De regel {naam} heeft geen tabel met uitgangspunt ({waarom}) en staat niet in TERUGVAL.")
            });
            for v in &vragen {
                assert!(info.vraag(v, VANDAAG).is_ok(), "{naam}: {v} in TERUGVAL is geen goede vraag");
            }
            (eerste.clone(), vragen)
        }
    }
}
