"""Deadlines that stand beside the task: 完成时限 on a line, in a clause, or in a column of a table."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache

from loaders.document import Span, Table
from loaders.flat_tables import flat_tables
from loaders.outline import Section
from loaders.reading import Reading
from loaders.rules import any_of, load_rules

_CLAUSE_END = re.compile(
    r"[,;，；](?P<date>(?:20\d\d年)?(?:(?:1[0-2]|[1-9])月(?:底|末)?|年底)前?)(?:前|之前)?(?:全面|全部|基本)?(?:完成|落实|建成)?[)〕】]"
)


@cache
def _label() -> re.Pattern[str]:
    labels = any_of(load_rules("target")["item_labels"])
    return re.compile(rf"(?:{labels})\s{{0,2}}[:为】〕]\s{{0,2}}(?P<date>[^\n。;,)]{{2,20}})")


@cache
def _is_head() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(load_rules('target')['item_labels'])})\s*")


class ItemDeadlines:
    """Deadlines of items and rows of one document.

    Args:
        reading: of the document.
    """

    def __init__(self, reading: Reading) -> None:
        text = reading.text
        self._text = text
        stated = [(match.start("date"), match["date"]) for match in _label().finditer(text)]
        stated += [(match.start("date"), match["date"]) for match in _CLAUSE_END.finditer(text)]
        self._stated = sorted(stated)
        self._places = [place for place, _ in self._stated]
        tables = [*reading.document.tables, *(flat_tables(text) if _is_head().search(text) else ())]
        self._rows = sorted(row for table in tables for row in self._dated_rows(table))
        self._row_starts = [span.start for span, _ in self._rows]
        self._outline = reading.outline

    def at(self, offset: int, section: Section | None) -> str | None:
        """The written deadline of the item or row that holds a clean offset, or None.

        Args:
            offset: clean offset of a figure.
            section: the innermost section there.
        """
        index = bisect_right(self._row_starts, offset) - 1
        if index >= 0 and offset < self._rows[index][0].end:
            return self._rows[index][1]
        span = section.span if section is not None else self._outline.paragraph_at(offset)
        following = bisect_right(self._places, offset)
        if following < len(self._stated) and self._places[following] < span.end:
            return self._stated[following][1]
        return None

    def _dated_rows(self, table: Table) -> list[tuple[Span, str]]:
        """The cells of a table that has a column of deadlines, with the deadline of their row."""
        column, head = None, 0
        for cell in table.cells:
            if cell.row < 4 and _is_head().fullmatch(self._text[cell.span.start : cell.span.end].strip()):
                column, head = cell.column, cell.row
                break
        if column is None:
            return []
        dates = {
            row: self._text[cell.span.start : cell.span.end].strip()
            for cell in table.cells
            if cell.column == column and cell.row > head
            for row in range(cell.row, cell.row + cell.rows)
        }
        return [
            (cell.span, dates[cell.row])
            for cell in table.cells
            if cell.column != column and cell.row in dates
        ]
