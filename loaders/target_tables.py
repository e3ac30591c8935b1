"""Tables of indicators: 指标 | 单位 | 2025年实际 | 2028年目标."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from loaders.document import Cell, Span, Table
from loaders.reading import Reading
from loaders.rules import any_of, load_rules

_VALUE = re.compile(
    r"\s*(?P<sign>≥|>=|>|≤|<=|<|约|超过|不低于|不少于|不高于|不超过|达到|达)?\s*(?P<value>\d{1,12}(?:,\d{3}){0,4}(?:\.\d{1,6})?"
    r"(?:[-—~～]\d{1,12}(?:\.\d{1,6})?)?)\s*(?P<unit>[%万亿]?[一-鿿A-Za-z/]{0,8}?)\s*(?P<behind>以上|以下|以内|左右)?\s*"
)
_YEAR = re.compile(r"(20\d\d)\s?年?")
_BRACKET = re.compile(r"[(（]([^()（）]{1,10})[)）]\s*\Z")
_SIGNS = {
    ">=": ("≥", ">=", ">", "超过", "不低于", "不少于", "以上"),
    "<=": ("≤", "<=", "<", "不高于", "不超过", "以下", "以内"),
    "~": ("约", "左右"),
}


class TableFigure(NamedTuple):
    """A cell of an indicator table.

    Attributes:
        cell: clean span of the value.
        row: clean span of the whole row.
        indicator, comparator, value, unit: as a figure's.
        year: of the column's head, or None.
        reached: whether the column says what there is already.
    """

    cell: Span
    row: Span
    indicator: str
    comparator: str
    value: str
    unit: str
    year: str | None
    reached: bool


class _Columns(NamedTuple):
    head: int
    name: int
    unit: int | None
    values: dict[int, tuple[str | None, bool]]


@cache
def _heads() -> tuple[frozenset[str], frozenset[str], re.Pattern[str], re.Pattern[str]]:
    rules = load_rules("target")
    return (
        frozenset(rules["table_names"]),
        frozenset(rules["table_units"]),
        re.compile(any_of(rules["table_reached"])),
        re.compile(any_of(rules["table_values"])),
    )


def table_figures(reading: Reading) -> Iterator[TableFigure]:
    """The figures of all indicator tables, in reading order.

    Args:
        reading: of the document.
    """
    for table in reading.document.tables:
        columns = _columns(reading.text, table)
        if columns is not None:
            yield from _rows(reading.text, table, columns)


def _columns(text: str, table: Table) -> _Columns | None:
    """Which column holds what, by the first row that names an indicator; None for another table."""
    names, units, reached, values = _heads()
    for row in range(3):
        cells = {cell.column: _words(text, cell) for cell in table.cells if cell.row == row}
        name = next((column for column, words in cells.items() if words in names), None)
        told = {
            column: (year[1] if year else None, reached.search(words) is not None)
            for column, words in cells.items()
            if column != name
            and ((year := _YEAR.search(words)) or values.search(words) or reached.search(words))
        }
        if name is not None and told:
            unit = next((column for column, words in cells.items() if words in units), None)
            return _Columns(row, name, unit, told)
    return None


def _rows(text: str, table: Table, columns: _Columns) -> Iterator[TableFigure]:
    rows: dict[int, dict[int, Cell]] = {}
    for cell in table.cells:
        for row in range(cell.row, cell.row + cell.rows):
            rows.setdefault(row, {})[cell.column] = cell
    for row, cells in sorted(rows.items()):
        if row <= columns.head or columns.name not in cells:
            continue
        name = _words(text, cells[columns.name])
        bracket = _BRACKET.search(name)
        unit = _words(text, cells[columns.unit]) if columns.unit in cells else bracket[1] if bracket else ""
        name = name[: bracket.start()] if bracket and columns.unit is None else name
        around = Span(
            min(cell.span.start for cell in cells.values()), max(cell.span.end for cell in cells.values())
        )
        for column, (year, reached) in sorted(columns.values.items()):
            match = _VALUE.fullmatch(text, *cells[column].span) if column in cells else None
            if match is not None and not (match["value"][:2] == "20" and match["unit"] == "年"):
                yield TableFigure(
                    cell=cells[column].span,
                    row=around,
                    indicator=name,
                    comparator=_sign(match["sign"], match["behind"]),
                    value=match["value"].replace(",", "").replace("—", "-").replace("~", "-"),
                    unit=match["unit"] or unit,
                    year=year,
                    reached=reached,
                )


def _sign(*words: str | None) -> str:
    return next(
        (sign for sign, written in _SIGNS.items() if any(word in written for word in words if word)), "="
    )


def _words(text: str, cell: Cell) -> str:
    return re.sub(r"\s+", "", text[cell.span.start : cell.span.end])
