use super::maat::ACCENT;
use super::*;
use crate::tekst::proef::{attr, keur, tags, teksten};

fn knoop(vraag: &str, waarde: &str, inspringen: usize, gelopen: bool, randen: Vec<Rand>) -> Knoop {
    Knoop { vraag: vraag.to_owned(), waarde: waarde.to_owned(), inspringen, randen, gelopen }
}

fn naar(bij: &str, j: usize, gelopen: bool) -> Rand {
    Rand { bij: bij.to_owned(), naar: Naar::Knoop(j), gelopen }
}

fn einde(bij: &str, uitkomsten: &[&str], gelopen: bool) -> Rand {
    let uitkomsten = uitkomsten.iter().map(|u| (*u).to_owned()).collect();
    Rand { bij: bij.to_owned(), naar: Naar::Uitkomst(uitkomsten), gelopen }
}

fn boom(g: bool) -> Vec<Knoop> {
    let w = |waarde: &'static str| if g { waarde } else { "" };
    vec![
        knoop(
            "Ingeschreven en leerplichtig, kwalificatieplichtig of zonder startkwalificatie?",
            w("leerplichtig"),
            0,
            g,
            vec![naar("ja", 1, g), einde("nee", &["geen melding"], false)],
        ),
        knoop(
            "Is de leerling <ziek> gemeld & \"beter\"?",
            w("nee"),
            0,
            g,
            vec![einde("ja", &["ziek niet melden"], false), naar("nee", 2, g)],
        ),
        knoop("18 jaar of ouder?", w("17 jaar"), 0, g, vec![naar("ja", 3, false), naar("nee", 5, g)]),
        knoop(
            "Vier weken aaneengesloten weg?",
            "",
            1,
            false,
            vec![einde("ja", &["melding aan het Doorstroompunt"], false), naar("nee", 6, false)],
        ),
        knoop("Een afspraak?", "", 1, false, vec![naar("ja", 5, false), naar("nee", 5, false)]),
        knoop(
            "16 uur of meer in vier lesweken?",
            w("16,4 uur"),
            0,
            g,
            vec![einde("ja", &["melding relatief verzuim"], g), naar("nee", 6, false)],
        ),
        knoop("Zorg?", "", 0, false, vec![einde("", &["melding mag", "eerst een gesprek"], false)]),
    ]
}

/// De verticale stukken van de banen: (x, van, tot).
fn staanders(svg: &str) -> Vec<(i64, i64, i64)> {
    tags(svg, "path")
        .into_iter()
        .filter(|p| p.contains("bp-baan"))
        .map(|p| {
            let d = attr(p, "d").unwrap();
            let bocht = d.split_once('Q').unwrap().1;
            let (voor, na) = bocht.split_once('V').unwrap();
            let punten: Vec<i64> = voor.split(' ').map(|n| n.parse().unwrap()).collect();
            (punten[0], punten[3], na.split('Q').next().unwrap().parse().unwrap())
        })
        .collect()
}

#[test]
fn elke_vraag_en_elk_antwoord_staat_erin() {
    for breed in [true, false] {
        for g in [true, false] {
            let svg = beslispad("Melden?", &boom(g), breed);
            keur(&svg);
            let alles: Vec<String> = teksten(&svg).into_iter().map(|t| t.4).collect();
            let tekst = alles.join(" ");
            for k in boom(g) {
                assert!(tekst.contains(&k.vraag) && tekst.contains(&k.waarde), "{} in {tekst}", k.vraag);
            }
            let tel = |w: &str| alles.iter().filter(|t| *t == w).count();
            // vijf keer ja en vijf keer nee los (één nee is ook een antwoord), één keer samen
            assert_eq!((tel("ja"), tel("nee"), tel("ja of nee")), (5, 5 + usize::from(g), 1), "{tekst}");
            assert!(tekst.contains("melding mag of eerst een gesprek"));
            assert_eq!(svg.matches("class=\"bp-vak").count(), 7);
            assert_eq!(svg.matches("class=\"bp-uitkomst").count(), 5);
        }
    }
}

#[test]
fn de_gelopen_weg_noemt_het_eigen_antwoord() {
    let knopen = |gelopen: Option<&str>| {
        let weg = |bij: &str| naar(bij, 1, gelopen == Some(bij));
        vec![
            knoop("Te laat?", "", 0, true, vec![weg("ja"), weg("nee")]),
            knoop("Klaar?", "", 0, true, vec![einde("ja", &["uit"], true)]),
        ]
    };
    for (gelopen, bij) in [(None, "ja of nee"), (Some("ja"), "ja"), (Some("nee"), "nee")] {
        for breed in [true, false] {
            let svg = beslispad("x", &knopen(gelopen), breed);
            assert_eq!(teksten(&svg).into_iter().map(|t| t.4).find(|t| t.contains("ja") || t == "nee").unwrap(), bij);
        }
    }
}

