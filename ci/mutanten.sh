#!/usr/bin/env bash
# Changes `rules` line by line and looks whether a case, a unit test, the decision table or a property dies; each property
# gets few cases, or it takes too long.
# Extra options go to cargo-mutants, for instance `-f crates/rules/src/regels/halt.rs`.
set -euo pipefail
cd "$(dirname "$0")/.."
CARGO_TARGET_DIR=$(realpath -m "${CARGO_TARGET_DIR:-target}")
command -v cargo-mutants >/dev/null || cargo install --locked --quiet cargo-mutants
export PROPTEST_CASES="${PROPTEST_CASES:-200}"
mkdir -p "$CARGO_TARGET_DIR"
# Without our own target folder: cargo-mutants builds each job in a folder of its own.
unset_target() { env -u CARGO_TARGET_DIR "$@"; }
unset_target cargo mutants --package rules --test-package rules --test-package regelvraag --profile mutanten \
  --output "$CARGO_TARGET_DIR/mutanten" --no-shuffle "$@" -- --lib --test beslistabel --test eigenschappen
