#!/usr/bin/env bash
# Makes the data, runs each engine and ours in turn on the same files, and prints the figures. Refuses to print when answers
# differ. Options go to bench/meet.py: `--maten 1,10,100` (millions of rows), `--keren 5`, `--deel signaleren`.
set -euo pipefail
cd "$(dirname "$0")/.."
CARGO_TARGET_DIR=$(realpath -m "${CARGO_TARGET_DIR:-target}")
export CARGO_TARGET_DIR
werk=${BENCH_MAP:-$CARGO_TARGET_DIR/bench}
mkdir -p "$werk"
cargo build --quiet --release --workspace --bins --examples
if [ ! -x "$werk/omgeving/bin/python" ] || ! cmp -s bench/requirements.txt "$werk/omgeving/eisen.txt"; then
  python3 -m venv "$werk/omgeving"
  "$werk/omgeving/bin/pip" install --quiet --disable-pip-version-check -r bench/requirements.txt
  cp bench/requirements.txt "$werk/omgeving/eisen.txt"
fi
exec "$werk/omgeving/bin/python" bench/meet.py --bin "$CARGO_TARGET_DIR/release" --werk "$werk" "$@"
