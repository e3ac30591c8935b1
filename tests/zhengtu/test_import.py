"""`import zhengtu` is light, and says in one line what hides our packages."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest


def python(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments], capture_output=True, text=True, cwd=folder, check=False
    )


@pytest.mark.parametrize("name", ["graph", "queries", "loaders", "ontology"])
@pytest.mark.parametrize("shape", ["package", "module", "loaded"])
def test_a_foreign_package_is_named_in_one_line(tmp_path: Path, name: str, shape: str) -> None:
    if shape == "module":
        foreign = tmp_path / f"{name}.py"
        foreign.write_text("", encoding="utf-8")
    else:
        foreign = tmp_path / name
        foreign.mkdir()
        (foreign / "__init__.py").write_text("", encoding="utf-8")
    before = f"import {name}; " if shape == "loaded" else ""
    done = python(tmp_path, "-c", f"{before}import zhengtu")
    last = done.stderr.strip().splitlines()[-1]
    assert done.returncode == 1
    assert last.startswith("ImportError: ")
    assert str(foreign) in last and "改名" in last and "rename" in last


def test_the_command_says_so_without_a_traceback(tmp_path: Path) -> None:
    (tmp_path / "graph.py").write_text("", encoding="utf-8")
    done = python(tmp_path, "-m", "zhengtu", "--help")
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1 and "graph.py" in done.stderr


def test_a_folder_that_is_no_package_hides_nothing(tmp_path: Path) -> None:
    (tmp_path / "graph").mkdir()
    assert python(tmp_path, "-c", "import zhengtu").returncode == 0


def test_importing_loads_nothing_that_takes_time(tmp_path: Path) -> None:
    code = "import sys, zhengtu; print([m for m in ('click', 'pyoxigraph', 'yaml', 'rich', 'graph') if m in sys.modules])"
    assert python(tmp_path, "-c", code).stdout.strip() == "[]"


def test_every_public_name_is_there() -> None:
    import zhengtu

    for name in zhengtu.__all__:
        assert getattr(zhengtu, name) is not None
    assert set(zhengtu.__all__) <= set(dir(zhengtu))
    with pytest.raises(AttributeError):
        zhengtu.nothing  # noqa: B018
