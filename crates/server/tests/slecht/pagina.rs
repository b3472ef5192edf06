//! Parquet files that lie: pages written by hand, and footers that promise something else.

use parquet::basic::{Compression, Encoding};
use parquet::file::metadata::{ParquetMetaDataReader, ParquetMetaDataWriter};
use std::fs::File;
use std::path::Path;

/// What comes in the place of a column.
#[derive(Clone)]
pub(crate) struct Stuk {
    pub(crate) bytes: Vec<u8>,
    pub(crate) inpakwijze: Compression,
    /// Bytes of the dictionary page at the front; 0 when there is none.
    pub(crate) woordenboek: usize,
}

fn varint(mut n: u64, uit: &mut Vec<u8>) {
    loop {
        let b = u8::try_from(n & 0x7F).unwrap();
        n >>= 7;
        uit.push(if n > 0 { b | 0x80 } else { b });
        if n == 0 {
            return;
        }
    }
}

/// A field of 32 bits in a Thrift struct, one further than the field before.
fn veld(n: i32, uit: &mut Vec<u8>) {
    uit.push(0x15);
    varint(u64::try_from(n).unwrap() << 1, uit);
}

/// A data page of the first version.
pub(crate) fn datapagina(waarden: i32, codering: i32, uitgepakt: i32, inhoud: &[u8]) -> Vec<u8> {
    let mut uit = Vec::new();
    for n in [0, uitgepakt, i32::try_from(inhoud.len()).unwrap()] {
        veld(n, &mut uit);
    }
    uit.push(0x2C);
    for n in [waarden, codering, 3, 3] {
        veld(n, &mut uit);
    }
    uit.extend([0, 0]);
    uit.extend_from_slice(inhoud);
    uit
}

/// A dictionary page that is not packed.
pub(crate) fn woordenboekpagina(waarden: i32, inhoud: &[u8]) -> Vec<u8> {
    let mut uit = Vec::new();
    let n = i32::try_from(inhoud.len()).unwrap();
    for n in [2, n, n] {
        veld(n, &mut uit);
    }
    uit.push(0x4C);
    veld(waarden, &mut uit);
    veld(0, &mut uit);
    uit.extend([0, 0]);
    uit.extend_from_slice(inhoud);
    uit
}

/// The same value for all rows, in a few bytes: a dictionary of one word and runs.
pub(crate) fn steeds(waarde: &[u8], mut rijen: i64) -> Stuk {
    let mut bytes = woordenboekpagina(1, waarde);
    let woordenboek = bytes.len();
    while rijen > 0 {
        let n = rijen.min(50_000_000);
        let mut inhoud = vec![1];
        varint(u64::try_from(n).unwrap() << 1, &mut inhoud);
        inhoud.push(0);
        let lengte = i32::try_from(inhoud.len()).unwrap();
        bytes.extend(datapagina(i32::try_from(n).unwrap(), 8, lengte, &inhoud));
        rijen -= n;
    }
    Stuk { bytes, inpakwijze: Compression::UNCOMPRESSED, woordenboek }
}

/// One page with this inside.
pub(crate) fn een_pagina(inpakwijze: Compression, uitgepakt: i32, inhoud: &[u8]) -> Stuk {
    Stuk { bytes: datapagina(1000, 0, uitgepakt, inhoud), inpakwijze, woordenboek: 0 }
}

/// A zstd frame of 4 MB for each of the `keren`, in a few bytes: blocks of one byte, repeated.
pub(crate) fn zstd_bom(keren: usize) -> Vec<u8> {
    let mut uit = vec![0x28, 0xB5, 0x2F, 0xFD, 0x00, 0x38];
    for i in 1..=keren * 32 {
        uit.extend([2 | u8::from(i == keren * 32), 0x00, 0x10, 0]);
    }
    uit
}

/// Snappy that says it unpacks to 2 GB, and then holds next to nothing.
pub(crate) fn snappy_bom() -> Vec<u8> {
    let mut uit = Vec::new();
    varint(2 << 30, &mut uit);
    uit.extend([0, 0]);
    for _ in 0..1000 {
        uit.extend([0xFE, 1, 0]);
    }
    uit
}

