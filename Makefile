# Shotwright: `make film IDEA="..."` makes a film, `make test` runs the tests. Both set everything up first.

.DEFAULT_GOAL := help
.PHONY: help film test setup studio doctor lint lock clean

# Any Python from 3.8 on runs the bootstrap; that one finds the Python 3.13 the rest needs.
ifeq ($(origin PYTHON),undefined)
PYTHON := $(shell for each in python3 python3.13 python \
	"$$HOME"/.pyenv/versions/3.13*/bin/python3.13 "$$HOME"/.local/share/uv/python/cpython-3.13*/bin/python3.13 \
	"$$(uv python find 3.13 2>/dev/null)" "$$("$$HOME"/.local/bin/uv python find 3.13 2>/dev/null)"; do \
	"$$each" -c 'import sys; sys.exit(sys.version_info < (3, 8))' >/dev/null 2>&1 && { echo "$$each"; break; }; done)
endif
BOOTSTRAP = "$(PYTHON)" packaging/bootstrap.py

# Words reach the program through the environment, untouched by make and shell whatever they contain.
unexport IDEA OUT QUALITY
export SHOTWRIGHT_IDEA := $(value IDEA)
export SHOTWRIGHT_OUT := $(value OUT)
export SHOTWRIGHT_QUALITY := $(value QUALITY)

help:
	@echo 'make film IDEA="..." [OUT=film.mp4] [QUALITY=animatic|preview|final]'
	@echo '                 make a film from an idea, a description or a screenplay file'
	@echo 'make studio      open the storyboard window'
	@echo 'make test        run the tests (ARGS="..." goes to pytest)'
	@echo 'make doctor      tell what works on this machine'
	@echo 'make setup       make or update .venv; the other targets do so by themselves'
	@echo 'make lint        check style and import contracts'
	@echo 'make lock        bring requirements.lock in line with pyproject.toml (ARGS=--upgrade renews all)'
	@echo 'make clean       remove .venv and caches'

film test setup studio doctor lint lock:
	@test -n "$(PYTHON)" || { echo 'error: no Python found. Install Python 3.13, for example with: uv python install 3.13' >&2; exit 3; }
	@$(BOOTSTRAP) $@ $(ARGS)

clean:
	rm -rf .venv .venv.lock .pytest_cache .ruff_cache .import_linter_cache .hypothesis build dist *.egg-info
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
