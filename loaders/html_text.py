"""The body of a page as plain text: block elements end lines, a table row is a line with tabs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from loaders.document import Span, Table
from loaders.html_tables import Grid, data_tables, walk
from loaders.rules import load_rules

_HIDDEN = re.compile(r"(?:display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden)", re.IGNORECASE)
_BLANKS = re.compile(r"[ \t\r\n\f]+")
#: A line end in the source between two Chinese characters is no blank of the text.
_WRAPPED = re.compile(r"(?<=[一-\u9fff、。，；])[ \t\r]*\n[ \t\r\n]*(?=[一-\u9fff（《“])")


@dataclass(frozen=True, slots=True)
class PageText:
    """The text of a page; tables with spans in it; spans of lines that are nothing but links."""

    text: str
    tables: tuple[Table, ...]
    links: tuple[Span, ...]


def page_text(body: Any) -> PageText:
    """Reads the body element of a parsed page.

    Args:
        body: selectolax node.
    """
    return _Reader(data_tables(body)).read(body)


class _Reader:
    """Walks over a page and writes its text."""

    def __init__(self, data: set[int]) -> None:
        self._data = data
        self._skipped, self._blocks = (frozenset(load_rules("html")[name]) for name in ("skipped", "blocks"))
        self._lines = _Lines()
        self._tables: list[Table] = []
        self._grid: Grid | None = None
        self._cell_start = 0
        self._in_link = 0

    def read(self, body: Any) -> PageText:
        nodes = walk(body)
        for node, leaving in nodes:
            if node.is_text_node:
                self._lines.write(node.text_content or "", self._in_link > 0)
            elif leaving:
                self._leave(node)
            elif node.tag in self._skipped or _is_hidden(node):
                nodes.send(True)
            else:
                self._enter(node)
        self._lines.end()
        return PageText("".join(self._lines.pieces), tuple(self._tables), tuple(self._lines.links))

    def _enter(self, node: Any) -> None:
        tag = node.tag
        if tag == "a":
            self._in_link += 1
        elif self._grid is None:
            if tag == "br" or tag in self._blocks:
                self._lines.end()
            if tag == "table" and node.mem_id in self._data:
                self._grid = Grid(self._lines.length)
        elif tag == "tr":
            self._lines.end()
            self._grid.open_row()
        elif tag in ("td", "th"):
            if self._grid.row < 0:
                self._grid.open_row()
            if self._grid.cells and self._grid.cells[-1].row == self._grid.row:
                self._lines.tab()
            self._cell_start = self._lines.length
        elif tag == "br" or tag in self._blocks:
            self._lines.blank()

    def _leave(self, node: Any) -> None:
        tag = node.tag
        if tag == "a":
            self._in_link = max(0, self._in_link - 1)
        elif self._grid is None:
            if tag in self._blocks:
                self._lines.end()
        elif tag == "table":
            self._lines.end()
            if self._grid.cells:
                span = Span(self._grid.start, self._grid.cells[-1].span.end)
                self._tables.append(Table(span, tuple(self._grid.cells)))
            self._grid = None
        elif tag in ("td", "th"):
            span = Span(self._cell_start, self._lines.length)
            self._grid.add(span, node.attributes, head=tag == "th")
            self._lines.drop_blank()
        elif tag in self._blocks:
            self._lines.blank()


class _Lines:
    """Text being written. A blank is held back until something follows it on its line."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.links: list[Span] = []
        self.length = 0
        self._start = 0
        self._held = False
        self._linked = 0

    def write(self, text: str, linked: bool) -> None:
        words = _BLANKS.sub(" ", _WRAPPED.sub("", text))
        first = self.length == self._start or self.pieces[-1] == "\t"
        bare = words.strip(" \u3000\u00a0" if first else " ")
        if not bare:
            self._held = self._held or bool(words)
            return
        if self._held or words[0] == " ":
            self._put_blank()
        self._put(bare)
        self._linked += len(bare) if linked else 0
        self._held = words[-1] == " "

    def blank(self) -> None:
        self._held = True

    def drop_blank(self) -> None:
        self._held = False

    def tab(self) -> None:
        self._held = False
        self._put("\t")

    def end(self) -> None:
        """Ends the line, if anything stands on it."""
        self._held = False
        if self.length == self._start:
            return
        if self._linked and self._linked >= self.length - self._start - 2:
            self.links.append(Span(self._start, self.length))
        self._put("\n")
        self._start = self.length
        self._linked = 0

    def _put_blank(self) -> None:
        if self.length > self._start and self.pieces[-1] != "\t":
            self._put(" ")

    def _put(self, piece: str) -> None:
        self.pieces.append(piece)
        self.length += len(piece)


def _is_hidden(node: Any) -> bool:
    if not node.is_element_node:
        return True
    attributes = node.attributes
    if not attributes:
        return False
    style = attributes.get("style")
    return (
        "hidden" in attributes
        or attributes.get("aria-hidden") == "true"
        or (style is not None and _HIDDEN.search(style[:500]) is not None)
    )
