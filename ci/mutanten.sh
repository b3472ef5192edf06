#!/usr/bin/env bash
# Changes `rules` line by line and looks whether a case or a unit test dies; the properties are left out, they take too long.
# Extra options go to cargo-mutants, for instance `-f crates/rules/src/regels/halt.rs`.
set -euo pipefail
cd "$(dirname "$0")/.."
CARGO_TARGET_DIR=$(realpath -m "${CARGO_TARGET_DIR:-target}")
command -v cargo-mutants >/dev/null || cargo install --locked --quiet cargo-mutants
mkdir -p "$CARGO_TARGET_DIR"
# Without our own target folder: cargo-mutants builds each job in a folder of its own.
unset_target() { env -u CARGO_TARGET_DIR "$@"; }
unset_target cargo mutants --package rules --test-package rules --test-package regelvraag --profile mutanten \
  --output "$CARGO_TARGET_DIR/mutanten" --no-shuffle "$@" -- --lib
