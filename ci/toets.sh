#!/usr/bin/env bash
# Everything CI runs. The last line is `N passed, M failed`; with a failure the exit code is 1.
set -euo pipefail
cd "$(dirname "$0")/.."
exec </dev/null
export CARGO_TERM_COLOR=never NO_COLOR=1 npm_config_update_notifier=false
CARGO_TARGET_DIR=$(realpath -m "${CARGO_TARGET_DIR:-target}")
export CARGO_TARGET_DIR
export LEERRECHT_BIN=$CARGO_TARGET_DIR/debug/leerrecht
unset LEERRECHT_DATABASE
log=$(mktemp -d)

. ci/postgres.sh
trap 'postgres_stop; rm -rf -- "$log"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

passed=0
failed=0

# Runs one step with its output in a file; prints its duration, and the end of the output when it fails.
# The step runs in this shell, so that it can export; `set -e` does not hold inside, so a step chains with &&.
step() {
  local name=$1 start=$SECONDS code=0
  shift
  out=$log/out
  "$@" >"$out" 2>&1 || code=$?
  if [ "$code" = 0 ]; then
    printf 'ok     %-28s %4d s\n' "$name" $((SECONDS - start))
  else
    printf 'FOUT   %-28s %4d s\n' "$name" $((SECONDS - start))
    tail -n "${REGELS:-80}" "$out" | sed 's/^/       /'
  fi
  return "$code"
}

# A step that counts as one test.
one() { if step "$@"; then passed=$((passed + 1)); else failed=$((failed + 1)); return 1; fi; }

# A step whose runner says how many tests passed and failed. A failed step without a failed test is one failure.
counted() {
  local kind=$1 code=0 p=0 f=0
  shift
  step "$@" || code=$?
  case $kind in
    nextest)
      # "Summary [ 1.2s] 12 tests run: 9 passed (1 slow), 2 failed, 1 timed out, 0 skipped"
      sum() { sed -n 's/.* tests\{0,1\} run: //p' "$out" | tail -n 1 | grep -oE "[0-9]+ ($1)" | awk '{n+=$1} END {print n+0}' || true; }
      p=$(sum passed)
      f=$(sum 'failed|timed out|exec failed')
      ;;
    cargo)
      p=$(awk '/^test result:/ {n+=$4} END {print n+0}' "$out")
      f=$(awk '/^test result:/ {n+=$6} END {print n+0}' "$out")
      ;;
    node)
      p=$(awk '$2=="pass" {n+=$3} END {print n+0}' "$out")
      f=$(awk '$2=="fail" {n+=$3} END {print n+0}' "$out")
      ;;
  esac
  if [ "$code" != 0 ] && [ "${f:-0}" = 0 ]; then f=1; fi
  # A runner that found no tests has not tested anything.
  if [ "$code" = 0 ] && [ "${p:-0}" = 0 ]; then echo "       geen enkele test gevonden"; f=1; code=1; fi
  passed=$((passed + p))
  failed=$((failed + f))
  printf '       %d geslaagd, %d mislukt\n' "$p" "$f"
  return "$code"
}

slot() {
  echo "$passed passed, $failed failed"
  [ "$failed" = 0 ] || exit 1
  exit 0
}

in_e2e() { (cd e2e && "$@"); }
e2e_deps() { in_e2e npm ci --ignore-scripts --no-audit --no-fund --loglevel=error; }
e2e_postgres() { (export LEERRECHT_DATABASE=$LEERRECHT_TEST_POSTGRES && cd e2e && node --test --test-reporter=tap); }
e2e_sqlite() { in_e2e node --test --test-reporter=tap; }

one "gereedschap" ci/nodig.sh test || slot
one "assets" ci/assets.sh || slot
one "opmaak" cargo fmt --check || true
one "clippy" cargo clippy --quiet --workspace --all-targets -- -D warnings || true

postgres=1
one "PostgreSQL start" postgres_start || postgres=0
if cargo nextest --version >/dev/null 2>&1; then
  counted nextest "Rust-tests" cargo nextest run --workspace --no-fail-fast --status-level fail --final-status-level fail || true
else
  counted cargo "Rust-tests" cargo test --quiet --workspace --no-fail-fast || true
fi
if cargo deny --version >/dev/null 2>&1; then
  one "cargo deny" cargo deny check licenses bans sources || true
fi

one "instructies per rij" ci/instructies.sh || true
kill9() { KILL9_KEREN=${KILL9_KEREN:-50} cargo test --quiet --workspace --test kill9 -- --ignored --nocapture; }
if one "kill -9" kill9; then grep '^kill -9' "$out" | sed 's/^/       /'; fi

# With the features of the tests: built already.
if one "bouw" cargo build --quiet --workspace --bins --examples; then
  if one "schemathesis" ci/schemathesis.sh; then tail -n 1 "$out" | sed 's/^/       /'; fi
  if one "e2e: pakketten" e2e_deps; then
    counted node "e2e op SQLite" e2e_sqlite || true
    if [ "$postgres" = 1 ]; then counted node "e2e op PostgreSQL" e2e_postgres || true; fi
  fi
fi
slot
