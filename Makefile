# Everything a newcomer needs: `make pack` builds the example board pack, `make test` passes the tests.
# Given git, make and python3-venv; the rest is installed on first use.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# What WeasyPrint draws with; libharfbuzz-subset0 makes its font subsets fast and the same on every machine.
RUN_PACKAGES := libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0
# pdftotext and pdftoppm: the tests read finished pages back.
TEST_PACKAGES := $(RUN_PACKAGES) poppler-utils
# LibreOffice turns the Word files into pages, so that the gates can read those back too.
GATE_PACKAGES := $(TEST_PACKAGES) libreoffice-writer

.PHONY: pack check test gates lint bench format clean help

pack: $(VENV)/run.stamp ## check and build the example board pack into build/
	$(BIN)/govdocs check
	$(BIN)/govdocs build

check: $(VENV)/run.stamp ## check the example records
	$(BIN)/govdocs check

test: $(VENV)/test.stamp ## run the test suite
	$(BIN)/pytest -m "not gate"

gates: $(VENV)/gate.stamp ## run the long checks: validators over everything, fuzzing
	$(BIN)/pytest -m gate

lint: $(VENV)/test.stamp ## style and types
	$(BIN)/ruff format --check src tests benchmarks
	$(BIN)/ruff check src tests benchmarks
	$(BIN)/mypy

format: $(VENV)/test.stamp ## put the code into the house style
	$(BIN)/ruff format src tests benchmarks
	$(BIN)/ruff check --fix src tests benchmarks

bench: $(VENV)/test.stamp ## measure, beside what people would use otherwise
	$(BIN)/python -m benchmarks

clean: ## remove the build folder and the virtual environment
	rm -rf build $(VENV)

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## /\1	/p' $(MAKEFILE_LIST)

$(VENV)/pyvenv.cfg:
	@$(PYTHON) -m venv $(VENV) || { echo "Python's venv is missing. Please install it with: sudo apt-get install python3-venv" >&2; rm -rf $(VENV); exit 1; }

$(VENV)/run.stamp: requirements.lock pyproject.toml | $(VENV)/pyvenv.cfg
	@tools/system-packages $(RUN_PACKAGES)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --editable .
	@touch $@

$(VENV)/test.stamp: requirements-dev.lock $(VENV)/run.stamp
	@tools/system-packages $(TEST_PACKAGES)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@

$(VENV)/gate.stamp: $(VENV)/test.stamp
	@tools/system-packages $(GATE_PACKAGES)
	@touch $@
