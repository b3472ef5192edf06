#!/usr/bin/env bash
# Starts a demo on a free port, takes a token from its output, fuzzes its API, stops it.
set -euo pipefail
cd "$(dirname "$0")/.."
bin=${LEERRECHT_BIN:-${CARGO_TARGET_DIR:-target}/debug/leerrecht}
work=$(mktemp -d)
server=
trap '[ -z "$server" ] || { kill "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true; }; rm -rf -- "$work"' EXIT

port=$(node -e 'const s=require("net").createServer().listen(0,"127.0.0.1",()=>{console.log(s.address().port);s.close()})')
LEERRECHT_ADRES=127.0.0.1:$port LEERRECHT_DATA=$work/data \
  "$bin" start --demo --nu 2026-11-23 </dev/null >"$work/uit" 2>&1 &
server=$!
for _ in $(seq 600); do
  grep -q 'Leerrecht draait op' "$work/uit" && break
  kill -0 "$server" 2>/dev/null || break
  sleep 0.2
done
grep -q 'Leerrecht draait op' "$work/uit" || { echo "De server start niet:"; tail -n 20 "$work/uit"; exit 1; }
TOKEN=$(sed -n 's/^.*API-sleutel [^:]*: *//p' "$work/uit" | head -n 1)
[ -n "$TOKEN" ] || { echo "De server toont geen regel 'API-sleutel <organisatie>: <token>'"; exit 1; }
if TOKEN=$TOKEN URL=http://127.0.0.1:$port ci/schemathesis.sh; then code=0; else code=$?; fi
kill -0 "$server" 2>/dev/null || { echo "De server is tijdens de fuzz gestopt:"; tail -n 20 "$work/uit"; code=1; }
exit "$code"
