"""The outline of a document: numbered headings, sections with their kind, paragraphs."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from loaders.annex_rows import Row, find_rows
from loaders.annexes import find_annexes, without_contents
from loaders.document import Document, Span
from loaders.numbering import find_numbers
from loaders.section_drafts import Draft, numbered_drafts, outline_ends, unnumbered_drafts, with_rows
from loaders.section_kinds import section_kind

_LINE = re.compile(r"[^\n]+")

#: Kinds of section, by what their headings speak of.
SECTION_KINDS = (
    "basis",
    "status_quo",
    "problems",
    "situation",
    "goals",
    "tasks",
    "projects",
    "safeguards",
    "glossary",
    "other",
)


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a document below a heading, numbered or not.

    Attributes:
        path: numbers joined by `/`: `二/(一)/3`; an unnumbered section takes its parent's path.
        title: the heading without its number, up to the first 。; for an unnumbered one its leading sentence.
        heading: clean span of number and title.
        span: clean span from the heading's start to the end of the section, sub-sections included.
        level: depth, 1 for the top.
        numbered: whether it is a heading fact.
        kind: one of SECTION_KINDS, inherited from the section above where its own title does not tell.
        parent: index of the section above in Outline.sections, or None.
        part: which of several documents in one file it belongs to (0: the covering notice or the only one).
    """

    path: str
    title: str
    heading: Span
    span: Span
    level: int
    numbered: bool
    kind: str
    parent: int | None
    part: int = 0


@dataclass(frozen=True, slots=True)
class Outline:
    """All sections in reading order, and the document's paragraphs."""

    sections: tuple[Section, ...]
    paragraphs: tuple[Span, ...]
    _section_starts: list[int] = field(init=False, repr=False, compare=False)
    _paragraph_starts: list[int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_section_starts", [section.span.start for section in self.sections])
        object.__setattr__(self, "_paragraph_starts", [paragraph.start for paragraph in self.paragraphs])

    def section_at(self, offset: int) -> Section | None:
        """The innermost section (numbered or not) that holds a clean offset."""
        index: int | None = bisect_right(self._section_starts, offset) - 1
        if index == -1:
            return None
        while index is not None:
            section = self.sections[index]
            if offset < section.span.end:
                return section
            index = section.parent
        return None

    def numbered_at(self, offset: int) -> Section | None:
        """The innermost numbered section that holds a clean offset."""
        section = self.section_at(offset)
        while section is not None and not section.numbered:
            section = self.sections[section.parent] if section.parent is not None else None
        return section

    def paragraph_at(self, offset: int) -> Span:
        """The paragraph that holds a clean offset; between paragraphs the empty span there."""
        index = bisect_right(self._paragraph_starts, offset) - 1
        if index >= 0 and offset < self.paragraphs[index].end:
            return self.paragraphs[index]
        return Span(offset, offset)


def read_outline(document: Document) -> Outline:
    """Finds the headings of a document, also inside flattened lines, and cuts it into sections."""
    text = document.clean
    paragraphs = tuple(Span(*line.span()) for line in _LINE.finditer(text) if not line[0].isspace())
    annexes, lists = find_annexes(text)
    rows = find_rows(document)
    cells = [table.span for table in document.tables if _holds(table.span, rows)]
    numbers = without_contents(text, find_numbers(text), [*lists, *document.furniture, *cells])
    drafts = numbered_drafts(text, numbers, annexes)
    drafts = with_rows(drafts, rows, text)
    drafts += unnumbered_drafts(text, paragraphs, drafts, document)
    drafts.sort(key=lambda draft: (draft.heading.start, draft.level))
    return Outline(tuple(_sections(drafts, outline_ends(text, drafts, lists))), paragraphs)


def _holds(span: Span, rows: Sequence[Row]) -> bool:
    return any(span.start <= row.title.start < span.end for row in rows)


def _sections(drafts: Sequence[Draft], ends: Sequence[int]) -> Iterator[Section]:
    """Closes each section where the next of its level or above begins."""
    closing = list(ends)
    parents: list[int | None] = []
    open_sections: list[int] = []
    for index, draft in enumerate(drafts):
        while open_sections and (
            drafts[open_sections[-1]].level >= draft.level or drafts[open_sections[-1]].part != draft.part
        ):
            closed = open_sections.pop()
            closing[closed] = min(closing[closed], draft.heading.start)
        parents.append(open_sections[-1] if open_sections else None)
        open_sections.append(index)
    kinds: list[str] = []
    for index, draft in enumerate(drafts):
        parent = parents[index]
        kinds.append(section_kind(draft.title, kinds[parent] if parent is not None else None))
        yield Section(
            path=draft.path,
            title=draft.title,
            heading=draft.heading,
            span=Span(draft.heading.start, max(closing[index], draft.heading.end)),
            level=draft.level,
            numbered=draft.numbered,
            kind=kinds[index],
            parent=parent,
            part=draft.part,
        )
