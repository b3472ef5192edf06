//! Unpacking a page, never to more than it claims.

use parquet::basic::CompressionCodec;
use std::io::Read;

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
        CompressionCodec::GZIP => {
            // One byte more than it claims is enough to know that it lies.
            let grens = u64::try_from(lengte).map_err(|_| STUK)?.saturating_add(1);
            flate2::read::MultiGzDecoder::new(van).take(grens).read_to_end(uit).map_err(|_| STUK)?;
        }
        _ => return Err("deze inpakwijze kennen wij hier niet"),
    }
    if uit.len() - begin == lengte { Ok(()) } else { Err(STUK) }
}

/// Do we unpack this ourselves?
pub(crate) const fn kennen_wij(codec: CompressionCodec) -> bool {
    matches!(
        codec,
        CompressionCodec::UNCOMPRESSED | CompressionCodec::SNAPPY | CompressionCodec::ZSTD | CompressionCodec::GZIP
    )
}

/// Can it be unpacked within bounds, by us or by the `parquet` crate? That crate unpacks GZIP and the old LZ4 to whatever
/// comes out.
pub(crate) const fn begrensd(codec: CompressionCodec) -> bool {
    kennen_wij(codec) || matches!(codec, CompressionCodec::LZ4_RAW)
}
