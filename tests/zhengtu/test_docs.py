"""What the documentation shows is what the program does."""

from __future__ import annotations

import doctest
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from zhengtu.cli.contents import COMMANDS

DOCS = Path(__file__).parents[2] / "docs"


def test_the_reference_of_the_command_line_is_current() -> None:
    done = subprocess.run(
        [sys.executable, DOCS / "cli_reference.py", "--check"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_every_command_has_its_section() -> None:
    text = (DOCS / "cli.md").read_text(encoding="utf-8")
    assert all(f"\n## {name}\n" in text for name in COMMANDS)


def test_the_examples_of_the_python_interface_run(
    examples: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(examples, tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    failed, run = doctest.testfile(str(DOCS / "api.md"), module_relative=False, encoding="utf-8")
    assert run > 30
    assert failed == 0
