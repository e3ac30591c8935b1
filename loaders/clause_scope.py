"""What a clause covers: the sentences since the last clause, a paragraph, or a whole item."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from loaders.document import Span
from loaders.outline import Outline, Section

_SENTENCE = re.compile(r"[^。!?;\n]+[。!?;]?")
_NUMBER = re.compile(r"^\(?[一二三四五六七八九十0-9]{1,3}[).、][ \u3000]?")
_BLANKS = " \t\u3000\n"


@dataclass(frozen=True, slots=True)
class Scope:
    """What a clause covers.

    Attributes:
        span: clean span of all the covered text.
        task: title of the item, or the covered sentence, in the document's own words.
        path: of the heading above.
    """

    span: Span
    task: str
    path: str


class ScopeReader:
    """Tells what each clause of a document covers.

    Args:
        text: clean text.
        outline: of the document.
        clauses: clean spans of all its clauses, sorted.
    """

    def __init__(self, text: str, outline: Outline, clauses: Sequence[Span]) -> None:
        self._text = text
        self._outline = outline
        self._clauses = clauses
        self._sections: list[Section | None] = [outline.numbered_at(clause.start) for clause in clauses]
        self._count: dict[int, int] = {}
        for section in self._sections:
            if section is not None:
                self._count[section.span.start] = self._count.get(section.span.start, 0) + 1

    def scope(self, index: int) -> Scope:
        """The scope of one clause.

        Args:
            index: of the clause.
        """
        clause, section = self._clauses[index], self._sections[index]
        if section is None:
            return self._of_text(index, self._paragraph_start(index), None)
        if self._opens(section, clause):
            return Scope(
                Span(section.heading.start, section.span.end), self._title(section, clause), section.path
            )
        own_line = self._stands_alone(clause)
        if own_line and (above := self._open_parent(section)) is not None:
            return Scope(Span(above.heading.start, clause.start), self._title(above, clause), above.path)
        if self._count[section.span.start] == 1:
            return Scope(
                Span(section.heading.start, clause.start), self._title(section, clause), section.path
            )
        inside = clause.start < section.heading.end
        return self._of_text(index, section.heading.start if inside else section.heading.end, section)

    def _opens(self, section: Section, clause: Span) -> bool:
        """Whether a clause follows its heading at once, so that it covers all that comes below."""
        if self._count[section.span.start] > 1 or clause.start < section.heading.start:
            return False
        between = self._text[min(section.heading.end, clause.start) : clause.start]
        behind = self._text[clause.end : section.span.end]
        return not between.strip(_BLANKS + "。:;") and bool(behind.strip(_BLANKS + "。;"))

    def _stands_alone(self, clause: Span) -> bool:
        line = self._text.rfind("\n", 0, clause.start) + 1
        return not self._text[line : clause.start].strip()

    def _open_parent(self, section: Section) -> Section | None:
        """The item above, when no item beside this one has a clause: a line of its own closes them all."""
        if section.parent is None:
            return None
        above = self._outline.sections[section.parent]
        if not above.numbered or section.level < 3:
            return None
        beside = [
            one
            for one in self._outline.sections
            if one.numbered and one.parent == section.parent and one != section
        ]
        if not beside or any(self._count.get(one.span.start) for one in beside):
            return None
        last = all(one.span.start < section.span.start for one in beside)
        return above if last else None

    def _title(self, section: Section, clause: Span) -> str:
        """The title of an item without a clause that stands in it."""
        title = section.title
        written = self._text[clause.start : clause.end]
        return title.replace(written, "").strip(_BLANKS + "。") or title

    def _paragraph_start(self, index: int) -> int:
        """Where the paragraph begins that a clause without a heading above closes."""
        clause = self._clauses[index]
        before = clause.start
        while before > 0 and self._text[before - 1] in _BLANKS:
            before -= 1
        return self._text.rfind("\n", 0, before) + 1

    def _of_text(self, index: int, start: int, section: Section | None) -> Scope:
        """The sentences since the last clause."""
        clause = self._clauses[index]
        if index and self._clauses[index - 1].end > start:
            start = min(self._clauses[index - 1].end, clause.start)
        while start < clause.start and self._text[start] in _BLANKS + "。;,":
            start += 1
        span = Span(start, clause.start)
        lead = self._outline.section_at(clause.start)
        path = section.path if section is not None else ""
        if lead is not None and not lead.numbered and span.start <= lead.heading.start < clause.start:
            return Scope(Span(lead.heading.start, clause.start), lead.title, path)
        first = _SENTENCE.search(self._text, *span)
        task = _NUMBER.sub("", first[0].strip(_BLANKS + "。;,")) if first else ""
        if not task and section is not None:
            return Scope(Span(section.heading.start, clause.start), section.title, path)
        return Scope(span, task, path)
