#!/usr/bin/env bash
# Changes `rules` line by line and looks whether a test dies. The properties run with fewer cases: the tables do the work.
# Extra options go to cargo-mutants, for instance `-f crates/rules/src/regels/halt.rs`.
set -euo pipefail
cd "$(dirname "$0")/.."
CARGO_TARGET_DIR=$(realpath -m "${CARGO_TARGET_DIR:-target}")
command -v cargo-mutants >/dev/null || cargo install --locked --quiet cargo-mutants
PROPTEST_CASES=${PROPTEST_CASES:-200} cargo mutants --package rules --test-package rules --test-package regelvraag \
  --output "$CARGO_TARGET_DIR/mutanten" --no-shuffle "$@"
