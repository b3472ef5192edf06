//! `cargo run -p xtask -- layers|licenties|dekking`: our own checks, each also a test.

use std::process::ExitCode;

fn main() -> ExitCode {
    let task = std::env::args().nth(1).unwrap_or_default();
    let faults = match task.as_str() {
        "layers" => xtask::layers::check(),
        "dekking" => xtask::dekking::write(),
        "licenties" => xtask::licenties::check(),
        _ => {
            eprintln!("Gebruik: cargo run -p xtask -- layers|licenties|dekking");
            return ExitCode::from(2);
        }
    };
    match faults {
        Ok(faults) if faults.is_empty() => {
            println!("{task}: in orde");
            ExitCode::SUCCESS
        }
        Ok(faults) => {
            for fault in &faults {
                eprintln!("{task}: {fault}");
            }
            ExitCode::FAILURE
        }
        Err(reason) => {
            eprintln!("{task}: {reason}");
            ExitCode::from(2)
        }
    }
}
