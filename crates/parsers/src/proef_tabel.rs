//! Every format gives the same rows; every hostile file gives a message.

use crate::proef::{KOP, RIJEN, blad, ods, ods_inhoud, ods_om, xlsx, xlsx_delen, xlsx_om, zip, zip_met};
use crate::tabel::lees_tabel;
use proptest::prelude::*;
use zip::CompressionMethod;

fn csv(scheiding: char) -> String {
    let s = scheiding.to_string();
    let mut uit = format!("{}\n\n", KOP.join(&s));
    for r in RIJEN {
        uit.push_str(&r.join(&s));
        uit.push('\n');
    }
    uit
}

#[test]
fn elk_formaat_geeft_dezelfde_zes_rijen() {
    let windows = encoding_rs::WINDOWS_1252.encode(&csv(';')).0.into_owned();
    let bom = format!("\u{feff}{}", csv(','));
    let gevallen: [(&str, Vec<u8>, &str, usize); 8] = [
        ("puntkomma", csv(';').into_bytes(), "UTF-8", 3),
        ("komma met BOM", bom.into_bytes(), "UTF-8", 3),
        ("tab", csv('\t').into_bytes(), "UTF-8", 3),
        ("windows", windows, "Windows-1252", 3),
        ("sep=", format!("sep=,\n{}", csv(',')).into_bytes(), "UTF-8", 4),
        ("crlf", csv(';').replace('\n', "\r\n").into_bytes(), "UTF-8", 3),
        ("xlsx", xlsx(), "werkblad", 3),
        ("ods", ods(), "werkblad", 3),
    ];
    for (naam, bytes, codering, eerste) in gevallen {
        let t = lees_tabel(&bytes).unwrap_or_else(|f| panic!("{naam}: {f}"));
        assert_eq!(t.kop, KOP, "{naam}");
        let cellen: Vec<_> = t.rijen.iter().map(|r| r.cellen.clone()).collect();
        assert_eq!(cellen, RIJEN.map(|r| r.map(str::to_owned).to_vec()), "{naam}");
        assert_eq!(t.codering, codering, "{naam}");
        let nummers: Vec<usize> = t.rijen.iter().map(|r| r.nummer).collect();
        assert_eq!(nummers, (eerste..eerste + 6).collect::<Vec<_>>(), "{naam}");
    }
}

/// Change a little-endian number in each local (or central) header.
fn verander(mut bytes: Vec<u8>, kop: &[u8], plek: usize, waarde: &[u8]) -> Vec<u8> {
    let plekken: Vec<usize> = (0..bytes.len()).filter(|i| bytes[*i..].starts_with(kop)).collect();
    for i in plekken {
        bytes[i + plek..i + plek + waarde.len()].copy_from_slice(waarde);
    }
    bytes
}

