#!/usr/bin/env bash
# Fuzzes a running server from its own OpenAPI. Needs TOKEN (an API key) and URL; SCHEMATHESIS_CASES per operation.
set -euo pipefail
cd "$(dirname "$0")/.."
: "${TOKEN:?geef TOKEN, de API-sleutel die de server bij de start toont}"
: "${URL:?geef URL, zoals http://127.0.0.1:8080}"

venv=.lokaal/schemathesis
if [ ! -x "$venv/bin/schemathesis" ]; then
  mkdir -p .lokaal
  python3 -m venv "$venv"
  "$venv/bin/pip" install --quiet schemathesis </dev/null
fi
# From .lokaal, so that its own notes stay out of the tree.
cd .lokaal
exec schemathesis/bin/schemathesis run "$URL${OPENAPI_PAD:-/api/v1/openapi.json}" \
  --url "$URL${API_PAD:-/api/v1}" \
  --header "Authorization: Bearer $TOKEN" \
  --max-examples "${SCHEMATHESIS_CASES:-500}" \
  --seed "${SCHEMATHESIS_SEED:-20261123}" \
  --checks all --no-color </dev/null
