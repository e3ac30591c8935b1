"""The outline of a document: numbered headings, sections with their kind, paragraphs."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from loaders.annexes import Annex, find_annexes, signed_at, without_contents
from loaders.document import Document, Span
from loaders.heading_titles import title_spans, title_text
from loaders.headings import Placed, place_headings
from loaders.leads import find_leads
from loaders.numbering import HAN, Number, find_numbers
from loaders.section_kinds import section_kind

_PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*")

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
    paragraphs = tuple(Span(*match.span()) for match in _PARAGRAPH.finditer(text))
    annexes, lists = find_annexes(text)
    numbers = without_contents(text, find_numbers(text), [*lists, *document.furniture])
    drafts = _numbered(text, numbers, annexes)
    drafts += _unnumbered(text, paragraphs, drafts, document)
    drafts.sort(key=lambda draft: (draft.heading.start, draft.level))
    return Outline(tuple(_sections(drafts, _ends(text, drafts, lists))), paragraphs)


@dataclass(slots=True)
class _Draft:
    """A section whose end is not known yet."""

    heading: Span
    path: str
    title: str
    level: int
    numbered: bool
    part: int


def _numbered(text: str, numbers: Sequence[Number], annexes: Sequence[Annex]) -> list[_Draft]:
    """Numbered sections and annexes: the main text first, then each annex with its own count."""
    drafts: list[_Draft] = []
    bounds = [0, *(annex.heading.end for annex in annexes), len(text) + 1]
    starts = [number.start for number in numbers]
    part = 0
    for index in range(len(bounds) - 1):
        inside = numbers[bisect_left(starts, bounds[index]) : bisect_left(starts, bounds[index + 1])]
        placed = place_headings(inside)
        annex = annexes[index - 1] if index else None
        own = bool(placed) and placed[0].number.style <= HAN
        if annex and not own:
            drafts.append(_Draft(annex.heading, annex.label, annex.title, 1, False, part))
        elif placed and (annex or signed_at(text, 0, placed[0].number.start) is not None):
            part += 1
        drafts += _outline_drafts(text, placed, annex.label if annex and not own else "", part)
        part += placed[-1].outline if placed else 0
    return drafts


def _outline_drafts(text: str, placed: Sequence[Placed], prefix: str, part: int) -> list[_Draft]:
    drafts: list[_Draft] = []
    for heading, span in zip(placed, title_spans(text, placed), strict=True):
        above = drafts[heading.parent].path if heading.parent is not None else prefix
        path = f"{above}/{heading.number.label}" if above else heading.number.label
        whole = Span(heading.number.start, max(span.end, heading.number.end))
        level = heading.level + (1 if prefix else 0)
        drafts.append(_Draft(whole, path, title_text(text, span), level, True, part + heading.outline))
    return drafts


def _unnumbered(
    text: str, paragraphs: Sequence[Span], numbered: Sequence[_Draft], document: Document
) -> list[_Draft]:
    """Leading sentences and bare lines, each below the numbered heading before it."""
    drafts: list[_Draft] = []
    headings = [draft.heading for draft in numbered]
    index, under_bare = -1, False
    for lead in find_leads(text, paragraphs, headings):
        if any(part.start <= lead.heading.start < part.end for part in document.furniture):
            continue
        while index + 1 < len(numbered) and headings[index + 1].start <= lead.heading.start:
            index, under_bare = index + 1, False
        if index >= 0 and lead.heading.start < headings[index].end:
            continue
        above = numbered[index] if index >= 0 else None
        level = (above.level if above else 0) + (2 if under_bare and not lead.bare else 1)
        under_bare = under_bare or lead.bare
        path, part = (above.path, above.part) if above else ("", 0)
        drafts.append(_Draft(lead.heading, path, lead.title, level, False, part))
    return drafts


def _ends(text: str, drafts: Sequence[_Draft], lists: Sequence[Span]) -> list[int]:
    """Where the outline that each section belongs to ends: at a signature or a list of annexes, else the next one."""
    ends = [len(text)] * len(drafts)
    end = len(text)
    starts = [each.start for each in lists]
    for index in range(len(drafts) - 1, -1, -1):
        if index + 1 < len(drafts) and drafts[index + 1].part != drafts[index].part:
            following = drafts[index + 1].heading.start
            signed = signed_at(text, drafts[index].heading.end, following)
            end = signed if signed is not None else following
        ends[index] = end
        place = bisect_left(starts, drafts[index].heading.start)
        if place < len(starts) and starts[place] < end:
            ends[index] = end = starts[place]
    return ends


def _sections(drafts: Sequence[_Draft], ends: Sequence[int]) -> Iterator[Section]:
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