#[test]
fn niets_van_buiten_komt_rauw_in_de_tekening() {
    let vies = "<&\">'";
    let knopen = [knoop(vies, vies, 0, true, vec![einde(vies, &[vies], true)])];
    for breed in [true, false] {
        let svg = beslispad(vies, &knopen, breed);
        keur(&svg);
        assert!(!svg.contains(vies) && svg.contains("&lt;&amp;&quot;&gt;&#39;"));
        assert_eq!(teksten(&svg).iter().filter(|t| t.4 == vies).count(), 4);
    }
}

#[test]
fn lange_wegen_lopen_nooit_over_elkaar() {
    for breed in [true, false] {
        let s = staanders(&beslispad("Melden?", &boom(false), breed));
        assert_eq!(s.len(), 2);
        assert_ne!(s[0].0, s[1].0);
        // twintig vragen die allemaal ver springen
        let veel: Vec<Knoop> = (0..20)
            .map(|i| {
                knoop("Verder?", "", i % 4, false, vec![naar("ja", (i + 3).min(19), false), naar("nee", 19, false)])
            })
            .collect();
        let svg = beslispad("Veel", &veel, breed);
        keur(&svg);
        let s = staanders(&svg);
        assert!(s.len() > 30);
        for (i, a) in s.iter().enumerate() {
            for b in &s[i + 1..] {
                assert!(a.0 != b.0 || a.2 < b.1 || b.2 < a.1, "{a:?} over {b:?}");
            }
        }
    }
}

#[test]
fn gelopen_is_dik_met_een_stip_en_de_rest_grijs() {
    for breed in [true, false] {
        let (gewoon, gelopen) = (beslispad("T", &boom(false), breed), beslispad("T", &boom(true), breed));
        assert!(!gewoon.contains("bp-gelopen") && !gewoon.contains(ACCENT) && !gewoon.contains("bp-stip"));
        assert_eq!(gelopen.matches("bp-stip").count(), 4);
        assert_eq!(gelopen.matches("bp-vak bp-gelopen").count(), 4);
        assert_eq!(gelopen.matches("bp-uitkomst bp-gelopen").count(), 1);
        let lijnen: Vec<&str> = tags(&gelopen, "path").into_iter().filter(|p| !p.contains("bp-punt")).collect();
        for l in &lijnen {
            let dik = if l.contains("bp-gelopen") { "2.6" } else { "1" };
            assert_eq!(attr(l, "stroke-width"), Some(dik));
            assert_eq!(attr(l, "stroke") == Some(ACCENT), dik == "2.6");
        }
        assert_eq!(lijnen.iter().filter(|l| l.contains("bp-gelopen")).count(), 4);
    }
}

#[test]
fn de_beschrijving_vertelt_het_pad() {
    let svg = beslispad("Melden?", &boom(true), true);
    let d = svg.split_once("<desc").unwrap().1.split_once("</desc>").unwrap().0;
    assert!(
        d.contains("3. 18 jaar of ouder? (gelopen: 17 jaar) – bij ja: naar vraag 4, bij nee (gelopen): naar vraag 6."),
        "{d}"
    );
    assert!(d.contains("5. Een afspraak? – bij ja of nee: naar vraag 6."), "{d}");
    assert!(d.contains("7. Zorg? – daarna: melding mag of eerst een gesprek."), "{d}");
    assert!(!beslispad("Melden?", &boom(false), true).contains("(gelopen"));
}

#[test]
fn brede_en_smalle_tekening_op_een_bladzijde() {
    let (b, s) = (beslispad("Melden?", &boom(false), true), beslispad("Melden?", &boom(false), false));
    assert!(b.contains("lr-beslispad--breed\" width=\"700\"") && s.contains("lr-beslispad--smal\" width=\"358\""));
    let ids = |svg: &str| [attr(svg, "aria-labelledby"), attr(svg, "aria-describedby")].map(|i| i.unwrap().to_owned());
    let mut alle: Vec<String> = ids(&b).into_iter().chain(ids(&s)).collect();
    for svg in [&b, &s] {
        assert!(ids(svg).iter().all(|id| svg.matches(&format!(" id=\"{id}\"")).count() == 1));
        assert_eq!(svg.matches(" id=").count(), 2);
    }
    alle.sort();
    alle.dedup();
    assert_eq!(alle.len(), 4);
    assert_eq!(b, beslispad("Melden?", &boom(false), true));
}

#[test]
fn vreemde_invoer() {
    let lang = "x".repeat(400);
    for breed in [true, false] {
        keur(&beslispad("Leeg", &[], breed));
        keur(&beslispad("", &[Knoop::default()], breed));
        // terug, naar zichzelf en naar niets: geen lijn; zonder uitkomst een streepje
        let fout =
            vec![naar("ja", 0, false), naar("nee", 9, false), naar("", usize::MAX, true), einde("x", &[], false)];
        let svg = beslispad("Fout", &[knoop("Vraag?", "", usize::MAX, true, fout)], breed);
        keur(&svg);
        assert_eq!(tags(&svg, "path").len(), 2);
        assert!(svg.contains(">–</text>"));
        let knopen: Vec<Knoop> = (0..4)
            .map(|i| {
                knoop(&lang, &lang, i, i == 0, vec![naar("ja of nee", 3, false), einde(&lang[..40], &[&lang], true)])
            })
            .collect();
        keur(&beslispad(&lang, &knopen, breed));
    }
}