#[test]
fn vijandige_bestanden_geven_een_melding() {
    let rij = "<row r=\"2\"><c r=\"A2\"><v>1</v></c><c r=\"B2\"><v>2</v></c></row>";
    let goed = xlsx_om(&blad("", rij), None);
    assert_eq!(lees_tabel(&goed).unwrap().rijen.len(), 1, "the basis of the cases below is good");
    let met = |naam: &str, inhoud: &[u8]| {
        let mut d = xlsx_delen(&blad("", rij));
        d.push((naam.to_owned(), inhoud.to_vec()));
        zip(&d.iter().map(|(n, b)| (n.as_str(), b.as_slice())).collect::<Vec<_>>())
    };
    let nullen = vec![b' '; 3_000_000];
    let ole = |s: &str| {
        let mut b = b"\xD0\xCF\x11\xE0".to_vec();
        b.extend(s.encode_utf16().flat_map(u16::to_le_bytes));
        b
    };
    let veel: Vec<(String, &[u8])> = (0..2001).map(|i| (format!("{i}.xml"), &b""[..])).collect();
    let veel = zip(&veel.iter().map(|(n, b)| (n.as_str(), *b)).collect::<Vec<_>>());
    let lol = "<!DOCTYPE sst [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\">]><sst><si><t>&b;</t></si></sst>";
    let sst_s = "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c><c r=\"B2\" t=\"s\"><v>9</v></c></row>";
    let p = "<table:table-cell office:value-type=\"string\"><text:p>x</text:p></table:table-cell>";
    let q = p.replace(">x<", ">y<");
    let ods_rijen = |r: &str| {
        ods_om(&ods_inhoud(&format!("<table:table><table:table-row>{p}{q}</table:table-row>{r}</table:table>")))
    };
    let lang = "x".repeat(4097);
    let x = xlsx();
    let o = ods();
    let bom_200: Vec<u8> = vec![b' '; 20_000_000];
    let delen: Vec<(String, &[u8])> = (0..11).map(|i| (format!("{i}.bin"), bom_200.as_slice())).collect();
    let delen: Vec<(&str, &[u8])> = delen.iter().map(|(n, b)| (n.as_str(), *b)).collect();
    let gevallen: Vec<(&str, Vec<u8>, &str)> = vec![
        ("zip-bom door verhouding", met("xl/worksheets/sheet2.xml", &nullen), "te groot bij het uitpakken"),
        ("samen te groot", zip(&delen), "te groot bij het uitpakken"),
        (
            "liegt: kleiner in beide koppen",
            verander(verander(goed.clone(), b"PK\x01\x02", 24, &[1, 0, 0, 0]), b"PK\x03\x04", 22, &[1, 0, 0, 0]),
            "niet heel",
        ),
        ("liegt: groter", verander(goed.clone(), b"PK\x01\x02", 24, &[0, 0, 10, 0]), "niet heel"),
        (
            "liegt: heel groot",
            verander(goed.clone(), b"PK\x01\x02", 24, &[0, 0, 0, 0xF0]),
            "te groot bij het uitpakken",
        ),
        (
            "versleuteld",
            verander(verander(goed.clone(), b"PK\x01\x02", 8, &[1, 0]), b"PK\x03\x04", 6, &[1, 0]),
            "wachtwoord",
        ),
        ("vreemde methode", verander(goed.clone(), b"PK\x01\x02", 10, &[14, 0]), "horen"),
        ("te veel onderdelen", veel, "te veel onderdelen"),
        ("zip in zip, naam", met("xl/embeddings/a.xlsx", b"x"), "ander ingepakt bestand"),
        (
            "zip in zip, inhoud",
            met("xl/a.bin", &zip_met(&[("a", b"b")], CompressionMethod::Stored)),
            "ander ingepakt bestand",
        ),
        ("leeg zip-bestand", zip(&[]), "zonder werkblad"),
        ("geen werkblad", zip(&[("lees.txt", b"x")]), "zonder werkblad"),
        (
            "docx",
            zip(&[("[Content_Types].xml", b"<T/>"), ("_rels/.rels", b"<R/>"), ("word/document.xml", b"<d/>")]),
            "Word-document",
        ),
        ("xlsb", zip(&[("_rels/.rels", b"<R/>"), ("xl/workbook.bin", b"x")]), "XLSB"),
        (
            "odt",
            zip(&[("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", b"<a/>")]),
            "geen werkblad",
        ),
        (
            "ods met wachtwoord",
            zip(&[
                ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
                ("content.xml", b"\x01\x02"),
                ("META-INF/manifest.xml", b"<m><encryption-data/></m>"),
            ]),
            "wachtwoord",
        ),
        (
            "ods met wachtwoord, nieuw",
            zip(&[("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"), ("encrypted-package", b"\x01")]),
            "wachtwoord",
        ),
        ("xls", ole("Workbook"), "oud Excel-bestand"),
        ("xlsx met wachtwoord", ole("EncryptedPackage"), "wachtwoord"),
        ("pdf", b"%PDF-1.7".to_vec(), "een PDF"),
        ("webpagina", b"<html>".to_vec(), "een webpagina"),
        ("afgebroken xlsx", x[..x.len() / 2].to_vec(), "niet heel"),
        ("afgebroken ods", o[..o.len() - 10].to_vec(), "niet heel"),
        ("alleen de zip-kop", b"PK\x03\x04abc".to_vec(), "niet heel"),
        (
            "afgebroken blad",
            xlsx_om(&blad("", rij).replace("</sheetData></worksheet>", ""), None),
            "kan niet worden gelezen",
        ),
        ("alleen een kopregel", xlsx_om(&blad("", ""), None), "staat niets"),
        ("leeg blad", xlsx_om("<worksheet><sheetData/></worksheet>", None), "leeg"),
        (
            "één kolom",
            xlsx_om("<worksheet><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row></sheetData></worksheet>", None),
            "2 tot 64 kolommen",
        ),
        (
            "cel in XFD1048576",
            xlsx_om(&blad("", "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>"), None),
            "meer dan 64 kolommen",
        ),
        (
            "adres buiten het blad",
            xlsx_om(&blad("", "<row r=\"2\"><c r=\"ZZZZZZ99999999999\"><v>1</v></c></row>"), None),
            "kan niet worden gelezen",
        ),
        (
            "rijen achteruit",
            xlsx_om(
                &blad("", "<row r=\"9\"><c r=\"A9\"><v>1</v></c></row><row r=\"3\"><c r=\"A3\"><v>1</v></c></row>"),
                None,
            ),
            "volgorde",
        ),
        ("dubbele kop", xlsx_om(&blad("", rij).replace("<v>b</v>", "<v>A</v>"), None), "dezelfde naam"),
        (
            "lange cel",
            xlsx_om(&blad("", &format!("<row r=\"2\"><c r=\"A2\" t=\"str\"><v>{lang}</v></c></row>")), None),
            "te veel tekst",
        ),
        ("entiteitenbom", xlsx_om(&blad("", sst_s), Some(lol)), "horen"),
        (
            "onbekende entiteit",
            xlsx_om(&blad("", sst_s), Some("<sst><si><t>&b;</t></si></sst>")),
            "kan niet worden gelezen",
        ),
        (
            "te veel teksten beloofd",
            xlsx_om(&blad("", sst_s), Some("<sst uniqueCount=\"99999999999999\"><si><t>a</t></si></sst>")),
            "horen",
        ),
        (
            "belofte verstopt",
            xlsx_om(&blad("", sst_s), Some("<?x sst>?><a sst='>'/><sst uniqueCount='99999999999'></sst>")),
            "horen",
        ),
        (
            "belofte ver weg",
            xlsx_om(&blad("", sst_s), Some(&format!("{}<sst uniqueCount='99999999999'></sst>", " ".repeat(5000)))),
            "horen",
        ),
        (
            "tekst die er niet is",
            xlsx_om(&blad("", sst_s), Some("<sst><si><t>a</t></si></sst>")),
            "kan niet worden gelezen",
        ),
        (
            "andere codering",
            xlsx_om(&format!("<?xml version=\"1.0\" encoding=\"ISO-2022-JP\"?>{}", blad("", rij)), None),
            "horen",
        ),
        ("utf-16", xlsx_om("\0<\0a", None), "horen"),
        ("diep genest", xlsx_om(&"<a>".repeat(100_000), None), "horen"),
        ("lang attribuut", xlsx_om(&format!("<a b=\"{}\"/>", "x".repeat(100_000)), None), "horen"),
        (
            "geen verwijzing",
            zip(&[("_rels/.rels", b"<Relationships/>"), ("xl/workbook.xml", b"<workbook/>")]),
            "kan niet worden gelezen",
        ),
        (
            "ods: een miljoen gelijke rijen",
            ods_rijen(&format!("<table:table-row table:number-rows-repeated=\"1048575\">{p}</table:table-row>")),
            "meer dan 250.000 regels",
        ),
        (
            "ods: heel brede rij",
            ods_rijen(&format!(
                "<table:table-row>{}</table:table-row>",
                p.replace("<table:table-cell", "<table:table-cell table:number-columns-repeated=\"99999999999\"")
            )),
            "meer dan 64 kolommen",
        ),
        (
            "ods: vier miljard spaties",
            ods_rijen(&format!(
                "<table:table-row>{}</table:table-row>",
                p.replace(">x<", ">x<text:s text:c=\"4000000000\"/>y<")
            )),
            "te veel tekst",
        ),
        (
            "ods: onleesbare herhaling",
            ods_rijen("<table:table-row table:number-rows-repeated=\"-1\"/>"),
            "kan niet worden gelezen",
        ),
        (
            "ods: te veel cellen",
            ods_rijen(&format!(
                "<table:table-row table:number-rows-repeated=\"250000\">{}</table:table-row>",
                p.replace(">x<", &format!(">{}<", "x".repeat(4000)))
            )),
            "te veel gevulde cellen",
        ),
        ("ods: afgebroken", ods_om("<office:document-content><table:table>"), "kan niet worden gelezen"),
        ("ods: entiteitenbom", ods_om("<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>"), "horen"),
        (
            "ods: alleen verborgen",
            ods_om(&ods_inhoud("<table:table table:style-name=\"uit\"></table:table>")),
            "geen zichtbaar werkblad",
        ),
    ];
    assert!(gevallen.len() >= 20);
    let mut mis = Vec::new();
    for (naam, bytes, hoort) in &gevallen {
        match lees_tabel(bytes) {
            Ok(_) => mis.push(format!("{naam}: gelezen")),
            Err(f) if !f.0.contains(hoort) => mis.push(format!("{naam}: {f}")),
            Err(_) => {}
        }
    }
    assert!(mis.is_empty(), "{mis:#?}");
}

