# The project's commands. Each sets up what it needs; a second run does no needless work.
PYTHON ?= python3
PORT ?= 8000
PY := .venv/bin/python
export PYTHONHASHSEED := 0

.PHONY: serve site bundle test nightly links pyodide bench pictures clean

serve: site ## build both languages and serve them at http://127.0.0.1:8000/ (PORT= changes it)
	@$(PY) scripts/bundle/serve.py --local --folder site --port $(PORT)

site: ## build into site/
	@$(PYTHON) scripts/setup.py site
	@$(PY) scripts/build_site.py

bundle: ## into dist/: the offline folder as a zip, the wizard as one file, wheels for other Pyodide pages
	@$(PYTHON) scripts/setup.py bundle
	@$(PY) scripts/build_site.py
	@$(PY) scripts/build_bundle.py
	@$(PY) scripts/write_sbom.py

test: ## set up everything, browsers included, and run every test
	@$(PYTHON) scripts/setup.py test
	@$(PY) scripts/build_site.py
	@$(PY) scripts/build_bundle.py
	@$(PY) -m ruff check .
	@$(PY) -m ruff format --check .
	@$(PY) -m wizard check
	@$(PY) -m pytest -n 2 --dist loadfile --no-loadscope-reorder

nightly: ## the long runs: every judge on every page in every view, Lighthouse, fuzzing, building twice
	@$(PYTHON) scripts/setup.py test
	@$(PY) scripts/build_site.py
	@$(PY) scripts/build_bundle.py
	@$(PY) -m pytest -m "nightly or judge" -n 2 --dist loadfile --durations=10
	@FUZZ_EXAMPLES=100000 $(PY) -m pytest -m fuzz -n 2 --dist load --durations=20

links: ## list the links to other sites, and ask each whether it is still there
	@$(PYTHON) scripts/setup.py bundle
	@$(PY) scripts/build_site.py
	@$(PY) tests/judges/following.py

pyodide: ## after another version of pyodide in package.json: cut it, and test everything that stands on it
	@$(PYTHON) scripts/setup.py lock
	@$(PYTHON) scripts/setup.py test
	@$(PY) scripts/build_site.py
	@$(PY) scripts/build_bundle.py
	@$(PY) -m pytest tests/pyodide tests/browser/test_runtime.py tests/browser/test_early.py tests/engines

bench: ## measure, side by side in one run, and print ratios
	@$(PYTHON) scripts/setup.py bench
	@$(PY) scripts/build_site.py
	@PYTHONPATH=.venv/bench $(PY) benchmarks/run.py

pictures: ## take the pictures of the README again
	@$(PYTHON) scripts/setup.py test
	@$(PY) scripts/build_site.py
	@$(PY) scripts/pictures.py

clean: ## remove what was built
	rm -rf build dist site