/// What the writer made of a column of zeros: 32 MB in a gzip member; gzip may have many of them one after the other.
pub(crate) fn gzip_bom(pad: &Path, keren: usize) -> Vec<u8> {
    use super::maak;
    let nullen = std::sync::Arc::new(arrow_array::UInt64Array::from(vec![0; 4 << 20]));
    let hoe = maak::gewoon()
        .set_compression(Compression::GZIP(parquet::basic::GzipLevel::default()))
        .set_dictionary_enabled(false)
        .set_data_page_size_limit(1 << 30)
        .set_write_batch_size(8 << 20)
        .set_data_page_row_count_limit(8 << 20);
    maak::schrijf_zo(pad, vec![("nullen", nullen)], hoe);
    let bytes = std::fs::read(pad).unwrap();
    let meta = ParquetMetaDataReader::new().parse_and_finish(&File::open(pad).unwrap()).unwrap();
    let k = meta.row_group(0).column(0);
    let (van, lengte) = k.byte_range();
    let chunk = &bytes[usize::try_from(van).unwrap()..usize::try_from(van + lengte).unwrap()];
    let begin = chunk.windows(3).position(|w| w == [0x1F, 0x8B, 8]).unwrap();
    chunk[begin..].repeat(keren)
}

/// More rows than eight row groups can have together, each as long in the footer as [`DRAAGLIJK`].
pub(crate) const ONDRAAGLIJK: i64 = (1 << 62) - 1;
/// What the writer of footers still wants to add up.
const DRAAGLIJK: i64 = 1 << 59;

fn vervang(bytes: &[u8], oud: &[u8], nieuw: &[u8]) -> Vec<u8> {
    assert_eq!(oud.len(), nieuw.len());
    let mut uit = bytes.to_vec();
    for plek in 0..bytes.len() - oud.len() {
        if bytes[plek..].starts_with(oud) {
            uit[plek..plek + oud.len()].copy_from_slice(nieuw);
        }
    }
    uit
}

/// Writes the file again with other columns, and a footer that promises `rijen` rows in each of `groepen` row groups, all at
/// the same place in the file.
pub(crate) fn herschrijf(pad: &Path, rijen: i64, groepen: usize, nieuw: &[(&str, Stuk)]) {
    let oud = std::fs::read(pad).unwrap();
    let meta = ParquetMetaDataReader::new().parse_and_finish(&File::open(pad).unwrap()).unwrap();
    let groep = meta.row_group(0).clone();
    let mut uit = b"PAR1".to_vec();
    let mut kolommen = Vec::new();
    let echt = rijen;
    let rijen = if echt == ONDRAAGLIJK { DRAAGLIJK } else { echt };
    for k in groep.columns() {
        let plek = i64::try_from(uit.len()).unwrap();
        let stuk = nieuw.iter().find(|(n, _)| *n == k.column_path().string());
        let mut b = k.clone().into_builder().set_num_values(rijen);
        if let Some((_, s)) = stuk {
            uit.extend_from_slice(&s.bytes);
            let lengte = i64::try_from(s.bytes.len()).unwrap();
            let data = plek + i64::try_from(s.woordenboek).unwrap();
            b = b
                .set_compression(s.inpakwijze)
                .set_encodings(vec![Encoding::PLAIN, Encoding::RLE, Encoding::RLE_DICTIONARY])
                .clear_page_encoding_stats()
                .set_total_compressed_size(lengte)
                .set_total_uncompressed_size(lengte)
                .set_dictionary_page_offset((s.woordenboek > 0).then_some(plek))
                .set_data_page_offset(data);
        } else {
            let (van, lengte) = k.byte_range();
            uit.extend_from_slice(&oud[usize::try_from(van).unwrap()..usize::try_from(van + lengte).unwrap()]);
            let schuif = plek - i64::try_from(van).unwrap();
            b = b
                .set_dictionary_page_offset(k.dictionary_page_offset().map(|d| d + schuif))
                .set_data_page_offset(k.data_page_offset() + schuif);
        }
        kolommen.push(b.build().unwrap());
    }
    let groep = groep.into_builder().set_num_rows(rijen).set_column_metadata(kolommen).build().unwrap();
    let meta = meta.into_builder().set_row_groups(vec![groep; groepen]).build();
    ParquetMetaDataWriter::new(&mut uit, &meta).finish().unwrap();
    if echt != rijen {
        let getal = |n: i64| {
            let mut uit = Vec::new();
            varint(u64::try_from(n).unwrap() << 1, &mut uit);
            uit
        };
        uit = vervang(&uit, &getal(rijen), &getal(echt));
    }
    std::fs::write(pad, uit).unwrap();
}
