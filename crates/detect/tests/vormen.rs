//! However a file is written, the signals are the same: encodings, packing, page versions, types, order, text.
#![expect(clippy::unwrap_used, reason = "een toets mag vallen")]

mod gegevens;

use detect::{Grenzen, Schooljaar, Signaal, Soort, Vraag, Wet};
use gegevens::{Les, jaar, leerlingen, scholen};
use parquet::basic::{Compression, Encoding, GzipLevel, ZstdLevel};
use parquet::file::properties::{WriterProperties, WriterPropertiesBuilder, WriterVersion};
use std::path::{Path, PathBuf};

fn signalen(paden: &[PathBuf], draden: usize, werkmap: &Path) -> Vec<Signaal> {
    let jaar: Schooljaar = jaar();
    let tot = detect::laatste_dag(paden, jaar).unwrap();
    let wet = Wet::nieuw(jaar, &scholen(), jaar.datum(tot));
    let vraag = Vraag { soort: Soort::Beide, eerste: false, tot };
    let grenzen = Grenzen { jaar, tot_en_met: i32::MAX };
    detect::signaleer_bestanden(paden, grenzen, &wet, vraag, draden, werkmap).unwrap()
}

type Bouwer = fn(WriterPropertiesBuilder) -> WriterPropertiesBuilder;

#[test]
fn hoe_het_bestand_ook_is_geschreven() {
    let map = tempfile::tempdir().unwrap();
    let pad = map.path().join("a.parquet");
    let lessen = leerlingen(600, 1);
    gegevens::parquet(&pad, &lessen, WriterProperties::builder().build());
    let goed = signalen(std::slice::from_ref(&pad), 1, map.path());
    assert!(goed.len() > 200, "{}", goed.len());
    let hoe: [(&str, Bouwer); 14] = [
        ("snappy", |b| b.set_compression(Compression::SNAPPY)),
        ("zstd", |b| b.set_compression(Compression::ZSTD(ZstdLevel::default()))),
        ("gzip", |b| b.set_compression(Compression::GZIP(GzipLevel::default()))),
        ("lz4", |b| b.set_compression(Compression::LZ4_RAW)),
        ("zonder woordenboek", |b| b.set_dictionary_enabled(false)),
        ("zonder woordenboek, snappy", |b| b.set_dictionary_enabled(false).set_compression(Compression::SNAPPY)),
        ("tweede versie", |b| b.set_writer_version(WriterVersion::PARQUET_2_0)),
        ("tweede versie, zstd", |b| {
            b.set_writer_version(WriterVersion::PARQUET_2_0).set_compression(Compression::ZSTD(ZstdLevel::default()))
        }),
        ("tweede versie, zonder woordenboek", |b| {
            b.set_writer_version(WriterVersion::PARQUET_2_0).set_dictionary_enabled(false)
        }),
        ("verschillen", |b| {
            b.set_dictionary_enabled(false).set_column_encoding("leerling".into(), Encoding::DELTA_BINARY_PACKED)
        }),
        ("lengtes apart", |b| {
            b.set_dictionary_enabled(false).set_column_encoding("status".into(), Encoding::DELTA_LENGTH_BYTE_ARRAY)
        }),
        ("kleine pagina's", |b| b.set_data_page_row_count_limit(37).set_write_batch_size(10)),
        ("klein woordenboek", |b| b.set_dictionary_page_size_limit(64).set_write_batch_size(100)),
        ("kleine rijgroepen", |b| b.set_max_row_group_row_count(Some(501))),
    ];
    for (naam, bouwer) in hoe {
        gegevens::parquet(&pad, &lessen, bouwer(WriterProperties::builder()).build());
        assert_eq!(signalen(std::slice::from_ref(&pad), 1, map.path()), goed, "{naam}");
        assert_eq!(signalen(std::slice::from_ref(&pad), 3, map.path()), goed, "{naam}, drie draden");
    }
}

#[test]
fn welke_typen_de_kolommen_ook_hebben() {
    let map = tempfile::tempdir().unwrap();
    let pad = map.path().join("a.parquet");
    let lessen = leerlingen(200, 2);
    gegevens::parquet(&pad, &lessen, WriterProperties::builder().build());
    let goed = signalen(std::slice::from_ref(&pad), 1, map.path());
    for vorm in gegevens::Vorm::ALLE {
        gegevens::parquet_in_vorm(&pad, &lessen, vorm);
        assert_eq!(signalen(std::slice::from_ref(&pad), 1, map.path()), goed, "{vorm:?}");
    }
}

