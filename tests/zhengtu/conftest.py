"""The examples as a graph directory, built once, and the command as a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from graph.build import Options, build

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]


@pytest.fixture(scope="session")
def documents(examples: Path) -> list[Path]:
    """The example documents."""
    return sorted(path for path in examples.iterdir() if path.suffix in (".txt", ".html"))


@pytest.fixture(scope="session")
def example_graph(examples: Path, documents: list[Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A graph directory with all examples, on a path with Chinese and a blank."""
    directory = tmp_path_factory.mktemp("示例 图") / "图 目录"
    build(directory, documents, Options(vocabulary=examples / "vocabulary.yaml"))
    return directory


@pytest.fixture
def zhengtu(tmp_path: Path) -> Run:
    """Runs the command in a process: zhengtu("info", "--graph", …, encoding="gbk")."""

    def run(*arguments: object, encoding: str = "utf-8", language: str = "zh", stdin: bytes = b"") -> object:
        environment = {
            name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG"))
        }
        environment |= {"PYTHONIOENCODING": encoding, "LC_ALL": "zh_CN.UTF-8" if language == "zh" else "C"}
        environment.pop("ZHENGTU_GRAPH", None)
        return subprocess.run(
            [sys.executable, "-m", "zhengtu", *map(str, arguments)],
            capture_output=True,
            input=stdin,
            env=environment,
            cwd=tmp_path,
            timeout=120,
            check=False,
        )

    return run
