"""A CSV cell stays what it is in a spreadsheet, and none runs."""

from __future__ import annotations

import csv
import io
from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.cells import BOM, as_cell, write_csv

HARMLESS = [
    "数据局",
    "12",
    "=",
    "-",
    "3.5",
    "2021-09-30",
    "鲁政字〔2021〕1号",
    "a=b",
    "1+3+N",
    "",
    "0",
    "0.5",
]
CHANGED = ["1-2", "1/2", "2021-09", "0532", "12345678901234567", "3E5", "12:30", "5.1.2"]
RUN = [
    "=1+1",
    '=HYPERLINK("x")',
    "+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(A1)",
    " =1+1",
    "\t=1",
    "\uff1d1+1",
    "-12",
    "+3.5",
    "-甲",
]


@pytest.mark.parametrize("text", HARMLESS)
def test_harmless_cells_are_left_alone(text: str) -> None:
    assert as_cell(text) == text


@pytest.mark.parametrize("text", CHANGED + RUN)
def test_cells_that_a_spreadsheet_would_change_or_run_are_text(text: str) -> None:
    assert as_cell(text) == "\t" + text


def test_numbers_stay_numbers_and_nothing_stays_empty() -> None:
    assert [as_cell(value) for value in (-3, 2.5, None)] == ["-3", "2.5", ""]


@given(st.text(max_size=12))
def test_a_program_gets_its_text_back(text: str) -> None:
    kept = text.replace("\r\n", "\n").replace("\r", "\n")
    kept = "".join(mark for mark in kept if mark in "\t\n" or category(mark) != "Cc")
    assert as_cell(text) in (kept, "\t" + kept)


def test_a_table_has_the_mark_by_which_excel_knows_utf8() -> None:
    out = io.StringIO(newline="")
    write_csv(out, ["名称", "值"], [["甲,乙", "1-2"], ['引“号"', None]])
    text = out.getvalue()
    assert text.startswith(BOM) and "\r\n" in text
    rows = list(csv.reader(io.StringIO(text.removeprefix(BOM), newline="")))
    assert rows == [["名称", "值"], ["甲,乙", "\t1-2"], ['引“号"', ""]]


def test_a_cell_steers_no_terminal() -> None:
    assert as_cell("a\x1b[2J\x07.txt") == "a[2J.txt"
