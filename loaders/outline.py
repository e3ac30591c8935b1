"""The outline of a document: numbered headings, sections with their kind, paragraphs."""

from __future__ import annotations

from dataclasses import dataclass

from loaders.document import Document, Span

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

    def section_at(self, offset: int) -> Section | None:
        """The innermost section (numbered or not) that holds a clean offset."""
        raise NotImplementedError

    def numbered_at(self, offset: int) -> Section | None:
        """The innermost numbered section that holds a clean offset."""
        raise NotImplementedError

    def paragraph_at(self, offset: int) -> Span:
        """The paragraph that holds a clean offset."""
        raise NotImplementedError


def read_outline(document: Document) -> Outline:
    """Finds the headings of a document, also inside flattened lines, and cuts it into sections."""
    raise NotImplementedError
