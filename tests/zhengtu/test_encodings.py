"""Nothing fails on a GBK console or pipe, on Chinese paths with blanks, or on a pipe that closes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

TEXT = """石榴市关于数字服务的通知 😀 Ⅷ㎡ 𠮷
一、推行“一网通办”😀。(责任单位:市商务局、市𠮷局)
"""


@pytest.fixture(scope="module")
def paper(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("公文 夹") / "通 知.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def gbk_graph(paper: Path) -> Path:
    """A graph directory that was built from a GBK console."""
    directory = paper.parent / "图 目录"
    environment = os.environ | {"PYTHONIOENCODING": "gbk", "LC_ALL": "zh_CN.UTF-8"}
    command = [sys.executable, "-m", "zhengtu", "build", str(paper), "--graph", str(directory)]
    built = subprocess.run(command, capture_output=True, env=environment, check=False)
    assert built.returncode == 0, built.stderr.decode("gbk")
    assert "新增 1" in built.stderr.decode("gbk")
    return directory


@pytest.mark.parametrize(
    "arguments",
    [
        ["info"],
        ["info", "--format", "csv"],
        ["ask"],
        ["ask", "责任链"],
        ["ask", "责任链", "--evidence"],
        ["ask", "责任链", "--format", "md"],
        ["ask", "责任链", "--format", "json"],
        ["export", "facts"],
        ["export", "triples"],
        ["search", "一网通办"],
        ["check", "--format", "json"],
        ["--help"],
    ],
)
def test_commands_work_on_a_gbk_pipe(zhengtu, gbk_graph: Path, arguments: list[str]) -> None:  # type: ignore[no-untyped-def]
    done = zhengtu(*arguments, "--graph", gbk_graph, encoding="gbk")
    assert done.returncode == 0, done.stderr.decode("gbk")
    assert done.stdout
    if "csv" not in arguments:
        done.stdout.decode("gbk")


def test_json_keeps_every_character_on_a_gbk_pipe(zhengtu, paper: Path) -> None:  # type: ignore[no-untyped-def]
    utf8, gbk = (zhengtu("facts", paper, encoding=encoding) for encoding in ("utf-8", "gbk"))
    assert utf8.returncode == gbk.returncode == 0
    assert b"\\ud842\\udfb7" in gbk.stdout
    as_utf8, as_gbk = (
        [json.loads(line) for line in done.stdout.decode(encoding).splitlines()]
        for done, encoding in ((utf8, "utf-8"), (gbk, "gbk"))
    )
    assert as_utf8 == as_gbk


def test_text_is_the_same_bytes_whatever_the_console(zhengtu, paper: Path) -> None:  # type: ignore[no-untyped-def]
    for encoding in ("utf-8", "gbk", "ascii"):
        assert zhengtu("text", paper, encoding=encoding).stdout == TEXT.encode("utf-8")


def test_errors_survive_an_ascii_console(zhengtu) -> None:  # type: ignore[no-untyped-def]
    done = zhengtu("ask", "责任练", encoding="ascii")
    assert done.returncode == 2
    assert done.stderr.count(b"\n") == 1


def test_a_closed_pipe_is_quiet(example_graph: Path) -> None:
    command = [sys.executable, "-m", "zhengtu", "export", "nquads", "--graph", str(example_graph)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None and process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""
