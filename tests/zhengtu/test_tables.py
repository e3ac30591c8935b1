"""Tables are readable for people whatever is in them, and exact for programs."""

from __future__ import annotations

import json

import pytest

from zhengtu.cli.columns import width
from zhengtu.cli.tables import Table, as_markdown, as_text, write_table

TABLE = Table(["名称", "数"], [["数据局", 3], ["a [bold]b[/bold]", None]])


def test_a_table_that_fits_is_drawn_in_columns() -> None:
    lines = as_text(TABLE, 80).splitlines()
    assert len(lines) == 4
    assert len({width(line[: line.index("3") if "3" in line else None]) for line in lines[2:3]}) == 1
    assert "[bold]" in lines[3]


def test_a_table_that_is_too_wide_is_shown_row_by_row() -> None:
    text = as_text(Table(["名称", "句子"], [["甲", "一" * 50], ["乙", None]]), 60)
    assert "── 2 ──" in text
    assert "一" * 50 in text


def test_a_wrapped_table_keeps_its_columns() -> None:
    text = as_text(Table(["名称", "句子"], [["甲", "一" * 80]], wrapped=True), 60)
    assert "──" in text and "1 ──" not in text
    assert all(width(line) <= 60 for line in text.splitlines())
    assert text.count("一") == 80


def test_control_characters_of_a_document_never_reach_the_terminal() -> None:
    text = as_text(Table(["名"], [["甲\x1b[31m\n乙\x07\u202e"]]), 80)
    assert "\x1b" not in text and "\x07" not in text and "\u202e" not in text


def test_markdown_cells_break_nothing() -> None:
    lines = as_markdown(Table(["名"], [["a|b\n<script>"]])).splitlines()
    assert lines == ["| 名 |", "| --- |", "| a\\|b<br>&lt;script> |"]


def test_json_keeps_numbers_and_nulls(capsys: pytest.CaptureFixture[str]) -> None:
    write_table(TABLE, "json", None)
    assert json.loads(capsys.readouterr().out) == [
        {"名称": "数据局", "数": 3},
        {"名称": "a [bold]b[/bold]", "数": None},
    ]
