"""A document as it was read: raw text, clean text, and the map between them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple


class Span(NamedTuple):
    """A half-open range of code points."""

    start: int
    end: int


class SourceMap:
    """Leads offsets of the clean text back to the raw text.

    Args:
        starts: for each clean code point the raw offset where it begins, or None where clean and raw are
            the same.
        ends: for each clean code point the raw offset just behind it, or None where each stands for one raw
            code point.
        length: number of clean code points.
    """

    __slots__ = ("_ends", "_length", "_starts")

    def __init__(
        self, length: int, starts: Sequence[int] | None = None, ends: Sequence[int] | None = None
    ) -> None:
        self._length = length
        self._starts = starts
        self._ends = ends

    def raw(self, start: int, end: int) -> Span:
        """The raw span of a clean span; an empty clean span gives an empty raw span.

        Annotations that were removed inside the span belong to it, those behind its last code point do not.
        """
        if self._starts is None:
            return Span(start, end)
        if start >= self._length:
            last = self._end(self._length - 1) if self._length else 0
            return Span(last, last)
        first = self._starts[start]
        return Span(first, self._end(end - 1) if end > start else first)

    def clean(self, start: int, end: int) -> Span:
        """The clean span of a raw span: what is left of it after cleaning."""
        if self._starts is None:
            return Span(start, end)
        return Span(bisect_left(self._starts, start), bisect_left(self._starts, end))

    def _end(self, place: int) -> int:
        if self._ends is not None:
            return self._ends[place]
        return self._starts[place] + 1 if self._starts is not None else place + 1


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell: its clean span, and the place it takes (row and column count from 0, spans at least
    1)."""

    span: Span
    row: int
    column: int
    rows: int = 1
    columns: int = 1
    head: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table of a document: its clean span and its cells in reading order."""

    span: Span
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """One document.

    Attributes:
        name: relative path as facts name it, with `/`, in NFC.
        sha256: of the file's bytes.
        raw: the text that offsets count in: the decoded file, or for HTML the loader's plain text.
        clean: simplified, annotations removed, damage mended; what extractors read. Line ends are `\\n`.
        source_map: leads clean offsets to raw ones.
        furniture: clean spans of page furniture (navigation, print links), sorted; no facts are read there
            except metadata.
        tables: tables with their cells (HTML; a flattened table stays text).
        format: text or html.
        encoding: as it was decoded.
        origin: what a page says of itself outside its text: {"title": …, "PubDate": …} from <title> and
            <meta>.
    """

    name: str
    sha256: str
    raw: str
    clean: str
    source_map: SourceMap
    furniture: tuple[Span, ...] = ()
    tables: tuple[Table, ...] = ()
    format: str = "text"
    encoding: str = "utf-8"
    origin: dict[str, str] = field(default_factory=dict)
