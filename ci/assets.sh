#!/usr/bin/env bash
# Builds the style sheet and script, only when their sources or lock changed.
set -euo pipefail
cd "$(dirname "$0")/.."

[ -f assets/package.json ] || { echo "assets: geen assets/package.json, overgeslagen"; exit 0; }
sum=$(find assets -type f -not -path 'assets/node_modules/*' -not -path 'assets/dist/*' -print0 \
  | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum | cut -d' ' -f1)
stamp=assets/dist/.stempel
if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$sum" ]; then exit 0; fi
cd assets
npm ci --ignore-scripts --no-audit --no-fund --loglevel=error </dev/null
npm run --silent bouw </dev/null
mkdir -p dist
echo "$sum" > dist/.stempel
