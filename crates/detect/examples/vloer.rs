//! The floor: reads every byte of some files and adds them up, in blocks that stay in the cache. `vloer BESTAND…`

use std::error::Error;
use std::fs::File;
use std::io::Read;

fn main() -> Result<(), Box<dyn Error>> {
    let mut som = 0_u64;
    let mut blok = vec![0_u8; 256 << 10];
    for pad in std::env::args().skip(1) {
        let mut f = File::open(pad)?;
        loop {
            let n = f.read(&mut blok)?;
            if n == 0 {
                break;
            }
            let (woorden, rest) = blok[..n].as_chunks::<8>();
            som = woorden.iter().fold(som, |s, w| s.wrapping_add(u64::from_le_bytes(*w)));
            som = rest.iter().fold(som, |s, b| s.wrapping_add(u64::from(*b)));
        }
    }
    println!("{som}");
    Ok(())
}
