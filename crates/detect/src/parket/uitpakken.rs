//! Unpacking a page, never to more than it claims.

use parquet::basic::CompressionCodec;

/// A page of more bytes than this is refused; pages are about a megabyte.
pub(crate) const PAGINA_HOOGSTENS: usize = 64 << 20;

/// Unpacks `van` into `uit`, which must become exactly `lengte` bytes.
pub(crate) fn uitpakken(
    codec: CompressionCodec,
    van: &[u8],
    lengte: usize,
    uit: &mut Vec<u8>,
) -> Result<(), &'static str> {
    const STUK: &str = "een pagina is beschadigd";
    let begin = uit.len();
    match codec {
        CompressionCodec::UNCOMPRESSED => uit.extend_from_slice(van),
        CompressionCodec::SNAPPY => {
            if snap::raw::decompress_len(van).map_err(|_| STUK)? != lengte {
                return Err(STUK);
            }
            uit.resize(begin + lengte, 0);
            snap::raw::Decoder::new().decompress(van, &mut uit[begin..]).map_err(|_| STUK)?;
        }
        CompressionCodec::ZSTD => {
            uit.resize(begin + lengte, 0);
            let n = zstd::bulk::decompress_to_buffer(van, &mut uit[begin..]).map_err(|_| STUK)?;
            uit.truncate(begin + n);
        }
        _ => return Err("deze inpakwijze kennen wij hier niet"),
    }
    if uit.len() - begin == lengte { Ok(()) } else { Err(STUK) }
}

/// Do we unpack this ourselves?
pub(crate) const fn kennen_wij(codec: CompressionCodec) -> bool {
    matches!(codec, CompressionCodec::UNCOMPRESSED | CompressionCodec::SNAPPY | CompressionCodec::ZSTD)
}
