# Needs only make and a Python of at least 3.11; everything else goes into .venv.
PYTHON ?= $(shell for python in python3 python3.13 python3.12 python3.11; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$python; break; }; done)
BIN := .venv/bin
READY := .venv/.ready

.PHONY: help setup run field facts golden equal values coverage faults fuzz soak mutants pictures pm4py test long check audit wheel bench clean

help:
	@echo 'make setup   install into .venv'
	@echo 'make run     a year of the district with 800 grids, five replications, into results/'
	@echo 'make field   a year of the district beside the figures of the field (long)'
	@echo 'make facts   24 published facts put to the model, into docs/evidence.md (some minutes; goes on where it stopped)'
	@echo 'make test    the tests; MEASURED="--cov --cov-report=" says which lines they reach (slower)'
	@echo 'make long    the tests that take more than half a minute each, long pages of docs/ among them'
	@echo 'make golden  what all presets and 300 generated scenarios leave, held against what is kept (a minute)'
	@echo 'make equal   both engines on 2,000 generated scenarios, row by row (long)'
	@echo 'make values  2,000 hamlets with numbers that are anything the language takes: do they run, and sanely? (long)'
	@echo 'make faults  100 kills of commands and of what takes part in studies, full disks, two at once (a quarter of an hour)'
	@echo 'make soak    five very large runs: time per event and peak memory beside what is stated (25 minutes)'
	@echo 'make fuzz    10,000 damaged inputs of each kind: accepted, or refused with a place? (long; goes on where it stopped)'
	@echo 'make coverage  how often 95 % intervals hold the truth, in 1,000 experiments (long)'
	@echo 'make mutants  400 small faults in the lifecycle and the mechanisms: do the tests notice? (half an hour)'
	@echo 'make pm4py   has the reference tool of XES and OCEL read what gridgov export writes (skipped where it is not to be had)'
	@echo 'make pictures  reports, replay, demonstration and a lesson as PNGs into results/gallery (needs Chromium; some minutes)'
	@echo 'make check   format, lint, types and audit; says how many lines the last tests reached'
	@echo 'make audit   known vulnerabilities of what is pinned; a software bill of materials, build/sbom.cdx.json'
	@echo 'make wheel   installs the wheel in an empty environment of each Python found, and tries it (long)'
	@echo 'make bench   speed beside other simulators, into docs/benchmarks.md (long)'
	@echo 'make clean   remove .venv and caches; results stay'

setup: $(READY)

$(READY): pyproject.toml constraints.txt
	@test -n '$(PYTHON)' || { echo 'No Python of at least 3.11 found; name one: make setup PYTHON=/path/to/python' >&2; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev,fast,dask,excel,office,demo]'
	@echo 'compiling the engine, once: a minute or so'
	@$(BIN)/python -c 'from sim.engines.compiled.cache import compile_now; compile_now()'
	@touch $@

run: setup
	$(BIN)/gridgov run jiancaoping-800 --set 'run.length=52 weeks' --replications 5

field: setup
	$(BIN)/gridgov run jiancaoping-800 --set 'run.length=52 weeks' --replications 1 --out results/field --overwrite
	$(BIN)/python -m sim.study.kinds.field results/field

facts: setup
	$(BIN)/python -m tests.facts

coverage: setup
	$(BIN)/python -m tests.study.kinds.coverage 1000

golden: setup
	$(BIN)/python -m tests.golden.golden

equal: setup
	$(BIN)/python -m tests.engines.compiled.equal 2000

values: setup
	$(BIN)/python -m tests.engines.any_value 2000

faults: setup
	$(BIN)/python -m tests.faults

soak: setup
	$(BIN)/python -m tests.soak

fuzz: setup
	$(BIN)/python -m tests.fuzz

mutants: setup
	$(BIN)/python -m tests.mutants 400 --seed 1

pictures: setup
	$(BIN)/python -m tests.release.pictures

pm4py: setup
	@test -x .venv-pm4py/bin/python || { $(PYTHON) -m venv .venv-pm4py && \
		.venv-pm4py/bin/python -m pip install --quiet --disable-pip-version-check 'pm4py>=2.7'; } || rm -rf .venv-pm4py
	@$(BIN)/python -m tests.reading.standards

test: setup
	$(BIN)/python -m pytest -n 3 --dist worksteal $(MEASURED)

long: setup
	$(BIN)/python -m pytest -n 2 -m long

check: setup
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	@$(BIN)/python -m tests.release.audit
	@test -f .coverage || { echo 'lines covered by tests: not measured yet; make test MEASURED="--cov --cov-report=" does'; exit 0; }; \
	echo "lines covered by the tests when last measured: $$($(BIN)/coverage report --format=total) %"

audit: setup
	@$(BIN)/python -m tests.release.audit

wheel: setup
	$(BIN)/python -m tests.release.wheel

bench: .venv-bench/.ready
	.venv-bench/bin/python benchmarks/bench.py

.venv-bench/.ready: pyproject.toml constraints.txt
	@test -n '$(PYTHON)' || { echo 'No Python of at least 3.11 found; name one: make bench PYTHON=/path/to/python' >&2; exit 1; }
	$(PYTHON) -m venv .venv-bench
	.venv-bench/bin/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e ".[fast]" 'cimba>=0.9.5'
	@touch $@

clean:
	rm -rf .venv .venv-bench .venv-pm4py .mypy_cache .pytest_cache .ruff_cache .hypothesis .coverage .coverage.* *.egg-info build
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
