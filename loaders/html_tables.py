"""Which tables of a page hold data, and where their cells stand."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from loaders.document import Cell, Span

#: Bounds on what a cell may claim, so that a hostile page can't claim the whole memory; HTML's own are
#: 1,000 and 65,534.
_MOST_COLUMNS, _MOST_ROWS = 200, 10_000

#: Code points in one cell from which on a table is taken for the frame of the page, not for data.
_LAYOUT_CELL = 600


def data_tables(body: Any) -> set[int]:
    """The tables (by `mem_id`) that hold data. Old pages lay themselves out with tables: these have tables
    inside, a single cell, or a cell that holds a whole text."""
    stack: list[_Seen] = []
    data: set[int] = set()
    for node, leaving in walk(body):
        if node.tag == "table":
            if leaving:
                seen = stack.pop()
                if stack:
                    stack[-1].nested = True
                if not seen.nested and seen.cells > 1 and seen.longest < _LAYOUT_CELL:
                    data.add(node.mem_id)
            else:
                stack.append(_Seen())
        elif stack and not leaving:
            stack[-1].meet(node)
    return data


@dataclass(slots=True)
class _Seen:
    """What was seen of a table so far."""

    nested: bool = False
    cells: int = 0
    length: int = 0
    longest: int = 0

    def meet(self, node: Any) -> None:
        if node.tag in ("td", "th"):
            self.cells += 1
            self.length = 0
        elif node.is_text_node:
            self.length += len((node.text_content or "").strip())
            self.longest = max(self.longest, self.length)


def walk(root: Any) -> Any:
    """Every node below a root in reading order as (node, leaving): once entered, and elements once left.

    Needs no recursion, so that depth costs no stack. Send True behind an entered node to skip what is inside
    (it is then not left either).
    """
    node = root.child
    while node is not None:
        skip = yield node, False
        if skip:
            yield None, False
        below = None if skip else node.child
        if below is not None:
            node = below
            continue
        if node.is_element_node and not skip:
            yield node, True
        while node.next is None:
            node = node.parent
            if node is None or node.mem_id == root.mem_id:
                return
            yield node, True
        node = node.next


@dataclass(slots=True)
class Grid:
    """A table being read: gives each cell its place, as HTML's table model does."""

    start: int
    cells: list[Cell] = field(default_factory=list)
    row: int = -1
    _column: int = 0
    _taken: dict[int, int] = field(default_factory=dict)

    def open_row(self) -> None:
        """Begins the next row."""
        self.row += 1
        self._column = 0

    def add(self, span: Span, attributes: dict[str, str | None], head: bool) -> None:
        """Puts a cell into the first column of the row that no cell from above takes.

        Args:
            span: of its text.
            attributes: of its element, for rowspan and colspan.
            head: whether it is a head cell.
        """
        while self._taken.get(self._column, 0) > self.row:
            self._column += 1
        columns = _claimed(attributes.get("colspan"), _MOST_COLUMNS)
        rows = _claimed(attributes.get("rowspan"), _MOST_ROWS)
        if self._column < _MOST_COLUMNS:
            self._taken.update(dict.fromkeys(range(self._column, self._column + columns), self.row + rows))
        self.cells.append(Cell(span, self.row, self._column, rows, columns, head))
        self._column += columns


def _claimed(value: str | None, most: int) -> int:
    digits = (value or "").strip()[:6]
    return min(max(int(digits), 1), most) if digits.isascii() and digits.isdigit() else 1
