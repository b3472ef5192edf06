use super::*;
use crate::{kolommen::herken, tabel::lees_tabel};
use jiff::civil::date;

fn inst() -> Instellingen {
    Instellingen {
        codes: standaard_codes(),
        lesuur_minuten: 50,
        schooljaar: (date(2026, 8, 1), date(2027, 7, 31)),
        vandaag: date(2026, 11, 23),
        brin: Some("99ZC".to_owned()),
        lestijden: standaard_lestijden(50),
    }
}

#[test]
fn elke_slechte_waarde_wijst_naar_haar_kolom_en_laat_de_waarde_weg() {
    let gevallen = [
        ("30001;19-11-2026;6;S;;", ""),
        ("30001;2026-11-19;6e;TL;10;99ZC01", ""),
        (";19-11-2026;6;S;;", "leerlingnummer"),
        ("=cmd;19-11-2026;6;S;;", "leerlingnummer"),
        ("999990408 of zo;19-11-2026;6;S;;", "leerlingnummer"),
        ("30001;30-02-2026;6;S;;", "datum"),
        ("30001;29-02-2027;6;S;;", "datum"),
        ("30001;11/19/2026;6;S;;", "datum"),
        ("30001;19 november;6;S;;", "datum"),
        ("30001;44000;6;S;;", "datum"),
        ("30001;24-11-2026;6;S;;", "datum"),
        ("30001;31-07-2026;6;S;;", "datum"),
        ("30001;00-00-2010;6;S;;", "datum"),
        ("30001;19-11-9999;6;S;;", "datum"),
        ("30001;19-11-2026;0;S;;", "lesuur"),
        ("30001;19-11-2026;17;S;;", "lesuur"),
        ("30001;19-11-2026;-1;S;;", "lesuur"),
        ("30001;19-11-2026;1e9;S;;", "lesuur"),
        ("30001;19-11-2026;NaN;S;;", "lesuur"),
        ("30001;19-11-2026;16 uur en meer;S;;", "lesuur"),
        ("30001;19-11-2026;٦;S;;", "lesuur"),
        ("30001;19-11-2026;6;XYZ;;", "code"),
        ("30001;19-11-2026;6;<script>;;", "code"),
        ("30001;19-11-2026;6;TL;;", "minuten te laat"),
        ("30001;19-11-2026;6;TL;51;", "minuten te laat"),
        ("30001;19-11-2026;6;TL;Infinity;", "minuten te laat"),
        ("30001;19-11-2026;6;S;;99ZD", "schoolcode"),
        ("30001;19-11-2026", "lesuur"),
    ];
    for (regel, kolom) in gevallen {
        let t =
            lees_tabel(format!("Leerlingnummer;Datum;Lesuur;Code;Minuten te laat;BRIN\n{regel}\n").as_bytes()).unwrap();
        let g = lees(&t, &herken(&t), &inst());
        assert_eq!(g.fouten.first().map_or("", |f| f.kolom), kolom, "{regel}");
        assert_eq!(g.rijen.len(), usize::from(kolom.is_empty()), "{regel}");
        for f in &g.fouten {
            assert!(f.rij == 2 && !f.melding.contains("999990408") && !f.melding.contains("script"));
        }
    }
}

#[test]
fn dubbele_lessen_en_ontbrekende_kolommen() {
    let t = lees_tabel(b"llnr;dag;uur;code\n1;1-9-2026;1;S\n1;1-9-2026;1;S\n1;1-9-2026;1;Z\n").unwrap();
    let g = lees(&t, &herken(&t), &inst());
    assert_eq!((g.rijen.len(), g.fouten.len()), (1, 1));
    let t = lees_tabel(b"naam;dag\nx;1-9-2026\n").unwrap();
    assert_eq!(herken(&t).ontbreekt(), ["leerlingnummer", "lesuur", "code"]);
}

/// Lessons as `lesuur:status:minuten te laat`, or the column of the error.
fn uitkomst(kop: &str, regels: &str) -> String {
    let t = lees_tabel(format!("{kop}\n{regels}\n").as_bytes()).unwrap();
    let k = herken(&t);
    assert!(k.ontbreekt().is_empty() && k.dubbel().is_empty(), "{kop}");
    let g = lees(&t, &k, &inst());
    let les = |r: &Gelezenrij| match r.minuten_te_laat {
        0 => format!("{}:{}", r.lesuur, r.status.code()),
        m => format!("{}:{}:{m}", r.lesuur, r.status.code()),
    };
    let mut uit: Vec<String> = g.rijen.iter().map(les).collect();
    uit.extend(g.fouten.iter().map(|f| format!("fout {}", f.kolom)));
    uit.join(" ")
}

