# Leerrecht: `make run` starts the demo, `make test` is everything CI runs.
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.PHONY: help nodig assets bouw run check test e2e schermen fuzz mutanten bench test-datafusion

CARGO_TARGET_DIR ?= target
export CARGO_TARGET_DIR
BIN := $(abspath $(CARGO_TARGET_DIR))/debug/leerrecht

help:
	@echo 'make run       bouw en start de demonstratie'
	@echo 'make bouw      bouw het programma'
	@echo 'make check     opmaak van de code (seconden)'
	@echo 'make test      alles wat CI doet'
	@echo 'make e2e       alleen de tests in de browser'
	@echo 'make schermen  schermafbeeldingen in docs/schermen'
	@echo 'make fuzz      tien miljoen verminkte vragen aan de regels'
	@echo 'make bench     meet signaleren en koppelen naast andere motoren (BENCH="--maten 1" voor klein)'
	@echo 'make mutanten  verandert de regels en kijkt of een test het ziet'
	@echo 'make test-datafusion  de zestien uur als functie van DataFusion (groot om te bouwen)'

# Names every missing tool at once.
nodig:
	@ci/nodig.sh

assets: nodig
	@ci/assets.sh

bouw: assets
	cargo build -p server

# LEERRECHT_ADRES, LEERRECHT_DATA and LEERRECHT_DATABASE pass through.
run: bouw
	exec '$(BIN)' start --demo

check: nodig
	cargo fmt --check

test:
	@ci/toets.sh

e2e: bouw
	cd e2e && npm ci --ignore-scripts --no-audit --no-fund && LEERRECHT_BIN='$(BIN)' node --test

fuzz: nodig
	@ci/fuzz.sh

bench: assets
	@ci/bench.sh $(BENCH)

mutanten: nodig
	@ci/mutanten.sh

test-datafusion: nodig
	@ci/datafusion.sh

schermen: bouw
	cd e2e && npm ci --ignore-scripts --no-audit --no-fund && LEERRECHT_BIN='$(BIN)' node schermen.mjs

