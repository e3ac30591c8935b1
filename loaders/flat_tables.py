"""Tables that became text: one cell a line, or cells set apart by | or tabs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.clause_words import NO_ROLE, label_role, words
from loaders.document import Cell, Span, Table

_LINE = re.compile(r"[^\n]*\S[^\n]*")
_CELL = re.compile(r"[^\t|]+")
_NUMBER = re.compile(r"\(?(\d{1,3})\)?[.、]?")
#: a cell of a table's head, in code points
_LONGEST_HEAD = 12
#: 责任单位(列第一位者为牵头单位)
_LONGEST_LABEL = 32


def flat_tables(text: str) -> list[Table]:
    """Tables with a column of bodies that are written as lines of text.

    Args:
        text: clean text. Cells are one a line below a head one cell a line, or set apart by | or tabs.
    """
    lines = [Span(*match.span()) for match in _LINE.finditer(text)]
    tables = list(_columns(text, lines)) if "\t" in text or "|" in text else []
    return tables + list(_cell_a_line(text, lines))


def _columns(text: str, lines: Sequence[Span]) -> Iterator[Table]:
    """Rows whose cells are set apart by | or tabs; a single | at a line end is not enough."""
    index = 0
    while index < len(lines):
        rows: list[list[Span]] = []
        while index < len(lines) and len(cells := _cells(text, lines[index])) > 1:
            rows.append(cells)
            index += 1
        if len(rows) > 1 and any(_is_label(text, cell) for cell in rows[0]):
            yield _table(rows)
        index += 1


def _cells(text: str, line: Span) -> list[Span]:
    if "\t" not in text[line.start : line.end] and "|" not in text[line.start : line.end]:
        return []
    return [Span(*match.span()) for match in _CELL.finditer(text, *line) if match[0].strip()]


def _cell_a_line(text: str, lines: Sequence[Span]) -> Iterator[Table]:
    """序号 / 任务 / 责任单位 / 牵头单位 on lines of their own, then the cells in that order."""
    index = 0
    while index < len(lines):
        if not _is_label(text, lines[index]):
            index += 1
            continue
        first = index
        while first > 0 and index - first < 8 and _is_head(text, lines[first - 1]):
            first -= 1
        last = index
        while last + 1 < len(lines) and last - first < 12 and _is_head(text, lines[last + 1]):
            last += 1
        head = list(lines[first : last + 1])
        numbered = next(
            (place for place, cell in enumerate(head) if _bare(text, cell) in ("序号", "编号")), None
        )
        rows: list[list[Span]] = []
        if numbered is not None and len(head) > 2:
            head = head[numbered:]
            rows, last = _numbered_rows(text, lines, last + 1, len(head))
        if rows:
            yield _table([head, *rows])
            index = max(last, index + 1)
        else:
            index += 1


def _numbered_rows(text: str, lines: Sequence[Span], index: int, width: int) -> tuple[list[list[Span]], int]:
    """Rows that each begin with the next number; a category cell may stand before it."""
    rows: list[list[Span]] = []
    count = 1
    while index < len(lines):
        if not _is_number(text, lines[index], count):
            if rows or index + 1 >= len(lines) or not _is_number(text, lines[index + 1], count):
                break
            index += 1
        end = index + 1
        while end < len(lines) and end - index < width + 2 and not _is_number(text, lines[end], count + 1):
            end += 1
        row = list(lines[index:end])
        if len(row) < width:
            break
        rows.append(row[:width])
        index = end
        count += 1
        if index < len(lines) and not _is_number(text, lines[index], count):
            break
    return rows, index


def _table(rows: Sequence[Sequence[Span]]) -> Table:
    cells = tuple(
        Cell(span, line, column, head=line == 0)
        for line, row in enumerate(rows)
        for column, span in enumerate(row)
    )
    return Table(Span(cells[0].span.start, cells[-1].span.end), cells)


def _bare(text: str, span: Span) -> str:
    return re.sub(r"[ \t\u3000|:]", "", text[span.start : span.end])


def _is_label(text: str, span: Span) -> bool:
    if span.end - span.start > _LONGEST_LABEL:
        return False
    name = _bare(text, span)
    return (
        words().bare_label.fullmatch(name) is not None
        and label_role(name) != NO_ROLE
        and ":" not in text[span.start : span.end]
    )


def _is_head(text: str, span: Span) -> bool:
    name = _bare(text, span)
    short = 1 < len(name) <= _LONGEST_HEAD and re.search(r"[,。;、:\d《]", name) is None
    return short or _is_label(text, span)


def _is_number(text: str, span: Span, count: int) -> bool:
    match = _NUMBER.fullmatch(_bare(text, span))
    return match is not None and int(match[1]) == count
