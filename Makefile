# Two commands do everything: `make demo` and `make test`. `make help` lists the rest.
# Needs make and a Python 3.11 or later with venv (Debian: apt-get install make python3-venv).

SHELL := /bin/bash
VENV := .venv
BIN := $(VENV)/bin
WORKERS ?= 2
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

.PHONY: help
help:  ## Say what can be made
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 16

.PHONY: demo
demo: $(VENV)/.run  ## A real retailer's books, from sandbox to page: open the printed address
	@exec $(BIN)/tallystick demo $(OPTIONS)

.PHONY: test
test: $(VENV)/.dev  ## Every test but the long and the browser ones (10 minutes at most on 2 cores)
	$(BIN)/python -m pytest -m "not proof and not browser" -n $(WORKERS) --dist worksteal

.PHONY: proof
proof: $(VENV)/.dev $(VENV)/.peers  ## The long tests: faults, load, browser, other interpreters (45 minutes at most)
	$(BIN)/python -m pytest -m "proof or browser" -n $(WORKERS) --dist loadfile

.PHONY: check lint types contracts tidy fresh
check: lint types contracts tidy fresh  ## Lint, format, types, import contracts, tidy tests, generated files fresh
lint: $(VENV)/.dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check
types: $(VENV)/.dev
	$(BIN)/mypy
contracts: $(VENV)/.dev
	$(BIN)/lint-imports --no-cache
tidy: $(VENV)/.dev
	$(BIN)/python -m pytest -q tests/tidy
fresh: $(VENV)/.dev
	$(BIN)/python tools/generate.py --check
	$(BIN)/python tools/coverage.py --check

.PHONY: bench
bench: $(VENV)/.dev  ## The numbers, as ratios measured in one run
	$(BIN)/python -m bench

.PHONY: peers
peers: $(VENV)/.peers  ## Programs that others wrote for the same API, to run against the sandbox and beside our client

.PHONY: prism
prism: $(VENV)/.prism  ## A generic mock server (needs Node.js), for bench/prism.py to run beside the sandbox

.PHONY: format
format: $(VENV)/.dev  ## Put the code in the project's format
	$(BIN)/ruff check --fix-only --quiet
	$(BIN)/ruff format

.PHONY: pins
pins: $(VENV)/.dev  ## Renew requirements/*.txt: the newest versions that pyproject.toml allows
	$(BIN)/uv pip compile --upgrade $(PINNED) --extra server --group build pyproject.toml -o requirements/run.txt
	$(BIN)/uv pip compile --upgrade $(PINNED) --extra server --group dev -c requirements/run.txt pyproject.toml -o requirements/dev.txt
	$(BIN)/uv pip compile --upgrade $(PINNED) requirements/peers.in -o requirements/peers.txt

# Names, versions and hashes only, for every platform and every Python from 3.11 on.
PINNED := --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header

.PHONY: clean
clean:  ## Remove the environment and every cache; keep what you wrote
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

# The first Python on PATH that is new enough; each is tried, because a version manager may leave names that do not run.
$(VENV)/.python:
	@for python in "$(PYTHON)" python3 python3.14 python3.13 python3.12 python3.11 python; do \
	  [ -n "$$python" ] && "$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || continue; \
	  "$$python" -c 'import venv, ensurepip' 2>/dev/null || { no_venv="$$python"; continue; }; \
	  echo "$$("$$python" --version) into $(VENV)"; \
	  "$$python" -m venv $(VENV) && touch $@ && exit 0; \
	done; \
	if [ -n "$$no_venv" ]; then echo "$$no_venv cannot make environments: install python3-venv (Debian: apt-get install python3-venv)" >&2; \
	else echo "No Python 3.11 or later on PATH: install python3 and python3-venv, or say make PYTHON=/path/to/python3" >&2; fi; exit 1

# Pins first, by hash; then the package itself, which may bring nothing.
INSTALL := $(PIP) --no-deps --no-build-isolation --editable .

$(VENV)/.run: $(VENV)/.python requirements/run.txt pyproject.toml hatch_build.py
	$(PIP) --require-hashes --requirement requirements/run.txt
	$(INSTALL)
	@touch $@

$(VENV)/.dev: $(VENV)/.run requirements/dev.txt
	$(PIP) --require-hashes --requirement requirements/dev.txt
	@touch $@

# A folder of its own, which our environment never sees, and the source archives of two of them for the suites inside.
$(VENV)/.peers: $(VENV)/.dev requirements/peers.txt requirements/suites.txt
	$(PIP) --upgrade --target $(VENV)/peers --require-hashes --requirement requirements/peers.txt
	PYTHONPATH=$(abspath $(VENV)/peers) $(BIN)/python -m pip download --quiet --disable-pip-version-check --no-deps --no-binary :all: \
	  --no-build-isolation --require-hashes --dest $(VENV)/suites --requirement requirements/suites.txt
	@touch $@

$(VENV)/.prism: $(VENV)/.python bench/prism/package.json bench/prism/package-lock.json
	mkdir -p $(VENV)/prism
	cp bench/prism/package.json bench/prism/package-lock.json $(VENV)/prism/
	cd $(VENV)/prism && npm ci --ignore-scripts --no-audit --no-fund --silent
	@touch $@
