"""Sections before their ends are known: numbered ones, annexes and their rows, leading sentences."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from loaders.annex_rows import Row
from loaders.annexes import Annex, signed_at
from loaders.document import Document, Span
from loaders.heading_titles import title_spans, title_text
from loaders.headings import Placed, place_headings
from loaders.leads import find_leads
from loaders.numbering import HAN, Number


@dataclass(slots=True)
class Draft:
    """A section whose end is not known yet; its attributes are those of the section."""

    heading: Span
    path: str
    title: str
    level: int
    numbered: bool
    part: int


def numbered_drafts(text: str, numbers: Sequence[Number], annexes: Sequence[Annex]) -> list[Draft]:
    """Numbered sections and annexes: the main text first, then each annex with its own count."""
    drafts: list[Draft] = []
    bounds = [0, *(annex.heading.end for annex in annexes), len(text) + 1]
    starts = [number.start for number in numbers]
    part = 0
    for index in range(len(bounds) - 1):
        inside = numbers[bisect_left(starts, bounds[index]) : bisect_left(starts, bounds[index + 1])]
        placed = place_headings(inside)
        annex = annexes[index - 1] if index else None
        own = bool(placed) and placed[0].number.style <= HAN
        if annex and not own:
            drafts.append(Draft(annex.heading, annex.label, annex.title, 1, False, part))
        elif placed and (annex or signed_at(text, 0, placed[0].number.start) is not None):
            part += 1
        drafts += _outline_drafts(text, placed, annex.label if annex and not own else "", part)
        part += placed[-1].outline if placed else 0
    return drafts


def with_rows(drafts: list[Draft], rows: Sequence[Row], text: str) -> list[Draft]:
    """Adds the counted rows of annexed tables; where the table is all there is, it needs no annex."""
    if not rows:
        return drafts
    annexes = [draft for draft in drafts if not draft.numbered]
    starts = [annex.heading.start for annex in annexes]
    added: list[Draft] = []
    for row in rows:
        index = bisect_right(starts, row.title.start) - 1
        if index < 0 and len(annexes) < len(drafts):
            continue  # a table inside the text is no outline
        path, level, part = (
            (f"{annexes[index].path}/{row.label}", 2, annexes[index].part)
            if index >= 0
            else (row.label, 1, 0)
        )
        added.append(Draft(row.title, path, title_text(text, row.title), level, True, part))
    return sorted([*drafts, *added], key=lambda draft: draft.heading.start)


def _outline_drafts(text: str, placed: Sequence[Placed], prefix: str, part: int) -> list[Draft]:
    drafts: list[Draft] = []
    for heading, span in zip(placed, title_spans(text, placed), strict=True):
        above = drafts[heading.parent].path if heading.parent is not None else prefix
        path = f"{above}/{heading.number.label}" if above else heading.number.label
        whole = Span(heading.number.start, max(span.end, heading.number.end))
        level = heading.level + (1 if prefix else 0)
        drafts.append(Draft(whole, path, title_text(text, span), level, True, part + heading.outline))
    return drafts


def unnumbered_drafts(
    text: str, paragraphs: Sequence[Span], numbered: Sequence[Draft], document: Document
) -> list[Draft]:
    """Leading sentences and bare lines, each below the numbered heading before it."""
    drafts: list[Draft] = []
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
        drafts.append(Draft(lead.heading, path, lead.title, level, False, part))
    return drafts


def outline_ends(text: str, drafts: Sequence[Draft], lists: Sequence[Span]) -> list[int]:
    """Where each section's outline ends: at a signature, at a list of annexes, else at the next outline."""
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
