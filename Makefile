.PHONY: install run test lint types imports check lock locale hour
PYTHON ?= python3
BIN := .venv/bin

install: .venv/installed

# Everything comes from the lock file with its hash; the project itself needs no network.
.venv/installed: requirements.lock pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

run: install
	$(BIN)/recoupe demo

test: install
	# The tests of the screen wait more than they compute: more of them than there are processors.
	# Compiling the tests takes 7 s; each of the processes would do it anew if it were not kept.
	PYTHONDONTWRITEBYTECODE= $(BIN)/python -m pytest -n 4 --dist loadfile --no-loadscope-reorder

lint: install
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: install
	$(BIN)/mypy

imports: install
	$(BIN)/lint-imports

check: test lint types imports

# Needs uv; writes names, versions and hashes only.
lock:
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
	  --no-annotate --no-emit-index-url --no-emit-find-links --group dev --extra en \
	  pyproject.toml --output-file requirements.lock

# Gathers the interface's texts and compiles the translations; names what is not translated.
locale: install
	$(BIN)/python docs/make_locale.py

# Plays a researcher's hour in a real terminal and compares the screens with those kept.
hour: install
	$(BIN)/python benchmarks/hour.py
