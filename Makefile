# Needs Python 3.11 or newer (with venv) and make; all the rest comes from locked packages.
PYTHON ?= python3
PORT ?= 8000
JOBS ?= 2
RUN := .venv/bin/python
UV := .venv/bin/uv
export PORT

# Tools that only read the code still want settings; no server is behind these.
NOWHERE := SECRET_KEY=only-for-reading-the-code-not-a-secret ALLOWED_HOSTS=localhost \
	DATABASE_URL=postgres://nobody@127.0.0.1:1/nothing REDIS_URL=redis://127.0.0.1:1/0

# Comparing models with migrations wants to ask a database too; that there is none is no news.
QUIETLY := import logging, runpy; logging.getLogger('psycopg').setLevel('CRITICAL'); \
	runpy.run_path('manage.py', run_name='__main__')

.DEFAULT_GOAL := help
.PHONY: help demo run test crawl lint assets chromium lock

help: ## Toon deze uitleg
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1|\2/p' $(MAKEFILE_LIST) | awk -F'|' '{ printf "  %-12s %s\n", $$1, $$2 }'

demo: .venv/.local ## Alles klaarzetten en de monitor starten met een fictief demojaar (PORT=8000)
	@$(RUN) -m pvi.local demo

run: .venv/.local ## Alles klaarzetten en de monitor starten met alleen het register (PORT=8000)
	@$(RUN) -m pvi.local run

# A browser leaves an event loop in its process, so its tests run apart from those of the database.
test: .venv/.dev chromium lint assets ## Alles klaarzetten en alle tests draaien, ook `make lint`
	@$(RUN) -m pytest -n $(JOBS) --dist loadfile --ignore tests/assets --ignore tests/journeys
	@$(RUN) -m pytest -n $(JOBS) tests/assets
	@$(RUN) -m pytest tests/journeys --ignore tests/journeys/test_crawl.py

crawl: .venv/.dev chromium assets ## Elke pagina als vier mensen bezoeken in een browser (duurt lang)
	@$(RUN) -m pytest tests/journeys/test_crawl.py

lint: .venv/.dev ## De code nakijken: stijl, typen, sjablonen, invoerregels, migraties
	@$(RUN) -m ruff check
	@$(RUN) -m ruff format --check
	@$(RUN) -m djlint --quiet --check --lint templates
	@$(NOWHERE) $(RUN) -m mypy
	@$(RUN) -c "from importlinter.cli import lint_imports_command; lint_imports_command()"
	@$(NOWHERE) $(RUN) -W ignore::RuntimeWarning -c "$(QUIETLY)" makemigrations --check --dry-run

assets: .venv/.local ## De pakketten voor de schermen ophalen en bouwen (static/vendor)
	@$(RUN) -m pvi.assets

chromium: .venv/.local
	@$(RUN) -m pvi.local.chromium

lock: .venv/.uv ## De vastgelegde versies in requirements*.txt vernieuwen
	@$(LOCK) pyproject.toml --output-file requirements.txt
	@$(LOCK) pyproject.toml --extra local --constraint requirements.txt --output-file requirements-local.txt
	@$(LOCK) pyproject.toml --all-extras --constraint requirements-local.txt --output-file requirements-dev.txt
	@echo uv | $(LOCK) - --output-file requirements-uv.txt

LOCK = $(UV) pip compile --quiet --upgrade --universal --generate-hashes --python-version 3.11 \
	--custom-compile-command "make lock"

.venv/.uv: requirements-uv.txt
	@$(PYTHON) -c 'import sys; sys.exit("De PVI-monitor vraagt Python 3.11 of nieuwer." if sys.version_info < (3, 11) else 0)'
	@echo "Python-omgeving maken in .venv"
	@$(RUN) -c "" 2>/dev/null || $(PYTHON) -m venv --clear .venv
	@$(RUN) -m pip install --quiet --disable-pip-version-check --require-hashes --requirement $<
	@touch $@

# uv is fast but knows nothing of pip's own configuration; where that is needed, pip takes over.
.venv/.local .venv/.dev: .venv/.%: requirements-%.txt .venv/.uv
	@echo "Vastgelegde Python-pakketten installeren ($<)"
	@$(UV) pip install --quiet --python $(RUN) --require-hashes --requirement $< || \
		$(RUN) -m pip install --quiet --disable-pip-version-check --require-hashes --requirement $<
	@touch $@
