//! Workbooks for tests: good ones by a real writer, hostile ones by hand.

use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// The six rows that each format must give.
pub(crate) const KOP: [&str; 5] = ["Leerlingnummer", "Datum", "Begintijd", "Eindtijd", "Ongeoorloofd"];
/// Their cells.
pub(crate) const RIJEN: [[&str; 5]; 6] = [
    ["30001", "2026-11-19", "08:30", "09:20", "ja"],
    ["30002", "2026-11-19", "08:30", "09:20", "nee"],
    ["30003", "2026-11-18", "09:20", "10:10", "ja"],
    ["30004", "2026-11-17", "10:30", "12:10", "1"],
    ["30005", "2026-11-16", "13:20", "14:10", "café & <i>"],
    ["30006", "2026-11-13", "14:30", "15:20", "2.5"],
];

/// A zip of these entries.
pub(crate) fn zip(delen: &[(&str, &[u8])]) -> Vec<u8> {
    zip_met(delen, CompressionMethod::Deflated)
}

/// A zip with a chosen method.
pub(crate) fn zip_met(delen: &[(&str, &[u8])], methode: CompressionMethod) -> Vec<u8> {
    let mut z = ZipWriter::new(Cursor::new(Vec::new()));
    for (naam, inhoud) in delen {
        z.start_file(*naam, SimpleFileOptions::default().compression_method(methode)).unwrap();
        z.write_all(inhoud).unwrap();
    }
    z.finish().unwrap().into_inner()
}

/// A good XLSX with dates, times, booleans and numbers, an empty row, a hidden sheet and an empty sheet before it.
pub(crate) fn xlsx() -> Vec<u8> {
    let mut boek = Workbook::new();
    boek.add_worksheet().set_name("Leeg").unwrap();
    let geheim = boek.add_worksheet();
    geheim.set_name("Geheim").unwrap().set_hidden(true);
    for r in 0..3 {
        geheim.write(r, 0, "verborgen").unwrap();
        geheim.write(r, 1, r).unwrap();
    }
    let blad = boek.add_worksheet();
    blad.set_name("Verzuim").unwrap();
    let (dag, tijd) = (Format::new().set_num_format("dd-mm-yyyy"), Format::new().set_num_format("hh:mm"));
    for (k, naam) in (0..).zip(KOP) {
        blad.write(0, k, naam).unwrap();
    }
    // Row 2 of the sheet stays empty.
    for (r, rij) in (2..).zip(RIJEN) {
        blad.write(r, 0, rij[0].parse::<f64>().unwrap()).unwrap();
        blad.write_with_format(r, 1, ExcelDateTime::parse_from_str(rij[1]).unwrap(), &dag).unwrap();
        for k in [2_u16, 3] {
            let t = ExcelDateTime::parse_from_str(rij[usize::from(k)]).unwrap();
            blad.write_with_format(r, k, t, &tijd).unwrap();
        }
        match rij[4] {
            "ja" => blad.write(r, 4, true).unwrap(),
            "nee" => blad.write(r, 4, false).unwrap(),
            "1" => blad.write(r, 4, Formula::new("=1").set_result("1")).unwrap(),
            "2.5" => blad.write(r, 4, 2.5).unwrap(),
            tekst => blad.write(r, 4, tekst).unwrap(),
        };
    }
    boek.save_to_buffer().unwrap()
}

const MIMETYPE: &[u8] = b"application/vnd.oasis.opendocument.spreadsheet";

/// A zip around `content.xml`.
pub(crate) fn ods_om(inhoud: &str) -> Vec<u8> {
    zip(&[("mimetype", MIMETYPE), ("content.xml", inhoud.as_bytes()), ("META-INF/manifest.xml", b"<m/>")])
}

/// `content.xml` around sheets.
pub(crate) fn ods_inhoud(bladen: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content><office:automatic-styles>\
         <style:style style:name=\"uit\"><style:table-properties table:display=\"false\"/></style:style>\
         </office:automatic-styles><office:body><office:spreadsheet>{bladen}</office:spreadsheet></office:body>\
         </office:document-content>"
    )
}

