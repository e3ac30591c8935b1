"""Rows of annexed tables that count by their 序号: with cells, one line a row, or one line a cell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from loaders.document import Document, Span, Table
from loaders.numbering import han_value

_COUNT_HEAD = re.compile(r"\s*(?:序\s*号|编\s*号|项目序号|任务序号|No\.?)\s*")
_COUNT = re.compile(r"\s*(\d{1,3}|[一二三四五六七八九十]{1,3})[.、]?\s*")
# the column that says what is to be done, the plainest word first
_TASK_HEADS = (
    re.compile(r"任务|事项|举措|措施"),
    re.compile(r"内容|要点|目标"),
    re.compile(r"项目|工作|名称"),
)
_OTHER_HEADS = re.compile(r"类别|分类|类型|领域|单位|部门|时限|时间|领导|责任|进度|备注|依据")
_HEAD_LINE = re.compile(r"^[ \t\u3000|]*序[ \u3000]?号[ \t\u3000|]*([^\n]*)$", re.MULTILINE)
_CELL_BREAK = re.compile(r"[ \u3000]*[\t|][ \t\u3000|]*|[ \u3000]{2,}")
_LINE = re.compile(r"[^\n]+")
_MOST_COLUMNS = 12


class Row(NamedTuple):
    """A counted row: its number as written, and the clean span of the cell that says what is to be done."""

    label: str
    title: Span


def find_rows(document: Document) -> list[Row]:
    """The counted rows of all tables of a document, in reading order."""
    rows = [row for table in document.tables for row in _table_rows(document.clean, table)]
    rows += _line_rows(document.clean, [table.span for table in document.tables])
    return sorted(rows, key=lambda row: row.title)


def _table_rows(text: str, table: Table) -> Iterator[Row]:
    """Rows of a table with cells; a cell that spans several rows counts for the first."""
    grid = {(cell.row, cell.column): text[cell.span.start : cell.span.end] for cell in table.cells}
    head = next((place for place, words in grid.items() if _COUNT_HEAD.fullmatch(words)), None)
    if head is None:
        return
    heads = {column: words for (row, column), words in grid.items() if row == head[0]}
    task = _task_column(heads, head[1])
    spans = {(cell.row, cell.column): cell.span for cell in table.cells}
    for (row, column), words in grid.items():
        count = _COUNT.fullmatch(words) if column == head[1] and row > head[0] else None
        if count and (row, task) in spans:
            yield Row(count[1], _up_to_stop(text, spans[row, task]))


def _task_column(heads: dict[int, str], count_column: int) -> int:
    for pattern in _TASK_HEADS:
        for column, words in sorted(heads.items()):
            if pattern.search(words) and not _OTHER_HEADS.search(words):
                return column
    return count_column + 1


def _up_to_stop(text: str, span: Span) -> Span:
    words = text[span.start : span.end]
    head = words.split("。")[0]
    start = span.start + len(head) - len(head.lstrip())
    return Span(start, start + len(head.strip().rstrip(";,:、")))


def _line_rows(text: str, tables: Sequence[Span]) -> Iterator[Row]:
    """Rows of tables that were flattened into lines; each table ends where the next one's head begins."""
    heads = list(_HEAD_LINE.finditer(text))
    for index, head in enumerate(heads):
        if any(table.start <= head.start() < table.end for table in tables):
            continue
        end = heads[index + 1].start() if index + 1 < len(heads) else len(text)
        if head[1].strip():
            yield from _rows_on_lines(text, head, end)
        else:
            yield from _rows_of_cells(text, head.end(), end)


def _rows_on_lines(text: str, head: re.Match[str], end: int) -> Iterator[Row]:
    names = [words for words in _CELL_BREAK.split(head[1].strip(" \t\u3000|")) if words]
    task = _task_column(dict(enumerate(names)), -1)
    expected = 1
    for line in _LINE.finditer(text, head.end(), end):
        cells = _cells(line[0], line.start())
        count = _COUNT.fullmatch(text, *cells[0]) if cells else None
        if count is None or han_value(count[1]) != expected:
            if expected == 1 or count is not None:
                continue
            if len(cells) < 2:
                break
            continue
        # A category cell that stands for several rows is missing from the later ones.
        place = task + 1 - max(0, len(names) + 1 - len(cells)) if task else 1
        if 0 < place < len(cells):
            yield Row(count[1], _up_to_stop(text, cells[place]))
        expected += 1


def _cells(line: str, offset: int) -> list[Span]:
    cells, start = [], 0
    for gap in _CELL_BREAK.finditer(line):
        if gap.start() > start:
            cells.append(Span(offset + start, offset + gap.start()))
        start = gap.end()
    if start < len(line):
        cells.append(Span(offset + start, offset + len(line)))
    return cells


def _rows_of_cells(text: str, start: int, end: int) -> Iterator[Row]:
    """Rows of a table that has one cell on each line."""
    lines = [Span(*line.span()) for line in _LINE.finditer(text, start, end) if not line[0].isspace()]
    first = next(
        (index for index, line in enumerate(lines[:_MOST_COLUMNS]) if _counts(text, line) == 1), None
    )
    if first is None or first == 0:
        return
    names = {index: text[line.start : line.end] for index, line in enumerate(lines[:first])}
    task = _task_column(names, -1)
    places = [first]
    for index in range(first + 1, len(lines)):
        if index - places[-1] > 3 * _MOST_COLUMNS:
            break
        if _counts(text, lines[index]) == len(places) + 1:
            places.append(index)
    if len(places) < 2:
        return
    for number, place in enumerate(places):
        until = places[number + 1] if number + 1 < len(places) else min(place + first + 1, len(lines))
        missing = max(0, first - (until - place - 1)) if task else 0
        here = place + 1 + max(0, task - missing)
        if here < until:
            yield Row(text[lines[place].start : lines[place].end].strip(), _up_to_stop(text, lines[here]))


def _counts(text: str, line: Span) -> int:
    match = _COUNT.fullmatch(text, *line) if line.end - line.start < 8 else None
    return han_value(match[1]) if match else 0
