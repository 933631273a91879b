# The two commands of the README are `make app` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
ARGUMENTS ?=

.PHONY: app test gate setup browser postgresql index check lock clean

# A file that cannot be read is named and does not keep the page from starting.
app: setup
	-$(BIN)/python -m ingest --rebuild
	$(BIN)/python app.py $(ARGUMENTS)

test: setup browser postgresql check
	$(BIN)/python -m pytest $(ARGUMENTS)

# Scores our own question set and fails when a headline figure has dropped.
gate: index
	$(BIN)/python -m eval --gate

setup: $(VENV)/.ready

# Made anew whenever the lock changes; otherwise this costs nothing.
$(VENV)/.ready: requirements.lock
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed; name one: make PYTHON=python3.12 …")'
	$(PYTHON) -m venv --clear $(VENV)
	$(BIN)/python -m pip install --disable-pip-version-check --progress-bar on --requirement requirements.lock
	touch $@

index: setup
	$(BIN)/python -m ingest --rebuild

browser:
	@scripts/install-browser

postgresql:
	@scripts/install-postgresql

check: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

lock: setup
	$(BIN)/python -m pip install --quiet pip-tools
	$(BIN)/pip-compile --quiet --strip-extras --extra dev --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-emit-options --output-file requirements.lock pyproject.toml
	sed -i 's/^\(torch==[0-9.]*\)+cpu/\1/' requirements.lock

clean:
	rm -rf $(VENV) storage models
