#!/usr/bin/env bash
# Thousands of made-up requests from the OpenAPI document, against the real server: no 5xx, and every answer as documented.
# Business refusals of well-formed input (422) are right answers here, so that one check is left out.
# LEERRECHT_BIN: the program. SCHEMATHESIS_EXAMPLES: cases per operation and phase.
set -euo pipefail
cd "$(dirname "$0")/.."

version=4.32.5
venv=${CARGO_TARGET_DIR:-target}/schemathesis-$version
if [ ! -x "$venv/bin/schemathesis" ]; then
  rm -rf -- "$venv"
  python3 -m venv "$venv"
  "$venv/bin/pip" install --quiet --disable-pip-version-check "schemathesis==$version"
fi
venv=$(realpath "$venv")

dir=$(mktemp -d)
port=$(node -e 'const s=require("net").createServer().listen(0,"127.0.0.1",()=>{console.log(s.address().port);s.close()})')
base=http://127.0.0.1:$port
LEERRECHT_DATA=$dir/data LEERRECHT_ADRES=127.0.0.1:$port "$LEERRECHT_BIN" start --demo --nu 2026-11-23 >"$dir/server.log" 2>"$dir/server.err" &
server=$!
trap 'kill "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true; rm -rf -- "$dir"' EXIT
for _ in $(seq 300); do
  if curl -fsS -o /dev/null "$base/livez" 2>/dev/null; then break; fi
  sleep 0.1
done

# Runs with the key of one organisation; the rest are options.
run() {
  local key
  key=$(sed -n "s/^API-sleutel $1: //p" "$dir/server.log")
  shift
  (cd "$dir" && "$venv/bin/schemathesis" run "$base/api/v1/openapi.json" --header "Authorization: Bearer $key" \
    --exclude-checks positive_data_acceptance --workers 2 --no-color --seed 1 "$@")
}

run maasveld --exclude-path /zaken --max-examples "${SCHEMATHESIS_EXAMPLES:-800}" | tee "$dir/school.log"
run g9901 --include-path /zaken --max-examples 50 | tee "$dir/gemeente.log"

cases=$(cat "$dir"/school.log "$dir"/gemeente.log | sed -n 's/^ *\([0-9]*\) generated.*/\1/p' | awk '{n+=$1} END {print n+0}')
LEERRECHT_DATA=$dir/data "$LEERRECHT_BIN" audit verifieer >/dev/null
if grep -q 'ERROR' "$dir/server.err"; then
  echo 'De server meldde een storing:' >&2
  head -n 5 "$dir/server.err" >&2
  exit 1
fi
echo "schemathesis: $cases verzoeken, geen 5xx"
[ "$cases" -ge "${SCHEMATHESIS_MINIMUM:-5000}" ]
