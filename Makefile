PYTHON ?= python3
BIN := .venv/bin
PROCESSES ?= 2
LOCKED := requirements/base.txt requirements/s3.txt requirements/demo.txt requirements/dev.txt

.PHONY: setup demo test check fix lock messages bench bench-million fuzz fuzz-api faults

setup: .venv/.installed .env

.venv/.installed: $(LOCKED)
	@$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("Duyệt needs Python 3.11 or newer. If you have one under another name: make PYTHON=python3.12 …")'
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes $(addprefix -r ,$(LOCKED))
	@touch $@

.env: | .venv/.installed
	@$(BIN)/python -c 'import secrets; print("DEMO=true\nSECRET_KEY=" + secrets.token_urlsafe(50))' > $@

demo: setup
	@$(BIN)/python manage.py demo

test: setup
	@$(BIN)/python -m tests.browser.chromium
	FUZZ_SECONDS=$${FUZZ_SECONDS:-120} $(BIN)/python -m pytest -n $(PROCESSES) --dist loadfile --no-loadscope-reorder

check: setup
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/djade --check $$(git ls-files '*/templates/*.html')
	$(BIN)/mypy articles review portal tests
	$(BIN)/lint-imports
	$(BIN)/python manage.py makemigrations --check --dry-run
	$(BIN)/python manage.py check --fail-level WARNING
	$(BIN)/python locale/messages.py check

fix: setup
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	$(BIN)/djade $$(git ls-files '*/templates/*.html')

lock: setup
	for name in base s3 demo dev; do \
	  $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
	    --no-emit-index-url --no-emit-find-links requirements/$$name.in -o requirements/$$name.txt || exit 1; \
	done

messages: setup
	$(BIN)/python locale/messages.py update

fuzz: setup
	$(BIN)/python -m tests.fuzz --minutes $(or $(MINUTES),10)

fuzz-api: setup
	API_EXAMPLES=$(or $(EXAMPLES),1000) $(BIN)/python -m pytest tests/portal/api/test_document.py -k schemathesis

# For example: make faults FAULTS="--rounds 200 --seed 7 --resume"
faults: setup
	$(BIN)/python -m tests.faults $(FAULTS)
	$(BIN)/python -m tests.faults $(FAULTS) --broker rabbitmq

bench: setup
	$(BIN)/python -m tests.benchmarks
	$(BIN)/python -m tests.benchmarks.apart
	$(BIN)/python -m tests.benchmarks.likeness
	$(BIN)/python -m tests.benchmarks.queue
	$(BIN)/python -m tests.benchmarks.keys
	$(BIN)/python -m tests.benchmarks.imports
	$(BIN)/python -m tests.benchmarks.search
	$(BIN)/python -m tests.benchmarks.readers

bench-million: setup
	ARTICLES=1000000 MEMORY_ITEMS=20000 $(BIN)/python -m tests.benchmarks.imports
	TASKS=1000000 $(BIN)/python -m tests.benchmarks.queue
	ARTICLES=1000000 $(BIN)/python -m tests.benchmarks.search
