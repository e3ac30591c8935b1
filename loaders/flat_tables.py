"""Tables that became text: one cell a line, or cells set apart by | or tabs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.bodies import entries
from loaders.body_list import body_spans
from loaders.body_words import is_role, listed
from loaders.clause_words import DEADLINE, NO_ROLE, label_role, words
from loaders.document import Cell, Span, Table

_LINE = re.compile(r"[^\n]*\S[^\n]*")
_CELL = re.compile(r"[^\t|]+")
_NUMBER = re.compile(r"\(?(\d{1,3})\)?[.、]?")
#: a cell of a table's head, in code points
_LONGEST_HEAD = 12
#: lines between two cells of bodies in a table without numbers
_LONGEST_TASK = 8
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
        rows, after = _rows_below(text, lines, last + 1, head)
        if rows:
            yield _table(rows)
        index = max(after, last) + 1


def _rows_below(
    text: str, lines: Sequence[Span], index: int, head: Sequence[Span]
) -> tuple[list[list[Span]], int]:
    """The table below a head: rows that count, else rows told by their cells of bodies."""
    numbered = [place for place, cell in enumerate(head) if _bare(text, cell) in ("序号", "编号")]
    if numbered and len(head) > 2:
        own = list(head[numbered[0] :])
        rows, after = _numbered_rows(text, lines, index, own, numbered[0] > 0)
        if rows:
            return [own, *rows], after
    labels = [cell for cell in head if _is_label(text, cell)]
    others = [cell for cell in head if not _is_label(text, cell)]
    if not others:
        return [], index
    rows, after = _loose_rows(text, lines, index, len(labels))
    return ([[others[-1], *labels], *rows] if rows else []), after


def _numbered_rows(
    text: str, lines: Sequence[Span], index: int, head: Sequence[Span], category: bool
) -> tuple[list[list[Span]], int]:
    """Rows that each begin with the next number; `category`: a cell of the column before may follow a row."""
    rows: list[list[Span]] = []
    width = len(head)
    told = [label_role(_bare(text, cell)) for cell in head]
    labels = [place for place, role in enumerate(told) if role not in (NO_ROLE, DEADLINE)]
    if index + 1 < len(lines) and not _is_number(text, lines[index], 1):
        index += 1
    while index < len(lines) and _is_number(text, lines[index], len(rows) + 1):
        end = index + 1
        while (
            end < len(lines) and end - index < width + 4 and not _is_number(text, lines[end], len(rows) + 2)
        ):
            end += 1
        row = list(lines[index:end])
        if rows and (whole := _with_merged(text, row, rows[-1], width, labels)):
            rows.append(whole)
            index = end
            continue
        if len(row) < width:
            break
        closed = end < len(lines) and _is_number(text, lines[end], len(rows) + 2)
        if closed and len(row) > width and not (category and len(row) == width + 1):
            # a cell of the task runs over several lines: the cells of bodies stand at the end
            row = [row[0], *row[len(row) - width + 1 :]]
        rows.append(row[:width])
        index = end
    return rows, index


def _with_merged(
    text: str, row: Sequence[Span], above: Sequence[Span], width: int, labels: Sequence[int]
) -> list[Span] | None:
    """The row with the cells that it shares with the row above: a category is written once for several rows.

    None where the row is whole, or its cells of bodies would still not stand below their heads.
    """
    for shared in range(width - 2):
        whole = [row[0], *above[1 : 1 + shared], *row[1 : width - shared]]
        if len(whole) == width and all(_may_be_bodies(text, whole[place]) for place in labels):
            return whole if shared else None
    return None


def _may_be_bodies(text: str, cell: Span) -> bool:
    return _bare(text, cell) in words().rules["no_body"] or _is_bodies(text, cell)


def _loose_rows(text: str, lines: Sequence[Span], index: int, width: int) -> tuple[list[list[Span]], int]:
    """Rows without numbers: lines of bodies alone, each with the line before it as the task."""
    rows: list[list[Span]] = []
    missed = 0
    while index < len(lines) and missed < _LONGEST_TASK:
        if index and _is_bodies(text, lines[index]):
            cells = [lines[index - 1]]
            while index < len(lines) and len(cells) <= width and _is_bodies(text, lines[index]):
                cells.append(lines[index])
                index += 1
            rows.append(cells)
            missed = 0
        else:
            missed += 1
            index += 1
    return rows, index - missed


def _is_bodies(text: str, line: Span) -> bool:
    """Whether a line names bodies and nothing else."""
    if line.end - line.start > 200 or is_role(_bare(text, line)):
        return False
    named = [
        text[entry.start : entry.end] in listed("place_words") or body_spans(text, entry)
        for _, entry in entries(text, line)
    ]
    return all(named)


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