#[test]
fn een_groot_beloofd_blad_neemt_geen_ruimte_en_een_foutcel_wordt_een_rijfout() {
    let rijen = "<row r=\"2\"><c r=\"A2\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c><c r=\"B2\"><v>3</v></c></row>\
        <row r=\"1048576\"><c r=\"A1048576\" t=\"e\"><v>#REF!</v></c></row>";
    let t = lees_tabel(&xlsx_om(&blad("<dimension ref=\"A1:XFD1048576\"/>", rijen), None)).unwrap();
    let cellen: Vec<_> = t.rijen.iter().map(|r| (r.nummer, r.cellen.join("|"))).collect();
    assert_eq!(cellen, [(2, "#FOUT!|3".to_owned()), (1_048_576, "#FOUT!".to_owned())]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn willekeurige_bytes_breken_niets(kop in 0_usize..4, bytes in proptest::collection::vec(any::<u8>(), 0..2000)) {
        let mut alles = [&b""[..], b"PK\x03\x04", b"a;b\n", b"\xD0\xCF\x11\xE0"][kop].to_vec();
        alles.extend(bytes);
        let _ = lees_tabel(&alles);
    }

    #[test]
    fn veranderde_werkbladen_breken_niets(
        welk in 0_usize..3,
        plekken in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12),
        lengte in any::<prop::sample::Index>(),
        kap in any::<bool>(),
    ) {
        let rij = "<row r=\"2\"><c r=\"A2\"><v>1</v></c><c r=\"B2\" t=\"b\"><v>1</v></c></row>";
        // Stored, so that a changed byte reaches the XML and not only the unpacking.
        let mut bytes = match welk {
            0 => {
                let d = xlsx_delen(&blad("<dimension ref=\"A1:B2\"/>", rij));
                zip_met(&d.iter().map(|(n, b)| (n.as_str(), b.as_slice())).collect::<Vec<_>>(), CompressionMethod::Stored)
            }
            1 => ods(),
            _ => csv(';').into_bytes(),
        };
        for (i, b) in &plekken {
            let i = i.index(bytes.len());
            bytes[i] = *b;
        }
        if kap {
            bytes.truncate(lengte.index(bytes.len()));
        }
        let _ = lees_tabel(&bytes);
    }

    #[test]
    fn veranderde_xml_breekt_niets(
        plekken in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8),
        ods in any::<bool>(),
    ) {
        // The change comes before packing, so no checksum stops it.
        let rij = "<row r=\"2\"><c r=\"A2\" s=\"1\"><v>1</v></c><c r=\"B2\" t=\"inlineStr\"><is><t>&#65;</t></is></c></row>";
        let cel = "<table:table-cell office:value-type=\"float\" office:value=\"1\" table:number-columns-repeated=\"2\"/>";
        let mut xml = if ods {
            ods_inhoud(&format!("<table:table><table:table-row>{cel}</table:table-row></table:table>")).into_bytes()
        } else {
            blad("<dimension ref=\"A1:B2\"/>", rij).into_bytes()
        };
        for (i, b) in &plekken {
            let i = i.index(xml.len());
            xml[i] = *b;
        }
        let tekst = String::from_utf8_lossy(&xml);
        let _ = lees_tabel(&if ods { ods_om(&tekst) } else { xlsx_om(&tekst, None) });
    }
}
