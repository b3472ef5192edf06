#!/usr/bin/env bash
# Counts the instructions per row of the hot loops with callgrind and compares them with ci/instructies.txt: more than 10 % over
# is a failure, more than 10 % under asks for a new figure. Time on a shared machine says nothing; instructions say the same
# everywhere. Per row is the difference between two sizes, so that starting up does not count. `--zet` writes the figures.
set -euo pipefail
cd "$(dirname "$0")/.."
CARGO_TARGET_DIR=$(realpath -m "${CARGO_TARGET_DIR:-target}")
export CARGO_TARGET_DIR
marge=10
lijst=ci/instructies.txt
werk=$(mktemp -d)
trap 'rm -rf -- "$werk"' EXIT
# The whole workspace: with the same features as the tests, so that nothing is built twice.
cargo build --quiet --workspace --examples
bin=$CARGO_TARGET_DIR/debug/examples

# Instructions of one loop over the files of one size.
tel() {
  valgrind --tool=callgrind --callgrind-out-file=/dev/null "$bin/lus" "$1" "$2" 2>&1 >/dev/null \
    | sed -n 's/.*Collected : //p' | tr -d ' '
}

declare -A n=([klein]=100000 [groot]=300000)
for maat in klein groot; do
  "$bin/maak" "$werk/$maat" "${n[$maat]}" 1 >/dev/null
  "$bin/maak_koppel" "$werk/$maat" "${n[$maat]}" 1 >/dev/null
  "$bin/lus" bouw "$werk/$maat" >/dev/null
done
goed=0
nieuw=
for lus in zestien beide parket koppel; do
  klein=$(tel "$lus" "$werk/klein")
  groot=$(tel "$lus" "$werk/groot")
  nu=$(awk -v a="$klein" -v b="$groot" -v n=$((n[groot] - n[klein])) 'BEGIN {printf "%.2f", (b - a) / n}')
  nieuw+="$lus $nu"$'\n'
  toen=$(awk -v l="$lus" '$1 == l {print $2}' "$lijst" 2>/dev/null || true)
  oordeel=$(awk -v n="$nu" -v t="${toen:-0}" -v m=$marge 'BEGIN {
    if (t == 0) print "nieuw"; else if (n > t * (1 + m / 100)) print "TE VEEL"; else if (n < t * (1 - m / 100)) print "minder"; else print "goed"}')
  printf '%-8s %8s instructies per rij, was %8s: %s\n' "$lus" "$nu" "${toen:--}" "$oordeel"
  case $oordeel in
    'TE VEEL') goed=1 ;;
    minder | nieuw) echo "         werk $lijst bij met ci/instructies.sh --zet" ;;
  esac
done
if [ "${1:-}" = --zet ]; then printf '%s' "$nieuw" >"$lijst"; exit 0; fi
exit $goed