/// A good ODS with the same rows.
pub(crate) fn ods() -> Vec<u8> {
    let p = |t: &str| {
        format!(
            "<table:table-cell office:value-type=\"string\"><text:p>{}</text:p></table:table-cell>",
            t.replace('&', "&amp;").replace('<', "&lt;")
        )
    };
    let getal = |t: &str| {
        format!(
            "<table:table-cell office:value-type=\"float\" office:value=\"{t}\"><text:p>x</text:p></table:table-cell>"
        )
    };
    let tijd = |t: &str| {
        let (u, m) = t.split_once(':').unwrap();
        format!("<table:table-cell office:value-type=\"time\" office:time-value=\"PT{u}H{m}M00S\"/>")
    };
    let mut rijen = format!("<table:table-row>{}</table:table-row>", KOP.map(p).concat());
    rijen.push_str("<table:table-row><table:table-cell table:number-columns-repeated=\"1024\"/></table:table-row>");
    for r in RIJEN {
        let laatste = match r[4] {
            "ja" => "<table:table-cell office:value-type=\"boolean\" office:boolean-value=\"true\"/>".to_owned(),
            "nee" => "<table:table-cell office:value-type=\"boolean\" office:boolean-value=\"false\"/>".to_owned(),
            "1" | "2.5" => getal(r[4]),
            t => p(t).replace("</text:p>", "</text:p><office:annotation><text:p>notitie</text:p></office:annotation>"),
        };
        rijen.push_str(&format!(
            "<table:table-row>{}<table:table-cell office:value-type=\"date\" office:date-value=\"{}\"/>{}{}{laatste}\
             <table:table-cell table:number-columns-repeated=\"16379\"/></table:table-row>",
            getal(r[0]),
            r[1],
            tijd(r[2]),
            tijd(r[3]),
        ));
    }
    let verborgen = format!(
        "<table:table table:style-name=\"uit\">{}</table:table>",
        format!("<table:table-row>{}{}</table:table-row>", p("a"), p("b")).repeat(3)
    );
    ods_om(&ods_inhoud(&format!(
        "<table:table/>{verborgen}<table:table>{rijen}<table:table-row table:number-rows-repeated=\"1048568\">\
         <table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row></table:table>"
    )))
}

/// An XLSX by hand: this sheet, and shared texts when given.
pub(crate) fn xlsx_om(blad: &str, teksten: Option<&str>) -> Vec<u8> {
    let mut delen = xlsx_delen(blad);
    if let Some(t) = teksten {
        delen.push(("xl/sharedStrings.xml".to_owned(), t.as_bytes().to_vec()));
    }
    zip(&delen.iter().map(|(n, b)| (n.as_str(), b.as_slice())).collect::<Vec<_>>())
}

/// The parts of an XLSX with one sheet.
pub(crate) fn xlsx_delen(blad: &str) -> Vec<(String, Vec<u8>)> {
    let rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    [
        ("[Content_Types].xml", "<Types/>".to_owned()),
        (
            "_rels/.rels",
            format!("<Relationships><Relationship Id=\"r\" Type=\"{rel}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"),
        ),
        (
            "xl/workbook.xml",
            "<workbook><sheets><sheet name=\"B\" sheetId=\"1\" r:id=\"a\"/></sheets></workbook>".to_owned(),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            format!("<Relationships><Relationship Id=\"a\" Type=\"{rel}/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"),
        ),
        ("xl/worksheets/sheet1.xml", blad.to_owned()),
    ]
    .into_iter()
    .map(|(n, b)| (n.to_owned(), b.into_bytes()))
    .collect()
}

/// A sheet with a heading `a`, `b` and these rows.
pub(crate) fn blad(voor: &str, rijen: &str) -> String {
    format!(
        "<worksheet>{voor}<sheetData><row r=\"1\"><c r=\"A1\" t=\"str\"><v>a</v></c><c r=\"B1\" t=\"str\"><v>b</v></c>\
         </row>{rijen}</sheetData></worksheet>"
    )
}
