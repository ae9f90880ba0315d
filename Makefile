# What this project can do. Every target prepares what it needs; `make` alone lists them.
SHELL := /bin/sh
PYTHON ?=
PY := .venv/bin/python
ADDRESS ?= 127.0.0.1:8000
FROM ?= $(SITE_URL)
export NO_MKDOCS_2_WARNING := 1
WHICH = GUIDE_BUILD="$$($(PY) -m macros.version)"

.PHONY: .ready-site .ready-dev .asked help serve build pdf release launch test lint deployable scratch newest check audit bench lock ids schema forms due links clean
help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "%-12s%s\n", $$1, $$2 }' Makefile

# Installs what is missing into .venv, or says what is wrong with this machine: checks/set_up.sh.
.ready-site .ready-dev:
	@PYTHON="$(PYTHON)" sh checks/set_up.sh $(@:.ready-%=%)

serve: .ready-site ## show the site at http://127.0.0.1:8000/ and reload it when a file is saved
	@$(PY) -m checks.address $(ADDRESS)
	@$(PY) -m checks.settings
	$(WHICH) $(PY) -m mkdocs serve --livereload --dev-addr $(ADDRESS)

build: .ready-dev ## write the site to site/; every mistake is named and fails the build
	@$(PY) -m checks.settings
	$(WHICH) $(PY) -m mkdocs build --strict
	$(PY) -m publish.redirects site
	$(PY) -m publish.finish site

pdf: build ## write the site, print its ready-made PDFs and show the links to them; needs a browser, as the tests do
	$(PY) -m tests.browser.find
	CHROMIUM="$$($(PY) -c 'from tests.browser.find import find; print(find())')" $(PY) -m publish.pdf site

release: .asked pdf ## all that goes on a host, with what former releases still need, and beside it a copy for a stick; FROM: the site as it is published now
	$(PY) -m publish.carry "$(FROM)" site
	$(PY) -m publish.stick site
	$(PY) -m publish.papers site

.asked: .ready-dev # first, because a release takes minutes
	@$(PY) -m publish.carry "$(FROM)"

launch: .ready-dev ## before readers are told of the guide: what is still missing, in one sentence each
	$(PY) -m checks.launch

test: .ready-dev ## run every test; finds a browser, or installs one
	$(PY) -m tests.browser.find
	$(PY) -m pytest -n auto --cov --reruns $(if $(SLOW),0,1) -rfER

check: .ready-dev ## the fast part, for a change of content: pages, spelling, links, a strict build
	$(PY) -m checks.check

lint: .ready-dev ## all that check does, and every linter of Python, scripts, styles, HTML and workflows
	$(PY) -m checks.lint

deployable: .ready-dev ## what a deploy asks, and check as well: every id and address is registered, and none that was published is lost
	$(PY) -m macros.register --deployed
	$(PY) -m checks.published

scratch: .ready-dev ## try the whole set-up in an empty folder with empty caches; takes many minutes
	$(PY) -m checks.scratch

newest: .ready-dev ## try the newest release of each thing the site is built with, and say what broke
	$(PY) -m checks.newest

audit: .ready-dev ## ask about known holes in each package of the locks; needs a network
	$(PY) -m checks.audit

bench: .ready-dev ## in ratios: what a tick costs, what macros cost a build, and how fast pages are on a phone beside plain Material
	$(PY) -m tests.browser.find
	$(PY) -m tests.browser.bench
	$(PY) -m tests.bench_build
	$(PY) -m tests.pace.tasks
	$(PY) -m tests.pace.lighthouse

ids: .ready-dev ## add what is about to go live to the registers: ids of questions and terms, addresses of pages
	$(PY) -m macros.register

schema: .ready-dev ## write the JSON Schemas that editors read
	$(PY) -m macros.schema

forms: .ready-dev ## write the forms that open where the guide is kept, from data/forms/
	$(PY) -m macros.forms

due: .ready-dev ## list pages whose review is overdue
	$(PY) -m checks.pages due

links: .ready-dev ## follow each link that leaves the site, and name those that lead nowhere
	$(PY) -m checks.follow

lock: .ready-dev ## refresh the locked versions of everything this project needs
	$(PY) -m uv pip compile pyproject.toml --quiet --universal --python-version 3.11 --upgrade --generate-hashes --no-emit-index-url --no-annotate --no-header -o requirements.lock
	$(PY) -m uv pip compile pyproject.toml --group dev --quiet --universal --python-version 3.11 --upgrade --generate-hashes --no-emit-index-url --no-annotate --no-header -c requirements.lock -o requirements-dev.lock

clean: ## remove what was built and installed
	rm -rf .venv site site.* .cache .mypy_cache .pytest_cache .ruff_cache .rumdl_cache .hypothesis .coverage checks/node/node_modules publish/node/node_modules tests/pace/node_modules
