//! Unpacking a page, never to more than it claims.

use parquet::basic::CompressionCodec;
use std::io::Read;

/// A page of more bytes than this is refused; pages are about a megabyte.
pub(crate) const PAGINA_HOOGSTENS: usize = 64 << 20;

/// Unpacks `van` into `naar`, which it must fill exactly.
pub(crate) fn uitpakken(codec: CompressionCodec, van: &[u8], naar: &mut [u8]) -> Result<(), &'static str> {
    const STUK: &str = "een pagina is beschadigd";
    let n = match codec {
        CompressionCodec::UNCOMPRESSED if van.len() == naar.len() => {
            naar.copy_from_slice(van);
            van.len()
        }
        CompressionCodec::UNCOMPRESSED => return Err(STUK),
        CompressionCodec::SNAPPY => snap::raw::Decoder::new().decompress(van, naar).map_err(|_| STUK)?,
        CompressionCodec::ZSTD => zstd::bulk::decompress_to_buffer(van, naar).map_err(|_| STUK)?,
        CompressionCodec::GZIP => {
            let mut lezer = flate2::read::MultiGzDecoder::new(van);
            lezer.read_exact(naar).map_err(|_| STUK)?;
            // One byte more than it claims is enough to know that it lies.
            if lezer.read(&mut [0]).map_err(|_| STUK)? != 0 {
                return Err(STUK);
            }
            naar.len()
        }
        _ => return Err("deze inpakwijze kennen wij hier niet"),
    };
    if n == naar.len() { Ok(()) } else { Err(STUK) }
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
