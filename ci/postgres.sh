#!/usr/bin/env bash
# A private PostgreSQL for the tests. Source this, then call `postgres_start` and, in a trap, `postgres_stop`.
# The server never runs as root and listens only on loopback; the data sit in a temporary folder.

# As root: run as the user postgres, or nobody when there is none. Otherwise: run as ourselves.
postgres_as() {
  if [ "$(id -u)" = 0 ]; then
    local user=nobody
    if getent passwd postgres >/dev/null; then user=postgres; fi
    setpriv --reuid="$user" --regid="$(id -g "$user")" --clear-groups -- env HOME="$POSTGRES_DIR" "$@"
  else
    "$@"
  fi
}

postgres_start() {
  local bin port
  bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1) || true
  if [ ! -x "${bin:-}/initdb" ]; then
    echo "PostgreSQL ontbreekt: sudo apt-get install postgresql" >&2
    return 1
  fi
  POSTGRES_BIN=$bin
  POSTGRES_DIR=$(mktemp -d /tmp/leerrecht-pg.XXXXXX)
  if [ "$(id -u)" = 0 ]; then
    if getent passwd postgres >/dev/null; then chown postgres "$POSTGRES_DIR"; else chown nobody "$POSTGRES_DIR"; fi
  fi
  port=$(node -e 'const s=require("net").createServer().listen(0,"127.0.0.1",()=>{console.log(s.address().port);s.close()})')
  (
    cd "$POSTGRES_DIR"
    postgres_as "$bin/initdb" -D "$POSTGRES_DIR/data" -U leerrecht --auth=trust --encoding=UTF8 --locale=C.UTF-8 >initdb.log 2>&1
    postgres_as "$bin/pg_ctl" -D "$POSTGRES_DIR/data" -w -t 60 -l "$POSTGRES_DIR/data/server.log" \
      -o "-c listen_addresses=127.0.0.1 -c port=$port -c unix_socket_directories='$POSTGRES_DIR' -c max_connections=200 -c fsync=off" \
      start >/dev/null
  ) || { echo "PostgreSQL start niet" >&2; cat "$POSTGRES_DIR"/initdb.log "$POSTGRES_DIR"/data/server.log >&2 || true; return 1; }
  export LEERRECHT_TEST_POSTGRES="postgres://leerrecht@127.0.0.1:$port/postgres"
}

postgres_stop() {
  [ -n "${POSTGRES_DIR:-}" ] || return 0
  if [ -f "$POSTGRES_DIR/data/postmaster.pid" ]; then
    (cd "$POSTGRES_DIR" && postgres_as "$POSTGRES_BIN/pg_ctl" -D "$POSTGRES_DIR/data" -m immediate stop >/dev/null 2>&1) || true
  fi
  rm -rf -- "$POSTGRES_DIR"
  POSTGRES_DIR=
}
