# Two commands matter to a newcomer: `make run` and `make test`. All else lies under .venv and .uv.

PYTHON ?= python3
BIN := .venv/bin

# uv where the machine has it; otherwise its own private copy from PyPI, never a system install.
UV := $(or $(shell command -v uv 2>/dev/null),.uv/bin/uv)
# Without this uv would fetch an interpreter of its own; the one that is here is good enough.
export UV_PYTHON_DOWNLOADS := never
export UV_PROJECT_ENVIRONMENT := .venv

# Where this is set, each process of the tests would compile all that it imports.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: run test test-collected slow awaited collect setup check format lint types systems contracts lock-check screenshots snapshots pages docs man packages licences browser chromium spark fuzz attack bench clean

run: setup
	$(BIN)/copydesk demo

# One process more than there are cores: some tests wait for a program that they start.
PYTEST := $(BIN)/python -m pytest --dist worksteal \
	--numprocesses $(shell $(PYTHON) -c "import os; print((os.cpu_count() or 1) + 1)")

# The tests of every day; those that kill programs or wait for time to run out are in `check` too.
test: setup
	$(PYTEST) -m "not slow"

# Only their modules are collected.
slow: setup awaited
	$(PYTEST) -m slow --maxprocesses 2 $(shell grep -rl --include='*.py' 'mark\.slow' tests)

# CI names a process here that installs a browser meanwhile.
awaited:
	@$(if $(AWAITED),tail --pid=$(AWAITED) --follow /dev/null)

# pytest rewrites each module of tests once, and Hypothesis learns all characters; else each process
# of `test` would. What is wrong with a module, that tells.
collect: setup
	-$(BIN)/python -m pytest --collect-only --quiet >/dev/null

setup: .venv/.complete

.venv/.complete: pyproject.toml uv.lock | $(UV)
	$(UV) sync --locked --quiet
	@touch $@

.uv/bin/uv:
	$(PYTHON) -m venv .uv
	.uv/bin/pip install --quiet --disable-pip-version-check "uv>=0.9,<1"

# Side by side: what is slow waits more than it works. What README names is the longest and ends last;
# of the others each tells what it found once it has ended, where make can (since 4.0).
told = $(if $(filter output-sync,$(.FEATURES)),--output-sync=$(1))
check: setup
	$(MAKE) --no-print-directory --jobs 2 $(call told,target) \
		slow docs packages lock-check format lint types contracts collect test-collected

# As `test`, once no process of it has a module to rewrite.
test-collected: collect
	$(MAKE) $(call told,none) test

lock-check: | $(UV)
	$(UV) lock --check --quiet

format: setup
	$(BIN)/ruff format --check .

lint: setup
	$(BIN)/ruff check .

types: setup
	$(BIN)/mypy

# The types of what Python has on other systems; CI does it there.
systems: setup
	for system in win32 darwin; do $(BIN)/mypy --platform $$system --cache-dir .mypy_cache/$$system \
		--package textreuse --package storage --package tui || exit; done

contracts: setup
	$(BIN)/lint-imports --no-cache

# Writes into the manual what the program knows best: keys, arguments, settings, formats.
pages: setup
	$(BIN)/python -m docs

# The manual as a site, in docs/_site; a link that leads nowhere ends it, and so `check`.
SITE := docs/_site
docs: | $(UV)
	$(UV) run --isolated --only-group docs --locked \
		sphinx-build --fail-on-warning --keep-going --quiet -c docs . $(SITE)
	@echo $(SITE)/index.html

# The man page, read as it is.
man: setup
	$(BIN)/python -m docs
	man --local-file packaging/copydesk.1

# Builds Copydesk and its engine into dist/, and runs each where nothing else is installed.
packages: setup | $(UV)
	$(BIN)/python packaging/try_packages.py

licences: setup
	$(BIN)/python packaging/licences.py

# Drives the real app over the sample story; the pictures go into screenshots/, in light and dark.
screenshots: setup
	$(BIN)/python -m screenshots

# Accepts what the snapshot tests draw now; look at the report before you commit it.
snapshots: setup
	$(BIN)/python -m pytest tests/tui/test_snapshots.py --snapshot-update

# Tests of the HTML report, and of the app, in a browser, which `test` skips where there is none.
browser: setup chromium
	$(BIN)/python -m pytest tests/storage/export/html/test_in_browser.py tests/tui/serve/test_in_browser.py

# Tests of the engine that wants Spark and Java, which `test` skips where these are not.
spark: setup
	$(UV) sync --locked --quiet --inexact --extra spark
	$(BIN)/python -m pytest tests/storage/scan/engines/test_spark.py

# From Debian; nothing but CI and `browser` asks for it.
chromium:
	command -v chromium >/dev/null && command -v chromedriver >/dev/null || { \
		apt-get update --quiet && \
		apt-get install --yes --no-install-recommends chromium chromium-driver; }

# Tries each property on two thousand examples, others at every run; `test` tries some dozens, the
# same each time.
fuzz: setup
	HYPOTHESIS_PROFILE=fuzz $(BIN)/python -m pytest -m hypothesis \
		--numprocesses auto --dist worksteal

# Ten thousand attacks of all kinds, then an hour of random keys. What was not survived is told with
# its seed, by which it is tried again.
attack: setup
	$(BIN)/python -m tests.attack; failed=$$?; \
	$(BIN)/python -m tests.attack keys --seed 1000 --minutes 60 && exit $$failed

bench: setup
	$(BIN)/python -m benchmarks

clean:
	rm -rf docs/_site .venv .uv .mypy_cache .pytest_cache .ruff_cache .hypothesis dist
