#!/usr/bin/env bash
# The functions for DataFusion: a workspace of its own, because DataFusion is big and the product does not need it.
set -euo pipefail
cd "$(dirname "$0")/.."
CARGO_TARGET_DIR=$(realpath -m "${CARGO_TARGET_DIR:-target}")/datafusion
export CARGO_TARGET_DIR
cd datafusion
cargo fmt --check
cargo clippy --locked --quiet --no-deps --all-targets -- -D warnings
cargo test --locked --quiet
