#!/usr/bin/env bash
# Fuzzes the reader of questions. FUZZ_KEREN: executions. Needs clang's libFuzzer through cargo-fuzz; installs that once.
set -euo pipefail
cd "$(dirname "$0")/.."
CARGO_TARGET_DIR=$(realpath -m "${CARGO_TARGET_DIR:-target}")
export CARGO_TARGET_DIR
command -v cargo-fuzz >/dev/null || cargo install --locked --quiet cargo-fuzz
corpus=$CARGO_TARGET_DIR/fuzz-corpus
mkdir -p "$corpus"
cargo run --quiet -p regelvraag --example corpus -- "$corpus"
# The sanitizer needs flags of the nightly compiler; the code is safe Rust, so coverage alone is what we want.
RUSTC_BOOTSTRAP=1 cargo fuzz run --sanitizer none --target-dir "$CARGO_TARGET_DIR/fuzz" vraag "$corpus" -- \
  -runs="${FUZZ_KEREN:-10000000}" -max_len=4096 -print_final_stats=1
