#!/usr/bin/env bash
# The tools we need. `nodig.sh test` also wants what the tests use, and installs Debian packages when it may.
set -euo pipefail

missing=()
command -v cargo >/dev/null || missing+=("cargo (https://rustup.rs)")
command -v npm >/dev/null || missing+=("npm")
if command -v node >/dev/null; then
  major=$(node -p 'process.versions.node.split(".")[0]')
  [ "$major" -ge 20 ] || missing+=("node 20 of nieuwer (hier: $(node --version))")
else
  missing+=("node 20 of nieuwer")
fi

if [ "${1:-}" = test ]; then
  packages=()
  [ -x "${CHROMIUM:-/usr/bin/chromium}" ] || packages+=(chromium)
  ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || packages+=(postgresql)
  command -v python3 >/dev/null || packages+=(python3 python3-venv)
  command -v curl >/dev/null || packages+=(curl)
  command -v valgrind >/dev/null || packages+=(valgrind)
  if [ "${#packages[@]}" -gt 0 ]; then
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
      echo "Installeren: ${packages[*]}"
      apt-get update -qq </dev/null >/dev/null
      DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${packages[@]}" </dev/null >/dev/null
    else
      missing+=("Debian-pakketten; voer uit: sudo apt-get install ${packages[*]}")
    fi
  fi
fi

if [ "${#missing[@]}" -gt 0 ]; then
  echo "Er ontbreekt:" >&2
  printf '  - %s\n' "${missing[@]}" >&2
  exit 1
fi
