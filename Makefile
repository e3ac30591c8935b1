# 政图:所有常用命令。第一次运行会自己建好 .venv。
# Everything one does here. The first call sets up .venv by itself.

PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip --disable-pip-version-check

.PHONY: help demo test test-all lint format score benchmark generate lock docs wheel clean

help:  ## 列出命令 / list the commands
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

$(BIN)/python:
	$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed" if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv $(VENV)

# Two stamps: a newcomer's demo needs a tenth of what the tests need.
$(VENV)/.run: requirements/run.txt pyproject.toml | $(BIN)/python
	$(PIP) install -q --require-hashes -r requirements/run.txt
	$(PIP) install -q --no-deps -e .
	@touch $@

$(VENV)/.dev: requirements/dev.txt pyproject.toml | $(BIN)/python
	$(PIP) install -q --require-hashes -r requirements/dev.txt
	$(PIP) install -q --no-deps --no-build-isolation -e .
	@touch $@ $(VENV)/.run

demo: $(VENV)/.run  ## 读示例文件,给出两个答案和依据 / read the examples, answer two questions with evidence
	$(BIN)/zhengtu demo

test: $(VENV)/.dev  ## 测试(只要 Python) / the tests that need Python alone
	$(BIN)/python -m pytest -n auto -q

test-all: $(VENV)/.dev  ## 全部测试,连同服务器和办公软件 / everything, servers and office programs included
	sh tests/install-programs
	ZHENGTU_ALL_TESTS=1 $(BIN)/python -m pytest -n auto -q

lint: $(VENV)/.dev  ## ruff, mypy --strict, 分层检查 / and the layers contract
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

format: $(VENV)/.dev  ## 统一格式 / format the code
	$(BIN)/ruff check --fix -q .
	$(BIN)/ruff format -q .

score: $(VENV)/.dev  ## 与标准答案比较 / figures against the gold facts
	$(BIN)/python benchmarks/score_examples.py

benchmark: $(VENV)/.dev  ## 速度,与 jieba.cut 同场比较 / speed beside jieba.cut in one run
	$(BIN)/python benchmarks/reading_speed.py

generate: $(VENV)/.dev  ## 由本体和词表重新生成文件 / regenerate what is derived from schema and terms
	$(BIN)/python -m ontology.generate
	$(BIN)/python -m ontology.compile_terms

docs: $(VENV)/.dev  ## 重新生成文档中的帮助与表格 / regenerate help texts and tables in docs
	$(BIN)/python docs/shown_commands.py
	$(BIN)/python docs/cli_reference.py

lock: $(VENV)/.dev  ## 重新锁定依赖 / pin the requirements anew
	$(BIN)/uv pip compile -q pyproject.toml --universal --python-version 3.11 --generate-hashes --no-header --no-annotate -o requirements/run.txt
	$(BIN)/uv pip compile -q pyproject.toml --all-extras --group dev --group schema --universal --python-version 3.11 --generate-hashes --no-header --no-annotate -o requirements/dev.txt

wheel: $(VENV)/.dev  ## 打包 / build the wheel
	$(BIN)/python -m hatchling build -t wheel

clean:
	rm -rf $(VENV) dist .pytest_cache .mypy_cache .ruff_cache
