# What this project can do. Every target prepares what it needs; `make` alone lists them.
SHELL := /bin/sh
PYTHON ?= python3
PY := .venv/bin/python
ADDRESS ?= 127.0.0.1:8000
export NO_MKDOCS_2_WARNING := 1
export GUIDE_BUILD ?= $(shell git log -1 --format='%cs %h' 2>/dev/null)

.PHONY: help serve build pdf test lint deployable scratch check bench lock ids schema forms due links clean
help: ## list the targets
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' Makefile | expand -t 12

# The locks name all that is needed, so pip looks for nothing more (--no-deps): an older pip would take a newer release of what
# another package asks for with an extra, and then refuse it for want of a hash.
.venv/site: requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "This project needs Python 3.11 or newer. Install it, or name it: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo "Python cannot make an environment here. On Debian or Ubuntu: sudo apt install python3-venv"; exit 1; }
	$(PYTHON) -m venv .venv
	$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements.lock
	@touch $@

.venv/dev: requirements-dev.lock .venv/site
	$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements-dev.lock
	@touch $@

serve: .venv/site ## show the site at http://127.0.0.1:8000/ and reload it when a file is saved
	$(PY) -m mkdocs serve --livereload --dev-addr $(ADDRESS)

build: .venv/dev ## write the site to site/; every mistake is named and fails the build
	$(PY) -m mkdocs build --strict
	$(PY) -m publish.redirects site
	$(PY) -m publish.bundle site

pdf: build ## write the site, print its ready-made PDFs and show the links to them; needs a browser, as the tests do
	$(PY) -m tests.browser.find
	CHROMIUM="$$($(PY) -c 'from tests.browser.find import find; print(find())')" $(PY) -m publish.pdf site

test: .venv/dev ## run every test; finds a browser, or installs one
	$(PY) -m tests.browser.find
	$(PY) -m pytest -n 2 --cov

check: .venv/dev ## the fast part, for a change of content: pages, spelling, links, a strict build
	$(PY) -m checks.check

lint: .venv/dev ## all that check does, and every linter of Python, scripts, styles, HTML and workflows
	$(PY) -m checks.lint

deployable: .venv/dev ## what a deploy asks, and check as well: every id and address is registered, and none that was published is lost
	$(PY) -m macros.register --deployed
	$(PY) -m checks.published

scratch: .venv/dev ## try the whole set-up in an empty folder with empty caches; takes many minutes
	$(PY) -m checks.scratch

bench: .venv/dev ## what a tick costs, in ratios to a bare checkbox
	$(PY) -m tests.browser.find
	$(PY) -m tests.browser.bench

ids: .venv/dev ## add what is about to go live to the registers: ids of questions and terms, addresses of pages
	$(PY) -m macros.register

schema: .venv/dev ## write the JSON Schemas that editors read
	$(PY) -m macros.schema

forms: .venv/dev ## write the forms that open where the guide is kept, from data/forms/
	$(PY) -m macros.forms

due: .venv/dev ## list pages whose review is overdue
	$(PY) -m checks.pages due

links: .venv/dev ## follow each link that leaves the site, and name those that lead nowhere
	$(PY) -m checks.follow

lock: .venv/dev ## refresh the locked versions of everything this project needs
	$(PY) -m uv pip compile pyproject.toml --quiet --universal --python-version 3.11 --upgrade --generate-hashes --no-emit-index-url --no-annotate --no-header -o requirements.lock
	$(PY) -m uv pip compile pyproject.toml --group dev --quiet --universal --python-version 3.11 --upgrade --generate-hashes --no-emit-index-url --no-annotate --no-header -c requirements.lock -o requirements-dev.lock

clean: ## remove what was built and installed
	rm -rf .venv site .cache .mypy_cache .pytest_cache .ruff_cache .rumdl_cache .hypothesis .coverage checks/node/node_modules publish/node/node_modules
