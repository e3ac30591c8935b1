"""Responsibility in tables: columns 责任单位, 牵头单位, 配合单位, told by the head, not by their place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from loaders.bodies import BodyReader
from loaders.clause_grammar import ClauseParser
from loaders.clause_parts import Entry, ParsedClause
from loaders.clause_scope import Scope
from loaders.clause_words import DEADLINE, NO_ROLE, label_role, words
from loaders.clauses import Clause
from loaders.document import Cell, Span, Table
from loaders.flat_tables import flat_tables
from loaders.reading import Reading

#: heads of the column that says what is to be done
_TASK_HEADS = ("任务", "事项", "内容", "举措", "措施", "项目", "工作", "指标", "名称")


def read_table_clauses(reading: Reading) -> Iterator[tuple[Clause, Scope]]:
    """One clause for each row of a table that has a column of bodies.

    Args:
        reading: of the document; its tables with cells and tables that became text, a cell a line.
    """
    tables = reading.document.tables
    for table in tables:
        yield from _read_table(reading, table)
    for table in flat_tables(reading.text):
        if not any(
            table.span.start < other.span.end and other.span.start < table.span.end for other in tables
        ):
            yield from _read_table(reading, table)


def _read_table(reading: Reading, table: Table) -> Iterator[tuple[Clause, Scope]]:
    head = _head(reading.text, table)
    if head is None:
        return
    row, roles, task_column = head
    rows = max((cell.row + cell.rows for cell in table.cells), default=0)
    by_place = {
        (line, column): cell
        for cell in table.cells
        for line in range(cell.row, min(cell.row + cell.rows, rows))
        for column in range(cell.column, cell.column + cell.columns)
    }
    by_row: dict[int, list[Cell]] = {}
    for cell in table.cells:
        by_row.setdefault(cell.row, []).append(cell)
    for line in range(row + 1, rows):
        cells = [by_place.get((line, column)) for column in sorted(roles)]
        parsed = _parsed(reading, [cell for cell in cells if cell is not None], roles)
        if not parsed.entries:
            continue
        task = by_place.get((line, task_column)) if task_column is not None else None
        task = task or _longest(reading.text, by_row.get(line, []), roles)
        span = task.span if task else parsed.entries[0].body.span
        around = _row_span(by_row.get(line, []), parsed)
        section = reading.outline.numbered_at(span.start)
        path = section.path if section is not None else ""
        yield Clause(around, "cell", parsed), Scope(span, _words(reading.text, span), path)


def _head(text: str, table: Table) -> tuple[int, dict[int, str], int | None] | None:
    """The head's row, the role of each column of bodies, and the column of tasks."""
    for row in range(4):
        roles: dict[int, str] = {}
        tasks: list[int] = []
        for cell in table.cells:
            if cell.row != row:
                continue
            name = _words(text, cell.span).replace(" ", "").replace("\u3000", "").rstrip(":")
            if words().bare_label.fullmatch(name):
                role = label_role(name)
                if role != NO_ROLE:
                    roles[cell.column] = role
            elif name.endswith(_TASK_HEADS) and len(name) <= 12:
                tasks.append(cell.column)
        if any(role != DEADLINE for role in roles.values()):
            return row, roles, tasks[-1] if tasks else None
    return None


def _parsed(reading: Reading, cells: Sequence[Cell], roles: dict[int, str]) -> ParsedClause:
    """The bodies of one row, by columns; the span of each is its cell."""
    whole = ParsedClause()
    for cell in cells:
        if not _words(reading.text, cell.span):
            continue
        reader = BodyReader(reading.text, reading.profile, reading.vocabulary)
        parsed = ClauseParser(reading.text, reader, label=roles[cell.column]).parse(cell.span)
        whole.entries += [_in_cell(entry, cell.span) for entry in parsed.entries]
        whole.deadline = whole.deadline or parsed.deadline
    return whole


def _in_cell(entry: Entry, cell: Span) -> Entry:
    entry.body = replace(entry.body, span=cell)
    return entry


def _longest(text: str, cells: Sequence[Cell], roles: dict[int, str]) -> Cell | None:
    others = [cell for cell in cells if cell.column not in roles]
    return max(others, key=lambda cell: len(_words(text, cell.span)), default=None)


def _row_span(cells: Sequence[Cell], parsed: ParsedClause) -> Span:
    """From the first to the last cell of a row."""
    spans = [cell.span for cell in cells] or [entry.body.span for entry in parsed.entries]
    return Span(min(span.start for span in spans), max(span.end for span in spans))


def _words(text: str, span: Span) -> str:
    return text[span.start : span.end].strip(" \t\u3000\n|")