#[test]
fn tijden_worden_lessen() {
    // Lessons: 08:30, 09:20, break, 10:30, 11:20, break, 12:30 …
    let gevallen = [
        ("08:30;09:20;S", "1:ongeoorloofd"),
        ("8:30;1010;S", "1:ongeoorloofd 2:ongeoorloofd"),
        ("08.30;12:10:00;Z", "1:ziek 2:ziek 3:ziek 4:ziek"),
        ("08:54;09:45;S", "1:ongeoorloofd"),
        ("08:55;09:46;S", "2:ongeoorloofd"),
        ("08:55;09:45;S", "fout van"),
        ("10:10;10:30;S", "fout van"),
        ("23:00;23:50;S", "fout van"),
        ("09:20;09:20;S", "fout tot"),
        ("09:20;08:30;S", "fout tot"),
        (";09:20;S", "fout van"),
        ("08:30;;S", "fout tot"),
        ("08:30;25:00;S", "fout tot"),
        ("half 9;09:20;S", "fout van"),
        ("08:30;09:20;XYZ", "fout code"),
        ("08:30;09:20;", "1:aanwezig"),
        ("08:30;08:40;TL", "1:te_laat:10"),
        ("08:30;10:10;TL", "1:te_laat:50"),
        ("10:10;10:20;TL", "fout van"),
    ];
    for (regel, hoort) in gevallen {
        assert_eq!(uitkomst("llnr;datum;begintijd;eindtijd;code", &format!("1;1-9-2026;{regel}")), hoort, "{regel}");
    }
    let twee = "1;1-9-2026;08:30;10:10;S\n1;1-9-2026;09:20;10:10;Z";
    assert_eq!(uitkomst("llnr;datum;van;tot;code", twee), "1:ongeoorloofd 2:ongeoorloofd fout code");
    // A lesson number goes before times.
    assert_eq!(uitkomst("llnr;datum;uur;van;tot;code", "1;1-9-2026;6;08:30;09:20;S"), "6:ongeoorloofd");
    assert_eq!(uitkomst("llnr;datum;uur;van;tot;code", "1;1-9-2026;;08:30;09:20;S"), "1:ongeoorloofd");
    assert_eq!(uitkomst("llnr;datum;uur;van;tot;code", "1;1-9-2026;;;;S"), "fout lesuur");
}

#[test]
fn twee_kolommen_met_merken() {
    let gevallen = [
        ("x;", "1:geoorloofd"),
        (";ja", "1:ongeoorloofd"),
        ("0;2", "1:ongeoorloofd"),
        ("nee;-", "1:aanwezig"),
        (";", "1:aanwezig"),
        ("1;1", "fout ongeoorloofd"),
        ("misschien;1", "fout geoorloofd"),
        ("1;#FOUT!", "fout ongeoorloofd"),
    ];
    for (regel, hoort) in gevallen {
        let regel = format!("1;1-9-2026;1;{regel}");
        assert_eq!(uitkomst("llnr;datum;lesuur;Geoorloofd verzuim;Ongeoorloofd verzuim", &regel), hoort, "{regel}");
    }
    assert_eq!(uitkomst("llnr;datum;lesuur;spijbelen", "1;1-9-2026;1;1"), "1:ongeoorloofd");
    // A code says more than a mark.
    assert_eq!(uitkomst("llnr;datum;lesuur;code;geoorloofd", "1;1-9-2026;1;Z;1"), "1:ziek");
    assert_eq!(uitkomst("llnr;datum;lesuur;code;geoorloofd", "1;1-9-2026;1;;1"), "1:geoorloofd");
    let twee = "1;1-9-2026;1;1\n1;1-9-2026;1;0";
    assert_eq!(uitkomst("llnr;datum;lesuur;spijbelen", twee), "1:ongeoorloofd fout ongeoorloofd");
}

#[test]
fn tweehonderdduizend_regels() {
    let mut csv = "llnr;datum;van;tot;code\n".to_owned();
    let mut met_uur = "llnr;datum;lesuur;code\n".to_owned();
    for i in 0..200_000_u32 {
        let (leerling, dag, uur) = (i / 200, 1 + i / 8 % 20, i % 8 + 1);
        csv.push_str(&format!("{leerling};{dag}-9-2026;{:02}:00;{:02}:10;S\n", uur + 8, uur + 9));
        met_uur.push_str(&format!("{leerling};{dag}-9-2026;{uur};{}\n", if i % 9 == 0 { "fout" } else { "Z" }));
    }
    for tekst in [csv, met_uur] {
        let t = lees_tabel(tekst.as_bytes()).unwrap();
        let begin = std::time::Instant::now();
        let g = lees(&t, &herken(&t), &inst());
        let duur = begin.elapsed();
        println!("200.000 regels: {duur:?}, {} lessen, {} fouten", g.rijen.len(), g.fouten.len());
        assert!(g.rijen.len() + g.fouten.len() >= 100_000);
        // Wide: a slow machine must not fail, a square algorithm must.
        assert!(duur.as_secs() < 10);
    }
}