#[test]
fn in_welke_volgorde_en_in_hoeveel_bestanden_ook() {
    let map = tempfile::tempdir().unwrap();
    let een = |naam: &str| map.path().join(naam);
    let lessen = leerlingen(300, 3);
    gegevens::parquet(&een("goed.parquet"), &lessen, WriterProperties::builder().build());
    let goed = signalen(&[een("goed.parquet")], 1, map.path());
    let mut op_datum = lessen.clone();
    op_datum.sort_by_key(|l| (l.datum, l.school, l.lesuur));
    gegevens::parquet(&een("datum.parquet"), &op_datum, WriterProperties::builder().build());
    for draden in [1, 2, 5] {
        assert_eq!(signalen(&[een("datum.parquet")], draden, map.path()), goed);
    }
    gegevens::csv(&een("alles.csv"), &op_datum, ',');
    gegevens::csv(&een("punt.csv"), &op_datum, ';');
    assert_eq!(signalen(&[een("alles.csv")], 1, map.path()), goed);
    assert_eq!(signalen(&[een("punt.csv")], 1, map.path()), goed);
    let (voor, na): (Vec<Les>, Vec<Les>) = lessen.iter().partition(|l| l.leerling % 3 == 0);
    gegevens::parquet(&een("voor.parquet"), &voor, WriterProperties::builder().build());
    gegevens::csv(&een("na.csv"), &na, ',');
    assert_eq!(signalen(&[een("voor.parquet"), een("na.csv")], 1, map.path()), goed);
    assert_eq!(std::fs::read_dir(map.path()).unwrap().count(), 6, "er blijft niets van het sorteren achter");
}

#[test]
fn een_lesregister_geeft_wat_de_bestanden_geven_ook_met_wijzigingen_en_draden() {
    let map = tempfile::tempdir().unwrap();
    let pad = |naam: &str| map.path().join(naam);
    let lessen = leerlingen(400, 4);
    gegevens::parquet(&pad("alles.parquet"), &lessen, WriterProperties::builder().build());
    let goed = signalen(&[pad("alles.parquet")], 1, map.path());
    // A third at once, the rest in fourteen days' deliveries: more than ten, so they are merged on the way.
    let grens = |l: &Les| l.datum % 15;
    let grenzen = Grenzen { jaar: jaar(), tot_en_met: i32::MAX };
    let mut r = None;
    for deel in 0..15 {
        let deze: Vec<Les> = lessen.iter().filter(|l| grens(l) == deel).copied().collect();
        gegevens::parquet(&pad("deel.parquet"), &deze, WriterProperties::builder().build());
        let mut bouw = match r.take() {
            None => detect::Bouw::begin(&pad("register"), jaar(), &scholen()).unwrap(),
            Some(r) => detect::Register::wijzig(r).unwrap(),
        };
        let bestand = [pad("deel.parquet")];
        detect::lees_aanwezigheid(&bestand, grenzen, map.path(), &mut bouw, detect::Bouw::opnieuw).unwrap();
        r = Some(bouw.klaar().unwrap().samenvoegen(false).unwrap());
    }
    let r = r.unwrap();
    let tot = r.laatste_dag().unwrap();
    let wet = Wet::nieuw(jaar(), r.scholen(), jaar().datum(tot));
    let vraag = Vraag { soort: Soort::Beide, eerste: false, tot };
    for draden in [1, 2, 4] {
        assert_eq!(detect::signaleer(&r, &wet, vraag, draden).unwrap(), goed, "{draden} draden");
    }
    assert_eq!(r.lessen(), u64::try_from(lessen.len()).unwrap());
    // The evidence of one signal, on demand.
    let s = goed.iter().find(|s| !s.langdurig).unwrap();
    let bewijs = r.leerling(s.leerling).unwrap();
    let van_school = bewijs.iter().find(|(school, _)| *school == s.school).unwrap();
    assert!(van_school.1.iter().any(|x| detect::Rij(*x).dag() == u32::from(s.bereikt_op)));
    let r = r.samenvoegen(true).unwrap();
    assert_eq!(detect::signaleer(&r, &wet, vraag, 1).unwrap(), goed);
    assert_eq!(r.controleer().unwrap().bestanden, 1);
}
