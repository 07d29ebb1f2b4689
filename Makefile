# Dateline from a clone: the first run makes .venv and installs into it, later ones take seconds.
# The README gives the same steps without make.

PYTHON ?= python3
PORT ?= 8000
PY := .venv/bin/python
# "python -m …" rather than the scripts in .venv/bin, which know only the folder they were made in.
INSTALL := $(PY) -m pip install -qq --disable-pip-version-check
SERVE := $(PY) -m gunicorn timeline.wsgi --bind 127.0.0.1:$(PORT) \
	--worker-class gthread --workers 2 --threads 4 --log-level error
# Settings meant for a site that runs would change what the tests see; DATABASE_URL may stay.
PYTEST := env -u DEBUG -u ORIGIN -u TRUST_PROXY $(PY) -m pytest

.PHONY: help demo run test test-slow lint pictures translations bench port no-database-url

help: ## what there is to make (the default)
	@grep -E '^[a-z-]+:.*## ' Makefile | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 20

demo: no-database-url .venv/.run staticfiles/staticfiles.json port ## a demo on 127.0.0.1:PORT (8000)
	@export DATABASE_URL=sqlite:///demo.sqlite3 ORIGIN=http://127.0.0.1:$(PORT) DEBUG=false; \
		$(PY) manage.py migrate --verbosity 0 && $(PY) manage.py demo && exec $(SERVE)

run: .venv/.run staticfiles/staticfiles.json port ## your own site on 127.0.0.1:PORT, without the demo
	@export ORIGIN="$${ORIGIN:-http://127.0.0.1:$(PORT)}"; \
		$(PY) manage.py migrate --verbosity 0 && \
		echo "Dateline serves $$ORIGIN on 127.0.0.1:$(PORT); Ctrl-C stops it." && exec $(SERVE)

no-database-url:
	@if [ -n "$$DATABASE_URL" ]; then \
		echo "DATABASE_URL is set, but the demo has its own demo.sqlite3 and touches no other" >&2; \
		echo "database: unset it, or start your own site with \"make run\"." >&2; exit 1; fi

# Side by side, but not on a database that is given: see docs/decisions.md.
test: .venv/.dev ## all tests but the slow ones; those of the browser where Chromium is installed
	@$(PYTEST) $(if $(DATABASE_URL),,--numprocesses auto --maxprocesses 4)

test-slow: .venv/.dev ## the slow tests: kills, loads, thousands of trials
	@$(PYTEST) -m slow || { status=$$?; [ $$status -eq 5 ] && echo "There are no slow tests."; }

lint: .venv/.dev ## style and types
	@$(PY) -m ruff check . && $(PY) -m ruff format --check . && $(PY) -m mypy .

pictures: no-database-url .venv/.dev staticfiles/staticfiles.json port ## docs/*.png anew, from the demo
	@export DATABASE_URL=sqlite:///demo.sqlite3 ORIGIN=http://127.0.0.1:$(PORT) DEBUG=false; \
		$(PY) manage.py migrate --verbosity 0 && \
		login=$$($(PY) manage.py demo | sed -n 's/.*user \(.*\), password \(.*\)/\1 \2/p') && \
		{ $(SERVE) & } && server=$$! && sleep 3 && \
		PYTHONPATH=. $(PY) docs/pictures.py http://localhost:$(PORT) $$login; \
		status=$$?; kill $$server; exit $$status

translations: .venv/.dev ## gather what is to be translated, and compile what was (needs gettext)
	@$(PY) manage.py makemessages --locale zh_Hans --no-wrap --no-location --extension html,txt,py,jinja \
		--ignore ".venv" --ignore "*/tests/*" --ignore "timeline/admin/*" && \
		$(PY) manage.py compilemessages --locale zh_Hans

bench: .venv/.dev ## benchmarks on DATA=…, all or only BENCH=benchmarks/NAME.py
	@if [ -z "$(DATA)" ]; then \
		echo "Say what to measure on: make bench DATA=\"PATH …\" [BENCH=benchmarks/NAME.py]" >&2; \
		exit 1; fi
	@for bench in $(or $(BENCH),$(wildcard benchmarks/*.py)); do \
		echo "$$bench" && $(PY) "$$bench" $(DATA) || exit 1; done

# A folder without pip was never finished, or is what Debian's python3 without python3-venv
# left behind: it is cleared.
.venv/bin/pip:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "Dateline needs Python 3.11 or later, which \"$(PYTHON)\" is not. Name one:" >&2; \
		echo "make $(firstword $(MAKECMDGOALS)) PYTHON=python3.12" >&2; exit 1; }
	@echo "Making .venv …"
	@$(PYTHON) -m venv --clear .venv || { \
		echo "Python's venv is missing; on Debian and Ubuntu: apt install python3-venv" >&2; exit 1; }

.venv/.run: requirements.txt .venv/bin/pip
	@echo "Installing what Dateline needs …"
	@$(INSTALL) -r requirements.txt
	@touch $@

.venv/.dev: requirements-dev.txt .venv/.run
	@echo "Installing what its tests need …"
	@$(INSTALL) -r requirements-dev.txt
	@touch $@

# Folders count too, so that a file taken away is noticed.
staticfiles/staticfiles.json: .venv/.run $(shell find static)
	@echo "Gathering style sheets and scripts …"
	@DEBUG=false $(PY) manage.py collectstatic --noinput --verbosity 0
	@touch $@

port: .venv/.run
	@$(PY) -c 'import socket; s = socket.socket(); \
	s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1); \
	s.bind(("127.0.0.1", int("$(PORT)")))' 2>/dev/null || { \
		echo "Port $(PORT) of 127.0.0.1 can't be had: something else may be using it." >&2; \
		echo "Choose another: make $(firstword $(MAKECMDGOALS)) PORT=8001" >&2; exit 1; }
