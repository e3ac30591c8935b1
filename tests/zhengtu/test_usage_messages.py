"""Wrong use is answered in one line, in the user's language, with exit code 2."""

from __future__ import annotations

import ast
import os
from pathlib import Path

import click
import pytest

from zhengtu.cli.catalogue import COMPILED, SOURCE, compile_catalogue, read_catalogue
from zhengtu.cli.run import run


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["biuld"], "没有命令 biuld。是不是 build?"),
        (["build"], "缺少参数"),
        (["build", "--wrokers", "2", "x"], "没有选项 --wrokers。是不是“--workers”?"),
        (["build", "--workers", "two", "x"], "不是合适的数"),
        (["build", "--workers", "0", "x"], "不在范围"),
        (["build", "x", "--workers"], "后面要有值"),
        (["export", "word"], "不在可选之列"),
        (["text", "a", "b"], "多出来的参数:b"),
        (["--lang", "fr"], "不在可选之列"),
    ],
)
def test_chinese_complaints_name_the_fault(
    arguments: list[str], told: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    assert run(arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("错误:")
    assert told in err
    assert err.count("\n") == 1


def test_english_complaints_are_english(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    assert run(["biuld"]) == 2
    assert capsys.readouterr().err == (
        "error: there is no command biuld; did you mean build? (see zhengtu --help)\n"
    )


def test_lang_counts_wherever_it_stands(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    for arguments in (["--lang", "zh", "build"], ["build", "--lang=zh"], ["build", "--lang", "zh"]):
        assert run(arguments) == 2
        assert capsys.readouterr().err.startswith("错误:")


def test_the_compiled_catalogue_is_current() -> None:
    assert COMPILED.read_bytes() == compile_catalogue(SOURCE.read_text(encoding="utf-8")), (
        "run python -m zhengtu.cli.catalogue"
    )


def test_every_message_that_click_may_show_has_its_chinese() -> None:
    known = read_catalogue(SOURCE.read_text(encoding="utf-8"))
    originals = {part for key in known for part in key.split("\0")}
    home = Path(click.__file__).parent
    missing = set()
    for module in ("exceptions", "types", "parser", "formatting"):
        for node in ast.walk(ast.parse((home / f"{module}.py").read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Name)
                and node.func.id in ("_", "ngettext")
            ):
                texts = [
                    a.value for a in node.args if isinstance(a, ast.Constant) and isinstance(a.value, str)
                ]
                missing |= set(texts) - originals
    assert not missing


def test_an_empty_folder_is_told_alike_by_build_and_facts(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "空").mkdir()
    told = []
    for command in (["build", "--graph", str(tmp_path / "graph")], ["facts"]):
        assert run(["--lang", "zh", *command, str(tmp_path / "空")]) == 1
        told.append(capsys.readouterr().err)
    assert told[0] == told[1]
    assert "里没有可读的文件:请给出" in told[0]


@pytest.mark.skipif(os.name == "nt", reason="Windows allows no such names")
def test_a_name_with_control_characters_stays_one_harmless_line(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    name = "a\nb\x1b[2J.txt"
    (tmp_path / name).write_bytes(b"")
    for command in (["facts"], ["text"], ["build", "--graph", str(tmp_path / "graph")]):
        assert run([*command, str(tmp_path / name)]) == 1
        err = capsys.readouterr().err
        assert "\x1b" not in err
        assert all(
            line.startswith(("未读", "refused", "错误", "error", str(tmp_path))) for line in err.splitlines()
        )
        assert r"\x1b[2J.txt" in err


def test_removing_in_part_ends_with_3_and_in_vain_with_1(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    for name in ("甲.txt", "乙.txt"):
        (tmp_path / name).write_text(f"{name}:加快建设。", encoding="utf-8")
    graph = ["--graph", str(tmp_path / "graph"), "--lang", "zh"]
    assert run(["build", *graph, *map(str, sorted(tmp_path.glob("*.txt")))]) == 0
    capsys.readouterr()
    assert run(["remove", *graph, "丙.txt", "乙.txt"]) == 3
    assert "未去掉:图里没有文件 丙.txt" in capsys.readouterr().err
    assert run(["remove", *graph, "丙.txt"]) == 1
