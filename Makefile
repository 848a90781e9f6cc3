PYTHON ?= python3
BIN := .venv/bin
LOCKED := requirements/base.txt requirements/demo.txt requirements/dev.txt

.PHONY: setup demo test check fix lock messages bench clean

setup: .venv/.installed .env

.venv/.installed: $(LOCKED)
	@$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("Duyệt needs Python 3.11 or newer; try: make PYTHON=python3.12 …")'
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes $(addprefix -r ,$(LOCKED))
	@touch $@

.env: | .venv/.installed
	@$(BIN)/python -c 'import secrets; print("DEMO=true\nSECRET_KEY=" + secrets.token_urlsafe(50))' > $@

lock: setup
	for name in base demo dev; do \
	  $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
	    --no-emit-index-url --no-emit-find-links requirements/$$name.in -o requirements/$$name.txt || exit 1; \
	done
